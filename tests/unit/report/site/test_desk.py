"""What pages are written from: everything looked up by what it is about."""

from report_argument import plain
from riven.report.site.desk import actors_of
from site_desk import a_desk


def test_the_cells_of_an_actor_are_found_figure_by_figure():
    """In the order of the periods."""
    cells = a_desk().cells["council"]
    assert ["criticised", "defected"] == [figure.measure for figure, _ in cells]
    assert ["2014", "2015", "2016", "2017"] == [cell.title.split(", ")[1][:4] for cell in cells[0][1]]


def test_judgements_and_ties_are_found_by_the_actor_they_are_about():
    """Their panels stand on its page."""
    anchors = [panel.anchor for panel in a_desk().panels["council"]]
    assert "tie-council" in anchors
    assert "factor-turf:council" in anchors


def test_a_finding_knows_the_cells_it_counts_in_and_those_it_speaks_against():
    """The way back."""
    desk = a_desk()
    assert ["cell-criticised-council-2015"] == [cell.anchor for cell in desk.rests_on["f-3"]]
    assert 2 == len(desk.rests_on["f-1"])


def test_findings_are_found_by_actor_and_by_source():
    """Each once, in the order of the study."""
    desk = a_desk()
    assert ("f-1", "f-3") == desk.findings_of["council"]
    assert ("f-2", "f-lineage") == desk.findings_from["book"]


def test_rows_of_a_figure_lead_to_the_page_of_their_actor():
    """A name is a way in."""
    rows = [row for _, group in a_desk().figures[0].groups for row in group]
    assert ["actor-council", "actor-elders", "actor-riders"] == [row.target for row in rows]


def test_an_actor_that_is_not_listed_is_named_without_a_link():
    """No dead link."""
    assert [""] == [piece.target for piece in a_desk().actor("stranger")]


def test_a_finding_is_named_by_its_dates_its_kind_and_who_did_what():
    """An undated one says so."""
    desk = a_desk()
    assert plain(desk.finding("f-3")).startswith("undated: ")
    assert "f-3" in plain(desk.finding("f-3"))


def test_every_cell_can_be_linked_however_large_the_panel():
    """No cell is a dead end on the site."""
    assert all(cell.has_section for held in a_desk().cells.values() for _, cells in held for cell in cells)


def test_actors_of_a_finding_are_listed_once():
    """Whatever parts they play."""
    finding = a_desk().content.findings["f-1"]
    assert ["council", "newcomers"] == list(actors_of(finding))
