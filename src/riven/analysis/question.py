"""Questions put to the evidence: which findings count, for whom, when, and what leaves them open."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from riven.analysis.scope import Scope
from riven.dates import Period
from riven.evidence.selection import DEFAULT_MODALITIES
from riven.ids import ActorId, RuleId
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.rule import Measure, Selector


@dataclass(frozen=True)
class Question:
    """What is asked of the evidence.

    Attributes:
        selectors: Findings that count.
        attribution: Links along which they reach other rows.
        dates: Date roles in order of preference, by selector.
        certain: Modalities that leave nothing open.
        open: Modalities that leave it open; others do not count.
        rows: Actors asked about.
        columns: Periods asked about, one after the other without a gap.
    """

    selectors: tuple[Selector, ...]
    attribution: tuple[RuleId, ...]
    dates: Mapping[RuleId, tuple[DateRole, ...]] = field(hash=False)
    certain: tuple[Modality, ...]
    open: tuple[Modality, ...]
    rows: tuple[ActorId, ...]
    columns: tuple[Period, ...]

    def counting(self, selector: Selector) -> tuple[Modality, ...]:
        """Modalities of a selector's findings that count."""
        known = {*self.certain, *self.open}
        return tuple(modality for modality in selector.modalities or DEFAULT_MODALITIES if modality in known)


@dataclass(frozen=True)
class Asked:
    """A question, and the scope it is asked in.

    Attributes:
        scope: The scope.
        question: The question.
    """

    scope: Scope
    question: Question


def of_measure(scope: Scope, measure: Measure, *, rows: Iterable[ActorId], columns: Iterable[Period]) -> Question:
    """Ask what a measure asks.

    Args:
        scope: The scope.
        measure: The measure.
        rows: Actors asked about.
        columns: Periods asked about.

    Returns:
        The question.
    """
    return Question(
        selectors=tuple(scope.rules.selectors[selector] for selector in measure.selectors),
        attribution=measure.attribution,
        dates=dict.fromkeys(measure.selectors, measure.dates),
        certain=measure.reported,
        open=tuple(modality for modality in measure.possible if modality not in measure.reported),
        rows=tuple(rows),
        columns=tuple(columns),
    )
