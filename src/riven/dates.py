"""Dates as sources give them: EDTF in, closed day ranges out, and one rule for cells.

Nothing here knows more than its source says. `2015` is every day of 2015, never its first. A date of an *act*
means: on some day of the range. A set in square brackets is one of its members, a set in braces is all of them.
Qualifiers (`?` uncertain, `~` approximate, `%` both) are kept and shown; they never widen a range in silence.

The subset of EDTF (ISO 8601-2:2019) read here: level 0 and level 1 whole, with years 0001 to 9999; of level 2
the sets `[..]` and `{..}`, the groupings of months 33 to 41 (quarters, quadrimesters, semesters), and digits left
open in a month or a day (`2015-1X`, `2015-XX-25`). A clock time is read and dropped. Digits are ASCII digits only.
Cost: about 20 microseconds a parse.
"""

import re
from calendar import monthrange
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from riven.errors import DateError

_DAY = timedelta(days=1)
_QUALIFIERS = {"": "", "?": "uncertain", "~": "approximate", "%": "uncertain and approximate"}
_DATE = re.compile(r"(\d[\dX]{3})(?:-(\d\d|\dX|XX)(?:-(\d\d|\dX|XX))?)?([?~%]?)", re.ASCII)
_TIME = re.compile(r"(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?", re.ASCII)
_PLAIN = re.compile(r"\d{4}(-(0\d|1[0-2])(-\d\d)?)?", re.ASCII)
_SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11)}
_GROUPINGS = {
    **{33 + i: (3 * i + 1, 3 * i + 3) for i in range(4)},  # quarters
    **{37 + i: (4 * i + 1, 4 * i + 4) for i in range(3)},  # quadrimesters: early, mid, late
    **{40 + i: (6 * i + 1, 6 * i + 6) for i in range(2)},  # semesters
}
_MAX_MEMBERS = 1000


class Basis(StrEnum):
    """What a date rests on."""

    STATED = "stated"
    DERIVED = "derived"
    PUBLICATION_BOUND = "publication-bound"


class Fit(StrEnum):
    """How a dated act sits in a period: surely inside it, perhaps inside it, or not at all."""

    INSIDE = "inside"
    MEETS = "meets"
    NO = "no"


@dataclass(frozen=True, slots=True)
class DayRange:
    """A closed range of days; an end that is None is open.

    Attributes:
        first: Earliest day, or None when nothing bounds it from below.
        last: Latest day, or None when nothing bounds it from above.
    """

    first: date | None
    last: date | None

    def __post_init__(self) -> None:
        if self.first is not None and self.last is not None and self.first > self.last:
            raise DateError(f"{self.first}/{self.last}", "the first day lies after the last")

    def meets(self, other: "DayRange") -> bool:
        """Say whether the two ranges share a day."""
        starts = other.last is None or self.first is None or self.first <= other.last
        ends = other.first is None or self.last is None or other.first <= self.last
        return starts and ends

    def is_within(self, other: "DayRange") -> bool:
        """Say whether every day of this range is a day of the other."""
        starts = other.first is None or (self.first is not None and self.first >= other.first)
        ends = other.last is None or (self.last is not None and self.last <= other.last)
        return starts and ends

    def cut(self, other: "DayRange") -> "DayRange | None":
        """Keep the days both ranges share; None when they share none."""
        if not self.meets(other):
            return None
        firsts = [day for day in (self.first, other.first) if day is not None]
        lasts = [day for day in (self.last, other.last) if day is not None]
        return DayRange(max(firsts, default=None), min(lasts, default=None))

    def __str__(self) -> str:
        return f"{self.first or '..'}/{self.last or '..'}"


ALWAYS = DayRange(None, None)


