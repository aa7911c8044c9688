"""Lineage: where groups come from and what they are part of, with dates as uncertain as the sources leave them.

Descent has a direction in time: a split, a renaming or a re-formation leads from the parent to the child, a merger from
the child, which gave itself up, to the parent. Descent that runs in a circle is reported, never repaired; so is a group
that is a part of itself. A group that went back into the one it split from, by whatever way, closes no circle. Whether
a group before and after a split is one actor or two is not decided here but by the scheme of identity in force.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from heapq import heapify, heappop, heappush

import networkx as nx

from riven.analysis.scope import Scope
from riven.dates import ALWAYS, DayRange, FuzzyDate
from riven.evidence.selection import DEFAULT_MODALITIES
from riven.ids import ActorId, ClaimId, FindingId
from riven.model.argument import Event, LineageRule
from riven.model.claim import Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.finding import Finding, Status
from riven.model.panel import CellState

_DESCENT = (Event.SPLIT, Event.MERGE, Event.RENAME, Event.REVIVAL)
_OPEN = (Modality.BELIEVED, Modality.RUMOURED)
_TOLD = (DateRole.PUBLISHED, DateRole.REPORTED)
_STANDING = (Status.ACCEPTED, Status.DISPUTED)

_Place = tuple[ActorId, bool]
"""An actor on the way of descent, and whether the step before led it back where it came from."""

_Edge = tuple[_Place, _Place, FindingId]


@dataclass(frozen=True, slots=True)
class LineageEvent:
    """One thing a finding says about where a group comes from or what it belongs to.

    Attributes:
        event: Founding, split, merge, rename, revival, part or same.
        relation: The category of the codebook.
        child: The group that came to be, or that is the part.
        parent: The group it came from or belongs to; None where nobody is named.
        child_as: The actor that stands for the child under the scheme of identity in force.
        parent_as: The same for the parent; None where nobody is named.
        date: When it happened, or since when it holds; else when it was told; None when no source dates it.
        role: Which of these dates it is; None when undated.
        days: Days it may lie on: none after the last on which it was told, if that is all that is known; open at both
            ends when undated.
        state: Reported, possible (date aside, a source only believes it or passes on a rumour) or disputed.
        finding: The finding.
        claims: Its claims.
    """

    event: Event
    relation: str
    child: ActorId
    parent: ActorId | None
    child_as: ActorId
    parent_as: ActorId | None
    date: FuzzyDate | None
    role: DateRole | None
    days: DayRange
    state: CellState
    finding: FindingId
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Descent, or belonging, that leads back to where it began.

    Attributes:
        actors: The actors in order; the first follows on the last.
        findings: Findings that lead from one to the next.
        why: What is wrong, in plain words.
    """

    actors: tuple[ActorId, ...]
    findings: tuple[FindingId, ...]
    why: str


@dataclass(frozen=True, slots=True)
class Lineage:
    """Everything a study holds about where its groups come from.

    Attributes:
        events: In the order of their earliest days, undated ones last; then by finding.
        circles: Circles, one for each knot of actors that are in circles with each other; empty when there is none.
    """

    events: tuple[LineageEvent, ...]
    circles: tuple[Circle, ...]


def lineage(scope: Scope, findings: Mapping[FindingId, Finding]) -> Lineage:
    """Tell where the groups of a study come from.

    Args:
        scope: The scope.
        findings: Findings by id.

    Returns:
        The lineage; empty where the rules do not say which findings tell it.
    """
    rule = scope.rules.argument.lineage
    if rule is None:
        return Lineage((), ())
    events = [event for finding in findings.values() for event in _events(scope, rule, finding)]
    placed = tuple(sorted(events, key=_place))
    return Lineage(placed, (*_circles_of_descent(scope, placed), *_circles_of_parts(scope, placed)))


def _events(scope: Scope, rule: LineageRule, finding: Finding) -> Iterable[LineageEvent]:
    if finding.kind != rule.kind or not _counts(finding):
        return
    role = next((role for role in scope.codebook.kinds[rule.kind].dates if role in finding.dates), None)
    date = None if role is None else finding.dates[role]
    parents: tuple[ActorId | None, ...] = finding.roles.get(rule.parent) or (None,)
    for relation in finding.values.get(rule.variable, ()):
        if relation not in rule.means:
            continue
        for child in finding.roles.get(rule.child, ()):
            for parent in parents:
                yield LineageEvent(
                    event=rule.means[relation],
                    relation=relation,
                    child=child,
                    parent=parent,
                    child_as=scope.scheme.of(child),
                    parent_as=None if parent is None else scope.scheme.of(parent),
                    date=date,
                    role=role,
                    days=_days(date, role),
                    state=_state(finding),
                    finding=finding.id,
                    claims=finding.claims,
                )


