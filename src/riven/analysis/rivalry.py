"""Rivalry as a scale: how far each actor went against each other one, period by period, and what was counted.

A directed dyad and period has the highest step of the scale that a reported tie reaches, and beside it the highest that
a possible or disputed one reaches. Findings are counted the same way, so that an act that may lie in any of four years
is not taken for four. Nothing found is blank and never zero: a dyad and period without any tie has no row, and a sort
of finding that neither is nor may be there has no number.

Source:
    Denouncement, threat and violence are the steps of ViNSAR (doi 10.1177/00220027231208708); a study names its own.
"""

from dataclasses import dataclass

import polars as pl

from riven.analysis.scope import Scope
from riven.analysis.ties import Ties
from riven.model.panel import CellState

_PLACE = ["start", "to", "period"]
_SIGNS = {"hostile": -1, "friendly": 1, "neutral": 0}
_REPORTED = pl.col("state") == CellState.REPORTED.value


@dataclass(frozen=True)
class Dyads:
    """Directed dyads in time.

    Attributes:
        periods: One row a directed dyad and period with a tie: start, to (actors), period (label), level (highest step
            that is reported; null for none), level_possible (highest step that is possible or disputed; null for
            none), hostile, friendly, neutral (numbers of reported findings by sign), hostile_possible,
            friendly_possible, neutral_possible (numbers of possible or disputed ones; both numbers are null where
            there is no finding of that sign), findings, claims, sources (lists), independent (sources after copies
            of one story are counted once).
        counts: One row a directed dyad, period, sort of tie, variable and category: start, to, period, layer, variable,
            category, number (of reported findings), number_possible (of possible or disputed ones), findings, claims
            (lists).
    """

    periods: pl.DataFrame
    counts: pl.DataFrame


def dyads(scope: Scope, held: Ties) -> Dyads:
    """Count what passed between every two actors in every period.

    Args:
        scope: The scope.
        held: The ties; those that only go on from an earlier period are left out, since nothing was done in them.

    Returns:
        Dyads by start, to and period. A tie without direction counts both ways.
    """
    both = held.both_ways.filter(~pl.col("carried"))
    both = both.with_columns(finding=scope.evidence.findings["finding"].gather(both["key"]))
    both = both.join(_voices(scope), on="key", how="left")
    labels = pl.Series([period.label for period in held.columns], dtype=pl.String)
    periods, counts = _periods(scope, both), _counts(scope, both)
    return Dyads(
        periods.with_columns(period=labels.gather(periods["period"])),
        counts.with_columns(period=labels.gather(counts["period"])),
    )


def _voices(scope: Scope) -> pl.DataFrame:
    """List the claims and sources of every finding: key, claims, sources, independent."""
    support = scope.evidence.support.with_columns(pl.col("source", "independent").cast(pl.String))
    return support.group_by("key").agg(claims="claim", sources="source", independent="independent")


def _periods(scope: Scope, both: pl.DataFrame) -> pl.DataFrame:
    network = scope.rules.argument.network
    steps = pl.Series(network.levels if network else (), dtype=pl.String)
    rank = {rule.id: steps.index_of(rule.level) for rule in scope.rules.argument.ties.values() if rule.level}
    ranked = both.with_columns(
        rank=pl.col("layer").replace_strict(rank, default=None, return_dtype=pl.Int64),
    )
    found = ranked.group_by(_PLACE).agg(
        level=pl.col("rank").filter(_REPORTED).max(),
        level_possible=pl.col("rank").filter(~_REPORTED).max(),
        **{name: _number((pl.col("sign") == sign) & _REPORTED) for name, sign in _SIGNS.items()},
        **{f"{name}_possible": _number((pl.col("sign") == sign) & ~_REPORTED) for name, sign in _SIGNS.items()},
        findings=pl.col("finding").unique().sort(),
        claims=_listed("claims"),
        sources=_listed("sources"),
        independent=_listed("independent"),
    )
    found = found.sort(_PLACE)
    none = {name: (pl.col(name) + pl.col(f"{name}_possible")) == 0 for name in _SIGNS}
    return found.with_columns(
        level=steps.gather(found["level"]),
        level_possible=steps.gather(found["level_possible"]),
        **{column: pl.when(~none[name]).then(column) for name in _SIGNS for column in (name, f"{name}_possible")},
    )


def _number(which: pl.Expr) -> pl.Expr:
    return pl.col("key").filter(which).n_unique()


def _listed(column: str) -> pl.Expr:
    return pl.col(column).explode().unique().sort()


def _counts(scope: Scope, both: pl.DataFrame) -> pl.DataFrame:
    wanted = [(rule.id, variable) for rule in scope.rules.argument.ties.values() for variable in rule.counts]
    asked = pl.DataFrame(wanted, schema={"layer": pl.String, "variable": pl.String}, orient="row")
    values = scope.evidence.values.select(
        "key", pl.col("variable").cast(pl.String), category=pl.col("value").cast(pl.String)
    )
    counted = both.join(asked, on="layer").join(values, on=["key", "variable"])
    found = counted.group_by(*_PLACE, "layer", "variable", "category").agg(
        number=_number(_REPORTED),
        number_possible=_number(~_REPORTED),
        findings=pl.col("finding").unique().sort(),
        claims=_listed("claims"),
    )
    return found.sort(*_PLACE, "layer", "variable", "category")
