"""The network drawn for print: one small picture a period, every actor in the same place; and the focal actor's own."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from matplotlib.figure import Figure

from riven.analysis.scenes.sociogram import Sign as TieSign
from riven.analysis.scenes.sociogram import SociogramNode, SociogramScene, SociogramSlice, Strand, alternative
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.drawing import GAP_MM, LEGEND_POINTS, Drawing
from riven.figures.layout import COLUMN_MM, MARGIN_MM, PAGE_MM
from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY, PALE, WHITE, Point
from riven.figures.sociogram_lines import SHAPES, between, draw_strand, draw_tie, sign_of_group
from riven.figures.style import plain_style
from riven.ids import ActorId
from riven.model.panel import CellState

PERIOD_POINTS = 7.0
KEY_POINTS = 6.2
NUMBER_POINTS = 6.0
LEAST_POINTS = 4.6
MOST_RADIUS = 2.3
LEAST_RADIUS = 1.55
SHEET_MM = 190.0
MOST_SHEETS = 6
SAMPLE_MM = 9.0
FEW = 12
KEY_COLUMN_MM = 40.0
LEAST_CELL_MM = 22.0
MOST_CELL_MM = 86.0
BETWEEN_MM = 3.0
LEAST_RING_MM = 20.0
MOST_BETWEEN = 60
NAME_GAP_MM = 1.6


def draw_network(scene: SociogramScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw a network in time.

    Args:
        scene: The scene, from `riven.analysis.scenes.sociogram.sociogram`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing, on as many sheets as its periods need, six at most; None where there is nothing to show.
    """
    if not scene.nodes:
        return None
    if width is None:
        width = COLUMN_MM if len(scene.slices) <= 2 and len(scene.nodes) <= FEW else PAGE_MM
    grid = _Grid.of(scene, width)
    per_sheet = grid.columns * max(1, int(SHEET_MM / grid.height))
    batches = [scene.slices[start : start + per_sheet] for start in range(0, len(scene.slices), per_sheet)]
    kept = batches[:MOST_SHEETS]
    if len(kept) < len(batches):
        rest = sum(len(batch) for batch in batches[MOST_SHEETS:])
        caption = f"{caption} Left to the data file: the last {rest} periods.".strip()
    with plain_style():
        sheets = tuple(_sheet(scene, grid, batch, (number, len(kept)), caption) for number, batch in enumerate(kept, 1))
    return Drawing(sheets, scene.title, caption, alternative(scene))


@dataclass(frozen=True, slots=True)
class _Grid:
    """How many small pictures stand side by side, and how large they are, in millimetres."""

    width: float
    columns: int
    cell: float
    radius: float  # of the ring
    node: float

    @property
    def height(self) -> float:
        return self.cell + line_mm(PERIOD_POINTS) + 2.0

    @classmethod
    def of(cls, scene: SociogramScene, width: float) -> "_Grid":
        """Take as many columns as leave every actor legible, and rows of about equal length."""
        wanted = LEAST_CELL_MM + 1.2 * len(scene.nodes)
        most = max(1, min(len(scene.slices), int((width - 2 * MARGIN_MM + BETWEEN_MM) / (wanted + BETWEEN_MM))))
        made = [cls._with(scene, width, columns) for columns in range(most, 0, -1)]
        columns = next((grid.columns for grid in made if grid.node >= LEAST_RADIUS), 1)
        rows = math.ceil(len(scene.slices) / columns) or 1
        return cls._with(scene, width, math.ceil(len(scene.slices) / rows) or 1)

    @classmethod
    def _with(cls, scene: SociogramScene, width: float, columns: int) -> "_Grid":
        room = (width - 2 * MARGIN_MM - (columns - 1) * BETWEEN_MM) / columns
        cell = min(room, MOST_CELL_MM, 1.4 * LEAST_CELL_MM + 1.6 * len(scene.nodes))
        ring = [(node.x, node.y) for node in scene.nodes if not node.is_focal]
        nearest = min((math.dist(one, other) for one, other in pairwise(ring)), default=2.0)
        node = MOST_RADIUS
        for _ in range(4):  # the ring shrinks as its signs grow
            node = min(MOST_RADIUS, (cell / 2 - 1.35 * node) * nearest / 2.7)
        return cls(width, columns, cell, cell / 2 - 1.35 * node, node)


