"""`riven verify`: match, moved, missing."""

import json

from command_line import typed
from folder_factory import TEXT, write_tiny


def copy(tmp_path, text: str):
    """A reader's own copy of the text."""
    path = tmp_path / "copy.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_the_attached_text_is_checked_when_no_file_is_named(tmp_path, capsys) -> None:
    """Every passage stands where it stood."""
    done = typed(capsys, "verify", write_tiny(tmp_path / "study"))

    assert 0 == done.code, done.err
    assert "gazette-1" in done.out
    assert "3 match." in done.out


def test_moved_passages_are_found_again(tmp_path, capsys) -> None:
    """A sentence on top moves every passage by its length, and the code says that something was found."""
    path = copy(tmp_path, "A new sentence. " + TEXT)
    done = typed(capsys, "verify", write_tiny(tmp_path / "study"), path, "--source", "gazette-1")

    assert 1 == done.code
    assert "3 moved." in done.out
    assert "p-1 moved by +16 characters, to 16-74" in done.out


def test_a_deleted_sentence_misses_exactly_its_passages(tmp_path, capsys) -> None:
    """The others only move."""
    path = copy(tmp_path, TEXT.replace("Twelve of its fighters joined the Covenant in 2016.\n", ""))
    done = typed(capsys, "verify", write_tiny(tmp_path / "study"), path)

    assert 1 == done.code
    assert "1 match, 1 moved, 1 missing." in done.out
    assert "p-2 is missing" in done.out


def test_a_script_can_read_every_passage(tmp_path, capsys) -> None:
    """Standing, offsets, shift and number of places."""
    (told,) = json.loads(typed(capsys, "verify", write_tiny(tmp_path / "study"), "--json").out)

    assert {"match": 3, "moved": 0, "missing": 0} == told["counts"]
    assert ["p-1", "p-2", "p-3"] == [passage["passage"] for passage in told["passages"]]


def test_a_file_that_is_not_there_is_named(tmp_path, capsys) -> None:
    """Bad input, and no traceback."""
    done = typed(capsys, "verify", write_tiny(tmp_path / "study"), tmp_path / "nowhere.txt")

    assert 2 == done.code
    assert "there is no such file" in done.err
