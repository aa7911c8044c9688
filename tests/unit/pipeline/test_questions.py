"""Why is it so, what does it rest on, and what would fall with it."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from folder_factory import write_tiny
from riven.errors import AmbiguousNameError, UnknownTermError
from riven.folder import read_study
from riven.pipeline.questions import bearing_of, explain, threads_of
from riven.pipeline.results import analyse_study


@pytest.fixture
def study(tmp_path):
    """The tiny study."""
    return read_study(write_tiny(tmp_path / "study"))


def test_an_explanation_holds_verdicts_and_cells(study) -> None:
    """All measures and periods, or those asked for."""
    analysis = analyse_study(study)
    whole = explain(study, analysis, "river-brigade")
    part = explain(study, analysis, "river-brigade", period="2015", measure="criticised")

    assert whole.rival.rival
    assert set(part.cells) < set(whole.cells)
    assert [("criticised", "2015")] == [(cell.measure, cell.period) for cell in part.cells]


def test_an_actor_without_a_row_is_told_apart_from_one_with_empty_cells(study) -> None:
    """Its measures are listed as such."""
    answer = explain(study, analyse_study(study), "old-man", measure="criticised")

    assert ((), ("criticised",), None) == (answer.cells, answer.no_row, answer.camp)


def test_every_cell_with_evidence_has_a_thread_to_a_source(study) -> None:
    """None is asserted without a passage."""
    analysis = analyse_study(study)
    trace = threads_of(study, analysis)

    for panel in analysis.panels.values():
        for cell in panel.cells.values():
            assert bool(trace.back(cell.measure, cell.actor, cell.period)) == cell.state.has_evidence


def test_a_finding_falls_with_everything_that_was_said_about_it(study) -> None:
    """What its adjudication settled does not stand again."""
    answer = bearing_of(study, analyse_study(study), "letter")

    assert ("finding", "letter") == (answer.kind, answer.id)
    assert ("rival", "rival", "no rival") in {(flip.what, flip.before, flip.after) for flip in answer.flips}


def test_one_id_of_two_sorts_is_never_chosen_in_silence(study) -> None:
    """The message says how to write which is meant."""
    claim = study.claims["t-1"]
    both = replace(study, claims=MappingProxyType({**study.claims, "p-1": replace(claim, id="p-1")}))
    analysis = analyse_study(both)

    with pytest.raises(AmbiguousNameError, match="passage:p-1"):
        bearing_of(both, analysis, "p-1")
    assert "claim" == bearing_of(both, analysis, "claim:p-1").kind
    with pytest.raises(UnknownTermError):
        bearing_of(study, analyse_study(study), "nothing")