def _sheet(
    scene: SociogramScene, grid: _Grid, slices: Sequence[SociogramSlice], number: tuple[int, int], caption: str
) -> Figure:
    canvas = Canvas(grid.width)
    y = canvas.title(scene.title, number)
    for index, held in enumerate(slices):
        column, row = index % grid.columns, index // grid.columns
        used = min(grid.columns, len(slices)) * (grid.cell + BETWEEN_MM) - BETWEEN_MM
        left = (grid.width - used) / 2 + column * (grid.cell + BETWEEN_MM)
        _period(canvas, scene, held, grid, (left, y + row * grid.height))
    y += math.ceil(len(slices) / grid.columns) * grid.height + GAP_MM * 0.5
    y = _legend(canvas, slices, y, pale=any(len(held.tied) < len(scene.nodes) for held in slices))
    y = _key(canvas, scene.nodes, y + GAP_MM * 0.4)
    return canvas.foot(caption if number[0] == number[1] else "", y)


def _period(canvas: Canvas, scene: SociogramScene, held: SociogramSlice, grid: _Grid, corner: Point) -> None:
    left, top = corner
    label = drawable(held.period)
    high = top + line_mm(PERIOD_POINTS) / 2
    canvas.write(Words(label, left + grid.cell / 2, high, PERIOD_POINTS, bold=True, align="center"))
    middle = (left + grid.cell / 2, top + line_mm(PERIOD_POINTS) + 0.6 + grid.cell / 2)
    places = {node.actor: _at(node, middle, grid.radius) for node in scene.nodes}
    for tie in held.ties:
        draw_tie(canvas, tie, between(places[tie.one], places[tie.other], middle, grid.radius))
    shapes = shape_of_groups(scene.nodes)
    for node in scene.nodes:
        _node(canvas, node, places[node.actor], grid.node, (shapes[node.group], node.actor in held.tied))
    if not held.ties:
        low = middle[1] + max(grid.node * 2.2, 4.0)
        canvas.write(Words("no tie", middle[0], low, KEY_POINTS, align="center", colour=GREY))


def _at(node: SociogramNode, middle: Point, radius: float) -> Point:
    return middle if node.is_focal else (middle[0] + node.x * radius, middle[1] + node.y * radius)


def shape_of_groups(nodes: Sequence[SociogramNode]) -> Mapping[str, str]:
    """Give every camp a shape of its own as far as there are any; everybody else is a circle.

    Returns:
        The shape by label of the group.
    """
    camps = dict.fromkeys(node.group for node in nodes if node.is_rival)
    shapes = {group: SHAPES[min(number, len(SHAPES) - 1)] for number, group in enumerate(camps)}
    return {node.group: shapes.get(node.group, "circle") for node in nodes}


def _node(canvas: Canvas, node: SociogramNode, at: Point, radius: float, look: tuple[str, bool]) -> None:
    shape, is_tied = look
    sign = sign_of_group(shape, at, radius, is_focal=node.is_focal, is_rival=node.is_rival, is_tied=is_tied)
    canvas.fill((sign,), 4)
    fitting = NUMBER_POINTS * radius * 1.5 / width_mm("00", NUMBER_POINTS, bold=True)
    points = min(NUMBER_POINTS, max(LEAST_POINTS, fitting))
    colour = WHITE if node.is_focal else BLACK if is_tied else GREY
    canvas.write(Words(str(node.number), *at, points, bold=True, align="center", colour=colour))


_ENTRIES = (
    (TieSign.HOSTILE, CellState.REPORTED, "hostile, reported"),
    (TieSign.HOSTILE, CellState.POSSIBLE, "hostile, no more than possible"),
    (TieSign.FRIENDLY, CellState.REPORTED, "friendly, reported"),
    (TieSign.FRIENDLY, CellState.POSSIBLE, "friendly, no more than possible"),
    (TieSign.NEUTRAL, CellState.REPORTED, "neutral, reported"),
    (TieSign.NEUTRAL, CellState.POSSIBLE, "neutral, no more than possible"),
)


def _legend(canvas: Canvas, slices: Sequence[SociogramSlice], y: float, *, pale: bool) -> float:
    """Explain the lines that occur and, where asked, pale signs; return the height below the last line."""
    seen = {(strand.sign, strand.state) for held in slices for tie in held.ties for strand in tie.strands}
    entries: list[tuple[tuple[Strand, ...], str]] = []
    for sign, state, text in _ENTRIES:
        if (sign, state) in seen:
            entries.append(((Strand(sign, state, (), ()),), text))
    if any(tie.is_mixed for held in slices for tie in held.ties):
        both = tuple(Strand(sign, CellState.REPORTED, (), ()) for sign in (TieSign.HOSTILE, TieSign.FRIENDLY))
        entries.append((both, "mixed: hostile and friendly, side by side"))
    if pale:
        entries.append(((), "pale: no tie in this period"))
    columns = max(1, int((canvas.room) / 58.0))
    width, height = (canvas.room) / columns, line_mm(LEGEND_POINTS) + 0.9
    deep = math.ceil(len(entries) / columns)
    for number, (held, text) in enumerate(entries):
        x, middle = MARGIN_MM + number // deep * width, y + (number % deep + 0.5) * height
        if not held:
            at = (x + SAMPLE_MM / 2, middle)
            canvas.fill((sign_of_group("circle", at, 1.2, is_focal=False, is_rival=False, is_tied=False),), 4)
        for place, strand in enumerate(held):
            aside = (place - (len(held) - 1) / 2) * 1.2
            draw_strand(canvas, strand, ((x, middle + aside), (x + SAMPLE_MM, middle + aside)))
        canvas.write(Words(text, x + SAMPLE_MM + 1.6, middle, LEGEND_POINTS))
    return y + deep * height


