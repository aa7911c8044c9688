"""`riven check`: sound, or every problem at once."""

import json
import shutil

from command_line import typed
from folder_factory import write_tiny
from narrative_factory import INVENTED


def test_a_sound_folder_is_counted(tmp_path, capsys) -> None:
    """Numbers and nouns agree."""
    done = typed(capsys, "check", write_tiny(tmp_path / "study"))

    assert 0 == done.code
    assert "is sound: 4 actors, 2 names, 2 sources, 3 passages, 6 claims, 1 search." in done.out


def test_every_problem_is_told_with_its_place(tmp_path, capsys) -> None:
    """One line a problem, then how many there are."""
    folder = write_tiny(tmp_path / "study")
    sheet = folder / "claims" / "statement.csv"
    sheet.write_text(sheet.read_text().replace("condemn,", "condem,"))
    done = typed(capsys, "check", folder)

    assert 2 == done.code
    assert "claims/statement.csv:2:" in done.err
    assert "Did you mean 'condemn'?" in done.err
    assert "2 problems found" in done.err


def test_a_script_can_read_soundness(tmp_path, capsys) -> None:
    """JSON on standard output, and nothing else."""
    told = json.loads(typed(capsys, "check", write_tiny(tmp_path / "study"), "--json").out)

    assert (True, "tiny", []) == (told["ok"], told["study"], told["problems"])


def test_a_script_can_read_problems(tmp_path, capsys) -> None:
    """Each with path, line, column, what, expected and hint."""
    folder = write_tiny(tmp_path / "study")
    (folder / "actors.csv").unlink()
    told = json.loads(typed(capsys, "check", folder, "--json").out)

    assert told["ok"] is False
    assert ("actors.csv", "is missing") == (told["problems"][0]["path"], told["problems"][0]["what"])


def test_a_text_of_the_researchers_whose_evidence_changed_is_told(tmp_path, capsys) -> None:
    """Of a study that is sound all the same."""
    folder = tmp_path / "study"
    shutil.copytree(INVENTED, folder)
    (folder / "account").mkdir()
    text = '+++\nblock = "heron-command.said"\n[evidence]\n"claim gone" = "0"\n+++\n\nOurs.\n'
    (folder / "account" / "heron-command.said.md").write_text(text)

    assert "since the researchers wrote this text (heron-command.said)" in typed(capsys, "check", folder).out
    assert 1 == len(json.loads(typed(capsys, "check", folder, "--json").out)["to_review"])
