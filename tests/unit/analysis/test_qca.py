"""Models, their fit, and the cautions that go with them."""

import pytest

from riven.analysis.qca import analyse
from riven.analysis.truth_table import Cutoffs, to_cases

CRISP = Cutoffs(consistency=1.0)


def some_cases(rows, conditions="AB"):
    return to_cases(rows, conditions=tuple(conditions), outcome="Y")


# Six invented groups, three conditions, an outcome that two models explain equally well.
SIX = some_cases(
    {
        "g1": (1, 1, 1, 1),
        "g2": (1, 1, 1, 1),
        "g3": (0, 0, 1, 0),
        "g4": (0, 0, 1, 0),
        "g5": (0, 0, 1, 0),
        "g6": (1, 1, 1, 1),
    },
    "ABC",
)


def test_a_case_can_belong_to_several_terms_of_a_model() -> None:
    """What only one term accounts for is its unique coverage."""
    cases = some_cases({"x": (1, 0, 1), "y": (0, 1, 1), "z": (1, 1, 1), "w": (0, 0, 0)})
    (model,) = analyse(cases, CRISP).conservative
    assert "A + B" == model.written
    assert [("A", ("x", "z")), ("B", ("y", "z"))] == [(part.written, part.cases) for part in model.parts]
    assert pytest.approx([1 / 3, 1 / 3]) == [part.unique for part in model.parts]
    assert 1.0 == model.fit.coverage


def test_the_only_term_of_a_model_covers_alone_what_the_model_covers() -> None:
    """Nothing else could."""
    (single,) = analyse(SIX, CRISP).conservative
    assert (1.0, 1.0) == (single.parts[0].unique, single.parts[0].fit.coverage)


def test_small_numbers_make_a_description_not_a_finding() -> None:
    """Six cases and five conditions, as in a study of six rivals."""
    rows = {f"g{number}": (*(number >> bit & 1 for bit in range(5)), number & 1) for number in range(6)}
    found = analyse(some_cases(rows, "ABCDE"), CRISP)
    assert (
        "6 cases and 5 conditions: 6 of 32 combinations are observed. "
        "This describes the cases at hand; it is no finding about others."
    ) == found.cautions[0]


def test_models_that_fit_equally_well_are_all_given_and_said_to_be_tied() -> None:
    """A and B always go together here, so either explains the outcome."""
    found = analyse(SIX, CRISP)
    assert ["A", "B"] == [model.written for model in found.parsimonious]
    assert any(caution.startswith("2 parsimonious models fit equally well.") for caution in found.cautions)


def test_a_condition_all_cases_agree_on_is_flagged() -> None:
    """It explains nothing, however necessary it looks."""
    found = analyse(SIX, CRISP)
    assert ("C",) == found.constant
    assert "All cases agree on C, so nothing can be said about what this changes." in found.cautions
    assert (1.0, 0.0) == next((need.fit.consistency, need.fit.relevance) for need in found.needs if need.written == "C")


def test_assumptions_about_combinations_nobody_observed_are_counted() -> None:
    """The parsimonious model A also holds for A*~B*C, A*B*~C and A*~B*~C, which nobody observed."""
    found = analyse(SIX, CRISP)
    assert ((4, 5, 6), ()) == (found.parsimonious[0].assumed, found.conservative[0].assumed)
    assert "The parsimonious solution assumes the outcome in 3 combinations nobody observed." in found.cautions


def test_one_assumption_is_counted_in_the_singular() -> None:
    """Grammar is part of being read."""
    found = analyse(some_cases({"x": (1, 1, 1), "y": (0, 0, 0), "z": (0, 1, 0)}), CRISP)
    assert "The parsimonious solution assumes the outcome in 1 combination nobody observed." in found.cautions


def test_an_outcome_nobody_has_gets_no_model() -> None:
    """There is nothing to explain, and the analysis says so."""
    found = analyse(some_cases({"x": (1, 0, 0), "y": (0, 1, 0)}), CRISP)
    assert ((), ()) == (found.conservative, found.parsimonious)
    assert "No combination shows Y: there is nothing to explain." in found.cautions


def test_an_outcome_everyone_has_is_explained_by_nothing() -> None:
    """The parsimonious model is the one without a condition."""
    found = analyse(some_cases({"x": (1, 0, 1), "y": (0, 1, 1)}), CRISP)
    assert ["1"] == [model.written for model in found.parsimonious]
    assert "Every observed combination shows Y: nothing sets cases with it apart." in found.cautions


def test_an_outcome_without_membership_has_no_coverage_to_share() -> None:
    """A row can be consistent enough for a cutoff of 0 although nobody has the outcome."""
    (model,) = analyse(some_cases({"x": (1, 0, 0)}), Cutoffs(consistency=0.0)).conservative
    assert (None, None) == (model.fit.coverage, model.parts[0].unique)


def test_cases_that_contradict_their_row_are_named() -> None:
    """Same conditions, different outcome."""
    found = analyse(some_cases({"x": (1, 1, 1), "y": (1, 1, 0), "z": (0, 0, 0)}), Cutoffs(consistency=0.5))
    assert "The cases of A*B do not agree on Y: see y." in found.cautions


def test_many_cases_in_most_combinations_need_no_caution() -> None:
    """A full table of twelve cases whose one model is certain."""
    rows = {f"c{number}": (number & 1, number >> 1 & 1, number & 1) for number in range(12)}
    found = analyse(some_cases(rows), CRISP)
    assert ((), ["A"]) == (found.cautions, [model.written for model in found.parsimonious])
