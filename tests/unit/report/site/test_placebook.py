"""Pages of places and periods."""

import dataclasses

from report_argument import said
from riven.analysis.scenes.places import places_scene
from riven.folder.atlas import read_atlas
from riven.model.place import Placement
from riven.report.site.findings import targets
from riven.report.site.pictures import SomeScenes
from riven.report.site.placebook import period_pages, place_pages, spots
from site_desk import a_desk, plain_parts, the_invented_desk


def test_a_place_lists_the_findings_and_claims_that_name_it():
    """A claim's place counts for its finding, too."""
    desk = a_desk()
    held = spots(desk)
    page = next(page for page in place_pages(desk, held) if page.path != "places.html")
    assert "The ford" == page.title
    assert ["finding-f-2", "claim-c-3"] == list(targets(plain_parts(page)))


def test_a_study_whose_claims_name_no_place_says_so():
    """An honest empty state."""
    desk = a_desk()
    claims = {id_: dataclasses.replace(claim, place="") for id_, claim in desk.content.claims.items()}
    desk = a_desk(claims=claims)
    pages = list(place_pages(desk, spots(desk)))
    assert ["No claim of the study names a place."] == said(plain_parts(pages[0]))
    assert 1 == len(pages)


def test_every_wording_of_a_place_has_a_page():
    """Those that are not on the map, too."""
    desk = the_invented_desk()
    held = spots(desk)
    named = {claim.place for claim in desk.content.claims.values() if claim.place}
    paths = {page.path for page in place_pages(desk, held)}
    assert named
    assert {desk.addresses.page(f"place-{place}") for place in named} <= paths


def test_a_period_shows_the_cells_of_every_figure_and_the_findings_that_meet_it():
    """By state, each a link."""
    page = next(page for page in period_pages(a_desk()) if page.path == "periods/2015.html")
    found = list(targets(plain_parts(page)))
    assert {"cell-criticised-council-2015", "cell-criticised-elders-2015", "finding-f-1"} <= set(found)


def test_a_figure_without_the_period_says_so():
    """Nothing is shown under a wrong year."""
    desk = a_desk()
    panel = dataclasses.replace(desk.content.panels["criticised"], periods=("2014",))
    desk = a_desk(panels={"criticised": panel})
    page = next(page for page in period_pages(desk) if page.path == "periods/2015.html")
    assert "The figure has no such column." in said(plain_parts(page))


def test_every_place_that_one_wording_stands_for_lists_the_findings_that_name_it():
    """Several provinces in one breath."""
    content = a_desk().content
    claims = dict(content.claims) | {"c-1": dataclasses.replace(content.claims["c-1"], place="both banks")}
    put = [Placement("both banks", longitude=longitude, latitude=40.0) for longitude in (10.0, 12.0)]
    scene = places_scene(claims, content.findings, put, read_atlas())
    held = spots(a_desk(claims=claims, scenes=SomeScenes(map=scene)))
    assert [["c-1"], ["c-1"]] == [list(held[mark.id].claims) for mark in scene.marks]
