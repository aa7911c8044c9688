"""Several dates of one act or state become one."""

import pytest

from riven.dates import parse
from riven.evidence.dating import either, fill, first_of, meet, text_of


def dates(line):
    """Read a line of dates."""
    return [parse(text) for text in line.split()]


def merged(rule, line):
    """Apply a rule to a line of dates; nothing when no day suits them all."""
    found = rule(dates(line))
    return found and str(found)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2015 2015-08", "2015-08"),
        ("2014/2015 2015/2016", "2015"),
        ("2014-11/2015-03 2015", "2015-01/2015-03"),
        ("2015-08-02/2015-08-20 2015-08-10/2015-09-01", "2015-08-10/2015-08-20"),
        ("../2015 2014/..", "2014/2015"),
        ("[2013,2015] 2014/2016", "2015"),
        ("[2013,2015,2017] 2014/2016-06 [2013,2015]", "2015"),
        ("[2012,2014,2016] 2013/..", "[2014,2016]"),
        ("2014 2015", None),
        ("2014/2015 2015/2016 2014-02", None),
    ],
)
def test_an_act_lies_on_a_day_that_every_date_allows(line: str, expected: str | None) -> None:
    """Dates are intersected, written as short as they can be, in whatever order they come."""
    assert expected == merged(meet, line)
    assert expected == merged(meet, " ".join(reversed(line.split())))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("{2014,2016} 2014", "{2014,2016}"),
        ("2014 2016 {2014,2016}", "{2014,2016}"),
        ("{2014,2016} {2014,2015}", "{2014,2015,2016}"),
        ("{2014,2016} {2014-05,2016}", "{2014-05,2016}"),
        ("{2014,2016} 2015", None),
        ("{2014,2016} {2015,2017}", None),
        ("{2013} {2015} {2013,2015}", None),
    ],
)
def test_an_act_on_several_occasions_keeps_every_one_of_them(line: str, expected: str | None) -> None:
    """No occasion is lost, and a date that names none of them contradicts, in whatever order they come."""
    assert expected == merged(meet, line)
    assert expected == merged(meet, " ".join(reversed(line.split())))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2014 2016", "{2014,2016}"),
        ("2014 2015", "2014/2015"),
        ("2013/.. 2015", "2013/.."),
        ("../2013 2015/..", "{..2013,2015..}"),
        ("2014/2015 2014/2015", "2014/2015"),
        ("{2012,2016} 2014", "{2012,2014,2016}"),
        ("[2014,2016] 2014/2015", "2014"),
        ("[2014,2016] 2015", None),
    ],
)
def test_a_state_fills_every_date_given(line: str, expected: str | None) -> None:
    """Spells add up; only a date that is one of several fills nothing surely."""
    assert expected == merged(fill, line)
    assert expected == merged(fill, " ".join(reversed(line.split())))


def test_spells_of_a_state_are_all_meant() -> None:
    """The state held in each of them."""
    value = fill(dates("2014 2016"))

    assert value.each
    assert parse("{2014,2016}").spans == value.spans


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("2015-01-05 2016-02-03", "2015-01-05"),
        ("2015 2015-06-03", "2015-01-01/2015-06-03"),
        ("2014/2016 2015", "2014/2015"),
        ("2014/.. 2015/..", "2014/.."),
        ("../2014 2013", "../2013"),
        ("{2014,2016} 2015", "2014/2015"),
    ],
)
def test_the_first_of_several_events_is_no_later_than_any(line: str, expected: str) -> None:
    """It lies between the earliest first day and the earliest last day."""
    assert expected == merged(first_of, line)


def test_dates_that_contradict_each_other_leave_all_their_days_open() -> None:
    """One of them must be right, and nobody knows which."""
    value = either(dates("2016? 2014 2014-05"))

    assert "[2014,2016]" == str(value)
    assert not value.each
    assert "uncertain" == value.qualifier


def test_dates_open_on_both_sides_together_say_nothing() -> None:
    """Every day is possible, and no text pretends otherwise."""
    assert "../.." == str(either(dates("../2014 2015/..")))


@pytest.mark.parametrize(
    ("line", "text", "qualifier"),
    [
        ("2015? 2015", "2015", ""),
        ("2015~ 2015?", "2015?", "uncertain"),
        ("2014/2015? 2015/2016~", "2015", "uncertain and approximate"),
        ("2014/2016? 2015", "2015", ""),
    ],
)
def test_a_date_given_without_reservation_stands_without_one(line: str, text: str, qualifier: str) -> None:
    """Days that no source gives by themselves are as doubtful as the dates they follow from."""
    for values in (dates(line), dates(line)[::-1]):
        value = meet(values)

        assert (text, qualifier) == (str(value), value.qualifier)


def test_sets_of_very_many_days_are_merged_like_any_other() -> None:
    """What is merged may hold more days than one set may be written with."""
    days = [
        f"{year}-{month:02d}-{day:02d}" for year in range(2001, 2006) for month in range(1, 13) for day in range(1, 28)
    ]
    odd, even = parse(f"[{','.join(days[::2])}]"), parse(f"[{','.join(days[1::2])}]")

    assert meet([odd, even]) is None
    assert 60 == len(either([odd, even]).spans)
    assert odd == meet([odd, odd])


@pytest.mark.parametrize(
    "text", ["2015", "2015-02", "2015-02-03", "2014/2015", "2014-02/2015-11", "../2015", "2015-02/.."]
)
def test_days_are_written_as_the_date_they_are(text: str) -> None:
    """Whole years and months are written as such."""
    assert text == text_of(parse(text).spans)


def test_a_set_holds_ranges_written_with_two_dots() -> None:
    """As EDTF has it."""
    assert "[..2013,2014-02..2014-03,2015-08-06]" == text_of(parse("[..2013,2014-02..2014-03,2015-08-06]").spans)
