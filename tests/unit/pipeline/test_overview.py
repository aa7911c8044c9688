"""A study and its outcome in a few lines."""

import pytest

from folder_factory import write_tiny
from riven.folder import read_study
from riven.pipeline.overview import counted, counts, summary
from riven.pipeline.results import analyse_study


def test_everything_a_study_holds_is_counted(tmp_path) -> None:
    """Under the words the folder uses."""
    numbers = counts(read_study(write_tiny(tmp_path / "study")))

    assert {"actors": 4, "names": 2, "sources": 2, "passages": 3, "claims": 6, "searches": 1} == numbers


@pytest.mark.parametrize(
    ("number", "words", "text"), [(1, "sources", "1 source"), (2, "sources", "2 sources"), (1, "searches", "1 search")]
)
def test_numbers_agree_with_their_nouns(number: int, words: str, text: str) -> None:
    """One of anything is singular."""
    assert text == counted(number, words)


def test_the_outcome_names_rivals_camps_and_cells(tmp_path) -> None:
    """What a person wants to know first."""
    study = read_study(write_tiny(tmp_path / "study"))
    lines = summary(study, analyse_study(study)).splitlines()

    assert ["Rivals of the Covenant", "1 of 4 actors are rivals of The Covenant."] == lines[:2]
    assert any("River Brigade" in line for line in lines[2:])
    assert any(line.startswith("  criticised: 1 row, 2 periods: 1 reported, 1 none found") for line in lines)
