"""What coders make of one act, and whether they make the same of it.

A coder may hold several claims on an act, one for each source read: they complete each other. Values and roles are
united. An act lies on a day that all its dates allow; a state, and the absence of an act, fills every one of them; each
source has its own day of reporting, and the first counts. Two coders are compared on what both coded in the sources
both read; a blank is no disagreement.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

from riven.dates import FuzzyDate
from riven.evidence.dating import either, fill, first_of, meet
from riven.ids import ActorId, CoderId, PassageId, RoleId, SourceId, VariableId
from riven.model.claim import Claim, Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.source import Passage

Name = TypeVar("Name")
Item = TypeVar("Item")

_Difference = tuple[str, tuple[str, ...], tuple[str, ...]]  # what was coded, by the one, by the other
_SAYS_SO = {Modality.ASSERTED, Modality.REPORTED}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a coder, or several who agree, make of one act.

    Attributes:
        roles: Actors by role, everything any claim names.
        values: Values by variable, everything any claim gives.
        dates: Dates by date role; where claims contradict each other, the days any of them allows.
        conflict: How the dates contradict each other, in plain words; empty when they do not.
    """

    roles: Mapping[RoleId, tuple[ActorId, ...]]
    values: Mapping[VariableId, tuple[str, ...]]
    dates: Mapping[DateRole, FuzzyDate]
    conflict: str


def read(claims: Sequence[Claim], *, fills: bool) -> Reading:
    """Merge the claims of one coder, or of coders who agree, on one act.

    Args:
        claims: At least one claim; all about one act.
        fills: Whether what they are about fills its dates, as a state of affairs does, and not one day of them.

    Returns:
        The reading; its conflict names the first date role on which the claims contradict each other.
    """
    if len(claims) == 1:
        (claim,) = claims
        dates = {role: held.value for role, held in claim.dates.items()}
        return Reading(claim.roles, claim.values, dates, "")
    dates, conflict = _dates(claims, fills=fills)
    roles, values = _united(claim.roles for claim in claims), _united(claim.values for claim in claims)
    return Reading(roles, values, dates, conflict)


def sources_of(claim: Claim, passages: Mapping[PassageId, Passage]) -> tuple[SourceId, ...]:
    """List the sources a claim rests on.

    Returns:
        Each once, in the order of its passages.
    """
    return tuple(dict.fromkeys(passages[passage].source for passage in claim.passages))


def speaks_for(claim: Claim, polarity: Polarity, modality: Modality) -> bool:
    """Say whether a claim supports a finding, or contradicts it and is overruled.

    Args:
        claim: A claim about the act.
        polarity: Polarity of the finding.
        modality: Modality of the finding.

    Returns:
        False for a claim of the other polarity, and for a denial of what others say.
    """
    return claim.polarity is polarity and (claim.modality is not Modality.DENIED or modality is Modality.DENIED)


def position_conflict(claims: Sequence[Claim]) -> str:
    """Say whether sources contradict each other on whether it is so.

    Args:
        claims: The deciding claims.

    Returns:
        The contradiction in plain words; empty when there is none.
    """
    negated = [claim for claim in claims if claim.polarity is Polarity.NEGATED]
    affirmed = [claim for claim in claims if claim.polarity is Polarity.AFFIRMED]
    if negated and affirmed:
        return f"{_ids(affirmed)} affirm it, {_ids(negated)} say that it is not so"
    denied = [claim for claim in claims if claim.modality is Modality.DENIED]
    said = [claim for claim in claims if claim.modality in _SAYS_SO]
    return f"{_ids(said)} say so, {_ids(denied)} deny it" if denied and said else ""


def coding_conflict(
    claims: Iterable[Claim], scored: Collection[VariableId], passages: Mapping[PassageId, Passage], *, fills: bool
) -> str:
    """Say whether coders disagree on what the act is.

    Coders who read a source in common are compared on such sources only: what one of them found elsewhere the other
    could not code.

    Args:
        claims: The deciding claims.
        scored: Variables on which coders are compared.
        passages: Passages by id.
        fills: Whether what they are about fills its dates, as a state of affairs does.

    Returns:
        The first disagreement in plain words, with both values; empty when there is none.
    """
    coders: dict[CoderId, list[Claim]] = {}
    for claim in claims:
        coders.setdefault(claim.coder, []).append(claim)
    for one, other in combinations(sorted(coders), 2):
        ours, theirs, is_shared = _in_common(coders[one], coders[other], passages)
        mine, yours = read(ours, fills=fills), read(theirs, fills=fills)
        found = [*_differences(mine, yours, scored), *(_apart(mine, yours) if is_shared else ())]
        if found:
            name, first, second = found[0]
            return f"{one} coded {name} as {_join(first)}, {other} as {_join(second)}"
    return ""


def _in_common(
    ours: Sequence[Claim], theirs: Sequence[Claim], passages: Mapping[PassageId, Passage]
) -> tuple[Sequence[Claim], Sequence[Claim], bool]:
    """Keep the claims on sources that both coders read; all claims when there is no such source."""
    read_by = [{source for claim in claims for source in sources_of(claim, passages)} for claims in (ours, theirs)]
    shared = read_by[0] & read_by[1]
    if not shared:
        return ours, theirs, False
    mine, yours = ([claim for claim in claims if shared & {*sources_of(claim, passages)}] for claims in (ours, theirs))
    return mine, yours, True


def _differences(one: Reading, other: Reading, scored: Collection[VariableId]) -> Iterable[_Difference]:
    """List the roles and scored variables that both coded, and differently."""
    for role, actors in one.roles.items():
        if other.roles.get(role) and set(actors) != set(other.roles[role]):
            yield role, actors, other.roles[role]
    for variable, values in one.values.items():
        if variable in scored and other.values.get(variable) and set(values) != set(other.values[variable]):
            yield variable, values, other.values[variable]


def _apart(one: Reading, other: Reading) -> Iterable[_Difference]:
    """List the dates of one source on which no day suits both."""
    for role, day in one.dates.items():
        if role in other.dates and meet((day, other.dates[role])) is None:
            yield f"the date it was {role}", (str(day),), (str(other.dates[role]),)


def _united(parts: Iterable[Mapping[Name, tuple[Item, ...]]]) -> dict[Name, tuple[Item, ...]]:
    united: dict[Name, tuple[Item, ...]] = {}
    for part in parts:
        for name, items in part.items():
            known = united.setdefault(name, items)
            if known != items:
                united[name] = tuple(dict.fromkeys((*known, *items)))
    return united


def _dates(claims: Sequence[Claim], *, fills: bool) -> tuple[dict[DateRole, FuzzyDate], str]:
    """Merge the dates of claims; where they contradict each other, keep every day that suits one, and say so."""
    given: dict[DateRole, list[FuzzyDate]] = {}
    for claim in claims:
        for role, held in claim.dates.items():
            given.setdefault(role, []).append(held.value)
    dates, conflict = {}, ""
    for role in sorted(given):
        values = given[role]
        if role is DateRole.REPORTED:  # each report has a day of its own
            shared: FuzzyDate | None = first_of(values)
        else:
            shared = fill(values) if fills else meet(values)
        if shared is None:
            texts = dict.fromkeys(str(value) for value in values)
            conflict = conflict or f"no day suits every date given for when it was {role}: {_join(texts)}"
        dates[role] = shared or either(values)
    return dates, conflict


def _ids(claims: Iterable[Claim]) -> str:
    return ", ".join(claim.id for claim in claims)


def _join(values: Iterable[str]) -> str:
    return "'" + "; ".join(values) + "'"
