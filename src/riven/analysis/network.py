"""The network of ties in time: yearly slices, the place of each actor in them, and how far they fall into camps.

A slice joins the ties of one period, or of the whole window, into one signed tie a pair; a pair with ties of both signs
is mixed, and stays in no count of balance. Two readings stand side by side: what is reported, and what is reported or
possible. All of it describes the ties that sources report. There are no tests of significance: a handful of actors
and periods supports none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import networkx as nx
import polars as pl

from riven.analysis.balance import SignedGraph, Triads, to_signed_graph, transitive_triples, triads, walk_balance
from riven.analysis.frustration import Effort, Frustration, frustration
from riven.analysis.paths import betweenness
from riven.analysis.scope import Scope
from riven.analysis.ties import Ties
from riven.ids import ActorId
from riven.model.panel import CellState

CAUTION = (
    "These numbers describe the ties that sources report. They carry no test of significance, and none is meant: "
    "so few actors and periods cannot support one."
)
READINGS: Mapping[str, tuple[CellState, ...]] = {
    "reported": (CellState.REPORTED,),
    "reported or possible": (CellState.REPORTED, CellState.POSSIBLE),
}
MOST_READ = 50_000  # ties from which only what is reported is read, so that nobody waits minutes
MOST_GROUPED = 4_000  # friendly ties of a slice beyond which nobody waits for communities
LARGE = 2000  # ties from which frustration is bounded by one search, labelled so, and no longer proven
_QUICK = Effort(enumerated=8, conflicts=0, restarts=0, parted=False)
_SEED = 20180401  # communities are found by a search that starts somewhere: everywhere the same


@dataclass(frozen=True, slots=True)
class Slice:
    """The network of one period, or of the window as a whole.

    Attributes:
        period: Label of the period; that of the window for the whole.
        reading: `reported`, or `reported or possible`.
        graph: One signed tie a pair; neutral ties are in none.
        neutral: Pairs tied by neutral ties only.
        triads: Triangles by their signs.
        triples: Share of transitive directed triples whose signs agree, 0 to 1; None without one.
        walk: Walk balance, 0 to 1; None without a tie, or where there are too many actors.
        frustration: Fewest ties that would have to change for two camps to explain all of them; exact or an upper
            bound, as it says itself.
        findings: Findings the slice rests on, sorted.
    """

    period: str
    reading: str
    graph: SignedGraph
    neutral: tuple[tuple[str, str], ...]
    triads: Triads
    triples: float | None
    walk: float | None
    frustration: Frustration
    findings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """The place of one actor in one slice.

    Attributes:
        period: Label of the period.
        reading: Which ties count.
        actor: The actor.
        friends: Actors it has positive ties with.
        enemies: Actors it has negative ties with.
        mixed: Actors it has ties of both signs with.
        sent: Ties it sends, by pair and sign; one without direction is sent and received by both.
        received: Ties it receives, by pair and sign.
        betweenness: Share of shortest paths between others that lead through it, 0 to 1, over ties of any sign; None
            where the network is too large for the libraries at hand.
        community: Number of its community by positive ties, largest first, from 1; None without a positive tie, and
            in a slice of more than 4,000 of them.
        side: Its side when the network is split with the least frustration, 1 or 2; None without a signed tie.
        ego: Whether it is the focal actor or tied to it.
    """

    period: str
    reading: str
    actor: ActorId
    friends: int
    enemies: int
    mixed: int
    sent: int
    received: int
    betweenness: float | None
    community: int | None
    side: int | None
    ego: bool


@dataclass(frozen=True, slots=True)
class Network:
    """A network in time.

    Attributes:
        slices: By reading: the whole window, then its periods.
        places: By slice: the actors with a tie in it.
        caution: What a reader has to know before using any of it.
    """

    slices: tuple[Slice, ...]
    places: tuple[Place, ...]
    caution: str = CAUTION


def network(scope: Scope, held: Ties) -> Network:
    """Describe the network of ties, slice by slice.

    Args:
        scope: The scope.
        held: The ties.

    Returns:
        The network; without slices where there is no tie. Of more than 50,000 ties only what is reported is read.
    """
    slices: list[Slice] = []
    places: list[Place] = []
    for reading, states in list(READINGS.items())[: 1 if held.frame.height > MOST_READ else 2]:
        counted = held.both_ways.filter(pl.col("state").is_in([state.value for state in states]))
        if counted.is_empty():
            continue
        periods: list[tuple[str, pl.DataFrame]] = [(scope.whole.label, counted)]
        periods += [
            (period.label, counted.filter(pl.col("period") == number)) for number, period in enumerate(held.columns)
        ]
        for label, ties in periods:
            made = _slice(scope, label, reading, ties)
            slices.append(made)
            places += _places(scope, made, ties)
    return Network(tuple(slices), tuple(places))


def _slice(scope: Scope, label: str, reading: str, ties: pl.DataFrame) -> Slice:
    pairs = ties.select("start", "to", "sign").unique(maintain_order=True).sort("start", "to", "sign")
    rows = list(pairs.iter_rows())
    actors = sorted({name for start, to, _ in rows for name in (start, to)}, key=_rank(scope))
    signed = [(start, to, sign) for start, to, sign in rows if sign]
    graph = to_signed_graph(actors, signed)
    taken = {frozenset(pair) for pair in (*graph.ties, *graph.mixed)}
    neutral = sorted({tuple(sorted((start, to))) for start, to, sign in rows if not sign})
    names = scope.evidence.findings["finding"].gather(ties["key"].unique().sort())
    return Slice(
        period=label,
        reading=reading,
        graph=graph,
        neutral=tuple((one, other) for one, other in neutral if frozenset((one, other)) not in taken),
        triads=triads(graph),
        triples=transitive_triples(signed).share,
        walk=walk_balance(graph),
        frustration=frustration(graph, effort=_QUICK if len(graph.ties) > LARGE else None),
        findings=tuple(sorted(names)),
    )


def _rank(scope: Scope) -> "_Order":
    return _Order({actor: number for number, actor in enumerate(scope.actors)})


@dataclass(frozen=True)
class _Order:
    """Sorts actors as the study lists them."""

    place: Mapping[ActorId, int]

    def __call__(self, actor: str) -> tuple[int, str]:
        return self.place.get(ActorId(actor), len(self.place)), actor


def _places(scope: Scope, made: Slice, ties: pl.DataFrame) -> Iterator[Place]:
    graph, directed = made.graph, ties.select("start", "to", "sign").unique()
    sent, received = _counts(directed, "start"), _counts(directed, "to")
    friends, enemies = _signed(graph, 1), _signed(graph, -1)
    mixed = _tally(name for pair in graph.mixed for name in pair)
    all_pairs = [*graph.ties, *graph.mixed, *made.neutral]
    between = betweenness(graph.actors, all_pairs)
    communities, near = _communities(graph), _near(scope.focal, all_pairs)
    sides = made.frustration.camps
    for actor in graph.actors:
        yield Place(
            period=made.period,
            reading=made.reading,
            actor=ActorId(actor),
            friends=friends.get(actor, 0),
            enemies=enemies.get(actor, 0),
            mixed=mixed.get(actor, 0),
            sent=sent.get(actor, 0),
            received=received.get(actor, 0),
            betweenness=None if between is None else between[actor],
            community=communities.get(actor),
            side=sides[actor] + 1 if actor in friends or actor in enemies else None,
            ego=actor == scope.focal or actor in near,
        )


def _counts(directed: pl.DataFrame, column: str) -> dict[str, int]:
    return dict(directed.group_by(column).len().iter_rows())


def _signed(graph: SignedGraph, sign: int) -> dict[str, int]:
    return _tally(name for pair, held in graph.ties.items() if held == sign for name in pair)


def _tally(names: Iterable[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name in names:
        found[name] = found.get(name, 0) + 1
    return found


def _near(focal: ActorId, pairs: Iterable[tuple[str, str]]) -> set[str]:
    return {one if other == focal else other for one, other in pairs if focal in {one, other}}


def _communities(graph: SignedGraph) -> dict[str, int]:
    """Number communities by positive ties, the largest first, then by their first actor.

    Returns:
        The number of each actor with a positive tie, from 1; none above 4,000 such ties.

    Source:
        Blondel, Guillaume, Lambiotte and Lefebvre (2008), Journal of Statistical Mechanics P10008 (Louvain).
    """
    friends: nx.Graph[str] = nx.Graph()
    friends.add_edges_from([pair for pair, sign in graph.ties.items() if sign > 0])
    if not 0 < friends.number_of_edges() <= MOST_GROUPED:
        return {}
    order = {actor: number for number, actor in enumerate(graph.actors)}
    found = nx.community.louvain_communities(friends, seed=_SEED)
    ranked = sorted(found, key=lambda group: (-len(group), min(order[actor] for actor in group)))
    return {actor: number for number, group in enumerate(ranked, start=1) for actor in group}
