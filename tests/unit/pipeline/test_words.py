"""Answers in plain sentences."""

from folder_factory import write_tiny
from riven.analysis.sensitivity import Flip
from riven.folder import read_study
from riven.pipeline.questions import bearing_of, explain
from riven.pipeline.results import analyse_study
from riven.pipeline.words import bearing_lines, explanation_lines, flip_text, row_missing


def test_an_explanation_begins_with_the_name_and_the_verdict(tmp_path) -> None:
    """Then the camp, then the cells."""
    study = read_study(write_tiny(tmp_path / "study"))
    analysis = analyse_study(study)
    lines = list(explanation_lines(study, analysis, explain(study, analysis, "river-brigade")))

    assert "River Brigade (river-brigade)" == lines[0]
    assert lines[1].startswith("  A rival.")


def test_a_missing_row_is_explained_by_the_rule_of_the_measure(tmp_path) -> None:
    """A sentence about the actor, not about the software."""
    study = read_study(write_tiny(tmp_path / "study"))
    answer = explain(study, analyse_study(study), "old-man")

    assert row_missing(study, answer, "criticised").startswith("The Old Man has no row in 'criticised': only ")


def test_what_rests_on_nothing_is_said_in_full(tmp_path) -> None:
    """No cell and no result, in words."""
    study = read_study(write_tiny(tmp_path / "study"))
    lines = list(bearing_lines(study, bearing_of(study, analyse_study(study), "gazette-2")))

    expected = ["Source gazette-2 bears on no cells.", "Without it, no results would come out otherwise."]
    assert expected == lines


def test_a_flip_reads_as_before_and_after() -> None:
    """States by their printed names."""
    cell = Flip("cell", "criticised", "ttp", "2015", "reported", "none_found")
    rival = Flip("rival", "", "ttp", "", "rival", "no rival")

    assert "TTP, 2015, criticised: reported, then none found" == flip_text(cell, "TTP")
    assert "TTP, rival: rival, then no rival" == flip_text(rival, "TTP")
