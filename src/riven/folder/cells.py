"""What a cell may hold: identifiers, lists of them, choices, dates, whole numbers, and texts of a few words.

Every reader records what is wrong with its cell and returns an empty value, so that one row gives all of its problems.
"""

import re
from collections import Counter
from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from riven.dates import FuzzyDate, parse
from riven.errors import DateError
from riven.folder.problems import listed, quoted
from riven.folder.sheets import Row
from riven.folder.vocabulary import Vocabulary
from riven.ids import ALPHABET, is_id, nearest_id

MAX_WORDS = 8
JOINT = "; "
_COUNT = re.compile(r"(\d{1,12})(?:\.\.(\d{1,12}))?", re.ASCII)
_WHOLE = re.compile(r"\d{1,12}", re.ASCII)
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_SHA256 = re.compile(r"[0-9a-f]{64}")
_REWRITTEN = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{1,2}-[A-Za-z]{3}(-\d{2,4})?|[A-Za-z]{3}-\d\d")
_DATE_HINT = "A spreadsheet may have rewritten it: format the column as text and write year-month-day."

Choice = TypeVar("Choice", bound=StrEnum)


def text(row: Row, column: str, *, required: bool = False) -> str:
    """Read free text exactly as written.

    Returns:
        The cell; a cell that must not be empty and is, is a problem.
    """
    cell = row.get(column)
    if required and not cell.strip():
        missing(row, column)
    return cell


def missing(row: Row, column: str) -> None:
    """Record that a cell is empty, once, and only where the column is there at all."""
    if column in row.sheet.columns:
        row.wrong(column, f"{quoted(column)} is empty", "a value")


def identifier(row: Row, column: str, word: str) -> str:
    """Read the identifier a row declares.

    Returns:
        The identifier; empty when there is none or it leaves the alphabet.
    """
    cell = row.get(column).strip()
    if not cell:
        missing(row, column)
        row.sheet.whole = False  # what the row would have declared is not known
        return ""
    if check_id(row, column, word, cell):
        return cell
    row.sheet.unsure.append(cell)
    return ""


def check_id(row: Row, column: str, word: str, term: str) -> bool:
    """Check an identifier against the alphabet.

    Returns:
        Whether it may name something.
    """
    if is_id(term):
        return True
    near = nearest_id(term)
    hint = f"{quoted(near)} would do." if near else ""
    row.wrong(column, f"{quoted(term)} cannot serve as {word} id", ALPHABET, hint)
    return False


def items(cell: str) -> list[str]:
    """Split a list in a cell; empty items are kept, so that they can be reported."""
    if ";" in cell:
        return [item.strip() for item in cell.split(";")]
    return [item] if (item := cell.strip()) else []


def terms(row: Row, column: str, known: Vocabulary) -> tuple[str, ...]:
    """Read a list of references.

    Args:
        row: The row.
        column: The column.
        known: What may be referred to.

    Returns:
        The references that are known, in order.
    """
    listing = items(row.get(column))
    for term in _repeated(listing):
        row.wrong(column, f"{known.word} {quoted(term)} is named twice")
    return tuple(term for term in dict.fromkeys(listing) if is_known(row, column, known, term))


def _repeated(listing: list[str]) -> Iterable[str]:
    if len(listing) < 2 or len(set(listing)) == len(listing):
        return ()
    return sorted(term for term, times in Counter(listing).items() if times > 1)


def is_known(row: Row, column: str, known: Vocabulary, term: str) -> bool:
    """Check one reference.

    Returns:
        Whether the term is declared; when not, that has been recorded.
    """
    if not term:
        row.wrong(column, "an item of the list is empty", "items separated by '; '")
        return False
    if not known.lacks(term):
        return True
    hint = row.problems().nearest(known.word, term, known.terms)
    row.wrong(column, f"unknown {known.word} {quoted(term)}", f"an id of {known.place}", hint)
    return False


def term(row: Row, column: str, known: Vocabulary, *, required: bool = False) -> str:
    """Read one reference.

    Args:
        row: The row.
        column: The column.
        known: What may be referred to.
        required: Whether the cell must not be empty.

    Returns:
        The reference; empty when there is none or it is unknown.
    """
    cell = row.get(column).strip()
    if not cell:
        if required:
            missing(row, column)
        return ""
    return cell if is_known(row, column, known, cell) else ""


