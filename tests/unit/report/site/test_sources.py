"""Pages of sources: the way back to all that rests on them."""

from report_argument import said
from riven.analysis.sensitivity import Flip
from riven.report.site.findings import targets
from riven.report.site.sources import source_pages
from site_desk import a_desk, flips_of, plain_parts, tried

TURNED = Flip("cell", "criticised", "riders", "2016", "disputed", "not_searched")
WITHOUT = tried("source:book", "Without the book.", TURNED)


def pages_of(**changes):
    """Write the pages of sources, by path."""
    desk = a_desk(**changes)
    return {page.path: page for page in source_pages(desk, flips_of(desk))}


def test_a_source_leads_back_to_its_cells_judgements_findings_and_claims():
    """Everything that rests on it."""
    found = set(targets(plain_parts(pages_of()["sources/report.html"])))
    assert {"cell-criticised-council-2015", "cell-criticised-elders-2015", "finding-f-1", "claim-c-1"} <= found
    assert any(target.startswith(("factor-", "tie-")) for target in found)


def test_a_source_says_what_changes_without_it():
    """The question a reviewer asks."""
    lines = said(plain_parts(pages_of(tested=(WITHOUT,))["sources/book.html"]))
    assert "# What changes if it is withdrawn" in lines
    assert any("disputed becomes not searched" in line for line in lines)


def test_a_source_on_which_nothing_rests_says_so():
    """An honest empty state."""
    desk = {"findings": {}, "claims": {}, "panels": {}}
    lines = said(plain_parts(pages_of(**desk)["sources/radio.html"]))
    assert "No cell of a figure rests on it." in lines


def test_the_list_says_how_much_rests_on_each_and_whether_its_text_is_here():
    """Attached or not."""
    lines = said(plain_parts(pages_of()["sources.html"]))
    assert ["attached", "not attached"] == sorted({line.rpartition(" | ")[2] for line in lines})


def test_a_study_without_sources_says_so():
    """Nothing to cite."""
    lines = said(
        plain_parts(pages_of(sources={}, findings={}, claims={}, passages={}, panels={}, documents={})["sources.html"])
    )
    assert ["The study holds no source."] == lines
