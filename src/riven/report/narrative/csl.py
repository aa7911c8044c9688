"""Citations by a style in CSL, the language citation managers share: one of ours, or one that a study brings.

The processor is imported when a style is read, since it is an extra. Each source is cited once a sort of locator; a
locator is then put into the place a mark held, so that an account of hundreds of citations costs a handful.
"""

import io
import re
import warnings
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from riven.errors import StyleError
from riven.ids import SourceId
from riven.model.account import STYLES, CitationStyle
from riven.model.source import Source
from riven.report.blocks import Look, Piece
from riven.report.citation import cite, short
from riven.report.narrative.citing import Place, Reference, is_plural, suffixes
from riven.report.narrative.items import to_item
from riven.report.safety import isolated

if TYPE_CHECKING:
    from citeproc import CitationStylesBibliography, CitationStylesStyle

_NAMES = {"apsa": "APSA", "chicago-author-date": "Chicago author-date"}
_FOLDER = Path(__file__).with_name("styles")
_ONE, _SEVERAL = "98765", "98764, 98765"
_ITALIC, _BOLD, _PLAIN = "\ue001", "\ue002", "\ue003"
_SPLIT = re.compile(f"([{_ITALIC}{_BOLD}{_PLAIN}])")
_YEAR = re.compile(r"\d{4}|n\.d\.")
_FAILURES = (ArithmeticError, AttributeError, LookupError, TypeError, ValueError)
MAX_CHARACTERS = 500_000


class StyleCiter:
    """Cites as a style asks."""

    def __init__(self, sources: Mapping[SourceId, Source], style: CitationStyle) -> None:
        """Read a style.

        Args:
            sources: Sources by id.
            style: The style.

        Raises:
            ModuleNotFoundError: The processor is not installed.
            StyleError: The style does not read.
        """
        self._sources = sources
        self._style = style
        self._cites: dict[tuple[SourceId, str, bool], str] = {}
        self._bibliography = _read(style, [to_item(own, source.csl) for own, source in sources.items()])
        self._suffixes: Mapping[SourceId, str] = dict.fromkeys(sources, "")
        self._suffixes = self._told_apart()

    @property
    def remark(self) -> str:
        """Which style was followed."""
        name = _NAMES.get(self._style.name, f"the style in {isolated(self._style.name)}")
        return f"Sources are cited as in {name}; a locator in the text is a page unless it says otherwise."

    def _told_apart(self) -> dict[SourceId, str]:
        """Give letters to sources of one name and year, in the order of the list of references."""
        named = {own: self._template(own, "", several=False) for own in self._sources}
        count = Counter(named.values())
        alike = sorted((own for own in named if count[named[own]] > 1), key=lambda own: _sorting(self._full(own)))
        return dict.fromkeys(named, "") | suffixes({own: named[own] for own in alike})

    def cited(self, places: Sequence[Place]) -> str:
        """Cite places in running text.

        Returns:
            Such as `(Jadoon, Jahanbani, and Willis 2018, 24; Rahman 2016)`.
        """
        told = dict.fromkeys(self._one(place) for place in places)
        return f"({'; '.join(told)})"

    def _one(self, place: Place) -> str:
        several = is_plural(place.locator)
        text = self._template(place.source, place.label if place.locator else "", several=several)
        head, mark, tail = text.partition(_SEVERAL if several else _ONE)
        return self._lettered(place.source, head) + (isolated(place.locator) if mark else "") + tail

    def _lettered(self, own: SourceId, text: str) -> str:
        """Put the letter that tells sources apart behind the year, the last one before a locator."""
        letter = self._suffixes[own]
        years = list(_YEAR.finditer(text))
        if not letter or not years:
            return text
        end = years[-1].end()
        return text[:end] + letter + text[end:]

    def _template(self, own: SourceId, label: str, *, several: bool) -> str:
        key = (own, label, several)
        if key not in self._cites:
            self._cites[key] = self._render(own, label, _SEVERAL if several else _ONE)
        return self._cites[key]

    def _render(self, own: SourceId, label: str, locator: str) -> str:
        from citeproc import Citation, CitationItem, Locator  # noqa: PLC0415 -- an extra

        item = CitationItem(own, locator=Locator(label, locator)) if label else CitationItem(own)
        citation = Citation([item])
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                self._bibliography.register(citation)
                told = str(self._bibliography.cite(citation, lambda _: None))
        except _FAILURES:
            told = ""
        told = " ".join(_SPLIT.sub("", told).split())
        inner = told[1:-1] if told[:1] == "(" and told[-1:] == ")" else told
        if not inner:
            return isolated(short(self._sources[own].csl)) + (f", {locator}" if label else "")
        return inner

    def references(self, sources: Sequence[SourceId]) -> tuple[Reference, ...]:
        """List sources in full, by who made them, as a style with author and date orders them."""
        told = {own: self._full(own) for own in dict.fromkeys(sources)}
        ordered = sorted(told, key=lambda own: (_sorting(told[own]), own))
        return tuple(Reference(own, tuple(_pieces(told[own]))) for own in ordered)

    def _full(self, own: SourceId) -> str:
        self._template(own, "", several=False)  # which makes the source known to the processor
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                items = [item for item in self._bibliography.items if item.key == own]
                text = "".join(str(part) for part in self._bibliography.style.render_bibliography(items))
        except _FAILURES:
            text = ""
        text = " ".join(text.split()) or cite(self._sources[own].csl, with_link=False)
        letter = self._suffixes[own]
        return _ended(_YEAR.sub(lambda match: match[0].rstrip() + letter, text, count=1) if letter else text)


