"""Pages of findings and of claims that are part of none, and the register."""

from report_argument import said
from riven.report.blocks import Listing, Piece, Prose, Row, Table, line
from riven.report.site.findings import claim_pages, finding_pages, register, targets
from site_desk import a_desk, plain_parts


def page_of(finding, **changes):
    """Write the page of one finding."""
    return next(page for page in finding_pages(a_desk(**changes)) if page.path == f"findings/{finding}.html")


def test_a_finding_tells_its_claims_and_what_rests_on_it():
    """Down to the passages and up to the cells."""
    page = page_of("f-1")
    assert ["finding"] == [part.sort for part in page.parts if part.sort == "finding"]
    lines = said(plain_parts(page))
    assert any("Council of the Valley, 2015" in line for line in lines)
    assert any(line.startswith("Judgements and ties: ") for line in lines)


def test_a_finding_under_no_cell_says_so():
    """Nothing is hidden by leaving it out."""
    assert "No cell of a figure." in said(plain_parts(page_of("f-lineage")))


def test_a_claim_that_is_part_of_no_finding_has_a_page_that_says_why():
    """Corrected claims stay readable."""
    pages = list(claim_pages(a_desk()))
    assert ["claims/c-0.html"] == [page.path for page in pages]
    assert "This claim is part of no finding" in said(plain_parts(pages[0]))[0]


def test_the_register_lists_every_finding_by_kind_and_the_other_claims():
    """The way in without a figure."""
    page = register(a_desk())
    found = list(targets(plain_parts(page)))
    assert {"finding-f-1", "finding-f-2", "finding-f-3", "finding-f-lineage", "claim-c-0"} == set(found)


def test_a_study_without_findings_says_so():
    """An honest empty state."""
    desk = a_desk(findings={}, panels={}, claims={})
    assert ["The study holds no finding."] == said(plain_parts(register(desk)))


def test_targets_are_found_in_every_sort_of_block():
    """Paragraphs, lists, heads and cells of tables."""
    piece = [line(Piece("x", target=f"finding-{number}")) for number in range(4)]
    blocks = (Prose(piece[0]), Listing((piece[1],)), Table("", ("", ""), (Row(piece[2], ((piece[3],),)),)))
    assert [f"finding-{number}" for number in range(4)] == list(targets(blocks))
