"""Tests of `riven.figures.marks`."""

from itertools import combinations

import pytest

from riven.figures.marks import Box, inherited_mark, mark, pad
from riven.model.panel import CellState

BOX = Box(10.0, 20.0, 12.0, 5.0)


@pytest.mark.parametrize("state", list(CellState))
@pytest.mark.parametrize("box", [BOX, Box(0, 0, 3.5, 5.3), Box(0, 0, 12, 26)])
def test_no_mark_leaves_its_box(state, box):
    """Neighbouring cells never touch."""
    points = [point for shape in (*mark(state, box), *inherited_mark(state, box)) for point in shape.points]
    assert all(box.x - 1e-9 <= x <= box.x + box.width + 1e-9 for x, _ in points)
    assert all(box.y - 1e-9 <= y <= box.y + box.height + 1e-9 for _, y in points)


def test_no_two_states_have_the_same_shapes():
    """States differ without any colour."""
    shapes = {state: [shape.points for shape in mark(state, BOX)] for state in CellState}
    assert all(shapes[one] != shapes[other] for one, other in combinations(CellState, 2))


def test_the_middle_of_a_box_is_its_centre():
    """Numbers are set there."""
    assert BOX.centre == (16.0, 22.5)


def test_a_pad_is_never_wider_than_its_box():
    """A long number does not wipe out its neighbours."""
    across = [x for x, _ in pad(BOX, 99.0, 2.0).points]
    assert BOX.x < min(across)
    assert max(across) < BOX.x + BOX.width
