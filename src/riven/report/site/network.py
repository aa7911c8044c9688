"""The network to move in: every tie a line, drawn by its sign and not by colour alone, narrowed by actor and period."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping

from riven.analysis.scenes.sociogram import Sign, SociogramNode, SociogramScene, SociogramTie, Strand
from riven.ids import ActorId
from riven.model.panel import CellState
from riven.report.blocks import Heading, Line, Look, Piece, Prose, Row, Table, joined, line
from riven.report.safety import isolated
from riven.report.site.addresses import safe
from riven.report.site.desk import Desk
from riven.report.site.ink import by, link, number, shortened, svg, text
from riven.report.site.pages import Drawing, Page, Part

WIDE, HIGH, RADIUS, NODE = 1000.0, 720.0, 270.0, 11.0
_LOOKS = {Sign.HOSTILE: "against", Sign.FRIENDLY: "for", Sign.NEUTRAL: "plain"}
_ROOM = 230.0
Pair = tuple[ActorId, ActorId]


def network_page(desk: Desk) -> Page:
    """Write the network and its twin as a table.

    Args:
        desk: The study in words.

    Returns:
        The page.
    """
    scene = desk.told.scenes.network
    parts = tuple(_parts(desk, scene)) if scene else (Prose(line("This copy of the site was made without a network.")),)
    return Page("network.html", "Network", parts, within="network.html")


def _parts(desk: Desk, scene: SociogramScene) -> Iterator[Part]:
    yield Prose(line(Piece(scene.sentence, Look.FREE)))
    if not scene.nodes:
        return
    if scene.caution:
        yield Prose(line(Piece(scene.caution, Look.FREE)), is_warning=True)
    yield Prose(
        line(
            "Lines with a cross are hostile, double lines friendly, dotted grey ones neutral; thin dashes mean no more "
            "than possible. Hostile and friendly lines side by side are a mixed tie. A line leads to its finding, "
            "or to the row below that lists several; a name leads to the page of its actor."
        )
    )
    when = _periods(scene)
    yield Drawing(
        svg=svg(WIDE, HIGH, _elements(desk, scene, when)),
        name="Network",
        is_round=True,
        actors=tuple((safe(node.actor), isolated(node.label)) for node in scene.nodes),
        periods=tuple((safe(each.period.lower()), each.period) for each in scene.slices),
    )
    if scene.left_out:
        yield Prose(line(f"Tied, but not shown: {', '.join(map(isolated, scene.left_out))}."))
    if scene.n_disputed:
        yield Prose(line(f"Disputed findings, which tie nobody here: {scene.n_disputed}."))
    yield Heading("The same as a table")
    yield _table(desk, scene, when)


def _periods(scene: SociogramScene) -> Mapping[tuple[Pair, Sign], list[str]]:
    found: dict[tuple[Pair, Sign], list[str]] = defaultdict(list)
    for each in scene.slices:
        for tie in each.ties:
            for strand in tie.strands:
                found[(tie.one, tie.other), strand.sign].append(each.period)
    return found


def _elements(desk: Desk, scene: SociogramScene, when: Mapping[tuple[Pair, Sign], list[str]]) -> Iterator[str]:
    nodes = {node.actor: node for node in scene.nodes}
    for tie in scene.whole.ties:
        for place, strand in enumerate(tie.strands):
            periods = when.get(((tie.one, tie.other), strand.sign), [])
            yield _strand(desk, tie, strand, (nodes[tie.one], nodes[tie.other]), (place, periods))
    for node in scene.nodes:
        yield _node(desk, node)


def _at(node: SociogramNode) -> tuple[float, float]:
    return WIDE / 2 + node.x * (RADIUS + 40), HIGH / 2 + node.y * RADIUS


def _strand(
    desk: Desk,
    tie: SociogramTie,
    strand: Strand,
    ends: tuple[SociogramNode, SociogramNode],
    told: tuple[int, list[str]],
) -> str:
    (x1, y1), (x2, y2) = map(_at, ends)
    place, periods = told
    length = math.hypot(x2 - x1, y2 - y1) or 1
    across, down = -(y2 - y1) / length, (x2 - x1) / length  # at a right angle to the line
    off = 5.0 * (place - (len(tie.strands) - 1) / 2)
    look = f"line {_LOOKS[strand.sign]}{' open' if strand.state is CellState.POSSIBLE else ''}"
    shifts = (off - 1.6, off + 1.6) if strand.sign is Sign.FRIENDLY else (off,)
    shapes = [
        f'<line class="touch" x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"/>',
        *(_line(x1 + s * across, y1 + s * down, x2 + s * across, y2 + s * down, look) for s in shifts),
    ]
    if strand.sign is Sign.HOSTILE:
        x, y = (x1 + x2) / 2 + off * across, (y1 + y2) / 2 + off * down
        shapes += [_line(x - 4, y - 4, x + 4, y + 4, look), _line(x - 4, y + 4, x + 4, y - 4, look)]
    target = f"finding-{strand.findings[0]}" if len(strand.findings) == 1 else f"at-{_row(tie)}"
    said = f"{tie.label}: {strand.sign}, {strand.state}; findings: {len(strand.findings)}"
    return link(desk.addresses, target, said, shapes, by((tie.one, tie.other), periods or [""]))


def _line(x1: float, y1: float, x2: float, y2: float, look: str) -> str:
    return f'<line class="mark-shape {look}" x1="{number(x1)}" y1="{number(y1)}" x2="{number(x2)}" y2="{number(y2)}"/>'


def _node(desk: Desk, node: SociogramNode) -> str:
    x, y = _at(node)
    look = "ink" if node.is_focal else "hollow"
    sign = "on-ink" if node.is_focal else ""
    left = node.x < -0.05
    anchor = "end" if left else "start" if node.x > 0.05 else "middle"
    beside = x + (-NODE - 4 if left else NODE + 4 if anchor == "start" else 0)
    below = y + 4 if anchor != "middle" else y + (NODE + 13 if node.y >= 0 else -NODE - 6)
    radius = NODE + (3 if node.is_focal else 0)
    shapes = [
        f'<circle class="mark-shape {look}" cx="{number(x)}" cy="{number(y)}" r="{radius}"/>',
        text(x, y + 4, str(node.number), size=10, anchor="middle", look=sign),
        text(beside, below, shortened(node.label, _ROOM, 12), size=12, anchor=anchor, look="halo"),
    ]
    return link(desk.addresses, f"actor-{node.actor}", node.sentence, shapes, by([node.actor]))


def _row(tie: SociogramTie) -> str:
    return f"tied-{tie.one}:{tie.other}"


def _table(desk: Desk, scene: SociogramScene, when: Mapping[tuple[Pair, Sign], list[str]]) -> Table:
    rows = []
    for tie in scene.whole.ties:
        ends = line(desk.actor(tie.one), " and ", desk.actor(tie.other))
        told = tuple(_told(strand, when.get(((tie.one, tie.other), strand.sign), [])) for strand in tie.strands)
        rows.append(Row(ends, (told,), anchor=f"at-{_row(tie)}"))
    return Table("Ties between the actors shown, over the whole window", ("Two actors", "How they stood"), tuple(rows))


def _told(strand: Strand, periods: list[str]) -> Line:
    findings = joined(line(Piece(finding, target=f"finding-{finding}")) for finding in strand.findings)
    return line(f"{strand.sign}, {strand.state}, in {', '.join(periods) or 'no one period'}: ", findings)
