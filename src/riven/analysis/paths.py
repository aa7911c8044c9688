"""How much of what passes through a network passes through each actor."""

from collections.abc import Iterable, Mapping, Sequence

import networkx as nx

try:
    import rustworkx
except ImportError:  # the extra `network` is not installed
    rustworkx = None  # type: ignore[assignment]

MOST_PLAIN = 200_000  # actors times ties: about a second with the plain library,
MOST_FAST = 5_000_000  # and with the fast one


def betweenness(actors: Sequence[str], pairs: Iterable[tuple[str, str]]) -> Mapping[str, float] | None:
    """Measure which share of the shortest paths between others lead through each actor.

    Args:
        actors: Actors of the network, those without a tie included.
        pairs: Tied pairs, without direction, each once.

    Returns:
        Betweenness by actor, 0 to 1, divided by the number of pairs of other actors; None where actors times ties
        exceed 5,000,000, or 200,000 without the fast library of the extra `network`: it would take minutes.

    Source:
        Freeman (1977), Sociometry 40:35-41; algorithm of Brandes (2001), Journal of Mathematical Sociology 25:163-177.
    """
    tied = list(pairs)
    work, is_fast = len(actors) * len(tied), bool(rustworkx)
    if work > (MOST_FAST if is_fast else MOST_PLAIN):
        return None
    if is_fast:
        place = {actor: number for number, actor in enumerate(actors)}
        graph = rustworkx.PyGraph()
        graph.add_nodes_from(list(actors))
        graph.add_edges_from_no_data([(place[one], place[other]) for one, other in tied])
        found = rustworkx.betweenness_centrality(graph, normalized=True)
        return {actor: round(float(found[number]), 12) for actor, number in place.items()}
    plain: nx.Graph[str] = nx.Graph()
    plain.add_nodes_from(actors)
    plain.add_edges_from(tied)
    return {actor: round(value, 12) for actor, value in nx.betweenness_centrality(plain, normalized=True).items()}
