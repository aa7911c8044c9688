"""What the genealogy shows: where groups come from and what they are part of, dated no better than their sources do.

Families of groups stand one below the other, each from its oldest root downwards, with a line of time for every group
and one link for everything a finding says about it. A scene holds plain values only. Figures and pages draw the same
scene, so they cannot tell different stories.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from riven.analysis.scenes.axis import Axis, Span, axis
from riven.analysis.scenes.headline import TOLD, when
from riven.analysis.scenes.lineup import OTHERS, Standing, lineup
from riven.analysis.wording import counted, each
from riven.dates import DayRange
from riven.ids import ActorId, ClaimId, FindingId
from riven.model.argument import Event
from riven.model.panel import CellState

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.argument import Argued, Outcome
    from riven.analysis.lineage import LineageEvent
    from riven.analysis.scope import Scope

TITLE = "Genealogy"
MOST_YEARS = 30  # before the end of the window: what lies farther back is told in words, at the edge of the axis
_BEGINNINGS = (Event.FOUNDING, Event.SPLIT, Event.RENAME, Event.REVIVAL)
_EVENT_WORDS = {
    Event.FOUNDING: ("founding", "foundings"),
    Event.SPLIT: ("split", "splits"),
    Event.MERGE: ("merger", "mergers"),
    Event.RENAME: ("renaming", "renamings"),
    Event.REVIVAL: ("re-formation", "re-formations"),
    Event.PART: ("wing or component", "wings or components"),
    Event.SAME: ("other name", "other names"),
}


@dataclass(frozen=True, slots=True)
class GenealogyLink:
    """One thing a finding says about where a group comes from, or what it belongs to.

    Attributes:
        id: The finding; followed by a number where it says several things.
        finding: The finding.
        event: Founding, split, merge, rename, revival, part or same.
        relation: Label of its category in the codebook.
        child: The group that came to be, went, or is the part.
        parent: The group it came from, went into or belongs to; None where nobody is named.
        row: Its row, from 0.
        parent_row: Row of the parent's lane; None where nobody is named.
        label: Relation, parent and date, in a few words.
        sentence: What the link says, as it would be read out.
        state: Reported, possible or disputed, the date aside.
        is_dated: Whether a source dates it at all; an undated one has no place on the axis.
        is_certain: Whether its date is known to the day.
        is_told: Whether only the day on which it was told is known, so that it happened by then.
        edtf: The date; empty when undated.
        spans: Days it may lie on, of no width at the end of the axis beyond which they lie; none when undated.
        joined: Whether one of several spans is meant, and not all of them.
        claims: Its claims.
    """

    id: str
    finding: FindingId
    event: Event
    relation: str
    child: ActorId
    parent: ActorId | None
    row: int
    parent_row: int | None
    label: str
    sentence: str
    state: CellState
    is_dated: bool
    is_certain: bool
    is_told: bool
    edtf: str
    spans: tuple[Span, ...]
    joined: bool
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class GenealogyLane:
    """One group and its line of time.

    Attributes:
        actor: The group.
        label: Printed name, with what it counts as where the scheme of identity merges it.
        group: Label of a camp, `Focal actor` or `Other actors`.
        sentence: Everything said about it, as it would be read out.
        family: Number of its family, from 0.
        depth: How far below the root of its family it stands, 0 for a root.
        row: Its first row, from 0; rows without a link of their own belong to the lane above.
        rows: How many rows it takes.
        is_focal: Whether it is the focal actor.
        begins: Days on which it may have begun; None when no source says.
        ends: Days on which it may have ended; None when it did not, or no source says.
        findings: Findings of its links.
        claims: Their claims.
    """

    actor: ActorId
    label: str
    group: str
    sentence: str
    family: int
    depth: int
    row: int
    rows: int
    is_focal: bool
    begins: Span | None
    ends: Span | None
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class GenealogyScene:
    """Where groups come from.

    Attributes:
        title: Title.
        sentence: What the figure shows, or why there is none.
        axis: Time, from the earliest day that matters to the last.
        window: The window on that axis.
        lanes: Groups by family, the focal actor's first; empty where there is nothing to show.
        links: Everything findings say about them, by row.
        circles: Descent that runs in a circle, in plain words.
    """

    title: str
    sentence: str
    axis: Axis
    window: Span
    lanes: tuple[GenealogyLane, ...]
    links: tuple[GenealogyLink, ...]
    circles: tuple[str, ...]


def genealogy(scope: Scope, outcome: Outcome, argued: Argued) -> GenealogyScene:
    """Set the scene of the genealogy.

    Args:
        scope: The scope.
        outcome: Rivals and camps in that scope.
        argued: The lineage.

    Returns:
        The scene; without lanes where no finding tells where a group comes from.
    """
    events = argued.lineage.events
    across = _axis(scope, events)
    held = scope.window.days
    window = across.span(held) or Span(held.first, held.last, 0.0, 1.0)
    kin = _Kin.of(events, _standings(scope, outcome, events))
    rows = _rows_of(kin)
    links = tuple(_links(scope, kin, rows, across))
    return GenealogyScene(
        title=TITLE,
        sentence=_sentence(scope, events),
        axis=across,
        window=window,
        lanes=tuple(_lanes(scope, kin, rows, links, across)),
        links=links,
        circles=tuple(circle.why for circle in argued.lineage.circles),
    )


def _sentence(scope: Scope, events: Sequence[LineageEvent]) -> str:
    if scope.rules.argument.lineage is None:
        return "The rules do not say which findings tell where groups come from, so there is no genealogy."
    if not events:
        return "No finding tells where a group comes from, so there is no genealogy."
    return "Where groups come from and what they are part of, each link with the finding that says so."


def _axis(scope: Scope, events: Iterable[LineageEvent]) -> Axis:
    """Reach back to the earliest day of any event, but no farther than a reader can make out the window."""
    window = scope.window.days
    start, end = window.first or date.min, window.last or date.max
    ends = [day for event in events for day in (event.days.first, event.days.last) if day is not None]
    most = max(MOST_YEARS, 3 * (end.year - start.year + 1))
    first = max(min([start, *ends]).year, end.year - most + 1, 1)
    return axis(date(first, 1, 1), max([end, *(day for day in ends if day.year <= end.year + most)]))


def _standings(scope: Scope, outcome: Outcome, events: Iterable[LineageEvent]) -> Mapping[ActorId, Standing]:
    """Line up everybody an event names, those that count as another right behind it."""
    named = {actor for event in events for actor in (event.child, event.parent) if actor is not None}
    standing = {one.actor: one for one in lineup(scope, outcome)}
    found: dict[ActorId, Standing] = {}
    for one in standing.values():
        if one.actor in named:
            found[one.actor] = one
    for actor in sorted(named - set(found)):
        counts_as = scope.scheme.of(actor)
        told = f"{scope.name(actor)} (counts as {scope.name(counts_as)})" if counts_as != actor else scope.name(actor)
        found[actor] = Standing(actor, told, standing[counts_as].group if counts_as in standing else OTHERS)
    return found


@dataclass(frozen=True)
class _Kin:
    """Who descends from whom, as a forest.

    Attributes:
        events: Events by child, in order.
        standing: Everybody named, in the order of the lineup.
        parent: The one parent under which each actor stands.
    """

    events: Mapping[ActorId, Sequence[LineageEvent]]
    standing: Mapping[ActorId, Standing]
    parent: Mapping[ActorId, ActorId]

    @classmethod
    def of(cls, events: Iterable[LineageEvent], standing: Mapping[ActorId, Standing]) -> _Kin:
        """Hang every actor under the parent its first event names, unless that closes a circle."""
        by_child: dict[ActorId, list[LineageEvent]] = {actor: [] for actor in standing}
        for event in events:
            by_child[event.child].append(event)
        parent: dict[ActorId, ActorId] = {}
        for actor in standing:
            for event in by_child[actor]:
                if event.parent is not None and actor not in _line(event.parent, parent):
                    parent[actor] = event.parent
                    break
        return cls(by_child, standing, parent)

    def ordered(self) -> Iterator[tuple[int, int, ActorId]]:
        """Walk families from their roots downwards.

        Yields:
            Number of the family, depth and actor; families in the order of whoever stands first in the lineup.
        """
        children: dict[ActorId, list[ActorId]] = defaultdict(list)
        for actor in self.standing:
            if actor in self.parent:
                children[self.parent[actor]].append(actor)
        kin = self._families()
        roots = list(dict.fromkeys(_line(actor, self.parent)[-1] for actor in self.standing))
        order = {family: number for number, family in enumerate(dict.fromkeys(kin[root] for root in roots))}
        for root in sorted(roots, key=lambda root: order[kin[root]]):
            family, waiting = order[kin[root]], [(0, root)]
            while waiting:
                depth, actor = waiting.pop()
                yield family, depth, actor
                waiting += [(depth + 1, child) for child in reversed(children[actor])]

    def _families(self) -> Mapping[ActorId, ActorId]:
        """Put everybody that any event joins into one family, named by whoever stands first in it."""
        family = {actor: actor for actor in self.standing}
        for event in (event for held in self.events.values() for event in held):
            if event.parent is not None:
                one, other = family[event.child], family[event.parent]
                family = {actor: one if held == other else held for actor, held in family.items()}
        return family


def _line(actor: ActorId, parent: Mapping[ActorId, ActorId]) -> list[ActorId]:
    line = [actor]
    while line[-1] in parent:
        line.append(parent[line[-1]])
    return line


def _rows_of(kin: _Kin) -> Mapping[ActorId, int]:
    rows, row = {}, 0
    for _, _, actor in kin.ordered():
        rows[actor] = row
        row += max(1, len(kin.events[actor]))
    return rows


def _links(scope: Scope, kin: _Kin, rows: Mapping[ActorId, int], across: Axis) -> Iterator[GenealogyLink]:
    seen: Counter[FindingId] = Counter()
    for actor in rows:
        for number, event in enumerate(kin.events[actor]):
            seen[event.finding] += 1
            again = f"-{seen[event.finding]}" if seen[event.finding] > 1 else ""
            yield _link(scope, event, rows, f"{event.finding}{again}", rows[actor] + number, across)


def _link(
    scope: Scope, event: LineageEvent, rows: Mapping[ActorId, int], own: str, row: int, across: Axis
) -> GenealogyLink:
    relation, parent = _relation(scope, event), event.parent
    told = when((event.role, event.date)) if event.date and event.role else "undated"
    days = _days(event)
    to_whom = f" {scope.name(parent)}" if parent else ""
    sure = "" if event.state is CellState.REPORTED else f" ({event.state})"
    return GenealogyLink(
        id=own,
        finding=event.finding,
        event=event.event,
        relation=relation,
        child=event.child,
        parent=parent,
        row=row,
        parent_row=None if parent is None else rows[parent],
        label=f"{relation}{to_whom}, {told.removeprefix('happened ')}",
        sentence=f"{scope.name(event.child)}: {relation}{to_whom}, {told}{sure}, {event.finding}.",
        state=event.state,
        is_dated=event.date is not None,
        is_certain=len(days) == 1 and days[0].first is not None and days[0].first == days[0].last,
        is_told=event.role in TOLD,
        edtf=event.date.edtf if event.date else "",
        spans=tuple(_placed(held, across) for held in days),
        joined=event.date is not None and not event.date.each and len(days) > 1,
        claims=event.claims,
    )


def _relation(scope: Scope, event: LineageEvent) -> str:
    rule = scope.rules.argument.lineage
    variable = scope.codebook.variables.get(rule.variable) if rule else None
    labels = {str(held.id): held.entry.label for held in variable.categories} if variable else {}
    return labels.get(event.relation, event.relation)


def _days(event: LineageEvent) -> tuple[DayRange, ...]:
    if event.date is None:
        return ()
    return (event.days,) if event.role in TOLD else event.date.spans


def _placed(days: DayRange, across: Axis) -> Span:
    """Place days on the axis, or at the end of it beyond which they lie."""
    if (span := across.span(days)) is not None:
        return span
    is_early = days.last is not None and days.last < across.first
    edge = 0.0 if is_early else 1.0
    return Span(days.first, days.last, edge, edge, goes_left=is_early, goes_right=not is_early)


def _lanes(
    scope: Scope, kin: _Kin, rows: Mapping[ActorId, int], links: Sequence[GenealogyLink], across: Axis
) -> Iterator[GenealogyLane]:
    own: dict[ActorId, list[GenealogyLink]] = defaultdict(list)
    for link in links:
        own[link.child].append(link)
    for family, depth, actor in kin.ordered():
        standing, held = kin.standing[actor], own[actor]
        told = (
            " ".join(link.sentence for link in held) or f"{standing.label}: nothing is said about where it comes from."
        )
        yield GenealogyLane(
            actor=actor,
            label=standing.label,
            group=standing.group,
            sentence=told,
            family=family,
            depth=depth,
            row=rows[actor],
            rows=max(1, len(held)),
            is_focal=standing.is_focal,
            begins=_begins(scope, actor, kin, across),
            ends=_ends(scope, actor, kin, across),
            findings=tuple(dict.fromkeys(link.finding for link in held)),
            claims=tuple(dict.fromkeys(claim for link in held for claim in link.claims)),
        )


def _begins(scope: Scope, actor: ActorId, kin: _Kin, across: Axis) -> Span | None:
    """Take the days on which a group may have come to be: those of its first beginning, else those of its own row."""
    for event in kin.events[actor]:
        if event.event in _BEGINNINGS and event.date is not None and event.state is CellState.REPORTED:
            return _placed(event.days, across)
    held = scope.actors.get(actor)
    return _placed(held.begins.hull, across) if held and held.begins else None


def _ends(scope: Scope, actor: ActorId, kin: _Kin, across: Axis) -> Span | None:
    """Take the days on which a group may have ceased to be: it merged, was renamed, or its own row says so."""
    gone = [event for event in kin.events[actor] if event.event is Event.MERGE]
    gone += [held for one in kin.events.values() for held in one if held.event is Event.RENAME and held.parent == actor]
    for event in gone:
        if event.date is not None and event.state is CellState.REPORTED:
            return _placed(event.days, across)
    own = scope.actors.get(actor)
    return _placed(own.ends.hull, across) if own and own.ends else None


def caption(scene: GenealogyScene) -> str:
    """Write the caption: what is told, how much of it is dated, and what to make of it.

    Returns:
        Sentences in one paragraph.
    """
    if not scene.lanes:
        return scene.sentence
    counts = Counter(link.event for link in scene.links)
    sorts = [f"{counts[event]} {words[counts[event] > 1]}" for event, words in _EVENT_WORDS.items() if counts[event]]
    told = [scene.sentence, f"{counted(len(scene.lanes), 'group')}: {each(sorts)}."]
    undated = sum(not link.is_dated for link in scene.links)
    if undated:
        told.append(f"Undated, and without a place in time: {undated} of {counted(len(scene.links), 'link')}.")
    far = sum(link.is_dated and all(span.left == span.right for span in link.spans) for link in scene.links)
    if far:
        told.append(f"Beyond the axis: {counted(far, 'link')}, whose rows say when.")
    return " ".join([*told, *scene.circles])


def alternative(scene: GenealogyScene) -> str:
    """Describe the genealogy for a reader who cannot see it.

    Returns:
        The title and every group in words; for more than 40 groups only how many there are.
    """
    if not scene.lanes:
        return f"{scene.title}. {scene.sentence}"
    told = [f"{scene.title}. {counted(len(scene.lanes), 'group')}, {counted(len(scene.links), 'link')}."]
    if len(scene.lanes) <= 40:
        told += [lane.sentence for lane in scene.lanes]
    return " ".join(told)


def rows(scene: GenealogyScene) -> Iterator[dict[str, str | int | bool | tuple[str, ...] | None]]:
    """Lay the scene out as a table: one row a link.

    Yields:
        Rows of figures/genealogy.csv; None for what is missing.
    """
    lanes = {lane.actor: lane for lane in scene.lanes}
    for link in scene.links:
        yield {
            "family": lanes[link.child].family + 1,
            "child": link.child,
            "child_label": lanes[link.child].label,
            "event": str(link.event),
            "relation": link.relation,
            "parent": link.parent,
            "parent_label": lanes[link.parent].label if link.parent else None,
            "edtf": link.edtf or None,
            "told": link.is_told,
            "state": str(link.state),
            "finding": link.finding,
            "claims": link.claims,
        }
