"""How few independent sources must fall away before a cell changes: found by taking them away.

Whatever changes a cell must touch a finding that decides it, or something that is settled otherwise when part of it
falls. So only their sources are tried, then only those of what decides after the first loss, and so on, smallest losses
first, and every loss is worked out by settling anew what is left. The first that changes the cell is the smallest.

Cost, measured: 0.2 ms to settle and weigh an act anew, 20 ms to work out anew who counts for whom. A study that rests
on one source needs neither.

Source:
    The search is the hitting-set tree of Reiter (1987), "A theory of diagnosis from first principles".
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace

import polars as pl

from riven.analysis.doubts import STRENGTH
from riven.analysis.inputs import Inputs
from riven.analysis.nearby import Bundle, Loss, Nearby, Neighbourhood
from riven.analysis.panels import PanelFrames
from riven.analysis.sayings import Question, Sayings, Voice
from riven.dates import periods
from riven.ids import ActorId
from riven.model.panel import CellState
from riven.model.rule import Measure

EFFORT = 5_000  # questions put for one measure: about a second at the very most
_LINKS = 100  # what it costs to work out anew who counts for whom, in questions
_LOOKS = 10  # answers that are looked up at the cost of one question

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
        effort: How often to settle an act anew. Where that is too little, a cell keeps what the panel counts as if
            every finding stood or fell as a whole, or one more than the losses that were all tried, if that is more;
            and so do all cells of a study with more claims than that. 0 leaves everything as it is.

    Returns:
        The panel, with the fragility of its cells.
    """
    asked = set(rows)
    places = [(ActorId(actor), str(period)) for actor, period in frames.cells.select("actor", "period").iter_rows()]
    numbers = frames.cells["fragility"].to_list()
    counted = {at: number for at, number in zip(places, numbers, strict=True) if number and at[0] in asked}
    if not counted or len(inputs.claims) > effort:
        return frames
    around = Neighbourhood(inputs, measure)
    if len(around.sources) == 1:
        return frames
    found = _Search(inputs, measure, counted, around).run(effort)
    numbers = [found.get(at, number) for at, number in zip(places, numbers, strict=True)]
    fragility = pl.Series("fragility", numbers, dtype=frames.cells.schema["fragility"])
    return replace(frames, cells=frames.cells.with_columns(fragility))


@dataclass
class _Case:
    """A cell that is searched.

    Attributes:
        at: Numbers of its row and its period.
        acts: Bundles of acts that may lie in it.
        near: What bears on its row.
        counted: Its fragility as if every finding stood or fell as a whole.
        losses: The losses of one size that leave it as it is.
    """

    at: tuple[int, int]
    acts: tuple[Bundle, ...]
    near: Nearby
    counted: int
    losses: set[Loss] = field(default_factory=lambda: {frozenset()})


@dataclass(frozen=True)
class _Heard:
    """What is left in a cell after a loss.

    Attributes:
        voices: What supports it, as it counts there.
        denying: Sources of what says that there was none.
    """

    voices: tuple[Voice, ...]
    denying: Loss

    @property
    def state(self) -> CellState | None:
        """State of the cell; None without evidence."""
        return min((voice.state for voice in self.voices), key=STRENGTH.index, default=None)

    def touching(self, near: Nearby) -> Loss:
        """List sources of which one must go as well before the state can change.

        Returns:
            Those of the deciding finding that rests on the fewest, and of all that can overrule it.
        """
        state = self.state
        under = [voice.under for voice in self.voices if voice.state is state]
        fewest = min(under, key=lambda held: (len(held), sorted(held)))
        if state is CellState.REPORTED:  # which only a denial overrules
            return fewest | near.denying
        return fewest | near.unsettled | (self.denying if state is CellState.DISPUTED else frozenset())


