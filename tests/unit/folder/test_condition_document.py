"""Pieces every table of rules.toml is written of."""

from riven.folder.condition_document import condition_document, filled, lists
from riven.model.condition import Condition
from riven.model.panel import CellState


def test_a_condition_is_written_with_what_it_asks_for() -> None:
    """Links where there are any."""
    assert {"any": ["pledge"], "states": ["reported"]} == condition_document(Condition(("pledge",)))
    assert {"any": ["a", "b"], "states": ["possible"], "attribution": ["leader"]} == condition_document(
        Condition(("a", "b"), (CellState.POSSIBLE,), ("leader",))
    )


def test_what_is_empty_is_left_out() -> None:
    """And what is there comes last."""
    assert {"id": "a", "c": [1]} == filled({"id": "a"}, b="", c=[1], d=None)


def test_categories_are_written_as_lists() -> None:
    """As TOML has them."""
    assert {"act": ["warn"]} == lists({"act": ("warn",)})
