"""Effort drawn for print: how many documents were searched, beside the state of the cell."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from matplotlib.figure import Figure

from riven.analysis.scenes.effort import EffortMark, EffortPart, EffortScene, alternative
from riven.analysis.wording import counted
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.drawing import GAP_MM, Drawing
from riven.figures.layout import MARGIN_MM, SHEET_MM, Plan, Sheet, lay_out
from riven.figures.lettering import drawable, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY, PALE, Box, Shape, mark
from riven.figures.sheets import Entry, key
from riven.figures.style import plain_style
from riven.ids import ActorId
from riven.model.panel import CellState, Panel
from riven.model.wording import STATE_WORDS

COMFORTABLE_MM = 10.5
LEAST_CELL_MM = 9.6
MARK_MM = 4.3
NUMBER_POINTS = 6.0
LEAST_POINTS = 4.6
BAR_MM = 0.75
PART_POINTS = 7.0
ROOM_MM = SHEET_MM - 10.0
UNRECORDED = "–"
MOST_SHEETS = 6


def draw_effort(scene: EffortScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw effort beside outcome, measure by measure.

    Args:
        scene: The scene, from `riven.analysis.scenes.effort`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing; None where there is nothing to show.
    """
    if not scene.parts:
        return None
    laid = [_laid(part, scene.periods, width) for part in scene.parts]
    if width is None:
        width = max(plan.width for plan in laid)
        laid = [_laid(part, scene.periods, width) for part in scene.parts]
    blocks = [
        _Block(part, sheet, number)
        for part, plan in zip(scene.parts, laid, strict=True)
        for number, sheet in enumerate(plan.sheets)
    ]
    cut = _cut(blocks, width)
    rest = sum(len(block.sheet.cells) for held in cut[MOST_SHEETS:] for block in held)
    if rest:
        caption = f"{caption} Left to the data file: the last {counted(rest, 'cell')}.".strip()
    cut = cut[:MOST_SHEETS]
    with plain_style():
        drawn = tuple(_sheet(scene, held, (number, len(cut)), width, caption) for number, held in enumerate(cut, 1))
    return Drawing(drawn, scene.title, caption, alternative(scene))


@dataclass(frozen=True, slots=True)
class _Block:
    """A measure, or as much of one as fits a sheet."""

    part: EffortPart
    sheet: Sheet
    number: int

    def heading(self, width: float) -> tuple[str, ...]:
        """Name the measure, and say where it goes on from the sheet before."""
        text = drawable(self.part.title) + (" (continued)" if self.number else "")
        return wrap(text, width - 2 * MARGIN_MM, PART_POINTS, bold=True)

    def height(self, width: float) -> float:
        """Room it takes in millimetres."""
        return len(self.heading(width)) * line_mm(PART_POINTS) + self.sheet.height + 2 * GAP_MM


def _laid(part: EffortPart, periods: tuple[str, ...], width: float | None) -> Plan:
    """Lay a measure out like its panel, with cells wide enough for a mark and a number."""
    labels = dict(zip((actor for _, actors in part.groups for actor in actors), part.labels, strict=True))
    bare = Panel(part.measure, part.title, "", part.groups, labels, periods, MappingProxyType({}))
    return lay_out(bare, width_mm=width, comfortable=COMFORTABLE_MM, least=LEAST_CELL_MM)


def _cut(blocks: Sequence[_Block], width: float) -> list[list[_Block]]:
    cut: list[list[_Block]] = [[]]
    for block in blocks:
        if cut[-1] and sum(held.height(width) for held in cut[-1]) + block.height(width) > ROOM_MM:
            cut.append([])
        cut[-1].append(block)
    return cut


