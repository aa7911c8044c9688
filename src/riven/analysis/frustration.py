"""The frustration index: the fewest ties that would have to go before a signed network falls into camps.

Exact where that can be shown: by looking at every partition of small parts, by MaxSAT on large ones. Where effort runs
out, or the extra `network` is not installed, the answer is an upper bound and says so, with what was proven from below.

Cost, measured: see `benchmarks/network.py`.
"""

import random
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import networkx as nx
import numpy as np

from riven.analysis import maxsat
from riven.analysis.balance import Pair, SignedGraph, split_by_sign
from riven.analysis.inclusion import ratio
from riven.errors import EvidenceError

_POWER_STEPS = 200
_MOST_SOLVED_TIES = 20_000
_RESTARTED_TIES = 100_000  # restarts times ties: large networks get fewer restarts


class Method(StrEnum):
    """How the index was found, the surest first."""

    DIRECT = "a partition that explains every tie"
    ENUMERATION = "every partition"
    MAXSAT = "MaxSAT"
    LOCAL_SEARCH = "local search"


@dataclass(frozen=True, slots=True)
class Effort:
    """How hard to try. All limits count work, not seconds, so that equal studies give equal results.

    Attributes:
        enumerated: Actors up to which every partition into two camps is looked at.
        conflicts: Conflicts of the solver beyond which it stops; 0 leaves it out. 20,000 take about a second.
        restarts: Starts of the local search.
        parted: Whether a network is split where its index is a sum; splitting a large one takes longer than searching.
    """

    enumerated: int = 16
    conflicts: int = 20_000
    restarts: int = 20
    parted: bool = True


@dataclass(frozen=True, slots=True)
class Frustration:
    """How many ties no partition into camps explains.

    Attributes:
        upper: Ties the best partition found does not explain. It is the index when `is_exact`, else an upper bound.
        lower: Fewer than these are impossible.
        method: The weakest method any part of the network needed.
        frustrated: The ties not explained, in the order of the network.
        camps: The camp of every actor with a tie, numbered from 0 in the order of the actors. Where several
            partitions are equally good it is one of them.
        n_ties: Ties of the network, mixed pairs not counted.
    """

    upper: int
    lower: int
    method: Method
    frustrated: tuple[Pair, ...]
    camps: Mapping[str, int]
    n_ties: int

    @property
    def is_exact(self) -> bool:
        """Whether no partition can be better."""
        return self.lower == self.upper

    @property
    def normalised(self) -> float | None:
        """1 - 2L/m: 1 for a balanced network, 0 for one as frustrated as can be; None without a tie.

        Source:
            Aref and Wilson (2018), Journal of Complex Networks 6:163-189.
        """
        share = ratio(2 * self.upper, self.n_ties)
        return None if share is None else round(1 - share, 12)

    @property
    def label(self) -> str:
        """The index in words: what was found, whether it is proven, and how."""
        if self.is_exact:
            return f"{self.upper} (exact, by {self.method})"
        return f"at most {self.upper}, at least {self.lower} (not proven exact; by {self.method})"


def frustration(graph: SignedGraph, *, camps: int = 2, effort: Effort | None = None) -> Frustration:
    """Find the fewest ties that keep a network from falling into camps.

    Positive ties between camps and negative ties within one count as frustrated.

    Args:
        graph: The network.
        camps: How many camps there may be: 2 for balance, more for weak balance.
        effort: How hard to try; the default is for some hundreds of actors and a thousand ties.

    Returns:
        The index, exact or as an upper bound, with a partition and the ties it leaves frustrated.

    Raises:
        EvidenceError: Fewer than two camps are asked for.

    Source:
        Harary (1959), Behavioral Science 4:316-323 (line index); Davis (1967) and Doreian and Mrvar (1996), Social
        Networks 18:149-168, for more camps.
    """
    if camps < 2:
        raise EvidenceError(f"{camps} camps cannot divide a network; ask for 2 or more.")
    tried = effort or Effort()
    left, lower, methods = tried.conflicts, 0, {Method.DIRECT}
    frustrated: set[Pair] = set()
    groups: dict[str, int] = {}
    for part in _parts(graph, camps) if tried.parted else [graph] * bool(graph.ties):
        found = _solve(part, camps, tried, left)
        left -= found.conflicts
        lower += found.lower
        methods.add(found.method)
        groups.update(found.groups)
        frustrated.update(split_by_sign(part, found.groups))
    if camps == 2 and tried.parted:  # the parts share actors, so camps are told from the ties that hold
        groups = _two_camps(graph, frustrated)
    return Frustration(
        upper=len(frustrated),
        lower=lower,
        method=max(methods, key=list(Method).index),
        frustrated=tuple(pair for pair in graph.ties if pair in frustrated),
        camps=_renumbered(graph, groups),
        n_ties=len(graph.ties),
    )


