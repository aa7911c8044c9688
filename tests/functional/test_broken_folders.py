"""Every broken study folder gives a located, actionable error, and never a traceback."""

from pathlib import Path

import pytest

from broken import BROKEN, Broken
from riven.errors import StudyFolderError
from riven.folder import read_study


def test_there_are_many_ways_to_break_a_folder() -> None:
    """Each case has a name of its own."""
    names = [case.id for case in BROKEN]

    assert len(set(names)) == len(names)
    assert len(names) >= 45


@pytest.mark.parametrize("case", BROKEN, ids=lambda case: case.id)
def test_a_broken_folder_says_where_and_what(case: Broken, tmp_path: Path) -> None:
    """One defect gives one problem, at its very place, that says what is wrong."""
    folder = case.write(tmp_path / "study")

    with pytest.raises(StudyFolderError) as caught:
        read_study(folder)

    found = [(problem.path, problem.line, problem.column) for problem in caught.value.problems]
    assert [(case.file, *case.place(folder))] == found, str(caught.value)
    assert case.gist in str(caught.value)
