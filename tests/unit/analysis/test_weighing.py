"""The cell rule at work: which findings bear on a row and period, and what each leaves open."""

from dataclasses import replace

import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_claim,
    a_kinship,
    a_measure,
    a_move,
    a_scope,
    a_selector,
    a_speech,
    an_actor,
    some_actors,
    some_rules,
)
from riven.analysis.doubts import Doubt
from riven.analysis.question import of_measure
from riven.analysis.weighing import deniable, weigh
from riven.dates import Step
from riven.model.claim import Modality
from riven.model.rule import Undated

NONE, DATE, UNDATED, MODALITY = Doubt.NONE, Doubt.DATE, Doubt.UNDATED, Doubt.MODALITY
LINK, FAMILY, DISPUTED, CONTRADICTED = Doubt.LINK, Doubt.FAMILY, Doubt.DISPUTED, Doubt.CONTRADICTED
ROWS = ("hill", "moor")
CROWD = "tone=scold heard=yes by=crowd"


def asked(*claims, measure=None, rows=ROWS, rules=None, **given):
    """Put a measure to some claims, each on an act of its own: what is said, the names of findings and the periods."""
    scope = a_scope(*claims, rules=replace(rules or some_rules(), group_by_key=False), **given)
    columns = scope.columns
    weighed = weigh(scope, of_measure(scope, measure or a_measure(), rows=rows, columns=columns))
    names = scope.evidence.findings["finding"]
    return weighed, names, [period.label for period in columns], rows


def support(*claims, **given):
    """List what supports: finding, row, period, doubt."""
    weighed, names, labels, rows = asked(*claims, **given)
    columns = weighed.support.select("key", "row", "period", "doubt").iter_rows()
    return [(names[key], rows[row], labels[period], Doubt(doubt)) for key, row, period, doubt in columns]


def against(*claims, **given):
    """List what speaks against: finding, row, period, and whether it covers the period."""
    weighed, names, labels, rows = asked(*claims, **given)
    columns = weighed.against.select("key", "row", "period", "covers").iter_rows()
    return [(names[key], rows[row], labels[period], covers) for key, row, period, covers in columns]


def doubts(*claims, period="2015", row="hill", **given):
    """Name what each finding leaves open about one cell."""
    return {finding: doubt for finding, of, when, doubt in support(*claims, **given) if (of, when) == (row, period)}


def test_a_dated_statement_in_the_sources_own_voice_leaves_nothing_open():
    """It bears on its own row and period only."""
    assert [("f-a", "hill", "2015", NONE)] == support(a_speech("a"))


OPEN = [
    pytest.param({"date": "published=2014/2015"}, DATE, id="a range that only meets the period"),
    pytest.param({"date": ""}, UNDATED, id="no date"),
    pytest.param({"modality": Modality.REPORTED}, NONE, id="on the word of others"),
    pytest.param({"modality": BELIEVED}, MODALITY, id="a belief"),
    pytest.param({"modality": RUMOURED, "date": ""}, MODALITY | UNDATED, id="an undated rumour"),
]


@pytest.mark.parametrize(("given", "expected"), OPEN)
def test_date_and_wording_may_leave_it_open(given, expected):
    """Each doubt is kept apart."""
    assert {"f-a": expected} == doubts(a_speech("a", **given))


def test_modalities_that_the_measure_does_not_list_do_not_count():
    """A measure may want assertions only, and a selector may rule more of them out."""
    strict = a_measure(reported=(Modality.ASSERTED,), possible=())
    rumours = some_rules().selectors["scolding"]
    rules = some_rules(selectors={"scolding": replace(rumours, modalities=(RUMOURED,))})

    assert [] == support(a_speech("a", modality=Modality.REPORTED), measure=strict)
    assert [("f-b", "hill", "2015", MODALITY)] == support(a_speech("a"), a_speech("b", modality=RUMOURED), rules=rules)


def test_forecasts_and_denials_never_count_by_default():
    """Unless the selector asks for them."""
    assert [] == support(a_speech("a", modality=Modality.FORECAST), a_speech("b", modality=DENIED))


def test_a_selector_may_count_denials():
    """Then they support, and are not held against it as well."""
    rules = some_rules()
    rules.selectors["denying"] = a_selector("denying", "speech", "who", "at", modalities=(DENIED,))
    measure = a_measure(selectors="denying", reported=(DENIED,))
    denial = a_speech("a", modality=DENIED)

    assert {"f-a": NONE} == doubts(denial, rules=rules, measure=measure)
    assert [] == against(denial, rules=rules, measure=measure)


