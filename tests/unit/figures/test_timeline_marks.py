"""Marks of the timeline."""

import pytest

from factories import BELIEVED, NEGATED, a_bond, a_speech
from riven.analysis.scenes.timeline import timeline
from riven.figures.canvas import Canvas
from riven.figures.marks import BLUE, VERMILION, WHITE
from riven.figures.timeline_marks import HEIGHT_MM, PALE_BLUE, code_of, draw_mark, draw_span, least_mm
from scene_factory import staged


def a_mark(claim):
    """Take the mark of one claim."""
    scope, outcome, _ = staged(claim)
    scene = timeline(scope, outcome)
    return next(mark for lane in scene.lanes if lane.actor == "hill" for mark in lane.marks)


class Paper(Canvas):
    """Keeps what is drawn on it."""

    def __init__(self):
        super().__init__(120.0)
        self.fills, self.strokes, self.words = [], [], []

    def fill(self, shapes, layer=0):
        self.fills += list(shapes)

    def stroke(self, stroke, layer=0):
        self.strokes.append(stroke)

    def write(self, words):
        self.words.append(words)


def drawn(claim):
    """Draw the mark of one claim on an axis of a hundred millimetres from ten on."""
    paper = Paper()
    draw_mark(paper, a_mark(claim), 10.0, 100.0, 5.0)
    return paper


def ends(shape):
    """Find how far a shape reaches across."""
    return min(x for x, _ in shape.points), max(x for x, _ in shape.points)


def test_a_range_is_drawn_over_all_of_its_days():
    """A year of four is a quarter of the axis, and pale, since nobody knows the day."""
    (bar,) = drawn(a_speech("c", date="made=2015")).fills

    assert (pytest.approx(35.0, abs=0.1), pytest.approx(60.0, abs=0.1)) == ends(bar)
    assert PALE_BLUE == bar.fill


def test_a_day_is_drawn_round_and_dark_around_it():
    """As wide as its letters need, and no wider."""
    (pill,) = drawn(a_speech("c", date="made=2015-01-01")).fills
    left, right = ends(pill)

    assert (BLUE, True) == (pill.fill, len(pill.points) > 10)
    assert HEIGHT_MM == pytest.approx(right - left, abs=0.01)
    assert 35.0 == pytest.approx((left + right) / 2, abs=0.1)


def test_a_state_of_affairs_fills_its_days():
    """It is dark from end to end."""
    (bar,) = drawn(a_bond("b", "hill", "moor", "allied", date="happened=2015")).fills

    assert (BLUE, 4) == (bar.fill, len(bar.points))


def test_an_end_that_goes_on_points_outwards():
    """Beyond the window, or to any day before a report."""
    (open_bar,) = drawn(a_speech("c", date="made=2012/2014")).fills
    (told,) = drawn(a_speech("c", date="published=2015")).fills
    (closed,) = drawn(a_speech("c", date="made=2014")).fills

    assert [5, 5, 4] == [len(shape.points) for shape in (open_bar, told, closed)]


def test_what_wording_leaves_open_is_white_with_a_dashed_edge():
    """Seen without colour."""
    paper = drawn(a_speech("c", date="made=2015", modality=BELIEVED))

    assert [WHITE] == [shape.fill for shape in paper.fills]
    assert [(VERMILION, True)] == [(stroke.colour, bool(stroke.dash)) for stroke in paper.strokes]


def test_one_of_two_spans_is_joined_by_a_dotted_line():
    """And both of a pair in braces are not."""
    either, both = (drawn(a_speech("c", date=f"made={edtf}")) for edtf in ("[2014,2016]", "{2014,2016}"))

    assert ([2, 1], [2, 0]) == (
        [len(either.fills), len(either.strokes)],
        [len(both.fills), len(both.strokes)],
    )


def test_letters_name_the_kind_its_denial_and_its_reservation():
    """All of it in one short word."""
    assert ["S", "S~", "¬S"] == [
        code_of(a_mark(claim))
        for claim in (
            a_speech("c", date="made=2015"),
            a_speech("c", date="made=2015~"),
            a_speech("c", date="made=2015", polarity=NEGATED),
        )
    ]


def test_letters_stay_inside_their_mark():
    """However short it is."""
    mark = a_mark(a_speech("c", date="made=2015-01-01~", polarity=NEGATED))
    paper = Paper()
    draw_span(paper, mark, mark.spans[0], (50.0, 50.1), 5.0)
    left, right = ends(paper.fills[0])

    assert least_mm(mark) == pytest.approx(right - left, abs=0.01)
    assert left < paper.words[0].x < right


def test_disputed_marks_are_split():
    """Half of it is filled."""
    scope, outcome, _ = staged(
        a_speech("a", finding="f", date="made=2015"),
        a_speech("b", finding="f", coder="bob", date="made=2015", values="tone=warn heard=yes"),
    )
    scene = timeline(scope, outcome)
    mark = next(mark for lane in scene.lanes for mark in lane.marks)
    paper = Paper()
    draw_mark(paper, mark, 10.0, 100.0, 5.0)

    whole, half = paper.fills
    assert min(y for _, y in half.points) > min(y for _, y in whole.points)
