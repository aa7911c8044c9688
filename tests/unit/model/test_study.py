"""A study: one research project, whole."""

from dataclasses import fields

from riven.model.study import Study


def test_a_study_holds_the_parts_of_its_folder():
    """Everything the folder says has a place, and nothing else does."""
    expected = {
        "id", "title", "version", "description", "citation", "licence", "focal", "window",  # study.toml
        "coders", "codebook", "rules", "actors", "names", "sources", "passages", "claims", "searches", "documents",
        "expectations",
    }  # fmt: skip
    assert expected == {field.name for field in fields(Study)}


def test_every_part_of_a_study_is_stated():
    """No part has a default: an empty study is written as one."""
    assert not [field.name for field in fields(Study) if field.default is not field.default_factory]
