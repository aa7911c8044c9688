"""Tests of `riven.analysis.question`."""

from dataclasses import replace

from factories import BELIEVED, RUMOURED, a_measure, a_scope, a_selector, some_rules
from riven.analysis.question import of_measure
from riven.model.claim import Modality


def asked(measure=None, rules=None):
    """Put a measure."""
    scope = a_scope(rules=rules)
    return of_measure(scope, measure or a_measure(), rows=["hill"], columns=scope.columns), scope


def test_a_measure_asks_for_its_selectors_along_its_links_in_its_dates():
    """Of the rows and periods it is given."""
    question, scope = asked(a_measure(attribution=("part-of-group",)))
    assert ["scolding"] == [selector.id for selector in question.selectors]
    assert (("part-of-group",), ("hill",), scope.columns) == (question.attribution, question.rows, question.columns)
    assert ["published", "made", "reported"] == [str(role) for role in question.dates["scolding"]]


def test_a_modality_that_leaves_nothing_open_does_not_leave_it_open_as_well():
    """Where a measure lists it twice."""
    question, _ = asked(a_measure(reported=(Modality.ASSERTED, BELIEVED), possible=(BELIEVED, RUMOURED)))
    assert (RUMOURED,) == question.open


def test_a_selector_counts_only_modalities_that_the_measure_counts():
    """Its own list, narrowed; denials by default never."""
    rules = some_rules()
    rules.selectors["strict"] = replace(a_selector("strict", "speech", "who"), modalities=(RUMOURED, BELIEVED))
    question, _ = asked(a_measure(selectors="strict scolding", possible=(RUMOURED,)), rules)
    strict, plain = question.selectors
    assert (RUMOURED,) == question.counting(strict)
    assert Modality.DENIED not in question.counting(plain)