class _Search:
    """The search in all cells of a measure."""

    def __init__(self, inputs: Inputs, measure: Measure, counted: Mapping[Place, int], around: Neighbourhood) -> None:
        rows = list(dict.fromkeys(row for row, _ in counted))
        near = [around.around(row) for row in rows]
        columns = {
            period.label: (number, period.days)
            for number, period in enumerate(periods(inputs.setting.window, inputs.setting.rules.step))
        }
        self._sayings = Sayings(inputs, measure, rows, around)
        self._open: dict[Place, _Case] = {}
        self._found: dict[Place, int] = {}
        for (row, label), number in counted.items():
            place, (period, days) = rows.index(row), columns[label]
            acts = tuple(bundle for bundle in near[place].acts if bundle.may_lie_in(days, measure.dates))
            self._open[row, label] = _Case((place, period), acts, near[place], number)

    def run(self, effort: int) -> Mapping[Place, int]:
        """Try losses of one source in all cells, then losses of two in those that are left, and so on."""
        effort = self._ask({at: case.losses for at, case in self._open.items()}, 1, effort)
        size = 0
        while self._open:
            size += 1
            wider = {at: self._wider(case) for at, case in self._open.items()}
            effort = self._ask(wider, size, effort)
            for at, case in list(self._open.items()):
                if self._changes(case, wider[at]):
                    self._close(at, size)
                else:
                    case.losses = wider[at]
        return self._found

    def _close(self, at: Place, size: int) -> None:
        self._found[at] = size
        del self._open[at]

    def _ask(self, losses: Mapping[Place, set[Loss]], size: int, effort: int) -> int:
        """Learn what bundles say as long as nothing cuts the links, then what they say where a loss does cut them.

        Cheap cells come first; those for which the effort that is left is too little are closed.

        Returns:
            The effort that is left.
        """
        order = sorted(losses, key=lambda at: len(losses[at]) * len(self._open[at].acts))
        for questions in (_plain, self._questions):
            fresh: set[Question] = set()
            for at in [at for at in order if at in self._open]:
                case = self._open[at]
                put = {question for loss in losses[at] for question in questions(case, loss)}
                new = {question for question in put - fresh if question not in self._sayings}
                cuts = {question.cut for question in new if question.cut} - {question.cut for question in fresh}
                price = len(new) + _LINKS * len(cuts) + len(losses[at]) * len(case.acts) // _LOOKS
                if price > effort:
                    self._close(at, max(size, case.counted))
                else:
                    effort -= price
                    fresh |= new
            self._sayings.learn(fresh)
        return effort

    def _questions(self, case: _Case, loss: Loss) -> Iterator[Question]:
        """Ask what is left in a cell. Links are only asked about when a loss touches those that are walked."""
        for plain in _plain(case, loss):
            walked = (voice.carried for voice in self._sayings[plain].voices.get(case.at, ()))
            is_cut = loss & case.near.turning.union(*walked)
            yield replace(plain, cut=loss & case.near.paths) if is_cut else plain

    def _heard(self, case: _Case, loss: Loss) -> _Heard:
        said = [(question.bundle, self._sayings[question]) for question in self._questions(case, loss)]
        denying = frozenset(source for bundle, saying in said if case.at in saying.denials for source in bundle.sources)
        voices = [voice for _, saying in said for voice in saying.voices.get(case.at, ())]
        if denying:
            voices = [replace(one, state=CellState.DISPUTED) if one.is_deniable else one for one in voices]
        return _Heard(tuple(voices), denying)

    def _changes(self, case: _Case, losses: Iterable[Loss]) -> bool:
        state = self._heard(case, frozenset()).state
        return any(self._heard(case, loss).state is not state for loss in losses)

    def _wider(self, case: _Case) -> set[Loss]:
        """List the losses of one more source that might change a cell."""
        return {
            loss | {source} for loss in case.losses for source in self._heard(case, loss).touching(case.near) - loss
        }


def _plain(case: _Case, loss: Loss) -> Iterator[Question]:
    """Ask what is left in a cell as long as the links stand."""
    for bundle in case.acts:
        lost = loss & bundle.sources
        if lost != bundle.sources:
            yield Question(bundle, lost)
