"""Structural balance: triads of signed ties, and how far a network falls into camps without friction.

A friend of a friend is a friend, an enemy of an enemy is a friend: where that holds everywhere, the network is
balanced. These are descriptions. On a handful of actors no test of significance means anything, so there is none.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from riven.analysis.inclusion import ratio
from riven.errors import EvidenceError, quote

MOST_WALKED = 1000  # two dense spectra of this size take about half a second
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class SignedGraph:
    """Actors with undirected signed ties between them.

    Attributes:
        actors: All actors, those without a tie included, in the order given.
        ties: Sign of each tie, +1 or -1, under its two actors in the order of `actors`.
        mixed: Pairs with ties of both signs. They are in no count: a conflict of signs is not their sum.
    """

    actors: tuple[str, ...]
    ties: Mapping[Pair, int]
    mixed: tuple[Pair, ...]

    def neighbours(self) -> Mapping[str, Mapping[str, int]]:
        """List for each actor the signs of its ties, by the other actor."""
        found: dict[str, dict[str, int]] = {actor: {} for actor in self.actors}
        for (one, other), sign in self.ties.items():
            found[one][other] = found[other][one] = sign
        return found


def to_signed_graph(actors: Iterable[str], ties: Iterable[tuple[str, str, int]]) -> SignedGraph:
    """Join ties into one signed tie a pair, whoever it came from.

    Args:
        actors: Actors of the network; those without a tie stay in it.
        ties: From, to, and a sign of +1 or -1; several for a pair are one tie if they agree.

    Returns:
        The graph. Pairs with ties of both signs are listed as mixed and have no tie.

    Raises:
        EvidenceError: A tie of an actor to itself, to an actor not listed, or with another sign. All of it at once.
    """
    order = {actor: place for place, actor in enumerate(dict.fromkeys(actors))}
    signs: dict[Pair, int] = {}
    mixed: set[Pair] = set()
    flaws = []
    for one, other, sign in ties:
        flaw = _flaw(one, other, sign, order)
        if flaw:
            flaws.append(flaw)
            continue
        pair = (one, other) if order[one] < order[other] else (other, one)
        if signs.setdefault(pair, sign) != sign:
            mixed.add(pair)
    if flaws:
        raise EvidenceError("These ties make no signed network: " + " ".join(flaws))
    ordered = sorted(signs, key=lambda pair: (order[pair[0]], order[pair[1]]))
    return SignedGraph(
        actors=tuple(order),
        ties={pair: signs[pair] for pair in ordered if pair not in mixed},
        mixed=tuple(pair for pair in ordered if pair in mixed),
    )


def _flaw(one: str, other: str, sign: int, order: Mapping[str, int]) -> str:
    if one in order and other in order and one != other and sign in {1, -1}:
        return ""
    unknown = [actor for actor in (one, other) if actor not in order]
    where = f"{quote(one)} to {quote(other)}:"
    if unknown:
        return f"{where} {quote(unknown[0])} is not among the actors."
    if one == other:
        return f"{where} an actor has no tie to itself."
    return f"{where} the sign is {sign}, expected 1 or -1."


@dataclass(frozen=True, slots=True)
class Triads:
    """Triangles by their signs.

    Attributes:
        all_friends: Three positive ties: balanced.
        common_friend: Two positive ties and a negative one: not balanced.
        common_enemy: One positive tie and two negative ones: balanced.
        all_enemies: Three negative ties: not balanced, but allowed where there may be more than two camps.
    """

    all_friends: int
    common_friend: int
    common_enemy: int
    all_enemies: int

    @property
    def total(self) -> int:
        """All triangles."""
        return self.all_friends + self.common_friend + self.common_enemy + self.all_enemies

    @property
    def balanced(self) -> float | None:
        """Share of triangles that two camps explain, 0 to 1; None without a triangle.

        Source:
            Cartwright and Harary (1956), Psychological Review 63:277-293.
        """
        return ratio(self.all_friends + self.common_enemy, self.total)

    @property
    def weakly_balanced(self) -> float | None:
        """Share of triangles that any number of camps explains, 0 to 1; None without a triangle.

        Source:
            Davis (1967), Human Relations 20:181-187.
        """
        return ratio(self.total - self.common_friend, self.total)


def triads(graph: SignedGraph) -> Triads:
    """Count triangles by their signs.

    Args:
        graph: The network.

    Returns:
        Counts of the four kinds of triangle; mixed pairs make none.
    """
    later: dict[str, dict[str, int]] = {actor: {} for actor in graph.actors}
    for (one, other), sign in graph.ties.items():
        later[one][other] = sign
    counts = [0, 0, 0, 0]
    for (one, other), sign in graph.ties.items():
        few, many = sorted((later[one], later[other]), key=len)
        for third, third_sign in few.items():
            if third in many:
                counts[(sign < 0) + (third_sign < 0) + (many[third] < 0)] += 1
    return Triads(*counts)


@dataclass(frozen=True, slots=True)
class Triples:
    """Transitive triples of directed ties: from a to b, from b to c, and from a to c.

    Attributes:
        balanced: Those whose three signs multiply to +1: the direct tie says what the way round says.
        unbalanced: The others.
    """

    balanced: int
    unbalanced: int

    @property
    def share(self) -> float | None:
        """Share that is balanced, 0 to 1; None without a triple."""
        return ratio(self.balanced, self.balanced + self.unbalanced)


def transitive_triples(ties: Iterable[tuple[str, str, int]]) -> Triples:
    """Count transitive triples of directed signed ties by whether their signs agree.

    Args:
        ties: From, to, and a sign of +1 or -1. A direction with both signs is mixed and in no triple.

    Returns:
        Counts of both kinds; three actors make one triple for each order in which they can stand.

    Source:
        Aref, Dinh, Rezapour and Diesner (2020), Scientific Reports 10:15228, on triads without cycles.
    """
    signs: dict[Pair, set[int]] = {}
    for one, other, sign in ties:
        signs.setdefault((one, other), set()).add(sign)
    outward: dict[str, dict[str, int]] = {}
    for (one, other), found in signs.items():
        if len(found) == 1 and one != other:
            outward.setdefault(one, {})[other] = next(iter(found))
    counts = [0, 0]
    for ways in outward.values():
        for middle, first in ways.items():
            for last, second in outward.get(middle, {}).items():
                if last in ways:
                    counts[first * second * ways[last] < 0] += 1
    return Triples(*counts)


def walk_balance(graph: SignedGraph) -> float | None:
    """Compare all closed walks with those whose signs multiply to +1, long walks counting less.

    Args:
        graph: The network.

    Returns:
        sum(exp(eigenvalues of A)) / sum(exp(eigenvalues of |A|)) for the signed adjacency matrix A, above 0 and at
        most 1 (balanced); None without a tie, and above 1,000 actors, where the spectra would take too long.

    Source:
        Estrada and Benzi (2014), Physical Review E 90:042802; Estrada (2019), Applied Network Science 4.
    """
    connected = sorted({actor for pair in graph.ties for actor in pair})
    if not connected or len(connected) > MOST_WALKED:
        return None
    place = {actor: at for at, actor in enumerate(connected)}
    signed = np.zeros((len(connected), len(connected)))
    for (one, other), sign in graph.ties.items():
        signed[place[one], place[other]] = signed[place[other], place[one]] = sign
    plain_spectrum = np.linalg.eigvalsh(np.abs(signed))
    # Both sums share the factor exp(largest eigenvalue), which overflows in dense networks; it cancels.
    largest = plain_spectrum[-1]
    balanced = np.exp(np.linalg.eigvalsh(signed) - largest).sum()
    return round(float(balanced / np.exp(plain_spectrum - largest).sum()), 12)


def split_by_sign(graph: SignedGraph, groups: Mapping[str, int]) -> tuple[Pair, ...]:
    """List the ties a partition does not explain: friends in different groups, enemies in the same.

    Args:
        graph: The network.
        groups: The group of every actor with a tie.

    Returns:
        Pairs in the order of the ties; their number is what the frustration index makes smallest.
    """
    return tuple(pair for pair, sign in graph.ties.items() if (groups[pair[0]] == groups[pair[1]]) != (sign > 0))
