"""What holds for every axis, and for marks on it however they fall."""

import math
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from riven.analysis.scenes.axis import axis
from riven.dates import DayRange
from riven.figures.sociogram_lines import CLEAR, between

DAYS = st.dates(date(1000, 1, 1), date(3000, 12, 31))
OPEN_DAYS = st.none() | DAYS


@st.composite
def axes(draw):
    """Make an axis from a day to a few centuries long."""
    first = draw(DAYS)
    return axis(first, first + timedelta(days=draw(st.integers(0, 200_000))))


@st.composite
def ranges(draw):
    """Make a range of days, open or closed."""
    first, last = draw(OPEN_DAYS), draw(OPEN_DAYS)
    return DayRange(last, first) if first and last and first > last else DayRange(first, last)


@given(axes(), ranges())
def test_a_span_lies_on_its_axis_and_says_where_it_goes_on(across, days):
    """It has a width, and an end that was cut is an end that goes on."""
    span = across.span(days)

    assert (span is None) == (not days.meets(across.days))
    if span is not None:
        assert 0.0 <= span.left < span.right <= 1.0
        assert span.goes_left == (days.first is None or days.first < across.first)
        assert span.goes_right == (days.last is None or days.last > across.last)


@given(axes())
def test_ticks_are_few_in_order_and_on_the_axis(across):
    """At least one, so that no axis is without a date."""
    places = [tick.at for tick in across.ticks]

    assert 1 <= len(places) <= 9
    assert all(0.0 <= place < 1.0 for place in places)
    assert all(one < other for one, other in pairwise(places))
    assert len({tick.label for tick in across.ticks}) == len(places)


@given(st.integers(0, 359), st.integers(1, 359))
def test_no_line_between_two_others_runs_through_the_middle_of_a_ring(start, turn):
    """Wherever the two stand."""
    ends = [(20 * math.sin(math.radians(a)), 20 * math.cos(math.radians(a))) for a in (start, start + turn)]
    line = between(*ends, (0.0, 0.0), 20.0)
    nearest = min(math.hypot((x0 + x1) / 2, (y0 + y1) / 2) for (x0, y0), (x1, y1) in pairwise(line))

    assert nearest >= 0.95 * CLEAR * 20
