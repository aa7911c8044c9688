"""searches.csv."""

import pytest

from folder_factory import SEARCHES, a_sheet, told
from riven.dates import parse
from riven.folder.canonical import csv_text
from riven.folder.searches import SEARCH_COLUMNS, SearchTerms, read_searches, search_rows
from riven.folder.vocabulary import Vocabulary
from riven.model.source import Search

KNOWN = SearchTerms(
    Vocabulary("actor", ("river-brigade",), "actors.csv"),
    Vocabulary("kind", ("statement", "defection"), "codebook.toml"),
    Vocabulary("source", ("gazette-1",), "sources.json"),
    Vocabulary("coder", ("ann",), "study.toml"),
)


def read(text):
    """Read searches: what there is, and what is wrong."""
    sheet = a_sheet(SEARCH_COLUMNS, text, "searches.csv")
    return read_searches(sheet, KNOWN), told(sheet.problems)


def test_a_search_says_who_looked_for_what() -> None:
    """What it leaves out is everything, or not known; it counts unless it says no."""
    found, problems = read(
        "id,actors,kinds,covers,sources,documents,query,coder,counts,note\n"
        "a,river-brigade,statement; defection,2015,gazette-1,0,x,ann,no,n\nb,,,2016,,,,,,\n"
    )

    assert [] == problems
    assert (
        Search(
            "a",
            ("river-brigade",),
            ("statement", "defection"),
            parse("2015"),
            ("gazette-1",),
            0,
            "x",
            "ann",
            counts=False,
            note="n",
        ),
        Search("b", (), (), parse("2016")),
    ) == found


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("a,nobody,,2015,,,,,,", "searches.csv:2:3  unknown actor 'nobody'"),
        ("a,,pledge,2015,,,,,,", "searches.csv:2:4  unknown kind 'pledge'"),
        ("a,,,,,,,,,", "searches.csv:2:5  'covers' is empty"),
        ("a,,,soon,,,,,,", "searches.csv:2:5  'soon' is not a date"),
        ("a,,,2015,x,,,,,", "searches.csv:2:10  unknown source 'x'"),
        ("a,,,2015,,few,,,,", "searches.csv:2:11  'few' is not a whole number"),
        ("a,,,2015,,,,eve,,", "searches.csv:2:13  unknown coder 'eve'"),
        ("a,,,2015,,,,,perhaps,", "searches.csv:2:14  unknown counts 'perhaps'"),
        ("A,,,2015,,,,,,", "searches.csv:2:1  'A' cannot serve as search id"),
    ],
)
def test_a_broken_search_is_told(row: str, problem: str) -> None:
    """At its cell, once."""
    _, problems = read(f"id,actors,kinds,covers,sources,documents,query,coder,counts,note\n{row}\n")

    assert 1 == len(problems)
    assert problems[0].startswith(problem)


def test_searches_are_written_as_they_were_read() -> None:
    """Nobody counted is not none."""
    assert SEARCHES == csv_text(SEARCH_COLUMNS.names, search_rows(read(SEARCHES)[0]))
    text = "id,actors,kinds,covers,sources,documents,query,coder,counts,note\na,,,2015,,0,,,no,\nb,,,2015,,,,,yes,\n"
    assert text == csv_text(SEARCH_COLUMNS.names, search_rows(read(text)[0]))
