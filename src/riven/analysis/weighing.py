"""The cell rule at work: which findings bear on which row and period, and what each leaves open.

Every finding that counts is given its doubts. Without any it makes a cell reported; with a contradiction it makes it
disputed; with any other doubt it makes it possible. Nothing here loops over findings.

Cost, measured: see `benchmarks/panel.py`. Many questions at once cost little more than one.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import polars as pl

from riven.analysis.doubts import Doubt
from riven.analysis.placing import Side, place
from riven.analysis.question import Asked, Question
from riven.analysis.scope import Scope
from riven.evidence.attribution import Path

_KEYS = 1 << 32


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


@dataclass(frozen=True)
class Weighings:
    """What the evidence says to several questions.

    Attributes:
        support: asker (number of the question), cell (u64, numbered through all questions, row by row), and the columns
            of `Weighed`.
        against: cell, and the columns of `Weighed`.
        paths: Paths by number, as in `Weighed`.
        first: Number of the first cell of each question, then that of the cell after the last.
    """

    support: pl.DataFrame
    against: pl.DataFrame
    paths: tuple[Path, ...]
    first: tuple[int, ...]

    def each(self) -> Iterator[Weighed]:
        """Give what the evidence says to each question.

        Yields:
            Weighed findings, in the order of the questions.
        """
        support, against = (sliced(frame, self.first) for frame in (self.support, self.against))
        for one, other in zip(support, against, strict=True):
            yield Weighed(
                one.select("row", "period", "key", "path", "doubt"),
                other.select("row", "period", "key", "covers"),
                self.paths,
            )


def weigh(scope: Scope, question: Question) -> Weighed:
    """Find what bears on each row and period, and what it leaves open.

    Args:
        scope: The scope.
        question: The question.

    Returns:
        Support and contradiction, sorted by row, period and key.
    """
    return next(weigh_all([Asked(scope, question)]).each())


def weigh_all(asked: Sequence[Asked]) -> Weighings:
    """Weigh the evidence for several questions at once.

    Args:
        asked: At least one question, in scopes of the same evidence.

    Returns:
        Support and contradiction, sorted by cell and key.
    """
    placed = place(asked)
    sizes = [len(one.question.rows) * len(one.question.columns) for one in asked]
    first = [sum(sizes[:number]) for number in range(len(sizes) + 1)]
    width = pl.Series([len(one.question.columns) for one in asked], dtype=pl.UInt64)
    asker = placed.frame["asker"]
    start = pl.Series(first[:-1], dtype=pl.UInt64)[asker]
    cell = start + placed.frame["row"] * width[asker] + placed.frame["period"]
    frame = placed.frame.with_columns(cell=cell)
    supports = frame["side"] == int(Side.SUPPORTS)
    against = _against(frame.filter(~supports))
    support = _sorted(_once(asked, frame.filter(supports)))
    contradicted = deniable(support, placed.paths) & _denied(against, first[-1])[support["cell"]]
    doubt = support["doubt"] | contradicted.cast(pl.UInt8) * int(Doubt.CONTRADICTED)
    return Weighings(support.with_columns(doubt=doubt), against, placed.paths, tuple(first))


def _once(asked: Sequence[Asked], support: pl.DataFrame) -> pl.DataFrame:
    """Keep a finding that several selectors of a question pick once in each cell, where it leaves least open."""
    repeats = [len({held.kind for held in one.question.selectors}) < len(one.question.selectors) for one in asked]
    if not any(repeats):
        return support
    twice = pl.Series(repeats)[support["asker"]]
    best = support.filter(twice).sort("doubt", "path").unique(["cell", "key"], keep="first")
    return pl.concat([support.filter(~twice), best])


def _against(denials: pl.DataFrame) -> pl.DataFrame:
    if denials.is_empty():
        return denials.select("cell", "row", "period", "key", "covers")
    kept = denials.group_by("cell", "key").agg(pl.col("row", "period").first(), pl.col("covers").any())
    return _sorted(kept).select("cell", "row", "period", "key", "covers")


def _denied(against: pl.DataFrame, n_cells: int) -> pl.Series:
    """Mark the cells for which a source says that there was no such act."""
    none = pl.Series([False]).new_from_index(0, n_cells)
    denials = against["cell"].filter(against["covers"])
    return none if denials.is_empty() else none.scatter(denials, values=True)


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


def _sorted(frame: pl.DataFrame) -> pl.DataFrame:
    """Sort by cell and key: packed into one number, which is several times as fast as by two columns."""
    return frame.sort(pl.col("cell") * _KEYS + pl.col("key"))


def sliced(frame: pl.DataFrame, first: Sequence[int]) -> list[pl.DataFrame]:
    """Divide what is sorted by cell among the questions.

    Args:
        frame: cell and more, sorted by cell.
        first: Number of the first cell of each question, then that of the cell after the last.

    Returns:
        One frame a question.
    """
    ends = frame["cell"].search_sorted(pl.Series(first, dtype=frame["cell"].dtype), side="left").to_list()
    return [frame.slice(start, end - start) for start, end in pairwise(ends)]
