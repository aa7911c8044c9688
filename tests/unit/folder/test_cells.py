"""What a cell may hold."""

from datetime import date
from enum import StrEnum

import pytest

from folder_factory import a_row, told
from riven.folder import cells
from riven.folder.vocabulary import Vocabulary

ACTORS = Vocabulary("actor", ("brigade", "covenant"), "actors.csv")
HASH = "0123456789abcdef" * 4


class Answer(StrEnum):
    """A fixed set of words."""

    YES = "yes"
    NO = "no"


def read(reader, cell, *rest, **given):
    """Read one cell: what it means, and what is wrong with it."""
    row = a_row("id,cell", f"x,{cell}")
    return reader(row, "cell", *rest, **given), [problem.split("  ", 1)[1] for problem in told(row.problems())]


def test_text_is_read_exactly_as_written() -> None:
    """Blanks are part of it; a text that must be there may not be blank."""
    assert (" a ", []) == read(cells.text, " a ")
    assert (" ", ["'cell' is empty  Expected a value."]) == read(cells.text, " ", required=True)


def test_what_is_missing_is_told_only_where_there_is_a_column_for_it() -> None:
    """The header has been told already."""
    row = a_row("id", "x")

    assert "" == cells.text(row, "cell", required=True)
    assert [] == told(row.problems())


@pytest.mark.parametrize("cell", ["a", "a-1.b_c", " padded ", "0"])
def test_an_identifier_is_read_without_blanks_around_it(cell: str) -> None:
    """Spreadsheets add them."""
    assert (cell.strip(), []) == read(cells.identifier, cell, "actor")


@pytest.mark.parametrize(
    ("cell", "problem"),
    [
        ("New Front", "'New Front' cannot serve as actor id"),
        ("../x", "'../x' cannot serve as actor id"),
        ("a\u200bb", "'a<U+200B>b' cannot serve as actor id"),
        ("a\u202eb", "'a<U+202E>b' cannot serve as actor id"),
        ("аctor", "'аctor' cannot serve as actor id"),
        ("٣", "'٣' cannot serve as actor id"),
        ("x" * 65, "cannot serve as actor id"),
    ],
)
def test_an_identifier_outside_the_alphabet_is_refused_and_remembered(cell: str, problem: str) -> None:
    """What refers to it is not called unknown."""
    row = a_row("id,cell", f"x,{cell}")

    assert "" == cells.identifier(row, "cell", "actor")
    assert problem in told(row.problems())[0]
    assert [cell] == row.sheet.unsure
    assert row.sheet.whole


def test_a_missing_identifier_leaves_the_file_in_doubt() -> None:
    """What the row would have declared is not known, so nothing else is called unknown."""
    row = a_row("id,cell", "x,")

    assert "" == cells.identifier(row, "cell", "actor")
    assert not row.sheet.whole


def test_an_identifier_that_is_taken_is_refused() -> None:
    """Each thing has an id of its own."""
    row = a_row("id", "x")

    assert "x" == cells.declare(row, (), "actor")
    assert "" == cells.declare(row, ("x",), "actor")
    assert ["sheet.csv:2:1  actor 'x' is already declared above  Expected an id of its own."] == told(row.problems())


@pytest.mark.parametrize(
    ("cell", "items"),
    [("", []), (" ", []), ("a", ["a"]), (" a ; b;c", ["a", "b", "c"]), ("a;;b;", ["a", "", "b", ""])],
)
def test_a_list_is_separated_by_semicolons(cell: str, items: list[str]) -> None:
    """Empty items are kept, to be told."""
    assert items == cells.items(cell)


def test_a_list_holds_each_reference_once_and_in_order() -> None:
    """What is known is kept, whatever else is wrong."""
    found, problems = read(cells.terms, "covenant; ; brigade; covenent; covenant", ACTORS)

    assert ("covenant", "brigade") == found
    assert [
        "actor 'covenant' is named twice",
        "an item of the list is empty  Expected items separated by '; '.",
        "unknown actor 'covenent'  Expected an id of actors.csv.  Did you mean 'covenant'?",
    ] == problems


def test_a_reference_is_known_or_empty() -> None:
    """One that must be there may not be empty."""
    assert ("brigade", []) == read(cells.term, " brigade ", ACTORS)
    assert ("", []) == read(cells.term, "", ACTORS)
    assert ("", ["'cell' is empty  Expected a value."]) == read(cells.term, "", ACTORS, required=True)
    assert "" == read(cells.term, "nobody", ACTORS)[0]


def test_nothing_is_unknown_to_a_file_that_could_not_be_read() -> None:
    """The mistake is there, not here."""
    assert ("nobody", []) == read(cells.term, "nobody", Vocabulary("actor", (), "actors.csv", whole=False))


