"""Answers in numbers: which sorts of findings count in a cell, which is all that a verdict turns on.

Findings of one sort are interchangeable for every verdict. They leave the same open, came along the same links, and
name the same actors where a factor asks that two parts of its rule share one. So a verdict changes only where a sort
appears in a cell or vanishes from it, and that can be found by adding and subtracting.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from riven.analysis.conditions import Answer, Ground, state_of
from riven.analysis.doubts import Doubt
from riven.analysis.question import Question
from riven.analysis.weighing import Weighed
from riven.evidence.attribution import Path
from riven.evidence.frames import Evidence
from riven.ids import FindingId, RoleId, RuleId
from riven.model.finding import Finding
from riven.model.panel import CellState

AGAINST, DENIAL = -1, -2
"""Sorts of findings that say that it was not so; a denial covers the period and contradicts."""

_ORDER = (CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE)  # in which states decide a cell
_WAY, _NAMED = 1 << 8, 1 << 32  # a sort is a number: doubts, then links walked, then actors named

Sorts = frozenset[int]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Tally:
    """The findings that count in each cell of one question.

    Attributes:
        frame: cell (i64, row by row), key (u32), sort (i64); one row a finding and cell.
    """

    frame: pl.DataFrame

    @cached_property
    def pairs(self) -> Mapping[int, list[Pair]]:
        """Finding and sort, by cell."""
        found: dict[int, list[Pair]] = {}
        for cell, key, sort in self.frame.iter_rows():
            found.setdefault(cell, []).append((key, sort))
        return found

    def sorts(self, alive: Callable[[int], bool]) -> dict[int, Sorts]:
        """Name the sorts in each cell, of findings that are there.

        Args:
            alive: Whether a finding is there, by key.

        Returns:
            Sorts by cell; cells without any are absent.
        """
        found = {cell: frozenset(sort for key, sort in pairs if alive(key)) for cell, pairs in self.pairs.items()}
        return {cell: sorts for cell, sorts in found.items() if sorts}


class Register:
    """Every sort met so far, with a finding to show for it.

    Attributes:
        shown: One finding of every sort, by the name that answers give it.
    """

    def __init__(self, evidence: Evidence, findings: Sequence[Finding], shared: Iterable[RoleId]) -> None:
        """Sort findings by the actors they name.

        Args:
            evidence: The evidence.
            findings: The findings, by key.
            shared: Roles that factors compare.
        """
        self.shown: dict[FindingId, Finding] = {}
        self._findings = findings
        self._named = _named(evidence, sorted(set(shared)))
        self._ways: dict[tuple[bool, frozenset[RuleId]], int] = {}
        self._paths: list[Path] = []
        self._answers: dict[Sorts, Answer] = {frozenset(): Answer()}

    def tally(self, weighed: Weighed, question: Question) -> Tally:
        """Count what was weighed.

        Args:
            weighed: What the evidence says to a question.
            question: The question.

        Returns:
            The tally.
        """
        ways = pl.Series([self._way(path) for path in weighed.paths], dtype=pl.Int64)
        cell = pl.col("row").cast(pl.Int64) * len(question.columns) + pl.col("period")
        support, against = weighed.support, weighed.against
        open_ = support["doubt"].cast(pl.Int64) & int(~Doubt.CONTRADICTED)
        sort = open_ + ways.gather(support["path"]) * _WAY + self._named.gather(support["key"]) * _NAMED
        denial = pl.when("covers").then(DENIAL).otherwise(AGAINST).cast(pl.Int64)
        frame = pl.concat(
            [
                support.select(cell.alias("cell"), "key", sort=sort),
                against.select(cell.alias("cell"), "key", sort=denial),
            ]
        )
        for sort, key in frame.select("sort", "key").unique("sort", keep="any").iter_rows():
            self.shown.setdefault(_name(sort), self._findings[key])
        return Tally(frame)

    def _way(self, path: Path) -> int:
        """Number what can matter about a path: the links it walks, and whether it only leads between two names."""
        own = path.inherited, frozenset(step.link for step in path.steps)
        if own not in self._ways:
            self._ways[own] = len(self._ways)
            self._paths.append(path)
        return self._ways[own]

    def answer(self, sorts: Sorts) -> Answer:
        """Say what findings of these sorts amount to.

        Args:
            sorts: Sorts of findings in a cell.

        Returns:
            An answer that leads to the same verdicts; one finding stands for all of its sort.
        """
        if sorts not in self._answers:
            is_denied = DENIAL in sorts
            grounds = tuple(self._ground(sort, is_denied=is_denied) for sort in sorted(sorts) if sort >= 0)
            against = tuple(_name(sort) for sort in sorted(sorts) if sort < 0)
            self._answers[sorts] = Answer(grounds, against)
        return self._answers[sorts]

    def _ground(self, sort: int, *, is_denied: bool) -> Ground:
        doubt, path = Doubt(sort % _WAY), self._paths[sort % _NAMED // _WAY]
        if is_denied and not path.inherited and not doubt & (Doubt.DATE | Doubt.UNDATED):  # as in `weighing`
            doubt |= Doubt.CONTRADICTED
        return Ground(_name(sort), state_of(doubt), path)


def _name(sort: int) -> FindingId:
    """Name a sort like a finding: grounds of different sorts are never taken for one."""
    return FindingId(f"sort {sort}")


def strongest(answer: Answer) -> CellState | None:
    """Name the state that an answer gives a cell; None without evidence."""
    held = {ground.state for ground in answer.grounds}
    return next((state for state in _ORDER if state in held), None)


def swings(tallies: Iterable[Tally], touched: pl.DataFrame, *, n_standing: int) -> pl.DataFrame:
    """Find the sorts that appear in cells, or vanish from them, when findings come and go.

    Args:
        tallies: Tallies over all findings, those that stand and those that only stand after a change.
        touched: change, key (u32), sign (i64: 1 comes, -1 goes); one row a change and finding.
        n_standing: Number of findings that stand before any change; they have the lowest keys.

    Returns:
        change, tally (i64: number among the tallies), cell, sort and comes (whether it appears), sorted by change.
    """
    frames = [tally.frame.with_columns(tally=pl.lit(number, dtype=pl.Int64)) for number, tally in enumerate(tallies)]
    counted = pl.concat(frames)
    place = ["tally", "cell", "sort"]
    before = counted.filter(pl.col("key") < n_standing).group_by(place).agg(before=pl.len().cast(pl.Int64))
    moved = touched.join(counted, on="key").group_by("change", *place).agg(pl.col("sign").sum())
    moved = moved.filter(pl.col("sign") != 0).join(before, on=place, how="left").fill_null(0)
    after = pl.col("before") + pl.col("sign")
    swung = moved.filter((pl.col("before") > 0) != (after > 0)).with_columns(comes=after > 0)
    return swung.select("change", *place, "comes").sort("change", *place)


def _named(evidence: Evidence, roles: list[RoleId]) -> pl.Series:
    """Number the sets of actors that findings name in some roles; 0 where they name none."""
    numbers = pl.Series([0], dtype=pl.Int64).new_from_index(0, evidence.findings.height)
    held = evidence.roles.filter(pl.col("role").cast(pl.String).is_in(roles))
    if held.is_empty():
        return numbers
    pairs = held.select("key", pair=pl.concat_str("role", pl.lit("\n"), "actor")).sort("key", "pair")
    sets = pairs.group_by("key", maintain_order=True).agg("pair").with_columns(pl.col("pair").list.join("\n\n"))
    return numbers.scatter(sets["key"], sets["pair"].rank("dense").cast(pl.Int64))
