"""actors.csv and names.csv."""

import pytest

from folder_factory import ACTORS, NAMES, a_sheet, told
from riven.dates import parse
from riven.folder.actors import ACTOR_COLUMNS, NAME_COLUMNS, actor_rows, name_rows, read_actors, read_names
from riven.folder.canonical import csv_text
from riven.folder.vocabulary import Vocabulary
from riven.model.actor import Actor, ActorType, Name, NameType

KNOWN = Vocabulary("actor", ("covenant", "river-brigade"), "actors.csv")
SOURCES = Vocabulary("source", ("gazette-1",), "sources.json")


def actors(text):
    """Read actors: what there is, and what is wrong."""
    sheet = a_sheet(ACTOR_COLUMNS, text, "actors.csv")
    return read_actors(sheet), told(sheet.problems)


def names(text):
    """Read names: what there is, and what is wrong."""
    sheet = a_sheet(NAME_COLUMNS, text, "names.csv")
    return read_names(sheet, KNOWN, SOURCES), told(sheet.problems)


def test_an_actor_is_what_its_row_says() -> None:
    """Dates as written, identifiers elsewhere in order."""
    found, problems = actors(
        "id,name,type,begins,ends,external,note\nx,The X,faction,1950~,2016,ucdp:9; acled: X (Y),!\n"
    )

    assert [] == problems
    assert {
        "x": Actor(
            "x",
            "The X",
            ActorType.FACTION,
            parse("1950~"),
            parse("2016"),
            (("acled", "X (Y)"), ("ucdp", "9")),
            "!",
        )
    } == found


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("x,,state,,,,", "actors.csv:2:3  'name' is empty"),
        ("x,X,,,,,", "actors.csv:2:5  'type' is empty"),
        ("x,X,stat,,,,", "actors.csv:2:5  unknown type 'stat'"),
        ("x,X,state,soon,,,", "actors.csv:2:11  'soon' is not a date"),
        ("x,X,state,2016,2015,,", "actors.csv:2:16  the actor ends in '2015', before it begins in '2016'"),
        ("x,X,state,,,ucdp,", "actors.csv:2:13  'ucdp' is not an identifier elsewhere"),
        ("x,X,state,,,ucdp:,", "actors.csv:2:13  'ucdp:' is not an identifier elsewhere"),
        ("x,X,state,,,UCDP:1,", "actors.csv:2:13  'UCDP:1' is not an identifier elsewhere"),
        ("x,X,state,,,u:1; u:1,", "actors.csv:2:13  an identifier is given twice"),
        ("X,X,state,,,,", "actors.csv:2:1  'X' cannot serve as actor id"),
        (",X,state,,,,", "actors.csv:2:1  'id' is empty"),
    ],
)
def test_a_broken_row_is_told_and_its_id_stays_known(row: str, problem: str) -> None:
    """What refers to it is not called unknown."""
    found, problems = actors(f"id,name,type,begins,ends,external,note\n{row}\n")

    assert 1 == len(problems)
    assert problems[0].startswith(problem)
    own = row.partition(",")[0]
    assert found == ({own: None} if own else {})


@pytest.mark.parametrize(
    ("begins", "ends"), [("2015", "2015"), ("2015/..", "2014/.."), ("", "2014"), ("2016", "../2020")]
)
def test_an_actor_may_end_when_it_begins_or_nobody_knows_when(begins: str, ends: str) -> None:
    """Only what cannot be is a problem."""
    assert [] == actors(f"id,name,type,begins,ends\nx,X,state,{begins},{ends}\n")[1]


def test_an_id_is_declared_once() -> None:
    """The first row stands."""
    found, (problem,) = actors("id,name,type\nx,First,state\nx,Second,state\n")

    assert "First" == found["x"].name
    assert "actor 'x' is already declared above" in problem


def test_a_torn_row_declares_what_it_seems_to() -> None:
    """The row is told, and nothing else."""
    found, problems = actors("id,name,type\nx,X\n")

    assert {"x": None} == found
    assert 1 == len(problems)


def test_names_are_read_as_sources_write_them() -> None:
    """In any script; a name without a type is a name."""
    found, problems = names(
        "actor,name,language,script,valid,source,note\ncovenant, العهد ,ar,Arab,2014/..,gazette-1,n\n"
    )

    assert [] == problems
    assert (Name("covenant", " العهد ", NameType.NAME, "ar", "Arab", parse("2014/.."), "gazette-1", "n"),) == found


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        ("nobody,X,,,,,,", "names.csv:2:1  unknown actor 'nobody'"),
        (",X,,,,,,", "names.csv:2:1  'actor' is empty"),
        ("covenant, ,,,,,,", "names.csv:2:10  'name' is empty"),
        ("covenant,X,nickname,,,,,", "names.csv:2:12  unknown type 'nickname'"),
        ("covenant,X,,English!,,,,", "names.csv:2:13  'English!' is not a language tag"),
        ("covenant,X,,,latin,,,", "names.csv:2:14  'latin' is not a script code"),
        ("covenant,X,,,,then,,", "names.csv:2:15  'then' is not a date"),
        ("covenant,X,,,,,gazette-9,", "names.csv:2:16  unknown source 'gazette-9'"),
    ],
)
def test_a_broken_name_is_told(row: str, problem: str) -> None:
    """At its cell."""
    _, problems = names(f"actor,name,type,language,script,valid,source,note\n{row}\n")

    assert 1 == len(problems)
    assert problems[0].startswith(problem)


@pytest.mark.parametrize("tag", ["en", "ps", "pa-Arab", "zh-Hant-TW", "fil"])
def test_language_tags_of_all_lengths_are_read(tag: str) -> None:
    """As BCP 47 has them."""
    assert [] == names(f"actor,name,language\ncovenant,X,{tag}\n")[1]


def test_a_name_is_given_once() -> None:
    """The same spelling of another actor, or with another note, is another name."""
    _, problems = names("actor,name,note\ncovenant,X,\nriver-brigade,X,\ncovenant,X,n\ncovenant,X,\n")

    assert ["names.csv:5:10  the same name is already given on line 2"] == problems


def test_actors_and_names_are_written_as_they_were_read() -> None:
    """Every column in its place."""
    assert ACTORS == csv_text(ACTOR_COLUMNS.names, actor_rows(actors(ACTORS)[0].values()))
    assert NAMES == csv_text(NAME_COLUMNS.names, name_rows(names(NAMES)[0]))
