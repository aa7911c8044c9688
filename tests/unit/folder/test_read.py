"""Reading a study folder as a study."""

from pathlib import Path

import pytest

from folder_factory import TEXT, problems_in, tiny_files, write_files, write_tiny
from riven.dates import Basis
from riven.errors import StudyFolderError
from riven.folder import read_study
from riven.ids import ActorId, ClaimId, SourceId
from riven.model.claim import Modality, Verdict
from riven.model.codebook import DateRole


def test_a_study_folder_reads_as_a_study(tmp_path: Path) -> None:
    """Every file of the folder ends up in the study."""
    study = read_study(write_tiny(tmp_path))

    counts = (len(study.actors), len(study.names), len(study.sources), len(study.passages), len(study.searches))
    assert (4, 2, 2, 3, 1) == counts
    assert ["c-1", "c-2", "c-3", "d-1", "d-2", "t-1"] == list(study.claims)
    assert TEXT == study.documents[SourceId("gazette-1")].text


def test_a_claim_carries_what_its_row_says(tmp_path: Path) -> None:
    """Roles, values, dates and links come from their columns."""
    study = read_study(write_tiny(tmp_path))
    claim, adjudication = study.claims[ClaimId("d-1")], study.claims[ClaimId("c-3")]

    assert {"from": ("river-brigade",), "to": ("covenant",)} == claim.roles
    assert {"count": ("12",)} == claim.values
    assert ("2016", Basis.STATED, "in 2016") == (
        claim.dates[DateRole.HAPPENED].value.edtf,
        claim.dates[DateRole.HAPPENED].basis,
        claim.dates[DateRole.HAPPENED].phrase,
    )
    assert Modality.REPORTED == claim.modality
    assert (("c-1", "c-2"), Verdict.ACCEPTED) == (adjudication.settles, adjudication.verdict)


def test_a_byte_order_mark_and_windows_line_ends_change_nothing(tmp_path: Path) -> None:
    """A checkout on another system is the same study."""
    study = read_study(write_tiny(tmp_path / "unix"))
    files = tiny_files()
    other = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in files.items() if not name.startswith("text")}
    other["text/gazette-1.txt"] = TEXT

    assert study == read_study(write_files(tmp_path / "windows", other))


def test_columns_may_come_in_any_order_and_optional_ones_may_be_missing(tmp_path: Path) -> None:
    """A sheet made by hand needs only the columns it fills."""
    files = tiny_files()
    files["actors.csv"] = "type,id,name\norganisation,covenant,The Covenant\norganisation,river-brigade,River Brigade\n"
    files["actors.csv"] += "faction,salt-road,Salt Road Movement\nleader,old-man,The Old Man\n"
    study = read_study(write_files(tmp_path, files))

    assert "The Old Man" == study.actors[ActorId("old-man")].name


def test_rows_of_empty_cells_and_empty_lines_are_not_rows(tmp_path: Path) -> None:
    """Spreadsheets leave such rows behind."""
    files = tiny_files()
    files["names.csv"] += ",,,,,,,\n\n"

    assert 2 == len(read_study(write_files(tmp_path, files)).names)


def test_files_of_the_researchers_may_lie_beside_those_of_the_study(tmp_path: Path) -> None:
    """Notes, licences, hidden files and results are left alone."""
    extra = {"README.md": "hello", "LICENSE": "CC0", ".hidden": "x", "build/cells.csv": "x", "claims/README.txt": "x"}
    write_files(tmp_path, tiny_files() | extra)

    assert "tiny" == read_study(tmp_path).id


def test_a_kind_without_a_sheet_has_no_claims(tmp_path: Path) -> None:
    """Sheets are only needed for what was coded."""
    files = tiny_files()
    del files["claims/tie.csv"]

    assert "t-1" not in read_study(write_files(tmp_path, files)).claims


def test_a_text_that_is_not_the_frozen_one_is_no_problem_of_the_folder(tmp_path: Path) -> None:
    """What became of its passages is for `riven verify` to say."""
    files = tiny_files()
    files["text/gazette-1.txt"] = "Another edition. " + TEXT
    study = read_study(write_files(tmp_path, files))

    assert study.documents[SourceId("gazette-1")].sha256 != study.sources[SourceId("gazette-1")].sha256


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    """The message names the path as the person gave it."""
    with pytest.raises(StudyFolderError) as caught:
        read_study(tmp_path / "nowhere")

    assert "does not exist" in str(caught.value)
    assert str(tmp_path / "nowhere") in str(caught.value)


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("sources.json", '[{"type": "report"}]', ["sources.json:1:2  missing key 'id'"]),
        ("actors.csv", "id,name,type\n,X,state\n", ["actors.csv:2:1  'id' is empty"]),
        ("passages.csv", "", ["passages.csv  is empty"]),
        ("codebook.toml", "x", ["codebook.toml:1:2  is not TOML"]),
        ("study.toml", "", ["study.toml  missing key 'study'"]),
        ("rules.toml", "[rules", ["rules.toml:1:7  is not TOML"]),
        ("claims/statement.csv", '"', ["claims/statement.csv:1:1  a quotation mark is not closed"]),
    ],
)
def test_one_mistake_is_told_once_wherever_it_is_referred_to(
    file: str, text: str, expected: list[str], tmp_path: Path
) -> None:
    """What a broken file would have declared is not known, so nothing is called unknown."""
    found = problems_in(tmp_path, tiny_files() | {file: text})

    assert [True] * len(expected) == [got.startswith(want) for got, want in zip(found, expected, strict=True)], found


def test_a_frozen_text_has_the_length_its_source_records(tmp_path: Path) -> None:
    """Where the text is attached."""
    files = tiny_files()
    files["sources.json"] = files["sources.json"].replace(f'"characters": {len(TEXT)}', '"characters": 999')
    (problem,) = problems_in(tmp_path, files)

    assert problem.startswith("sources.json:26:23  the frozen text of 'gazette-1' does not have 999 characters")


def test_a_sheet_of_a_kind_the_codebook_does_not_have_is_told(tmp_path: Path) -> None:
    """With the kind that may be meant."""
    (problem,) = problems_in(tmp_path, tiny_files() | {"claims/defections.csv": "id\n"})

    assert problem.startswith(
        "claims/defections.csv  unknown kind 'defections'  Expected one of statement, defection, tie"
    )
    assert problem.endswith("Did you mean 'defection'?")


def test_a_sheet_of_a_kind_the_codebook_leaves_in_doubt_is_read_as_far_as_it_can_be(tmp_path: Path) -> None:
    """The mistake in the codebook is told, and those of the sheet that need no codebook."""
    files = tiny_files()
    files["codebook.toml"] = files["codebook.toml"].replace('id = "tie"', 'id = "The Tie"')
    files["claims/tie.csv"] += f"t-2,eve{',' * 17}p-9{',' * 6}\n"
    found = problems_in(tmp_path, files)

    assert ["claims/tie.csv:3:5", "claims/tie.csv:3:25", "codebook.toml:50:6"] == [p.partition("  ")[0] for p in found]


def test_a_sheet_that_cannot_be_read_leaves_its_claims_in_doubt(tmp_path: Path) -> None:
    """What corrects one of them is not called wrong."""
    files = tiny_files()
    files["claims/tie.csv"] = "\x00"
    files["claims/defection.csv"] = files["claims/defection.csv"].replace(",d-1,", ",t-1,")

    assert [True] == [problem.startswith("claims/tie.csv:1:1  NUL byte") for problem in problems_in(tmp_path, files)]
