"""Camps: the first whose conditions hold, nobody's where one is open, and the claims on both sides."""

from dataclasses import replace

import pytest

from factories import ANY, BELIEVED, NEGATED, a_bond, a_speech, some_inputs, some_rules
from riven.analysis import inputs
from riven.analysis.camps import UNCLASSIFIED, camp_of, judge_camps
from riven.analysis.conditions import Answer, ask
from riven.model.condition import Condition
from riven.model.rule import CampRule

SCOLDED = a_speech("scold")
PRAISED = a_speech("praise", values="tone=praise")
PERHAPS = a_speech("perhaps", values="tone=praise", modality=BELIEVED)


def judged(*claims, rivals=("hill",), **given):
    """Put rivals into camps, whatever made them rivals."""
    held = inputs.settled(some_inputs(*claims, **given))
    return judge_camps(held.scope, rivals, findings=held.findings)


def verdict(*claims, **given):
    """Put the hill into a camp."""
    (found,) = judged(*claims, **given)
    return found


def test_a_rival_is_in_the_camp_whose_conditions_hold():
    """It carries the rival's printed name."""
    found = verdict(SCOLDED)

    assert ("hill", "Hill", "firm") == (found.actor, found.label, found.camp)


def test_the_first_camp_that_holds_is_taken():
    """Whoever praised and scolded is split, and the next camp is not even told of."""
    found = verdict(SCOLDED, PRAISED)

    assert "split" == found.camp
    assert "'Firm'" not in found.why


def test_camps_are_tried_in_the_order_of_the_rules():
    """The same evidence, the other way round, with a camp that rules nothing out."""
    split, firm = some_rules().camps

    assert "firm" == verdict(SCOLDED, PRAISED, rules=some_rules(camps=(replace(firm, lacks=()), split))).camp


def test_every_rival_is_judged_in_the_order_given():
    """Each by its own evidence."""
    found = judged(
        SCOLDED, a_speech("m1", "moor"), a_speech("m2", "moor", values="tone=praise"), rivals=("moor", "hill")
    )

    assert [("moor", "split"), ("hill", "firm")] == [(each.actor, each.camp) for each in found]


def test_no_rivals_have_no_camps():
    """Nothing is asked."""
    assert () == judged(SCOLDED, rivals=())


def test_an_earlier_camp_that_is_open_leaves_a_rival_unclassified():
    """It might be the rival's own, whatever the later camps say; its claims are told on both sides."""
    camps = (some_rules().camps[0], CampRule("loud", "Loud", "Scolded.", needs=(Condition(("scolding",)),)))
    found = verdict(SCOLDED, PERHAPS, rules=some_rules(camps=camps))

    assert UNCLASSIFIED == found.camp
    assert (("scold",), ("perhaps",)) == (found.claims_for, found.claims_against)
    assert "The camp 'Split' is open: evidence of praise is not reported: f-perhaps (possible)." == found.why


def test_a_rival_that_no_camp_fits_is_unclassified():
    """Every camp says why it fails; what camps ask for and found speaks against belonging to none."""
    found = verdict(PRAISED)

    assert (UNCLASSIFIED, (), ("praise",)) == (found.camp, found.claims_for, found.claims_against)
    assert (
        "The camp 'Split' does not hold: no evidence of scolding, which it needs. The camp 'Firm' does not hold: no "
        "evidence of scolding, which it needs; evidence of praise, which it rules out: f-praise (reported). "
        "No camp of the rules fits."
    ) == found.why


def test_rules_without_camps_leave_everybody_unclassified():
    """And say so."""
    found = verdict(SCOLDED, rules=some_rules(camps=()))

    assert (UNCLASSIFIED, "No camp of the rules fits.") == (found.camp, found.why)


def test_a_camp_tells_what_it_rests_on_and_what_is_missing():
    """The camps before it say why they fail, and only by what fails."""
    assert (
        "The camp 'Split' does not hold: no evidence of praise, which it needs. "
        "The camp 'Firm' holds: evidence of scolding: f-scold (reported); no evidence of praise, which it rules out."
    ) == verdict(SCOLDED).why


def test_weak_evidence_of_what_a_camp_rules_out_leaves_it_open():
    """It is told as evidence that is not strong enough."""
    found = verdict(SCOLDED, PERHAPS, rules=some_rules(camps=some_rules().camps[1:]))

    assert (UNCLASSIFIED, ("scold",), ("perhaps",)) == (found.camp, found.claims_for, found.claims_against)
    assert "The camp 'Firm' is open" in found.why
    assert "evidence of praise is not reported: f-perhaps (possible)" in found.why


def test_one_condition_that_fails_decides_before_one_that_is_open():
    """Nobody scolded, so that the doubtful praise does not matter."""
    found = verdict(PERHAPS)

    assert "The camp 'Split' does not hold: no evidence of scolding, which it needs." in found.why


def test_what_only_another_camp_asks_for_speaks_against_a_camp():
    """The praise that the split camp needs, beside the scolding that both ask for."""
    firm = CampRule("firm", "Firm", "Scolded.", needs=(Condition(("scolding",), ANY),))
    found = verdict(SCOLDED, PRAISED, rules=some_rules(camps=(firm, some_rules().camps[0])))

    assert ("firm", ("scold",), ("praise",)) == (found.camp, found.claims_for, found.claims_against)


def test_explicit_negatives_of_what_a_camp_needs_speak_against_it():
    """Here a source that says there was no scolding in one of the years."""
    found = verdict(SCOLDED, a_speech("none", date="published=2016", polarity=NEGATED))

    assert ("firm", ("scold",), ("none",)) == (found.camp, found.claims_for, found.claims_against)


def test_claims_are_all_those_of_a_finding_each_once():
    """Two sources that tell of one act, and two conditions that rest on it."""
    twice = CampRule("loud", "Loud", "Scolded.", needs=(Condition(("scolding",)), Condition(("scolding", "praise"))))
    claims = [a_speech("one", finding="act"), a_speech("two", finding="act", source="s2")]

    assert ("one", "two") == verdict(*claims, rules=some_rules(camps=(twice,))).claims_for


def test_what_others_did_counts_along_the_links_of_a_condition():
    """The way it came is told."""
    leader = a_bond("leads", "chief", "hill", date="happened=2014/2017")
    found = verdict(a_speech("scold", "chief"), leader)

    assert "firm" == found.camp
    assert "f-scold (reported; Chief counts for Hill (leader of group, f-leads))" in found.why


def test_the_focal_actor_is_named_in_a_camp_label():
    """As the rules ask for it."""
    camp = CampRule("loud", "Loud at {focal}", "Scolded.", needs=(Condition(("scolding",)),))

    assert "The camp 'Loud at River' holds" in verdict(SCOLDED, rules=some_rules(camps=(camp,))).why


ANSWERS = [
    pytest.param((SCOLDED,), "firm", id="holds"),
    pytest.param((SCOLDED, PRAISED), "split", id="the first that holds"),
    pytest.param((SCOLDED, PERHAPS), UNCLASSIFIED, id="open"),
    pytest.param((), UNCLASSIFIED, id="none fits"),
]


@pytest.mark.parametrize(("claims", "expected"), ANSWERS)
def test_answers_alone_name_the_same_camp(claims, expected):
    """Without the sentences that say why."""
    scope = inputs.settled(some_inputs(*claims)).scope

    def answer_to(condition: Condition) -> Answer:
        return ask(scope, condition, rows=("hill",))["hill"]

    assert expected == camp_of(scope.rules.camps, answer_to)
    assert expected == verdict(*claims).camp
