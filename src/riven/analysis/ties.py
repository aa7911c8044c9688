"""Ties between actors in time, read off findings by rule: who stood how to whom, in which period, on what evidence.

An actor whose acts count for another (a leader, a faction, a member of the focal family) is tied as that other, so a
tie joins the same actors as a panel has rows. A tie that rests on an act stands in the period of the act and as many
periods after it as the rules say; a state of affairs fills its dates. Ties of opposite sign are kept side by side. As
in a panel, what may lie in the life of both its actors lies there.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from riven.analysis.doubts import STRENGTH, Doubt
from riven.analysis.lives import lives, living
from riven.analysis.scope import Scope
from riven.analysis.timing import Calendar, timed
from riven.dates import Period
from riven.evidence.attribution import Path, reach
from riven.evidence.frames import Evidence, categories_of, enumeration
from riven.evidence.selection import DEFAULT_MODALITIES, mask, pick
from riven.ids import ActorId, RoleId
from riven.model.argument import TieRule
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status
from riven.model.panel import CellState
from riven.model.rule import Selector, Undated

_OPEN = [m.value for m in (Modality.BELIEVED, Modality.RUMOURED, Modality.DENIED, Modality.FORECAST)]
Ways = Mapping[ActorId, Mapping[ActorId, Path]]
"""The actors that each actor is tied as, with the path to each."""

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
        frame: One row a layer, pair, period, finding and sign: layer (the tie rule), start, to (actors; of an
            undirected tie the one that comes first in the alphabet starts), period (number of the column), sign (-1,
            0, 1), key (of the finding), state (reported, possible or disputed), carried (whether the tie only goes on
            from an earlier period by the rule of persistence).
        columns: Periods.
        undirected: Layers without a direction.
        paths: For actors that are tied as another, the way there.
    """

    frame: pl.DataFrame
    columns: tuple[Period, ...]
    undirected: tuple[str, ...]
    paths: Ways

    @property
    def both_ways(self) -> pl.DataFrame:
        """The frame with every tie that has no direction once from each of its actors."""
        turned = self.frame.filter(pl.col("layer").is_in(self.undirected)).with_columns(start="to", to="start")
        return pl.concat([self.frame, turned])


def ties(scope: Scope, *, columns: Iterable[Period] | None = None) -> Ties:
    """Read every tie of the rules off the findings.

    Args:
        scope: The scope.
        columns: Periods, one after the other without a gap; None for those of the study.

    Returns:
        The ties, sorted; none where the rules declare no network.
    """
    across = scope.columns if columns is None else tuple(columns)
    network, rules = scope.rules.argument.network, scope.rules.argument.ties.values()
    if network is None:
        return Ties(pl.DataFrame(schema=_SCHEMA), across, (), {})
    ways = _ways(scope)
    found = pl.concat([pl.DataFrame(schema=_SCHEMA), *(_layer(scope, rule, ways, across) for rule in rules)])
    acts = [rule.id for rule in rules if not scope.codebook.kinds[rule.kind].lasting]
    if network.persistence:
        found = _once(pl.concat([found, _carried(found, acts, network.persistence, len(across))]))
    return Ties(
        found.sort("layer", "start", "to", "period", "key", "sign"),
        across,
        tuple(rule.id for rule in rules if not rule.directed),
        {actor: held for actor, held in ways.items() if set(held) != {actor}},
    )


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


def _homes(ways: Ways, evidence: Evidence) -> pl.DataFrame:
    rows = [(actor, home, path.weak) for actor, held in ways.items() for home, path in held.items()]
    return pl.DataFrame(
        {
            "actor": pl.Series([row[0] for row in rows], dtype=evidence.roles["actor"].dtype),
            "home": pl.Series([row[1] for row in rows], dtype=pl.String),
            "weak": pl.Series([row[2] for row in rows], dtype=pl.Boolean),
        }
    )


def _layer(scope: Scope, rule: TieRule, ways: Ways, columns: tuple[Period, ...]) -> pl.DataFrame:
    evidence, kind = scope.evidence, scope.codebook.kinds[rule.kind]
    named = {actor: {scope.scheme.of(actor): scope.scheme.path(actor)} for actor in ways}
    pairs = _pairs(evidence, rule, _homes(named if rule.own else ways, evidence), _homes(ways, evidence))
    if pairs.is_empty():
        return pl.DataFrame(schema=_SCHEMA)
    marks = mask(evidence, pairs["key"])
    undated = scope.rules.undated is Undated.POSSIBLE
    calendar = Calendar(kind.dates, columns, kind.lasting, undated, scope.policy)
    placed = pairs.join(timed(evidence, marks, calendar).sort("key"), on="key")
    placed = _alive(scope, placed, calendar).join(_signs(scope, rule, marks), on="key")
    placed = placed.join(evidence.findings.select("key", "status", "modality"), on="key")
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


