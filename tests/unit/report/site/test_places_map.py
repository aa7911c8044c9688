"""The map: every mark leads to the page of its place, and what is not on it is listed with the reason."""

import dataclasses

from report_argument import said
from riven.analysis.scenes.places import places_scene
from riven.folder.atlas import read_atlas
from riven.report.site.pictures import SomeScenes
from riven.report.site.places_map import map_page
from site_desk import a_desk, drawings, plain_parts, the_invented_desk


def a_mapped_desk():
    """Build the drawn-up report with one place that every atlas knows, and one that none does."""
    desk = a_desk()
    claims = dict(desk.content.claims)
    claims["c-1"] = dataclasses.replace(claims["c-1"], place="Portugal")
    scene = places_scene(claims, desk.content.findings, (), read_atlas())
    return a_desk(claims=claims, scenes=SomeScenes(map=scene))


def test_a_mark_leads_to_the_page_of_its_place():
    """On the map and in the table."""
    desk = a_mapped_desk()
    page = map_page(desk)
    mark = desk.told.scenes.map.marks[0]
    assert f'href="{desk.addresses.at(f"place-{mark.id}")}"' in drawings(page)[0].svg
    assert any(line.startswith("Portugal | 1 | country") for line in said(plain_parts(page)))


def test_what_could_not_be_found_is_listed_and_not_guessed():
    """With the reason."""
    lines = said(plain_parts(map_page(a_mapped_desk())))
    assert "# Not on the map" in lines
    assert any(line.startswith("The ford | 1 | ") for line in lines)


def test_a_map_of_nothing_says_why():
    """Invented places are on no map; and a copy without a map says that."""
    page = map_page(the_invented_desk())
    assert [] == drawings(page)
    assert said(plain_parts(page))[0]
    assert ["This copy of the site was made without a map."] == said(plain_parts(map_page(a_desk())))
