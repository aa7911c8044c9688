"""Tests of `riven.figures.caption`."""

import dataclasses

import pytest

from report_factory import a_cell, a_panel
from riven.errors import UnknownTermError
from riven.figures.caption import alternative_text, caption, cell_of, cells_of


def test_a_caption_starts_with_the_rule_and_ends_it_with_a_full_stop():
    """The rule is the first sentence."""
    assert caption(a_panel({"ttp": "R"})).startswith(
        "A cell is reported when a source says that a leader spoke against the focal group. "
    )


def test_a_caption_counts_the_cells_of_each_state_that_occurs():
    """Only states that occur are named."""
    assert "Of 4 cells: 2 reported, 1 disputed, 1 none found." in caption(a_panel({"ttp": "RDNR"}))


def test_a_caption_says_what_an_unsearched_cell_does_not_say():
    """Silence is never sold as absence."""
    assert "Where nobody searched, the absence of reports is not the absence of the act." in caption(
        a_panel({"ttp": "R."})
    )


def test_a_caption_gives_the_range_of_documents_searched():
    """Effort is part of the caption."""
    panel = a_panel({"ttp": "NN"}, documents=3)
    more = a_cell("ttp", "2015", "N", documents=40)
    panel = dataclasses.replace(panel, cells={**panel.cells, ("ttp", "2015"): more})
    assert "Searched per cell: 3 to 40 documents." in caption(panel)


def test_a_caption_says_for_how_many_cells_nobody_counted_documents():
    """A missing count is named, not averaged away."""
    panel = a_panel({"ttp": "NN"}, documents=1)
    panel = dataclasses.replace(panel, cells={**panel.cells, ("ttp", "2015"): a_cell("ttp", "2015", "N")})
    assert "Searched per cell: 1 document; for 1 cell nobody recorded a number." in caption(panel)


def test_a_caption_admits_that_nobody_recorded_the_effort():
    """No number at all is said so."""
    assert "How many documents were searched is not recorded." in caption(a_panel({"ttp": "R."}))


def test_a_caption_of_cells_outside_only_says_nothing_about_searching():
    """There is nothing to search for before a group exists."""
    assert caption(a_panel({"ttp": "XX"})).endswith("Of 2 cells: 2 outside.")


def test_a_caption_of_an_empty_panel_says_that_nobody_has_a_row():
    """An empty figure is explained."""
    assert caption(a_panel({})).endswith("No actor has a row under this rule.")


def test_alternative_text_reads_every_row_with_runs_of_periods_joined():
    """A listener gets every cell."""
    panel = a_panel({"ttp": "RRR.P'"}, groups=[("Divided", ("ttp",))])
    expected = (
        "Years in which leaders spoke. Matrix of 1 group by 5 periods, 2014 to 2018. Divided: "
        "Ttp: reported 2014 to 2016; possible 2018; not searched 2017; inherited from another actor 2018."
    )
    assert expected == alternative_text(panel)


def test_alternative_text_of_a_long_panel_is_a_tally():
    """Two hundred spoken rows help nobody; the report's table does."""
    text = alternative_text(a_panel({f"group-{number}": "RN" for number in range(200)}))
    assert "Of 400 cells: 200 reported, 200 none found." in text
    assert "Group 7" not in text


def test_alternative_text_of_an_empty_panel_says_so():
    """An empty figure is described too."""
    assert "An empty matrix: no actor has a row under this rule." in alternative_text(a_panel({}))


def test_cells_are_listed_row_by_row():
    """Display order is kept."""
    assert [("a", "2014"), ("a", "2015"), ("b", "2014"), ("b", "2015")] == [
        (cell.actor, cell.period) for cell in cells_of(a_panel({"a": "R.", "b": ".N"}))
    ]


def test_a_missing_cell_is_an_error_and_never_an_empty_cell():
    """A panel with a hole is a defect."""
    with pytest.raises(UnknownTermError, match="unknown cell of measure 'criticised' 'ttp 2099'"):
        cell_of(a_panel({"ttp": "R"}), "ttp", "2099")
