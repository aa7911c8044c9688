"""The genealogy to move in: where groups come from, uncertain dates as ranges, every mark a link to its finding."""

from collections.abc import Iterator

from markupsafe import Markup

from riven.analysis.scenes.axis import Span
from riven.analysis.scenes.genealogy import GenealogyLane, GenealogyLink, GenealogyScene
from riven.model.panel import CellState
from riven.report.blocks import Heading, Look, Piece, Prose, Row, Table, line
from riven.report.safety import isolated
from riven.report.site.addresses import safe
from riven.report.site.desk import Desk
from riven.report.site.ink import by, link, number, shortened, svg, text
from riven.report.site.pages import Drawing, Page, Part

LEFT, WIDE, ROW, TOP, NOTES = 230.0, 560.0, 20.0, 26.0, 210.0
INDENT, MOST_ROWS = 12.0, 400
UNDATED = LEFT - 12
_LOOKS = {CellState.REPORTED: "for", CellState.POSSIBLE: "for open", CellState.DISPUTED: "both"}


def genealogy_page(desk: Desk) -> Page:
    """Write the genealogy and its twin as a table.

    Args:
        desk: The study in words.

    Returns:
        The page.
    """
    scene = desk.told.scenes.genealogy
    parts = (
        tuple(_parts(desk, scene)) if scene else (Prose(line("This copy of the site was made without a genealogy.")),)
    )
    return Page("genealogy.html", "Genealogy", parts, within="genealogy.html")


def _parts(desk: Desk, scene: GenealogyScene) -> Iterator[Part]:
    yield Prose(line(Piece(scene.sentence, Look.FREE)))
    yield from (Prose(line(Piece(circle, Look.FREE)), is_warning=True) for circle in scene.circles)
    if not scene.lanes:
        return
    yield Prose(
        line(
            "Each group has a line of time below the group it stands under. A bar covers every day on which something "
            "may have happened; a line leads from it to the other group. Diamonds left of the axis are undated. Dashed "
            "marks are no more than possible."
        )
    )
    for place, lanes in enumerate(_pictures(scene.lanes)):
        yield Drawing(
            svg=_draw(desk, scene, lanes),
            name="Genealogy" if place == 0 else f"Genealogy, continued ({place + 1})",
            actors=tuple((safe(lane.actor), isolated(lane.label)) for lane in lanes),
        )
    yield Heading("The same as a table")
    yield _table(desk, scene)


def _pictures(lanes: tuple[GenealogyLane, ...]) -> Iterator[tuple[GenealogyLane, ...]]:
    """Share lanes out among pictures, family by family."""
    held: list[GenealogyLane] = []
    for lane in lanes:
        if held and lane.depth == 0 and lane.row + lane.rows - held[0].row > MOST_ROWS:
            yield tuple(held)
            held = []
        held.append(lane)
    yield tuple(held)


def _draw(desk: Desk, scene: GenealogyScene, lanes: tuple[GenealogyLane, ...]) -> Markup:
    rows = lanes[-1].row + lanes[-1].rows - lanes[0].row
    return svg(LEFT + WIDE + NOTES, TOP + rows * ROW + 8, _elements(desk, scene, lanes))


def _elements(desk: Desk, scene: GenealogyScene, lanes: tuple[GenealogyLane, ...]) -> Iterator[str]:
    first = lanes[0].row
    last = lanes[-1].row + lanes[-1].rows
    bottom = TOP + (last - first) * ROW
    window = scene.window
    yield (
        f'<rect class="window" x="{number(LEFT + WIDE * window.left)}" y="{TOP - 6}" '
        f'width="{number(WIDE * (window.right - window.left))}" height="{number(bottom - TOP + 6)}"/>'
    )
    for tick in scene.axis.ticks:
        x = LEFT + WIDE * tick.at
        yield f'<line class="rule" x1="{number(x)}" y1="{TOP - 8}" x2="{number(x)}" y2="{number(bottom)}"/>'
        yield text(x + 2, 12, tick.label, look="soft")
    for lane in lanes:
        yield from _lane(desk, lane, TOP + (lane.row - first) * ROW)
    for held in scene.links:
        if first <= held.row < last:
            yield _link(desk, held, first)


def _lane(desk: Desk, lane: GenealogyLane, top: float) -> Iterator[str]:
    indent = 2 + INDENT * min(lane.depth, 6)
    yield f'<line class="rule" x1="0" y1="{number(top)}" x2="{LEFT + WIDE + NOTES}" y2="{number(top)}"/>'
    label = text(indent, top + 14, shortened(lane.label, LEFT - indent - 24), look="strong" if lane.is_focal else "")
    yield link(desk.addresses, f"actor-{lane.actor}", lane.sentence, [label], by([lane.actor]))
    start = lane.begins.left if lane.begins else 0.0
    end = lane.ends.right if lane.ends else 1.0
    look = "life" if lane.begins else "life open"
    yield (
        f'<line class="{look}" x1="{number(LEFT + WIDE * start)}" y1="{number(top + ROW / 2)}" '
        f'x2="{number(LEFT + WIDE * max(end, start))}" y2="{number(top + ROW / 2)}"/>'
    )


def _link(desk: Desk, held: GenealogyLink, first: int) -> str:
    middle = TOP + (held.row - first) * ROW + ROW / 2
    look = _LOOKS.get(held.state, "for")
    shapes = [_bar(span, middle, look) for span in held.spans]
    x = LEFT + WIDE * (held.spans[0].left + held.spans[-1].right) / 2 if held.spans else UNDATED
    if not held.spans:
        shapes.append(f'<path class="mark-shape {look}" d="M{number(x)} {number(middle - 5)}l5 5l-5 5l-5 -5Z"/>')
    if held.parent_row is not None and held.parent_row >= first:
        there = TOP + (held.parent_row - first) * ROW + ROW / 2
        shapes.insert(
            0,
            f'<line class="mark-shape line {look}" x1="{number(x)}" y1="{number(middle)}" '
            f'x2="{number(x)}" y2="{number(there)}"/>',
        )
    shapes.append(text(LEFT + WIDE + 6, middle + 4, shortened(held.label, NOTES - 8, 10), size=10, look="soft"))
    actors = [held.child, *([held.parent] if held.parent else [])]
    return link(desk.addresses, f"finding-{held.finding}", held.sentence, shapes, by(actors))


def _bar(span: Span, middle: float, look: str) -> str:
    left, width = LEFT + WIDE * span.left, max(WIDE * (span.right - span.left), 4)
    return (
        f'<rect class="mark-shape {look}" x="{number(left)}" y="{number(middle - 5)}" width="{number(width)}" '
        'height="10" rx="2"/>'
    )


def _table(desk: Desk, scene: GenealogyScene) -> Table:
    rows = tuple(
        Row(
            desk.actor(held.child),
            (
                (line(held.relation),),
                (desk.actor(held.parent) if held.parent else line("nobody named"),),
                (line(held.edtf or "undated"),),
                (line(str(held.state)),),
                (line(Piece(held.finding, target=f"finding-{held.finding}")),),
            ),
        )
        for held in scene.links
    )
    columns = ("Group", "What", "From, into or part of", "When", "How sure", "Finding")
    return Table("Where groups come from, group by group", columns, rows)
