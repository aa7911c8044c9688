"""Answers in plain sentences: lines a person reads, or has read out."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from riven.analysis.results import Analysis
from riven.analysis.sensitivity import NO_ROW, WHATS, Flip, Place, Tested
from riven.analysis.wording import counted
from riven.evidence.trace import Bearing as Bears
from riven.ids import MeasureId
from riven.model.rule import Rows
from riven.model.study import Study
from riven.model.wording import STATE_WORDS
from riven.pipeline.content import content_of
from riven.pipeline.questions import Bearing, Explanation
from riven.pipeline.sensitivity import Sensitivity
from riven.report.cells import Figures
from riven.report.evidence import Evidence
from riven.report.spoken import STEP, measure_lines


def explanation_lines(study: Study, analysis: Analysis, answer: Explanation) -> Iterator[str]:
    """Say why a study says what it says about an actor.

    Args:
        study: The study.
        analysis: Its analysis.
        answer: The explanation.

    Yields:
        Lines: in or out, the camp, then every cell asked about.
    """
    yield f"{answer.rival.label} ({answer.actor})"
    yield f"{STEP}{answer.rival.why}"
    if answer.camp is not None:
        labels = {str(camp.id): camp.label for camp in study.rules.camps}
        yield f"{STEP}In the camp “{labels.get(answer.camp.camp, answer.camp.camp)}”. {answer.camp.why}"
    content = content_of(study, analysis)
    figures = Figures(content, Evidence(content))
    for measure, cells in groupby(answer.cells, key=lambda cell: cell.measure):
        yield ""
        yield from measure_lines(measure, map(figures.view, cells))
    for own in answer.no_row:
        yield ""
        yield row_missing(study, answer, own)


def row_missing(study: Study, answer: Explanation, measure: MeasureId) -> str:
    """Say why an actor has no row in a measure.

    Returns:
        One sentence.
    """
    rows = study.rules.measures[measure].rows
    whose = {
        Rows.RIVALS: "only rivals have a row there, and it is none",
        Rows.AFFILIATED: f"only groups affiliated with {study.actors[study.focal].name} have a row there",
        Rows.ACTORS: "it counts under another actor in the scheme of identity in force",
    }
    return f"{answer.rival.label} has no row in '{measure}': {whose[rows]}."


_BEARINGS = {
    Bears.SUPPORTS: ("supports it", "support it"),
    Bears.CARRIES: ("carries what supports it", "carry what supports it"),
    Bears.AGAINST: ("speaks against it", "speak against it"),
}


def bearing_lines(study: Study, answer: Bearing) -> Iterator[str]:
    """Say what rests on something, and what would come out otherwise without it.

    Args:
        study: The study.
        answer: What rests on it.

    Yields:
        Lines: cells that rest on it, then results that would flip; a row that falls away is told once.
    """
    names = {str(actor): held.name for actor, held in study.actors.items()}
    yield f"{answer.kind.capitalize()} {answer.id} bears on {_counted(len(answer.cells), 'cell')}."
    by_cell: dict[tuple[str, str, str], dict[Bears, dict[str, None]]] = {}
    for thread in answer.threads:
        place = (thread.actor, thread.period, thread.measure)
        by_cell.setdefault(place, {}).setdefault(thread.bearing, {})[thread.finding] = None
    for (actor, period, measure), held in by_cell.items():
        told = "; ".join(f"{', '.join(findings)} {_BEARINGS[how][len(findings) > 1]}" for how, findings in held.items())
        yield f"{STEP}{names[actor]}, {period}, {measure}: {told}"
    flips = list(dict.fromkeys(flip_text(flip, names.get(flip.actor, flip.actor)) for flip in answer.flips))
    yield f"Without it, {_counted(len(flips), 'result')} would come out otherwise{':' if flips else '.'}"
    yield from (f"{STEP}{flip}" for flip in flips)


def flip_text(flip: Flip, name: str) -> str:
    """Tell one result that comes out otherwise.

    Args:
        flip: The result.
        name: The actor's name.

    Returns:
        Such as `TTP, 2015, criticised: reported, then possible`; all cells of a row that comes or goes read alike.
    """
    if flip.what == "rival":
        return f"{name}: {flip.before}, then {flip.after}"
    if flip.what == "camp":
        return f"{name}, camp: {_camp(flip.before)}, then {_camp(flip.after)}"
    if flip.what == "solution":
        return f"Solution of {flip.measure}: {flip.before}, then {flip.after}"
    if NO_ROW in {flip.before, flip.after}:
        return f"{name}, {flip.measure}: the whole row {'appears' if flip.before == NO_ROW else 'falls away'}"
    place = f", {flip.period}" if flip.period else ""
    return f"{name}{place}, {flip.measure}: {_word(flip.before)}, then {_word(flip.after)}"


def sensitivity_lines(study: Study, held: Sensitivity, tested: Iterable[Tested]) -> Iterator[str]:
    """Say what alternatives change, and which of them each result depends on.

    Args:
        study: The study.
        held: Its sensitivity.
        tested: Alternatives that were asked about, with the flips that were.

    Yields:
        Lines: every alternative with what it changes, then every result that changes with the alternatives under which
        it does; of a cell with its fragility. What only goes with a group that is no rival any more is not told.
    """
    names = {str(actor): own.name for actor, own in study.actors.items()}
    under: dict[Place, list[str]] = {}
    for one in tested:
        yield f"{one.alternative.id}: {one.alternative.sentence}"
        flips = _own_flips(one.flips)
        for flip in flips:
            under.setdefault(flip.place, []).append(one.alternative.id)
        told = dict.fromkeys(flip_text(flip, names.get(flip.actor, flip.actor)) for flip in flips)
        yield from (f"{STEP}{line}" for line in told or ["Nothing changes."])
    if under:
        yield ""
        yield "Which alternatives each result depends on:"
    for place in sorted(under, key=lambda place: (WHATS.index(place.what), place.measure, place.actor, place.period)):
        where = ", ".join(part for part in (names.get(place.actor, place.actor), place.period, place.measure) if part)
        fragility = held.fragility.get(place)
        result = _word(held.results.get(place, NO_ROW)) + (f", fragility {fragility}" if fragility else "")
        yield f"{STEP}{where}: {result}; otherwise under {', '.join(under[place])}"


def _own_flips(flips: Iterable[Flip]) -> list[Flip]:
    """Leave out camp, rows and factors that come or go because their actor becomes a rival or is none any more."""
    found = list(flips)
    turned = {flip.actor for flip in found if flip.what == "rival"}
    return [flip for flip in found if flip.actor not in turned or NO_ROW not in {flip.before, flip.after}]


def _camp(camp: str) -> str:
    return "in none" if camp == NO_ROW else camp


def _word(state: str) -> str:
    return next((words.label for held, words in STATE_WORDS.items() if held == state), state.replace("_", " "))


def _counted(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"
