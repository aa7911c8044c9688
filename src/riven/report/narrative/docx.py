"""The account as a Word document: real headings, links to a list of references, figures with alternative text.

The document library brings the styles and takes the figures; the running text is written as its XML, every text
escaped, which is many times faster than building it element by element. The library is imported when a document is
made, since it is an extra. What it would stamp with the clock is set here, so that equal accounts give equal bytes.
"""

import io
import re
import unicodedata
import zipfile
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from markupsafe import escape

from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose
from riven.report.narrative.document import Bibliography, Document, Part, Picture
from riven.report.safety import clean

if TYPE_CHECKING:
    from docx.document import Document as Word

_EPOCH = (1980, 1, 1, 0, 0, 0)
_SCHEMA = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RIGHT_TO_LEFT = {"R", "AL"}
_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069")
_BLANKS = re.compile(r"\s+")
_WIDTH_MM, _HEIGHT_MM = 150, 200  # of the page between its margins, with room for a caption
_SCALE = 1.2  # figures are drawn for a column of a journal; this page is wider
_TITLE_LENGTH = 255  # the longest a core property may be
_LOOKS = {Look.STRONG: "<w:b/>", Look.EMPHASIS: "<w:i/>"}
_TITLE, _BULLET, _NOTICE, _CAPTION = "Title", "ListBullet", "IntenseQuote", "Caption"
_HANGING = '<w:ind w:left="454" w:hanging="454"/>'


def docx(document: Document) -> bytes:
    """Set an account as a Word document.

    Args:
        document: The account.

    Returns:
        The file; equal documents give equal bytes.

    Raises:
        ModuleNotFoundError: The library that writes such documents is not installed.
    """
    import docx as library  # noqa: PLC0415 -- an extra

    word = library.Document()
    _prepare(word, document.title)
    setter = _Setter(word)
    setter.set(document)
    held = io.BytesIO()
    word.save(held)
    return _settled(held.getvalue())


def _prepare(word: "Word", title: str) -> None:
    from docx.oxml import parse_xml  # noqa: PLC0415 -- an extra

    about = word.core_properties
    about.title, about.author, about.comments, about.last_modified_by = _plain(title)[:_TITLE_LENGTH], "", "", ""
    about.created = about.modified = datetime(*_EPOCH)  # noqa: DTZ001 -- the library takes it as UTC
    about.language = "en"
    style = word.styles["Normal"]
    style.font.name = "Times New Roman"
    language = f'<w:lang xmlns:w="{_SCHEMA}" w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
    style.element.get_or_add_rPr().append(parse_xml(language))


