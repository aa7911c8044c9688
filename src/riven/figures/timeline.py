"""The timeline drawn for print: a lane for every actor, no finding more exactly dated than its sources leave it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from matplotlib.figure import Figure

from riven.analysis.scenes.axis import Span
from riven.analysis.scenes.lineup import OTHERS
from riven.analysis.scenes.timeline import Shown, TimelineLane, TimelineMark, TimelineScene, alternative, stack
from riven.analysis.wording import counted
from riven.figures.axis_lines import LIGHT, draw_axis
from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.drawing import GAP_MM, LEGEND_POINTS, Drawing
from riven.figures.layout import MARGIN_MM, PAGE_MM
from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY
from riven.figures.style import plain_style
from riven.figures.timeline_marks import HEIGHT_MM, NOT, draw_mark, draw_span, least_mm
from riven.ids import FindingId, KindId
from riven.model.panel import CellState

LABEL_POINTS = 6.6
LISTED_POINTS = 5.6
TRACK_MM = HEIGHT_MM + 0.55
LANE_GAP_MM = 1.6
SHEET_MM = 190.0
MOST_SHEETS = 6
MOST_TRACKS = 24
LABEL_SHARE = 0.22
LISTED_SHARE = 0.17
HEADER_MM = 4.2


def draw_timeline(scene: TimelineScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw the timeline.

    Args:
        scene: The scene, from `riven.analysis.scenes.timeline.timeline`.
        caption: Text below, usually from `caption` of the same module; empty for none. What the sheets have no room
            for is added to it.
        width: Width of the figure in millimetres; None for a page (180).

    Returns:
        The drawing, on as many sheets as its lanes need, six at most; None where no finding can be placed.
    """
    if not scene.n_placed:
        return None
    frame = _Frame.of(scene, width or PAGE_MM)
    drawn = [lane for lane in scene.lanes if lane.marks or lane.group != OTHERS]
    strips = [strip for lane in drawn for strip in (_strip(lane, frame),)]
    sheets = list(_paginate(strips))
    kept = sheets[:MOST_SHEETS]
    caption = " ".join([caption, *_left_out(scene, kept)]).strip()
    with plain_style():
        figures = tuple(_sheet(scene, frame, held, (number, len(kept)), caption) for number, held in enumerate(kept, 1))
    return Drawing(figures, scene.title, caption, alternative(scene))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where names, axis and lists stand on every sheet, in millimetres."""

    width: float
    label: float
    listed: float
    least: float  # width of the narrowest mark

    @property
    def left(self) -> float:
        return MARGIN_MM + self.label + 1.0

    @property
    def axis(self) -> float:
        return self.width - 2 * MARGIN_MM - self.label - self.listed - 3.0

    @classmethod
    def of(cls, scene: TimelineScene, width: float) -> "_Frame":
        """Give names what they need, within bounds."""
        names = [width_mm(drawable_name(lane.label, lane.actor), LABEL_POINTS) for lane in scene.lanes]
        label = min(max(names) + 1.0, LABEL_SHARE * width)
        least = max((least_mm(mark) for lane in scene.lanes for mark in lane.marks), default=HEIGHT_MM)
        return cls(width, label, LISTED_SHARE * width, least + 0.4)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One lane laid out."""

    lane: TimelineLane
    lines: tuple[str, ...]
    listed: tuple[str, ...]
    marks: tuple[tuple[TimelineMark, int], ...]
    left_out: int
    tracks: int

    @property
    def height(self) -> float:
        texts = max(len(self.lines) * line_mm(LABEL_POINTS), len(self.listed) * line_mm(LISTED_POINTS))
        return max(self.tracks * TRACK_MM, texts, TRACK_MM) + LANE_GAP_MM


def _strip(lane: TimelineLane, frame: _Frame) -> _Strip:
    tracks = stack(lane.marks, least=frame.least / frame.axis)
    kept = tuple((mark, track) for mark, track in zip(lane.marks, tracks, strict=True) if track < MOST_TRACKS)
    left_out = len(lane.marks) - len(kept)
    told = [*_told(lane.listed), *([f"no room: {left_out}"] if left_out else [])]
    listed = tuple(line for text in told for line in wrap(text, frame.listed, LISTED_POINTS))
    lines = wrap(drawable_name(lane.label, lane.actor), frame.label, LABEL_POINTS, most=4)
    return _Strip(lane, lines, listed, kept, left_out, max((track for _, track in kept), default=0) + 1)


