"""The scope of an analysis: whose rivals, when, and who counts as whom."""

from dataclasses import replace

import pytest

from factories import (
    a_bond,
    a_claim,
    a_kinship,
    a_measure,
    a_scope,
    a_search,
    a_speech,
    some_evidence,
    some_inputs,
    some_rules,
)
from riven.analysis import inputs
from riven.analysis.scope import scope_along, to_scope
from riven.analysis.timing import DatePolicy
from riven.dates import Step
from riven.model.rule import Rows

BRANCH = a_kinship("branch", "river", "delta", "branch-of")
NAME = a_kinship("name", "moor", "hill", "name-of")
TOGETHER = some_rules(rollup="together")


def test_everybody_stands_for_himself_where_nothing_is_merged():
    """In file order, persons included."""
    assert ("river", "delta", "hill", "moor", "lake", "chief") == a_scope(NAME).standing


def test_a_merged_actor_does_not_stand_for_itself():
    """The one that it counts as does."""
    assert ("river", "delta", "hill", "lake", "chief") == a_scope(NAME, rules=TOGETHER).standing


STEPS = [
    pytest.param(Step.YEAR, ["2014", "2015"], id="years"),
    pytest.param(Step.QUARTER, ["2014-Q3", "2014-Q4", "2015-Q1"], id="quarters"),
    pytest.param(Step.MONTH, [f"2014-{month:02d}" for month in range(7, 13)] + ["2015-01"], id="months"),
]


@pytest.mark.parametrize(("step", "expected"), STEPS)
def test_the_window_is_cut_into_the_periods_that_the_rules_ask_for(step, expected):
    """The first and the last hold only days of the window."""
    columns = a_scope(window="2014-07/2015-01", rules=some_rules(step=step)).columns

    assert expected == [column.label for column in columns]
    assert ("2014-07-01", "2015-01-31") == (str(columns[0].days.first), str(columns[-1].days.last))


def test_the_window_is_one_period_too():
    """Its label says which days it holds."""
    whole = a_scope().whole

    assert ("2014–2017", "2014-01-01/2017-12-31") == (whole.label, str(whole.days))


def test_an_actor_is_called_by_its_printed_name():
    """One that the study does not list by its id."""
    assert ("Hill", "nobody") == (a_scope().name("hill"), a_scope().name("nobody"))


def test_a_measure_rests_on_the_kinds_of_its_selectors():
    """Each once, in the order of the selectors."""
    measure = a_measure(selectors="scolding moving praise", rows=Rows.ACTORS)

    assert ("speech", "move") == a_scope().kinds(measure)


def test_a_sentence_of_the_rules_is_filled_in():
    """Wherever it names the focal actor or the window; any other text stays."""
    assert "River, 2014–2017: River {other}" == a_scope().filled("{focal}, {window}: {focal} {other}")
    assert "nothing to fill" == a_scope().filled("nothing to fill")


def test_the_focal_family_is_closed_along_its_links():
    """The focal actor itself needs no path."""
    family = a_scope(BRANCH, a_bond("leads", "chief", "delta", date="happened=2014/2017")).family

    assert {"river", "delta", "chief"} == set(family)
    assert () == family["river"].steps
    assert ["f-leads", "f-branch"] == [step.finding for step in family["chief"].steps]


def test_who_stands_for_the_focal_actor_is_the_focal_actor():
    """Under the scheme in force; its own name belongs to the family."""
    scope = a_scope(a_kinship("name", "river", "delta", "name-of"), rules=TOGETHER)

    assert ("delta", "Delta") == (scope.focal, scope.filled("{focal}"))
    assert ["f-name"] == [step.finding for step in scope.family["river"].steps]


def kin(*claims, **given):
    """List the members of the family that the speech `at` is directed at."""
    held = inputs.settled(some_inputs(BRANCH, *claims, **given))
    return held.scope.kin(held.findings["f-at"])


KIN = [
    pytest.param("delta", ("delta",), id="a member"),
    pytest.param("river", (), id="the focal actor itself"),
    pytest.param("delta+river", (), id="both"),
    pytest.param("moor", (), id="somebody else"),
    pytest.param("delta+moor", ("delta",), id="a member and somebody else"),
]


@pytest.mark.parametrize(("at", "expected"), KIN)
def test_a_finding_is_directed_at_kin_where_it_does_not_name_the_focal_actor(at, expected):
    """Who is no member is no kin."""
    assert expected == kin(a_speech("at", at=at))


def test_each_of_several_kin_is_listed_once():
    """In the order they are named."""
    assert ("delta", "chief") == kin(
        a_speech("at", at="delta+chief"), a_bond("leads", "chief", "river", date="happened=2014/2017")
    )


def test_only_roles_that_selectors_look_at_name_kin():
    """A member of the family that speaks itself is not spoken to; nor does a kind count that nobody selects."""
    assert () == kin(a_speech("at", "delta", at="moor"))
    assert () == kin(a_claim("at", "kin", "child=delta parent=hill", "sort=part-of"))


def test_one_that_is_merged_into_the_focal_actor_is_kin():
    """Findings of the merge carry what is said to it, and have to be told."""
    wing = a_kinship("wing", "moor", "river", "wing-of")

    assert ("moor",) == kin(a_speech("at", at="moor"), wing, rules=TOGETHER)


def test_a_scope_holds_what_it_was_asked_within():
    """Window, codebook, rules, actors, searches and what becomes of open dates."""
    given = some_inputs(a_speech("a"), searches=[a_search()])
    setting = replace(given.setting, policy=DatePolicy.STRICT)
    scope = to_scope(some_evidence(a_speech("a")), setting)

    held = (scope.window, scope.codebook, scope.rules, scope.actors, scope.searches, scope.policy)
    assert (
        setting.window,
        setting.codebook,
        setting.rules,
        setting.actors,
        setting.searches,
        DatePolicy.STRICT,
    ) == held


def test_links_are_found_once_and_walked_as_they_are_given():
    """A scope along fewer links has a smaller family, and merges fewer."""
    given = some_inputs(BRANCH, NAME, rules=TOGETHER)
    scope = inputs.settled(given).scope

    assert ["f-branch"] == [edge.finding for edge in scope.edges["parent-of-focal"]]
    again = scope_along(scope.edges, scope.evidence, given.setting)
    assert (scope.family, scope.scheme) == (again.family, again.scheme)
    bare = scope_along({}, scope.evidence, given.setting)
    assert ({"river"}, {}) == (set(bare.family), bare.scheme.into)
