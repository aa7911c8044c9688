"""A passage in its context: the words around it, when the text of its source is at hand and still the same."""

import hashlib
from dataclasses import dataclass

from riven.model.source import Document, Passage

AROUND = 300


@dataclass(frozen=True, slots=True)
class Context:
    """A passage and what stands around it.

    Attributes:
        before: Up to 300 characters before the passage, cut at a word, with an ellipsis where text was left out.
        text: The passage.
        after: Up to 300 characters after it.
    """

    before: str
    text: str
    after: str


def find_context(passage: Passage, document: Document) -> Context | None:
    """Cut a passage out of the text of its source.

    Args:
        passage: The passage.
        document: The frozen text of its source.

    Returns:
        The passage in context; None when the text at its offsets is not the passage, since a highlight in the wrong
        place would mislead.
    """
    text = document.text[passage.start : passage.end]
    if not text or hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != passage.sha256:
        return None
    before = document.text[max(0, passage.start - AROUND) : passage.start]
    after = document.text[passage.end : passage.end + AROUND]
    if passage.start > AROUND:
        before = "…" + before[_word(before) :]
    if passage.end + AROUND < len(document.text):
        after = after[: len(after) - _word(after[::-1])] + "…"
    return Context(before, text, after)


def _word(text: str) -> int:
    """Count the characters of a cut word at the start, at most forty: scripts without blanks are cut anywhere."""
    for index, character in enumerate(text[:40]):
        if character.isspace():
            return index
    return 0
