"""CSV sheets that can say where each of their cells stands."""

import pytest

from folder_factory import a_sheet, told
from riven.folder.sheets import MAX_CELL, Columns, each_row

COLUMNS = Columns(("id", "name", "note"), ("id", "name"))
OPEN = Columns(("id", "name"), ("id",), closed=False)


def read(text, columns=COLUMNS):
    """Read a sheet: its rows by the line they start on, and what is wrong with it."""
    sheet = a_sheet(columns, text)
    rows = list(sheet.rows())
    return rows, told(sheet.problems)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("id,name\na,b\n", [(2, ["a", "b"])]),
        ("id,name\na,b", [(2, ["a", "b"])]),
        ('id,name\na,"b, ""c""\nd"\ne,f\n', [(2, ["a", 'b, "c"\nd']), (4, ["e", "f"])]),
        ('"id","name"\n"a","b"\n', [(2, ["a", "b"])]),
        ("id,name\n\n,\na,b\n\n", [(4, ["a", "b"])]),
        ("\n\nid,name\na,b\n", [(4, ["a", "b"])]),
        ('id,name\na,5" gun\n', [(2, ["a", '5" gun'])]),
        ("id,name\na, \u2028\x85\n", [(2, ["a", " \u2028\x85"])]),
        ("id,name\n", []),
    ],
    ids=str,
)
def test_rows_are_read_with_the_line_they_start_on(text: str, rows: list[tuple[int, list[str]]]) -> None:
    """Quoted cells may hold commas, quotation marks and line breaks; empty rows are no rows."""
    assert (rows, []) == read(text)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "sheet.csv  is empty  Expected a header row: id, name, note."),
        ("\n\n", "sheet.csv  is empty"),
        ("id;name\n", "sheet.csv:1  the columns are separated by semicolons  Expected commas."),
        ("id\tname\n", "sheet.csv:1  the columns are separated by tabs"),
        ("id\na\n", "sheet.csv:1  missing column 'name'"),
        ("id,name,\n", "sheet.csv:1:9  a column has no name  Expected id, name, note."),
        ("id,name,id\n", "sheet.csv:1:9  column 'id' appears twice"),
        ("id,name,nite\n", "sheet.csv:1:9  unknown column 'nite'  Expected id, name, note.  Did you mean 'note'?"),
        ('"id\nname\n', "sheet.csv:1:1  a quotation mark is not closed"),
        ("id,name\na,b,c\n", "sheet.csv:2:5  the row has 3 cells, the header 2  Expected one cell a column.  Put"),
        ("id,name\na\n", "sheet.csv:2  the row has 1 cells, the header 2"),
        ('id,name\na,"b\nc,d\n', "sheet.csv:2:3  a quotation mark is not closed"),
        ('id,name\na,"b"c\n', "sheet.csv:2:3  a quotation mark is not closed, or text follows the closing one"),
        ("id,name\na,=1+1\n", "sheet.csv:2:3  '=1+1' begins like a formula, and a spreadsheet would run it"),
    ],
    ids=str,
)
def test_what_is_no_sheet_is_told_once_at_its_place(text: str, problem: str) -> None:
    """One mistake, one problem."""
    _, problems = read(text)

    assert 1 == len(problems)
    assert problems[0].startswith(problem)


def test_columns_are_known_by_name_wherever_they_stand() -> None:
    """An optional one may be missing."""
    assert {"name": 0, "id": 1} == a_sheet(COLUMNS, "name,id\n").columns


def test_columns_that_a_broken_codebook_leaves_in_doubt_are_no_problem() -> None:
    """The mistake is in the codebook."""
    assert ([(2, ["a", "b", "c"])], []) == read("id,name,act\na,b,c\n", OPEN)


@pytest.mark.parametrize("cell", ["=A1", "+A1", "-A1", "@A1", '"\tA1"', "-1+1", "+", "-", "=5"])
def test_a_cell_that_a_spreadsheet_would_run_is_refused(cell: str) -> None:
    """Even in quotation marks."""
    _, (problem,) = read(f"id,name\na,{cell}\n")

    assert "begins like a formula" in problem


@pytest.mark.parametrize("cell", ["-5", "+49.30", "1-2", "a=b", '" =1"', "–1", "'=1"])
def test_a_cell_that_no_spreadsheet_would_run_is_read(cell: str) -> None:
    """Numbers have signs."""
    assert [] == read(f"id,name\na,{cell}\n")[1]


def test_a_cell_of_more_than_a_million_characters_is_refused() -> None:
    """No more than that is read by anybody."""
    _, problems = read(f"id,name\na,{'x' * (MAX_CELL + 100_000)}\nb,{'x' * MAX_CELL}\n")

    assert ["sheet.csv:2:3  a cell of 1.1 million characters  Expected at most 1 million (1 MB)."] == problems


def test_what_could_not_be_read_to_its_end_is_not_whole() -> None:
    """What it would have declared is not known."""
    torn = a_sheet(COLUMNS, 'id,name\na,"b\n')
    list(torn.rows())

    assert not torn.whole
    assert not a_sheet(COLUMNS, "id;name\n").whole
    assert not a_sheet(COLUMNS, "id\n").whole
    assert a_sheet(COLUMNS, "id,name\n").whole


def test_a_torn_row_still_says_what_it_seems_to_declare() -> None:
    """So that it is not called unknown elsewhere."""
    sheet = a_sheet(COLUMNS, "name,id\nb,a,c\n\nx\n")
    list(sheet.rows())

    assert ["a"] == sheet.unsure


def test_the_place_of_a_cell_is_its_first_character() -> None:
    """Counted in characters, in the line it begins on."""
    sheet = a_sheet(COLUMNS, 'id,name,note\n"ä, ö","x\ny",🌊\n')
    ((line, _),) = sheet.rows()

    assert [(2, 1), (2, 8), (3, 4), (3, 4)] == [sheet.where(line, index) for index in (0, 1, 2, -1)]


def test_rows_are_handed_to_a_reader_one_by_one() -> None:
    """A row knows its cells by the names of their columns."""
    sheet, seen = a_sheet(COLUMNS, "name,id\nb,a\n"), []
    each_row(sheet, seen.append)
    (row,) = seen

    assert ("a", "b", "") == (row.get("id"), row.get("name"), row.get("note"))


def test_a_row_tells_what_is_wrong_at_the_cell_or_else_at_the_line() -> None:
    """A column that is not there has no cell."""
    sheet, seen = a_sheet(COLUMNS, "name,id\nb,a\n"), []
    each_row(sheet, seen.append)
    seen[0].wrong("id", "is odd", "even", "Add one.")
    seen[0].wrong("note", "is missing")

    assert ["sheet.csv:2  is missing", "sheet.csv:2:3  is odd  Expected even.  Add one."] == sorted(
        told(sheet.problems)
    )
    assert sheet.problems is seen[0].problems()


def test_a_header_of_very_many_columns_is_told_quickly() -> None:
    """Each is found without walking the row again."""
    _, problems = read(",".join(f"c{number}" for number in range(20_000)) + "\n")

    assert "sheet.csv  19002 more problems are not listed  Mend the ones that are." == problems[-1]
