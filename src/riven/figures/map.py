"""The map of places drawn for print: areas and points with numbers, and a list of what each number is."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from matplotlib.figure import Figure

from riven.analysis.scenes.frames import Frame, Land, Ring, Shown, Spot
from riven.analysis.scenes.places import PlaceMark, PlacesScene, alternative
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.drawing import GAP_MM, Drawing
from riven.figures.layout import COLUMN_MM, MARGIN_MM
from riven.figures.lettering import MM_PER_POINT, drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY, VERMILION, WHITE, Box, Point, Shape
from riven.figures.sheets import Entry, key
from riven.figures.style import plain_style

LAND, SEA = "#f1f1ee", "#ffffff"
FILLS = {Shown.COUNTRY: "#cfe0ee", Shown.PROVINCE: "#7fb2d9"}
BORDER, INNER = "#8a8a8a", "#c4c4c4"
BORDER_POINTS, INNER_POINTS, FRAME_POINTS = 0.45, 0.3, 0.6
NUMBER_POINTS, NAME_POINTS, LIST_POINTS = 5.8, 5.0, 6.0
DOT_MM = 0.85
LIST_COLUMN_MM = 41.0
MOST_NUMBERED = 60
LEAST_STEP_MM = 0.2  # finer detail cannot be seen in print
_ROUND = tuple((x / 8, y / 8) for x, y in (
    (8, 0), (7.4, 3.06), (5.66, 5.66), (3.06, 7.4), (0, 8), (-3.06, 7.4), (-5.66, 5.66), (-7.4, 3.06),
    (-8, 0), (-7.4, -3.06), (-5.66, -5.66), (-3.06, -7.4), (0, -8), (3.06, -7.4), (5.66, -5.66), (7.4, -3.06), (8, 0),
))  # fmt: skip
_AROUND = ((1, 0), (-1, 0), (0, -1), (0, 1), (1, -1), (1, 1), (-1, -1), (-1, 1))


def draw_map(scene: PlacesScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw the places that claims name.

    Args:
        scene: The scene, from `riven.analysis.scenes.places`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88).

    Returns:
        The drawing; None where no place could be put on a map.
    """
    if not scene.frames:
        return None
    numbered = sorted(scene.marks, key=lambda mark: -len(mark.claims))[:MOST_NUMBERED]
    if len(numbered) < len(scene.marks):
        rest = "Numbers name the places that most claims name; the others are in the data file."
        caption = f"{caption} {rest}".strip()
    with plain_style():
        sheet = _sheet(scene, sorted(numbered, key=lambda mark: mark.number), caption, width or COLUMN_MM)
    return Drawing((sheet,), scene.title, caption, alternative(scene))


def _sheet(scene: PlacesScene, numbered: Sequence[PlaceMark], caption: str, width: float) -> Figure:
    canvas = Canvas(width)
    y = canvas.title(scene.title)
    marks = {mark.id: mark for mark in numbered}
    for number, frame in enumerate(scene.frames):
        view = _View(canvas, frame, (MARGIN_MM, y), width - 2 * MARGIN_MM)
        view.draw(marks, _labelled(scene.frames, number))
        y += view.height + GAP_MM * 0.8
    y = key(canvas, list(_entries(scene)), y)
    y = _listing(canvas, numbered, y + GAP_MM * 0.6)
    return canvas.foot(caption, y)


def _labelled(frames: Sequence[Frame], number: int) -> frozenset[str]:
    """Say which marks a view numbers: each mark once, the finer ones in the closer view."""
    held = frames[number].spots
    if len(frames) == 1:
        return frozenset(spot.id for spot in held)
    finer = {spot.id for spot in frames[1].spots if spot.shown is not Shown.COUNTRY}
    return frozenset(spot.id for spot in held if (spot.id in finer) == bool(number))


