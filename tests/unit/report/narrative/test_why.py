"""Why a rival and the focal actor do not get along."""

from dataclasses import replace

from narrative_factory import WORKED, worked
from riven.report.narrative.why import Reasons


def reasons(path=None):
    """Prepare to tell reasons."""
    held = worked(path) if path else worked()
    return Reasons(held.content, held.arguments, held.sorting(), held.telling())


def factors(actor, findings=(), path=None):
    """Tell the factors of a rival, a text a paragraph."""
    return [" ".join(each.text for each in told) for told in reasons(path).factors(actor, findings)]


def camp(actor):
    """Tell the camp of a rival."""
    held = worked()
    verdict = next((each for each in held.content.camps if each.actor == actor), None)
    return reasons().camp(verdict)


def test_a_camp_is_told_by_its_rule_and_cited() -> None:
    """With what speaks against it."""
    (sentence,) = camp("salt-militia")

    assert sentence.text.startswith("By the rules it belongs to: Houses at the table. The house spoke against Ombará")
    assert "What speaks against it:" in sentence.text
    assert sentence.passages


def test_a_rival_the_rules_leave_open_is_in_no_camp() -> None:
    """And says so."""
    (sentence,) = camp("lighthouse-families")

    assert "The rules put it in no camp" in sentence.text
    assert () == reasons().camp(None)


def test_a_factor_is_told_as_derived_and_as_stated() -> None:
    """With the judgement of authors beside it."""
    told = factors("salt-militia", ("f-v-militia-water", "f-g-militia"))

    assert told[0].startswith("Water and tolls: by the rules it sets them apart")
    assert "takes toll at the falls" in told[0]
    assert "Authors judge it present, as the rules do: Reported on 31 May 2022: For the Militia" in told[0]


def test_a_finding_is_told_under_one_factor_only() -> None:
    """Under others it is cited."""
    told = factors("copper-brotherhood", ("brotherhood-autumn",))

    assert 1 == sum("most of them of the north bank" in each for each in told)


def test_what_is_not_coded_is_named_together() -> None:
    """Silence is no absence."""
    assert "Nothing is coded on: Water and tolls; Older oaths. That is not to say that it plays no part." in factors(
        "heron-command"
    )


def test_findings_no_factor_takes_up_are_told_after() -> None:
    """By their kind."""
    assert factors("heron-command", ("f-x-burnt",))[-1].startswith("Assault.")


def test_the_side_of_the_focal_actor_is_cited_apart() -> None:
    """It is told once, in an account of its own."""
    told = next(each for each in factors("let", path=WORKED) if each.startswith("Turf:"))

    assert "; on the side of Islamic State Khorasan" in told


def test_what_the_rules_make_of_factors_is_said_in_short() -> None:
    """For the fingerprint of a text."""
    assert ("water: present", "crews: disputed", "old-oaths: not_coded") == reasons().judgements("salt-militia")


def test_a_study_without_factors_tells_what_it_has() -> None:
    """Kind by kind."""
    held = worked()
    bare = replace(held.arguments, argued=replace(held.arguments.argued, factors=(), stated=()))
    told = Reasons(held.content, bare, held.sorting(), held.telling()).factors("heron-command", ("f-x-burnt",))

    assert ["Assault."] == [paragraph[0].text for paragraph in told]
