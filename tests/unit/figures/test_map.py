"""The map of places, drawn for print."""

from collections import Counter

from drawn import cut_off, overlapping, texts_on
from drawn_scenes import SOME_PLACEMENTS, SOME_PLACES, a_places_scene
from riven.figures.files import render
from riven.figures.map import draw_map
from riven.model.place import Placement


def test_every_mark_has_its_number_on_the_map_and_in_the_list() -> None:
    """The list says what each number is, and how many claims name it."""
    scene = a_places_scene(*SOME_PLACES, placements=SOME_PLACEMENTS)
    texts = texts_on(draw_map(scene, caption="Below.").sheets[0])
    counts = Counter(texts)

    assert 5 == len(scene.marks)
    assert all(2 == counts[f"{mark.number}"] for mark in scene.marks)
    assert "the mill (2)" in texts
    assert "Below." in texts


def test_nothing_is_cut_off_and_no_text_touches_another() -> None:
    """Also where points crowd."""
    crowd = tuple(
        Placement(f"mill {n}", longitude=round(10 + n % 5 * 0.2, 2), latitude=round(60 + n // 5 * 0.15, 2))
        for n in range(20)
    )
    names = (*SOME_PLACES, *(placement.place for placement in crowd))
    for width in (88.0, 180.0):
        scene = a_places_scene(*names, placements=(*SOME_PLACEMENTS, *crowd))
        (sheet,) = draw_map(scene, caption="Below.", width=width).sheets
        assert [] == cut_off(sheet)
        assert [] == overlapping(sheet)


def test_only_the_places_that_most_claims_name_are_numbered_where_there_are_many() -> None:
    """And the caption says where the others are; nothing overlaps, however they crowd."""
    crowd = tuple(
        Placement(f"mill {n}", longitude=round(10 + n % 10 * 0.3, 2), latitude=round(59 + n // 10 * 0.2, 2))
        for n in range(90)
    )
    scene = a_places_scene(*(placement.place for placement in crowd), "mill 89", placements=crowd)
    drawing = draw_map(scene, caption="Below.")
    listed = [text for text in texts_on(drawing.sheets[0]) if text.startswith("mill ")]

    assert 60 == len(listed)
    assert "mill 89 (2)" in listed
    assert "in the data file" in drawing.caption
    assert [] == overlapping(drawing.sheets[0])
    assert [] == cut_off(drawing.sheets[0])


def test_a_closer_view_is_explained() -> None:
    """A frame on the wide view says what the second one shows."""
    near = draw_map(a_places_scene("Telemark", "Hedmark"), caption="")
    far = draw_map(a_places_scene("Telemark", "Hedmark", "Brazil"), caption="")

    assert "the part drawn larger below" not in texts_on(near.sheets[0])
    assert "the part drawn larger below" in texts_on(far.sheets[0])


def test_hostile_names_are_drawn_as_text() -> None:
    """A place is whatever a coder typed."""
    bad = "<script>\u202e\x00$x$"
    placements = (Placement(bad, longitude=10.0, latitude=60.0, note=bad),)
    drawing = draw_map(a_places_scene("Norway", bad, "gone" + bad, placements=placements), caption=bad)
    texts = " ".join(texts_on(drawing.sheets[0]))

    assert "<script>$x$ (1)" in texts
    assert render(drawing)[".svg"].count(b"<script") == 0


def test_without_a_place_there_is_no_map() -> None:
    """Its sentence says why."""
    assert draw_map(a_places_scene("Nowhere"), caption="") is None


def test_equal_scenes_give_equal_bytes() -> None:
    """Two runs cannot be told apart."""
    made = [dict(render(draw_map(a_places_scene("Norway", "Telemark"), caption="x"))) for _ in range(2)]

    assert made[0] == made[1]
    assert len(made[0][".svg"]) < 1_000_000
