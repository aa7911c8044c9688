"""Why a cell is what it is, in plain sentences that name the findings."""

from collections.abc import Iterable, Mapping, Sequence

from riven.analysis.doubts import Doubt
from riven.analysis.scope import Scope
from riven.dates import Period
from riven.evidence.attribution import Path
from riven.ids import ActorId, FindingId, RuleId
from riven.model.codebook import DateRole
from riven.model.finding import Finding
from riven.model.panel import Cell, CellState, PathStep, Support
from riven.model.rule import Measure

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
        clauses.append(path_text(path.steps) + (", which leaves it open" if doubt & Doubt.LINK else ""))
    clauses.append(_direction(scope, finding, doubt))
    if doubt & Doubt.DISPUTED:
        clauses.append(finding.reason.rstrip("."))
    if doubt & Doubt.CONTRADICTED:
        clauses.append("a finding for the whole period says that it was not so")
    return "; ".join(clause for clause in clauses if clause)


def path_text(steps: Iterable[PathStep]) -> str:
    """Tell a path step by step, with the rule and the finding of each.

    Returns:
        Such as `mansour counts for afghan-taliban (leader-of-group, f-12)`.
    """
    return ", ".join(f"{step.actor} counts for {step.to} ({step.link}, {step.finding})" for step in steps)


def _date(finding: Finding, doubt: Doubt, dates: Iterable[DateRole]) -> str:
    role = next((role for role in dates if role in finding.dates), None)
    if role is None:
        return "undated"
    value = finding.dates[role]
    text = f"{role} {value}" + (f" ({value.qualifier})" if value.qualifier else "")
    return f"{text}, which leaves the period open" if doubt & Doubt.DATE else text


def _modality(finding: Finding, doubt: Doubt) -> str:
    return f"only {finding.modality}" if doubt & Doubt.MODALITY else str(finding.modality)


def _direction(scope: Scope, finding: Finding, doubt: Doubt) -> str:
    """Say who was meant when it was not the focal actor itself but one that counts as it."""
    kin = scope.kin(finding)
    told = ", ".join(path_text(scope.family[actor].steps) for actor in kin)
    open_end = ", which leaves it open" if doubt & Doubt.FAMILY else ""
    return f"directed at {', '.join(kin)}: {told}{open_end}" if kin else ""


def listed(items: Sequence[str], shown: int = SHOWN) -> str:
    """List a few and count the rest.

    Returns:
        Such as `f-1, f-2, f-3 and 4 more`.
    """
    rest = len(items) - shown
    return ", ".join(items[:shown]) + (f" and {rest} more" if rest > 0 else "")


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
        independent: Number of independent sources.
        against: Findings that say it was not so.

    Returns:
        One or two sentences; they name the findings that decide.
    """
    deciding = [f"{item.finding} ({item.reason})" for item in support if item.state is state]
    opening = {CellState.REPORTED: "Reported", CellState.POSSIBLE: "Possible, not more", CellState.DISPUTED: "Disputed"}
    told = f"{opening[state]}: {listed(deciding)}; {counted(independent, 'independent source')}."
    others = [item.finding for item in support if item.state is not state]
    if others:
        told += f" Weaker: {listed(others)}."
    return told + (f" Against it: {listed(against)}." if against else "")


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
    kinds = " and ".join(dict.fromkeys(scope.rules.selectors[selector].kind for selector in measure.selectors))
    if cell.state is CellState.OUTSIDE:
        told = f"Outside: {scope.name(cell.actor)} did not exist in {cell.period}."
    elif cell.state is CellState.NONE_FOUND:
        read = "" if cell.documents_searched is None else f" ({counted(cell.documents_searched, 'document')})"
        told = f"None found: recorded searches for {kinds} cover all of {cell.period}{read}, and nothing counts."
    else:
        told = f"Not searched: no recorded search for {kinds} covers all of {cell.period}."
    return told + (f" Against it: {listed(against)}." if against else "")


def selectors_text(selectors: Iterable[RuleId]) -> str:
    """Name selectors as people would: `public pledge by leaders or defection`.

    Returns:
        The names, joined by `or`.
    """
    return " or ".join(selector.replace("-", " ").replace("_", " ") for selector in selectors)


def columns_text(columns: Iterable[Period], states: Mapping[str, CellState]) -> str:
    """List periods with the state each has.

    Returns:
        Such as `2014 none found, 2015 not searched`.
    """
    return ", ".join(f"{column.label} {states[column.label].replace('_', ' ')}" for column in columns)


def actors_text(scope: Scope, actors: Iterable[ActorId]) -> str:
    """List actors by printed name.

    Returns:
        The names, joined by commas.
    """
    return ", ".join(scope.name(actor) for actor in actors)
