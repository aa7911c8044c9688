"""What every column of a build's tables means, as data: the tables, columns.csv and the manual are made from it."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from riven.errors import UnknownTermError

PERIOD = "<period>"
PANEL = "panels/<measure>.csv"
_DOCUMENTS = ("columns.toml", "argument_columns.toml", "figure_columns.toml")


@dataclass(frozen=True, slots=True)
class Column:
    """One column of one table.

    Attributes:
        file: The table, as a path inside the build; `<measure>` stands for the id of each measure.
        name: Its name; `<period>` stands for each period of the window.
        meaning: What its values say.
        type: What its values are; `ids`, `texts`, `pairs` and `steps` are lists joined by `; `.
        missing: What an empty cell means; empty when the column is never empty.
    """

    file: str
    name: str
    meaning: str
    type: str
    missing: str


@cache
def columns() -> tuple[Column, ...]:
    """List every column of every table.

    Returns:
        Columns by table, in the order they are written.
    """
    texts = [(files("riven.pipeline") / name).read_text(encoding="utf-8") for name in _DOCUMENTS]
    return tuple(
        Column(file, entry["name"], entry["meaning"], entry["type"], entry.get("missing", ""))
        for text in texts
        for file, entries in tomllib.loads(text).items()
        for entry in entries
    )


def columns_of(file: str, periods: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Name the columns of one table.

    Args:
        file: The table, as in `Column.file`.
        periods: Labels that stand for `<period>`.

    Returns:
        Column names in order.

    Raises:
        UnknownTermError: No table of that name is documented.
    """
    names = [column.name for column in columns() if column.file == file]
    if not names:
        raise UnknownTermError(file, "table", sorted({column.file for column in columns()}))
    return tuple(label for name in names for label in (periods if name == PERIOD else (name,)))