def _counts(finding: Finding) -> bool:
    stands = finding.status in _STANDING and finding.polarity is Polarity.AFFIRMED
    return stands and finding.modality in DEFAULT_MODALITIES


def _days(date: FuzzyDate | None, role: DateRole | None) -> DayRange:
    """Bound an event; what was told happened by then, whenever it was."""
    if date is None:
        return ALWAYS
    return DayRange(None, date.hull.last) if role in _TOLD else date.hull


def _state(finding: Finding) -> CellState:
    if finding.status is Status.DISPUTED:
        return CellState.DISPUTED
    return CellState.POSSIBLE if finding.modality in _OPEN else CellState.REPORTED


def _place(event: LineageEvent) -> tuple[str, ...]:
    begins = event.days.first or event.days.last
    return "~" if begins is None else begins.isoformat(), event.finding, event.child, event.parent or ""


def _circles_of_descent(scope: Scope, events: Sequence[LineageEvent]) -> Iterable[Circle]:
    """Follow descent from step to step: whoever goes back where it came from does not split off from there anew."""
    steps = [_Step.of(event) for event in events if event.event in _DESCENT and event.parent is not None]
    onward: dict[ActorId, list[_Step]] = {}
    for step in steps:
        onward.setdefault(step.start, []).append(step)
    edges: list[_Edge] = []
    for step in steps:
        is_back = step.event is Event.MERGE and _is_return(step, onward)
        came = (False, True) if step.event is not Event.SPLIT else (False,)
        edges += [((step.start, was_back), (step.to, is_back), step.finding) for was_back in came]
    what = "Descent runs in a circle: {names}. One of these findings is coded the wrong way round, or the group that "
    return _circles(scope, edges, what + "came back is an actor of its own: {findings}.")


@dataclass(frozen=True, slots=True)
class _Step:
    """A step of descent, in the direction of time."""

    event: Event
    start: ActorId
    to: ActorId
    first: date
    last: date
    finding: FindingId

    @classmethod
    def of(cls, event: LineageEvent) -> "_Step":
        parent = event.parent or event.child
        start, to = (event.child, parent) if event.event is Event.MERGE else (parent, event.child)
        return cls(event.event, start, to, event.days.first or date.min, event.days.last or date.max, event.finding)


def _is_return(merger: _Step, onward: Mapping[ActorId, Sequence[_Step]]) -> bool:
    """Say whether a group may have gone back where it came from: after a split, which the origin outlives."""
    reached: dict[ActorId, date] = {}
    queue = [(step.first, step.to) for step in onward.get(merger.to, ()) if step.event is Event.SPLIT]
    heapify(queue)
    while queue:
        day, here = heappop(queue)
        if here in reached:
            continue
        reached[here] = day
        for step in onward.get(here, ()):
            if day <= step.last:
                heappush(queue, (max(day, step.first), step.to))
    return merger.start in reached and reached[merger.start] <= merger.last


def _circles_of_parts(scope: Scope, events: Iterable[LineageEvent]) -> Iterable[Circle]:
    parts = [event for event in events if event.event is Event.PART]
    edges = [
        ((event.parent, False), (event.child, False), event.finding) for event in parts if event.parent is not None
    ]
    what = "A group is a part of itself: {names}. One of these findings is coded the wrong way round: {findings}."
    return _circles(scope, edges, what)


def _circles(scope: Scope, edges: Iterable[_Edge], what: str) -> Iterable[Circle]:
    resting: dict[tuple[_Place, _Place], list[FindingId]] = {}
    for start, to, finding in edges:
        resting.setdefault((start, to), []).append(finding)
    graph: nx.DiGraph[_Place] = nx.DiGraph(sorted(resting))
    knots = [sorted(knot) for knot in nx.strongly_connected_components(graph)]
    for members in sorted(knot for knot in knots if len(knot) > 1 or graph.has_edge(knot[0], knot[0])):
        inner = [edge for edge in sorted(resting) if set(edge) <= set(members)]  # in the same order on every run
        walked = [(edge[0], edge[1]) for edge in nx.find_cycle(nx.DiGraph(inner), members[0])]
        actors = tuple(start[0] for start, _ in walked)
        findings = tuple(finding for edge in walked for finding in resting[edge])
        names = ", ".join(scope.name(actor) for actor in actors)
        yield Circle(actors, findings, what.format(names=names, findings=", ".join(findings)))
