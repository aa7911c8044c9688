"""Panels as columns: every cell of a measure, and under every cell its findings, claims and sources.

This is the fast path: a million findings become a panel with its whole trace in about a second (see
`benchmarks/panel.py`). `riven.analysis.cells` puts the same into words.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import polars as pl

from riven.analysis.doubts import CONTRADICTION, STRENGTH, Doubt
from riven.analysis.effort import Blank, blanks
from riven.analysis.question import of_measure
from riven.analysis.scope import Scope
from riven.analysis.weighing import Weighed, weigh
from riven.dates import Period
from riven.evidence.attribution import Path
from riven.evidence.frames import Evidence, enumeration
from riven.ids import ActorId
from riven.model.finding import Status
from riven.model.panel import CellState
from riven.model.rule import Measure

_CELL_COUNTS = ("findings", "claims", "sources", "independent", "against")


@dataclass(frozen=True)
class PanelFrames:
    """A panel with its whole trace.

    Attributes:
        cells: One row a cell, by row and period: cell (u32), actor, period, state, blank (its state if there were no
            evidence), findings, claims, sources, independent, against (counts), documents_searched, fragility (as if
            every finding stood or fell as a whole; `riven.analysis.fragility` settles anew). Null where unknown or
            without evidence.
        support: cell, key, state, path, doubt; one row a finding that counts under a cell.
        claims: cell, key, claim, source, independent; one row a claim and source under a cell.
        against: cell, key, covers; findings that say it was not so.
        paths: Paths by number, as in `support`.
    """

    cells: pl.DataFrame
    support: pl.DataFrame
    claims: pl.DataFrame
    against: pl.DataFrame
    paths: tuple[Path, ...]


def panel(
    scope: Scope, measure: Measure, *, rows: Iterable[ActorId], columns: Iterable[Period] | None = None
) -> PanelFrames:
    """Compute every cell of a measure, with its trace.

    Args:
        scope: Evidence, rules and identity.
        measure: The measure.
        rows: Actors, in the order of the rows.
        columns: Periods, one after the other without a gap; None for those of the study.

    Returns:
        The panel as frames. Every cell of every row and period is there, whatever its state.
    """
    across = scope.columns if columns is None else tuple(columns)
    down = tuple(rows)
    weighed = weigh(scope, of_measure(scope, measure, rows=down, columns=across))
    support = _support(weighed, len(across))
    # the rows of one claim stand together, so its first row counts the claim without comparing names again
    voices = scope.evidence.support.select(
        "key", "claim", "source", "independent", "side", first=pl.col("claim").ne_missing(pl.col("claim").shift(1))
    )
    heard = support.select("cell", "key", "state", "doubt", decides=_decides(support, len(down) * len(across)))
    claims = heard.join(voices, on="key", maintain_order="left")
    against = weighed.against.select(_cell(len(across)), "key", "covers")
    empty = _empty(blanks(scope, kinds=scope.kinds(measure), rows=down, columns=across), down, across)
    counts = _counts(support, claims, against)
    fragility = _fragility(scope.evidence, claims, against)
    cells = empty.join(counts, on="cell", how="left", maintain_order="left")
    cells = cells.join(fragility, on="cell", how="left", maintain_order="left")
    return PanelFrames(
        cells=cells.select(
            "cell",
            "actor",
            "period",
            pl.coalesce("state", "blank").alias("state"),
            "blank",
            *(pl.col(name).fill_null(0) for name in _CELL_COUNTS),
            "documents_searched",
            "fragility",
        ),
        support=support,
        claims=claims.select("cell", "key", "claim", "source", "independent"),
        against=against,
        paths=weighed.paths,
    )


def _cell(width: int) -> pl.Expr:
    return (pl.col("row") * width + pl.col("period")).alias("cell")


def _support(weighed: Weighed, width: int) -> pl.DataFrame:
    """Name each finding's cell and state, strongest first within a cell."""
    code = (
        pl.when((pl.col("doubt") & int(CONTRADICTION)) > 0)
        .then(1)
        .otherwise((pl.col("doubt") > int(Doubt.NONE)).cast(pl.UInt8) * 2)
        .cast(pl.UInt8)
    )
    ranked = weighed.support.select(_cell(width), "key", "path", "doubt", rank=code)
    ranked = ranked.sort(pl.col("cell") * len(STRENGTH) + pl.col("rank"), maintain_order=True)  # by key it is already
    names = pl.Series([state.value for state in STRENGTH], dtype=enumeration(CellState))
    return ranked.select("cell", "key", "path", "doubt", state=names.gather(ranked["rank"]))


