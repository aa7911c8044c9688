"""Letters at print size: fixed fonts, their measures, and text that can safely be drawn.

Fonts are the two DejaVu files that ship with matplotlib, opened by path: a figure looks the same on every machine,
and the machine's own fonts play no part. Text is never parsed as mathematics, so `$` is a dollar sign.

Right-to-left names: from matplotlib 3.11 on, text is laid out with libraqm, which orders and joins Arabic and Hebrew
letters as they should be; before, letters stand in the order they are typed. Each name is a text of its own, so
that its direction cannot spill over into its neighbours, and characters that steer direction are removed. A script
the fonts lack (Devanagari, Chinese and others) cannot be drawn: its characters become `□`, and the actor's id follows.
"""

import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

MM_PER_POINT = 25.4 / 72
LINE_SPACING = 1.22
MISSING = "□"
_FACE_POINTS = 100
_INVISIBLE = {"Cc", "Cf"}
_JOINERS = {"\u200c", "\u200d"}  # Persian and Urdu spell with them
_VARIANTS = {chr(code) for code in range(0xFE00, 0xFE10)}  # ask for another look of the character before them


def font(*, bold: bool) -> FontProperties:
    """Name one of the two fonts by its file.

    Returns:
        Properties that find the file without asking the machine which fonts it has.
    """
    return _properties(_path(bold=bold))


@cache
def _properties(path: Path) -> FontProperties:
    return FontProperties(fname=path)


@cache
def _path(*, bold: bool) -> Path:
    return Path(mpl.get_data_path(), "fonts", "ttf", "DejaVuSans-Bold.ttf" if bold else "DejaVuSans.ttf")


@cache
def _face(*, bold: bool) -> FT2Font:
    face = FT2Font(_path(bold=bold))
    face.set_size(_FACE_POINTS, 72)
    return face


def drawable(text: str) -> str:
    """Make a text safe to draw: one line, no invisible characters, no character the fonts lack.

    Args:
        text: Any text, however hostile.

    Returns:
        The text in composed form, every run of blanks as one blank, characters without a glyph as `□`.
    """
    glyphs = []
    for character in unicodedata.normalize("NFC", text):
        if character.isspace():
            glyphs.append(" ")
        elif character in _VARIANTS or (unicodedata.category(character) in _INVISIBLE and character not in _JOINERS):
            continue
        else:
            glyphs.append(character if _is_drawn(character) else MISSING)
    return " ".join("".join(glyphs).split())


@cache
def _is_drawn(character: str) -> bool:
    return all(_face(bold=bold).get_char_index(ord(character)) for bold in (False, True))


def drawable_name(name: str, fallback: str) -> str:
    """Make a name safe to draw, followed by an identifier where the fonts cannot show all of it.

    Returns:
        The name, or the name with `□` for what is missing and the identifier in brackets.
    """
    drawn = drawable(name)
    if not drawn:
        return drawable(fallback)
    return f"{drawn} ({drawable(fallback)})" if MISSING in drawn and MISSING not in name else drawn


def width_mm(text: str, points: float, *, bold: bool = False) -> float:
    """Measure a drawable text, letter by letter.

    Kerning and joined letters only make a drawn text narrower, so what fits by this measure fits on paper. Laying
    out whole strings instead costs 0.5 ms each, which a caption of a hundred words would feel.

    Returns:
        Its width in millimetres at a size in points.
    """
    return sum(_advance(character, bold=bold) for character in text) * points * MM_PER_POINT


@cache
def _advance(character: str, *, bold: bool) -> float:
    glyph = _face(bold=bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / _FACE_POINTS


def line_mm(points: float) -> float:
    """Give the height of one line of text in millimetres."""
    return points * MM_PER_POINT * LINE_SPACING


def wrap(text: str, limit_mm: float, points: float, *, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """Break a drawable text into lines that fit a width.

    Args:
        text: The text; broken at blanks, and inside a word only when the word alone is too wide.
        limit_mm: Width to fit, in millimetres.
        points: Size in points.
        bold: Whether the bold font is meant.
        most: Most lines to keep, the last ending in an ellipsis where text was left out; 0 keeps all.

    Returns:
        At least one line.
    """
    lines: list[str] = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines[-1] else word
        if width_mm(joined, points, bold=bold) <= limit_mm:
            lines[-1] = joined
            continue
        pieces = _pieces(word, limit_mm, points, bold=bold)
        lines = [*lines, *pieces] if lines[-1] else pieces
    if most and len(lines) > most:
        lines = [*lines[: most - 1], _shortened(lines[most - 1], limit_mm, points, bold=bold)]
    return tuple(lines)


def _pieces(word: str, limit_mm: float, points: float, *, bold: bool) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and width_mm(pieces[-1] + character, points, bold=bold) > limit_mm:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _shortened(line: str, limit_mm: float, points: float, *, bold: bool) -> str:
    while line and width_mm(f"{line}…", points, bold=bold) > limit_mm:
        line = line[:-1]
    return f"{line.rstrip()}…"
