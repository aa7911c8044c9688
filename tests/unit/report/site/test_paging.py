"""Long pages are cut, and nothing of them is lost."""

from riven.report.blocks import Listing, Prose, Row, Table, line
from riven.report.site.pages import Page
from riven.report.site.paging import paged, size_of

ROWS = tuple(Row(line(f"row {number}"), ((line("x" * 100),),)) for number in range(50))
TABLE = Table("Rows", ("Row", "Text"), ROWS)


def test_a_short_page_stays_one():
    """Nothing is turned that needs no turning."""
    page = Page("findings.html", "Findings", (TABLE,))
    assert (page,) == paged(page, most=100_000)


def test_a_long_table_goes_on_where_it_was_cut_and_every_sheet_names_the_others():
    """All rows, in order, and a way between the sheets."""
    sheets = paged(Page("findings.html", "Findings", (Prose(line("First.")), TABLE)), most=2_000)
    rows = [row for sheet in sheets for part in sheet.parts if part.sort == "table" for row in part.rows]
    assert list(ROWS) == rows
    assert ["findings.html", "findings--2.html"] == [sheet.path for sheet in sheets][:2]
    assert {tuple((str(n), sheet.path) for n, sheet in enumerate(sheets, start=1))} == {s.turns for s in sheets}


def test_a_long_list_is_cut_between_its_items():
    """Each once."""
    items = tuple(line(f"item {number}") for number in range(100))
    sheets = paged(Page("x.html", "X", (Listing(items),)), most=1_000)
    assert items == tuple(item for sheet in sheets for part in sheet.parts for item in part.items)


def test_what_leads_somewhere_takes_more_room_than_plain_text():
    """The estimate is near enough to keep pages small."""
    assert size_of(TABLE) > 50 * 100
