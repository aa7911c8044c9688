"""How far one set lies inside another: the parameters of fit of crisp and fuzzy sets.

Membership scores are numbers from 0 (out) to 1 (in), one for each case, in the same order throughout. A ratio whose
denominator is zero (a set nobody belongs to) is None: undefined, never 0 and never 1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

Scores = tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Sufficiency:
    """How far being in a condition is enough for the outcome.

    Attributes:
        consistency: Share of the condition's membership that lies in the outcome, 0 to 1; None when nobody is in it.
        pri: Proportional reduction in inconsistency: the same after taking away what also lies in the negated
            outcome, at most 1; None when nothing is left.
        coverage: Share of the outcome's membership that the condition accounts for, 0 to 1; None when no case has
            the outcome.
    """

    consistency: float | None
    pri: float | None
    coverage: float | None


@dataclass(frozen=True, slots=True)
class Necessity:
    """How far the outcome needs a condition.

    Attributes:
        consistency: Share of the outcome's membership that lies in the condition, 0 to 1; None without outcome.
        coverage: Share of the condition's membership that lies in the outcome, 0 to 1; low for a trivial condition.
        relevance: Relevance of necessity, 0 (everyone is in the condition anyway) to 1; None when both condition and
            outcome hold fully in every case.
    """

    consistency: float | None
    coverage: float | None
    relevance: float | None


@lru_cache(maxsize=4096)  # the completions of a dispute ask for the same ones again and again
def sufficiency(condition: Scores, outcome: Scores) -> Sufficiency:
    """Measure how far a condition is sufficient for an outcome.

    Args:
        condition: Membership scores of the cases in the condition, 0 to 1.
        outcome: Their scores in the outcome, 0 to 1, same cases in the same order.

    Returns:
        Consistency sum(min(x, y)) / sum(x), coverage sum(min(x, y)) / sum(y), and
        PRI (sum(min(x, y)) - sum(min(x, y, 1 - y))) / (sum(x) - sum(min(x, y, 1 - y))).

    Source:
        Ragin (2006), Political Analysis 14:291-310; Schneider and Wagemann (2012), Set-Theoretic Methods, ch. 5, 9.
    """
    both = sum(min(x, y) for x, y in _pairs(condition, outcome))
    neither_way = sum(min(x, y, 1 - y) for x, y in _pairs(condition, outcome))
    return Sufficiency(
        consistency=ratio(both, sum(condition)),
        pri=ratio(both - neither_way, sum(condition) - neither_way),
        coverage=ratio(both, sum(outcome)),
    )


@lru_cache(maxsize=4096)
def necessity(condition: Scores, outcome: Scores) -> Necessity:
    """Measure how far a condition is necessary for an outcome.

    Args:
        condition: Membership scores of the cases in the condition, 0 to 1.
        outcome: Their scores in the outcome, 0 to 1, same cases in the same order.

    Returns:
        Consistency sum(min(x, y)) / sum(y), coverage sum(min(x, y)) / sum(x), and
        relevance sum(1 - x) / sum(1 - min(x, y)).

    Source:
        Ragin (2006), Political Analysis 14:291-310; Schneider and Wagemann (2012), Set-Theoretic Methods, sec. 9.2.
    """
    both = [min(x, y) for x, y in _pairs(condition, outcome)]
    return Necessity(
        consistency=ratio(sum(both), sum(outcome)),
        coverage=ratio(sum(both), sum(condition)),
        relevance=ratio(sum(1 - x for x in condition), sum(1 - x for x in both)),
    )


@lru_cache(maxsize=4096)
def negated(scores: Scores) -> tuple[float, ...]:
    """Turn membership scores into those of the complement: 1 - x, rounded to what was written."""
    return tuple(round(1 - x, 12) for x in scores)


def ratio(part: float, whole: float) -> float | None:
    """Divide sums of scores.

    Returns:
        The ratio, rounded to 12 digits so that the order of cases leaves no trace; None when the whole is zero.
    """
    return round(part / whole, 12) if whole > 1e-9 else None


def _pairs(one: Scores, other: Scores) -> Iterator[tuple[float, float]]:
    return zip(one, other, strict=True)
