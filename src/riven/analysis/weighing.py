"""The cell rule at work: which findings bear on which row and period, and what each leaves open.

Every finding that counts is given its doubts. Without any it makes a cell reported; with a contradiction it makes it
disputed; with any other doubt it makes it possible. Nothing here loops over findings.

Cost, measured: see `benchmarks/panel.py`.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import polars as pl

from riven.analysis.doubts import Doubt
from riven.analysis.lives import Lives, lives, living
from riven.analysis.scope import Scope
from riven.analysis.timing import Calendar, timed
from riven.dates import Period
from riven.evidence.attribution import Path, reach
from riven.evidence.frames import categories_of
from riven.evidence.selection import DEFAULT_MODALITIES, has_values, mask, pick
from riven.ids import ActorId, RuleId
from riven.model.claim import Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.finding import Status
from riven.model.rule import Measure, Selector, Undated

_PLACED = {"row": pl.UInt32, "path": pl.UInt32, "key": pl.UInt32, "period": pl.UInt32, "covers": pl.Boolean}
_NOWHERE = pl.DataFrame(schema=_PLACED | {"doubt": pl.UInt8})
_OPPOSITE = {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}


@dataclass(frozen=True)
class Question:
    """What is asked of the evidence.

    Attributes:
        selectors: Findings that count.
        attribution: Links along which they reach other rows.
        dates: Date roles in order of preference, by selector.
        certain: Modalities that leave nothing open.
        open: Modalities that leave it open; others do not count.
        rows: Actors asked about.
        columns: Periods asked about, one after the other without a gap.
    """

    selectors: tuple[Selector, ...]
    attribution: tuple[RuleId, ...]
    dates: Mapping[RuleId, tuple[DateRole, ...]] = field(hash=False)
    certain: tuple[Modality, ...]
    open: tuple[Modality, ...]
    rows: tuple[ActorId, ...]
    columns: tuple[Period, ...]

    def counting(self, selector: Selector) -> tuple[Modality, ...]:
        """Modalities of a selector's findings that count."""
        known = {*self.certain, *self.open}
        return tuple(modality for modality in selector.modalities or DEFAULT_MODALITIES if modality in known)


@dataclass(frozen=True)
class Weighed:
    """What the evidence says to a question.

    Attributes:
        support: row, period, key, path (all u32), doubt (u8); one row a finding, row and period.
        against: row, period, key, covers; findings that say it was not so. One that covers the period contradicts.
        paths: Paths by number, best first; number 0 is the actor's own act.
    """

    support: pl.DataFrame
    against: pl.DataFrame
    paths: tuple[Path, ...]


def of_measure(scope: Scope, measure: Measure, *, rows: Iterable[ActorId], columns: Iterable[Period]) -> Question:
    """Ask what a measure asks.

    Args:
        scope: The scope.
        measure: The measure.
        rows: Actors asked about.
        columns: Periods asked about.

    Returns:
        The question.
    """
    return Question(
        selectors=tuple(scope.rules.selectors[selector] for selector in measure.selectors),
        attribution=measure.attribution,
        dates=dict.fromkeys(measure.selectors, measure.dates),
        certain=measure.reported,
        open=tuple(modality for modality in measure.possible if modality not in measure.reported),
        rows=tuple(rows),
        columns=tuple(columns),
    )


def weigh(scope: Scope, question: Question) -> Weighed:
    """Find what bears on each row and period, and what it leaves open.

    Args:
        scope: The scope.
        question: The question.

    Returns:
        Support and contradiction, sorted by row, period and key.
    """
    ways = _ways(scope, question)
    parts = [_selected(scope, question, selector, ways) for selector in question.selectors]
    support = pl.concat([part.support for part in parts])
    if len({selector.kind for selector in question.selectors}) < len(question.selectors):
        support = support.sort("doubt", "path").unique(["row", "period", "key"], keep="first")
    against = pl.concat([part.against for part in parts])
    against = against.group_by("row", "period", "key").agg(pl.col("covers").any()).sort("row", "period", "key")
    contradicted = _contradicted(question, support, against, ways.paths)
    doubt = pl.col("doubt") | contradicted.cast(pl.UInt8) * int(Doubt.CONTRADICTED)
    return Weighed(_in_order(support.with_columns(doubt), len(question.columns)), against, ways.paths)


