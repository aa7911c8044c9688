"""TOML and JSON files as trees that can say where each of their parts stands."""

import json
import re
import tomllib
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from typing import Any, TypeVar

from riven.folder.files import TextFile, unprintable
from riven.folder.places import Path, Places, json_places, toml_places
from riven.folder.problems import WHOLE_FILE, Problems, Where, quoted

MAX_DEPTH = 32
_TOML_POSITION = re.compile(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)")
_PART = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_DEEP_KEY = re.compile(rf"^[ \t\[]*(?:{_PART}\.){{{MAX_DEPTH}}}", re.MULTILINE)  # would be slow to parse
_SURROGATE = re.compile("[\ud800-\udfff]")

_TOO_DEEP = ("values are nested too deeply", f"at most {MAX_DEPTH} levels")

Root = TypeVar("Root")


class Tree:
    """A parsed file.

    Attributes:
        name: File, relative to the study folder.
        problems: Where its defects are recorded.
    """

    def __init__(self, file: TextFile, problems: Problems, locate: Callable[[str], Places]) -> None:
        self.name = file.name
        self.problems = problems
        self._file = file
        self._locate = locate

    @cached_property
    def places(self) -> Places:
        """Where everything stands; walked on first use."""
        return self._locate(self._file.text)

    def wrong(self, path: Path, what: str, expected: str = "", hint: str = "", *, key: bool = False) -> None:
        """Record a problem at a part of the file.

        Args:
            path: Keys and list positions from the root.
            what: What is wrong.
            expected: What would have been right.
            hint: What to do.
            key: Whether the key is wrong rather than its value.
        """
        self.problems.add(self.name, self.where(path, key=key), what, expected, hint)

    def nearest(self, word: str, term: str, known: Collection[str]) -> str:
        """Propose the known term a person may have meant."""
        return self.problems.nearest(word, term, known)

    def where(self, path: Path, *, key: bool = False) -> Where:
        """Line and column of a part, or of the nearest one around it."""
        offset = self.places.find(path, key=key)
        return WHOLE_FILE if offset is None else self._file.where(offset)

    def check_strings(self, data: object) -> None:
        """Record every string and key that no page can show: written with an escape, it passed the file's own check."""
        for path, text, key in _strings(data):
            for _, message in unprintable(text):
                self.wrong(path, message, "", "Delete it.", key=key)
            if _SURROGATE.search(text):
                self.wrong(path, "half of a surrogate pair", "a whole character", key=key)


def read_toml(file: TextFile, problems: Problems) -> tuple[Tree, dict[str, Any]] | None:
    """Parse a TOML file.

    Args:
        file: The file.
        problems: Where defects are recorded.

    Returns:
        The tree and its root table; None when it is not TOML.
    """
    tree = Tree(file, problems, toml_places)
    if deep := _DEEP_KEY.search(file.text):
        problems.add(file.name, file.where(deep.start()), *_TOO_DEEP)
        return None
    try:
        data = tomllib.loads(file.text)
    except RecursionError:
        problems.add(file.name, WHOLE_FILE, *_TOO_DEEP)
    except ValueError as error:  # TOMLDecodeError, or a number too long to read
        _not_toml(file, str(error), problems)
    else:
        return _checked(tree, data)
    return None


def _not_toml(file: TextFile, message: str, problems: Problems) -> None:
    match = _TOML_POSITION.fullmatch(message)
    if match is None:
        problems.add(file.name, WHOLE_FILE, f"is not TOML: {message}")
        return
    where = (int(match[2]), int(match[3])) if match[2] else file.where(len(file.text))
    problems.add(file.name, where, f"is not TOML: {match[1]}")


def _checked(tree: Tree, data: Root) -> tuple[Tree, Root] | None:
    """Refuse what is nested beyond reason, and check every string."""
    if is_deep(data):
        tree.problems.add(tree.name, WHOLE_FILE, *_TOO_DEEP)
        return None
    tree.check_strings(data)
    return tree, data


def read_json(file: TextFile, problems: Problems) -> tuple[Tree, Any] | None:
    """Parse a JSON file.

    Args:
        file: The file.
        problems: Where defects are recorded.

    Returns:
        The tree and its root value; None when it is not JSON.
    """
    data = _parsed_json(file, problems)
    return None if data is None else _checked(Tree(file, problems, json_places), data)


def _parsed_json(file: TextFile, problems: Problems) -> Any | None:  # noqa: ANN401 - JSON is any value
    repeated: list[str] = []

    def paired(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        table = dict(pairs)
        if len(table) < len(pairs):
            repeated.append(file.name)
        return table

    try:
        data = json.loads(file.text, object_pairs_hook=paired, parse_constant=_no_constant, parse_float=_finite)
    except json.JSONDecodeError as error:
        problems.add(file.name, file.where(error.pos), f"is not JSON: {error.msg}")
    except RecursionError:
        problems.add(file.name, WHOLE_FILE, *_TOO_DEEP)
    except ValueError as error:
        problems.add(file.name, WHOLE_FILE, f"is not JSON: {error}")
    else:
        for offset, name in json_places(file.text).repeated if repeated and not is_deep(data) else ():
            problems.add(file.name, file.where(offset), f"key {quoted(name)} is given twice")
        return data if data is not None else {}
    return None


def _no_constant(name: str) -> float:
    raise ValueError(f"{name} is no number")


def _finite(text: str) -> float:
    value = float(text)
    if value in {float("inf"), float("-inf")}:
        raise ValueError(f"the number {quoted(text)} is too large")
    return value


def is_deep(data: object) -> bool:
    """Say whether values are nested beyond what a study needs."""
    level = [data]
    for _ in range(MAX_DEPTH):
        inner: list[object] = []
        for value in level:
            if isinstance(value, dict):
                inner += value.values()
            elif isinstance(value, list):
                inner += value
        level = inner
        if not level:
            return False
    return True


def _strings(data: object, path: Path = ()) -> Iterator[tuple[Path, str, bool]]:
    if isinstance(data, str):
        yield path, data, False
    elif isinstance(data, dict):
        for key, value in data.items():
            yield (*path, key), key, True
            yield from _strings(value, (*path, key))
    elif isinstance(data, list):
        for index, value in enumerate(data):
            yield from _strings(value, (*path, index))