@dataclass(frozen=True, slots=True)
class FuzzyDate:
    """A date as its source gives it.

    Attributes:
        edtf: The string as written, in EDTF.
        spans: Day ranges in order. With `each` false the date is one occurrence that lies in one of them;
            with `each` true there is an occurrence in every one of them.
        each: Whether the spans are all meant (`{2014,2016}`) or one of them is (`[2014,2016]`, and plain dates).
        qualifier: Empty, `uncertain`, `approximate`, or `uncertain and approximate`.
    """

    edtf: str
    spans: tuple[DayRange, ...]
    each: bool = False
    qualifier: str = ""

    @property
    def hull(self) -> DayRange:
        """The smallest single range that holds every span."""
        firsts, lasts = [s.first for s in self.spans], [s.last for s in self.spans]
        first = None if None in firsts else min(day for day in firsts if day is not None)
        last = None if None in lasts else max(day for day in lasts if day is not None)
        return DayRange(first, last)

    def occurrences(self) -> tuple[tuple[DayRange, ...], ...]:
        """Split into independent occurrences, each with the spans it may lie in."""
        return tuple((span,) for span in self.spans) if self.each else (self.spans,)

    def cut(self, bound: DayRange) -> "FuzzyDate":
        """Drop the days outside a bound, such as the day the source was published.

        Returns:
            The date with its spans cut. A date that lies wholly outside the bound is returned unchanged:
            a contradiction is for a person to see, not for a rule to hide.
        """
        kept = tuple(part for span in self.spans if (part := span.cut(bound)) is not None)
        return FuzzyDate(self.edtf, kept, self.each, self.qualifier) if kept else self

    def __str__(self) -> str:
        return self.edtf


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of a claim, with what it rests on and how the source puts it.

    Attributes:
        value: The date.
        basis: Stated by the source, derived by the coder, or bounded only by a publication date.
        phrase: The source's own words for the date, at most eight of them; empty when not kept.
    """

    value: FuzzyDate
    basis: Basis = Basis.STATED
    phrase: str = ""


@dataclass(frozen=True, slots=True)
class Window:
    """The study's observation period: from the first day up to, and not including, the end.

    Attributes:
        start: First day observed.
        end: The day after the last day observed.
    """

    start: date
    end: date

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise DateError(f"{self.start}/{self.end}", "a window must hold at least one day")

    @property
    def days(self) -> DayRange:
        """The window as a closed range of days."""
        return DayRange(self.start, self.end - _DAY)

    @classmethod
    def from_edtf(cls, text: str) -> "Window":
        """Read a window from an EDTF date or interval with two closed ends, such as `2014/2017`.

        Args:
            text: The interval; its last day is included.

        Returns:
            The window.

        Raises:
            DateError: The text is not a date, has an open end or is a set.
        """
        value = parse(text)
        span = value.hull
        if span.first is None or span.last is None or len(value.spans) > 1:
            raise DateError(text, "a window needs a first and a last day, as in '2014/2017'")
        if span.last == date.max:
            raise DateError(text, f"a window ends before {date.max}")
        return cls(span.first, span.last + _DAY)


class Step(StrEnum):
    """The length of the periods of a panel."""

    YEAR = "year"
    QUARTER = "quarter"
    MONTH = "month"

    @property
    def months(self) -> int:
        """Number of months in one period."""
        return {Step.YEAR: 12, Step.QUARTER: 3, Step.MONTH: 1}[self]


@dataclass(frozen=True, slots=True)
class Period:
    """One column of a panel.

    Attributes:
        label: `2015`, `2015-Q2` or `2015-06`.
        days: Its days, cut to the window.
    """

    label: str
    days: DayRange


def periods(window: Window, step: Step) -> tuple[Period, ...]:
    """Cut a window into calendar periods.

    Args:
        window: The observation period.
        step: Year, quarter or month.

    Returns:
        Periods in order; the first and the last hold only days of the window.
    """
    return tuple(_walk(window, step))


def _walk(window: Window, step: Step) -> Iterator[Period]:
    year, month = window.start.year, (window.start.month - 1) // step.months * step.months + 1
    final = window.end - _DAY
    while (year, month) <= (final.year, final.month):
        last = date(year, month + step.months - 1, monthrange(year, month + step.months - 1)[1])
        days = DayRange(max(date(year, month, 1), window.start), min(last, final))
        yield Period(_label(year, month, step), days)
        year, month = (year + 1, 1) if month + step.months > 12 else (year, month + step.months)


def _label(year: int, month: int, step: Step) -> str:
    if step is Step.YEAR:
        return f"{year:04d}"
    return f"{year:04d}-Q{(month + 2) // 3}" if step is Step.QUARTER else f"{year:04d}-{month:02d}"


def fit(value: FuzzyDate | None, period: DayRange, *, lasting: bool = False) -> Fit:
    """Decide how a date sits in a period (the cell rule).

    Args:
        value: The date; None when the source does not date the act.
        period: The days of the cell.
        lasting: True for a state of affairs (an alliance, a territory), which fills its range, so that
            one range touching the period is enough; false for an act, which happened on some day of its range.

    Returns:
        INSIDE when the act surely falls in the period, MEETS when it may, NO when it cannot.
        An undated act may fall in any period.
    """
    if value is None:
        return Fit.MEETS
    best = Fit.NO
    for spans in value.occurrences():
        if not any(span.meets(period) for span in spans):
            continue
        if all(span.is_within(period) for span in spans) or (lasting and len(spans) == 1):
            return Fit.INSIDE
        best = Fit.MEETS
    return best


def parse(text: str) -> FuzzyDate:
    """Read one EDTF string.

    Args:
        text: The string, without surrounding blanks.

    Returns:
        The date, its spans as closed day ranges in order.

    Raises:
        DateError: The string is not in the subset; the reason says what would be right.
    """
    if not text or text != text.strip():
        raise DateError(text, "write an EDTF date such as 2015, 2015-08, 2015-08-06 or ../2016-06, without blanks")
    if text[0] in "[{":
        return _parse_set(text)
    if "/" in text:
        return _parse_interval(text)
    moment = _TIME.fullmatch(text)
    spans, qualifier = _parse_date(moment[1] if moment else text, text)
    return FuzzyDate(text, spans, qualifier=qualifier)


def _parse_set(text: str) -> FuzzyDate:
    opening, closing = text[0], {"[": "]", "{": "}"}[text[0]]
    if not text.endswith(closing) or len(text) < 3:
        raise DateError(text, f"a set that opens with '{opening}' closes with '{closing}' and holds a date")
    each = opening == "{"
    spans: list[DayRange] = []
    qualifiers: list[str] = []
    for member in text[1:-1].split(","):
        more, qualifier = _parse_member(member, text, each=each)
        spans += more
        qualifiers.append(qualifier)
        if len(spans) > _MAX_MEMBERS:
            raise DateError(text, f"a set may hold at most {_MAX_MEMBERS} dates")
    return FuzzyDate(text, ordered(spans) if each else joined(spans), each, _both(*qualifiers))


def _both(*qualifiers: str) -> str:
    """Join what is said of the parts of a date: the whole is as uncertain as its least certain part."""
    signs = {sign for qualifier in qualifiers for sign in qualifier.split(" and ")}
    return " and ".join(sign for sign in ("uncertain", "approximate") if sign in signs)


def ordered(spans: Iterable[DayRange]) -> tuple[DayRange, ...]:
    """Order ranges by their first day, each once.

    Returns:
        The ranges; those open at the start come first.
    """
    return tuple(sorted(set(spans), key=lambda s: (s.first or date.min, s.last or date.max)))


def joined(spans: Iterable[DayRange]) -> tuple[DayRange, ...]:
    """Order ranges and join those that touch: one of two neighbouring months is one range of days.

    Returns:
        The ranges, at least a day apart.
    """
    found: list[DayRange] = []
    for span in ordered(spans):
        before = found[-1] if found else None
        if before is not None and _touch(before, span):
            last = None if before.last is None or span.last is None else max(before.last, span.last)
            found[-1] = DayRange(before.first, last)
        else:
            found.append(span)
    return tuple(found)


def _touch(before: DayRange, after: DayRange) -> bool:
    return before.last is None or after.first is None or (after.first - before.last) <= _DAY


def _parse_member(member: str, text: str, *, each: bool) -> tuple[tuple[DayRange, ...], str]:
    if ".." not in member:
        spans, qualifier = _parse_date(member, text)
        # One member is one occurrence: an open month inside braces would otherwise be read as every month.
        if each and len(spans) > 1:
            raise DateError(text, f"'{member}' leaves several ranges open, so it cannot stand in braces")
        return spans, qualifier
    left, _, right = member.partition("..")
    if not (left or right):
        raise DateError(text, "'..' in a set needs a date on one side at least")
    start, early = _parse_end(left, text)
    end, late = _parse_end(right, text)
    span = _range(start.first, end.last, text)
    return _expand(left, right, span, text) if each else (span,), _both(early, late)


def _expand(left: str, right: str, span: DayRange, text: str) -> tuple[DayRange, ...]:
    """List the members of `{2014..2016}`, at the precision its ends are written in."""
    is_plain = _PLAIN.fullmatch(left) and _PLAIN.fullmatch(right) and len(left) == len(right)
    if span.first is None or span.last is None or not is_plain:
        raise DateError(text, "a run in braces needs two dates of the same precision, as in {2014..2016}")
    if len(left) == 10:
        days = range(span.first.toordinal(), span.last.toordinal() + 1)[: _MAX_MEMBERS + 1]
        return tuple(DayRange(date.fromordinal(n), date.fromordinal(n)) for n in days)
    size = 12 if len(left) == 4 else 1
    start, stop = span.first.year * 12 + span.first.month - 1, span.last.year * 12 + span.last.month
    months = range(start, stop, size)[: _MAX_MEMBERS + 1]
    return tuple(_months(month // 12, month % 12 + 1, month % 12 + size) for month in months)


def _parse_interval(text: str) -> FuzzyDate:
    left, _, right = text.partition("/")
    if left in {"", ".."} and right in {"", ".."}:
        raise DateError(text, "an interval needs a date on one side at least")
    start, early = _parse_end(left, text)
    end, late = _parse_end(right, text)
    return FuzzyDate(text, (_range(start.first, end.last, text),), qualifier=_both(early, late))


def _parse_end(end: str, text: str) -> tuple[DayRange, str]:
    if end in {"", ".."}:
        return ALWAYS, ""
    spans, qualifier = _parse_date(end, text)
    return DayRange(spans[0].first, spans[-1].last), qualifier


def _range(first: date | None, last: date | None, text: str) -> DayRange:
    if first is not None and last is not None and first > last:
        raise DateError(text, f"the range runs backwards: it starts on {first} and ends on {last}")
    return DayRange(first, last)


def _parse_date(part: str, text: str) -> tuple[tuple[DayRange, ...], str]:
    match = _DATE.fullmatch(part)
    if match is None:
        raise DateError(text, "expected EDTF such as 2015, 2015-08, 2015-08-06, 2015~, 201X, 2015-37 or [2014,2015]")
    year, month, day, sign = match[1], match[2], match[3], match[4]
    if "X" in year and not re.fullmatch(r"\d+X*", year):
        raise DateError(text, "unspecified digits of a year come last, as in 201X")
    return _spans(year, month, day, text), _QUALIFIERS[sign]


def _spans(year: str, month: str | None, day: str | None, text: str) -> tuple[DayRange, ...]:
    low, high = int(year.replace("X", "0")), int(year.replace("X", "9"))
    if high < 1:
        raise DateError(text, "riven reads years from 0001 to 9999")
    low = max(low, 1)
    if month is None or (month == "XX" and day in {None, "XX"}):
        return (DayRange(date(low, 1, 1), date(high, 12, 31)),)
    if low == high and day is None and month.isdigit() and int(month) > 12:
        return _grouping(low, int(month), text)
    months = _digits(month, 12)
    if not months:
        raise DateError(text, f"there is no month {month}" if day else f"there is no month or season {month}")
    if (high - low + 1) * len(months) > _MAX_MEMBERS:
        raise DateError(text, f"it leaves more than {_MAX_MEMBERS} separate months open")
    days = (_days(y, m, day or "XX") for y in range(low, high + 1) for m in months)
    spans = joined(span for span in days if span is not None)
    if not spans:
        raise DateError(text, f"there is no day {day} in that month")
    return spans


def _days(year: int, month: int, day: str) -> DayRange | None:
    """Range over the days that fit, which always lie side by side; None when the month has none of them."""
    numbers = _digits(day, monthrange(year, month)[1])
    return DayRange(date(year, month, numbers[0]), date(year, month, numbers[-1])) if numbers else None


def _digits(part: str, high: int) -> list[int]:
    """List the numbers from 1 that digits with unspecified places may mean; a digit only matches itself."""
    return [n for n in range(1, high + 1) if all(p in {"X", d} for p, d in zip(part, f"{n:02d}", strict=True))]


def _grouping(year: int, code: int, text: str) -> tuple[DayRange, ...]:
    if code == 24:  # winter: sources mean the turn of either year, so either is possible
        either = [_months(year, 1, 2)]
        if year < date.max.year:
            either.append(DayRange(date(year, 12, 1), _months(year + 1, 2, 2).last))
        return tuple(either)
    months = _SEASONS.get(code) or _GROUPINGS.get(code)
    if months is None:
        raise DateError(text, f"there is no month, season or grouping {code:02d}")
    return (_months(year, *months),)


def _months(year: int, first: int, last: int) -> DayRange:
    return DayRange(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
