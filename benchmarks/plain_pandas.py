"""The yardsticks: the same panel with the same trace in pandas, written in two ways.

`plain` is how an analyst would write it down: the rule for a date and the rule for a doubt are functions of one row,
the rule for a cell is a function of one group, and `apply` and `groupby` do the rest. `columns` is the most that can
be asked of pandas: dates and doubts in whole columns, and only the cells by `groupby` and `apply`. Both select and
join by masks and merges, and both read the rules of the synthetic study only: three kinds, one attribution link, dates
as published or else as happened, undated acts possible in every year.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd
import polars as pl

from benchmarks.synthetic import FIRST_YEAR, FOCAL, KINDS, N_YEARS
from riven.evidence.frames import Evidence

LAST_YEAR = FIRST_YEAR + N_YEARS - 1
LASTING, TONES = "bond", ["a", "b", "c"]
STRENGTH = ("reported", "disputed", "possible")
KEYED = ["row", "year", "key"]


@dataclass(frozen=True)
class Tables:
    """The evidence as pandas frames; names with few values are categories."""

    findings: pd.DataFrame
    roles: pd.DataFrame
    values: pd.DataFrame
    dates: pd.DataFrame
    support: pd.DataFrame


def to_tables(evidence: Evidence) -> Tables:
    """Hand the evidence over; this is not part of what is measured."""
    parts = (evidence.findings, evidence.roles, evidence.values, evidence.dates, evidence.support)
    return Tables(*(pd.DataFrame({column.name: _column(column) for column in part}) for part in parts))


def _column(column: pl.Series):
    if isinstance(column.dtype, pl.Enum):
        return pd.Categorical.from_codes(column.to_physical().to_numpy(), list(column.dtype.categories))
    if column.dtype == pl.Date:
        return column.cast(pl.Datetime("us")).to_numpy()
    return column.to_list() if column.dtype == pl.String else column.to_numpy()


def panel(tables: Tables, *, rows: Iterable[str], searched: Iterable[int], by_row: bool) -> pd.DataFrame:
    """Compute every cell with its trace.

    Args:
        tables: The evidence.
        rows: Actors, in the order of the rows.
        searched: Years that recorded searches cover.
        by_row: Whether dates and doubts are worked out row by row (plain) or in whole columns.

    Returns:
        By actor and year: state, findings, claims, sources, independent, against (lists), fragility.
    """
    picked, denials = _picked(tables)
    years = _years(tables, pd.concat([picked["key"], denials["key"]]), _years_by_row if by_row else _years_by_column)
    ways = _ways(tables, picked["actor"].cat.categories)
    support = picked.merge(ways, on="actor").merge(years, on="key")
    own = ways[ways["actor"] == ways["row"]]
    against = denials.merge(own, on="actor").merge(years, on="key")
    against["covers"] &= ~against["disputed"] & ~against["open"]
    against = against.groupby(KEYED, as_index=False)["covers"].any()
    support["contradicted"] = _contradicted(support, against)
    states = support.apply(_state, axis=1) if by_row else _states(support)
    support["state"] = pd.Categorical(states, categories=STRENGTH, ordered=True)
    support = support.sort_values(["row", "year", "state", "key"])
    voices = support[["row", "year", "key", "state", "contradicted", "disputed"]].merge(tables.support, on="key")
    denied = against[against["covers"]].merge(tables.support[["key", "independent"]], on="key")
    filled = _filled(support, voices, denied)
    return _complete(filled, against, list(rows), set(searched))


def _picked(tables: Tables) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Pick what counts, and what says that it was not so: key, actor, disputed, open, lasting."""
    findings, roles, values = tables.findings, tables.roles, tables.values
    toned = values.loc[(values["variable"] == "tone") & values["value"].isin(TONES), "key"]
    at = roles.loc[(roles["role"] == "at") & (roles["actor"] == FOCAL), "key"]
    counts = findings["kind"].isin(KINDS) & findings["status"].isin(["accepted", "disputed"])
    counts &= findings["key"].isin(toned) & findings["key"].isin(at)
    by = roles.loc[roles["role"] == "by", ["key", "actor"]]
    held = findings.loc[counts, ["key", "kind", "status", "polarity", "modality"]].merge(by, on="key")
    held["disputed"] = held["status"] == "disputed"
    held["open"] = held["modality"].isin(["believed", "rumoured"])
    affirmed, denied = held["polarity"] == "affirmed", held["modality"] == "denied"
    columns = ["key", "actor", "disputed", "open"]
    return held.loc[affirmed & ~denied, columns], held.loc[~affirmed | denied, columns]


