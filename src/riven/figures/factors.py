"""Factors drawn for print: what the rules derive in the left half of a cell, what authors state in the right half."""

from collections.abc import Callable, Iterator, Sequence

from matplotlib.figure import Figure

from riven.analysis.scenes.factor_matrix import alternative, judgement_words
from riven.analysis.scenes.matrix import Agreement, FactorMark, FactorScene
from riven.figures.canvas import Canvas, Words
from riven.figures.drawing import GAP_MM, Drawing
from riven.figures.layout import CELL_MM, COLUMN_MM, LABEL_SHARE, MARGIN_MM, PAGE_MM, ROW_MM, SHEET_MM
from riven.figures.marks import BLACK, BLUE, INK, WHITE, Box, Shape, mark
from riven.figures.rows import Strip, first_sheets, label_width, sheets, strips, write_strip
from riven.figures.sheets import Entry, Headings, key
from riven.figures.style import plain_style
from riven.ids import ActorId, RuleId
from riven.model.argument import Judgement
from riven.model.panel import CellState

LEAST_CELL_MM = 8.6
MOST_CELL_MM = 14.0
OPEN_POINTS = 5.6
RING_POINTS = 4.6
ROOM_MM = SHEET_MM - 20.0
FRAME_POINTS = 1.7
BETWEEN_MM = 1.5

LOOKS = {
    Judgement.PRESENT: CellState.REPORTED,
    Judgement.SOME_FACTIONS: CellState.POSSIBLE,
    Judgement.ABSENT: CellState.NONE_FOUND,
    Judgement.DISPUTED: CellState.DISPUTED,
    Judgement.NOT_CODED: CellState.NOT_SEARCHED,
}
"""Judgements look like the states of cells that say as much, so that a reader learns one set of marks."""

_MEANINGS = {
    Judgement.PRESENT: "it sets the group apart",
    Judgement.SOME_FACTIONS: "it holds for some factions of the group only",
    Judgement.ABSENT: "evidence says that it is not so",
    Judgement.DISPUTED: "evidence speaks for it and against it",
    Judgement.NOT_CODED: "nothing was coded, which is not the same as absent",
}


