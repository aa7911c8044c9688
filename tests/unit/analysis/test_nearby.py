"""Which claims bear on a row, and which are settled together."""

from dataclasses import replace

import pytest

from factories import (
    NEGATED,
    a_bond,
    a_kinship,
    a_measure,
    a_move,
    a_source,
    a_speech,
    some_inputs,
    some_rules,
)
from riven.analysis.nearby import Neighbourhood, bundles, joined
from riven.dates import parse
from riven.model.claim import Verdict
from riven.model.codebook import DateRole

PUBLISHED = (DateRole.PUBLISHED, DateRole.MADE)


def names(found):
    """Name the claims of bundles."""
    return [[claim.id for claim in bundle.claims] for bundle in found]


def bundled(*claims, **given):
    """Name the claims that are settled together."""
    return names(bundles(some_inputs(*claims, **given)))


def around(*claims, row="hill", measure=None, **given):
    """Find what bears on a row."""
    return Neighbourhood(some_inputs(*claims, **given), measure or a_measure()).around(row)


def test_claims_about_one_act_are_settled_together():
    """Whether coders named the act or all that identifies it is equal."""
    claims = a_speech("a"), a_speech("b"), a_speech("c", finding="x"), a_speech("d", "moor", finding="x"), a_move("e")

    assert [["a", "b"], ["c", "d"], ["e"]] == bundled(*claims)
    assert [["a"], ["b"], ["c", "d"], ["e"]] == bundled(*claims, rules=some_rules(group_by_key=False))


def test_claims_that_correct_or_settle_each_other_are_settled_together():
    """A corrected claim would stand again, beside those that are about the same as it."""
    claims = (
        a_speech("a"),
        a_speech("b"),
        a_speech("c", "moor", supersedes=("a",)),
        a_move("d", settles=("e",), verdict=Verdict.REJECTED),
        a_move("e", "moor"),
        a_move("f", "lake"),
    )

    assert [["a", "b", "c"], ["d", "e"], ["f"]] == bundled(*claims)


def test_a_bundle_knows_its_independent_sources():
    """One that rests on a single one stands or falls as a whole."""
    copies = a_source("s1"), a_source("s2", copy_of="s1"), a_source("s3")
    alone, several = bundles(some_inputs(a_speech("a", source="s1 s2"), a_move("b", source="s1 s3"), sources=copies))

    assert ({"s1"}, False) == (alone.sources, alone.is_mutable)
    assert ({"s1", "s3"}, True) == (several.sources, several.is_mutable)


LIES = [
    pytest.param("published=2015", True, id="it meets the days"),
    pytest.param("published=2014", False, id="it does not"),
    pytest.param("published=[2014,2016]", True, id="it may lie between its spans"),
    pytest.param("made=2015 published=2013", True, id="one of two dates meets them"),
    pytest.param("reported=2013", True, id="none of the dates asked for is given"),
]


@pytest.mark.parametrize(("date", "expected"), LIES)
def test_a_bundle_may_lie_in_days_that_one_of_its_claims_allows(date, expected):
    """What is not dated may lie anywhere."""
    (bundle,) = bundles(some_inputs(a_speech("a", date=date)))

    assert expected is bundle.may_lie_in(parse("2015").hull, PUBLISHED)


def test_acts_near_a_row_are_its_own_and_those_that_links_may_carry_to_it():
    """Of the kinds that the measure counts, in the roles it counts."""
    measure = a_measure(attribution=("part-of-group", "leader-of-group"))
    claims = (
        a_speech("own"),
        a_speech("part", "moor"),
        a_speech("chief", "chief"),
        a_speech("other", "lake"),
        a_speech("target", "lake", at="hill"),
        a_move("move"),
        a_kinship("k", "moor", "hill", "part-of"),
        a_bond("l", "chief", "moor"),
    )

    assert [["chief"], ["own"], ["part"]] == names(around(*claims, measure=measure).acts)
    assert [["own"]] == names(around(*claims).acts)


def test_sources_of_paths_are_those_of_links_to_the_row_and_to_the_focal_actor():
    """Links among others carry nothing here."""
    measure = a_measure(attribution=("part-of-group",))
    found = around(
        a_kinship("k", "moor", "hill", "part-of", source="s2"),
        a_kinship("l", "river", "delta", "branch-of", source="s3"),
        a_kinship("m", "lake", "chief", "part-of", source="s4"),
        a_speech("a"),
        measure=measure,
    )

    assert {"s2", "s3"} == found.paths


def test_what_is_settled_otherwise_when_part_of_it_falls_can_overrule_a_cell():
    """Acts and links on several sources; but only a denial overrules a report."""
    measure = a_measure(attribution=("part-of-group",))
    found = around(
        a_speech("a", source="s1"),
        a_speech("b", source="s2 s3", date="published=2016"),
        a_speech("c", source="s4 s5", date="published=2014", polarity=NEGATED),
        a_kinship("k", "moor", "hill", "part-of", source="s6 s7"),
        measure=measure,
    )

    assert {"s6", "s7"} == found.turning
    assert {"s2", "s3", "s4", "s5", "s6", "s7"} == found.unsettled
    assert {"s4", "s5"} == found.denying


def test_a_measure_of_denials_is_denied_by_what_affirms():
    """The other way round."""
    rules = some_rules()
    rules.selectors["silence"] = replace(rules.selectors["scolding"], id="silence", polarity=NEGATED)
    claims = a_speech("a", source="s1 s2"), a_speech("b", source="s3 s4", date="published=2014", polarity=NEGATED)

    assert {"s1", "s2"} == around(*claims, rules=rules, measure=a_measure(selectors="silence")).denying


def test_whatever_decides_who_is_who_can_overrule_any_cell():
    """Under a scheme that merges actors, even where it rests on one source."""
    claims = a_speech("a", source="s1"), a_kinship("k", "moor", "hill", "name-of", source="s2")
    found = around(*claims, rules=some_rules(rollup="together"))

    assert {"s2"} == found.turning == found.unsettled == found.denying
    assert set() == around(*claims).turning


def test_every_source_of_a_study_is_known():
    """Copies of one story once."""
    copies = a_source("s1"), a_source("s2", copy_of="s1"), a_source("s3")
    study = some_inputs(a_speech("a", source="s2"), a_move("b", source="s1"), sources=copies)

    assert {"s1"} == Neighbourhood(study, a_measure()).sources


def test_groups_that_share_a_member_are_joined():
    """However long the chain."""
    found = joined([{"a", "b"}, {"c"}, {"d", "e"}, {"b", "d"}, set()])

    assert {"a", "b", "d", "e"} == found["a"] == found["e"]
    assert {"c"} == found["c"]
