"""Tests of `riven.figures.panel`."""

import dataclasses
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from PIL import Image

from drawn import lines_on, texts_on
from report_factory import LETTERS, a_panel
from riven.errors import UnknownTermError
from riven.figures.caption import alternative_text, caption
from riven.figures.files import render
from riven.figures.layout import lay_out
from riven.figures.panel import draw_panel


def words(drawing):
    """List the texts of a drawing."""
    return [text for sheet in drawing.sheets for text in (*texts_on(sheet), *_others(sheet))]


def _others(sheet):
    """Texts that are not plain: Arabic and the like."""
    return [artist.get_text() for artist in sheet.artists if hasattr(artist, "get_text")]


def test_a_drawing_carries_its_title_caption_and_description():
    """What is drawn can be said."""
    panel = a_panel({"ttp": "R"})
    drawing = draw_panel(panel, caption="Below.")
    assert (panel.title, "Below.", alternative_text(panel)) == (drawing.title, drawing.caption, drawing.alternative)
    assert "Below." in words(drawing)


def test_cells_show_how_many_independent_sources_they_rest_on():
    """A number is in every cell with evidence; a sign says how sure it is."""
    assert {"12", "3?", "2≠"} <= set(words(draw_panel(a_panel({"ttp": "R12 P3 D2 N"}), caption="")))


def test_the_legend_explains_only_the_states_that_occur():
    """Nothing is explained that is not there."""
    text = " ".join(words(draw_panel(a_panel({"ttp": "RN"}), caption="")))
    assert "reported: a source says so" in text
    assert "none found: searched" in text
    assert all(absent not in text for absent in ("possible:", "disputed:", "outside:", "not searched:", "inherited:"))


def test_the_legend_explains_the_notch_where_evidence_is_inherited():
    """An inherited cell is marked and the mark explained."""
    assert any("inherited:" in text for text in words(draw_panel(a_panel({"jud": "P'"}), caption="")))


def test_a_number_means_sources_only_where_there_is_one():
    """An empty panel has no legend of numbers."""
    assert "number of independent sources" not in words(draw_panel(a_panel({"ttp": "N."}), caption=""))


def test_camps_head_their_rows():
    """Groups are direct labels."""
    panel = a_panel({"ttp": "R", "let": "N"}, groups=[("Opposed", ("let",)), ("Divided", ("ttp",))])
    assert {"Opposed", "Divided", "Ttp", "Let"} <= set(words(draw_panel(panel, caption="")))


def test_a_panel_without_rows_says_so():
    """An empty figure is explained on its face, and once."""
    for said in ("", caption(a_panel({}))):
        written = " ".join(words(draw_panel(a_panel({}), caption=said)))
        assert 1 == written.count("No actor has a row under this rule.")


def test_sheets_are_numbered_and_only_the_last_has_the_caption():
    """A long panel is continued."""
    drawing = draw_panel(a_panel({f"group-{n}": "R" for n in range(90)}), caption="Below.")
    text = words(drawing)
    assert len(drawing.sheets) > 1
    assert f"Years in which leaders spoke (1 of {len(drawing.sheets)})" in text
    assert 1 == text.count("Below.")


def test_a_panel_with_a_hole_is_refused():
    """A missing cell is not drawn as an unsearched one."""
    panel = a_panel({"ttp": "RN"})
    with pytest.raises(UnknownTermError, match="ttp 2015"):
        draw_panel(dataclasses.replace(panel, cells={("ttp", "2014"): panel.cells["ttp", "2014"]}), caption="")


@pytest.mark.parametrize("name", ["$x^{", "\\frac{$a$}", "\u202egnirts", "中国", "\x00\ud800", "W" * 900, ""])
def test_hostile_names_are_drawn_without_complaint(name):
    """Mathematics, controls, foreign scripts and endless words do no harm."""
    panel = a_panel({"ttp": "R'"}, labels={"ttp": name}, title=name, groups=[(name, ("ttp",))])
    assert render(draw_panel(panel, caption=name))


def test_the_six_states_differ_in_greyscale():
    """Print a figure without colour and every state still stands apart from every other."""
    letters = "RPDN.X"
    panel = a_panel({"ttp": letters})
    patches = _grey_patches(panel)
    for one, other in combinations(letters, 2):
        difference = np.abs(patches[LETTERS[one]] - patches[LETTERS[other]]).mean()
        assert difference > 15, f"{LETTERS[one]} and {LETTERS[other]} look alike: {difference:.1f} of 255"


def test_the_states_with_evidence_differ_in_greyscale_from_one_another_most():
    """What a reader must never confuse is far apart."""
    patches = _grey_patches(a_panel({"ttp": "RPDN.X"}))
    evidence = [state for state in patches if state.has_evidence]
    for one, other in combinations(evidence, 2):
        assert np.abs(patches[one] - patches[other]).mean() > 60


def _grey_patches(panel):
    """Cut the cells of the first row out of the greyscale picture."""
    drawing = draw_panel(panel, caption="")
    picture = Image.open(BytesIO(render(drawing)[".png"])).convert("L")
    grey = np.asarray(picture, dtype=float)
    placed = lay_out(panel).sheets[0].cells
    per_mm = 300 / 25.4
    column = grey[:, round((placed[0].box.x + 1) * per_mm)]
    blue = np.where((column > 60) & (column < 130))[0]
    top = next(int(y) for y in blue if set(range(y, y + 30)) <= set(blue.tolist()))
    patches = {}
    for cell in placed:
        left, width = round(cell.box.x * per_mm), int(cell.box.width * per_mm)
        height = int(cell.box.height * per_mm) - 2
        patches[panel.cells[cell.actor, cell.period].state] = grey[top : top + height, left : left + width]
    smallest = min(patch.shape[1] for patch in patches.values())
    return {state: patch[:, :smallest] for state, patch in patches.items()}


def test_a_long_number_shrinks_into_a_narrow_cell():
    """Months of well-documented years stay readable."""
    months = [f"{2000 + index // 12}-{index % 12 + 1:02d}" for index in range(36)]
    drawing = draw_panel(a_panel({"group-with-a-long-name": "R128" * 36}, periods=months), caption="")
    numbers = [line.points for line in lines_on(drawing.sheets[0]) if line.text == "128"]
    assert 36 == len(numbers)
    assert 4.5 <= min(numbers) < 6


def test_letters_stay_legible_in_one_journal_column():
    """Nothing is set smaller than 4.5 points, and names are set in 7."""
    drawing = draw_panel(a_panel({"ttp": "R12 P D N"}), caption="Below.")
    sizes = [line.points for line in lines_on(drawing.sheets[0])]
    assert 88.0 == pytest.approx(drawing.sheets[0].get_size_inches()[0] * 25.4)
    assert min(sizes) >= 6.0
