"""Findings placed in periods: which a date lies in, which it only may lie in, which it fills.

The cell rule of `riven.dates.fit`, for a million findings at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

import polars as pl

from riven.analysis.doubts import Doubt
from riven.dates import Period
from riven.evidence.frames import Evidence
from riven.evidence.selection import mask
from riven.model.codebook import DateRole

_NOWHEN = pl.DataFrame(schema={"key": pl.UInt32, "period": pl.UInt32, "doubt": pl.UInt8, "covers": pl.Boolean})


class DatePolicy(StrEnum):
    """What becomes of a finding whose date leaves a period open.

    `open` keeps it as possible, `strict` drops it, and `generous` takes it to lie in every period it may lie in. An
    undated finding is the extreme case of one whose date leaves a period open.
    """

    OPEN = "open"
    STRICT = "strict"
    GENEROUS = "generous"


@dataclass(frozen=True, slots=True)
class Calendar:
    """How findings are placed in time.

    Attributes:
        roles: Date roles in order of preference: the first that is given decides.
        columns: Periods, one after the other without a gap.
        lasting: Whether findings fill their dates, as states of affairs do, and the absence of an act.
        undated: Whether an undated finding may lie in any period before its source was published.
        policy: What becomes of a finding whose date leaves a period open.
    """

    roles: tuple[DateRole, ...]
    columns: tuple[Period, ...]
    lasting: bool
    undated: bool
    policy: DatePolicy = DatePolicy.OPEN

    @property
    def firsts(self) -> pl.Series:
        """First days of the periods."""
        return pl.Series([period.days.first or date.min for period in self.columns], dtype=pl.Date)

    @property
    def lasts(self) -> pl.Series:
        """Last days of the periods."""
        return pl.Series([period.days.last or date.max for period in self.columns], dtype=pl.Date)


def timed(evidence: Evidence, marks: pl.Series, calendar: Calendar) -> pl.DataFrame:
    """Place findings in periods.

    Args:
        evidence: The evidence.
        marks: Mask over the findings: those to be placed.
        calendar: Which dates decide, and the periods.

    Returns:
        key, period (both u32), doubt (u8: none, date or undated) and covers (whether the finding surely fills every
        day of the period); one row a finding and period it may lie in.
    """
    dates = deciding(evidence, marks, calendar.roles)
    parts = [_NOWHEN, _dated(dates, calendar)]
    undated = marks & ~mask(evidence, dates["key"]) if calendar.undated else marks.clear()
    if undated.any():
        parts.append(_undated(evidence.findings.filter(undated).select("key", "before"), calendar))
    placed = pl.concat(parts)
    if calendar.policy is DatePolicy.STRICT:
        return placed.filter(pl.col("doubt") == int(Doubt.NONE))
    if calendar.policy is DatePolicy.GENEROUS:
        return placed.with_columns(doubt=pl.lit(int(Doubt.NONE), dtype=pl.UInt8))
    return placed


def deciding(evidence: Evidence, marks: pl.Series, roles: Iterable[DateRole]) -> pl.DataFrame:
    """Take the dates that decide: of every finding those of the first role that is given.

    Args:
        evidence: The evidence.
        marks: Mask over the findings: those asked about.
        roles: Date roles in order of preference.

    Returns:
        Rows of the evidence's dates; those of one finding stand together.
    """
    parts = [evidence.dates.clear()]
    for role in roles:
        part = evidence.dates.filter((pl.col("role") == role.value) & marks.gather(evidence.dates["key"]))
        if not part.is_empty():
            marks &= ~mask(evidence, part["key"])
            parts.append(part)
    return pl.concat(parts)


def _undated(findings: pl.DataFrame, calendar: Calendar) -> pl.DataFrame:
    periods = pl.DataFrame({"period": pl.int_range(len(calendar.columns), dtype=pl.UInt32, eager=True)})
    crossed = findings.join(periods.with_columns(first=calendar.firsts), how="cross")
    return crossed.filter(pl.col("first") <= pl.col("before")).select(
        "key", "period", doubt=pl.lit(int(Doubt.UNDATED), dtype=pl.UInt8), covers=pl.lit(value=False)
    )


def _dated(dates: pl.DataFrame, calendar: Calendar) -> pl.DataFrame:
    firsts, lasts = calendar.firsts, calendar.lasts
    met = dates.filter((dates["first"] <= lasts[-1]) & (dates["last"] >= firsts[0]))
    low = lasts.search_sorted(met["first"], side="left").cast(pl.UInt32)
    high = (firsts.search_sorted(met["last"], side="right") - 1).cast(pl.UInt32)
    alone = (met["first"] == met["hull_first"]) & (met["last"] == met["hull_last"])
    inside = (met["hull_first"] >= firsts[low]) & (met["hull_last"] <= lasts[low])
    inside = inside | alone if calendar.lasting else inside
    held = {"key": met["key"], "first": met["first"], "last": met["last"], "alone": alone, "inside": inside}
    spread = _spread(pl.DataFrame(held | {"period": low}), high)
    period = spread["period"]
    placed = pl.DataFrame(
        {
            "key": spread["key"],
            "period": period,
            "doubt": (~spread["inside"]).cast(pl.UInt8) * int(Doubt.DATE),
            "covers": spread["alone"] & (spread["first"] <= firsts[period]) & (spread["last"] >= lasts[period]),
        }
    )
    return _merged(placed, dates["key"])


def _spread(spans: pl.DataFrame, high: pl.Series) -> pl.DataFrame:
    """Repeat spans for every period up to their last one."""
    is_long = spans["period"] != high
    if not is_long.any():
        return spans
    long = spans.with_columns(period=pl.int_ranges("period", high + 1, dtype=pl.UInt32)).filter(is_long)
    return pl.concat([spans.filter(~is_long), long.explode("period")])


def _merged(placed: pl.DataFrame, keys: pl.Series) -> pl.DataFrame:
    """Join what the spans of one finding say about a period; these stand together among the dates."""
    repeated = keys.slice(1).filter(keys.slice(1) == keys.slice(0, max(len(keys) - 1, 0)))
    if repeated.is_empty():
        return placed
    again = placed.select(pl.col("key").is_in(repeated.implode())).to_series()
    merged = placed.filter(again).group_by("key", "period").agg(pl.col("doubt").min(), pl.col("covers").any())
    return pl.concat([placed.filter(~again), merged])
