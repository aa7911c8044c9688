"""Rivals: affiliated with the focal actor and hostile to it, unless something bars them; and why."""

from dataclasses import replace

import pytest

from factories import (
    ANY,
    BELIEVED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_kinship,
    a_move,
    a_scope,
    a_search,
    a_speech,
    some_rules,
)
from riven.analysis.conditions import Answer, Ground, ask
from riven.analysis.panels import panel
from riven.analysis.rivals import (
    HostileCell,
    is_affiliated,
    is_barred,
    is_hostile_affiliate,
    judge_rivals,
    may_have_row,
)
from riven.evidence.attribution import DIRECT
from riven.model.actor import ActorType
from riven.model.condition import Condition
from riven.model.panel import CellState

MOVED = a_move("move")
SCOLDED = a_speech("scold")
BRANCH = a_kinship("branch", "river", "delta", "branch-of")
NAME = a_kinship("name", "moor", "hill", "name-of")


def verdicts(*claims, **given):
    """Judge every actor of the study."""
    scope = a_scope(*claims, **given)
    rule = scope.rules.rival
    found = judge_rivals(scope, panel(scope, scope.rules.measures[rule.hostility], rows=scope.standing))
    return {verdict.actor: verdict for verdict in found}


def verdict(*claims, actor="hill", **given):
    """Judge one actor."""
    return verdicts(*claims, **given)[actor]


def ruled(**given):
    """Build rules whose rival rule differs."""
    return some_rules(rival=replace(some_rules().rival, **given))


def test_who_was_affiliated_and_hostile_is_a_rival():
    """Both are told with their findings."""
    found = verdict(MOVED, SCOLDED)

    assert (True, True, "Hill", ActorType.ORGANISATION) == (found.rival, found.affiliated, found.label, found.type)
    assert (1, 0, ("f-move",)) == (found.n_reported, found.n_possible, found.affiliation)
    assert (
        "A rival. Affiliated with River by 1 finding: f-move (reported). "
        "Cells of 'scolded' that count: 2015 reported (f-scold)."
    ) == found.why


def test_every_actor_is_judged_in_file_order():
    """Whether anything is known of it or not, and whether it could be a rival or not."""
    assert ["river", "delta", "hill", "moor", "lake", "chief"] == list(verdicts(MOVED, SCOLDED))
    assert ["hill"] == [actor for actor, found in verdicts(MOVED, SCOLDED).items() if found.rival]


def test_affiliation_without_hostility_makes_no_rival():
    """The cells say what was looked for, year by year."""
    found = verdict(MOVED, searches=[a_search(covers="2014/2015")])

    assert (False, True, 0) == (found.rival, found.affiliated, found.n_reported)
    assert (
        "Not a rival. Affiliated with River by 1 finding: f-move (reported). "
        "No cell of 'scolded' counts: 2014 none found, 2015 none found, 2016 not searched, 2017 not searched."
    ) == found.why


def test_hostility_without_affiliation_makes_no_rival():
    """What was looked for is named as people would."""
    found = verdict(SCOLDED)

    assert (False, False, ()) == (found.rival, found.affiliated, found.affiliation)
    assert (
        "Not a rival. No affiliation with River in 2014–2017: no finding of moving or bonding. "
        "Cells of 'scolded' that count: 2015 reported (f-scold)."
    ) == found.why


def test_affiliation_that_is_too_weak_leaves_it_open():
    """It is told with the strength that is needed, and makes no rival."""
    strict = ruled(affiliation=Condition(("moving",)))
    found = verdict(a_move("move", modality=RUMOURED), SCOLDED, rules=strict)

    assert (False, False, ()) == (found.rival, found.affiliated, found.affiliation)
    assert (
        "Whether there is an affiliation with River is open: f-move (possible), where reported is needed."
    ) in found.why


AGAINST = [
    pytest.param((MOVED,), {}, id="affiliated"),
    pytest.param((a_move("move", modality=BELIEVED),), {"rules": ruled(affiliation=Condition(("moving",)))}, id="open"),
    pytest.param((), {}, id="not affiliated"),
]


