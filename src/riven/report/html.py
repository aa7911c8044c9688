"""The account as one HTML page that needs nothing else: no network, no other file, no permission.

Every text is escaped by the template engine and cleaned of characters that hide or reorder; names and free texts are
isolated so that their writing direction stays their own. A content security policy admits this page's own style and
script by their hashes and nothing besides, so that even an escape that failed would run nothing.
"""

import base64
import hashlib
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from riven.analysis.argument import Arguments
from riven.report.account import account
from riven.report.content import Content
from riven.report.typesetting import TEMPLATES, engine


def html(content: Content, told: Arguments | None = None) -> str:
    """Set a report as a page.

    Args:
        content: Everything the report needs.
        told: What the study argues beyond its figures; None leaves it out.

    Returns:
        The page; equal contents give equal pages.

    Raises:
        UnknownTermError: The content refers to something it does not hold.
    """
    style, script = _asset("page.css"), _asset("matrix.js") + _asset("page.js")
    policy = (
        "default-src 'none'; img-src data:; "
        f"style-src {_hashed(style)}; script-src {_hashed(script)}; base-uri 'none'; form-action 'none'"
    )
    template = _environment().get_template("page.html.j2")
    # The two assets are ours and hold no text of others, so they go in as they are: escaping would change the hash.
    return template.render(
        a=account(content, told),
        policy=policy,
        style=Markup(style),  # noqa: S704
        script=Markup(script),  # noqa: S704
    )


@cache
def _environment() -> Environment:
    return engine(at=lambda target: f"#{target}", own=lambda target: target)


@cache
def _asset(name: str) -> str:
    return (TEMPLATES / name).read_text(encoding="utf-8")


def _hashed(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
