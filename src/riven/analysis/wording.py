"""Why a cell is what it is, in plain sentences that name the findings, and actors by their printed names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from riven.analysis.doubts import Doubt
from riven.dates import DayRange, FuzzyDate, Period
from riven.evidence.dating import text_of
from riven.ids import FindingId, KindId, RuleId
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.finding import Finding
from riven.model.panel import Cell, CellState, PathStep, Support
from riven.model.rule import Measure
from riven.model.wording import day_words

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.scope import Scope
    from riven.evidence.attribution import Path

SHOWN = 3


def reason(scope: Scope, finding: Finding, doubt: Doubt, *, path: Path, dates: Iterable[DateRole]) -> str:
    """Say what a finding leaves open about a cell, and what it does not.

    Args:
        scope: The scope.
        finding: The finding.
        doubt: Its doubts.
        path: How it reaches the row.
        dates: Date roles in order of preference.

    Returns:
        Clauses joined by semicolons: date, modality, inheritance, direction, conflict.
    """
    clauses = [_date(finding, doubt, dates), _modality(finding, doubt)]
    if path.steps:
        clauses.append(path_text(scope, path.steps) + (", which leaves it open" if doubt & Doubt.LINK else ""))
    clauses.append(_direction(scope, finding, doubt))
    if doubt & Doubt.DISPUTED:
        clauses.append(finding.reason[:1].lower() + finding.reason[1:].rstrip("."))
    if doubt & Doubt.CONTRADICTED:
        clauses.append("a finding for the whole period says that it was not so")
    return "; ".join(clause for clause in clauses if clause)


def path_text(scope: Scope, steps: Sequence[PathStep]) -> str:
    """Tell a path step by step, with the rule and the finding of each.

    Args:
        scope: The scope.
        steps: At least one step, each from where the one before led.

    Returns:
        Such as `Baghdadi counts for Islamic State (leader of group, f-12), and so for its branch (branch, f-3)`.
    """
    told = [f"for {scope.name(step.to)} ({words(step.link)}, {step.finding})" for step in steps]
    return f"{scope.name(steps[0].actor)} counts {', and so '.join(told)}"


def _date(finding: Finding, doubt: Doubt, dates: Iterable[DateRole]) -> str:
    asked = tuple(dates)
    role = next((role for role in asked if role in finding.dates), None)
    if role is None:
        return f"no date for when it was {either(asked)}" if finding.dates else "undated"
    text = f"{role} {date_text(finding.dates[role])}"
    return f"{text}, which leaves the period open" if doubt & Doubt.DATE else text


def date_text(value: FuzzyDate) -> str:
    """Say a date as people do, with its reservations.

    Returns:
        Such as `6 August 2015`, `2014 or 2016`, `2014 to 2015 (uncertain)` or `up to June 2016`.
    """
    spans = [_span_text(span) for span in value.spans]
    text = each(spans) if value.each else either(spans)
    return f"{text} ({value.qualifier})" if value.qualifier else text


def _span_text(span: DayRange) -> str:
    first, _, last = text_of((span,)).partition("/")
    if not last:
        return day_words(first)
    if last == "..":
        return f"{day_words(first)} or later"
    return f"up to {day_words(last)}" if first == ".." else f"{day_words(first)} to {day_words(last)}"


_MODALITIES = {
    Modality.ASSERTED: "asserted",
    Modality.REPORTED: "on others' word",
    Modality.BELIEVED: "believed",
    Modality.RUMOURED: "rumoured",
    Modality.DENIED: "denied",
    Modality.FORECAST: "forecast",
}


def _modality(finding: Finding, doubt: Doubt) -> str:
    text = _MODALITIES[finding.modality]
    return f"only {text}" if doubt & Doubt.MODALITY else text


def _direction(scope: Scope, finding: Finding, doubt: Doubt) -> str:
    """Say who was meant when it was not the focal actor itself but one that counts as it."""
    kin = scope.kin(finding)
    told = ", ".join(path_text(scope, scope.family[actor].steps) for actor in kin)
    open_end = ", which leaves it open" if doubt & Doubt.FAMILY else ""
    return f"directed at {each([scope.name(actor) for actor in kin])}: {told}{open_end}" if kin else ""


def listed(items: Sequence[str], shown: int = SHOWN, *, separator: str = ", ") -> str:
    """List a few and count the rest.

    Returns:
        Such as `f-1, f-2, f-3 and 4 more`.
    """
    rest = len(items) - shown
    return separator.join(items[:shown]) + (f" and {rest} more" if rest > 0 else "")


def either(items: Iterable[str]) -> str:
    """List alternatives.

    Returns:
        Such as `reported, disputed or possible`.
    """
    return _series(items, "or")


def each(items: Iterable[str]) -> str:
    """List things that are all meant.

    Returns:
        Such as `Delta, Hill and Moor`.
    """
    return _series(items, "and")


def _series(items: Iterable[str], conjunction: str) -> str:
    *most, last = items
    return f"{', '.join(most)} {conjunction} {last}" if most else str(last)


def words(identifier: str) -> str:
    """Read an identifier of the rules as words.

    Returns:
        Such as `leader of group` for `leader-of-group`.
    """
    return identifier.replace("-", " ").replace("_", " ")


def counted(number: int, noun: str) -> str:
    """Write a number and its noun, with an s where it belongs.

    Returns:
        Such as `1 source` or `3 sources`.
    """
    return f"{number} {noun}{'' if number == 1 else 's'}"


def why_evidence(state: CellState, support: Sequence[Support], *, independent: int, against: Sequence[str]) -> str:
    """Say why a cell with evidence is what it is.

    Args:
        state: State of the cell.
        support: Findings that count, strongest first.
        independent: Number of independent sources of all of them.
        against: Findings that say it was not so.

    Returns:
        A few sentences; they name the findings that decide, and those that do not.
    """
    deciding = [f"{item.finding} ({item.reason})" for item in support if item.state is state]
    others = [f"{item.finding} ({item.state})" for item in support if item.state is not state]
    opening = {CellState.REPORTED: "Reported", CellState.POSSIBLE: "Possible, not more", CellState.DISPUTED: "Disputed"}
    told = f"{opening[state]}: {listed(deciding, separator='; ')}."
    if others:
        told += f" Not deciding: {listed(others)}."
    told += f" {counted(independent, 'independent source')}{' in all' if others else ''}."
    return told + _denied(against)


def why_blank(scope: Scope, cell: Cell, measure: Measure, *, against: Sequence[FindingId]) -> str:
    """Say why a cell without evidence is what it is.

    Args:
        scope: The scope.
        cell: The cell, without its sentence.
        measure: Its measure.
        against: Findings that say it was not so.

    Returns:
        One or two sentences.
    """
    name = scope.name(cell.actor)
    kinds = each(_kind(scope, kind) for kind in scope.kinds(measure))
    if cell.state is CellState.OUTSIDE:
        told = f"Outside: {name} did not exist in {cell.period}."
    elif cell.state is CellState.NONE_FOUND:
        read = "" if cell.documents_searched is None else f" ({counted(cell.documents_searched, 'document')})"
        looked = f"recorded searches about {name} for {kinds} cover all of {cell.period}{read}"
        told = f"None found: {looked}, and nothing counts."
    else:
        told = f"Not searched: no recorded search about {name} for {kinds} covers all of {cell.period}."
    return told + _denied(against)


def _denied(against: Sequence[str]) -> str:
    return f" Against it: {listed(against)}." if against else ""


def _kind(scope: Scope, kind: KindId) -> str:
    return f"'{scope.codebook.kinds[kind].entry.label}'"


def selectors_text(selectors: Iterable[RuleId]) -> str:
    """Name selectors as people would.

    Returns:
        Such as `public pledge by leaders or defection`.
    """
    return either(words(selector) for selector in selectors)


def columns_text(columns: Iterable[Period], states: Mapping[str, CellState]) -> str:
    """List periods with the state each has.

    Returns:
        Such as `2014 none found, 2015 not searched`.
    """
    return ", ".join(f"{column.label} {states[column.label].replace('_', ' ')}" for column in columns)
