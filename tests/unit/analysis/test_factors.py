"""Whether a factor sets a group apart: what must hold, what speaks against it, and what authors say themselves."""

from dataclasses import replace

import pytest

from argument_factory import MEANS, REPORTED, a_factor, a_stated_factor, argued, asked
from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    a_bond,
    a_claim,
    a_kinship,
    an_actor,
    some_actors,
    some_rules,
)
from riven.analysis.factors import claims_of, compare_stated, judge_factors
from riven.analysis.timing import DatePolicy
from riven.model.argument import Argument, Judgement
from riven.model.panel import CellState
from riven.model.rule import Rollup, Undated

WHOLE = "2014–2017"
YEARS = ("2014", "2015", "2016", "2017")
PRESENT, ABSENT, SOME, DISPUTED, NOT_CODED = (
    Judgement.PRESENT,
    Judgement.ABSENT,
    Judgement.SOME_FACTIONS,
    Judgement.DISPUTED,
    Judgement.NOT_CODED,
)
PART = a_kinship("part", "moor", "hill", "part-of")
HELD = "f-held"


def ground(name="held", who="hill", hold="held", date="happened=2014/2017", **given):
    """Build ground that somebody holds or seeks."""
    return a_claim(name, "ground", f"who={who}", f"hold={hold}", date, **given)


def sought(name="sought", who="river", **given):
    """Build ground that the focal group seeks."""
    return ground(name, who, "sought", **given)


def aid(name="aid", who="hill", state="", date="happened=2014/2017", **given):
    """Build the aid of a state."""
    return a_claim(name, "aid", f"who={who}" + (f" state={state}" if state else ""), "", date, **given)


def attack(name="attack", who="river", on="", date="happened=2015", **given):
    """Build an attack on a state."""
    return a_claim(name, "attack", f"who={who}" + (f" object={on}" if on else ""), "form=raid", date, **given)


def view(name, verdict, who="hill", date="", **given):
    """Build an author's own judgement."""
    return a_claim(name, "view", f"who={who} focal=river", f"matter=turf verdict={verdict}", date, **given)


def verdicts(factor, *claims, rows=("hill",), policy=DatePolicy.OPEN, **given):
    """Judge one factor, by actor and period."""
    held = argued(*claims, argument=Argument(factors={factor.id: factor}), **given)
    found = judge_factors(replace(held.scope, policy=policy), rows, findings=held.findings)
    return {(verdict.actor, verdict.period): verdict for verdict in found}


def overall(factor, *claims, **given):
    """Judge one factor for the hill, over the window."""
    return verdicts(factor, *claims, **given)["hill", WHOLE]


TURF = a_factor("holding", focal=("seeking",))


def test_a_factor_is_present_where_everything_holds_on_both_sides():
    """It cites the group's findings first, then those on the focal actor, and all their claims."""
    verdict = overall(TURF, ground(), sought())

    assert (PRESENT, False) == (verdict.judgement, verdict.is_open)
    assert (HELD, "f-sought") == verdict.findings_for
    assert ("held", "sought") == verdict.claims_for
    assert () == verdict.findings_against
    assert "Present. For it: f-held (reported). On River: f-sought (reported)." == verdict.why


def test_nothing_coded_is_not_absence():
    """A group without a finding is not coded, and what is known of the focal actor alone speaks for nothing."""
    verdict = overall(TURF, sought())

    assert (NOT_CODED, False, ()) == (verdict.judgement, verdict.is_open, verdict.findings_for)
    assert "Not coded, which does not mean absent. No finding of holding." == verdict.why


def test_a_condition_on_the_focal_actor_must_hold_as_well():
    """What the focal actor does not do sets nobody apart from it."""
    verdict = overall(TURF, ground())

    assert NOT_CODED is verdict.judgement
    assert (
        "Not coded, which does not mean absent. For it: f-held (reported). No finding on River of seeking."
        == verdict.why
    )


def test_every_condition_on_a_group_must_hold():
    """One of two is not enough."""
    assert NOT_CODED is overall(a_factor("holding", "aided"), ground()).judgement


def test_each_period_has_a_verdict_of_its_own():
    """Over the window it asks what held at some time, in a period what held at once."""
    found = verdicts(TURF, ground(date="happened=2014"), sought(date="happened=2016"))

    assert PRESENT is found["hill", WHOLE].judgement
    assert dict.fromkeys(YEARS, NOT_CODED) == {year: found["hill", year].judgement for year in YEARS}


def test_an_undated_state_of_affairs_may_hold_in_any_period():
    """It makes the factor present everywhere, and open everywhere."""
    found = verdicts(a_factor("holding"), ground(date=""))

    assert {(PRESENT, True)} == {(verdict.judgement, verdict.is_open) for verdict in found.values()}


