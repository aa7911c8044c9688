"""Where everything of a panel goes, in millimetres: a matrix that flows over columns, blocks and sheets.

Few periods are drawn at the width of one journal column; many at the width of a page, and when even that is too
narrow for a legible cell, the periods break into blocks, one below the other, like lines of text. Rows that do
not fit a sheet go on the next, under the same headings.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import Box
from riven.ids import ActorId
from riven.model.panel import Panel

COLUMN_MM = 88.0
PAGE_MM = 180.0
MARGIN_MM = 2.5
SHEET_MM = 185.0
LABEL_POINTS = 7.0
HEADER_POINTS = 6.5
SMALL_POINTS = 5.6
ROW_MM = 6.2
CELL_MM = 5.3
LEAST_CELL_MM = 3.9
MOST_CELL_MM = 13.0
COMFORTABLE_MM = 5.6
LABEL_SHARE = 0.42
MOST_LINES = 8
BLOCK_GAP_MM = 3.0


@dataclass(frozen=True, slots=True)
class Lettering:
    """A text and where its left edge, or middle, and its vertical middle lie, in millimetres."""

    text: str
    x: float
    y: float
    points: float
    bold: bool = False
    centred: bool = False


@dataclass(frozen=True, slots=True)
class Placed:
    """One cell and its box."""

    actor: ActorId
    period: str
    box: Box


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of a figure, measured from the top of the matrix.

    Attributes:
        letterings: Headings, labels and period names.
        rules: Thin horizontal lines, as (x from, x to, y).
        cells: Cells with their boxes.
        height: Height of the matrix in millimetres.
    """

    letterings: tuple[Lettering, ...]
    rules: tuple[tuple[float, float, float], ...]
    cells: tuple[Placed, ...]
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """A panel laid out.

    Attributes:
        width: Width of the figure in millimetres.
        sheets: At least one sheet.
    """

    width: float
    sheets: tuple[Sheet, ...]


@dataclass(frozen=True, slots=True)
class _Grid:
    """Widths that hold for every block."""

    width: float
    label: float
    cell: float
    blocks: tuple[tuple[str, ...], ...]

    @property
    def left(self) -> float:
        return MARGIN_MM + self.label


@dataclass(frozen=True, slots=True)
class _Item:
    """One horizontal strip: a header of periods, a heading of a group, or a row."""

    height: float
    block: tuple[str, ...]
    heading: str = ""
    actor: ActorId | None = None
    lines: tuple[str, ...] = ()


def lay_out(
    panel: Panel, *, width_mm: float | None = None, comfortable: float = COMFORTABLE_MM, least: float = LEAST_CELL_MM
) -> Plan:
    """Place the cells and labels of a panel.

    Args:
        panel: The panel; its cells are not looked at.
        width_mm: Width of the figure; None picks one journal column (88 mm) when cells stay comfortable in it, and
            a page (180 mm) otherwise.
        comfortable: Width of a comfortable cell in millimetres.
        least: Width of the narrowest cell; where more periods than that allows stand side by side, they break into
            blocks.

    Returns:
        The plan; a panel without rows or periods gives one empty sheet.
    """
    grid = _grid(panel, width_mm, comfortable, least)
    items = [item for block in grid.blocks for item in _items(panel, block, grid)]
    sheets = tuple(_sheet(strips, grid) for strips in _paginate(items))
    return Plan(grid.width, sheets or (Sheet((), (), (), 0.0),))


def _grid(panel: Panel, width: float | None, comfortable: float, least: float) -> _Grid:
    names = [_name(panel, actor) for actor in panel.actors]
    longest = max((width_mm(name, LABEL_POINTS) for name in names), default=0.0)
    if width is None:
        label = min(longest + 2.0, LABEL_SHARE * COLUMN_MM)
        fits = (COLUMN_MM - 2 * MARGIN_MM - label) / max(len(panel.periods), 1) >= comfortable
        width = COLUMN_MM if fits else PAGE_MM
    label = min(longest + 2.0, LABEL_SHARE * width)
    room = width - 2 * MARGIN_MM - label
    blocks = tuple(_blocks(panel.periods, max(1, int(room / least))))
    widest = max((len(block) for block in blocks), default=1)
    return _Grid(width, label, min(MOST_CELL_MM, room / widest), blocks if panel.actors else ())


def _blocks(periods: Sequence[str], most: int) -> Iterator[tuple[str, ...]]:
    """Break periods into blocks of about equal length, at the turn of a year where periods are parts of years."""
    if not periods:
        return
    size = math.ceil(len(periods) / math.ceil(len(periods) / most))
    start = 0
    while start < len(periods):
        end = min(start + size, len(periods))
        if end < len(periods):
            turns = [i for i in range(start + 1, min(start + most, len(periods)) + 1) if _is_turn(periods, i)]
            end = min(turns, key=lambda turn: abs(turn - end)) if turns else end
        yield tuple(periods[start:end])
        start = end


def _is_turn(periods: Sequence[str], index: int) -> bool:
    if index >= len(periods):
        return True
    year, _, part = periods[index].partition("-")
    return bool(part) and year != periods[index - 1].partition("-")[0]


