"""The trace in both directions: from a cell back to its passages and sources, and from a source on to its cells.

A thread is one way from a cell to a source. Findings bear on a cell in three ways: they support it, they speak
against it, or they carry it (a lineage by which one actor's act counts for another, or for the focal family).
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from riven.ids import ActorId, ClaimId, FindingId, MeasureId, PassageId, SourceId
from riven.model.claim import Claim
from riven.model.finding import Finding
from riven.model.panel import Cell
from riven.model.source import Passage

_NOBODY: Mapping[FindingId, tuple[FindingId, ...]] = MappingProxyType({})


class Bearing(StrEnum):
    """How a finding bears on a cell."""

    SUPPORTS = "supports"
    AGAINST = "against"
    CARRIES = "carries"


@dataclass(frozen=True, slots=True)
class Thread:
    """One way from a cell to a source.

    Attributes:
        measure: Measure of the cell.
        actor: Row of the cell.
        period: Column of the cell.
        bearing: How the finding bears on the cell.
        finding: The finding.
        claim: A claim about it.
        passage: A passage the claim rests on.
        source: The source of the passage.
    """

    measure: MeasureId
    actor: ActorId
    period: str
    bearing: Bearing
    finding: FindingId
    claim: ClaimId
    passage: PassageId
    source: SourceId


@dataclass(frozen=True)
class Trace:
    """Every thread of a study.

    Attributes:
        threads: In the order of the cells, and under a cell: support, what carries it, what speaks against it.
    """

    threads: tuple[Thread, ...]

    def back(self, measure: MeasureId, actor: ActorId, period: str) -> tuple[Thread, ...]:
        """Walk from a cell to its sources; a cell that rests on nothing has no thread."""
        return tuple(t for t in self.threads if (t.measure, t.actor, t.period) == (measure, actor, period))

    def from_source(self, source: SourceId) -> tuple[Thread, ...]:
        """Walk from a source to every cell it touches."""
        return tuple(thread for thread in self.threads if thread.source == source)

    def from_passage(self, passage: PassageId) -> tuple[Thread, ...]:
        """Walk from a passage to every cell it touches."""
        return tuple(thread for thread in self.threads if thread.passage == passage)

    def from_claim(self, claim: ClaimId) -> tuple[Thread, ...]:
        """Walk from a claim to every cell it touches."""
        return tuple(thread for thread in self.threads if thread.claim == claim)

    def from_finding(self, finding: FindingId) -> tuple[Thread, ...]:
        """Walk from a finding to every cell it touches, and to its sources."""
        return tuple(thread for thread in self.threads if thread.finding == finding)


def trace(
    cells: Iterable[Cell],
    *,
    findings: Mapping[FindingId, Finding],
    claims: Mapping[ClaimId, Claim],
    passages: Mapping[PassageId, Passage],
    family: Mapping[FindingId, tuple[FindingId, ...]] = _NOBODY,
) -> Trace:
    """Lay every thread from cells to sources.

    Args:
        cells: Cells of one or more panels.
        findings: Findings by id.
        claims: Claims by id.
        passages: Passages by id.
        family: Findings that put the target of a finding into the focal family, by finding; a finding directed at
            the focal actor itself is absent.

    Returns:
        The trace. Cells without a finding for or against them have no thread in it.
    """
    walked: dict[FindingId, tuple[tuple[ClaimId, PassageId, SourceId], ...]] = {}

    def ends(finding: FindingId) -> tuple[tuple[ClaimId, PassageId, SourceId], ...]:
        if finding not in walked:
            walked[finding] = tuple(
                (claim, passage, passages[passage].source)
                for claim in findings[finding].claims
                for passage in claims[claim].passages
            )
        return walked[finding]

    return Trace(
        tuple(
            Thread(cell.measure, cell.actor, cell.period, bearing, finding, *end)
            for cell in cells
            for finding, bearing in _under(cell, family)
            for end in ends(finding)
        )
    )


def cells_of(threads: Iterable[Thread]) -> tuple[tuple[MeasureId, ActorId, str], ...]:
    """List the cells that threads lead to, once each.

    Returns:
        Measure, actor and period, in the order of the threads.
    """
    return tuple(dict.fromkeys((thread.measure, thread.actor, thread.period) for thread in threads))


def _under(cell: Cell, family: Mapping[FindingId, tuple[FindingId, ...]]) -> Iterator[tuple[FindingId, Bearing]]:
    """List the findings under a cell; one that carries several others is named once."""
    yield from ((support.finding, Bearing.SUPPORTS) for support in cell.support)
    carrying = dict.fromkeys(step.finding for support in cell.support for step in support.path)
    carrying |= dict.fromkeys(kin for support in cell.support for kin in family.get(support.finding, ()))
    yield from ((finding, Bearing.CARRIES) for finding in carrying)
    yield from ((finding, Bearing.AGAINST) for finding in cell.against)