@dataclass(frozen=True, slots=True)
class _Entry:
    """A strip of the key: the heading of a group, or an actor."""

    lines: tuple[str, ...]
    node: SociogramNode | None = None

    @property
    def height(self) -> float:
        return len(self.lines) * line_mm(KEY_POINTS) + (1.25 if self.node else 1.4)


def _key(canvas: Canvas, nodes: Sequence[SociogramNode], y: float) -> float:
    """Name every number, group by group in columns, and return the height below."""
    room = canvas.room
    columns = max(1, int(room / KEY_COLUMN_MM))
    width = room / columns
    shapes, left = shape_of_groups(nodes), 4.9
    entries = list(_entries(nodes, width - left - 1.5))
    deepest = sum(entry.height for entry in entries) / columns
    x, down, lowest = MARGIN_MM, y, y
    for number, entry in enumerate(entries):
        ahead = entries[number + 1].height if entry.node is None else 0.0  # no heading alone at the foot of a column
        if down > y and down + entry.height / 2 + ahead > y + deepest + 1.0 and x + 1.5 * width < canvas.width:
            x, down = x + width, y
        middle = down + line_mm(KEY_POINTS) / 2 + 0.3
        if entry.node is None:
            canvas.paragraph(entry.lines, x, down + 0.5, KEY_POINTS, bold=True)
        else:
            _node(canvas, entry.node, (x + 1.9, middle), 1.45, (shapes[entry.node.group], True))
            canvas.paragraph(entry.lines, x + left, down + 0.3, KEY_POINTS)
        down += entry.height
        lowest = max(lowest, down)
    return lowest


def _entries(nodes: Sequence[SociogramNode], width: float) -> Iterator[_Entry]:
    heading = None
    for node in nodes:
        if node.group != heading:
            heading = node.group
            yield _Entry(wrap(drawable(heading), width + 4.0, KEY_POINTS, bold=True, most=4))
        yield _Entry(wrap(drawable_name(node.label, node.actor), width, KEY_POINTS, most=4), node)


