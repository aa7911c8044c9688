"""What of the worked study turns on its rules: the flips that a reader of the article would ask about first."""

import pytest

from riven.folder import read_study
from riven.pipeline.results import analyse_study
from riven.pipeline.sensitivity import sensitivity_of


@pytest.fixture(scope="module")
def held(repository):
    """The sensitivity of the worked study."""
    study = read_study(repository / "studies" / "isk-2018")
    return sensitivity_of(study, analyse_study(study))


def flips(held, alternative, what):
    """Name whose results of one sort an alternative changes, and how."""
    (one,) = [one for one in held.tested if one.alternative.id == alternative]
    return {(flip.actor, flip.period, flip.before, flip.after) for flip in one.flips if flip.what == what}


DROPPED = [
    ("switch:named-speaker=yes", {"jud", "imu", "ttp"}),
    ("switch:poaching-attempts=no", {"let"}),
    ("switch:collective=no", {"haqqani-network"}),
    ("switch:faction=no", {"imu"}),
    ("switch:parent=no", {"afghan-taliban", "haqqani-network", "let", "jud"}),
    ("rollup:ucdp", {"haqqani-network", "jud"}),
    ("rollup:un-list", {"jud"}),
    ("dates:strict", {"let", "imu"}),
    ("dates:generous", set()),
    ("switch:denial=no", set()),
    ("switch:reaffirmation=no", set()),
    ("switch:splinter=yes", set()),
]


@pytest.mark.parametrize(("alternative", "dropped"), DROPPED)
def test_a_decision_taken_otherwise_drops_these_rivals_and_adds_none(held, alternative, dropped) -> None:
    """Six groups are rivals under the rules of the article; this is how firmly."""
    assert {(actor, "", "rival", "no rival") for actor in dropped} == flips(held, alternative, "rival")


def test_the_inherited_warning_is_what_makes_haqqani_2015_possible(held) -> None:
    """Counted as its own it is reported; not counted, nothing is found."""
    cell = ("haqqani-network", "2015", "possible")
    assert {(*cell, "reported")} == flips(held, "switch:collective=fully", "cell")
    assert (*cell, "none_found") in flips(held, "switch:collective=no", "cell")


def test_dissociation_is_what_makes_let_2015_reported(held) -> None:
    """Without it an undated statement is left."""
    assert {("let", "2015", "reported", "possible")} == flips(held, "switch:denial=no", "cell")


def test_both_divided_groups_would_be_opposed_if_the_parent_did_not_count(held) -> None:
    """Their pledges went to the Islamic State, not to its branch."""
    expected = {(actor, "", "divided", "opposed") for actor in ("imu", "ttp")}
    assert expected == {flip for flip in flips(held, "switch:parent=no", "camp") if flip[0] in {"imu", "ttp"}}


def test_one_source_and_one_coder_carry_everything_and_the_report_says_so(held) -> None:
    """The study codes one document; leaving it out is no test of it."""
    told = "\n".join(held.robustness)
    assert "Everything rests on one source" in told
    assert "One coder coded everything" in told


def test_no_model_holds_however_missing_scores_are_settled(held) -> None:
    """Six cases single out no combination of factors."""
    found = {place.measure: result for place, result in held.results.items() if place.what == "solution"}
    assert {"divided conservative": "no model", "divided parsimonious": "no model"} == found
