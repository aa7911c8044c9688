"""Tests of `riven.report.content`."""

import pytest

from riven.errors import UnknownTermError
from riven.report.content import held


def test_what_is_held_is_found():
    """A plain look-up."""
    assert 1 == held({"c-1": 1}, "c-1", "claim")


def test_what_is_not_held_is_named():
    """The error says what was looked for."""
    with pytest.raises(UnknownTermError, match="unknown claim 'c-9'"):
        held({"c-1": 1}, "c-9", "claim")
