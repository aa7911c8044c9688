"""Truth tables of crisp and fuzzy sets: every observed combination of conditions, and what its cases say.

Scores are memberships from 0 to 1; crisp sets hold only 0 and 1, so one code serves both. A score that is None is
*disputed*: no table can be built from it, `riven.analysis.completions` runs every way of settling it.
Rows are numbered from 0, the first condition being the highest bit; programs that count from 1 show one more.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from riven.analysis.inclusion import negated, sufficiency
from riven.analysis.minimise import MOST_CONDITIONS, Term
from riven.errors import EvidenceError, quote

_TOLERANCE = 1e-9  # cutoffs are written with few digits, ratios are not


@dataclass(frozen=True, slots=True)
class Cases:
    """Cases with their memberships in some conditions and one outcome.

    Attributes:
        names: Names of the cases; shape (cases,).
        conditions: Names of the conditions.
        scores: Memberships, 0 to 1, shape (cases, conditions); None where disputed.
        outcome: Name of the outcome; `~` in front marks its negation.
        outcomes: Memberships in the outcome, 0 to 1, shape (cases,); None where disputed.
    """

    names: tuple[str, ...]
    conditions: tuple[str, ...]
    scores: tuple[tuple[float | None, ...], ...]
    outcome: str
    outcomes: tuple[float | None, ...]

    def column(self, condition: str) -> tuple[float, ...]:
        """Read the memberships of all cases in one condition.

        Returns:
            One score a case, in the order of the cases; shape (cases,). Only settled cases have columns.
        """
        place = self.conditions.index(condition)
        return tuple(_settled(row[place]) for row in self.scores)

    def settled_outcomes(self) -> tuple[float, ...]:
        """Read the memberships of all cases in the outcome; only settled cases have them."""
        return tuple(_settled(score) for score in self.outcomes)


def _settled(score: float | None) -> float:
    if score is None:
        raise EvidenceError("A disputed score has no number. Run every completion of these cases instead.")
    return score


def to_cases(rows: Mapping[str, Sequence[float | None]], *, conditions: Sequence[str], outcome: str) -> Cases:
    """Put scores into cases, checked as a whole.

    Args:
        rows: For each case the scores of its conditions, in order, and last that of the outcome.
        conditions: Names of the conditions.
        outcome: Name of the outcome.

    Returns:
        The cases, in the order given.

    Raises:
        EvidenceError: No case, no condition or too many, a name used twice, a row of the wrong length, a score
            outside 0 to 1, or one of exactly 0.5 in a condition, which belongs to no row. All of it at once.
    """
    flaws = [*_flaws_of_names((*conditions, outcome)), *_flaws_of_rows(rows, (*conditions, outcome))]
    if flaws:
        raise EvidenceError("These scores make no truth table: " + " ".join(flaws))
    return Cases(
        names=tuple(rows),
        conditions=tuple(conditions),
        scores=tuple(tuple(row[:-1]) for row in rows.values()),
        outcome=outcome,
        outcomes=tuple(row[-1] for row in rows.values()),
    )


def _flaws_of_names(names: Sequence[str]) -> Iterable[str]:
    if len(names) < 2:
        yield "there is no condition."
    if len(names) - 1 > MOST_CONDITIONS:
        yield f"there are {len(names) - 1} conditions, at most {MOST_CONDITIONS} can be minimised exactly."
    for name in sorted({name for name in names if names.count(name) > 1}):
        yield f"{quote(name)} names two columns."


def _flaws_of_rows(rows: Mapping[str, Sequence[float | None]], names: Sequence[str]) -> Iterable[str]:
    if not rows:
        yield "there is no case."
    for case, row in rows.items():
        if len(row) != len(names):
            yield f"case {quote(case)} has {len(row)} scores, expected {len(names)}."
            continue
        for name, score in zip(names, row, strict=True):
            where = f"case {quote(case)}, {quote(name)}:"
            if score is not None and not 0 <= score <= 1:
                yield f"{where} {score} is not between 0 and 1."
            elif score == 0.5 and name != names[-1]:
                yield f"{where} 0.5 is neither in nor out; write 0.49 or 0.51, or leave it disputed."


def with_negated_outcome(cases: Cases) -> Cases:
    """Ask for the absence of the outcome: each membership y becomes 1 - y, disputed ones stay so."""
    name = cases.outcome.removeprefix("~") if cases.outcome.startswith("~") else f"~{cases.outcome}"
    turned = tuple(None if score is None else negated((score,))[0] for score in cases.outcomes)
    return Cases(cases.names, cases.conditions, cases.scores, name, turned)


@dataclass(frozen=True, slots=True)
class Cutoffs:
    """What a row needs to count.

    Attributes:
        frequency: Fewest cases of a row that counts as observed; rows with fewer are remainders.
        consistency: Least consistency of a row that shows the outcome.
        pri: Least proportional reduction in inconsistency of such a row.
        doubtful_from: Rows that miss the cutoffs but reach this consistency are contradictions: they are neither
            explained nor used. None: such rows do not show the outcome.
    """

    frequency: int = 1
    consistency: float = 0.8
    pri: float = 0.0
    doubtful_from: float | None = None


class Output(StrEnum):
    """What a row says about the outcome, in the signs the field prints."""

    PRESENT = "1"
    ABSENT = "0"
    CONTRADICTION = "C"
    REMAINDER = "?"


@dataclass(frozen=True, slots=True)
class Row:
    """One observed combination of conditions.

    Attributes:
        number: The combination as a number, first condition the highest bit.
        output: What it says about the outcome; a remainder when it has too few cases.
        cases: Cases that belong to it with more than 0.5, in the order given.
        deviant: Those of them that say the opposite of the row: without the outcome where it is present, with it
            where it is absent, and all of a contradiction whose cases are split.
        consistency: Consistency as a sufficient condition, 0 to 1; never None, since it has a case.
        pri: Proportional reduction in inconsistency, at most 1; None when undefined.
    """

    number: int
    output: Output
    cases: tuple[str, ...]
    deviant: tuple[str, ...]
    consistency: float
    pri: float | None


@dataclass(frozen=True, slots=True)
class TruthTable:
    """Every combination of the conditions.

    Attributes:
        conditions: Names of the conditions, the highest bit first.
        outcome: Name of the outcome.
        rows: Combinations with at least one case, by number.
    """

    conditions: tuple[str, ...]
    outcome: str
    rows: tuple[Row, ...]

    @property
    def size(self) -> int:
        """How many combinations the conditions allow."""
        return int(2 ** len(self.conditions))

    @property
    def present(self) -> frozenset[int]:
        """Rows that show the outcome."""
        return frozenset(row.number for row in self.rows if row.output is Output.PRESENT)

    @property
    def remainders(self) -> frozenset[int]:
        """Rows without enough cases to say anything."""
        observed = {row.number for row in self.rows if row.output is not Output.REMAINDER}
        return frozenset(range(self.size)) - observed

    @property
    def contradictory(self) -> tuple[Row, ...]:
        """Observed rows whose cases do not agree on the outcome."""
        return tuple(row for row in self.rows if row.deviant and row.output is not Output.REMAINDER)


def truth_table(cases: Cases, cutoffs: Cutoffs) -> TruthTable:
    """Sort cases into the combinations of their conditions and decide what each combination says.

    Args:
        cases: Settled cases.
        cutoffs: What a row needs to count.

    Returns:
        The table; each case in exactly one row, the one it belongs to with more than 0.5.

    Raises:
        EvidenceError: A score is disputed.

    Source:
        Ragin (2008), Redesigning Social Inquiry, ch. 7; for crisp sets Ragin (1987), The Comparative Method, ch. 6.
    """
    outcomes = cases.settled_outcomes()
    members: dict[int, list[int]] = {}
    for place, scores in enumerate(cases.scores):
        number = int("".join("1" if _settled(score) > 0.5 else "0" for score in scores), 2)
        members.setdefault(number, []).append(place)
    rows = (_row(number, members[number], cases, outcomes, cutoffs) for number in sorted(members))
    return TruthTable(cases.conditions, cases.outcome, tuple(rows))


def _row(number: int, places: list[int], cases: Cases, outcomes: Sequence[float], cutoffs: Cutoffs) -> Row:
    fit = sufficiency(membership(cases, Term(number, 0)), outcomes)
    consistency = fit.consistency or 0.0
    output = _output(len(places), consistency, fit.pri, cutoffs)
    with_outcome = [place for place in places if outcomes[place] > 0.5]
    without = [place for place in places if outcomes[place] <= 0.5]
    split = places if with_outcome and without else []
    deviant = {Output.PRESENT: without, Output.ABSENT: with_outcome}.get(output, split)
    return Row(number, output, _named(cases, places), _named(cases, deviant), consistency, fit.pri)


def _named(cases: Cases, places: Iterable[int]) -> tuple[str, ...]:
    return tuple(cases.names[place] for place in places)


def _output(n_cases: int, consistency: float, pri: float | None, cutoffs: Cutoffs) -> Output:
    if n_cases < cutoffs.frequency:
        return Output.REMAINDER
    reaches_pri = cutoffs.pri <= 0 or (pri is not None and pri >= cutoffs.pri - _TOLERANCE)
    if consistency >= cutoffs.consistency - _TOLERANCE and reaches_pri:
        return Output.PRESENT
    if cutoffs.doubtful_from is not None and consistency >= cutoffs.doubtful_from - _TOLERANCE:
        return Output.CONTRADICTION
    return Output.ABSENT


def membership(cases: Cases, term: Term) -> tuple[float, ...]:
    """Find how far each case belongs to a conjunction: the least of its memberships in the literals.

    Args:
        cases: Settled cases.
        term: The conjunction.

    Returns:
        One score a case, 0 to 1, in the order of the cases; 1 everywhere for the term without a literal.

    Source:
        Zadeh (1965), Information and Control 8:338-353.
    """
    columns = [
        cases.column(name) if present else negated(cases.column(name))
        for name, present in term.literals(cases.conditions)
    ]
    return tuple(min(scores) for scores in zip(*columns, strict=True)) if columns else (1.0,) * len(cases.names)
