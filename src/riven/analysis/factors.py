"""Factors: what sets a group apart from the focal actor, derived by rules and set beside what authors say.

A factor is derived, never asserted. It is present where every condition on the group and on the focal actor holds;
where what the group's side rests on comes from factions only, it holds for some factions; where something speaks for
it and something against, it is disputed; and where nothing was coded it is not coded, which is not the same as absent.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from riven.analysis.conditions import Answer, Answering, Ground, ask, ask_each, grounds_text
from riven.analysis.scope import Scope
from riven.analysis.wording import either, listed, selectors_text
from riven.ids import ActorId, ClaimId, FindingId, RoleId, RuleId
from riven.model.argument import FactorRule, Judgement, StatedRule
from riven.model.condition import Condition
from riven.model.finding import Finding
from riven.model.panel import CellState

_ANY_STATE = (CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE)


@dataclass(frozen=True, slots=True)
class FactorVerdict:
    """Whether a factor sets a group apart, over the window or in one period, and why.

    Attributes:
        factor: The factor.
        actor: The group.
        period: Label of the period; that of the window as a whole for the overall verdict.
        judgement: Present, some factions, absent, disputed or not coded.
        is_open: Whether the evidence that decides leaves its date or wording open; false where nothing decides.
        findings_for: Findings that speak for it: the group's first, then those on the focal actor.
        findings_against: Findings that speak against it.
        claims_for: Claims of the findings for it.
        claims_against: Claims of the findings against it.
        why: Why, in plain sentences that name findings.
    """

    factor: RuleId
    actor: ActorId
    period: str
    judgement: Judgement
    is_open: bool
    findings_for: tuple[FindingId, ...]
    findings_against: tuple[FindingId, ...]
    claims_for: tuple[ClaimId, ...]
    claims_against: tuple[ClaimId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class StatedFactor:
    """What authors themselves say about a factor, beside what was derived.

    Attributes:
        factor: The factor.
        actor: The group.
        derived: The verdict for the window as a whole.
        stated: What authors say: disputed when they contradict each other, not coded when none says anything.
        findings: Findings of their judgements.
        claims: Claims of these findings.
        agrees: Whether both say the same; None where either is not coded.
        difference: Where the two differ, why, in plain words; empty where they agree.
    """

    factor: RuleId
    actor: ActorId
    derived: FactorVerdict
    stated: Judgement
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]
    agrees: bool | None
    difference: str


@dataclass(frozen=True, slots=True)
class Case:
    """What the evidence says to one factor about one group in one period.

    Attributes:
        rule: The factor.
        present: Answers to its conditions on the group.
        focal: Answers to its conditions on the focal actor.
        absent: Answers to the conditions that speak against it.
    """

    rule: FactorRule
    present: tuple[Answer, ...]
    focal: tuple[Answer, ...]
    absent: tuple[Answer, ...]

    def own(self) -> tuple[Ground, ...]:
        """Grounds on the group's side that are strong enough."""
        return _enough(zip(self.rule.present, self.present, strict=True))

    def on_focal(self) -> tuple[Ground, ...]:
        """Grounds on the focal actor that are strong enough."""
        return _enough(zip(self.rule.focal, self.focal, strict=True))

    def contrary(self) -> tuple[Ground, ...]:
        """Grounds that speak against the factor and are strong enough."""
        return _enough(zip(self.rule.absent, self.absent, strict=True))

    def denied(self) -> tuple[FindingId, ...]:
        """Findings that say that what the factor asks for is not so."""
        return tuple(dict.fromkeys(finding for answer in self.present for finding in answer.against))

    def lacking(self) -> tuple[tuple[Condition, Answer], ...]:
        """Conditions on the group that do not hold, with what there is of them."""
        return _lacking(zip(self.rule.present, self.present, strict=True))

    def lacking_focal(self) -> tuple[tuple[Condition, Answer], ...]:
        """Conditions on the focal actor that do not hold, with what there is of them."""
        return _lacking(zip(self.rule.focal, self.focal, strict=True))

    def is_partial(self, grounds: Iterable[Ground]) -> bool:
        """Say whether grounds concern factions only; no grounds concern nobody."""
        held = tuple(grounds)
        links = set(self.rule.partial)
        return bool(held) and all(any(step.link in links for step in ground.path.steps) for ground in held)


def _enough(asked: Iterable[tuple[Condition, Answer]]) -> tuple[Ground, ...]:
    found = {ground.finding: ground for condition, answer in asked for ground in answer.enough(condition.states)}
    return tuple(found.values())


def _lacking(asked: Iterable[tuple[Condition, Answer]]) -> tuple[tuple[Condition, Answer], ...]:
    return tuple((condition, answer) for condition, answer in asked if not answer.enough(condition.states))


