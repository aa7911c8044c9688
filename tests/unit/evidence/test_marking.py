"""Words a coder copied lead to the exact span that holds them."""

from hypothesis import given
from hypothesis import strategies as st

from riven.evidence.anchor import Standing, check_passages, digest
from riven.evidence.marking import mark
from riven.ids import PassageId, SourceId
from riven.model.source import Passage

TEXT = "The council met in spring.\nIts speaker – Ana – ‘warned’ the\nnewcomers twice.\nThe council met again 🌊.\n"


def places(words: str, text: str = TEXT) -> list[tuple[int, int, int]]:
    return [(span.start, span.end, span.paragraph) for span in mark(words, text)]


def test_words_are_found_with_their_paragraph() -> None:
    """Offsets in code points, and the line the span begins on."""
    assert [(27, 44, 2)] == places("Its speaker – Ana")


def test_the_hash_is_that_of_the_text_and_not_of_the_words_typed() -> None:
    """What is recorded is the text as it is."""
    (span,) = mark("- Ana - 'warned' the newcomers", TEXT)
    assert "– Ana – ‘warned’ the\nnewcomers" == span.text
    assert digest(span.text) == span.sha256


def test_every_place_is_told() -> None:
    """The coder decides which one is meant."""
    assert [1, 4] == [paragraph for *_, paragraph in places("The council met")]


def test_dots_stand_for_what_lies_between() -> None:
    """A long passage is marked by its first and last words; the nearest end is taken."""
    assert ["speaker – Ana – ‘warned’ the\nnewcomers"] == [span.text for span in mark("speaker ... newcomers", TEXT)]
    assert mark("speaker … newcomers", TEXT) == mark("speaker [...] newcomers", TEXT)


def test_what_lies_too_far_apart_is_no_passage() -> None:
    """Dots do not stand for a chapter."""
    text = "first " + "x " * 3000 + "last"
    assert () == mark("first ... last", text)


def test_places_do_not_overlap() -> None:
    """A second beginning inside a place is part of it."""
    assert ["a b a c"] == [span.text for span in mark("a ... c", "a b a c")]


def test_words_that_do_not_stand_there_are_not_found() -> None:
    """Letters and accents must agree, and so must their order."""
    assert [] == places("The Council met") + places("met council") + places("Aná")


def test_no_words_mark_nothing() -> None:
    """Blanks and dots alone are not a passage."""
    assert () == mark("", TEXT) + mark("  ...  ", TEXT)


def test_signs_of_a_pattern_are_only_signs() -> None:
    """Words are text, whatever they hold."""
    assert [(2, 9, 1)] == places("(a+b)*?", "x (a+b)*? y")


@given(st.text(min_size=1, max_size=60), st.integers(0, 59), st.integers(1, 60))
def test_what_is_marked_is_verified(text: str, start: int, length: int) -> None:
    """A passage made from any span of any text matches that text."""
    words = text[start : start + length]
    for span in mark(words, text):
        passage = Passage(PassageId("p-1"), SourceId("s"), span.start, span.end, span.sha256)
        assert [Standing.MATCH] == [check.standing for check in check_passages([passage], text)]
