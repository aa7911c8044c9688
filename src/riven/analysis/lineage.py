"""Lineage: where groups come from and what they are part of, with dates as uncertain as the sources leave them.

Descent has a direction in time: a split, a renaming or a re-formation leads from the parent to the child, a merger from
the child, which gave itself up, to the parent. Descent that runs in a circle is reported, never repaired; so is a group
that is a part of itself. A group that went back into the one it came from closes no circle. Whether a group before and
after a split is one actor or two is not decided here but by the scheme of identity in force.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

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

_BIRTHS = (Event.SPLIT, Event.RENAME, Event.REVIVAL)
_OPEN = (Modality.BELIEVED, Modality.RUMOURED)
_TOLD = (DateRole.PUBLISHED, DateRole.REPORTED)
_STANDING = (Status.ACCEPTED, Status.DISPUTED)


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
    births = [event for event in events if event.event in _BIRTHS]
    mergers = [event for event in events if event.event is Event.MERGE]
    edges = [(event.parent, event.child, event.finding) for event in births if event.parent is not None]
    tree: nx.DiGraph[ActorId] = nx.DiGraph((start, to) for start, to, _ in edges)
    edges += [
        (event.child, event.parent, event.finding)
        for event in mergers
        if event.parent is not None and not _is_return(event, event.parent, tree, births)
    ]
    what = "Descent runs in a circle: {names}. One of these findings is coded the wrong way round, or the group that "
    return _circles(scope, edges, what + "came back is an actor of its own: {findings}.")


def _is_return(
    merger: LineageEvent, into: ActorId, tree: "nx.DiGraph[ActorId]", births: Iterable[LineageEvent]
) -> bool:
    """Say whether a group may have gone back into the one it came from: not before it came to be."""
    if into not in tree or merger.child not in tree or not nx.has_path(tree, into, merger.child):
        return False
    begins = [birth.days.first for birth in births if birth.child == merger.child]
    known = [day for day in begins if day is not None]
    return len(known) < len(begins) or merger.days.last is None or merger.days.last >= min(known)


def _circles_of_parts(scope: Scope, events: Iterable[LineageEvent]) -> Iterable[Circle]:
    parts = [event for event in events if event.event is Event.PART]
    edges = [(event.parent, event.child, event.finding) for event in parts if event.parent is not None]
    what = "A group is a part of itself: {names}. One of these findings is coded the wrong way round: {findings}."
    return _circles(scope, edges, what)


def _circles(scope: Scope, edges: Iterable[tuple[ActorId, ActorId, FindingId]], what: str) -> Iterable[Circle]:
    resting: dict[tuple[ActorId, ActorId], list[FindingId]] = {}
    for start, to, finding in edges:
        resting.setdefault((start, to), []).append(finding)
    graph: nx.DiGraph[ActorId] = nx.DiGraph(sorted(resting))
    knots = [sorted(members) for members in nx.strongly_connected_components(graph)]
    for members in sorted(knots):
        inner = [edge for edge in sorted(resting) if set(edge) <= set(members)]  # in the same order on every run
        if inner:
            walked = [(edge[0], edge[1]) for edge in nx.find_cycle(nx.DiGraph(inner), members[0])]
            actors = tuple(start for start, _ in walked)
            findings = tuple(finding for edge in walked for finding in resting[edge])
            names = ", ".join(scope.name(actor) for actor in actors)
            yield Circle(actors, findings, what.format(names=names, findings=", ".join(findings)))
