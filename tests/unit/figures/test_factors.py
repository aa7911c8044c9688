"""Rivals by factors, drawn for print."""

import pytest

from drawn import cut_off, overlapping, texts_on
from drawn_scenes import a_factor_scene, some_lines
from riven.figures.factors import draw_factors
from riven.figures.files import render
from riven.model.argument import Judgement

LONG = ("Sectarian or transnational against nationalist", "Turf", "Poaching", "Prior loyalties", "State support")


@pytest.mark.parametrize("labels", [("Turf",), ("Turf", "Older oaths"), LONG, LONG * 3])
def test_nothing_is_cut_off_and_no_text_touches_another(labels: tuple[str, ...]) -> None:
    """Whatever factors are called, and however many there are."""
    for sheet in draw_factors(a_factor_scene(labels=labels), caption="Below.").sheets:
        assert [] == cut_off(sheet)
        assert [] == overlapping(sheet)


def test_hostile_names_are_drawn_as_text() -> None:
    """Markup, mathematics, and characters that steer direction or break lines."""
    bad = "<script>$\\frac{1}{2}$\u202e\n&amp;\x00"
    drawing = draw_factors(a_factor_scene(some_lines(3, bad), labels=(bad, bad)), caption=bad)
    texts = " ".join(texts_on(drawing.sheets[0]))

    assert "<script>" in texts
    assert not set("\u202e\n\x00") & set(texts)
    assert [] == cut_off(drawing.sheets[0])
    assert render(drawing)[".svg"].count(b"<script") == 0


def test_a_difference_is_framed_and_explained() -> None:
    """It is seen at once."""
    with_frame = draw_factors(a_factor_scene(), caption="")
    without = draw_factors(a_factor_scene(judgements=(Judgement.PRESENT,)), caption="")
    told = "a frame: derived and stated differ"

    assert told in texts_on(with_frame.sheets[0])
    assert told not in texts_on(without.sheets[0])


def test_many_rivals_go_on_further_sheets_and_the_caption_stands_on_the_last() -> None:
    """Every sheet repeats headings and key."""
    drawing = draw_factors(a_factor_scene(some_lines(60)), caption="Below.")
    texts = [texts_on(sheet) for sheet in drawing.sheets]

    assert 3 == len(drawing.sheets)
    assert all("Older oaths" in held for held in texts)
    assert [False, False, True] == ["Below." in held for held in texts]
    assert 60 == sum(text.startswith("House ") for held in texts for text in held)


def test_a_scene_without_marks_gives_no_picture() -> None:
    """Its sentence says why."""
    assert draw_factors(a_factor_scene(lines=()), caption="There is no rival.") is None


def test_equal_scenes_give_equal_bytes() -> None:
    """Two runs cannot be told apart."""
    assert dict(render(draw_factors(a_factor_scene(), caption="x"))) == dict(
        render(draw_factors(a_factor_scene(), caption="x"))
    )
