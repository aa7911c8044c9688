"""Sources, their documents, and the passages that claims rest on.

A document's text is frozen: offsets are counted in Unicode code points of the text as it was imported, and the text
is never normalised afterwards. The text itself may stay private; the hashes stand for it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from riven.dates import FuzzyDate
from riven.ids import PassageId, SourceId


class Tier(StrEnum):
    """How much of a source's text may be shown to readers of a published package."""

    FULL = "full"
    EXCERPT = "excerpt"
    CITATION = "citation"


@dataclass(frozen=True, slots=True)
class Source:
    """A citable publication.

    Attributes:
        id: Identifier, equal to the `id` of its CSL-JSON item.
        csl: The CSL-JSON item as read, without riven's own `custom.riven` part.
        scale: Reach of the outlet, in the team's words (e.g. `international`, `national`, `academic`).
        country: Country of the outlet; empty when not known.
        tier: How much of the text readers may see.
        licence: Licence or terms of the text; empty when not known.
        copy_of: The source whose story this one reprints; None for an original. Copies count once.
        sha256: SHA-256 of the frozen text, UTF-8, in hexadecimal; empty when no text was frozen.
        characters: Length of the frozen text in code points; 0 when no text was frozen.
    """

    id: SourceId
    csl: Mapping[str, Any] = field(hash=False)
    scale: str = ""
    country: str = ""
    tier: Tier = Tier.CITATION
    licence: str = ""
    copy_of: SourceId | None = None
    sha256: str = ""
    characters: int = 0


@dataclass(frozen=True, slots=True)
class Document:
    """The frozen text of a source.

    Attributes:
        source: Whose text it is.
        text: The text, as decoded once.
        sha256: SHA-256 of the text in UTF-8, in hexadecimal.
    """

    source: SourceId
    text: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of a document.

    Attributes:
        id: Identifier.
        source: The source whose document it lies in.
        start: First code point of the span, from 0.
        end: The code point after the last one; `end > start`.
        sha256: SHA-256 of the exact text in UTF-8, in hexadecimal.
        page: Page, as printed; empty when the source has none.
        paragraph: Paragraph or line of the frozen text, from 1; 0 when not recorded.
        note: Number of the source's own note at this place; empty when there is none.
        excerpt: At most eight words of the text, for readers without it; may be empty.
    """

    id: PassageId
    source: SourceId
    start: int
    end: int
    sha256: str
    page: str = ""
    paragraph: int = 0
    note: str = ""
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class Search:
    """A record of effort: who looked for what about whom, over which time, in how many documents.

    Attributes:
        id: Identifier.
        actors: Whom the search was about; empty means every actor of the study.
        kinds: Which kinds of claim were looked for; empty means every kind of the codebook.
        covers: The time that was searched.
        sources: The sources that were read; empty when they are only counted.
        documents: How many documents were screened; None when nobody counted.
        query: The words, index or list searched.
        coder: Who searched; empty when the source itself reports the search.
        counts: Whether this search turns an empty cell into `none_found`.
        note: Free text of the researchers.
    """

    id: str
    actors: tuple[str, ...]
    kinds: tuple[str, ...]
    covers: FuzzyDate
    sources: tuple[SourceId, ...] = ()
    documents: int | None = None
    query: str = ""
    coder: str = ""
    counts: bool = True
    note: str = ""
