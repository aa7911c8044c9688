"""What is written on a figure, and where, in millimetres: for tests that nothing is cut off and nothing overlaps."""

from riven.figures.lettering import MM_PER_POINT
from riven.figures.letters import Letters, plain_width_mm


def lines_on(figure):
    """Lines of plain text on a figure."""
    return [line for artist in figure.artists if isinstance(artist, Letters) for line in artist.lines]


def texts_on(figure):
    """Their texts."""
    return [line.text for line in lines_on(figure)]


def boxes_on(figure):
    """Where each line stands, as (text, left, top, right, bottom); letters without tails."""
    return [(line.text, *_box(line)) for line in lines_on(figure)]


def _box(line):
    width = plain_width_mm(line.text, line.points, bold=line.bold)
    height = 0.72 * line.points * MM_PER_POINT
    if line.degrees == 90:
        return line.x - height, line.y - width, line.x, line.y
    return line.x, line.y - height, line.x + width, line.y


def cut_off(figure):
    """Texts that reach beyond the sheet."""
    width, height = (inches * 25.4 for inches in figure.get_size_inches())
    return [
        text
        for text, left, top, right, bottom in boxes_on(figure)
        if left < 0 or top < 0 or right > width or bottom > height
    ]


def overlapping(figure):
    """Pairs of texts that touch."""
    held = boxes_on(figure)
    return [
        (one[0], other[0])
        for number, one in enumerate(held)
        for other in held[number + 1 :]
        if one[1] < other[3] and other[1] < one[3] and one[2] < other[4] and other[2] < one[4]
    ]
