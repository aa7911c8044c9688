"""What to expect of a rival."""

from dataclasses import replace
from datetime import date

from narrative_factory import worked
from riven.dates import parse
from riven.model.expectation import Expectation, Outcome
from riven.report.narrative.outlook import expectation, expected

ONE = Expectation("q", "Will they?", "By a source.", parse("2018/2020"), "The authors", actors=("heron-command",))


def told(**changes):
    """Tell an expectation."""
    return expectation(replace(ONE, **changes)).text


def test_an_expectation_says_who_asked_what_and_how_surely() -> None:
    """And that it is open."""
    assert (
        "Will they? The authors (stated April 2018) put it as “likely”; the study writes this down as 68%. The days in "
        "question: 2018 to 2020. The question is open." == told(stated=parse("2018-04"), term="likely", percent=68)
    )


def test_what_is_not_recorded_is_said_to_be_so() -> None:
    """No day, no word, no number."""
    assert told().startswith("Will they? The authors (when is not recorded) put no word to it; no number was put to it")


def test_what_came_of_it_is_told_with_day_and_reason() -> None:
    """Cited by the passages of both."""
    changes = {"outcome": Outcome.YES, "resolved_on": date(2021, 5, 3), "reason": "Two sources say so."}

    assert told(**changes).endswith("It came out as yes, as decided on 3 May 2021. Two sources say so.")
    sentence = expectation(replace(ONE, passages=("p-1",), resolution_passages=("p-2",)))
    assert (("p-1", "p-2"), ("q",)) == (sentence.passages, sentence.expectations)


def test_expectations_about_a_group_come_before_forecasts() -> None:
    """Those about others are left out."""
    telling = worked().telling()
    found = list(expected([ONE, replace(ONE, id="other", actors=("else",))], ["heron-command"], ["f-x-burnt"], telling))

    assert [("q",), ()] == [paragraph[0].expectations for paragraph in found]
    assert "Sources make these forecasts." == found[1][0].text
    assert [] == list(expected([ONE], ["else"], [], telling))
