"""Tests of `riven.report.argument.factors`."""

import pytest

from report_argument import a_verdict, an_arguing_content, names_of, no_arguments, said, some_arguments, targets
from riven.report.argument.factors import factors


def shown(**changes):
    """Set the section and its panels."""
    content = an_arguing_content()
    told = some_arguments(content, **changes)
    return factors(told, content.rules.argument.factors, names_of(content))


def panel(anchor):
    """Take one panel."""
    return next(panel for panel in shown()[1] if panel.anchor == anchor)


def test_derived_and_stated_judgements_stand_beside_each_other_with_sign_and_word():
    """What is open says so, and what differs says so."""
    assert [
        "Council of the Valley | ● present / authors: present | ○ absent",
        "\u2068مجلس الشيوخ\u2069 | ≠ disputed ? / authors differ: absent | ◐ some factions",
        "Riders of the Ford and of Both Banks | · not coded / authors: nothing | · not coded",
    ] == said(block for block in shown()[0].blocks if block.sort == "grid")


def test_every_cell_is_read_out_in_words():
    """Sign, colour and place say nothing that is not said."""
    grid = next(block for block in shown()[0].blocks if block.sort == "grid")
    assert "\u2068مجلس الشيوخ\u2069, Turf: derived disputed, open; authors differ: absent" == grid.rows[1][1][0].words


def test_the_key_names_only_what_occurs():
    """A sign is explained where it is used."""
    section, _ = shown(factors=(a_verdict("turf", "council", "present"), a_verdict("kin", "council", "present")))
    grid = next(block for block in section.blocks if block.sort == "grid")
    assert ["present"] == [line.label for line in grid.key]


def test_every_cell_opens_a_panel_that_leads_back_to_it():
    """Both ways."""
    section, panels = shown()
    grid = next(block for block in section.blocks if block.sort == "grid")
    marks = [mark for _, row in grid.rows for mark in row]
    assert {(mark.anchor, mark.at) for mark in marks} == {(panel.anchor, panel.at) for panel in panels}


def test_a_panel_says_what_speaks_for_it_and_against_it_and_what_authors_say():
    """With the rule, the reasons, and every year, a year that differs with its own reasons."""
    assert [
        "Both want the valley.",
        "Because.",
        "# Speaks for it",
        "- f-1: The council told the newcomers to leave.",
        "# Speaks against it",
        "- f-3: The council told the newcomers to leave.",
        "# Authors say: present",
        "- f-1: The council told the newcomers to leave.",
        "# Period by period",
        "- 2014: ● present (1 finding for it)",
        "- 2015: ≠ disputed (1 finding for it, 1 finding against it) Because.",
    ] == said(panel("factor-turf:council").blocks)


def test_findings_in_a_panel_are_links():
    """Down to the claims and passages."""
    assert {"finding-f-1", "finding-f-3"} == targets(panel("factor-turf:council").blocks)


def test_a_panel_without_evidence_says_so():
    """Not coded is shown with what is missing."""
    assert ["Kin to others.", "Because.", "# Speaks for it", "No finding.", "# Speaks against it", "No finding."] == (
        said(panel("factor-kin:riders").blocks)
    )


def test_a_difference_is_explained_without_repeating_the_reasons():
    """They stand in the panel the row leads to."""
    section, _ = shown()
    rows = said(block for block in section.blocks if block.sort == "table")
    assert ["Turf, \u2068مجلس الشيوخ\u2069 | ≠ disputed | ○ absent | Authors say absent, derived disputed."] == rows
    assert "factor-turf:elders" in targets(section.blocks)
    assert "Why they differ: Authors say absent, derived disputed." in said(panel("factor-turf:elders").blocks)


def test_agreement_is_counted():
    """Where one side is not coded, neither agreement nor contradiction is claimed."""
    told = "Of 3 judgements, derived and stated agree in 1 and contradict each other in 1; in 1 one side or both"
    assert any(line.startswith(told) for line in said(shown()[0].blocks))


def test_where_all_agree_no_difference_is_listed():
    """The sentence says it."""
    content = an_arguing_content()
    agreeing = some_arguments(content).argued.stated[:1]
    section, _ = shown(stated=agreeing)
    assert said(section.blocks)[-1].startswith("Of 1 judgement, derived and stated agree in 1 and contradict")


@pytest.mark.parametrize(
    ("rules", "expected"),
    [
        ({}, ["The rules declare no factors."]),
        (None, ["- Turf: Both want the valley.", "- Older kin: Kin to others.", "There is no rival to judge."]),
    ],
)
def test_without_factors_or_rivals_the_section_says_so(rules, expected):
    """An honest empty state."""
    content = an_arguing_content()
    held = content.rules.argument.factors if rules is None else rules
    section, panels = factors(no_arguments(content), held, names_of(content))
    assert expected == said(section.blocks)
    assert () == panels


def test_without_statements_of_authors_the_section_says_so():
    """Nothing stated is not agreement."""
    assert "No factor has a rule for what authors state." in said(shown(stated=())[0].blocks)
