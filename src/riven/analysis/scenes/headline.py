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


class Headlines:
    """Puts findings in one line each, with the labels of a codebook looked up once."""

    def __init__(self, scope: Scope) -> None:
        """Look up labels of kinds, roles and categories, and take names from the scope."""
        self._scope = scope
        kinds, variables = scope.codebook.kinds, scope.codebook.variables
        self._kinds = {kind: held.entry.label for kind, held in kinds.items()}
        self._roles = {(kind, role.id): role.entry.label for kind, held in kinds.items() for role in held.roles}
        self._variables = {
            id_: (held.entry.label, {str(category.id): category.entry.label for category in held.categories})
            for id_, held in variables.items()
            if held.type is not ValueType.TEXT
        }

    def kind(self, finding: Finding) -> str:
        """Name the kind of a finding as the codebook does."""
        return self._kinds.get(finding.kind, finding.kind)

    def line(self, finding: Finding) -> str:
        """Say who plays which part in a finding, and of which sort it is.

        Returns:
            Such as `Speaker: Abbot; At: Delta Front; Tone: warns`; values that are free text are left out.
        """
        parts = [
            f"{self._roles.get((finding.kind, role), role)}: {', '.join(self._scope.name(actor) for actor in actors)}"
            for role, actors in finding.roles.items()
            if actors
        ]
        for variable, values in finding.values.items():
            if values and variable in self._variables:
                label, names = self._variables[variable]
                parts.append(f"{label}: {', '.join(names.get(value, value) for value in values)}")
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
