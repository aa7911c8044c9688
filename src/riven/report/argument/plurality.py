"""The section on effort and plurality: how much was searched for each cell, and how few voices results rest on."""

from collections.abc import Iterator, Mapping, Sequence

from riven.analysis.pluralism import CellVoices, Share
from riven.ids import ActorId, MeasureId
from riven.model.panel import Panel
from riven.model.wording import STATE_WORDS
from riven.report.argument.references import References, counted, soft
from riven.report.blocks import Block, Heading, Line, Look, Piece, Prose, Row, Section, Table, line

MOST_CELLS = 400
TITLE = "Search effort beside results, and how few voices they rest on"


def plurality(
    cells: tuple[CellVoices, ...], shares: tuple[Share, ...], panels: Mapping[MeasureId, Panel], names: References
) -> Section:
    """Set the effort beside the outcome, and say how much of it comes from a single voice.

    Args:
        cells: Voices of every cell.
        shares: How many cells of each measure rest on a single voice.
        panels: Panels by measure.
        names: How actors are named.

    Returns:
        The section.
    """
    blocks: list[Block] = []
    if shares:
        blocks.append(_shares(shares, panels))
    for number, (measure, panel) in enumerate(panels.items(), start=1):
        blocks += _effort(
            f"Effort behind Figure {number}", panel, [cell for cell in cells if cell.measure == measure], names
        )
    if not blocks:
        blocks.append(Prose(line("The study has no figure, so there is nothing to set the effort beside.")))
    return Section("plurality", TITLE, "Plurality", tuple(blocks))


def _shares(shares: tuple[Share, ...], panels: Mapping[MeasureId, Panel]) -> Table:
    by_measure: dict[MeasureId, list[Share]] = {}
    for share in shares:
        by_measure.setdefault(share.measure, []).append(share)
    voices = tuple(dict.fromkeys(share.voice for share in shares))
    return Table(
        caption="Cells that rest on a single voice, of those for which it is known. Sources that do not record a "
        "country, say, leave it unknown.",
        columns=("Figure", *(f"One {voice}" for voice in voices)),
        rows=tuple(
            Row(
                line(Piece(panels[measure].title if measure in panels else measure, Look.NAME)),
                tuple(_share(share) for share in held),
            )
            for measure, held in by_measure.items()
        ),
    )


def _share(held: Share) -> tuple[Line, ...]:
    if held.share is None:
        return (soft("not known for any cell" if held.evidence else "no cell with evidence"),)
    told = line(f"{held.single} of {held.known} ({held.share:.0%})")
    unknown = held.evidence - held.known
    return (told, soft(f"{unknown} not known")) if unknown else (told,)


def _effort(title: str, panel: Panel, cells: Sequence[CellVoices], names: References) -> Iterator[Block]:
    if not cells:
        return
    yield Heading(title)
    if len(cells) > MOST_CELLS:
        yield Prose(line(f"{counted(len(cells), 'cell')} are too many for a page; voices.csv lists them all."))
        return
    held = {(cell.actor, cell.period): cell for cell in cells}
    yield Table(
        caption=f"{panel.title}: the state of each cell, how many documents were searched for it, and the independent "
        "sources it rests on",
        columns=("Group", *panel.periods),
        rows=tuple(
            Row(
                line(Piece(names.name(actor), Look.NAME)),
                tuple(_cell(held[actor, period]) for period in panel.periods if (actor, period) in held),
            )
            for actor in dict.fromkeys(ActorId(actor) for actor, _ in held)
        ),
    )


def _cell(cell: CellVoices) -> tuple[Line, ...]:
    words = STATE_WORDS[cell.state]
    searched = cell.documents_searched
    effort = "not counted" if searched is None else f"{searched} searched"
    sources = cell.numbers.get("source")
    rests = f", {counted(sources, 'source')}" if sources is not None else ""
    return line(f"{words.sign} {words.label}"), soft(f"{effort}{rests}")
