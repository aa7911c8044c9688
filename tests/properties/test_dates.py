"""Properties of dates that hold for every string, window and step."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from riven.dates import DayRange, Fit, Step, Window, fit, parse, periods
from riven.errors import DateError

years = st.integers(1, 9999).map("{:04d}".format)
months = st.builds("{}-{:02d}".format, years, st.integers(1, 12))
groupings = st.builds("{}-{:02d}".format, years, st.sampled_from([*range(21, 25), *range(33, 42)]))
whole_days = st.dates().map(date.isoformat)
open_digits = st.one_of(
    years.map(lambda y: y[:3] + "X"),
    years.map(lambda y: y[:2] + "XX"),
    years.map(lambda y: y + "-XX"),
    months.map(lambda m: m + "-XX"),
    years.map(lambda y: y + "-XX-XX"),
).filter(lambda text: not text.startswith("00"))
plain = st.one_of(years, months, whole_days)
qualified = st.builds("{}{}".format, plain, st.sampled_from(["", "?", "~", "%"]))
ends = st.one_of(qualified, st.just(".."), st.just(""))
intervals = st.builds("{}/{}".format, ends, ends)
members = st.one_of(plain, st.builds("{}..{}".format, plain, plain))
sets = st.builds(
    "{0[0]}{1}{0[1]}".format, st.sampled_from(["[]", "{}"]), st.lists(members, min_size=1, max_size=4).map(",".join)
)
anything = st.one_of(qualified, groupings, open_digits, intervals, sets)
noise = st.text("0123456789X-/.,[]{}?~%T:Z+ Y", max_size=24)
windows = st.builds(
    lambda start, days: Window(start, start + timedelta(days=days)),
    st.dates(max_value=date(9990, 1, 1)),
    st.integers(1, 1000),
)


def read(text):
    """Read a date, or nothing where the string is none."""
    try:
        return parse(text)
    except DateError:
        return None


@given(st.one_of(anything, noise, st.text(max_size=30)))
def test_reading_never_fails_otherwise_than_by_a_date_error(text):
    """Whatever a cell holds, the answer is a date or a DateError."""
    read(text)


@given(anything)
def test_spans_come_in_order_and_never_run_backwards(text):
    """Ranges are sorted by their first day, and those of a choice are apart from each other."""
    found = read(text)
    if found is None:
        return
    firsts = [span.first or date.min for span in found.spans]
    assert sorted(firsts) == firsts
    if not found.each:
        for before, after in pairwise(found.spans):
            assert after.first - before.last > timedelta(days=1)


@given(anything)
def test_a_date_reads_the_same_when_written_and_read_again(text):
    """The string kept beside the ranges is the whole date."""
    found = read(text)
    assert found is None or found == parse(str(found))


@given(anything)
def test_the_hull_is_the_smallest_range_around_the_spans(text):
    """Every span is within it, and it ends where a span ends."""
    found = read(text)
    if found is None:
        return
    assert all(span.is_within(found.hull) for span in found.spans)
    assert found.hull.first in {span.first for span in found.spans}
    assert found.hull.last in {span.last for span in found.spans}


@given(whole_days, windows, st.sampled_from(Step))
def test_a_known_day_is_sure_in_one_period_or_outside_the_window(text, window, step):
    """Periods share no day and leave none out."""
    day = date.fromisoformat(text)
    fits = [fit(parse(text), period.days) for period in periods(window, step)]
    assert (1 if window.start <= day < window.end else 0) == fits.count(Fit.INSIDE)
    assert Fit.MEETS not in fits


@given(windows, st.sampled_from(Step))
def test_periods_tile_the_window(window, step):
    """The first begins with the window, each begins the day after the one before, the last ends with it."""
    found = periods(window, step)
    assert window.days.first == found[0].days.first
    assert window.days.last == found[-1].days.last
    for before, after in pairwise(found):
        assert before.days.last + timedelta(days=1) == after.days.first


@given(anything, windows, st.sampled_from(Step))
def test_a_choice_is_sure_in_at_most_one_period(text, window, step):
    """An act that happened once cannot be sure in two columns; only braces and lasting states can."""
    found = read(text)
    if found is None or found.each:
        return
    assert [fit(found, period.days) for period in periods(window, step)].count(Fit.INSIDE) <= 1


@given(anything, windows)
def test_a_lasting_state_is_never_less_sure_than_an_act(text, window):
    """Filling the range can only add certainty."""
    found = read(text)
    if found is None:
        return
    order = [Fit.NO, Fit.MEETS, Fit.INSIDE]
    act, state = fit(found, window.days), fit(found, window.days, lasting=True)
    assert order.index(act) <= order.index(state)


@given(anything, windows)
def test_cutting_keeps_no_day_outside_the_bound_and_happens_once(text, window):
    """Cutting twice is cutting once, and a contradiction stays as it was."""
    found = read(text)
    if found is None:
        return
    cut = found.cut(window.days)
    assert cut == cut.cut(window.days)
    assert cut == found or all(span.is_within(window.days) for span in cut.spans)


@given(st.dates(), st.dates(), st.dates(), st.dates())
def test_two_ranges_meet_exactly_when_cutting_leaves_something(a, b, c, d):
    """Meeting and cutting say the same."""
    one, other = DayRange(min(a, b), max(a, b)), DayRange(min(c, d), max(c, d))
    assert one.meets(other) == (one.cut(other) is not None)
    assert one.is_within(other) == (one.cut(other) == one)
