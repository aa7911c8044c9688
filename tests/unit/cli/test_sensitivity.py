"""`riven sensitivity`: what would come out otherwise, and under what."""

import json

from command_line import typed
from folder_factory import write_tiny


def test_what_holds_is_said_first_and_then_every_alternative(tmp_path, capsys) -> None:
    """With what it changes, or that nothing does."""
    done = typed(capsys, "sensitivity", write_tiny(tmp_path / "study"))

    assert 0 == done.code, done.err
    assert "tried" in done.out.splitlines()[0]
    assert "dates:strict: An act counts only in a period in which its date puts it for certain." in done.out
    assert "  Nothing changes." in done.out


def test_one_sort_of_alternative_is_enough(tmp_path, capsys) -> None:
    """What was not asked about is not told."""
    done = typed(capsys, "sensitivity", write_tiny(tmp_path / "study"), "--sort", "coder")

    assert "coder:" in done.out
    assert "dates:" not in done.out


def test_programs_get_the_same_as_json(tmp_path, capsys) -> None:
    """Sentences, and alternatives with their flips."""
    told = json.loads(typed(capsys, "sensitivity", write_tiny(tmp_path / "study"), "--json").out)

    assert told["robustness"]
    assert {"id", "sort", "sentence", "flips"} == set(told["alternatives"][0])


def test_a_sort_there_is_none_of_names_those_there_are(tmp_path, capsys) -> None:
    """A slip is put right at once."""
    done = typed(capsys, "sensitivity", write_tiny(tmp_path / "study"), "--sort", "coders")

    assert 0 != done.code
    assert "coder" in done.err


def test_a_measure_there_is_none_of_is_named(tmp_path, capsys) -> None:
    """As with every command."""
    done = typed(capsys, "sensitivity", write_tiny(tmp_path / "study"), "--measure", "criticisd")

    assert 0 != done.code
    assert "criticised" in done.err