def _ways(tables: Tables, actors: Iterable[str]) -> pd.DataFrame:
    """Say for whom each actor's acts count: itself, and along kinships every group it is a faction of."""
    kin = tables.findings[
        (tables.findings["kind"] == "kin")
        & (tables.findings["status"] == "accepted")
        & (tables.findings["polarity"] == "affirmed")
    ]
    roles = tables.roles[tables.roles["key"].isin(kin["key"])]
    children = roles[roles["role"] == "child"].set_index("key")["actor"]
    parents = roles[roles["role"] == "parent"].set_index("key")["actor"]
    parent_of = dict(zip(children, parents.reindex(children.index), strict=True))
    pairs = [(actor, actor) for actor in actors]
    for actor in actors:
        here = actor
        while (here := parent_of.get(here)) is not None:
            pairs.append((actor, here))
    frame = pd.DataFrame(pairs, columns=["actor", "row"])
    return frame.astype({"actor": pd.CategoricalDtype(list(actors)), "row": pd.CategoricalDtype(list(actors))})


Years = Callable[[pd.DataFrame], pd.DataFrame]


def _years(tables: Tables, keys: pd.Series, years: Years) -> pd.DataFrame:
    """Place findings in years: key, year, loose (the date leaves the year open), covers."""
    dates = tables.dates[tables.dates["key"].isin(keys)]
    published = dates[dates["role"] == "published"]
    happened = dates[(dates["role"] == "happened") & ~dates["key"].isin(published["key"])]
    spans = pd.concat([published, happened])
    spans["lasting"] = spans["key"].map(tables.findings["kind"] == LASTING)
    placed = years(spans).groupby(["key", "year"], as_index=False).agg({"loose": "min", "covers": "max"})
    undated = keys[~keys.isin(spans["key"])].drop_duplicates()
    every = pd.DataFrame({"year": range(FIRST_YEAR, LAST_YEAR + 1), "loose": True, "covers": False})
    return pd.concat([placed, undated.to_frame().merge(every, how="cross")])


def _years_by_row(spans: pd.DataFrame) -> pd.DataFrame:
    long = spans[["key"]].assign(placed=spans.apply(_years_of, axis=1)).explode("placed").dropna(subset="placed")
    placed = pd.DataFrame(long["placed"].tolist(), columns=["year", "loose", "covers"])
    return placed.assign(key=long["key"].to_numpy())


def _years_of(span: pd.Series) -> list[tuple[int, bool, bool]]:
    """Place one span of days: year, whether it leaves the year open, whether it covers the year."""
    first, last, hull_first, hull_last = span["first"], span["last"], span["hull_first"], span["hull_last"]
    low, high = max(first.year, FIRST_YEAR), min(last.year, LAST_YEAR)
    alone = first == hull_first and last == hull_last
    inside = (hull_first.year >= low and hull_last.year <= low) or (alone and span["lasting"])
    return [
        (year, not inside, alone and first <= pd.Timestamp(year, 1, 1) and last >= pd.Timestamp(year, 12, 31))
        for year in range(low, high + 1)
    ]


def _years_by_column(spans: pd.DataFrame) -> pd.DataFrame:
    spans = spans.assign(
        low=spans["first"].dt.year.clip(lower=FIRST_YEAR),
        high=spans["last"].dt.year.clip(upper=LAST_YEAR),
        alone=(spans["first"] == spans["hull_first"]) & (spans["last"] == spans["hull_last"]),
    )
    spans["inside"] = (spans["hull_first"].dt.year >= spans["low"]) & (spans["hull_last"].dt.year <= spans["low"])
    spans["inside"] |= spans["alone"] & spans["lasting"]
    met = spans[spans["low"] <= spans["high"]].reset_index(drop=True)
    long = met.loc[met.index.repeat(met["high"] - met["low"] + 1)]
    long["year"] = long["low"] + long.groupby(level=0).cumcount()
    year = long["year"].astype(str)
    long["covers"] = long["alone"] & (long["first"] <= pd.to_datetime(year + "-01-01"))
    long["covers"] &= long["last"] >= pd.to_datetime(year + "-12-31")
    return long.assign(loose=~long["inside"])[["key", "year", "loose", "covers"]]


