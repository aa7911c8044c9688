"""What was expected and what came of it, and how long it took until something was first reported.

Expectations are scored only where they are resolved and carry a number; open ones are counted and left out. The day of
a first report is known as a range, so its distribution is estimated from ranges. Both are descriptions of few cases.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from riven.analysis.scoring import Score, Stated, reliability, score
from riven.analysis.survival import Days, Turnbull, turnbull
from riven.dates import DayRange
from riven.ids import ActorId, ClaimId, FindingId, MeasureId
from riven.model.codebook import DateRole
from riven.model.expectation import Expectation, Outcome
from riven.model.finding import Finding
from riven.model.panel import Cell, CellState, Panel

_OUTCOMES = {Outcome.YES: 1, Outcome.NO: 0}


@dataclass(frozen=True, slots=True)
class Looked:
    """An expectation, and the cells of the study that bear on it.

    Attributes:
        expectation: The expectation.
        cells: Cells of its measure, of its actors, in a period it may cover; none when the study ends before.
        scored: Whether it is in the score: resolved, with a number.
    """

    expectation: Expectation
    cells: tuple[Cell, ...]
    scored: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """Expectations with their score.

    Attributes:
        expectations: In file order.
        score: Brier score over those that are resolved and carry a number; its parts are None while none is.
        stated: The probabilities stated among them, each with how often it came true.
    """

    expectations: tuple[Looked, ...]
    score: Score
    stated: tuple[Stated, ...]


@dataclass(frozen=True, slots=True)
class FirstReport:
    """When something about a group was first reported to have happened.

    Attributes:
        measure: The measure.
        actor: The group.
        first: First day it can have been, counted from the first day of the window (day 0); None when it may have been
            before the window.
        last: Last day it can have been; None when it was not reported in the window.
        findings: The finding, or findings, that make it so; empty when nothing was reported.
        claims: Their claims.
    """

    measure: MeasureId
    actor: ActorId
    first: int | None
    last: int | None
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Timing:
    """How long it took until a first report.

    Attributes:
        measure: The measure.
        reports: One entry a group, in the order of the figure.
        estimate: Turnbull's estimate over the groups.
    """

    measure: MeasureId
    reports: tuple[FirstReport, ...]
    estimate: Turnbull


def look(
    expectations: Iterable[Expectation], panels: Mapping[MeasureId, Panel], days: Mapping[str, DayRange]
) -> Outlook:
    """Set expectations beside what the study holds, and score those that are resolved.

    Args:
        expectations: Expectations, in order.
        panels: Panels by measure.
        days: Days of every period, by label.

    Returns:
        The outlook.
    """
    held = tuple(_looked(expectation, panels, days) for expectation in expectations)
    forecasts = [
        (each.expectation.percent / 100, _OUTCOMES.get(each.expectation.outcome))
        for each in held
        if each.expectation.percent is not None
    ]
    return Outlook(held, score(forecasts), reliability(forecasts))


def _looked(expectation: Expectation, panels: Mapping[MeasureId, Panel], days: Mapping[str, DayRange]) -> Looked:
    scored = expectation.percent is not None and expectation.outcome in _OUTCOMES
    panel = panels.get(expectation.measure) if expectation.measure is not None else None
    if panel is None:
        return Looked(expectation, (), scored)
    covered = [label for label in panel.periods if any(s.meets(days[label]) for s in expectation.covers.spans)]
    rows = [actor for actor in panel.actors if not expectation.actors or actor in expectation.actors]
    return Looked(expectation, tuple(panel.cells[actor, label] for actor in rows for label in covered), scored)


def first_reports(
    panel: Panel, findings: Mapping[FindingId, Finding], dates: Iterable[DateRole], window: DayRange
) -> Timing:
    """Estimate how long it took until something was first reported, from the days as sources leave them.

    Only what is reported counts; what is merely possible leaves a group without a report. A group's first act lies
    between the earliest first day of any of its acts and the earliest last day of one.

    Args:
        panel: The panel.
        findings: Findings by id.
        dates: Date roles that decide, in order of preference.
        window: The observation period; a group without a report had none by its last day.

    Returns:
        The timing.

    Source:
        Turnbull (1976), Journal of the Royal Statistical Society B 38:290-295.
    """
    roles = tuple(dates)
    reports = tuple(_first(panel, actor, findings, roles, window) for actor in panel.actors)
    length = _since(window, window.last)
    ranges: list[Days] = [
        (report.first, report.last) if report.last is not None else ((length or 0) + 1, None) for report in reports
    ]
    return Timing(panel.measure, reports, turnbull(ranges))


def _first(
    panel: Panel,
    actor: ActorId,
    findings: Mapping[FindingId, Finding],
    roles: tuple[DateRole, ...],
    window: DayRange,
) -> FirstReport:
    cells = [panel.cells[actor, period] for period in panel.periods]
    held = {
        support.finding: days
        for cell in cells
        for support in cell.support
        if support.state is CellState.REPORTED and (days := _days(findings[support.finding], roles)) is not None
    }
    lasts = [days.last for days in held.values() if days.last is not None]
    if not lasts:
        return FirstReport(panel.measure, actor, None, None, (), ())
    last = min(lasts)
    firsts = [days.first for days in held.values()]
    first = None if None in firsts else min(day for day in firsts if day is not None)
    early = tuple(own for own, days in held.items() if days.first is None or days.first <= last)
    claims = tuple(dict.fromkeys(claim for own in early for claim in findings[own].claims))
    began = _since(window, first)
    return FirstReport(
        measure=panel.measure,
        actor=actor,
        first=None if began is None or began < 0 else began,
        last=_since(window, last),
        findings=early,
        claims=claims,
    )


def _days(finding: Finding, roles: tuple[DateRole, ...]) -> DayRange | None:
    return next((finding.dates[role].hull for role in roles if role in finding.dates), None)


def _since(window: DayRange, day: date | None) -> int | None:
    return None if day is None or window.first is None else (day - window.first).days
