"""Packaged templates."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import folder_bytes
from riven.errors import InputError, OutputError, UnknownTermError
from riven.folder import read_study
from riven.folder.layout import CODEBOOK, STUDY
from riven.folder.templates import codebook_path, template_files, template_names, template_path, write_template

DEFAULT = "armed-group-rivalry"


def test_templates_are_named_and_read_as_studies() -> None:
    """Every one of them."""
    assert DEFAULT in template_names()
    for name in template_names():
        assert read_study(template_path(name)).claims
        assert codebook_path(name).is_file()
        assert codebook_path(name) == template_path(name) / CODEBOOK


@pytest.mark.parametrize("name", ["armed-group-rivalries", "", "..", "../templates/armed-group-rivalry"])
def test_an_unknown_template_is_told_with_those_there_are(name: str) -> None:
    """A path is no name."""
    with pytest.raises(UnknownTermError) as caught:
        template_path(name)

    assert ("template", template_names()) == (caught.value.kind, caught.value.suggestions)


def test_a_study_begins_as_a_template_under_its_own_name(tmp_path: Path) -> None:
    """And keeps texts and results out of version control."""
    folder = tmp_path / "new" / "study"
    write_template(DEFAULT, folder, study_id="valley-2020")

    assert replace(read_study(template_path(DEFAULT)), id="valley-2020") == read_study(folder)
    assert {"text/", "build/"} <= set((folder / ".gitignore").read_text().splitlines())


def test_the_files_of_a_new_study_can_be_told_beforehand(tmp_path: Path) -> None:
    """And nothing is written."""
    names = template_files(DEFAULT, tmp_path / "study", study_id="x")
    assert not (tmp_path / "study").exists()

    write_template(DEFAULT, tmp_path / "study", study_id="x")
    assert set(names) == set(folder_bytes(tmp_path / "study"))


def test_an_empty_folder_is_a_place_to_begin(tmp_path: Path) -> None:
    """People make it first."""
    write_template(DEFAULT, str(tmp_path), study_id="x")

    assert (tmp_path / STUDY).is_file()


@pytest.mark.parametrize(("own", "hint"), [("Valley 2020", "'valley-2020' would do."), ("…", "")])
def test_a_study_needs_an_id_that_can_be_one(own: str, hint: str, tmp_path: Path) -> None:
    """Nothing is written before."""
    with pytest.raises(InputError) as caught:
        write_template(DEFAULT, tmp_path / "study", study_id=own)

    (problem,) = caught.value.problems
    assert (STUDY, hint) == (problem.path, problem.hint)
    assert not (tmp_path / "study").exists()


def test_what_is_there_is_not_written_over(tmp_path: Path) -> None:
    """A file, a folder with something in it, a link to anywhere."""
    (tmp_path / "file").write_text("x")
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "x").write_text("x")
    (tmp_path / "empty").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "empty")
    for name in ("file", "full", "link"):
        with pytest.raises(OutputError, match="not an empty folder"):
            write_template(DEFAULT, tmp_path / name, study_id="x")

    assert ["x"] == [path.name for path in (tmp_path / "full").iterdir()]
    assert [] == list((tmp_path / "empty").iterdir())
