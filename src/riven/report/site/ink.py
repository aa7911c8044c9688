"""Pictures as SVG inside a page: escaped text, marks that are links, and what each is found and narrowed by."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup, escape

from riven.report.safety import clean
from riven.report.site.addresses import Addresses, safe

_LETTER = 0.56  # width of a letter as a share of its height, on average and a little more


def svg(width: float, height: float, parts: Iterable[str]) -> Markup:
    """Put parts together to a picture.

    Args:
        width: Width in units of the picture.
        height: Height in the same units.
        parts: Elements, escaped.

    Returns:
        The picture. It has no role of its own: its links are what a listener walks through.
    """
    inner = "".join(parts)
    return Markup(f'<svg viewBox="0 0 {number(width)} {number(height)}">{inner}</svg>')  # noqa: S704 -- escaped by its makers


def number(value: float) -> str:
    """Write a number as short as it is exact to a tenth."""
    return f"{value:.1f}".removesuffix(".0")


def text(x: float, y: float, words: str, *, size: float = 11, look: str = "", anchor: str = "start") -> str:
    """Set a text.

    Args:
        x: Where it stands.
        y: Its base line.
        words: The text; cleaned and escaped here.
        size: Height of its letters.
        look: Classes of the style sheet.
        anchor: `start`, `middle` or `end`.

    Returns:
        The element, whose text keeps its own direction.
    """
    classes = f' class="{look}"' if look else ""
    return (
        f'<text x="{number(x)}" y="{number(y)}" font-size="{number(size)}" text-anchor="{anchor}"{classes}>'
        f"{escape(clean(words))}</text>"
    )


def shortened(words: str, room: float, size: float = 11) -> str:
    """Cut a text so that it fits, with an ellipsis where something is left out."""
    most = max(int(room / (size * _LETTER)), 2)
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def link(addresses: Addresses, target: str, said: str, parts: Iterable[str], found: str = "") -> str:
    """Make a mark a link.

    Args:
        addresses: Where everything stands.
        target: What the mark leads to.
        said: What it says when it is pointed at or read out.
        parts: Its elements, escaped.
        found: Attributes from `by`.

    Returns:
        The element.
    """
    words = escape(clean(said))
    return f'<a href="{addresses.at(target)}"{found}><title>{words}</title>{"".join(parts)}</a>'


def by(actors: Sequence[str], periods: Sequence[str] = ()) -> str:
    """Write what a mark is narrowed by: actors it is about, and periods it lies in (none: never narrowed by period)."""
    held = f' data-actors="{" ".join(safe(actor) for actor in actors)}"'
    return held + (f' data-periods="{" ".join(safe(period.lower()) for period in periods)}"' if periods else "")
