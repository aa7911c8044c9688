"""Panels and their cells: six honest states, and no way to build a cell that claims what nothing supports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from riven.errors import UntraceableCellError
from riven.ids import ActorId, ClaimId, FindingId, MeasureId, RuleId, SourceId


class CellState(StrEnum):
    """What a cell says, in order of display."""

    REPORTED = "reported"
    POSSIBLE = "possible"
    DISPUTED = "disputed"
    NONE_FOUND = "none_found"
    NOT_SEARCHED = "not_searched"
    OUTSIDE = "outside"

    @property
    def has_evidence(self) -> bool:
        """Whether a cell in this state rests on findings."""
        return self in {CellState.REPORTED, CellState.POSSIBLE, CellState.DISPUTED}


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step by which what one actor did counts for another.

    Attributes:
        actor: The actor the step starts from.
        to: The actor it counts for.
        link: The rule that says so.
        finding: The finding (a lineage, a membership) the rule rests on.
    """

    actor: ActorId
    to: ActorId
    link: RuleId
    finding: FindingId


@dataclass(frozen=True, slots=True)
class Support:
    """One finding under one cell.

    Attributes:
        finding: The finding.
        state: What it alone would make of the cell: reported, possible or disputed.
        path: How it reaches the row; empty when the row's actor did it itself.
        reason: Why it has this strength, in plain words (date, modality, inheritance).
    """

    finding: FindingId
    state: CellState
    path: tuple[PathStep, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One actor and period under one measure.

    Attributes:
        measure: The measure.
        actor: Row.
        period: Column, e.g. `2015`.
        state: One of the six states.
        support: Findings that count, strongest first; empty unless the state has evidence.
        against: Findings that say it was not so (explicit negatives) and meet the period.
        claims: Claims of the supporting findings.
        sources: Sources of those claims.
        independent: Sources after copies of one story are counted once.
        documents_searched: Documents screened for this row, kind and period; None when nobody counted.
        fragility: Fewest independent sources whose loss changes the state; None without evidence.
        why: One sentence that says why the cell is what it is.

    Raises:
        UntraceableCellError: The state claims evidence and names none, or the other way round.
    """

    measure: MeasureId
    actor: ActorId
    period: str
    state: CellState
    support: tuple[Support, ...] = ()
    against: tuple[FindingId, ...] = ()
    claims: tuple[ClaimId, ...] = ()
    sources: tuple[SourceId, ...] = ()
    independent: tuple[SourceId, ...] = ()
    documents_searched: int | None = None
    fragility: int | None = None
    why: str = ""

    def __post_init__(self) -> None:
        if flaw := self._flaw():
            raise UntraceableCellError(self.actor, self.period, flaw)

    def _flaw(self) -> str:
        if not self.state.has_evidence:
            has_any = self.support or self.claims or self.sources or self.independent or self.fragility is not None
            return f"state '{self.state}' cannot rest on findings" if has_any else ""
        if not (self.support and self.claims and self.sources and self.independent):
            return f"state '{self.state}' needs a finding, a claim and a source"
        if self.state not in {support.state for support in self.support}:
            return f"no finding gives the state '{self.state}'"
        if len(self.independent) > len(self.sources):
            return "there cannot be more independent sources than sources"
        return "" if self.fragility else "a cell with evidence falls when enough sources do: fragility is at least 1"


@dataclass(frozen=True, slots=True)
class Panel:
    """The cells of one measure over actors and periods, ready to draw.

    Attributes:
        measure: The measure.
        title: Title, generated from the rules.
        sentence: The measure's rule in plain words.
        groups: Rows in display order, by group label (a camp); a panel without groups has one empty label.
        labels: Printed name of each row.
        periods: Column labels in order.
        cells: Every cell by (actor, period).
    """

    measure: MeasureId
    title: str
    sentence: str
    groups: tuple[tuple[str, tuple[ActorId, ...]], ...]
    labels: Mapping[ActorId, str] = field(hash=False)
    periods: tuple[str, ...]
    cells: Mapping[tuple[ActorId, str], Cell] = field(hash=False)

    @property
    def actors(self) -> tuple[ActorId, ...]:
        """Rows in display order."""
        return tuple(actor for _, actors in self.groups for actor in actors)