def _sheet(scene: EffortScene, held: Sequence[_Block], count: tuple[int, int], width: float, caption: str) -> Figure:
    canvas = Canvas(width)
    y = canvas.title(scene.title, count)
    for block in held:
        y = canvas.paragraph(block.heading(width), MARGIN_MM, y + GAP_MM * 0.6, PART_POINTS, bold=True)
        marks = {(each.actor, each.period): each for each in block.part.marks}
        _matrix(canvas, block.sheet, marks, y, scene.most)
        y += block.sheet.height
    y = key(canvas, list(_entries(scene)), y + GAP_MM)
    return canvas.foot(caption if count[0] == count[1] else "", y)


def _matrix(
    canvas: Canvas, sheet: Sheet, marks: dict[tuple[ActorId, str], EffortMark], top: float, most: int | None
) -> None:
    for words in sheet.letterings:
        placed = Words(words.text, words.x, words.y + top, words.points, words.bold)
        canvas.write(replace(placed, align="center") if words.centred else placed)
    for left, right, y in sheet.rules:
        canvas.stroke(Stroke(((left, top + y), (right, top + y))))
    for cell in sheet.cells:
        box = Box(cell.box.x, cell.box.y + top, cell.box.width, cell.box.height)
        _cell(canvas, marks[cell.actor, cell.period], box, most)


def _cell(canvas: Canvas, held: EffortMark, box: Box, most: int | None) -> None:
    """Draw the state, and beside it the number of documents over a bar."""
    canvas.fill(mark(held.state, Box(box.x, box.y, MARK_MM, box.height)))
    rest = Box(box.x + MARK_MM + 0.5, box.y, box.width - MARK_MM - 0.7, box.height)
    if held.documents is not None:
        _number(canvas, f"{held.documents}", rest)
        _bar(canvas, held.documents, rest, most or 1)
    elif held.state is not CellState.OUTSIDE:
        _number(canvas, UNRECORDED, rest)


def _number(canvas: Canvas, text: str, box: Box) -> None:
    points = NUMBER_POINTS
    while points > LEAST_POINTS and width_mm(text, points) > box.width:
        points -= 0.2
    canvas.write(Words(text, box.x, box.y + box.height / 2 - 0.5, points))


def _bar(canvas: Canvas, documents: int, box: Box, most: int) -> None:
    """Draw a bar as long as the root of the number, so that 1 shows beside 1000, on a pale line as long as the most."""
    low = box.y + box.height - 0.3
    canvas.stroke(Stroke(((box.x, low), (box.x + box.width, low)), PALE, 0.4))
    length = box.width * math.sqrt(documents / most)
    if documents:
        canvas.fill((Shape(Box(box.x, low - BAR_MM, max(length, 0.3), BAR_MM).corners, GREY),), 1)


def _entries(scene: EffortScene) -> Iterator[Entry]:
    marks = [each for part in scene.parts for each in part.marks]
    for state in CellState:
        if any(each.state is state for each in marks):
            words = STATE_WORDS[state]
            yield Entry(f"{words.label}: {words.meaning}", _Sample(state))
    if scene.most is not None:
        text = f"documents searched; the bar grows with the root of their number, to {scene.most}"
        yield Entry(text, lambda canvas, box: _sample_number(canvas, box, scene.most or 1))
    if any(each.documents is None and each.state is not CellState.OUTSIDE for each in marks):
        yield Entry("how much was searched is not recorded", _sample_unrecorded)


@dataclass(frozen=True, slots=True)
class _Sample:
    """Draws the mark of a state into the key."""

    state: CellState

    def __call__(self, canvas: Canvas, box: Box) -> None:
        """Draw it as wide as in a cell."""
        canvas.fill(mark(self.state, Box(box.x, box.y, MARK_MM, box.height)))


def _sample_number(canvas: Canvas, box: Box, most: int) -> None:
    _number(canvas, f"{most}", box)
    _bar(canvas, most, Box(box.x, box.y, MARK_MM, box.height), most)


def _sample_unrecorded(canvas: Canvas, box: Box) -> None:
    canvas.write(Words(UNRECORDED, box.x, box.y + box.height / 2, NUMBER_POINTS, colour=BLACK))