def _alive(scope: Scope, placed: pl.DataFrame, calendar: Calendar) -> pl.DataFrame:
    """Drop what may lie in the life of both actors from the periods in which one of them did not exist."""
    actors = pl.concat([placed["start"], placed["to"]]).unique().sort()
    known = lives(scope, [ActorId(name) for name in actors], calendar.columns)
    if known is None:
        return placed
    for end in ("start", "to"):
        row = placed[end].cast(pl.Enum(actors)).to_physical().cast(pl.UInt32)
        placed = living(scope.evidence, placed.with_columns(row=row), known, calendar).drop("row")
    return placed


def _pairs(evidence: Evidence, rule: TieRule, sending: pl.DataFrame, homes: pl.DataFrame) -> pl.DataFrame:
    """Pair the actors of both ends, as the actors they are tied as: key, start, to, weak."""
    starts = _end(evidence, rule, rule.start, sending).rename({"home": "start", "weak": "weak_start"})
    ends = _end(evidence, rule, rule.to, homes).rename({"home": "to", "weak": "weak_to"})
    pairs = starts.join(ends, on="key").filter(pl.col("start") != pl.col("to"))
    if not rule.directed:
        pairs = pairs.with_columns(start=pl.min_horizontal("start", "to"), to=pl.max_horizontal("start", "to"))
    strength = pairs.select("key", "start", "to", weak=pl.col("weak_start") | pl.col("weak_to"))
    return strength.group_by("key", "start", "to").agg(pl.col("weak").all())


def _end(evidence: Evidence, rule: TieRule, roles: tuple[RoleId, ...], homes: pl.DataFrame) -> pl.DataFrame:
    """Take the actors of the first role that is filled, as those they are tied as: key, home, weak."""
    selector = Selector(rule.id, rule.sentence, rule.kind, roles, where=rule.where, without=rule.without)
    modalities = rule.modalities or DEFAULT_MODALITIES
    picked = pick(evidence, selector, family={}, polarity=Polarity.AFFIRMED, modalities=modalities)
    named = picked.rows.join(homes, on="actor").select("key", "home", "weak")
    return named.group_by("key", "home").agg(pl.col("weak").all())


def _signs(scope: Scope, rule: TieRule, marks: pl.Series) -> pl.DataFrame:
    """Say for every finding which signs its tie has, by the categories that the rule asks for: key, sign."""
    keys = scope.evidence.findings.filter(marks).select("key")
    if rule.sign_of is None:
        return keys.with_columns(sign=pl.lit(rule.sign or 0, dtype=pl.Int8))
    categories = scope.codebook.variables[rule.sign_of].categories
    asked = rule.where.get(rule.sign_of) or [category.id for category in categories]
    signs = {held.id: held.sign for held in categories if held.sign is not None and held.id in asked}
    values = scope.evidence.values.filter(pl.col("variable") == rule.sign_of).join(keys, on="key", how="semi")
    names = pl.DataFrame(
        {
            "value": pl.Series(list(signs), dtype=pl.String),
            "sign": pl.Series(list(signs.values()), dtype=pl.Int8),
        }
    )
    return values.select("key", pl.col("value").cast(pl.String)).join(names, on="value").select("key", "sign").unique()


def _carried(found: pl.DataFrame, acts: Sequence[str], persistence: int, width: int) -> pl.DataFrame:
    """Let ties that rest on acts go on until an act of the opposite sign between the same two ends them."""
    own = found.filter(pl.col("layer").is_in(acts)).with_row_index("tie")
    later = own.with_columns(
        after=pl.int_ranges(pl.col("period") + 1, pl.min_horizontal(pl.col("period") + 1 + persistence, width))
    ).explode("after")
    later = later.filter(pl.col("after").is_not_null()).with_columns(after=pl.col("after").cast(pl.UInt32))
    is_sure = pl.col("state") == CellState.REPORTED.value
    opposed = _unordered(own).select("one", "other", ends="period", against=-pl.col("sign"), sure=is_sure)
    met = _unordered(later).join(opposed, left_on=["one", "other", "sign"], right_on=["one", "other", "against"])
    is_over = (pl.col("ends") > pl.col("period")) & (pl.col("ends") <= pl.col("after"))
    # one that is sure ends the tie; one that is only possible, or disputed, leaves open whether it still goes on
    met = met.filter(is_over & (pl.col("sign") != 0)).group_by("tie", "after").agg(pl.col("sure").any())
    kept = later.join(met, on=["tie", "after"], how="left").filter(~pl.col("sure").fill_null(value=False))
    possible = pl.lit(CellState.POSSIBLE.value, dtype=enumeration(CellState))
    return kept.select(
        "layer",
        "start",
        "to",
        period="after",
        sign="sign",
        key="key",
        state=pl.when(pl.col("sure").is_null() | ~is_sure).then("state").otherwise(possible),
        carried=pl.lit(value=True),
    )


def _once(found: pl.DataFrame) -> pl.DataFrame:
    """Keep of an act that may lie in several periods one row a period: its own before what goes on, the sure before."""
    rank = pl.col("state").cast(pl.String).replace_strict({state.value: n for n, state in enumerate(STRENGTH)})
    best = found.sort("carried", rank, maintain_order=True)
    return best.unique(["layer", "start", "to", "period", "key", "sign"], keep="first", maintain_order=True)


def _unordered(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(one=pl.min_horizontal("start", "to"), other=pl.max_horizontal("start", "to"))
