"""A sheet to draw on in millimetres, from the top left corner, that becomes a figure once its height is known."""

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from matplotlib.collections import LineCollection, PolyCollection
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from riven.figures.drawing import CAPTION_POINTS, GAP_MM, MM_PER_INCH, TITLE_POINTS
from riven.figures.layout import MARGIN_MM
from riven.figures.lettering import drawable, font, line_mm, wrap
from riven.figures.letters import Letters, Line, baseline_mm, is_plain, plain_width_mm
from riven.figures.marks import BLACK, HAIR_POINTS, Point, Shape

SOLID: tuple[float, ...] = ()
Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Words:
    """A drawable text on one line.

    Attributes:
        text: The text.
        x: Its left edge, middle or right edge, in millimetres.
        y: Its vertical middle.
        points: Size.
        bold: Whether the bold font is meant.
        align: `left`, `center` or `right`: what lies at `x`.
        colour: Colour.
        degrees: Turned anticlockwise about (x, y) by so much.
    """

    text: str
    x: float
    y: float
    points: float
    bold: bool = False
    align: Align = "left"
    colour: str = BLACK
    degrees: float = 0.0


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line.

    Attributes:
        points: Its corners in millimetres.
        colour: Colour.
        points_wide: Width in points.
        dash: Lengths drawn and left out by turns, in points; none for a solid line.
    """

    points: tuple[Point, ...]
    colour: str = BLACK
    points_wide: float = HAIR_POINTS
    dash: tuple[float, ...] = SOLID


class Canvas:
    """Collects shapes, lines and letters in layers; within a layer, what looks alike is drawn together."""

    def __init__(self, width: float) -> None:
        """Take a sheet of a width in millimetres."""
        self.width = width
        self._words: list[Words] = []
        self._layers: dict[tuple[int, str, str, float, tuple[float, ...]], list[tuple[Point, ...]]] = {}

    def write(self, words: Words) -> None:
        """Set one text, above everything else."""
        self._words.append(words)

    def paragraph(self, lines: Iterable[str], x: float, y: float, points: float, *, bold: bool = False) -> float:
        """Set lines of text from a height downwards.

        Returns:
            The height below them.
        """
        for line in lines:
            self.write(Words(line, x, y + line_mm(points) / 2, points, bold))
            y += line_mm(points)
        return y

    @property
    def room(self) -> float:
        """Width between the margins, in millimetres."""
        return self.width - 2 * MARGIN_MM

    def title(self, title: str, number: tuple[int, int] = (1, 1)) -> float:
        """Set the title of a figure, with the number of a sheet and of all sheets where there are several.

        Returns:
            The height below it.
        """
        told = drawable(title) + (f" ({number[0]} of {number[1]})" if number[1] > 1 else "")
        lines = wrap(told, self.room, TITLE_POINTS, bold=True)
        return self.paragraph(lines, MARGIN_MM, MARGIN_MM, TITLE_POINTS, bold=True) + GAP_MM * 0.6

    def foot(self, caption: str, y: float) -> Figure:
        """Set the caption at a height, where there is one, and make the figure."""
        if caption:
            lines = wrap(drawable(caption), self.room, CAPTION_POINTS)
            y = self.paragraph(lines, MARGIN_MM, y + GAP_MM * 0.5, CAPTION_POINTS)
        return self.finish(y + MARGIN_MM)

    def fill(self, shapes: Iterable[Shape], layer: int = 0) -> None:
        """Draw filled shapes, and lines where a shape has no fill; higher layers lie on top."""
        for shape in shapes:
            key = (layer, shape.fill, shape.edge, shape.points_wide, SOLID)
            self._layers.setdefault(key, []).append(shape.points)

    def stroke(self, stroke: Stroke, layer: int = 0) -> None:
        """Draw a line; higher layers lie on top."""
        key = (layer, "", stroke.colour, stroke.points_wide, stroke.dash)
        self._layers.setdefault(key, []).append(stroke.points)

    def finish(self, height: float) -> Figure:
        """Make the figure.

        Args:
            height: Height of the sheet in millimetres.

        Returns:
            The figure, at 300 dots an inch.
        """
        size = (self.width / MM_PER_INCH, height / MM_PER_INCH)
        figure = Figure(figsize=size, dpi=300, facecolor="white")
        place = Affine2D().scale(1 / MM_PER_INCH, -1 / MM_PER_INCH).translate(0, size[1]) + figure.dpi_scale_trans
        for (layer, fill, edge, wide, dash), shapes in sorted(self._layers.items()):
            figure.add_artist(_collection(shapes, (fill, edge, wide, dash), place, layer))
        plain = [_line(words) for words in self._words if is_plain(words.text)]
        figure.add_artist(Letters(plain, place))
        for words in self._words:
            if not is_plain(words.text):
                figure.add_artist(_text(words, place))
        return figure


def _collection(
    shapes: Sequence[tuple[Point, ...]],
    look: tuple[str, str, float, tuple[float, ...]],
    place: Transform,
    layer: int,
) -> PolyCollection | LineCollection:
    fill, edge, wide, dash = look
    if fill:
        edges = edge or "none"
        return PolyCollection(
            shapes, facecolors=fill, edgecolors=edges, linewidths=wide if edge else 0, transform=place, zorder=layer
        )
    style = (0, tuple(length / wide for length in dash)) if dash else "solid"  # dashes grow with the width of a line
    return LineCollection(
        shapes, colors=edge, linewidths=wide, linestyles=[style], transform=place, zorder=layer, capstyle="butt"
    )


def _line(words: Words) -> Line:
    back = {"left": 0.0, "center": 0.5, "right": 1.0}[words.align]
    back = back * plain_width_mm(words.text, words.points, bold=words.bold) if back else 0.0
    x, y = _origin(words, back)
    return Line(words.text, x, y, words.points, words.bold, words.colour, words.degrees)


def _origin(words: Words, back: float) -> tuple[float, float]:
    """Find where a text begins: back along its baseline, which lies below the middle of the letters, however turned."""
    below = baseline_mm(0.0, words.points)
    along, across = math.cos(math.radians(words.degrees)), math.sin(math.radians(words.degrees))
    return words.x - back * along + below * across, words.y + back * across + below * along


def _text(words: Words, place: Transform) -> Text:
    """Set one text on a baseline a third of its height below its middle, so that neighbours share theirs."""
    return Text(
        *_origin(words, 0.0),
        words.text,
        color=words.colour,
        fontproperties=font(bold=words.bold),
        fontsize=words.points,
        horizontalalignment=words.align,
        verticalalignment="baseline",
        rotation=words.degrees,
        rotation_mode="anchor",
        parse_math=False,
        transform=place,
        zorder=100,
    )
