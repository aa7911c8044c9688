"""The template engine every page of a report is set with: all text escaped, cleaned, and linked by what it leads to.

Templates name what a link leads to, such as `finding-f1`; whoever makes an engine says where that is. So the report on
one page and the site of many pages set the same pieces.
"""

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from riven.report.blocks import Line, Look
from riven.report.safety import clean

TEMPLATES = Path(__file__).with_name("templates")
Name = Callable[[str], str]
_AROUND = {
    Look.PLAIN: ("", ""),
    Look.NAME: ("<bdi>", "</bdi>"),
    Look.FREE: ('<span dir="auto">', "</span>"),
    Look.STRONG: ("<strong><bdi>", "</bdi></strong>"),
    Look.EMPHASIS: ("<em><bdi>", "</bdi></em>"),
    Look.CODE: ("<code>", "</code>"),
    Look.SOFT: ('<span class="meta">', "</span>"),
    Look.UNKNOWN: ('<span class="meta" aria-hidden="true">–</span><span class="unseen">', "</span>"),
}


def engine(*, at: Name, own: Name) -> Environment:
    """Make a template engine.

    Args:
        at: Gives the address of what a link leads to.
        own: Gives the id under which a thing stands on its page.

    Returns:
        The engine; equal templates and contents give equal pages.
    """
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["at"] = at
    made.globals["own"] = own
    made.globals["line"] = lambda pieces: _line(pieces, at)
    return made


def _line(pieces: Line, at: Name) -> Markup:
    """Set a line. Pages hold so many of them that a template would take most of the time of a build."""
    parts = []
    for piece in pieces:
        text = _piece(piece.look, piece.text)
        parts.append(f'<a href="{_address(at(piece.target))}">{text}</a>' if piece.target else text)
    return Markup("".join(parts))  # noqa: S704 -- everything between its marks was escaped


@lru_cache(maxsize=32_768)  # names, labels and headlines recur on page after page
def _piece(look: Look, text: str) -> str:
    before, after = _AROUND[look]
    return f"{before}{escape(clean(text))!s}{after}"


def _address(address: str) -> str:
    return str.__str__(address) if isinstance(address, Markup) else str(escape(address))


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