def _told(listed: Iterable[TimelineMark]) -> Iterator[str]:
    """Count what is not placed, by kind."""
    held = list(listed)
    for shown in (Shown.UNDATED, Shown.OUTSIDE):
        counts = Counter(mark.code for mark in held if mark.shown is shown)
        if counts:
            yield f"{shown}: " + " ".join(f"{code}×{number}" for code, number in counts.items())


def _paginate(strips: Sequence[_Strip]) -> Iterator[list[_Strip]]:
    sheet: list[_Strip] = []
    used = 0.0
    for strip in strips:
        heading = 0.0 if sheet and sheet[-1].lane.group == strip.lane.group else line_mm(LABEL_POINTS) + 2.2
        if sheet and used + heading + strip.height > SHEET_MM:
            yield sheet
            sheet, used = [], 0.0
            heading = line_mm(LABEL_POINTS) + 2.2
        sheet.append(strip)
        used += heading + strip.height
    if sheet:
        yield sheet


def _left_out(scene: TimelineScene, sheets: Sequence[Sequence[_Strip]]) -> Iterator[str]:
    shown = {strip.lane.actor for sheet in sheets for strip in sheet}
    rest = [lane for lane in scene.lanes if lane.actor not in shown]
    bare = sum(not lane.marks for lane in rest)
    parts = [f"{counted(bare, 'actor')} without a finding that can be placed"] if bare else []
    if len(rest) > bare:
        parts.append(f"{counted(len(rest) - bare, 'actor')} for whom there is no room")
    if crowded := sum(strip.left_out for sheet in sheets for strip in sheet):
        parts.append(f"{counted(crowded, 'mark')} of crowded lanes")
    if parts:
        yield f"Left to the data file: {'; '.join(parts)}."


def _sheet(
    scene: TimelineScene, frame: _Frame, strips: Sequence[_Strip], number: tuple[int, int], caption: str
) -> Figure:
    canvas = Canvas(frame.width)
    top = canvas.title(scene.title, number)
    y = top + HEADER_MM
    group = None
    for strip in strips:
        if strip.lane.group != group:
            group = strip.lane.group
            y = _heading(canvas, group, frame, y)
        _lane(canvas, strip, frame, y)
        y += strip.height
    _header(canvas, scene, frame, top, y)
    y = _legend(canvas, scene, [mark for strip in strips for mark, _ in strip.marks], y + GAP_MM)
    return canvas.foot(caption if number[0] == number[1] else "", y)


def _header(canvas: Canvas, scene: TimelineScene, frame: _Frame, top: float, foot: float) -> None:
    right = frame.left + frame.axis
    draw_axis(canvas, scene.axis, (frame.left, right), (top + HEADER_MM, foot))
    canvas.write(Words("not placed", right + 2.0, top + HEADER_MM - 2.0, LISTED_POINTS, colour=GREY))


def _heading(canvas: Canvas, group: str, frame: _Frame, y: float) -> float:
    canvas.stroke(Stroke(((MARGIN_MM, y + 0.3), (frame.width - MARGIN_MM, y + 0.3)), BLACK, 0.6), 1)
    lines = wrap(drawable(group), frame.width - 2 * MARGIN_MM, LABEL_POINTS, bold=True, most=1)
    return canvas.paragraph(lines, MARGIN_MM, y + 1.0, LABEL_POINTS, bold=True) + 1.2


def _lane(canvas: Canvas, strip: _Strip, frame: _Frame, y: float) -> None:
    canvas.paragraph(strip.lines, MARGIN_MM, y, LABEL_POINTS)
    x = frame.left + frame.axis + 2.0
    for number, line in enumerate(strip.listed):
        canvas.write(Words(line, x, y + (number + 0.5) * line_mm(LISTED_POINTS) + 0.2, LISTED_POINTS))
    for mark, track in strip.marks:
        draw_mark(canvas, mark, frame.left, frame.axis, y + track * TRACK_MM + HEIGHT_MM / 2)
    foot = y + strip.height - LANE_GAP_MM / 2
    canvas.stroke(Stroke(((MARGIN_MM, foot), (frame.width - MARGIN_MM, foot)), LIGHT, 0.4), 0)


_DAY = date(2000, 1, 1)
_SAMPLE = TimelineMark(
    finding=FindingId(""),
    kind=KindId(""),
    code="",
    label="",
    sentence="",
    shown=Shown.PLACED,
    state=CellState.REPORTED,
    is_negated=False,
    is_lasting=False,
    is_told=False,
    reservation="",
    role="",
    edtf="",
    spans=(Span(_DAY, _DAY, 0.0, 0.0),),
    joined=False,
    claims=(),
)


