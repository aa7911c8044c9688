"""The scene of the network: who stood how to whom, every actor in the same place in every slice."""

import math
import pickle

import pytest

from factories import BELIEVED, a_bond, a_kinship
from riven.analysis.scenes import sociogram as module
from riven.analysis.scenes.sociogram import Sign, alternative, caption, ego_network, rows, sociogram
from riven.model.argument import Argument
from riven.model.panel import CellState
from riven.pipeline.columns import columns_of
from scene_factory import a_rivalry, a_word, an_alliance, staged


def drawn(*claims, **given):
    """Set the scene of the network."""
    return sociogram(*staged(*claims, **given))


def around(*claims, **given):
    """Set the scene of the network around the focal actor."""
    return ego_network(*staged(*claims, **given))


def a_slice(scene, period):
    """Take one slice."""
    return next(held for held in scene.slices if held.period == period)


EMPTY = [
    pytest.param({"argument": Argument()}, "The rules declare no ties, so there is no network.", id="no rule"),
    pytest.param({}, "No finding ties two actors, so there is no network.", id="no tie"),
]


@pytest.mark.parametrize(("given", "expected"), EMPTY)
@pytest.mark.parametrize("scene_of", [drawn, around])
def test_a_study_without_a_network_says_why(scene_of, given, expected):
    """And shows nobody."""
    scene = scene_of(a_kinship("k", "moor", "hill", "part-of"), **given)

    assert ((), (), expected, expected) == (scene.nodes, scene.slices, scene.sentence, caption(scene))


def test_a_focal_actor_that_nothing_ties_has_no_network_around_it():
    """Even where others are tied to each other."""
    scene = around(an_alliance("a", "hill", "moor"))

    assert "No finding ties River to anybody, so there is no network around it." == scene.sentence


def test_the_focal_actor_stands_in_the_middle_and_the_others_on_a_ring():
    """In the order of the lineup, and no two in one place."""
    nodes = drawn(*a_rivalry("hill", "moor", "lake")).nodes

    assert [("river", 0.0, 0.0)] == [(node.actor, node.x, node.y) for node in nodes if node.is_focal]
    ring = [node for node in nodes if not node.is_focal]
    assert [1.0] * 3 == [pytest.approx(math.hypot(node.x, node.y), abs=1e-3) for node in ring]
    assert 3 == len({(node.x, node.y) for node in ring})
    assert list(range(1, 5)) == [node.number for node in nodes]


def test_everybody_keeps_its_place_whatever_is_said_in_a_period():
    """One list of places serves every slice, so that only ties change."""
    one, other = drawn(*a_rivalry("hill", "moor")), drawn(*a_rivalry("hill", "moor"), an_alliance("a", "hill", "moor"))

    assert [(n.actor, n.x, n.y) for n in one.nodes] == [(n.actor, n.x, n.y) for n in other.nodes]
    assert ["2014", "2015", "2016", "2017"] == [held.period for held in one.slices]


def test_a_period_without_a_tie_is_shown_empty():
    """Silence is not a gap in the figure."""
    held = a_slice(drawn(*a_rivalry("hill")), "2014")

    assert ((), (), "2014: no tie between the actors shown.") == (held.ties, held.tied, held.sentence)


def test_a_tie_of_both_signs_is_mixed_and_each_sign_keeps_its_own_findings():
    """A conflict of signs is not their sum."""
    scene = drawn(*a_rivalry("hill"), a_word("w", "hill", "river", "praise"))
    (tie,) = a_slice(scene, "2015").ties

    assert (True, [Sign.HOSTILE, Sign.FRIENDLY]) == (tie.is_mixed, [strand.sign for strand in tie.strands])
    assert [("f-s-hill",), ("f-w",)] == [strand.findings for strand in tie.strands]
    assert ("s-hill", "w") == tie.claims


def test_a_strand_is_reported_where_any_finding_is_and_else_only_possible():
    """The stronger carries the weaker."""
    scene = drawn(
        *a_rivalry("hill", "moor"),
        a_word("w", "hill", "river", date="made=2016", modality=BELIEVED),
        a_word("v", "moor", "river", date="made=2015", modality=BELIEVED),
    )

    states = {(held.period, tie.other): tie.strands[0].state for held in scene.slices for tie in held.ties}
    assert CellState.POSSIBLE == states["2016", "hill"]
    assert CellState.REPORTED == states["2015", "moor"]