def _parts(graph: SignedGraph, camps: int) -> Iterator[SignedGraph]:
    """Split a network where its index is the sum of those of its parts.

    Two camps: at every actor whose removal would disconnect it, since the camps of either side can be swapped. A tie
    that is a part by itself is then always explained, and is left out.

    Yields:
        Parts, actors and ties in the order of the network.
    """
    plain: nx.Graph[str] = nx.Graph(list(graph.ties))  # anything but a list makes networkx try pandas and numpy first
    blocks: Iterable[Iterable[Pair]] = (
        nx.biconnected_component_edges(plain)
        if camps == 2
        else (plain.edges(members) for members in nx.connected_components(plain))
    )
    parts = {pair: number for number, pairs in enumerate(blocks) for pair in pairs}
    ties: dict[int, dict[Pair, int]] = {}
    for pair, sign in graph.ties.items():
        ties.setdefault(parts[pair] if pair in parts else parts[pair[::-1]], {})[pair] = sign
    order = {actor: place for place, actor in enumerate(graph.actors)}
    for held in ties.values():
        if camps == 2 and len(held) == 1:
            continue
        yield SignedGraph(tuple(sorted({actor for pair in held for actor in pair}, key=order.__getitem__)), held, ())


@dataclass(frozen=True, slots=True)
class _Found:
    groups: Mapping[str, int]
    lower: int
    method: Method
    conflicts: int = 0


def _solve(part: SignedGraph, camps: int, effort: Effort, conflicts: int) -> _Found:
    best = _search(part, camps, effort.restarts)
    upper = len(split_by_sign(part, best))
    if upper == 0:
        return _Found(best, 0, Method.DIRECT)
    if camps == 2 and len(part.actors) <= effort.enumerated:
        best = _enumerate(part)
        return _Found(best, len(split_by_sign(part, best)), Method.ENUMERATION)
    if conflicts > 0 and maxsat.AVAILABLE and len(part.ties) <= _MOST_SOLVED_TIES:
        problem = _Problem(part, camps)
        bound = maxsat.fewest(problem.clauses(), problem.costs, enough=upper, conflicts=conflicts)
        better = best if bound.model is None else problem.groups(bound.model)
        return _Found(better, bound.lower, Method.MAXSAT, bound.conflicts)
    # Two camps that explain every tie are always found, so here one tie at least is frustrated; more may be missed.
    return _Found(best, int(camps == 2), Method.LOCAL_SEARCH)


def _enumerate(part: SignedGraph) -> dict[str, int]:
    """Look at every partition into two camps; the first actor stays in camp 0."""
    place = {actor: at for at, actor in enumerate(part.actors)}
    codes = np.arange(2 ** (len(part.actors) - 1), dtype=np.int64) << 1
    cost = np.zeros(len(codes), dtype=np.int32)
    for (one, other), sign in part.ties.items():
        apart = (codes >> place[one] ^ codes >> place[other]) & 1
        cost += (apart if sign > 0 else 1 - apart).astype(np.int32)
    code = int(codes[int(cost.argmin())])
    return {actor: code >> at & 1 for actor, at in place.items()}


