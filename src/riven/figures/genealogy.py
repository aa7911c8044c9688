"""The genealogy drawn for print: families of groups, a line of time for each, a link for everything a finding says."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from matplotlib.figure import Figure

from riven.analysis.scenes.axis import Span
from riven.analysis.scenes.genealogy import GenealogyLane, GenealogyLink, GenealogyScene, alternative
from riven.analysis.scenes.timeline import Shown, TimelineMark
from riven.figures.axis_lines import draw_axis
from riven.figures.canvas import SOLID, Canvas, Stroke, Words
from riven.figures.drawing import GAP_MM, LEGEND_POINTS, Drawing
from riven.figures.layout import MARGIN_MM, PAGE_MM
from riven.figures.lettering import drawable, drawable_name, line_mm, width_mm, wrap
from riven.figures.marks import BLACK, GREY, PALE, Shape
from riven.figures.style import plain_style
from riven.figures.timeline_marks import HEIGHT_MM, draw_span, draw_spans, least_mm
from riven.ids import KindId
from riven.model.argument import Event
from riven.model.panel import CellState

NAME_POINTS = 6.6
TEXT_POINTS = 5.8
HEADER_MM = 4.2
INDENT_MM = 2.4
MOST_INDENTS = 4
SLOT_MM = 4.6
LEAST_ROW_MM = 4.6
FAMILY_GAP_MM = 2.6
SHEET_MM = 195.0
MOST_SHEETS = 6
SHARES = (0.25, 0.31)  # of the width: names, and texts
HEADS = ("what, when, and the finding", "what, when (finding)", "finding")
SHADE = "#f1f1f1"
OPEN_DASH = (2.4, 1.4)
DOTS = (0.7, 1.5)

LETTERS: Mapping[Event, tuple[str, str]] = {
    Event.FOUNDING: ("F", "founding"),
    Event.SPLIT: ("S", "split"),
    Event.MERGE: ("M", "merger"),
    Event.RENAME: ("N", "new name"),
    Event.REVIVAL: ("R", "re-formation"),
    Event.PART: ("P", "part: wing, component, branch or faction"),
    Event.SAME: ("=", "another name of the same"),
}


def draw_genealogy(scene: GenealogyScene, *, caption: str, width: float | None = None) -> Drawing | None:
    """Draw the genealogy.

    Args:
        scene: The scene, from `riven.analysis.scenes.genealogy.genealogy`.
        caption: Text below, usually from `caption` of the same module; empty for none. What the sheets have no room
            for is added to it.
        width: Width of the figure in millimetres; None for a page (180).

    Returns:
        The drawing, on as many sheets as its families need, six at most; None where there is nothing to show.
    """
    if not scene.lanes:
        return None
    frame = _Frame.of(scene, width or PAGE_MM)
    sheets = list(_paginate([_strip(lane, scene, frame) for lane in scene.lanes]))
    kept = sheets[:MOST_SHEETS]
    if rest := sum(len(sheet) for sheet in sheets[MOST_SHEETS:]):
        caption = f"{caption} Left to the data file: {rest} groups for which there is no room.".strip()
    with plain_style():
        figures = tuple(_sheet(scene, frame, held, (number, len(kept)), caption) for number, held in enumerate(kept, 1))
    return Drawing(figures, scene.title, caption, alternative(scene))


@dataclass(frozen=True, slots=True)
class _Frame:
    """Where names, undated links, axis and texts stand on every sheet, in millimetres."""

    width: float
    name: float
    text: float
    gutter: float

    @property
    def undated(self) -> float:
        """Left end of the place for undated links."""
        return MARGIN_MM + self.name + 1.0

    @property
    def left(self) -> float:
        """Left end of the axis."""
        return self.undated + self.gutter

    @property
    def right(self) -> float:
        """Right end of the axis."""
        return self.width - MARGIN_MM - self.text - 2.0

    def at(self, share: float) -> float:
        """Place a share of the axis."""
        return self.left + share * (self.right - self.left)

    @classmethod
    def of(cls, scene: GenealogyScene, width: float) -> "_Frame":
        """Give names and texts what they need, within bounds."""
        names = [width_mm(_name(lane), NAME_POINTS) + INDENT_MM * min(lane.depth, MOST_INDENTS) for lane in scene.lanes]
        undated = [link for link in scene.links if not link.is_dated]
        slots = 1 + max((_slot(lane) for lane in scene.lanes), default=0)
        gutter = max(slots * SLOT_MM, width_mm("undated", TEXT_POINTS)) + 1.4 if undated else 0.0
        return cls(width, min(max(names) + 1.0, SHARES[0] * width), SHARES[1] * width, gutter)


def _name(lane: GenealogyLane) -> str:
    return drawable_name(lane.label, lane.actor)


def _slot(lane: GenealogyLane) -> int:
    """Say in which column of the gutter an undated link of a group stands: below its parent's."""
    return min(max(lane.depth - 1, 0), 2)


