"""Dates: EDTF in, closed day ranges out, and the rule that puts a date into a cell."""

from datetime import date

import pytest

from riven.dates import (
    ALWAYS,
    Basis,
    DayRange,
    Fit,
    FuzzyDate,
    Period,
    StatedDate,
    Step,
    Window,
    fit,
    joined,
    ordered,
    parse,
    periods,
)
from riven.errors import DateError


def days(text):
    """Write a range as its first and last day, `..` for an open end."""
    first, last = text.split("/")
    return DayRange(*(None if end == ".." else date.fromisoformat(end) for end in (first, last)))


def spans(text):
    """List the spans of an EDTF string as text."""
    return [str(span) for span in parse(text).spans]


# --- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015", "2015-01-01/2015-12-31"),
        ("0001", "0001-01-01/0001-12-31"),
        ("9999", "9999-01-01/9999-12-31"),
        ("2015-02", "2015-02-01/2015-02-28"),
        ("2016-02", "2016-02-01/2016-02-29"),
        ("2015-08-06", "2015-08-06/2015-08-06"),
        ("2015-08-06T23:59:59", "2015-08-06/2015-08-06"),
        ("2015-08-06T00:00:00Z", "2015-08-06/2015-08-06"),
        ("2015-08-06T10:00:00+04:30", "2015-08-06/2015-08-06"),
        ("2015-08-06T10:00:00-04", "2015-08-06/2015-08-06"),
        ("2014/2016", "2014-01-01/2016-12-31"),
        ("2014-11/2015-03-02", "2014-11-01/2015-03-02"),
        ("2015/2015", "2015-01-01/2015-12-31"),
    ],
)
def test_level_0_is_read_whole(text, expected):
    """Dates, clock times and intervals become the days they name; a year is every day of it, never its first."""
    assert [expected] == spans(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("201X", ["2010-01-01/2019-12-31"]),
        ("20XX", ["2000-01-01/2099-12-31"]),
        ("000X", ["0001-01-01/0009-12-31"]),
        ("2015-XX", ["2015-01-01/2015-12-31"]),
        ("2015-04-XX", ["2015-04-01/2015-04-30"]),
        ("2015-XX-XX", ["2015-01-01/2015-12-31"]),
        ("2015-21", ["2015-03-01/2015-05-31"]),
        ("2015-22", ["2015-06-01/2015-08-31"]),
        ("2015-23", ["2015-09-01/2015-11-30"]),
        ("2015-24", ["2015-01-01/2015-02-28", "2015-12-01/2016-02-29"]),
        ("9999-24", ["9999-01-01/9999-02-28"]),
        ("../2016-06", ["../2016-06-30"]),
        ("/2016-06", ["../2016-06-30"]),
        ("2016-06/..", ["2016-06-01/.."]),
        ("2016-06/", ["2016-06-01/.."]),
        ("2015-24/2016", ["2015-01-01/2016-12-31"]),
        ("2014/2015-24", ["2014-01-01/2016-02-29"]),
    ],
)
def test_level_1_is_read_whole(text, expected):
    """Open digits, seasons and open ends; winter may mean the turn of either year."""
    assert expected == spans(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015-33", ["2015-01-01/2015-03-31"]),
        ("2015-36", ["2015-10-01/2015-12-31"]),
        ("2016-37", ["2016-01-01/2016-04-30"]),
        ("2016-38", ["2016-05-01/2016-08-31"]),
        ("2016-39", ["2016-09-01/2016-12-31"]),
        ("2016-40", ["2016-01-01/2016-06-30"]),
        ("2016-41", ["2016-07-01/2016-12-31"]),
        ("2015-1X", ["2015-10-01/2015-12-31"]),
        ("2015-06-1X", ["2015-06-10/2015-06-19"]),
        ("2015-06-3X", ["2015-06-30/2015-06-30"]),
        ("2015-0X-01", [f"2015-0{month}-01/2015-0{month}-01" for month in range(1, 10)]),
        ("2015-1X-31", ["2015-10-31/2015-10-31", "2015-12-31/2015-12-31"]),
        ("201X-02-29", ["2012-02-29/2012-02-29", "2016-02-29/2016-02-29"]),
        ("[2014,2016]", ["2014-01-01/2014-12-31", "2016-01-01/2016-12-31"]),
        ("[2014,2015]", ["2014-01-01/2015-12-31"]),
        ("[2016,2014]", ["2014-01-01/2014-12-31", "2016-01-01/2016-12-31"]),
        ("[2014-11,2015-03]", ["2014-11-01/2014-11-30", "2015-03-01/2015-03-31"]),
        ("[2014..2016]", ["2014-01-01/2016-12-31"]),
        ("[2014..2016,2015]", ["2014-01-01/2016-12-31"]),
        ("[..2016-06]", ["../2016-06-30"]),
        ("[2014,2016..]", ["2014-01-01/2014-12-31", "2016-01-01/.."]),
        ("[2016..,2018]", ["2016-01-01/.."]),
        ("[..2014,2016..]", ["../2014-12-31", "2016-01-01/.."]),
        ("[0001,0001-05]", ["0001-01-01/0001-12-31"]),
        ("{2014,2016}", ["2014-01-01/2014-12-31", "2016-01-01/2016-12-31"]),
        ("{2014,2015}", ["2014-01-01/2014-12-31", "2015-01-01/2015-12-31"]),
        ("{2014..2016}", [f"{year}-01-01/{year}-12-31" for year in (2014, 2015, 2016)]),
        ("{9998..9999}", ["9998-01-01/9998-12-31", "9999-01-01/9999-12-31"]),
        ("{2014-12..2015-01}", ["2014-12-01/2014-12-31", "2015-01-01/2015-01-31"]),
        ("{2014-12-31..2015-01-01}", ["2014-12-31/2014-12-31", "2015-01-01/2015-01-01"]),
    ],
)
def test_of_level_2_the_sets_the_groupings_and_open_months_and_days_are_read(text, expected):
    """A set in square brackets is one of its members, a set in braces is all of them."""
    assert expected == spans(text)
    assert text.startswith("{") == parse(text).each


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2015?", "uncertain"),
        ("2015-08~", "approximate"),
        ("2015-08-06%", "uncertain and approximate"),
        ("2015-21?", "uncertain"),
        ("201X~", "approximate"),
        ("2014?/2015~", "uncertain and approximate"),
        ("2014~/2015?", "uncertain and approximate"),
        ("2014/2015%", "uncertain and approximate"),
        ("../2015?", "uncertain"),
        ("[2014?,2015]", "uncertain"),
        ("[2014,..2015~]", "approximate"),
        ("{2014,2015%}", "uncertain and approximate"),
        ("2015", ""),
    ],
)
def test_qualifiers_are_kept_and_never_widen_the_days(text, expected):
    """Uncertain and approximate dates cover the days their digits name, and say what they are."""
    plain = text.translate({ord(sign): None for sign in "?~%"})
    assert expected == parse(text).qualifier
    assert spans(plain) == spans(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "without blanks"),
        (" 2015", "without blanks"),
        ("2015\n", "without blanks"),
        ("0000", "0001 to 9999"),
        ("2015-00", "no month or season 00"),
        ("2015-13", "no month, season or grouping 13"),
        ("2015-42", "no month, season or grouping 42"),
        ("2015-25", "no month, season or grouping 25"),
        ("2015-13-01", "no month 13"),
        ("201X-21", "no month or season 21"),
        ("2015-02-29", "no day 29"),
        ("2015-02-3X", "no day 3X"),
        ("2015-06-00", "no day 00"),
        ("2X15", "come last"),
        ("XXXX", "expected EDTF"),
        ("15", "expected EDTF"),
        ("2015-6", "expected EDTF"),
        ("06/08/2015", "expected EDTF"),
        ("2015-08-06T25:00:00", "expected EDTF"),
        ("2015-08-06T10:00:00Z/2016", "expected EDTF"),
        ("[2015-08-06T10:00:00Z]", "expected EDTF"),
        ("٢٠١٥", "expected EDTF"),
        ("2015−08", "expected EDTF"),
        ("Y17000", "expected EDTF"),
        ("-0044", "expected EDTF"),
        ("2015?-08", "expected EDTF"),
        ("2016/2015", "runs backwards"),
        ("2015-12/2015-06", "runs backwards"),
        ("[2016..2015]", "runs backwards"),
        ("../..", "on one side"),
        ("/", "on one side"),
        ("[..]", "on one side"),
        ("[2015", "closes with ']'"),
        ("{2015]", "closes with '}'"),
        ("[]", "holds a date"),
        ("[2015,]", "expected EDTF"),
        ("[2014, 2015]", "expected EDTF"),
        ("[2014..2015..2016]", "expected EDTF"),
        ("{..2016}", "same precision"),
        ("{2014..2016-05}", "same precision"),
        ("{2015-21..2015-23}", "same precision"),
        ("{2014?..2016?}", "same precision"),
        ("{2015-24,2016}", "cannot stand in braces"),
        ("{0001..9999}", "at most 1000"),
        ("{2001-01-01..2009-01-01}", "at most 1000"),
        ("{" + ",".join(f"{year:04d}" for year in range(1, 1002)) + "}", "at most 1000"),
        ("2XXX-XX-05", "more than 1000"),
    ],
)
def test_what_is_not_a_date_is_refused_with_a_reason(text, reason):
    """The reason names what is wrong and what would be right."""
    with pytest.raises(DateError) as caught:
        parse(text)
    assert reason in caught.value.reason
    assert text == caught.value.text


