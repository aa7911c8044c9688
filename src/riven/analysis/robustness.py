"""How far results hold under alternatives, in plain sentences that say as well what the alternatives cannot show."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from riven.analysis.sensitivity import NO_ROW, Alternative, Flip, Place, Results, Sort, Tested
from riven.analysis.wording import counted, each, either
from riven.model.panel import CellState

SHOWN = 3
_RIVAL, _NO_RIVAL = "rival", "no rival"
_EVIDENCE = {str(state) for state in CellState if state.has_evidence}
_TRIED = {
    Sort.SWITCH: "decision of the rules taken otherwise",
    Sort.ROLLUP: "other scheme of identity",
    Sort.DATES: "other reading of open dates",
    Sort.SOURCE: "source",
    Sort.OUTLET: "outlet",
    Sort.CODER: "coder",
    Sort.GROUP: "group",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Printed names of what is told about.

    Attributes:
        actors: Names by actor.
        figures: `Figure 1` and so on, by measure.
        factors: Labels by factor.
        camps: Labels by camp.
    """

    actors: Mapping[str, str] = field(hash=False)
    figures: Mapping[str, str] = field(hash=False)
    factors: Mapping[str, str] = field(hash=False)
    camps: Mapping[str, str] = field(hash=False)


def robustness(results: Results, tested: Sequence[Tested], words: Words) -> tuple[str, ...]:
    """Say how far results hold.

    Args:
        results: Every result as it stands, by place.
        tested: Every alternative with the results it changes.
        words: Printed names.

    Returns:
        Sentences: what was tried; cells, rivals, camps, factors and solutions under other rules; then what leaving
        out sources, outlets, coders and groups shows, or why it shows nothing.
    """
    ruled = [one for one in tested if not one.alternative.sort.leaves_out]
    told = _Telling(results, ruled, words)
    return (
        *_tried(tested),
        *(sentence for measure in words.figures for sentence in told.cells(measure)),
        *told.rivals(),
        *told.camps(),
        *told.factors(),
        *told.solutions(),
        *_idle(ruled),
        *_sources(results, tested),
        *_outlets(results, tested),
        *_coders(results, tested),
        *_groups(tested, words),
    )


def _tried(tested: Sequence[Tested]) -> Iterator[str]:
    numbers = {sort: sum(one.alternative.sort is sort for one in tested) for sort in Sort}
    parts = [_noun(numbers[sort], noun) for sort, noun in _TRIED.items() if numbers[sort] and not sort.leaves_out]
    left = [_noun(numbers[sort], noun) for sort, noun in _TRIED.items() if numbers[sort] and sort.leaves_out]
    parts += [f"leaving out {each(left)}, one at a time"] if left else []
    yield f"{counted(len(tested), 'alternative')} tried: {'; '.join(parts)}." if parts else "No alternative was tried."


def _noun(number: int, noun: str) -> str:
    """Count a noun that may carry more words behind it."""
    head, _, rest = noun.partition(" of ")
    return f"{counted(number, head)} of {rest}" if rest else counted(number, noun)


