"""A folder is written whole or not at all, and never over somebody else's files."""

import json
from pathlib import Path

import pytest

from folder_factory import folder_bytes
from riven.errors import OutputError
from riven.pipeline.target import MANIFEST, _swap, check_target, write_folder


def files(text: str) -> dict[str, bytes]:
    """A build of two files and its manifest."""
    own = {"a.csv": text.encode(), "figures/b.svg": b"<svg/>"}
    return own | {MANIFEST: json.dumps({"riven": "0", "outputs": {name: {} for name in own}}).encode()}


@pytest.fixture
def study(tmp_path: Path) -> Path:
    """A study folder, empty for all that matters here."""
    (tmp_path / "study").mkdir()
    return tmp_path / "study"


def test_a_folder_is_written_with_the_folders_above_it(tmp_path: Path, study: Path) -> None:
    """Exactly the files given."""
    write_folder(files("x"), tmp_path / "new" / "out", study)

    assert files("x") == folder_bytes(tmp_path / "new" / "out")


def test_an_older_build_is_replaced_whole(tmp_path: Path, study: Path) -> None:
    """No file of it stays behind, and nothing hidden is left beside it."""
    write_folder(files("x"), tmp_path / "out", study)
    write_folder(files("y"), tmp_path / "out", study)

    assert files("y") == folder_bytes(tmp_path / "out")
    assert {"out", "study"} == {path.name for path in tmp_path.iterdir()}


@pytest.mark.parametrize("name", ["notes.txt", "figures/mine.svg"])
def test_a_file_riven_did_not_write_stops_it(tmp_path: Path, study: Path, name: str) -> None:
    """The message names the file, and everything is as it was."""
    write_folder(files("x"), tmp_path / "out", study)
    (tmp_path / "out" / name).write_text("mine")
    before = folder_bytes(tmp_path)

    with pytest.raises(OutputError, match=name):
        write_folder(files("y"), tmp_path / "out", study)
    assert before == folder_bytes(tmp_path)


def test_litter_of_the_system_does_not_stop_it(tmp_path: Path, study: Path) -> None:
    """A file manager's own files come back by themselves."""
    write_folder(files("x"), tmp_path / "out", study)
    (tmp_path / "out" / ".DS_Store").write_text("")

    check_target(tmp_path / "out", study)


def test_the_study_itself_is_never_written_over(tmp_path: Path, study: Path) -> None:
    """Neither it, nor what holds it, nor a folder in it but build."""
    for target in (study, tmp_path, study / "claims"):
        with pytest.raises(OutputError):
            check_target(target, study)
    check_target(study / "build", study)


def test_a_file_in_the_place_is_named(tmp_path: Path, study: Path) -> None:
    """A folder cannot take its place."""
    (tmp_path / "out").write_text("")

    with pytest.raises(OutputError, match="is a file"):
        check_target(tmp_path / "out", study)


def test_a_failure_leaves_the_older_build(tmp_path: Path, study: Path) -> None:
    """A name that cannot be written takes nothing with it."""
    write_folder(files("x"), tmp_path / "out", study)

    with pytest.raises(OutputError):
        write_folder(files("y") | {"a.csv/inside": b""}, tmp_path / "out", study)
    assert files("x") == folder_bytes(tmp_path / "out")
    assert {"out", "study"} == {path.name for path in tmp_path.iterdir()}


def test_a_failure_leaves_no_folder_that_was_made_on_the_way(tmp_path: Path, study: Path) -> None:
    """Folders above the build are removed again."""
    with pytest.raises(OutputError):
        write_folder(files("y") | {"a.csv/inside": b""}, tmp_path / "new" / "deep" / "out", study)
    assert {"study"} == {path.name for path in tmp_path.iterdir()}


def test_a_stop_at_the_worst_moment_leaves_the_older_build(tmp_path: Path, study: Path) -> None:
    """Between moving the old folder away and the new one in, the old one comes back."""
    write_folder(files("x"), tmp_path / "out", study)

    with pytest.raises(FileNotFoundError):
        _swap(tmp_path / "vanished", tmp_path / "out")
    assert files("x") == folder_bytes(tmp_path / "out")
    assert {"out", "study"} == {path.name for path in tmp_path.iterdir()}