def test_a_date_prints_as_it_was_written():
    """The string of the coder is kept."""
    assert "[2014..2016]" == str(parse("[2014..2016]"))


# --- ranges ----------------------------------------------------------------------------------------------------------


def test_a_range_does_not_run_backwards():
    """The first day is never after the last."""
    with pytest.raises(DateError, match="after the last"):
        DayRange(date(2016, 1, 1), date(2015, 1, 1))


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        (True, "2015-01-01/2015-06-30", "2015-06-30/2015-12-31"),
        (False, "2015-01-01/2015-06-30", "2015-07-01/2015-12-31"),
        (True, "../2015-06-30", "2015-01-01/.."),
        (True, "../..", "2015-01-01/2015-01-01"),
        (False, "../2014-12-31", "2015-01-01/.."),
    ],
)
def test_ranges_meet_when_they_share_a_day(expected, one, other):
    """Both ends are days of the range; the order of the two does not matter."""
    assert expected == days(one).meets(days(other)) == days(other).meets(days(one))


@pytest.mark.parametrize(
    ("expected", "inner", "outer"),
    [
        (True, "2015-01-01/2015-12-31", "2015-01-01/2015-12-31"),
        (True, "2015-02-01/2015-03-01", "2015-01-01/.."),
        (False, "2015-02-01/..", "2015-01-01/2015-12-31"),
        (False, "../2015-02-01", "2015-01-01/2015-12-31"),
        (False, "2014-12-31/2015-02-01", "2015-01-01/2015-12-31"),
        (True, "../..", "../.."),
    ],
)
def test_a_range_is_within_another_when_every_day_is(expected, inner, outer):
    """An open end lies within an open end only."""
    assert expected == days(inner).is_within(days(outer))