class _Setter:
    """Writes the body of one document."""

    def __init__(self, word: "Word") -> None:
        self._word = word
        self._written: list[str] = []
        self._bookmarks: dict[str, str] = {}

    def set(self, document: Document) -> None:
        """Write everything."""
        self._paragraph((Piece(document.title),), _TITLE)
        self._paragraph(document.about)
        self._blocks(document.blocks)
        for chapter in document.chapters:
            self._paragraph((Piece(chapter.title),), "Heading1")
            self._blocks(chapter.blocks)
            for section in chapter.sections:
                self._paragraph((Piece(section.title),), "Heading2")
                self._blocks(section.blocks)
        self._flush()

    def _blocks(self, blocks: Iterable[Part]) -> None:
        for block in blocks:
            if isinstance(block, Heading):
                self._paragraph((Piece(block.text),), "Heading3")
            elif isinstance(block, Prose):
                self._paragraph(block.line, _NOTICE if block.is_warning else "")
            elif isinstance(block, Listing):
                for item in block.items:
                    self._paragraph(item, _BULLET)
            elif isinstance(block, Picture):
                self._picture(block)
            else:
                self._references(block)

    def _references(self, block: Bibliography) -> None:
        for entry in block.entries:
            told = (*entry.line, *((Piece(" "), Piece(entry.link)) if entry.link else ()))
            self._paragraph(told, anchor=entry.anchor)

    def _picture(self, picture: Picture) -> None:
        from docx.shared import Emu, Mm  # noqa: PLC0415 -- an extra

        self._flush()
        if picture.png:
            shown = self._word.add_picture(io.BytesIO(picture.png))
            scale = min(_SCALE, Mm(_WIDTH_MM) / shown.width, Mm(_HEIGHT_MM) / shown.height)
            shown.width, shown.height = Emu(int(shown.width * scale)), Emu(int(shown.height * scale))
            properties = shown._inline.docPr  # noqa: SLF001 -- the library has no other way to alternative text
            properties.set("descr", _plain(picture.alternative))
            properties.set("name", _plain(picture.anchor))
        else:
            self._paragraph((Piece(picture.alternative),))
        self._paragraph((Piece(picture.caption),), _CAPTION)

    def _paragraph(self, line: Line, style: str = "", *, anchor: str = "") -> None:
        text = "".join(piece.text for piece in line)
        properties = (f'<w:pStyle w:val="{style}"/>' if style else "") + ("<w:bidi/>" if _is_turned(text) else "")
        properties += _HANGING if anchor else ""
        runs = "".join(self._linked(piece) for piece in line)
        self._written.append(f"<w:p><w:pPr>{properties}</w:pPr>{self._marked(anchor, runs) if anchor else runs}</w:p>")

    def _marked(self, anchor: str, runs: str) -> str:
        name = self._bookmark(anchor)
        number = name.rsplit("_", 1)[1]
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{runs}<w:bookmarkEnd w:id="{number}"/>'

    def _linked(self, piece: Piece) -> str:
        runs = "".join(_run(text, piece.look, turns=turns) for text, turns in _runs(_plain(piece.text)))
        return f'<w:hyperlink w:anchor="{self._bookmark(piece.target)}">{runs}</w:hyperlink>' if piece.target else runs

    def _bookmark(self, anchor: str) -> str:
        """Name a bookmark: letters, digits and underscores, at most forty."""
        if anchor not in self._bookmarks:
            plain = "".join(letter if letter.isascii() and letter.isalnum() else "_" for letter in anchor)
            self._bookmarks[anchor] = f"{plain[:30]}_{len(self._bookmarks) + 1}"
        return self._bookmarks[anchor]

    def _flush(self) -> None:
        """Put what was written into the document, before the properties of its last section."""
        from docx.oxml import parse_xml  # noqa: PLC0415 -- an extra

        body = self._word.element.body
        last = body.sectPr
        for element in parse_xml(f'<w:body xmlns:w="{_SCHEMA}">{"".join(self._written)}</w:body>'):
            last.addprevious(element)
        self._written = []


def _run(text: str, look: Look, *, turns: bool) -> str:
    properties = _LOOKS.get(look, "") + ("<w:rtl/>" if turns else "")
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _plain(text: str) -> str:
    """Clean a text of what XML cannot hold, and of isolates, for which runs of their own direction stand."""
    return _BLANKS.sub(" ", clean(text).translate(_MARKS))


def _is_turned(text: str) -> bool:
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((each for each in directions if each in {"L", *_RIGHT_TO_LEFT}), "L") in _RIGHT_TO_LEFT


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    """Split a text where its direction of writing changes; what has no direction stays with what is before it."""
    if text.isascii():
        if text:
            yield text, False
        return
    run, turns = "", False
    for letter in text:
        direction = unicodedata.bidirectional(letter)
        strong = direction in _RIGHT_TO_LEFT
        if strong or direction == "L":
            if run.strip() and strong is not turns:
                yield run, turns
                run = ""
            turns = strong
        run += letter
    if run:
        yield run, turns


def _settled(data: bytes) -> bytes:
    """Write the archive anew, with one time for every file in it."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, date_time=_EPOCH)
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return held.getvalue()
