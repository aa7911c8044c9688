"""How many voices a result rests on: sources, outlets, countries and languages, cell by cell and for a measure.

Numbers of sources measure reporting as well as events, so they stand beside the search effort, never in its place.
What a source does not record (its country, say) is unknown, and an unknown is never counted as a voice of its own.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riven.evidence.independence import outlet_of
from riven.ids import ActorId, ClaimId, MeasureId, SourceId
from riven.model.panel import Cell, CellState, Panel
from riven.model.source import Source

VOICES = ("source", "outlet", "country", "language")


@dataclass(frozen=True, slots=True)
class CellVoices:
    """The voices of one cell, and the effort behind it.

    Attributes:
        measure: The measure.
        actor: Row.
        period: Column.
        state: State of the cell.
        documents_searched: Documents screened for it; None when nobody counted.
        numbers: Distinct independent sources, outlets, countries and languages, by `VOICES`, as far as sources record
            them: where some do not there may be more, and where that leaves open whether there is more than one it is
            None. A cell without evidence has none. Variants of a language (`en-GB`) are one language.
        claims: Claims the cell rests on.
    """

    measure: MeasureId
    actor: ActorId
    period: str
    state: CellState
    documents_searched: int | None
    numbers: Mapping[str, int | None]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Share:
    """How many cells of a measure rest on a single voice.

    Attributes:
        measure: The measure.
        voice: `source`, `outlet`, `country` or `language`.
        single: Cells whose evidence comes from one such voice.
        known: Cells with evidence for which it is known.
        evidence: Cells with evidence.
    """

    measure: MeasureId
    voice: str
    single: int
    known: int
    evidence: int

    @property
    def share(self) -> float | None:
        """Share of the cells for which it is known, 0 to 1; None where it is known for none."""
        return self.single / self.known if self.known else None


def voices(panels: Iterable[Panel], sources: Mapping[SourceId, Source]) -> tuple[CellVoices, ...]:
    """Count the voices of every cell.

    Args:
        panels: Panels, in the order of the figures.
        sources: Sources by id.

    Returns:
        One entry a cell, in the order of the figures.
    """
    return tuple(
        _of(panel.cells[actor, period], sources)
        for panel in panels
        for actor in panel.actors
        for period in panel.periods
    )


def shares(cells: Iterable[CellVoices]) -> tuple[Share, ...]:
    """Say for every measure how many of its cells rest on a single source, outlet, country or language.

    Args:
        cells: Cells of `voices`.

    Returns:
        One entry a measure and sort of voice; measures in order of appearance.
    """
    by_measure: dict[MeasureId, list[CellVoices]] = {}
    for cell in cells:
        held = by_measure.setdefault(cell.measure, [])
        if cell.state.has_evidence:
            held.append(cell)
    return tuple(_share(measure, voice, held) for measure, held in by_measure.items() for voice in VOICES)


def _share(measure: MeasureId, voice: str, cells: Iterable[CellVoices]) -> Share:
    numbers = [cell.numbers[voice] for cell in cells]
    known = [number for number in numbers if number is not None]
    return Share(measure, voice, sum(number == 1 for number in known), len(known), len(numbers))


def _of(cell: Cell, sources: Mapping[SourceId, Source]) -> CellVoices:
    held = [sources[source] for source in cell.independent if source in sources]
    numbers: dict[str, int | None] = {"source": len(cell.independent) if cell.state.has_evidence else None}
    numbers |= {
        "outlet": _distinct(outlet_of(source) for source in held),
        "country": _distinct(source.country for source in held),
        "language": _distinct(str(source.csl.get("language") or "").partition("-")[0] for source in held),
    }
    return CellVoices(cell.measure, cell.actor, cell.period, cell.state, cell.documents_searched, numbers, cell.claims)


def _distinct(names: Iterable[str]) -> int | None:
    """Count distinct names; one name beside an unknown one may be one voice or two, so that is unknown as well."""
    given = [" ".join(name.casefold().split()) for name in names]
    known = set(given) - {""}
    return len(known) if len(known) > 1 or (known and "" not in given) else None
