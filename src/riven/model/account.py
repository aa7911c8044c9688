"""What researchers add to the account of a study: texts of their own, and the style its citations are set in."""

from collections.abc import Mapping
from dataclasses import dataclass, field

STYLES = ("apsa", "chicago-author-date")
"""Styles of citations that riven brings."""


@dataclass(frozen=True, slots=True)
class EditedText:
    """A text of the researchers that stands where the account would print a generated one.

    Attributes:
        block: Block of the account it stands for, such as `GROUP.said`.
        evidence: Fingerprint of each thing the text was written on, by what it names (`finding x`, `claim y`).
        text: The text, in a small part of Markdown.
    """

    block: str
    evidence: Mapping[str, str] = field(hash=False)
    text: str


@dataclass(frozen=True, slots=True)
class CitationStyle:
    """How sources are cited.

    Attributes:
        name: Name of a style riven brings, or path of a CSL file inside the study folder.
        csl: Text of that file; empty for a style riven brings.
    """

    name: str = "apsa"
    csl: str = ""
