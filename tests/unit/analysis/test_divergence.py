"""How far groups diverge: what is shared, what is not, and what cannot be told."""

import pytest

from argument_factory import FOLLOWERS, argued
from factories import DENIED, NEGATED, a_bond, a_claim
from riven.analysis.divergence import ALL, diverge
from riven.model.argument import Argument, ProfileRule, Scale

GROUPS = ("river", "hill", "moor")


def a_profile(name="tones", variable="tone", scale=Scale.SET, **given):
    """Compare what groups say."""
    given.setdefault("attribution", FOLLOWERS)
    return ProfileRule(name, name.title(), "What they say.", "speech", ("for", "who"), variable, scale, **given)


def compared(*claims, profiles=None, groups=GROUPS):
    """Compare groups of the invented world."""
    rules = profiles or [a_profile()]
    held = argued(*claims, argument=Argument(profiles={rule.id: rule for rule in rules}))
    return diverge(held.scope, groups, findings=held.findings)


def a_word(name, who, tone, **given):
    """Let somebody say something in a tone."""
    return a_claim(
        name, "speech", f"who={who} at=river", f"tone={tone} heard=yes", given.pop("date", "made=2015"), **given
    )


def between(found, one, other, profile="tones"):
    """Take one pair."""
    return next(each for each in found.apart if (each.profile, each.one, each.other) == (profile, one, other))


def test_two_groups_are_apart_by_what_they_do_not_share() -> None:
    """Jaccard's distance, with what is shared, what only one has, and the claims of both."""
    found = compared(a_word("a", "hill", "warn"), a_word("b", "hill", "scold"), a_word("c", "moor", "scold"))
    pair = between(found, "hill", "moor")

    assert (0.5, ("scold",), ("warn",), ()) == (pair.distance, pair.shared, pair.only_one, pair.only_other)
    assert {"a", "b", "c"} == set(pair.claims)


def test_a_group_that_nobody_coded_is_at_no_distance() -> None:
    """Neither alike nor apart: it cannot be told."""
    pair = between(compared(a_word("a", "hill", "warn")), "hill", "moor")

    assert (None, 0) == (pair.distance, pair.counted)


def test_a_denial_is_something_known() -> None:
    """A group of which only denials are known has none of the others' categories."""
    found = compared(a_word("a", "hill", "warn"), a_word("b", "moor", "warn", polarity=NEGATED))
    (coded,) = [each for each in found.coded if each.actor == "moor"]

    assert ((), ("warn",)) == (coded.categories, coded.denied)
    assert 1.0 == between(found, "hill", "moor").distance


def test_what_is_affirmed_once_is_not_denied() -> None:
    """Both findings stand under it."""
    found = compared(a_word("a", "hill", "warn"), a_word("b", "hill", "warn", polarity=NEGATED, date="made=2016"))
    (coded,) = [each for each in found.coded if each.actor == "hill"]

    assert (("warn",), ()) == (coded.categories, coded.denied)


@pytest.mark.parametrize("given", [{"date": "made=1990"}, {"modality": DENIED}], ids=["too early", "denied"])
def test_what_says_nothing_about_the_window_does_not_count(given) -> None:
    """It lies outside, or a party denies it."""
    found = compared(a_word("a", "hill", "warn", **given), a_word("b", "moor", "scold"))

    assert [] == [each for each in found.coded if each.actor == "hill" and each.is_coded]


def test_a_leader_and_the_focal_family_speak_for_their_group() -> None:
    """As the profile's links, and the family of the rules, say."""
    found = compared(a_word("a", "chief", "warn"), a_bond("b", "chief", "hill"), a_word("c", "moor", "warn"))

    assert 0.0 == between(found, "hill", "moor").distance


def test_an_ordinal_variable_counts_the_steps_between_the_highest() -> None:
    """Over the steps observed."""
    words = [a_word("a", "hill", "warn"), a_word("b", "moor", "praise"), a_word("c", "river", "scold")]
    found = compared(*words, profiles=[a_profile(scale=Scale.ORDINAL)])

    assert (1.0, 0.5) == (between(found, "hill", "moor").distance, between(found, "river", "moor").distance)


def test_a_nominal_variable_is_the_same_or_not() -> None:
    """Several categories are one of their own."""
    words = [
        a_word("a", "hill", "warn"),
        a_word("b", "moor", "warn"),
        a_word("c", "river", "warn"),
        a_word("d", "river", "scold"),
    ]
    found = compared(*words, profiles=[a_profile(scale=Scale.NOMINAL)])

    assert (0.0, 1.0) == (between(found, "hill", "moor").distance, between(found, "river", "hill").distance)


def test_over_all_profiles_only_those_count_in_which_both_are_coded() -> None:
    """The number says how many."""
    words = [a_word("a", "hill", "warn"), a_word("b", "moor", "scold")]
    found = compared(*words, profiles=[a_profile(), a_profile("hearing", "heard"), a_profile("marks", "by")])
    pair = between(found, "hill", "moor", ALL)

    assert (0.5, 2) == (pair.distance, pair.counted)


def test_a_condition_on_other_variables_is_kept() -> None:
    """What does not meet it is left out."""
    found = compared(a_word("a", "hill", "warn"), profiles=[a_profile(where={"heard": ("no",)})])

    assert not any(each.is_coded for each in found.coded)


@pytest.mark.parametrize(("profiles", "groups"), [([], GROUPS), ([a_profile()], ("hill",))], ids=["no rules", "alone"])
def test_nothing_to_compare_gives_an_empty_answer(profiles, groups) -> None:
    """Not an error."""
    held = argued(a_word("a", "hill", "warn"), argument=Argument(profiles={rule.id: rule for rule in profiles}))
    found = diverge(held.scope, groups, findings=held.findings)

    assert ((), ()) == (found.coded, found.apart)