def test_an_undated_act_bears_on_no_period_where_the_rules_ignore_it():
    """The rules decide what an undated act does."""
    assert [] == support(a_speech("a", date=""), rules=some_rules(undated=Undated.IGNORED))


def test_what_a_part_does_counts_for_the_whole_along_links_of_the_measure():
    """By the best way, and for the part as well."""
    measure = a_measure(attribution=("part-of-group", "splinter-of-group"))
    part, splinter = a_kinship("k", "moor", "hill", "part-of"), a_kinship("l", "moor", "hill", "splinter-of")

    assert [("f-a", "moor", "2015", NONE)] == support(a_speech("a", "moor"), part)
    assert {"f-a": LINK} == doubts(a_speech("a", "moor"), splinter, measure=measure)
    assert {"f-a": NONE} == doubts(a_speech("a", "moor"), splinter, part, measure=measure)


def test_an_act_of_two_parts_reaches_the_whole_once():
    """By the better way of the two."""
    measure = a_measure(attribution=("part-of-group", "splinter-of-group"))
    links = a_kinship("k", "lake", "hill", "part-of"), a_kinship("l", "moor", "hill", "splinter-of")

    assert {"f-a": NONE} == doubts(a_speech("a", "moor+lake"), *links, measure=measure)


def test_a_conditional_link_lets_only_some_acts_pass():
    """A variable that the kind of the act lacks is no obstacle."""
    measure = a_measure(selectors="scolding moving", dates="published happened", attribution=("crowd-of-group",))
    claims = [
        a_kinship("k", "hill", "lake", "part-of"),
        a_speech("crowd", "lake", values=CROWD),
        a_speech("chief", "lake"),
        a_move("move", "lake"),
    ]

    assert {"f-crowd": NONE, "f-move": NONE} == doubts(*claims, measure=measure)


def test_what_is_said_to_kin_of_the_focal_actor_counts_and_a_weak_kinship_leaves_it_open():
    """The family is closed before anything is weighed."""
    sure, believed = a_kinship("k", "river", "delta", "branch-of"), a_kinship("l", "river", "moor", "branch-of")
    claims = a_speech("a", at="delta"), a_speech("b", at="moor"), a_speech("c", at="lake")

    assert {"f-a": NONE, "f-b": FAMILY} == doubts(*claims, sure, replace(believed, modality=BELIEVED))


def test_a_dispute_of_coders_stays_one():
    """Whatever else it leaves open."""
    disagree = [
        a_speech("a", finding="x", coder="ann"),
        a_speech("b", finding="x", coder="bob", values="tone=warn heard=yes"),
    ]

    assert {"x": DISPUTED} == doubts(*disagree)
    assert {"x": DISPUTED | DATE} == doubts(
        *[replace(c, dates=a_speech("d", date="published=2015/2016").dates) for c in disagree]
    )


def test_a_denial_for_the_whole_period_contradicts_acts_that_surely_lie_in_it():
    """Those that only may lie in it can lie elsewhere."""
    denial = a_speech("d", date="published=2014/2015", polarity=NEGATED)
    claims = a_speech("a"), a_speech("b", date="published=2015/2016"), a_speech("c", modality=RUMOURED)

    assert {"f-a": CONTRADICTED, "f-b": DATE, "f-c": MODALITY | CONTRADICTED} == doubts(*claims, denial)


COVERS = [
    pytest.param({"date": "published=2015"}, True, id="the whole year"),
    pytest.param({"date": "published=2013/.."}, True, id="longer than the year"),
    pytest.param({"date": "published=2015-02/2015-12"}, False, id="a part of the year"),
    pytest.param({"date": "published=[2013,2015]"}, False, id="one of two years"),
    pytest.param({"date": "published={2014,2015}"}, True, id="both years"),
    pytest.param({"date": ""}, False, id="no date"),
    pytest.param({"date": "published=2015", "modality": RUMOURED}, False, id="a rumour"),
]


@pytest.mark.parametrize(("given", "expected"), COVERS)
def test_only_a_sure_denial_of_every_day_contradicts(given, expected):
    """Weaker ones are listed all the same."""
    denial = a_speech("d", polarity=NEGATED, **given)

    assert ("f-d", "hill", "2015", expected) in against(denial)
    assert {"f-a": CONTRADICTED if expected else NONE} == doubts(a_speech("a"), denial)


def test_somebody_who_denies_it_is_heard_but_contradicts_nothing():
    """What a party denies about itself is no finding that it was not so."""
    denial = a_speech("d", modality=DENIED)

    assert [("f-d", "hill", "2015", False)] == against(a_speech("a", date="published=2015-06"), denial)


