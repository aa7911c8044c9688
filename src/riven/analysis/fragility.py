"""How few independent sources must fall away before a cell changes: found by taking them away.

Whatever changes a cell must touch a finding that decides it, or something that is settled otherwise when part of it
falls. So only their sources are tried, then only those of what decides after the first loss, and so on, smallest losses
first, and every loss is worked out by settling anew what is left. The first that changes the cell is the smallest.

Cost, measured: about 10 ms a loss. A study that rests on one source needs none.

Source:
    The search is the hitting-set tree of Reiter (1987), "A theory of diagnosis from first principles".
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import polars as pl

from riven.analysis.inputs import Inputs, Settled, settled, without
from riven.analysis.nearby import Loss, Neighbourhood, restricted
from riven.analysis.panels import PanelFrames, panel
from riven.evidence.attribution import DIRECT, Path
from riven.ids import ActorId
from riven.model.panel import CellState
from riven.model.rule import Measure

EFFORT = 400  # losses tried for one measure: about 4 s at the very most in a study of a thousand claims

Place = tuple[ActorId, str]


def with_fragility(
    frames: PanelFrames, inputs: Inputs, measure: Measure, *, rows: Iterable[ActorId], effort: int = EFFORT
) -> PanelFrames:
    """Count the fewest independent sources whose loss changes each cell's state.

    Args:
        frames: The panel of the measure, over the periods of the study.
        inputs: The study.
        measure: The measure.
        rows: Rows asked about; others are left as they are.
        effort: How many losses to try in all. A cell that is not decided by then keeps what the panel counts when
            every finding stands or falls as a whole, or one more than the losses that were all tried, if that is more.

    Returns:
        The panel, with the fragility of its cells.
    """
    asked = set(rows)
    places = list(frames.cells.select("actor", "period", "fragility").iter_rows())
    counted = {
        (ActorId(actor), str(period)): number
        for actor, period, number in places
        if number is not None and actor in asked
    }
    around = Neighbourhood(inputs, measure)
    if not counted or len(around.sources) == 1:
        return frames
    searches = [
        _Search(inputs, measure, row, around, [period for actor, period in counted if actor == row])
        for row in dict.fromkeys(actor for actor, _ in counted)
    ]
    found = _searched(searches, counted, effort)
    numbers = [found.get((ActorId(actor), str(period)), number) for actor, period, number in places]
    fragility = pl.Series("fragility", numbers, dtype=frames.cells.schema["fragility"])
    return replace(frames, cells=frames.cells.with_columns(fragility))


def _searched(searches: Iterable["_Search"], counted: Mapping[Place, int], effort: int) -> Mapping[Place, int]:
    """Try losses of one source in all cells, then losses of two in those that are left, and so on."""
    found: dict[Place, int] = {}
    size = 0
    while len(found) < len(counted):
        size += 1
        for search, period in [(one, period) for one in searches for period in one.losses]:
            wanted, place = search.wider(period), (search.row, period)
            effort -= search.unknown(wanted)
            if effort < 0:
                found[place] = max(size, counted[place])
            elif search.changes(period, wanted):
                found[place] = size
            if place in found:
                del search.losses[period]
            else:
                search.losses[period] = wanted
    return found


@dataclass(frozen=True)
class _World:
    """The cells of one row after a loss.

    Attributes:
        states: State by period.
        touching: By period, for cells with evidence, sources of which one must go as well before the state can change.
    """

    states: Mapping[str, CellState]
    touching: Mapping[str, Loss]


class _Search:
    """The search for one row.

    Attributes:
        row: The row.
        losses: By period that is not decided yet, the losses of one size that leave its cell as it is.
    """

    def __init__(
        self, inputs: Inputs, measure: Measure, row: ActorId, around: Neighbourhood, periods: Iterable[str]
    ) -> None:
        self.row = row
        self.losses: dict[str, set[Loss]] = {period: {frozenset()} for period in periods}
        self._measure, self._around = measure, around
        self._near = around.around(row)
        self._inputs = restricted(inputs, self._near, row)
        self._worlds: dict[Loss, _World] = {}

    def wider(self, period: str) -> set[Loss]:
        """List the losses of one more source that might change a cell."""
        return {loss | {source} for loss in self.losses[period] for source in self._world(loss).touching[period] - loss}

    def unknown(self, losses: Iterable[Loss]) -> int:
        """Count the losses not yet tried for this row."""
        return sum(loss not in self._worlds for loss in losses)

    def changes(self, period: str, losses: Iterable[Loss]) -> bool:
        """Say whether one of the losses changes a cell."""
        state = self._world(frozenset()).states[period]
        return any(self._world(loss).states[period] is not state for loss in losses)

    def _world(self, loss: Loss) -> _World:
        if loss not in self._worlds:
            left = settled(without(self._inputs, self._around.copies(loss)))
            frames = panel(left.scope, self._measure, rows=(self.row,))
            rows = frames.cells.select("period", "state").iter_rows()
            states = {str(period): CellState(state) for period, state in rows}
            self._worlds[loss] = _World(states, self._touching(left, frames, states))
        return self._worlds[loss]

    def _touching(self, left: Settled, frames: PanelFrames, states: Mapping[str, CellState]) -> Mapping[str, Loss]:
        """Choose in every cell the deciding finding with the fewest sources, and add what can turn against it."""
        periods = tuple(states)
        deciding = frames.support.join(frames.cells.select("cell", "state"), on=["cell", "state"], how="semi")
        found: dict[str, Loss] = {}
        for cell, key, path in deciding.select("cell", "key", "path").iter_rows():
            under = self._under(left, key, frames.paths[path])
            found[periods[cell]] = min(
                found.get(periods[cell], under), under, key=lambda loss: (len(loss), *sorted(loss))
            )
        for period in found:
            found[period] |= self._near.unsettling(states[period])
        for cell, key in frames.against.filter("covers").select("cell", "key").iter_rows():
            if states[periods[cell]] is CellState.DISPUTED:
                found[periods[cell]] |= self._under(left, key, DIRECT)
        return found

    def _under(self, left: Settled, key: int, path: Path) -> Loss:
        """Gather the sources a finding rests on, with those of what carries it to the row and to the focal actor."""
        finding = tuple(left.findings.values())[key]
        kin = [step for actor in left.scope.kin(finding) for step in left.scope.family[actor].steps]
        carried = [left.findings[step.finding] for step in (*path.steps, *kin)]
        return frozenset().union(*(self._around.of[held.claims[0]].sources for held in (finding, *carried)))