@dataclass(frozen=True, slots=True)
class _Strip:
    """One group laid out: its name, and each of its links with its text."""

    lane: GenealogyLane
    name: tuple[str, ...]
    links: tuple[tuple[GenealogyLink, tuple[str, ...]], ...]

    @property
    def heights(self) -> tuple[float, ...]:
        """Height of each row; a group without a link has one row."""
        rows = [max(LEAST_ROW_MM, len(lines) * line_mm(TEXT_POINTS) + 1.0) for _, lines in self.links] or [LEAST_ROW_MM]
        lack = len(self.name) * line_mm(NAME_POINTS) + 1.2 - sum(rows)
        return (*rows[:-1], rows[-1] + max(0.0, lack))


def _strip(lane: GenealogyLane, scene: GenealogyScene, frame: _Frame) -> _Strip:
    indent = INDENT_MM * min(lane.depth, MOST_INDENTS)
    name = wrap(_name(lane), frame.name - indent, NAME_POINTS, bold=lane.is_focal, most=4)
    own = [link for link in scene.links if link.child == lane.actor]
    texts = (_text(link, frame.text) for link in own)
    return _Strip(lane, name, tuple(zip(own, texts, strict=True)))


def _text(link: GenealogyLink, room: float) -> tuple[str, ...]:
    """Say what a link is, followed by its finding, which is broken at hyphens where it has to be."""
    pieces = [""]
    for part in f"({link.finding})".replace("-", "-\n").split("\n"):
        if pieces[-1] and width_mm(pieces[-1] + part, TEXT_POINTS) > room:
            pieces.append("")
        pieces[-1] += part
    return wrap(f"{drawable(link.label)} {' '.join(pieces)}", room, TEXT_POINTS, most=6)


def _paginate(strips: Sequence[_Strip]) -> Iterator[list[_Strip]]:
    """Cut families into sheets; one that fits a sheet is never cut."""
    sheet: list[_Strip] = []
    used = 0.0
    for _, held in groupby(strips, key=lambda strip: strip.lane.family):
        family = list(held)
        tall = sum(sum(strip.heights) for strip in family) + FAMILY_GAP_MM
        if sheet and used + tall > SHEET_MM:
            yield sheet
            sheet, used = [], 0.0
        for strip in family:
            height = sum(strip.heights)
            if sheet and used + height > SHEET_MM:
                yield sheet
                sheet, used = [], 0.0
            sheet.append(strip)
            used += height
        used += FAMILY_GAP_MM
    if sheet:
        yield sheet


def _sheet(
    scene: GenealogyScene, frame: _Frame, strips: Sequence[_Strip], number: tuple[int, int], caption: str
) -> Figure:
    canvas = Canvas(frame.width)
    top = canvas.title(scene.title, number) + HEADER_MM
    y, family, rows = top, strips[0].lane.family, {}
    for strip in strips:
        if strip.lane.family != family:
            family = strip.lane.family
            canvas.stroke(Stroke(((MARGIN_MM, y + 1.0), (frame.width - MARGIN_MM, y + 1.0)), PALE, 0.4), 1)
            y += FAMILY_GAP_MM
        for index, height in enumerate(strip.heights):
            rows[strip.lane.row + index] = y + LEAST_ROW_MM / 2
            y += height
    _ground(canvas, scene, frame, (top, y))
    for strip in strips:
        _group(canvas, strip, frame, rows)
    has_ends = any(strip.lane.ends and 0.0 < strip.lane.ends.left < 1.0 for strip in strips)
    y = _legend(canvas, [link for strip in strips for link, _ in strip.links], y + GAP_MM, has_ends=has_ends)
    return canvas.foot(caption if number[0] == number[1] else "", y)


def _ground(canvas: Canvas, scene: GenealogyScene, frame: _Frame, heights: tuple[float, float]) -> None:
    """Draw the axis, the window as a shade, and the heads of the columns."""
    top, foot = heights
    left, right = frame.at(scene.window.left), frame.at(scene.window.right)
    canvas.fill((Shape(((left, top), (right, top), (right, foot), (left, foot)), SHADE),), 0)
    draw_axis(canvas, scene.axis, (frame.left, frame.right), (top, foot))
    canvas.stroke(Stroke(((MARGIN_MM, top), (frame.width - MARGIN_MM, top)), BLACK, 0.6), 1)
    if frame.gutter:
        canvas.write(Words("undated", frame.undated, top - 2.0, TEXT_POINTS, colour=GREY))
    head = next((head for head in HEADS if width_mm(head, TEXT_POINTS) <= frame.text), HEADS[-1])
    canvas.write(Words(head, frame.right + 2.0, top - 2.0, TEXT_POINTS, colour=GREY))


