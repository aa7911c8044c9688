"""A study: one research project, whole."""

from dataclasses import fields

from riven.model.study import Study


def test_a_study_holds_the_parts_of_its_folder():
    """Everything the folder says has a place, and nothing else does."""
    expected = {
        "id", "title", "version", "description", "citation", "licence", "focal", "window",  # study.toml
        "coders", "codebook", "rules", "actors", "names", "sources", "passages", "claims", "searches", "documents",
        "expectations", "places", "edits", "citation_style",
    }  # fmt: skip
    assert expected == {field.name for field in fields(Study)}


def test_only_what_a_folder_may_lack_has_a_default():
    """Whatever every study has is stated."""
    lacking = [field.name for field in fields(Study) if field.default is not field.default_factory]

    assert ["places", "edits", "citation_style"] == lacking
