"""Tests of `riven.report.argument.outlook`."""

import dataclasses

import pytest

from report_argument import a_timing, an_arguing_content, an_expectation, an_outlook, names_of, said, targets
from riven.analysis.outlook import Looked, Outlook, Timing
from riven.analysis.scoring import reliability, score
from riven.analysis.survival import turnbull
from riven.model.expectation import Outcome
from riven.report.argument.outlook import SHOWN, Links, outlook
from riven.report.blocks import Piece, line


def shown(held=None, timings=()):
    """Set the section."""
    content = an_arguing_content()
    links = Links(
        lambda cell: line(Piece(f"{cell.actor} {cell.period}", target="cell-x")), lambda measure: f"Title of {measure}"
    )
    return outlook(held or an_outlook(content), timings, content.about.window, names_of(content), links)


def scored(*forecasts):
    """Set expectations that are scored so."""
    return shown(
        dataclasses.replace(an_outlook(an_arguing_content()), score=score(forecasts), stated=reliability(forecasts))
    )


def test_an_open_expectation_says_what_is_not_known():
    """No words, no number, no lock, no cell: none of it is 0 or None."""
    assert (
        "Will the council come to terms? | 2018 to 2019 | Sana Rahim / no date recorded | no words given / no number "
        "given / not locked, a draft | open / Rule: By any source. | none in this study"
    ) == said(shown().blocks)[0]


def test_a_resolved_expectation_shows_how_surely_it_was_held_and_what_decided_it():
    """With its passages, its lock, and the cells that bear on it."""
    assert (
        "Will the council come to terms? | 2018 to 2019 | Sana Rahim / stated December 2017 / Rahim 2015, p. 12, para. "
        "3, note 7 | “likely” / 70% / locked | yes, on 2 January 2020 / Two sources say so. / Rahim n.d., pp. 4-5 / "
        "Rule: By any source. | council 2015"
    ) == said(shown().blocks)[1]
    assert {"source-report", "source-book", "cell-x"} == targets(shown().blocks)


def test_very_many_cells_are_counted_beyond_some():
    """A cell of the table stays readable."""
    looked = an_outlook(an_arguing_content()).expectations[1]
    held = Outlook((dataclasses.replace(looked, cells=looked.cells * (SHOWN + 2)),), score(()), ())
    assert said(shown(held).blocks)[0].endswith("council 2015 and 2 more cells")


def test_an_expectation_can_be_linked_to():
    """Each has a place of its own."""
    table = shown().blocks[0]
    assert ["expectation-q-1", "expectation-q-2"] == [row.anchor for row in table.rows]


def test_a_score_stands_with_its_parts_and_the_numbers_it_rests_on():
    """Brier, Murphy's parts, skill; open ones are counted and left out."""
    told = said(shown().blocks)
    assert (
        "Brier score 0.065 over 2 resolved expectations with a number (0 is perfect, 1 the worst); 1 more with a "
        "number and no outcome left out. Its parts: reliability 0.065, resolution 0.250, uncertainty 0.250. Skill "
        "against always stating the base rate: 0.74."
    ) in told
    assert ["20% | 1 | 0%", "70% | 1 | 100%"] == told[-2:]


def test_where_all_came_out_the_same_there_is_no_skill():
    """The base rate is then perfect."""
    told = said(scored((0.7, 1)).blocks)[2]
    assert told.endswith("All came out the same, so there is no skill to measure.")
    assert "left out" not in told


def test_without_a_resolved_number_there_is_no_score():
    """It is not 0."""
    assert (
        "Of 2 expectations, none is resolved and has a number, so there is no score."
        == said(scored((0.7, None)).blocks)[-1]
    )


@pytest.mark.parametrize(("outcome", "words"), [(Outcome.NO, "no"), (Outcome.UNRESOLVABLE, "cannot be resolved")])
def test_every_outcome_has_its_words(outcome, words):
    """Unresolvable is not no."""
    held = Outlook((Looked(an_expectation("q", outcome=outcome, rule=""), (), scored=False),), score(()), ())
    assert f" | {words} | " in said(shown(held).blocks)[0]


def test_without_expectations_the_section_says_so():
    """An honest empty state."""
    assert ["The study records no expectation."] == said(shown(Outlook((), score(()), ())).blocks)


def test_first_reports_are_told_in_days_as_far_as_known():
    """A range, a day, a bound, or none."""
    told = said(shown(timings=(a_timing(),)).blocks)
    at = told.index("# First reports: Title of criticised")
    assert [
        "Council of the Valley | between 1 January 2015 and 31 January 2015 | f-1",
        "\u2068مجلس الشيوخ\u2069 | on 1 February 2014 | f-2",
        "The Movement | by 1 March 2014 | f-2",
        "Riders of the Ford and of Both Banks | not reported by 31 December 2017 | none",
    ] == told[at + 1 : at + 5]


def test_the_estimate_is_told_in_words():
    """Shares of groups by days, and nothing inside a range."""
    assert (
        "Over 4 groups, the share with a first report is estimated from these ranges as they are: 50% on 1 February "
        "2014; 25% between 1 January 2015 and 31 January 2015; 25% have none by the end of the window. Within a "
        "range the days cannot be told apart."
    ) == said(shown(timings=(a_timing(),)).blocks)[-1]


def test_an_estimate_that_had_not_settled_says_so():
    """The reader is warned."""
    timing = a_timing()
    restless = dataclasses.replace(timing, estimate=dataclasses.replace(timing.estimate, converged=False))
    assert said(shown(timings=(restless,)).blocks)[-1].endswith(
        "The computation ended before the estimate had settled."
    )


def test_a_figure_without_rows_has_no_first_report():
    """An honest empty state."""
    assert "The figure has no row." == said(shown(timings=(Timing("criticised", (), turnbull([])),)).blocks)[-1]