def _items(panel: Panel, block: tuple[str, ...], grid: _Grid) -> Iterator[_Item]:
    tiers = 2 if _is_tiered(block) else 1
    yield _Item(tiers * line_mm(HEADER_POINTS) + 1.2, block)
    for label, actors in panel.groups:
        if not actors:
            continue
        if label:
            lines = wrap(drawable(label), grid.width - 2 * MARGIN_MM, LABEL_POINTS, bold=True, most=MOST_LINES)
            yield _Item(len(lines) * line_mm(LABEL_POINTS) + 1.8, block, heading=label, lines=lines)
        for actor in actors:
            lines = wrap(_name(panel, actor), grid.label - 1.5, LABEL_POINTS, most=MOST_LINES)
            height = max(ROW_MM, len(lines) * line_mm(LABEL_POINTS) + 1.4)
            yield _Item(height, block, heading=label, actor=actor, lines=lines)


def _name(panel: Panel, actor: ActorId) -> str:
    return drawable_name(panel.labels.get(actor, actor), actor)


def _paginate(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    """Cut the strips into sheets; headers and headings are repeated and never stand alone at the foot."""
    sheet: list[_Item] = []
    header: _Item | None = None
    heading: _Item | None = None
    for item in items:
        if item.actor is None and not item.heading:
            header, heading, sheet = item, None, [*sheet, item]
        elif item.actor is None:
            heading, sheet = item, [*sheet, item]
        elif _height(sheet) + item.height > SHEET_MM and any(strip.actor for strip in sheet):
            while sheet[-1].actor is None:
                sheet.pop()
            yield sheet
            sheet = [strip for strip in (header, heading) if strip is not None] + [item]
        else:
            sheet.append(item)
    if sheet:
        yield sheet


def _height(strips: Sequence[_Item]) -> float:
    gaps = sum(1 for strip in strips[1:] if strip.actor is None and not strip.heading)
    return sum(strip.height for strip in strips) + gaps * BLOCK_GAP_MM


def _sheet(strips: Sequence[_Item], grid: _Grid) -> Sheet:
    letterings: list[Lettering] = []
    rules: list[tuple[float, float, float]] = []
    cells: list[Placed] = []
    y = 0.0
    for strip in strips:
        right = grid.left + grid.cell * len(strip.block)
        if strip.actor is not None:
            cells += _row(strip, strip.actor, y, grid)
            letterings += _stacked(strip.lines, y + strip.height / 2, bold=False)
        elif strip.heading:
            rules.append((MARGIN_MM, right, y + 0.4))
            letterings += _stacked(strip.lines, y + strip.height / 2 + 0.3, bold=True)
        else:
            y += BLOCK_GAP_MM if y else 0.0
            letterings += _header(strip, y, grid)
            rules += _year_rules(strip, y, grid)
        y += strip.height
    return Sheet(tuple(letterings), tuple(rules), tuple(cells), y)


def _stacked(lines: Sequence[str], middle: float, *, bold: bool) -> Iterator[Lettering]:
    step = line_mm(LABEL_POINTS)
    for index, line in enumerate(lines):
        yield Lettering(line, MARGIN_MM, middle + (index - (len(lines) - 1) / 2) * step, LABEL_POINTS, bold)


def _row(strip: _Item, actor: ActorId, y: float, grid: _Grid) -> Iterator[Placed]:
    gap = 0.35 if grid.cell < COMFORTABLE_MM else 0.6
    top = y + (strip.height - CELL_MM) / 2  # a long name makes a tall row, not a large mark
    for index, period in enumerate(strip.block):
        box = Box(grid.left + index * grid.cell + gap / 2, top, grid.cell - gap, CELL_MM)
        yield Placed(actor, period, box)


def _is_tiered(block: Sequence[str]) -> bool:
    return all("-" in period for period in block)


def _header(strip: _Item, y: float, grid: _Grid) -> Iterator[Lettering]:
    low = y + strip.height - line_mm(HEADER_POINTS) / 2 - 0.6
    if not _is_tiered(strip.block):
        yield from _period_names(strip.block, low, grid)
        return
    yield from _period_names([period.partition("-")[2] for period in strip.block], low, grid)
    for year, left, right in _years(strip.block, grid):
        x, y = (left + right) / 2, low - line_mm(HEADER_POINTS) - 0.2
        yield Lettering(drawable(year), x, y, HEADER_POINTS, bold=True, centred=True)


def _years(block: Sequence[str], grid: _Grid) -> Iterator[tuple[str, float, float]]:
    """Span the years that hold the periods of a block, as (year, left, right)."""
    years = [period.partition("-")[0] for period in block]
    for year in dict.fromkeys(years):
        first, count = years.index(year), years.count(year)
        yield year, grid.left + first * grid.cell, grid.left + (first + count) * grid.cell


def _year_rules(strip: _Item, y: float, grid: _Grid) -> Iterator[tuple[float, float, float]]:
    if _is_tiered(strip.block):
        below = y + strip.height - line_mm(HEADER_POINTS) - 0.7
        for _, left, right in _years(strip.block, grid):
            yield left + 0.5, right - 0.5, below


def _period_names(names: Sequence[str], y: float, grid: _Grid) -> Iterator[Lettering]:
    """Name the columns: every one where the names fit, else every second, third ... one."""
    points = HEADER_POINTS
    drawn = [drawable(name) for name in names]
    widest = max((width_mm(name, points) for name in drawn), default=0.0)
    if widest > grid.cell - 0.4:
        points = SMALL_POINTS
        widest = max(width_mm(name, points) for name in drawn)
    every = max(1, math.ceil((widest + 0.4) / grid.cell))
    for index, name in enumerate(drawn):
        if index % every == 0:
            yield Lettering(name, grid.left + (index + 0.5) * grid.cell, y, points, centred=True)
