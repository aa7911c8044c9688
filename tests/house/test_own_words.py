"""No run of twelve words of the article behind the worked study stands in any tracked file."""

import re

import pytest

from checkout import tracked_texts

RUN = 12
_WORD = re.compile(r"[a-z0-9]+")


def runs(text: str):
    """List every run of twelve words, letter case and punctuation set aside."""
    words = _WORD.findall(text.lower())
    return zip(*(words[start:] for start in range(RUN)), strict=False)


@pytest.mark.reference
def test_no_tracked_file_shares_twelve_words_with_the_article(article_path) -> None:
    """What the repository says it says in our own words."""
    article = set(runs(article_path.read_text(encoding="utf-8")))
    assert article
    shared = {
        path.as_posix(): " ".join(next(run for run in runs(text) if run in article))
        for path, text in tracked_texts().items()
        if not article.isdisjoint(runs(text))
    }
    assert {} == shared


def test_a_shared_run_is_found_across_lines_and_punctuation() -> None:
    """Wrapping a copied sentence does not hide it."""
    one = "One two three, four five six seven eight nine ten eleven twelve thirteen."
    other = "x one\ntwo three four FIVE six\nseven eight nine ten eleven - twelve y"
    assert not set(runs(one)).isdisjoint(runs(other))