@dataclass
class _View:
    """One frame of the map on a sheet."""

    canvas: Canvas
    frame: Frame
    corner: tuple[float, float]
    width: float
    taken: list[Box] = field(default_factory=list)

    @property
    def scale(self) -> float:
        """Millimetres a unit of the frame."""
        return self.width / self.frame.width

    @property
    def height(self) -> float:
        """Height on the sheet."""
        return self.frame.height * self.scale

    def draw(self, marks: Mapping[str, PlaceMark], labelled: frozenset[str]) -> None:
        """Draw ground, areas, points, numbers and names, in this order."""
        box = Box(*self.corner, self.width, self.height)
        self.canvas.fill((Shape(box.corners, SEA),))
        areas = {spot.id for spot in self.frame.spots if spot.shown is Shown.COUNTRY}
        for land in self.frame.land:
            self._ground(land, is_filled=land.id not in areas)
        if self.frame.closer:
            self._closer(self.frame.closer)
        shown = [spot for spot in self.frame.spots if spot.shown is Shown.COUNTRY or spot.id in labelled]
        for spot in shown:
            self._area(spot)
        dots = [spot for spot in shown if spot.shown is Shown.POINT]
        for spot in dots:
            self._dot(spot)
        for spot in sorted(shown, key=lambda spot: bool(spot.rings)):
            if spot.id in labelled and spot.id in marks:
                self._label(spot, marks[spot.id])
        self._names(areas)
        self.canvas.fill((Shape((*box.corners, box.corners[0]), "", BLACK, FRAME_POINTS),), 9)

    def _place(self, point: Point) -> Point:
        left, top = self.corner
        return left + point[0] * self.scale, top + point[1] * self.scale

    def _ring(self, ring: Ring) -> tuple[Point, ...]:
        """Put a ring on the sheet, without what is finer than print."""
        kept: list[Point] = []
        for point in ring:
            x, y = self._place(point)
            if not kept or abs(x - kept[-1][0]) + abs(y - kept[-1][1]) >= LEAST_STEP_MM:
                kept.append((x, y))
        return tuple(kept)

    def _ground(self, land: Land, *, is_filled: bool) -> None:
        rings = [self._ring(ring) for ring in land.rings]
        if land.level is Shown.COUNTRY:
            if is_filled:
                self.canvas.fill((Shape(ring, LAND) for ring in rings), 1)
            self.canvas.fill((Shape((*ring, ring[0]), "", BORDER, BORDER_POINTS) for ring in rings), 5)
        else:
            self.canvas.fill((Shape((*ring, ring[0]), "", INNER, INNER_POINTS) for ring in rings), 4)

    def _area(self, spot: Spot) -> None:
        """Fill an area; one too small to be seen becomes a square."""
        if spot.rings:
            shape = _keyholed([self._ring(ring) for ring in spot.rings])
            self.canvas.fill((Shape(shape, FILLS[spot.shown]),), 2 if spot.shown is Shown.COUNTRY else 3)
        elif spot.shown is not Shown.POINT:
            x, y = self._place(spot.centre)
            box = Box(x - DOT_MM, y - DOT_MM, 2 * DOT_MM, 2 * DOT_MM)
            self.canvas.fill((Shape(box.corners, FILLS[spot.shown], BLACK, BORDER_POINTS),), 6)
            self.taken.append(box)

    def _dot(self, spot: Spot) -> None:
        x, y = self._place(spot.centre)
        for size, fill in ((DOT_MM + 0.3, WHITE), (DOT_MM, VERMILION)):
            ring = tuple((x + size * across, y + size * down) for across, down in _ROUND)
            self.canvas.fill((Shape(ring, fill, BLACK if fill == VERMILION else ""),), 7 if fill == VERMILION else 6)
        self.taken.append(Box(x - DOT_MM - 0.2, y - DOT_MM - 0.2, 2 * DOT_MM + 0.4, 2 * DOT_MM + 0.4))

    def _label(self, spot: Spot, mark: PlaceMark) -> None:
        """Number a mark: beside a dot, or in an area as near its middle as there is room."""
        text = f"{mark.number}"
        at = self._place(spot.centre)
        size = (width_mm(text, NUMBER_POINTS, bold=True) + 0.3, NUMBER_POINTS * MM_PER_POINT * 0.86)
        for box in self._candidates(at, size, is_point=not spot.rings):
            if self._is_free(box):
                break
        else:
            box = Box(at[0] - size[0] / 2, at[1] - size[1] / 2, *size)
        self.taken.append(box)
        x, y = box.centre
        self._leader(at, box, is_point=not spot.rings)
        self.canvas.write(Words(text, x, y, NUMBER_POINTS, bold=True, align="center"))

    def _candidates(self, at: Point, size: tuple[float, float], *, is_point: bool) -> Iterator[Box]:
        width, height = size
        if not is_point:
            yield Box(at[0] - width / 2, at[1] - height / 2, width, height)
        for ring in range(14):
            gap = DOT_MM + 0.45 + ring * 1.3 if is_point else 1.0 + ring * 1.3
            for across, down in _AROUND:
                middle = (at[0] + across * (gap + width / 2), at[1] + down * (gap + height / 2))
                yield Box(middle[0] - width / 2, middle[1] - height / 2, width, height)

    def _is_free(self, box: Box) -> bool:
        left, top = self.corner
        inside = left + 0.4 <= box.x and box.x + box.width <= left + self.width - 0.4
        inside = inside and top + 0.4 <= box.y and box.y + box.height <= top + self.height - 0.4
        return inside and not any(_meet(box, other) for other in self.taken)

    def _leader(self, at: Point, box: Box, *, is_point: bool) -> None:
        """Lead from a number that had to stand aside to its place."""
        x, y = box.centre
        if abs(x - at[0]) + abs(y - at[1]) > (3.6 if is_point else 2.6):
            ends = (min(max(at[0], box.x), box.x + box.width), min(max(at[1], box.y), box.y + box.height))
            self.canvas.stroke(Stroke((at, ends), BLACK, 0.4), 8)

    def _names(self, marked: Iterable[str]) -> None:
        """Name countries where there is room, the marked ones in black; a name that finds none is left out."""
        named = set(marked)
        for land in self.frame.land:
            if land.level is not Shown.COUNTRY:
                continue
            text = drawable(land.label)
            width, room = width_mm(text, NAME_POINTS), land.room * self.scale
            x, y = self._place(land.centre)
            height = NAME_POINTS * MM_PER_POINT
            for down in (0.0, 2.2, -2.2, 4.4, -4.4):
                box = Box(x - width / 2, y + down - height / 2, width, height)
                if width <= room and self._is_free(box):
                    self.taken.append(box)
                    colour = BLACK if land.id in named else GREY
                    self.canvas.write(Words(text, x, y + down, NAME_POINTS, align="center", colour=colour))
                    break

    def _closer(self, part: tuple[float, float, float, float]) -> None:
        left, top = self._place(part[:2])
        right, bottom = self._place(part[2:])
        box = Box(left, top, right - left, bottom - top)
        self.canvas.fill((Shape((*box.corners, box.corners[0]), "", BLACK, 0.9),), 8)
        for x, y, width, height in (
            (left, top, box.width, 0.0),
            (left, bottom, box.width, 0.0),
            (left, top, 0.0, box.height),
            (right, top, 0.0, box.height),
        ):
            self.taken.append(Box(x - 0.4, y - 0.4, width + 0.8, height + 0.8))


