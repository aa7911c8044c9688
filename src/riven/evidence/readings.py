"""What one coder makes of one act, and whether two coders make the same of it.

A coder may hold several claims on an act, one for each source read: they complete each other. Values and roles are
united, dates intersected. Two coders are compared on what both coded; a blank is no disagreement.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TypeVar

from riven.dates import DayRange, FuzzyDate, parse
from riven.ids import ActorId, CoderId, RoleId, VariableId
from riven.model.claim import Claim, Modality, Polarity
from riven.model.codebook import Codebook, DateRole

Name = TypeVar("Name")
Item = TypeVar("Item")

_SAYS_SO = {Modality.ASSERTED, Modality.REPORTED}


@dataclass(frozen=True, slots=True)
class Reading:
    """What a coder, or several who agree, make of one act.

    Attributes:
        coder: Who reads it so.
        roles: Actors by role, everything any claim names.
        values: Values by variable, everything any claim gives.
        dates: Dates by date role: the days all claims allow, or the days any of them allows when they conflict.
        conflict: How the dates conflict, in plain words; empty when they do not.
    """

    coder: CoderId
    roles: Mapping[RoleId, tuple[ActorId, ...]]
    values: Mapping[VariableId, tuple[str, ...]]
    dates: Mapping[DateRole, FuzzyDate]
    conflict: str


def read(claims: Sequence[Claim]) -> Reading:
    """Merge the claims of one coder, or of coders who agree, on one act.

    Args:
        claims: At least one claim; all about one act.

    Returns:
        The reading; its conflict names the first date role on which no day suits every claim.
    """
    if len(claims) == 1:
        (claim,) = claims
        dates = {role: held.value for role, held in claim.dates.items()}
        return Reading(claim.coder, claim.roles, claim.values, dates, "")
    dates, conflict = _dates(claims)
    return Reading(
        claims[0].coder,
        _united(claim.roles for claim in claims),
        _united(claim.values for claim in claims),
        dates,
        conflict,
    )


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


def coding_conflict(readings: Sequence[Reading], codebook: Codebook) -> str:
    """Say whether coders disagree on what the act is.

    Args:
        readings: One reading a coder.
        codebook: Says which variables are scored.

    Returns:
        The first disagreement in plain words, with both values; empty when there is none.
    """
    scored = {variable.id for variable in codebook.variables.values() if variable.scored}
    for one, other in combinations(readings, 2):
        for name, ours, theirs in _comparable(one, other, scored):
            if set(ours) != set(theirs):
                return f"{one.coder} coded {name} as {_join(ours)}, {other.coder} as {_join(theirs)}"
        for role in one.dates:
            if role in other.dates and _both(one.dates[role], other.dates[role]) is None:
                ours, theirs = (str(one.dates[role]),), (str(other.dates[role]),)
                return f"{one.coder} coded the date it was {role} as {_join(ours)}, {other.coder} as {_join(theirs)}"
    return ""


def _comparable(
    one: Reading, other: Reading, scored: set[VariableId]
) -> Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for role, actors in one.roles.items():
        if actors and other.roles.get(role):
            yield role, actors, other.roles[role]
    for variable, values in one.values.items():
        if variable in scored and values and other.values.get(variable):
            yield variable, values, other.values[variable]


def _united(parts: Iterable[Mapping[Name, tuple[Item, ...]]]) -> dict[Name, tuple[Item, ...]]:
    united: dict[Name, tuple[Item, ...]] = {}
    for part in parts:
        for name, items in part.items():
            united[name] = tuple(dict.fromkeys((*united.get(name, ()), *items)))
    return united


def _dates(claims: Sequence[Claim]) -> tuple[dict[DateRole, FuzzyDate], str]:
    """Intersect the dates of claims; where no day suits all, keep every day that suits one, and say so."""
    given: dict[DateRole, list[FuzzyDate]] = {}
    for claim in claims:
        for role, held in claim.dates.items():
            given.setdefault(role, []).append(held.value)
    dates, conflict = {}, ""
    for role in sorted(given):
        shared: FuzzyDate | None = given[role][0]
        for value in given[role][1:]:
            shared = shared and _both(shared, value)
        if shared is None:
            texts = dict.fromkeys(str(value) for value in given[role])
            conflict = conflict or f"no day suits every date given for when it was {role}: {_join(texts)}"
            shared = _either(given[role])
        dates[role] = shared
    return dates, conflict


def _both(one: FuzzyDate, other: FuzzyDate) -> FuzzyDate | None:
    """Keep the days two dates of one act share; None when they share none."""
    if one.spans == other.spans and one.each == other.each:
        return one
    spans = tuple(part for mine in one.spans for theirs in other.spans if (part := mine.cut(theirs)) is not None)
    if not spans:
        return None
    if one.each or other.each:  # several occurrences say more than one of them
        return max((one, other), key=lambda value: (value.each, len(value.spans), value.edtf))
    for value in (one, other):
        if spans == value.spans:
            return value
    return replace(parse(_edtf(spans)), qualifier=_qualifier((one, other)))


def _either(values: Sequence[FuzzyDate]) -> FuzzyDate:
    spans = sorted({span for value in values for span in value.spans}, key=str)
    return replace(parse(_edtf(tuple(spans))), qualifier=_qualifier(values))


def _edtf(spans: tuple[DayRange, ...]) -> str:
    if len(spans) == 1:
        (span,) = spans
        return str(span.first) if span.first == span.last else str(span)
    members = (str(s.first) if s.first == s.last else f"{s.first or ''}..{s.last or ''}" for s in spans)
    return f"[{','.join(members)}]"


def _qualifier(values: Iterable[FuzzyDate]) -> str:
    signs = {sign for value in values for sign in value.qualifier.split(" and ")}
    return " and ".join(sign for sign in ("uncertain", "approximate") if sign in signs)


def _ids(claims: Iterable[Claim]) -> str:
    return ", ".join(claim.id for claim in claims)


def _join(values: Iterable[str]) -> str:
    return "'" + "; ".join(values) + "'"