@pytest.mark.parametrize(("claims", "given"), AGAINST)
def test_findings_against_an_affiliation_are_named(claims, given):
    """Whatever is found for it."""
    never = a_move("never", date="happened=2016", finding="never", polarity=NEGATED)

    assert " Against it: never." in verdict(*claims, never, **given).why


def test_affiliation_comes_along_links_too():
    """Here by the bond of a leader; the way is told."""
    claims = a_bond("leads", "chief", "hill", date="happened=2014/2017"), a_move("move", "chief"), SCOLDED
    found = verdict(*claims)

    assert found.rival
    assert "f-move (reported; Chief counts for Hill (leader of group, f-leads))" in found.why


def test_hostile_cells_stand_by_period_with_the_findings_that_decide():
    """A weaker finding beside a stronger one does not decide; a cell without evidence names none."""
    weak = a_speech("weak", values="tone=warn heard=yes", modality=RUMOURED)
    later = a_speech("later", date="published=2017", modality=BELIEVED)
    found = verdict(MOVED, SCOLDED, weak, later, searches=[a_search(covers="2014")])

    assert (
        HostileCell("2014", CellState.NONE_FOUND, ()),
        HostileCell("2015", CellState.REPORTED, ("f-scold",)),
        HostileCell("2016", CellState.NOT_SEARCHED, ()),
        HostileCell("2017", CellState.POSSIBLE, ("f-later",)),
    ) == found.hostility
    assert (1, 1) == (found.n_reported, found.n_possible)


def test_only_cells_of_a_state_the_rule_names_count():
    """A possible one is none where reported is asked for."""
    perhaps = a_speech("scold", modality=BELIEVED)
    strict = ruled(states=(CellState.REPORTED,))

    assert verdict(MOVED, perhaps).rival
    found = verdict(MOVED, perhaps, rules=strict)
    assert (False, 0, 1) == (found.rival, found.n_reported, found.n_possible)
    assert "No cell of 'scolded' counts: 2014 not searched, 2015 possible," in found.why


def test_as_many_cells_are_needed_as_the_rule_says():
    """Fewer are told with the number that is missing."""
    twice = ruled(minimum=2)
    again = a_speech("again", date="published=2016")

    assert not verdict(MOVED, SCOLDED, rules=twice).rival
    assert verdict(MOVED, SCOLDED, rules=twice).why.endswith("2015 reported (f-scold), where 2 are needed.")
    assert verdict(MOVED, SCOLDED, again, rules=twice).rival
    assert "needed" not in verdict(MOVED, SCOLDED, again, rules=twice).why


def test_the_focal_actor_is_no_rival_of_itself():
    """Nor is it asked whether it is affiliated."""
    found = verdict(a_move("move", "river", to="hill"), actor="river")

    assert (False, False, ()) == (found.rival, found.affiliated, found.affiliation)
    assert "Not a rival. River is the focal actor itself." == found.why


def test_an_actor_merged_into_another_is_no_rival():
    """What it did counts for the one that stands for it, and the way is told."""
    claims = NAME, a_move("move", "moor"), a_speech("scold", "moor")
    found = verdicts(*claims, rules=some_rules(rollup="together"))

    assert (False, False, (), ()) == (
        found["moor"].rival,
        found["moor"].affiliated,
        found["moor"].affiliation,
        found["moor"].hostility,
    )
    assert (
        "Not a rival. Under the scheme of identity 'together' Moor counts as Hill: Moor counts for Hill (name, f-name)."
    ) == found["moor"].why
    assert found["hill"].rival


def test_the_family_of_the_focal_actor_is_no_rival():
    """However it is affiliated and whatever it said; all of it is told."""
    found = verdict(BRANCH, a_move("move", "delta"), a_speech("scold", "delta"), actor="delta")

    assert (False, True, 1) == (found.rival, found.affiliated, found.n_reported)
    assert (
        "Not a rival. What is said or done to Delta counts as said or done to River: "
        "Delta counts for River (parent of focal, f-branch). Affiliated with River by 1 finding: f-move (reported). "
        "Cells of 'scolded' that count: 2015 reported (f-scold)."
    ) == found.why


