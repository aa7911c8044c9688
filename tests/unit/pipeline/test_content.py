"""A study unpacked for a report."""

from folder_factory import write_tiny
from riven.folder import read_study
from riven.pipeline.content import content_of
from riven.pipeline.results import analyse_study


def test_texts_are_left_out_of_what_is_published(tmp_path) -> None:
    """Everything else is the same."""
    study = read_study(write_tiny(tmp_path / "study"))
    analysis = analyse_study(study)

    assert {"gazette-1"} == set(content_of(study, analysis).documents)
    assert {} == content_of(study, analysis, with_text=False).documents
    assert study.claims is content_of(study, analysis).claims
