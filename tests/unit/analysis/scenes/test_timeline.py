"""The scene of the timeline: every finding in the lane of each actor it names, dated as its sources leave it."""

import pickle
from itertools import pairwise

import pytest

from factories import BELIEVED, NEGATED, a_bond, a_claim, a_kinship, a_speech, some_actors
from riven.analysis.scenes.timeline import Shown, alternative, caption, extent, rows, stack, timeline
from riven.model.panel import CellState
from riven.pipeline.columns import columns_of
from scene_factory import a_rivalry, an_alliance, staged


def shown(*claims, **given):
    """Set the scene."""
    scope, outcome, _ = staged(*claims, **given)
    return timeline(scope, outcome)


def lane(scene, actor):
    """Take the lane of one actor."""
    return next(held for held in scene.lanes if held.actor == actor)


def a_mark(*claims, **given):
    """Take the one mark there is."""
    (found,) = lane(shown(*claims, **given), "hill").marks
    return found


def test_a_study_without_a_finding_says_so_and_has_no_lane():
    """An honest empty state."""
    scene = shown()

    assert ((), 0) == (scene.lanes, scene.n_placed)
    assert scene.sentence == caption(scene) == "No finding stands, so there is no timeline."


def test_a_study_of_undated_findings_says_so_and_lists_them():
    """Nothing is placed anywhere."""
    scene = shown(a_kinship("k", "moor", "hill", "part-of"))

    assert 0 == scene.n_placed
    assert "No finding is dated to a day of 2014–2017: 1 finding without a place in time." == scene.sentence
    assert [Shown.UNDATED] == [mark.shown for mark in lane(scene, "hill").listed]


def test_a_finding_stands_in_the_lane_of_every_actor_it_names_and_counts_once():
    """Whatever part they play in it."""
    scene = shown(a_speech("c", "hill", at="river+moor"))

    assert {"hill", "river", "moor"} == {held.actor for held in scene.lanes if held.marks}
    assert (1, 1) == (scene.n_findings, scene.n_placed)


def test_actors_that_count_as_one_share_a_lane_in_which_the_finding_stands_once():
    """The scheme of identity decides who is who."""
    claims = (a_kinship("k", "moor", "hill", "name-of"), a_claim("c", "speech", "who=hill at=river+moor", "tone=scold"))
    apart, together = shown(*claims), shown(*claims, rollup="together")

    assert {"hill", "moor", "river"} == {held.actor for held in apart.lanes}
    assert {"hill", "river"} == {held.actor for held in together.lanes}
    assert 1 == sum(mark.finding == "f-c" for mark in lane(together, "hill").listed)


def test_lanes_begin_with_the_focal_actor_and_its_rivals_then_those_with_most_to_show():
    """Others come in the order of how much of theirs is placed."""
    scene = shown(*a_rivalry("hill"), an_alliance("a", "lake", "moor"), an_alliance("b", "lake", "delta"))

    assert ["river", "hill", "lake"] == [held.actor for held in scene.lanes][:3]


DATES = [
    pytest.param("made=2015-08-06", 1, id="a day"),
    pytest.param("made=2015/2016", 1, id="a range"),
    pytest.param("made=[2014,2016]", 2, id="one of two years"),
]


@pytest.mark.parametrize(("date", "n_spans"), DATES)
def test_a_mark_covers_every_day_its_date_allows_and_no_other(date, n_spans):
    """It is never drawn at a day nobody gave."""
    mark = a_mark(a_speech("c", date=date))

    assert n_spans == len(mark.spans)
    assert (n_spans > 1) == mark.joined
    assert date.removeprefix("made=") == mark.edtf


def test_dates_in_braces_are_all_meant():
    """Their spans are not joined."""
    mark = a_mark(a_speech("c", date="made={2014,2016}"))

    assert (2, False) == (len(mark.spans), mark.joined)


def test_what_was_told_is_marked_as_no_later_than_its_report():
    """A report dates itself, not the act."""
    assert [True, False] == [a_mark(a_speech("c", date=f"{role}=2015")).is_told for role in ("published", "made")]


RESERVED = [
    pytest.param("2015~", "~", id="approximate"),
    pytest.param("2015?", "?", id="uncertain"),
    pytest.param("2015%", "%", id="both"),
    pytest.param("2015", "", id="none"),
]


@pytest.mark.parametrize(("edtf", "expected"), RESERVED)
def test_a_reservation_of_the_date_is_kept(edtf, expected):
    """It widens nothing, and is never lost."""
    assert expected == a_mark(a_speech("c", date=f"made={edtf}")).reservation


def test_a_finding_outside_the_window_is_listed_and_not_placed():
    """As is one that nobody dates; both say why."""
    scene = shown(a_speech("old", date="made=2010"), a_kinship("k", "moor", "hill", "part-of"))
    held = lane(scene, "hill")

    assert ((), [Shown.UNDATED, Shown.OUTSIDE]) == (held.marks, [mark.shown for mark in held.listed])
    assert [(), ()] == [mark.spans for mark in held.listed]
    assert "Hill: 2 findings, 0 placed, 1 undated, 1 outside." == held.sentence


