"""Tests of `riven.report.argument.configurations`."""

import dataclasses

from report_argument import a_configuration, an_arguing_content, names_of, said
from riven.report.argument.configurations import SHOWN, configurations

LABELS = {"turf": "Turf", "kin": "Older kin", "divided": "Divided loyalties"}
CLEAR = {"council": (1.0, 0.0, 0.0), "elders": (0.0, 1.0, 0.0), "riders": (1.0, 1.0, 1.0), "movement": (0.0, 0.0, 0.0)}


def shown(*held):
    """Set the section."""
    return configurations(held or (a_configuration(),), names_of(an_arguing_content()), LABELS)


def tables(section):
    """Take the tables of a section."""
    return [block for block in section.blocks if block.sort == "table"]


def test_scores_are_shown_and_a_missing_one_is_no_number():
    """Neither 0 nor None; the id stands beside the name, since cautions use it."""
    assert [
        "Council of the Valley council | 1 | 0 | 0",
        "\u2068مجلس الشيوخ\u2069 elders | no score | 1 | 0",
        "Riders of the Ford and of Both Banks riders | 1 | 1 | 1",
    ] == said(shown().blocks)[1:4]


def test_when_no_model_survives_every_completion_it_is_said_in_plain_words():
    """Before any model is shown."""
    expected = (
        "! 1 score can be settled in 2 ways, and all of them were run: no model holds in all of them, so the cases at "
        "hand single out no combination."
    )
    assert expected in said(shown().blocks)


def test_a_model_that_survives_is_named_with_its_solution():
    """With the reminder that cautions come first."""
    told = said(shown(a_configuration(scores=CLEAR)).blocks)
    assert (
        "! Every score is settled, so there is one run: 2 models hold in every one, turf*kin (conservative); turf*kin "
        "(parsimonious). Read the cautions first."
    ) in told


def test_every_caution_is_told_once_with_the_range_of_its_numbers():
    """Beside the number of completions it applies in."""
    assert [
        "2 of 2 | 3 cases and 2 conditions: 2 to 3 of 4 combinations are observed. This describes the cases at hand; "
        "it is no finding about others.",
        "1 of 2 | All cases agree on turf, so nothing can be said about what this changes.",
        "1 of 2 | No combination shows divided: there is nothing to explain.",
        "1 of 2 | The cases of turf*kin do not agree on divided: see riders.",
    ] == said(tables(shown())[1:2])


def test_a_caution_met_twice_in_one_completion_counts_once():
    """More than all is impossible."""
    held = a_configuration(scores=CLEAR)
    run = held.completions.each[0]
    twice = dataclasses.replace(
        run.analysis, cautions=("Assumes 1 combination.", "Assumes 3 combinations.", "Assumes 2 combinations.")
    )
    done = dataclasses.replace(held.completions, each=(dataclasses.replace(run, analysis=twice),))
    told = said(tables(shown(dataclasses.replace(held, completions=done)))[1:2])
    assert ["1 of 1 | Assumes 1 combination.", "1 of 1 | Assumes 2 to 3 combinations."] == told


def test_models_are_shown_with_how_often_they_hold():
    """The fit is the least in any completion in which they do."""
    assert ["turf*kin | 1 of 2 | 1.00 | 1.00 | 0"] == said(tables(shown())[2:3])


def test_models_beyond_some_are_counted():
    """And the table of the build lists them all."""
    rows = {f"case-{number}": (None, None, float(number % 2)) for number in range(3)}
    held = a_configuration(scores=rows)
    models = held.completions.models(lambda analysis: analysis.parsimonious)
    table = next(table for table in tables(shown(held)) if "parsimonious" in table.caption)
    assert min(SHOWN, len(models)) == len(table.rows)
    assert (f"The {len(models) - SHOWN} that hold least often" in table.caption) == (len(models) > SHOWN)


def test_need_is_shown_as_a_range_over_completions():
    """From the worst to the best."""
    assert ["turf | 1.00 | 0.33 to 0.50", "~turf | 0.00 | 0.00", "kin | 1.00 | 0.50", "~kin | 0.00 | 0.00"] == said(
        tables(shown())[-1:]
    )


def test_what_cannot_be_measured_says_so():
    """No case has the outcome, so nothing can be needed for it."""
    told = said(tables(shown(a_configuration(scores={"council": (1.0, 0.0, 0.0)})))[-1:])
    assert "turf | cannot be told | 0.00" in told


def test_a_question_that_was_not_run_says_why():
    """Too many scores are missing, say."""
    refused = dataclasses.replace(a_configuration(), completions=None, refusal="There is no rival.", scores={})
    assert ["# Which factors divide?", "It was not run. There is no rival."] == said(shown(refused).blocks)


def test_without_questions_the_section_says_so():
    """An honest empty state."""
    section = configurations((), names_of(an_arguing_content()), LABELS)
    assert ["The rules put no question to configurations of factors."] == said(section.blocks)
