"""The network of ties, slice by slice."""

import pytest

from argument_factory import a_network, a_tie, argued
from factories import BELIEVED, a_bond, a_claim
from riven.analysis import network as module
from riven.analysis.network import CAUTION, network
from riven.analysis.ties import ties

RULES = (
    a_tie("words", "speech", "for who", "at", sign_of="tone"),
    a_tie("bonds", "bond", "one", "other", sign_of="sort"),
)


def a_word(name, who, at, tone="scold", date="made=2015", **given):
    """Let somebody say something of somebody."""
    return a_claim(name, "speech", f"who={who} at={at}", f"tone={tone} heard=yes", date, **given)


def drawn(*claims):
    """Draw the network of the invented world."""
    held = argued(*claims, argument=a_network(*RULES))
    return network(held.scope, ties(held.scope))


def a_slice(found, period, reading="reported"):
    """Take one slice."""
    return next(each for each in found.slices if (each.period, each.reading) == (period, reading))


def a_place(found, actor, period, reading="reported"):
    """Take the place of one actor."""
    return next(each for each in found.places if (each.actor, each.period, each.reading) == (actor, period, reading))


TRIANGLE = (
    a_word("a", "hill", "river"),
    a_word("b", "moor", "river"),
    a_bond("c", "hill", "moor", "allied", date="happened=2015"),
)


def test_a_slice_counts_ties_triangles_and_frustration() -> None:
    """Two friends with a common enemy are balanced."""
    found = a_slice(drawn(*TRIANGLE), "2015")

    assert {("river", "hill"): -1, ("river", "moor"): -1, ("hill", "moor"): 1} == dict(found.graph.ties)
    assert (1, 1.0, 0) == (found.triads.common_enemy, found.triads.balanced, found.frustration.upper)
    assert ("f-a", "f-b", "f-c") == found.findings


def test_every_period_has_a_slice_and_so_has_the_window() -> None:
    """An empty one has no share of anything."""
    found = drawn(*TRIANGLE)

    assert ["2014–2017", "2014", "2015", "2016", "2017"] == [e.period for e in found.slices if e.reading == "reported"]
    assert (None, None) == (a_slice(found, "2014").triads.balanced, a_slice(found, "2014").walk)


def test_what_is_only_possible_stands_beside_what_is_reported() -> None:
    """In a reading of its own."""
    found = drawn(a_word("a", "hill", "river"), a_word("b", "moor", "river", modality=BELIEVED))

    assert 1 == len(a_slice(found, "2015").graph.ties)
    assert 2 == len(a_slice(found, "2015", "reported or possible").graph.ties)


def test_ties_of_both_signs_are_mixed_and_in_no_count() -> None:
    """A conflict of signs is not their sum."""
    found = drawn(a_word("a", "hill", "river"), a_word("b", "hill", "river", "praise"))

    assert ({}, (("river", "hill"),)) == (dict(a_slice(found, "2015").graph.ties), a_slice(found, "2015").graph.mixed)
    assert (1, None) == (a_place(found, "hill", "2015").mixed, a_place(found, "hill", "2015").side)


def test_neutral_ties_join_actors_without_a_sign() -> None:
    """They are listed apart where nothing else ties the pair."""
    found = a_slice(drawn(a_bond("a", "hill", "moor", "aloof", date="happened=2015")), "2015")

    assert ((("hill", "moor"),), {}) == (found.neutral, dict(found.graph.ties))


def test_an_actor_has_friends_enemies_sides_and_paths() -> None:
    """Its community counts from the largest."""
    found = drawn(*TRIANGLE)
    hill, river = a_place(found, "hill", "2015"), a_place(found, "river", "2015")

    assert (1, 1, 1) == (hill.friends, hill.enemies, hill.community)
    assert (0, 2, None) == (river.friends, river.enemies, river.community)
    assert hill.side != river.side
    assert (0.0, True) == (hill.betweenness, hill.ego)
    assert (0, 2) == (river.sent, river.received)


def test_only_those_tied_to_the_focal_actor_are_in_its_ego_network() -> None:
    """The focal actor is in it itself."""
    found = drawn(a_word("a", "hill", "river"), a_word("b", "hill", "moor"))

    assert [False, True, True] == [a_place(found, actor, "2015").ego for actor in ("moor", "hill", "river")]


def test_a_study_without_ties_has_no_slice() -> None:
    """And still its caution."""
    found = drawn()

    assert ((), (), CAUTION) == (found.slices, found.places, found.caution)


def test_a_large_network_is_bounded_and_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits minutes, and the label says what was left out."""
    monkeypatch.setattr(module, "LARGE", 2)
    monkeypatch.setattr(module, "MOST_READ", 1)
    found = drawn(*TRIANGLE)

    assert {"reported"} == {each.reading for each in found.slices}
    assert 0 == a_slice(found, "2015").frustration.upper


def test_communities_of_very_many_friends_are_not_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    """Everything else about the actors is told."""
    assert any(place.community for place in drawn(*TRIANGLE).places)
    monkeypatch.setattr(module, "MOST_GROUPED", 0)
    assert {None} == {place.community for place in drawn(*TRIANGLE).places}
