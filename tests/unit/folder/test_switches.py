"""Switches: decisions another researcher might take differently."""

from dataclasses import replace

import pytest

from folder_factory import CODEBOOK, RULES, a_table, told
from riven.dates import Step
from riven.errors import StudyFolderError
from riven.folder.codebook import read_codebook
from riven.folder.rules import read_rules
from riven.folder.switches import TABLES, apply_option, check_switches
from riven.model.panel import CellState
from riven.model.rule import Edit, Option

DRAFT = read_codebook(a_table(CODEBOOK))
TINY = read_rules(a_table(RULES), DRAFT)


def applied(*edits):
    """Apply edits to the tiny rules."""
    return apply_option(TINY, Option("o", "An option.", edits))


def test_an_option_changes_what_its_edits_name_and_nothing_else() -> None:
    """Switches are kept, so that another can be tried."""
    (switch,) = TINY.switches
    rules = apply_option(TINY, switch.options[0])

    assert () == rules.measures["criticised"].attribution
    assert replace(TINY, measures=rules.measures) == rules
    assert TINY.measures["criticised"].attribution


@pytest.mark.parametrize(
    ("edit", "found", "expected"),
    [
        (Edit("dates", "", "step", "month"), lambda rules: rules.step, Step.MONTH),
        (Edit("dates", "", "publication_bound", value=False), lambda rules: rules.publication_bound, False),
        (Edit("focal", "", "family", []), lambda rules: rules.family, ()),
        (Edit("grouping", "", "coders", ["model"]), lambda rules: rules.coders, ("model",)),
        (Edit("rollup", "plain", "merges", ["leader"]), lambda rules: rules.rollups["plain"].merges, ("leader",)),
        (Edit("rollup", "", "rollup", "plain"), lambda rules: rules.rollup, "plain"),
        (Edit("rival", "", "minimum", 2), lambda rules: rules.rival.minimum, 2),
        (
            Edit("rival", "", "affiliation.states", ["possible"]),
            lambda rules: rules.rival.affiliation.states,
            ("possible",),
        ),
        (Edit("link", "leader", "gives", "possible"), lambda rules: rules.links["leader"].gives, CellState.POSSIBLE),
        (
            Edit("selector", "criticism", "without.act", ["endorse"]),
            lambda rules: rules.selectors["criticism"].without,
            {"act": ("endorse",)},
        ),
        (
            Edit("selector", "criticism", "where.act", ["condemn", "endorse"]),
            lambda rules: rules.selectors["criticism"].where,
            {"act": ("condemn", "endorse")},
        ),
        (
            Edit("camp", "opposed", "needs.0.any", ["defection"]),
            lambda rules: rules.camps[0].needs[0].any,
            ("defection",),
        ),
    ],
    ids=lambda value: value.attribute if isinstance(value, Edit) else "",
)
def test_any_attribute_can_be_edited(edit: Edit, found: object, expected: object) -> None:
    """Of settings, entries and parts of entries alike."""
    assert expected == found(applied(edit))


@pytest.mark.parametrize(
    ("edit", "gist"),
    [
        (Edit("mesure", "criticised", "rows", "rivals"), "unknown table 'mesure'  Expected one of selector, link"),
        (
            Edit("measure", "kriticised", "rows", "rivals"),
            "there is no measure 'kriticised'  Expected one of criticised",
        ),
        (Edit("measure", "", "rows", "rivals"), "there is no measure ''"),
        (Edit("network", "", "persistence", 1), "there is no network ''  Expected an empty id"),
        (Edit("rival", "x", "minimum", 1), "there is no rival 'x'  Expected an empty id"),
        (Edit("dates", "", "stp", "year"), "unknown attribute 'stp'  Expected step, undated, publication_bound"),
        (Edit("dates", "x", "step", "year"), "there is no dates 'x'"),
        (Edit("measure", "criticised", "id", "other"), "'id' cannot be edited"),
        (Edit("measure", "criticised", "rows.deeper", "x"), "'rows.deeper' cannot be edited"),
        (Edit("measure", "criticised", "rows.deeper.still", "x"), "'rows.deeper.still' cannot be edited"),
        (Edit("camp", "opposed", "needs.1.any", ["criticism"]), "'needs.1.any' cannot be edited"),
        (Edit("camp", "opposed", "needs.x.any", ["criticism"]), "'needs.x.any' cannot be edited"),
        (Edit("camp", "opposed", "needs.٠.any", ["criticism"]), "cannot be edited"),
        (Edit("camp", "opposed", f"needs.{'9' * 5000}.any", ["criticism"]), "cannot be edited"),
        (Edit("measure", "criticised", "rwos", "rivals"), "unknown key 'rwos'"),
        (Edit("measure", "criticised", "rows", "everybody"), "unknown rows 'everybody'"),
        (Edit("measure", "criticised", "selectors", ["x"]), "unknown selector 'x'"),
        (Edit("dates", "", "step", ["year"]), "'step' is a list"),
    ],
    ids=str,
)
def test_an_edit_that_does_not_apply_is_told(edit: Edit, gist: str) -> None:
    """With what would."""
    with pytest.raises(StudyFolderError) as caught:
        applied(edit)

    assert gist in str(caught.value)
    assert all(problem.path == "rules.toml" for problem in caught.value.problems)


def test_every_problem_of_an_option_is_told_at_once() -> None:
    """One edit after the other."""
    with pytest.raises(StudyFolderError) as caught:
        applied(Edit("x", "", "a", 1), Edit("measure", "y", "a", 1))

    assert 2 == len(caught.value.problems)


def checked(old, new):
    """Check the switches of changed rules: what is wrong with them."""
    assert old in RULES
    root = a_table(RULES.replace(old, new, 1), "rules.toml")
    check_switches(root, read_rules(root, DRAFT), DRAFT)
    return told(root.tree.problems)


def test_switches_that_apply_are_no_problem() -> None:
    """Nor are rules without any."""
    assert [] == checked("value = []", 'value = ["leader"]')
    assert [] == checked(RULES[RULES.index("\n[[switch]]") :], "")


def test_an_option_that_does_not_apply_is_told_where_it_is_written() -> None:
    """At its value, or at what it names."""
    assert [
        "rules.toml:89:9  option 'no' does not apply: unknown link 'x'  Expected one of leader ([[link]])."
    ] == checked("value = []", 'value = ["x"]')
    assert ["rules.toml:87:6  there is no measure 'x'  Expected one of criticised."] == checked(
        'id = "criticised"\nattribute', 'id = "x"\nattribute'
    )


def test_an_option_of_several_edits_is_told_as_a_whole() -> None:
    """Which of them is wrong, the sentence says."""
    more = 'value = []\n\n[[switch.option.edit]]\ntable = "dates"\nid = ""\nattribute = "step"\nvalue = "week"'
    (problem,) = checked("value = []", more)

    assert problem.startswith("rules.toml:81:1  option 'no' does not apply: unknown step 'week'")


def test_what_is_wrong_with_the_rules_themselves_is_not_told_again() -> None:
    """Each option would repeat it."""
    (problem,) = checked('where = { act = ["condemn"] }', 'where = { act = ["condem"] }')

    assert "option" not in problem


def test_a_missing_value_is_told_once() -> None:
    """By the reader of rules, not by the option."""
    (problem,) = checked("\nvalue = []", "")

    assert "missing key 'value'" in problem


def test_every_table_can_be_named() -> None:
    """Each once."""
    assert len(TABLES) == len(set(TABLES))
