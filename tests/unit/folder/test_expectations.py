"""expectations.csv."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import write_tiny
from riven.dates import parse
from riven.errors import StudyFolderError
from riven.folder import read_study
from riven.folder.write import write_study
from riven.model.expectation import Expectation, Outcome


def an_expectation(**changes: object) -> Expectation:
    """An open expectation, locked when it was stated."""
    held = Expectation(
        "e-1", "Will it happen?", "A cell says so.", parse("2018/2019"), "the authors", parse("2018-04"), "likely", 70
    )
    held = replace(held, **changes)
    return replace(held, lock=held.sealed())


def written(folder: Path, *expectations: Expectation) -> Path:
    """Write the tiny study with expectations."""
    study = read_study(write_tiny(folder))
    write_study(replace(study, expectations=expectations), folder)
    return folder


def test_a_study_without_the_file_expects_nothing(tmp_path: Path) -> None:
    """The file may be missing."""
    assert () == read_study(write_tiny(tmp_path / "study")).expectations


def test_expectations_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Folder, study and folder again are the same."""
    folder = written(tmp_path / "study", an_expectation())
    before = (folder / "expectations.csv").read_bytes()
    study = read_study(folder)
    write_study(study, folder)

    assert (an_expectation(),) == study.expectations
    assert before == (folder / "expectations.csv").read_bytes()


def test_a_locked_expectation_cannot_be_changed_in_silence(tmp_path: Path) -> None:
    """What was expected is sealed; what came of it is not."""
    held = an_expectation()

    assert held.sealed() == replace(held, outcome=Outcome.NO, reason="Because.", note="A note.").sealed()
    folder = written(tmp_path / "study", replace(held, percent=90))
    with pytest.raises(StudyFolderError, match="not what was locked"):
        read_study(folder)


@pytest.mark.parametrize(
    ("changes", "gist"),
    [
        ({"percent": 101}, "no probability"),
        ({"outcome": Outcome.YES, "reason": "R."}, "rests on no passage"),
        ({"outcome": Outcome.UNRESOLVABLE}, "gives no reason"),
        ({"measure": "nothing"}, "unknown measure"),
    ],
)
def test_a_broken_expectation_says_where_and_what(tmp_path: Path, changes: dict[str, object], gist: str) -> None:
    """A probability is one, and a resolution rests on something."""
    folder = written(tmp_path / "study", an_expectation(**changes))

    with pytest.raises(StudyFolderError) as caught:
        read_study(folder)

    assert [gist in problem.what for problem in caught.value.problems] == [True]
    assert "expectations.csv" == caught.value.problems[0].path


def test_an_expectation_without_days_is_told_once(tmp_path: Path) -> None:
    """Nobody can say when it should have come true."""
    folder = written(tmp_path / "study", an_expectation())
    sheet = folder / "expectations.csv"
    sheet.write_text(sheet.read_text(encoding="utf-8").replace("2018/2019", ""), encoding="utf-8")

    with pytest.raises(StudyFolderError) as caught:
        read_study(folder)

    assert ["'covers' is empty"] == [problem.what for problem in caught.value.problems]
