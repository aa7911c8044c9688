"""Rivalry as a scale: how far each actor went against each other one, and what was counted."""

from dataclasses import replace

import pytest

from argument_factory import a_network, a_tie, argued
from factories import RUMOURED, a_bond, a_claim, a_source, a_speech
from riven.analysis.rivalry import dyads
from riven.analysis.ties import ties
from riven.model.argument import Argument

SCOLDS = a_tie(
    "scolds",
    "speech",
    "for who",
    "at",
    sign_of="tone",
    where={"tone": ("scold", "warn")},
    level="word",
    counts=("tone",),
)
PRAISE = a_tie("praise", "speech", "for who", "at", sign_of="tone", where={"tone": ("praise",)})
BLOWS = a_tie("blows", "clash", "sides", "sides", directed=False, level="blow", counts=("form", "fallen"))
BONDS = a_tie("bonds", "bond", "one", "other", sign=0)
RULES = (SCOLDS, PRAISE, BLOWS, BONDS)


def speech(name="words", who="hill", at="lake", tone="scold", date="published=2015", **given):
    """Build a public word of one group about another."""
    return a_speech(name, who, date, at=at, values=f"tone={tone} heard=yes", **given)


def clash(name="clash", sides="hill+lake", date="happened=2015", values="form=raid", **given):
    """Build a clash."""
    return a_claim(name, "clash", f"sides={sides}", values, date, **given)


def dyads_of(*claims, persistence=0, rules=RULES, **given):
    """Count what passed between every two."""
    scope = argued(*claims, argument=a_network(*rules, persistence=persistence), **given).scope
    return dyads(scope, ties(scope))


def row(start, to, period, *claims, **given):
    """Take one row of the dyads."""
    found = dyads_of(*claims, **given).periods.rows(named=True)
    (held,) = [each for each in found if (each["start"], each["to"], each["period"]) == (start, to, period)]
    return held


def test_a_study_without_a_network_has_no_dyads():
    """Nothing found is no row at all, never a nought."""
    scope = argued(clash(), argument=Argument()).scope
    found = dyads(scope, ties(scope))

    assert (0, 0) == (found.periods.height, found.counts.height)


def test_a_dyad_and_period_without_a_tie_has_no_row():
    """Only the year in which something passed, and only in the direction in which it did."""
    found = dyads_of(speech()).periods

    assert [("hill", "lake", "2015")] == found.select("start", "to", "period").rows()


def test_the_level_is_the_highest_step_that_is_reported():
    """A blow is more than a word."""
    assert "word" == row("hill", "lake", "2015", speech())["level"]
    assert "blow" == row("hill", "lake", "2015", speech(), clash())["level"]


def test_what_is_only_possible_or_disputed_has_a_level_of_its_own():
    """So that an open date raises no reported level."""
    held = row("hill", "lake", "2015", speech(), clash(modality=RUMOURED))

    assert ("word", "blow") == (held["level"], held["level_possible"])
    coders = [speech("one", finding="word", coder="ann"), speech("two", finding="word", coder="bob", tone="warn")]
    disputed = row("hill", "lake", "2015", *coders)
    assert (None, "word") == (disputed["level"], disputed["level_possible"])


def test_a_tie_that_stands_for_no_step_has_no_level():
    """Praise is no rivalry."""
    held = row("hill", "lake", "2015", speech(tone="praise"))

    assert (None, None) == (held["level"], held["level_possible"])


def test_without_steps_there_are_no_levels():
    """The rules need not name any."""
    bare = tuple(replace(rule, level="") for rule in RULES)

    assert None is row("hill", "lake", "2015", clash(), rules=bare)["level"]


def test_a_tie_without_direction_counts_both_ways():
    """Each side fought the other."""
    for start, to in (("hill", "lake"), ("lake", "hill")):
        assert ("blow", 1) == (row(start, to, "2015", clash())["level"], row(start, to, "2015", clash())["hostile"])