def test_every_actor_has_a_verdict_over_the_window_and_one_a_period():
    """In the order of factors, actors and periods."""
    found = verdicts(a_factor("holding"), ground(), rows=("hill", "moor"))

    assert [(actor, period) for actor in ("hill", "moor") for period in (WHOLE, *YEARS)] == list(found)


def test_nobody_asked_about_is_nothing_judged():
    """No actors, no verdicts, and no comparison either."""
    held = argued(argument=Argument(factors={"turf": a_stated_factor("holding")}))

    assert () == judge_factors(held.scope, (), findings=held.findings)
    assert () == compare_stated(held.scope, (), findings=held.findings)


def test_what_comes_from_factions_holds_for_some_factions():
    """A faction's ground is no ground of the group."""
    assert SOME is overall(TURF, ground(who="moor"), sought(), PART).judgement


def test_one_condition_known_of_factions_only_keeps_the_factor_to_factions():
    """Whatever else the group itself does."""
    factor = a_factor("holding", "aided")

    assert SOME is overall(factor, ground(who="moor"), aid(), PART).judgement


def test_ground_of_the_group_itself_beside_that_of_a_faction_makes_it_present():
    """It is open where only the faction's ground is sure."""
    faction = ground("faction", "moor")

    assert (PRESENT, False) == told(overall(a_factor("holding"), ground(), faction, PART))
    assert (PRESENT, True) == told(overall(a_factor("holding"), ground(date=""), faction, PART))


def told(verdict):
    """Take of a verdict what it says and whether it is open."""
    return verdict.judgement, verdict.is_open


def test_a_faction_that_counts_as_the_group_under_the_scheme_is_the_group():
    """Where the scheme of identity merges it there are no factions to tell apart."""
    rules = some_rules(rollups={"one": Rollup("one", "All one.", ("part-of-group",))}, rollup="one")

    assert PRESENT is overall(TURF, ground(who="moor"), sought(), PART, rules=rules).judgement


def test_evidence_for_and_against_is_a_dispute():
    """Both sides are cited."""
    verdict = overall(a_factor("holding", absent=("aided",)), ground(), aid())

    assert (DISPUTED, False) == told(verdict)
    assert ((HELD,), ("f-aid",)) == (verdict.findings_for, verdict.findings_against)
    assert ("aid",) == verdict.claims_against
    assert "Disputed: the evidence conflicts. For it: f-held (reported). Against it: f-aid (reported)." == verdict.why


def test_evidence_against_from_factions_leaves_it_to_the_others():
    """Some factions are set apart and some are not."""
    factor = a_factor("holding", absent=("aided",))

    assert (SOME, False) == told(overall(factor, ground(), aid(who="moor"), PART))
    assert (SOME, True) == told(overall(factor, ground(), aid(who="moor", date=""), PART))


def test_evidence_against_alone_makes_it_absent():
    """But not evidence about factions, which says nothing of the rest."""
    factor = a_factor("holding", absent=("aided",))

    assert (ABSENT, False) == told(overall(factor, aid()))
    assert (ABSENT, True) == told(overall(factor, aid(date="")))
    assert NOT_CODED is overall(factor, aid(who="moor"), PART).judgement


def test_what_is_said_not_to_be_so_is_absent_where_nothing_else_is_found():
    """Surely so where it is said for the whole window; an undated word leaves that open."""
    denied = overall(a_factor("holding"), ground(polarity=NEGATED))

    assert (ABSENT, False) == told(denied)
    assert (HELD,) == denied.findings_against
    assert "Absent. Said not to be so: f-held. No finding of holding." == denied.why
    assert (ABSENT, True) == told(overall(a_factor("holding"), ground(polarity=NEGATED, date="")))
    assert (ABSENT, True) == told(overall(a_factor("holding"), ground(modality=DENIED)))


def test_what_is_said_not_to_be_so_of_the_focal_actor_is_absent_too():
    """The focal actor that seeks no ground threatens nobody's."""
    assert ABSENT is overall(TURF, ground(), sought(polarity=NEGATED)).judgement


def test_a_denial_of_what_holds_decides_nothing_about_what_lacks():
    """No tie to one party is no sign that another condition fails."""
    claims = [aid(), aid("not-that", polarity=NEGATED, state="lake", date="")]

    assert NOT_CODED is overall(a_factor("holding", "aided"), *claims).judgement


def test_a_denial_leaves_standing_what_was_found_elsewhere():
    """It is cited against it, and decides nothing."""
    verdict = overall(a_factor("aided"), aid(state="delta"), aid("not-that", polarity=NEGATED, state="lake", date=""))

    assert PRESENT is verdict.judgement
    assert ("f-not-that",) == verdict.findings_against