def _group(canvas: Canvas, strip: _Strip, frame: _Frame, rows: Mapping[int, float]) -> None:
    """Draw a group: name, line of time, links and their texts."""
    lane = strip.lane
    y, indent = rows[lane.row], INDENT_MM * min(lane.depth, MOST_INDENTS)
    name_top = y - line_mm(NAME_POINTS) / 2
    canvas.paragraph(strip.name, MARGIN_MM + indent, name_top, NAME_POINTS, bold=lane.is_focal)
    _life(canvas, lane, frame, y)
    for link, lines in strip.links:
        height = rows[link.row]
        canvas.paragraph(lines, frame.right + 2.0, height - line_mm(TEXT_POINTS) / 2, TEXT_POINTS)
        _link(canvas, link, lane, frame, rows)


def _life(canvas: Canvas, lane: GenealogyLane, frame: _Frame, y: float) -> None:
    """Draw the line of time: solid from when a group surely was, dotted where no source says."""
    begin = frame.at(lane.begins.right) if lane.begins else frame.left
    end = frame.at(lane.ends.left) if lane.ends else frame.right
    if lane.begins is None and begin < end:
        canvas.stroke(Stroke(((frame.undated, y), (end, y)), GREY, 0.6, DOTS), 2)
    elif begin < end:
        canvas.stroke(Stroke(((begin, y), (end, y)), GREY, 1.1), 2)
    if lane.ends and frame.left < end < frame.right:
        canvas.stroke(Stroke(((end, y - 1.1), (end, y + 1.1)), BLACK, 1.1), 2)


def _link(canvas: Canvas, link: GenealogyLink, lane: GenealogyLane, frame: _Frame, rows: Mapping[int, float]) -> None:
    """Draw the mark of a link and the line from its parent."""
    mark, y = _mark(link), rows[link.row]
    half = least_mm(mark) / 2
    if not link.is_dated:
        middle = frame.undated + _slot(lane) * SLOT_MM + half
        ends = [(middle - half - 0.05, middle + half + 0.05)]
    else:
        ends = [(frame.at(span.left), frame.at(span.right)) for span in link.spans]
    is_sure = link.is_certain and link.is_dated and link.state is CellState.REPORTED
    if link.parent_row is not None and link.parent_row in rows:
        x = ends[-1][1] if link.is_told or (link.spans and link.spans[0].goes_left) else (ends[0][0] + ends[-1][1]) / 2
        path = ((x, rows[link.parent_row]), (x, y))
        dash = DOTS if not link.is_dated else SOLID if is_sure else OPEN_DASH
        canvas.stroke(Stroke(path, BLACK, 0.8 if is_sure else 0.7, dash), 2)
        _end(canvas, link, x, rows[link.parent_row], y)
    draw_spans(canvas, mark if link.spans else replace(mark, spans=(_NOWHERE,)), ends, y)


def _end(canvas: Canvas, link: GenealogyLink, x: float, parent: float, child: float) -> None:
    """End a line at the parent: with a dot where it begins there, with an arrow where a group went into it."""
    if link.event is not Event.MERGE:
        dot = ((x - 0.55, parent), (x, parent - 0.55), (x + 0.55, parent), (x, parent + 0.55))
        canvas.fill((Shape(dot, BLACK),), 3)
        return
    back = 1.7 if child > parent else -1.7
    canvas.fill((Shape(((x, parent), (x - 0.9, parent + back), (x + 0.9, parent + back)), BLACK),), 3)


_NOWHERE = Span(None, None, 0.0, 0.0)


def _mark(link: GenealogyLink) -> TimelineMark:
    """Lend a link the look of a finding on a timeline."""
    return TimelineMark(
        finding=link.finding,
        kind=KindId(""),
        code=LETTERS[link.event][0],
        label=link.label,
        sentence=link.sentence,
        shown=Shown.PLACED,
        state=link.state,
        is_negated=False,
        is_lasting=False,
        is_told=link.is_told,
        reservation="",
        role="",
        edtf=link.edtf,
        spans=link.spans,
        joined=link.joined,
        claims=link.claims,
    )


@dataclass(frozen=True, slots=True)
class _Entry:
    """One entry of the legend: what it shows, and its words."""

    text: str
    mark: TimelineMark | None = None
    span: Span = _NOWHERE
    line: Stroke | None = None
    arrow: bool = False
    is_round: bool = False
    is_stopped: bool = False