def test_denials_reach_no_other_row():
    """That a part did nothing says nothing about the whole, nor does it contradict what comes along links."""
    part = a_kinship("k", "moor", "hill", "part-of")
    claims = a_speech("a", "moor"), a_speech("d", "moor", polarity=NEGATED, date="published=2015")
    measure = a_measure(attribution=("part-of-group",))

    assert [("f-d", "moor", "2015", True)] == against(*claims, part, measure=measure)
    assert {"f-a": NONE} == doubts(*claims, part, measure=measure)
    assert {"f-b": NONE} == doubts(
        a_speech("b", "moor"), a_speech("e", polarity=NEGATED, date="published=2015"), part, measure=measure
    )


def test_names_of_one_actor_deny_for_each_other():
    """Under a scheme that takes them for one, that is no inheritance."""
    rules = some_rules(rollup="together")
    claims = a_speech("a"), a_speech("d", "moor", polarity=NEGATED), a_kinship("k", "moor", "hill", "name-of")

    assert {"f-a": CONTRADICTED} == doubts(*claims, rules=rules, rows=("hill",))
    assert {"f-a": NONE} == doubts(*claims)


def test_the_absence_of_an_act_fills_its_dates():
    """So a rule about explicit negatives finds it in every period it meets, and an act contradicts it."""
    rules = some_rules()
    rules.selectors["silence"] = a_selector("silence", "speech", "who", "at", polarity=NEGATED)
    measure = a_measure(selectors="silence")
    silent = a_speech("a", date="published=2014/2015-06", polarity=NEGATED)

    assert [("f-a", "hill", "2014", NONE), ("f-a", "hill", "2015", NONE)] == support(
        silent, rules=rules, measure=measure
    )
    assert [("f-b", "hill", "2015", True)] == against(silent, a_speech("b"), rules=rules, measure=measure)


def test_a_state_of_affairs_fills_its_dates():
    """An act in the same range may lie in either year."""
    measure = a_measure(selectors="bonding moving", dates="happened")
    dated = {"date": "happened=2014/2015"}
    claims = a_bond("b", "hill", "river", "part-of", **dated), a_move("m", **dated)

    assert {"f-b": NONE, "f-m": DATE} == doubts(*claims, measure=measure)


def test_a_finding_that_two_selectors_pick_counts_once():
    """At its strongest."""
    rules = some_rules()
    rules.selectors["any"] = a_selector("any", "speech", "who", "at")
    measure = a_measure(selectors="scolding any", attribution=("splinter-of-group",))
    claim = a_claim("a", "speech", "who=hill for=moor at=river", "tone=scold heard=yes", "published=2015")

    found = support(claim, a_kinship("k", "moor", "hill", "splinter-of"), rules=rules, measure=measure)
    assert [("f-a", "hill", "2015", NONE), ("f-a", "moor", "2015", NONE)] == found


def test_nothing_that_may_lie_within_a_life_lies_outside_it():
    """An undated act is none of a year in which its actor did not exist."""
    actors = some_actors(hill=an_actor("hill", ends="2014"))

    assert [("f-a", "hill", "2014", UNDATED)] == support(a_speech("a", date=""), actors=actors)


def test_support_is_listed_by_row_period_and_finding():
    """In order of the periods of the study, whatever their step."""
    claims = a_speech("b"), a_speech("a", "moor", date="published=2015-05"), a_speech("c", date="published=2015-04")
    found = support(*claims, rules=some_rules(step=Step.QUARTER), window="2015-04/2015-09")

    assert [
        ("f-b", "hill", "2015-Q2", DATE),
        ("f-c", "hill", "2015-Q2", NONE),
        ("f-b", "hill", "2015-Q3", DATE),
        ("f-a", "moor", "2015-Q2", NONE),
    ] == found


def test_nothing_bears_on_anybody_where_there_are_no_claims():
    """And no row is needed to ask."""
    assert ([], []) == (support(), against())
    assert ([], []) == (support(a_speech("a"), rows=()), against(rows=()))


def test_deniable_is_what_an_actor_did_itself_on_a_known_date():
    """What comes along a link is not, nor what only may lie in the period."""
    claims = [a_speech("a"), a_speech("b", date=""), a_speech("c", "moor"), a_kinship("k", "moor", "hill", "part-of")]
    weighed, names, _, _ = asked(
        *claims, measure=a_measure(attribution=("part-of-group",)), window="2015", rows=("hill",)
    )
    marked = zip(names.gather(weighed.support["key"]), deniable(weighed.support, weighed.paths), strict=True)

    assert {"f-a": True, "f-b": False, "f-c": False} == dict(marked)