@dataclass(frozen=True)
class _Ways:
    """Rows each actor's acts count for: profile, actor, row, path, weak; and when the rows did not exist.

    A profile says which of the conditional links a finding may pass; its bits follow `conditional`.
    """

    table: pl.DataFrame
    conditional: tuple[RuleId, ...]
    paths: tuple[Path, ...]
    lives: Lives | None

    def of(self, *, own: bool) -> pl.DataFrame:
        """Take every way, or only those of an actor's own acts."""
        if not own:
            return self.table
        direct = [number for number, path in enumerate(self.paths) if not path.inherited]
        return self.table.filter(pl.col("path").is_in(direct))


def _ways(scope: Scope, question: Question) -> _Ways:
    actors = tuple(ActorId(name) for name in categories_of(scope.evidence.roles["actor"]))
    conditional = tuple(link for link in question.attribution if scope.rules.links[link].only)
    rows = {actor: number for number, actor in enumerate(question.rows)}
    found = []
    for profile in range(1 << len(conditional)):
        shut = {link for bit, link in enumerate(conditional) if not profile >> bit & 1}
        links = tuple(link for link in question.attribution if link not in shut)
        for actor, ways in reach(actors, links, edges=scope.edges, scheme=scope.scheme).items():
            found += [(profile, actor, rows[row], path) for row, path in ways.items() if row in rows]
    paths = sorted({path for *_, path in found} | {Path()}, key=lambda path: (bool(path.steps), *path.order))
    number = {path: place for place, path in enumerate(paths)}
    columns = [list(column) for column in zip(*found, strict=True)] or [[], [], [], []]
    table = pl.DataFrame(
        {
            "profile": pl.Series(columns[0], dtype=pl.UInt32),
            "actor": pl.Series(columns[1], dtype=scope.evidence.roles["actor"].dtype),
            "row": pl.Series(columns[2], dtype=pl.UInt32),
            "path": pl.Series([number[path] for path in columns[3]], dtype=pl.UInt32),
            "weak": pl.Series([path.weak for path in columns[3]], dtype=pl.Boolean),
        }
    )
    return _Ways(table, conditional, tuple(paths), lives(scope, question.rows, question.columns))


@dataclass(frozen=True)
class _Part:
    """What one selector contributes."""

    support: pl.DataFrame
    against: pl.DataFrame


def _selected(scope: Scope, question: Question, selector: Selector, ways: _Ways) -> _Part:
    counting = question.counting(selector)
    support = _placed(scope, question, _Aim(selector, selector.polarity, counting), ways)
    opposite = _Aim(selector, _OPPOSITE[selector.polarity], counting, own=True)
    against = [_placed(scope, question, opposite, ways).with_columns(covers=pl.col("covers") & _certain())]
    if Modality.DENIED not in counting:
        denial = _Aim(selector, selector.polarity, (Modality.DENIED,), own=True)
        against.append(_placed(scope, question, denial, ways).with_columns(covers=pl.lit(value=False)))
    return _Part(
        support.select("row", "period", "key", "path", "doubt"),
        pl.concat([part.select("row", "period", "key", "covers") for part in against]),
    )


def _certain() -> pl.Expr:
    """Whether nothing but the date leaves a finding open."""
    return (pl.col("doubt") & int(~(Doubt.DATE | Doubt.UNDATED) & 0x7F)) == 0


@dataclass(frozen=True, slots=True)
class _Aim:
    """Findings of a selector with one polarity and some modalities; `own` leaves inherited ones out."""

    selector: Selector
    polarity: Polarity
    modalities: tuple[Modality, ...]
    own: bool = False


