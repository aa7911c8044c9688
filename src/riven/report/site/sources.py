"""A page for every source, with the way back: every cell, judgement, tie, finding and claim that rests on it."""

from collections.abc import Iterator

from riven.ids import FindingId, SourceId
from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose, Row, Table, joined, line
from riven.report.site.desk import Desk
from riven.report.site.findings import targets
from riven.report.site.flips import Flips
from riven.report.site.pages import Page, Part
from riven.report.sources import SourceView, sources

SHOWN = 60


def source_pages(desk: Desk, flips: Flips) -> Iterator[Page]:
    """Write a page for every source, and the list of them.

    Args:
        desk: The study in words.
        flips: What its results depend on.

    Yields:
        The list first, then the pages in the order of the study.
    """
    views = sources(desk.content, desk.figures)
    yield _listing(views)
    panels = _panels(desk)
    for view in views:
        yield Page(
            path=desk.addresses.page(f"source-{view.id}"),
            title=f"Source {view.id}",
            parts=tuple(_parts(desk, flips, view, panels.get(view.id, ()))),
            within="sources.html",
        )


def _listing(views: tuple[SourceView, ...]) -> Page:
    rows = (
        Row(
            line(Piece(view.id, target=f"source-{view.id}")),
            (
                (line(Piece(view.citation, Look.NAME)),),
                (line(str(len(view.cells))),),
                (line(str(len(view.claims))),),
                (line("attached" if view.attached else "not attached"),),
            ),
        )
        for view in views
    )
    columns = ("Source", "Citation", "Cells", "Claims", "Text")
    parts: tuple[Part, ...] = (Table("Sources, and how much rests on each", columns, tuple(rows)),)
    none = (Prose(line("The study holds no source.")),)
    return Page("sources.html", "Sources", parts if views else none, within="sources.html")


def _parts(desk: Desk, flips: Flips, view: SourceView, panels: tuple[Line, ...] | list[Line]) -> Iterator[Part]:
    yield Prose(line(Piece(view.citation, Look.NAME)))
    if view.link:
        yield Prose(line("Address: ", Piece(view.link, Look.CODE, f"away-{view.link}")))
    if view.facts:
        yield Prose(line(joined((line(Piece(fact, Look.NAME)) for fact in view.facts), "; "), "."))
    yield Prose(
        line(
            "Its text is attached: passages are shown in context."
            if view.attached
            else "Its text is not attached: passages are cited with their place, and shown in excerpts of a few words."
        )
    )
    yield Heading("Cells that rest on it")
    if view.cells:
        yield Listing(tuple(line(Piece(label, Look.NAME, anchor)) for label, anchor in view.cells))
    else:
        yield Prose(line("No cell of a figure rests on it."))
    yield from _withdrawn(flips, view.id)
    yield Heading("Judgements and ties that rest on it")
    yield Listing(tuple(panels)) if panels else Prose(line("None."))
    yield Heading("Findings that rest on it")
    found = desk.findings_from.get(view.id, ())
    yield Listing(desk.finding_links(found)) if found else Prose(line("None."))
    yield Heading("Claims read in it")
    claims = (line(Piece(claim, target=f"claim-{claim}")) for claim in view.claims)
    yield Prose(joined(claims)) if view.claims else Prose(line("None."))


def _withdrawn(flips: Flips, source: SourceId) -> Iterator[Part]:
    tested = flips.of_alternative(f"source:{source}")
    if tested is None:
        return
    yield Heading("What changes if it is withdrawn")
    yield Prose(line(Piece(tested.alternative.sentence, Look.FREE)))
    held = tuple(flips.lines(tested.flips, SHOWN))
    yield Listing(held) if held else Prose(line("No result changes."))


def _panels(desk: Desk) -> dict[SourceId, list[Line]]:
    """Collect the judgements and ties that rest on each source, by way of the findings they name."""
    found: dict[SourceId, list[Line]] = {}
    for panels in desk.panels.values():
        for panel in panels:
            named = {FindingId(t.removeprefix("finding-")) for t in targets(panel.blocks) if t.startswith("finding-")}
            held = (desk.content.findings.get(finding) for finding in sorted(named))
            told = line(Piece(panel.title, Look.NAME, panel.anchor))
            for source in dict.fromkeys(source for finding in held if finding for source in finding.sources):
                found.setdefault(source, []).append(told)
    return found
