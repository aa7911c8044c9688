"""Ties between actors in time, read off findings by rule: who stood how to whom, in which period, on what evidence.

An actor whose acts count for another (a leader, a faction, a member of the focal family) is tied as that other, so a
tie joins the same actors as a panel has rows. A tie that rests on an act stands in the period of the act and as many
periods after it as the rules say; a state of affairs fills its dates. Ties of opposite sign are kept side by side.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from riven.analysis.doubts import Doubt
from riven.analysis.scope import Scope
from riven.analysis.timing import Calendar, timed
from riven.dates import Period
from riven.evidence.attribution import Path, reach
from riven.evidence.frames import Evidence, categories_of, enumeration
from riven.evidence.selection import DEFAULT_MODALITIES, has_values, mask
from riven.ids import ActorId, RoleId
from riven.model.argument import TieRule
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status
from riven.model.panel import CellState
from riven.model.rule import Undated

_OPEN = [Modality.BELIEVED.value, Modality.RUMOURED.value, Modality.FORECAST.value]
_SCHEMA: Mapping[str, pl.DataType | type[pl.DataType]] = {
    "layer": pl.String(),
    "start": pl.String(),
    "to": pl.String(),
    "period": pl.UInt32(),
    "sign": pl.Int8(),
    "key": pl.UInt32(),
    "state": enumeration(CellState),
    "carried": pl.Boolean(),
}


@dataclass(frozen=True)
class Ties:
    """Ties of a study.

    Attributes:
        frame: One row a layer, pair, period and finding: layer (the tie rule), start, to (actors; of an undirected tie
            the one that comes first in the alphabet starts), period (number of the column), sign (-1, 0, 1), key (of
            the finding), state (reported, possible or disputed), carried (whether the tie only goes on from an
            earlier period by the rule of persistence).
        columns: Periods.
        paths: For actors that are tied as another, the way there.
    """

    frame: pl.DataFrame
    columns: tuple[Period, ...]
    paths: Mapping[ActorId, Mapping[ActorId, Path]]


def ties(scope: Scope, *, columns: Iterable[Period] | None = None) -> Ties:
    """Read every tie of the rules off the findings.

    Args:
        scope: The scope.
        columns: Periods, one after the other without a gap; None for those of the study.

    Returns:
        The ties, sorted; none where the rules declare no network.
    """
    across = scope.columns if columns is None else tuple(columns)
    network = scope.rules.argument.network
    if network is None:
        return Ties(pl.DataFrame(schema=_SCHEMA), across, {})
    ways = _ways(scope)
    homes = _homes(ways, scope.evidence)
    parts = [_layer(scope, rule, homes, across) for rule in scope.rules.argument.ties.values()]
    found = pl.concat([pl.DataFrame(schema=_SCHEMA), *parts])
    acts = [rule.id for rule in scope.rules.argument.ties.values() if not scope.codebook.kinds[rule.kind].lasting]
    if network.persistence:
        found = pl.concat([found, _carried(found, acts, network.persistence, len(across))])
    order = ["layer", "start", "to", "period", "key", "carried"]
    return Ties(found.sort(order), across, {actor: held for actor, held in ways.items() if set(held) != {actor}})


def _ways(scope: Scope) -> dict[ActorId, dict[ActorId, Path]]:
    """Find the actors each actor is tied as: those its acts count for that count for nobody else."""
    network = scope.rules.argument.network
    links = network.attribution if network else ()
    actors = tuple(ActorId(name) for name in categories_of(scope.evidence.roles["actor"]))
    reached = reach(actors, links, edges=scope.edges, scheme=scope.scheme)
    ends = {actor: _ends(actor, held, reached, scope) for actor, held in reached.items()}
    return ends | {actor: {scope.focal: path} for actor, path in scope.family.items() if actor in ends}


def _ends(
    actor: ActorId,
    held: Mapping[ActorId, Path],
    reached: Mapping[ActorId, Mapping[ActorId, Path]],
    scope: Scope,
) -> dict[ActorId, Path]:
    ends = {row: path for row, path in held.items() if set(reached.get(row, {row: path})) <= {row}}
    own = scope.scheme.of(actor)
    return ends or {own: held[own]}  # actors that count for each other in a circle stand for themselves


def _homes(ways: Mapping[ActorId, Mapping[ActorId, Path]], evidence: Evidence) -> pl.DataFrame:
    rows = [(actor, home, path.weak) for actor, held in ways.items() for home, path in held.items()]
    return pl.DataFrame(
        {
            "actor": pl.Series([row[0] for row in rows], dtype=evidence.roles["actor"].dtype),
            "home": pl.Series([row[1] for row in rows], dtype=pl.String),
            "weak": pl.Series([row[2] for row in rows], dtype=pl.Boolean),
        }
    )


def _layer(scope: Scope, rule: TieRule, homes: pl.DataFrame, columns: tuple[Period, ...]) -> pl.DataFrame:
    evidence, kind = scope.evidence, scope.codebook.kinds[rule.kind]
    marks = _marks(evidence, rule)
    if not marks.any():
        return pl.DataFrame(schema=_SCHEMA)
    pairs = _pairs(evidence, rule, marks, homes)
    undated = scope.rules.undated is Undated.POSSIBLE
    times = timed(evidence, marks, Calendar(kind.dates, columns, kind.lasting, undated))
    placed = pairs.join(_signs(scope, rule, marks), on="key").join(times.sort("key"), on="key")
    findings = evidence.findings.select("key", "status", "modality")
    placed = placed.join(findings, on="key")
    is_open = (pl.col("doubt") > int(Doubt.NONE)) | pl.col("weak") | pl.col("modality").is_in(_OPEN)
    state = (
        pl.when(pl.col("status") == Status.DISPUTED.value)
        .then(pl.lit(CellState.DISPUTED.value))
        .when(is_open)
        .then(pl.lit(CellState.POSSIBLE.value))
        .otherwise(pl.lit(CellState.REPORTED.value))
    )
    return placed.select(
        pl.lit(rule.id).alias("layer"),
        "start",
        "to",
        "period",
        "sign",
        "key",
        state.cast(enumeration(CellState)).alias("state"),
        pl.lit(value=False).alias("carried"),
    )


def _marks(evidence: Evidence, rule: TieRule) -> pl.Series:
    modalities = [modality.value for modality in rule.modalities or DEFAULT_MODALITIES]
    marks = evidence.findings.select(
        (pl.col("kind") == rule.kind)
        & (pl.col("polarity") == Polarity.AFFIRMED.value)
        & pl.col("status").is_in([Status.ACCEPTED.value, Status.DISPUTED.value])
        & pl.col("modality").is_in(modalities)
    ).to_series()
    for variable, categories in rule.where.items():
        marks &= has_values(evidence, variable, categories)
    for variable, categories in rule.without.items():
        marks &= ~has_values(evidence, variable, categories)
    return marks


def _pairs(evidence: Evidence, rule: TieRule, marks: pl.Series, homes: pl.DataFrame) -> pl.DataFrame:
    """Pair the actors of both ends, as the actors they are tied as: key, start, to, weak."""
    starts = _end(evidence, rule.start, marks, homes).rename({"home": "start", "weak": "weak_start"})
    ends = _end(evidence, rule.to, marks, homes).rename({"home": "to", "weak": "weak_to"})
    pairs = starts.join(ends, on="key").filter(pl.col("start") != pl.col("to"))
    if not rule.directed:
        pairs = pairs.with_columns(start=pl.min_horizontal("start", "to"), to=pl.max_horizontal("start", "to"))
    strength = pairs.select("key", "start", "to", weak=pl.col("weak_start") | pl.col("weak_to"))
    return strength.group_by("key", "start", "to").agg(pl.col("weak").all())


def _end(evidence: Evidence, preference: tuple[RoleId, ...], marks: pl.Series, homes: pl.DataFrame) -> pl.DataFrame:
    """Take the actors of the first role that is filled: key, home, weak."""
    parts = []
    left = marks.clone()
    for role in preference:
        part = evidence.roles.filter((pl.col("role") == role) & left.gather(evidence.roles["key"]))
        left &= ~mask(evidence, part["key"])
        parts.append(part.select("key", "actor"))
    named = pl.concat(parts).join(homes, on="actor").select("key", "home", "weak")
    return named.group_by("key", "home").agg(pl.col("weak").all())


def _signs(scope: Scope, rule: TieRule, marks: pl.Series) -> pl.DataFrame:
    """Say for every finding which sign its tie has; one with categories of both signs has both: key, sign."""
    keys = scope.evidence.findings.filter(marks).select("key")
    if rule.sign_of is None:
        return keys.with_columns(sign=pl.lit(rule.sign or 0, dtype=pl.Int8))
    categories = scope.codebook.variables[rule.sign_of].categories
    signs = {category.id: category.sign for category in categories if category.sign is not None}
    values = scope.evidence.values.filter(pl.col("variable") == rule.sign_of).join(keys, on="key", how="semi")
    names = pl.DataFrame(
        {
            "value": pl.Series(list(signs), dtype=pl.String),
            "sign": pl.Series(list(signs.values()), dtype=pl.Int8),
        }
    )
    return values.select("key", pl.col("value").cast(pl.String)).join(names, on="value").select("key", "sign").unique()


def _carried(found: pl.DataFrame, acts: Sequence[str], persistence: int, width: int) -> pl.DataFrame:
    """Let ties that rest on acts go on, until an act of the opposite sign between the same two ends them."""
    own = found.filter(pl.col("layer").is_in(acts)).with_row_index("tie")
    later = own.with_columns(
        after=pl.int_ranges(pl.col("period") + 1, pl.min_horizontal(pl.col("period") + 1 + persistence, width))
    ).explode("after")
    later = later.filter(pl.col("after").is_not_null())
    opposed = _unordered(own).select("one", "other", ends="period", against=pl.col("sign")).unique()
    met = _unordered(later).join(opposed, on=["one", "other"])
    over = met.filter(
        (pl.col("against") == -pl.col("sign"))
        & (pl.col("sign") != 0)
        & (pl.col("ends") > pl.col("period"))
        & (pl.col("ends") <= pl.col("after"))
    )
    kept = later.join(over.select("tie", "after").unique(), on=["tie", "after"], how="anti")
    return kept.select(
        "layer",
        "start",
        "to",
        pl.col("after").cast(pl.UInt32).alias("period"),
        "sign",
        "key",
        "state",
        pl.lit(value=True).alias("carried"),
    )


def _unordered(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(one=pl.min_horizontal("start", "to"), other=pl.max_horizontal("start", "to"))
