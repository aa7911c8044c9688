"""Lines and signs of a network."""

import math

import pytest

from riven.figures.sociogram_lines import BARE_MM, CLEAR, bars, beside, between, sign_of_group

MIDDLE, RADIUS = (20.0, 20.0), 20.0


def at(degrees):
    """Find a place on the ring."""
    angle = math.radians(degrees)
    return MIDDLE[0] + RADIUS * math.sin(angle), MIDDLE[1] - RADIUS * math.cos(angle)


@pytest.mark.parametrize("degrees", [180, 170, 120])
def test_a_line_between_two_others_keeps_clear_of_whoever_stands_in_the_middle(degrees):
    """It would look as if it ended there."""
    line = between(at(0), at(degrees), MIDDLE, RADIUS)

    nearest = min(math.dist(point, MIDDLE) for point in line)
    assert nearest >= CLEAR * RADIUS * 0.98
    assert (at(0), at(degrees)) == (pytest.approx(line[0]), pytest.approx(line[-1]))


def test_a_line_to_the_middle_is_straight():
    """Nobody stands in its way."""
    assert (at(40), MIDDLE) == between(at(40), MIDDLE, MIDDLE, RADIUS)


def test_a_line_along_the_ring_bends_away_from_whoever_stands_between():
    """It passes inside of them."""
    line = between(at(0), at(60), MIDDLE, RADIUS)

    assert math.dist(line[len(line) // 2], MIDDLE) < RADIUS * math.cos(math.radians(30)) - 2.0


def test_two_strands_run_side_by_side_at_the_same_distance():
    """Neither hides the other."""
    one, other = beside(((0.0, 0.0), (10.0, 0.0)), 0.5), beside(((0.0, 0.0), (10.0, 0.0)), -0.5)

    assert [0.5, 0.5, -0.5, -0.5] == [y for _, y in (*one, *other)]
    assert ((0.0, 0.0), (10.0, 0.0)) == beside(((0.0, 0.0), (10.0, 0.0)), 0.0)


def test_crossbars_stand_upright_on_a_line_and_leave_its_ends_bare():
    """Where many lines meet they would run together."""
    found = bars(((0.0, 0.0), (30.0, 0.0)))

    assert {0.0} == {round(one[0] - other[0], 6) for one, other in found}
    assert min(x for bar in found for x, _ in bar) >= BARE_MM - 1e-9
    assert max(x for bar in found for x, _ in bar) <= 30.0 - BARE_MM + 1e-9
    assert len(found) > 3


def test_the_shortest_line_still_shows_that_it_is_hostile():
    """One crossbar at least."""
    assert 1 == len(bars(((0.0, 0.0), (3.0, 0.0))))


def test_crossbars_follow_a_bent_line():
    """Each stands on it."""
    line = between(at(0), at(60), MIDDLE, RADIUS)
    for one, other in bars(line):
        middle = ((one[0] + other[0]) / 2, (one[1] + other[1]) / 2)
        assert min(math.dist(middle, point) for point in line) < 1.0


LOOKS = [
    pytest.param({"is_focal": True, "is_rival": False, "is_tied": True}, "#000000", id="focal"),
    pytest.param({"is_focal": False, "is_rival": True, "is_tied": True}, "#ffffff", id="rival"),
    pytest.param({"is_focal": False, "is_rival": False, "is_tied": True}, "#dcdcdc", id="other"),
]


@pytest.mark.parametrize(("given", "fill"), LOOKS)
def test_who_somebody_is_shows_without_colour(given, fill):
    """Black, white or grey."""
    assert fill == sign_of_group("circle", MIDDLE, 2.0, **given).fill


def test_whoever_nothing_ties_is_pale():
    """It is there, and nothing is known to tie it."""
    tied, bare = (sign_of_group("square", MIDDLE, 2.0, is_focal=False, is_rival=True, is_tied=t) for t in (True, False))

    assert tied.edge != bare.edge
    assert tied.points_wide > bare.points_wide


def test_every_shape_of_a_camp_is_another():
    """So that camps are told apart in grey."""
    shapes = [
        sign_of_group(name, MIDDLE, 2.0, is_focal=False, is_rival=True, is_tied=True).points
        for name in ("square", "diamond", "hexagon", "octagon", "circle")
    ]
    assert 5 == len(set(shapes))