def test_an_actor_of_another_type_is_no_rival():
    """The types that can be rivals are named."""
    found = verdict(a_move("move", "chief"), a_speech("scold", "chief"), actor="chief")

    assert (False, True, ActorType.PERSON) == (found.rival, found.affiliated, found.type)
    assert found.why.startswith("Not a rival. Chief is of type person, and a rival is of type organisation. Affiliated")


BARRED = [
    pytest.param("river", True, id="focal"),
    pytest.param("delta", True, id="family"),
    pytest.param("moor", True, id="merged"),
    pytest.param("chief", True, id="type"),
    pytest.param("hill", False, id="any other"),
]


@pytest.mark.parametrize(("actor", "expected"), BARRED)
def test_some_actors_are_barred_whatever_they_did(actor, expected):
    """The rest is judged by its evidence."""
    assert expected == is_barred(a_scope(BRANCH, NAME, rules=some_rules(rollup="together")), actor)


ROWS = [
    pytest.param("river", False, id="focal"),
    pytest.param("delta", False, id="family"),
    pytest.param("chief", False, id="type"),
    pytest.param("hill", True, id="any other"),
]


@pytest.mark.parametrize(("actor", "expected"), ROWS)
def test_actors_of_a_fitting_type_outside_the_family_may_have_a_row(actor, expected):
    """Where they are affiliated and no rivals."""
    assert expected == may_have_row(a_scope(BRANCH), actor)


STRONG = Answer((Ground("f-a", CellState.REPORTED, DIRECT),))
WEAK = Answer((Ground("f-a", CellState.DISPUTED, DIRECT),))

AFFILIATED = [
    pytest.param("hill", STRONG, True, id="strong enough"),
    pytest.param("hill", WEAK, False, id="disputed where that is not enough"),
    pytest.param("hill", Answer(), False, id="no evidence"),
    pytest.param("river", STRONG, False, id="the focal actor"),
    pytest.param("moor", STRONG, False, id="merged"),
]


@pytest.mark.parametrize(("actor", "answer", "expected"), AFFILIATED)
def test_evidence_strong_enough_affiliates_who_stands_for_himself(actor, answer, expected):
    """The focal actor and merged ones are not asked."""
    scope = a_scope(NAME, rules=some_rules(rollup="together"))

    assert expected == is_affiliated(scope, actor, answer)
    assert expected == is_hostile_affiliate(scope, actor, answer, [CellState.POSSIBLE])


HOSTILE = [
    pytest.param([CellState.REPORTED, CellState.POSSIBLE], True, id="enough"),
    pytest.param([CellState.REPORTED, CellState.DISPUTED], False, id="one that does not count"),
    pytest.param([], False, id="none"),
]


@pytest.mark.parametrize(("states", "expected"), HOSTILE)
def test_an_affiliate_with_enough_cells_is_hostile(states, expected):
    """Here two are asked for."""
    assert expected == is_hostile_affiliate(a_scope(rules=ruled(minimum=2)), "hill", STRONG, states)


def test_verdict_and_answers_agree():
    """Who is a rival by the sentences is one by the answers alone."""
    scope = a_scope(MOVED, SCOLDED)
    answer = ask(scope, Condition(("moving", "bonding"), ANY), rows=("hill",))["hill"]

    assert verdict(MOVED, SCOLDED).rival
    assert is_hostile_affiliate(scope, "hill", answer, [cell.state for cell in verdict(MOVED, SCOLDED).hostility])


def test_an_actor_without_a_row_of_hostility_is_judged_by_its_affiliation_alone():
    """Nothing is said of cells that nobody worked out."""
    scope = a_scope(MOVED)
    found = judge_rivals(scope, panel(scope, scope.rules.measures["scolded"], rows=("moor",)))

    (hill,) = [each for each in found if each.actor == "hill"]
    assert (False, ()) == (hill.rival, hill.hostility)
    assert "Not a rival. Affiliated with River by 1 finding: f-move (reported)." == hill.why
