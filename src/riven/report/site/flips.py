"""What would come out otherwise: every alternative that changes a result, in lines that lead to the result."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from riven.analysis.sensitivity import NO_ROW, Flip, Place, Tested
from riven.model.wording import STATE_WORDS
from riven.report.argument.references import counted
from riven.report.blocks import Line, Look, Piece, joined, line
from riven.report.site.desk import Desk

SHOWN = 10
"""So many alternatives that leave something out are named where one cell turns; the others are counted."""


class Flips:
    """Looks up what a study's results depend on."""

    def __init__(self, desk: Desk) -> None:
        """Take a study whose alternatives were tried, or were not."""
        self._desk = desk
        self._tested = desk.told.tested
        self._alternatives = {tested.alternative.id: tested for tested in self._tested}
        self._by_place: dict[Place, list[tuple[Tested, Flip]]] = defaultdict(list)
        for tested in self._tested:
            for flip in tested.flips:
                self._by_place[flip.place].append((tested, flip))
        self._cells: Mapping[tuple[str, str, str], str] = {
            parts: anchor for anchor, parts in desk.addresses.cells.items()
        }

    def of_cell(self, anchor: str) -> tuple[Line, ...]:
        """Say under which alternatives a cell comes out otherwise.

        Args:
            anchor: Anchor of the cell.

        Returns:
            One line an alternative; one line that says so where none changes it, or none was tried.
        """
        actor, period, measure = self._desk.addresses.cells[anchor]
        return tuple(self._lines(Place("cell", measure, actor, period)))

    def of_actor(self, actor: str) -> tuple[Line, ...]:
        """Say under which alternatives an actor is a rival no more, becomes one, or stands in another camp."""
        places = (Place("rival", "", actor, ""), Place("camp", "", actor, ""))
        found = [one for place in places for one in self._by_place.get(place, ()) if one[1].after != NO_ROW]
        return tuple(self._told(found)) if found else (self._none(),)

    def of_alternative(self, id_: str) -> Tested | None:
        """Find an alternative by its id, such as `switch:denial=no`."""
        return self._alternatives.get(id_)

    def lines(self, flips: Sequence[Flip], most: int) -> Iterator[Line]:
        """List results that change; what only goes with a group that is no rival any more is counted.

        Yields:
            One line a result, then one that counts the rest.
        """
        turned = {flip.actor for flip in flips if flip.what == "rival"}
        told = [flip for flip in flips if flip.actor not in turned or NO_ROW not in {flip.before, flip.after}]
        yield from (self._flip(flip) for flip in told[:most])
        if rest := len(flips) - len(told[:most]):
            yield line(Piece(f"and {rest} more, in sensitivity.csv", Look.SOFT))

    def _lines(self, place: Place) -> Iterator[Line]:
        found = self._by_place.get(place, [])
        if not found:
            yield self._none()
        else:
            yield from self._told(found)

    def _none(self) -> Line:
        if not self._tested:
            return line("No alternative was tried for this build.")
        return line(f"Nothing: {counted(len(self._tested), 'alternative')} tried, each alone.")

    def _told(self, found: Iterable[tuple[Tested, Flip]]) -> Iterator[Line]:
        left_out = 0
        for tested, flip in found:
            if tested.alternative.sort.leaves_out:
                left_out += 1
                if left_out > SHOWN:
                    continue
            yield line(
                Piece(tested.alternative.sentence, Look.FREE), " Then: ", Piece(self._word(flip.after), Look.STRONG)
            )
        if left_out > SHOWN:
            yield line(f"{left_out - SHOWN} more sources, outlets, coders or groups, each left out alone.")

    def _flip(self, flip: Flip) -> Line:
        before, after = self._word(flip.before), self._word(flip.after)
        return line(self._about(flip), ": ", before, " becomes ", after)

    def _about(self, flip: Flip) -> Line:
        anchor = self._cells.get((flip.actor, flip.period, flip.measure), "")
        actor = self._desk.names.name(flip.actor) if flip.actor else ""
        measure = self._desk.labels.get(flip.measure, flip.measure)
        if flip.what == "cell":
            return line(f"{measure}, ", Piece(f"{actor}, {flip.period}", Look.NAME, anchor))
        parts = [self._desk.actor(flip.actor)] if actor else []
        parts += [line(Piece(measure, Look.NAME))] if measure else []
        parts += [line(flip.what)] if flip.what == "camp" else []
        return joined(parts)

    def _word(self, result: str) -> str:
        if result == NO_ROW:
            return "no such row or column"
        states = {str(state): words.label for state, words in STATE_WORDS.items()}
        return states.get(result) or self._desk.labels.get(result) or result.replace("_", " ")
