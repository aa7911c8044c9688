"""Identifiers: what may name a thing, and what is proposed for a name that may not."""

import pytest

from riven.ids import MAX_LENGTH, is_id, nearest_id


@pytest.mark.parametrize("text", ["isk", "p-881", "un.qde-094", "0", "a" * MAX_LENGTH, "x_1"])
def test_small_plain_names_are_identifiers(text):
    """Lower-case letters, digits, hyphen, underscore and full stop name a thing."""
    assert is_id(text)


@pytest.mark.parametrize(
    "text",
    ["", "ISK", "a b", "-a", ".a", "_a", "a/b", "..", "a..b", "a.", "é", "a\n", "٣", "a" * (MAX_LENGTH + 1), "a\x00"],
)
def test_names_that_could_leave_a_folder_or_confuse_a_reader_are_not_identifiers(text):
    """Separators, blanks, capitals, other scripts, dots at the end and long names are refused."""
    assert not is_id(text)


@pytest.mark.parametrize(
    ("expected", "text"),
    [
        ("lashkar-e-taiba", "Lashkar-e-Taiba"),
        ("isk-p", "ISK  (P)"),
        ("a.b", "..a.b.."),
        ("", "داعش"),
        ("a" * MAX_LENGTH, "a" * 100),
        ("a_b", "a_b"),
    ],
)
def test_a_refused_name_is_answered_with_the_nearest_identifier(expected, text):
    """What is proposed keeps what it can; nothing is proposed when nothing can be kept."""
    assert expected == nearest_id(text)


def test_a_proposal_never_holds_two_full_stops_in_a_row():
    """What is proposed is an identifier itself."""
    assert is_id(nearest_id("a..b"))
