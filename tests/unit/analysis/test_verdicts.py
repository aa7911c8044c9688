"""Tests of `riven.analysis.verdicts`: results in a word, by the rules, from sorts of findings alone."""

from factories import a_kinship, a_move, a_scope, a_speech, settled, some_rules
from riven.analysis.counts import Register
from riven.analysis.question import Asked
from riven.analysis.sensitivity import Place
from riven.analysis.verdicts import Judge, conditions, docket_of, topic, topic_of

RIVAL = Place("rival", "", "hill", "")
CAMP = Place("camp", "", "hill", "")


def judged(*claims, actor="hill", rules=None):
    """Decide everything about an actor."""
    scope, findings = a_scope(*claims, rules=rules), settled(*claims, rules=rules)
    docket, register = docket_of(scope), Register(scope.evidence, findings, ())
    asked = [Asked(scope, question) for question in docket.questions.values()]
    held = register.counts(asked, told_apart=[False] * len(asked)).standing(len(findings))
    number = {own: place for place, own in enumerate(docket.questions)}

    def sorts(own, who, period):
        return held[number[own]].get(docket.row[who] * docket.width(own) + period, frozenset())

    return dict(Judge(docket, sorts, register).results(actor))


def test_a_question_is_asked_once_however_many_rules_ask_it():
    """Measures by their id, conditions by what they select and walk."""
    scope = a_scope()
    docket = docket_of(scope)
    asked = {topic(held) for held in conditions(scope.rules)} | {topic_of(m) for m in scope.rules.measures.values()}
    assert asked == set(docket.questions)
    assert {4, 1} == {docket.width(own) for own in docket.questions}


def test_an_actor_without_evidence_is_no_rival_and_has_no_row():
    """Nor camp, nor factor."""
    assert {RIVAL: "no rival"} == judged()


def test_an_actor_that_counts_as_another_is_no_rival():
    """What it does is the other's."""
    claims = a_kinship("k", "moor", "hill", "name-of"), a_move("m", "moor"), a_speech("s", "moor")
    rules = some_rules(rollup="together")
    assert {"no rival"} == set(judged(*claims, actor="moor", rules=rules).values())
    assert "rival" == judged(*claims, rules=rules)[RIVAL]


def test_an_affiliate_without_hostility_has_a_row_and_no_camp():
    """In the measures whose rows are affiliates."""
    found = judged(a_move("m"))
    assert "no rival" == found[RIVAL]
    assert CAMP not in found
    assert ["scolded"] * 4 == [place.measure for place in found if place.what == "cell"]


def test_a_rival_has_a_camp_and_a_row_in_every_measure():
    """By its own evidence."""
    found = judged(a_move("m"), a_speech("s"))
    assert ("rival", "firm") == (found[RIVAL], found[CAMP])
    assert "reported" == found[Place("cell", "scolded", "hill", "2015")]
    assert "not_searched" == found[Place("cell", "left", "hill", "2016")]
    assert 8 == sum(place.what == "cell" for place in found)
