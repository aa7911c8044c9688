"""Tests of `riven.report.cells`."""

import dataclasses

import pytest

from report_factory import a_cell, a_content, a_panel
from riven.dates import parse
from riven.errors import UnknownTermError
from riven.model.source import Search
from riven.report import cells
from riven.report.cells import Figures
from riven.report.content import DrawnFigure
from riven.report.evidence import Evidence


def figures(**changes):
    """Put the panels of a report in words."""
    content = a_content(**changes)
    return Figures(content, Evidence(content)).views()


def the_cell(title, **changes):
    """Find a cell of the first figure by its title."""
    rows = [row for _, group in figures(**changes)[0].groups for row in group]
    return next(cell for row in rows for cell in row.cells if title in cell.title)


def test_every_panel_is_a_numbered_table():
    """In the order given."""
    views = figures()
    assert [(1, "figure-criticised"), (2, "figure-defected")] == [(view.number, view.anchor) for view in views]
    assert ("2014", "2015", "2016", "2017") == views[0].periods
    assert ["Leadership opposed", "Divided loyalties"] == [label for label, _ in views[0].groups]


def test_a_cell_has_an_address_that_can_be_guessed():
    """Measure, actor, period."""
    cell = the_cell("Council of the Valley, 2015")
    assert ("cell-criticised-council-2015", "at-criticised-council-2015") == (cell.anchor, cell.at)


def test_two_cells_never_share_an_address():
    """Hyphens in identifiers could make them look alike."""
    first = a_panel({"b-c": "."}, measure="a", periods=["2014"])
    second = a_panel({"c": "."}, measure="a-b", periods=["2014"])
    content = a_content(panels={"a": first, "a-b": second})
    made = Figures(content, Evidence(content))
    one, other = made.anchor(first.cells["b-c", "2014"]), made.anchor(second.cells["c", "2014"])
    assert ("cell-a-b-c-2014", "cell-a-b-c-2014--2") == (one, other)
    assert one == made.anchor(first.cells["b-c", "2014"])


def test_a_reported_cell_tells_all_that_stands_behind_it():
    """State, rule, findings, weight, what speaks against it, effort."""
    cell = the_cell("Council of the Valley, 2015")
    assert ("reported", "● 2", False) == (cell.state, cell.sign, cell.inherited)
    assert ("f-1",) == tuple(support.finding.id for support in cell.supports)
    assert ("f-3",) == tuple(finding.id for finding in cell.against)
    assert "2 sources, 2 of them independent. The state would change with the loss of 2 independent sources." == (
        cell.weight
    )
    assert "40 documents searched for this cell." == cell.documents
    assert 2 == len(cell.sources)
    assert (
        "A cell is reported when a source says that a leader spoke against The Newcomers.",
        "A public statement against The Newcomers.",
    ) == cell.rules


def test_an_inherited_cell_shows_its_path_in_words():
    """Who acted, for whom it counts, and why."""
    cell = the_cell("2015: possible")
    assert ("◐ 2 ↳", True) == (cell.sign, cell.inherited)
    assert cell.words.endswith("possible, 2 independent sources, inherited")
    expected = (
        "from Council of the Valley to \u2068مجلس الشيوخ\u2069, as finding f-lineage shows. "
        "What the movement says counts for its parts."
    )
    assert (expected,) == cell.supports[0].path


def test_a_cell_outside_a_groups_life_speaks_of_no_search():
    """There was nothing to look for."""
    assert "" == the_cell("Banks, 2014").documents


def test_a_cell_without_a_count_says_that_nobody_counted():
    """Not zero."""
    assert "How many documents were searched for this cell is not recorded." == the_cell("Banks, 2017").documents


