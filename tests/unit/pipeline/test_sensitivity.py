"""Tests of `riven.pipeline.sensitivity`."""

from dataclasses import replace

import pytest

from checkout import REPOSITORY
from riven.analysis.sensitivity import Place, Sort, compare
from riven.folder import read_study
from riven.model.rule import Edit, Option, Switch
from riven.pipeline.columns import columns_of
from riven.pipeline.results import analyse_study
from riven.pipeline.sensitivity import alternative_rows, flip_rows, sensitivity_of


@pytest.fixture(scope="module")
def held():
    """The sensitivity of an invented study."""
    study = read_study(REPOSITORY / "tests" / "studies" / "ombara-2022")
    return sensitivity_of(study, analyse_study(study))


def test_every_sort_of_alternative_is_tried(held) -> None:
    """Rules, identity and dates, then sources, outlets, coders and groups."""
    assert list(Sort) == list(dict.fromkeys(one.alternative.sort for one in held.tested))


def test_results_include_solutions_of_configurations(held) -> None:
    """Both of them, for every question of the rules."""
    assert {place.measure.split()[-1] for place in held.results if place.what == "solution"} == {
        "conservative",
        "parsimonious",
    }


def test_every_flip_is_a_row_and_every_alternative_another(held) -> None:
    """Also those that change nothing."""
    flips, alternatives = list(flip_rows(held.tested)), list(alternative_rows(held.tested))
    assert set(columns_of("sensitivity.csv")) == set(flips[0])
    assert set(columns_of("alternatives.csv")) == set(alternatives[0])
    assert len(held.tested) == len(alternatives)
    assert len(flips) == sum(row["flips"] for row in alternatives) == held.to_polars().height
    assert 0 in {row["flips"] for row in alternatives}


def test_the_alternatives_under_which_a_result_flips_are_found_from_the_result(held) -> None:
    """A result that holds under all has none."""
    flip = next(flip for one in held.tested for flip in one.flips)
    assert held.flipping(flip.place)
    assert () == held.flipping(Place("cell", "no-measure", "nobody", "1900"))


def test_alternatives_are_narrowed_by_sort_and_by_measure(held) -> None:
    """Those that change nothing about the measure stay, with nothing to tell."""
    coders = held.only(sort=Sort.CODER)
    assert {Sort.CODER} == {one.alternative.sort for one in coders}
    measure = next(flip.measure for one in held.tested for flip in one.flips if flip.what == "cell")
    narrowed = held.only(measure=measure)
    assert len(held.tested) == len(narrowed)
    assert {("cell", measure)} == {(flip.what, flip.measure) for one in narrowed for flip in one.flips}


@pytest.mark.parametrize(
    ("table", "attribute", "value"), [("grouping", "group_by_key", False), ("dates", "publication_bound", False)]
)
def test_a_decision_on_settling_is_tried_from_the_claims_on(table, attribute, value) -> None:
    """The findings themselves are others then, and the results are those of the study made so from the start."""
    study = read_study(REPOSITORY / "tests" / "studies" / "ombara-2022")
    assert value != getattr(study.rules, attribute)
    option = Option("other", "Otherwise.", (Edit(table, "", attribute, value),))
    switch = Switch("settling", "How?", "As it is.", (option,))
    (one,) = sensitivity_of(replace(study, rules=replace(study.rules, switches=(switch,))), analyse_study(study)).only(
        sort=Sort.SWITCH
    )
    made = replace(study, rules=replace(study.rules, **{attribute: value}))
    expected = compare(analyse_study(study), analyse_study(made))
    found = {flip for flip in one.flips if flip.what in {"rival", "camp", "cell"}}
    assert {(flip.place, flip.after) for flip in expected} == {(flip.place, flip.after) for flip in found}
