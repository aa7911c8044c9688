"""A study under one alternative: what is asked, what the evidence says, and the results that follow."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from riven.analysis.counts import Pair, Register, Sorts, Tally
from riven.analysis.roll import Keys
from riven.analysis.sensitivity import Place
from riven.analysis.verdicts import Docket, Judge, Topic, topic, topic_of
from riven.ids import ActorId, RuleId
from riven.model.condition import Condition


@dataclass(frozen=True)
class Patch:
    """Cells that were asked about again.

    Attributes:
        tally: Their findings; its cells are numbered through the rows asked about.
        cells: Number of each cell in the tally, by its number among all cells of the question.
    """

    tally: Tally
    cells: Mapping[int, int] = field(hash=False)


@dataclass(frozen=True)
class Board:
    """The sorts of findings in each cell of one question.

    Attributes:
        tally: The findings.
        sorts: Sorts by cell; a cell without any is absent.
        changed: Sorts of cells in which they are others than in `sorts`.
        patch: Cells that were asked about again; None when there are none.
    """

    tally: Tally
    sorts: Mapping[int, Sorts] = field(hash=False)
    changed: Mapping[int, Sorts] = field(default_factory=dict, hash=False)
    patch: Patch | None = None

    def at(self, cell: int) -> Sorts:
        """Name the sorts in a cell."""
        return self.changed[cell] if cell in self.changed else self.sorts.get(cell, frozenset())

    def pairs(self, cell: int) -> list[Pair]:
        """List the findings of a cell with their sorts, those that are not there included."""
        if self.patch is not None and cell in self.patch.cells:
            return self.patch.tally.pairs(self.patch.cells[cell])
        return self.tally.pairs(cell)


@dataclass(frozen=True)
class World:
    """A study under one alternative.

    Attributes:
        docket: What is asked.
        boards: What the evidence says, by topic.
        keys: Which findings are there.
        register: Sorts of findings.
        gone: Actors without results.
    """

    docket: Docket
    boards: Mapping[Topic, Board] = field(hash=False)
    keys: Keys
    register: Register
    gone: Collection[ActorId] = ()

    @cached_property
    def _judge(self) -> Judge:
        return Judge(self.docket, self._sorts, self.register)

    def _sorts(self, own: Topic, actor: ActorId, period: int) -> Sorts:
        return self.boards[own].at(self.docket.row[actor] * self.docket.width(own) + period)

    def results(self, actor: ActorId) -> dict[Place, str]:
        """Decide everything about an actor.

        Returns:
            Results by place; none of an actor that is gone.
        """
        return {} if actor in self.gone else dict(self._judge.results(actor))

    def on_focal(self, rival: ActorId) -> dict[Place, str]:
        """Decide those factors of a rival that ask something about the focal actor."""
        rules = self.docket.scope.rules.argument.factors.values()
        return dict(self._judge.factors(rival, [rule for rule in rules if rule.focal]))

    def pairs(self, place: Place) -> frozenset[Pair]:
        """List what a result turns on.

        Returns:
            Findings, by key, with their sorts.
        """
        held = [pair for own, cell in self._cells(place) for pair in self.boards[own].pairs(cell)]
        standing, going, coming = self.keys.n_standing, self.keys.going, self.keys.coming
        # as `Keys.is_there`, which is too slow for millions of pairs
        return frozenset(pair for pair in held if (pair[0] < standing and pair[0] not in going) or pair[0] in coming)

    def _cells(self, place: Place) -> Iterable[tuple[Topic, int]]:
        rules, row = self.docket.scope.rules, self.docket.row.get(ActorId(place.actor))
        if row is None:
            return ()
        if place.what == "cell":
            return self._cell(place, row)
        if place.what == "rival":
            hostility = topic_of(rules.measures[rules.rival.hostility])
            width = len(self.docket.columns)
            hostile = [(hostility, row * width + period) for period in range(width)]
            return [*self._asked([rules.rival.affiliation], row), *hostile]
        if place.what == "camp":
            return self._asked([held for camp in rules.camps for held in (*camp.needs, *camp.lacks)], row)
        factor = rules.argument.factors.get(RuleId(place.measure))
        if factor is None:
            return ()
        focal = self._asked(factor.focal, self.docket.row[self.docket.scope.focal])
        return [*self._asked([*factor.present, *factor.absent], row), *focal]

    def _cell(self, place: Place, row: int) -> list[tuple[Topic, int]]:
        columns = [period.label for period in self.docket.columns]
        if (place.measure,) not in self.boards or place.period not in columns:
            return []
        return [((place.measure,), row * len(columns) + columns.index(place.period))]

    def _asked(self, conditions: Iterable[Condition], row: int) -> list[tuple[Topic, int]]:
        """Name the cells of conditions, which have one period: the window."""
        return [(topic(held), row) for held in conditions]
