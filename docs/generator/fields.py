"""What a field of a dataclass of the model holds, in words: for columns of sheets and keys of TOML files."""

import dataclasses
import re
import types
import typing
from collections.abc import Mapping
from datetime import date
from enum import Enum

from generator.markdown import Doc, code, codes
from riven.dates import FuzzyDate, StatedDate, Window
from riven.model.panel import CellState

_NONE = re.compile(r"\bNone\b")
_PLAIN = {
    int: "whole number",
    str: "text",
    float: "number",
    date: "day, as in `2015-08-06`",
    FuzzyDate: "[date](dates.md)",
    StatedDate: "[date](dates.md), with basis and phrase",
    Window: "two [dates](dates.md), as in `2014/2017`",
}


def meanings(cls: type, absent: str) -> dict[str, str]:
    """Read what each field of a dataclass means from its docstring; `absent` is what a file has in place of None."""
    return {name: _NONE.sub(absent, text) for name, text in Doc(cls).items("Attributes").items()}


def types_of(cls: type) -> dict[str, object]:
    """Read the types of a dataclass's fields."""
    return typing.get_type_hints(cls)


def in_words(hint: object, flag: str = "yes or no") -> str:
    """Say what a field of a type holds; `flag` is how the file at hand writes a truth value."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in {typing.Union, types.UnionType}:
        return " or ".join(in_words(part, flag) for part in arguments if part is not type(None))
    if origin is tuple:
        return _list_of(arguments[0])
    if origin is not None and issubclass(origin, Mapping):
        return f"table: {in_words(arguments[0])} to {in_words(arguments[1])}"
    return flag if hint is bool else _one(hint)


def _one(hint: object) -> str:
    if isinstance(hint, typing.NewType):
        return f"{hint.__name__.removesuffix('Id').lower()} id"
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"one of {_words(hint)}"
    return _PLAIN.get(typing.cast("type", hint), "table" if dataclasses.is_dataclass(hint) else "value")


def _list_of(item: object) -> str:
    if dataclasses.is_dataclass(item):
        return "tables"
    if isinstance(item, type) and issubclass(item, Enum):
        return f"list out of {_words(item)}"
    return "list of pairs" if typing.get_origin(item) is tuple else f"list of {in_words(item)}s"


def _words(options: type[Enum]) -> str:
    """List the words of a choice. Rules only ever ask for states with evidence."""
    if options is CellState:
        return codes(state.value for state in CellState if state.has_evidence)
    return codes(option.value for option in options)


def default_of(cls: type, name: str) -> str:
    """Say what a missing field means; `required` when there is no default."""
    held = next(part for part in dataclasses.fields(cls) if part.name == name)
    if held.default_factory is not dataclasses.MISSING:
        return "empty"
    if held.default is dataclasses.MISSING:
        return "required"
    return _shown(held.default)


def _shown(value: object) -> str:
    if isinstance(value, Enum):
        return code(value.value)
    if isinstance(value, bool):
        return code(str(value).lower())
    if isinstance(value, tuple):
        return codes(part.value if isinstance(part, Enum) else part for part in value) or "empty"
    return "empty" if value in {None, ""} else code(value)
