"""Which camp each rival is in, with the claims for it and against it; where the rules do not decide, nobody does."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial

from riven.analysis.conditions import Answer, Answering, ask, grounds_text
from riven.analysis.scope import Scope
from riven.analysis.wording import either, selectors_text
from riven.ids import ActorId, ClaimId, FindingId, RuleId
from riven.model.condition import Condition
from riven.model.finding import Finding
from riven.model.rule import CampRule

UNCLASSIFIED = "unclassified"


@dataclass(frozen=True, slots=True)
class CampVerdict:
    """Which camp a rival is in, and why.

    Attributes:
        actor: The rival.
        camp: Identifier of the camp, or `unclassified`.
        label: Printed name of the rival.
        why: Why, in plain sentences that name findings; for an unclassified rival the question that is open.
        claims_for: Claims the camp's conditions rest on; for an unclassified rival those of the camp that is open.
        claims_against: Claims that speak against it: explicit negatives, what is too weak to decide, and what only
            another camp asks for.
    """

    actor: ActorId
    camp: str
    label: str
    why: str
    claims_for: tuple[ClaimId, ...]
    claims_against: tuple[ClaimId, ...]


class _Value(StrEnum):
    HOLDS = "holds"
    FAILS = "fails"
    OPEN = "open"


_VERBS = {_Value.HOLDS: "holds", _Value.FAILS: "does not hold", _Value.OPEN: "is open"}


@dataclass(frozen=True, slots=True)
class _Judged:
    """One condition of one camp, judged for one actor."""

    condition: Condition
    needed: bool
    value: _Value
    answer: Answer

    def text(self, scope: Scope) -> str:
        """Say what was found, and what the camp makes of it."""
        about = selectors_text(self.condition.any)
        enough = self.answer.enough(self.condition.states)
        if not self.answer.grounds:
            return f"no evidence of {about}, which it {'needs' if self.needed else 'rules out'}"
        told = grounds_text(scope, enough or self.answer.grounds)
        if self.value is _Value.OPEN:
            return f"evidence of {about} is not {either(self.condition.states)}: {told}"
        return f"evidence of {about}{'' if self.needed else ', which it rules out'}: {told}"


def judge_camps(
    scope: Scope, rivals: Sequence[ActorId], *, findings: Mapping[FindingId, Finding]
) -> tuple[CampVerdict, ...]:
    """Put every rival into the first camp whose conditions hold.

    Args:
        scope: The scope.
        rivals: Rivals, in file order.
        findings: Findings by id.

    Returns:
        One verdict a rival. A rival is unclassified when an earlier camp is open, because that camp might be its
        own, and when no camp holds.
    """
    answers = _answers(scope, rivals)
    return tuple(_verdict(scope, actor, partial(_answer, answers, actor), findings) for actor in rivals)


def camp_of(camps: Iterable[CampRule], answer_to: Answering) -> str:
    """Name the camp that answers put a rival into.

    Args:
        camps: Camps in the order they are tried.
        answer_to: What the evidence says to a condition about the rival.

    Returns:
        Identifier of the camp, or `unclassified`.
    """
    values = {camp.id: _value(_judge(camp, answer_to)) for camp in camps}
    camp = _deciding(values)
    return camp if camp and values[camp] is _Value.HOLDS else UNCLASSIFIED


def _deciding(values: Mapping[RuleId, _Value]) -> RuleId:
    """Find the first camp that does not fail; empty when all do."""
    return next((camp for camp, value in values.items() if value is not _Value.FAILS), RuleId(""))


_Key = tuple[tuple[str, ...], tuple[str, ...]]


def _key(condition: Condition) -> _Key:
    return condition.any, condition.attribution


def _answers(scope: Scope, rivals: Sequence[ActorId]) -> Mapping[_Key, Mapping[ActorId, Answer]]:
    """Ask every question once, however many camps turn on it."""
    conditions = {_key(held): held for camp in scope.rules.camps for held in (*camp.needs, *camp.lacks)}
    return {key: ask(scope, condition, rows=rivals) for key, condition in conditions.items()}


def _answer(answers: Mapping[_Key, Mapping[ActorId, Answer]], actor: ActorId, condition: Condition) -> Answer:
    return answers[_key(condition)][actor]


def _verdict(scope: Scope, actor: ActorId, answer_to: Answering, findings: Mapping[FindingId, Finding]) -> CampVerdict:
    judged = {camp.id: _judge(camp, answer_to) for camp in scope.rules.camps}
    camp_id = _deciding({camp: _value(held) for camp, held in judged.items()})
    told: list[str] = []
    for camp in scope.rules.camps:
        value = _value(judged[camp.id])
        deciding = [one for one in judged[camp.id] if value in {one.value, _Value.HOLDS}]
        reasons = "; ".join(one.text(scope) for one in deciding)
        told.append(f"The camp '{scope.filled(camp.label)}' {_VERBS[value]}: {reasons}.")
        if camp.id == camp_id:
            break
    if not camp_id:
        told.append("No camp of the rules fits.")
    return CampVerdict(
        actor=actor,
        camp=camp_of(scope.rules.camps, answer_to),
        label=scope.name(actor),
        why=" ".join(told),
        claims_for=_claims(_for(judged.get(camp_id, ())), findings),
        claims_against=_claims(_against(camp_id, judged), findings),
    )


def _judge(camp: CampRule, answer_to: Answering) -> tuple[_Judged, ...]:
    asked = [(condition, True) for condition in camp.needs] + [(condition, False) for condition in camp.lacks]
    judged = []
    for condition, needed in asked:
        answer = answer_to(condition)
        if answer.enough(condition.states):
            value = _Value.HOLDS if needed else _Value.FAILS
        elif answer.grounds:
            value = _Value.OPEN
        else:
            value = _Value.FAILS if needed else _Value.HOLDS
        judged.append(_Judged(condition, needed, value, answer))
    return tuple(judged)


def _value(judged: Iterable[_Judged]) -> _Value:
    """Combine conditions: one that fails decides, then one that is open."""
    values = {one.value for one in judged}
    return next((value for value in (_Value.FAILS, _Value.OPEN) if value in values), _Value.HOLDS)


def _for(judged: Iterable[_Judged]) -> tuple[FindingId, ...]:
    """List what holds up a camp: the evidence for what it needs."""
    held = [one for one in judged if one.needed and one.value is _Value.HOLDS]
    return tuple(dict.fromkeys(ground.finding for one in held for ground in one.answer.grounds))


def _against(camp: RuleId, judged: Mapping[RuleId, Sequence[_Judged]]) -> tuple[FindingId, ...]:
    """List what speaks against a camp: negatives, what is too weak, and what only other camps ask for."""
    own = judged.get(camp, ())
    found = [finding for one in own if one.needed for finding in one.answer.against]
    weak = [one for one in own if one.value is _Value.OPEN or not one.needed]
    others = [one for name, conditions in judged.items() if name != camp for one in conditions if one.needed]
    found += [ground.finding for one in (*weak, *others) for ground in one.answer.grounds]
    return tuple(finding for finding in dict.fromkeys(found) if finding not in _for(own))


def _claims(named: Iterable[FindingId], findings: Mapping[FindingId, Finding]) -> tuple[ClaimId, ...]:
    return tuple(dict.fromkeys(claim for finding in named for claim in findings[finding].claims))