def test_a_word_is_one_of_a_fixed_set() -> None:
    """Empty means the default, where there is one."""
    assert (Answer.NO, []) == read(cells.choice, " no ", Answer)
    assert (Answer.YES, []) == read(cells.choice, "", Answer, Answer.YES)
    assert (None, ["'cell' is empty  Expected a value."]) == read(cells.choice, "", Answer)
    assert (Answer.NO, ["unknown cell 'yess'  Expected one of yes, no.  Did you mean 'yes'?"]) == read(
        cells.choice, "yess", Answer, Answer.NO
    )


def test_a_date_is_read_as_written() -> None:
    """Empty means none."""
    found, problems = read(cells.fuzzy_date, " 2015~ ")

    assert ("2015~", []) == (str(found), problems)
    assert (None, []) == read(cells.fuzzy_date, "")
    assert (None, ["'cell' is empty  Expected a value."]) == read(cells.fuzzy_date, "", required=True)


@pytest.mark.parametrize("cell", ["06/08/2015", "6.8.15", "06-08-2015", "6-Aug", "06-Aug-15", "Aug-15"])
def test_a_date_that_a_spreadsheet_rewrote_is_recognised(cell: str) -> None:
    """Nobody has to guess what happened."""
    for reader in (cells.fuzzy_date, cells.day):
        found, (problem,) = read(reader, cell)

        assert found is None
        assert "A spreadsheet may have rewritten it" in problem


def test_what_is_no_date_is_told_with_the_reason() -> None:
    """As the reader of dates gives it."""
    found, (problem,) = read(cells.fuzzy_date, "2015-02-30")

    assert found is None
    assert "'2015-02-30' is not a date: there is no day 30" in problem
    assert "spreadsheet" not in problem


def test_a_day_is_a_day_of_the_calendar() -> None:
    """Written in one way."""
    assert (date(2016, 2, 29), []) == read(cells.day, "2016-02-29")
    assert (None, []) == read(cells.day, "")
    for cell in ("2015-02-29", "2016-2-9", "20160229", "2016-W01-1", "٢٠١٦-٠٢-٢٩"):
        assert (
            None,
            [f"'{cell}' is not a day of the calendar  Expected year-month-day, as in 2015-08-06."],
        ) == read(cells.day, cell)


def test_a_number_is_whole_and_has_digits_only() -> None:
    """Signs, points, exponents and other digits are none."""
    assert (1250, []) == read(cells.number, " 1250 ")
    assert (0, []) == read(cells.number, "0")
    assert (None, []) == read(cells.number, "")
    assert (None, ["'cell' is empty  Expected a value."]) == read(cells.number, "", required=True)
    for cell in ("-1", "1.0", "1e3", "1_000", "٣", "²", "9" * 13):
        found, problems = read(cells.number, cell)
        assert found is None
        assert "is not a whole number" in problems[0]


@pytest.mark.parametrize("cell", ["", "0", "12", "10..15", "7..7"])
def test_a_count_is_known_or_bounded(cell: str) -> None:
    """As written."""
    assert (cell, []) == read(cells.count, cell)


@pytest.mark.parametrize(
    ("cell", "gist"),
    [
        ("a dozen", "is not a count"),
        ("10-15", "is not a count"),
        ("10..", "is not a count"),
        ("15..10", "are reversed"),
        ("9" * 13, "is not a count"),
    ],
)
def test_what_is_no_count_is_told(cell: str, gist: str) -> None:
    """With what would be one."""
    found, (problem,) = read(cells.count, cell)

    assert "" == found
    assert gist in problem


def test_words_of_a_source_are_eight_at_most() -> None:
    """More would be copying."""
    assert ("a b c d e f g h", []) == read(cells.short_text, "a b c d e f g h")
    assert (" a  b ", []) == read(cells.short_text, " a  b ")
    text, problems = read(cells.short_text, "a b c d e f g h i j")

    assert "a b c d e f g h i j" == text
    assert ["'cell' quotes 10 words  Expected at most 8, to respect copyright."] == problems


def test_a_hash_is_64_digits_in_lower_case() -> None:
    """And must be there."""
    assert (HASH, []) == read(cells.sha256, HASH)
    assert ("", ["'cell' is empty  Expected a value."]) == read(cells.sha256, "")
    for cell in (HASH.upper(), HASH[1:], f"{HASH}0"):
        found, (problem,) = read(cells.sha256, cell)
        assert ("", True) == (found, "is not a SHA-256" in problem)
    assert cells.is_sha256(HASH)
    assert not cells.is_sha256(f"{HASH}\n")
