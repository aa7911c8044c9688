"""Synthetic evidence of any size: fuzzy dates, several sources a finding, copies, denials, disputes, factions.

Numbers come from a hash of the row number, so the same size always gives the same evidence.
"""

from datetime import date

import polars as pl

from riven.analysis.scope import Setting
from riven.dates import Step, Window, parse
from riven.evidence.frames import Evidence, enumeration
from riven.model.actor import Actor, ActorType
from riven.model.claim import CoderType, Modality, Polarity
from riven.model.codebook import Codebook, DateRole, Entry, Kind, Role, Variable
from riven.model.condition import Condition
from riven.model.finding import Settlement, Status
from riven.model.rule import (
    Independence,
    Link,
    Measure,
    RivalRule,
    Rollup,
    Rows,
    Rules,
    Selector,
    Undated,
)
from riven.model.source import Search

KINDS = ("word", "deed", "bond")
FIRST_YEAR, N_YEARS, N_ACTORS, N_FACTIONS, N_SOURCES, N_STORIES = 2000, 20, 200, 50, 2000, 1400
SEARCHED_YEARS = range(FIRST_YEAR, FIRST_YEAR + N_YEARS - 5)
FOCAL = "focal"
_TEXT = Entry("label", "rule")


def a_setting() -> Setting:
    """Build everything but the evidence: 200 actors, 20 years, searches over the first 15, one measure."""
    actors = {FOCAL: Actor(FOCAL, "Focal", ActorType.ORGANISATION)}
    actors |= {name: Actor(name, name, ActorType.ORGANISATION) for name in actor_names()}
    return Setting(
        focal=FOCAL,
        window=Window(date(FIRST_YEAR, 1, 1), date(FIRST_YEAR + N_YEARS, 1, 1)),
        codebook=_codebook(),
        rules=_rules(),
        actors=actors,
        searches=(Search("all", (), (), parse(f"{SEARCHED_YEARS[0]}/{SEARCHED_YEARS[-1]}"), documents=5000),),
    )


def actor_names() -> list[str]:
    """List the rows of the panel."""
    return [f"actor-{number:03d}" for number in range(N_ACTORS)]


def _codebook() -> Codebook:
    roles = tuple(Role(role, _TEXT) for role in ("by", "at"))
    kinds = {
        kind: Kind(kind, _TEXT, roles, ("tone",), dates=(DateRole.PUBLISHED, DateRole.HAPPENED), lasting=kind == "bond")
        for kind in KINDS
    }
    kin = Kind("kin", _TEXT, (Role("child", _TEXT), Role("parent", _TEXT)), ())
    return Codebook("synthetic", "Synthetic", "1", "", kinds | {"kin": kin}, {"tone": Variable("tone", _TEXT)})


def _rules() -> Rules:
    selectors = {kind: Selector(kind, kind, kind, ("by",), ("at",), where={"tone": ("a", "b", "c")}) for kind in KINDS}
    measure = Measure(
        "seen",
        "Seen",
        "Seen.",
        KINDS,
        Rows.ACTORS,
        (DateRole.PUBLISHED, DateRole.HAPPENED),
        attribution=("faction",),
    )
    return Rules(
        id="synthetic",
        revision="1",
        sentence="",
        step=Step.YEAR,
        rollup="apart",
        family=(),
        undated=Undated.POSSIBLE,
        publication_bound=False,
        independence=Independence.STORY,
        group_by_key=True,
        coders=(CoderType.PERSON,),
        selectors=selectors,
        links={"faction": Link("faction", "Factions count.", "kin", "child", "parent")},
        rollups={"apart": Rollup("apart", "Apart.")},
        measures={"seen": measure},
        rival=RivalRule("", (ActorType.ORGANISATION,), Condition(("word",)), "seen"),
        camps=(),
    )


def _draw(n: int, modulus: int, seed: int) -> pl.Series:
    return pl.int_range(n, eager=True, dtype=pl.UInt64).hash(seed) % modulus


