"""A group-year panel with its full trace from a million findings, and the same in pandas.

Each way runs in a process of its own, so that peak memory is its own, and the first call is what counts: nobody
computes a panel twice. All ways start from the same frames in memory, and have to give the same cells: state, findings,
claims, sources, independent sources, denials and fragility of each.
"""

from collections.abc import Iterable
from hashlib import sha256
from statistics import median
from typing import Any

import polars as pl

from benchmarks.measure import Result, Table, clock, in_child, peak_gb
from benchmarks.synthetic import SEARCHED_YEARS, a_setting, actor_names, some_evidence
from riven.analysis.panels import PanelFrames, panel
from riven.analysis.scope import Scope, to_scope

SECONDS_BUDGET, MEMORY_BUDGET_GB, TIMES_BUDGET = 2.0, 2.0, 20.0
MEASURE = "seen"


def table(*, n_findings: int, runs: int) -> Table:
    """Measure riven and pandas on evidence of one size.

    Args:
        n_findings: Findings of the synthetic study.
        runs: Processes of riven, of which the median counts; pandas runs once each way.
    """
    ours = [in_child("panel", "time_riven", n_findings) for _ in range(runs)]
    plain = in_child("panel", "time_pandas", n_findings, "plain")
    columns = in_child("panel", "time_pandas", n_findings, "columns")
    seconds = median(run["seconds"] for run in ours)
    same = len({run["cells"] for run in (*ours, plain, columns)}) == 1
    if not same:
        raise SystemExit("riven and pandas do not give the same cells")
    return Table(
        f"panel: group by year with full trace, from {n_findings:,} findings",
        (
            Result("riven, first call", seconds, budget=SECONDS_BUDGET),
            Result("riven, second call", median(run["again"] for run in ours)),
            Result("riven, peak memory", max(run["peak_gb"] for run in ours), "GB", MEMORY_BUDGET_GB),
            Result("plain pandas, groupby and apply", plain["seconds"]),
            Result("plain pandas, peak memory", plain["peak_gb"], "GB"),
            Result("pandas, dates and doubts in whole columns", columns["seconds"]),
            Result("riven faster than plain pandas", plain["seconds"] / seconds, "x", TIMES_BUDGET),
            Result("riven faster than pandas in columns", columns["seconds"] / seconds, "x"),
        ),
        (f"All three give the same {ours[0]['n_cells']:,} cells with the same findings, claims and sources.",),
    )


def time_riven(n_findings: int) -> dict[str, Any]:
    """Time riven from evidence in memory to the panel with its trace."""
    evidence, setting = some_evidence(n_findings), a_setting()
    held: list[tuple[Scope, PanelFrames]] = []

    def work() -> None:
        scope = to_scope(evidence, setting)
        held.append((scope, panel(scope, setting.rules.measures[MEASURE], rows=actor_names())))

    seconds, again = clock(work), clock(work)
    measured = {"seconds": seconds, "again": again, "peak_gb": peak_gb()}
    cells = riven_cells(*held[0])
    return measured | {"cells": fingerprint(cells), "n_cells": len(cells)}


def time_pandas(n_findings: int, way: str) -> dict[str, Any]:
    """Time pandas from the same evidence in memory to the same panel."""
    from benchmarks import plain_pandas  # noqa: PLC0415 -- riven's own process must not carry it

    tables = plain_pandas.to_tables(some_evidence(n_findings))
    held = []

    def work() -> None:
        by_row = way == "plain"
        held.append(plain_pandas.panel(tables, rows=actor_names(), searched=SEARCHED_YEARS, by_row=by_row))

    measured = {"seconds": clock(work), "peak_gb": peak_gb()}
    return measured | {"cells": fingerprint(plain_pandas.to_cells(held[0], tables))}


def riven_cells(scope: Scope, frames: PanelFrames) -> list[tuple[Any, ...]]:
    """List every cell as plain values: actor, year, state, fragility, then findings, claims, sources and so on."""
    names = scope.evidence.findings["finding"]
    trace = {
        "findings": frames.support.select("cell", name=names.gather(frames.support["key"])),
        "claims": frames.claims.select("cell", name="claim"),
        "sources": frames.claims.select("cell", name=pl.col("source").cast(pl.String)),
        "independent": frames.claims.select("cell", name=pl.col("independent").cast(pl.String)),
        "against": frames.against.select("cell", name=names.gather(frames.against["key"])),
    }
    cells = frames.cells.select("cell", "actor", "period", "state", "fragility")
    for column, part in trace.items():
        listed = part.group_by("cell").agg(pl.col("name").unique().sort().alias(column))
        cells = cells.join(listed, on="cell", how="left", maintain_order="left")
    return [
        (actor, int(period), state, fragility, *(tuple(names or ()) for names in lists))
        for _, actor, period, state, fragility, *lists in cells.iter_rows()
    ]


def fingerprint(cells: Iterable[tuple[Any, ...]]) -> str:
    """Reduce cells to one hash, so that two processes can compare them."""
    found = sha256()
    for cell in cells:
        found.update(repr(cell).encode())
    return found.hexdigest()
