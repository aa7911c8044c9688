"""The account in Markdown: the same words as the page; every text escaped so that it shows as itself."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from riven.report.blocks import Line, Look, Piece
from riven.report.narrative.document import Document
from riven.report.safety import escape_markdown

_MARKS = {Look.STRONG: "**", Look.EMPHASIS: "*"}
_TEMPLATES = Path(__file__).parent.with_name("templates")


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
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["target"] = _target
    environment.filters["inside"] = _inside
    environment.filters["line"] = _line
    return environment


def _finalize(value: object) -> object:
    """Escape for Markdown instead of HTML: what leaves here counts as safe and is not escaped again."""
    if isinstance(value, Markup):
        return value
    return Markup(escape_markdown(str(value)))  # noqa: S704


def _line(pieces: Line) -> Markup:
    """Set a line: by hand, since an account has tens of thousands of pieces and a macro is ten times as slow."""
    told = (_piece(piece, first=not place) for place, piece in enumerate(pieces))
    return Markup("".join(told))  # noqa: S704 -- every text in it is escaped below


def _piece(piece: Piece, *, first: bool) -> str:
    if piece.look in _MARKS and piece.text.strip():
        text = f"{_MARKS[piece.look]}{_inside(piece.text.strip())}{_MARKS[piece.look]}"
    else:
        text = escape_markdown(piece.text) if first and not piece.target else str(_inside(piece.text))
    return f"[{text}](#{_target(piece.target)})" if piece.target else text


def _inside(text: str) -> Markup:
    """Escape what does not begin its line, where a colon or a hyphen is nothing but itself."""
    return Markup(escape_markdown(f"x{text}").removeprefix("x"))  # noqa: S704


def _target(identifier: str) -> Markup:
    """Pass an identifier or a checked address through: their alphabets hold nothing that needs an escape."""
    return Markup(identifier.replace(")", "%29").replace("(", "%28"))  # noqa: S704
