"""Divergence drawn for print: each rival against the focal actor, respect by respect, and rivals against each other."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from matplotlib.figure import Figure

from riven.analysis.scenes.divergence_matrix import alternative
from riven.analysis.scenes.matrix import OVER_ALL, DistanceMark, DivergenceScene, Line
from riven.figures.canvas import Canvas, Words
from riven.figures.drawing import GAP_MM, LEGEND_POINTS, Drawing
from riven.figures.layout import CELL_MM, COLUMN_MM, LABEL_POINTS, LABEL_SHARE, MARGIN_MM, PAGE_MM, ROW_MM, SHEET_MM
from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY, WHITE, Box, Shape, mark
from riven.figures.rows import Strip, first_sheets, label_width, sheets, strips, write_strip
from riven.figures.sheets import Entry, Headings, key
from riven.figures.style import plain_style
from riven.model.panel import CellState

LEAST_CELL_MM = 9.4
MOST_CELL_MM = 14.0
LEAST_PAIR_MM = 6.2
MOST_PAIR_MM = 9.0
ROOM_MM = SHEET_MM - 20.0
BETWEEN_MM = 0.6
APART_MM = 2.0  # between the respects and the mean over all
NUMBER_POINTS = 6.4
SMALL_POINTS = 5.0
DARK = 0.82
SHADES = ((1.0, (255, 255, 255)), (0.0, (0, 96, 152)))
SAMPLES = (0.0, 0.5, 1.0)


def draw_divergence(scene: DivergenceScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw how far groups are apart.

    Args:
        scene: The scene, from `riven.analysis.scenes.divergence_matrix`.
        caption: Text below, usually from `caption` of the same module; empty for none.
        width: Width of the figure in millimetres; None picks a journal column (88) or a page (180).

    Returns:
        The drawing; rivals against each other are drawn where a page has room for them, else the caption says that
        the data file has them. None where there is nothing to show.
    """
    if not scene.from_focal:
        return None
    rivals = scene.rows[1:]
    if width is None:
        width = COLUMN_MM if _fits(scene, rivals, COLUMN_MM) else PAGE_MM
    has_pairs = bool(scene.between) and _pair_cell(rivals, width) >= LEAST_PAIR_MM
    if scene.between and not has_pairs:
        caption = f"{caption} Rivals against each other are in the data file.".strip()
    label = label_width(rivals, LABEL_SHARE * width)
    laid = strips(rivals, label, ROW_MM + 0.6, width - 2 * MARGIN_MM)
    cut, caption = first_sheets(sheets(laid, ROOM_MM), caption)
    is_split = has_pairs and len(rivals) * (ROW_MM + 2.0) * 2 > ROOM_MM
    count = len(cut) + is_split
    with plain_style():
        drawn = [_sheet(scene, held, width, (number, count)) for number, held in enumerate(cut, start=1)]
        canvas, y = drawn[-1]
        if has_pairs:
            y += GAP_MM
            if is_split:
                canvas = Canvas(width)
                y = canvas.title(scene.title, (count, count))
                drawn.append((canvas, y))
            y = _pairs(canvas, scene, rivals, y)
        figures = [_finished(one, scene, "", down) for one, down in drawn[:-1]]
        figures.append(_finished(canvas, scene, caption, y))
    return Drawing(tuple(figures), scene.title, caption, alternative(scene))


def _fits(scene: DivergenceScene, rivals: Sequence[Line], width: float) -> bool:
    room = width - 2 * MARGIN_MM - APART_MM - label_width(rivals, LABEL_SHARE * width)
    is_narrow = bool(scene.between) and _pair_cell(rivals, width) < LEAST_PAIR_MM <= _pair_cell(rivals, PAGE_MM)
    return room / len(scene.columns) >= LEAST_CELL_MM and not is_narrow


def _pair_cell(rivals: Sequence[Line], width: float) -> float:
    room = width - 2 * MARGIN_MM - _indent(rivals) - label_width(rivals, LABEL_SHARE * width)
    return min(MOST_PAIR_MM, room / max(1, len(rivals) - 1))


def _indent(rivals: Sequence[Line]) -> float:
    """Leave room for the number of a row, which stands on its left whichever way its name runs."""
    return width_mm(f"{len(rivals)}", LABEL_POINTS) + 1.2


def _finished(canvas: Canvas, scene: DivergenceScene, caption: str, y: float) -> Figure:
    return canvas.foot(caption, key(canvas, list(_entries((*scene.from_focal, *scene.between))), y + GAP_MM))


