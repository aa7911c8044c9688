"""Selectors at work."""

import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_claim,
    a_move,
    a_selector,
    a_speech,
    some_evidence,
    some_rules,
)
from riven.evidence.selection import DEFAULT_MODALITIES, has_values, mask, pick
from riven.model.claim import Modality, Polarity, Verdict

RULES = some_rules()
FAMILY = {"river": False, "delta": False, "lake": True}


def picked(selector, *claims, family=FAMILY, polarity=Polarity.AFFIRMED, modalities=DEFAULT_MODALITIES):
    """Pick findings: whose row each is, and whether it is weak."""
    evidence = some_evidence(*claims)
    found = pick(evidence, selector, family=family, polarity=polarity, modalities=modalities)
    names, weak = evidence.findings["finding"], found.weak
    return sorted((names[key], actor, weak[key]) for key, actor in found.rows.iter_rows())


def scolding(*claims, **given):
    """Pick scoldings."""
    return picked(RULES.selectors["scolding"], *claims, **given)


def test_a_finding_is_picked_by_kind_direction_and_categories() -> None:
    """All conditions must hold."""
    assert [("f-a", "hill", False)] == scolding(
        a_speech("a"),
        a_speech("b", values="tone=praise heard=yes"),
        a_speech("c", values="tone=scold heard=no"),
        a_speech("d", values="tone=scold"),
        a_speech("e", at="moor"),
        a_move("f"),
    )


def test_a_text_of_one_claim_is_no_match_for_another_variable() -> None:
    """Values belong to their variable."""
    assert [] == scolding(a_speech("a", values="remark=scold heard=yes"))


def test_nothing_at_all_is_picked_from_nothing() -> None:
    """A study may have no such claim."""
    assert [] == scolding()
    assert [] == scolding(a_move("m"))


def test_the_first_role_that_is_filled_says_whose_row_it_is() -> None:
    """A speaker for a group is the group."""
    claims = a_claim("a", roles="who=chief for=hill at=river", values="tone=warn heard=yes"), a_speech("b", "moor")

    assert [("f-a", "hill", False), ("f-b", "moor", False)] == scolding(*claims)


def test_several_actors_of_a_role_have_a_row_each() -> None:
    """A joint statement is that of each."""
    assert [("f-a", "hill", False), ("f-a", "moor", False)] == scolding(a_speech("a", "hill+moor"))


def test_a_finding_directed_only_at_a_doubtful_member_of_the_family_is_weak() -> None:
    """One that names a sure member too is not."""
    claims = a_speech("a", at="lake"), a_speech("b", at="lake+delta"), a_speech("c", at="moor")

    assert [("f-a", "hill", True), ("f-b", "hill", False)] == scolding(*claims)


def test_a_selector_without_direction_asks_for_none() -> None:
    """And nothing about it is weak."""
    selector = a_selector("any", "speech", "who")

    assert [("f-a", "hill", False)] == picked(selector, a_speech("a", at="lake"))


def test_apart_leaves_out_what_names_any_member_of_the_family() -> None:
    """A doubtful one as well."""
    selector = a_selector("others", "speech", "who", apart=("at",))
    claims = a_speech("a", at="moor"), a_speech("b", at="moor+lake"), a_speech("c")

    assert [("f-a", "hill", False)] == picked(selector, *claims)


def test_without_leaves_out_findings_with_such_a_value() -> None:
    """Even beside others."""
    selector = a_selector("calm", "speech", "who", without={"by": ("crowd",)})
    claims = [a_speech(by, values=f"tone=warn by={by}", date=f"made={year}") for by, year in BY.items()]

    assert ["f-a"] == [name for name, *_ in picked(selector, *claims)]


BY = {"a": 2011, "crowd": 2012, "chief+crowd": 2013}


def test_a_disputed_finding_is_left_out_only_if_no_reading_would_be_picked() -> None:
    """One coder saw a crowd, the other a chief."""
    selector = a_selector("calm", "speech", "who", without={"by": ("crowd",)})
    one = a_speech("a", values="tone=warn by=crowd")
    other, same = a_speech("b", values="tone=warn by=chief", coder="bob"), a_speech("b", values="tone=warn by=crowd")
    against = a_speech("c", values="tone=warn by=crowd", polarity=NEGATED)

    assert [("f-a", "hill", False)] == picked(selector, one, other)
    assert [] == picked(selector, one, same, against)


def test_a_disputed_finding_is_that_of_everybody_a_coder_named() -> None:
    """Each has a row, and nobody is cleared by a dispute."""
    claims = a_speech("a", finding="x"), a_speech("b", "moor", coder="bob", finding="x")

    assert [("x", "hill", False), ("x", "moor", False)] == scolding(*claims)


@pytest.mark.parametrize("given", [{"coder": "bot"}, {"polarity": NEGATED}, {"modality": DENIED}], ids=str)
def test_what_is_suggested_negated_or_denied_is_not_picked(given: dict[str, object]) -> None:
    """It does not say that it was so."""
    assert [] == scolding(a_speech("a", **given))


def test_what_is_rejected_is_not_picked() -> None:
    """Not in either polarity."""
    claims = a_speech("a"), a_speech("j", settles=("a",), verdict=Verdict.REJECTED)

    assert [] == scolding(*claims)
    assert [] == scolding(*claims, polarity=Polarity.NEGATED)


def test_the_other_polarity_and_other_modalities_can_be_asked_for() -> None:
    """To find what speaks against."""
    negated = a_speech("a", polarity=NEGATED)

    assert [("f-a", "hill", False)] == scolding(negated, polarity=Polarity.NEGATED)
    assert [("f-b", "hill", False)] == scolding(a_speech("b", modality=DENIED), modalities=(DENIED,))
    assert [] == scolding(a_speech("b", modality=RUMOURED), modalities=(BELIEVED,))


def test_denials_and_forecasts_do_not_count_unless_asked_for() -> None:
    """Everything else does."""
    assert set(Modality) - {Modality.DENIED, Modality.FORECAST} == set(DEFAULT_MODALITIES)


def test_a_mask_marks_each_key_once() -> None:
    """One Boolean a finding."""
    evidence = some_evidence(a_speech("a"), a_speech("b", "moor"), a_speech("c", "lake"))
    keys = evidence.findings["key"]

    assert [False, True, False] == mask(evidence, keys.filter(keys == 1).append(keys.filter(keys == 1))).to_list()
    assert [False, False, False] == mask(evidence, keys.clear()).to_list()


def test_values_are_found_by_variable_and_category() -> None:
    """Any of the categories given."""
    evidence = some_evidence(a_speech("a", values="tone=warn"), a_speech("b", values="tone=praise"), a_move("m"))

    assert [True, False, False] == has_values(evidence, "tone", ["warn", "scold"]).to_list()
    assert [False, False, False] == has_values(evidence, "rank", ["warn"]).to_list()