def test_a_contradiction_is_a_dispute_and_no_absence():
    """Two sources that contradict each other leave a factor disputed, not refuted."""
    verdict = overall(
        a_factor("attacking"), attack(who="hill"), attack("none", "hill", date="happened=2014/2017", polarity=NEGATED)
    )

    assert (DISPUTED, False) == told(verdict)
    assert (("f-attack",), ("f-none",)) == (verdict.findings_for, verdict.findings_against)


def test_a_finding_in_dispute_among_coders_leaves_the_factor_disputed():
    """Even where it is all there is of a condition."""
    claims = [
        ground("one", finding="ground", coder="ann"),
        ground("two", finding="ground", coder="bob", polarity=NEGATED),
    ]

    assert DISPUTED is overall(a_factor("holding"), *claims).judgement


def test_evidence_too_weak_for_a_condition_is_named():
    """It does not hold, and does not fail either."""
    verdict = overall(a_factor(asked("holding", REPORTED)), ground(modality=BELIEVED))

    assert NOT_CODED is verdict.judgement
    assert verdict.why.endswith("No reported finding of holding, only f-held (possible).")


def test_one_open_condition_leaves_the_factor_open():
    """On the group or on the focal actor."""
    assert (PRESENT, True) == told(overall(TURF, ground(), sought(modality=BELIEVED)))
    assert (PRESENT, True) == told(overall(TURF, ground(modality=BELIEVED), sought()))
    assert (SOME, True) == told(overall(TURF, ground(who="moor", modality=BELIEVED), sought(), PART))


FAVOUR = a_factor(
    "aided",
    focal=("attacking speaking",),
    absent=("attacking",),
    shared={"present": ("state",), "focal": ("object", "at"), "absent": ("object",)},
)


def test_a_state_that_two_parts_share_is_one_and_the_same():
    """An attack on another state endangers no favour of this one."""
    assert PRESENT is overall(FAVOUR, aid(state="lake"), attack(on="lake")).judgement
    assert NOT_CODED is overall(FAVOUR, aid(state="lake"), attack(on="moor")).judgement


def test_a_part_may_name_what_it_shares_in_any_of_several_roles():
    """Whoever is attacked, or spoken against."""
    words = a_claim("words", "speech", "who=river at=lake", "tone=scold heard=yes", "published=2015")
    others = a_claim("others", "speech", "who=river at=moor", "tone=scold heard=yes", "published=2015")

    verdict = overall(FAVOUR, aid(state="lake"), words, others)

    assert ("f-aid", "f-words") == verdict.findings_for


def test_what_names_nobody_may_be_about_the_same_and_is_no_more_than_possible():
    """On either side."""
    assert (PRESENT, True) == told(overall(FAVOUR, aid(state="lake"), attack()))
    assert (PRESENT, True) == told(overall(FAVOUR, aid(), attack(on="lake")))
    assert (PRESENT, False) == told(overall(FAVOUR, aid(state="lake"), attack(on="lake"), attack("nobody")))


def test_a_favour_beside_the_one_in_danger_is_left_out():
    """The factor rests on the state that both sides name."""
    verdict = overall(FAVOUR, aid(state="lake"), aid("other", state="moor"), attack(on="lake"))

    assert ("f-aid", "f-attack") == verdict.findings_for


def test_a_fight_with_another_state_does_not_speak_against_it():
    """Only one with the state that the favour comes from."""
    favour = (aid(state="lake"), aid("other", state="moor"), attack(on="lake"))

    assert PRESENT is overall(FAVOUR, *favour, attack("own", "hill", on="moor")).judgement
    assert DISPUTED is overall(FAVOUR, *favour, attack("own", "hill", on="lake")).judgement


def test_a_part_that_shares_nothing_is_asked_as_it_stands():
    """Where the rule does not compare it, any fight speaks against a favour."""
    factor = replace(FAVOUR, shared={"present": ("state",), "focal": ("object",)})
    claims = (aid(state="lake"), attack(on="lake"), attack("own", "hill", on="moor"))

    assert DISPUTED is overall(factor, *claims).judgement


def test_without_a_favour_a_fight_with_the_state_in_danger_speaks_against_one():
    """A fight with another says nothing of it."""
    assert ABSENT is overall(FAVOUR, attack(on="lake"), attack("own", "hill", on="lake")).judgement
    assert NOT_CODED is overall(FAVOUR, attack(on="lake"), attack("own", "hill", on="moor")).judgement


def test_claims_are_listed_once_in_the_order_of_their_findings():
    """However many findings they support."""
    held = argued(ground("one", finding="ground"), ground("two", finding="ground"), sought())

    assert ("sought", "one", "two") == claims_of(["f-sought", "ground", "ground"], held.findings)


