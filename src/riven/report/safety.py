"""Text by other people, made harmless for a page: characters that hide, break or reorder what is around them."""

import re
import unicodedata
from functools import lru_cache

_REPLACEMENT = "\ufffd"
_OVERRIDES = re.compile("[\u202a-\u202e]")
_ISOLATES = re.compile("[\u2066-\u2069]")
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
_PDI = "\u2069"
_FSI = "\u2068"
_RIGHT_TO_LEFT = {"R", "AL", "AN"}


def clean(text: str) -> str:
    """Replace what no page may hold by the replacement character, so that a reader sees that something was there.

    Args:
        text: Any text.

    Returns:
        The text without control characters, lone surrogates and directional overrides, and without directional
        isolates unless each is closed inside the text. Line breaks and tabs stay.
    """
    if text.isprintable():  # as nearly every text is: nothing of what is replaced below counts as printable
        return text
    text = _OVERRIDES.sub(_REPLACEMENT, _FORBIDDEN.sub(_REPLACEMENT, text))
    return text if _is_balanced(text) else _ISOLATES.sub(_REPLACEMENT, text)


def _is_balanced(text: str) -> bool:
    depth = 0
    for character in _ISOLATES.findall(text):
        depth += -1 if character == _PDI else 1
        if depth < 0:
            return False
    return depth == 0


def isolated(name: str) -> str:
    """Make a name safe inside a sentence of ours.

    Returns:
        The cleaned name on one line; a name with right-to-left letters is wrapped in invisible isolates, so that
        it cannot reorder the words around it.
    """
    name = " ".join(_ISOLATES.sub(_REPLACEMENT, clean(name)).split())
    turns = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in name)
    return f"{_FSI}{name}{_PDI}" if turns else name


_MARKS = re.compile(r"([\\`*_{}\[\]|~$^@#])")
_STARTS = re.compile(r"^(\s*)([-+=:])")
_NUMBERED = re.compile(r"^(\s*\d{1,9})([.)])(?=\s|$)")


@lru_cache(maxsize=4096)  # names, labels and citations recur: half the time of a report in Markdown
def escape_markdown(text: str) -> str:
    """Make a text show as itself in Markdown, whatever it holds.

    Returns:
        One line, HTML's special characters as entities, every character Markdown may read as markup after a
        backslash, and nothing that begins a list, a heading, a rule or a link.
    """
    line = re.sub(r"\s+", " ", clean(text))
    line = _MARKS.sub(r"\\\1", line)
    line = _NUMBERED.sub(r"\1\\\2", _STARTS.sub(r"\1\\\2", line))
    line = line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return line.replace("://", "\\://")
