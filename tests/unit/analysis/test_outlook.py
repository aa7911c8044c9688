"""What was expected and what came of it, and when something was first reported."""

from dataclasses import replace

from factories import a_move, a_speech, analysed, some_rules
from riven.analysis.outlook import first_reports, look
from riven.dates import DayRange, Step, Window, parse, periods
from riven.model.codebook import DateRole
from riven.model.expectation import Expectation, Outcome

WINDOW = Window.from_edtf("2014/2017")
DAYS = {period.label: period.days for period in periods(WINDOW, Step.YEAR)}


def an_expectation(name="e-1", **given):
    """Expect something of 2016."""
    return replace(Expectation(name, "Will it?", "A cell.", parse("2016"), "somebody", percent=70), **given)


def looked(*expectations, panels=None):
    """Look at expectations beside panels."""
    return look(expectations, panels or {}, DAYS)


def test_only_resolved_expectations_with_a_number_are_scored() -> None:
    """Open ones are counted and left out; nobody is wrong yet."""
    found = looked(
        an_expectation("a", outcome=Outcome.YES),
        an_expectation("b", outcome=Outcome.NO, percent=20),
        an_expectation("c"),
        an_expectation("d", outcome=Outcome.UNRESOLVABLE),
        an_expectation("e", outcome=Outcome.YES, percent=None),
    )

    assert [True, True, False, False, False] == [each.scored for each in found.expectations]
    assert (0.065, 2, 2) == (found.score.brier, found.score.n_resolved, found.score.n_open)
    assert [0.2, 0.7] == [each.probability for each in found.stated]


def test_nothing_resolved_has_no_score() -> None:
    """Not a score of nought."""
    found = looked(an_expectation())

    assert (None, ()) == (found.score.brier, found.stated)


def test_the_cells_that_bear_on_an_expectation_stand_beside_it() -> None:
    """Those of its measure and actors, in the periods it covers."""
    panels = analysed(a_move("m")).panels
    measure = next(iter(panels))
    actors = panels[measure].actors
    of_all = looked(an_expectation(measure=measure), panels=panels).expectations[0]
    of_one = looked(an_expectation(measure=measure, actors=actors[:1]), panels=panels).expectations[0]
    later = looked(an_expectation(measure=measure, covers=parse("2020")), panels=panels).expectations[0]

    assert {"2016"} == {cell.period for cell in of_all.cells}
    assert (len(actors), 1, 0) == (len(of_all.cells), len(of_one.cells), len(later.cells))
    assert () == looked(an_expectation(), panels=panels).expectations[0].cells


def timed(*claims, window=WINDOW.days):
    """Time the first moves away from rivals."""
    held = analysed(a_speech("s"), *claims)
    panel = next(held.panels[own] for own, rule in some_rules().measures.items() if "moving" in rule.selectors)
    return first_reports(panel, held.findings, (DateRole.HAPPENED, DateRole.REPORTED), window)


def reports(timing):
    """Days by actor."""
    return {each.actor: (each.first, each.last) for each in timing.reports}


def test_a_first_report_lies_in_a_range_of_days() -> None:
    """Counted from the first day of the window; the earliest act decides."""
    timing = timed(a_move("a", date="happened=2015-03"), a_move("b", date="happened=2015-06-01"))

    assert (424, 454) == reports(timing)["hill"]
    assert [("f-a",)] == [each.findings for each in timing.reports if each.actor == "hill"]


def test_what_is_only_possible_is_no_report() -> None:
    """A group of which nothing is reported had none by the end of the window."""
    timing = timed(a_move("a", date="happened=2015/2016"))

    assert (None, None) in reports(timing).values()


def test_an_act_that_may_lie_before_the_window_is_censored_on_the_left() -> None:
    """Its first day is not known."""
    late = DayRange(parse("2015-06-01").hull.first, WINDOW.days.last)

    assert (None, 213) == reports(timed(a_move("a", date="happened=2015"), window=late))["hill"]
