"""Effort beside outcome, drawn for print."""

import pytest

from drawn import cut_off, overlapping, texts_on
from drawn_scenes import an_effort_scene
from riven.figures.effort import draw_effort

YEARS = "R P D N . X " * 4


@pytest.mark.parametrize("letters", ["R", "R P N", YEARS.strip()])
@pytest.mark.parametrize("count", [1, 5, 40])
def test_nothing_is_cut_off_and_no_text_touches_another(letters: str, count: int) -> None:
    """However many groups and periods there are."""
    scene = an_effort_scene({f"house-{number}": letters for number in range(count)})
    for sheet in draw_effort(scene, caption="Below.").sheets:
        assert [] == cut_off(sheet)
        assert [] == overlapping(sheet)


def test_the_number_of_documents_stands_beside_the_state() -> None:
    """And a dash where nobody recorded one; nothing where there was nothing to search."""
    texts = texts_on(draw_effort(an_effort_scene({"hill": "R N X", "moor": ". N X"}), caption="").sheets[0])

    assert 6 == texts.count("120") - 1  # one of them in the key
    assert 4 == texts.count("–") - 1
    assert "how much was searched is not recorded" in texts


def test_further_sheets_name_the_measure_they_go_on_with() -> None:
    """A sheet can be read by itself."""
    sheets = draw_effort(an_effort_scene({f"house-{n}": "R P" for n in range(60)}), caption="Below.").sheets
    texts = [" ".join(texts_on(sheet)) for sheet in sheets]

    assert len(sheets) > 2
    assert "(continued)" in texts[1]
    assert [False] * (len(sheets) - 1) + [True] == ["Below." in held for held in texts]


def test_what_does_not_fit_six_sheets_is_left_to_the_data_file() -> None:
    """And the caption says how much that is."""
    drawing = draw_effort(an_effort_scene({f"house-{n}": "R P" for n in range(200)}), caption="Below.")

    assert 6 == len(drawing.sheets)
    assert "Left to the data file: the last" in drawing.caption


def test_a_scene_without_rows_gives_no_picture() -> None:
    """Its sentence says why."""
    assert draw_effort(an_effort_scene({"hill": ""}), caption="") is None
