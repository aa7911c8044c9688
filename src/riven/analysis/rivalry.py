"""Rivalry as a scale: how far each actor went against each other one, period by period, and what was counted.

A directed dyad and period has the highest step of the scale that a reported tie reaches, and beside it the highest that
a possible or disputed one reaches. Nothing found is blank and never zero: a dyad and period without any tie has no row.

Source:
    Denouncement, threat and violence are the steps of ViNSAR (doi 10.1177/00220027231208708); a study names its own.
"""

from dataclasses import dataclass

import polars as pl

from riven.analysis.scope import Scope
from riven.analysis.ties import Ties
from riven.model.panel import CellState

_PLACE = ["start", "to", "period"]


@dataclass(frozen=True)
class Dyads:
    """Directed dyads in time.

    Attributes:
        periods: One row a directed dyad and period with a tie: start, to (actors), period (label), level (highest step
            that is reported; null for none), level_possible (highest step that is possible or disputed; null for
            none), hostile, friendly, neutral (numbers of findings by sign), findings, claims, sources (lists).
        counts: One row a directed dyad, period, sort of tie, variable and category: start, to, period, layer, variable,
            category, number (of findings), findings, claims (lists).
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
    rules = scope.rules.argument.ties
    plain = held.frame.filter(~pl.col("carried"))
    mutual = [rule.id for rule in rules.values() if not rule.directed]
    turned = plain.filter(pl.col("layer").is_in(mutual)).with_columns(start="to", to="start")
    both = pl.concat([plain, turned])
    labels = pl.Series([period.label for period in held.columns], dtype=pl.String)
    names = scope.evidence.findings["finding"]
    both = both.with_columns(finding=names.gather(both["key"]), place=labels.gather(both["period"]))
    voices = _voices(scope)
    return Dyads(_periods(scope, both, voices), _counts(scope, both, voices))


def _voices(scope: Scope) -> pl.DataFrame:
    """List the claims and sources of every finding: key, claims, sources."""
    support = scope.evidence.support.with_columns(pl.col("source").cast(pl.String))
    return support.group_by("key", maintain_order=True).agg(
        claims=pl.col("claim").unique(maintain_order=True), sources=pl.col("source").unique(maintain_order=True)
    )


def _periods(scope: Scope, both: pl.DataFrame, voices: pl.DataFrame) -> pl.DataFrame:
    network = scope.rules.argument.network
    steps = network.levels if network else ()
    rank = {rule.id: steps.index(rule.level) for rule in scope.rules.argument.ties.values() if rule.level}
    ranks = pl.DataFrame(
        {
            "layer": pl.Series(list(rank), dtype=pl.String),
            "rank": pl.Series(list(rank.values()), dtype=pl.Int64),
        }
    )
    ranked = both.join(ranks, on="layer", how="left").join(voices, on="key", how="left")
    is_reported = pl.col("state") == CellState.REPORTED.value
    found = ranked.group_by(_PLACE).agg(
        label=pl.col("place").first(),
        level=pl.col("rank").filter(is_reported).max(),
        level_possible=pl.col("rank").filter(~is_reported).max(),
        hostile=pl.col("key").filter(pl.col("sign") < 0).n_unique(),
        friendly=pl.col("key").filter(pl.col("sign") > 0).n_unique(),
        neutral=pl.col("key").filter(pl.col("sign") == 0).n_unique(),
        findings=pl.col("finding").unique().sort(),
        claims=pl.col("claims").explode().unique().sort(),
        sources=pl.col("sources").explode().unique().sort(),
    )
    words = pl.Series(list(steps), dtype=pl.String)
    return (
        found.sort(_PLACE)
        .with_columns(
            period="label",
            level=words.gather(found.sort(_PLACE)["level"]),
            level_possible=words.gather(found.sort(_PLACE)["level_possible"]),
        )
        .drop("label")
    )


def _counts(scope: Scope, both: pl.DataFrame, voices: pl.DataFrame) -> pl.DataFrame:
    wanted = [(rule.id, str(variable)) for rule in scope.rules.argument.ties.values() for variable in rule.counts]
    asked = pl.DataFrame(
        {
            "layer": pl.Series([layer for layer, _ in wanted], dtype=pl.String),
            "variable": pl.Series([variable for _, variable in wanted], dtype=pl.String),
        }
    )
    values = scope.evidence.values.select("key", pl.col("variable", "value").cast(pl.String))
    counted = both.join(asked, on="layer").join(values, on=["key", "variable"]).join(voices, on="key", how="left")
    found = counted.group_by(*_PLACE, "layer", "variable", "value").agg(
        label=pl.col("place").first(),
        number=pl.col("key").n_unique(),
        findings=pl.col("finding").unique().sort(),
        claims=pl.col("claims").explode().unique().sort(),
    )
    found = found.sort(*_PLACE, "layer", "variable", "value").with_columns(period="label").drop("label")
    return found.rename({"value": "category"})
