"""places.csv."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import write_tiny
from riven.errors import StudyFolderError
from riven.folder import read_study
from riven.folder.write import write_study
from riven.model.place import Placement

HEADER = "place,boundary,longitude,latitude,note\n"
PLACEMENTS = (
    Placement("the two valleys", "AFG.kunar", note="Named together"),
    Placement("the two valleys", "AFG.nuristan", note="Named together"),
    Placement("the mill", longitude=-7.25, latitude=61.0, note="Invented."),
    Placement("the hills", note="Which hills is not told."),
)


def the_folder(tmp_path: Path, rows: str) -> Path:
    """Write the tiny study with places."""
    folder = write_tiny(tmp_path / "study")
    (folder / "places.csv").write_text(HEADER + rows, encoding="utf-8")
    return folder


def test_a_study_without_the_file_places_nothing(tmp_path: Path) -> None:
    """The file may be missing."""
    assert () == read_study(write_tiny(tmp_path / "study")).places


def test_places_are_read_as_they_were_written(tmp_path: Path) -> None:
    """Folder, study and folder again are the same."""
    folder = write_tiny(tmp_path / "study")
    write_study(replace(read_study(folder), places=PLACEMENTS), folder)
    before = (folder / "places.csv").read_bytes()
    study = read_study(folder)
    write_study(study, folder)

    assert PLACEMENTS == study.places
    assert before == (folder / "places.csv").read_bytes()


@pytest.mark.parametrize(
    ("row", "column", "gist"),
    [
        ("here,AFG.kunarr,,,", 6, "unknown boundary 'AFG.kunarr'"),
        ("here,AFG.kunarr,,,", 6, "Did you mean 'AFG.kunar'?"),
        ("here,AFG,1,1,", 6, "both a boundary and a point"),
        ("here,,1,,", 9, "half a point"),
        ("here,,,1,", 7, "half a point"),
        ("here,,1.234,1,", 7, "finer than a place"),
        ("here,,181,1,", 7, "is no longitude"),
        ("here,,1,-91,", 9, "is no latitude"),
        ("here,,east,1,", 7, "is no longitude"),
        ("here,,,,", 9, "gives no reason"),
        (",AFG,,,", 1, "'place' is empty"),
        ("here,AFG,,,\nhere,AFG,,,again", 1, "is put here twice"),
    ],
)
def test_a_place_that_is_wrong_is_told_at_its_cell(tmp_path: Path, row: str, column: int, gist: str) -> None:
    """Every defect is located."""
    line = 2 + row.count("\n")
    with pytest.raises(StudyFolderError) as caught:
        read_study(the_folder(tmp_path, row + "\n"))

    told = str(caught.value)
    assert gist in told
    assert f"places.csv:{line}:{column}" in told
