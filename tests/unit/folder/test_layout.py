"""What a study folder holds, and what may lie beside it."""

import os
from pathlib import Path

import pytest

from folder_factory import told, write_tiny
from riven.folder.layout import CLAIMS, FILES, REQUIRED, TEXT, list_folder
from riven.folder.problems import Problems


def listing(folder):
    """List a folder: what there is to read, and what is wrong with it."""
    problems = Problems()
    return list_folder(folder, problems), told(problems)


def test_a_folder_is_listed_by_what_its_files_are_for(tmp_path: Path) -> None:
    """Sheets and texts by name, in order."""
    found, problems = listing(write_tiny(tmp_path))

    assert [] == problems
    assert set(REQUIRED) == found.files
    assert ("defection", "statement", "tie") == found.sheets
    assert ("gazette-1",) == found.texts


def test_what_is_missing_is_told_file_by_file(tmp_path: Path) -> None:
    """Expectations and texts may be missing."""
    found, problems = listing(tmp_path)

    assert [*REQUIRED, CLAIMS] == [problem.partition("  is missing")[0] for problem in problems]
    assert (frozenset(), (), ()) == (found.files, found.sheets, found.texts)


@pytest.mark.parametrize(
    ("name", "problem"),
    [
        ("actor.csv", "actor.csv  unknown file 'actor.csv'  Did you mean 'actors.csv'?"),
        ("notes.docx", "notes.docx  unknown file 'notes.docx'  Keep files of your own under a hidden name, in build/"),
        ("claims/notes.docx", "claims/notes.docx  unknown file 'claims/notes.docx'  Expected a sheet of claims"),
        ("a\u202eb", "a<U+202E>b  unknown file 'a<U+202E>b'"),
        ("a\nb", "a\\nb  unknown file 'a\\nb'"),
    ],
)
def test_what_does_not_belong_is_told(name: str, problem: str, tmp_path: Path) -> None:
    """Harmlessly, whatever it is called."""
    (write_tiny(tmp_path) / name).write_text("x")
    _, problems = listing(tmp_path)

    assert [True] == [found.startswith(problem) for found in problems]


@pytest.mark.parametrize(
    "name",
    [
        "README.md",
        "LICENSE",
        "LICENSE-data.txt",
        ".gitignore",
        "~$actors.xlsx",
        "Thumbs.db",
        "claims/.hidden",
        "claims/README",
    ],
)
def test_what_people_and_programs_leave_beside_is_left_alone(name: str, tmp_path: Path) -> None:
    """A study lives among other files."""
    (write_tiny(tmp_path) / name).write_text("x")

    assert [] == listing(tmp_path)[1]


def test_other_files_beside_the_texts_are_left_alone(tmp_path: Path) -> None:
    """Originals, say."""
    for name in ("gazette-1.pdf", ".part.txt"):
        (write_tiny(tmp_path) / TEXT / name).write_text("x")

    found, problems = listing(tmp_path)
    assert (("gazette-1",), []) == (found.texts, problems)


def test_a_name_that_is_not_utf_8_is_shown_all_the_same(tmp_path: Path) -> None:
    """Some systems allow it."""
    write_tiny(tmp_path)
    (tmp_path / os.fsdecode(b"caf\xe9.csv")).write_text("x")
    _, (problem,) = listing(tmp_path)

    assert problem.startswith("caf\ufffd.csv  unknown file 'caf\ufffd.csv'")


def test_a_path_that_is_no_folder_is_told_as_the_person_gave_it(tmp_path: Path) -> None:
    """Missing, a file, or beyond what a path can be."""
    (tmp_path / "file").write_text("x")

    assert [f"{tmp_path}/x  does not exist  Expected a study folder, with study.toml in it."] == listing(
        tmp_path / "x"
    )[1]
    assert [f"{tmp_path}/file  is not a folder  Expected a study folder, with study.toml in it."] == (
        listing(tmp_path / "file")[1]
    )
    (problem,) = listing(tmp_path / ("x" * 300))[1]
    assert "cannot be read: File name too long" in problem


def test_claims_and_texts_are_folders_and_lie_in_the_study(tmp_path: Path) -> None:
    """Neither files nor links that lead out of it."""
    study = write_tiny(tmp_path / "study")
    (study / CLAIMS).rename(tmp_path / "outside")
    (study / CLAIMS).symlink_to(tmp_path / "outside")
    (study / TEXT).rename(tmp_path / "texts")
    (study / TEXT).write_text("x")
    found, problems = listing(study)

    assert ((), ()) == (found.sheets, found.texts)
    assert [
        "claims  is a link to a place outside the study folder  Put the folder itself here.",
        "text  is not a folder  Expected a folder of this name.",
    ] == problems


class ClosedFolder(type(Path())):
    """A folder that nobody may look into."""

    def is_dir(self) -> bool:
        """Say that it is one."""
        return True

    def iterdir(self):
        """Refuse."""
        raise PermissionError(13, "Permission denied")


class ClosedPath(type(Path())):
    """A folder whose entries nobody may look at."""

    def __truediv__(self, name: str):
        """Give an entry that cannot be looked at."""
        return LockedPath(self, name)


class LockedPath(type(Path())):
    """An entry that cannot be looked at."""

    def is_dir(self) -> bool:
        """Refuse."""
        raise PermissionError(13, "Permission denied")


def test_a_folder_nobody_may_look_into_is_one_problem(tmp_path: Path) -> None:
    """Nothing in it is called missing."""
    found, problems = listing(ClosedFolder(tmp_path))

    assert [f"{tmp_path}  cannot be listed: Permission denied"] == problems
    assert frozenset() == found.files


def test_an_entry_nobody_may_look_at_is_told(tmp_path: Path) -> None:
    """With the reason of the system."""
    _, problems = listing(ClosedPath(write_tiny(tmp_path)))

    assert [
        "claims  cannot be read: Permission denied  Expected a folder of this name.",
        "text  cannot be read: Permission denied  Expected a folder of this name.",
    ] == problems


def test_every_file_has_one_name() -> None:
    """Required ones first."""
    assert FILES[: len(REQUIRED)] == REQUIRED
    assert len(FILES) == len(set(FILES))
