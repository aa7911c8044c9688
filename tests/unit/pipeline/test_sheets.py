"""Tables as files: safe to open, and the same for the same rows."""

import csv
import io

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from riven.pipeline.sheets import cell, guarded, plain, to_csv, to_frame, to_parquet


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", "'=1"])
def test_a_formula_is_disarmed_and_can_be_read_back(text: str) -> None:
    """A spreadsheet shows it and does not run it."""
    assert guarded(text).startswith("'")
    assert text == plain(guarded(text))


@given(st.text(max_size=20))
def test_every_text_comes_back(text: str) -> None:
    """Taking the guard away always gives the text."""
    assert text == plain(guarded(text))


@pytest.mark.parametrize(
    ("value", "text"), [(None, ""), (True, "yes"), (False, "no"), (3, "3"), ("x", "x"), (["a", "b"], "a; b"), ((), "")]
)
def test_values_are_written_one_way(value, text: str) -> None:
    """Blank for missing, yes and no, lists joined."""
    assert text == cell(value)


def test_a_number_below_zero_stays_a_number() -> None:
    """Statistics programs read the column as numbers; a text that looks like one is still guarded."""
    assert b"n,t\n-1,'-1\n-0.5,a\n" == to_csv(["n", "t"], [{"n": -1, "t": "-1"}, {"n": -0.5, "t": "a"}])


def test_a_row_must_fit_its_table() -> None:
    """A missing column is a defect and not a blank."""
    with pytest.raises(KeyError):
        to_csv(["a", "b"], [{"a": 1}])


def test_csv_keeps_line_feeds_and_commas_in_cells() -> None:
    """One header row, UTF-8, line feeds."""
    data = to_csv(["a", "b"], [{"a": "one,\ntwo", "b": None}])

    assert [["a", "b"], ["one,\ntwo", ""]] == list(csv.reader(io.StringIO(data.decode())))
    assert b"\r" not in data


def test_parquet_holds_what_the_csv_holds() -> None:
    """Whole numbers as numbers, lists as joined text, null for missing."""
    rows = [{"n": 1, "t": ["a", "b"]}, {"n": None, "t": None}]
    frame = pl.read_parquet(io.BytesIO(to_parquet(["n", "t"], rows)))

    assert [(1, "a; b"), (None, None)] == frame.rows()
    assert {"n": pl.Int64, "t": pl.String} == dict(frame.schema)
    assert frame.equals(to_frame(["n", "t"], rows))
