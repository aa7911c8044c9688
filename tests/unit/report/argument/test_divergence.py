"""Tests of `riven.report.argument.divergence`."""

from itertools import combinations

from report_argument import a_divergence, an_arguing_content, names_of, said, targets
from riven.analysis.divergence import ALL, Apart, Coded, Divergence
from riven.report.argument.divergence import MOST_GROUPS, divergence

RIDERS = "Riders of the Ford and of Both Banks"


def shown(held=None, rules=None):
    """Set the section."""
    content = an_arguing_content()
    profiles = content.rules.argument.profiles if rules is None else rules
    return divergence(held or a_divergence(), profiles, names_of(content), "newcomers")


def test_profiles_name_what_is_affirmed_what_is_denied_and_what_is_not_coded():
    """The focal group first, with links to the findings."""
    told = said(shown().blocks)
    assert "- Goals: What The Newcomers and others want." == told[0]
    assert [
        "The Newcomers | Condemns / f-1",
        "Council of the Valley | Not: Condemns / f-3",
        f"{RIDERS} | not coded",
    ] == (told[1:4])
    assert {"finding-f-1", "finding-f-3"} == targets(shown().blocks)


def test_a_distance_stands_beside_its_components():
    """What cannot be told says what is missing."""
    told = said(shown().blocks)
    at = told.index("# How far rivals are from The Newcomers")
    assert [
        "Council of the Valley | 1.00 / nothing shared | 1.00 / mean of 1",
        f"{RIDERS} | cannot be told: nothing coded about {RIDERS} | cannot be told",
    ] == told[at + 1 : at + 3]


def test_rivals_are_compared_with_each_other():
    """Every two once."""
    assert f"Council of the Valley and {RIDERS} | cannot be told | cannot be told" == said(shown().blocks)[-1]


def test_what_two_groups_share_is_named():
    """By its label."""
    held = a_divergence()
    alike = Apart("goals", "newcomers", "council", 0.25, ("condemn",), (), (), 1, ())
    told = said(shown(Divergence(held.coded, (alike, *held.apart[1:]))).blocks)
    assert "Council of the Valley | 0.25 / shared: Condemns | 1.00 / mean of 1" in told


def test_a_distance_that_cannot_be_told_although_both_are_coded_says_no_more_than_that():
    """A reason is never invented."""
    held = a_divergence()
    unknown = Apart("goals", "newcomers", "council", None, (), (), (), 0, ())
    told = said(shown(Divergence(held.coded, (unknown, *held.apart[1:]))).blocks)
    assert "Council of the Valley | cannot be told | 1.00 / mean of 1" in told


def test_very_many_pairs_are_left_to_the_table_of_the_build():
    """A page stays readable."""
    actors = ["newcomers", *(f"group-{number}" for number in range(MOST_GROUPS + 1))]
    coded = tuple(Coded("goals", actor, (), (), (), ()) for actor in actors)
    apart = tuple(
        Apart(profile, one, other, None, (), (), (), 0, ())
        for profile in ("goals", ALL)
        for one, other in combinations(actors, 2)
    )
    told = said(shown(Divergence(coded, apart)).blocks)
    assert "78 pairs are too many for a page; divergence.csv lists them all." == told[-1]


def test_one_rival_has_nobody_to_be_compared_with():
    """And is compared with the focal group all the same."""
    held = a_divergence()
    one = Divergence(
        held.coded[:2], tuple(each for each in held.apart if {each.one, each.other} <= {"newcomers", "council"})
    )
    told = said(shown(one).blocks)
    assert "There are not two rivals to compare." == told[-1]
    assert "Council of the Valley | 1.00 / nothing shared | 1.00 / mean of 1" in told


def test_without_profiles_or_groups_the_section_says_so():
    """Honest empty states."""
    nothing = Divergence((), ())
    assert ["The rules declare no respects in which groups are compared."] == said(shown(nothing, {}).blocks)
    assert "There are not two groups to compare." == said(shown(nothing).blocks)[-1]