def _keyholed(rings: Sequence[tuple[Point, ...]]) -> tuple[Point, ...]:
    """Make one polygon of several outlines, each on a line from the first and back, so that holes stay open."""
    first = rings[0][0]
    points: list[Point] = []
    for ring in rings:
        points += [*ring, ring[0], first]
    return tuple(points)


def _meet(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def _entries(scene: PlacesScene) -> Iterator[Entry]:
    held = {mark.shown for mark in scene.marks}
    texts = {Shown.COUNTRY: "a country that claims name", Shown.PROVINCE: "a province or state"}
    for shown, text in texts.items():
        if shown in held:
            yield Entry(text, _Fill(FILLS[shown]))
    if Shown.POINT in held:
        yield Entry("a point: the approximate middle of a smaller place", _sample_dot)
    if len(scene.frames) > 1:
        yield Entry("the part drawn larger below", _sample_part)
    yield Entry("in brackets: how many claims name it")


@dataclass(frozen=True, slots=True)
class _Fill:
    """Draws a sample of an area into the key."""

    colour: str

    def __call__(self, canvas: Canvas, box: Box) -> None:
        """Draw it with a border."""
        canvas.fill((Shape(box.corners, self.colour, BORDER, BORDER_POINTS),))


def _sample_dot(canvas: Canvas, box: Box) -> None:
    x, y = box.centre
    canvas.fill((Shape(tuple((x + DOT_MM * a, y + DOT_MM * d) for a, d in _ROUND), VERMILION, BLACK),))


def _sample_part(canvas: Canvas, box: Box) -> None:
    canvas.fill((Shape((*box.corners, box.corners[0]), "", BLACK, 0.9),))


def _listing(canvas: Canvas, marks: Sequence[PlaceMark], y: float) -> float:
    """List what each number is, with how many claims name it."""
    columns = max(1, int((canvas.width - 2 * MARGIN_MM) / LIST_COLUMN_MM))
    width = (canvas.width - 2 * MARGIN_MM) / columns
    indent = max(width_mm(f"{mark.number}", LIST_POINTS, bold=True) for mark in marks) + 1.2
    told = [(mark, _item(mark, width - indent - 1.5)) for mark in marks]
    lines = sum(len(text) for _, text in told)
    lowest, down, column, used = y, y, 0, 0
    for mark, text in told:
        if column + 1 < columns and used >= lines / columns * (column + 1):
            column, down = column + 1, y
        x = MARGIN_MM + column * width
        canvas.write(Words(f"{mark.number}", x, down + line_mm(LIST_POINTS) / 2, LIST_POINTS, bold=True))
        down = canvas.paragraph(text, x + indent, down, LIST_POINTS)
        used += len(text)
        lowest = max(lowest, down)
    return lowest + 0.6


def _item(mark: PlaceMark, width: float) -> tuple[str, ...]:
    return wrap(f"{drawable_name(mark.label, mark.id)} ({len(mark.claims)})", width, LIST_POINTS, most=3)