def test_a_neutral_tie_shows_only_where_there_is_no_other():
    """As in the counts of the network."""
    aloof = a_bond("a", "hill", "moor", "aloof", date="happened=2015/2016")
    scene = drawn(*a_rivalry("hill", "moor"), aloof, an_alliance("b", "hill", "moor", "happened=2016"))

    signs = {
        held.period: [s.sign for tie in held.ties if tie.one == "hill" for s in tie.strands] for held in scene.slices
    }
    assert ([Sign.NEUTRAL], [Sign.FRIENDLY]) == (signs["2015"], signs["2016"])


def test_whoever_is_tied_to_two_of_them_is_shown_and_others_are_left_out_by_name():
    """Nobody is left out in silence."""
    scene = drawn(
        *a_rivalry("hill", "moor"),
        an_alliance("a", "lake", "hill"),
        an_alliance("b", "lake", "moor"),
        an_alliance("c", "delta", "hill"),
    )

    assert ["river", "hill", "moor", "lake"] == [node.actor for node in scene.nodes]
    assert ("Delta",) == scene.left_out
    assert "Left to ties.csv: 1 more actor with ties." in caption(scene)


def test_of_too_many_actors_rivals_and_those_with_most_ties_are_shown(monkeypatch):
    """A picture holds only so many."""
    monkeypatch.setattr(module, "MOST_NODES", 3)
    scene = drawn(*a_rivalry("hill", "moor", "lake"), an_alliance("a", "moor", "lake"))

    assert ["river", "moor", "lake"] == [node.actor for node in scene.nodes]
    assert ("Hill",) == scene.left_out


def test_disputed_findings_tie_nobody_and_are_counted():
    """They count in no reading of the network."""
    claims = [
        a_word("v", "hill", "river", finding="w"),
        a_word("w", "hill", "river", "praise", coder="bob", finding="w"),
    ]
    scene = drawn(*a_rivalry("hill"), *claims)

    assert (1, False) == (scene.n_disputed, any(tie.is_mixed for tie in scene.whole.ties))
    assert "Disputed, and so no tie: 1 finding." in caption(scene)


def test_the_network_around_the_focal_actor_shows_whoever_is_tied_to_it_over_the_whole_window():
    """And the ties among these."""
    scene = around(*a_rivalry("hill", "moor"), an_alliance("a", "hill", "moor"), an_alliance("b", "moor", "lake"))

    assert ["river", "hill", "moor"] == [node.actor for node in scene.nodes]
    assert ((), 3) == (scene.slices, len(scene.whole.ties))
    assert () == scene.left_out


def test_the_caption_says_what_not_to_make_of_it():
    """No test of significance stands behind a handful of actors."""
    assert caption(drawn(*a_rivalry("hill"))).endswith("cannot support one.")


def test_only_what_is_shown_is_explained():
    """Two lines side by side are told of where there are any."""
    assert "side by side" not in caption(drawn(*a_rivalry("hill")))
    assert "side by side" in caption(drawn(*a_rivalry("hill"), a_word("w", "hill", "river", "praise")))


def test_a_listener_hears_every_slice_and_every_tie():
    """With the findings behind each."""
    text = alternative(drawn(*a_rivalry("hill")))

    assert "2015: 1 tie, 1 hostile." in text
    assert "River and Hill, 2014–2017: hostile, reported (f-s-hill)." in text


def test_the_table_has_a_row_for_every_slice_pair_and_sign():
    """The window as a whole first."""
    found = list(rows(drawn(*a_rivalry("hill"), a_word("w", "hill", "river", "praise"))))

    assert [columns_of("figures/network.csv")] * len(found) == [tuple(row) for row in found]
    assert [("2014–2017", "hostile"), ("2014–2017", "friendly"), ("2015", "hostile"), ("2015", "friendly")] == [
        (row["period"], row["sign"]) for row in found
    ]


def test_a_scene_travels_between_processes_unchanged():
    """Pictures are drawn in another one."""
    scene = drawn(*a_rivalry("hill"))

    assert scene == pickle.loads(pickle.dumps(scene))  # noqa: S301