def _sorting(text: str) -> str:
    return " ".join(re.sub(r"[^\w\s]+", "", _SPLIT.sub("", text)).casefold().split())


def _ended(text: str) -> str:
    """Mend what a processor leaves where parts meet: stops and commas go inside quotation marks, and none doubles."""
    text = re.sub(r"([.?!])”[.,]", r"\1”", text)
    text = re.sub(r"”([.,])", r"\1”", text)
    text = re.sub(r"\b(n\.d\.[a-z])(?= )", r"\1.", text)
    return re.sub(rf"\.([{_PLAIN}]?)\.(?!\.)", r".\1", text)


def _pieces(text: str) -> Iterator[Piece]:
    looks = {_ITALIC: Look.EMPHASIS, _BOLD: Look.STRONG, _PLAIN: Look.FREE}
    look = Look.FREE
    for part in _SPLIT.split(text):
        if part in looks:
            look = looks[part]
        elif part:
            yield Piece(part, look)


class _Marks:
    """What the processor is told to put around italics and the like: marks no text can hold, since they are cleaned."""

    @staticmethod
    def preformat(text: object) -> str:
        return _SPLIT.sub("", str(text))

    @staticmethod
    def _plain(text: object) -> str:
        return str(text)

    @staticmethod
    def _italic(text: object) -> str:
        return f"{_ITALIC}{text}{_PLAIN}"

    @staticmethod
    def _bold(text: object) -> str:
        return f"{_BOLD}{text}{_PLAIN}"

    Italic = Oblique = _italic
    Bold = _bold
    Light = Underline = Superscript = Subscript = SmallCaps = _plain


def _read(style: CitationStyle, items: list[dict[str, Any]]) -> "CitationStylesBibliography":
    from citeproc import CitationStylesBibliography  # noqa: PLC0415 -- an extra
    from citeproc.source.json import CiteProcJSON  # noqa: PLC0415 -- an extra

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        source = CiteProcJSON(items)
        return CitationStylesBibliography(_parsed(style.csl or _brought(style.name)), source, _Marks)


def _parsed(text: str) -> "CitationStylesStyle":
    """Read a style; entities and documents elsewhere are refused before the processor sees it."""
    from citeproc import CitationStylesStyle  # noqa: PLC0415 -- an extra

    if len(text) > MAX_CHARACTERS or "<!DOCTYPE" in text.upper() or "<!ENTITY" in text.upper():
        raise StyleError("it is too large for a style, or declares entities, which no style needs")
    try:
        read = CitationStylesStyle(io.BytesIO(text.encode("utf-8", "replace")), locale="en-US", validate=False)
    except (*_FAILURES, SyntaxError) as error:
        raise StyleError(f"it does not read as CSL: {str(error)[:200]}") from error
    if read.root.get("class") != "in-text" or not read.has_bibliography():
        raise StyleError("it cites in notes or has no list of references; a style with author and date does")
    return read


@cache
def _brought(name: str) -> str:
    if name not in STYLES:
        raise StyleError(f"riven brings no style of this name; it brings {' and '.join(STYLES)}")
    return (_FOLDER / f"{name}.csl").read_text(encoding="utf-8")
