"""What the figure of effort shows: how much was searched beside what was found, so that nobody takes silence for quiet.

A scene holds plain values only. Figures and pages draw the same scene, so they cannot tell different stories.
"""

from dataclasses import dataclass

from riven.ids import ActorId, ClaimId, FindingId, MeasureId
from riven.model.panel import CellState


@dataclass(frozen=True, slots=True)
class EffortMark:
    """One group and period under one measure.

    Attributes:
        measure: The measure.
        actor: Row.
        period: Column.
        label: Measure, group and period.
        sentence: State and effort, as they would be read out.
        state: State of the cell.
        documents: Documents searched for this group, these kinds and this period; None where nobody recorded it.
        findings: Findings under the cell.
        claims: Their claims.
    """

    measure: MeasureId
    actor: ActorId
    period: str
    label: str
    sentence: str
    state: CellState
    documents: int | None
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class EffortPart:
    """The effort behind one measure.

    Attributes:
        measure: The measure.
        title: Title of its figure.
        groups: Rows in display order, by label of a camp; one empty label for none.
        labels: Printed name of each row, in the order of the rows.
        marks: One mark a row and period, row by row.
    """

    measure: MeasureId
    title: str
    groups: tuple[tuple[str, tuple[ActorId, ...]], ...]
    labels: tuple[str, ...]
    marks: tuple[EffortMark, ...]


@dataclass(frozen=True, slots=True)
class EffortScene:
    """Effort beside outcome, measure by measure.

    Attributes:
        title: Title.
        sentence: What the figure shows, or why there is none.
        periods: Columns.
        most: Most documents of any mark; None where no effort is recorded at all.
        parts: One part a measure with rows, in the order of the figures.
    """

    title: str
    sentence: str
    periods: tuple[str, ...]
    most: int | None
    parts: tuple[EffortPart, ...]
