"""Marks framed on a map."""

import pytest

from riven.analysis.scenes.frames import WIDTH, Shown, Target, frames
from riven.folder.atlas import Atlas, read_atlas


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    """The boundaries that ship with riven."""
    return read_atlas()


def test_without_marks_there_is_no_frame(atlas: Atlas) -> None:
    """An empty map would say that somebody looked."""
    assert () == frames([], atlas)


def test_a_point_lies_where_its_degrees_say(atlas: Atlas) -> None:
    """West is left and north is up."""
    targets = [Target("one", Shown.POINT, (10.0, 50.0)), Target("two", Shown.POINT, (12.0, 48.0))]
    (frame,) = frames(targets, atlas)
    one, two = (spot.centre for spot in frame.spots)

    assert 0 < one[0] < two[0] < WIDTH == frame.width
    assert 0 < one[1] < two[1] < frame.height


def test_everything_lies_inside_its_frame(atlas: Atlas) -> None:
    """What reaches beyond is clipped."""
    (frame,) = frames([Target("AFG.kunar", Shown.PROVINCE)], atlas)
    rings = [ring for drawn in (*frame.land, *frame.spots) for ring in drawn.rings]

    assert rings
    assert all(0 <= x <= frame.width and 0 <= y <= frame.height for ring in rings for x, y in ring)
    assert {"AFG", "PAK"} <= {land.id for land in frame.land}


def test_provinces_are_drawn_only_where_something_finer_than_a_country_is_marked(atlas: Atlas) -> None:
    """Lines that nothing refers to make a map harder to read."""
    (whole,) = frames([Target("AFG", Shown.COUNTRY)], atlas)
    (part,) = frames([Target("AFG.kunar", Shown.PROVINCE)], atlas)

    assert {Shown.COUNTRY} == {land.level for land in whole.land}
    assert {"AFG"} == {land.id.partition(".")[0] for land in part.land if land.level is Shown.PROVINCE}


def test_marks_that_crowd_in_a_wide_map_get_a_closer_view(atlas: Atlas) -> None:
    """The wide view says where the closer one lies."""
    near = [Target("AFG.kunar", Shown.PROVINCE), Target("AFG.nuristan", Shown.PROVINCE)]
    wide, close = frames([*near, Target("BRA", Shown.COUNTRY)], atlas)

    assert wide.closer is not None
    left, top, right, bottom = wide.closer
    assert 0 <= left < right <= wide.width
    assert 0 <= top < bottom <= wide.height
    assert close.closer is None
    assert {"AFG.kunar", "AFG.nuristan"} == {spot.id for spot in close.spots}


def test_a_map_may_lie_across_the_date_line(atlas: Atlas) -> None:
    """Neighbours across 180 degrees are drawn as neighbours."""
    (frame,) = frames([Target("one", Shown.POINT, (179.0, -17.0)), Target("two", Shown.POINT, (-178.0, -18.0))], atlas)

    assert frame.degrees.east - frame.degrees.west < 10
    assert ["one", "two"] == [spot.id for spot in sorted(frame.spots, key=lambda spot: spot.centre)]
    assert "FJI" in {land.id for land in frame.land}


def test_areas_are_drawn_before_points_and_the_larger_before_the_smaller(atlas: Atlas) -> None:
    """Nothing small hides under something large."""
    targets = [
        Target("mill", Shown.POINT, (71.0, 35.0)),
        Target("AFG.kunar", Shown.PROVINCE),
        Target("AFG", Shown.COUNTRY),
    ]
    frame = frames([*targets, Target("TJK", Shown.COUNTRY)], atlas)[0]

    assert ["AFG", "TJK", "AFG.kunar", "mill"] == [spot.id for spot in frame.spots]


def test_far_islands_of_a_country_do_not_widen_the_map(atlas: Atlas) -> None:
    """France is framed without what it holds overseas."""
    (frame,) = frames([Target("FRA", Shown.COUNTRY)], atlas)

    assert frame.degrees.west > -20
    assert frame.degrees.south > 35


def test_a_map_of_the_world_stays_small(atlas: Atlas) -> None:
    """Nothing finer than an eye can see is kept."""
    targets = [Target(own, Shown.COUNTRY) for own in ("USA", "AUS", "JPN", "ZAF")]
    points = sum(len(ring) for frame in frames(targets, atlas) for land in frame.land for ring in land.rings)

    assert 2_000 < points < 25_000


def test_an_area_too_small_to_be_seen_keeps_its_place(atlas: Atlas) -> None:
    """A number without a place on the map would lead nowhere."""
    (frame,) = frames([Target("MCO", Shown.COUNTRY), Target("RUS", Shown.COUNTRY)], atlas)
    small = next(spot for spot in frame.spots if spot.id == "MCO")

    assert () == small.rings
    assert 0 < small.centre[0] < frame.width
