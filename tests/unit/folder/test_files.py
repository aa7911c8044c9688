"""Files as text: links, size, encoding and unprintable characters."""

import os
from pathlib import Path

import pytest

from folder_factory import told
from riven.folder.files import MAX_FILE_BYTES, TextFile, decode, read_bytes, read_text, unprintable
from riven.folder.problems import Problems


def read(data):
    """Decode bytes: the text, and what is wrong with them."""
    problems = Problems()
    return decode(data, "x.csv", problems), told(problems)


def test_lines_and_columns_count_from_one() -> None:
    """The column is that of a character, not of a byte."""
    file = TextFile("x", "äb\n\nc")

    assert [(1, 1), (1, 2), (1, 3), (2, 1), (3, 1), (3, 2)] == [file.where(offset) for offset in range(6)]
    assert [0, 3, 4] == [file.line_start(line) for line in (1, 2, 3)]


def test_utf_8_is_read_exactly() -> None:
    """A byte order mark is a character of a frozen text."""
    assert ("\ufeffä\r\n🌊", []) == read("\ufeffä\r\n🌊".encode())


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        ("id,é".encode("utf-16"), "x.csv  is encoded in UTF-16 (little-endian)  Expected UTF-8."),
        ("\ufeffid".encode("utf-16-be"), "x.csv  is encoded in UTF-16 (big-endian)  Expected UTF-8."),
        (b"id\na\x00b", "x.csv:2:2  NUL byte at byte 5  Expected text.  The file is damaged or is not a text file."),
        ("id,name".encode("utf-16-le"), "x.csv:1:2  NUL byte at byte 2  Expected text.  The file looks like UTF-16"),
        (b"id\ncaf\xe9", "x.csv:2:4  byte 0xE9 at byte 7 is not UTF-8 (it would be 'é' in Windows-1252)"),
        (b"a\x81", "x.csv:1:2  byte 0x81 at byte 2 is not UTF-8  Expected UTF-8."),
        ("ä".encode()[:1], "x.csv:1:1  byte 0xC3 at byte 1 is not UTF-8"),
        (b"\xef\xbb\xbfa\xff", "x.csv:1:2  byte 0xFF at byte 5 is not UTF-8"),
        ("\ud800".encode("utf-8", "surrogatepass"), "x.csv:1:1  byte 0xED at byte 1 is not UTF-8"),
        (b"\xc0\x80", "x.csv:1:1  byte 0xC0 at byte 1 is not UTF-8"),
    ],
    ids=str,
)
def test_what_is_not_utf_8_is_refused_at_its_byte(data: bytes, problem: str) -> None:
    """The message says what the file seems to be, and what to do."""
    text, problems = read(data)

    assert text is None
    assert 1 == len(problems)
    assert problems[0].startswith(problem)


def test_a_file_of_the_study_has_one_sort_of_line_break_and_no_mark(tmp_path: Path) -> None:
    """A checkout with other line ends is the same study."""
    (tmp_path / "x.csv").write_bytes("\ufeffa\r\nb\rc\n".encode())
    problems = Problems()

    assert "a\nb\nc\n" == read_text(tmp_path, "x.csv", problems).text
    assert [] == told(problems)


def test_characters_nobody_can_show_are_told_one_by_one(tmp_path: Path) -> None:
    """Tabs and line breaks are none of them, and neither are letters of any script."""
    (tmp_path / "x.csv").write_bytes("a\tb\n\x07ش\x7f\u202e\uffff".encode())
    problems = Problems()
    read_text(tmp_path, "x.csv", problems)

    assert [
        "x.csv:2:1  control character U+0007  Delete it.",
        "x.csv:2:3  control character U+007F  Delete it.",
        "x.csv:2:5  control character U+FFFF  Delete it.",
    ] == told(problems)
    assert [] == list(unprintable("a\tb\nش🌊\u200d"))


def refused(folder, name="x.csv"):
    """Read a file that cannot be read: what is wrong with it."""
    problems = Problems()

    assert read_bytes(folder, name, problems) is None
    return told(problems)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """With the reason of the system."""
    assert ["x.csv  cannot be read: No such file or directory"] == refused(tmp_path)


def test_a_folder_or_a_pipe_is_not_a_file(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever."""
    (tmp_path / "x.csv").mkdir()
    os.mkfifo(tmp_path / "y.csv")

    assert ["x.csv  is not a file  Expected a regular file of this name."] == refused(tmp_path)
    assert ["y.csv  is not a file  Expected a regular file of this name."] == refused(tmp_path, "y.csv")


@pytest.mark.parametrize("name", ["../outside.csv", "inside/../../outside.csv"])
def test_a_path_that_climbs_out_of_the_folder_is_refused(name: str, tmp_path: Path) -> None:
    """Whoever sends a folder cannot have other files read."""
    (tmp_path / "study" / "inside").mkdir(parents=True)
    (tmp_path / "outside.csv").write_text("secret")

    (problem,) = refused(tmp_path / "study", name)
    assert "is a link to a place outside the study folder" in problem


def test_a_link_that_leads_out_of_the_folder_is_refused_and_one_inside_is_followed(tmp_path: Path) -> None:
    """What a link shows must be part of the study."""
    study = tmp_path / "study"
    study.mkdir()
    (tmp_path / "outside.csv").write_text("secret")
    (study / "y.csv").write_text("inside")
    (study / "x.csv").symlink_to(tmp_path / "outside.csv")
    (study / "z.csv").symlink_to("y.csv")

    assert ["x.csv  is a link to a place outside the study folder  Put the file itself here."] == refused(study)
    assert b"inside" == read_bytes(study, "z.csv", Problems())


def test_a_link_that_leads_round_in_a_circle_is_refused(tmp_path: Path) -> None:
    """It leads nowhere."""
    (tmp_path / "x.csv").symlink_to("y.csv")
    (tmp_path / "y.csv").symlink_to("x.csv")

    (problem,) = refused(tmp_path)
    assert problem.startswith("x.csv  cannot be read: ")


def test_a_file_beyond_reason_is_not_read(tmp_path: Path) -> None:
    """Its size is asked for first."""
    with (tmp_path / "x.csv").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 2**20)

    assert ["x.csv  is 65 MB large  Expected at most 64 MB."] == refused(tmp_path)
