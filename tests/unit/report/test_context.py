"""Tests of `riven.report.context`."""

import dataclasses

from report_factory import QUOTED, TEXT, a_passage
from riven.model.source import Document
from riven.report.context import AROUND, find_context


def a_document(text=TEXT):
    """Build the document of a text."""
    return Document("report", text, "")


def test_a_passage_is_shown_with_three_hundred_characters_on_each_side():
    """Enough to judge it, not enough to replace the source."""
    context = find_context(a_passage("p-1", "report"), a_document())
    assert QUOTED == context.text
    assert AROUND - 40 < len(context.before) <= AROUND + 1
    assert AROUND - 40 < len(context.after) <= AROUND + 1
    assert context.before.startswith("… ")
    assert context.after.endswith(" …")


def test_a_passage_at_the_edges_of_a_text_has_no_ellipsis():
    """Nothing was left out there."""
    context = find_context(a_passage("p-1", "report", "A short text.", "short"), a_document("A short text."))
    assert ("A ", "short", " text.") == (context.before, context.text, context.after)


def test_a_text_that_changed_is_not_highlighted():
    """A mark in the wrong place would mislead."""
    assert find_context(a_passage("p-1", "report"), a_document(f"One more sentence. {TEXT}")) is None


def test_a_text_that_is_too_short_is_not_highlighted():
    """Offsets beyond the end are no passage."""
    assert find_context(a_passage("p-1", "report"), a_document("Short.")) is None


def test_offsets_count_code_points_also_beyond_the_basic_plane():
    """Emoji before a passage do not shift it."""
    text = f"😀😀 {TEXT}"
    assert QUOTED == find_context(a_passage("p-1", "report", text), a_document(text)).text


def test_a_script_without_blanks_is_cut_anywhere():
    """No blank within forty characters: cut as it is."""
    text = "山" * 400 + "川" + "山" * 400
    passage = a_passage("p-1", "report", text, "川")
    assert "…" + "山" * AROUND == find_context(passage, a_document(text)).before


def test_a_lone_surrogate_in_a_text_does_no_harm():
    """A broken file is compared like any other."""
    passage = dataclasses.replace(a_passage("p-1", "report", "abc", "b"), end=3)
    assert find_context(passage, a_document("a\ud800c")) is None