def test_searches_that_touch_a_cell_say_why_they_do_not_settle_it():
    """Not counted, half the period, other kinds."""
    searches = (
        Search("s-all", (), (), parse("2014/2017")),
        Search("s-half", (), ("statement", "clash"), parse("2015-06/2015-12")),
        Search("s-not", ("council",), ("statement",), parse("2015"), counts=False),
        Search("s-else", ("riders",), (), parse("2015")),
        Search("s-kind", (), ("clash",), parse("2015")),
        Search("s-late", (), (), parse("2016")),
    )
    expected = (("s-all", ""), ("s-half", "part of the period only"), ("s-not", "does not count"))
    assert expected == the_cell("Council of the Valley, 2015", searches=searches).searches


def test_the_key_explains_only_what_occurs():
    """As in the drawn figure."""
    first, second = figures()
    assert {"reported", "possible", "disputed", "none_found", "not_searched", "outside", "number", "inherited"} == {
        line.state for line in first.key
    }
    assert ["not_searched"] == [line.state for line in second.key]


def test_a_drawn_figure_brings_its_caption_words_and_pictures():
    """The picture travels inside the page."""
    drawn = DrawnFigure(("<svg/>", "<svg/>"), "The caption.", "In words.")
    view = figures(figures={"criticised": drawn})[0]
    assert ("The caption.", "In words.") == (view.caption, view.alternative)
    assert ("data:image/svg+xml;base64,PHN2Zy8+",) * 2 == view.pictures


def test_a_panel_with_a_hole_is_refused():
    """A missing cell is not an unsearched one."""
    panel = a_panel({"council": "..", "riders": ".."})
    broken = dataclasses.replace(panel, cells={("council", "2014"): panel.cells["council", "2014"]})
    with pytest.raises(UnknownTermError, match="council 2015"):
        figures(panels={"criticised": broken})


def test_in_very_large_panels_empty_cells_have_no_section(monkeypatch):
    """Seventy thousand empty sections would make the page useless; evidence always has one."""
    monkeypatch.setattr(cells, "OWN_SECTION_MOST", 5)
    assert the_cell("Council of the Valley, 2015").has_section
    assert not the_cell("Council of the Valley, 2016").has_section


def test_a_measure_the_rules_do_not_hold_falls_back_on_the_panels_own_sentence():
    """A panel can be shown without its rules."""
    panel = dataclasses.replace(a_panel({"council": "."}, measure="other"), sentence="A rule of {focal}.")
    panel = dataclasses.replace(panel, cells={("council", "2014"): a_cell("council", "2014", ".", measure="other")})
    view = figures(panels={"other": panel})[0]
    assert ("A rule of The Newcomers.",) == view.groups[0][1][0].cells[0].rules


def test_a_selector_that_fits_neither_kind_nor_category_is_not_named_as_the_rule():
    """Only what counted is quoted."""
    rules = a_content().rules
    criticism = rules.selectors["criticism"]
    for change in ({"kind": "pledge"}, {"where": {"act": ("endorse",)}}, {"without": {"act": ("condemn",)}}):
        changed = dataclasses.replace(rules, selectors={"criticism": dataclasses.replace(criticism, **change)})
        assert 1 == len(the_cell("Council of the Valley, 2015", rules=changed).rules)


def test_a_search_for_some_of_a_measures_kinds_says_so():
    """It cannot settle the rest."""
    rules = a_content().rules
    clash = dataclasses.replace(rules.selectors["criticism"], id="clash", kind="clash")
    measure = dataclasses.replace(rules.measures["criticised"], selectors=("criticism", "clash"))
    rules = dataclasses.replace(rules, selectors={**rules.selectors, "clash": clash}, measures={"criticised": measure})
    searches = (Search("s-1", (), ("statement",), parse("2015")),)
    cell = the_cell("Council of the Valley, 2015", rules=rules, searches=searches)
    assert (("s-1", "some kinds of claim only"),) == cell.searches


def test_a_panel_of_other_periods_than_the_rules_lists_every_search():
    """A period that cannot be placed in time excludes nothing."""
    panel = a_panel({"council": "."}, periods=["before"])
    content = a_content(panels={"criticised": panel})
    cell = Figures(content, Evidence(content)).views()[0].groups[0][1][0].cells[0]
    assert ["s-1", "s-2"] == [id_ for id_, _ in cell.searches]
