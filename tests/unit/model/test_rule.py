"""Rules as data: the defaults a rule has when a study does not say otherwise."""

import pytest

from riven.model.claim import Modality, Polarity
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import (
    CampRule,
    Edit,
    Independence,
    Link,
    Measure,
    Option,
    RivalRule,
    Rollup,
    Rows,
    Selector,
    Switch,
    Undated,
)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (["actors", "affiliated", "rivals"], Rows),
        (["story", "outlet"], Independence),
        (["possible", "ignored"], Undated),
    ],
)
def test_the_words_of_the_rules_are_fixed(expected, words):
    """rules.toml takes these values and no others."""
    assert expected == [str(word) for word in words]


def test_a_selector_picks_affirmed_findings_of_any_category():
    """Conditions are stated; modalities left empty mean all but denied and forecast."""
    selector = Selector("s", "Sentence.", "statement", ("speaker",))
    assert ((), {}, {}, (), Polarity.AFFIRMED) == (
        selector.against, dict(selector.where), dict(selector.without), selector.modalities, selector.polarity,
    )  # fmt: skip


def test_a_selector_cannot_be_edited_in_place():
    """Alternatives are new rules."""
    with pytest.raises(TypeError):
        Selector("s", "Sentence.", "statement", ("speaker",)).where["act"] = ("warn",)


def test_a_link_keeps_the_strength_of_what_it_passes_unless_weakened():
    """Inheritance that weakens evidence says so."""
    assert CellState.REPORTED is Link("l", "Sentence.", "lineage", "child", "parent").gives


def test_a_rollup_without_merges_keeps_every_actor_apart():
    """Identity is declared, never assumed."""
    assert () == Rollup("article", "Sentence.").merges


def test_rumour_and_belief_make_a_cell_at_most_possible():
    """What is denied or forecast counts for nothing unless a measure lists it."""
    measure = Measure("m", "Title", "Sentence.", ("s",), Rows.ACTORS, ())
    assert (Modality.ASSERTED, Modality.REPORTED) == measure.reported
    assert (Modality.BELIEVED, Modality.RUMOURED) == measure.possible


def test_a_condition_wants_reported_evidence():
    """Weaker evidence leaves the question open unless the rule accepts it."""
    assert (CellState.REPORTED,) == Condition(("s",)).states


def test_one_reported_or_possible_cell_makes_a_rival():
    """The default threshold is one cell."""
    rule = RivalRule("Sentence.", (), Condition(("s",)), "criticised")
    assert ((CellState.REPORTED, CellState.POSSIBLE), 1) == (rule.states, rule.minimum)


def test_a_camp_and_a_switch_hold_what_they_are_given():
    """Conditions and alternatives are plain tuples, in order."""
    edit = Edit("selector", "s", "where", {"act": ["warn"]})
    switch = Switch("denial", "Does it count?", "Yes.", (Option("no", "No.", (edit,)),))
    assert (edit,) == switch.options[0].edits
    assert ((), ()) == (CampRule("c", "Camp", "S.").needs, CampRule("c", "Camp", "S.").lacks)
