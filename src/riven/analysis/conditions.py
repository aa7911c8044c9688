"""Conditions over the whole window: is there evidence, and is it strong enough?

The answer has three values. Evidence that is too weak does not hold and does not fail: it leaves the question open.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass

from riven.analysis.doubts import CONTRADICTION, STRENGTH, Doubt
from riven.analysis.question import Question
from riven.analysis.scope import Scope
from riven.analysis.weighing import Weighed, weigh
from riven.analysis.wording import listed, path_text
from riven.dates import Period
from riven.evidence.attribution import Path
from riven.ids import ActorId, FindingId
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import Selector

_OPEN = (Modality.BELIEVED, Modality.RUMOURED, Modality.FORECAST)
_CERTAIN = tuple(modality for modality in Modality if modality not in _OPEN)


@dataclass(frozen=True, slots=True)
class Ground:
    """One finding an answer rests on.

    Attributes:
        finding: The finding.
        state: What it alone would give.
        path: How it reaches the actor.
    """

    finding: FindingId
    state: CellState
    path: Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What the evidence says to a condition about one actor.

    Attributes:
        grounds: Findings that bear on it, strongest first.
        against: Findings that say it is not so.
        refuted: Whether one of them is certain and covers the whole period.
    """

    grounds: tuple[Ground, ...] = ()
    against: tuple[FindingId, ...] = ()
    refuted: bool = False

    def enough(self, states: Collection[CellState]) -> tuple[Ground, ...]:
        """Keep the findings strong enough."""
        return tuple(ground for ground in self.grounds if ground.state in states)


Answering = Callable[[Condition], Answer]
"""What the evidence says to a condition about one actor."""


def grounds_text(scope: Scope, grounds: Iterable[Ground]) -> str:
    """List findings with their strength, and with the way they come.

    Returns:
        Such as `f-1 (reported), f-2 (possible; Mansour counts for Afghan Taliban (leader of group, f-12))`.
    """
    told = []
    for ground in grounds:
        way = f"; {path_text(scope, ground.path.steps)}" if ground.path.steps else ""
        told.append(f"{ground.finding} ({ground.state}{way})")
    return listed(told)


def state_of(doubt: Doubt) -> CellState:
    """Name the state a finding with these doubts gives a cell.

    Returns:
        Reported, possible or disputed.
    """
    if doubt & CONTRADICTION:
        return CellState.DISPUTED
    return CellState.POSSIBLE if doubt else CellState.REPORTED


def ask(scope: Scope, condition: Condition, *, rows: Iterable[ActorId]) -> Mapping[ActorId, Answer]:
    """Put a condition to the evidence, for the whole window as one period.

    Args:
        scope: The scope.
        condition: The condition.
        rows: Actors asked about.

    Returns:
        An answer for every actor.
    """
    answers = ask_each(scope, condition, rows=rows, columns=(scope.whole,))
    return {actor: answer for actor, (answer,) in answers.items()}


def ask_each(
    scope: Scope, condition: Condition, *, rows: Iterable[ActorId], columns: Iterable[Period]
) -> Mapping[ActorId, tuple[Answer, ...]]:
    """Put a condition to the evidence, period by period.

    Args:
        scope: The scope.
        condition: The condition.
        rows: Actors asked about.
        columns: Periods asked about, one after the other without a gap.

    Returns:
        For every actor an answer a period, in order.
    """
    question = of_condition(scope, condition, rows=rows, columns=columns)
    return _answers(scope, weigh(scope, question), question.rows, len(question.columns))


def of_condition(scope: Scope, condition: Condition, *, rows: Iterable[ActorId], columns: Iterable[Period]) -> Question:
    """Ask what a condition asks.

    The date that decides is the one the first measure with that selector asks for, else the first the kind lists.
    Whatever a selector lists among its modalities counts; belief, rumour and forecast leave the question open.

    Args:
        scope: The scope.
        condition: The condition.
        rows: Actors asked about.
        columns: Periods asked about, one after the other without a gap.

    Returns:
        The question.
    """
    selectors = tuple(scope.rules.selectors[selector] for selector in condition.any)
    return Question(
        selectors=selectors,
        attribution=condition.attribution,
        dates={selector.id: _dates(scope, selector) for selector in selectors},
        certain=_CERTAIN,
        open=_OPEN,
        rows=tuple(rows),
        columns=tuple(columns),
    )


def _dates(scope: Scope, selector: Selector) -> tuple[DateRole, ...]:
    measures = scope.rules.measures.values()
    asked = next((measure.dates for measure in measures if selector.id in measure.selectors), None)
    return asked or scope.codebook.kinds[selector.kind].dates


def _answers(
    scope: Scope, weighed: Weighed, actors: tuple[ActorId, ...], width: int
) -> Mapping[ActorId, tuple[Answer, ...]]:
    names = scope.evidence.findings["finding"]
    grounds: dict[tuple[int, int], list[Ground]] = {}
    support = weighed.support.with_columns(finding=names.gather(weighed.support["key"]))
    for row, period, finding, path, doubt in support.select("row", "period", "finding", "path", "doubt").iter_rows():
        held = grounds.setdefault((row, period), [])
        held.append(Ground(finding, state_of(Doubt(doubt)), weighed.paths[path]))
    against: dict[tuple[int, int], list[FindingId]] = {}
    refuted = set()
    denials = weighed.against.with_columns(finding=names.gather(weighed.against["key"]))
    for row, period, finding, covers in denials.select("row", "period", "finding", "covers").iter_rows():
        against.setdefault((row, period), []).append(finding)
        if covers:
            refuted.add((row, period))
    return {
        actor: tuple(
            Answer(
                tuple(sorted(grounds.get((row, period), ()), key=lambda ground: STRENGTH.index(ground.state))),
                tuple(against.get((row, period), ())),
                (row, period) in refuted,
            )
            for period in range(width)
        )
        for row, actor in enumerate(actors)
    }
