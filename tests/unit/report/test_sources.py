"""Tests of `riven.report.sources`."""

import dataclasses

from report_factory import a_content
from riven.model.source import Tier
from riven.report.cells import Figures
from riven.report.evidence import Evidence
from riven.report.sources import private_sources, sources


def views(**changes):
    """Put the sources of a report in words, by id."""
    content = a_content(**changes)
    return {view.id: view for view in sources(content, Figures(content, Evidence(content)).views())}


def test_each_source_lists_the_cells_that_rest_on_it():
    """The way back from a source to the figures."""
    assert (
        ("Figure 1, Council of the Valley, 2015: reported", "cell-criticised-council-2015"),
        ("Figure 1, \u2068مجلس الشيوخ\u2069, 2015: possible", "cell-criticised-elders-2015"),
    ) == views()["report"].cells


def test_a_source_without_cells_is_listed_too():
    """What was read and did not count is part of the record."""
    assert ((), ("c-4",)) == (views()["radio"].cells, views()["radio"].claims)


def test_a_copy_of_a_story_says_whose_story_it_is():
    """Copies count once."""
    content = a_content()
    copied = {**content.sources, "letter": dataclasses.replace(content.sources["letter"], copy_of="report")}
    assert "repeats the story of report and counts as one source with it" in views(sources=copied)["letter"].facts


def test_attached_texts_are_private_unless_the_source_may_be_passed_on():
    """A warning belongs on a page that shows them."""
    content = a_content()
    assert ("report",) == private_sources(content)
    free = {**content.sources, "report": dataclasses.replace(content.sources["report"], tier=Tier.FULL)}
    assert () == private_sources(dataclasses.replace(content, sources=free))
