"""A page for every finding and for every claim that is part of none, and the register of them all."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from riven.ids import FindingId
from riven.report.blocks import Block, Heading, Line, Listing, Look, Piece, Prose, Row, Table, joined, line
from riven.report.evidence import FindingView
from riven.report.site.desk import Desk, actors_of
from riven.report.site.pages import ClaimPart, FindingPart, Page, Part


def finding_pages(desk: Desk) -> Iterator[Page]:
    """Write a page for every finding: its claims with their passages, and what rests on it.

    Yields:
        Pages in the order of the study.
    """
    leads = _behind(desk)
    for finding in desk.content.findings.values():
        view = desk.evidence.finding(finding.id)
        yield Page(
            path=desk.addresses.page(f"finding-{finding.id}"),
            title=f"{view.kind}: {finding.id}",
            parts=(FindingPart(view), *_around(desk, finding.id, leads.get(finding.id, ()))),
            within="findings.html",
        )


def _behind(desk: Desk) -> dict[FindingId, list[Line]]:
    """Collect the judgements and ties whose panels name each finding."""
    found: dict[FindingId, dict[str, Line]] = defaultdict(dict)
    for panels in desk.panels.values():
        for panel in panels:
            for target in targets(panel.blocks):
                if target.startswith("finding-"):
                    finding = FindingId(target.removeprefix("finding-"))
                    found[finding][panel.anchor] = line(Piece(panel.title, Look.NAME, panel.anchor))
    return {finding: list(held.values()) for finding, held in found.items()}


def targets(blocks: Iterable[Block]) -> Iterator[str]:
    """List everything that blocks of a page lead to."""
    for block in blocks:
        for held in _lines(block):
            yield from (piece.target for piece in held if piece.target)


def _lines(block: Block) -> Iterator[Line]:
    if isinstance(block, Prose):
        yield block.line
    elif isinstance(block, Listing):
        yield from block.items
    elif isinstance(block, Table):
        for row in block.rows:
            yield row.head
            yield from (each for cell in row.cells for each in cell)


def _around(desk: Desk, finding: FindingId, judgements: list[Line] | tuple[Line, ...]) -> Iterator[Part]:
    held = desk.content.findings[finding]
    yield Heading("What rests on it")
    cells = desk.rests_on.get(finding, ())
    if cells:
        yield Prose(line("Cells it counts in, or speaks against: ", desk.cell_links(cells), "."))
    else:
        yield Prose(line("No cell of a figure."))
    if judgements:
        yield Prose(line("Judgements and ties: ", joined(judgements, "; "), "."))
    yield Heading("Where it leads")
    actors = joined(desk.actor(actor) for actor in actors_of(held))
    if actors:
        yield Prose(line("Actors: ", actors, "."))
    if held.place:
        yield Prose(line("Place: ", Piece(held.place, Look.NAME, f"place-{held.place}"), "."))


def claim_pages(desk: Desk) -> Iterator[Page]:
    """Write a page for every claim that is part of no finding: corrected, or settled by others.

    Yields:
        Pages in the order of the study.
    """
    for claim in desk.content.claims:
        if claim not in desk.addresses.claims:
            yield Page(
                path=desk.addresses.page(f"claim-{claim}"),
                title=f"Claim {claim}",
                parts=(
                    Prose(line("This claim is part of no finding: it was corrected, or settled by others.")),
                    ClaimPart(desk.evidence.claim(claim)),
                ),
                within="findings.html",
            )


def register(desk: Desk) -> Page:
    """Write the register of findings, kind by kind.

    Returns:
        The page.
    """
    by_kind: dict[str, list[FindingView]] = {}
    for finding in desk.content.findings:
        view = desk.evidence.finding(finding)
        by_kind.setdefault(view.kind, []).append(view)
    parts: list[Part] = []
    for kind, views in by_kind.items():
        parts.append(Heading(f"{kind} ({len(views)})"))
        rows = (
            Row(
                line(Piece(view.id, target=f"finding-{view.id}")),
                (
                    (line(", ".join(dict.fromkeys(date.text for date in view.dates)) or "undated"),),
                    (line(Piece(view.headline, Look.FREE)),),
                    (line(view.facts[0].texts[0]),),
                    (line(view.sources),),
                ),
            )
            for view in views
        )
        columns = ("Finding", "When", "What", "Status", "Rests on")
        parts.append(Table(f"Findings of the kind “{kind}”", columns, tuple(rows)))
    if not by_kind:
        parts.append(Prose(line("The study holds no finding.")))
    rest = [claim for claim in desk.content.claims if claim not in desk.addresses.claims]
    if rest:
        parts.append(Heading("Claims that were corrected or settled by others"))
        parts.append(Listing(tuple(line(Piece(claim, target=f"claim-{claim}")) for claim in rest)))
    return Page("findings.html", "Findings", tuple(parts), within="findings.html")