def judge_factors(
    scope: Scope, actors: Sequence[ActorId], *, findings: Mapping[FindingId, Finding]
) -> tuple[FactorVerdict, ...]:
    """Judge every factor of the rules for every group, over the window and in each of its periods.

    Args:
        scope: The scope.
        actors: Groups, in order.
        findings: Findings by id.

    Returns:
        By factor and group: the overall verdict, then one a period.
    """
    columns = (scope.whole, *scope.columns)
    answers = _Answers(scope, tuple(actors), findings)
    return tuple(
        _verdict(scope, answers.case(rule, actor, number), actor, period.label, findings)
        for rule in scope.rules.argument.factors.values()
        for actor in actors
        for number, period in enumerate(columns)
    )


class _Answers:
    """Asks every question once, however many factors turn on it; column 0 is the window as a whole."""

    def __init__(self, scope: Scope, actors: tuple[ActorId, ...], findings: Mapping[FindingId, Finding]) -> None:
        self._scope = scope
        self._actors = actors
        self._findings = findings
        self._asked: dict[tuple[object, ...], Mapping[ActorId, tuple[Answer, ...]]] = {}

    def case(self, rule: FactorRule, actor: ActorId, column: int) -> Case:
        """Gather what a factor turns on."""
        focal = self._scope.focal
        return case_of(
            rule,
            lambda condition: self._answer(condition, self._actors, actor, column),
            lambda condition: self._answer(condition, (focal,), focal, column),
            findings=self._findings,
        )

    def _answer(self, condition: Condition, rows: tuple[ActorId, ...], actor: ActorId, column: int) -> Answer:
        key = (condition.any, condition.attribution, rows)
        if key not in self._asked:
            whole = ask(self._scope, condition, rows=rows)
            each = ask_each(self._scope, condition, rows=rows, columns=self._scope.columns)
            self._asked[key] = {row: (whole[row], *each[row]) for row in rows}
        return self._asked[key][actor][column]


def case_of(
    rule: FactorRule, of_group: Answering, of_focal: Answering, *, findings: Mapping[FindingId, Finding]
) -> Case:
    """Gather what a factor turns on.

    Args:
        rule: The factor.
        of_group: What the evidence says to a condition about the group.
        of_focal: What it says to a condition about the focal actor.
        findings: Findings by id, for the actors that two parts of the rule must share.

    Returns:
        The case.
    """
    present = tuple(map(of_group, rule.present))
    named = _named(Case(rule, present, (), ()).own(), rule.shared.get("present"), findings)
    return Case(
        rule,
        present,
        tuple(_sharing(of_focal(held), rule.shared.get("focal"), named, findings) for held in rule.focal),
        tuple(_sharing(of_group(held), rule.shared.get("absent"), named, findings) for held in rule.absent),
    )


def _named(grounds: Iterable[Ground], role: RoleId | None, findings: Mapping[FindingId, Finding]) -> frozenset[ActorId]:
    if role is None:
        return frozenset()
    return frozenset(actor for ground in grounds for actor in findings[ground.finding].roles.get(role, ()))


def _sharing(
    answer: Answer, role: RoleId | None, named: frozenset[ActorId], findings: Mapping[FindingId, Finding]
) -> Answer:
    """Keep the grounds that name one of these actors in a role, or nobody; nobody asked for keeps them all."""
    if role is None or not named:
        return answer
    held = {ground: _named((ground,), role, findings) for ground in answer.grounds}
    return replace(answer, grounds=tuple(ground for ground, actors in held.items() if not actors or actors & named))


def judgement(case: Case) -> Judgement:
    """Decide what the evidence amounts to.

    What is said not to be so (no tie to one party, no defection of the whole) leaves standing what was found of its
    kind elsewhere; it decides only where nothing else does.

    Args:
        case: What speaks for the factor, against it, and on the focal actor's side.

    Returns:
        The judgement.
    """
    own, contrary, denied = case.own(), case.contrary(), case.denied()
    holds = not case.lacking() and not case.lacking_focal()
    if not holds:
        whole = [ground for ground in contrary if not case.is_partial((ground,))]
        return Judgement.ABSENT if whole or denied else Judgement.NOT_CODED
    if own and all(ground.state is CellState.DISPUTED for ground in own):
        return Judgement.DISPUTED
    if case.is_partial(own) or (contrary and case.is_partial(contrary)):
        return Judgement.SOME_FACTIONS
    return Judgement.DISPUTED if contrary else Judgement.PRESENT


def _verdict(
    scope: Scope, case: Case, actor: ActorId, period: str, findings: Mapping[FindingId, Finding]
) -> FactorVerdict:
    found = judgement(case)
    speaks_for = tuple(dict.fromkeys(ground.finding for ground in (*case.own(), *case.on_focal())))
    speaks_against = tuple(dict.fromkeys([*(ground.finding for ground in case.contrary()), *case.denied()]))
    deciding = case.contrary() if found is Judgement.ABSENT else case.own()
    coded = found is not Judgement.NOT_CODED
    return FactorVerdict(
        factor=case.rule.id,
        actor=actor,
        period=period,
        judgement=found,
        is_open=coded and bool(deciding) and not any(ground.state is CellState.REPORTED for ground in deciding),
        findings_for=speaks_for,
        findings_against=speaks_against,
        claims_for=claims_of(speaks_for, findings),
        claims_against=claims_of(speaks_against, findings),
        why=_why(scope, case, found),
    )


