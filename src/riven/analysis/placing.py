"""Findings placed on rows and periods, for many questions at once: who acted, for whom it counts, when, what is open.

Questions share what they ask alike: findings are picked once for all that pick them, and placed in time once for all
that read the same dates. What differs, the ways from actors to rows, is one table of all questions, so that a hundred
questions cost little more than one. Nothing here loops over findings.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum

import polars as pl

from riven.analysis.doubts import Doubt
from riven.analysis.lives import Lives, lives, living
from riven.analysis.question import Asked, Question
from riven.analysis.timing import Calendar, DatePolicy, timed
from riven.evidence.attribution import Path, reach
from riven.evidence.frames import Evidence, categories_of
from riven.evidence.selection import has_values, mask, pick
from riven.ids import ActorId, VariableId
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status
from riven.model.rule import Link, Selector, Undated

_OPPOSITE = {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}
_MODALITIES = tuple(Modality)
_ACTED = {
    "key": pl.UInt32,
    "actor": pl.UInt64,
    "profile": pl.UInt64,
    "weak": pl.Boolean,
    "again": pl.Boolean,
    "pick": pl.UInt64,
}
_PLACED = {
    "asker": pl.UInt32,
    "side": pl.UInt8,
    "row": pl.UInt32,
    "period": pl.UInt32,
    "key": pl.UInt32,
    "path": pl.UInt32,
    "doubt": pl.UInt8,
    "covers": pl.Boolean,
}


class Side(IntEnum):
    """Whether a finding says so, says that it was not so, or denies what others say."""

    SUPPORTS = 0
    NEGATES = 1
    DENIES = 2


@dataclass(frozen=True)
class Placed:
    """Findings on rows and periods.

    Attributes:
        frame: asker (number of the question), side, row, period, key, path, doubt and covers (whether it surely fills
            the period, nothing else being open); one row a finding, question, row and period.
        paths: Paths by number, best first; number 0 is the actor's own act.
    """

    frame: pl.DataFrame
    paths: tuple[Path, ...]


@dataclass(frozen=True, slots=True)
class _Aim:
    """Findings of a selector with one polarity and some modalities."""

    selector: Selector
    polarity: Polarity
    modalities: tuple[Modality, ...]
    side: Side


@dataclass(frozen=True, slots=True)
class _Unit:
    """One aim of one question: where its picks, its ways and its calendar stand."""

    asker: int
    side: Side
    pick: int
    ways: int
    calendar: Calendar
    asked: Asked


Way = tuple[int, int, int, Path]  # profile, actor, row, path


def place(asked: Sequence[Asked]) -> Placed:
    """Place the findings that questions ask about.

    Args:
        asked: Questions in scopes of the same evidence.

    Returns:
        The findings, in no order.
    """
    desk = _Desk(asked[0].scope.evidence)
    units = [unit for number, one in enumerate(asked) for unit in desk.units(number, one)]
    paths = sorted(desk.paths(units) | {Path()}, key=lambda path: (bool(path.steps), *path.order))
    carried = desk.carried(units, {path: number for number, path in enumerate(paths)})
    if carried.is_empty():  # most selectors find nothing against themselves
        return Placed(pl.DataFrame(schema=_PLACED), tuple(paths))
    placed = _in_lives(units, desk.evidence, desk.timed(units, carried))
    return Placed(_open(units, desk.evidence, placed, paths), tuple(paths))


def aims(question: Question, selector: Selector) -> Iterator[_Aim]:
    """List what of a selector's findings bears on a question: what says so, and what speaks against it.

    Yields:
        Aims.
    """
    counting = question.counting(selector)
    yield _Aim(selector, selector.polarity, counting, Side.SUPPORTS)
    yield _Aim(selector, _OPPOSITE[selector.polarity], counting, Side.NEGATES)
    if Modality.DENIED not in counting:
        yield _Aim(selector, selector.polarity, (Modality.DENIED,), Side.DENIES)


class _Desk:
    """What questions of the same evidence share."""

    def __init__(self, evidence: Evidence) -> None:
        self.evidence = evidence
        self._actors = {ActorId(name): number for number, name in enumerate(categories_of(evidence.roles["actor"]))}
        self._picks: list[pl.DataFrame] = []
        self._picked: dict[tuple[object, ...], int | None] = {}
        self._ways: list[list[Way]] = []
        self._walked: dict[tuple[object, ...], list[tuple[tuple[object, ...], int]]] = {}

    def units(self, number: int, one: Asked) -> Iterator[_Unit]:
        """Take a question apart into aims that find something.

        Yields:
            Units.
        """
        scope, question = one.scope, one.question
        family = {actor: path.weak for actor, path in scope.family.items()}
        for selector in question.selectors:
            for aim in aims(question, selector):
                pick = self._pick_of(one, aim, family)
                if pick is not None:
                    lasting = scope.codebook.kinds[selector.kind].lasting or aim.polarity is Polarity.NEGATED
                    undated = scope.rules.undated is Undated.POSSIBLE
                    calendar = Calendar(question.dates[selector.id], question.columns, lasting, undated)
                    yield _Unit(number, aim.side, pick, self._ways_of(one), calendar, one)

    def paths(self, units: Iterable[_Unit]) -> set[Path]:
        """Gather the paths of all ways that are used."""
        return {path for ways in {unit.ways for unit in units} for *_, path in self._ways[ways]}

    def _pick_of(self, one: Asked, aim: _Aim, family: Mapping[ActorId, bool]) -> int | None:
        """Pick findings, once for all questions that pick them; None when there are none."""
        selector, conditional = aim.selector, _conditional(one)
        asked = frozenset(family.items()) if selector.against or selector.apart else None
        passes = tuple((link.id, tuple(link.only.items())) for link in conditional)
        own = (selector, aim.polarity, aim.modalities, asked, passes)
        if own not in self._picked:
            picked = pick(self.evidence, selector, family=family, polarity=aim.polarity, modalities=aim.modalities)
            self._picked[own] = None if picked.rows.is_empty() else len(self._picks)
            if not picked.rows.is_empty():
                profile = _profiles(self.evidence, one.scope.codebook.kinds[selector.kind].variables, conditional)
                self._picks.append(_acted(picked.rows, profile, picked.weak))
        return self._picked[own]

    def _ways_of(self, one: Asked) -> int:
        """Find the ways from actors to rows, once for all questions that walk the same links to the same rows."""
        scope, question = one.scope, one.question
        links = question.attribution
        turns_on = (
            scope.scheme.into,
            scope.scheme.paths,
            [scope.rules.links[link] for link in links],
            [scope.edges[link] for link in links],
        )
        known = self._walked.setdefault((links, question.rows), [])
        found = next((number for held, number in known if held == turns_on), None)
        if found is None:
            found = len(self._ways)
            self._ways.append(list(self._walk(one)))
            known.append((turns_on, found))
        return found

    def _walk(self, one: Asked) -> Iterator[Way]:
        scope, question = one.scope, one.question
        rows = {actor: number for number, actor in enumerate(question.rows)}
        conditional = [link.id for link in _conditional(one)]
        for profile in range(1 << len(conditional)):
            shut = {link for bit, link in enumerate(conditional) if not profile >> bit & 1}
            links = tuple(link for link in question.attribution if link not in shut)
            for actor, ways in reach(self._actors, links, edges=scope.edges, scheme=scope.scheme).items():
                number = self._actors[actor]
                yield from ((profile, number, rows[row], path) for row, path in ways.items() if row in rows)

    def carried(self, units: Sequence[_Unit], paths: Mapping[Path, int]) -> pl.DataFrame:
        """Carry findings to every row their actors count for, each by the best way.

        Returns:
            unit, row, path, key (all u32), weak; one row a unit, finding and row.
        """
        profiles = 1 + max((profile for ways in self._ways for profile, *_ in ways), default=0)
        width = profiles * max(len(self._actors), 1)
        picks = [held.with_columns(pick=pl.lit(n, pl.UInt64)) for n, held in enumerate(self._picks)]
        acted = pl.concat([pl.DataFrame(schema=_ACTED), *picks])
        start = pl.col("pick") * width + pl.col("profile") * len(self._actors) + pl.col("actor")
        ways = [
            (number, unit.pick * width + profile * len(self._actors) + actor, row, paths[path])
            for number, unit in enumerate(units)
            for profile, actor, row, path in self._ways[unit.ways]
            if unit.side is Side.SUPPORTS or not path.inherited
        ]
        schema = {"unit": pl.UInt32, "start": pl.UInt64, "row": pl.UInt32, "path": pl.UInt32}
        table = pl.DataFrame(list(zip(*ways, strict=True)) or [[]] * len(schema), schema=schema)
        carried = acted.select("key", "weak", "again", start=start).join(table, on="start")
        again = carried["again"]
        if again.any():
            best = carried.filter(again).sort("path").unique(["unit", "key", "row"], keep="first")
            carried = pl.concat([carried.filter(~again), best])
        return carried.select("unit", "row", "path", "key", "weak")

    def timed(self, units: Sequence[_Unit], carried: pl.DataFrame) -> pl.DataFrame:
        """Place findings in time, once for all units that read the same dates.

        Returns:
            The columns carried, and period, doubt and covers.
        """
        calendars = list(dict.fromkeys(unit.calendar for unit in units))
        which = pl.Series([calendars.index(unit.calendar) for unit in units], dtype=pl.UInt64)[carried["unit"]]
        times = []
        for number, calendar in enumerate(calendars):
            keys = carried["key"].filter(which == number)
            if not keys.is_empty():
                held = timed(self.evidence, mask(self.evidence, keys), calendar)
                when = held["key"].cast(pl.UInt64) + (number << 32)
                times.append(held.with_columns(when=when).drop("key"))
        when = which * (1 << 32) + carried["key"]
        # two sorted sides make the join twice as fast
        return pl.concat(times).sort("when").join(carried.with_columns(when=when), on="when").drop("when")


def _conditional(one: Asked) -> tuple[Link, ...]:
    """List the links that only some findings may pass."""
    links = (one.scope.rules.links[link] for link in one.question.attribution)
    return tuple(link for link in links if link.only)


def _acted(rows: pl.DataFrame, profile: pl.Series, weak: pl.Series) -> pl.DataFrame:
    """Lay out who acted: key, actor (its number), profile, weak, and whether the finding has several actors."""
    key = rows["key"]
    again = key.is_duplicated() if key.n_unique() < len(key) else pl.Series([False]).new_from_index(0, len(key))
    return pl.DataFrame(
        {
            "key": key,
            "actor": rows["actor"].to_physical().cast(pl.UInt64),
            "profile": profile[key],
            "weak": weak[key],
            "again": again,
        }
    )


def _profiles(evidence: Evidence, variables: Sequence[VariableId], conditional: Sequence[Link]) -> pl.Series:
    """Say for every finding which conditional links it may pass; a variable its kind lacks is no obstacle."""
    profile = pl.Series([0], dtype=pl.UInt64).new_from_index(0, evidence.findings.height)
    for bit, link in enumerate(conditional):
        passes = pl.Series([True]).new_from_index(0, evidence.findings.height)
        for variable, categories in link.only.items():
            if variable in variables:
                passes &= has_values(evidence, variable, categories)
        profile += passes.cast(pl.UInt64) * (1 << bit)
    return profile


def _in_lives(units: Sequence[_Unit], evidence: Evidence, placed: pl.DataFrame) -> pl.DataFrame:
    """Drop what may lie within the lives of actors from the periods outside them."""
    found: list[tuple[tuple[object, ...], Lives | None]] = []
    groups: dict[tuple[int, Calendar], set[int]] = {}
    for number, unit in enumerate(units):
        scope, question = unit.asked.scope, unit.asked.question
        turns_on = (question.rows, question.columns, scope.scheme.into, scope.actors)
        own = next((place for place, (held, _) in enumerate(found) if held == turns_on), len(found))
        if own == len(found):
            found.append((turns_on, lives(scope, question.rows, question.columns)))
        groups.setdefault((own, unit.calendar), set()).add(number)
    for (own, calendar), held in groups.items():
        known = found[own][1]
        if known is not None:
            is_held = pl.Series([number in held for number in range(len(units))])[placed["unit"]]
            within = living(evidence, placed.filter(is_held), known, calendar)
            placed = pl.concat([placed.filter(~is_held), within])
    return placed


def _open(units: Sequence[_Unit], evidence: Evidence, placed: pl.DataFrame, paths: Sequence[Path]) -> pl.DataFrame:
    """Say what each finding leaves open, dates read as each question's scope reads them."""
    unit, key = placed["unit"], placed["key"]
    opened = [modality in one.asked.question.open for one in units for modality in _MODALITIES]
    modality = evidence.findings["modality"].to_physical()[key] + unit * len(_MODALITIES)
    disputed = (evidence.findings["status"] == Status.DISPUTED.value)[key]
    weak = pl.Series([path.weak for path in paths], dtype=pl.Boolean)[placed["path"]]
    doubt = (
        pl.Series(opened, dtype=pl.Boolean)[modality].cast(pl.UInt8) * int(Doubt.MODALITY)
        + disputed.cast(pl.UInt8) * int(Doubt.DISPUTED)
        + placed["weak"].cast(pl.UInt8) * int(Doubt.FAMILY)
        + weak.cast(pl.UInt8) * int(Doubt.LINK)
    )
    side = pl.Series([int(one.side) for one in units], dtype=pl.UInt8)[unit]
    frame = pl.DataFrame(
        {
            "asker": pl.Series([one.asker for one in units], dtype=pl.UInt32)[unit],
            "side": side,
            "row": placed["row"],
            "period": placed["period"],
            "key": key,
            "path": placed["path"],
            "doubt": doubt + placed["doubt"],
            "covers": placed["covers"] & (doubt == 0) & (side != int(Side.DENIES)),
        }
    )
    return _dated(units, frame, unit)


def _dated(units: Sequence[_Unit], frame: pl.DataFrame, unit: pl.Series) -> pl.DataFrame:
    """Drop, or take for certain, what leaves its period open, where the scope asks for that."""
    policies = [one.asked.scope.policy for one in units]
    if set(policies) == {DatePolicy.OPEN}:
        return frame
    is_strict = pl.Series([policy is DatePolicy.STRICT for policy in policies])[unit]
    is_generous = pl.Series([policy is DatePolicy.GENEROUS for policy in policies])[unit]
    is_open = (frame["doubt"] & int(Doubt.DATE | Doubt.UNDATED)) != 0
    certain = frame["doubt"] & int(~(Doubt.DATE | Doubt.UNDATED) & 0x7F)
    doubt = pl.select(pl.when(is_generous).then(certain).otherwise(frame["doubt"])).to_series()
    return frame.with_columns(doubt=doubt).filter(~(is_strict & is_open))
