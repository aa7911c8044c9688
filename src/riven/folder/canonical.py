"""The canonical text of every sort of file: one study, one sequence of bytes.

UTF-8, line feeds, one line feed at the end. CSV is quoted only where it must be. TOML keeps short lists and conditions
on one line, longer lists one item a line, and strings on several lines only where they hold a line break.
"""

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import tomli_w

_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 120


def csv_text(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a sheet.

    Returns:
        The header and the rows.
    """
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([plain_breaks(cell) for cell in row] for row in rows)
    return out.getvalue()


def json_text(value: object) -> str:
    """Write a JSON file.

    Returns:
        The value, indented by two spaces, keys in the order given.
    """
    return json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def toml_text(document: Mapping[str, Any], inline: frozenset[str] = frozenset()) -> str:
    """Write a TOML file.

    Args:
        document: Tables of simple values, tables and lists of tables.
        inline: Keys whose value is written inside the line even when it is a table.

    Returns:
        The tables, one blank line between them.
    """
    return "\n".join(_blocks(document, (), inline))


def plain_breaks(text: str) -> str:
    """Write every line break as one line feed, as it will be read."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _blocks(
    table: Mapping[str, Any], path: tuple[str, ...], inline: frozenset[str], brackets: str = "[]"
) -> Iterator[str]:
    """Yield a table and every table below it, each as header and lines."""
    below = {key: value for key, value in table.items() if key not in inline and _is_tables(value)}
    lines = [f"{_key(key)} = {_value(value, len(_key(key)))}\n" for key, value in table.items() if key not in below]
    if path:
        header = ".".join(_key(part) for part in path)
        lines.insert(0, f"{brackets[0]}{header}{brackets[-1]}\n" if len(brackets) == 2 else f"[[{header}]]\n")
    if lines:
        yield "".join(lines)
    for key, value in below.items():
        if isinstance(value, Mapping):
            yield from _blocks(value, (*path, key), inline)
        else:
            for item in value:
                yield from _blocks(item, (*path, key), inline, "[[]]")


def _is_tables(value: object) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(item, Mapping) for item in value)
    return isinstance(value, Mapping)


def _value(value: object, indent: int) -> str:
    if isinstance(value, str) and "\n" in plain_breaks(value):
        return _scalar(value, multiline=True)
    line = _inline(value)
    if isinstance(value, list) and value and indent + len(" = ") + len(line) > _WIDTH:
        return "[\n" + "".join(f"  {_inline(item)},\n" for item in value) + "]"
    return line


def _inline(value: object) -> str:
    if isinstance(value, Mapping):
        pairs = ", ".join(f"{_key(key)} = {_inline(item)}" for key, item in value.items())
        return f"{{ {pairs} }}" if pairs else "{}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(_inline(item) for item in value) + "]"
    return _scalar(value)


def _scalar(value: object, *, multiline: bool = False) -> str:
    plain = plain_breaks(str(value)) if isinstance(value, str) else value
    return tomli_w.dumps({"k": plain}, multiline_strings=multiline).removeprefix("k = ").removesuffix("\n")


def _key(key: str) -> str:
    return key if _BARE.fullmatch(key) else _scalar(key)