def _legend(canvas: Canvas, links: Sequence[GenealogyLink], y: float, *, has_ends: bool) -> float:
    """Explain letters, looks and lines that occur, and return the height below."""
    x, height = MARGIN_MM, HEIGHT_MM + 1.1
    for entry in (*_letters(links), *_looks(links), *_lines(links, has_ends=has_ends)):
        wide = 3.2 if entry.mark and (entry.span is _NOWHERE or entry.is_round) else 7.5
        lines = wrap(entry.text, canvas.room - wide - 1.2, LEGEND_POINTS)
        needed = wide + 1.2 + max(width_mm(line, LEGEND_POINTS) for line in lines) + 3.5
        if x > MARGIN_MM and x + needed > canvas.width - MARGIN_MM + 3.5:
            x, y = MARGIN_MM, y + height
        _sample(canvas, entry, (x, x + wide), y + height / 2)
        canvas.paragraph(lines, x + wide + 1.2, y + (height - line_mm(LEGEND_POINTS)) / 2, LEGEND_POINTS)
        y += (len(lines) - 1) * line_mm(LEGEND_POINTS)
        x += needed
    return y + height


def _sample(canvas: Canvas, entry: _Entry, ends: tuple[float, float], y: float) -> None:
    if entry.mark:
        lack = 0.2 if entry.is_round else 0.0  # what is narrower than its letters need is drawn round
        draw_span(canvas, entry.mark, entry.span, (ends[0] + lack, ends[1] - lack), y)
    if entry.line:
        canvas.stroke(replace(entry.line, points=((ends[0], y), (ends[1], y))), 2)
    if entry.is_stopped:
        canvas.stroke(Stroke(((ends[1], y - 1.1), (ends[1], y + 1.1)), BLACK, 1.1), 2)
    if entry.arrow:
        canvas.fill((Shape(((ends[1], y), (ends[1] - 1.7, y - 0.9), (ends[1] - 1.7, y + 0.9)), BLACK),), 3)


def _letters(links: Sequence[GenealogyLink]) -> Iterator[_Entry]:
    for event, (_, text) in LETTERS.items():
        held = next((link for link in links if link.event is event), None)
        if held is not None:
            sure = replace(_mark(held), state=CellState.REPORTED, is_told=False)
            yield _Entry(text, sure)


def _looks(links: Sequence[GenealogyLink]) -> Iterator[_Entry]:
    """Explain how marks tell what is known of a date, and how sure a link is."""
    bare = replace(_mark(links[0]), code="", state=CellState.REPORTED, is_told=False) if links else None
    wide = Span(None, None, 0.0, 1.0)
    if bare is None:
        return
    if any(link.is_dated for link in links):
        yield _Entry("dated to within the mark", replace(bare, code="X"), wide, is_round=True)
    if any(link.is_dated and not link.is_certain for link in links):
        yield _Entry("on some day of the bar", bare, wide)
    if any(span.goes_left or span.goes_right for link in links for span in link.spans):
        yield _Entry("or beyond the end that points", bare, replace(wide, goes_left=True))
    if any(link.is_told for link in links):
        yield _Entry("told then, so it was no later", replace(bare, is_told=True), wide)
    for state, text in ((CellState.POSSIBLE, "believed or rumoured"), (CellState.DISPUTED, "disputed")):
        if any(link.state is state for link in links):
            yield _Entry(text, replace(bare, state=state), wide)


def _lines(links: Sequence[GenealogyLink], *, has_ends: bool) -> Iterator[_Entry]:
    """Explain lines between groups and along them."""
    tied = [link for link in links if link.parent_row is not None]
    sure = [link for link in tied if link.is_certain and link.state is CellState.REPORTED]
    if sure:
        yield _Entry("from its parent", line=Stroke((), BLACK, 0.8))
    if any(link.is_dated and link not in sure for link in tied):
        yield _Entry("from its parent, day or fact not certain", line=Stroke((), BLACK, 0.7, OPEN_DASH))
    if any(not link.is_dated for link in tied):
        yield _Entry("undated", line=Stroke((), BLACK, 0.7, DOTS))
    if any(link.event is Event.MERGE for link in tied):
        yield _Entry("went into it", line=Stroke((), BLACK, 0.8), arrow=True)
    yield _Entry("in being", line=Stroke((), GREY, 1.1))
    if has_ends:
        yield _Entry("ended", line=Stroke((), GREY, 1.1), is_stopped=True)
    yield _Entry("no source says since when", line=Stroke((), GREY, 0.6, DOTS))
    yield _Entry("window of the study", line=Stroke((), "#dddddd", 6.0))
