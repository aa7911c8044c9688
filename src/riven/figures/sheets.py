"""What sheets of a matrix have in common: headings of columns, and a key."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from riven.figures.canvas import Canvas, Words
from riven.figures.drawing import LEGEND_POINTS, SWATCH_MM
from riven.figures.layout import MARGIN_MM, PAGE_MM
from riven.figures.lettering import drawable, line_mm, width_mm, wrap
from riven.figures.marks import Box

HEADING_POINTS = 6.2
MOST_HEADING_LINES = 4
TURNED_MM = 24.0


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a key.

    Attributes:
        text: What the sample means.
        draw: Draws the sample into a box; None where the text says it all.
    """

    text: str
    draw: Callable[[Canvas, Box], None] | None = None


def key(canvas: Canvas, entries: Sequence[Entry], y: float) -> float:
    """Explain what is drawn, in one column on a narrow sheet and in two on a wide one.

    Returns:
        The height below the last line.
    """
    columns = 2 if canvas.width >= PAGE_MM * 0.8 else 1
    width = (canvas.width - 2 * MARGIN_MM) / columns
    per_column = -(-len(entries) // columns)
    lowest = y
    for column in range(columns):
        down = y
        for entry in entries[column * per_column : (column + 1) * per_column]:
            down = _entry(canvas, entry, (MARGIN_MM + column * width, down), width)
        lowest = max(lowest, down)
    return lowest


def _entry(canvas: Canvas, entry: Entry, corner: tuple[float, float], width: float) -> float:
    left, top = corner
    indent = SWATCH_MM[0] + 1.6 if entry.draw else 0.0
    lines = wrap(drawable(entry.text), width - indent - 1.4, LEGEND_POINTS)
    height = max(SWATCH_MM[1] + 0.9 if entry.draw else 0.0, len(lines) * line_mm(LEGEND_POINTS) + 0.6)
    if entry.draw:
        entry.draw(canvas, Box(left, top + (height - SWATCH_MM[1]) / 2, *SWATCH_MM))
    first = top + (height - len(lines) * line_mm(LEGEND_POINTS)) / 2
    canvas.paragraph(lines, left + indent, first, LEGEND_POINTS)
    return top + height


@dataclass(frozen=True, slots=True)
class Headings:
    """Headings of the columns of a matrix: level where they fit, else turned to be read from the right.

    Attributes:
        lines: The lines of each heading.
        turned: Whether they are turned.
        height: Room they take, in millimetres.
    """

    lines: tuple[tuple[str, ...], ...]
    turned: bool
    height: float

    @classmethod
    def of(cls, labels: Iterable[str], cell: float) -> "Headings":
        """Break headings into lines for columns of a width."""
        texts = [drawable(label) for label in labels]
        words = [width_mm(word, HEADING_POINTS) for text in texts for word in text.split()]
        level = tuple(wrap(text, cell - 1.0, HEADING_POINTS) for text in texts)
        most = max((len(lines) for lines in level), default=1)
        if max(words, default=0.0) <= cell - 1.0 and most <= MOST_HEADING_LINES:
            return cls(level, turned=False, height=most * line_mm(HEADING_POINTS) + 1.2)
        room = max(1, int(cell / line_mm(HEADING_POINTS)))
        limit = TURNED_MM
        turned = tuple(wrap(text, limit, HEADING_POINTS, most=room) for text in texts)
        longest = max(width_mm(line, HEADING_POINTS) for lines in turned for line in lines)
        return cls(turned, turned=True, height=longest + 1.8)

    def write(self, canvas: Canvas, left: float, bottom: float, cell: float) -> None:
        """Write the headings above their columns."""
        step = line_mm(HEADING_POINTS)
        for number, lines in enumerate(self.lines):
            middle = left + (number + 0.5) * cell
            for index, line in enumerate(lines):
                if self.turned:
                    x = middle + (index - (len(lines) - 1) / 2) * step
                    canvas.write(Words(line, x, bottom - 0.9, HEADING_POINTS, degrees=90.0))
                else:
                    y = bottom - 0.6 - (len(lines) - index - 0.5) * step
                    canvas.write(Words(line, middle, y, HEADING_POINTS, align="center"))
