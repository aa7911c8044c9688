"""How good stated probabilities turned out to be: Brier score, its three parts, and skill against simple rivals.

A forecast is a probability that something will be so; its outcome is 1, 0, or None while it is open or if it can never
be resolved. Open forecasts are counted and left out; they are never taken for 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from riven.analysis.inclusion import ratio
from riven.errors import EvidenceError

DIAGRAM_FROM = 50  # with fewer resolved forecasts a reliability diagram shows noise; list them instead
Forecast = tuple[float, int | None]


@dataclass(frozen=True, slots=True)
class Score:
    """The Brier score of resolved forecasts and its parts; all are None when none is resolved.

    Attributes:
        brier: Mean of (p - o)^2, 0 (perfect) to 1.
        reliability: How far stated probabilities lie from what then happened, 0 is best.
        resolution: How far forecasts told cases apart, 0 (not at all) to `uncertainty`.
        uncertainty: What the outcomes themselves leave open, 0 to 0.25. brier = reliability - resolution + uncertainty.
        base_rate: Share of resolved forecasts that came true, 0 to 1.
        n_resolved: Forecasts the score rests on.
        n_open: Forecasts left out because they have no outcome.
    """

    brier: float | None
    reliability: float | None
    resolution: float | None
    uncertainty: float | None
    base_rate: float | None
    n_resolved: int
    n_open: int

    @property
    def skill(self) -> float | None:
        """Skill against always stating the base rate: 1 is perfect, 0 no better, below 0 worse.

        None when nothing is resolved, and when all outcomes are the same, since the base rate is then perfect.
        """
        return None if self.brier is None or self.uncertainty is None else _skill(self.brier, self.uncertainty)


@dataclass(frozen=True, slots=True)
class Stated:
    """All resolved forecasts that stated the same probability.

    Attributes:
        probability: The probability stated.
        n: How many stated it.
        share: Share of them that came true, 0 to 1.
    """

    probability: float
    n: int
    share: float


def score(forecasts: Sequence[Forecast]) -> Score:
    """Score forecasts against what happened.

    Args:
        forecasts: Probability and outcome (1, 0, or None while open) of each.

    Returns:
        The Brier score, split by the distinct probabilities stated, so that the parts add up exactly.

    Raises:
        EvidenceError: A probability outside 0 to 1, or an outcome that is neither 0 nor 1.

    Source:
        Brier (1950), Monthly Weather Review 78:1-3; Murphy (1973), Journal of Applied Meteorology 12:595-600.
    """
    resolved = _resolved(forecasts)
    n_open = len(forecasts) - len(resolved)
    if not resolved:
        return Score(None, None, None, None, None, 0, n_open)
    base = sum(outcome for _, outcome in resolved) / len(resolved)
    bins = reliability(forecasts)
    return Score(
        brier=round(sum((p - outcome) ** 2 for p, outcome in resolved) / len(resolved), 12),
        reliability=round(sum(b.n * (b.probability - b.share) ** 2 for b in bins) / len(resolved), 12),
        resolution=round(sum(b.n * (b.share - base) ** 2 for b in bins) / len(resolved), 12),
        uncertainty=round(base * (1 - base), 12),
        base_rate=round(base, 12),
        n_resolved=len(resolved),
        n_open=n_open,
    )


def reliability(forecasts: Sequence[Forecast]) -> tuple[Stated, ...]:
    """List the probabilities stated, each with how often it came true.

    Args:
        forecasts: Probability and outcome of each; open ones are left out.

    Returns:
        One entry a distinct probability, lowest first; empty when nothing is resolved. Draw it as a diagram only from
        50 resolved forecasts on.

    Raises:
        EvidenceError: A probability outside 0 to 1, or an outcome that is neither 0 nor 1.
    """
    found: dict[float, list[int]] = {}
    for probability, outcome in sorted(_resolved(forecasts)):
        found.setdefault(probability, []).append(outcome)
    return tuple(Stated(p, len(outcomes), sum(outcomes) / len(outcomes)) for p, outcomes in found.items())


def skill_against(forecasts: Sequence[Forecast], rivals: Sequence[float]) -> float | None:
    """Compare forecasts with simple rivals stated for the same questions.

    For persistence the rival is what held before: 1 or 0. For a base rate known from elsewhere it is that rate.

    Args:
        forecasts: Probability and outcome of each; open ones are left out on both sides.
        rivals: The rival's probability for each forecast, same order.

    Returns:
        1 - B / B of the rivals: 1 is perfect, 0 no better, below 0 worse; None when nothing is resolved or the rivals
        were perfect.

    Raises:
        EvidenceError: A probability outside 0 to 1, an outcome that is neither 0 nor 1, or another number of rivals.
    """
    if len(rivals) != len(forecasts):
        raise EvidenceError(f"{len(forecasts)} forecasts have {len(rivals)} rivals; expected one each.")
    ours = score(forecasts).brier
    outcomes = (outcome for _, outcome in forecasts)
    theirs = score(list(zip(rivals, outcomes, strict=True))).brier
    return None if ours is None or theirs is None else _skill(ours, theirs)


def _skill(ours: float, theirs: float) -> float | None:
    share = ratio(ours, theirs)
    return None if share is None else round(1 - share, 12)


def _resolved(forecasts: Sequence[Forecast]) -> list[tuple[float, int]]:
    flaws = [
        f"forecast {place} states {probability} with outcome {outcome}."
        for place, (probability, outcome) in enumerate(forecasts, 1)
        if not 0 <= probability <= 1 or outcome not in {0, 1, None}
    ]
    if flaws:
        expected = "Expected a probability from 0 to 1, and as outcome 1, 0 or none."
        raise EvidenceError(f"These forecasts cannot be scored: {' '.join(flaws)} {expected}")
    return [(probability, outcome) for probability, outcome in forecasts if outcome is not None]
