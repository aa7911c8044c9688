"""The codebook: kinds, roles, variables and categories as data."""

import pytest

from riven.model.codebook import Category, Codebook, DateRole, Entry, Kind, Role, ValueType, Variable

ENTRY = Entry("Label", "Rule")


@pytest.mark.parametrize(
    ("expected", "words"),
    [(["happened", "made", "published", "reported"], DateRole), (["category", "set", "count", "text"], ValueType)],
)
def test_the_words_of_a_codebook_are_fixed(expected, words):
    """Dates a claim may carry, and what a variable may hold."""
    assert expected == [str(word) for word in words]


def test_a_variable_is_one_scored_category_that_does_not_identify_an_act():
    """Coders who differ on it disagree, and two claims may differ on it and still mean one act."""
    variable = Variable("act", ENTRY)
    assert (ValueType.CATEGORY, True, False) == (variable.type, variable.scored, variable.identifies)


def test_a_role_is_optional_single_open_to_any_actor_and_identifies_the_act():
    """Two claims about different speakers are about different acts."""
    role = Role("speaker", ENTRY)
    assert (False, False, (), True) == (role.required, role.many, role.actors, role.identifies)


def test_a_kind_is_an_act_that_happened_unless_said_to_last():
    """States of affairs are declared lasting."""
    kind = Kind("clash", ENTRY, (), ())
    assert ((DateRole.HAPPENED,), False) == (kind.dates, kind.lasting)


def test_a_category_without_a_sign_is_neither_hostile_nor_friendly_nor_neutral():
    """No sign is not zero."""
    assert None is Category("website", ENTRY).sign


def test_a_new_codebook_holds_nothing_and_cannot_be_filled_from_outside():
    """Kinds and variables are fixed when it is made."""
    codebook = Codebook("c", "Title", "1", "")
    with pytest.raises(TypeError):
        codebook.kinds["x"] = None