def _legend(canvas: Canvas, scene: TimelineScene, marks: Sequence[TimelineMark], y: float) -> float:
    """Explain shapes, looks and letters that occur, and return the height below."""
    height = HEIGHT_MM + 1.2
    x = MARGIN_MM
    for sample in (held for held in _SAMPLES if any(held.is_needed(mark) for mark in marks)):
        wide, text = sample.width, sample.text
        needed = wide + 1.2 + width_mm(text, LEGEND_POINTS) + 4.0
        if x > MARGIN_MM and x + needed > canvas.width - MARGIN_MM + 4.0:
            x, y = MARGIN_MM, y + height
        span = Span(_DAY, _DAY, 0.0, 0.0, goes_left=sample.points, goes_right=sample.points)
        draw_span(canvas, sample.mark, span, (x, x + wide), y + height / 2)
        room = canvas.width - MARGIN_MM - x - wide - 1.2
        lines = wrap(text, room, LEGEND_POINTS)
        canvas.paragraph(lines, x + wide + 1.2, y + (height - line_mm(LEGEND_POINTS)) / 2, LEGEND_POINTS)
        y += (len(lines) - 1) * line_mm(LEGEND_POINTS)
        x += needed
    return _letters(canvas, scene, marks, y + height + 0.4)


def _letters(canvas: Canvas, scene: TimelineScene, marks: Sequence[TimelineMark], y: float) -> float:
    """Name the kinds whose letters occur, and the signs behind them; return the height below."""
    used = {mark.kind for mark in marks} | {mark.kind for lane in scene.lanes for mark in lane.listed}
    entries = [(held.code, drawable(held.label)) for held in scene.kinds if held.kind in used]
    if any(mark.is_negated for mark in marks):
        entries.append((NOT, "held not to be so"))
    entries += [(sign, text) for sign, text in _RESERVATIONS.items() if any(mark.reservation == sign for mark in marks)]
    x, height = MARGIN_MM, line_mm(LEGEND_POINTS) + 0.4
    for code, text in entries:
        ahead = width_mm(code, LEGEND_POINTS, bold=True) + 1.0
        for number, line in enumerate(wrap(text, canvas.room - ahead, LEGEND_POINTS)):
            needed = ahead + width_mm(line, LEGEND_POINTS) + 3.5
            if x > MARGIN_MM and x + needed > canvas.width - MARGIN_MM + 3.5:
                x, y = MARGIN_MM, y + height
            if not number:
                canvas.write(Words(code, x, y + height / 2, LEGEND_POINTS, bold=True))
            canvas.write(Words(line, x + ahead, y + height / 2, LEGEND_POINTS))
            x += needed
    return y + height


_RESERVATIONS = {"~": "date approximate", "?": "date uncertain", "%": "date uncertain and approximate"}


@dataclass(frozen=True, slots=True)
class _Sample:
    """One entry of the legend: when it is needed, what it shows, how wide, whether its ends point, and its words."""

    is_needed: Callable[[TimelineMark], bool]
    mark: TimelineMark
    width: float
    text: str
    points: bool = False


_SAMPLES = (
    _Sample(lambda _: True, _SAMPLE, HEIGHT_MM - 0.1, "dated to within the mark"),
    _Sample(lambda mark: not mark.is_lasting, _SAMPLE, 7.0, "happened on some day of the bar"),
    _Sample(lambda mark: mark.is_lasting, replace(_SAMPLE, is_lasting=True), 7.0, "lasted all of the bar"),
    _Sample(
        lambda mark: any(span.goes_left or span.goes_right for span in mark.spans),
        replace(_SAMPLE, is_lasting=True),
        7.0,
        "goes on beyond the window",
        points=True,
    ),
    _Sample(lambda mark: mark.is_told, replace(_SAMPLE, is_told=True), 4.0, "told then, so it was no later"),
    _Sample(lambda mark: mark.joined, replace(_SAMPLE, joined=True), 7.0, "on a dotted line: one of these"),
    _Sample(
        lambda mark: mark.state is CellState.POSSIBLE,
        replace(_SAMPLE, state=CellState.POSSIBLE),
        7.0,
        "believed, rumoured, denied or forecast",
    ),
    _Sample(lambda mark: mark.state is CellState.DISPUTED, replace(_SAMPLE, state=CellState.DISPUTED), 7.0, "disputed"),
    _Sample(
        lambda mark: mark.is_lasting and mark.state is not CellState.REPORTED,
        replace(_SAMPLE, state=CellState.POSSIBLE, is_lasting=True),
        7.0,
        "thick below: would have lasted",
    ),
)
