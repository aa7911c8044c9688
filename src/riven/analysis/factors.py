"""Factors: what sets a group apart from the focal actor, derived by rules and set beside what authors say.

A factor is derived, never asserted. It is present where every condition on the group and on the focal actor holds;
where a condition on the group rests on factions only, it holds for some factions; where something speaks for it and
something against, it is disputed; and where nothing was coded it is not coded, which is not the same as absent.

The verdict over the window asks whether each condition held at some time of it, a verdict on a period whether all of
them held in that period; so the first may be present where none of the others is.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from riven.analysis.conditions import Answer, Answering, Ground, ask, ask_each, grounds_text
from riven.analysis.scope import Scope
from riven.analysis.timing import DatePolicy
from riven.analysis.wording import either, listed, selectors_text
from riven.ids import ActorId, ClaimId, FindingId, RoleId, RuleId
from riven.model.argument import FactorRule, Judgement, StatedRule
from riven.model.condition import Condition
from riven.model.finding import Finding
from riven.model.panel import CellState
from riven.model.rule import Undated

Asked = tuple[Condition, Answer]
"""A condition, and what the evidence says to it."""

_ANY_STATE = (CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE)


@dataclass(frozen=True, slots=True)
class FactorVerdict:
    """Whether a factor sets a group apart, over the window or in one period, and why.

    Attributes:
        factor: The factor.
        actor: The group.
        period: Label of the period; that of the window as a whole for the overall verdict.
        judgement: Present, some factions, absent, disputed or not coded.
        is_open: Whether one of the things that decide rests only on evidence that leaves its date, its wording or
            whom it concerns open; false where nothing decides.
        findings_for: Findings that speak for it: the group's first, then those on the focal actor; without the first
            the second speak for nothing.
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
        difference: Where the two differ, how that comes, in plain words; empty where they say the same.
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

    def of_group(self) -> tuple[Asked, ...]:
        """What must hold on the group, with what there is of it."""
        return tuple(zip(self.rule.present, self.present, strict=True))

    def of_focal(self) -> tuple[Asked, ...]:
        """What must hold on the focal actor, with what there is of it."""
        return tuple(zip(self.rule.focal, self.focal, strict=True))

    def asked(self) -> tuple[Asked, ...]:
        """Everything that must hold, with what there is of it."""
        return (*self.of_group(), *self.of_focal())

    def own(self) -> tuple[Ground, ...]:
        """Grounds on the group's side, each finding once."""
        return _once(ground for asked in self.of_group() for ground in standing(*asked))

    def on_focal(self) -> tuple[Ground, ...]:
        """Grounds on the focal actor, each finding once."""
        return _once(ground for asked in self.of_focal() for ground in standing(*asked))

    def contrary(self) -> tuple[Ground, ...]:
        """Grounds that speak against the factor and are strong enough, each finding once."""
        asked = zip(self.rule.absent, self.absent, strict=True)
        return _once(ground for condition, answer in asked for ground in answer.enough(condition.states))

    def denied(self) -> tuple[FindingId, ...]:
        """Findings that say that what the factor asks for is not so."""
        return tuple(dict.fromkeys(finding for _, answer in self.asked() for finding in answer.against))

    def is_disputed(self) -> bool:
        """Say whether sources or coders conflict about something that must hold."""
        return any(
            all(ground.state is CellState.DISPUTED for ground in held)
            for asked in self.asked()
            if (held := standing(*asked))
        )

    def is_split(self) -> bool:
        """Say whether something that must hold on the group is known of factions only."""
        return any(self.is_partial(standing(*asked)) for asked in self.of_group())

    def is_partial(self, grounds: Iterable[Ground]) -> bool:
        """Say whether grounds concern factions only; no grounds concern nobody."""
        held, links = tuple(grounds), set(self.rule.partial)
        return bool(held) and all(
            ground.path.inherited and any(step.link in links for step in ground.path.steps) for ground in held
        )


def standing(condition: Condition, answer: Answer) -> tuple[Ground, ...]:
    """Keep the grounds strong enough for a condition; where none is, those in dispute.

    Returns:
        Grounds, strongest first; none where the condition does not hold.
    """
    return answer.enough(condition.states) or answer.enough((CellState.DISPUTED,))


