"""Panels as figures: title, matrix, legend of the states that occur, and caption.

Everything is placed in millimetres and drawn with matplotlib's figure alone, without axes, without `pyplot` and
without its global state: a figure of a dozen rows takes some 20 milliseconds before it is saved.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from matplotlib.figure import Figure

from riven.figures.canvas import Align, Canvas, Stroke, Words
from riven.figures.caption import NO_ROWS, alternative_text, cell_of, cells_of
from riven.figures.drawing import GAP_MM, LEGEND_POINTS, Drawing
from riven.figures.layout import COMFORTABLE_MM, MARGIN_MM, Plan, Sheet, lay_out
from riven.figures.lettering import MM_PER_POINT, width_mm
from riven.figures.marks import BLACK, INK, SUFFIX, Box, Shape, inherited_mark, mark, pad
from riven.figures.sheets import Entry, key
from riven.figures.style import plain_style
from riven.model.panel import Cell, CellState, Panel
from riven.model.wording import INHERITED_MEANING, STATE_WORDS, is_inherited

NUMBER_POINTS = 7.0
LEAST_POINTS = 4.6


def draw_panel(panel: Panel, *, caption: str, width_mm: float | None = None) -> Drawing:
    """Draw a panel as a matrix of groups by periods.

    Args:
        panel: The panel; every row and period must have its cell.
        caption: Text below the matrix, usually from `riven.figures.caption.caption`; empty for none.
        width_mm: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing; panels too tall for one sheet are continued on others.

    Raises:
        UnknownTermError: The panel lacks one of its cells.
    """
    cells = cells_of(panel)
    plan = lay_out(panel, width_mm=width_mm)
    with plain_style():
        sheets = tuple(_figure(panel, plan, cells, number, caption) for number in range(len(plan.sheets)))
    return Drawing(sheets, panel.title, caption, alternative_text(panel))


def _figure(panel: Panel, plan: Plan, cells: Sequence[Cell], number: int, caption: str) -> Figure:
    """Stack title, matrix, legend and, on the last sheet, the caption."""
    sheet, last = plan.sheets[number], number == len(plan.sheets) - 1
    canvas = Canvas(plan.width)
    y = canvas.title(panel.title, (number + 1, len(plan.sheets)))
    if sheet.cells:
        _matrix(canvas, panel, sheet, y)
        y = key(canvas, list(_entries(cells)), y + sheet.height + GAP_MM)
    elif NO_ROWS not in caption:
        y = canvas.paragraph((NO_ROWS,), MARGIN_MM, y, LEGEND_POINTS)
    return canvas.foot(caption if last else "", y)


def _matrix(canvas: Canvas, panel: Panel, sheet: Sheet, top: float) -> None:
    """Draw the cells and labels of one sheet."""
    for held in sheet.letterings:
        align: Align = "center" if held.centred else "left"
        canvas.write(Words(held.text, held.x, held.y + top, held.points, held.bold, align))
    for left, right, y in sheet.rules:
        canvas.stroke(Stroke(((left, top + y), (right, top + y))), 1)
    for placed in sheet.cells:
        box = Box(placed.box.x, placed.box.y + top, placed.box.width, placed.box.height)
        _cell(canvas, cell_of(panel, placed.actor, placed.period), box)


def _cell(canvas: Canvas, cell: Cell, box: Box) -> None:
    canvas.fill(mark(cell.state, box))
    if cell.state.has_evidence:
        suffix = SUFFIX.get(cell.state, "") if box.width >= COMFORTABLE_MM - 0.6 else ""
        _number(canvas, cell.state, f"{len(cell.independent)}{suffix}", box)
    if is_inherited(cell):
        canvas.fill(inherited_mark(cell.state, box), 4)


def _number(canvas: Canvas, state: CellState | None, text: str, box: Box) -> None:
    points = NUMBER_POINTS
    while points > LEAST_POINTS and width_mm(text, points, bold=True) > box.width - 1.0:
        points -= 0.4
    if state in SUFFIX:
        canvas.fill((pad(box, width_mm(text, points, bold=True) + 0.9, points * MM_PER_POINT * 1.1),), 2)
    colour = INK.get(state, BLACK) if state is not None else BLACK
    canvas.write(Words(text, *box.centre, points, bold=True, align="center", colour=colour))


def _entries(cells: Sequence[Cell]) -> Iterator[Entry]:
    """List what the legend explains."""
    present = {cell.state for cell in cells}
    for state in CellState:
        if state in present:
            words = STATE_WORDS[state]
            yield Entry(f"{words.label}: {words.meaning}", _Sample(state, f"1{SUFFIX.get(state, '')}"))
    if any(state.has_evidence for state in present):
        yield Entry("number of independent sources", _sample_number)
    if any(is_inherited(cell) for cell in cells):
        yield Entry(f"inherited: {INHERITED_MEANING}", _sample_inherited)


@dataclass(frozen=True, slots=True)
class _Sample:
    """Draws the mark of a state into the key."""

    state: CellState
    number: str

    def __call__(self, canvas: Canvas, box: Box) -> None:
        """Draw it, with a number where the state has evidence."""
        canvas.fill(mark(self.state, box))
        if self.state.has_evidence:
            _number(canvas, self.state, self.number, box)


def _sample_number(canvas: Canvas, box: Box) -> None:
    _frame(canvas, box)
    _number(canvas, None, "2", box)


def _sample_inherited(canvas: Canvas, box: Box) -> None:
    _frame(canvas, box)
    canvas.fill(inherited_mark(CellState.POSSIBLE, box), 4)


def _frame(canvas: Canvas, box: Box) -> None:
    canvas.fill((Shape((*box.corners, box.corners[0]), "", BLACK),))
