"""Tests of `riven.analysis.roll`."""

from dataclasses import replace

from factories import a_bond, a_speech, some_inputs
from riven.analysis.inputs import settled
from riven.analysis.resettling import Change, Restated
from riven.analysis.roll import Keys, Roll, unmarked
from riven.evidence.attribution import edges_of


def a_roll(*claims, change=lambda findings, inputs: Change()):
    """Number the findings of some claims and of one change."""
    inputs = some_inputs(*claims)
    findings = list(settled(inputs).findings.values())
    return Roll(inputs, findings, [change(findings, inputs)])


def redated(findings, inputs):
    """Let the first finding fall, and stand without its dates."""
    return Change((findings[0].id,), (Restated(replace(findings[0], dates={}), inputs.claims),))


def test_a_finding_is_there_unless_it_goes_or_has_not_come():
    """Those that stand have the lowest keys."""
    keys = Keys(frozenset({0}), frozenset({3}), 2)
    assert [False, True, False, True] == [keys.is_there(key) for key in range(4)]
    assert [False, True, False, True] == keys.marks(4).to_list()
    assert {0, 3} == keys.touched


def test_what_a_change_brings_follows_what_stands():
    """Under an id of its own, since the finding it replaces keeps its own."""
    roll = a_roll(a_speech("a"), a_speech("b", "moor"), change=redated)
    assert (2, 3) == (roll.n_standing, len(roll.findings))
    assert Keys(frozenset({0}), frozenset({2}), 2) == roll.changes[0]
    assert roll.findings[2].id != roll.findings[0].id
    assert [(0, 0, -1), (0, 2, 1)] == sorted(roll.touched().rows())


def test_claims_are_named_as_the_study_names_them():
    """No mark of a change is ever shown."""
    roll = a_roll(a_speech("a"), a_speech("b", "moor"), change=redated)
    assert ("a", "b") == roll.claims({0, 1, 2})


def test_links_are_walked_only_along_findings_that_are_there():
    """And links that a change restates are told apart by what they say."""
    inputs = some_inputs(a_bond("lead", "chief", "hill"), a_speech("a"))
    findings = list(settled(inputs).findings.values())
    bond = next(finding for finding in findings if finding.kind == "bond")
    roll = Roll(inputs, findings, [Change((bond.id,), (Restated(bond, inputs.claims),))])
    edges = edges_of(roll.evidence, inputs.setting.rules.links.values())
    before = roll.walkable(edges, roll.standing.is_there)
    after = roll.walkable(edges, roll.changes[0].is_there)
    assert (1, 1) == (len(before["leader-of-group"]), len(after["leader-of-group"]))
    assert before != after
    assert unmarked(before) == unmarked(after)
    assert {0 if findings[0] is bond else 1} == roll.keys_of([bond.id])
