"""Conditions: evidence that is enough, evidence that leaves a question open, and evidence against."""

from dataclasses import replace

import pytest

from factories import (
    ANY,
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_kinship,
    a_measure,
    a_move,
    a_scope,
    a_selector,
    a_speech,
    some_rules,
)
from riven.analysis.conditions import Answer, ask, ask_each, grounds_text, of_condition, state_of
from riven.analysis.doubts import Doubt
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.condition import Condition
from riven.model.panel import CellState

REPORTED, POSSIBLE, DISPUTED = CellState.REPORTED, CellState.POSSIBLE, CellState.DISPUTED
SCOLDED = Condition(("scolding",))
WARNED = "tone=warn heard=yes"


def answer(condition, *claims, actor="hill", **given):
    """Ask about one actor, over the whole window."""
    return ask(a_scope(*claims, **given), condition, rows=(actor,))[actor]


def found(condition, *claims, **given):
    """Name what an answer rests on, each finding with its strength."""
    return [(ground.finding, ground.state) for ground in answer(condition, *claims, **given).grounds]


STATES = [
    pytest.param(Doubt.NONE, REPORTED, id="none"),
    pytest.param(Doubt.DATE, POSSIBLE, id="date"),
    pytest.param(Doubt.UNDATED | Doubt.LINK, POSSIBLE, id="two that leave it open"),
    pytest.param(Doubt.DISPUTED, DISPUTED, id="coders conflict"),
    pytest.param(Doubt.CONTRADICTED, DISPUTED, id="sources conflict"),
    pytest.param(Doubt.DATE | Doubt.DISPUTED, DISPUTED, id="a conflict outweighs"),
]


@pytest.mark.parametrize(("doubt", "expected"), STATES)
def test_doubts_decide_the_state_a_finding_gives(doubt, expected):
    """None reports, a conflict disputes, and anything else leaves it possible."""
    assert expected is state_of(doubt)


MODALITIES = [
    pytest.param(Modality.ASSERTED, [("f-a", REPORTED)], id="asserted"),
    pytest.param(Modality.REPORTED, [("f-a", REPORTED)], id="on others' word"),
    pytest.param(BELIEVED, [("f-a", POSSIBLE)], id="believed"),
    pytest.param(RUMOURED, [("f-a", POSSIBLE)], id="rumoured"),
    pytest.param(Modality.FORECAST, [], id="forecast"),
    pytest.param(DENIED, [], id="denied"),
]


@pytest.mark.parametrize(("modality", "expected"), MODALITIES)
def test_wording_decides_how_sure_an_answer_is(modality, expected):
    """What is only denied or foretold is no evidence of the act, unless a selector asks for it."""
    assert expected == found(SCOLDED, a_speech("a", modality=modality))


def test_a_selector_that_asks_for_forecasts_gets_them_as_possible():
    """Whatever a selector lists counts; a forecast stays open."""
    picked = a_selector("foretold", "speech", "who", "at", modalities=(Modality.FORECAST,))
    rules = some_rules(selectors=some_rules().selectors | {"foretold": picked})

    told = a_speech("a", modality=Modality.FORECAST)
    assert [("f-a", POSSIBLE)] == found(Condition(("foretold",)), told, a_speech("b", values=WARNED), rules=rules)


def test_a_date_anywhere_in_the_window_is_surely_in_it():
    """However uncertain the year is; one that may lie before the window leaves it open."""
    assert [("f-a", REPORTED)] == found(SCOLDED, a_speech("a", date="published=2014/2017"))
    assert [("f-a", POSSIBLE)] == found(SCOLDED, a_speech("a", date="published=2013/2014"))
    assert [] == found(SCOLDED, a_speech("a", date="published=2012"))


def test_any_of_several_selectors_will_do():
    """Findings of all of them are grounds."""
    claims = a_speech("a"), a_move("b")

    assert [("f-a", REPORTED), ("f-b", REPORTED)] == sorted(found(Condition(("scolding", "moving")), *claims))


def test_grounds_come_strongest_first():
    """Reported before disputed before possible, whatever their names."""
    claims = (
        a_speech("a", modality=RUMOURED),
        a_speech("b", values=WARNED, date="published=2016", finding="b"),
        a_speech("b2", values=WARNED, date="published=2016", finding="b", polarity=NEGATED, coder="bob"),
        a_speech("c", values=WARNED, date="published=2017"),
    )

    assert [("f-c", REPORTED), ("b", DISPUTED), ("f-a", POSSIBLE)] == found(SCOLDED, *claims)


def test_only_grounds_that_are_strong_enough_are_enough():
    """The others bear on the question all the same."""
    held = answer(SCOLDED, a_speech("a", modality=RUMOURED), a_speech("b", values=WARNED))

    assert ["f-b"] == [ground.finding for ground in held.enough((REPORTED,))]
    assert ["f-b", "f-a"] == [ground.finding for ground in held.enough(ANY)]
    assert () == held.enough((DISPUTED,))


