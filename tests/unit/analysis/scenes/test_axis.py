"""Time laid along a line."""

from datetime import date

import pytest

from riven.analysis.scenes.axis import Axis, axis
from riven.dates import DayRange, parse

YEARS = axis(date(2014, 1, 1), date(2017, 12, 31))
SPANS = [
    pytest.param("2015", (0.249829, 0.499658, False, False), id="inside"),
    pytest.param("2012/2014", (0.0, 0.249829, True, False), id="begun before"),
    pytest.param("2017/2019", (0.75016, 1.0, False, True), id="still going on"),
    pytest.param("../2015", (0.0, 0.499658, True, False), id="open at its begin"),
    pytest.param("2016/..", (0.499658, 1.0, False, True), id="open at its end"),
]


@pytest.mark.parametrize(("edtf", "expected"), SPANS)
def test_a_range_is_cut_to_the_axis_and_says_so(edtf, expected):
    """Its ends tell whether it goes on beyond."""
    span = YEARS.span(parse(edtf).spans[0])

    assert pytest.approx(expected[:2], abs=1e-3) == (span.left, span.right)
    assert expected[2:] == (span.goes_left, span.goes_right)


def test_a_span_keeps_its_own_days():
    """However little of it the axis holds."""
    span = YEARS.span(parse("2012/2014").spans[0])

    assert (date(2012, 1, 1), date(2014, 12, 31)) == (span.first, span.last)


def test_a_range_beyond_the_axis_has_no_span():
    """It is placed nowhere."""
    assert YEARS.span(DayRange(date(2018, 1, 1), date(2018, 12, 31))) is None


TICKS = [
    pytest.param((date(2014, 1, 1), date(2017, 12, 31)), ["2014", "2015", "2016", "2017"], id="years"),
    pytest.param((date(1990, 1, 1), date(2017, 12, 31)), ["1990", "1995", "2000", "2005", "2010", "2015"], id="fives"),
    pytest.param((date(2020, 7, 1), date(2021, 3, 31)), [f"{m} 202{y}" for m, y in (
        ("July", 0), ("August", 0), ("September", 0), ("October", 0), ("November", 0), ("December", 0),
        ("January", 1), ("February", 1), ("March", 1))], id="months"),
    pytest.param((date(2015, 3, 5), date(2015, 3, 20)), ["5 March 2015"], id="no beginning of a month"),
]  # fmt: skip


@pytest.mark.parametrize(("ends", "expected"), TICKS)
def test_ticks_stand_at_round_beginnings(ends, expected):
    """As close as a reader can tell them apart."""
    assert expected == [tick.label for tick in axis(*ends).ticks]


def test_an_axis_of_one_day_places_it_from_end_to_end():
    """A window may be that short."""
    day = date(2015, 1, 1)
    span = axis(day, day).span(DayRange(day, day))

    assert (0.0, 1.0) == (span.left, span.right)


def test_places_are_rounded_so_that_machines_agree():
    """Six places are a day in twenty thousand years."""
    assert Axis(date(2014, 1, 1), date(2014, 1, 3)).at(date(2014, 1, 2)) == 0.333333