@pytest.mark.parametrize(
    ("expected", "one", "other"),
    [
        ("2015-03-01/2015-06-30", "2015-01-01/2015-06-30", "2015-03-01/2015-12-31"),
        ("2015-03-01/..", "2015-03-01/..", "../.."),
        ("None", "2015-01-01/2015-01-31", "2015-03-01/.."),
    ],
)
def test_cutting_keeps_the_shared_days(expected, one, other):
    """No shared day, no range."""
    assert expected == str(days(one).cut(days(other)))


def test_ranges_are_ordered_once_each_and_joined_where_they_touch():
    """Open ends come first and last; a day between keeps two ranges apart."""
    spans = [
        parse(text).spans[0] for text in ("2016/..", "2015-02", "2015-01", "2015-01", "../2014", "2017", "2015-03-02")
    ]

    assert 6 == len(ordered(spans))
    assert ["../2014-12-31", "2015-01-01/2015-01-31"] == [str(span) for span in ordered(spans)][:2]
    assert ["../2015-02-28", "2015-03-02/2015-03-02", "2016-01-01/.."] == [str(span) for span in joined(spans)]


def test_the_hull_holds_every_span():
    """From the earliest day to the latest; open where any span is."""
    assert days("2014-01-01/2016-12-31") == parse("[2014,2016]").hull
    assert days("../..") == parse("[..2014,2016..]").hull


