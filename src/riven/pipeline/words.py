"""Answers in plain sentences: lines a person reads, or has read out."""

from collections.abc import Iterator

from riven.analysis.results import Analysis
from riven.analysis.sensitivity import Flip
from riven.ids import MeasureId
from riven.model.panel import Cell
from riven.model.rule import Rows
from riven.model.study import Study
from riven.model.wording import STATE_WORDS
from riven.pipeline.content import content_of
from riven.pipeline.questions import Bearing, Explanation
from riven.report.cells import Figures
from riven.report.evidence import Evidence
from riven.report.spoken import STEP, cell_lines


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
    for cell in answer.cells:
        yield ""
        yield from cell_lines(figures.view(cell))
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


def bearing_lines(study: Study, answer: Bearing) -> Iterator[str]:
    """Say what rests on something, and what would come out otherwise without it.

    Args:
        study: The study.
        answer: What rests on it.

    Yields:
        Lines: cells that rest on it, then results that would flip.
    """
    names = {str(actor): held.name for actor, held in study.actors.items()}
    yield f"{answer.kind.capitalize()} {answer.id} bears on {_counted(len(answer.cells), 'cell')}."
    for measure, actor, period in answer.cells:
        place = (measure, actor, period)
        held = [thread for thread in answer.threads if (thread.measure, thread.actor, thread.period) == place]
        how = dict.fromkeys(f"{thread.bearing} by {thread.finding}" for thread in held)
        yield f"{STEP}{names[actor]}, {period}, {measure}: {', '.join(how)}"
    yield f"Without it, {_counted(len(answer.flips), 'result')} would come out otherwise."
    for flip in answer.flips:
        yield f"{STEP}{flip_text(flip, names.get(flip.actor, flip.actor))}"


def flip_text(flip: Flip, name: str) -> str:
    """Tell one result that comes out otherwise.

    Returns:
        Such as `TTP, 2015, criticised: reported, then possible`.
    """
    if flip.what == "cell":
        return f"{name}, {flip.period}, {flip.measure}: {_word(flip.before)}, then {_word(flip.after)}"
    return f"{name}, {flip.what}: {flip.before}, then {flip.after}"


def _word(state: str) -> str:
    return next((words.label for held, words in STATE_WORDS.items() if held == state), state)


def _counted(number: int, noun: str) -> str:
    return f"{number or 'no'} {noun}{'' if number == 1 else 's'}"


def cell_text(study: Study, cell: Cell) -> str:
    """Name a cell with its state.

    Returns:
        Such as `TTP, 2015, criticised: reported`.
    """
    return f"{study.actors[cell.actor].name}, {cell.period}, {cell.measure}: {STATE_WORDS[cell.state].label}"
