"""The timeline drawn for print."""

import pytest

from factories import BELIEVED, a_kinship, a_speech, an_actor, some_actors
from riven.analysis.scenes.timeline import caption, timeline
from riven.figures import timeline as module
from riven.figures.files import render
from riven.figures.timeline import draw_timeline
from scene_factory import Letters, a_rivalry, an_alliance, staged

CROWD = [f"a-group-with-quite-a-long-name-{number}" for number in range(12)]


def shown(*claims, **given):
    """Set the scene."""
    scope, outcome, _ = staged(*claims, **given)
    return timeline(scope, outcome)


def a_crowd():
    """Set a scene of many lanes with many marks, dated in every way."""
    dates = ("2015-03-01", "2015", "2015-05/2016-02", "[2014,2016]", "2013/2014", "2016~", "2010")
    claims = [
        a_speech(f"c-{name}-{number}", name, date=f"{'published' if number % 2 else 'made'}={date}")
        for name in CROWD
        for number, date in enumerate(dates)
    ]
    return shown(
        *claims,
        *a_rivalry(*CROWD[:3]),
        an_alliance("a", CROWD[0], CROWD[1], date="happened=2015/.."),
        a_speech("open", "hill", modality=BELIEVED),
        a_kinship("k", "moor", CROWD[0], "part-of"),
        actors=some_actors(*CROWD),
    )


def test_a_timeline_without_a_placed_finding_is_not_drawn():
    """The scene says why."""
    assert draw_timeline(shown(), caption="") is None
    assert draw_timeline(shown(a_kinship("k", "moor", "hill", "part-of")), caption="") is None


@pytest.mark.parametrize("width", [88.0, 180.0])
def test_no_letters_lie_on_others_and_none_are_cut(monkeypatch, width):
    """At the width of a journal column and of a page."""
    letters = Letters(monkeypatch)
    scene = a_crowd()
    drawing = draw_timeline(scene, caption=caption(scene), width=width)

    assert width == pytest.approx(drawing.sheets[0].get_size_inches()[0] * 25.4)
    assert ([], []) == (letters.overlapping(), letters.cut())


def test_lanes_stand_under_their_camp_and_list_what_is_not_placed(monkeypatch):
    """By kind, with how many."""
    letters = Letters(monkeypatch)
    draw_timeline(
        shown(*a_rivalry("hill"), a_kinship("k", "moor", "hill", "part-of"), a_speech("old", date="made=2010")),
        caption="",
    )

    assert {"Focal actor", "River", "Firm", "Hill", "undated: K×1", "outside: S×1"} <= set(letters.texts)


def test_actors_with_nothing_placed_are_counted_below_and_rivals_keep_their_lane(monkeypatch):
    """An empty lane says as much as a full one."""
    letters = Letters(monkeypatch)
    drawing = draw_timeline(
        shown(*a_rivalry("hill"), a_kinship("k", "moor", "lake", "part-of"), window="2014/2015"), caption="Below."
    )

    assert "Moor" not in letters.texts
    assert "Below. Left to the data file: 2 actors without a finding that can be placed." == drawing.caption


def test_lanes_that_do_not_fit_go_on_further_sheets_under_their_heading(monkeypatch):
    """And what no sheet holds is told."""
    monkeypatch.setattr(module, "SHEET_MM", 60.0)
    monkeypatch.setattr(module, "MOST_SHEETS", 2)
    letters = Letters(monkeypatch)
    drawing = draw_timeline(a_crowd(), caption="Below.")

    assert 2 == len(drawing.sheets)
    assert 1 == letters.texts.count("Timeline of findings (2 of 2)")
    assert "actors for whom there is no room" in drawing.caption


def test_marks_that_crowd_a_lane_are_counted_beside_it_and_below(monkeypatch):
    """A lane grows only so tall."""
    monkeypatch.setattr(module, "MOST_TRACKS", 2)
    letters = Letters(monkeypatch)
    speeches = [a_speech(f"c{number}", date="made=2015", finding=f"f{number}") for number in range(5)]
    drawing = draw_timeline(shown(*speeches), caption="")

    assert 2 == letters.texts.count("no room: 3")
    assert "Left to the data file: 6 marks of crowded lanes." == drawing.caption


def test_names_that_run_leftwards_or_lack_letters_are_still_names(monkeypatch):
    """An identifier follows where a font shows only part of a name."""
    letters = Letters(monkeypatch)
    actors = some_actors() | {"hill": an_actor("hill")}
    actors["hill"] = type(actors["hill"])("hill", "عائلات المنارة", actors["hill"].type)
    actors["moor"] = type(actors["moor"])("moor", "Piers 九埠社", actors["moor"].type)
    draw_timeline(shown(a_speech("c"), a_speech("d", "moor"), actors=actors), caption="")

    assert {"عائلات المنارة", "Piers … (moor)"} <= set(letters.texts)


def test_the_legend_explains_what_occurs_and_nothing_else(monkeypatch):
    """So a reader looks for no mark that is not there."""
    letters = Letters(monkeypatch)
    draw_timeline(shown(a_speech("c", date="made=2015")), caption="")
    assert ("happened on some day of the bar" in letters.texts, "disputed" in letters.texts) == (True, False)

    told = Letters(monkeypatch)
    draw_timeline(shown(a_speech("c", date="published=2015~")), caption="")
    assert {"told then, so it was no later", "date approximate", "speech"} <= set(told.texts)


def test_equal_timelines_give_equal_bytes():
    """Two runs cannot be told apart."""
    one, other = (draw_timeline(shown(*a_rivalry("hill")), caption="Below.") for _ in range(2))

    assert dict(render(one)) == dict(render(other))
