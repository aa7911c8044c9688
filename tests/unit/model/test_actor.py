"""Actors and names: who is meant, never who belongs to whom."""

from dataclasses import FrozenInstanceError

import pytest

from riven.model.actor import Actor, ActorType, Name, NameType


def test_ten_types_of_actor_are_known():
    """The types of actors.csv."""
    expected = [
        "organisation", "umbrella", "wing", "branch", "faction", "state", "agency", "leader", "person", "population",
    ]  # fmt: skip
    assert expected == [str(kind) for kind in ActorType]


def test_five_types_of_name_are_known():
    """The types of names.csv."""
    assert ["name", "spelling", "acronym", "exonym", "description"] == [str(kind) for kind in NameType]


def test_an_actor_is_not_bounded_in_time_unless_said():
    """Nothing is assumed about when a group began or ended."""
    actor = Actor("ttp", "Tehrik-e-Taliban Pakistan", ActorType.UMBRELLA)
    assert (None, None, (), "") == (actor.begins, actor.ends, actor.external, actor.note)


def test_an_actor_cannot_be_changed():
    """A change is a new actor."""
    actor = Actor("ttp", "Tehrik-e-Taliban Pakistan", ActorType.UMBRELLA)
    with pytest.raises(FrozenInstanceError):
        actor.name = "TTP"


def test_a_name_keeps_the_spelling_of_its_source():
    """Text is stored as written; language, script, validity and source are not guessed."""
    name = Name("let", "لشکر طیبہ")
    assert ("لشکر طیبہ", NameType.NAME, "", "", None, None) == (
        name.text, name.type, name.language, name.script, name.valid, name.source,
    )  # fmt: skip
