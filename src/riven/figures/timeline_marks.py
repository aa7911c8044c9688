"""Marks of the timeline: a shape says how exactly a finding is dated, its look how sure it is, its letters the kind.

A round mark is dated to within its own width. A pale bar is a range in which an act happened on some day; a dark bar is
a state of affairs that filled it. An end that points goes on: beyond the axis, or to any earlier day where only the day
of a report is known. What wording leaves open is white and dashed, what is disputed is split.
"""

import math
from collections.abc import Sequence

from riven.analysis.scenes.axis import Span
from riven.analysis.scenes.timeline import TimelineMark
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.lettering import width_mm
from riven.figures.marks import BLACK, BLUE, GREY, PURPLE, VERMILION, WHITE, Point, Shape
from riven.model.panel import CellState

HEIGHT_MM = 2.9
CODE_POINTS = 5.2
NOT = "¬"
PALE_BLUE = "#cfe4f2"
POINT_MM = 1.1
DASH = (1.6, 1.0)
_BETWEEN = (0.6, 1.2)


def code_of(mark: TimelineMark) -> str:
    """Write the letters of a mark: a sign where it was not so, its kind, and what reservation its date carries."""
    return f"{NOT if mark.is_negated else ''}{mark.code}{mark.reservation}"


def least_mm(mark: TimelineMark) -> float:
    """Say how wide a mark has to be for its letters, in millimetres."""
    pointed = POINT_MM if mark.is_told else 0.0
    return max(HEIGHT_MM, width_mm(code_of(mark), CODE_POINTS, bold=True) + 1.1) + pointed


def draw_mark(canvas: Canvas, mark: TimelineMark, left: float, width: float, y: float) -> None:
    """Draw a mark on an axis.

    Args:
        canvas: Where to draw.
        mark: A placed mark.
        left: Left end of the axis in millimetres.
        width: Length of the axis.
        y: Vertical middle of the mark.
    """
    draw_spans(canvas, mark, [(left + span.left * width, left + span.right * width) for span in mark.spans], y)


def draw_spans(canvas: Canvas, mark: TimelineMark, places: Sequence[tuple[float, float]], y: float) -> None:
    """Draw every stretch of a mark where it lies, in millimetres; letters on the first, and where they have room."""
    if mark.joined and len(places) > 1:
        canvas.stroke(Stroke(((places[0][1], y), (places[-1][0], y)), GREY, 0.6, _BETWEEN), 2)
    least, end = least_mm(mark), -math.inf
    for span, place in zip(mark.spans, places, strict=True):
        middle = sum(place) / 2
        begin = min(place[0], middle - least / 2)
        draw_span(canvas, mark, span, place, y, has_letters=begin >= end)
        end = max(place[1], middle + least / 2)


def draw_span(
    canvas: Canvas, mark: TimelineMark, span: Span, ends: tuple[float, float], y: float, *, has_letters: bool = True
) -> None:
    """Draw one stretch of a mark between two places in millimetres, widened to what its letters need."""
    lack = max(0.0, least_mm(mark) - (ends[1] - ends[0])) / 2
    left, right = ends[0] - lack, ends[1] + lack
    is_exact = lack > 0 and not (span.goes_left or span.goes_right or mark.is_told)
    points = (span.goes_left or mark.is_told, span.goes_right)
    _look(canvas, mark, _pill(left, right, y) if is_exact else _bar((left, right), y, points), is_exact=is_exact)
    if has_letters:
        _letters(canvas, mark, (left, right), y, (is_exact, points[0]))


def _is_dark(mark: TimelineMark, *, is_exact: bool) -> bool:
    return mark.state is CellState.REPORTED and (is_exact or mark.is_lasting) and not mark.is_told


def _letters(canvas: Canvas, mark: TimelineMark, ends: tuple[float, float], y: float, look: tuple[bool, bool]) -> None:
    """Write the letters in the middle of a short mark and at the begin of a long one, clear of a point."""
    is_exact, is_pointed = look
    text, colour = code_of(mark), WHITE if _is_dark(mark, is_exact=is_exact) else BLACK
    wide = width_mm(text, CODE_POINTS, bold=True)
    aside = POINT_MM if is_pointed else 0.0
    left = (sum(ends) - wide + aside / 2) / 2 if ends[1] - ends[0] < 3 * HEIGHT_MM else ends[0] + 0.8 + aside
    canvas.write(Words(text, left, y, CODE_POINTS, bold=True, colour=colour))


def _look(canvas: Canvas, mark: TimelineMark, outline: tuple[Point, ...], *, is_exact: bool) -> None:
    closed = (*outline, outline[0])
    if mark.state is CellState.REPORTED:
        is_dark = _is_dark(mark, is_exact=is_exact)  # a light edge parts dark neighbours
        canvas.fill((Shape(outline, BLUE if is_dark else PALE_BLUE, WHITE if is_dark else BLUE, 0.6),), 3)
        return
    canvas.fill((Shape(outline, WHITE),), 3)
    if mark.state is CellState.POSSIBLE:
        canvas.stroke(Stroke(closed, VERMILION, 0.9, DASH), 5)
    else:
        middle = (min(y for _, y in outline) + max(y for _, y in outline)) / 2
        canvas.fill((Shape(tuple((x, max(y, middle)) for x, y in outline), PURPLE),), 4)
        canvas.stroke(Stroke(closed, BLACK, 0.7), 5)
    if mark.is_lasting:
        low = max(y for _, y in outline)
        xs = [x for x, _ in outline]
        canvas.stroke(Stroke(((min(xs), low), (max(xs), low)), BLACK, 1.3), 5)


def _bar(ends: tuple[float, float], y: float, points: tuple[bool, bool]) -> tuple[Point, ...]:
    """Outline a bar whose ends may point outwards."""
    (left, right), top, bottom = ends, y - HEIGHT_MM / 2, y + HEIGHT_MM / 2
    west = (
        ((left + POINT_MM, top), (left, y), (left + POINT_MM, bottom)) if points[0] else ((left, top), (left, bottom))
    )
    if points[1]:
        return (*west, (right - POINT_MM, bottom), (right, y), (right - POINT_MM, top))
    return (*west, (right, bottom), (right, top))


def _pill(left: float, right: float, y: float) -> tuple[Point, ...]:
    """Outline a mark with round ends."""
    half = HEIGHT_MM / 2
    turns = [math.pi * step / 12 for step in range(13)]
    start, end = min(left + half, (left + right) / 2), max(right - half, (left + right) / 2)
    west = [(start - half * math.sin(turn), y - half * math.cos(turn)) for turn in turns]
    east = [(end + half * math.sin(turn), y + half * math.cos(turn)) for turn in turns]
    return (*west, *east)
