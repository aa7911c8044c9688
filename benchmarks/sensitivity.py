"""Every alternative of a study tried: other rules, and every source, outlet, coder and group left out in turn."""

import gc
from collections import Counter
from typing import Any

from benchmarks.measure import CHECKOUT, RIVEN, Result, Table, clock, in_child, peak_gb, spent

WORKED_BUDGET_S, LARGE_BUDGET_S = 10.0, 60.0
WORKED = CHECKOUT / "studies" / "isk-2018"


def table(*, n_claims: int, n_groups: int, n_sources: int, runs: int) -> Table:
    """Measure `riven sensitivity` on the worked study, and the steps of it on a synthetic one.

    Args:
        n_claims: Claims of the synthetic study.
        n_groups: Groups that may be rivals.
        n_sources: Sources; there is an outlet for every three of them, and a coder for every fifty.
        runs: Processes on the worked study, of which the median counts.
    """
    worked = spent([RIVEN, "sensitivity", WORKED], runs=runs)
    large = in_child("sensitivity", "time_large", n_claims, n_groups, n_sources)
    tried = ", ".join(f"{number} {sort}" for sort, number in large["tried"].items())
    return Table(
        f"sensitivity: {n_groups} groups, 10 years, {n_claims:,} claims from {n_sources:,} sources",
        (
            Result("riven sensitivity isk-2018", worked.wall, budget=WORKED_BUDGET_S),
            Result("of it processor time", worked.processor),
            Result("large, all alternatives", large["seconds"], budget=LARGE_BUDGET_S),
            Result("of it one alternative", large["seconds"] / sum(large["tried"].values())),
            Result("large, analysed as it stands", large["analysis"]),
            Result("large, peak memory", large["peak_gb"], "GB"),
        ),
        (f"Tried: {tried}; {large['flips']:,} results flip.",),
    )


def time_large(n_claims: int, n_groups: int, n_sources: int) -> dict[str, Any]:
    """Time all alternatives of a synthetic study."""
    from benchmarks.synthetic_study import Size, a_study  # noqa: PLC0415 -- imports are no part of what is measured
    from riven.analysis.results import analyse  # noqa: PLC0415
    from riven.pipeline.results import inputs_of  # noqa: PLC0415
    from riven.pipeline.sensitivity import sensitivity_of  # noqa: PLC0415

    gc.disable()  # as the command does
    study = a_study(Size(n_claims, n_groups, n_sources, max(n_sources * 3 // 10, 1), max(n_sources // 50, 1)))
    held: list[Any] = []
    first = clock(lambda: held.append(analyse(inputs_of(study), effort=0)))
    seconds = clock(lambda: held.append(sensitivity_of(study, held[0])))
    tested = held[1].tested
    return {
        "analysis": first,
        "seconds": seconds,
        "tried": Counter(str(one.alternative.sort) for one in tested),
        "flips": sum(len(one.flips) for one in tested),
        "peak_gb": peak_gb(),
    }
