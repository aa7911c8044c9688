"""Signed networks: one tie a pair, triads by sign, closed walks."""

import pytest

from riven.analysis import balance
from riven.analysis.balance import (
    Triads,
    Triples,
    split_by_sign,
    to_signed_graph,
    transitive_triples,
    triads,
    walk_balance,
)
from riven.errors import EvidenceError

ABCD = ("a", "b", "c", "d")


def test_ties_of_a_pair_are_one_tie_when_they_agree() -> None:
    """Direction does not matter; the pair stands in the order of the actors."""
    graph = to_signed_graph(ABCD, [("b", "a", -1), ("a", "b", -1), ("c", "a", 1)])
    assert {("a", "b"): -1, ("a", "c"): 1} == graph.ties
    assert {"a": {"b": -1, "c": 1}, "b": {"a": -1}, "c": {"a": 1}, "d": {}} == graph.neighbours()


def test_ties_of_both_signs_are_mixed_and_no_tie() -> None:
    """A conflict of signs is kept as such, never summed to nothing."""
    graph = to_signed_graph(ABCD, [("a", "b", 1), ("b", "a", -1), ("b", "c", 1)])
    assert ({("b", "c"): 1}, (("a", "b"),)) == (graph.ties, graph.mixed)


def test_impossible_ties_are_refused_together() -> None:
    """To itself, to an actor nobody listed, with another sign."""
    with pytest.raises(EvidenceError) as caught:
        to_signed_graph(("a", "b"), [("a", "a", 1), ("a", "z", 1), ("a", "b", 0)])
    assert "'a' to 'a': an actor has no tie to itself." in str(caught.value)
    assert "'a' to 'z': 'z' is not among the actors." in str(caught.value)
    assert "'a' to 'b': the sign is 0, expected 1 or -1." in str(caught.value)


@pytest.mark.parametrize(
    ("signs", "expected"),
    [
        ((1, 1, 1), Triads(1, 0, 0, 0)),
        ((1, -1, 1), Triads(0, 1, 0, 0)),
        ((-1, 1, -1), Triads(0, 0, 1, 0)),
        ((-1, -1, -1), Triads(0, 0, 0, 1)),
    ],
)
def test_a_triangle_is_counted_by_its_signs(signs, expected) -> None:
    """Whichever of its ties carries which sign."""
    pairs = (("a", "b"), ("a", "c"), ("b", "c"))
    graph = to_signed_graph(ABCD, [(*pair, sign) for pair, sign in zip(pairs, signs, strict=True)])
    assert expected == triads(graph)


def test_balance_and_weak_balance_differ_in_the_triangle_of_enemies() -> None:
    """Three enemies need a third camp."""
    counts = Triads(all_friends=2, common_friend=1, common_enemy=4, all_enemies=1)
    assert (8, 0.75, 0.875) == (counts.total, counts.balanced, counts.weakly_balanced)


def test_without_a_triangle_no_share_is_balanced() -> None:
    """Undefined: a chain is neither."""
    counts = triads(to_signed_graph(ABCD, [("a", "b", 1), ("b", "c", -1)]))
    assert (0, None, None) == (counts.total, counts.balanced, counts.weakly_balanced)


def test_transitive_triples_agree_when_the_way_round_says_the_same() -> None:
    """a to b to c, and a to c: friends of friends agree, an enemy of a friend as friend does not."""
    friends = [("a", "b", 1), ("b", "c", 1), ("a", "c", 1)]
    assert Triples(1, 0) == transitive_triples(friends)
    assert Triples(0, 1) == transitive_triples([*friends[:2], ("a", "c", -1)])
    assert 0.5 == Triples(1, 1).share


def test_a_circle_is_not_transitive_and_mixed_directions_are_in_no_triple() -> None:
    """And an actor's tie to itself is none."""
    assert Triples(0, 0) == transitive_triples([("a", "b", 1), ("b", "c", 1), ("c", "a", 1)])
    mixed = [("a", "b", 1), ("a", "b", -1), ("b", "c", 1), ("a", "c", 1), ("a", "a", 1)]
    assert (Triples(0, 0), None) == (transitive_triples(mixed), transitive_triples(mixed).share)


def test_closed_walks_of_a_balanced_network_are_all_positive() -> None:
    """Two camps at odds: 1; a triangle of enemies: less."""
    balanced = to_signed_graph(ABCD, [("a", "b", 1), ("a", "c", -1), ("b", "c", -1)])
    assert 1.0 == walk_balance(balanced)
    enemies = to_signed_graph(ABCD, [("a", "b", -1), ("a", "c", -1), ("b", "c", -1)])
    assert 0.7 > walk_balance(enemies) > 0.6


def test_walks_are_not_computed_without_ties_or_for_more_actors_than_feasible(monkeypatch) -> None:
    """None: not known, rather than a figure."""
    assert walk_balance(to_signed_graph(ABCD, [])) is None
    monkeypatch.setattr(balance, "MOST_WALKED", 2)
    assert walk_balance(to_signed_graph(ABCD, [("a", "b", 1), ("b", "c", 1)])) is None


def test_a_partition_leaves_ties_it_does_not_explain() -> None:
    """Friends apart and enemies together."""
    graph = to_signed_graph(ABCD, [("a", "b", 1), ("a", "c", -1), ("b", "c", 1), ("c", "d", -1)])
    assert (("b", "c"), ("c", "d")) == split_by_sign(graph, {"a": 0, "b": 0, "c": 1, "d": 1})
