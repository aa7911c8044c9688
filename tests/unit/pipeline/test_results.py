"""A study under alternatives: claims, passages and sources withdrawn, a switch decided another way."""

from folder_factory import write_tiny
from riven.folder import read_study
from riven.pipeline.results import analyse_study, with_option, without_claims, without_passages, without_sources


def test_a_withdrawn_adjudication_lets_what_it_settled_stand_again(tmp_path) -> None:
    """As if it had never been coded."""
    study = read_study(write_tiny(tmp_path / "study"))
    rest = without_claims(study, {"c-3"})

    assert "c-3" not in rest.claims
    assert ("c-1",) == analyse_study(rest).findings["letter"].claims


def test_a_withdrawn_correction_lets_the_corrected_claim_stand_again(tmp_path) -> None:
    """Claims are append-only, so the first one is still there."""
    study = read_study(write_tiny(tmp_path / "study"))
    claims = {
        claim for finding in analyse_study(without_claims(study, {"d-2"})).findings.values() for claim in finding.claims
    }

    assert "d-1" in claims


def test_a_claim_falls_with_its_last_passage(tmp_path) -> None:
    """A claim without a passage would say what nothing supports."""
    study = read_study(write_tiny(tmp_path / "study"))
    rest = without_passages(study, {"p-1"})

    assert {"d-1", "d-2", "t-1"} == set(rest.claims)
    assert {} == dict(without_sources(study, {"gazette-1"}).claims)
    assert study.claims == without_sources(study, {"gazette-2"}).claims


def test_a_switch_is_decided_another_way(tmp_path) -> None:
    """The study under the changed rules; the first one stays as it is."""
    study = read_study(write_tiny(tmp_path / "study"))
    changed = with_option(study, study.rules.switches[0].options[0])

    assert () == changed.rules.measures["criticised"].attribution
    assert () != study.rules.measures["criticised"].attribution
