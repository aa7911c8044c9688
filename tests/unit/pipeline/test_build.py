"""From a study folder to every file of a build."""

import pytest

from folder_factory import folder_bytes, write_tiny
from riven.errors import StudyFolderError
from riven.pipeline.build import build, read_build, write_build


def test_a_build_is_made_in_memory_first(tmp_path) -> None:
    """Nothing is on disk until it is written, and the steps are told."""
    told: list[str] = []
    made = read_build(write_tiny(tmp_path / "study"), tell=told.append)

    assert {
        "rivals.csv",
        "camps.csv",
        "cells.csv",
        "report.html",
        "site/index.html",
        "account.md",
        "manifest.json",
    } <= set(made.files)
    assert "manifest.json" == list(made.files)[-1]
    assert ["study"] == [path.name for path in tmp_path.iterdir()]
    assert 5 == len(told)


def test_equal_input_gives_equal_bytes(tmp_path) -> None:
    """Figures and tables alike."""
    folder = write_tiny(tmp_path / "study")

    assert dict(read_build(folder).files) == dict(read_build(folder).files)


def test_what_is_written_is_what_was_made(tmp_path) -> None:
    """File by file."""
    made = build(write_tiny(tmp_path / "study"), tmp_path / "out")

    assert dict(made.files) == folder_bytes(tmp_path / "out")


def test_a_dry_run_only_makes_sure(tmp_path) -> None:
    """No folder comes into being."""
    write_build(read_build(write_tiny(tmp_path / "study")), tmp_path / "out", dry_run=True)

    assert not (tmp_path / "out").exists()


def test_a_broken_study_leaves_no_trace(tmp_path) -> None:
    """Neither the folder asked for nor anything beside it."""
    folder = write_tiny(tmp_path / "study")
    (folder / "rules.toml").unlink()

    with pytest.raises(StudyFolderError):
        build(folder, tmp_path / "out")
    assert ["study"] == [path.name for path in tmp_path.iterdir()]
