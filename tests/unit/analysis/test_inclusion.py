"""Fit of sets: what lies inside what, and what is undefined."""

from riven.analysis.inclusion import Necessity, Sufficiency, necessity, negated, ratio, sufficiency


def test_a_crisp_subset_is_fully_consistent() -> None:
    """Everyone in the condition has the outcome; a third with the outcome is not in the condition."""
    assert Sufficiency(1.0, 1.0, round(2 / 3, 12)) == sufficiency((1, 1, 0, 0), (1, 1, 1, 0))


def test_fuzzy_sets_share_the_smaller_membership() -> None:
    """Minima 0.2 and 0.5 of 0.2 + 0.6; what also lies in the negation, 0.2 and 0.5, leaves nothing for PRI."""
    found = sufficiency((0.2, 0.6), (0.7, 0.5))
    assert (0.875, round(0.7 / 1.2, 12)) == (found.consistency, found.coverage)
    assert 0.0 == found.pri


def test_a_condition_nobody_is_in_has_no_consistency() -> None:
    """Undefined, not 0 and not 1."""
    assert Sufficiency(None, None, 0.0) == sufficiency((0, 0), (1, 0))


def test_an_outcome_nobody_has_has_no_coverage() -> None:
    """Undefined, not 0 and not 1."""
    assert Sufficiency(0.0, 0.0, None) == sufficiency((1, 0), (0, 0))


def test_a_condition_that_always_holds_is_necessary_and_irrelevant() -> None:
    """Full consistency, no relevance: the mark of a trivial condition."""
    assert Necessity(1.0, 0.5, 0.0) == necessity((1, 1), (1, 0))


def test_relevance_is_undefined_where_nothing_varies() -> None:
    """Every case fully in both."""
    assert Necessity(1.0, 1.0, None) == necessity((1, 1), (1, 1))


def test_a_negated_score_is_what_one_would_write() -> None:
    """No digits of floating point arithmetic are left."""
    assert (0.9, 0.7, 0.0) == negated((0.1, 0.3, 1))


def test_a_ratio_over_nothing_is_undefined() -> None:
    """Division by zero has no answer to invent."""
    assert [None, 0.333333333333] == [ratio(1, 0), ratio(1, 3)]
