"""Mark a passage: from words a coder copied to the exact span of the frozen text that holds them.

People copy from a screen, so line breaks, doubled blanks and the shape of quotation marks and dashes differ from the
text. These are set aside while looking; what is recorded is the text as it is. Letters, digits and accents must agree.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from riven.evidence.anchor import digest

GAP = "..."
MAX_GAP = 5000  # characters: what lies further apart is hardly one passage
_SAME = ("'‘’ʼ‛", '"“”„«»', "-‐‑‒–—")
_WAYS = {sign: f"[{re.escape(signs)}]" for signs in _SAME for sign in signs}
_GAPS = re.compile(r"\s*(?:\.\.\.|…|\[\.\.\.\]|\[…\])\s*")


@dataclass(frozen=True, slots=True)
class Span:
    """A span of a frozen text.

    Attributes:
        start: First code point, from 0.
        end: The code point after the last one.
        sha256: SHA-256 of the exact text in UTF-8, in hexadecimal.
        paragraph: Line of the text on which it begins, from 1.
        text: The exact text.
    """

    start: int
    end: int
    sha256: str
    paragraph: int
    text: str


def mark(words: str, document_text: str) -> tuple[Span, ...]:
    """Find every place of some words in a frozen text.

    Args:
        words: The words as copied. `...` stands for whatever lies between, so that a long passage
            can be marked by its first and last words; the next ones must follow within 5000 characters.
        document_text: The frozen text.

    Returns:
        The places in order, none overlapping another; empty when the words do not stand there.
    """
    parts = [_pattern(part) for part in _GAPS.split(words.strip()) if part]
    spans: list[Span] = []
    for first in parts[0].finditer(document_text) if parts else ():
        end = _end(parts[1:], first.end(), document_text)
        if end is not None and (not spans or first.start() >= spans[-1].end):
            spans.append(_span(first.start(), end, document_text))
    return tuple(spans)


def _end(parts: Iterable[re.Pattern[str]], end: int, text: str) -> int | None:
    """Walk from part to part, each the nearest after the one before; None when one is not near enough."""
    for part in parts:
        match = part.search(text, end, end + MAX_GAP)
        if match is None:
            return None
        end = match.end()
    return end


def _pattern(part: str) -> re.Pattern[str]:
    words = ("".join(_WAYS.get(sign, re.escape(sign)) for sign in word) for word in part.split())
    return re.compile(r"\s+".join(words))


def _span(start: int, end: int, text: str) -> Span:
    held = text[start:end]
    return Span(start, end, digest(held), text.count("\n", 0, start) + 1, held)