def compared(*claims, factor=None, policy=DatePolicy.OPEN, rows=("hill",), **given):
    """Set what authors say about the hill beside what is derived."""
    rule = factor or a_stated_factor("holding", absent=("aided",))
    held = argued(*claims, argument=Argument(factors={rule.id: rule}), **given)
    scope = replace(held.scope, policy=policy)
    return compare_stated(scope, judge_factors(scope, rows, findings=held.findings), findings=held.findings)


def test_authors_and_rule_may_agree():
    """Then there is nothing to explain."""
    (found,) = compared(ground(), view("says", "yes"))

    assert (PRESENT, PRESENT, True, "") == (found.derived.judgement, found.stated, found.agrees, found.difference)
    assert (("f-says",), ("says",)) == (found.findings, found.claims)


def test_where_neither_is_coded_nothing_agrees_and_nothing_differs():
    """Silence beside silence."""
    (found,) = compared()

    assert (NOT_CODED, None, "", ()) == (found.stated, found.agrees, found.difference, found.findings)


def test_silence_of_the_authors_is_said():
    """What is derived stands alone."""
    (found,) = compared(ground())

    assert (NOT_CODED, None) == (found.stated, found.agrees)
    assert "Derived present; no author says anything on it. Present. For it: f-held (reported)." == found.difference


DIFFERENCES = [
    pytest.param((), "yes", None, "The authors judge what no finding that the rule asks for shows.", id="not coded"),
    pytest.param((aid(),), "yes", False, "The authors see more than the rule", id="absent"),
    pytest.param((ground(),), "no", False, "The rule counts whatever it finds; the authors weigh it.", id="present"),
    pytest.param((ground(), aid()), "no", False, "The rule lets both sides stand", id="disputed"),
    pytest.param((ground(who="moor"), PART), "yes", False, "What the rule finds concerns factions only", id="factions"),
    pytest.param((ground(),), "partly", False, "The evidence names the group as a whole", id="not which factions"),
    pytest.param((ground(date=""),), "no", False, "leaves its date, its wording or whom it concerns open", id="open"),
]


@pytest.mark.parametrize(("claims", "verdict", "agrees", "gist"), DIFFERENCES)
def test_every_difference_is_explained(claims, verdict, agrees, gist):
    """By who says what, what lies behind it, and the evidence of the rule."""
    (found,) = compared(*claims, view("says", verdict))

    assert agrees is found.agrees
    assert found.difference.startswith(f"Authors say {MEANS[verdict].replace('_', ' ')} (f-says), derived ")
    assert gist in found.difference
    assert found.difference.endswith(found.derived.why)


def test_authors_who_contradict_each_other_are_disputed():
    """And that is the explanation."""
    (found,) = compared(ground(), view("one", "yes"), view("two", "no", finding="another"))

    assert (DISPUTED, False) == (found.stated, found.agrees)
    assert "The authors contradict each other." in found.difference


def test_a_word_that_stands_for_no_judgement_is_none():
    """An author who leaves it open has not judged."""
    (found,) = compared(ground(), view("says", "unclear"))

    assert (NOT_CODED, ()) == (found.stated, found.findings)


def test_a_judgement_is_no_event_whose_date_could_be_held_against_it():
    """Neither a strict policy nor a rule that leaves undated acts out silences an author."""
    rules = some_rules(undated=Undated.IGNORED)

    assert PRESENT is compared(view("says", "yes"), policy=DatePolicy.STRICT)[0].stated
    assert PRESENT is compared(view("says", "yes"), rules=rules)[0].stated


def test_a_factor_that_nobody_states_is_compared_with_nothing():
    """The rules name no place where authors would say it."""
    assert () == compared(ground(), factor=a_factor("holding"))


def test_ground_under_a_leader_counts_for_the_whole_group():
    """A leader is no faction."""
    claims = [a_bond("leads", "chief", "hill"), ground(who="chief"), sought()]

    assert PRESENT is overall(TURF, *claims).judgement


def test_an_actor_that_did_not_exist_yet_is_not_coded():
    """Undated ground lies within its life."""
    actors = some_actors() | {"hill": an_actor("hill", begins="2016")}
    found = verdicts(a_factor("holding"), ground(date=""), actors=actors)

    assert [NOT_CODED, NOT_CODED, PRESENT, PRESENT] == [found["hill", year].judgement for year in YEARS]


def test_a_condition_may_ask_for_a_dispute():
    """A finding in dispute then holds, and the factor is as disputed as it."""
    claims = [
        ground("one", finding="ground", coder="ann"),
        ground("two", finding="ground", coder="bob", polarity=NEGATED),
    ]
    factor = a_factor(asked("holding", (CellState.REPORTED, CellState.DISPUTED)))

    assert DISPUTED is overall(factor, *claims).judgement
