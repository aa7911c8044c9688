"""Fewest costs, with proof, within an effort."""

import importlib.util
import sys

from riven.analysis import maxsat
from riven.analysis.maxsat import fewest

# At least two of variables 1 to 3 are true, whatever pair is left out.
TWO_OF_THREE = [[1, 2], [1, 3], [2, 3]]


def test_the_fewest_costs_are_proven_with_an_assignment() -> None:
    """Two of three have to be true."""
    found = fewest(TWO_OF_THREE, [1, 2, 3], enough=3, conflicts=1000)
    assert 2 == found.lower
    assert 2 == len(found.model & {1, 2, 3})


def test_the_search_ends_when_enough_is_proven_necessary() -> None:
    """Somebody already knows how to do with two: no assignment is needed."""
    found = fewest(TWO_OF_THREE, [1, 2, 3], enough=2, conflicts=1000)
    assert (2, None) == (found.lower, found.model)


def test_the_search_ends_with_the_effort_allowed() -> None:
    """Without conflicts to spend nothing is proven."""
    found = fewest(TWO_OF_THREE, [1, 2, 3], enough=3, conflicts=0)
    assert (0, None) == (found.lower, found.model)


def test_counting_goes_on_beyond_the_first_failures_of_a_core() -> None:
    """All pairs of seven: six have to be true, so one counter is raised again and again."""
    pairs = [[one, other] for one in range(1, 8) for other in range(1, one)]
    assert 6 == fewest(pairs, range(1, 8), enough=7, conflicts=10_000).lower


def test_costs_that_are_forced_stand_alone() -> None:
    """A core of one literal needs no counter."""
    assert 2 == fewest([[1], [2], [3, 4]], [1, 2], enough=2, conflicts=100).lower


def test_without_the_extra_the_solver_is_said_to_be_missing(monkeypatch) -> None:
    """A second reading of the module where pysat cannot be imported."""
    monkeypatch.setitem(sys.modules, "pysat.card", None)
    spec = importlib.util.spec_from_file_location("maxsat_without_pysat", maxsat.__file__)
    bare = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, bare)
    spec.loader.exec_module(bare)
    assert (True, False) == (maxsat.AVAILABLE, bare.AVAILABLE)