def _contradicted(support: pd.DataFrame, against: pd.DataFrame) -> pd.Series:
    """Mark the row's own acts, surely in a year for which a source says that there was none."""
    denied = against.loc[against["covers"], ["row", "year"]].drop_duplicates().assign(denied=True)
    marks = support[["row", "year"]].merge(denied, on=["row", "year"], how="left")["denied"].notna()
    own = support["actor"].astype(str) == support["row"].astype(str)
    return marks.set_axis(support.index) & own & ~support["loose"]


def _state(finding: pd.Series) -> str:
    """Name what one finding alone would make of its cell."""
    if finding["disputed"] or finding["contradicted"]:
        return "disputed"
    return "possible" if finding["loose"] or finding["open"] else "reported"


def _states(support: pd.DataFrame) -> pd.Series:
    """Name what each finding alone would make of its cell."""
    doubtful = support["loose"] | support["open"]
    states = pd.Series("reported", index=support.index).mask(doubtful, "possible")
    return states.mask(support["disputed"] | support["contradicted"], "disputed")


def _filled(support: pd.DataFrame, voices: pd.DataFrame, denied: pd.DataFrame) -> pd.DataFrame:
    """Fill the cells that rest on evidence, group by group."""
    by = ["row", "year"]
    found = support.groupby(by, observed=True).apply(_findings)
    silence = denied.groupby(by, observed=True)["independent"].nunique().to_dict()
    heard = voices.groupby(by, observed=True).apply(_voices, silence=silence)
    return found.join(heard)


def _findings(cell: pd.DataFrame) -> pd.Series:
    return pd.Series({"state": cell["state"].iloc[0], "findings": cell["key"].tolist()})


def _voices(cell: pd.DataFrame, silence: Mapping[tuple[str, int], int]) -> pd.Series:
    state = STRENGTH[cell["state"].cat.codes.min()]
    deciding = cell[cell["state"] == state]
    if state == "disputed":
        fragility = _quarrel(deciding, silence.get(cell.name, 0))
    else:
        fragility = deciding["independent"].nunique()
    return pd.Series(
        {
            "claims": cell["claim"].unique().tolist(),
            "sources": cell["source"].unique().tolist(),
            "independent": cell["independent"].unique().tolist(),
            "fragility": fragility,
        }
    )


def _quarrel(deciding: pd.DataFrame, n_denying: int) -> int:
    """Count the sources of the side that falls silent first."""
    sides = deciding[deciding["disputed"]].groupby(["key", "side"])["independent"].nunique().tolist()
    affirming = deciding.loc[deciding["contradicted"], "independent"].nunique()
    return min([*sides, affirming, n_denying] if affirming else sides)


def _complete(filled: pd.DataFrame, against: pd.DataFrame, rows: list[str], searched: set[int]) -> pd.DataFrame:
    """Give every actor and year its cell, empty ones too."""
    every = pd.MultiIndex.from_product([rows, range(FIRST_YEAR, LAST_YEAR + 1)], names=["row", "year"])
    filled.index = pd.MultiIndex.from_tuples(filled.index, names=["row", "year"])
    panel = filled.reindex(every)
    years = panel.index.get_level_values("year")
    blank = pd.Series(["none_found" if year in searched else "not_searched" for year in years], index=every)
    panel["state"] = panel["state"].astype(object).where(panel["state"].notna(), blank)
    denials = against.groupby(["row", "year"], observed=True)["key"].agg(list)
    denials.index = pd.MultiIndex.from_tuples(denials.index, names=["row", "year"])
    panel["against"] = denials.reindex(every)
    return panel


def to_cells(panel: pd.DataFrame, tables: Tables) -> list[tuple[Any, ...]]:
    """List every cell as plain values, in the order and form of `benchmarks.panel.riven_cells`."""
    names = tables.findings["finding"].tolist()
    return [_cell(index, cell, names) for index, cell in zip(panel.index, panel.to_dict("records"), strict=True)]


def _cell(index: tuple[str, int], cell: Mapping[str, Any], names: list[str]) -> tuple[Any, ...]:
    lists = {column: held if isinstance(held, list) else [] for column, held in cell.items()}
    return (
        *index,
        cell["state"],
        int(cell["fragility"]) if lists["findings"] else None,
        tuple(names[key] for key in sorted(lists["findings"])),
        *(tuple(sorted(lists[column])) for column in ("claims", "sources", "independent")),
        tuple(names[key] for key in sorted(lists["against"])),
    )
