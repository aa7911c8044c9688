"""passages.csv and text/."""

from pathlib import Path

import pytest

from folder_factory import PASSAGES, TEXT, a_sheet, digest, told
from riven.folder.canonical import csv_text
from riven.folder.passages import PASSAGE_COLUMNS, passage_rows, read_documents, read_passages
from riven.folder.problems import Problems
from riven.folder.vocabulary import Vocabulary
from riven.model.source import Document, Passage, Source

KNOWN = Vocabulary("source", ("gazette-1", "gazette-2"), "sources.json")
FROZEN = Source("gazette-1", {}, sha256=digest(TEXT), characters=len(TEXT))
SOURCES = {"gazette-1": FROZEN, "gazette-2": Source("gazette-2", {})}
DOCUMENTS = {"gazette-1": Document("gazette-1", TEXT, digest(TEXT))}
HASH = digest(TEXT[:58])


def passages(text, documents=DOCUMENTS, sources=SOURCES):
    """Read passages: what there is, and what is wrong."""
    sheet = a_sheet(PASSAGE_COLUMNS, text, "passages.csv")
    return read_passages(sheet, KNOWN, sources, documents), told(sheet.problems)


def row(line):
    """Read one row."""
    return passages(f"id,source,start,end,sha256,page,paragraph,note,excerpt\n{line}\n")


def test_a_passage_is_a_span_with_its_locators() -> None:
    """What is not recorded is empty."""
    found, problems = row(f"p,gazette-1,0,58,{HASH},12,1,3,condemned")

    assert [] == problems
    assert {"p": Passage("p", "gazette-1", 0, 58, HASH, "12", 1, "3", "condemned")} == found
    assert {"p": Passage("p", "gazette-2", 5, 6, HASH)} == row(f"p,gazette-2,5,6,{HASH},,,,")[0]


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        (f"p,gazette-9,0,58,{HASH},,,,", "passages.csv:2:3  unknown source 'gazette-9'"),
        (f"p,gazette-1,,58,{HASH},,,,", "passages.csv:2:13  'start' is empty"),
        (f"p,gazette-1,-1,58,{HASH},,,,", "passages.csv:2:13  '-1' is not a whole number"),
        (f"p,gazette-1,58,58,{HASH},,,,", "passages.csv:2:16  the passage ends at 58, and starts at 58"),
        (f"p,gazette-1,0,{len(TEXT) + 1},{HASH},,,,", "passages.csv:2:15  the passage ends at 154, the text of"),
        ("p,gazette-1,0,58,abc,,,,", "passages.csv:2:18  'abc' is not a SHA-256"),
        (f"p,gazette-1,1,58,{HASH},,,,", "passages.csv:2:18  the hash is not that of characters 1 to 58 of text/gaz"),
        (f"p,gazette-1,0,58,{HASH},,one,,", "passages.csv:2:84  'one' is not a whole number"),
        (f"p,gazette-1,0,58,{HASH},,,,a b c d e f g h i", "passages.csv:2:86  'excerpt' quotes 9 words"),
    ],
)
def test_a_broken_passage_is_told_and_its_id_stays_known(line: str, problem: str) -> None:
    """At its cell, once."""
    found, problems = row(line)

    assert 1 == len(problems)
    assert problems[0].startswith(problem)
    assert {"p": None} == found


def test_a_hash_is_checked_only_against_the_frozen_text() -> None:
    """Of another edition `riven verify` tells what became of it, and without a text nobody can tell."""
    wrong = f"id,source,start,end,sha256\np,gazette-1,1,58,{HASH}\n"
    other = {"gazette-1": Document("gazette-1", "Other.", digest("Other."))}

    assert [] == passages(wrong, other)[1]
    assert [] == passages(wrong, {})[1]
    assert [] == passages(wrong, DOCUMENTS, {})[1]


def test_passages_are_written_as_they_were_read() -> None:
    """Every column in its place."""
    found, problems = passages(PASSAGES)

    assert [] == problems
    assert PASSAGES == csv_text(PASSAGE_COLUMNS.names, passage_rows(found.values()))


def documents(folder, *names, known=KNOWN):
    """Read texts: what there is, and what is wrong."""
    problems = Problems()
    return read_documents(folder, names, known, problems), told(problems)


def test_texts_are_read_exactly(tmp_path: Path) -> None:
    """Line breaks and marks are part of what is frozen."""
    text = "\ufeffa\r\nb\rc"
    (tmp_path / "text").mkdir()
    (tmp_path / "text" / "gazette-1.txt").write_bytes(text.encode())

    assert ({"gazette-1": Document("gazette-1", text, digest(text))}, []) == documents(tmp_path, "gazette-1")


def test_a_text_that_cannot_be_read_or_belongs_to_nobody_is_told(tmp_path: Path) -> None:
    """The others are read."""
    (tmp_path / "text").mkdir()
    for name, data in (("gazette-1", b"ok"), ("gazette-2", b"\xff"), ("gazette-3", b"x")):
        (tmp_path / "text" / f"{name}.txt").write_bytes(data)
    found, problems = documents(tmp_path, "gazette-1", "gazette-2", "gazette-3", "missing")

    assert ["gazette-1"] == list(found)
    assert [
        "text/gazette-2.txt:1:1  byte 0xFF at byte 1 is not UTF-8 (it would be 'ÿ' in Windows-1252)  Expected UTF-8.",
        "text/gazette-3.txt  unknown source 'gazette-3'  Expected a text is named after a source in sources.json.",
        "text/missing.txt  unknown source 'missing'",
    ] == [problem.partition("  Did you")[0].partition("  Save")[0] for problem in problems[:2]] + [
        problems[2].partition("  Expected")[0]
    ]
