"""A large network slice by slice: thousands of actors, ten years, everything a build tells about each of them."""

import random
from typing import Any

from benchmarks.measure import Result, Table, clock, in_child, peak_gb

BUDGET_S = 10.0
N_YEARS, NOISE = 10, 0.1


def table(*, n_actors: int, n_ties: int) -> Table:
    """Measure the network of planted ties, spread over ten years, in a process of its own."""
    held = in_child("network_slices", "time_slices", n_actors, n_ties)
    return Table(
        f"network_slices: {n_actors:,} actors and {n_ties:,} ties in {N_YEARS} years and as a whole",
        (
            Result("all slices and places", held["seconds"], budget=BUDGET_S),
            Result("peak memory", held["peak_gb"], "GB"),
        ),
        (f"{held['slices']} slices, {held['places']:,} places; the whole: {held['label']}.",),
    )


def time_slices(n_actors: int, n_ties: int) -> dict[str, Any]:
    """Time the network of planted ties: two camps, friends inside and enemies across, a tenth turned round."""
    from riven.analysis.network import network  # noqa: PLC0415 -- imports are no part of what is measured

    scope, held = _planted(n_actors, n_ties)
    found: list[Any] = []
    seconds = clock(lambda: found.append(network(scope, held)))
    made = found[0]
    return {
        "seconds": seconds,
        "slices": len(made.slices),
        "places": len(made.places),
        "label": made.slices[0].frustration.label,
        "peak_gb": peak_gb(),
    }


def _planted(n_actors: int, n_ties: int) -> tuple[Any, Any]:
    """Build the scope and the ties; each tie rests on a finding of its own."""
    import polars as pl  # noqa: PLC0415

    from benchmarks.synthetic import a_setting, some_evidence  # noqa: PLC0415
    from riven.analysis.scope import to_scope  # noqa: PLC0415
    from riven.analysis.ties import Ties  # noqa: PLC0415

    draw = random.Random(0)
    names = [f"actor-{number:04d}" for number in range(n_actors)]
    camp = {name: draw.random() < 0.5 for name in names}
    rows = []
    for number in range(n_ties):
        one, other = draw.sample(names, 2)
        sign = (1 if camp[one] == camp[other] else -1) * (-1 if draw.random() < NOISE else 1)
        rows.append(("ties", one, other, number % N_YEARS, sign, number, "reported", False))
    columns = ("layer", "start", "to", "period", "sign", "key", "state", "carried")
    scope = to_scope(some_evidence(n_ties), a_setting())
    frame = pl.DataFrame(rows, schema=columns, orient="row").with_columns(pl.col("key").cast(pl.UInt32))
    return scope, Ties(frame, scope.columns[:N_YEARS], (), {})
