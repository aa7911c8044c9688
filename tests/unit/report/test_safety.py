"""Tests of `riven.report.safety`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from riven.report.safety import clean, escape_markdown, isolated


@pytest.mark.parametrize(
    ("expected", "written"),
    [
        ("plain text\nwith lines\tand tabs", "plain text\nwith lines\tand tabs"),
        ("a\ufffdb", "a\x00b"),
        ("a\ufffdb", "a\ud800b"),
        ("\ufffdgnirts", "\u202egnirts"),
        ("\u2068ok\u2069", "\u2068ok\u2069"),
        ("\ufffdopen", "\u2067open"),
        ("\ufffdclosed first\ufffd", "\u2069closed first\u2066"),
        ("می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_characters_that_hide_or_reorder_are_replaced_in_plain_sight(expected, written):
    """Harmless text stays as it is."""
    assert expected == clean(written)


def test_a_right_to_left_name_is_isolated_inside_a_sentence():
    """It cannot reorder the words around it."""
    assert "\u2068داعش\u2069" == isolated("داعش")


def test_a_left_to_right_name_stays_bare():
    """No invisible characters where none are needed."""
    assert "Riders of the Ford" == isolated("Riders \n of the Ford")


def test_a_name_cannot_close_its_own_isolation():
    """Isolates inside a name are replaced."""
    assert "\u2068داعش\ufffdevil\u2069" == isolated("داعش\u2069evil")


@given(st.text(max_size=80))
def test_escaped_markdown_shows_as_itself(text):
    """Rendered, any text is one paragraph of exactly its own words."""
    words = escape_markdown(text).strip()
    tokens = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(f"{words}\n")
    if not words:
        return
    assert ["paragraph_open", "inline", "paragraph_close"] == [token.type for token in tokens]
    shown = "".join(child.content for child in tokens[1].children)
    assert {"text", "text_special"} >= {child.type for child in tokens[1].children}
    assert " ".join(clean(text).split()) == " ".join(shown.split())


@pytest.mark.parametrize(
    "text", ["1. one", "- one", "+ one", "# one", "* one", "> one", "===", "---", "| a |", "12) x"]
)
def test_nothing_at_the_start_of_a_line_becomes_structure(text):
    """Not a list, not a heading, not a rule."""
    assert "<p>" == MarkdownIt("commonmark").render(escape_markdown(text))[:3]


def test_an_address_in_a_text_does_not_become_a_link():
    """Only links the report makes itself are links."""
    assert "https\\://example.org" == escape_markdown("https://example.org")
