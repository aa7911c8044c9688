"""What changes when something else does: the results in which two analyses of one study differ.

A result is one word about one place: whether an actor is a rival, its camp, the state of a cell, the judgement on a
factor, the solution of a configuration. Whoever adds a sort of result adds a function of `Further` that yields it.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from riven.analysis.results import Analysis
from riven.ids import ClaimId
from riven.model.rule import Rules

NO_ROW = "no row"
WHATS = ("rival", "camp", "cell", "factor", "solution")
"""Sorts of result, in the order in which they are listed."""
ARGUED = ("camp", "factor")
"""Sorts of result from which others may follow."""


class Place(NamedTuple):
    """Where a result stands.

    Attributes:
        what: `rival`, `camp`, `cell`, `factor` or `solution`.
        measure: Measure of a cell, factor of a judgement, configuration of a solution; empty otherwise.
        actor: Whose result it is; empty for a solution.
        period: Period of a cell; empty for a result over the whole window.
    """

    what: str
    measure: str
    actor: str
    period: str


Results = Mapping[Place, str]
Further = Callable[[Rules, Results], Iterator[tuple[Place, str]]]
"""Yields results that follow from camps and factors, such as the solutions of configurations."""


@dataclass(frozen=True, slots=True)
class Flip:
    """One result that comes out otherwise.

    Attributes:
        what: `rival`, `camp`, `cell`, `factor` or `solution`.
        measure: Measure of a cell, factor of a judgement, configuration of a solution; empty otherwise.
        actor: Whose result it is; empty for a solution.
        period: Period of a cell; empty otherwise.
        before: The result as it stands.
        after: The result under the alternative.
        claims: Claims that count otherwise there; empty when none does.
    """

    what: str
    measure: str
    actor: str
    period: str
    before: str
    after: str
    claims: tuple[ClaimId, ...] = ()

    @property
    def place(self) -> Place:
        """Where the result stands."""
        return Place(self.what, self.measure, self.actor, self.period)


class Sort(StrEnum):
    """What an alternative changes: a rule, the scheme of identity, the reading of dates, or what is left in."""

    SWITCH = "switch"
    ROLLUP = "rollup"
    DATES = "dates"
    SOURCE = "source"
    OUTLET = "outlet"
    CODER = "coder"
    GROUP = "group"

    @property
    def leaves_out(self) -> bool:
        """Whether something is left out, as opposed to read otherwise."""
        return self in {Sort.SOURCE, Sort.OUTLET, Sort.CODER, Sort.GROUP}


@dataclass(frozen=True, slots=True)
class Alternative:
    """One way in which a study could have been done otherwise.

    Attributes:
        id: Identifier: the sort, a colon, and what is changed or left out, such as `switch:denial=no`.
        sort: What it changes.
        sentence: The alternative in plain words.
    """

    id: str
    sort: Sort
    sentence: str


@dataclass(frozen=True, slots=True)
class Tested:
    """An alternative with what it changes.

    Attributes:
        alternative: The alternative.
        flips: Results that come out otherwise, in the order of `WHATS`; empty when it changes nothing.
    """

    alternative: Alternative
    flips: tuple[Flip, ...]


def compare(base: Analysis, other: Analysis) -> tuple[Flip, ...]:
    """List every rival, camp and cell in which two analyses differ.

    Args:
        base: The analysis as it stands.
        other: The analysis under an alternative.

    Returns:
        Flips: rivals first, then camps, then cells by measure, actor and period. A row that only one of the two has
        says `no row` on the other side.
    """
    return differences(dict(results_of(base)), dict(results_of(other)))


def differences(before: Results, after: Results) -> tuple[Flip, ...]:
    """List the places in which two results differ.

    Args:
        before: Results as they stand.
        after: Results under an alternative.

    Returns:
        Flips without claims, in the order of the places, those of `before` first.
    """
    places = dict.fromkeys([*before, *after])
    return tuple(
        Flip(*place, before.get(place, NO_ROW), after.get(place, NO_ROW))
        for place in places
        if before.get(place, NO_ROW) != after.get(place, NO_ROW)
    )


def results_of(analysis: Analysis) -> Iterator[tuple[Place, str]]:
    """Read the results off an analysis.

    Args:
        analysis: The analysis.

    Yields:
        Places and results: rivals, camps and cells.
    """
    for verdict in analysis.rivals:
        yield Place("rival", "", verdict.actor, ""), rival_word(is_rival=verdict.rival)
    for camp in analysis.camps:
        yield Place("camp", "", camp.actor, ""), camp.camp
    for measure, panel in analysis.panels.items():
        for (actor, period), cell in panel.cells.items():
            yield Place("cell", measure, actor, period), str(cell.state)


def rival_word(*, is_rival: bool) -> str:
    """Say in a word whether an actor is a rival."""
    return "rival" if is_rival else "no rival"
