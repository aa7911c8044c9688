"""Rows of a matrix: groups by camp, cut into sheets under their headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riven.analysis.scenes.matrix import Line
from riven.analysis.wording import counted
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.layout import LABEL_POINTS, MARGIN_MM
from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap

MOST_LINES = 6
MOST_SHEETS = 6
RULE_POINTS = 0.6


@dataclass(frozen=True, slots=True)
class Strip:
    """One row, or the heading of a camp.

    Attributes:
        line: The row; None for a heading.
        heading: Label of the camp.
        lines: What is written, broken into lines.
        height: Height in millimetres.
    """

    line: Line | None
    heading: str
    lines: tuple[str, ...]
    height: float


def label_width(lines: Iterable[Line], most: float) -> float:
    """Find the width that the labels of rows need.

    Returns:
        Millimetres, not more than `most`.
    """
    longest = max((width_mm(drawable_name(line.label, line.actor), LABEL_POINTS) for line in lines), default=0.0)
    return min(longest + 2.0, most)


def strips(lines: Iterable[Line], label: float, row: float, width: float) -> list[Strip]:
    """Lay rows out under the headings of their camps.

    Args:
        lines: Rows, those of a camp together.
        label: Room for labels in millimetres.
        row: Least height of a row.
        width: Room for headings.

    Returns:
        Headings and rows in order.
    """
    laid: list[Strip] = []
    group = ""
    for line in lines:
        if line.group and line.group != group:
            broken = wrap(drawable(line.group), width, LABEL_POINTS, bold=True, most=MOST_LINES)
            laid.append(Strip(None, line.group, broken, len(broken) * line_mm(LABEL_POINTS) + 1.8))
        group = line.group
        broken = wrap(drawable_name(line.label, line.actor), label - 1.5, LABEL_POINTS, most=MOST_LINES)
        laid.append(Strip(line, group, broken, max(row, len(broken) * line_mm(LABEL_POINTS) + 1.4)))
    return laid


def sheets(laid: Sequence[Strip], room: float) -> list[list[Strip]]:
    """Cut rows into sheets; headings are repeated and never stand alone at the foot.

    Args:
        laid: Headings and rows.
        room: Height of a sheet in millimetres.

    Returns:
        At least one sheet.
    """
    cut: list[list[Strip]] = [[]]
    heading: Strip | None = None
    for strip in laid:
        if strip.line is None:
            heading = strip
        elif sum(held.height for held in cut[-1]) + strip.height > room and any(held.line for held in cut[-1]):
            while cut[-1][-1].line is None:
                cut[-1].pop()
            cut.append([heading] if heading else [])
        cut[-1].append(strip)
    return cut


def first_sheets(cut: list[list[Strip]], caption: str) -> tuple[list[list[Strip]], str]:
    """Keep as many sheets as somebody looks at, and say in the caption what is left to the data file.

    Returns:
        Six sheets at most, and the caption.
    """
    rest = sum(strip.line is not None for held in cut[MOST_SHEETS:] for strip in held)
    if rest:
        caption = f"{caption} Left to the data file: the last {counted(rest, 'row')}.".strip()
    return cut[:MOST_SHEETS], caption


def write_strip(canvas: Canvas, strip: Strip, y: float, right: float, *, indent: float = 0.0) -> None:
    """Write the label of a row, or a heading under a thin rule, so far from the margin."""
    step = line_mm(LABEL_POINTS)
    is_heading = strip.line is None
    if is_heading:
        canvas.stroke(Stroke(((MARGIN_MM, y + 0.4), (right, y + 0.4)), points_wide=RULE_POINTS))
    middle = y + strip.height / 2 + (0.3 if is_heading else 0.0)
    for index, text in enumerate(strip.lines):
        place = middle + (index - (len(strip.lines) - 1) / 2) * step
        canvas.write(Words(text, MARGIN_MM + indent, place, LABEL_POINTS, is_heading))
