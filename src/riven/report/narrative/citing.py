"""Citations in running text and the list of references: where passages lie, and the short form without a style.

A `Citer` turns places in sources into text. The one here needs nothing but this package; `csl` follows a style.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

from riven.ids import PassageId, SourceId
from riven.model.source import Passage, Source
from riven.report.blocks import Line, Look, Piece, line
from riven.report.citation import cite, language, link, short
from riven.report.narrative.document import Entry
from riven.report.safety import isolated

PAGE, PARAGRAPH, NOTE = "page", "paragraph", "note"
_SIGNS: Mapping[str, tuple[str, str]] = {
    PAGE: ("p.", "pp."),
    PARAGRAPH: ("para.", "paras."),
    NOTE: ("note", "notes"),
}


class Place(NamedTuple):
    """Where in a source something stands.

    Attributes:
        source: The source.
        label: `page`, `paragraph` or `note`; empty for the source as a whole.
        locator: Such as `24`, `3, 7` or `24 n. 12`.
    """

    source: SourceId
    label: str
    locator: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A source as a style prints it.

    Attributes:
        source: The source.
        line: The reference in full.
    """

    source: SourceId
    line: Line


class Citer(Protocol):
    """Sets citations."""

    @property
    def remark(self) -> str:
        """What a reader has to know about how sources are cited; a sentence."""
        ...

    def cited(self, places: Sequence[Place]) -> str:
        """Cite places in running text, brackets included."""
        ...

    def references(self, sources: Sequence[SourceId]) -> tuple[Reference, ...]:
        """List sources in full, in the order of the style."""
        ...


def places_of(passages: Iterable[PassageId], held: Mapping[PassageId, Passage]) -> tuple[Place, ...]:
    """Say where passages lie, those of one source and sort together.

    Args:
        passages: Passages, in order.
        held: Passages by id; others are left out.

    Returns:
        Places, each source in the order of its first passage.
    """
    found: dict[tuple[SourceId, str], dict[str, None]] = {}
    for passage in (held[own] for own in passages if own in held):
        label, locator = _spot(passage)
        found.setdefault((passage.source, label), {})[locator] = None
    return tuple(
        Place(source, label, ", ".join(sorted(filter(None, told), key=_natural)))
        for (source, label), told in found.items()
    )


def _spot(passage: Passage) -> tuple[str, str]:
    note = f" n. {passage.note}" if passage.note else ""
    if passage.page:
        return PAGE, f"{passage.page}{note}"
    if passage.paragraph:
        return PARAGRAPH, f"{passage.paragraph}{note}"
    return (NOTE, passage.note) if passage.note else ("", "")


def _natural(locator: str) -> tuple[int, str]:
    head = re.split(r"[ ,–-]", locator)[0]
    return (int(head) if head.isdecimal() else 0, locator)


def is_plural(locator: str) -> bool:
    """Say whether a locator names several pages, paragraphs or notes."""
    return any(mark in locator for mark in (",", "-", "–"))


def spot(place: Place) -> str:
    """Say where in its source a place is, without naming the source.

    Returns:
        Such as `p. 24` or `paras. 3, 7 n. 2`; empty for the whole of it.
    """
    return f"{_SIGNS[place.label][is_plural(place.locator)]} {isolated(place.locator)}" if place.locator else ""


class ShortCiter:
    """Cites in the short form of `riven.report.citation`, where no style can be followed."""

    def __init__(self, sources: Mapping[SourceId, Source], remark: str) -> None:
        """Prepare to cite.

        Args:
            sources: Sources by id.
            remark: Why no style is followed.
        """
        self._sources = sources
        self.remark = remark
        self._suffixes = suffixes({own: short(source.csl) for own, source in sources.items()})

    def cited(self, places: Sequence[Place]) -> str:
        """Cite places.

        Returns:
            Such as `(Jadoon et al. 2018, p. 24; Rahman 2016)`.
        """
        return f"({'; '.join(self._one(place) for place in places)})"

    def _one(self, place: Place) -> str:
        name = isolated(short(self._sources[place.source].csl)) + self._suffixes[place.source]
        return f"{name}, {spot(place)}" if place.locator else name

    def references(self, sources: Sequence[SourceId]) -> tuple[Reference, ...]:
        """List sources in full, by name and year."""
        told = {own: cite(self._sources[own].csl, with_link=False) for own in sources}
        ordered = sorted(told, key=lambda own: (told[own].casefold(), own))
        return tuple(Reference(own, line(Piece(self._marked(own, told[own]), Look.FREE))) for own in ordered)

    def _marked(self, own: SourceId, told: str) -> str:
        suffix = self._suffixes[own]
        year = short(self._sources[own].csl).rsplit(" ", 1)[-1]
        return told.replace(year, year + suffix, 1) if suffix else told


def suffixes(named: Mapping[SourceId, str]) -> dict[SourceId, str]:
    """Tell sources apart that would be named alike, as `2015a` and `2015b`.

    Args:
        named: Name and year of each source, in order.

    Returns:
        A letter for each of them; empty for a source whose name is its own.
    """
    alike: dict[str, list[SourceId]] = {}
    for own, name in named.items():
        alike.setdefault(name, []).append(own)
    found = dict.fromkeys(named, "")
    for held in (held for held in alike.values() if len(held) > 1):
        for number, own in enumerate(held):
            found[own] = _letters(number)
    return found


def _letters(number: int) -> str:
    head, tail = divmod(number, 26)
    return (_letters(head - 1) if head else "") + chr(ord("a") + tail)


def entries(references: Iterable[Reference], sources: Mapping[SourceId, Source]) -> tuple[Entry, ...]:
    """Make the list of references.

    Args:
        references: References, in order.
        sources: Sources by id.

    Returns:
        Entries with the places that citations lead to.
    """
    return tuple(
        Entry(
            anchor=f"source-{each.source}",
            line=each.line,
            link=link(sources[each.source].csl),
            language=language(sources[each.source].csl),
        )
        for each in references
    )
