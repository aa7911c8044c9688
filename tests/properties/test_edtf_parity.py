"""Agreement with the `edtf` package (5.0) on which strings are dates; every difference is listed, with its reason.

Only acceptance is compared. The ranges are not: edtf pads uncertain dates by its own settings, riven never does.
"""

import contextlib
import io

import pytest
from edtf.parser.grammar import is_valid_edtf
from hypothesis import example, given, settings
from hypothesis import strategies as st

from riven.dates import parse
from riven.errors import DateError

# Reasons riven gives for refusing what edtf accepts; both are deliberate, and both hold for any string.
CALENDAR = ("there is no day 29", "runs backwards")

years = st.integers(1, 9999).map("{:04d}".format)
months = st.builds("{}-{:02d}".format, years, st.integers(0, 13))
days = st.builds("{}-{:02d}".format, months, st.integers(0, 32))
plain = st.one_of(years, months, days)
qualified = st.builds("{}{}".format, plain, st.sampled_from(["", "?", "~", "%", "??"]))
groupings = st.builds("{}-{:02d}".format, years, st.integers(13, 99).filter(lambda code: not 25 <= code <= 32))
open_digits = st.one_of(
    years.map(lambda year: year[:3] + "X"),
    years.map(lambda year: year[:2] + "XX"),
    years.map(lambda year: year[:1] + "XXX"),
    years.map(lambda year: year + "-XX"),
    years.map(lambda year: year + "-XX-XX"),
    st.builds("{}-{:02d}-XX".format, years, st.integers(1, 12)),
)
qualified_open_digits = st.builds("{}{}".format, open_digits, st.sampled_from(["", "?", "~", "%"]))
seasons = st.builds("{}-{}".format, years, st.integers(21, 24))
intervals = st.one_of(
    st.builds(
        "{}/{}".format, st.one_of(qualified, seasons), st.one_of(qualified, seasons, st.sampled_from(["..", ""]))
    ),
    st.builds("{}/{}".format, st.sampled_from(["..", ""]), st.one_of(qualified, seasons)),
)
runs = st.one_of(st.builds("{}..{}".format, years, years), st.builds("{}..{}".format, days, days))
lists = st.lists(st.one_of(plain, runs), min_size=2, max_size=4).map(",".join)
sets = st.one_of(
    st.builds("[{}]".format, lists),
    st.builds("{{{}}}".format, st.lists(plain, min_size=2, max_size=4).map(",".join)),
    st.builds("[..{},{}]".format, plain, lists),
    st.builds("[{},{}..]".format, lists, plain),
    st.builds("[..{}]".format, plain),
    st.builds("[{}..]".format, plain),
)


def refusal(text):
    """Give riven's reason for refusing a string; empty when it reads it."""
    try:
        parse(text)
    except DateError as error:
        return error.reason
    return ""


def is_edtf(text):
    """Ask edtf; None where it fails on its own account, which is no answer."""
    with contextlib.redirect_stdout(io.StringIO()):  # edtf prints what it fails on
        try:
            return is_valid_edtf(text)
        except (AttributeError, TypeError):
            return None


def assert_parity(text):
    """Both accept, or both refuse, or riven asks the calendar where edtf does not."""
    reason, oracle = refusal(text), is_edtf(text)
    if oracle is None or (oracle and any(words in reason for words in CALENDAR)):
        return
    assert oracle == (not reason), f"{text}: edtf says {oracle}; riven says {reason or 'a date'}"


@given(qualified)
@example("2015-02-29")
@example("2015-06-31")
def test_dates_and_their_qualifiers(text):
    """Years, months, days, right or wrong, with and without a qualifier at the end."""
    assert_parity(text)


@given(groupings)
def test_seasons_and_groupings(text):
    """Every code from 13 to 99 but the seasons of a hemisphere."""
    assert_parity(text)


@given(qualified_open_digits.filter(lambda text: not text.startswith("0")))
def test_open_digits_from_the_right(text):
    """Open digits of level 1, with and without a qualifier."""
    assert_parity(text)


@given(intervals)
@example("2016/2015")
@example("2015-12/2015-06")
def test_intervals(text):
    """Closed, open and unknown ends."""
    assert_parity(text)


@settings(max_examples=60)  # edtf takes tens of milliseconds over a set
@given(sets)
@example("[2016..2015,2014]")
def test_sets(text):
    """One of several, all of several, runs, and open ends in their places."""
    assert_parity(text)


@pytest.mark.parametrize(
    ("text", "riven", "edtf", "why"),
    [
        ("2015-02-29", False, True, "edtf knows no leap years; riven asks the calendar"),
        ("2016/2015", False, True, "a range that runs backwards holds no day"),
        ("0000", False, True, "the calendar riven counts days in begins with the year 0001"),
        ("-0044", False, True, "years before 0001 have no day riven can hold"),
        ("Y17000", False, True, "years after 9999 have no day riven can hold"),
        ("1950S2", False, True, "significant digits say nothing about days"),
        ("2015-25", False, True, "seasons of a hemisphere: 21 to 24 are enough for sources that say 'spring'"),
        ("XXXX", False, True, "an unknown year is no date: leave the date out"),
        ("2X15", False, True, "open digits before known ones are level 2"),
        ("2015?-06", False, True, "a qualifier inside a date is level 2"),
        ("?2015-06", False, True, "a qualifier before a part of a date is level 2"),
        (" 2015", False, True, "edtf strips blanks; a cell holds the date and nothing else"),
        ("[2014, 2015]", False, True, "edtf skips blanks; ISO 8601-2 has none"),
        ("2015-08-06T24:00:00", False, True, "the end of a day is the next day, or this one: write the one meant"),
        ("2015-08T10:00:00", False, True, "a clock time needs a day"),
        ("{2014..}", False, True, "all of an endless list is not a number of occurrences"),
        ("../..", False, True, "an interval without a date: leave the date out"),
        ("2015-21?", True, False, "a season can be as uncertain as a month"),
        ("2015-39~", True, False, "a grouping can be as approximate as a month"),
        ("201X-05~", True, False, "open digits and a qualifier go together in any part"),
        ("/201X", True, False, "an end of an interval may leave digits open"),
        ("../2015-37", True, False, "'by early 2015' needs a grouping at the end of an interval"),
        ("[2015]", True, False, "a set of one is that one"),
        ("[2014-39,2015-37]", True, False, "'late 2014 or early 2015' needs groupings in a set"),
        ("[2016..,2014]", True, False, "members of a set may come in any order"),
        ("2015-08-06T10:00:00+00:00", True, False, "Greenwich written as an offset"),
    ],
)
def test_every_difference_is_listed_with_its_reason(text, riven, edtf, why):
    """Where the two differ, they differ as listed here; a new release of edtf that agrees shows up as a failure."""
    assert (riven, edtf) == (not refusal(text), is_edtf(text)), why
