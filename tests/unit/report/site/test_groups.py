"""Pages of groups: who they are, their cells with what would flip them, and everything found about them."""

from report_argument import said
from riven.model.actor import Name, NameType
from riven.report.site.groups import group_pages
from site_desk import a_desk, flips_of, plain_parts


def page_of(actor, **changes):
    """Write the page of one actor."""
    desk = a_desk(**changes)
    return next(page for page in group_pages(desk, flips_of(desk)) if page.path == f"groups/{actor}.html")


def test_a_group_shows_every_cell_of_every_figure():
    """Its row, then each cell with what stands behind it."""
    page = page_of("council")
    assert 2 == sum(part.sort == "matrix" for part in page.parts)
    assert 8 == sum(part.sort == "cell" for part in page.parts)


def test_every_cell_says_what_would_flip_it():
    """Even if nothing would."""
    assert all(part.flips for part in page_of("council").parts if part.sort == "cell")


def test_a_group_shows_its_judgements_and_ties():
    """Where links to factors and ties lead."""
    anchors = [part.panel.anchor for part in page_of("council").parts if part.sort == "panel"]
    assert {"tie-council", "factor-turf:council"} <= set(anchors)


def test_names_are_told_with_sort_language_and_where_they_were_read():
    """What was not recorded says so."""
    names = (
        Name("council", "مجلس الوادي", NameType.EXONYM, "ar", "Arab", source="report"),
        Name("council", "The Council"),
    )
    lines = said(plain_parts(page_of("council", names=names)))
    assert "مجلس الوادي | exonym | ar Arab | report" in lines
    assert "The Council | name | not recorded | not recorded" in lines


def test_the_verdict_is_told_with_its_reason_its_camp_and_what_would_flip_it():
    """In and out alike."""
    lines = said(plain_parts(page_of("council")))
    assert "One reported cell is enough." in lines
    assert any(line.startswith("Camp: ") for line in lines)
    assert "What would flip it:" in lines


def test_an_actor_without_a_row_or_a_finding_says_so():
    """An honest empty state."""
    lines = said(plain_parts(page_of("bystanders")))
    assert {"It has no row in any figure.", "No finding of the study names it."} <= set(lines)


def test_the_focal_group_is_said_to_be_it():
    """Nobody takes it for a rival of itself."""
    assert "It is the group whose rivals are studied." in said(plain_parts(page_of("newcomers")))
