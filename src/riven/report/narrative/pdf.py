"""The account as a tagged PDF, set by Typst: searchable, with headings, links and alternative texts for listeners.

Every text goes into Typst as the literal of a string and nothing else, so none of it is read as markup. The typesetter
is imported when a document is made, since it is an extra. It reads no fonts of the machine: its own and those in the
folder it is handed decide, so that equal accounts give equal bytes.
"""

import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose
from riven.report.narrative.document import Bibliography, Document, Part, Picture
from riven.report.safety import clean

if TYPE_CHECKING:
    from typst import Fonts

_STANDARD: Literal["ua-1"] = "ua-1"  # accessible: fails where a title, a language or an alternative text is missing
_LATIN = 0x24F  # up to here every letter is Latin
_SCRIPTS = frozenset(
    ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "ARMENIAN", "GEORGIAN", "LAO", "TIFINAGH", "MODIFIER")
)
_UNCOVERED = "This PDF has no font for some letters of the account and shows boxes for them; account.html has all."
_SCALE, _TALLEST = 1.2, "210mm"  # figures are drawn for a column of a journal; this page is wider
_UNTITLED = "Untitled"
_HEAD = """\
#set document(title: {title}, date: none)
#set page(paper: "a4", margin: (x: 28mm, y: 26mm), numbering: "1")
#set text(font: ("Libertinus Serif", "DejaVu Sans"), size: 10.5pt, lang: "en")
#set par(justify: false, linebreaks: "simple", leading: 0.62em, spacing: 0.9em)
#show heading: set text(font: ("Libertinus Serif", "DejaVu Sans"))
#show heading.where(level: 1): it => block(above: 2em, below: 1em, text(size: 15pt, it.body))
#show heading.where(level: 2): it => block(above: 1.5em, below: 0.8em, text(size: 12pt, it.body))
#show heading.where(level: 3): it => block(above: 1.2em, below: 0.6em, it.body)
#let notice(body) = block(fill: rgb("#fff3d6"), inset: 8pt, width: 100%, body)
#let entry(anchor, body) = [#par(hanging-indent: 1.5em, justify: false, body)#label(anchor)]
#let sized(source, alt, size) = {{
  let natural = measure(image(bytes(source), format: "svg", alt: alt))
  let scale = calc.min({scale}, size.width / natural.width, {height} / natural.height)
  image(bytes(source), format: "svg", width: natural.width * scale, alt: alt)
}}
#let drawn(source, alt, body) = layout(size => figure(sized(source, alt, size), caption: body))
#set figure(supplement: none, numbering: none)
#show figure.caption: set align(start)
#par(justify: false, text(size: 19pt, weight: "bold", {title}))
"""


def pdf(document: Document, fonts: Path) -> bytes:
    """Set an account as a PDF.

    Args:
        document: The account.
        fonts: Folder of fonts for letters that the typesetter's own lack; DejaVu's are expected there.

    Returns:
        The file; equal documents give equal bytes.

    Raises:
        ModuleNotFoundError: The typesetter is not installed.
    """
    import typst  # noqa: PLC0415 -- an extra

    source = "\n".join(
        [_HEAD.format(title=_string(_named(document.title)), scale=_SCALE, height=_TALLEST), *_document(document)]
    )
    return typst.compile(
        source.encode(), format="pdf", font_paths=_loaded(fonts), pdf_standards=[_STANDARD], timestamp=0
    )


@cache
def _loaded(folder: Path) -> "Fonts":
    """Load the fonts once: that takes as long as setting an account."""
    import typst  # noqa: PLC0415 -- an extra

    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=True, font_paths=[str(folder)])


def has_uncovered(document: Document) -> bool:
    """Say whether an account holds letters of scripts that no font at hand is known to cover."""
    letters = {letter for text in _texts(document) if not text.isascii() for letter in text if ord(letter) > _LATIN}
    return any(unicodedata.category(letter)[0] == "L" and not _is_covered(letter) for letter in letters)


def _is_covered(letter: str) -> bool:
    return unicodedata.name(letter, "").partition(" ")[0] in _SCRIPTS


def _texts(document: Document) -> Iterator[str]:
    yield document.title
    for chapter in document.chapters:
        yield chapter.title
        for block in (*chapter.blocks, *(block for section in chapter.sections for block in section.blocks)):
            yield from (piece.text for line in _lines(block) for piece in line)


def _lines(block: Part) -> Iterator[Line]:
    if isinstance(block, Prose):
        yield block.line
    elif isinstance(block, Listing):
        yield from block.items
    elif isinstance(block, Bibliography):
        yield from (entry.line for entry in block.entries)


def _document(document: Document) -> Iterator[str]:
    yield f"#par({_line(document.about)})"
    if has_uncovered(document):
        yield f"#notice(par({_string(_UNCOVERED)}))"
    yield from _blocks(document.blocks)
    for chapter in document.chapters:
        yield _heading(1, chapter.title, chapter.anchor)
        yield from _blocks(chapter.blocks)
        for section in chapter.sections:
            yield _heading(2, section.title, section.anchor)
            yield from _blocks(section.blocks)


def _heading(level: int, title: str, anchor: str = "") -> str:
    label = f" #label({_string(anchor)})" if anchor else ""
    return f"#heading(level: {level}, {_string(_named(title))}){label}"


def _named(title: str) -> str:
    """Give a title that can be seen: the standard admits no other, and a study may have a blank one."""
    return title if any(unicodedata.category(letter)[0] not in {"C", "Z"} for letter in title) else _UNTITLED


def _blocks(blocks: Iterable[Part]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Heading):
            yield _heading(3, block.text)
        elif isinstance(block, Prose):
            told = f"par({_line(block.line)})"
            yield f"#notice({told})" if block.is_warning else f"#{told}"
        elif isinstance(block, Listing):
            yield f"#list({', '.join(_line(item) for item in block.items)})" if block.items else ""
        elif isinstance(block, Picture):
            yield from _picture(block)
        else:
            yield from _references(block)


def _picture(picture: Picture) -> Iterator[str]:
    source, alternative = _string(picture.svg.decode()), _string(picture.alternative)
    yield f"#drawn({source}, {alternative}, {_string(picture.caption)})"


def _references(block: Bibliography) -> Iterator[str]:
    for entry in block.entries:
        line = (*entry.line, Piece(" ")) if entry.link else entry.line
        link = f" + link({_string(entry.link)})" if entry.link else ""
        yield f"#entry({_string(entry.anchor)}, {_line(line)}{link})"


def _line(pieces: Line) -> str:
    """Write a line as one expression of content."""
    return " + ".join(["[]", *(_piece(piece) for piece in pieces)])


def _piece(piece: Piece) -> str:
    text = _string(piece.text)
    if piece.look is Look.STRONG:
        text = f"strong({text})"
    elif piece.look is Look.EMPHASIS:
        text = f"emph({text})"
    return f"link(label({_string(piece.target)}), {text})" if piece.target else text


def _string(text: str) -> str:
    """Write a text as the literal of a string, in which nothing but a backslash and a quotation mark is special."""
    escaped = clean(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
