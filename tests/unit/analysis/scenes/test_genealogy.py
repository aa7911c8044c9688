"""The scene of the genealogy: where groups come from, dated no better than their sources do."""

import pickle
from datetime import date

import pytest

from factories import BELIEVED, a_claim, a_kinship, an_actor, some_actors
from riven.analysis.scenes.genealogy import alternative, caption, genealogy, rows
from riven.model.argument import Argument, Event
from riven.model.panel import CellState
from riven.pipeline.columns import columns_of
from scene_factory import staged


def drawn(*claims, **given):
    """Set the scene."""
    return genealogy(*staged(*claims, **given))


def kin(name, child, parent, sort, when=""):
    """Tell where a group comes from, and when it happened."""
    return a_kinship(name, child, parent, sort, date=f"happened={when}" if when else "")


def lane(scene, actor):
    """Take the lane of one group."""
    return next(held for held in scene.lanes if held.actor == actor)


def link(scene, name):
    """Take the link of one finding."""
    return next(held for held in scene.links if held.finding == f"f-{name}")


EMPTY = [
    pytest.param(
        {"argument": Argument()}, "The rules do not say which findings tell where groups come from", id="rule"
    ),
    pytest.param({}, "No finding tells where a group comes from", id="finding"),
]


@pytest.mark.parametrize(("given", "expected"), EMPTY)
def test_a_study_without_lineage_says_why(given, expected):
    """And shows nobody."""
    scene = drawn(**given)

    assert ((), ()) == (scene.lanes, scene.links)
    assert scene.sentence == caption(scene) == f"{expected}, so there is no genealogy."


def test_a_group_stands_below_the_one_it_came_from():
    """A row for each of its links, one at least."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of", "2015"), kin("b", "moor", "hill", "part-of"))

    assert [("hill", 0, 0, 1), ("moor", 1, 1, 2)] == [(h.actor, h.depth, h.row, h.rows) for h in scene.lanes]
    assert [("f-a", 1, 0), ("f-b", 2, 0)] == [(h.finding, h.row, h.parent_row) for h in scene.links]


EVENTS = [
    pytest.param("splinter-of", Event.SPLIT, id="split"),
    pytest.param("joined", Event.MERGE, id="merger"),
    pytest.param("renamed", Event.RENAME, id="renaming"),
    pytest.param("revived", Event.REVIVAL, id="re-formation"),
    pytest.param("part-of", Event.PART, id="component"),
    pytest.param("name-of", Event.SAME, id="other name"),
]


@pytest.mark.parametrize(("sort", "event"), EVENTS)
def test_every_link_carries_its_event_its_finding_and_its_claims(sort, event):
    """So that each can be walked back."""
    found = link(drawn(kin("a", "moor", "hill", sort, "2015")), "a")

    assert (event, "f-a", ("a",), "moor", "hill") == (
        found.event, found.finding, found.claims, found.child, found.parent
    )  # fmt: skip
    assert f"{sort} Hill, 2015" == found.label


DATES = [
    pytest.param("2015-08-06", True, 1, id="a day"),
    pytest.param("2015", False, 1, id="a year"),
    pytest.param("../2015", False, 1, id="by then"),
    pytest.param("[2014,2016]", False, 2, id="one of two"),
]


@pytest.mark.parametrize(("when", "is_certain", "n_spans"), DATES)
def test_an_uncertain_date_is_placed_as_a_range_and_never_as_a_day(when, is_certain, n_spans):
    """Every day the source allows, and no other."""
    found = link(drawn(kin("a", "moor", "hill", "splinter-of", when)), "a")

    assert (True, is_certain, n_spans, n_spans > 1) == (
        found.is_dated, found.is_certain, len(found.spans), found.joined
    )  # fmt: skip


def test_an_undated_link_has_no_place_in_time():
    """It is told beside the axis."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of"))

    assert (False, ()) == (link(scene, "a").is_dated, link(scene, "a").spans)
    assert "splinter-of Hill, undated" == link(scene, "a").label
    assert "Undated, and without a place in time: 1 of 1 link." in caption(scene)


def test_what_was_only_reported_happened_by_then():
    """Its span is open to the left."""
    found = link(drawn(a_kinship("a", "moor", "hill", "splinter-of", date="reported=2015")), "a")

    assert (True, None, True) == (found.is_told, found.spans[0].first, found.spans[0].goes_left)


