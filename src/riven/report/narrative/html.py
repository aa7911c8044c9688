"""The account as one HTML page that needs nothing else: no script, no network, no other file."""

import base64
import hashlib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from riven.report.blocks import Line, Look, Piece
from riven.report.narrative.document import Document, Picture
from riven.report.safety import clean

_LOOKS: Mapping[Look, tuple[str, str]] = {
    Look.NAME: ("<bdi>", "</bdi>"),
    Look.FREE: ('<span dir="auto">', "</span>"),
    Look.STRONG: ("<strong><bdi>", "</bdi></strong>"),
    Look.EMPHASIS: ("<em><bdi>", "</bdi></em>"),
    Look.CODE: ("<code>", "</code>"),
}
_TEMPLATES = Path(__file__).parent.with_name("templates")


def html(document: Document) -> str:
    """Set an account as a page.

    Args:
        document: The account.

    Returns:
        The page; equal documents give equal pages. Its policy admits its own style and images inside it.
    """
    style = _style()
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    policy = f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    template = _environment().get_template("narrative.html.j2")
    # The style is ours and holds no text of others, so it goes in as it is: escaping would change its hash.
    page = template.render(d=document, policy=policy, style=Markup(style))  # noqa: S704
    return page.lstrip()


@cache
def _style() -> str:
    return (_TEMPLATES / "narrative.css").read_text(encoding="utf-8")


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
    environment.filters["source"] = _source
    environment.filters["line"] = _line
    return environment


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _line(pieces: Line) -> Markup:
    """Set a line: by hand, since an account has tens of thousands of pieces and a macro is ten times as slow."""
    return Markup("".join(_piece(piece) for piece in pieces))  # noqa: S704 -- every text in it is escaped below


def _piece(piece: Piece) -> str:
    before, after = _LOOKS.get(piece.look, ("", ""))
    text = f"{before}{escape(clean(piece.text))}{after}"
    return f'<a href="#{escape(piece.target)}">{text}</a>' if piece.target else text


def _source(picture: Picture) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(picture.svg).decode()}"
