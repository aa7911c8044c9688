"""Sheets of a study folder: CSV rows that can say, to the character, where each of their cells stands.

Positions are computed only when something is wrong: a row remembers the line it starts on, and the cell is found by
walking that row again. Cost: about 3 microseconds a row of 30 cells, checks for formulas and size included.
"""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from riven.folder.files import MAX_FILE_BYTES, TextFile
from riven.folder.problems import WHOLE_FILE, Problems, Where, listed, quoted

MAX_CELL = 1_000_000
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"')
_PLAIN = re.compile(r"[^,\n]*")
_FORMULA_STARTS = frozenset("=+-@\t")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one kind of sheet.

    Attributes:
        names: Every column, in canonical order.
        required: Columns that must be there.
        closed: Whether other columns are problems; false where a broken codebook leaves the columns open.
    """

    names: tuple[str, ...]
    required: tuple[str, ...]
    closed: bool = True


class Sheet:
    """One CSV file with a known set of columns.

    Attributes:
        name: File, relative to the study folder.
        columns: Position of each known column that is present.
        unsure: What rows that are torn, or whose identifier is malformed, seem to declare.
        whole: False once part of the file could not be read, or a row does not say what it declares.
    """

    def __init__(self, file: TextFile, problems: Problems) -> None:
        self.name = file.name
        self.problems = problems
        self.columns: dict[str, int] = {}
        self.unsure: list[str] = []
        self.whole = True
        self._file = file
        self._width = 0
        self._starts: tuple[int, list[int]] = (0, [])
        self._records = self._read()

    def open(self, columns: Columns) -> None:
        """Read the header and check it against the columns the sheet may have."""
        line, header = next(self._records, (0, []))
        self._width = len(header)
        if not header or (len(header) == 1 and _separator(header[0])):
            self.whole = False
            self._records = iter(())
            self._refuse(line, header, columns)
            return
        for index, name in enumerate(header):
            self._check_column(line, index, name, columns)
        for name in columns.required:
            if name not in self.columns:
                self.whole = False
                self.problems.add(self.name, (line, 0), f"missing column {quoted(name)}")

    def _refuse(self, line: int, header: Sequence[str], columns: Columns) -> None:
        if not header:
            if not self.problems.has(self.name):
                self.problems.add(self.name, WHOLE_FILE, "is empty", f"a header row: {listed(columns.names, 40)}")
            return
        what = f"the columns are separated by {_separator(header[0])}"
        self.problems.add(self.name, (line, 0), what, "commas", "Save the file with commas between the columns.")

    def _check_column(self, line: int, index: int, name: str, columns: Columns) -> None:
        where = self.where(line, index)
        if not name.strip():
            self.problems.add(self.name, where, "a column has no name", listed(columns.names, 40))
        elif name in self.columns:
            self.problems.add(self.name, where, f"column {quoted(name)} appears twice")
        elif name in columns.names:
            self.columns[name] = index
        elif columns.closed:
            hint = self.problems.nearest(f"column of {self.name}", name, columns.names)
            self.problems.add(self.name, where, f"unknown column {quoted(name)}", listed(columns.names, 40), hint)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Walk the rows that fit the header.

        Yields:
            The line a row starts on, and its cells.
        """
        for line, cells in self._records:
            if len(cells) != self._width:
                self._tear(line, cells)
                continue
            for index, cell in enumerate(cells):
                if cell and (cell[0] in _FORMULA_STARTS or len(cell) > MAX_CELL):
                    self._check_cell(line, index, cell)
            yield line, cells

    def where(self, line: int, index: int) -> Where:
        """Line and column of a cell, given the line its row starts on; -1 is the last one."""
        if self._starts[0] != line:
            self._starts = line, list(_cell_starts(self._file.text, self._file.line_start(line)))
        starts = self._starts[1]
        return self._file.where(starts[min(index, len(starts) - 1)])

    def _tear(self, line: int, cells: Sequence[str]) -> None:
        own = self.columns.get("id", 0)
        self.unsure += cells[own : own + 1]
        many = len(cells) > self._width
        where = self.where(line, self._width) if many else (line, 0)
        hint = "Put quotation marks round a cell that holds a comma." if many else ""
        what = f"the row has {len(cells)} cells, the header {self._width}"
        self.problems.add(self.name, where, what, "one cell a column", hint)

    def _check_cell(self, line: int, index: int, cell: str) -> None:
        if len(cell) > MAX_CELL:
            what = f"a cell of {len(cell) / 1e6:.1f} million characters"
            self.problems.add(self.name, self.where(line, index), what, "at most 1 million (1 MB)")
        if cell[0] in _FORMULA_STARTS and not _NUMBER.fullmatch(cell):
            what = f"{quoted(cell)} begins like a formula, and a spreadsheet would run it"
            hint = "Begin the cell with another character, such as a quotation mark or a word."
            self.problems.add(self.name, self.where(line, index), what, "", hint)

    def _read(self) -> Iterator[tuple[int, list[str]]]:
        if csv.field_size_limit() < MAX_FILE_BYTES:
            csv.field_size_limit(MAX_FILE_BYTES)
        reader = csv.reader(io.StringIO(self._file.text, newline=""), strict=True)
        line = 1
        try:
            for cells in reader:
                if any(cells):
                    yield line, cells
                line = reader.line_num + 1
        except csv.Error:
            self.whole = False
            what = "a quotation mark is not closed, or text follows the closing one"
            hint = 'Inside a quoted cell, write a quotation mark twice: "".  Rows below this one were not read.'
            self.problems.add(self.name, self.where(line, -1), what, "", hint)


class Row:
    """One row of a sheet, with the line it starts on."""

    __slots__ = ("cells", "line", "sheet")

    def __init__(self, sheet: Sheet, line: int, cells: list[str]) -> None:
        self.sheet = sheet
        self.line = line
        self.cells = cells

    def get(self, column: str) -> str:
        """The cell as written; empty when the sheet lacks the column."""
        index = self.sheet.columns.get(column)
        return "" if index is None else self.cells[index]

    def wrong(self, column: str, what: str, expected: str = "", hint: str = "") -> None:
        """Record a problem at a cell, or at the row when the sheet lacks the column."""
        index = self.sheet.columns.get(column)
        where = (self.line, 0) if index is None else self.sheet.where(self.line, index)
        self.sheet.problems.add(self.sheet.name, where, what, expected, hint)

    def problems(self) -> Problems:
        """Where problems are collected."""
        return self.sheet.problems


def open_sheet(file: TextFile, columns: Columns, problems: Problems) -> Sheet:
    """Open a sheet and check its header.

    Args:
        file: The file.
        columns: The columns it may and must have.
        problems: Where defects are recorded.

    Returns:
        The sheet, ready to walk.
    """
    sheet = Sheet(file, problems)
    sheet.open(columns)
    return sheet


def each_row(sheet: Sheet, read: Callable[[Row], None]) -> None:
    """Hand every row that fits the header to a reader."""
    for line, cells in sheet.rows():
        read(Row(sheet, line, cells))


def _cell_starts(text: str, offset: int) -> Iterator[int]:
    """Offsets of the cells of the row that begins at an offset; ends early at a malformed cell, which comes last."""
    while True:
        yield offset
        match = (_QUOTED if text.startswith('"', offset) else _PLAIN).match(text, offset)
        if match is None or not text.startswith(",", match.end()):
            return
        offset = match.end() + 1


def _separator(header: str) -> str:
    """Name the mark that separates the columns of a header that holds no comma."""
    return next((name for name, mark in (("semicolons", ";"), ("tabs", "\t")) if mark in header), "")
