"""Problems are collected, never raised one by one: a person fixes a folder in one sitting.

Everything quoted from a person's file passes through `quoted`, which clips it and spells out the characters a terminal
would obey (control characters, bidirectional overrides), so that no message can be made to lie about its own place.
"""

import difflib
import re
from collections import Counter
from collections.abc import Collection
from itertools import islice

from riven.errors import Problem

Where = tuple[int, int]
WHOLE_FILE: Where = (0, 0)

_UNSAFE = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]"
)
_SHOWN = 60
_COMPARED = 2000  # known terms compared with an unknown one; more would make a broken folder slow to read
_SUGGESTIONS = 100  # suggestions computed for one folder; each may take tens of milliseconds
MAX_LISTED = 1000  # problems listed for one file; a person who has mended these sees the next


class Problems:
    """All defects found in one folder so far."""

    def __init__(self) -> None:
        self._found: list[Problem] = []
        self._counts: Counter[str] = Counter()
        self._nearest: dict[tuple[str, str], str] = {}

    def __len__(self) -> int:
        return self._counts.total()

    def has(self, path: str) -> bool:
        """Whether anything was found in a file."""
        return path in self._counts

    def add(self, path: str, where: Where, what: str, expected: str = "", hint: str = "") -> None:
        """Record one defect.

        Args:
            path: File, relative to the study folder.
            where: Line and column, from 1; `WHOLE_FILE` when neither says anything.
            what: What is wrong.
            expected: What would have been right, without a full stop.
            hint: What to do, as a sentence.
        """
        self._counts[path] += 1
        if self._counts[path] <= MAX_LISTED:
            self._found.append(Problem(path, *where, what, expected, hint))

    def nearest(self, word: str, term: str, known: Collection[str]) -> str:
        """Propose the known term a person may have meant.

        Args:
            word: What the term names, such as `actor`; terms of one word are compared with one collection.
            term: The unknown term.
            known: The terms that exist.

        Returns:
            `Did you mean '...'?`, or nothing when no known term comes near.
        """
        if (word, term) in self._nearest:
            return self._nearest[word, term]
        if len(term) > _SHOWN or len(self._nearest) >= _SUGGESTIONS:
            return ""
        likely = list(islice(known, _COMPARED))
        close = difflib.get_close_matches(term.strip().lower(), likely, n=1)
        hint = f"Did you mean {quoted(close[0])}?" if close else ""
        self._nearest[word, term] = hint
        return hint

    def found(self) -> list[Problem]:
        """Every defect recorded so far, in the order of finding; of very many in one file the rest is counted."""
        rest = {path: number - MAX_LISTED for path, number in self._counts.items() if number > MAX_LISTED}
        return self._found + [
            Problem(path, *WHOLE_FILE, f"{number} more problems are not listed", "", "Mend the ones that are.")
            for path, number in rest.items()
        ]


def quoted(text: str) -> str:
    """Show what a person wrote, clipped and harmless.

    Returns:
        The text in single quotes, at most 60 characters of it, unprintable characters spelled out.
    """
    clipped = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return "'" + _UNSAFE.sub(lambda match: _spelled(match[0]), clipped) + "'"


def _spelled(character: str) -> str:
    return {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(character, f"<U+{ord(character):04X}>")


def listed(terms: Collection[str], most: int = 12) -> str:
    """Name the terms a person can choose from.

    Returns:
        The terms separated by commas; a long list is cut and counted.
    """
    shown = ", ".join(islice(terms, most))
    return shown if len(terms) <= most else f"{shown} and {len(terms) - most} more"