def draw_factors(scene: FactorScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw rivals by factors.

    Args:
        scene: The scene, from `riven.analysis.scenes.factor_matrix`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing; None where there is nothing to show.
    """
    if not scene.marks:
        return None
    if width is None:
        label = label_width(scene.rows, LABEL_SHARE * COLUMN_MM)
        fits = (COLUMN_MM - 2 * MARGIN_MM - label) / len(scene.columns) >= LEAST_CELL_MM
        width = COLUMN_MM if fits else PAGE_MM
    label = label_width(scene.rows, LABEL_SHARE * width)
    cell = min(MOST_CELL_MM, (width - 2 * MARGIN_MM - label) / len(scene.columns))
    laid = strips(scene.rows, label, ROW_MM + 0.4, width - 2 * MARGIN_MM)
    cut, caption = first_sheets(sheets(laid, ROOM_MM), caption)
    with plain_style():
        drawn = tuple(
            _sheet(scene, held, (number, len(cut)), (width, MARGIN_MM + label, cell), caption)
            for number, held in enumerate(cut, start=1)
        )
    return Drawing(drawn, scene.title, caption, alternative(scene))


def _sheet(
    scene: FactorScene,
    held: Sequence[Strip],
    count: tuple[int, int],
    grid: tuple[float, float, float],
    caption: str,
) -> Figure:
    width, left, cell = grid
    canvas = Canvas(width)
    y = canvas.title(scene.title, count)
    headings = Headings.of((column.label for column in scene.columns), cell)
    headings.write(canvas, left, y + headings.height, cell)
    y += headings.height
    marks = {(each.actor, each.factor): each for each in scene.marks}
    right = left + cell * len(scene.columns)
    for strip in held:
        write_strip(canvas, strip, y, right)
        if strip.line is not None:
            _row(
                canvas, strip.line.actor, [column.id for column in scene.columns], marks, (left, y, cell, strip.height)
            )
        y += strip.height
    y = key(canvas, list(_entries(scene.marks)), y + GAP_MM)
    return canvas.foot(caption if count[0] == count[1] else "", y)


def _row(
    canvas: Canvas,
    actor: ActorId,
    factors: Sequence[RuleId],
    marks: dict[tuple[ActorId, RuleId], FactorMark],
    place: tuple[float, float, float, float],
) -> None:
    left, y, cell, height = place
    for number, factor in enumerate(factors):
        top = y + (height - CELL_MM) / 2
        box = Box(left + number * cell + BETWEEN_MM / 2, top, cell - BETWEEN_MM, CELL_MM)
        _cell(canvas, marks[actor, factor], box)


def _halves(box: Box) -> tuple[Box, Box]:
    half = (box.width - 0.5) / 2
    return Box(box.x, box.y, half, box.height), Box(box.x + half + 0.5, box.y, half, box.height)


def _cell(canvas: Canvas, held: FactorMark, box: Box) -> None:
    derived, stated = _halves(box)
    canvas.fill(mark(LOOKS[held.derived], derived))
    if held.is_open:
        _open(canvas, LOOKS[held.derived], derived)
    if held.stated is not None:
        canvas.fill(mark(LOOKS[held.stated], stated))
    if held.agreement is Agreement.DIFFERENT:
        _frame(canvas, box)


def _open(canvas: Canvas, state: CellState, box: Box) -> None:
    """Set a question mark into the upper right corner, on white where the ground is patterned, or into the ring."""
    if state is CellState.NONE_FOUND:
        canvas.write(Words("?", *box.centre, RING_POINTS, bold=True, align="center"))
        return
    x, y = box.x + box.width - 1.0, box.y + 1.35
    if state is CellState.POSSIBLE or state is CellState.DISPUTED:
        canvas.fill((Shape(Box(x - 0.8, y - 1.1, 1.6, 2.2).corners, WHITE),), 2)
    canvas.write(Words("?", x, y, OPEN_POINTS, bold=True, align="center", colour=INK.get(state, BLACK)))


def _frame(canvas: Canvas, box: Box) -> None:
    around = Box(box.x - 0.45, box.y - 0.45, box.width + 0.9, box.height + 0.9)
    canvas.fill((Shape((*around.corners, around.corners[0], around.corners[1]), "", BLACK, FRAME_POINTS),), 6)


def _entries(marks: Sequence[FactorMark]) -> Iterator[Entry]:
    if any(each.stated is not None for each in marks):
        yield Entry("left half: derived by the rules; right half: stated by authors", _sample_halves)
    held = {each.derived for each in marks} | {each.stated for each in marks}
    for judgement in Judgement:
        if judgement in held:
            yield Entry(f"{judgement_words(judgement)}: {_MEANINGS[judgement]}", _sample(judgement))
    if any(each.is_open for each in marks):
        yield Entry("open: what decides leaves its date, its wording or whom it concerns open", _sample_open)
    if any(each.agreement is Agreement.DIFFERENT for each in marks):
        yield Entry("a frame: derived and stated differ", _frame)


def _sample(judgement: Judgement) -> Callable[[Canvas, Box], None]:
    return lambda canvas, box: canvas.fill(mark(LOOKS[judgement], box))


def _sample_halves(canvas: Canvas, box: Box) -> None:
    left, right = _halves(box)
    canvas.fill((Shape(left.corners, BLUE, BLUE), Shape((*right.corners, right.corners[0]), "", BLACK)))


def _sample_open(canvas: Canvas, box: Box) -> None:
    canvas.fill((Shape((*box.corners, box.corners[0]), "", BLACK),))
    canvas.write(Words("?", *box.centre, OPEN_POINTS, bold=True, align="center"))
