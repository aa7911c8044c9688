"""Distances: what counts for a pair, what is missing, and every component in view."""

import math

import numpy as np
import pytest

from riven.analysis.distance import Scale, Variable, gower, jaccard
from riven.errors import EvidenceError


def between(found, one=0, other=1):
    return float(found.total[one, other])


def test_sets_are_as_far_apart_as_they_share_little() -> None:
    """One of three codes in common."""
    assert round(2 / 3, 12) == jaccard({"emirate", "caliphate"}, {"caliphate", "secession"})
    assert (0.0, 1.0) == (jaccard({"x"}, {"x"}), jaccard({"x"}, set()))


def test_a_set_not_coded_has_no_distance_and_neither_have_two_empty_sets() -> None:
    """Absence of a code is not a code, and two absences are no agreement."""
    assert [None, None, None] == [jaccard(None, {"x"}), jaccard({"x"}, None), jaccard(set(), set())]


def test_each_scale_measures_in_its_own_way() -> None:
    """Nominal: same or not; ordinal: steps over the steps observed; interval: difference over the range observed."""
    found = gower(
        [
            Variable("n", Scale.NOMINAL, ("a", "b", "a")),
            Variable("o", Scale.ORDINAL, ("low", "high", "mid"), levels=("low", "mid", "high", "top")),
            Variable("i", Scale.INTERVAL, (10, 14, 11)),
            Variable("s", Scale.SYMMETRIC, (0, 0, 1)),
            Variable("g", Scale.SET, (frozenset("xy"), frozenset("y"), frozenset("z"))),
        ]
    )
    assert ("n", "o", "i", "s", "g") == found.names
    assert [1.0, 1.0, 1.0, 0.0, 0.5] == found.components[:, 0, 1].tolist()
    assert [0.0, 0.5, 0.25, 1.0, 1.0] == found.components[:, 0, 2].tolist()
    assert 2.75 / 5 == between(found, 0, 2)


def test_two_absences_of_an_asymmetric_feature_say_nothing() -> None:
    """Both without it: the variable does not count; one with it: it does."""
    found = gower([Variable("a", Scale.ASYMMETRIC, (0, 0, 1)), Variable("n", Scale.NOMINAL, ("x", "x", "x"))])
    assert [0.0, 0.5] == [between(found, 0, 1), between(found, 0, 2)]
    assert [1, 2] == found.counted[0, 1:].tolist()
    assert math.isnan(found.components[0, 0, 1])


def test_a_variable_missing_for_one_of_a_pair_does_not_count_for_the_pair() -> None:
    """Neither as agreement nor as difference, whatever its scale."""
    scales = (Scale.NOMINAL, Scale.ORDINAL, Scale.INTERVAL, Scale.SYMMETRIC, Scale.ASYMMETRIC)
    gaps = [Variable(scale, scale, (None, 1), levels=(1,)) for scale in scales]
    found = gower([*gaps, Variable("g", Scale.SET, (None, frozenset("x"))), Variable("i", Scale.INTERVAL, (0, 5))])
    assert (1, 1.0) == (found.counted[0, 1], between(found))


def test_actors_that_share_no_coded_variable_have_no_distance() -> None:
    """Undefined, not 0."""
    found = gower([Variable("a", Scale.NOMINAL, ("x", None)), Variable("b", Scale.NOMINAL, (None, "x"))])
    assert math.isnan(between(found))
    assert 0 == found.counted[0, 1]


def test_a_variable_nobody_is_coded_for_counts_for_nobody() -> None:
    """It has no range to divide by."""
    found = gower([Variable("i", Scale.INTERVAL, (None, None)), Variable("n", Scale.NOMINAL, ("x", "y"))])
    assert 1.0 == between(found)


def test_a_variable_that_never_varies_puts_nobody_apart() -> None:
    """As in R's daisy: it counts, with distance 0."""
    found = gower([Variable("i", Scale.INTERVAL, (2, 2)), Variable("n", Scale.NOMINAL, ("x", "y"))])
    assert 0.5 == between(found)


def test_weights_mixed_scales_and_gaps_together_equal_daisy() -> None:
    """R 4.2, cluster 2.1.4: daisy(metric = "gower", weights = c(1, 2, 1, 1, 3)) on four made-up rows."""
    found = gower(
        [
            Variable("a", Scale.NOMINAL, ("p", "q", None, "p")),
            Variable("b", Scale.ORDINAL, ("lo", "hi", "mid", None), weight=2, levels=("lo", "mid", "hi", "top")),
            Variable("i", Scale.INTERVAL, (1, None, 4, 4)),
            Variable("k", Scale.INTERVAL, (2, 2, 2, 2)),
            Variable("s", Scale.ASYMMETRIC, (1, 0, 0, None), weight=3),
        ]
    )
    expected = [0.857142857142857, 0.714285714285714, 0.333333333333333, 0.333333333333333, 0.5, 0.0]
    assert pytest.approx(expected, abs=1e-14) == found.total[np.triu_indices(4, 1)].tolist()


def test_all_flaws_of_the_variables_are_told_at_once() -> None:
    """With the value, and with what was expected."""
    with pytest.raises(EvidenceError) as caught:
        gower(
            [
                Variable("n", Scale.NOMINAL, (frozenset("x"), "b")),
                Variable("o", Scale.ORDINAL, ("low", "huge"), levels=("low", "high")),
                Variable("i", Scale.INTERVAL, ("ten", math.inf)),
                Variable("a", Scale.ASYMMETRIC, (2, "x")),
                Variable("g", Scale.SET, ("x", None)),
                Variable("w", Scale.NOMINAL, ("x",), weight=0),
            ]
        )
    told = str(caught.value)
    assert "'o': 'huge' is not one of its levels (low, high)." in told
    assert "'i': 'ten' is not a number." in told
    assert "'a': '2' is not 0 or 1." in told
    assert "'g': 'x' is not a set of codes." in told
    assert "'w' has 1 values, expected 2." in told
    assert "'w' has the weight 0, expected one above 0." in told
    assert "is not one category." in told


def test_no_variable_gives_no_distance() -> None:
    """There is nothing to be apart by."""
    with pytest.raises(EvidenceError, match="there is none"):
        gower([])
