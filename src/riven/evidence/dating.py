"""What several dates amount to: one act lies on a day that all of them allow, a state fills every one of them.

The order of the dates changes nothing. A result that is one of the dates given is that date, as written; of several
that mean the same days, the one with the fewest reservations.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from itertools import combinations, product

from riven.dates import DayRange, FuzzyDate, joined, ordered

_SIGNS = ("uncertain", "approximate")


def meet(values: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Keep the days that all dates of one act allow.

    An act that a date in braces puts on several occasions is dated by all of them; other dates may name any one.

    Args:
        values: At least one date.

    Returns:
        The date; None when no day suits every date.
    """
    if any(value.each for value in values):
        return _repeated(values)
    spans = values[0].spans
    for value in values[1:]:
        spans = tuple(part for mine in spans for theirs in value.spans if (part := mine.cut(theirs)) is not None)
    return _one_of(spans, values) if spans else None


def fill(values: Sequence[FuzzyDate]) -> FuzzyDate | None:
    """Put together the days that a state of affairs fills, each date some of them.

    Args:
        values: At least one date.

    Returns:
        The date, in braces when the state has several spells. A date that is one of several (`[2014,2016]`) fills
        nothing surely; with such a one among them, what all dates allow, or None when that is nothing.
    """
    if any(len(value.spans) > 1 and not value.each for value in values):
        return meet(values)
    spans = joined(span for value in values for span in value.spans)
    return _one_of(spans, values, each=len(spans) > 1)


def first_of(values: Sequence[FuzzyDate]) -> FuzzyDate:
    """Date the first of several events of which each has a date.

    Args:
        values: At least one date.

    Returns:
        The date: not before the earliest first day, and not after the earliest last day.
    """
    hulls = [value.hull for value in values]
    firsts = [hull.first for hull in hulls]
    lasts = [hull.last for hull in hulls if hull.last is not None]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    return _one_of((DayRange(first, min(lasts, default=None)),), values)


def either(values: Sequence[FuzzyDate]) -> FuzzyDate:
    """Keep every day that any of several contradictory dates allows.

    Returns:
        The date, one of their days.
    """
    return _one_of(joined(span for value in values for span in value.spans), values)


def text_of(spans: Sequence[DayRange], *, each: bool = False) -> str:
    """Write day ranges as EDTF, whole years and months as such.

    Args:
        spans: Ranges in order, one at least.
        each: Whether all of them are meant rather than one.

    Returns:
        A date, an interval, or a set.
    """
    if len(spans) == 1 and not each:
        return _range(spans[0], "/", "..")
    opening, closing = "{}" if each else "[]"
    return opening + ",".join(_range(span, "..", "") for span in spans) + closing


def _repeated(values: Sequence[FuzzyDate]) -> FuzzyDate | None:
    several = [value for value in values if value.each]
    spans = {span for value in several for span in value.spans}
    agree = all(_share(one.spans, other.spans) for one, other in combinations(several, 2))
    if not agree or not all(_share(value.spans, spans) for value in values):
        return None
    # an occasion in May is an occasion in its year: only the narrowest count
    narrow = (span for span in spans if not any(other != span and other.is_within(span) for other in spans))
    return _one_of(ordered(narrow), several, each=True)


def _share(ours: Iterable[DayRange], theirs: Iterable[DayRange]) -> bool:
    return any(mine.meets(other) for mine, other in product(ours, theirs))


def _one_of(spans: tuple[DayRange, ...], values: Iterable[FuzzyDate], *, each: bool = False) -> FuzzyDate:
    """Take the date given that has just these spans, or write one that is as doubtful as all of them."""
    given = list(values)
    exact = [value for value in given if value.spans == spans and value.each == each]
    if exact:
        return min(exact, key=lambda value: (len(value.qualifier), value.edtf))
    signs = {sign for value in given for sign in value.qualifier.split(" and ")}
    qualifier = " and ".join(sign for sign in _SIGNS if sign in signs)
    return FuzzyDate(text_of(spans, each=each), spans, each, qualifier)


def _range(span: DayRange, to: str, beyond: str) -> str:
    length = _precision(span)
    first = beyond if span.first is None else str(span.first)[:length]
    last = beyond if span.last is None else str(span.last)[:length]
    return first if first == last and span.first is not None else f"{first}{to}{last}"


def _precision(span: DayRange) -> int:
    """Count the characters of an ISO date that say all: of whole years four, of whole months seven."""
    first, last = span.first, span.last
    if (first is None or (first.month, first.day) == (1, 1)) and (last is None or (last.month, last.day) == (12, 31)):
        return 4
    starts = first is None or first.day == 1
    ends = last is None or last.day == monthrange(last.year, last.month)[1]
    return 7 if starts and ends else 10
