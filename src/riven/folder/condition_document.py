"""Pieces every table of rules.toml is written of."""

from collections.abc import Mapping
from typing import Any

from riven.model.condition import Condition


def filled(table: dict[str, Any], **optional: object) -> dict[str, Any]:
    """Add the optional keys that have a value."""
    return table | {key: value for key, value in optional.items() if value}


def lists(where: Mapping[Any, tuple[str, ...]]) -> dict[str, list[str]]:
    """Write variables with the categories given."""
    return {str(name): list(categories) for name, categories in where.items()}


def condition_document(condition: Condition) -> dict[str, Any]:
    """Write a condition."""
    table: dict[str, Any] = {"any": list(condition.any), "states": [state.value for state in condition.states]}
    return filled(table, attribution=list(condition.attribution))
