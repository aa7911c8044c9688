"""A finding in one line: what it is, who plays which part in it, when it was, and how sure it is.

Free text of sources is never part of it: only labels of the codebook and printed names of actors are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from riven.analysis.wording import date_text
from riven.dates import FuzzyDate
from riven.model.claim import Modality, Polarity
from riven.model.codebook import DateRole, ValueType
from riven.model.finding import Finding, Status
from riven.model.panel import CellState

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.scope import Scope

TOLD = (DateRole.PUBLISHED, DateRole.REPORTED)
STANDING = (Status.ACCEPTED, Status.DISPUTED)
_OPEN = (Modality.BELIEVED, Modality.RUMOURED, Modality.DENIED, Modality.FORECAST)
_MOST_SPANS = 4


def kind_label(scope: Scope, finding: Finding) -> str:
    """Name the kind of a finding as the codebook does."""
    held = scope.codebook.kinds.get(finding.kind)
    return held.entry.label if held else finding.kind


def headline(scope: Scope, finding: Finding) -> str:
    """Say who plays which part in a finding, and of which sort it is.

    Args:
        scope: The scope.
        finding: The finding.

    Returns:
        Such as `Speaker: Abbot; At: Delta Front; Tone: warns`; values that are free text are left out.
    """
    kind = scope.codebook.kinds.get(finding.kind)
    labels = {role.id: role.entry.label for role in kind.roles} if kind else {}
    parts = [
        f"{labels.get(role, role)}: {', '.join(scope.name(actor) for actor in actors)}"
        for role, actors in finding.roles.items()
        if actors
    ]
    for id_, values in finding.values.items():
        variable = scope.codebook.variables.get(id_)
        if variable is None or variable.type is ValueType.TEXT or not values:
            continue
        names = {str(category.id): category.entry.label for category in variable.categories}
        parts.append(f"{variable.entry.label}: {', '.join(names.get(value, value) for value in values)}")
    return "; ".join(parts)


def dated(scope: Scope, finding: Finding) -> tuple[DateRole, FuzzyDate] | None:
    """Take the date a finding is placed by: the first its kind asks for that a source gives.

    Returns:
        Which date it is, and the date; None when no source dates it.
    """
    kind = scope.codebook.kinds.get(finding.kind)
    asked = kind.dates if kind else tuple(finding.dates)
    role = next((role for role in asked if role in finding.dates), None)
    return None if role is None else (role, finding.dates[role])


def when(date: tuple[DateRole, FuzzyDate] | None) -> str:
    """Say a date with what it dates.

    Returns:
        Such as `happened 6 August 2015` or `undated`.
    """
    if date is None:
        return "undated"
    role, value = date
    return f"{role} {date_text(value) if len(value.spans) <= _MOST_SPANS else value.edtf}"


def state_of(finding: Finding) -> CellState:
    """Say how sure a finding is, its date aside.

    Returns:
        Disputed, possible (believed, rumoured, denied or forecast) or reported.
    """
    if finding.status is Status.DISPUTED:
        return CellState.DISPUTED
    return CellState.POSSIBLE if finding.modality in _OPEN else CellState.REPORTED


def sureness(finding: Finding) -> str:
    """Say how sure a finding is in a few words.

    Returns:
        Such as `reported`, `possible: rumoured` or `disputed; held not to be so`.
    """
    state = state_of(finding)
    text = f"{state}: {finding.modality}" if state is CellState.POSSIBLE else str(state)
    return text if finding.polarity is Polarity.AFFIRMED else f"{text}; held not to be so"


def spoken(scope: Scope, finding: Finding) -> str:
    """Say a whole finding as one sentence to be read out.

    Returns:
        Such as `Speech f-12, made August 2015, reported. Speaker: Abbot; At: Delta Front.`
    """
    date = dated(scope, finding)
    return f"{kind_label(scope, finding)} {finding.id}, {when(date)}, {sureness(finding)}. {headline(scope, finding)}."
