"""`riven attach`: a lawful copy goes into text/, checked first."""

import pytest

from command_line import typed
from folder_factory import TEXT, folder_bytes, write_tiny


@pytest.fixture
def folder(tmp_path):
    """The tiny study without its text."""
    folder = write_tiny(tmp_path / "study")
    (folder / "text" / "gazette-1.txt").unlink()
    return folder


def copy(tmp_path, text: str):
    """A reader's own copy of the text."""
    path = tmp_path / "copy.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_frozen_text_is_recognised_and_attached(folder, tmp_path, capsys) -> None:
    """The bytes are kept as they are."""
    done = typed(capsys, "attach", folder, copy(tmp_path, TEXT))

    assert 0 == done.code, done.err
    assert "3 match." in done.out
    assert TEXT.encode() == (folder / "text" / "gazette-1.txt").read_bytes()


def test_a_copy_that_an_editor_saved_is_brought_into_the_form_of_the_frozen_text(folder, tmp_path, capsys) -> None:
    """Line ends and a byte order mark make no other edition."""
    path = tmp_path / "gazette-1.txt"
    path.write_bytes(b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode())
    done = typed(capsys, "attach", folder, path)

    assert 0 == done.code, done.err
    assert "form of the frozen text" in done.err
    assert TEXT.encode() == (folder / "text" / "gazette-1.txt").read_bytes()


def test_another_edition_is_refused(folder, tmp_path, capsys) -> None:
    """A passage in the wrong place would mislead."""
    done = typed(capsys, "attach", folder, copy(tmp_path, "Preface. " + TEXT), "--source", "gazette-1")

    assert 2 == done.code
    assert "is not the text that was coded" in done.err
    assert "--anyway" in done.err
    assert not (folder / "text" / "gazette-1.txt").exists()


def test_another_edition_is_attached_when_asked_for(folder, tmp_path, capsys) -> None:
    """Whoever says so knows."""
    done = typed(capsys, "attach", folder, copy(tmp_path, "Preface. " + TEXT), "--anyway")

    assert 0 == done.code, done.err
    assert (folder / "text" / "gazette-1.txt").exists()


def test_a_dry_run_writes_nothing(folder, tmp_path, capsys) -> None:
    """It says where the copy would go."""
    path = copy(tmp_path, TEXT)
    before = folder_bytes(tmp_path)
    done = typed(capsys, "attach", folder, path, "--dry-run")

    assert "Would attach" in done.err
    assert before == folder_bytes(tmp_path)


def test_a_file_must_be_named(folder, capsys) -> None:
    """A study alone is half a call."""
    assert 2 == typed(capsys, "attach", folder).code
