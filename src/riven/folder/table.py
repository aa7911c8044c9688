"""Tables of TOML and JSON files, read strictly.

A `Table` is asked for each key by name and type; what nobody asked for is an unknown key. Every reader records what is
wrong and returns a harmless value, so that one reading finds every problem.
"""

from collections.abc import Collection, Mapping
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar

from riven.folder.places import Path
from riven.folder.problems import listed, quoted
from riven.folder.tree import Tree
from riven.folder.vocabulary import Vocabulary
from riven.ids import ALPHABET, is_id, nearest_id

Choice = TypeVar("Choice", bound=StrEnum)


class Table:
    """One table of a file, asked key by key."""

    def __init__(self, tree: Tree, data: Mapping[str, Any], path: Path) -> None:
        self.tree = tree
        self.data = data
        self.path = path
        self._asked: dict[str, None] = {}

    def wrong(
        self, part: str | Path | None, what: str, expected: str = "", hint: str = "", *, key: bool = False
    ) -> None:
        """Record a problem at a part of the table, or (None) at the table as a whole.

        Args:
            part: A key, or the way to a part further down.
            what: What is wrong.
            expected: What would have been right.
            hint: What to do.
            key: Whether the key is wrong rather than its value.
        """
        below = () if part is None else (part,) if isinstance(part, str) else part
        self.tree.wrong((*self.path, *below), what, expected, hint, key=key or part is None)

    def done(self) -> None:
        """Record every key nobody asked for."""
        for key in self.data:
            if key not in self._asked:
                hint = self.tree.nearest(f"key of {sorted(self._asked)}", key, list(self._asked))
                expected = f"one of {listed(list(self._asked), 40)}"
                self.wrong(key, f"unknown key {quoted(key)}", expected, hint, key=True)

    def _get(self, key: str, types: type | tuple[type, ...], expected: str, *, required: bool = False) -> Any | None:  # noqa: ANN401
        """Take a value of the right type; a bool is not a number."""
        self._asked[key] = None
        if key not in self.data:
            if required:
                self.wrong(None, f"missing key {quoted(key)}", expected)
            return None
        value = self.data[key]
        if isinstance(value, types) and (types is bool or not isinstance(value, bool)):
            return value
        self.wrong(key, f"{quoted(key)} is {_shown(value)}", expected)
        return None

    def text(self, key: str, *, required: bool = True) -> str:
        """Read a string; a required one must not be blank."""
        value = self._get(key, str, "a text in quotes", required=required)
        if isinstance(value, str) and required and not value.strip():
            self.wrong(key, f"{quoted(key)} is empty", "a text")
        return value or ""

    def id(self, word: str, taken: Collection[str] = ()) -> str:
        """Read the identifier the table declares.

        Args:
            word: What it names.
            taken: Identifiers declared before.

        Returns:
            The identifier; empty when it is missing, malformed or taken.
        """
        value = self._get("id", str, f"the id of the {word}", required=True)
        if value is None:
            return ""
        if not is_id(value):
            near = nearest_id(value)
            hint = f"{quoted(near)} would do." if near else ""
            self.wrong("id", f"{quoted(value)} cannot serve as {word} id", ALPHABET, hint)
            return ""
        if value in taken:
            self.wrong("id", f"{word} {quoted(value)} is already declared above", "an id of its own")
            return ""
        return str(value)

    def flag(self, key: str, *, default: bool | None) -> bool:
        """Read true or false; without a default the key is required."""
        value = self._get(key, bool, "true or false", required=default is None)
        return bool(default) if value is None else bool(value)

    def integer(self, key: str, *, low: int, high: int | None = None, default: int | None = None) -> int | None:
        """Read a whole number between two bounds, both included."""
        bounds = f"from {low} up" if high is None else f"from {low} to {high}"
        value = self._get(key, int, f"a whole number {bounds}")
        if value is None:
            return default
        if value < low or (high is not None and value > high):
            self.wrong(key, f"{quoted(key)} is {_shown(value)}", f"a whole number {bounds}")
            return default
        return int(value)

    def texts(self, key: str, *, required: bool = False) -> tuple[str, ...]:
        """Read a list of strings; a required one must not be empty."""
        value = self._get(key, list, "a list of texts, as in ['a', 'b']", required=required)
        if value is None:
            return ()
        if required and not value:
            self.wrong(key, f"{quoted(key)} is empty", "at least one item")
        return tuple(item for index, item in enumerate(value) if self._is_text(key, index, item))

    def _is_text(self, key: str, index: int | str, item: object) -> bool:
        if isinstance(item, str):
            return True
        self.wrong((key, index), f"an item of {quoted(key)} is {_shown(item)}", "a text in quotes")
        return False

    def choice(self, key: str, options: type[Choice], default: Choice | None = None) -> Choice | None:
        """Read one of a fixed set of words; without a default the key is required."""
        words = [option.value for option in options]
        value = self._get(key, str, f"one of {listed(words)}", required=default is None)
        if value is None:
            return default
        if value not in words:
            hint = self.tree.nearest(options.__name__, value, words)
            self.wrong(key, f"unknown {key} {quoted(value)}", f"one of {listed(words)}", hint)
            return default
        return options(value)

    def choices(self, key: str, options: type[Choice], default: tuple[Choice, ...] | None = None) -> tuple[Choice, ...]:
        """Read a list of words out of a fixed set; without a default the key is required."""
        if key not in self.data and default is not None:
            self._asked[key] = None
            return default
        words = [option.value for option in options]
        known = Vocabulary(f"word in {quoted(key)}", words, "")
        return tuple(options(word) for word in self.terms(key, known, required=default is None))

    def term(self, key: str, known: Vocabulary, *, required: bool = True) -> str:
        """Read one reference; empty when it is missing or unknown."""
        value = self._get(key, str, f"the id of a {known.word}", required=required)
        if value is None or not known.lacks(value):
            return value or ""
        self.wrong(key, *_unknown(self, known, value))
        return ""

    def terms(self, key: str, known: Vocabulary, *, required: bool = False) -> tuple[str, ...]:
        """Read a list of references, each once; unknown ones are recorded and left out."""
        value = self._get(key, list, "a list of texts, as in ['a', 'b']", required=required)
        if value is None:
            return ()
        if required and not value:
            self.wrong(key, f"{quoted(key)} is empty", "at least one item")
        return self._known(key, value, known)

    def _known(self, key: str, listing: list[Any], known: Vocabulary) -> tuple[str, ...]:
        found: dict[str, None] = {}
        for index, item in enumerate(listing):
            if not self._is_text(key, index, item):
                continue
            if item in found:
                self.wrong((key, index), f"{known.word} {quoted(item)} is named twice")
            elif known.lacks(item):
                self.wrong((key, index), *_unknown(self, known, item))
            else:
                found[item] = None
        return tuple(found)

    def table(self, key: str, *, required: bool = False) -> "Table | None":
        """Read a table within this one."""
        value = self._get(key, dict, f"a table [{key}]", required=required)
        return None if value is None else Table(self.tree, value, (*self.path, key))

    def tables(self, key: str, *, required: bool = False) -> list["Table"]:
        """Read a list of tables, `[[key]]`."""
        value = self._get(key, list, f"tables [[{key}]]", required=required)
        found = []
        for index, item in enumerate(value or ()):
            if isinstance(item, dict):
                found.append(Table(self.tree, item, (*self.path, key, index)))
            else:
                self.wrong((key, index), f"an item of {quoted(key)} is {_shown(item)}", f"a table [[{key}]]")
        return found

    def value(self, key: str) -> object:
        """Read a value of any type as it is; None when the key is missing, which is recorded."""
        self._asked[key] = None
        if key not in self.data:
            self.wrong(None, f"missing key {quoted(key)}", "a value")
        return self.data.get(key)


def _unknown(table: Table, known: Vocabulary, term: str) -> tuple[str, str, str]:
    place = f" ({known.place})" if known.place else ""
    expected = f"one of {listed(known.terms)}{place}" if known.terms else f"nothing: there is no {known.word}{place}"
    return f"unknown {known.word} {quoted(term)}", expected, table.tree.nearest(known.word, term, known.terms)


def _shown(value: object) -> str:
    """Describe a value of the wrong type."""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, int | float):
        return "a very large number" if abs(value) >= 10**20 else f"the number {value}"
    if isinstance(value, date | time):
        return f"the date {value}"
    if value is None:
        return "null"
    return "a list" if isinstance(value, list) else "a table"
