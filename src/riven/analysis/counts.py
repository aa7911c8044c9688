"""Answers in numbers: which sorts of findings count in a cell, which is all that a verdict turns on.

Findings of one sort are interchangeable for every verdict. They leave the same open, came along the same links, and
name the same actors where a factor asks that parts of its rule share one. So a verdict changes only where a sort
appears in a cell or vanishes from it, and that can be found by adding and subtracting.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import polars as pl

from riven.analysis.conditions import Answer, Ground, state_of
from riven.analysis.doubts import STRENGTH, Doubt
from riven.analysis.question import Asked
from riven.analysis.weighing import sliced, weigh_all
from riven.evidence.attribution import Path
from riven.evidence.frames import Evidence
from riven.ids import ActorId, FindingId, RoleId, RuleId
from riven.model.finding import Finding
from riven.model.panel import CellState

AGAINST, DENIAL = -1, -2
"""Sorts of findings that say that it was not so; a denial covers the period and contradicts."""

# a sort is a number: what state it gives and whether it is surely dated, then links walked, then actors named
_WAY, _NAMED = 1 << 8, 1 << 32


def _strength(doubt: Doubt) -> int:
    """Number what is left open, a contradiction by other findings set aside."""
    is_dated = not doubt & (Doubt.DATE | Doubt.UNDATED)
    return 2 * STRENGTH.index(state_of(doubt & ~Doubt.CONTRADICTED)) + is_dated


_STRENGTHS = pl.Series([_strength(Doubt(doubt)) for doubt in range(2 * int(Doubt.CONTRADICTED))], dtype=pl.Int64)

Sorts = frozenset[int]
Pair = tuple[int, int]


@dataclass(frozen=True)
class Tally:
    """The findings that count in each cell of one question.

    Attributes:
        frame: cell (i64, row by row), key (u32), sort (i64), sorted by cell; one row a finding and cell.
    """

    frame: pl.DataFrame

    @cached_property
    def _places(self) -> Mapping[int, tuple[int, int]]:
        """Where the findings of each cell stand: the first of them, and how many."""
        found, start = {}, 0
        for length, cell in self.frame["cell"].rle().struct.unnest().iter_rows():
            found[cell] = start, length
            start += length
        return found

    @cached_property
    def _known(self) -> dict[int, list[Pair]]:
        return {}

    def pairs(self, cell: int) -> list[Pair]:
        """List the findings of a cell, each with its sort."""
        if cell not in self._known:
            found = self.frame.slice(*self._places[cell]) if cell in self._places else self.frame.clear()
            self._known[cell] = found.select("key", "sort").rows()
        return self._known[cell]

    def sorts(self, is_there: pl.Series) -> dict[int, Sorts]:
        """Name the sorts in each cell, of findings that are there.

        Args:
            is_there: One Boolean a finding.

        Returns:
            Sorts by cell; cells without any are absent.
        """
        found: dict[int, set[int]] = {}
        held = self.frame.filter(is_there[self.frame["key"]]).select("cell", "sort").unique()
        for cell, sort in held.iter_rows():
            found.setdefault(cell, set()).add(sort)
        return {cell: frozenset(sorts) for cell, sorts in found.items()}


@dataclass(frozen=True)
class Counts:
    """The findings that count in the cells of several questions.

    Attributes:
        frame: cell (i64, numbered through all questions), key, sort; sorted by cell.
        first: Number of the first cell of each question, then that of the cell after the last.
    """

    frame: pl.DataFrame
    first: tuple[int, ...]

    @cached_property
    def each(self) -> tuple[Tally, ...]:
        """The findings of each question, its cells numbered from 0."""
        parts = zip(sliced(self.frame, self.first), self.first, strict=False)
        return tuple(Tally(part.with_columns(pl.col("cell") - start)) for part, start in parts)

    def standing(self, n_standing: int) -> tuple[dict[int, Sorts], ...]:
        """Name the sorts in each cell of each question, of findings that stand.

        Args:
            n_standing: Number of findings that stand; they have the lowest keys.

        Returns:
            Sorts by cell, by question.
        """
        found: list[dict[int, set[int]]] = [{} for _ in self.first[:-1]]
        held = self.frame.filter(pl.col("key") < n_standing).select("cell", "sort").unique().sort("cell")
        for cells, part, start in zip(found, sliced(held, self.first), self.first, strict=False):
            for cell, sort in part.iter_rows():
                cells.setdefault(cell - start, set()).add(sort)
        return tuple({cell: frozenset(sorts) for cell, sorts in cells.items()} for cells in found)


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
        self._by_actor: dict[tuple[Sorts, tuple[RoleId, ...]], tuple[set[int], dict[ActorId, set[int]]]] = {}

    def counts(self, asked: Sequence[Asked], *, told_apart: Sequence[bool]) -> Counts:
        """Weigh the evidence for several questions, and count what each cell holds.

        Args:
            asked: At least one question.
            told_apart: By question, whether findings are told apart by the actors they name.

        Returns:
            The counts.
        """
        weighed = weigh_all(asked)
        support, against = weighed.support, weighed.against
        ways = pl.Series([self._way(path) for path in weighed.paths], dtype=pl.Int64)[support["path"]]
        named = self._named[support["key"]] * pl.Series(told_apart).cast(pl.Int64)[support["asker"]]
        sort = _STRENGTHS[support["doubt"]] + ways * _WAY + named * _NAMED
        denial = pl.Series([AGAINST, DENIAL], dtype=pl.Int64)[against["covers"].cast(pl.UInt8)]
        frame = pl.concat(
            [
                pl.DataFrame({"cell": support["cell"], "key": support["key"], "sort": sort}),
                pl.DataFrame({"cell": against["cell"], "key": against["key"], "sort": denial}),
            ]
        )
        for shown, key in frame.select("sort", "key").unique("sort", keep="any").iter_rows():
            self.shown.setdefault(_name(shown), self._findings[key])
        return Counts(frame.with_columns(pl.col("cell").cast(pl.Int64)).sort("cell"), weighed.first)

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
            held = [self._ground(sort, is_denied=is_denied) for sort in sorted(sorts) if sort >= 0]
            grounds = tuple(sorted(held, key=lambda ground: STRENGTH.index(ground.state)))
            against = tuple(_name(sort) for sort in sorted(sorts) if sort < 0)
            self._answers[sorts] = Answer(grounds, against, is_denied)
        return self._answers[sorts]

    def about(self, sorts: Sorts, roles: tuple[RoleId, ...], named: Iterable[ActorId]) -> Sorts:
        """Keep the sorts that may be about one of some actors.

        Args:
            sorts: Sorts of findings in a cell.
            roles: Where they name actors.
            named: The actors.

        Returns:
            Sorts that name one of them or nobody, and those that say that it was not so.
        """
        key = sorts, roles
        if key not in self._by_actor:
            nobody, by_actor = set(), dict[ActorId, set[int]]()
            for sort in sorts:
                given = self.shown[_name(sort)].roles
                actors = [actor for role in roles for actor in given.get(role, ())] if sort >= 0 else []
                for actor in actors:
                    by_actor.setdefault(actor, set()).add(sort)
                if not actors:
                    nobody.add(sort)
            self._by_actor[key] = nobody, by_actor
        nobody, by_actor = self._by_actor[key]
        return frozenset(nobody.union(*(by_actor.get(actor, ()) for actor in named)))

    def _ground(self, sort: int, *, is_denied: bool) -> Ground:
        strength, is_dated = divmod(sort % _WAY, 2)
        path = self._paths[sort % _NAMED // _WAY]
        is_contradicted = is_denied and is_dated and not path.inherited  # as in `weighing.deniable`
        return Ground(_name(sort), CellState.DISPUTED if is_contradicted else STRENGTH[strength], path)


def _name(sort: int) -> FindingId:
    """Name a sort like a finding: grounds of different sorts are never taken for one."""
    return FindingId(f"sort {sort}")


def strongest(answer: Answer) -> CellState | None:
    """Name the state that an answer gives a cell; None without evidence."""
    held = {ground.state for ground in answer.grounds}
    return next((state for state in STRENGTH if state in held), None)


def swings(counts: Counts, touched: pl.DataFrame, *, n_questions: int, n_standing: int) -> pl.DataFrame:
    """Find the sorts that appear in cells, or vanish from them, when findings come and go.

    Args:
        counts: Counts over all findings, those that stand and those that only stand after a change.
        touched: change, key (u32), sign (i64: 1 comes, -1 goes); one row a change and finding.
        n_questions: How many of the questions to look at, from the first on.
        n_standing: Number of findings that stand before any change; they have the lowest keys.

    Returns:
        change, cell (numbered through the questions), sort and comes (whether it appears), sorted by change and cell.
    """
    frame = counts.frame.filter(pl.col("cell") < counts.first[n_questions])
    before = frame.filter(pl.col("key") < n_standing).group_by("cell", "sort").agg(before=pl.len().cast(pl.Int64))
    moved = touched.join(frame, on="key").group_by("change", "cell", "sort").agg(pl.col("sign").sum())
    moved = moved.filter(pl.col("sign") != 0).join(before, on=["cell", "sort"], how="left").fill_null(0)
    after = pl.col("before") + pl.col("sign")
    swung = moved.filter((pl.col("before") > 0) != (after > 0)).with_columns(comes=after > 0)
    return swung.select("change", "cell", "sort", "comes").sort("change", "cell", "sort")


def _named(evidence: Evidence, roles: list[RoleId]) -> pl.Series:
    """Number the sets of actors that findings name in some roles; 0 where they name none."""
    numbers = pl.Series([0], dtype=pl.Int64).new_from_index(0, evidence.findings.height)
    held = evidence.roles.filter(pl.col("role").cast(pl.String).is_in(roles))
    if held.is_empty():
        return numbers
    pairs = held.select("key", pair=pl.concat_str("role", pl.lit("\n"), "actor")).sort("key", "pair")
    sets = pairs.group_by("key", maintain_order=True).agg("pair").with_columns(pl.col("pair").list.join("\n\n"))
    return numbers.scatter(sets["key"], sets["pair"].rank("dense").cast(pl.Int64))
