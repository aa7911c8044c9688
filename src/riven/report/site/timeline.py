"""The timeline to move in: every finding in the lane of each actor it names, ranges drawn as ranges, marks links."""

from collections.abc import Iterator
from dataclasses import replace

from markupsafe import Markup

from riven.analysis.scenes.timeline import TimelineLane, TimelineMark, TimelineScene, extent
from riven.dates import DayRange, Period, periods
from riven.model.panel import CellState
from riven.report.blocks import Heading, Look, Piece, Prose, Row, Table, line
from riven.report.safety import isolated
from riven.report.site.addresses import safe
from riven.report.site.desk import Desk
from riven.report.site.ink import by, link, number, shortened, svg, text
from riven.report.site.pages import Drawing, Page, Part

LEFT, WIDE, TRACK, GAP, TOP = 190.0, 800.0, 15.0, 10.0, 26.0
MOST = 700
"""So many marks a picture holds; further lanes follow in a picture of their own."""
_AGAIN = 420.0  # the axis is named again after so much of the picture
_LOOKS = {CellState.REPORTED: "for", CellState.POSSIBLE: "for open", CellState.DISPUTED: "both"}


def timeline_page(desk: Desk) -> Page:
    """Write the timeline and its twin as a table.

    Args:
        desk: The study in words.

    Returns:
        The page.
    """
    scene = desk.told.scenes.timeline
    parts = (
        tuple(_parts(desk, scene)) if scene else (Prose(line("This copy of the site was made without a timeline.")),)
    )
    return Page("timeline.html", "Timeline", parts, within="timeline.html")


def _parts(desk: Desk, scene: TimelineScene) -> Iterator[Part]:
    yield Prose(line(Piece(scene.sentence, Look.FREE)))
    if not scene.lanes:
        return
    yield Prose(
        line(
            "A bar covers every day on which it may have been: filled where a source says so, dashed and empty where "
            "wording leaves it open, in a third colour where sources contradict each other. Letters name the kind: "
            + "; ".join(f"{kind.code} {kind.label}" for kind in scene.kinds)
            + ". Undated findings and those outside the window are in the table below the picture."
        )
    )
    when = periods(desk.content.about.window, desk.content.rules.step)
    for number_, lanes in enumerate(_pictures(scene.lanes), start=1):
        yield Drawing(
            svg=_draw(desk, scene, lanes, when),
            name="Timeline" if number_ == 1 else f"Timeline, continued ({number_})",
            actors=tuple((safe(lane.actor), isolated(lane.label)) for lane in lanes),
            periods=tuple((safe(period.label.lower()), period.label) for period in when),
        )
    yield Heading("The same as a table")
    yield from _table(desk, scene)


def _pictures(lanes: tuple[TimelineLane, ...]) -> Iterator[tuple[TimelineLane, ...]]:
    """Share lanes out among pictures; a lane too long for one goes on in the next."""
    held: list[TimelineLane] = []
    used = 0
    for lane in (piece for whole in lanes for piece in _pieces(whole)):
        if held and used + len(lane.marks) > MOST:
            yield tuple(held)
            held, used = [], 0
        held.append(lane)
        used += len(lane.marks)
    if held:
        yield tuple(held)


def _pieces(lane: TimelineLane) -> Iterator[TimelineLane]:
    if not lane.marks:
        return
    for start in range(0, len(lane.marks), MOST):
        tracks = lane.tracks[start : start + MOST]
        yield replace(lane, marks=lane.marks[start : start + MOST], tracks=tuple(t - min(tracks) for t in tracks))


def _draw(desk: Desk, scene: TimelineScene, lanes: tuple[TimelineLane, ...], when: tuple[Period, ...]) -> Markup:
    return svg(LEFT + WIDE + 10, TOP + sum(map(_height, lanes)) + 6, _elements(desk, scene, lanes, when))


def _height(lane: TimelineLane) -> float:
    return TRACK * (max(lane.tracks, default=0) + 1) + GAP


