"""Truth tables: which row a case belongs to, what a row says, and scores that make no table."""

import pytest

from riven.analysis.minimise import Term
from riven.analysis.truth_table import (
    Cases,
    Cutoffs,
    Output,
    membership,
    to_cases,
    truth_table,
    with_negated_outcome,
)
from riven.errors import EvidenceError

CRISP = Cutoffs(consistency=1.0)


def some_cases(rows):
    return to_cases(rows, conditions=("A", "B"), outcome="Y")


def outputs(table):
    return {row.number: row.output for row in table.rows}


def test_a_case_belongs_to_the_row_it_is_more_in_than_out() -> None:
    """A 0.6 and B 0.3 is row A*~B, number 2."""
    (row,) = truth_table(some_cases({"x": (0.6, 0.3, 1)}), CRISP).rows
    assert (2, ("x",)) == (row.number, row.cases)


def test_a_row_shows_the_outcome_when_it_is_consistent_enough() -> None:
    """One of two cases with the outcome: consistency 0.5."""
    cases = some_cases({"x": (1, 1, 1), "y": (1, 1, 0), "z": (0, 0, 0)})
    assert {0: Output.ABSENT, 3: Output.PRESENT} == outputs(truth_table(cases, Cutoffs(consistency=0.5)))
    assert {0: Output.ABSENT, 3: Output.ABSENT} == outputs(truth_table(cases, Cutoffs(consistency=0.51)))


def test_a_row_with_too_few_cases_is_a_remainder() -> None:
    """A frequency cutoff of 2 sets single cases aside; their row says nothing."""
    cases = some_cases({"x": (1, 1, 1), "y": (1, 0, 1), "z": (1, 0, 1)})
    table = truth_table(cases, Cutoffs(frequency=2, consistency=1.0))
    assert {2: Output.PRESENT, 3: Output.REMAINDER} == outputs(table)
    assert {0, 1, 3} == table.remainders


def test_a_row_between_two_cutoffs_is_a_contradiction() -> None:
    """It neither counts as present nor as absent, and is no remainder either."""
    cases = some_cases({"x": (1, 1, 1), "y": (1, 1, 0)})
    table = truth_table(cases, Cutoffs(consistency=0.8, doubtful_from=0.4))
    assert {3: Output.CONTRADICTION} == outputs(table)
    assert ("x", "y") == table.rows[0].deviant
    assert (frozenset(), {0, 1, 2}) == (table.present, table.remainders)


def test_cases_that_say_the_opposite_of_their_row_are_named() -> None:
    """Without the outcome in a row that shows it, with it in a row that does not."""
    cases = some_cases({"x": (1, 1, 1), "y": (1, 1, 0), "z": (0, 0, 0), "w": (0, 0, 1), "v": (0, 0, 0)})
    table = truth_table(cases, Cutoffs(consistency=0.5))
    assert [("w",), ("y",)] == [row.deviant for row in table.rows]
    assert table.rows == table.contradictory


def test_contradictions_of_remainders_are_not_reported() -> None:
    """A row set aside says nothing, so nobody can contradict it."""
    cases = some_cases({"x": (1, 1, 1), "y": (1, 1, 0)})
    assert () == truth_table(cases, Cutoffs(frequency=3)).contradictory


def test_a_pri_cutoff_rejects_rows_that_fit_the_negation_as_well() -> None:
    """Scores near one half are consistent with the outcome and with its absence."""
    cases = some_cases({"x": (0.6, 0.6, 0.55), "y": (0.1, 0.1, 0.9)})
    assert Output.PRESENT is outputs(truth_table(cases, Cutoffs(consistency=0.8)))[3]
    assert Output.ABSENT is outputs(truth_table(cases, Cutoffs(consistency=0.8, pri=0.9)))[3]


def test_membership_in_a_term_is_the_least_of_its_literals() -> None:
    """A*~B of 0.8 and 0.3 is 0.7; the term without a literal holds everywhere."""
    cases = some_cases({"x": (0.8, 0.3, 1)})
    assert ((0.7,), (1.0,)) == (membership(cases, Term(2, 0)), membership(cases, Term(0, 3)))


def test_a_negated_outcome_is_named_with_a_tilde_and_negated_back() -> None:
    """Twice negated is the outcome itself."""
    cases = some_cases({"x": (1, 0, 0.2), "y": (1, 0, None)})
    once = with_negated_outcome(cases)
    assert ("~Y", (0.8, None)) == (once.outcome, once.outcomes)
    assert cases == with_negated_outcome(once)


def test_all_flaws_of_the_scores_are_told_at_once() -> None:
    """One correction is enough for a table that has five mistakes."""
    with pytest.raises(EvidenceError) as caught:
        to_cases({"x": (1.5, 0, 1, 1), "y": (0.5, 0, 1, 0.5), "z": (1, 0)}, conditions=("A", "B", "A"), outcome="Y")
    told = str(caught.value)
    assert "'A' names two columns." in told
    assert "case 'x', 'A': 1.5 is not between 0 and 1." in told
    assert "case 'y', 'A': 0.5 is neither in nor out; write 0.49 or 0.51, or leave it disputed." in told
    assert "case 'z' has 2 scores, expected 4." in told
    assert "'Y'" not in told


@pytest.mark.parametrize(
    ("rows", "conditions", "told"),
    [
        ({}, ("A",), "there is no case."),
        ({"x": (1,)}, (), "there is no condition."),
        ({"x": (1,) * 14}, tuple("ABCDEFGHIJKLM"), "there are 13 conditions, at most 12 can be minimised exactly."),
    ],
)
def test_a_table_without_cases_or_conditions_is_refused(rows, conditions, told) -> None:
    """And one with more conditions than can be minimised."""
    with pytest.raises(EvidenceError, match=told):
        to_cases(rows, conditions=conditions, outcome="Y")


def test_a_disputed_score_makes_no_table() -> None:
    """It has to be settled first, or run under every completion."""
    disputed = Cases(("x",), ("A",), ((None,),), "Y", (1,))
    with pytest.raises(EvidenceError, match="Run every completion"):
        truth_table(disputed, CRISP)
