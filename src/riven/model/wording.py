"""The six cell states in words and signs: one place, so that figures, pages and terminal never differ.

The signs are characters found in every common font. Figures draw shapes of the same meaning instead of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from riven.model.panel import Cell, CellState


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
