"""The frustration index: exact where it can be shown, and labelled where it cannot."""

import pytest

from riven.analysis import frustration as module
from riven.analysis import maxsat
from riven.analysis.balance import to_signed_graph
from riven.analysis.frustration import Effort, Frustration, Method, frustration
from riven.errors import EvidenceError

SOLVED = Effort(enumerated=0)
SEARCHED = Effort(enumerated=0, conflicts=0)


def a_graph(*ties):
    """Read ties such as `a+b` and `a-c`."""
    actors = sorted({actor for tie in ties for actor in (tie[0], tie[2])})
    return to_signed_graph(actors, [(tie[0], tie[2], 1 if tie[1] == "+" else -1) for tie in ties])


ENEMIES = a_graph("a-b", "a-c", "b-c")
# Two triangles of enemies that share actor c, and a tail.
BOW_TIE = a_graph("a-b", "a-c", "b-c", "c-d", "c-e", "d-e", "e+f")
# Found by drawing networks: no single move leads from the search's first partitions to the best one.
UNLUCKY = a_graph("a+c", "a-e", "a+f", "a+g", "b+e", "b+g", "c-d", "c-e", "c-f", "d+g", "f-g")


def test_a_network_of_two_camps_is_not_frustrated() -> None:
    """Friends inside, enemies across; the partition is found without a search."""
    found = frustration(a_graph("a+b", "a-c", "b-c", "c+d"))
    assert (0, 0, Method.DIRECT, ()) == (found.upper, found.lower, found.method, found.frustrated)
    assert {"a": 0, "b": 0, "c": 1, "d": 1} == found.camps
    assert "0 (exact, by a partition that explains every tie)" == found.label


@pytest.mark.parametrize(
    ("effort", "method"), [(None, Method.ENUMERATION), (SOLVED, Method.MAXSAT)], ids=["enumerated", "solved"]
)
def test_three_enemies_leave_one_tie_frustrated(effort, method) -> None:
    """Two camps are one too few, however it is found."""
    found = frustration(ENEMIES, effort=effort)
    assert (1, True, method) == (found.upper, found.is_exact, found.method)
    assert 1 == len(found.frustrated)


def test_three_enemies_fit_into_three_camps() -> None:
    """Weak balance."""
    found = frustration(ENEMIES, camps=3)
    assert (0, {"a": 0, "b": 1, "c": 2}) == (found.upper, found.camps)


def test_four_enemies_in_three_camps_are_solved_exactly() -> None:
    """One pair has to share a camp, and every actor has one."""
    found = frustration(a_graph("a-b", "a-c", "a-d", "b-c", "b-d", "c-d"), camps=3)
    assert (1, 1, Method.MAXSAT) == (found.upper, found.lower, found.method)
    assert {0, 1, 2} == set(found.camps.values())


def test_parts_that_share_an_actor_add_up() -> None:
    """Each triangle of a bow tie has its own frustrated tie, and the tail has none."""
    for effort in (Effort(), SOLVED):
        found = frustration(BOW_TIE, effort=effort)
        assert (2, 2) == (found.upper, found.lower)
        assert found.camps["e"] == found.camps["f"]
        assert found.frustrated == tuple(
            pair for pair, sign in BOW_TIE.ties.items() if (found.camps[pair[0]] == found.camps[pair[1]]) != (sign > 0)
        )


def test_without_a_solver_the_answer_is_an_upper_bound_and_says_so() -> None:
    """The search may have found the optimum; it cannot know."""
    found = frustration(BOW_TIE, effort=SEARCHED)
    assert (2, 2, True) == (found.upper, found.lower, found.is_exact)
    complete = a_graph(*(f"{one}-{other}" for one in "abcdef" for other in "abcdef" if one < other))
    bounded = frustration(complete, effort=SEARCHED)
    assert (6, 1, Method.LOCAL_SEARCH, False) == (bounded.upper, bounded.lower, bounded.method, bounded.is_exact)
    assert "at most 6, at least 1 (not proven exact; by local search)" == bounded.label


def test_more_camps_without_a_solver_prove_nothing_from_below() -> None:
    """A partition into three camps may have been missed."""
    found = frustration(a_graph("a-b", "a-c", "a-d", "b-c", "b-d", "c-d"), camps=3, effort=SEARCHED)
    assert (1, 0, False) == (found.upper, found.lower, found.is_exact)


def test_the_extra_not_being_installed_is_like_having_no_effort_for_it(monkeypatch) -> None:
    """The label tells the reader what was done instead."""
    monkeypatch.setattr(maxsat, "AVAILABLE", False)
    assert Method.LOCAL_SEARCH is frustration(ENEMIES, effort=SOLVED).method


def test_a_network_too_large_for_the_solver_is_searched(monkeypatch) -> None:
    """Rather than left to run for hours."""
    monkeypatch.setattr(module, "_MOST_SOLVED_TIES", 2)
    assert Method.LOCAL_SEARCH is frustration(ENEMIES, effort=SOLVED).method


def test_effort_is_spent_over_all_parts_together() -> None:
    """A limit that the first part uses up leaves the second to the search."""
    complete = [f"{one}-{other}" for one in "abcdefg" for other in "abcdefg" if one < other]
    apart = [f"{one}-{other}" for one in "tuvwxyz" for other in "tuvwxyz" if one < other]
    found = frustration(a_graph(*complete, *apart), effort=Effort(enumerated=0, conflicts=1))
    assert 18 == found.upper
    assert not found.is_exact


def test_the_solver_improves_on_a_search_that_was_unlucky() -> None:
    """Without restarts the search ends one tie too high here; the solver's own partition is taken."""
    found = frustration(UNLUCKY, effort=Effort(enumerated=0, restarts=0))
    searched = frustration(UNLUCKY, effort=Effort(enumerated=0, conflicts=0, restarts=0))
    assert (2, True, 3) == (found.upper, found.is_exact, searched.upper)


def test_the_solver_improves_on_a_search_for_three_camps_as_well() -> None:
    """Its own camps are read back, one for each actor."""
    unlucky = a_graph("a-b", "a+d", "a+e", "b+e", "c+d", "c-e")
    found = frustration(unlucky, camps=3, effort=Effort(restarts=0))
    searched = frustration(unlucky, camps=3, effort=Effort(conflicts=0, restarts=0))
    assert (1, True, 2) == (found.upper, found.is_exact, searched.upper)
    assert set("abcde") == set(found.camps)


def test_normalised_runs_from_balanced_to_as_frustrated_as_can_be() -> None:
    """1 - 2L/m, undefined without a tie."""
    assert 1.0 == frustration(a_graph("a+b")).normalised
    assert round(1 / 3, 12) == frustration(ENEMIES).normalised
    assert frustration(to_signed_graph(("a",), [])).normalised is None


def test_actors_without_a_tie_have_no_camp() -> None:
    """Nothing says where they stand."""
    found = frustration(to_signed_graph("abc", [("a", "b", -1)]))
    assert {"a": 0, "b": 1} == found.camps


def test_fewer_than_two_camps_are_refused() -> None:
    """One camp divides nothing."""
    with pytest.raises(EvidenceError, match="1 camps cannot divide a network"):
        frustration(ENEMIES, camps=1)


def test_an_exact_index_reads_as_such() -> None:
    """In reports the label stands for the number."""
    found = Frustration(7, 7, Method.MAXSAT, (), {}, 58)
    assert ("7 (exact, by MaxSAT)", round(1 - 14 / 58, 12)) == (found.label, found.normalised)