def test_a_date_is_cut_by_a_bound_and_a_contradiction_is_left_for_a_person():
    """Days after publication go; a date wholly after publication is returned as it was."""
    bound = days("../2015-11-30")
    assert ("2015-01-01/2015-11-30",) == tuple(str(span) for span in parse("2015").cut(bound).spans)
    assert parse("2016") == parse("2016").cut(bound)
    assert "approximate" == parse("2015~").cut(bound).qualifier
    assert parse("{2014,2015-12}").cut(bound).each


# --- windows and periods ---------------------------------------------------------------------------------------------


def test_a_window_reaches_up_to_its_end_and_includes_its_last_day():
    """`2014/2017` is observed through the last day of 2017; the end itself is not observed."""
    window = Window.from_edtf("2014/2017")
    assert Window(date(2014, 1, 1), date(2018, 1, 1)) == window
    assert days("2014-01-01/2017-12-31") == window.days


@pytest.mark.parametrize("text", ["2014/..", "../2014", "[2014,2016]", "2014/9999", "nonsense"])
def test_a_window_needs_two_ends(text):
    """Open ends, sets with gaps and the end of time bound nothing."""
    with pytest.raises(DateError):
        Window.from_edtf(text)


def test_a_window_holds_a_day():
    """An empty window observes nothing."""
    with pytest.raises(DateError, match="at least one day"):
        Window(date(2014, 1, 1), date(2014, 1, 1))


@pytest.mark.parametrize(
    ("step", "window", "expected"),
    [
        (Step.YEAR, "2014/2017", ["2014", "2015", "2016", "2017"]),
        (Step.QUARTER, "2014-05/2015-01", ["2014-Q2", "2014-Q3", "2014-Q4", "2015-Q1"]),
        (Step.MONTH, "2014-11-15/2015-01-02", ["2014-11", "2014-12", "2015-01"]),
        (Step.MONTH, "9999-11/9999-12-30", ["9999-11", "9999-12"]),
    ],
)
def test_a_window_is_cut_into_calendar_periods(step, window, expected):
    """Years, quarters or months, in order."""
    assert expected == [period.label for period in periods(Window.from_edtf(window), step)]


def test_the_first_and_the_last_period_hold_only_days_of_the_window():
    """A window may begin in the middle of a month."""
    found = periods(Window.from_edtf("2014-11-15/2014-12-02"), Step.MONTH)
    expected = (
        Period("2014-11", days("2014-11-15/2014-11-30")),
        Period("2014-12", days("2014-12-01/2014-12-02")),
    )
    assert expected == found


