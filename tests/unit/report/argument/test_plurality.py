"""Tests of `riven.report.argument.plurality`."""

from report_argument import an_arguing_content, names_of, said, some_voices
from report_factory import a_panel
from riven.analysis.pluralism import Share
from riven.report.argument.plurality import MOST_CELLS, plurality


def shown(shares=(), content=None):
    """Set the section."""
    held = content or an_arguing_content()
    return plurality(some_voices(held), shares, held.panels, names_of(held))


def test_effort_stands_beside_the_outcome_of_every_cell():
    """What nobody counted is not 0."""
    told = said(shown().blocks)
    assert [
        "# Effort behind Figure 1",
        "Council of the Valley | ○ none found / 40 searched | ● reported / 40 searched, 2 sources | "
        "· not searched / not counted | · not searched / not counted",
    ] == told[:2]


def test_shares_say_how_many_cells_rest_on_a_single_voice():
    """And for how many it is not known."""
    shares = (
        Share("criticised", "source", 1, 3, 3),
        Share("criticised", "outlet", 1, 2, 3),
        Share("criticised", "country", 0, 0, 3),
        Share("criticised", "language", 0, 0, 0),
    )
    assert (
        "Years in which leaders criticised The Newcomers, 2014–2017 | 1 of 3 (33%) | 1 of 2 (50%) / 1 not known | not "
        "known for any cell | no cell with evidence"
    ) == said(shown(shares).blocks)[0]


def test_very_many_cells_are_left_to_the_table_of_the_build():
    """A page stays readable."""
    panel = a_panel({"council": "." * (MOST_CELLS + 1)}, periods=[str(1000 + n) for n in range(MOST_CELLS + 1)])
    told = said(shown(content=an_arguing_content(panels={"criticised": panel})).blocks)
    assert f"{MOST_CELLS + 1} cells are too many for a page; voices.csv lists them all." == told[-1]


def test_a_study_without_figures_says_so():
    """An honest empty state."""
    told = said(shown(content=an_arguing_content(panels={})).blocks)
    assert ["The study has no figure, so there is nothing to set the effort beside."] == told
