"""The account in Markdown: the same words as the page, in a form that reads as plain text and survives a repository.

Every text is escaped so that it shows as itself; only the template's own marks are markup. Anchors are plain
`<a id>` elements, which the common renderers keep.
"""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from riven.analysis.argument import Arguments
from riven.report.account import account
from riven.report.content import Content
from riven.report.safety import escape_markdown

_TEMPLATES = Path(__file__).with_name("templates")


def markdown(content: Content, told: Arguments | None = None) -> str:
    """Set a report in Markdown.

    Args:
        content: Everything the report needs.
        told: What the study argues beyond its figures; None leaves it out.

    Returns:
        The text, with a table for every figure and an anchor for every cell; equal contents give equal texts.

    Raises:
        UnknownTermError: The content refers to something it does not hold.
    """
    return _page().get_template("page.md.j2").render(a=account(content, told))


@cache
def _page() -> Environment:
    return environment()


def environment() -> Environment:
    """Prepare to set Markdown from templates.

    Returns:
        An environment in which every text is escaped for Markdown, with the filters `target` and `inside`.
    """
    made = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["target"] = target
    made.filters["inside"] = inside
    return made


def _finalize(value: object) -> object:
    """Escape for Markdown instead of HTML: what leaves here counts as safe and is not escaped again."""
    if isinstance(value, Markup):
        return value
    return Markup(escape_markdown(str(value)))  # noqa: S704


def inside(text: str) -> Markup:
    """Escape what does not begin its line, where a colon or a hyphen is nothing but itself."""
    return Markup(escape_markdown(f"x{text}").removeprefix("x"))  # noqa: S704


def target(identifier: str) -> Markup:
    """Pass an identifier or a checked address through: their alphabets hold nothing that needs an escape."""
    return Markup(identifier.replace(")", "%29").replace("(", "%28"))  # noqa: S704
