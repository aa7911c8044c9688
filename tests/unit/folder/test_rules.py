"""rules.toml."""

import pytest

from folder_factory import CODEBOOK, RULES, a_table, told
from riven.dates import Step
from riven.folder.codebook import read_codebook
from riven.folder.rules import read_rules
from riven.model.claim import CoderType, Modality, Polarity
from riven.model.panel import CellState
from riven.model.rule import Independence, Rows, Undated

DRAFT = read_codebook(a_table(CODEBOOK))


def read(text, draft=DRAFT):
    """Read rules: what they say, and what is wrong with them."""
    root = a_table(text, "rules.toml")
    return read_rules(root, draft), told(root.tree.problems)


def changed(old, new):
    """Change the rules in one place."""
    assert old in RULES
    return RULES.replace(old, new, 1)


def test_rules_say_what_counts_as_what() -> None:
    """Every table ends up in them."""
    rules, problems = read(RULES)

    assert [] == problems
    assert (Step.YEAR, Undated.POSSIBLE, Independence.STORY) == (rules.step, rules.undated, rules.independence)
    assert (True, True, ("leader",)) == (rules.group_by_key, rules.publication_bound, rules.family)
    assert (CoderType.PERSON,) == rules.coders
    assert ["criticism", "defection"] == list(rules.selectors)
    assert ["opposed"] == [camp.id for camp in rules.camps]
    assert ["leaders"] == [switch.id for switch in rules.switches]


def test_what_an_entry_does_not_say_is_the_usual() -> None:
    """Affirmed findings in any modality; links that keep their strength; three lists of modalities."""
    rules, problems = read(
        RULES.replace('reported = ["asserted", "reported"]\npossible = ["believed", "rumoured"]\n', "")
        .replace('states = ["reported", "possible"]\nminimum = 1\n', "")
        .replace(
            '[rival.affiliation]\nany = ["defection"]\nstates = ["reported"]',
            '[rival.affiliation]\nany = ["defection"]',
        )
    )
    selector, link, measure = rules.selectors["defection"], rules.links["leader"], rules.measures["criticised"]

    assert [] == problems
    assert ((), Polarity.AFFIRMED, {}) == (selector.modalities, selector.polarity, selector.where)
    assert (CellState.REPORTED, {}) == (link.gives, link.only)
    assert (Modality.ASSERTED, Modality.REPORTED) == measure.reported
    assert (Modality.BELIEVED, Modality.RUMOURED) == measure.possible
    assert ((CellState.REPORTED, CellState.POSSIBLE), 1) == (rules.rival.states, rules.rival.minimum)
    assert (CellState.REPORTED,) == rules.rival.affiliation.states


def test_a_measure_may_count_no_doubtful_modality() -> None:
    """An empty list is no missing one."""
    rules, problems = read(changed('possible = ["believed", "rumoured"]', "possible = []"))

    assert ([], ()) == (problems, rules.measures["criticised"].possible)


@pytest.mark.parametrize("table", ["[rules]", "[rival]"])
def test_rules_without_a_head_or_a_rival_rule_are_none(table: str) -> None:
    """The other tables are checked all the same."""
    start = RULES.index(table)
    text = RULES[:start] + RULES[RULES.index("\n\n[[", start) :]
    rules, problems = read(text.replace('"criticism"]\nrows', '"critcism"]\nrows'))

    assert rules is None
    assert any(f"missing key '{table[1:-1]}'" in problem for problem in problems)
    assert any("unknown selector 'critcism'" in problem for problem in problems)


def test_what_a_rule_names_in_a_codebook_that_cannot_be_read_is_not_unknown() -> None:
    """Its own entries are checked all the same."""
    assert [] == read(changed('kind = "defection"', 'kind = "defect"'), None)[1]
    assert ["rules.toml:48:16  unknown link 'x'  Expected one of leader ([[link]])."] == read(
        changed('attribution = ["leader"]', 'attribution = ["x"]'), None
    )[1]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ('to = "partner"', 'to = "actor"', "a link from role 'actor' to itself"),
        ("where = { type", 'gives = "disputed"\nwhere = { type', "a link cannot give 'disputed'"),
        ("where = { type", 'only = { tone = ["x"] }\nwhere = { type', "unknown variable 'tone'"),
        (
            '["made", ',
            '["happened", ',
            "no kind this measure counts carries the date 'happened'  Expected one of made, rep",
        ),
        ('rows = "affiliated"', 'rows = "rivals"', "has only rivals as rows, so it cannot decide who is one"),
        ('row = ["from"]', "row = []", "'row' is empty"),
        ('row = ["from"]', 'row = ["from"]\npolarity = "denied"', "unknown polarity 'denied'"),
        ('row = ["from"]', 'row = ["from"]\napart = ["too"]', "unknown role 'too'"),
        ('row = ["from"]', 'row = ["from"]\nwithout = { count = ["1"] }', "unknown category of 'count' '1'"),
        ('coders = ["person"]', "coders = []", "'coders' is empty"),
        ('undated = "possible"', 'undated = "maybe"', "unknown undated 'maybe'"),
        ("group_by_key = true", "group_by_key = 1", "'group_by_key' is the number 1"),
        ("[[switch.option.edit]]", "[[switch.option.edits]]", "missing key 'edit'"),
        ('chosen = "Yes."', 'chosen = "{yes}"', "unknown placeholder '{yes}'"),
    ],
)
def test_a_mistake_in_a_rule_is_told(old: str, new: str, problem: str) -> None:
    """At its line, with what would be right."""
    _, problems = read(changed(old, new))

    assert any(problem in found for found in problems)


def test_a_camp_needs_a_condition() -> None:
    """Else everybody would be in it."""
    start = RULES.index("[[camp.needs]]")
    _, problems = read(RULES[:start] + RULES[RULES.index("[[switch]]") :])

    assert ["rules.toml:63:1  camp 'opposed' has no condition  Expected [[camp.needs]] or [[camp.lacks]]."] == problems


def test_an_entry_whose_name_is_broken_is_still_read() -> None:
    """All of its mistakes are told at once."""
    _, problems = read(
        changed('id = "criticism"\nsentence = "A statement against the focal group."', 'id = "C 1"\nsentence = "{x}"')
    )

    assert "'C 1' cannot serve as selector id" in problems[0]
    assert "unknown placeholder '{x}'" in problems[1]


def test_measures_of_several_kinds_may_use_the_dates_of_any() -> None:
    """The first that is given decides."""
    rules, problems = read(
        changed('selectors = ["criticism"]\n', 'selectors = ["criticism", "defection"]\n').replace(
            'dates = ["made", "reported"]', 'dates = ["happened", "made"]'
        )
    )

    assert [] == problems
    assert Rows.AFFILIATED is rules.measures["criticised"].rows
