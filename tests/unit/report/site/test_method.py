"""Rules with what flips, codebook, effort, argument and files."""

from report_argument import said
from riven.report.site.desk import Download
from riven.report.site.findings import targets
from riven.report.site.method import argument_pages, codebook_page, downloads_page, effort_page, rules_page
from site_desk import a_bare_desk, a_desk, flips_of, plain_parts, the_invented_desk


def test_every_decision_is_told_with_its_alternatives_and_what_flips_under_each():
    """Tried ones with their results."""
    desk = the_invented_desk()
    lines = said(plain_parts(rules_page(desk, flips_of(desk))))
    assert any(line.startswith("Instead: ") for line in lines)
    assert any(line.endswith("results change:") for line in lines)
    assert any(" becomes " in line for line in lines)


def test_an_alternative_that_was_not_tried_says_so():
    """Silence would read as robust."""
    desk = a_bare_desk()
    assert "Not tried for this build." in said(plain_parts(rules_page(desk, flips_of(desk))))


def test_the_codebook_tells_every_element_with_rule_and_examples():
    """Kinds and variables as headings, roles and categories as tables."""
    desk = the_invented_desk()
    book = desk.content.codebook
    lines = said(plain_parts(codebook_page(desk)))
    assert {f"# Kind: {kind.entry.label}" for kind in book.kinds.values()} <= set(lines)
    assert {f"# Variable: {held.entry.label}" for held in book.variables.values()} <= set(lines)


def test_effort_lists_every_search_under_an_anchor_of_its_own():
    """Cells lead there."""
    page = effort_page(a_desk())
    assert ["search-s-1", "search-s-2"] == [
        row.anchor for part in page.parts if part.sort == "table" for row in part.rows
    ]


def test_a_study_without_searches_says_so_and_still_tells_its_limits():
    """An honest empty state."""
    lines = said(plain_parts(effort_page(a_desk(searches=()))))
    assert "No search is recorded." in lines
    assert any(line.startswith("- The absence of reports") for line in lines)


def test_every_section_of_the_argument_has_a_page():
    """And is listed first."""
    desk = a_desk()
    pages = list(argument_pages(desk))
    assert [f"argument/{section.anchor}.html" for section in desk.argument.sections] == [p.path for p in pages[1:]]
    assert [f"section-{section.anchor}" for section in desk.argument.sections] == list(targets(plain_parts(pages[0])))


def test_downloads_lead_to_the_files_beside_the_site():
    """By heading, with what each holds."""
    desk = a_desk(downloads=(("Tables", (Download("cells.csv", "Every cell."),)),))
    page = downloads_page(desk)
    assert ["file-cells.csv"] == list(targets(plain_parts(page)))
    assert "cells.csv | Every cell." in said(plain_parts(page))


def test_a_site_without_other_files_says_so():
    """No link into nothing."""
    assert "This copy of the site was made without the other files of the build." in said(
        plain_parts(downloads_page(a_desk()))
    )