def claims_of(named: Iterable[FindingId], findings: Mapping[FindingId, Finding]) -> tuple[ClaimId, ...]:
    """List the claims of findings, each once.

    Returns:
        Claims in the order of the findings.
    """
    return tuple(dict.fromkeys(claim for finding in named for claim in findings[finding].claims))


_OPENING = {
    Judgement.PRESENT: "Present.",
    Judgement.SOME_FACTIONS: "For some factions only.",
    Judgement.ABSENT: "Absent.",
    Judgement.DISPUTED: "Disputed: evidence speaks for it and against it.",
    Judgement.NOT_CODED: "Not coded, which does not mean absent.",
}


def _why(scope: Scope, case: Case, found: Judgement) -> str:
    parts = [_OPENING[found]]
    parts += [f"For it: {grounds_text(scope, case.own())}."] if case.own() else []
    parts += [f"On {scope.name(scope.focal)}: {grounds_text(scope, case.on_focal())}."] if case.on_focal() else []
    parts += [f"Against it: {grounds_text(scope, case.contrary())}."] if case.contrary() else []
    parts += [f"Said not to be so: {listed(case.denied())}."] if case.denied() else []
    focal = scope.name(scope.focal)
    parts += [_missing(scope, condition, answer, "") for condition, answer in case.lacking()]
    parts += [_missing(scope, condition, answer, f" on {focal}") for condition, answer in case.lacking_focal()]
    return " ".join(parts)


def _missing(scope: Scope, condition: Condition, answer: Answer, where: str) -> str:
    about = f"{where} of {selectors_text(condition.any)}"
    if not answer.grounds:
        return f"No finding{about}."
    return f"No {either(condition.states)} finding{about}, only {grounds_text(scope, answer.grounds)}."


def compare_stated(
    scope: Scope, verdicts: Iterable[FactorVerdict], *, findings: Mapping[FindingId, Finding]
) -> tuple[StatedFactor, ...]:
    """Set what authors say beside what was derived, and explain every difference.

    Args:
        scope: The scope.
        verdicts: Verdicts of `judge_factors`; only those for the window as a whole are compared.
        findings: Findings by id.

    Returns:
        One comparison a factor and group, for factors with a rule for what authors state.
    """
    overall = [verdict for verdict in verdicts if verdict.period == scope.whole.label]
    actors = tuple(dict.fromkeys(verdict.actor for verdict in overall))
    rules = scope.rules.argument.factors
    said = {
        factor: ask(scope, Condition((rule.stated.selector,), _ANY_STATE), rows=actors)
        for factor, rule in rules.items()
        if rule.stated is not None
    }
    compared = []
    for verdict in overall:
        stated = rules[verdict.factor].stated
        if stated is not None:
            named = tuple(ground.finding for ground in said[verdict.factor][verdict.actor].grounds)
            compared.append(_compared(verdict, stated, named, findings))
    return tuple(compared)


def _compared(
    verdict: FactorVerdict, rule: StatedRule, named: tuple[FindingId, ...], findings: Mapping[FindingId, Finding]
) -> StatedFactor:
    words = {finding: _words(findings[finding], rule) for finding in named}
    held = tuple(finding for finding in named if words[finding])
    judgements = {word for finding in held for word in words[finding]}
    stated = judgements.pop() if len(judgements) == 1 else Judgement.DISPUTED if judgements else Judgement.NOT_CODED
    both = Judgement.NOT_CODED not in {stated, verdict.judgement}
    agrees = verdict.judgement is stated if both else None
    return StatedFactor(
        factor=verdict.factor,
        actor=verdict.actor,
        derived=verdict,
        stated=stated,
        findings=held,
        claims=claims_of(held, findings),
        agrees=agrees,
        difference="" if verdict.judgement is stated else _difference(verdict, stated, held),
    )


def _words(finding: Finding, rule: StatedRule) -> frozenset[Judgement]:
    return frozenset(rule.means[value] for value in finding.values.get(rule.variable, ()) if value in rule.means)


def _difference(verdict: FactorVerdict, stated: Judgement, named: Sequence[FindingId]) -> str:
    derived = verdict.judgement.replace("_", " ")
    if stated is Judgement.NOT_CODED:
        return f"Derived {derived}; no author says anything on it. {verdict.why}"
    return f"Authors say {stated.replace('_', ' ')} ({listed(named)}), derived {derived}. {verdict.why}"
