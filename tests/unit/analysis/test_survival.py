"""First days known only as ranges: where the probability lies, and where the data do not say."""

import pytest

from riven.analysis import survival
from riven.analysis.survival import Mass, turnbull
from riven.errors import EvidenceError


def test_days_known_exactly_give_the_plain_distribution() -> None:
    """Two of four on day 3, one each on days 5 and 9."""
    found = turnbull([(3, 3), (5, 5), (3, 3), (9, 9)])
    assert (Mass(3, 3, 0.5, 0.5), Mass(5, 5, 0.25, 0.25), Mass(9, 9, 0.25, 0.0)) == found.masses
    assert [1.0, 0.5, 0.25, 0.25, 0.0] == [found.surviving(day) for day in (2, 3, 5, 8, 9)]


def test_probability_lies_where_ranges_overlap_most() -> None:
    """Two ranges that share days 3 to 5 put everything there, and say nothing about which of these days."""
    found = turnbull([(1, 5), (3, 8)])
    assert (Mass(3, 5, 1.0, 0.0),) == found.masses
    assert [1.0, None, None, 0.0] == [found.surviving(day) for day in (2, 3, 4, 5)]


def test_a_range_is_closed_on_both_sides() -> None:
    """Ranges that meet in one day share it."""
    assert (Mass(4, 4, 1.0, 0.0),) == turnbull([(1, 4), (4, 9)]).masses


def test_what_was_not_seen_by_the_end_stays_open() -> None:
    """Half never seen: their probability lies after day 10 and has no end."""
    found = turnbull([(2, 2), (11, None)])
    assert (Mass(2, 2, 0.5, 0.5), Mass(11, None, 0.5, 0.0)) == found.masses
    assert [0.5, None] == [found.surviving(10), found.surviving(11)]


def test_what_had_happened_before_anyone_looked_has_no_beginning() -> None:
    """By day 4 at the latest; alone it says no more."""
    found = turnbull([(None, 4)])
    assert (Mass(None, 4, 1.0, 0.0),) == found.masses
    assert [None, 0.0] == [found.surviving(0), found.surviving(4)]


def test_ranges_without_probability_leave_the_curve_flat() -> None:
    """Where no probability lies, the day inside a range does not matter."""
    found = turnbull([(1, 1), (1, 1), (1, 1), (1, 6), (4, 6)])
    assert [(1, 1), (4, 6)] == [(mass.first, mass.last) for mass in found.masses]
    empty = turnbull([(5, 5), (5, 5), (1, 5), (3, 8), (7, 7)])
    assert 1.0 == pytest.approx(sum(mass.probability for mass in empty.masses))


def test_a_mass_that_vanishes_is_passed_over() -> None:
    """Months 16 and 18 of a published study hold nothing; see the golden test."""
    flat = survival.Turnbull((Mass(2, 4, 0.0, 1.0), Mass(7, 9, 1.0, 0.0)), 3, converged=True)
    assert [1.0, 1.0, None] == [flat.surviving(3), flat.surviving(5), flat.surviving(8)]


def test_without_cases_there_is_no_estimate() -> None:
    """An empty curve, not one that stays at 1."""
    found = turnbull([])
    assert ((), 0, True, None) == (found.masses, found.n, found.converged, found.surviving(5))


def test_an_estimate_that_has_not_settled_says_so(monkeypatch) -> None:
    """With a single step the two overlapping ranges are still moving."""
    monkeypatch.setattr(survival, "_STEPS", 1)
    assert not turnbull([(1, 3), (2, 6), (5, 9), (8, 8)]).converged


def test_impossible_ranges_are_refused_together() -> None:
    """Each with the place of its case."""
    with pytest.raises(EvidenceError) as caught:
        turnbull([(5, 3), (1, 2), (None, None)])
    assert "case 1 ends on day 3, before it begins on day 5." in str(caught.value)
    assert "case 3 has neither a first nor a last day." in str(caught.value)
