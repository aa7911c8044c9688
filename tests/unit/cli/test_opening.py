"""A study is opened with its results at hand."""

import pytest

from folder_factory import write_tiny
from riven.cli.opening import opened
from riven.errors import StudyFolderError


def test_a_study_is_opened_with_its_results(tmp_path, capsys) -> None:
    """Nothing is printed where nobody watches."""
    with opened(write_tiny(tmp_path / "study")) as study:
        assert "analysis" in vars(study)
    assert ("", "") == tuple(capsys.readouterr())


def test_a_broken_folder_is_not_opened(tmp_path) -> None:
    """The problems come as they are."""
    with pytest.raises(StudyFolderError, match="does not exist"), opened(tmp_path / "nowhere"):
        pytest.fail("a folder that is not there was opened")