def _sheet(scene: DivergenceScene, held: Sequence[Strip], width: float, count: tuple[int, int]) -> tuple[Canvas, float]:
    """Draw rivals against the focal actor."""
    canvas = Canvas(width)
    y = canvas.title(scene.title, count)
    y = _subtitle(canvas, f"From {drawable_name(scene.rows[0].label, scene.rows[0].actor)}", y)
    label = label_width(scene.rows[1:], LABEL_SHARE * width)
    left = MARGIN_MM + label
    cell = min(MOST_CELL_MM, (width - 2 * MARGIN_MM - label - APART_MM) / len(scene.columns))
    headings = Headings.of((column.label for column in scene.columns), cell)
    last = len(scene.columns) - 1
    own = Headings(headings.lines[:-1], headings.turned, headings.height)
    own.write(canvas, left, y + headings.height, cell)
    whole = Headings(headings.lines[-1:], headings.turned, headings.height)
    whole.write(canvas, left + last * cell + APART_MM, y + headings.height, cell)
    y += headings.height
    marks = {(each.other, each.profile): each for each in scene.from_focal}
    for strip in held:
        write_strip(canvas, strip, y, left + cell * len(scene.columns) + APART_MM)
        if strip.line is not None:
            top = y + (strip.height - CELL_MM) / 2
            for number, column in enumerate(scene.columns):
                x = left + number * cell + (APART_MM if column.id == OVER_ALL else 0.0)
                box = Box(x + BETWEEN_MM / 2, top, cell - BETWEEN_MM, CELL_MM)
                _cell(canvas, marks[strip.line.actor, column.id], box, of=last)
        y += strip.height
    return canvas, y


def _subtitle(canvas: Canvas, text: str, y: float) -> float:
    lines = wrap(drawable(text), canvas.width - 2 * MARGIN_MM, LABEL_POINTS, bold=True)
    return canvas.paragraph(lines, MARGIN_MM, y, LABEL_POINTS, bold=True) + 0.6


def _pairs(canvas: Canvas, scene: DivergenceScene, rivals: Sequence[Line], y: float) -> float:
    """Draw rivals against each other over all respects, as a triangle."""
    y = _subtitle(canvas, "Rivals from each other, over all", y)
    indent, label = _indent(rivals), label_width(rivals, LABEL_SHARE * canvas.width)
    cell = _pair_cell(rivals, canvas.width)
    left = MARGIN_MM + indent + label
    marks = {(each.one, each.other): each for each in scene.between if each.profile == OVER_ALL}
    for number in range(1, len(rivals)):
        x = left + (number - 0.5) * cell
        canvas.write(Words(f"{number}", x, y + line_mm(LABEL_POINTS) / 2, LABEL_POINTS, align="center"))
    y += line_mm(LABEL_POINTS) + 0.8
    laid = strips([replace(line, group="") for line in rivals], label, ROW_MM, canvas.width)
    for row, strip in enumerate(laid):
        middle = y + strip.height / 2
        canvas.write(Words(f"{row + 1}", MARGIN_MM, middle, LABEL_POINTS))
        write_strip(canvas, strip, y, left, indent=indent)
        for column in range(row):
            box = Box(left + column * cell + BETWEEN_MM / 2, middle - CELL_MM / 2, cell - BETWEEN_MM, CELL_MM)
            _cell(canvas, marks[rivals[column].actor, rivals[row].actor], box)
        y += strip.height
    return y


def _cell(canvas: Canvas, held: DistanceMark, box: Box, of: int = 0) -> None:
    if held.distance is None:
        canvas.fill(mark(CellState.NOT_SEARCHED, box))
        return
    _shade(canvas, held.distance, box)
    ink = WHITE if held.distance > DARK else BLACK
    x, y = box.centre
    is_partial = 0 < held.counted < of and held.profile == OVER_ALL
    canvas.write(
        Words(f"{held.distance:.2f}", x, y - (0.9 if is_partial else 0.0), NUMBER_POINTS, align="center", colour=ink)
    )
    if is_partial:
        canvas.write(Words(f"{held.counted} of {of}", x, y + 1.3, SMALL_POINTS, align="center", colour=ink))


def _shade(canvas: Canvas, distance: float, box: Box) -> None:
    """Fill a box the darker the farther; the frame keeps the lightest visible."""
    (_, light), (_, dark) = SHADES
    parts = (round(pale + (deep - pale) * distance) for pale, deep in zip(light, dark, strict=True))
    canvas.fill((Shape(box.corners, "#" + "".join(f"{part:02x}" for part in parts)),))
    canvas.fill((Shape((*box.corners, box.corners[0]), "", GREY),), 1)


def _entries(marks: Sequence[DistanceMark]) -> Iterator[Entry]:
    yield Entry("from 0 (alike) to 1 (nothing in common), the darker the farther apart", _sample_shades)
    if any(each.distance is None for each in marks):
        yield Entry(
            "cannot be told: nothing is coded about one of the two",
            lambda canvas, box: canvas.fill(mark(CellState.NOT_SEARCHED, box)),
        )
    counts = {each.counted for each in marks if each.profile == OVER_ALL and each.distance is not None}
    if len(counts) > 1:
        yield Entry("in how many of the respects both groups are coded", _sample_counted)


def _sample_shades(canvas: Canvas, box: Box) -> None:
    step = box.width / len(SAMPLES)
    for number, distance in enumerate(SAMPLES):
        _shade(canvas, distance, Box(box.x + number * step, box.y, step, box.height))


def _sample_counted(canvas: Canvas, box: Box) -> None:
    canvas.write(Words("2 of 3", *box.centre, LEGEND_POINTS - 0.6, align="center"))
