"""Tests of `riven.figures.style`."""

import matplotlib as mpl

from riven.figures.style import plain_style


def test_a_users_configuration_is_set_aside_and_comes_back():
    """A figure does not depend on whose machine draws it."""
    with mpl.rc_context({"text.color": "red"}):
        with plain_style():
            assert "black" == mpl.rcParams["text.color"]
            assert "riven" == mpl.rcParams["svg.hashsalt"]
        assert "red" == mpl.rcParams["text.color"]