def _choose(draws: pl.Series, shares: dict[str, int], dtype: pl.Enum) -> pl.Series:
    """Choose by cumulated shares of a hundred."""
    names = [name for name, share in shares.items() for _ in range(share)]
    return pl.Series(names, dtype=dtype).gather(draws)


def some_evidence(n: int) -> Evidence:
    """Build evidence of n findings and a few kinships.

    50 of the 200 actors are factions of others; 3 kinds of finding and a kinship; 1 to 3 claims a finding.
    """
    total = n + N_FACTIONS
    names = pl.Enum([FOCAL, *actor_names(), *(f"other-{number}" for number in range(20))])
    return Evidence(
        findings=_findings(n, total),
        roles=_roles(n, names),
        values=_values(n),
        dates=_dates(n),
        support=_support(total),
    )


def _findings(n: int, total: int) -> pl.DataFrame:
    kinds = pl.Enum([*KINDS, "kin"])
    kind = pl.concat(
        [pl.Series(KINDS, dtype=kinds).gather(_draw(n, 3, 1)), pl.Series(["kin"] * N_FACTIONS, dtype=kinds)]
    )
    plain = pl.int_range(total, eager=True) >= n  # kinships are certain
    frame = pl.DataFrame(
        {
            "key": pl.int_range(total, eager=True, dtype=pl.UInt32),
            "finding": pl.select("f-" + pl.int_range(total).cast(pl.String).str.zfill(7)).to_series(),
            "kind": kind,
            "status": _choose(
                _draw(total, 100, 2), {"accepted": 95, "disputed": 3, "rejected": 2}, enumeration(Status)
            ),
            "settled": pl.Series(["single"] * total, dtype=enumeration(Settlement)),
            "polarity": _choose(_draw(total, 100, 3), {"affirmed": 97, "negated": 3}, enumeration(Polarity)),
            "modality": _choose(
                _draw(total, 100, 4),
                {"asserted": 60, "reported": 30, "believed": 5, "rumoured": 5},
                enumeration(Modality),
            ),
            "place": pl.Series([""], dtype=pl.String).gather(pl.repeat(0, total, eager=True, dtype=pl.UInt32)),
            "reason": pl.Series([""], dtype=pl.String).gather(pl.repeat(0, total, eager=True, dtype=pl.UInt32)),
            "before": pl.repeat(date.max, total, eager=True),
        }
    )
    return frame.with_columns(
        pl.when(plain).then(pl.lit(value)).otherwise(pl.col(name)).cast(frame.schema[name]).alias(name)
        for name, value in {"status": "accepted", "polarity": "affirmed", "modality": "asserted"}.items()
    )


def _roles(n: int, names: pl.Enum) -> pl.DataFrame:
    roles = pl.Enum(["at", "by", "child", "parent"])
    key = pl.int_range(n, eager=True, dtype=pl.UInt32)
    target = _draw(n, 20, 5).cast(pl.Int64)
    targets = pl.Series(["other-" + str(number) for number in range(20)] + [FOCAL], dtype=names)
    by = pl.DataFrame({"key": key, "actor": pl.Series(actor_names(), dtype=names).gather(_draw(n, N_ACTORS, 6))})
    at = pl.DataFrame({"key": key, "actor": targets.gather((target < 17).cast(pl.Int64) * (20 - target) + target)})
    last = pl.int_range(n, n + N_FACTIONS, eager=True, dtype=pl.UInt32)
    child = pl.DataFrame({"key": last, "actor": pl.Series(actor_names()[-N_FACTIONS:], dtype=names)})
    parent = pl.DataFrame({"key": last, "actor": pl.Series(actor_names()[:N_FACTIONS], dtype=names)})
    parts = {"by": by, "at": at, "child": child, "parent": parent}
    rows = pl.concat([part.with_columns(role=pl.lit(name, dtype=roles)) for name, part in parts.items()])
    return rows.select("key", "role", "actor").sort("key")


