"""Every broken study folder gives a located, actionable error, and never a traceback."""

from pathlib import Path

import pytest

from broken import BROKEN, Broken
from command_line import typed
from folder_factory import folder_bytes, write_tiny
from riven.errors import StudyFolderError
from riven.folder import read_study

NAMED = """
    unknown-category unknown-actor impossible-date reversed-range duplicate-claim unknown-passage hash-mismatch nul-byte
    latin-1 utf-16 cell-of-ten-megabytes formula id-climbing-out link-out-of-the-folder
"""
PROMPT = "riven: 1 problem found, nothing written."


def test_there_are_many_ways_to_break_a_folder() -> None:
    """Each case has a name of its own, and those every team will meet are among them."""
    names = [case.id for case in BROKEN]

    assert len(set(names)) == len(names)
    assert len(names) >= 180
    assert set() == set(NAMED.split()) - set(names)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.id)
def test_a_broken_folder_says_where_and_what(case: Broken, tmp_path: Path) -> None:
    """One defect gives one problem, at its very place, that says what is wrong."""
    folder = case.write(tmp_path / "study")

    with pytest.raises(StudyFolderError) as caught:
        read_study(folder)

    found = [(problem.path, problem.line, problem.column) for problem in caught.value.problems]
    assert [(case.file, *case.place(folder))] == found, str(caught.value)
    assert case.gist in str(caught.value)


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.id)
def test_a_broken_folder_is_not_built(case: Broken, tmp_path: Path, capsys) -> None:
    """Exit code 2, one line that begins with path, line and column, nothing written anywhere, and no traceback."""
    folder = case.write(tmp_path / "study")
    there = sorted(path.name for path in tmp_path.iterdir())
    place = ":".join(str(part) for part in (case.file, *case.place(folder)) if part)

    done = typed(capsys, "build", folder, "--out", tmp_path / "out" / "build")

    assert (2, "") == (done.code, done.out)
    problem, end = done.err.splitlines()
    assert problem.startswith(f"{place}  ")
    assert case.gist in problem
    assert PROMPT == end
    assert there == sorted(path.name for path in tmp_path.iterdir())


def test_an_older_build_outlives_a_folder_that_broke(tmp_path: Path, capsys) -> None:
    """A mistake made today does not take yesterday's figures away."""
    words = ("build", write_tiny(tmp_path / "study"), "--out", tmp_path / "out")
    assert 0 == typed(capsys, *words).code
    before = folder_bytes(tmp_path / "out")
    (tmp_path / "study" / "names.csv").unlink()

    assert 2 == typed(capsys, *words).code
    assert before == folder_bytes(tmp_path / "out")


def test_many_defects_are_told_at_once(tmp_path: Path, capsys) -> None:
    """Nobody mends a folder one run at a time; the problems come in the order of the files."""
    folder = write_tiny(tmp_path / "study")
    for name, old, new in (
        ("actors.csv", "organisation", "organization"),
        ("claims/defection.csv", "2016,stated", "2016-02-30,stated"),
        ("rules.toml", '"criticism"', '"critcism"'),
        ("sources.json", '"full"', '"open"'),
    ):
        text = (folder / name).read_text(encoding="utf-8")
        (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")

    done = typed(capsys, "check", folder)

    *problems, end = done.err.splitlines()
    assert 2 == done.code
    assert ["actors.csv", "claims/defection.csv", "rules.toml", "sources.json"] == sorted(
        {problem.partition(":")[0] for problem in problems}
    )
    assert problems == sorted(problems, key=lambda problem: problem.partition(":")[0])
    assert end.endswith("problems found, nothing written.")
