"""A finding in one line."""

import pytest

from factories import BELIEVED, NEGATED, a_claim, a_kinship, a_speech
from riven.analysis.scenes.headline import Headlines, dated, state_of, sureness, when
from riven.model.panel import CellState
from scene_factory import staged


def told(*claims):
    """Settle claims into one finding."""
    scope, outcome, _ = staged(*claims)
    (finding,) = outcome.findings.values()
    return scope, finding


def test_a_headline_names_parts_and_categories_as_the_codebook_does():
    """Actors by their printed names."""
    scope, finding = told(a_claim("c", "speech", "who=hill at=river+moor", "tone=scold heard=yes", "made=2015"))

    assert "who: Hill; at: River, Moor; tone: scold; heard: yes" == Headlines(scope).line(finding)
    assert "speech" == Headlines(scope).kind(finding)


def test_free_text_of_a_source_is_never_part_of_it():
    """A headline repeats no wording."""
    scope, finding = told(a_claim("c", "speech", "who=hill at=river", "tone=scold remark=thieves", "made=2015"))

    assert "thieves" not in Headlines(scope).line(finding)


def test_a_finding_is_placed_by_the_first_date_its_kind_asks_for():
    """When it was made before when it was published."""
    scope, finding = told(a_speech("c", date="published=2016 made=2015"))

    assert "made 2015" == when(dated(scope, finding))


def test_an_undated_finding_says_so():
    """It has no date to place it by."""
    scope, finding = told(a_kinship("k", "moor", "hill", "part-of"))

    assert dated(scope, finding) is None
    assert "undated" == when(None)


SURE = [
    pytest.param({}, CellState.REPORTED, "reported", id="asserted"),
    pytest.param({"modality": BELIEVED}, CellState.POSSIBLE, "possible: believed", id="believed"),
    pytest.param({"polarity": NEGATED}, CellState.REPORTED, "reported; held not to be so", id="negated"),
]


@pytest.mark.parametrize(("given", "state", "expected"), SURE)
def test_how_sure_a_finding_is_does_not_depend_on_its_date(given, state, expected):
    """The date has its own marks."""
    _, finding = told(a_speech("c", **given))

    assert (state, expected) == (state_of(finding), sureness(finding))
