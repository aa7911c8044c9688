"""Who looked, and whether it was enough: only a recorded search makes an empty cell `none_found`."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from riven.analysis.lives import lives_of
from riven.analysis.scope import Scope
from riven.dates import DayRange, Period
from riven.ids import ActorId, KindId
from riven.model.panel import CellState
from riven.model.source import Search


@dataclass(frozen=True, slots=True)
class Blank:
    """What a cell says when no finding supports it.

    Attributes:
        state: `outside`, `none_found` or `not_searched`.
        documents: Documents screened for the row, the kinds and the period; None when nobody counted.
    """

    state: CellState
    documents: int | None


def blanks(
    scope: Scope, *, kinds: Collection[KindId], rows: Iterable[ActorId], columns: Sequence[Period]
) -> list[list[Blank]]:
    """Work out what every cell says before any evidence.

    A search covers a row when it was about every actor the row stands for. A period is searched when, for every kind
    of claim the measure rests on, the searches that count cover every day of it together.

    Args:
        scope: The scope.
        kinds: Kinds of claim the measure rests on.
        rows: Actors.
        columns: Periods.

    Returns:
        One list a row, one blank a period.
    """
    searches = tuple(search for search in scope.searches if search.counts)
    known: dict[tuple[tuple[int, ...], ...], list[tuple[bool, int | None]]] = {}
    table = []
    for row in rows:
        members = scope.scheme.members(row)
        about = tuple(_about(searches, member) for member in members)
        if about not in known:
            known[about] = [_effort(searches, about, kinds, period.days) for period in columns]
        own = lives_of(scope, row)
        table.append(
            [
                Blank(_state(is_searched, any(life.meets(period.days) for life in own)), documents)
                for (is_searched, documents), period in zip(known[about], columns, strict=True)
            ]
        )
    return table


def _state(is_searched: bool, existed: bool) -> CellState:  # noqa: FBT001
    if not existed:
        return CellState.OUTSIDE
    return CellState.NONE_FOUND if is_searched else CellState.NOT_SEARCHED


def _about(searches: Sequence[Search], actor: ActorId) -> tuple[int, ...]:
    return tuple(number for number, search in enumerate(searches) if not search.actors or actor in search.actors)


def _effort(
    searches: Sequence[Search], about: Sequence[Sequence[int]], kinds: Collection[KindId], days: DayRange
) -> tuple[bool, int | None]:
    is_searched = all(
        _covers((searches[n] for n in numbers if not searches[n].kinds or kind in searches[n].kinds), days)
        for numbers in about
        for kind in kinds
    )
    met = dict.fromkeys(
        number
        for numbers in about
        for number in numbers
        if (not searches[number].kinds or set(searches[number].kinds) & set(kinds))
        and any(span.meets(days) for span in searches[number].covers.spans)
    )
    return is_searched, _documents([searches[number] for number in met])


def _documents(searches: Sequence[Search]) -> int | None:
    """Add up documents screened; a search that lists what it read without counting it is counted by its list."""
    counted = [search.documents for search in searches if search.documents is not None]
    listed = {source for search in searches if search.documents is None for source in search.sources}
    return sum(counted) + len(listed) if counted or listed else None


def _covers(searches: Iterable[Search], days: DayRange) -> bool:
    """Say whether every day was searched; one of several spans, nobody knows which, covers nothing for sure."""
    spans = [
        (span.first or date.min, span.last or date.max)
        for search in searches
        if search.covers.each or len(search.covers.spans) == 1
        for span in search.covers.spans
    ]
    reached, end = days.first or date.min, days.last or date.max
    for first, last in sorted(spans):
        if first > reached:
            return False
        if last >= end:
            return True
        reached = max(reached, last + timedelta(days=1))
    return False
