"""Panels as figures: title, matrix, legend of the states that occur, and caption.

Everything is placed in millimetres and drawn with matplotlib's figure alone, without axes, without `pyplot` and
without its global state: a figure of a dozen rows takes some 20 milliseconds before it is saved.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from riven.figures.caption import NO_ROWS, alternative_text, cell_of, cells_of
from riven.figures.layout import COMFORTABLE_MM, MARGIN_MM, PAGE_MM, Lettering, Plan, Sheet, lay_out
from riven.figures.lettering import MM_PER_POINT, drawable, font, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, INK, SUFFIX, Box, Shape, inherited_mark, mark, pad
from riven.figures.style import plain_style
from riven.model.panel import Cell, CellState, Panel
from riven.model.wording import INHERITED_MEANING, STATE_WORDS, is_inherited

TITLE_POINTS = 8.5
NUMBER_POINTS = 7.0
LEAST_POINTS = 4.6
LEGEND_POINTS = 6.2
CAPTION_POINTS = 6.2
SWATCH_MM = (7.4, 4.2)
GAP_MM = 2.2
MM_PER_INCH = 25.4


@dataclass(frozen=True, slots=True)
class Drawing:
    """A panel drawn, on one or more sheets.

    Attributes:
        sheets: One figure a sheet.
        title: Title as in the panel, for the files' metadata.
        caption: Caption as given.
        alternative: What the figure shows, in words.
    """

    sheets: tuple[Figure, ...]
    title: str
    caption: str
    alternative: str


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
    room = plan.width - 2 * MARGIN_MM
    title = drawable(panel.title) + (f" ({number + 1} of {len(plan.sheets)})" if len(plan.sheets) > 1 else "")
    top = _Canvas(plan.width)
    y = top.paragraph(wrap(title, room, TITLE_POINTS, bold=True), MARGIN_MM, TITLE_POINTS, bold=True)
    y += GAP_MM * 0.6
    if sheet.cells:
        top.matrix(panel, sheet, y)
        y = top.legend(cells, y + sheet.height + GAP_MM)
    elif NO_ROWS not in caption:
        y = top.paragraph((NO_ROWS,), y, LEGEND_POINTS)
    if caption and last:
        y = top.paragraph(wrap(drawable(caption), room, CAPTION_POINTS), y + GAP_MM * 0.5, CAPTION_POINTS)
    return top.finish(y + MARGIN_MM)


class _Canvas:
    """Collects shapes and letters in millimetres and turns them into a figure once its height is known."""

    def __init__(self, width: float) -> None:
        self._width = width
        self._letters: list[tuple[Lettering, str]] = []
        self._layers: dict[tuple[int, str, str, float], list[tuple[tuple[float, float], ...]]] = {}

    def paragraph(self, lines: Iterable[str], y: float, points: float, *, bold: bool = False) -> float:
        """Set lines of text from a height downwards and return the height below them."""
        for line in lines:
            self._write(Lettering(line, MARGIN_MM, y + line_mm(points) / 2, points, bold=bold))
            y += line_mm(points)
        return y

    def matrix(self, panel: Panel, sheet: Sheet, top: float) -> None:
        """Draw the cells and labels of one sheet."""
        for lettering in sheet.letterings:
            self._write(_lowered(lettering, top))
        for left, right, y in sheet.rules:
            self._draw(0, (Shape(((left, top + y), (right, top + y)), "", BLACK),))
        for placed in sheet.cells:
            box = Box(placed.box.x, placed.box.y + top, placed.box.width, placed.box.height)
            self._cell(cell_of(panel, placed.actor, placed.period), box)

    def legend(self, cells: Sequence[Cell], y: float) -> float:
        """Explain the states that occur, and return the height below the last line."""
        columns = 2 if self._width >= PAGE_MM * 0.8 else 1
        width = (self._width - 2 * MARGIN_MM) / columns
        entries = list(_legend_entries(cells))
        per_column = -(-len(entries) // columns)
        lowest = y
        for column in range(columns):
            x, down = MARGIN_MM + column * width, y
            for state, inherited, number, text in entries[column * per_column : (column + 1) * per_column]:
                lines = wrap(text, width - SWATCH_MM[0] - 3.0, LEGEND_POINTS)
                height = max(SWATCH_MM[1] + 0.9, len(lines) * line_mm(LEGEND_POINTS) + 0.6)
                box = Box(x, down + (height - SWATCH_MM[1]) / 2, *SWATCH_MM)
                self._swatch(state, box, number, inherited=inherited)
                for index, line in enumerate(lines):
                    middle = down + height / 2 + (index - (len(lines) - 1) / 2) * line_mm(LEGEND_POINTS)
                    self._write(Lettering(line, x + SWATCH_MM[0] + 1.6, middle, LEGEND_POINTS))
                down += height
            lowest = max(lowest, down)
        return lowest

    def finish(self, height: float) -> Figure:
        """Make the figure."""
        size = (self._width / MM_PER_INCH, height / MM_PER_INCH)
        figure = Figure(figsize=size, dpi=300, facecolor="white")
        place = Affine2D().scale(1 / MM_PER_INCH, -1 / MM_PER_INCH).translate(0, size[1]) + figure.dpi_scale_trans
        for (layer, fill, edge, wide), shapes in sorted(self._layers.items()):
            figure.add_artist(_collection(shapes, (fill, edge, wide), place, layer))
        for lettering, colour in self._letters:
            figure.add_artist(_text(lettering, colour, place))
        return figure

    def _swatch(self, state: CellState | None, box: Box, number: str, *, inherited: bool) -> None:
        if state is not None:
            self._draw(0, mark(state, box))
        else:
            self._draw(0, (Shape((*box.corners, box.corners[0]), "", BLACK),))
        if inherited:
            self._draw(4, inherited_mark(CellState.POSSIBLE, box))
        if number:
            self._number(state, number, box)

    def _cell(self, cell: Cell, box: Box) -> None:
        self._draw(0, mark(cell.state, box))
        if cell.state.has_evidence:
            suffix = SUFFIX.get(cell.state, "") if box.width >= COMFORTABLE_MM - 0.6 else ""
            self._number(cell.state, f"{len(cell.independent)}{suffix}", box)
        if is_inherited(cell):
            self._draw(4, inherited_mark(cell.state, box))

    def _number(self, state: CellState | None, text: str, box: Box) -> None:
        points = NUMBER_POINTS
        while points > LEAST_POINTS and width_mm(text, points, bold=True) > box.width - 1.0:
            points -= 0.4
        x, y = box.centre
        if state in SUFFIX:
            self._draw(2, (pad(box, width_mm(text, points, bold=True) + 0.9, points * MM_PER_POINT * 1.1),))
        colour = INK.get(state, BLACK) if state is not None else BLACK
        self._letters.append((Lettering(text, x, y, points, bold=True, centred=True), colour))

    def _write(self, lettering: Lettering) -> None:
        self._letters.append((lettering, BLACK))

    def _draw(self, layer: int, shapes: Iterable[Shape]) -> None:
        for shape in shapes:
            height = layer if shape.fill else layer + 1
            self._layers.setdefault((height, shape.fill, shape.edge, shape.points_wide), []).append(shape.points)


def _legend_entries(cells: Sequence[Cell]) -> Iterator[tuple[CellState | None, bool, str, str]]:
    """List what the legend explains: state, whether the notch is meant, sample number, text."""
    present = {cell.state for cell in cells}
    for state in CellState:
        if state in present:
            words = STATE_WORDS[state]
            sample = f"1{SUFFIX.get(state, '')}" if state.has_evidence else ""
            yield state, False, sample, f"{words.label}: {words.meaning}"
    if any(state.has_evidence for state in present):
        yield None, False, "2", "number of independent sources"
    if any(is_inherited(cell) for cell in cells):
        yield None, True, "", f"inherited: {INHERITED_MEANING}"


def _lowered(lettering: Lettering, by: float) -> Lettering:
    return Lettering(lettering.text, lettering.x, lettering.y + by, lettering.points, lettering.bold, lettering.centred)


def _collection(
    shapes: Sequence[tuple[tuple[float, float], ...]], look: tuple[str, str, float], place: Transform, layer: int
) -> PolyCollection | LineCollection:
    fill, edge, wide = look
    if fill:
        edges = edge or "none"
        return PolyCollection(
            shapes, facecolors=fill, edgecolors=edges, linewidths=wide if edge else 0, transform=place, zorder=layer
        )
    return LineCollection(shapes, colors=edge, linewidths=wide, transform=place, zorder=layer, capstyle="butt")


def _text(lettering: Lettering, colour: str, place: Transform) -> Text:
    """Set one text on a baseline a third of its height below its middle, so that neighbours share theirs."""
    return Text(
        lettering.x,
        lettering.y + 0.36 * lettering.points * MM_PER_POINT,
        lettering.text,
        color=colour,
        fontproperties=font(bold=lettering.bold),
        fontsize=lettering.points,
        horizontalalignment="center" if lettering.centred else "left",
        verticalalignment="baseline",
        parse_math=False,
        transform=place,
        zorder=10,
    )
