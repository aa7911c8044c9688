"""Tests of `riven.report.argument.rivalry`."""

import dataclasses

from report_argument import (
    RIVALS,
    an_arguing_content,
    argument_rules,
    names_of,
    no_arguments,
    said,
    some_arguments,
    targets,
)
from riven.model.argument import Argument
from riven.report.argument.rivalry import Around, rivalry

ELDERS = "\u2068مجلس الشيوخ\u2069"
RIDERS = "Riders of the Ford and of Both Banks"


def shown(rules=None, told=None):
    """Set the section and its panels."""
    content = an_arguing_content()
    held = told or some_arguments(content)
    return rivalry(held, rules or argument_rules(), names_of(content), Around("newcomers", RIVALS))


def test_steps_are_shown_year_by_year_reported_and_possible():
    """A hostile tie without a step says so; nothing is a dash."""
    assert [
        "Council of the Valley | nothing found | ● words, ◐ blows | hostile, no step | nothing found",
        f"{ELDERS} | nothing found | nothing found | nothing hostile found | nothing found",
        f"{RIDERS} | nothing found | nothing found | nothing found | nothing found",
    ] == said(shown()[0].blocks)[3:6]


def test_steps_of_the_focal_group_are_shown_as_well():
    """Rivalry has two directions."""
    tables = [block for block in shown()[0].blocks if block.sort == "table"]
    assert "How far The Newcomers went against its rivals" == tables[1].caption
    assert "Council of the Valley | nothing found | nothing found | nothing found | nothing found" == said(tables)[3]


def test_everybody_tied_to_the_focal_group_has_a_row_of_signs():
    """With a word beside each sign, and possible ties told from reported ones."""
    assert [
        "Council of the Valley | nothing found | − hostile | nothing found | nothing found",
        f"{ELDERS} | nothing found | = neutral, possible | + friendly, possible | nothing found",
    ] == said(shown()[0].blocks)[-2:]


def test_a_name_opens_the_findings_and_leads_back():
    """Who is tied to nobody is no link."""
    section, panels = shown()
    assert {"tie-council", "tie-elders"} == targets(section.blocks)
    anchors = {row.anchor for block in section.blocks if block.sort == "table" for row in block.rows if row.anchor}
    assert anchors == {panel.at for panel in panels}


def test_a_panel_lists_ties_by_sort_direction_and_sign_with_the_years_they_stand_in():
    """A year in which a tie only goes on is told from the year of the act."""
    council, elders = shown()[1]
    assert [
        "# Words, from Council of the Valley to The Newcomers: hostile",
        "- f-1: The council told the newcomers to leave. (2015 reported; 2016 reported, going on)",
    ] == said(council.blocks)
    assert ["# Bond, both ways: friendly", "- f-lineage: The council told the newcomers to leave. (2016 possible)"] == (
        said(elders.blocks)
    )


def test_ties_between_others_are_left_out():
    """The section is about the focal group."""
    assert not any("f-2" in line for panel in shown()[1] for line in said(panel.blocks))


def test_a_reading_that_says_more_stands_behind_the_one_that_is_sure():
    """Reported first, then what may be."""
    content = an_arguing_content()
    told = some_arguments(content)
    mixed = [
        dataclasses.replace(each, graph=dataclasses.replace(each.graph, ties={}, mixed=(("newcomers", "council"),)))
        if (each.period, each.reading) == ("2015", "reported or possible")
        else each
        for each in told.argued.network.slices
    ]
    network = dataclasses.replace(told.argued.network, slices=tuple(mixed))
    section, _ = shown(told=some_arguments(content, network=network))
    assert "Council of the Valley | nothing found | − hostile; ± mixed, possible | nothing found | nothing found" in (
        said(section.blocks)
    )


def test_without_a_scale_no_steps_are_shown():
    """Ties are shown all the same."""
    rules = argument_rules()
    plain = dataclasses.replace(rules, network=dataclasses.replace(rules.network, levels=()))
    assert "# Step by step" not in said(shown(plain)[0].blocks)


def test_without_ties_the_section_says_so():
    """Honest empty states: nothing declared, nothing found."""
    content = an_arguing_content()
    nothing = no_arguments(content)
    assert ["The rules declare no ties."] == said(shown(Argument(), nothing)[0].blocks)
    section, panels = shown(told=nothing)
    assert "Nobody is tied to The Newcomers by any finding." == said(section.blocks)[-1]
    assert () == panels
