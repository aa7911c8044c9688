"""Rectangles in degrees."""

import pytest

from riven.model.place import Degrees

HERE = Degrees(10.0, 50.0, 20.0, 60.0)


@pytest.mark.parametrize(
    ("other", "meets"),
    [
        (Degrees(15.0, 55.0, 25.0, 65.0), True),
        (Degrees(12.0, 52.0, 13.0, 53.0), True),
        (Degrees(20.0, 50.0, 30.0, 60.0), False),
        (Degrees(10.0, 60.0, 20.0, 70.0), False),
        (Degrees(370.0, 50.0, 380.0, 60.0), False),
    ],
)
def test_rectangles_meet_where_they_share_ground(other: Degrees, meets: bool) -> None:
    """An edge is no ground, and nothing goes around the world."""
    assert meets == HERE.meets(other) == other.meets(HERE)
