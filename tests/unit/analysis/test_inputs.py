"""What an analysis starts from, settled and in its scope."""

from factories import a_kinship, a_speech, some_inputs, some_rules
from riven.analysis.inputs import Inputs, settled


def test_claims_are_settled_into_findings_in_the_order_of_the_evidence():
    """The same findings are at hand as objects and as columns."""
    held = settled(some_inputs(a_speech("b"), a_speech("a", "moor"), a_kinship("k", "moor", "hill", "part-of")))

    assert ["f-a", "f-b", "f-k"] == list(held.findings)
    assert list(held.findings) == held.scope.evidence.findings["finding"].to_list()


def test_the_scope_knows_who_counts_as_whom():
    """Links, the focal family and the scheme of identity are worked out from the findings."""
    rules = some_rules(rollup="together")
    claims = a_kinship("k", "river", "delta", "branch-of"), a_kinship("l", "moor", "hill", "name-of")
    scope = settled(some_inputs(*claims, rules=rules)).scope

    assert {"river", "delta"} == set(scope.family)
    assert {"moor": "hill"} == dict(scope.scheme.into)


def test_a_study_without_claims_is_settled_into_nothing():
    """And everybody who is not listed as a coder is a person."""
    inputs = some_inputs()

    assert {} == dict(settled(inputs).findings)
    assert {} == dict(Inputs(inputs.setting, {}, {}, {}).coders)