def test_a_range_that_begins_before_the_window_goes_on_to_the_left():
    """Its begin is not the begin of the window."""
    (span,) = a_mark(a_speech("c", date="made=2012/2014")).spans

    assert (True, False, 0.0) == (span.goes_left, span.goes_right, span.left)


def test_how_sure_a_finding_is_is_told_apart_from_how_well_it_is_dated():
    """State, denial and duration each have a mark of their own."""
    believed = a_mark(a_speech("c", modality=BELIEVED))
    negated = a_mark(a_speech("c", polarity=NEGATED))
    lasting = a_mark(a_bond("b", "hill", "moor", "allied", date="happened=2015"))

    assert (CellState.POSSIBLE, False, False) == (believed.state, believed.is_negated, believed.is_lasting)
    assert (CellState.REPORTED, True, False) == (negated.state, negated.is_negated, negated.is_lasting)
    assert (False, True) == (lasting.is_negated, lasting.is_lasting)


def test_a_mark_is_read_out_as_a_sentence_with_its_identifier():
    """So that a listener can follow it."""
    mark = a_mark(a_speech("c"))

    assert "speech f-c, published 2015, reported. who: Hill; at: River" in mark.sentence
    assert mark.label.startswith("speech: who: Hill; at: River")


def test_findings_that_do_not_stand_are_in_no_lane():
    """They are kept apart and counted in the caption."""
    scene = shown(a_speech("c"), a_speech("d", "moor", coder="bot"))

    assert ["f-d"] == [mark.finding for mark in scene.unsettled]
    assert "moor" not in {held.actor for held in scene.lanes}
    assert "In no lane: 1 finding, rejected or only suggested." in caption(scene)


def test_every_kind_that_occurs_has_letters_of_its_own():
    """In the order of the codebook."""
    scene = shown(a_speech("c"), an_alliance("b", "hill", "moor"), a_kinship("k", "moor", "hill", "part-of"))

    assert [("speech", "S"), ("bond", "B"), ("kin", "K")] == [(held.kind, held.code) for held in scene.kinds]


def test_kinds_that_begin_alike_get_a_second_letter():
    """No two look the same."""
    claims = [a_claim("a", "aid", "who=hill state=moor"), a_claim("b", "attack", "who=hill object=moor", "form=raid")]

    assert {"aid": "A", "attack": "At"} == {held.kind: held.code for held in shown(*claims).kinds}


def test_marks_on_one_track_never_cover_each_other():
    """However many there are."""
    days = [f"2015-{month:02d}-{day:02d}" for month in (5, 6) for day in range(1, 28, 3)]
    held = lane(shown(*(a_speech(f"c{day}", date=f"made={day}") for day in days)), "hill")
    taken = sorted((track, *extent(mark)) for mark, track in zip(held.marks, held.tracks, strict=True))

    assert 18 == len(taken)
    assert [] == [(one, other) for one, other in pairwise(taken) if one[0] == other[0] and one[2] > other[1]]
    assert max(held.tracks) > 0


def test_marks_that_need_less_room_need_fewer_tracks():
    """A wide page shows more side by side."""
    marks = lane(shown(*(a_speech(f"c{n}", date=f"made=2015-0{n}-01") for n in range(1, 7))), "hill").marks

    assert 0 == max(stack(marks, least=0.001))
    assert 1 < max(stack(marks, least=0.2))


def test_the_caption_counts_what_is_placed_and_what_is_not():
    """Nothing is dropped in silence."""
    scene = shown(a_speech("c"), a_speech("old", date="made=2010"), a_kinship("k", "moor", "hill", "part-of"))

    assert (
        "Of 3 findings, 1 can be placed; 1 undated and 1 dated outside the window are counted beside their lanes and "
        "placed nowhere." in caption(scene)
    )
    assert "Where only the day of a report is known" in caption(scene)


def test_a_listener_hears_every_lane_of_a_small_timeline():
    """Of a large one only how many there are."""
    small = shown(a_speech("c"))
    crowd = [f"g{number}" for number in range(45)]
    large = shown(*(a_speech(f"c-{name}", name) for name in crowd), actors=some_actors(*crowd))

    assert "Hill: 1 finding, 1 placed." in alternative(small)
    assert ("46 lanes" in alternative(large), "placed." in alternative(large)) == (True, False)


def test_the_table_has_a_row_for_every_lane_and_finding_with_its_claims():
    """Also for what is not drawn."""
    scene = shown(a_speech("c"), a_kinship("k", "moor", "hill", "part-of"), a_speech("d", "lake", coder="bot"))
    found = list(rows(scene))

    assert [columns_of("figures/timeline.csv")] * len(found) == [tuple(row) for row in found]
    assert {("hill", "f-c"), ("river", "f-c"), ("hill", "f-k"), ("moor", "f-k"), (None, "f-d")} == {
        (row["actor"], row["finding"]) for row in found
    }
    assert {("c",), ("k",), ("d",)} == {row["claims"] for row in found}


def test_a_scene_travels_between_processes_unchanged():
    """Pictures are drawn in another one."""
    scene = shown(a_speech("c"))

    assert scene == pickle.loads(pickle.dumps(scene))  # noqa: S301
