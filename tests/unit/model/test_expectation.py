"""Expectations and their locks."""

from dataclasses import replace
from datetime import date

import pytest

from riven.dates import parse
from riven.model.expectation import Expectation, Outcome

HELD = Expectation(
    "e-1", "Will it?", "A cell says so.", parse("2018"), "the authors", parse("2018-04-01"), "likely", 70
)


@pytest.mark.parametrize(
    "change",
    [
        {"id": "e-2"},
        {"question": "Will it not?"},
        {"rule": "Two cells say so."},
        {"covers": parse("2018/2019")},
        {"author": "others"},
        {"stated": None},
        {"term": "very likely"},
        {"percent": None},
        {"percent": 0},
        {"passages": ("p-1",)},
        {"actors": ("hill",)},
        {"measure": "criticised"},
    ],
    ids=str,
)
def test_what_is_expected_cannot_change_under_its_lock(change: dict[str, object]) -> None:
    """Every word of it is sealed."""
    assert HELD.sealed() != replace(HELD, **change).sealed()


@pytest.mark.parametrize(
    "change",
    [
        {"lock": "0" * 64},
        {"outcome": Outcome.YES},
        {"resolved_on": date(2019, 1, 1)},
        {"resolution_passages": ("p-2",)},
        {"reason": "Because."},
        {"note": "A note."},
    ],
    ids=str,
)
def test_what_came_of_it_is_not_sealed(change: dict[str, object]) -> None:
    """It is not known when the expectation is stated."""
    assert HELD.sealed() == replace(HELD, **change).sealed()


def test_a_lock_is_the_same_on_every_machine() -> None:
    """What was locked years ago is still what was locked."""
    assert "ce89b65fc27bd510284fd26f88cd2ef0667a253bb3f90bf79693cd63d5798d49" == HELD.sealed()
