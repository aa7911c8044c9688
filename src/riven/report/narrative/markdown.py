"""The account in Markdown: the same words as the page; every text escaped so that it shows as itself."""

from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from riven.report.blocks import Line, Look, Piece
from riven.report.markdown import environment, inside, target
from riven.report.narrative.document import Document
from riven.report.safety import escape_markdown

_MARKS = {Look.STRONG: "**", Look.EMPHASIS: "*"}


def markdown(document: Document) -> str:
    """Set an account in Markdown.

    Args:
        document: The account.

    Returns:
        The text; equal documents give equal texts. Figures are named by their files, which lie beside it.
    """
    return _environment().get_template("narrative.md.j2").render(d=document).strip() + "\n"


@cache
def _environment() -> Environment:
    made = environment()
    made.filters["line"] = _line
    return made


def _line(pieces: Line) -> Markup:
    """Set a line: by hand, since an account has tens of thousands of pieces and a macro is ten times as slow."""
    told = (_piece(piece, first=not place) for place, piece in enumerate(pieces))
    return Markup("".join(told))  # noqa: S704 -- every text in it is escaped below


def _piece(piece: Piece, *, first: bool) -> str:
    if piece.look in _MARKS and piece.text.strip():
        text = f"{_MARKS[piece.look]}{inside(piece.text.strip())}{_MARKS[piece.look]}"
    else:
        text = escape_markdown(piece.text) if first and not piece.target else str(inside(piece.text))
    return f"[{text}](#{target(piece.target)})" if piece.target else text