def _placed(scope: Scope, question: Question, aim: _Aim, ways: _Ways) -> pl.DataFrame:
    """Place the findings aimed at on rows and periods: row, path, key, period, covers, doubt."""
    evidence, selector = scope.evidence, aim.selector
    family = {actor: path.weak for actor, path in scope.family.items()}
    picked = pick(evidence, selector, family=family, polarity=aim.polarity, modalities=aim.modalities)
    if picked.rows.is_empty():  # most selectors find nothing against themselves
        return _NOWHERE
    rows = _inherited(scope, selector, picked.rows, ways, own=aim.own)
    lasting = scope.codebook.kinds[selector.kind].lasting or aim.polarity is Polarity.NEGATED
    undated = scope.rules.undated is Undated.POSSIBLE
    marks = mask(evidence, rows["key"])
    calendar = Calendar(question.dates[selector.id], question.columns, lasting, undated, scope.policy)
    times = timed(evidence, marks, calendar)
    doubt = evidence.findings.select(
        pl.col("modality").is_in([m.value for m in question.open]).cast(pl.UInt8) * int(Doubt.MODALITY)
        + (pl.col("status") == Status.DISPUTED.value).cast(pl.UInt8) * int(Doubt.DISPUTED)
        + picked.weak.cast(pl.UInt8) * int(Doubt.FAMILY)
    ).to_series()
    placed = times.sort("key").join(rows, on="key")  # two sorted sides make the join twice as fast
    if ways.lives is not None:
        placed = living(evidence, placed, ways.lives, calendar)
    return placed.select(
        "row",
        "path",
        "key",
        "period",
        "covers",
        doubt=pl.col("doubt") + doubt.gather(placed["key"]) + pl.col("weak").cast(pl.UInt8) * int(Doubt.LINK),
    )


def _inherited(scope: Scope, selector: Selector, rows: pl.DataFrame, ways: _Ways, *, own: bool) -> pl.DataFrame:
    """Carry findings to every row their actors count for, each by the best way: key, row, path, weak."""
    table = ways.of(own=own)
    if ways.conditional:
        profile = _profiles(scope, selector, ways.conditional)
        rows = rows.with_columns(profile=profile.gather(rows["key"]))
        carried = rows.join(table, on=["profile", "actor"])
    else:
        carried = rows.join(table, on="actor")
    carried = carried.select("key", "row", "path", "weak")
    if carried.height and carried.select(pl.struct("key", "row").is_duplicated().any()).item():
        carried = carried.sort("path").unique(["key", "row"], keep="first")
    return carried


def _profiles(scope: Scope, selector: Selector, conditional: Sequence[RuleId]) -> pl.Series:
    """Say for every finding which conditional links it may pass; a variable its kind lacks is no obstacle."""
    evidence, variables = scope.evidence, scope.codebook.kinds[selector.kind].variables
    profile = pl.repeat(0, evidence.findings.height, dtype=pl.UInt32, eager=True)
    for bit, link in enumerate(conditional):
        passes = pl.repeat(value=True, n=evidence.findings.height, dtype=pl.Boolean, eager=True)
        for variable, categories in scope.rules.links[link].only.items():
            if variable in variables:
                passes &= has_values(evidence, variable, categories)
        profile += passes.cast(pl.UInt32) * (1 << bit)
    return profile


def _contradicted(question: Question, support: pl.DataFrame, against: pl.DataFrame, paths: Sequence[Path]) -> pl.Series:
    """Mark acts in a period for which a source says that there was none."""
    width = len(question.columns)
    cell = pl.col("row") * width + pl.col("period")
    none_denied = pl.repeat(value=False, n=len(question.rows) * width, dtype=pl.Boolean, eager=True)
    denials = against.filter("covers").select(cell).to_series()
    denied = none_denied if denials.is_empty() else none_denied.scatter(denials, values=True)
    return deniable(support, paths) & denied.gather(support.select(cell).to_series())


def deniable(support: pl.DataFrame, paths: Sequence[Path]) -> pl.Series:
    """Mark acts of the row's own actor that surely lie in their period: a denial for all of it contradicts them.

    Args:
        support: path, doubt and more; one row a finding, row and period.
        paths: Paths by number.

    Returns:
        One Boolean a row.
    """
    own = pl.Series([not path.inherited for path in paths], dtype=pl.Boolean).gather(support["path"])
    return own & ((support["doubt"] & int(Doubt.DATE | Doubt.UNDATED)) == 0)


def _in_order(support: pl.DataFrame, width: int) -> pl.DataFrame:
    """Sort by row, period and key: packed into one number, which is several times as fast as by three columns."""
    cell = pl.col("row").cast(pl.UInt64) * width + pl.col("period")
    return support.sort(cell * (1 << 32) + pl.col("key"))
