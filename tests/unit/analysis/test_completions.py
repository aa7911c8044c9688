"""Disputed scores: which conclusions hold however the dispute ends."""

import pytest

from riven.analysis.completions import Disputed, Standing, complete
from riven.analysis.truth_table import Cutoffs, to_cases
from riven.errors import EvidenceError

CRISP = Cutoffs(consistency=1.0)


def some_cases(rows, conditions="AB"):
    return to_cases(rows, conditions=tuple(conditions), outcome="Y")


def parsimonious(analysis):
    return analysis.parsimonious


def test_without_a_dispute_there_is_one_completion() -> None:
    """And every model of it survives."""
    found = complete(some_cases({"x": (1, 0, 1), "y": (0, 1, 0)}), CRISP)
    assert ((), 1) == (found.disputed, len(found.each))
    assert [("A", True), ("~B", True)] == [(s.written, s.survives) for s in found.models(parsimonious)]


def test_every_completion_is_run_in_order() -> None:
    """Two disputed scores, a condition and an outcome: four completions, all at 0 first."""
    found = complete(some_cases({"x": (1, None, 1), "y": (0, 0, None)}), CRISP)
    assert (Disputed("x", "B"), Disputed("y", "Y")) == found.disputed
    assert [(0, 0), (0, 1), (1, 0), (1, 1)] == [run.scores for run in found.each]


def test_a_model_survives_when_it_holds_however_the_dispute_ends() -> None:
    """Whether z is in B or not, A explains the outcome; B does only if z is in it."""
    found = complete(some_cases({"x": (1, 1, 1), "y": (0, 0, 0), "z": (1, None, 1)}), CRISP)
    assert [Standing("A", 2, 2), Standing("B", 1, 2)] == list(found.models(parsimonious))
    assert [True, False] == [standing.survives for standing in found.models(parsimonious)]


def test_a_term_holds_only_where_every_tied_model_has_it() -> None:
    """With z in B, A and B fit equally well, so neither is sure."""
    found = complete(some_cases({"x": (1, 1, 1), "y": (0, 0, 0), "z": (1, None, 1)}), CRISP)
    assert [Standing("A", 1, 2)] == list(found.terms(parsimonious))


def test_a_completion_without_the_outcome_has_no_term() -> None:
    """Nothing can hold in it."""
    found = complete(some_cases({"x": (1, 1, None), "y": (0, 0, 0)}), CRISP)
    assert [1, 1] == [standing.held for standing in found.models(parsimonious)]
    assert () == found.terms(parsimonious)


def test_more_disputes_than_can_be_run_are_refused() -> None:
    """The message counts them and says what to do."""
    with pytest.raises(EvidenceError, match="3 scores are disputed, which makes 8 completions; at most 4 are run"):
        complete(some_cases({"x": (None, None, 1), "y": (0, None, 0)}), CRISP, most_disputed=2)
