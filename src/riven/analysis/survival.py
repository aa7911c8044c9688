"""When something first happened, known only as ranges of days: Turnbull's estimate.

A first report says "by June" or "between March and May", so the day is interval-censored. Taking the first, middle or
last day of the range, or Kaplan and Meier's estimate on it, is wrong; this estimate uses the ranges as they are.

Ranges here are *closed* whole days: (3, 5) means day 3, 4 or 5. R's `survfit(type = "interval2")` reads (l, r) as
left-open, l < t <= r, except when l = r. For whole days (3, 5) here is (2, 5) there; with that, results are equal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from riven.errors import EvidenceError

Days = tuple[int | None, int | None]
_STEPS = 200_000
_CLOSE = 1e-11


@dataclass(frozen=True, slots=True)
class Mass:
    """Probability that the data place on a range of days, without saying where in it.

    Attributes:
        first: First day; None where the range has no beginning.
        last: Last day; None where it has no end: it had not happened when last seen.
        probability: Probability that it happened in these days, 0 to 1.
        surviving: Probability that it happens after them, 0 to 1. Within the range the estimate is not defined.
    """

    first: int | None
    last: int | None
    probability: float
    surviving: float


@dataclass(frozen=True, slots=True)
class Turnbull:
    """The estimate.

    Attributes:
        masses: Ranges that hold all probability, earliest first; empty without cases. Nothing happens between them.
        n: Cases.
        converged: Whether the estimate had settled when the computation ended.
    """

    masses: tuple[Mass, ...]
    n: int
    converged: bool

    def surviving(self, day: int) -> float | None:
        """Read the probability that it has not happened by the end of a day.

        Returns:
            1 before the first range, 0 to 1 between ranges; None inside a range with probability, where the data do
            not say, and when there is no case.
        """
        left: float | None = 1.0 if self.masses else None
        for mass in self.masses:
            if mass.first is not None and day < mass.first:
                return left
            if mass.last is None or day < mass.last:
                return left if mass.probability == 0 else None
            left = mass.surviving
        return left


def turnbull(ranges: Sequence[Days]) -> Turnbull:
    """Estimate the distribution of a day that is known only as ranges.

    Args:
        ranges: Closed range of days of each case: first and last day it can have been. No first day: it may have
            happened any time until the last (left-censored). No last day: not seen by the day before the first
            (right-censored).

    Returns:
        The nonparametric maximum likelihood estimate: probability on the innermost ranges, by self-consistency.

    Raises:
        EvidenceError: A range that ends before it begins, or has no end on either side. All of it at once.

    Source:
        Turnbull (1976), Journal of the Royal Statistical Society B 38:290-295.
    """
    _refuse_flaws(ranges)
    inner = _innermost(ranges)
    if not inner:
        return Turnbull((), 0, converged=True)
    within = np.array([[_reaches(case, part) for part in inner] for case in ranges], dtype=float)
    masses = np.full(len(inner), 1 / len(inner))
    change = 1.0
    for _ in range(_STEPS):
        shares = within * masses
        after = (shares / shares.sum(axis=1, keepdims=True)).mean(axis=0)
        change = float(np.abs(after - masses).max())
        masses = after
        if change < _CLOSE:
            break
    return Turnbull(_told(inner, masses), len(ranges), converged=change < _CLOSE)


def _refuse_flaws(ranges: Sequence[Days]) -> None:
    flaws = []
    for place, (first, last) in enumerate(ranges, 1):
        if first is None and last is None:
            flaws.append(f"case {place} has neither a first nor a last day.")
        elif first is not None and last is not None and last < first:
            flaws.append(f"case {place} ends on day {last}, before it begins on day {first}.")
    if flaws:
        raise EvidenceError("These ranges of days cannot be used: " + " ".join(flaws))


def _innermost(ranges: Sequence[Days]) -> list[Days]:
    """Find the ranges that begin where some case begins, end where some case ends, and hold neither in between."""
    ends = [(-np.inf if first is None else first, 0) for first, _ in ranges]
    ends += [(np.inf if last is None else last, 1) for _, last in ranges]
    ordered = sorted(set(ends))
    return [
        (None if first == -np.inf else int(first), None if last == np.inf else int(last))
        for (first, begins), (last, closes) in pairwise(ordered)
        if begins == 0 and closes == 1
    ]


def _reaches(case: Days, part: Days) -> bool:
    """Say whether a case may have happened in an innermost range."""
    begins = case[0] is None or (part[0] is not None and case[0] <= part[0])
    ends = case[1] is None or (part[1] is not None and part[1] <= case[1])
    return begins and ends


def _told(inner: Sequence[Days], masses: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[Mass, ...]:
    found, surviving = [], 1.0
    for (first, last), mass in zip(inner, masses.tolist(), strict=True):
        surviving -= mass
        found.append(Mass(first, last, round(mass, 9), max(0.0, round(surviving, 9))))
    return tuple(found)
