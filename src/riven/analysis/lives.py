"""Life dates of actors: no act can be theirs where they did not exist.

An act that may lie within an actor's life and may lie outside lies within. One that lies wholly outside contradicts the
life dates, and a contradiction is for a person to see: it stays.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from riven.analysis.scope import Scope
from riven.analysis.timing import Calendar, deciding
from riven.dates import ALWAYS, DayRange, Period
from riven.evidence.frames import Evidence
from riven.evidence.selection import mask
from riven.ids import ActorId
from riven.model.actor import Actor


def lives_of(scope: Scope, row: ActorId) -> tuple[DayRange, ...]:
    """Find when the actors that a row stands for may have existed; what is not known bounds nothing.

    Args:
        scope: The scope.
        row: An actor that stands for itself.

    Returns:
        One range of days for each actor that the study lists, from its earliest beginning to its latest end; all
        days when it lists none.
    """
    members = [scope.actors[member] for member in scope.scheme.members(row) if member in scope.actors]
    return tuple(_life(actor) for actor in members) or (ALWAYS,)


def _life(actor: Actor) -> DayRange:
    first = actor.begins.hull.first if actor.begins else None
    return DayRange(first, actor.ends.hull.last if actor.ends else None)


@dataclass(frozen=True)
class Lives:
    """When the actors of a question did not exist.

    Attributes:
        outside: One Boolean a row and period, row by row: whether the row surely did not exist on any of its days.
        spans: row (u32), born, died; one row an actor that the row stands for.
        width: Number of periods.
    """

    outside: pl.Series
    spans: pl.DataFrame
    width: int


def lives(scope: Scope, rows: Iterable[ActorId], columns: Sequence[Period]) -> Lives | None:
    """Find the periods in which rows did not exist.

    Args:
        scope: The scope.
        rows: Actors.
        columns: Periods.

    Returns:
        The lives; None when every row may have existed in every period, so that nothing needs to be looked at.
    """
    held = [lives_of(scope, row) for row in rows]
    outside = [not any(life.meets(period.days) for life in own) for own in held for period in columns]
    if not any(outside):
        return None
    spans = [(row, *_closed(life)) for row, own in enumerate(held) for life in own]
    schema = {"row": pl.UInt32, "born": pl.Date, "died": pl.Date}
    return Lives(pl.Series(outside), pl.DataFrame(spans, schema=schema, orient="row"), len(columns))


def _closed(life: DayRange) -> tuple[date, date]:
    return life.first or date.min, life.last or date.max


def living(evidence: Evidence, placed: pl.DataFrame, known: Lives, calendar: Calendar) -> pl.DataFrame:
    """Drop what may lie within an actor's life from the periods outside it.

    Args:
        evidence: The evidence.
        placed: key, row, period (all u32) and more; one row a finding, row and period.
        known: The lives of the rows.
        calendar: Which dates decide, and the periods.

    Returns:
        The rows that are left. An undated finding may always lie within.
    """
    is_late = known.outside.gather(placed.select(pl.col("row") * known.width + pl.col("period")).to_series())
    if not is_late.any():
        return placed
    late = placed.filter(is_late)
    periods = pl.DataFrame({"period": late["period"].unique()})
    periods = periods.with_columns(
        start=calendar.firsts.gather(periods["period"]), end=calendar.lasts.gather(periods["period"])
    )
    spans = deciding(evidence, mask(evidence, late["key"]), calendar.roles)
    met = late.select("key", "row", "period").join(spans, on="key").join(periods, on="period")
    found = (
        met.join(known.spans, on="row")
        .group_by("key", "row", "period", "occurrence")
        .agg(
            lives=((pl.col("first") <= pl.col("died")) & (pl.col("last") >= pl.col("born"))).any(),
            meets=((pl.col("first") <= pl.col("end")) & (pl.col("last") >= pl.col("start"))).any(),
        )
    )
    against_life = found.filter(pl.col("meets") & ~pl.col("lives"))
    kept = late.join(against_life, on=["key", "row", "period"], how="semi")
    return pl.concat([placed.filter(~is_late), kept])