COUNTS = [
    pytest.param((speech(),), (1, 0, None, None, None, None), id="a hostile word"),
    pytest.param((speech(date=""),), (0, 1, None, None, None, None), id="one that may lie in another year"),
    pytest.param((speech(tone="praise"), speech("b")), (1, 0, 1, 0, None, None), id="words of both signs"),
    pytest.param(
        (a_bond("b", "hill", "lake", "aloof", date="happened=2015"),),
        (None, None, None, None, 1, 0),
        id="a neutral tie",
    ),
]


@pytest.mark.parametrize(("claims", "expected"), COUNTS)
def test_findings_are_counted_by_sign_and_by_what_they_leave_open(claims, expected):
    """Nothing found of a sign is blank; found but nowhere sure is nought beside what may be."""
    held = row("hill", "lake", "2015", *claims)

    signs = ("hostile", "friendly", "neutral")
    assert expected == tuple(held[f"{sign}{which}"] for sign in signs for which in ("", "_possible"))


def test_an_act_that_may_lie_in_four_years_is_reported_in_none():
    """Whoever adds up what is reported counts it at most once."""
    found = dyads_of(speech(date="")).periods

    assert (0, 4) == (found["hostile"].sum(), found["hostile_possible"].sum())


def test_a_finding_counts_once_whatever_ties_rest_on_it():
    """Two rules may read the same finding."""
    assert 1 == row("hill", "lake", "2015", speech(), rules=(SCOLDS, replace(SCOLDS, id="again")))["hostile"]


def test_every_row_names_its_findings_claims_and_sources():
    """Copies of one story are one independent source."""
    sources = [a_source("s1"), a_source("s2", copy_of="s1"), a_source("s3")]
    claims = [speech(source="s1 s2"), clash(source="s3")]

    held = row("hill", "lake", "2015", *claims, sources=sources)

    assert ["f-clash", "f-words"] == held["findings"]
    assert ["clash", "words"] == held["claims"]
    assert (["s1", "s2", "s3"], ["s1", "s3"]) == (held["sources"], held["independent"])


def test_a_tie_that_only_goes_on_is_no_act():
    """Nothing was done in the years it goes on."""
    assert ["2015"] == dyads_of(speech(), persistence=2).periods["period"].to_list()


def test_categories_are_counted_by_sort_of_tie():
    """Only of variables that the rules count, with findings and claims."""
    claims = [clash("one"), clash("two", date="happened=2015-08"), clash("three", values="form=siege", date="")]
    found = [each for each in dyads_of(*claims).counts.rows(named=True) if each["start"] == "hill"]

    assert [("blows", "form", "raid", 2, 0), ("blows", "form", "siege", 0, 1)] == [
        tuple(each[column] for column in ("layer", "variable", "category", "number", "number_possible"))
        for each in found
        if each["period"] == "2015"
    ]
    assert (["f-one", "f-two"], ["one", "two"]) == (found[1]["findings"], found[1]["claims"])


def test_nothing_is_counted_that_no_rule_asks_for():
    """A bond has a sort, and nobody counts it."""
    assert 0 == dyads_of(a_bond("b", "hill", "lake", "aloof", date="happened=2015")).counts.height


def test_a_number_is_counted_as_it_was_written():
    """A count of the fallen is a category like any other: nothing is added up across findings."""
    found = dyads_of(clash(values="form=raid fallen=10..15")).counts

    assert ["10..15"] == found.filter(start="hill", variable="fallen")["category"].to_list()


def test_rows_come_by_actors_and_period():
    """Whatever the order of the claims."""
    claims = [clash("b", date="happened=2016"), clash("a", date="happened=2014")]
    found = dyads_of(*claims).periods.select("start", "to", "period").rows()

    assert sorted(found) == found
    assert found == dyads_of(*reversed(claims)).periods.select("start", "to", "period").rows()