def choice(row: Row, column: str, options: type[Choice], default: Choice | None = None) -> Choice | None:
    """Read one of a fixed set of words.

    Args:
        row: The row.
        column: The column.
        options: The words.
        default: What an empty cell means; None when it must not be empty.

    Returns:
        The word; the default when the cell is empty or wrong.
    """
    cell = row.get(column).strip()
    if not cell:
        if default is None:
            missing(row, column)
        return default
    try:
        return options(cell)
    except ValueError:
        words: Collection[str] = [option.value for option in options]
        hint = row.problems().nearest(options.__name__, cell, words)
        row.wrong(column, f"unknown {column} {quoted(cell)}", f"one of {listed(words)}", hint)
        return default


@lru_cache(maxsize=65536)
def _parsed(cell: str) -> FuzzyDate:
    return parse(cell)


def fuzzy_date(row: Row, column: str, *, required: bool = False) -> FuzzyDate | None:
    """Read an EDTF date.

    Returns:
        The date; None when the cell is empty or is not a date.
    """
    cell = row.get(column).strip()
    if not cell:
        if required:
            missing(row, column)
        return None
    try:
        return _parsed(cell)
    except DateError as error:
        hint = _DATE_HINT if _REWRITTEN.fullmatch(cell) else ""
        row.wrong(column, f"{quoted(cell)} is not a date: {error.reason}", "", hint)
        return None


def day(row: Row, column: str) -> date | None:
    """Read a calendar day.

    Returns:
        The day; None when the cell is empty or is not a day.
    """
    cell = row.get(column).strip()
    if not cell:
        return None
    try:
        return _day(cell)
    except ValueError:
        hint = _DATE_HINT if _REWRITTEN.fullmatch(cell) else ""
        row.wrong(column, f"{quoted(cell)} is not a day of the calendar", "year-month-day, as in 2015-08-06", hint)
        return None


@lru_cache(maxsize=4096)
def _day(cell: str) -> date:
    if not _DAY.fullmatch(cell):
        raise ValueError(cell)
    return date.fromisoformat(cell)


def number(row: Row, column: str, *, required: bool = False) -> int | None:
    """Read a whole number from 0.

    Returns:
        The number; None when the cell is empty or holds something else.
    """
    cell = row.get(column).strip()
    if not cell:
        if required:
            missing(row, column)
        return None
    if not _WHOLE.fullmatch(cell):
        row.wrong(column, f"{quoted(cell)} is not a whole number", "digits only, as in 1250")
        return None
    return int(cell)


def count(row: Row, column: str) -> str:
    """Read a count, known or bounded.

    Returns:
        The count as written; empty when there is none or it is wrong.
    """
    cell = row.get(column).strip()
    match = _COUNT.fullmatch(cell)
    if not cell:
        return ""
    if match is None:
        row.wrong(column, f"{quoted(cell)} is not a count", "a whole number as in 12, or its bounds as in 10..15")
        return ""
    if match[2] is not None and int(match[1]) > int(match[2]):
        row.wrong(column, f"the bounds {quoted(cell)} are reversed", "the lower bound first")
        return ""
    return cell


def short_text(row: Row, column: str) -> str:
    """Read text that quotes a source, which may run to eight words.

    Returns:
        The cell exactly as written.
    """
    cell = row.get(column)
    if len(cell.split(None, MAX_WORDS)) > MAX_WORDS:
        n_words = len(cell.split())
        row.wrong(column, f"{quoted(column)} quotes {n_words} words", f"at most {MAX_WORDS}, to respect copyright")
    return cell


def sha256(row: Row, column: str) -> str:
    """Read a SHA-256 in hexadecimal.

    Returns:
        The hash; empty when it is missing or malformed.
    """
    cell = row.get(column).strip()
    if not cell:
        missing(row, column)
        return ""
    if not is_sha256(cell):
        row.wrong(column, f"{quoted(cell)} is not a SHA-256", "64 digits 0-9 a-f, in lower case")
        return ""
    return cell


def is_sha256(value: str) -> bool:
    """Say whether a string is a SHA-256 in lower-case hexadecimal."""
    return _SHA256.fullmatch(value) is not None


def declare(row: Row, found: Collection[str], word: str) -> str:
    """Read the identifier a row declares, and refuse one that another row of the study has declared.

    Args:
        row: The row.
        found: Identifiers declared so far.
        word: What they name.

    Returns:
        The identifier; empty when it is missing, malformed or taken.
    """
    own = identifier(row, "id", word)
    if own and own in found:
        row.wrong("id", f"{word} {quoted(own)} is already declared above", "an id of its own")
        return ""
    return own
