"""Whose acts count for whom: links walked over findings, the focal family, and schemes of identity.

A link is a rule that walks along one sort of finding (a lineage, a leadership). Only accepted and affirmed findings
carry it, and one that is merely believed leaves what it carries open. Of several ways from one actor to another the
one that leaves least open is kept, then the shortest: a weaker way found later never weakens a result.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from types import MappingProxyType

import polars as pl

from riven.evidence.frames import Evidence
from riven.evidence.selection import has_values
from riven.ids import ActorId, FindingId, RuleId
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status
from riven.model.panel import CellState, PathStep
from riven.model.rule import Link

_CARRIES = [Modality.ASSERTED.value, Modality.REPORTED.value, Modality.BELIEVED.value]


@dataclass(frozen=True, slots=True, order=True)
class Edge:
    """One finding along which one link can be walked.

    Attributes:
        weak: Whether what passes is left open: the rule says so, or the finding is only believed.
        rank: Place of the link in the rules; earlier ones are preferred.
        finding: The finding walked along.
        start: The actor that acted.
        to: The actor it counts for.
        link: The rule.
    """

    weak: bool
    rank: int
    finding: FindingId
    start: ActorId
    to: ActorId
    link: RuleId

    @property
    def step(self) -> PathStep:
        """The step as a cell records it."""
        return PathStep(self.start, self.to, self.link, self.finding)


@dataclass(frozen=True, slots=True)
class Path:
    """How what one actor did comes to count for another.

    Attributes:
        steps: Steps in order, schemes of identity included; empty when the actor did it itself.
        weak: Whether a step leaves open what passes.
        inherited: Whether a link was walked, as opposed to two names of one actor under the scheme in force.
    """

    steps: tuple[PathStep, ...] = ()
    weak: bool = False
    inherited: bool = False

    @property
    def order(self) -> tuple[object, ...]:
        """Sorts the better path first."""
        return self.weak, self.inherited, len(self.steps), tuple((s.link, s.finding, s.actor, s.to) for s in self.steps)


DIRECT = Path()


@dataclass(frozen=True, slots=True)
class Scheme:
    """Which actors count as one under a rollup.

    Attributes:
        into: The actor that stands for each merged one; an actor that stands for itself is absent.
        paths: The findings each merge rests on.
        undecided: Actors the scheme would merge into several others at once; they are kept apart.
    """

    into: Mapping[ActorId, ActorId] = field(default_factory=lambda: MappingProxyType({}))
    paths: Mapping[ActorId, Path] = field(default_factory=lambda: MappingProxyType({}))
    undecided: Mapping[ActorId, tuple[ActorId, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, actor: ActorId) -> ActorId:
        """Name the actor that stands for this one."""
        return self.into.get(actor, actor)

    def path(self, actor: ActorId) -> Path:
        """Say how this actor came to be counted as the one that stands for it."""
        return self.paths.get(actor, DIRECT)

    def members(self, actor: ActorId) -> tuple[ActorId, ...]:
        """List the actors this one stands for, itself first."""
        return actor, *sorted(member for member, into in self.into.items() if into == actor)


def edges_of(evidence: Evidence, links: Iterable[Link]) -> Mapping[RuleId, tuple[Edge, ...]]:
    """Find the findings along which links can be walked.

    Args:
        evidence: The evidence of the study.
        links: Links of the rules, in order.

    Returns:
        Edges by link, sorted; links without any included.
    """
    walkable = evidence.findings.select(
        (pl.col("status") == Status.ACCEPTED.value)
        & (pl.col("polarity") == Polarity.AFFIRMED.value)
        & pl.col("modality").is_in(_CARRIES)
    ).to_series()
    return MappingProxyType(
        {link.id: tuple(sorted(_edges(evidence, link, rank, walkable))) for rank, link in enumerate(links)}
    )


def _edges(evidence: Evidence, link: Link, rank: int, walkable: pl.Series) -> Iterable[Edge]:
    carries = walkable & (evidence.findings["kind"] == link.kind)
    for variable, categories in link.where.items():
        carries &= has_values(evidence, variable, categories)
    if not carries.any():
        return
    roles = evidence.roles.filter(carries.gather(evidence.roles["key"]))
    starts = roles.filter(pl.col("role") == link.start).select("key", start="actor")
    pairs = starts.join(roles.filter(pl.col("role") == link.to).select("key", to="actor"), on="key")
    named = pairs.with_columns(
        finding=evidence.findings["finding"].gather(pairs["key"]),
        believed=evidence.findings["modality"].gather(pairs["key"]) == Modality.BELIEVED.value,
    )
    for start, to, finding, believed in named.select("start", "to", "finding", "believed").iter_rows():
        if start != to:
            weak = believed or link.gives is CellState.POSSIBLE
            yield Edge(weak, rank, FindingId(finding), ActorId(start), ActorId(to), link.id)


def scheme_of(
    merges: Sequence[RuleId], edges: Mapping[RuleId, tuple[Edge, ...]], *, focal: ActorId, order: Sequence[ActorId]
) -> Scheme:
    """Work out which actors count as one.

    An actor is merged by the first link of the scheme that applies to it. Where that link names several actors that
    do not end up as one themselves, nothing decides between them, and the actor is kept apart.

    Args:
        merges: Links of the scheme, in order; empty keeps everybody apart.
        edges: Edges by link.
        focal: In a circle of merges the focal actor stands for all,
        order: else the actor that comes first in this order.

    Returns:
        The scheme.
    """
    choices = _choices(merges, edges)
    chosen = {actor: options[0] for actor, options in choices.items() if len({o.to for o in options}) == 1}
    rank = {actor: number for number, actor in enumerate((focal, *order))} | {focal: -1}
    while True:
        settled = {
            actor: options[0]
            for actor, options in choices.items()
            if actor not in chosen and len({_end(option.to, chosen, rank) for option in options}) == 1
        }
        if not settled:
            break
        chosen |= settled
    into, paths = {}, {}
    for actor in chosen:
        end = _end(actor, chosen, rank)
        if end != actor:
            into[actor], paths[actor] = end, _merge_path(actor, end, chosen)
    undecided = {a: tuple(dict.fromkeys(o.to for o in options)) for a, options in choices.items() if a not in chosen}
    return Scheme(MappingProxyType(into), MappingProxyType(paths), MappingProxyType(undecided))


def _choices(merges: Sequence[RuleId], edges: Mapping[RuleId, tuple[Edge, ...]]) -> dict[ActorId, list[Edge]]:
    """List for each actor the edges of the first link that merges it, the stronger ones where some are stronger."""
    choices: dict[ActorId, list[Edge]] = {}
    for link in merges:
        taken = set(choices)
        for edge in edges.get(link, ()):
            options = choices.setdefault(edge.start, [])
            if edge.start not in taken and (not options or options[0].weak == edge.weak):
                options.append(edge)
    return choices


def _end(actor: ActorId, chosen: Mapping[ActorId, Edge], rank: Mapping[ActorId, int]) -> ActorId:
    walked = [actor]
    while (edge := chosen.get(walked[-1])) is not None:
        if edge.to in walked:
            circle = walked[walked.index(edge.to) :]
            return min(circle, key=lambda member: (rank.get(member, len(rank)), member))
        walked.append(edge.to)
    return walked[-1]


def _merge_path(actor: ActorId, end: ActorId, chosen: Mapping[ActorId, Edge]) -> Path:
    steps, weak, here = [], False, actor
    while here != end:
        edge = chosen[here]
        steps.append(edge.step)
        weak, here = weak or edge.weak, edge.to
    return Path(tuple(steps), weak)


def reach(
    actors: Iterable[ActorId], links: Iterable[RuleId], *, edges: Mapping[RuleId, tuple[Edge, ...]], scheme: Scheme
) -> Mapping[ActorId, Mapping[ActorId, Path]]:
    """Find for whom each actor's acts count.

    Args:
        actors: Actors whose acts are asked about.
        links: Links that may be walked, any number of times in any order.
        edges: Edges by link.
        scheme: Which actors count as one.

    Returns:
        By actor, the actors (those that stand for others under the scheme) its acts count for, each with the best
        path; the one that stands for the actor itself is always among them.
    """
    graph = _Graph(links, edges, scheme)
    return {actor: _walk(actor, graph) for actor in actors}


class _Graph:
    """Steps from one actor to the next: along links, and between the names of one actor under a scheme."""

    def __init__(self, links: Iterable[RuleId], edges: Mapping[RuleId, tuple[Edge, ...]], scheme: Scheme) -> None:
        self.scheme = scheme
        self._edges: dict[ActorId, list[Edge]] = {}
        for link in dict.fromkeys(links):
            for edge in edges.get(link, ()):
                self._edges.setdefault(edge.start, []).append(edge)
        self._merged: dict[ActorId, list[ActorId]] = {}
        for member, whole in scheme.into.items():
            self._merged.setdefault(whole, []).append(member)

    def onward(self, here: ActorId, path: Path) -> Iterable[tuple[ActorId, Path]]:
        """List where a path leads next."""
        for edge in self._edges.get(here, ()):
            yield edge.to, Path((*path.steps, edge.step), path.weak or edge.weak, inherited=True)
        if here in self.scheme.into:
            yield self.scheme.of(here), _joined(path, self.scheme.path(here).steps, weak=self.scheme.path(here).weak)
        for member in self._merged.get(here, ()):
            merge = self.scheme.path(member)
            back = tuple(PathStep(step.to, step.actor, step.link, step.finding) for step in reversed(merge.steps))
            yield member, _joined(path, back, weak=merge.weak)


def _joined(path: Path, steps: tuple[PathStep, ...], *, weak: bool) -> Path:
    return Path((*path.steps, *steps), path.weak or weak, path.inherited)


def _walk(origin: ActorId, graph: _Graph) -> dict[ActorId, Path]:
    found: dict[ActorId, Path] = {}
    queue: list[tuple[tuple[object, ...], ActorId, Path]] = [(DIRECT.order, origin, DIRECT)]
    while queue:
        _, here, path = heappop(queue)
        if here in found:
            continue
        found[here] = path
        for there, longer in graph.onward(here, path):
            if there not in found:
                heappush(queue, (longer.order, there, longer))
    return {actor: path for actor, path in found.items() if actor not in graph.scheme.into}


def family_of(
    focal: ActorId,
    links: Iterable[RuleId],
    *,
    actors: Iterable[ActorId],
    edges: Mapping[RuleId, tuple[Edge, ...]],
    scheme: Scheme,
) -> Mapping[ActorId, Path]:
    """Find the actors that count as the focal one when something is said or done to them.

    Args:
        focal: The focal actor.
        links: Links from other actors to the focal one.
        actors: All actors.
        edges: Edges by link.
        scheme: Which actors count as one.

    Returns:
        The focal actor and its family, each with the path to the focal actor.
    """
    centre = scheme.of(focal)
    ways = reach(tuple(actors), tuple(links), edges=edges, scheme=scheme)
    return {actor: found[centre] for actor, found in ways.items() if centre in found} | {focal: scheme.path(focal)}