def test_an_actor_without_evidence_has_an_empty_answer():
    """Every actor asked about has one."""
    answers = ask(a_scope(a_speech("a")), SCOLDED, rows=("moor", "hill"))

    assert ["moor", "hill"] == list(answers)
    assert Answer() == answers["moor"]
    assert answers["hill"].grounds


def test_a_finding_against_the_whole_window_refutes():
    """One for a part of it speaks against, and refutes nothing."""
    part = a_speech("none", values=WARNED, date="published=2015", polarity=NEGATED)
    whole = a_speech("none", values=WARNED, date="published=2014/2017", polarity=NEGATED)

    held = answer(SCOLDED, part)
    assert (("f-none",), False) == (held.against, held.refuted)
    held = answer(SCOLDED, whole)
    assert (("f-none",), True) == (held.against, held.refuted)


def test_a_finding_against_the_whole_window_contradicts_an_act_in_it():
    """The two dispute each other."""
    whole = a_speech("none", values=WARNED, date="published=2014/2017", polarity=NEGATED)

    assert [("f-a", DISPUTED)] == found(SCOLDED, a_speech("a"), whole)


def test_a_denial_speaks_against_and_refutes_nothing():
    """Who denies an act does not show that there was none."""
    held = answer(SCOLDED, a_speech("a", date="published=2014/2017", modality=DENIED))

    assert ((), ("f-a",), False) == (held.grounds, held.against, held.refuted)


def test_links_carry_what_others_did():
    """Only along those the condition names, and with the way it came."""
    claims = a_bond("leads", "chief", "hill", date="happened=2014/2017"), a_speech("a", "chief")
    linked = Condition(("scolding",), attribution=("leader-of-group",))

    (ground,) = answer(linked, *claims).grounds
    assert ["f-leads"] == [step.finding for step in ground.path.steps]
    assert () == answer(SCOLDED, *claims).grounds


def test_a_link_that_weakens_leaves_the_question_open():
    """What a splinter did may count."""
    linked = Condition(("scolding",), attribution=("splinter-of-group",))

    assert [("f-a", POSSIBLE)] == found(linked, a_speech("a", "moor"), a_kinship("k", "moor", "hill", "splinter-of"))


def test_each_period_has_an_answer_of_its_own():
    """In order, with what is for and against in it."""
    scope = a_scope(a_speech("a"), a_speech("none", values=WARNED, date="published=2016", polarity=NEGATED))
    held = ask_each(scope, SCOLDED, rows=("hill", "moor"), columns=scope.columns)

    assert [[], ["f-a"], [], []] == [[ground.finding for ground in one.grounds] for one in held["hill"]]
    assert [(), (), ("f-none",), ()] == [one.against for one in held["hill"]]
    assert [False, False, True, False] == [one.refuted for one in held["hill"]]
    assert (Answer(),) * 4 == held["moor"]


DATES = [
    pytest.param("scolding", ("published", "made", "reported"), id="of the measure that asks for it"),
    pytest.param("praise", ("made", "published", "reported"), id="of the kind where no measure does"),
]


@pytest.mark.parametrize(("selector", "expected"), DATES)
def test_the_date_that_decides_is_that_of_the_first_measure(selector, expected):
    """Else the first that the kind lists."""
    later = a_measure("later", "scolding praise", dates="reported")
    rules = some_rules()
    first = replace(rules.measures["scolded"], selectors=("scolding",))
    scope = a_scope(rules=replace(rules, measures={"scolded": first}))
    both = a_scope(rules=replace(rules, measures={"scolded": first, "later": later}))

    def dates(held):
        question = of_condition(held, Condition((selector,)), rows=("hill",), columns=held.columns)
        return question.dates[selector]

    assert tuple(DateRole(role) for role in expected) == dates(scope)
    assert (dates(scope) if selector == "scolding" else (DateRole.REPORTED,)) == dates(both)


def test_grounds_are_told_with_strength_and_way():
    """A few of them; the rest is counted."""
    claims = [
        a_speech(name, who, values=WARNED, date=f"published=201{year}")
        for name, who, year in [("a", "hill", 4), ("b", "chief", 5), ("c", "hill", 6), ("d", "hill", 7)]
    ]
    scope = a_scope(*claims, a_bond("leads", "chief", "hill", date="happened=2014/2017"))
    linked = Condition(("scolding",), attribution=("leader-of-group",))

    assert (
        "f-a (reported), f-b (reported; Chief counts for Hill (leader of group, f-leads)), f-c (reported) and 1 more"
    ) == grounds_text(scope, ask(scope, linked, rows=("hill",))["hill"].grounds)
