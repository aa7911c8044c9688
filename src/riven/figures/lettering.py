"""Letters at print size: fixed fonts, their measures, and text that can safely be drawn.

Fonts are the two DejaVu files that ship with matplotlib, opened by path: a figure looks the same on every machine,
and the machine's own fonts play no part. Text is never parsed as mathematics, so `$` is a dollar sign.

Right-to-left names: matplotlib lays text out with libraqm, which orders and joins Arabic and Hebrew letters as they
should be. A text runs in the direction of most of its letters, on each of its lines; characters of others that steer
direction are removed, and marks of our own keep a name that runs the other way from reordering what follows it. A
script the fonts lack (Devanagari, Chinese and others) cannot be drawn: its characters become `□` in a sentence and `…`
in a name, which the actor's id then follows.
"""

import re
import unicodedata
from functools import cache
from pathlib import Path

import matplotlib as mpl
from matplotlib.font_manager import FontProperties
from matplotlib.ft2font import FT2Font, LoadFlags

MM_PER_POINT = 25.4 / 72
LINE_SPACING = 1.22
MISSING = "□"
LEFT_OUT = "…"
FACE_POINTS = 100
_INVISIBLE = {"Cc", "Cf"}
_JOINERS = {"\u200c", "\u200d"}  # Persian and Urdu spell with them
_VARIANTS = {chr(code) for code in range(0xFE00, 0xFE10)}  # ask for another look of the character before them
_RIGHTWARD, _LEFTWARD = "L", "R"
_SIDES = {"L": _RIGHTWARD, "R": _LEFTWARD, "AL": _LEFTWARD}
_ATTACHED = {"NSM", "BN"}  # accents and joiners go with the letter before them
_MARKS = {_RIGHTWARD: "\u200e", _LEFTWARD: "\u200f"}  # of no width; what stands beside one keeps the direction it names
_FOREIGN = {_RIGHTWARD: re.compile("R(?:[ R]*R)?"), _LEFTWARD: re.compile("L(?:[ L]*L)?")}
_GAPS = re.compile(rf"{MISSING}(?:\s*{MISSING})*")


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
def face(*, bold: bool) -> FT2Font:
    """Open one of the two fonts at a size of 100 points, a unit of 1/72 inch."""
    opened = FT2Font(_path(bold=bold))
    opened.set_size(FACE_POINTS, 72)
    return opened


def drawable(text: str) -> str:
    """Make a text safe to draw: one line, no invisible characters, no character the fonts lack.

    Args:
        text: Any text, however hostile.

    Returns:
        The text in composed form, every run of blanks as one blank, characters without a glyph as `□`, and words
        that run against the direction of the rest closed by an invisible mark.
    """
    glyphs = []
    for character in unicodedata.normalize("NFC", text):
        if character.isspace():
            glyphs.append(" ")
        elif character in _VARIANTS or (unicodedata.category(character) in _INVISIBLE and character not in _JOINERS):
            continue
        else:
            glyphs.append(character if _is_drawn(character) else MISSING)
    return _directed(" ".join("".join(glyphs).split()))


def _sides(text: str) -> str:
    """Name the direction of every character: L, R, or a blank for what takes that of its surroundings."""
    sides: list[str] = []
    for character in text:
        kind = unicodedata.bidirectional(character)
        sides.append(sides[-1] if sides and kind in _ATTACHED else _SIDES.get(kind, " "))
    return "".join(sides)


def _direction(sides: str) -> str:
    return _LEFTWARD if sides.count(_LEFTWARD) > sides.count(_RIGHTWARD) else _RIGHTWARD


def _directed(text: str) -> str:
    """Close every run of words against the direction of a text with a mark, so that numbers behind it stay there."""
    sides = _sides(text)
    if _LEFTWARD not in sides or _RIGHTWARD not in sides:
        return text
    direction = _direction(sides)
    parts, done = [], 0
    for run in _FOREIGN[direction].finditer(sides):
        parts.append(text[done : run.end()])
        done = run.end()
    return _MARKS[direction].join([*parts, text[done:]])


def _begun(line: str, direction: str) -> str:
    """Begin a line in the direction of its text, whatever its first word is."""
    first = _sides(line).lstrip()[:1]
    return line if first in {"", direction} else _MARKS[direction] + line


@cache
def _is_drawn(character: str) -> bool:
    return all(face(bold=bold).get_char_index(ord(character)) for bold in (False, True))


def drawable_name(name: str, fallback: str) -> str:
    """Make a name safe to draw, followed by an identifier where the fonts cannot show all of it.

    Boxes in place of letters would look like the marks of cells, so what is missing from a name is left out.

    Returns:
        The name; the name with `…` for what is missing and the identifier in brackets; or, where nothing that names
        anybody is left, the identifier alone.
    """
    drawn = drawable(name)
    if MISSING in drawn and MISSING not in name:
        kept = _GAPS.sub(LEFT_OUT, drawn)
        drawn = f"{kept} ({drawable(fallback)})" if any(character.isalnum() for character in kept) else ""
    return drawn or drawable(fallback)


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
    glyph = face(bold=bold).load_char(ord(character), flags=LoadFlags.NO_HINTING)
    return float(glyph.linearHoriAdvance) / 65536 / FACE_POINTS


def line_mm(points: float) -> float:
    """Give the height of one line of text in millimetres."""
    return points * MM_PER_POINT * LINE_SPACING


def wrap(text: str, limit_mm: float, points: float, *, bold: bool = False, most: int = 0) -> tuple[str, ...]:
    """Break a drawable text into lines that fit a width.

    Args:
        text: The text; broken at blanks, and inside a word only when the word alone is too wide. Every line runs in
            the direction of the whole.
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
    direction = _direction(_sides(text))
    return tuple(_begun(line, direction) for line in lines)


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