def test_a_link_beyond_the_axis_stands_at_its_end_and_is_counted():
    """An axis of two thousand years would hide the window."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of", "1850"))
    (span,) = link(scene, "a").spans

    assert (0.0, 0.0, True) == (span.left, span.right, span.goes_left)
    assert date(1988, 1, 1) == scene.axis.first
    assert "Beyond the axis: 1 link, whose rows say when." in caption(scene)


def test_the_axis_reaches_back_to_the_earliest_event_and_marks_the_window():
    """So that a reader sees what lies before the study."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of", "2004"))

    assert date(2004, 1, 1) == scene.axis.first
    assert (pytest.approx(10 / 14, abs=1e-3), 1.0) == (scene.window.left, scene.window.right)


def test_a_group_begins_when_it_is_founded_or_splits_off():
    """Else when its own row says so, else nobody knows."""
    claims = [a_claim("f", "kin", "child=hill", "sort=founded", "happened=2010"), kin("p", "moor", "lake", "part-of")]
    scene = drawn(*claims, actors=some_actors(lake=an_actor("lake", begins="2012", ends="2016")))

    assert [date(2010, 1, 1), None, date(2012, 1, 1)] == [
        held.begins and held.begins.first for held in (lane(scene, "hill"), lane(scene, "moor"), lane(scene, "lake"))
    ]
    assert date(2016, 12, 31) == lane(scene, "lake").ends.last


ENDS = [pytest.param("joined", "moor", id="went into another"), pytest.param("renamed", "hill", id="was renamed")]


@pytest.mark.parametrize(("sort", "gone"), ENDS)
def test_a_group_ends_when_it_merges_or_is_renamed(sort, gone):
    """The other goes on."""
    scene = drawn(kin("a", "moor", "hill", sort, "2015"))

    assert {gone} == {held.actor for held in scene.lanes if held.ends}


def test_what_is_only_believed_begins_no_line_of_time():
    """The link shows how sure it is."""
    scene = drawn(a_kinship("a", "moor", "hill", "splinter-of", date="happened=2015", modality=BELIEVED))

    assert lane(scene, "moor").begins is None
    assert CellState.POSSIBLE == link(scene, "a").state
    assert "2015 (possible), f-a." in link(scene, "a").sentence


def test_families_stand_apart_and_the_focal_actor_s_comes_first():
    """Whoever is joined by any link is of one family."""
    scene = drawn(
        kin("a", "lake", "hill", "part-of"), kin("b", "lake", "moor", "part-of"), kin("c", "river", "delta", "part-of")
    )

    assert [("delta", 0), ("river", 0), ("hill", 1), ("lake", 1), ("moor", 1)] == [
        (held.actor, held.family) for held in scene.lanes
    ]


def test_descent_in_a_circle_is_drawn_once_and_told():
    """A picture cannot repair it."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of", "2014"), kin("b", "hill", "moor", "splinter-of", "2015"))

    assert sorted(["hill", "moor"]) == sorted(held.actor for held in scene.lanes)
    assert "Descent runs in a circle" in caption(scene)


def test_an_actor_that_counts_as_another_says_so_in_its_label():
    """Lineage is told of actors as sources name them."""
    scene = drawn(kin("a", "moor", "hill", "name-of"), rollup="together")

    assert "Moor (counts as Hill)" == lane(scene, "moor").label


def test_a_finding_that_says_several_things_has_a_link_for_each():
    """With an identifier of its own."""
    scene = drawn(a_claim("a", "kin", "child=moor+lake parent=hill", "sort=part-of"))

    assert [("f-a", "moor"), ("f-a-2", "lake")] == [(held.id, held.child) for held in scene.links]


def test_a_listener_hears_every_group():
    """With what each finding says of it."""
    assert "Moor: splinter-of Hill, happened 2015, f-a." in alternative(
        drawn(kin("a", "moor", "hill", "splinter-of", "2015"))
    )


def test_the_table_has_a_row_for_every_link():
    """With finding and claims."""
    found = list(rows(drawn(kin("a", "moor", "hill", "splinter-of", "2015"), kin("b", "lake", "hill", "part-of"))))

    assert [columns_of("figures/genealogy.csv")] * 2 == [tuple(row) for row in found]
    assert [("moor", "hill", "2015", "f-a", ("a",)), ("lake", "hill", None, "f-b", ("b",))] == [
        (row["child"], row["parent"], row["edtf"], row["finding"], row["claims"]) for row in found
    ]


def test_a_scene_travels_between_processes_unchanged():
    """Pictures are drawn in another one."""
    scene = drawn(kin("a", "moor", "hill", "splinter-of", "2015"))

    assert scene == pickle.loads(pickle.dumps(scene))  # noqa: S301