def _decides(support: pl.DataFrame, n_cells: int) -> pl.Series:
    """Mark the findings whose state is the state of their cell."""
    states = support["state"].to_physical()
    strongest = support.select("cell", state=states).unique("cell", keep="first")
    of_cell = pl.Series([0], dtype=states.dtype).new_from_index(0, n_cells)
    return of_cell.scatter(strongest["cell"], strongest["state"]).gather(support["cell"]) == states


def _empty(table: Sequence[Sequence[Blank]], rows: Sequence[ActorId], columns: Sequence[Period]) -> pl.DataFrame:
    flat = [blank for line in table for blank in line]
    labels = [period.label for period in columns]
    return pl.DataFrame(
        {
            "cell": pl.int_range(len(flat), dtype=pl.UInt32, eager=True),
            "actor": pl.Series([actor for actor in rows for _ in labels], dtype=pl.Enum(list(dict.fromkeys(rows)))),
            "period": pl.Series(labels * len(rows), dtype=pl.Enum(labels)),
            "blank": pl.Series([blank.state.value for blank in flat], dtype=enumeration(CellState)),
            "documents_searched": pl.Series([blank.documents for blank in flat], dtype=pl.Int64),
        }
    )


def _counts(support: pl.DataFrame, claims: pl.DataFrame, against: pl.DataFrame) -> pl.DataFrame:
    findings = support.group_by("cell").agg(state=pl.col("state").first(), findings=pl.len())
    voices = claims.group_by("cell").agg(
        claims=pl.col("first").sum(), sources=pl.col("source").n_unique(), independent=pl.col("independent").n_unique()
    )
    counted = findings.join(voices, on="cell", how="left")
    return counted.join(against.group_by("cell").agg(against=pl.len()), on="cell", how="full", coalesce=True)


def _fragility(evidence: Evidence, claims: pl.DataFrame, against: pl.DataFrame) -> pl.DataFrame:
    """Count the fewest independent sources whose loss changes each cell's state, were all settled as it is.

    All sources of the reported findings must go before a cell is no longer reported, and all sources of a possible
    one. A dispute ends when either side falls silent.

    Returns:
        cell, fragility; cells with evidence only.
    """
    deciding = claims.filter("decides")
    disputed = pl.col("state") == CellState.DISPUTED.value
    plain = deciding.filter(~disputed).group_by("cell").agg(fragility=pl.col("independent").n_unique())
    quarrels = deciding.filter(disputed)
    if quarrels.is_empty():
        return plain
    sides = pl.concat([_coder_sides(evidence, quarrels), _denied_sides(evidence, quarrels, against)])
    return pl.concat([plain, sides.group_by("cell").agg(fragility=pl.col("n").min())])


def _coder_sides(evidence: Evidence, quarrels: pl.DataFrame) -> pl.DataFrame:
    """Count the sources of each side of every disputed finding."""
    is_disputed = evidence.findings["status"] == Status.DISPUTED.value
    own = quarrels.filter(is_disputed.gather(quarrels["key"]))
    sides = own.group_by("cell", "key", "side").agg(n=pl.col("independent").n_unique())
    return sides.select("cell", "n")


def _denied_sides(evidence: Evidence, quarrels: pl.DataFrame, against: pl.DataFrame) -> pl.DataFrame:
    """Count the sources on both sides where one finding contradicts another."""
    affirming = quarrels.filter((pl.col("doubt") & int(Doubt.CONTRADICTED)) > 0)
    cells = affirming.select("cell").unique()
    denying = against.filter("covers").join(cells, on="cell", how="semi").join(evidence.support, on="key")
    return pl.concat(
        [
            side.group_by("cell").agg(n=pl.col("independent").n_unique()).select("cell", "n")
            for side in (affirming, denying)
        ]
    )
