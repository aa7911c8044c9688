"""What the timeline shows: every finding in the lane of each actor it names, no more exactly dated than its sources.

A finding that cannot be placed is listed beside its lane and never drawn. A scene holds plain values only. Figures and
pages draw the same scene, so they cannot tell different stories.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from riven.analysis.scenes.axis import Axis, Span, axis
from riven.analysis.scenes.headline import STANDING, TOLD, Headlines, dated, state_of, sureness, when
from riven.analysis.scenes.lineup import OTHERS, Standing, lineup
from riven.analysis.wording import counted, each
from riven.ids import ActorId, ClaimId, FindingId, KindId
from riven.model.claim import Polarity
from riven.model.finding import Finding
from riven.model.panel import CellState
from riven.model.wording import window_words

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.argument import Outcome
    from riven.analysis.scope import Scope

TITLE = "Timeline of findings"
LEAST_SHARE = 0.02  # of the axis: the width of a mark that dates something to the day
_SIGNS = {"uncertain": "?", "approximate": "~", "uncertain and approximate": "%"}


class Shown(StrEnum):
    """Where a finding stands: on the axis, or listed beside it and why."""

    PLACED = "placed"
    UNDATED = "undated"
    OUTSIDE = "outside"
    UNSETTLED = "unsettled"


@dataclass(frozen=True, slots=True)
class KindSign:
    """How a kind of finding is marked.

    Attributes:
        kind: The kind.
        code: One or two capital letters.
        label: Its name in the codebook.
    """

    kind: KindId
    code: str
    label: str


@dataclass(frozen=True, slots=True)
class TimelineMark:
    """One finding.

    Attributes:
        finding: The finding.
        kind: Its kind.
        code: Sign of the kind.
        label: Who plays which part, in one line.
        sentence: What the mark says, as it would be read out.
        shown: Placed on the axis, undated, outside the window, or unsettled (rejected, or only suggested).
        state: Reported, possible or disputed, the date aside.
        is_negated: Whether the study holds that it was *not* so.
        is_lasting: Whether it fills its spans (a state of affairs); an act happened on some day of them.
        is_told: Whether the spans say when it was told, not when it was.
        reservation: `?` uncertain, `~` approximate, `%` both; empty for none.
        role: Which date it is; empty when undated.
        edtf: That date as written; empty when undated.
        spans: Days on the axis; none unless placed.
        joined: Whether one of several spans is meant, and not all of them.
        claims: Its claims.
    """

    finding: FindingId
    kind: KindId
    code: str
    label: str
    sentence: str
    shown: Shown
    state: CellState
    is_negated: bool
    is_lasting: bool
    is_told: bool
    reservation: str
    role: str
    edtf: str
    spans: tuple[Span, ...]
    joined: bool
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class TimelineLane:
    """One actor and every finding that names it.

    Attributes:
        actor: The actor.
        label: Printed name.
        group: Label of a camp, `Focal actor` or `Other actors`.
        sentence: How many findings, and how many of them are placed.
        marks: Findings on the axis, earliest first.
        tracks: For each of them the line of the lane it stands on, from 0, so that none covers another.
        listed: Findings that are not placed: undated ones, then those outside the window.
    """

    actor: ActorId
    label: str
    group: str
    sentence: str
    marks: tuple[TimelineMark, ...]
    tracks: tuple[int, ...]
    listed: tuple[TimelineMark, ...]


@dataclass(frozen=True, slots=True)
class TimelineScene:
    """Findings in time.

    Attributes:
        title: Title.
        sentence: What the figure shows, or why there is none.
        axis: The window.
        kinds: Kinds that occur, in the order of the codebook, with their signs.
        lanes: The focal actor, rivals by camp, then others, the most findings placed first; only actors that a finding
            names. Empty where there is nothing to show.
        unsettled: Findings that were rejected or only suggested; they stand in no lane.
        n_findings: Findings in any lane, each counted once.
        n_placed: Those of them that are placed.
    """

    title: str
    sentence: str
    axis: Axis
    kinds: tuple[KindSign, ...]
    lanes: tuple[TimelineLane, ...]
    unsettled: tuple[TimelineMark, ...]
    n_findings: int = field(default=0)
    n_placed: int = field(default=0)


def timeline(scope: Scope, outcome: Outcome) -> TimelineScene:
    """Set the scene of the timeline.

    Args:
        scope: The scope.
        outcome: Findings, rivals and camps in that scope.

    Returns:
        The scene; without lanes where no finding stands.
    """
    days = scope.window.days
    across = axis(scope.window.start, days.last or scope.window.start)
    kinds = _signs(scope, outcome.findings.values())
    codes = {held.kind: held.code for held in kinds}
    told = Headlines(scope)
    marks = {id_: _mark(told, scope, held, (codes[held.kind], across)) for id_, held in outcome.findings.items()}
    settled = [mark for mark in marks.values() if mark.shown is not Shown.UNSETTLED]
    lanes = tuple(_lanes(scope, outcome, settled))
    placed = sum(mark.shown is Shown.PLACED for mark in settled)
    return TimelineScene(
        title=TITLE,
        sentence=_sentence(scope, len(settled), placed),
        axis=across,
        kinds=kinds,
        lanes=lanes,
        unsettled=tuple(mark for mark in marks.values() if mark.shown is Shown.UNSETTLED),
        n_findings=len(settled),
        n_placed=placed,
    )


def _sentence(scope: Scope, n_settled: int, n_placed: int) -> str:
    if not n_settled:
        return "No finding stands, so there is no timeline."
    window = window_words(scope.window)
    if not n_placed:
        listed = counted(n_settled, "finding")
        return f"No finding is dated to a day of {window}: {listed} without a place in time."
    return f"Findings that name each actor, {window}, as exactly dated as their sources leave them."


def _signs(scope: Scope, findings: Iterable[Finding]) -> tuple[KindSign, ...]:
    """Give every kind that occurs the shortest sign of its own: letters of its name, or a number."""
    present = {finding.kind for finding in findings}
    labels = {kind: held.entry.label for kind, held in scope.codebook.kinds.items() if kind in present}
    labels |= {kind: str(kind) for kind in sorted(present) if kind not in labels}
    taken: set[str] = set()
    signs = []
    for number, (kind, label) in enumerate(labels.items(), start=1):
        letters = [letter for letter in kind if letter.isalpha()]
        wanted = [*letters[:1], *(letters[0] + second for second in letters[1:])]
        code = next((one for name in wanted if (one := name.capitalize()) not in taken), str(number))
        taken.add(code)
        signs.append(KindSign(kind, code, label))
    return tuple(signs)


def _mark(told: Headlines, scope: Scope, finding: Finding, place: tuple[str, Axis]) -> TimelineMark:
    (code, across), date = place, dated(scope, finding)
    spans = () if date is None else tuple(span for days in date[1].spans if (span := across.span(days)) is not None)
    if finding.status not in STANDING:
        shown, spans = Shown.UNSETTLED, ()
    elif date is None:
        shown = Shown.UNDATED
    else:
        shown = Shown.PLACED if spans else Shown.OUTSIDE
    kind, line = scope.codebook.kinds.get(finding.kind), told.line(finding)
    return TimelineMark(
        finding=finding.id,
        kind=finding.kind,
        code=code,
        label=f"{told.kind(finding)}: {line}",
        sentence=f"{told.kind(finding)} {finding.id}, {when(date)}, {sureness(finding)}. {line}.",
        shown=shown,
        state=state_of(finding),
        is_negated=finding.polarity is Polarity.NEGATED,
        is_lasting=bool(kind and kind.lasting),
        is_told=date is not None and date[0] in TOLD,
        reservation=_SIGNS.get(date[1].qualifier, "") if date else "",
        role=str(date[0]) if date else "",
        edtf=date[1].edtf if date else "",
        spans=spans,
        joined=date is not None and not date[1].each and len(date[1].spans) > 1,
        claims=finding.claims,
    )


def _lanes(scope: Scope, outcome: Outcome, marks: Iterable[TimelineMark]) -> Iterator[TimelineLane]:
    held: dict[ActorId, list[TimelineMark]] = defaultdict(list)
    for mark in marks:
        named = (actor for actors in outcome.findings[mark.finding].roles.values() for actor in actors)
        for actor in dict.fromkeys(scope.scheme.of(actor) for actor in named):
            held[actor].append(mark)
    standing = [one for one in lineup(scope, outcome) if one.actor in held]
    known = {one.actor for one in standing}
    standing += [Standing(actor, scope.name(actor), OTHERS) for actor in sorted(held) if actor not in known]
    firm = [one for one in standing if one.is_focal or one.is_rival]
    others = [one for one in standing if one not in firm]
    others.sort(key=lambda one: -sum(mark.shown is Shown.PLACED for mark in held[one.actor]))
    for one in (*firm, *others):
        yield _lane(one, held[one.actor])


def _lane(standing: Standing, held: Sequence[TimelineMark]) -> TimelineLane:
    placed = sorted((mark for mark in held if mark.shown is Shown.PLACED), key=_order)
    listed = [mark for shown in (Shown.UNDATED, Shown.OUTSIDE) for mark in held if mark.shown is shown]
    told = [f"{len(placed)} placed"]
    for shown in (Shown.UNDATED, Shown.OUTSIDE):
        number = sum(mark.shown is shown for mark in listed)
        told += [f"{number} {shown}"] if number else []
    return TimelineLane(
        actor=standing.actor,
        label=standing.label,
        group=standing.group,
        sentence=f"{standing.label}: {counted(len(held), 'finding')}, {', '.join(told)}.",
        marks=tuple(placed),
        tracks=stack(placed),
        listed=tuple(listed),
    )


def _order(mark: TimelineMark) -> tuple[float, float, str]:
    return mark.spans[0].left, mark.spans[-1].right, mark.finding


def stack(marks: Sequence[TimelineMark], *, least: float = LEAST_SHARE) -> tuple[int, ...]:
    """Put marks on lines so that none covers another.

    Args:
        marks: Placed marks, earliest first.
        least: Least room a mark takes, as a share of the axis.

    Returns:
        The line of each, from 0; the first that is free.
    """
    ends: list[float] = []
    tracks = []
    for mark in marks:
        left, right = extent(mark, least=least)
        track = next((number for number, end in enumerate(ends) if end <= left), len(ends))
        ends[track : track + 1] = [right]
        tracks.append(track)
    return tuple(tracks)


def extent(mark: TimelineMark, *, least: float = LEAST_SHARE) -> tuple[float, float]:
    """Say how much of the axis a mark takes: its spans, or around its middle what a sign needs.

    Args:
        mark: A placed mark.
        least: Least room it takes, as a share of the axis.

    Returns:
        Its left and right end, which may lie a little outside 0 to 1.
    """
    left, right = mark.spans[0].left, mark.spans[-1].right
    lack = max(0.0, least - (right - left)) / 2
    return left - lack, right + lack


def caption(scene: TimelineScene) -> str:
    """Write the caption: what a mark means, how much is shown, and what is not.

    Returns:
        Sentences in one paragraph.
    """
    if not scene.lanes:
        return scene.sentence
    marks = list(_each_once(scene))
    told = [
        scene.sentence,
        "A finding stands in the lane of every actor it names.",
        f"Of {counted(scene.n_findings, 'finding')}, {scene.n_placed} can be placed; {_listed(marks)}",
    ]
    if any(mark.is_told for mark in marks if mark.spans):
        told.append("Where only the day of a report is known, the act itself came no later than that.")
    if scene.unsettled:
        told.append(f"In no lane: {counted(len(scene.unsettled), 'finding')}, rejected or only suggested.")
    return " ".join(told)


def _listed(marks: Iterable[TimelineMark]) -> str:
    counts = Counter(mark.shown for mark in marks)
    parts = []
    if counts[Shown.UNDATED]:
        parts.append(f"{counts[Shown.UNDATED]} undated")
    if counts[Shown.OUTSIDE]:
        parts.append(f"{counts[Shown.OUTSIDE]} dated outside the window")
    return f"{each(parts)} are counted beside their lanes and placed nowhere." if parts else "none is left out."


def _each_once(scene: TimelineScene) -> Iterator[TimelineMark]:
    held = {mark.finding: mark for lane in scene.lanes for mark in (*lane.marks, *lane.listed)}
    yield from held.values()


def alternative(scene: TimelineScene) -> str:
    """Describe the timeline for a reader who cannot see it.

    Returns:
        The title, and every lane in words; for more than 40 lanes only how many there are.
    """
    if not scene.lanes:
        return f"{scene.title}. {scene.sentence}"
    told = [
        f"{scene.title}.",
        f"{counted(len(scene.lanes), 'lane')}, {scene.axis.first.isoformat()} to {scene.axis.last.isoformat()}.",
    ]
    if len(scene.lanes) <= 40:
        told += [lane.sentence for lane in scene.lanes]
    return " ".join(told)


def rows(scene: TimelineScene) -> Iterator[dict[str, str | bool | tuple[str, ...] | None]]:
    """Lay the scene out as a table: one row a lane and finding, then unsettled findings.

    Yields:
        Rows of figures/timeline.csv; None for what is missing.
    """
    for lane in scene.lanes:
        for mark in (*lane.marks, *lane.listed):
            yield _row(lane.actor, lane.label, lane.group, mark)
    for mark in scene.unsettled:
        yield _row(None, None, None, mark)


def _row(
    actor: str | None, label: str | None, group: str | None, mark: TimelineMark
) -> dict[str, str | bool | tuple[str, ...] | None]:
    first = mark.spans[0].first if mark.spans else None
    last = mark.spans[-1].last if mark.spans else None
    return {
        "actor": actor,
        "label": label,
        "group": group,
        "finding": mark.finding,
        "kind": mark.kind,
        "code": mark.code,
        "shown": str(mark.shown),
        "state": str(mark.state),
        "negated": mark.is_negated,
        "lasting": mark.is_lasting,
        "date_role": mark.role or None,
        "edtf": mark.edtf or None,
        "first": first.isoformat() if first else None,
        "last": last.isoformat() if last else None,
        "what": mark.label,
        "claims": mark.claims,
    }
