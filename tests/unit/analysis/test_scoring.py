"""Scores of stated probabilities, their parts and what is left open."""

import pytest

from riven.analysis.scoring import Score, Stated, reliability, score, skill_against
from riven.errors import EvidenceError


def test_open_forecasts_are_counted_and_left_out() -> None:
    """An unresolved question is no failure."""
    found = score([(0.9, 1), (0.2, None), (0.5, None)])
    assert (1, 2) == (found.n_resolved, found.n_open)
    assert pytest.approx(0.01) == found.brier


def test_without_a_resolved_forecast_there_is_no_score() -> None:
    """Undefined throughout, with the open ones counted."""
    assert Score(None, None, None, None, None, 0, 1) == score([(0.5, None)])
    assert ((), None) == (reliability([(0.5, None)]), score([]).skill)


def test_certainty_that_proves_right_is_perfect() -> None:
    """Brier 0, skill 1."""
    found = score([(1.0, 1), (0.0, 0)])
    assert (0.0, 1.0) == (found.brier, found.skill)


def test_always_stating_the_base_rate_has_no_skill() -> None:
    """Neither resolution nor unreliability is left."""
    found = score([(0.25, 1), (0.25, 0), (0.25, 0), (0.25, 0)])
    assert (0.0, 0.0, 0.0) == (found.skill, found.reliability, found.resolution)
    assert 0.25 == found.base_rate


def test_skill_is_undefined_when_all_outcomes_are_the_same() -> None:
    """Who always states the base rate is then never wrong."""
    assert score([(0.9, 1), (0.8, 1)]).skill is None


def test_stated_probabilities_are_listed_with_what_happened() -> None:
    """Lowest first; open ones are left out."""
    forecasts = [(0.9, 1), (0.1, 0), (0.9, 0), (0.1, None)]
    assert (Stated(0.1, 1, 0.0), Stated(0.9, 2, 0.5)) == reliability(forecasts)


def test_skill_against_persistence_takes_what_held_before_as_rival() -> None:
    """Persistence is wrong once in two: 0.5; the forecasts score 0.04."""
    assert pytest.approx(0.92) == skill_against([(0.8, 1), (0.2, 0)], [1.0, 1.0])


def test_skill_against_a_perfect_rival_is_undefined() -> None:
    """There is nothing to gain on it; and without outcomes there is nothing to compare."""
    assert skill_against([(0.8, 1)], [1.0]) is None
    assert skill_against([(0.8, None)], [1.0]) is None


def test_every_forecast_needs_its_rival() -> None:
    """The message counts both."""
    with pytest.raises(EvidenceError, match="2 forecasts have 1 rivals"):
        skill_against([(0.8, 1), (0.1, 0)], [0.5])


def test_impossible_forecasts_are_refused_together() -> None:
    """Percent instead of shares, and outcomes that are neither 0 nor 1."""
    with pytest.raises(EvidenceError) as caught:
        score([(60, 1), (0.5, 2), (0.5, 1)])
    assert "forecast 1 states 60 with outcome 1. forecast 2 states 0.5 with outcome 2." in str(caught.value)
    assert "Expected a probability from 0 to 1" in str(caught.value)
