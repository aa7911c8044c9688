"""Disputed scores, settled every way: which conclusions hold however the dispute ends.

A case whose sources or factions disagree on a condition has no score there. Guessing one would hide the dispute, and
leaving the case out would hide the case. So the analysis is run under every completion, and a conclusion is as good as
the share of completions it holds in.

Cost: two to the power of the disputed scores, one analysis each.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import product

from riven.analysis.qca import Analysis, Solved, analyse, models, written
from riven.analysis.truth_table import Cases, Cutoffs, truth_table
from riven.errors import EvidenceError

MOST_DISPUTED = 10


@dataclass(frozen=True, order=True, slots=True)
class Disputed:
    """A score nobody can give.

    Attributes:
        case: The case.
        name: The condition, or the outcome.
    """

    case: str
    name: str


@dataclass(frozen=True, slots=True)
class Completion:
    """One way of settling everything.

    Attributes:
        scores: 0 or 1 for each disputed score, in the order of `Completions.disputed`.
        analysis: What the cases say then.
    """

    scores: tuple[int, ...]
    analysis: Analysis


@dataclass(frozen=True, slots=True)
class Standing:
    """How often a conclusion holds.

    Attributes:
        written: The model or term.
        held: Completions in which it holds.
        of: All completions.
    """

    written: str
    held: int
    of: int

    @property
    def survives(self) -> bool:
        """Whether it holds however the disputes end."""
        return self.held == self.of


@dataclass(frozen=True, slots=True)
class Completions:
    """The analysis under every completion.

    Attributes:
        disputed: The disputed scores, by case and then by column; empty when nothing is disputed.
        each: All completions; exactly one when nothing is disputed.
    """

    disputed: tuple[Disputed, ...]
    each: tuple[Completion, ...]

    def models(self, solution: Callable[[Analysis], tuple[Solved, ...]]) -> tuple[Standing, ...]:
        """Count the completions in which each model is among those that fit equally well.

        Args:
            solution: Which solution to read, such as `lambda analysis: analysis.parsimonious`.

        Returns:
            Every model met, the most frequent first, then by its name.
        """
        return self._standings({model.written for model in solution(run.analysis)} for run in self.each)

    def terms(self, solution: Callable[[Analysis], tuple[Solved, ...]]) -> tuple[Standing, ...]:
        """Count the completions in which each term is part of every model that fits equally well.

        Args:
            solution: Which solution to read.

        Returns:
            Every term so met, the most frequent first, then by its name.
        """
        return self._standings(_shared(solution(run.analysis)) for run in self.each)

    def _standings(self, met: Iterable[set[str]]) -> tuple[Standing, ...]:
        counts = Counter(written for names in met for written in names)
        ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
        return tuple(Standing(written, held, len(self.each)) for written, held in ordered)


def _shared(models: tuple[Solved, ...]) -> set[str]:
    """Name the terms all models share."""
    sets = [{part.written for part in model.parts} for model in models]
    return set.intersection(*sets) if sets else set()


def complete(cases: Cases, cutoffs: Cutoffs, *, most_disputed: int = MOST_DISPUTED) -> Completions:
    """Analyse cases under every way of settling their disputed scores.

    Args:
        cases: Cases; a score that is None is disputed, and is settled as fully out (0) or fully in (1).
        cutoffs: What a row needs to count.
        most_disputed: Disputed scores beyond which the completions are too many to run and to read.

    Returns:
        All completions, the one with every disputed score at 0 first.

    Raises:
        EvidenceError: Too many scores are disputed; the message names how many and what to do.

    Source:
        Robustness to how cases are scored, as asked for by Skaaning (2011), Sociological Methods & Research 40:391-408.
    """
    disputed, runs = _runs(cases, most_disputed)
    return Completions(disputed, tuple(Completion(run, analyse(_settle(cases, run), cutoffs)) for run in runs))


def lasting(cases: Cases, cutoffs: Cutoffs, *, is_parsimonious: bool) -> tuple[str, ...]:
    """Name the models that fit in every completion, without the rest of the analysis.

    Args:
        cases: Cases; a score that is None is disputed.
        cutoffs: What a row needs to count.
        is_parsimonious: Whether a model may assume anything about combinations nobody observed.

    Returns:
        The models for which `Standing.survives` holds, by name. Completions are only run until none is left.

    Raises:
        EvidenceError: Too many scores are disputed, or more models fit than can be told apart.
    """
    left: set[str] | None = None
    for run in _runs(cases, MOST_DISPUTED)[1]:
        table = truth_table(_settle(cases, run), cutoffs)
        fitting = models(table, free=table.remainders if is_parsimonious else ())
        met = {written(model, cases.conditions) for model in fitting}
        left = met if left is None else left & met
        if not left:
            break
    return tuple(sorted(left or ()))


def _runs(cases: Cases, most_disputed: int) -> tuple[tuple[Disputed, ...], Iterable[tuple[int, ...]]]:
    disputed = tuple(_disputed(cases))
    if len(disputed) > most_disputed:
        raise EvidenceError(
            f"{len(disputed)} scores are disputed, which makes {2 ** len(disputed)} completions; at most "
            f"{2**most_disputed} are run. Settle some of them, or leave out a condition or case that has many."
        )
    return disputed, product((0, 1), repeat=len(disputed))


def _disputed(cases: Cases) -> Iterable[Disputed]:
    names = (*cases.conditions, cases.outcome)
    for case, scores, outcome in zip(cases.names, cases.scores, cases.outcomes, strict=True):
        for name, score in zip(names, (*scores, outcome), strict=True):
            if score is None:
                yield Disputed(case, name)


def _settle(cases: Cases, run: tuple[int, ...]) -> Cases:
    """Give the disputed scores their values, in the order in which `_disputed` finds them."""
    values = iter(run)
    scores, outcomes = [], []
    for row, outcome in zip(cases.scores, cases.outcomes, strict=True):
        scores.append(tuple(next(values) if score is None else score for score in row))
        outcomes.append(next(values) if outcome is None else outcome)
    return replace(cases, scores=tuple(scores), outcomes=tuple(outcomes))
