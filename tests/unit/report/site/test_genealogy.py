"""The genealogy: every link of every lane leads to its finding, dated or not."""

import dataclasses

from report_argument import said
from riven.report.site import genealogy as module
from riven.report.site.genealogy import genealogy_page
from site_desk import a_desk, drawings, plain_parts, the_invented_desk


def test_every_link_leads_to_its_finding_and_every_lane_to_its_group():
    """Undated ones, too."""
    desk = the_invented_desk()
    scene = desk.told.scenes.genealogy
    svg = drawings(genealogy_page(desk))[0].svg
    assert (len(scene.links), len(scene.lanes)) == (svg.count("findings/"), svg.count("groups/"))


def test_the_table_has_a_row_for_every_link():
    """The twin of the picture."""
    desk = the_invented_desk()
    table = next(part for part in genealogy_page(desk).parts if part.sort == "table")
    assert len(desk.told.scenes.genealogy.links) == len(table.rows)


def test_families_are_shared_out_among_pictures_and_none_is_torn(monkeypatch):
    """A new picture begins with the root of a family."""
    desk = the_invented_desk()
    monkeypatch.setattr(module, "MOST_ROWS", 1)
    held = drawings(genealogy_page(desk))
    scene = desk.told.scenes.genealogy
    assert len(scene.lanes) == sum(drawing.svg.count("groups/") for drawing in held)
    assert len({lane.family for lane in scene.lanes}) == len(held)


def test_circles_are_warned_of_and_a_genealogy_of_nothing_says_why():
    """In the words of the scene; and a copy without one says that."""
    desk = the_invented_desk()
    scene = dataclasses.replace(desk.told.scenes.genealogy, lanes=(), links=(), circles=("Round.",), sentence="None.")
    bare = a_desk(scenes=dataclasses.replace(desk.told.scenes, genealogy=scene))
    assert ["None.", "! Round."] == said(plain_parts(genealogy_page(bare)))
    assert ["This copy of the site was made without a genealogy."] == said(plain_parts(genealogy_page(a_desk())))