class _Telling:
    """What other rules do to each sort of result."""

    def __init__(self, results: Results, ruled: Sequence[Tested], words: Words) -> None:
        self._results, self._words, self._n = results, words, len(ruled)
        self._flips: dict[Place, list[tuple[Alternative, Flip]]] = {}
        for one in ruled:
            for flip in one.flips:
                self._flips.setdefault(flip.place, []).append((one.alternative, flip))

    def cells(self, measure: str) -> Iterator[str]:
        """Say how many cells of a figure hold, and which hold least."""
        places = [place for place in self._results if (place.what, place.measure) == ("cell", measure)]
        if not places:
            return
        moved = [place for place in places if self._moves(place)]
        rowless = sum(place in self._flips and place not in moved for place in places)
        stable = len(places) - len(moved) - rowless
        total = f"{counted(len(places), 'cell')} of {self._words.figures[measure]}"
        yield f"Of {total}, {_are(stable)} the same under all these rules, schemes and readings of dates."
        if rowless:
            yield f"{_upper(_are(rowless))} the same wherever the group keeps its row."
        if moved:
            worst = sorted(moved, key=lambda place: -len(self._moves(place)))
            told = [f"{self._cell(place)}, {self._results[place]}, {self._otherwise(place)}" for place in worst[:SHOWN]]
            rest = f"; and {len(worst) - SHOWN} more" if len(worst) > SHOWN else ""
            yield f"{_upper(_are(len(moved)))} not: {'; '.join(told)}{rest}."

    def rivals(self) -> Iterator[str]:
        """Say who stays a rival, who does not, and who might become one."""
        rivals = [place for place, held in self._results.items() if place.what == "rival" and held == _RIVAL]
        if rivals:
            stable = [place for place in rivals if place not in self._flips]
            told = [
                f"{self._name(place)} is none under {self._under(place)}" for place in rivals if place in self._flips
            ]
            kept = f": {each(self._name(place) for place in stable)}" if stable and told else ""
            number = {0: "None", len(rivals): "All"}.get(len(stable), str(len(stable)))
            stay = "stays" if len(stable) == 1 else "stay"
            yield f"{number} of {counted(len(rivals), 'rival')} {stay} so under every one of them{kept}."
            if told:
                yield f"{'; '.join(told)}."
        new = [place for place in self._flips if place.what == "rival" and self._results.get(place) != _RIVAL]
        if new:
            yield f"{'; '.join(f'{self._name(place)} would be a rival under {self._under(place)}' for place in new)}."

    def camps(self) -> Iterator[str]:
        """Say which rivals would be in another camp."""
        places = [place for place in self._results if place.what == "camp"]
        moved = [place for place in places if self._moves(place)]
        if places and not moved:
            yield "No group that stays a rival changes its camp."
        if moved:
            yield f"{'; '.join(f'{self._name(place)} {self._otherwise(place, self._words.camps)}' for place in moved)}."

    def factors(self) -> Iterator[str]:
        """Say how many judgements on factors hold, and which do not."""
        places = [place for place in self._results if place.what == "factor"]
        moved = [place for place in places if self._moves(place)]
        if places:
            stable = len(places) - len(moved)
            total = counted(len(places), "judgement")
            yield f"Of {total} on factors, {_are(stable)} the same wherever the group stays a rival."
        if moved:
            told = [
                f"{self._words.factors[place.measure]} of {self._name(place)}, {_plain(self._results[place])}, "
                f"{self._otherwise(place)}"
                for place in moved[:SHOWN]
            ]
            rest = f"; and {len(moved) - SHOWN} more" if len(moved) > SHOWN else ""
            yield f"{_upper(_are(len(moved)))} not: {'; '.join(told)}{rest}."

    def solutions(self) -> Iterator[str]:
        """Say which solutions of configurations come out otherwise."""
        for place in self._results:
            if place.what == "solution":
                changed = (
                    f"comes out otherwise under {self._under(place)}" if place in self._flips else "is always the same"
                )
                yield f"The solution of '{place.measure}' {changed}."

    def _moves(self, place: Place) -> list[tuple[Alternative, Flip]]:
        """List what changes a result other than by taking its row away."""
        return [(held, flip) for held, flip in self._flips.get(place, ()) if flip.after != NO_ROW]

    def _otherwise(self, place: Place, labels: Mapping[str, str] | None = None) -> str:
        known = labels or {}
        by_after: dict[str, list[str]] = {}
        for held, flip in self._moves(place):
            by_after.setdefault(flip.after, []).append(label(held))
        parts = [f"{_plain(known.get(after, after))} under {_any(under)}" for after, under in by_after.items()]
        return f"would be {', and '.join(parts)}"

    def _under(self, place: Place) -> str:
        return _any([label(held) for held, _ in self._flips[place]])

    def _name(self, place: Place) -> str:
        return self._words.actors.get(place.actor, place.actor)

    def _cell(self, place: Place) -> str:
        return f"{self._name(place)} {place.period}"


