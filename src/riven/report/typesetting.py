"""The template engine every page of a report is set with: all text escaped, cleaned, and linked by what it leads to.

Templates name what a link leads to, such as `finding-f1`; whoever makes an engine says where that is. So the report on
one page and the site of many pages set the same pieces.
"""

from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from riven.report.safety import clean

TEMPLATES = Path(__file__).with_name("templates")
Name = Callable[[str], str]


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
    return made


def _finalize(value: object) -> object:
    return clean(value) if isinstance(value, str) and not isinstance(value, Markup) else value
