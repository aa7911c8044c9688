"""What the figure of effort shows: how much was searched beside what was found, so that nobody takes silence for quiet.

A scene holds plain values only. Figures and pages draw the same scene, so they cannot tell different stories.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riven.analysis.wording import counted
from riven.ids import ActorId, ClaimId, FindingId, MeasureId
from riven.model.panel import Cell, CellState, Panel
from riven.model.wording import STATE_WORDS

TITLE = "How much was searched beside what was found"
NO_ROWS = "No measure has a row, so that there is nothing to search for."
MOST_READ_OUT = 40
_SHOWN = "Documents searched for each group and period, beside the state of the cell."

Row = dict[str, str | int | tuple[str, ...] | None]


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


def effort_scene(panels: Iterable[Panel]) -> EffortScene:
    """Set what was searched beside what was found.

    Args:
        panels: Panels, in the order of the figures.

    Returns:
        The scene; without a row in any panel only its sentence.
    """
    held = [panel for panel in panels if panel.actors and panel.periods]
    parts = tuple(_part(panel) for panel in held)
    searched = [mark.documents for part in parts for mark in part.marks if mark.documents is not None]
    return EffortScene(
        title=TITLE,
        sentence=_SHOWN if parts else NO_ROWS,
        periods=held[0].periods if held else (),
        most=max(searched, default=None),
        parts=parts,
    )


def _part(panel: Panel) -> EffortPart:
    return EffortPart(
        measure=panel.measure,
        title=panel.title,
        groups=panel.groups,
        labels=tuple(panel.labels.get(actor, actor) for actor in panel.actors),
        marks=tuple(_mark(panel, panel.cells[actor, period]) for actor in panel.actors for period in panel.periods),
    )


def _mark(panel: Panel, cell: Cell) -> EffortMark:
    label = f"{panel.title}: {panel.labels.get(cell.actor, cell.actor)}, {cell.period}"
    return EffortMark(
        measure=panel.measure,
        actor=cell.actor,
        period=cell.period,
        label=label,
        sentence=f"{label}: {STATE_WORDS[cell.state].label}; {effort_words(cell.state, cell.documents_searched)}.",
        state=cell.state,
        documents=cell.documents_searched,
        findings=tuple(support.finding for support in cell.support),
        claims=cell.claims,
    )


def effort_words(state: CellState, documents: int | None) -> str:
    """Say how much was searched.

    Returns:
        Such as `3 documents searched`; where nobody recorded a number, that nobody did.
    """
    if documents is not None:
        return f"{counted(documents, 'document')} searched"
    if state is CellState.OUTSIDE:
        return "nothing to search"
    return "how much was searched is not recorded"


def caption(scene: EffortScene) -> str:
    """Write the caption: what the numbers say, how many are missing, and what an empty cell does not say.

    Returns:
        Sentences in one paragraph.
    """
    marks = [mark for part in scene.parts for mark in part.marks]
    if not marks:
        return scene.sentence
    live = [mark for mark in marks if mark.state is not CellState.OUTSIDE]
    unrecorded = sum(mark.documents is None for mark in live)
    told = [scene.sentence]
    if unrecorded:
        told.append(f"For {unrecorded} of {counted(len(live), 'cell')} effort is not recorded.")
    elif live:
        told.append(f"Effort is recorded for each of {counted(len(live), 'cell')}.")
    unsearched = sum(mark.state is CellState.NOT_SEARCHED for mark in live)
    if unsearched:
        told.append(
            f"{unsearched} {'is' if unsearched == 1 else 'are'} not searched, or not for the whole period: there "
            "silence says nothing about the group."
        )
    told.append("A document counts in every cell that a search with it covers.")
    return " ".join(told)


def alternative(scene: EffortScene) -> str:
    """Describe the figure for a reader who cannot see it.

    Returns:
        The title and every cell in words; for more than 40 rows only how many cells are in which state.
    """
    if not scene.parts:
        return f"{scene.title}. {scene.sentence}"
    told = [f"{scene.title}."]
    for part in scene.parts:
        told.append(f"{part.title}: {counted(len(part.labels), 'group')} by {counted(len(scene.periods), 'period')}.")
        if sum(len(each.labels) for each in scene.parts) <= MOST_READ_OUT:
            told += [_row_words(part, number, len(scene.periods)) for number in range(len(part.labels))]
    return " ".join(told)


def _row_words(part: EffortPart, number: int, width: int) -> str:
    marks = part.marks[number * width : (number + 1) * width]
    said = "; ".join(
        f"{mark.period} {STATE_WORDS[mark.state].label}, {effort_words(mark.state, mark.documents)}" for mark in marks
    )
    return f"{part.labels[number]}: {said}."


def rows(scene: EffortScene) -> Iterator[Row]:
    """Lay the scene out as a table: one row a measure, group and period.

    Yields:
        Rows of figures/effort.csv.
    """
    for part in scene.parts:
        labels = dict(zip((actor for _, actors in part.groups for actor in actors), part.labels, strict=True))
        for mark in part.marks:
            yield {
                "measure": mark.measure,
                "actor": mark.actor,
                "label": labels[mark.actor],
                "period": mark.period,
                "state": mark.state.value,
                "documents": mark.documents,
                "findings": mark.findings,
                "claims": mark.claims,
            }