def draw_ego_network(scene: SociogramScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw the focal actor with whoever is tied to it, everybody named where it stands.

    Args:
        scene: The scene, from `riven.analysis.scenes.sociogram.ego_network`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing, on one sheet; None where there is nothing to show.
    """
    if not scene.nodes:
        return None
    if width is None:
        width = COLUMN_MM if len(scene.nodes) <= FEW else PAGE_MM
    focal = {node.actor for node in scene.nodes if node.is_focal}
    own = tuple(tie for tie in scene.whole.ties if focal & {tie.one, tie.other})
    if (rest := len(scene.whole.ties) - len(own)) > MOST_BETWEEN:
        caption = f"{caption} Left to the data file: {rest} ties between the others.".strip()
        shown = replace(scene, whole=replace(scene.whole, ties=own))
    else:
        shown = scene
    names = _Names.of(shown, width)
    with plain_style():
        sheet = (
            _named(shown, names, caption, width) if names.radius >= LEAST_RING_MM else _numbered(shown, caption, width)
        )
    return Drawing((sheet,), scene.title, caption, alternative(scene))


def _numbered(scene: SociogramScene, caption: str, width: float) -> Figure:
    """Draw the ring as large as the figure is wide, and name everybody in a key."""
    grid = _Grid.of(replace(scene, slices=(scene.whole,)), width)
    return _sheet(scene, grid, (scene.whole,), (1, 1), caption)


def _named(scene: SociogramScene, names: "_Names", caption: str, width: float) -> Figure:
    canvas = Canvas(width)
    y = canvas.title(scene.title)
    middle = (width / 2, y + names.height / 2)
    places = {node.actor: _at(node, middle, names.radius) for node in scene.nodes}
    for tie in scene.whole.ties:
        draw_tie(canvas, tie, between(places[tie.one], places[tie.other], middle, names.radius))
    shapes = shape_of_groups(scene.nodes)
    for node in scene.nodes:
        sign = sign_of_group(
            shapes[node.group],
            places[node.actor],
            names.node,
            is_focal=node.is_focal,
            is_rival=node.is_rival,
            is_tied=True,
        )
        canvas.fill((sign,), 4)
    names.write(canvas, places, middle)
    y = _legend(canvas, (scene.whole,), y + names.height + GAP_MM, pale=False)
    y = _groups(canvas, scene.nodes, y + 0.6)
    return canvas.foot(caption, y)


@dataclass(frozen=True, slots=True)
class _Names:
    """Names beside a ring, in a column on either side, pushed apart until none touches another."""

    radius: float
    node: float
    width: float  # of a name
    left: tuple[tuple[SociogramNode, tuple[str, ...]], ...]
    right: tuple[tuple[SociogramNode, tuple[str, ...]], ...]

    @classmethod
    def of(cls, scene: SociogramScene, width: float) -> "_Names":
        node = 1.5 if width < PAGE_MM * 0.8 else 2.0
        longest = max(width_mm(drawable_name(each.label, each.actor), KEY_POINTS) for each in scene.nodes)
        room = min(longest + 1.0, width * 0.27)
        radius = min((width - 2 * MARGIN_MM - 2 * room) / 2 - node - 5.0, 42.0)
        wrapped = [
            (each, wrap(drawable_name(each.label, each.actor), room, KEY_POINTS, most=4)) for each in scene.nodes
        ]
        ring = sorted((held for held in wrapped if not held[0].is_focal), key=lambda held: (held[0].y, held[0].number))
        return cls(
            radius,
            node,
            room,
            tuple(held for held in ring if held[0].x < 0),
            tuple(held for held in ring if held[0].x >= 0),
        )

    @property
    def height(self) -> float:
        tall = max(self._stacked(self.left), self._stacked(self.right))
        return max(2 * (self.radius + self.node * 1.4) + 1.0, tall)

    @staticmethod
    def _stacked(side: Sequence[tuple[SociogramNode, tuple[str, ...]]]) -> float:
        return sum(len(lines) * line_mm(KEY_POINTS) + NAME_GAP_MM for _, lines in side)

    def write(self, canvas: Canvas, places: Mapping[ActorId, Point], middle: Point) -> None:
        """Write the names, with a thin line from each to its actor."""
        for side, names in ((-1, self.left), (1, self.right)):
            edge = middle[0] + side * (self.radius + self.node + 4.0)
            for (node, lines), y in zip(names, self._spread(names, middle), strict=True):
                x, down = places[node.actor]
                begin = (x + side * self.node * 1.3, down)
                canvas.stroke(Stroke((begin, (edge - side * 1.6, y), (edge - side * 0.5, y)), PALE, 0.4), 0)
                for number, line in enumerate(lines):
                    at = y + (number - (len(lines) - 1) / 2) * line_mm(KEY_POINTS)
                    canvas.write(Words(line, edge, at, KEY_POINTS, align="left" if side > 0 else "right"))

    def _spread(self, names: Sequence[tuple[SociogramNode, tuple[str, ...]]], middle: Point) -> list[float]:
        """Place names at the height of their actors, then push them down, and back up from the foot."""
        heights = [len(lines) * line_mm(KEY_POINTS) + NAME_GAP_MM for _, lines in names]
        top, foot = middle[1] - self.height / 2, middle[1] + self.height / 2
        ys: list[float] = []
        for (node, _), height in zip(names, heights, strict=True):
            least = ys[-1] + heights[len(ys) - 1] / 2 + height / 2 if ys else top + height / 2
            ys.append(max(least, middle[1] + node.y * self.radius))
        for number in range(len(ys) - 1, -1, -1):
            most = foot - heights[number] / 2
            if number < len(ys) - 1:
                most = ys[number + 1] - heights[number + 1] / 2 - heights[number] / 2
            ys[number] = min(ys[number], most)
        return ys


def _groups(canvas: Canvas, nodes: Sequence[SociogramNode], y: float) -> float:
    """Explain the signs of actors, and return the height below."""
    shapes, height = shape_of_groups(nodes), line_mm(LEGEND_POINTS) + 1.1
    x = MARGIN_MM
    for group in shapes:
        first = next(node for node in nodes if node.group == group)
        for number, line in enumerate(wrap(drawable(group), canvas.room - 5.0, LEGEND_POINTS)):
            wide = width_mm(line, LEGEND_POINTS) + 8.0
            if x > MARGIN_MM and x + wide > canvas.width - MARGIN_MM:
                x, y = MARGIN_MM, y + height
            if not number:
                sign = sign_of_group(
                    shapes[group],
                    (x + 1.6, y + height / 2),
                    1.3,
                    is_focal=first.is_focal,
                    is_rival=first.is_rival,
                    is_tied=True,
                )
                canvas.fill((sign,), 4)
            canvas.write(Words(line, x + 4.2, y + height / 2, LEGEND_POINTS))
            x += wide
    return y + height