def _elements(
    desk: Desk, scene: TimelineScene, lanes: tuple[TimelineLane, ...], when: tuple[Period, ...]
) -> Iterator[str]:
    bottom = TOP + sum(map(_height, lanes))
    for tick in scene.axis.ticks:
        x = LEFT + WIDE * tick.at
        yield f'<line class="rule" x1="{number(x)}" y1="{TOP - 8}" x2="{number(x)}" y2="{number(bottom)}"/>'
        yield text(x + 2, 12, tick.label, look="soft")
    top, told = TOP, 0.0
    for lane in lanes:
        if top - told > _AGAIN:
            told = top
            for tick in scene.axis.ticks if top > TOP else ():
                yield text(LEFT + WIDE * tick.at + 2, top - 2, tick.label, size=9, look="soft")
        yield f'<line class="rule" x1="0" y1="{number(top)}" x2="{LEFT + WIDE}" y2="{number(top)}"/>'
        label = text(2, top + 13, shortened(lane.label, LEFT - 8))
        yield link(desk.addresses, f"actor-{lane.actor}", f"{lane.label}: its page", [label], by([lane.actor]))
        for mark, track in zip(lane.marks, lane.tracks, strict=True):
            yield _mark(desk, lane, mark, top + 4 + TRACK * track, when)
        top += _height(lane)


def _mark(desk: Desk, lane: TimelineLane, mark: TimelineMark, top: float, when: tuple[Period, ...]) -> str:
    look = _LOOKS.get(mark.state, "for")
    shapes = []
    for span in mark.spans:
        left, width = LEFT + WIDE * span.left, max(WIDE * (span.right - span.left), 3)
        shapes.append(
            f'<rect class="mark-shape {look}" x="{number(left)}" y="{number(top + 1)}" width="{number(width)}" '
            f'height="{number(TRACK - 5)}" rx="2"/>'
        )
    left, right = (LEFT + WIDE * each for each in extent(mark))
    sign = f"{mark.code}{mark.reservation}{'¬' if mark.is_negated else ''}"
    wide = WIDE * (mark.spans[-1].right - mark.spans[0].left)
    if wide >= 6 * len(sign) + 4:
        shapes.append(text((left + right) / 2, top + 9, sign, size=8, anchor="middle", look="on-mark"))
    else:  # beside a bar that is too narrow to carry it
        shapes.append(text(LEFT + WIDE * mark.spans[-1].right + 2, top + 9, sign, size=8))
    inside = [period.label for period in when if any(_meets(span.first, span.last, period) for span in mark.spans)]
    return link(desk.addresses, f"finding-{mark.finding}", mark.sentence, shapes, by([lane.actor], inside))


def _meets(first: object, last: object, period: Period) -> bool:
    return DayRange(first, last).meets(period.days)  # type: ignore[arg-type]


def _table(desk: Desk, scene: TimelineScene) -> Iterator[Part]:
    rows = tuple(
        Row(
            desk.actor(lane.actor),
            (
                (line(mark.edtf or "undated"),),
                (line(str(mark.shown)),),
                (line(str(mark.state), ", held not to be so" if mark.is_negated else ""),),
                (line(Piece(mark.finding, target=f"finding-{mark.finding}"), " ", Piece(mark.label, Look.FREE)),),
            ),
        )
        for lane in scene.lanes
        for mark in (*lane.marks, *lane.listed)
    )
    yield Table("Every finding by actor, earliest first", ("Actor", "When", "Where", "How sure", "Finding"), rows)
    if scene.unsettled:
        yield Prose(line("Rejected or only suggested, and in no lane:"))
        yield Table(
            "Findings in no lane",
            ("Finding", "What"),
            tuple(
                Row(
                    line(Piece(mark.finding, target=f"finding-{mark.finding}")),
                    ((line(Piece(mark.label, Look.FREE)),),),
                )
                for mark in scene.unsettled
            ),
        )