def _values(n: int) -> pl.DataFrame:
    tones = pl.Series(["a", "b", "c", "d"], dtype=pl.Enum(["a", "b", "c", "d"]))
    return pl.DataFrame(
        {
            "key": pl.int_range(n, eager=True, dtype=pl.UInt32),
            "variable": pl.Series(["tone"], dtype=pl.Enum(["tone"])).gather(
                pl.repeat(0, n, eager=True, dtype=pl.UInt32)
            ),
            "value": tones.gather(_draw(n, 10, 7) // 3),
        }
    )


def _dates(n: int) -> pl.DataFrame:
    """Seven in ten acts have a day, others a month, a year, one of two years, or two years; one in fifty has none."""
    drawn = pl.DataFrame(
        {
            "key": pl.int_range(n, eager=True, dtype=pl.UInt32),
            "shape": _draw(n, 100, 8),
            "day": (date(FIRST_YEAR - 1, 6, 1).toordinal() - date(1970, 1, 1).toordinal() + _draw(n, 365 * 21, 9)).cast(
                pl.Date
            ),
        }
    ).filter(pl.col("shape") < 98)
    month, year = pl.col("day").dt.truncate("1mo"), pl.col("day").dt.truncate("1y")
    spans = drawn.with_columns(
        first=pl.when(pl.col("shape") < 70).then("day").when(pl.col("shape") < 85).then(month).otherwise(year),
        last=pl.when(pl.col("shape") < 70)
        .then("day")
        .when(pl.col("shape") < 85)
        .then(pl.col("day").dt.month_end())
        .when((pl.col("shape") < 94) | (pl.col("shape") >= 97))
        .then(year.dt.offset_by("1y").dt.offset_by("-1d"))
        .otherwise(year.dt.offset_by("2y").dt.offset_by("-1d")),
    )
    later = pl.when(pl.col("shape") == 97).then(year.dt.offset_by("3y").dt.offset_by("-1d")).otherwise("last")
    spans = spans.with_columns(hull_first="first", hull_last=later)
    second = spans.filter(pl.col("shape") == 97).with_columns(
        first=pl.col("first").dt.offset_by("2y"), last=pl.col("hull_last")
    )
    roles = enumeration(DateRole)
    role = (
        pl.when(pl.col("key") % 4 == 0)
        .then(pl.lit("happened", dtype=roles))
        .otherwise(pl.lit("published", dtype=roles))
    )
    dated = pl.concat([spans, second]).with_columns(role=role, occurrence=pl.lit(0, dtype=pl.UInt16))
    return dated.select("key", "role", "occurrence", "first", "last", "hull_first", "hull_last").sort("key", "first")


def _support(total: int) -> pl.DataFrame:
    """One to three claims a finding; three sources in ten print another one's story."""
    sources = pl.Enum([f"s-{number:04d}" for number in range(N_SOURCES)])
    number = pl.Series([1, 1, 1, 1, 2, 2, 2, 3], dtype=pl.UInt32).gather(_draw(total, 8, 10))
    rows = pl.DataFrame({"key": pl.int_range(total, eager=True, dtype=pl.UInt32), "n": number})
    rows = rows.select("key", side=pl.int_ranges(0, pl.col("n"), dtype=pl.UInt16)).explode("side")
    source = _draw(rows.height, N_SOURCES, 11)
    names = pl.Series(sources.categories, dtype=sources)
    return rows.select(
        "key",
        claim="c-" + pl.int_range(rows.height).cast(pl.String).str.zfill(7),
        source=names.gather(source),
        independent=names.gather(source % N_STORIES),
        coder=pl.Series(["ann"], dtype=pl.Enum(["ann"])).gather(pl.repeat(0, rows.height, eager=True, dtype=pl.UInt32)),
        side=pl.col("side"),
    )