def _search(part: SignedGraph, camps: int, restarts: int) -> dict[str, int]:
    """Improve several starts one actor at a time and keep the best end."""
    neighbours = part.neighbours()
    best: dict[str, int] = {}
    fewest = len(part.ties) + 1
    for groups in _starts(part, camps, min(restarts, _RESTARTED_TIES // max(1, len(part.ties)))):
        _descend(groups, neighbours, camps)
        count = len(split_by_sign(part, groups))
        if count < fewest:
            best, fewest = groups, count
        if fewest == 0:
            break
    return best


def _starts(part: SignedGraph, camps: int, restarts: int) -> Iterator[dict[str, int]]:
    """Propose partitions: one that explains a tree of ties, the leading eigenvector's signs, then random ones."""
    yield _two_camps(part, ())
    if camps == 2:
        yield _leading(part)
    draw = random.Random(0)
    for _ in range(restarts):
        yield {actor: draw.randrange(camps) for actor in part.actors}


def _leading(part: SignedGraph) -> dict[str, int]:
    """Divide actors by the sign they have in the leading eigenvector of the signed adjacency matrix."""
    place = {actor: at for at, actor in enumerate(part.actors)}
    one = np.array([place[pair[0]] for pair in part.ties])
    other = np.array([place[pair[1]] for pair in part.ties])
    signs = np.array(list(part.ties.values()), dtype=float)
    degrees = np.bincount(one, minlength=len(place)) + np.bincount(other, minlength=len(place))
    vector = np.random.default_rng(0).standard_normal(len(place))
    for _ in range(_POWER_STEPS):  # the shift by the largest degree makes the leading eigenvalue the largest in size
        ahead = np.bincount(one, signs * vector[other], len(place)) + np.bincount(
            other, signs * vector[one], len(place)
        )
        vector = ahead + degrees.max() * vector
        vector /= np.abs(vector).max()
    return {actor: int(vector[at] < 0) for actor, at in place.items()}


def _descend(groups: dict[str, int], neighbours: Mapping[str, Mapping[str, int]], camps: int) -> None:
    """Move actors to where fewer of their ties are frustrated, until no single move helps."""
    moved = True
    while moved:
        moved = False
        for actor, ties in neighbours.items():
            gain = [0] * camps  # ties explained by a camp: friends in it minus enemies in it
            for other, sign in ties.items():
                gain[groups[other]] += sign
            if max(gain) > gain[groups[actor]]:
                groups[actor] = gain.index(max(gain))
                moved = True


def _two_camps(graph: SignedGraph, without: Iterable[Pair]) -> dict[str, int]:
    """Follow the ties from actor to actor, changing camp at each negative one; ties left out are not followed."""
    left_out = set(without)
    kept = {pair: sign for pair, sign in graph.ties.items() if pair not in left_out}
    neighbours = SignedGraph(graph.actors, kept, ()).neighbours()
    camp: dict[str, int] = {}
    for start in dict.fromkeys(actor for pair in graph.ties for actor in pair):
        queue = [] if start in camp else [start]
        camp.setdefault(start, 0)
        while queue:
            actor = queue.pop()
            for other, sign in neighbours[actor].items():
                if other not in camp:
                    camp[other] = camp[actor] ^ (sign < 0)
                    queue.append(other)
    return camp


def _renumbered(graph: SignedGraph, groups: Mapping[str, int]) -> dict[str, int]:
    """Number camps in the order in which the actors meet them."""
    numbers: dict[int, int] = {}
    return {actor: numbers.setdefault(groups[actor], len(numbers)) for actor in graph.actors if actor in groups}


@dataclass(slots=True)
class _Problem:
    """A part of a network as clauses: where each actor stands, and which ties are frustrated."""

    part: SignedGraph
    camps: int
    place: dict[str, int] = field(init=False)
    tie: dict[Pair, int] = field(init=False)

    def __post_init__(self) -> None:
        self.place = {actor: at for at, actor in enumerate(self.part.actors)}
        seats = len(self.place) * self._seats()
        self.tie = {pair: seats + at for at, pair in enumerate(self.part.ties, 1)}

    @property
    def costs(self) -> list[int]:
        """The variables that say that a tie is frustrated."""
        return list(self.tie.values())

    def clauses(self) -> Iterator[list[int]]:
        """State that actors have a camp, what frustrates a tie, and that an unbalanced triangle frustrates one."""
        yield [self._seat(self.part.actors[0], 0)]  # camps can be renamed
        if self.camps > 2:
            yield from self._one_camp_each()
        for (one, other), sign in self.part.ties.items():
            frustrated = self.tie[one, other]
            for camp in range(self._seats()):
                yield [frustrated, -self._seat(one, camp), sign * self._seat(other, camp)]
                if self.camps == 2:
                    yield [frustrated, self._seat(one, camp), -sign * self._seat(other, camp)]
        yield from self._unbalanced_triangles()

    def groups(self, model: frozenset[int]) -> dict[str, int]:
        """Read the camps from what is true."""
        if self.camps == 2:
            return {actor: int(self._seat(actor, 0) in model) for actor in self.place}
        return {
            actor: next(camp for camp in range(self.camps) if self._seat(actor, camp) in model) for actor in self.place
        }

    def _seats(self) -> int:
        return 1 if self.camps == 2 else self.camps

    def _seat(self, actor: str, camp: int) -> int:
        return 1 + self.place[actor] * self._seats() + camp

    def _one_camp_each(self) -> Iterator[list[int]]:
        for actor in self.place:
            seats = [self._seat(actor, camp) for camp in range(self.camps)]
            yield seats
            for at, seat in enumerate(seats):
                yield from ([-seat, -other] for other in seats[:at])

    def _unbalanced_triangles(self) -> Iterator[list[int]]:
        """A shortcut the solver would have to find: it halves the work where there are many triangles."""
        neighbours = self.part.neighbours()
        for (one, other), sign in self.part.ties.items():
            for third, third_sign in neighbours[one].items():  # in their order: a set's would vary from run to run
                signs = (sign, third_sign, neighbours[other].get(third, 0))
                negative = 0 if 0 in signs else signs.count(-1)
                if self.place[third] > self.place[other] and (negative == 1 or (negative == 3 and self.camps == 2)):
                    yield [self.tie[one, other], self.tie[one, third], self.tie[other, third]]
