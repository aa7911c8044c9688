"""Where each key and value of a TOML or JSON text stands: the parsers of the standard library do not say.

Both walkers are given texts that have parsed already, so they skip what they need not understand. They run only when
there is something to report.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

Path = tuple[str | int, ...]

_TOML_BLANK = re.compile(r"(?:[ \t\n]|#[^\n]*)*")
_TOML_BARE = re.compile(r"[A-Za-z0-9_-]+")
_TOML_SCALAR = re.compile(r"[^,\]}\n#]*")
_TOML_STRINGS = (
    re.compile(r'"""(?:[^"\\]++|\\(?s:.)|"(?!""))*+"{3,5}'),
    re.compile(r"'''(?:[^']++|'(?!''))*+'{3,5}"),
    re.compile(r'"(?:[^"\\]++|\\.)*+"'),
    re.compile(r"'[^']*+'"),
)
_JSON_BLANK = re.compile(r"[ \t\n\r]*")
_JSON_STRING = re.compile(r'"(?:[^"\\]++|\\.)*+"')
_JSON_SCALAR = re.compile(r"[^,\]}\s]*")
_ESCAPE = re.compile(r"\\(u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|.)")


@dataclass(slots=True)
class Places:
    """Offsets of the parts of a text.

    Attributes:
        keys: Where the key of each part stands (for a table, its header).
        values: Where its value stands.
        repeated: Keys given twice in one JSON object, which a parser drops in silence.
    """

    keys: dict[Path, int] = field(default_factory=dict)
    values: dict[Path, int] = field(default_factory=dict)
    repeated: list[tuple[int, str]] = field(default_factory=list)

    def find(self, path: Path, *, key: bool) -> int | None:
        """Offset of a part, or of the nearest part around it that has one.

        Args:
            path: Keys and list positions from the root.
            key: Whether the key is meant rather than the value.

        Returns:
            The offset; None when nothing around it has one.
        """
        first, second = (self.keys, self.values) if key else (self.values, self.keys)
        while path:
            if path in first or path in second:
                return first.get(path, second.get(path))
            path = path[:-1]
        return None


def toml_places(text: str) -> Places:
    """Walk a valid TOML text.

    Returns:
        The place of every key, table, value and list item.
    """
    return _Toml(text).walk()


def json_places(text: str) -> Places:
    """Walk a valid JSON text.

    Returns:
        The place of every key, value and list item, and the keys that are given twice.
    """
    return _Json(text).walk()


class _Walker:
    """A position in a text that only moves forward."""

    blank: re.Pattern[str]

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.places = Places()

    def sees(self, mark: str) -> bool:
        """Whether the text goes on with a mark, blanks aside."""
        self.take(self.blank)
        return self.text.startswith(mark, self.at)

    def passes(self, mark: str) -> bool:
        """Step over a mark if it comes next."""
        if not self.sees(mark):
            return False
        self.at += len(mark)
        return True

    def take(self, pattern: re.Pattern[str]) -> str:
        """Step over what a pattern matches here."""
        match = pattern.match(self.text, self.at)
        if match is None:
            return ""
        self.at = match.end()
        return match[0]

    def items(self, path: Path, closing: str, read: Callable[[Path], None]) -> None:
        """Walk the items of a list whose opening bracket has been passed."""
        index = 0
        while not self.passes(closing) and self.at < len(self.text):
            read((*path, index))
            self.passes(",")
            index += 1


class _Toml(_Walker):
    blank = _TOML_BLANK

    def walk(self) -> Places:
        table: Path = ()
        counts: dict[Path, int] = {}
        while self.at < len(self.text):
            start = self.at
            if self.sees("["):
                start = self.at
                table = self._header(counts)
                for length in range(1, len(table) + 1):
                    self.places.keys.setdefault(table[:length], start)
            elif self.at < len(self.text):
                self._pair(table)
            if self.at == start:  # nothing moved: the text is not valid after all
                break
        return self.places

    def _header(self, counts: dict[Path, int]) -> Path:
        many = self.passes("[[")
        if not many:
            self.passes("[")
        *parents, last = self._key()
        self.passes("]]" if many else "]")
        path: Path = ()
        for part in parents:
            path = (*path, part)
            if path in counts:
                path = (*path, counts[path] - 1)
        path = (*path, last)
        if many:
            counts[path] = counts.get(path, 0) + 1
            path = (*path, counts[path] - 1)
        return path

    def _key(self) -> list[str]:
        parts = [self._key_part()]
        while self.passes("."):
            parts.append(self._key_part())
        return parts

    def _key_part(self) -> str:
        self.take(self.blank)
        if self.sees('"'):
            return unescaped(self.take(_TOML_STRINGS[2])[1:-1])
        return self.take(_TOML_STRINGS[3])[1:-1] if self.sees("'") else self.take(_TOML_BARE)

    def _pair(self, table: Path) -> None:
        self.take(self.blank)
        start = self.at
        path = table
        for part in self._key():
            path = (*path, part)
            self.places.keys.setdefault(path, start)
        self.passes("=")
        self._value(path)

    def _value(self, path: Path) -> None:
        self.take(self.blank)
        self.places.values[path] = self.at
        if self.passes("["):
            self.items(path, "]", self._value)
        elif self.passes("{"):
            while not self.passes("}") and self.at < len(self.text):
                self._pair(path)
                self.passes(",")
        elif not any(self.take(pattern) for pattern in _TOML_STRINGS):
            self.take(_TOML_SCALAR)


class _Json(_Walker):
    blank = _JSON_BLANK

    def walk(self) -> Places:
        self._value(())
        return self.places

    def _value(self, path: Path) -> None:
        self.take(self.blank)
        self.places.values[path] = self.at
        if self.passes("["):
            self.items(path, "]", self._value)
        elif self.passes("{"):
            while not self.passes("}") and self.at < len(self.text):
                self._pair(path)
                self.passes(",")
        elif not self.take(_JSON_STRING):
            self.take(_JSON_SCALAR)

    def _pair(self, path: Path) -> None:
        self.take(self.blank)
        start = self.at
        name = unescaped(self.take(_JSON_STRING)[1:-1])
        if (*path, name) in self.places.keys:
            self.places.repeated.append((start, name))
        self.places.keys[*path, name] = start
        self.passes(":")
        self._value((*path, name))


def unescaped(text: str) -> str:
    """Resolve the escapes of a quoted key."""
    return _ESCAPE.sub(_resolve, text)


def _resolve(match: re.Match[str]) -> str:
    code = match[1]
    if code[0] in "uU":
        return chr(int(code[1:], 16))
    return {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f"}.get(code, code)
