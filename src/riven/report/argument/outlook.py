"""The section on the outlook: what was expected and what came of it, and how long first reports took."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta

from riven.analysis.outlook import Looked, Outlook, Timing
from riven.analysis.scoring import Score
from riven.analysis.survival import Mass
from riven.dates import Window
from riven.ids import MeasureId
from riven.model.expectation import Expectation, Outcome
from riven.model.panel import Cell
from riven.model.wording import day_words
from riven.report.argument.references import References, counted, soft
from riven.report.blocks import Block, Heading, Line, Look, Piece, Prose, Row, Section, Table, joined, line
from riven.report.evidence import said

SHOWN = 24
TITLE = "Outlook: what was expected, and what came of it"
OUTCOMES = {
    Outcome.OPEN: "open",
    Outcome.YES: "yes",
    Outcome.NO: "no",
    Outcome.UNRESOLVABLE: "cannot be resolved",
}


@dataclass(frozen=True, slots=True)
class Links:
    """How the section refers to figures.

    Attributes:
        cell: Names a cell, linked to its evidence where it has a section.
        title: Title of a measure.
    """

    cell: Callable[[Cell], Line]
    title: Callable[[MeasureId], str]


def outlook(held: Outlook, timings: tuple[Timing, ...], window: Window, names: References, links: Links) -> Section:
    """Set expectations beside what the study holds, and say how long first reports took.

    Args:
        held: Expectations with their score.
        timings: Timing of first reports, by measure.
        window: Observation period; days are counted from its first.
        names: How actors and evidence are named.
        links: How figures are referred to.

    Returns:
        The section.
    """
    blocks: list[Block] = [*_expected(held, names, links)]
    for timing in timings:
        blocks += _timed(timing, window, names, links)
    return Section("outlook", TITLE, "Outlook", tuple(blocks))


def _expected(held: Outlook, names: References, links: Links) -> Iterator[Block]:
    if not held.expectations:
        yield Prose(line("The study records no expectation."))
        return
    yield Table(
        caption="Expectations, how surely they were held, and what came of them. A locked one cannot be changed "
        "without its lock showing it.",
        columns=("Question", "Days", "Expected by", "How surely", "Outcome", "Cells that bear on it"),
        rows=tuple(_expectation(looked, names, links) for looked in held.expectations),
    )
    yield from _scored(held)


def _expectation(looked: Looked, names: References, links: Links) -> Row:
    each = looked.expectation
    cells = joined((links.cell(cell) for cell in looked.cells[:SHOWN]), "; ")
    rest = len(looked.cells) - SHOWN
    more = f" and {counted(rest, 'more cell')}" if rest > 0 else ""
    return Row(
        head=line(Piece(each.question, Look.FREE)),
        cells=(
            (line(said(each.covers)),),
            tuple(_author(each, names)),
            tuple(_sureness(each)),
            tuple(_outcome(looked, names)),
            (line(cells, more) or soft("none in this study"),),
        ),
        anchor=f"expectation-{each.id}",
    )


def _author(each: Expectation, names: References) -> Iterator[Line]:
    yield line(Piece(each.author, Look.NAME))
    yield soft("no date recorded" if each.stated is None else f"stated {said(each.stated)}")
    if each.passages:
        yield names.passages(each.passages)


def _sureness(each: Expectation) -> Iterator[Line]:
    yield line("“", Piece(each.term, Look.NAME), "”") if each.term else soft("no words given")
    yield soft("no number given") if each.percent is None else line(f"{each.percent}%")
    yield soft("locked" if each.lock else "not locked, a draft")


def _outcome(looked: Looked, names: References) -> Iterator[Line]:
    each = looked.expectation
    when = f", on {day_words(str(each.resolved_on))}" if each.resolved_on else ""
    yield line(f"{OUTCOMES[each.outcome]}{when}")
    if each.reason:
        yield line(Piece(each.reason, Look.FREE))
    if each.resolution_passages:
        yield names.passages(each.resolution_passages)
    if each.rule:
        yield line(Piece("Rule: ", Look.SOFT), Piece(each.rule, Look.FREE))


def _scored(held: Outlook) -> Iterator[Block]:
    score = held.score
    if score.brier is None:
        total = counted(len(held.expectations), "expectation")
        yield Prose(line(f"Of {total}, none is resolved and has a number, so there is no score."))
        return
    yield Prose(
        line(
            f"Brier score {score.brier:.3f} over {counted(score.n_resolved, 'resolved expectation')} with a number "
            f"(0 is perfect, 1 the worst){_left_out(score)}. {_parts(score)}"
        )
    )
    yield Table(
        caption="Numbers stated, and how often they came true",
        columns=("Stated", "How many", "Came true"),
        rows=tuple(
            Row(line(f"{each.probability:.0%}"), ((line(str(each.n)),), (line(f"{each.share:.0%}"),)))
            for each in held.stated
        ),
    )


def _left_out(score: Score) -> str:
    return f"; {score.n_open} more with a number and no outcome left out" if score.n_open else ""


def _parts(score: Score) -> str:
    values = (("reliability", score.reliability), ("resolution", score.resolution), ("uncertainty", score.uncertainty))
    told = ", ".join(f"{name} {value:.3f}" for name, value in values if value is not None)
    if score.skill is None:
        return f"Its parts: {told}. All came out the same, so there is no skill to measure."
    return f"Its parts: {told}. Skill against always stating the base rate: {score.skill:.2f}."


def _timed(timing: Timing, window: Window, names: References, links: Links) -> Iterator[Block]:
    yield Heading(f"First reports: {links.title(timing.measure)}")
    if not timing.reports:
        yield Prose(line("The figure has no row."))
        return
    yield Table(
        caption="Days between which the first one reported must lie. What is only possible does not count.",
        columns=("Group", "First reported", "Findings"),
        rows=tuple(
            Row(
                line(Piece(names.name(report.actor), Look.NAME)),
                (
                    (
                        line(_between(report.first, report.last, window))
                        if report.last is not None
                        else soft(_none(window)),
                    ),
                    (names.findings(report.findings) or soft("none"),),
                ),
            )
            for report in timing.reports
        ),
    )
    yield Prose(line(_estimate(timing, window)))


def _none(window: Window) -> str:
    return f"not reported by {_day(window, (window.end - window.start).days - 1)}"


def _between(first: int | None, last: int, window: Window) -> str:
    if first is None:
        return f"by {_day(window, last)}"
    return f"on {_day(window, first)}" if first == last else f"between {_day(window, first)} and {_day(window, last)}"


def _day(window: Window, number: int) -> str:
    return day_words(str(window.start + timedelta(days=number)))


def _estimate(timing: Timing, window: Window) -> str:
    """Put the estimate into a sentence: what share of groups falls into which days."""
    masses = [mass for mass in timing.estimate.masses if mass.probability > 0]
    told = "; ".join(_mass(mass, window) for mass in masses)
    unsettled = "" if timing.estimate.converged else " The computation ended before the estimate had settled."
    return (
        f"Over {counted(timing.estimate.n, 'group')}, the share with a first report is estimated from these ranges as "
        f"they are: {told}. Within a range the days cannot be told apart.{unsettled}"
    )


def _mass(mass: Mass, window: Window) -> str:
    if mass.last is None:
        return f"{mass.probability:.0%} have none by the end of the window"
    return f"{mass.probability:.0%} {_between(mass.first, mass.last, window)}"
