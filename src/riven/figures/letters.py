"""Text of a figure, laid out once and drawn thrice.

A plotting library lays every text out anew for each format, which is most of what a figure costs. Plain text (no
letter joins another, none runs leftward) is laid out here instead: letters one after the other, moved closer where the
font says so. In a PNG all of it is one path; in an SVG each letter's outline stands once and is used wherever it
occurs; in a PDF text stays text, so that a reader can search and copy it.
"""

import math
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

import numpy as np
from matplotlib.artist import Artist
from matplotlib.backend_bases import RendererBase
from matplotlib.backends.backend_pdf import Name, Op, PdfFile
from matplotlib.colors import to_hex, to_rgb
from matplotlib.font_manager import FontPath
from matplotlib.ft2font import GlyphIndexType, Kerning, LoadFlags
from matplotlib.path import Path as Outline
from matplotlib.transforms import Affine2D, IdentityTransform, Transform

from riven.figures.lettering import FACE_POINTS, MM_PER_POINT, face

_PLAIN_SIDES = {"L", "EN", "ES", "ET", "CS", "ON", "WS"}
_SHIFT = 0.36  # of its size: how far below its middle the baseline of a text lies


Numbers = np.ndarray[tuple[int, ...], np.dtype[np.generic]]


class Letter(NamedTuple):
    """One letter of a line.

    Attributes:
        character: What it is.
        glyph: How the font draws it.
        x: Where it starts, in units of a font of 100 points.
        closer: How much it moved for the sake of the letter before, in the same units; below 0 closer.
    """

    character: str
    glyph: GlyphIndexType
    x: float
    closer: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line of plain text, placed.

    Attributes:
        text: The text.
        x: Its left edge in millimetres.
        y: Its baseline in millimetres, growing downwards.
        points: Size in points.
        bold: Whether the bold font is meant.
        colour: Colour.
        degrees: Turned anticlockwise about its left end by so much.
    """

    text: str
    x: float
    y: float
    points: float
    bold: bool = False
    colour: str = "#000000"
    degrees: float = 0.0


@cache
def is_plain(text: str) -> bool:
    """Say whether the letters of a text simply follow each other."""
    return text.isascii() or all(
        unicodedata.bidirectional(character) in _PLAIN_SIDES and unicodedata.category(character)[0] not in "MC"
        for character in text
    )


@cache
def laid_out(text: str, *, bold: bool) -> tuple[tuple[Letter, ...], float]:
    """Lay a plain text out.

    Returns:
        Its letters, and its width, in units of a font of 100 points.
    """
    letters, x, before = [], 0.0, None
    for character in text:
        glyph = _glyph(character, bold=bold)
        closer = 0.0 if before is None else _closer(before, glyph, bold=bold)
        x += closer
        letters.append(Letter(character, glyph, x, closer))
        x += _step(glyph, bold=bold)
        before = glyph
    return tuple(letters), x


def plain_width_mm(text: str, points: float, *, bold: bool) -> float:
    """Measure a plain text as it is drawn.

    Returns:
        Its width in millimetres.
    """
    return laid_out(text, bold=bold)[1] * points / FACE_POINTS * MM_PER_POINT


@cache
def _glyph(character: str, *, bold: bool) -> GlyphIndexType:
    return face(bold=bold).get_char_index(ord(character))


@cache
def _step(glyph: GlyphIndexType, *, bold: bool) -> float:
    return float(face(bold=bold).load_glyph(glyph, flags=LoadFlags.NO_HINTING).linearHoriAdvance) / 65536


@cache
def _closer(before: GlyphIndexType, glyph: GlyphIndexType, *, bold: bool) -> float:
    return float(face(bold=bold).get_kerning(before, glyph, Kerning.UNFITTED)) / 64


@cache
def _outline(glyph: GlyphIndexType, *, bold: bool) -> tuple[Numbers, Numbers]:
    held = face(bold=bold)
    held.load_glyph(glyph, flags=LoadFlags.NO_HINTING)
    return held.get_path()


class Letters(Artist):
    """All plain text of a figure as one artist."""

    def __init__(self, lines: Iterable[Line], place: Transform) -> None:
        """Take lines, and how millimetres become units of the figure."""
        super().__init__()
        self.lines = tuple(lines)
        self._place = place
        self.set_zorder(100)

    def draw(self, renderer: RendererBase) -> None:
        """Draw every line in the way that suits the format."""
        if hasattr(renderer, "writer"):
            self._write_svg(renderer)
        elif hasattr(renderer, "file"):
            self._write_pdf(renderer)
        else:
            self._paint(renderer)

    def _paint(self, renderer: RendererBase) -> None:
        for colour in dict.fromkeys(line.colour for line in self.lines):
            vertices, codes = _joined([line for line in self.lines if line.colour == colour])
            if len(codes):
                pen = renderer.new_gc()
                pen.set_linewidth(0)
                renderer.draw_path(pen, Outline(vertices, codes), self._place, to_rgb(colour))

    def _write_pdf(self, renderer: RendererBase) -> None:
        """Write text as text, as the library does, but without laying it out again."""
        file = renderer.file  # type: ignore[attr-defined]
        known: dict[tuple[str, bool], tuple[Name, int]] = {}
        for line in self.lines:
            pen = renderer.new_gc()
            pen.set_foreground(line.colour)
            pen.set_linewidth(0)
            renderer.check_gc(pen, pen.get_rgb())  # type: ignore[attr-defined]
            x, y = self._place.transform((line.x, line.y))
            turn = math.radians(line.degrees)
            along, across = math.cos(turn), math.sin(turn)
            file.output(Op.begin_text, along, across, -across, along, x, y, Op.textmatrix)
            for name, shown in _chunks(file, line, known):
                file.output(name, line.points, Op.selectfont, shown, Op.showkern)
            file.output(Op.end_text)

    def _write_svg(self, renderer: RendererBase) -> None:
        writer, height = renderer.writer, renderer.height  # type: ignore[attr-defined]
        convert = renderer._convert_path  # type: ignore[attr-defined] # noqa: SLF001
        known: set[str] = renderer.__dict__.setdefault("_riven_letters", set())
        new = dict.fromkeys((letter.glyph, line.bold) for line in self.lines for letter in _inked(line))
        fresh = [pair for pair in new if _own(*pair) not in known]
        if fresh:
            writer.start("defs")
            for glyph, bold in fresh:
                known.add(_own(glyph, bold))
                path = Outline(*_outline(glyph, bold=bold))
                data = convert(path, IdentityTransform(), simplify=False)
                writer.element("path", id=_own(glyph, bold), d=data)
            writer.end("defs")
        for line in self.lines:
            x, y = self._place.transform((line.x, line.y))
            scale = line.points / FACE_POINTS
            turned = f" rotate({-line.degrees:g})" if line.degrees else ""
            move = f"translate({x:.3f} {height - y:.3f}){turned} scale({scale:.5g} {-scale:.5g})"
            writer.start("g", transform=move, fill=to_hex(line.colour))
            for letter in _inked(line):
                writer.element(
                    "use", attrib={"xlink:href": f"#{_own(letter.glyph, line.bold)}", "x": f"{letter.x:.4g}"}
                )
            writer.end("g")


def _inked(line: Line) -> list[Letter]:
    """List the letters of a line that leave ink."""
    return [letter for letter in laid_out(line.text, bold=line.bold)[0] if not letter.character.isspace()]


def _chunks(
    file: PdfFile, line: Line, known: dict[tuple[str, bool], tuple[Name, int]]
) -> Iterator[tuple[Name, list[bytes | float]]]:
    """Cut a line where another part of the font is needed, and put what moves letters between them."""
    name: Name | None = None
    shown: list[bytes | float] = []
    for letter in laid_out(line.text, bold=line.bold)[0]:
        key = letter.character, line.bold
        if key not in known:
            opened = face(bold=line.bold)
            tracker = file._character_tracker  # noqa: SLF001
            subset, code = tracker.track_glyph(opened, letter.character, letter.glyph)
            path = FontPath(str(opened.fname), opened.face_index)
            known[key] = file.fontName(path, subset), code  # type: ignore[no-untyped-call]
        own, code = known[key]
        if own != name:
            if name is not None:
                yield name, shown
            name, shown = own, []
        if letter.closer:
            shown.append(-10 * letter.closer)  # thousandths of the size
        if shown and isinstance(shown[-1], bytes):
            shown[-1] += bytes([code])
        else:
            shown.append(bytes([code]))
    if name is not None:
        yield name, shown


def _own(glyph: GlyphIndexType, bold: bool) -> str:  # noqa: FBT001
    return f"DejaVuSans{'-Bold' if bold else ''}-{glyph:x}"


def _joined(lines: Sequence[Line]) -> tuple[Numbers, Numbers]:
    """Put the outlines of all letters of lines into one, in millimetres."""
    vertices: list[Numbers] = []
    codes: list[Numbers] = []
    for line in lines:
        scale = line.points / FACE_POINTS * MM_PER_POINT
        turn = Affine2D().scale(scale, -scale).rotate_deg(-line.degrees).translate(line.x, line.y)
        for letter in _inked(line):
            points, kinds = _outline(letter.glyph, bold=line.bold)
            if len(points):
                vertices.append(turn.transform(np.add(points, (letter.x, 0.0))))
                codes.append(kinds)
    return (np.concatenate(vertices), np.concatenate(codes)) if codes else (np.empty((0, 2)), np.empty(0))


def baseline_mm(middle: float, points: float) -> float:
    """Place a baseline so that a text of a size stands around a middle; neighbours share theirs.

    Returns:
        The baseline in millimetres, growing downwards.
    """
    return middle + _SHIFT * points * MM_PER_POINT
