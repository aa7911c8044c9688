"""Qualitative comparative analysis: which combinations of conditions are enough for an outcome, and which it needs.

On a handful of cases the answer is a description, not a finding. So each analysis carries its cautions: how many
combinations were never observed, which models fit equally well, which conditions never vary. They are part of the
result and printed with it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riven.analysis.inclusion import Necessity, Sufficiency, necessity, negated, sufficiency
from riven.analysis.minimise import Model, Term, prime_implicants, smallest_covers
from riven.analysis.truth_table import Cases, Cutoffs, TruthTable, membership, truth_table

FEW_CASES = 10


@dataclass(frozen=True, slots=True)
class Part:
    """One term of a model.

    Attributes:
        written: The term, as in `DEV*~URB`.
        fit: Its consistency, PRI and raw coverage.
        unique: Coverage that no other term of the model accounts for, 0 to 1; None when no case has the outcome.
        cases: Cases that belong to the term with more than 0.5.
    """

    written: str
    fit: Sufficiency
    unique: float | None
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Solved:
    """One model: alternative combinations, each enough for the outcome.

    Attributes:
        written: The model, as in `DEV*STB + LIT`.
        parts: Its terms.
        fit: Consistency, PRI and coverage of the model as a whole.
        assumed: Combinations nobody observed that the model counts as showing the outcome, by row number.
    """

    written: str
    parts: tuple[Part, ...]
    fit: Sufficiency
    assumed: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Need:
    """How far the outcome needs one condition, or its absence.

    Attributes:
        written: The condition, as in `STB` or `~STB`.
        fit: Consistency, coverage and relevance of necessity.
    """

    written: str
    fit: Necessity


@dataclass(frozen=True, slots=True)
class Analysis:
    """What the cases say about one outcome.

    Attributes:
        table: The truth table.
        conservative: Every model that assumes nothing about combinations nobody observed, all equally good.
        parsimonious: Every model that may assume anything about them, all equally good. Both are empty when no row
            shows the outcome.
        needs: Each condition and its absence as a necessary condition, in the order of the conditions.
        constant: Conditions on whose side all cases agree; they can explain nothing.
        cautions: What a reader has to know before using any of it, one sentence each.
    """

    table: TruthTable
    conservative: tuple[Solved, ...]
    parsimonious: tuple[Solved, ...]
    needs: tuple[Need, ...]
    constant: tuple[str, ...]
    cautions: tuple[str, ...]


def analyse(cases: Cases, cutoffs: Cutoffs) -> Analysis:
    """Minimise a truth table without and with remainders, and measure necessity.

    Args:
        cases: Settled cases; for the absence of the outcome see `with_negated_outcome`.
        cutoffs: What a row needs to count.

    Returns:
        All models that fit equally well, with their fit, and the cautions that go with them.

    Raises:
        EvidenceError: A score is disputed, or more models fit than can be told apart.

    Source:
        Ragin (1987), The Comparative Method; Ragin (2008), Redesigning Social Inquiry; terms and solution types as in
        Schneider and Wagemann (2012), Set-Theoretic Methods for the Social Sciences.
    """
    table = truth_table(cases, cutoffs)
    conservative = tuple(_solved(cases, table, model) for model in models(table, free=()))
    parsimonious = tuple(_solved(cases, table, model) for model in models(table, free=table.remainders))
    constant = tuple(name for name in cases.conditions if len({score > 0.5 for score in cases.column(name)}) == 1)
    return Analysis(
        table=table,
        conservative=conservative,
        parsimonious=parsimonious,
        needs=tuple(_needs(cases)),
        constant=constant,
        cautions=(*_cautions_on_table(table, constant), *_cautions_on_models(conservative, parsimonious)),
    )


def models(table: TruthTable, *, free: Iterable[int]) -> tuple[Model, ...]:
    """Find every smallest model of the rows that show the outcome.

    Args:
        table: The truth table.
        free: Rows a model may count as showing the outcome: none for the conservative solution, all remainders for
            the parsimonious one.

    Returns:
        All models with the fewest terms; none when no row shows the outcome.

    Raises:
        EvidenceError: Too many conditions, or too many models.
    """
    primes = prime_implicants(table.present, free, width=len(table.conditions))
    return smallest_covers(primes, table.present)


def _solved(cases: Cases, table: TruthTable, model: Model) -> Solved:
    outcomes = cases.settled_outcomes()
    scores = [membership(cases, term) for term in model]
    whole = sufficiency(_either(scores, len(cases.names)), outcomes)
    parts = []
    for place, term in enumerate(model):
        rest = sufficiency(_either(scores[:place] + scores[place + 1 :], len(cases.names)), outcomes)
        alone = None if whole.coverage is None or rest.coverage is None else round(whole.coverage - rest.coverage, 12)
        inside = tuple(name for name, score in zip(cases.names, scores[place], strict=True) if score > 0.5)
        parts.append(Part(term.written(cases.conditions), sufficiency(scores[place], outcomes), alone, inside))
    assumed = tuple(sorted(row for row in table.remainders if any(term.covers(row) for term in model)))
    return Solved(written(model, cases.conditions), tuple(parts), whole, assumed)


def written(model: Model, conditions: Sequence[str]) -> str:
    """Write a model: terms in order, `+` for or, `*` for and, `~` for not."""
    return " + ".join(term.written(conditions) for term in model)


def _either(scores: list[tuple[float, ...]], n_cases: int) -> tuple[float, ...]:
    """Join alternatives: the greatest of their memberships; nobody belongs to none."""
    return tuple(max(alternatives) for alternatives in zip(*scores, strict=True)) if scores else (0.0,) * n_cases


def _needs(cases: Cases) -> Iterable[Need]:
    outcomes = cases.settled_outcomes()
    for name in cases.conditions:
        yield Need(name, necessity(cases.column(name), outcomes))
        yield Need(f"~{name}", necessity(negated(cases.column(name)), outcomes))


def _cautions_on_table(table: TruthTable, constant: tuple[str, ...]) -> Iterable[str]:
    n_cases = sum(len(row.cases) for row in table.rows)
    observed = {row.number for row in table.rows} - table.remainders
    if n_cases < FEW_CASES or len(observed) * 2 < table.size:
        yield (
            f"{_counted(n_cases, 'case')} and {_counted(len(table.conditions), 'condition')}: "
            f"{len(observed)} of {table.size} combinations are observed. "
            "This describes the cases at hand; it is no finding about others."
        )
    if not table.present:
        yield f"No combination shows {table.outcome}: there is nothing to explain."
    elif table.present == observed:
        yield f"Every observed combination shows {table.outcome}: nothing sets cases with it apart."
    if constant:
        yield f"All cases agree on {', '.join(constant)}, so nothing can be said about what this changes."
    for row in table.contradictory:
        where = Term(row.number, 0).written(table.conditions)
        yield f"The cases of {where} do not agree on {table.outcome}: see {', '.join(row.deviant)}."


def _cautions_on_models(conservative: tuple[Solved, ...], parsimonious: tuple[Solved, ...]) -> Iterable[str]:
    for label, solution in (("conservative", conservative), ("parsimonious", parsimonious)):
        if len(solution) > 1:
            yield (
                f"{len(solution)} {label} models fit equally well. Report all of them: the cases cannot tell which "
                "one is right."
            )
    for assumed in sorted({len(model.assumed) for model in parsimonious} - {0}):
        yield f"The parsimonious solution assumes the outcome in {_counted(assumed, 'combination')} nobody observed."


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
