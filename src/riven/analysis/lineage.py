"""Lineage: where groups come from and what they are part of, with dates as uncertain as the sources leave them.

Descent has a direction in time: a split, a renaming or a re-formation leads from the parent to the child, a merger from
the child, which gave itself up, to the parent. Descent that runs in a circle is reported, never repaired. Whether a
group before and after a split is one actor or two is not decided here but by the scheme of identity in force.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import networkx as nx

from riven.analysis.scope import Scope
from riven.dates import DayRange, FuzzyDate
from riven.ids import ActorId, ClaimId, FindingId
from riven.model.argument import Event, LineageRule
from riven.model.claim import Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.finding import Finding, Status
from riven.model.panel import CellState

_DESCENT = (Event.SPLIT, Event.MERGE, Event.RENAME, Event.REVIVAL)
_OPEN = (Modality.BELIEVED, Modality.RUMOURED, Modality.FORECAST, Modality.DENIED)
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
        date: When it happened, or since when it holds; None when no source dates it.
        days: Its days; open at both ends when undated.
        state: Reported, possible (date aside, a source only believes or denies it) or disputed.
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
    days: DayRange
    state: CellState
    finding: FindingId
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Circle:
    """Descent that leads back to where it began.

    Attributes:
        actors: The actors in order; the first follows on the last.
        findings: Findings of the descent between them.
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
        circles: Circles of descent; empty when there is none.
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
    return Lineage(tuple(sorted(events, key=_place)), _circles(scope, events))


def _events(scope: Scope, rule: LineageRule, finding: Finding) -> Iterable[LineageEvent]:
    if finding.kind != rule.kind or finding.status not in _STANDING or finding.polarity is Polarity.NEGATED:
        return
    date = next((finding.dates[role] for role in _roles(scope, rule) if role in finding.dates), None)
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
                    days=DayRange(None, None) if date is None else date.hull,
                    state=_state(finding),
                    finding=finding.id,
                    claims=finding.claims,
                )


def _roles(scope: Scope, rule: LineageRule) -> tuple[DateRole, ...]:
    return scope.codebook.kinds[rule.kind].dates


def _state(finding: Finding) -> CellState:
    if finding.status is Status.DISPUTED:
        return CellState.DISPUTED
    return CellState.POSSIBLE if finding.modality in _OPEN else CellState.REPORTED


def _place(event: LineageEvent) -> tuple[str, ...]:
    begins = event.days.first or event.days.last
    return "~" if begins is None else begins.isoformat(), event.finding, event.child, event.parent or ""


def _circles(scope: Scope, events: Iterable[LineageEvent]) -> tuple[Circle, ...]:
    graph: nx.DiGraph[ActorId] = nx.DiGraph()
    resting: dict[tuple[ActorId, ActorId], list[FindingId]] = {}
    for event in events:
        if event.event in _DESCENT and event.parent is not None:
            edge = (event.child, event.parent) if event.event is Event.MERGE else (event.parent, event.child)
            graph.add_edge(*edge)
            resting.setdefault(edge, []).append(event.finding)
    found = []
    for members in nx.strongly_connected_components(graph):
        if len(members) > 1 or any(graph.has_edge(actor, actor) for actor in members):
            edge_list = nx.find_cycle(graph.subgraph(sorted(members)), sorted(members)[0])
            actors = tuple(edge[0] for edge in edge_list)
            findings = tuple(finding for edge in edge_list for finding in resting[edge[0], edge[1]])
            names = ", ".join(scope.name(actor) for actor in actors)
            why = (
                f"Descent runs in a circle: {names}. One of these findings is coded the wrong way round, or the group "
            )
            why += f"that came back is an actor of its own: {', '.join(findings)}."
            found.append(Circle(actors, findings, why))
    return tuple(sorted(found, key=lambda circle: circle.actors))
