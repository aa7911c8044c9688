"""The marks of the six states, as shapes in millimetres.

Filled means reported, hatched possible, split disputed, a hollow ring searched in vain, a lone dot not searched,
a lattice outside the group's life. Shape and pattern alone tell them apart; colour (Okabe and Ito's palette, safe
for colour-blind readers) only helps. Patterns are drawn as lines of our own, not as a plotting library's hatches,
whose spacing depends on the file format.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from riven.model.panel import CellState

Point = tuple[float, float]

BLACK = "#000000"
WHITE = "#ffffff"
BLUE = "#0072b2"
VERMILION = "#d55e00"
PURPLE = "#cc79a7"
GREY = "#6b6b6b"
PALE = "#9a9a9a"

HATCH_MM = 1.15
LATTICE_MM = 1.3
HAIR_POINTS = 0.6
STROKE_POINTS = 0.9


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in millimetres, `y` growing downwards."""

    x: float
    y: float
    width: float
    height: float

    @property
    def corners(self) -> tuple[Point, ...]:
        """The four corners, clockwise from the top left."""
        right, bottom = self.x + self.width, self.y + self.height
        return ((self.x, self.y), (right, self.y), (right, bottom), (self.x, bottom))

    @property
    def centre(self) -> Point:
        """The middle."""
        return (self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class Shape:
    """A filled polygon or, without a fill, a line.

    Attributes:
        points: Corners in millimetres.
        fill: Colour inside; empty for a line.
        edge: Colour of the outline or line; empty for none.
        points_wide: Width of the outline or line in points.
    """

    points: tuple[Point, ...]
    fill: str = ""
    edge: str = ""
    points_wide: float = HAIR_POINTS


SUFFIX = {CellState.POSSIBLE: "?", CellState.DISPUTED: "≠"}
INK = {CellState.REPORTED: WHITE}


def mark(state: CellState, box: Box) -> tuple[Shape, ...]:
    """Draw one state in a box.

    Returns:
        Shapes; filled ones never overlap each other, and lines go on top of them.
    """
    return tuple(_DRAWN[state](box))


def inherited_mark(state: CellState, box: Box) -> tuple[Shape, ...]:
    """Draw the notch that says that everything in the cell was done by another actor.

    Returns:
        A triangle in the top right corner, light on the dark state and dark on the others.
    """
    size = min(2.0, box.width * 0.4, box.height * 0.45)
    x, y = box.x + box.width, box.y
    corner = ((x - size, y), (x, y), (x, y + size))
    dark = state is CellState.REPORTED
    return (Shape(corner, WHITE if dark else BLACK, BLUE if dark else WHITE, HAIR_POINTS),)


def pad(box: Box, width: float, height: float) -> Shape:
    """Clear the middle of a patterned box for a number.

    Returns:
        A white rectangle of the given size, never wider than the box.
    """
    (x, y), half = box.centre, min(width, box.width - 0.6) / 2
    return Shape(Box(x - half, y - height / 2, 2 * half, height).corners, WHITE)


def _reported(box: Box) -> Iterator[Shape]:
    yield Shape(box.corners, BLUE, BLUE)


def _possible(box: Box) -> Iterator[Shape]:
    yield from _diagonals(box, HATCH_MM, VERMILION, STROKE_POINTS, rising=True)
    yield Shape((*box.corners, box.corners[0]), "", VERMILION, STROKE_POINTS)


def _disputed(box: Box) -> Iterator[Shape]:
    top_left, top_right, _, bottom_left = box.corners
    yield Shape((top_left, top_right, bottom_left), PURPLE)
    yield Shape((top_right, bottom_left), "", BLACK, STROKE_POINTS)
    yield Shape((*box.corners, box.corners[0]), "", BLACK, STROKE_POINTS)


def _none_found(box: Box) -> Iterator[Shape]:
    yield Shape((*box.corners, box.corners[0]), "", GREY, HAIR_POINTS)
    yield Shape(_ring(box, min(1.25, box.width * 0.28, box.height * 0.3)), "", BLACK, STROKE_POINTS)


def _not_searched(box: Box) -> Iterator[Shape]:
    yield Shape(_ring(box, min(0.38, box.width * 0.1)), GREY)


def _outside(box: Box) -> Iterator[Shape]:
    yield from _diagonals(box, LATTICE_MM, PALE, HAIR_POINTS, rising=True)
    yield from _diagonals(box, LATTICE_MM, PALE, HAIR_POINTS, rising=False)


_DRAWN = {
    CellState.REPORTED: _reported,
    CellState.POSSIBLE: _possible,
    CellState.DISPUTED: _disputed,
    CellState.NONE_FOUND: _none_found,
    CellState.NOT_SEARCHED: _not_searched,
    CellState.OUTSIDE: _outside,
}

_CIRCLE = (
    (1.0, 0.0), (0.924, 0.383), (0.707, 0.707), (0.383, 0.924), (0.0, 1.0), (-0.383, 0.924), (-0.707, 0.707),
    (-0.924, 0.383), (-1.0, 0.0), (-0.924, -0.383), (-0.707, -0.707), (-0.383, -0.924), (0.0, -1.0), (0.383, -0.924),
    (0.707, -0.707), (0.924, -0.383), (1.0, 0.0), (0.924, 0.383),
)  # fmt: skip


def _ring(box: Box, radius: float) -> tuple[Point, ...]:
    x, y = box.centre
    return tuple((x + radius * across, y + radius * down) for across, down in _CIRCLE)


def _diagonals(box: Box, gap: float, colour: str, points: float, *, rising: bool) -> Iterator[Shape]:
    """Fill a box with parallel lines at 45 degrees, `gap` millimetres apart at right angles."""
    step = gap * 2**0.5
    offset = step / 2
    while offset < box.width + box.height:
        x0, y0 = (min(offset, box.width), max(0.0, offset - box.width))
        x1, y1 = (max(0.0, offset - box.height), min(offset, box.height))
        if not rising:
            x0, x1 = box.width - x0, box.width - x1
        yield Shape(((box.x + x0, box.y + y0), (box.x + x1, box.y + y1)), "", colour, points)
        offset += step
