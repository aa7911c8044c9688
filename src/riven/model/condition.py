"""Conditions: what evidence a rule asks for."""

from dataclasses import dataclass

from riven.ids import RuleId
from riven.model.panel import CellState


@dataclass(frozen=True, slots=True)
class Condition:
    """Asks for evidence picked by any of several selectors, anywhere in the window.

    Attributes:
        any: Selectors, one of which must pick a finding.
        states: Strengths of evidence that are enough. Evidence that exists but is weaker leaves the question open.
        attribution: Links along which findings reach the actor.
    """

    any: tuple[RuleId, ...]
    states: tuple[CellState, ...] = (CellState.REPORTED,)
    attribution: tuple[RuleId, ...] = ()
