"""How to cite a study."""

from dataclasses import replace

from folder_factory import write_tiny
from riven.folder import read_study
from riven.pipeline.citing import citations


def test_a_citation_of_the_researchers_own_comes_first(tmp_path) -> None:
    """Without one, title, version and identifier serve."""
    study = read_study(write_tiny(tmp_path / "study"))

    assert "Rivals of the Covenant. Version 1.0. Study tiny." == citations(study)["study"]
    assert "Cite me so." == citations(replace(study, citation="Cite me so."))["study"]


def test_only_sources_that_a_claim_rests_on_are_listed(tmp_path) -> None:
    """A copy nobody cites is no source of the study."""
    study = read_study(write_tiny(tmp_path / "study"))

    assert ["gazette-1"] == [source["id"] for source in citations(study)["sources"]]
