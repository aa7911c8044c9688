"""A page for every place that claims name, and one for every period of the window."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from riven.dates import periods
from riven.ids import ClaimId, FindingId
from riven.model.wording import STATE_WORDS
from riven.report.blocks import Heading, Line, Listing, Look, Piece, Prose, Row, Table, joined, line
from riven.report.cells import CellView
from riven.report.safety import isolated
from riven.report.site.desk import Desk
from riven.report.site.pages import Page, Part


@dataclass
class Spot:
    """A place with every wording of it.

    Attributes:
        key: What names its page.
        label: Printed name.
        wordings: The place as sources name it, every wording.
        said: What is known about where it is.
        findings: Findings that name it.
        claims: Claims that name it.
    """

    key: str
    label: str
    wordings: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    findings: dict[FindingId, None] = field(default_factory=dict)
    claims: dict[ClaimId, None] = field(default_factory=dict)


def spots(desk: Desk) -> dict[str, Spot]:
    """Gather the places of a study; wordings that the map shows as one place share a page.

    Args:
        desk: The study in words; its addresses learn which page each wording has.

    Returns:
        Places by the key of their page, in the order of their labels.
    """
    found: dict[str, Spot] = {}
    keys = dict(_mapped(desk, found))
    content = desk.content
    named: list[tuple[str, FindingId | None, ClaimId | None]] = [
        *((finding.place, finding.id, None) for finding in content.findings.values()),
        *((claim.place, None, claim.id) for claim in content.claims.values()),
    ]
    for place, finding, claim in named:
        if not place:
            continue
        spot = found.setdefault(keys.get(place, place), Spot(place, place))
        keys[place] = spot.key
        if place not in spot.wordings:
            spot.wordings.append(place)
        if finding:
            spot.findings[finding] = None
        if claim:
            spot.claims[claim] = None
            if (own := desk.addresses.claims.get(claim)) is not None:
                spot.findings[FindingId(own)] = None
    desk.addresses.places = keys
    return dict(sorted(found.items(), key=lambda item: (item[1].label.casefold(), item[0])))


def _mapped(desk: Desk, found: dict[str, Spot]) -> Iterator[tuple[str, str]]:
    scene = desk.told.scenes.map
    if scene is None:
        return
    for mark in scene.marks:
        found[mark.id] = Spot(  # a wording may stand for several places on the map, so each brings its own findings
            mark.id,
            mark.label,
            wordings=list(mark.places),
            said=[mark.sentence, *mark.notes],
            findings=dict.fromkeys(mark.findings),
            claims=dict.fromkeys(mark.claims),
        )
        yield mark.id, mark.id
        yield from ((place, mark.id) for place in mark.places)
    for unplaced in scene.unplaced:
        found.setdefault(unplaced.place, Spot(unplaced.place, unplaced.place)).said.append(unplaced.sentence)


def place_pages(desk: Desk, held: Mapping[str, Spot]) -> Iterator[Page]:
    """Write a page for every place, and the list of them.

    Args:
        desk: The study in words.
        held: Its places.

    Yields:
        The list first.
    """
    rows = (
        Row(
            line(Piece(spot.label, Look.NAME, f"place-{spot.key}")),
            ((line(str(len(spot.findings))),), (line(str(len(spot.claims))),)),
        )
        for spot in held.values()
    )
    table = Table("Places that claims name", ("Place", "Findings", "Claims"), tuple(rows))
    none = Prose(line("No claim of the study names a place."))
    parts: tuple[Part, ...] = (table,) if held else (none,)
    yield Page("places.html", "Places", parts, within="places.html")
    for spot in held.values():
        yield Page(
            path=desk.addresses.page(f"place-{spot.key}"),
            title=isolated(spot.label),
            parts=tuple(_spot(desk, spot)),
            within="places.html",
        )


def _spot(desk: Desk, spot: Spot) -> Iterator[Part]:
    others = [wording for wording in spot.wordings if wording != spot.label]
    if others:
        yield Prose(line("Named as: ", joined(line(Piece(each, Look.NAME)) for each in spot.wordings), "."))
    yield from (Prose(line(Piece(said, Look.FREE))) for said in spot.said)
    yield Heading("Findings that name it")
    held = desk.finding_links(spot.findings)
    yield Listing(held) if held else Prose(line("None: the claims that name it are part of no finding."))
    yield Heading("Claims that name it")
    claims = joined(line(Piece(claim, target=f"claim-{claim}")) for claim in spot.claims)
    yield Prose(claims or line("None."))


def period_pages(desk: Desk) -> Iterator[Page]:
    """Write a page for every period of the window, and the list of them.

    Yields:
        The list first.
    """
    content = desk.content
    held = periods(content.about.window, content.rules.step)
    when = _findings_by_period(desk)
    rows = (
        Row(
            line(Piece(period.label, target=f"period-{period.label}")),
            ((line(str(len(when[period.label]))),),),
        )
        for period in held
    )
    table = Table("Periods of the window", ("Period", "Findings whose dates meet it"), tuple(rows))
    yield Page("periods.html", "Periods", (table,), within="periods.html")
    for period in held:
        yield Page(
            path=desk.addresses.page(f"period-{period.label}"),
            title=f"Period {period.label}",
            parts=tuple(_period(desk, period.label, when[period.label])),
            within="periods.html",
        )


def _findings_by_period(desk: Desk) -> defaultdict[str, list[FindingId]]:
    content = desk.content
    found: defaultdict[str, list[FindingId]] = defaultdict(list)
    held = periods(content.about.window, content.rules.step)
    for finding in content.findings.values():
        spans = [span for date in finding.dates.values() for span in date.spans]
        for period in held:
            if any(span.meets(period.days) for span in spans):
                found[period.label].append(finding.id)
    return found


def _period(desk: Desk, period: str, findings: list[FindingId]) -> Iterator[Part]:
    for figure in desk.figures:
        yield Heading(f"Figure {figure.number}. {figure.title}")
        panel = desk.content.panels[figure.measure]
        if period not in panel.periods:
            yield Prose(line("The figure has no such column."))
            continue
        column = panel.periods.index(period)
        cells = [row.cells[column] for _, rows in figure.groups for row in rows]
        for state, words in STATE_WORDS.items():
            of_state = [cell for cell in cells if cell.state == state]
            if of_state:
                names = _cells(of_state)
                yield Prose(
                    line(Piece(f"{words.sign} {words.label} ", Look.STRONG), f"({len(of_state)}): ", names, ".")
                )
    yield Heading("Findings whose dates meet it")
    held = desk.finding_links(findings)
    yield Listing(held) if held else Prose(line("None."))


def _cells(cells: Iterable[CellView]) -> Line:
    return joined((line(Piece(cell.title.rpartition(", ")[0], Look.NAME, cell.anchor)) for cell in cells), "; ")
