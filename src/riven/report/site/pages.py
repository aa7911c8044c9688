"""What a page of the site is before it is set: a title, parts, and where it stands."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup

from riven.report.blocks import Block, Line, Panel
from riven.report.cells import CellView, FigureView
from riven.report.evidence import ClaimView, FindingView


@dataclass(frozen=True, slots=True)
class Matrix:
    """A figure as a table whose cells lead to their evidence."""

    figure: FigureView
    sort: str = "matrix"


@dataclass(frozen=True, slots=True)
class CellPart:
    """What stands behind one cell, in brief, with the alternatives under which it comes out otherwise."""

    cell: CellView
    flips: tuple[Line, ...]
    sort: str = "cell"


@dataclass(frozen=True, slots=True)
class PanelPart:
    """What stands behind one judgement or tie."""

    panel: Panel
    sort: str = "panel"


@dataclass(frozen=True, slots=True)
class FindingPart:
    """A finding in full."""

    finding: FindingView
    sort: str = "finding"


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """A claim in full."""

    claim: ClaimView
    sort: str = "claim"


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture to move in.

    Attributes:
        svg: The picture, made and escaped here.
        name: What a listener hears it called.
        actors: Those it can be narrowed to, as (id, name); empty for no choice.
        periods: Those it can be narrowed to, as (id, label); empty for no choice.
        is_round: Whether its middle comes first into view where it does not fit; otherwise its beginning does.
    """

    svg: Markup
    name: str
    actors: tuple[tuple[str, str], ...] = ()
    periods: tuple[tuple[str, str], ...] = ()
    is_round: bool = False
    sort: str = "drawing"


@dataclass(frozen=True, slots=True)
class SearchForm:
    """The form of the search; says in words what its index leaves out."""

    left_out: str
    sort: str = "search"


Part = Block | Matrix | CellPart | PanelPart | FindingPart | ClaimPart | Drawing | SearchForm


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site.

    Attributes:
        path: Its path below the root of the site, ending in `.html`.
        title: Its title.
        parts: What it holds, in order.
        lead: Line below the title; may be empty.
        within: The page of the menu it belongs to, as its path; its own path for a page of the menu.
        turns: Other pages of the same list, as (label, path), where it was too long for one.
        facts: Further values a template needs.
    """

    path: str
    title: str
    parts: tuple[Part, ...]
    lead: Line = ()
    within: str = ""
    turns: tuple[tuple[str, str], ...] = ()
    facts: Mapping[str, str] = field(default_factory=dict, hash=False)
