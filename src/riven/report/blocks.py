"""What a section of a report is made of, before it is set as HTML or Markdown: lines, lists, tables and grids.

A line is a row of pieces; a piece is a text, at most with a look and with a place on the page it leads to. Both forms
of the report set the same blocks, so neither can show more than the other.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Look(StrEnum):
    """How a piece is set."""

    PLAIN = "plain"
    NAME = "name"
    FREE = "free"
    STRONG = "strong"
    EMPHASIS = "emphasis"
    CODE = "code"
    SOFT = "soft"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Piece:
    """A text inside a line.

    Attributes:
        text: The text, escaped only when it is set.
        look: How it is set. A name and free text of a study keep their own direction of writing; what is unknown is
            set as a dash and read out as the text.
        target: Id on this page that it leads to; empty for none.
    """

    text: str
    look: Look = Look.PLAIN
    target: str = ""


_LONG = 50
Line = tuple[Piece, ...]
Said = Piece | Line | str


def line(*said: Said) -> Line:
    """Put a line together.

    Args:
        said: Texts, pieces and lines, in order.

    Returns:
        One line.
    """
    found: list[Piece] = []
    for each in said:
        if isinstance(each, str):
            found.append(Piece(each))
        elif isinstance(each, Piece):
            found.append(each)
        else:
            found.extend(each)
    return tuple(piece for piece in found if piece.text)


def joined(lines: Iterable[Line], separator: str = ", ") -> Line:
    """Put lines behind each other, with a separator between them."""
    found: list[Said] = []
    for each in lines:
        found += [separator, each] if found else [each]
    return line(*found)


def _length(whole: Line) -> int:
    return sum(len(piece.text) for piece in whole)


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a section."""

    text: str
    sort: str = "heading"


@dataclass(frozen=True, slots=True)
class Prose:
    """A paragraph; a warning stands out."""

    line: Line
    is_warning: bool = False
    sort: str = "prose"


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: tuple[Line, ...]
    sort: str = "listing"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table.

    Attributes:
        head: What it is about.
        cells: One cell a column after the first, each of any number of lines.
        anchor: Id of the row's head, for what leads back to it; empty for none.
    """

    head: Line
    cells: tuple[tuple[Line, ...], ...]
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts.

    Attributes:
        caption: What it shows, and what a reader has to know.
        columns: Headings, the one of the rows' heads first.
        rows: Rows.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    sort: str = "table"

    @property
    def wide(self) -> frozenset[int]:
        """Numbers of the columns after the first, from 0, whose texts need room to be read."""
        cells = ((number, part) for row in self.rows for number, cell in enumerate(row.cells) for part in cell)
        return frozenset(number for number, part in cells if _length(part) > _LONG)

    @property
    def has_wide_heads(self) -> bool:
        """Whether the heads of the rows need room."""
        return any(_length(row.head) > _LONG for row in self.rows)


class KeyLine(NamedTuple):
    """What a mark is called and says: the state of a cell whose look it shares, its sign, label and meaning."""

    state: str
    sign: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell of a grid, which leads to what it rests on.

    Attributes:
        state: State of a cell (`riven.model.panel`) whose mark it shares.
        shown: Sign and word.
        below: What stands below the mark; may be empty.
        words: What a listener hears.
        anchor: Id of the panel it opens.
        at: Its own id.
    """

    state: str
    shown: str
    below: str
    words: str
    anchor: str
    at: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of marks.

    Attributes:
        caption: What it shows.
        columns: Headings, the one of the rows' heads first.
        rows: Head and marks of each row.
        key: What every mark says.
    """

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[Mark, ...]], ...]
    key: tuple[KeyLine, ...]
    sort: str = "grid"


Block = Heading | Prose | Listing | Table | Grid


@dataclass(frozen=True, slots=True)
class Section:
    """A section of the page.

    Attributes:
        anchor: Its id.
        title: Its title.
        short: Its name in the list of contents.
        blocks: What it holds.
    """

    anchor: str
    title: str
    short: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Evidence that opens beside the page.

    Attributes:
        anchor: Its id.
        at: Id of the place that leads to it, and to which closing it leads back.
        title: What it is about.
        blocks: What it holds.
    """

    anchor: str
    at: str
    title: str
    blocks: tuple[Block, ...]
