"""What a finding may leave open about a cell."""

from enum import IntFlag

from riven.model.panel import CellState

STRENGTH = (CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE)  # the first that a finding gives decides a cell


class Doubt(IntFlag):
    """What a finding leaves open about a cell."""

    NONE = 0
    DATE = 1
    UNDATED = 2
    MODALITY = 4
    LINK = 8
    FAMILY = 16
    DISPUTED = 32
    CONTRADICTED = 64

    @property
    def is_contradiction(self) -> bool:
        """Whether sources or coders conflict, as opposed to saying too little."""
        return bool(self & CONTRADICTION)


CONTRADICTION = Doubt.DISPUTED | Doubt.CONTRADICTED
