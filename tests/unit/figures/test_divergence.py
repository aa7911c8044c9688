"""Distances, drawn for print."""

import pytest

from drawn import cut_off, overlapping, texts_on
from drawn_scenes import a_divergence_scene
from riven.figures.divergence import draw_divergence


@pytest.mark.parametrize("count", [1, 2, 4, 7, 12, 26, 40])
def test_nothing_is_cut_off_and_no_text_touches_another(count: int) -> None:
    """However many rivals there are."""
    for sheet in draw_divergence(a_divergence_scene(count), caption="Below.").sheets:
        assert [] == cut_off(sheet)
        assert [] == overlapping(sheet)


def test_a_distance_is_a_number_and_a_missing_one_is_none() -> None:
    """What was not coded is never drawn as a distance."""
    scene = a_divergence_scene(4)
    texts = texts_on(draw_divergence(scene, caption="").sheets[0])
    told = [mark.distance for mark in (*scene.from_focal, *scene.between) if mark.distance is not None]
    over_all = [mark for mark in scene.between if mark.profile == "all" and mark.distance is not None]
    shown = [mark for mark in scene.from_focal if mark.distance is not None]

    assert len(told) > len(over_all)
    assert len(shown) + len(over_all) == sum(text[:2] in {"0.", "1."} for text in texts)
    assert "cannot be told: nothing is coded about one of the two" in texts


def test_how_many_respects_a_mean_rests_on_is_told_where_some_are_missing() -> None:
    """A mean of one is not a mean of two."""
    assert "1 of 2" in texts_on(draw_divergence(a_divergence_scene(4), caption="").sheets[0])


def test_too_many_pairs_for_a_page_are_left_to_the_data_file() -> None:
    """And the caption says so."""
    assert "in the data file" in draw_divergence(a_divergence_scene(40), caption="Below.").caption
    assert "in the data file" not in draw_divergence(a_divergence_scene(4), caption="Below.").caption


def test_a_scene_without_marks_gives_no_picture() -> None:
    """Its sentence says why."""
    assert draw_divergence(a_divergence_scene(0), caption="There are not two groups.") is None
