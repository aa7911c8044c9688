"""Time laid along a line: days as shares of an axis, ranges as spans of it, and what to write below."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from riven.dates import DayRange
from riven.model.wording import day_words

_STEPS = (1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 12000)
_PLACES = 6
LONG_DAYS = 1000  # from here on years are named, not their parts


@dataclass(frozen=True, slots=True)
class Span:
    """A closed range of days on an axis.

    Attributes:
        first: Earliest day; None when nothing bounds it from below.
        last: Latest day; None when nothing bounds it from above.
        left: Where it begins, 0 to 1, cut to the axis.
        right: Where it ends, 0 to 1, cut to the axis.
        goes_left: Whether it begins before the axis, or is open there.
        goes_right: Whether it ends after the axis, or is open there.
    """

    first: date | None
    last: date | None
    left: float
    right: float
    goes_left: bool = False
    goes_right: bool = False


@dataclass(frozen=True, slots=True)
class Tick:
    """A day named below an axis.

    Attributes:
        label: Such as `2015` or `April 2021`.
        at: Where, 0 to 1.
    """

    label: str
    at: float


@dataclass(frozen=True, slots=True)
class Axis:
    """A stretch of time as a line from 0 to 1.

    Attributes:
        first: First day.
        last: Last day.
        ticks: Beginnings of years, or of parts or multiples of years, inside it.
    """

    first: date
    last: date
    ticks: tuple[Tick, ...] = ()

    @property
    def days(self) -> DayRange:
        """The axis as a range of days."""
        return DayRange(self.first, self.last)

    def at(self, day: date) -> float:
        """Place the beginning of a day; days outside lie below 0 or above 1."""
        length = self.last.toordinal() + 1 - self.first.toordinal()
        return round((day.toordinal() - self.first.toordinal()) / length, _PLACES)

    def span(self, days: DayRange) -> Span | None:
        """Place a range of days.

        Returns:
            The span; None where the range shares no day with the axis.
        """
        kept = days.cut(self.days)
        if kept is None or kept.first is None or kept.last is None:
            return None
        end = round(self.at(kept.last) + 1 / (self.last.toordinal() + 1 - self.first.toordinal()), _PLACES)
        return Span(
            first=days.first,
            last=days.last,
            left=self.at(kept.first),
            right=min(end, 1.0),
            goes_left=days.first is None or days.first < self.first,
            goes_right=days.last is None or days.last > self.last,
        )


def axis(first: date, last: date, *, most: int = 9) -> Axis:
    """Make an axis with its ticks.

    Args:
        first: First day.
        last: Last day, not before the first.
        most: Most ticks.

    Returns:
        The axis; ticks stand at the beginnings of months, years or round numbers of years, as close as `most` allows,
        and at its first day where it holds no such beginning.
    """
    bare = Axis(first, last)
    steps = _STEPS if (last - first).days < LONG_DAYS else _STEPS[_STEPS.index(12) :]
    step = next((step for step in steps if len(list(_beginnings(first, last, step))) <= most), _STEPS[-1])
    days = list(_beginnings(first, last, step)) or [first]
    return Axis(first, last, tuple(Tick(_label(day, step), bare.at(day)) for day in days))


def _beginnings(first: date, last: date, step: int) -> Iterator[date]:
    """List the first days of every so many months, counted so that years are round."""
    month = first.year * 12 + first.month - 1 + (first.day > 1)
    month += -month % step
    while month // 12 <= min(last.year, date.max.year):
        day = date(month // 12, month % 12 + 1, 1)
        if day > last:
            return
        yield day
        month += step


def _label(day: date, step: int) -> str:
    if step >= 12 and (day.month, day.day) == (1, 1):
        return str(day.year)
    return day_words(day.isoformat()[:7] if day.day == 1 else day.isoformat())
