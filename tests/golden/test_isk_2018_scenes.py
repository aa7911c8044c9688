"""What timeline, network and genealogy of the worked study show, and that each of them can be walked back."""

import pytest

from riven.analysis.argument import Outcome, argue
from riven.analysis.inputs import Inputs
from riven.analysis.results import analyse
from riven.analysis.scenes.genealogy import genealogy
from riven.analysis.scenes.sociogram import Sign, ego_network, sociogram
from riven.analysis.scenes.timeline import timeline
from riven.analysis.scope import Setting, to_scope
from riven.folder.read import read_study
from riven.model.argument import Event
from riven.model.panel import CellState

RIVALS = ("imu", "ttp", "afghan-taliban", "haqqani-network", "let", "jud")


@pytest.fixture(scope="module")
def stage(repository):
    """Work the study out once."""
    study = read_study(repository / "studies" / "isk-2018")
    setting = Setting(study.focal, study.window, study.codebook, study.rules, study.actors, study.searches)
    analysis = analyse(Inputs(setting, study.claims, study.passages, study.sources, study.coders))
    scope = to_scope(analysis.evidence, setting)
    outcome = Outcome(analysis.findings, analysis.rivals, analysis.camps, analysis.panels)
    return scope, outcome, argue(scope, outcome, study.sources)


@pytest.fixture(scope="module")
def in_time(stage):
    """Set the timeline."""
    return timeline(*stage[:2])


def test_most_findings_are_undated_and_none_of_these_is_placed(in_time):
    """The article dates about a quarter of what it says."""
    assert (323, 89) == (in_time.n_findings, in_time.n_placed)
    assert (("isk", *RIVALS), 62) == (tuple(lane.actor for lane in in_time.lanes[:7]), len(in_time.lanes))


def test_every_mark_lies_on_days_that_its_source_allows(in_time, stage):
    """And on no other."""
    findings = stage[1].findings
    for lane in in_time.lanes:
        for mark in lane.marks:
            allowed = {(span.first, span.last) for date in findings[mark.finding].dates.values() for span in date.spans}
            assert {(span.first, span.last) for span in mark.spans} <= allowed


def test_the_network_shows_the_rivals_and_whom_they_share(stage):
    """Six more actors, and most ties only possible."""
    scene = sociogram(*stage)

    assert ("isk", *RIVALS) == tuple(node.actor for node in scene.nodes[:7])
    assert (13, 33, 22) == (len(scene.nodes), len(scene.whole.ties), len(scene.left_out))
    assert "19 of them no more than possible" in scene.whole.sentence


def test_the_uzbek_movement_is_tied_to_the_focal_group_both_ways(stage):
    """Its factions parted over it."""
    tie = next(tie for tie in ego_network(*stage).whole.ties if (tie.one, tie.other) == ("isk", "imu"))

    assert [(Sign.HOSTILE, CellState.POSSIBLE), (Sign.FRIENDLY, CellState.REPORTED)] == [
        (strand.sign, strand.state) for strand in tie.strands
    ]


def test_the_genealogy_tells_every_split_with_the_uncertainty_of_its_date(stage):
    """The new movement re-formed somewhere between two months; another split is known only by its latest day."""
    scene = genealogy(*stage)
    told = {link.finding: (link.event, link.is_dated, link.is_certain) for link in scene.links}

    assert (16, 19, 10) == (len(scene.lanes), len(scene.links), sum(not link.is_dated for link in scene.links))
    assert (Event.REVIVAL, True, False) == told["f-li-new-imu-reformed"]
    assert (Event.SPLIT, True, False) == told["taliban-split"]
    assert next(link for link in scene.links if link.finding == "f-li-sialkot-split").spans[0].goes_left


def test_every_mark_can_be_walked_back(stage, in_time):
    """To findings of the study, and through them to claims."""
    findings = stage[1].findings
    marks = [mark for lane in in_time.lanes for mark in (*lane.marks, *lane.listed)]
    links = genealogy(*stage).links
    strands = [strand for tie in sociogram(*stage).whole.ties for strand in tie.strands]

    assert all(mark.claims == findings[mark.finding].claims for mark in (*marks, *links))
    assert all(strand.findings and set(strand.findings) <= set(findings) for strand in strands)
