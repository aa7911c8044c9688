"""Tables as files: CSV that a spreadsheet opens without running anything in it, and Parquet.

A spreadsheet runs a cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage return as a formula. Such a cell is
written with one apostrophe in front (and so is one that already has apostrophes before such a character, so that
taking one away always gives the text back). `plain` undoes it. A number is no text and stays a number, below zero as
well. Parquet holds the text as it is.
"""

import csv
import io
import re
from collections.abc import Iterable, Mapping, Sequence

import polars as pl

Value = str | int | float | bool | Sequence[str] | None
Row = Mapping[str, Value]

_RUNS = re.compile(r"'*[=+\-@\t\r]")
_GUARDED = re.compile(r"'+[=+\-@\t\r]")


def to_csv(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Write rows as CSV: UTF-8, LF, one header row, lists joined by `; `, blank for what is missing.

    Args:
        columns: Column names in order.
        rows: Rows by column name; every row has exactly these columns.

    Returns:
        The file's bytes; equal rows give equal bytes.
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_written(row[name]) for name in columns] for row in rows)
    return buffer.getvalue().encode("utf-8", "backslashreplace")


def _written(value: Value) -> str:
    return cell(value) if isinstance(value, int | float) else guarded(cell(value))


def to_parquet(columns: Sequence[str], rows: Iterable[Row]) -> bytes:
    """Write rows as Parquet, every column as text and a missing value as null.

    Args:
        columns: Column names in order.
        rows: Rows by column name.

    Returns:
        The file's bytes; equal rows give equal bytes with the same version of polars.
    """
    buffer = io.BytesIO()
    to_frame(columns, rows).write_parquet(buffer, compression="zstd", statistics=False)
    return buffer.getvalue()


def to_frame(columns: Sequence[str], rows: Iterable[Row]) -> pl.DataFrame:
    """Turn rows into a frame.

    Args:
        columns: Column names in order.
        rows: Rows by column name.

    Returns:
        One column a name: numbers where every value is one or missing, text otherwise; null for what a
        CSV leaves blank.
    """
    held = list(rows)
    series = []
    for name in columns:
        values = [row[name] for row in held]
        kinds = {type(value) for value in values if value is not None}
        if kinds and kinds <= {int, float}:
            series.append(pl.Series(name, values, dtype=pl.Float64 if float in kinds else pl.Int64))
        else:
            texts = [cell(value) or None for value in values]
            series.append(pl.Series(name, texts, dtype=pl.String))
    return pl.DataFrame(series)


def cell(value: Value) -> str:
    """Write one value: blank for missing, `yes` and `no`, lists joined by `; `.

    Returns:
        The text of the cell, not yet guarded.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value) if isinstance(value, str | int | float) else "; ".join(value)


def guarded(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would run.

    Returns:
        The text, safe to open.
    """
    return f"'{text}" if _RUNS.match(text) else text


def plain(text: str) -> str:
    """Undo `guarded`.

    Returns:
        The text as it was.
    """
    return text[1:] if _GUARDED.match(text) else text