# --- the cell rule ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("expected", "text", "period"),
    [
        (Fit.INSIDE, "2015-08-06", "2015-01-01/2015-12-31"),
        (Fit.INSIDE, "2015", "2015-01-01/2015-12-31"),
        (Fit.MEETS, "2014-11/2015-03", "2015-01-01/2015-12-31"),
        (Fit.MEETS, "[..2016-06]", "2015-01-01/2015-12-31"),
        (Fit.NO, "2014", "2015-01-01/2015-12-31"),
        (Fit.MEETS, "[2014,2016]", "2016-01-01/2016-12-31"),
        (Fit.NO, "[2014,2016]", "2015-01-01/2015-12-31"),
        (Fit.INSIDE, "{2014,2016}", "2016-01-01/2016-12-31"),
        (Fit.NO, "{2014,2016}", "2015-01-01/2015-12-31"),
        (Fit.MEETS, "2015-24", "2015-01-01/2015-12-31"),
    ],
)
def test_a_date_inside_the_period_is_sure_and_one_that_meets_it_is_possible(expected, text, period):
    """The act happened on some day of its range: all days inside, sure; some days inside, possible; none, no."""
    assert expected == fit(parse(text), days(period))


def test_an_undated_act_may_fall_in_any_period():
    """What is not dated is possible everywhere and sure nowhere."""
    assert Fit.MEETS == fit(None, days("2015-01-01/2015-12-31"))


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (Fit.INSIDE, "2014/2016"),
        (Fit.INSIDE, "2014/.."),
        (Fit.NO, "2016/.."),
        (Fit.MEETS, "[2013,2015]"),
    ],
)
def test_a_lasting_state_fills_its_range(expected, text):
    """An alliance from 2014 to 2016 held in 2015; one dated to either of two years only may have."""
    assert expected == fit(parse(text), days("2015-01-01/2015-12-31"), lasting=True)


def test_a_fuzzy_date_splits_into_its_occurrences():
    """Braces mean one occurrence a member, brackets one occurrence in all."""
    assert 2 == len(parse("{2014,2016}").occurrences())
    assert 1 == len(parse("[2014,2016]").occurrences())


@pytest.mark.parametrize(
    ("expected", "period"),
    [
        (20 / 30, "2012-06-11/.."),
        (10 / 30, "../2012-06-10"),
        (16 / 30, "2012-06-15/2012-07-15"),
    ],
)
def test_the_share_of_days_in_a_period_equals_the_published_one(expected, period):
    """Of June 2012, .67 lies after the 10th, .33 up to it, .53 within mid-June to mid-July (R messydates)."""
    june = parse("2012-06").hull
    part = june.cut(days(period))
    assert expected == ((part.last - part.first).days + 1) / ((june.last - june.first).days + 1)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        (1, "2012-06-10"),
        (1, "2012-06-10?"),
        (30, "2012-06"),
        (366, "2012"),
        (730, "[2010,2011]"),
        (2, "{2012-06-10..2012-06-11}"),
    ],
)
def test_the_number_of_candidate_days_equals_the_published_one(expected, text):
    """A day is one candidate, a leap year 366, two years 730 (the shape of the expansion tests of R messydates)."""
    assert expected == sum((span.last - span.first).days + 1 for span in parse(text).spans)


def test_a_stated_date_rests_on_the_words_of_its_source_unless_said_otherwise():
    """Basis and phrase travel with the date."""
    stated = StatedDate(parse("2015"), phrase="in 2015")
    assert (Basis.STATED, "in 2015") == (stated.basis, stated.phrase)


def test_always_is_open_on_both_sides():
    """The range without ends holds every day."""
    assert FuzzyDate("", (ALWAYS,)).hull.meets(days("2015-01-01/2015-01-01"))
    assert "../.." == str(ALWAYS)


@pytest.mark.parametrize(("expected", "step"), [(12, Step.YEAR), (3, Step.QUARTER), (1, Step.MONTH)])
def test_a_step_knows_its_months(expected, step):
    """Periods are calendar months put together."""
    assert expected == step.months
