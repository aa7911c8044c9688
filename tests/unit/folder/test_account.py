"""account/: texts of the researchers, and a style of the study's own."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import STUDY, told, write_tiny
from riven.errors import StudyFolderError
from riven.folder import read_study, study_files, write_study
from riven.folder.account import (
    account_files,
    edit_document,
    edit_text,
    is_style_file,
    read_edits,
    read_style,
)
from riven.folder.problems import Problems
from riven.model.account import CitationStyle, EditedText

EDIT = EditedText("brigade.said", {"finding f-1": "a1b2", "claim c-1": "c3d4"}, "The Brigade spoke.\n\nTwice.")
WRITTEN = """\
+++
block = "brigade.said"

[evidence]
"finding f-1" = "a1b2"
"claim c-1" = "c3d4"
+++

The Brigade spoke.

Twice.
"""


def put(folder, text, name="brigade.said.md"):
    """Write a file of account/."""
    (folder / "account").mkdir(exist_ok=True)
    (folder / "account" / name).write_text(text, encoding="utf-8")
    return folder


def read(folder, name="brigade.said"):
    """Read one text: what there is, and what is wrong with it."""
    problems = Problems()
    return read_edits(folder, [name], problems), told(problems)


def test_a_text_reads_with_the_evidence_it_was_written_on(tmp_path: Path) -> None:
    """And writes as it was read."""
    assert ({"brigade.said": EDIT}, []) == read(put(tmp_path, WRITTEN))
    assert WRITTEN == edit_text(EDIT)
    assert ["block", "evidence"] == list(edit_document(EDIT))


def test_a_text_without_evidence_reads(tmp_path: Path) -> None:
    """It was written by hand."""
    found, problems = read(put(tmp_path, '+++\nblock = "brigade.said"\n+++\nBy hand.\n'))

    assert [] == problems
    assert EditedText("brigade.said", {}, "By hand.") == found["brigade.said"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("No head.", "account/brigade.said.md:1:1  has no head"),
        ("+++\nblock = \n+++\n", "account/brigade.said.md:2:9  "),
        ('+++\nblock = "other.said"\n+++\n', "account/brigade.said.md:2:9  the block 'other.said' is not the name"),
        ('+++\nblock = "brigade.said"\nblok = 1\n+++\n', "account/brigade.said.md:3:1  unknown key 'blok'"),
        ('+++\nblock = "brigade.said"\n[evidence]\nx = 1\n+++\n', "account/brigade.said.md:4:5  "),
        ("+++\n+++\n", "account/brigade.said.md  missing key 'block'"),
    ],
)
def test_a_broken_text_is_told_where_it_is_broken(text: str, problem: str, tmp_path: Path) -> None:
    """Line and column are those of the file, fence and all."""
    found, (first, *_) = read(put(tmp_path, text))

    assert {} == found
    assert first.startswith(problem)


def test_a_study_carries_its_texts_and_its_style_and_writes_them_again(tmp_path: Path) -> None:
    """Byte by byte."""
    folder = put(write_tiny(tmp_path / "tiny"), WRITTEN)
    put(folder, "<style/>\n", "house.csl")
    (folder / "study.toml").write_text(
        STUDY.replace('window = "2015/2016"\n', 'window = "2015/2016"\ncitation_style = "account/house.csl"\n')
    )
    study = read_study(folder)
    write_study(study, tmp_path / "out")

    assert {"brigade.said": EDIT} == dict(study.edits)
    assert CitationStyle("account/house.csl", "<style/>\n") == study.citation_style
    assert {name: (folder / name).read_text() for name in study_files(study)} == study_files(study)
    assert study == replace(read_study(tmp_path / "out"), documents=study.documents)


def test_a_stray_file_and_an_unknown_style_are_problems(tmp_path: Path) -> None:
    """So that a misspelt name is never passed over."""
    folder = put(write_tiny(tmp_path), "x", "brigade.txt")
    (folder / "study.toml").write_text(STUDY.replace("[[coder]]", 'citation_style = "apsaa"\n\n[[coder]]', 1))
    with pytest.raises(StudyFolderError) as raised:
        read_study(folder)

    whats = [str(problem) for problem in raised.value.problems]
    assert any("unknown file 'account/brigade.txt'" in what for what in whats)
    assert any("unknown style of citations 'apsaa'" in what and "Did you mean 'apsa'?" in what for what in whats)


def test_a_style_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    """A style riven brings needs no file."""
    problems = Problems()

    assert CitationStyle() == read_style(tmp_path, "", problems)
    assert CitationStyle("chicago-author-date") == read_style(tmp_path, "chicago-author-date", problems)
    assert [] == told(problems)
    assert CitationStyle() == read_style(tmp_path, "account/none.csl", problems)
    assert 1 == len(problems)


@pytest.mark.parametrize(
    ("name", "expected"),
    [("account/a.csl", True), ("account/../a.csl", False), ("a.csl", False), ("account/.csl", False)],
)
def test_a_style_of_ones_own_lies_in_account(name: str, expected: bool) -> None:
    """And nowhere else."""
    assert expected is is_style_file(name)


def test_what_account_holds_is_said_by_path() -> None:
    """A style riven brings is not written."""
    assert {"account/brigade.said.md": WRITTEN} == account_files({EDIT.block: EDIT}, CitationStyle())