def label(alternative: Alternative) -> str:
    """Name an alternative in running text.

    Returns:
        Such as `denial=no`, `scheme ucdp` or `strict dates`.
    """
    own = alternative.id.partition(":")[2]
    forms = {Sort.ROLLUP: f"scheme {own}", Sort.DATES: f"{own} dates"}
    return forms.get(alternative.sort, own)


def _plain(word: str) -> str:
    return word.replace("_", " ")


def _any(labels: Sequence[str]) -> str:
    """List alternatives of which any one is meant, a few of them by name."""
    rest = len(labels) - SHOWN
    return f"{', '.join(labels[:SHOWN])} or {rest} more" if rest > 0 else either(labels)


def _upper(text: str) -> str:
    return text[0].upper() + text[1:]


def _are(number: int) -> str:
    return {0: "none is", 1: "1 is"}.get(number, f"{number} are")


def _idle(ruled: Iterable[Tested]) -> Iterator[str]:
    idle = [label(one.alternative) for one in ruled if not one.flips]
    if idle:
        yield f"Nothing changes under {each(idle)}."


def _sources(results: Results, tested: Iterable[Tested]) -> Iterator[str]:
    alone = (
        "Everything rests on one source: without it no evidence is left. Leaving out sources one by one says no more "
        "than that, and cannot tell what is well supported from what is not."
    )
    yield from _losses(results, [one for one in tested if one.alternative.sort is Sort.SOURCE], "source", alone)


def _outlets(results: Results, tested: Iterable[Tested]) -> Iterator[str]:
    alone = "All sources that record an outlet come from one."
    yield from _losses(results, [one for one in tested if one.alternative.sort is Sort.OUTLET], "outlet", alone)


def _coders(results: Results, tested: Iterable[Tested]) -> Iterator[str]:
    alone = "One coder coded everything, so that leaving out coders says nothing about how much turns on who coded."
    yield from _losses(results, [one for one in tested if one.alternative.sort is Sort.CODER], "coder", alone)


def _losses(results: Results, losses: Sequence[Tested], noun: str, alone: str) -> Iterator[str]:
    """Say how much evidence stands whichever one of them is lost."""
    cells = {place for place, held in results.items() if place.what == "cell" and held in _EVIDENCE}
    if not losses or not cells:
        return
    if len(losses) == 1:
        yield alone
        return
    falling = {flip.place for one in losses for flip in one.flips} & cells
    stay = len(cells) - len(falling)
    yield f"Of {counted(len(cells), 'cell')} with evidence, {_are(stay)} the same whichever {noun} is left out."
    most = max(losses, key=lambda one: sum(flip.place in cells for flip in one.flips))
    number = sum(flip.place in cells for flip in most.flips)
    if number:
        verb = "changes" if number == 1 else "change"
        yield f"{_lead(most)}, {counted(number, 'cell')} {verb}; no other {noun} moves more."


def _groups(tested: Iterable[Tested], words: Words) -> Iterator[str]:
    """Say whose absence changes what other groups' results are."""
    out = [one for one in tested if one.alternative.sort is Sort.GROUP]
    moving = [one for one in out if one.flips]
    if out and not moving:
        yield "Leaving out any one group changes nothing about the others."
    for one in moving:
        others = dict.fromkeys(words.actors.get(flip.actor, flip.actor) for flip in one.flips if flip.actor)
        about = f" of {each(others)}" if others else ""
        verb = "comes" if len(one.flips) == 1 else "come"
        yield f"{_lead(one)}, {counted(len(one.flips), 'result')}{about} {verb} out otherwise."


def _lead(one: Tested) -> str:
    return one.alternative.sentence.rstrip(".")
