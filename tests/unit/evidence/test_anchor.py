"""Passages are checked against any text, without a copy of what they say."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riven.evidence.anchor import Check, Standing, check_passages, digest
from riven.ids import PassageId, SourceId
from riven.model.source import Passage

TEXT = (
    "The river council met in spring.\n"
    "Its speaker – Ana Ñandú – warned the newcomers twice 🌊 and left.\n"
    "A second report follows here. It says little, and says it slowly.\n"
    "It says little, and says it slowly.\n"
)


def a_passage(name: str, words: str, text: str = TEXT, *, nth: int = 0) -> Passage:
    """Mark the nth occurrence of some words."""
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    return Passage(PassageId(name), SourceId("s"), start, start + len(words), digest(words))


def standings(checks: tuple[Check, ...]) -> list[str]:
    return [str(check.standing) for check in checks]


def test_untouched_text_matches_every_passage() -> None:
    """Same text, same offsets: match."""
    passages = [a_passage("p-2", "A second report follows here."), a_passage("p-1", "river council")]
    checks = check_passages(passages, TEXT)
    assert ["p-1", "p-2"] == [check.passage for check in checks]
    assert ["match", "match"] == standings(checks)


def test_text_before_a_passage_moves_it_to_its_new_offsets() -> None:
    """A moved passage says where it is now and by how much it moved."""
    passage = a_passage("p-1", "warned the newcomers twice 🌊")
    (check,) = check_passages([passage], "Preface 🌊. " + TEXT)
    assert Check(PassageId("p-1"), Standing.MOVED, passage.start + 11, passage.end + 11, 11, 1) == check


def test_deleted_passage_is_missing_and_its_neighbours_are_not() -> None:
    """Only what was deleted is missing."""
    passages = [a_passage("a", "river council"), a_passage("b", "Ana Ñandú"), a_passage("c", "second report")]
    lines = TEXT.splitlines(keepends=True)
    checks = check_passages(passages, lines[0] + "".join(lines[2:]))
    assert ["match", "missing", "moved"] == standings(checks)
    assert (passages[1].start, passages[1].end, 0, 0) == (
        checks[1].start,
        checks[1].end,
        checks[1].shift,
        checks[1].places,
    )


def test_the_copy_nearest_to_the_expected_place_wins() -> None:
    """When a sentence occurs twice, each mark keeps its own copy, and the number of copies is told."""
    words = "It says little, and says it slowly."
    passages = [a_passage("first", words), a_passage("second", words, nth=1)]
    checks = check_passages(passages, "New. " + TEXT)
    assert [5, 5] == [check.shift for check in checks]
    assert [2, 2] == [check.places for check in checks]


def test_passage_that_starts_inside_a_word_is_found_too() -> None:
    """Word edges are tried first, but they are no condition."""
    passage = a_passage("p", "ver counc")
    (check,) = check_passages([passage], "Oh! " + TEXT)
    assert (Standing.MOVED, 4) == (check.standing, check.shift)


def test_passage_inside_a_word_is_found_where_later_ones_show_it_must_be() -> None:
    """What one passage shows of a text helps to find the others, without looking at every span."""
    passages = [a_passage("inside", "ver counc"), a_passage("later", "A second report follows here.")]
    checks = check_passages(passages, "Oh! " + TEXT, effort=0)
    assert [4, 4] == [check.shift for check in checks]


def test_missing_in_a_long_text_says_whether_every_span_was_looked_at() -> None:
    """Beyond the effort allowed, a passage is missing at word edges only, and the check says so."""
    passage = a_passage("p", "ver counc")
    (short,) = check_passages([passage], "nothing of the kind")
    (long,) = check_passages([passage], "nothing of the kind", effort=3)
    assert (Standing.MISSING, True) == (short.standing, short.exhaustive)
    assert (Standing.MISSING, False) == (long.standing, long.exhaustive)


@pytest.mark.parametrize("text", ["", "x", "\ud800"])
def test_text_too_short_for_a_passage_leaves_it_missing(text: str) -> None:
    """No text is too odd to be checked."""
    assert ["missing"] == standings(check_passages([a_passage("p", "river council")], text))


@given(st.text(min_size=1, max_size=60), st.data(), st.text(max_size=20), st.text(max_size=20))
def test_whatever_is_put_around_a_text_its_passages_are_found(
    text: str, data: st.DataObject, before: str, after: str
) -> None:
    """A passage that is still there is never called missing, and its new offsets hold its exact text."""
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    passage = Passage(PassageId("p"), SourceId("s"), start, end, digest(text[start:end]))
    now = before + text + after
    (check,) = check_passages([passage], now)
    assert check.standing is not Standing.MISSING
    assert text[start:end] == now[check.start : check.end]


@pytest.mark.reference
def test_real_article_with_a_sentence_on_top_moves_every_sentence(article_path) -> None:
    """Two hundred sentences of a real article are re-anchored at once."""
    text = article_path.read_text(encoding="utf-8")
    marks = [0, *(i + 1 for i, sign in enumerate(text) if sign == "."), len(text)]
    passages = [
        Passage(PassageId(f"p-{a}"), SourceId("s"), a, b, digest(text[a:b])) for a, b in pairwise(marks) if b - a > 30
    ]
    assert {"match"} == set(standings(check_passages(passages, text)))
    top = "This sentence is new. "
    assert {len(top)} == {check.shift for check in check_passages(passages, top + text)}
