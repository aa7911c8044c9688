"""The six cell states in words and signs, and days as people say them, so that figures, pages and terminal agree.

The signs are characters found in every common font. Figures draw shapes of the same meaning instead of them. Months
are named here and not asked of the machine, whose language may be another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from riven.dates import Window
from riven.model.panel import Cell, CellState
from riven.phrases import MONTHS


@dataclass(frozen=True, slots=True)
class StateWords:
    """How a state is named, marked and explained to a reader.

    Attributes:
        label: Name in running text, lower case.
        sign: One character that stands for it where there is no room to draw.
        meaning: What it says, and what it does not say; one clause.
    """

    label: str
    sign: str
    meaning: str


STATE_WORDS: Mapping[CellState, StateWords] = MappingProxyType(
    {
        CellState.REPORTED: StateWords("reported", "●", "a source says so, and the date lies in the period"),
        CellState.POSSIBLE: StateWords("possible", "◐", "date, wording or inheritance leaves it open"),
        CellState.DISPUTED: StateWords("disputed", "≠", "sources or coders contradict each other"),
        CellState.NONE_FOUND: StateWords("none found", "○", "searched, and nothing was found"),
        CellState.NOT_SEARCHED: StateWords("not searched", "·", "nobody looked; says nothing about the group"),
        CellState.OUTSIDE: StateWords("outside", "×", "the group did not exist then"),
    }
)

INHERITED_SIGN = "↳"
INHERITED_MEANING = "rests only on another actor’s acts that count here"


def is_inherited(cell: Cell) -> bool:
    """Say whether everything that gives a cell its state was done by another actor than the row's.

    Returns:
        True when the cell has evidence, and no finding of the cell's own strength reaches the row without a path.
    """
    deciding = [support for support in cell.support if support.state is cell.state]
    return bool(deciding) and all(support.path for support in deciding)


def day_words(iso: str) -> str:
    """Say a day, a month or a year.

    Args:
        iso: Year, year and month, or a whole date, such as `2015-08-06`.

    Returns:
        Such as `6 August 2015`, `August 2015` or `2015`.
    """
    year, *rest = iso.split("-")
    names = [MONTHS[int(month) - 1][0].capitalize() for month in rest[:1]]
    return " ".join([*(str(int(day)) for day in rest[1:]), *names, str(int(year))])


def window_words(window: Window) -> str:
    """Say a window as people do, without days where it holds whole months or years.

    Returns:
        Such as `2014–2017`, `July 2020 to June 2022` or `6 August 2015 to 3 May 2017`.
    """
    first, last = window.start, window.end - timedelta(days=1)
    if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31):
        return "–".join(dict.fromkeys((str(first.year), str(last.year))))
    whole_months = first.day == window.end.day == 1
    ends = (day_words(str(day)[:7] if whole_months else str(day)) for day in (first, last))
    return " to ".join(dict.fromkeys(ends))
