"""The timeline: every placed finding in every lane, marks that lead to it, and all of it in a table."""

import dataclasses

from report_argument import said
from riven.report.site import timeline as module
from riven.report.site.timeline import timeline_page
from site_desk import a_desk, drawings, plain_parts, the_invented_desk


def test_every_mark_of_every_lane_leads_to_its_finding():
    """None is drawn that cannot be opened."""
    desk = the_invented_desk()
    scene = desk.told.scenes.timeline
    page = timeline_page(desk)
    drawn = "".join(drawing.svg for drawing in drawings(page))
    assert sum(len(lane.marks) for lane in scene.lanes) == drawn.count("findings/")


def test_the_table_holds_what_could_not_be_placed_as_well():
    """Undated findings are not lost."""
    desk = the_invented_desk()
    scene = desk.told.scenes.timeline
    table = next(part for part in timeline_page(desk).parts if part.sort == "table")
    assert sum(len(lane.marks) + len(lane.listed) for lane in scene.lanes) == len(table.rows)


def test_a_picture_can_be_narrowed_to_every_actor_and_period_it_shows():
    """By the words a mark carries."""
    desk = the_invented_desk()
    drawing = drawings(timeline_page(desk))[0]
    assert {lane.label for lane in desk.told.scenes.timeline.lanes if lane.marks} >= {
        name.strip("\u2068\u2069") for _, name in drawing.actors
    }
    assert all(f'data-periods="{id_}' in drawing.svg or f" {id_}" in drawing.svg for id_, _ in drawing.periods)


def test_many_marks_are_shared_out_among_pictures(monkeypatch):
    """No picture is too heavy to move in, and no mark is lost."""
    desk = the_invented_desk()
    marks = sum(len(lane.marks) for lane in desk.told.scenes.timeline.lanes)
    monkeypatch.setattr(module, "MOST", 7)
    drawn = [drawing.svg.count("findings/") for drawing in drawings(timeline_page(desk))]
    assert (marks, True) == (sum(drawn), max(drawn) <= 7)


def test_a_timeline_of_nothing_says_why():
    """In the words of the scene; and a copy without one says that."""
    desk = the_invented_desk()
    scene = dataclasses.replace(desk.told.scenes.timeline, lanes=(), sentence="No finding stands.")
    bare = a_desk(scenes=dataclasses.replace(desk.told.scenes, timeline=scene))
    assert ["No finding stands."] == said(plain_parts(timeline_page(bare)))
    assert ["This copy of the site was made without a timeline."] == said(plain_parts(timeline_page(a_desk())))