def _once(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple({ground.finding: ground for ground in grounds}.values())


def _lacking(asked: Iterable[Asked]) -> tuple[Asked, ...]:
    return tuple((condition, answer) for condition, answer in asked if not standing(condition, answer))


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
        findings: Findings by id, for the actors that parts of the rule must share.

    Returns:
        The case. Where parts must share an actor, what names another one is left out, and what names nobody, which
        leaves open whether it is about the same, is never more than possible.
    """
    case = Case(
        rule,
        tuple(of_group(condition) for condition in rule.present),
        tuple(of_focal(condition) for condition in rule.focal),
        tuple(of_group(condition) for condition in rule.absent),
    )
    return _shared(case, findings) if rule.shared else case


def named_by_group(
    rule: FactorRule, present: tuple[Answer, ...], findings: Mapping[FindingId, Finding]
) -> frozenset[ActorId] | None:
    """List the actors of whom one must be shared by what is found on the focal actor.

    Args:
        rule: The factor.
        present: Answers to its conditions on the group.
        findings: Findings by id.

    Returns:
        The actors that the group's own findings name; None where it may be anybody.
    """
    return _one_of(Case(rule, present, (), ()).own(), rule.shared.get("present", ()), findings)


def _shared(case: Case, findings: Mapping[FindingId, Finding]) -> Case:
    roles = case.rule.shared
    on_group = named_by_group(case.rule, case.present, findings)
    case = replace(case, focal=_about(case.focal, roles.get("focal", ()), on_group, findings))
    on_focal = _one_of(case.on_focal(), roles.get("focal", ()), findings)
    both = on_group if on_focal is None else on_focal if on_group is None else on_group & on_focal
    return replace(
        case,
        present=_about(case.present, roles.get("present", ()), both, findings),
        absent=_about(case.absent, roles.get("absent", ()), both, findings),
    )


def _named(
    grounds: Iterable[Ground], roles: tuple[RoleId, ...], findings: Mapping[FindingId, Finding]
) -> list[frozenset[ActorId]]:
    """List whom each ground names in some roles; an answer may rest on thousands."""
    held = [findings[ground.finding].roles for ground in grounds]
    if len(roles) == 1:
        (role,) = roles
        return [frozenset(given.get(role, ())) for given in held]
    return [frozenset(actor for role in roles for actor in given.get(role, ())) for given in held]


def _one_of(
    grounds: Iterable[Ground], roles: tuple[RoleId, ...], findings: Mapping[FindingId, Finding]
) -> frozenset[ActorId] | None:
    """List the actors that grounds name; None where it may be anybody, as one of them names nobody."""
    named = _named(grounds, roles, findings)
    return frozenset().union(*named) if named and all(named) else None


def _about(
    answers: Iterable[Answer],
    roles: tuple[RoleId, ...],
    named: frozenset[ActorId] | None,
    findings: Mapping[FindingId, Finding],
) -> tuple[Answer, ...]:
    """Keep of answers what may be about one of these actors; None stands for anybody."""
    if not roles:
        return tuple(answers)
    kept = []
    for answer in answers:
        held = zip(answer.grounds, _named(answer.grounds, roles, findings), strict=True)
        fit = [ground if who else _weakened(ground) for ground, who in held if not who or named is None or who & named]
        kept.append(replace(answer, grounds=tuple(fit)))
    return tuple(kept)


def _weakened(ground: Ground) -> Ground:
    return replace(ground, state=CellState.POSSIBLE) if ground.state is CellState.REPORTED else ground


def judgement(case: Case) -> Judgement:
    """Decide what the evidence amounts to.

    What is said not to be so (no tie to one party, no defection of the whole) leaves standing what was found of its
    kind elsewhere; it decides only where nothing else does.

    Args:
        case: What speaks for the factor, against it, and on the focal actor's side.

    Returns:
        The judgement.
    """
    lacking, contrary = _lacking(case.asked()), case.contrary()
    if lacking:
        is_refuted = any(answer.against for _, answer in lacking)
        return Judgement.ABSENT if is_refuted or _of_whole(case, contrary) else Judgement.NOT_CODED
    if case.is_disputed():
        return Judgement.DISPUTED
    if case.is_split() or case.is_partial(contrary):
        return Judgement.SOME_FACTIONS
    return Judgement.DISPUTED if contrary else Judgement.PRESENT


def _of_whole(case: Case, grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(ground for ground in grounds if not case.is_partial((ground,)))


def _is_open(case: Case, found: Judgement) -> bool:
    if found is Judgement.NOT_CODED:
        return False
    if found is Judgement.ABSENT:
        is_refuted = any(answer.refuted for _, answer in _lacking(case.asked()))
        return not is_refuted and _is_weak(_of_whole(case, case.contrary()))
    decides = [standing(*asked) for asked in case.asked()]
    if found is Judgement.PRESENT:
        decides = [_of_whole(case, grounds) for grounds in decides]
    elif not (case.is_disputed() or case.is_split()):  # then what speaks against it decides
        decides.append(case.contrary())
    return any(_is_weak(grounds) for grounds in decides)


def _is_weak(grounds: Iterable[Ground]) -> bool:
    return all(ground.state is CellState.POSSIBLE for ground in grounds)


def _verdict(
    scope: Scope, case: Case, actor: ActorId, period: str, findings: Mapping[FindingId, Finding]
) -> FactorVerdict:
    found = judgement(case)
    grounds = (*case.own(), *case.on_focal()) if case.own() else ()
    speaks_for = tuple(dict.fromkeys(ground.finding for ground in grounds))
    speaks_against = tuple(dict.fromkeys([*(ground.finding for ground in case.contrary()), *case.denied()]))
    return FactorVerdict(
        factor=case.rule.id,
        actor=actor,
        period=period,
        judgement=found,
        is_open=_is_open(case, found),
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
    Judgement.DISPUTED: "Disputed: the evidence conflicts.",
    Judgement.NOT_CODED: "Not coded, which does not mean absent.",
}


def _why(scope: Scope, case: Case, found: Judgement) -> str:
    own, on_focal, contrary, focal = case.own(), case.on_focal(), case.contrary(), scope.name(scope.focal)
    parts = [_OPENING[found]]
    parts += [f"For it: {grounds_text(scope, own)}."] if own else []
    parts += [f"On {focal}: {grounds_text(scope, on_focal)}."] if own and on_focal else []
    parts += [f"Against it: {grounds_text(scope, contrary)}."] if contrary else []
    parts += [f"Said not to be so: {listed(case.denied())}."] if case.denied() else []
    parts += [_missing(scope, asked, "") for asked in _lacking(case.of_group())]
    parts += [_missing(scope, asked, f" on {focal}") for asked in _lacking(case.of_focal())]
    return " ".join(parts)


def _missing(scope: Scope, asked: Asked, where: str) -> str:
    condition, answer = asked
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
    # a judgement is no event: what the rules and the policy make of open dates does not silence an author
    aside = replace(scope, policy=DatePolicy.OPEN, rules=replace(scope.rules, undated=Undated.POSSIBLE))
    said = {
        factor: ask(aside, Condition((rule.stated.selector,), _ANY_STATE), rows=actors)
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
    told = f"Authors say {stated.replace('_', ' ')} ({listed(named)}), derived {derived}."
    return f"{told} {_cause(verdict, stated)} {verdict.why}"


_CAUSES = {
    Judgement.NOT_CODED: "The authors judge what no finding that the rule asks for shows.",
    Judgement.ABSENT: "The authors see more than the rule, which finds only what speaks against it.",
    Judgement.PRESENT: "The rule counts whatever it finds; the authors weigh it.",
    Judgement.DISPUTED: "The rule lets both sides stand; the authors decide between them.",
    Judgement.SOME_FACTIONS: "What the rule finds concerns factions only; the authors speak of the group.",
}


def _cause(verdict: FactorVerdict, stated: Judgement) -> str:
    if stated is Judgement.DISPUTED:
        told = "The authors contradict each other."
    elif stated is Judgement.SOME_FACTIONS and verdict.judgement in {Judgement.PRESENT, Judgement.DISPUTED}:
        told = "The evidence names the group as a whole; which of its factions are meant is not coded."
    else:
        told = _CAUSES[verdict.judgement]
    return f"{told} What decides leaves its date, its wording or whom it concerns open." if verdict.is_open else told
