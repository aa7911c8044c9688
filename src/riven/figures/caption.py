"""What a figure says, in words: the caption below it, and the text read out in its place.

Both are pure functions of the panel, so a figure, its files' metadata and the report never tell different stories.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from riven.errors import UnknownTermError
from riven.ids import ActorId
from riven.model.panel import Cell, CellState, Panel
from riven.model.wording import STATE_WORDS, is_inherited

MAX_ROWS_READ_OUT = 40
NO_ROWS = "No actor has a row under this rule."


def cell_of(panel: Panel, actor: ActorId, period: str) -> Cell:
    """Look a cell up; a cell the panel lacks is a defect and is never drawn as an empty one.

    Returns:
        The cell.

    Raises:
        UnknownTermError: The panel has no such cell.
    """
    try:
        return panel.cells[actor, period]
    except KeyError:
        raise UnknownTermError(f"{actor} {period}", f"cell of measure '{panel.measure}'") from None


def cells_of(panel: Panel) -> tuple[Cell, ...]:
    """List the cells that are shown, row by row.

    Returns:
        One cell for every row and period, in display order.

    Raises:
        UnknownTermError: The panel lacks one of them.
    """
    return tuple(cell_of(panel, actor, period) for actor in panel.actors for period in panel.periods)


def caption(panel: Panel) -> str:
    """Write the caption of a panel from its rule and the effort behind it.

    Args:
        panel: The panel, its `sentence` being the measure's rule in plain words.

    Returns:
        Sentences in one paragraph: the rule, what the numbers and marks mean, how many cells are in which state,
        how much was searched, and what an empty cell does not say.

    Raises:
        UnknownTermError: The panel lacks one of its cells.
    """
    cells = cells_of(panel)
    if not cells:
        return f"{_sentence(panel.sentence)} {NO_ROWS}"
    parts = [_sentence(panel.sentence)]
    if any(cell.state.has_evidence for cell in cells):
        parts.append("Numbers count independent sources; copies of one story count once.")
    parts += [_tally(cells), *_effort(cells)]
    if any(cell.state is CellState.NOT_SEARCHED for cell in cells):
        parts.append("Where nobody searched, the absence of reports is not the absence of the act.")
    elif any(cell.state is CellState.NONE_FOUND for cell in cells):
        parts.append("The absence of reports is not the absence of the act.")
    return " ".join(part for part in parts if part)


def alternative_text(panel: Panel) -> str:
    """Describe a panel for a reader who cannot see it.

    Args:
        panel: The panel.

    Returns:
        The title, the size of the matrix and every row in words; for more than 40 rows only the tally, since the
        table of the report then serves a listener better.

    Raises:
        UnknownTermError: The panel lacks one of its cells.
    """
    cells = cells_of(panel)
    if not cells:
        return f"{_sentence(panel.title)} An empty matrix: no actor has a row under this rule."
    size = f"Matrix of {_count(len(panel.actors), 'group')} by {_count(len(panel.periods), 'period')}"
    parts = [_sentence(panel.title), f"{size}, {_span(panel.periods)}."]
    if len(panel.actors) > MAX_ROWS_READ_OUT:
        return " ".join([*parts, _tally(cells)])
    for label, actors in panel.groups:
        if label and actors:
            parts.append(f"{label}:")
        parts += [_row(panel, actor) for actor in actors]
    return " ".join(parts)


def _row(panel: Panel, actor: ActorId) -> str:
    cells = [cell_of(panel, actor, period) for period in panel.periods]
    clauses = []
    for state in CellState:
        held = [index for index, cell in enumerate(cells) if cell.state is state]
        if held:
            clauses.append(f"{STATE_WORDS[state].label} {_periods(panel.periods, held)}")
    inherited = [index for index, cell in enumerate(cells) if is_inherited(cell)]
    if inherited:
        clauses.append(f"inherited from another actor {_periods(panel.periods, inherited)}")
    return f"{panel.labels.get(actor, actor)}: {'; '.join(clauses)}."


def _periods(labels: Sequence[str], held: Sequence[int]) -> str:
    """Name periods by their positions, runs of three and more as `first to last`."""
    runs: list[list[int]] = []
    for index in held:
        if runs and runs[-1][-1] == index - 1:
            runs[-1].append(index)
        else:
            runs.append([index])
    names: list[str] = []
    for run in runs:
        first, last = labels[run[0]], labels[run[-1]]
        names += [f"{first} to {last}"] if len(run) > 2 else [labels[index] for index in run]
    return ", ".join(names)


def _tally(cells: Iterable[Cell]) -> str:
    counts = Counter(cell.state for cell in cells)
    stated = [f"{counts[state]} {STATE_WORDS[state].label}" for state in CellState if counts[state]]
    return f"Of {_count(counts.total(), 'cell')}: {', '.join(stated)}."


def _effort(cells: Iterable[Cell]) -> list[str]:
    searched = [cell for cell in cells if cell.state is not CellState.OUTSIDE]
    counted = [cell.documents_searched for cell in searched if cell.documents_searched is not None]
    if not counted:
        return ["How many documents were searched is not recorded."] if searched else []
    low, high = min(counted), max(counted)
    spread = _count(low, "document") if low == high else f"{low} to {_count(high, 'document')}"
    uncounted = len(searched) - len(counted)
    rest = f"; for {_count(uncounted, 'cell')} nobody recorded a number" if uncounted else ""
    return [f"Searched per cell: {spread}{rest}."]


def _span(labels: Sequence[str]) -> str:
    return labels[0] if len(labels) == 1 else f"{labels[0]} to {labels[-1]}"


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def _sentence(text: str) -> str:
    text = text.strip()
    return text if not text or text[-1] in ".!?…。؟" else f"{text}."
