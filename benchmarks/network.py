"""Balance of signed networks: frustration proven exactly, and triads of a large network.

Networks are planted: two camps, friends inside and enemies across, and a share of ties turned round. Turning a tenth
leaves an index close to the ties turned; turning half leaves no camps at all, the hardest case.
"""

import random
from statistics import median

from benchmarks.measure import Result, Table, clock
from riven.analysis.balance import SignedGraph, to_signed_graph, triads
from riven.analysis.frustration import frustration

FRUSTRATION_BUDGET = 2.0
TRIADS_BUDGET = 10.0
NOISES = (0.1, 0.12, 0.15)


def table(*, n_actors: int, n_ties: int, runs: int) -> Table:
    """Measure a network for the index, and one of 25 times the actors and 100 times the ties for the triads."""
    results, notes = [], []
    for noise in NOISES:
        graphs = [planted(n_actors, n_ties, noise=noise, seed=seed) for seed in range(runs)]
        found = [frustration(graph) for graph in graphs]
        taken = median(clock(lambda graph=graph: frustration(graph)) for graph in graphs)
        exact = sum(one.is_exact for one in found)
        what = f"frustration, {noise:.0%} of ties turned"
        results.append(Result(what, taken, budget=FRUSTRATION_BUDGET if noise == NOISES[0] else None))
        notes.append(f"{what}: {exact} of {runs} exact; first {found[0].label}")
    large = planted(25 * n_actors, 100 * n_ties, noise=NOISES[0], seed=0)
    results.append(Result(f"triads of {100 * n_ties:,} ties", clock(lambda: triads(large)), budget=TRIADS_BUDGET))
    title = f"network: {n_actors:,} actors and {n_ties:,} signed ties, median of {runs}"
    return Table(title, tuple(results), tuple(notes))


def planted(n_actors: int, n_ties: int, *, noise: float, seed: int) -> SignedGraph:
    """Build a network of two camps with some ties turned round."""
    draw = random.Random(seed)
    names = [f"actor-{number}" for number in range(n_actors)]
    camp = {name: draw.random() < 0.5 for name in names}
    signs: dict[frozenset[str], int] = {}
    while len(signs) < n_ties:
        one, other = draw.sample(names, 2)
        sign = 1 if camp[one] == camp[other] else -1
        signs.setdefault(frozenset((one, other)), -sign if draw.random() < noise else sign)
    return to_signed_graph(names, [(*sorted(pair), sign) for pair, sign in signs.items()])
