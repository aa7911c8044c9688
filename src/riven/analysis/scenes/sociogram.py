"""What the network shows: who stood how to whom, period by period and around the focal actor.

Every actor keeps its place in every slice, so that what changes between two of them are ties. A scene holds plain
values only. Figures and pages draw the same scene, so they cannot tell different stories.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING

from riven.analysis.scenes.lineup import Standing, lineup
from riven.analysis.wording import counted, each, listed
from riven.ids import ActorId, ClaimId, FindingId
from riven.model.finding import Finding
from riven.model.panel import CellState

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    import polars as pl

    from riven.analysis.argument import Argued, Outcome
    from riven.analysis.scope import Scope

TITLE = "Network of ties, period by period"
EGO_TITLE = "Ties of {focal}"
MOST_NODES = 36
MOST_ALTERS = 30
SHARED = 2  # ties to the focal actor or its rivals that bring somebody else into the picture
_PLACES = 4
_GAP = 0.6  # between two camps on the ring, in places


class Sign(StrEnum):
    """How two actors stood to each other."""

    HOSTILE = "hostile"
    FRIENDLY = "friendly"
    NEUTRAL = "neutral"


_SIGNS = {-1: Sign.HOSTILE, 1: Sign.FRIENDLY, 0: Sign.NEUTRAL}


@dataclass(frozen=True, slots=True)
class Strand:
    """All of one sign that ties two actors.

    Attributes:
        sign: Hostile, friendly or neutral.
        state: Reported, or no more than possible.
        findings: Findings it rests on, sorted.
        claims: Their claims.
    """

    sign: Sign
    state: CellState
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class SociogramTie:
    """How two actors stood to each other in one slice.

    Attributes:
        one: The actor that comes first in the lineup.
        other: The other.
        label: Both names.
        sentence: What the line says, as it would be read out.
        strands: One a sign, hostile before friendly before neutral; a neutral one only where there is no other.
        is_mixed: Whether it is hostile and friendly at once.
        findings: Findings of all strands.
        claims: Their claims.
    """

    one: ActorId
    other: ActorId
    label: str
    sentence: str
    strands: tuple[Strand, ...]
    is_mixed: bool
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class SociogramNode:
    """One actor and its place.

    Attributes:
        actor: The actor.
        number: Its number in the key, from 1; the focal actor is 1.
        label: Printed name.
        group: Label of a camp, `Focal actor` or `Other actors`.
        sentence: Who it is and how many ties it has over the whole window, as it would be read out.
        is_focal: Whether it is the focal actor, which stands in the middle.
        is_rival: Whether it is a rival.
        x: Place across, -1 to 1.
        y: Place down, -1 to 1.
        findings: Findings that tie it to others that are shown.
        claims: Their claims.
    """

    actor: ActorId
    number: int
    label: str
    group: str
    sentence: str
    is_focal: bool
    is_rival: bool
    x: float
    y: float
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class SociogramSlice:
    """The ties of one period, or of the window as a whole.

    Attributes:
        period: Its label.
        sentence: How many ties of which sort, as it would be read out.
        ties: Ties between actors that are shown, in the order of the lineup.
        tied: Those of the actors that have one.
    """

    period: str
    sentence: str
    ties: tuple[SociogramTie, ...]
    tied: tuple[ActorId, ...]


@dataclass(frozen=True, slots=True)
class SociogramScene:
    """A network in time, or around the focal actor.

    Attributes:
        title: Title.
        sentence: What the figure shows, or why there is none.
        nodes: The actors shown; empty where there is nothing to show.
        whole: The window as one slice.
        slices: Its periods; empty for the network around the focal actor, which shows the window as a whole.
        left_out: Printed names of actors with ties that are not shown.
        n_disputed: Disputed findings that would tie two of the actors shown; they tie nobody.
        caution: What a reader has to know before using any of it.
    """

    title: str
    sentence: str
    nodes: tuple[SociogramNode, ...]
    whole: SociogramSlice
    slices: tuple[SociogramSlice, ...]
    left_out: tuple[str, ...]
    n_disputed: int
    caution: str


def sociogram(scope: Scope, outcome: Outcome, argued: Argued) -> SociogramScene:
    """Set the scene of the network, period by period.

    Args:
        scope: The scope.
        outcome: Findings, rivals and camps in that scope.
        argued: The ties, and the network they make.

    Returns:
        The scene: the focal actor, its rivals, and whoever is tied to two or more of these, 36 at most, those with
        the most ties first. Without nodes where there is no tie.
    """
    bonds = _Bonds.of(scope, argued)
    if not bonds.neighbours:
        return _empty(TITLE, _why_empty(scope, argued), argued)
    core = [one for one in lineup(scope, outcome) if one.is_focal or one.is_rival]
    near = {one.actor for one in core}
    cast = [
        one
        for one in lineup(scope, outcome)
        if one.actor in near or len(bonds.neighbours.get(one.actor, set()) & near) >= SHARED
    ]
    who = f"{scope.name(scope.focal)}, its rivals and whoever is tied to two or more of them"
    sentence = f"How {who} stood to each other."
    return _scene(
        _Stage(scope, outcome, argued, bonds), (TITLE, sentence), _most(cast, bonds, MOST_NODES), in_time=True
    )


def ego_network(scope: Scope, outcome: Outcome, argued: Argued) -> SociogramScene:
    """Set the scene of the network around the focal actor, over the whole window.

    Args:
        scope: The scope.
        outcome: Findings, rivals and camps in that scope.
        argued: The ties, and the network they make.

    Returns:
        The scene: the focal actor, whoever is tied to it (30 at most, rivals and those with the most ties first), and
        the ties between these. Without nodes where nothing ties the focal actor.
    """
    bonds, title = _Bonds.of(scope, argued), EGO_TITLE.format(focal=scope.name(scope.focal))
    alters = bonds.neighbours.get(scope.focal, set())
    if not alters:
        reason = f"No finding ties {scope.name(scope.focal)} to anybody, so there is no network around it."
        return _empty(title, reason if bonds.neighbours else _why_empty(scope, argued), argued)
    cast = [one for one in lineup(scope, outcome) if one.is_focal or one.actor in alters]
    sentence = f"Who is tied to {scope.name(scope.focal)}, how, and how they stood to each other."
    stage = _Stage(scope, outcome, argued, bonds)
    return _scene(stage, (title, sentence), _most(cast, bonds, MOST_ALTERS + 1), in_time=False)


@dataclass(frozen=True)
class _Bonds:
    """Ties as pairs, whatever their direction.

    Attributes:
        frame: one, other, period, sign, finding (number), state; one row a finding.
        disputed: The same for disputed ones, which count nowhere.
        neighbours: Who is tied to whom over the whole window.
    """

    frame: pl.DataFrame
    disputed: pl.DataFrame
    neighbours: Mapping[ActorId, set[ActorId]]

    @classmethod
    def of(cls, scope: Scope, argued: Argued) -> _Bonds:
        import polars as pl  # noqa: PLC0415 -- a process that only draws needs no frames

        from riven.analysis.network import READINGS  # noqa: PLC0415

        states = {state for held in argued.network.slices for state in READINGS[held.reading]}
        pairs = argued.ties.frame.select(
            "period",
            "sign",
            "key",
            "state",
            one=pl.min_horizontal("start", "to"),
            other=pl.max_horizontal("start", "to"),
        )
        counted_in = pairs.filter(pl.col("state").is_in([state.value for state in states]))
        neighbours: dict[ActorId, set[ActorId]] = defaultdict(set)
        for one, other in counted_in.select("one", "other").unique().iter_rows():
            neighbours[ActorId(one)].add(ActorId(other))
            neighbours[ActorId(other)].add(ActorId(one))
        disputed = pairs.filter(pl.col("state") == CellState.DISPUTED.value)
        return cls(counted_in, disputed, neighbours)

    def among(self, actors: Collection[ActorId]) -> _Bonds:
        """Keep ties between some actors."""
        import polars as pl  # noqa: PLC0415

        both = pl.col("one").is_in(list(actors)) & pl.col("other").is_in(list(actors))
        kept = {one: others & set(actors) for one, others in self.neighbours.items() if one in actors}
        return _Bonds(self.frame.filter(both), self.disputed.filter(both), kept)


@dataclass(frozen=True)
class _Stage:
    """Everything a scene is set from."""

    scope: Scope
    outcome: Outcome
    argued: Argued
    bonds: _Bonds


def _why_empty(scope: Scope, argued: Argued) -> str:
    if scope.rules.argument.network is None:
        return "The rules declare no ties, so there is no network."
    if argued.ties.frame.height:
        return "Every finding that ties two actors is disputed, so there is no network."
    return "No finding ties two actors, so there is no network."


def _empty(title: str, reason: str, argued: Argued) -> SociogramScene:
    nothing = SociogramSlice("", reason, (), ())
    return SociogramScene(title, reason, (), nothing, (), (), 0, argued.network.caution)


def _most(cast: Sequence[Standing], bonds: _Bonds, most: int) -> tuple[Standing, ...]:
    """Keep the focal actor and, of the others, rivals before the rest and the most tied first; in their order."""
    ranked = sorted(
        cast, key=lambda one: (not one.is_focal, not one.is_rival, -len(bonds.neighbours.get(one.actor, ())))
    )
    kept = {one.actor for one in ranked[:most]}
    return tuple(one for one in cast if one.actor in kept)


def _scene(stage: _Stage, words: tuple[str, str], cast: Sequence[Standing], *, in_time: bool) -> SociogramScene:
    import polars as pl  # noqa: PLC0415

    bonds = stage.bonds.among([one.actor for one in cast])
    drawn = _Drawn(stage.scope, stage.outcome.findings, tuple(one.actor for one in cast))
    whole = drawn.slice(stage.scope.whole.label, bonds.frame)
    periods = enumerate(stage.argued.ties.columns) if in_time else ()
    shown = {one.actor for one in cast}
    left_out = sorted({actor for actor in stage.bonds.neighbours if actor not in shown} - shown)
    if not in_time:
        left_out = [actor for actor in left_out if actor in stage.bonds.neighbours[stage.scope.focal]]
    return SociogramScene(
        title=words[0],
        sentence=words[1],
        nodes=tuple(_nodes(cast, whole)),
        whole=whole,
        slices=tuple(drawn.slice(held.label, bonds.frame.filter(pl.col("period") == n)) for n, held in periods),
        left_out=tuple(stage.scope.name(actor) for actor in left_out),
        n_disputed=bonds.disputed["key"].n_unique(),
        caution=stage.argued.network.caution,
    )


@dataclass(frozen=True)
class _Drawn:
    """Turns ties into lines between actors that are shown."""

    scope: Scope
    findings: Mapping[FindingId, Finding]
    order: tuple[ActorId, ...]

    def slice(self, period: str, frame: pl.DataFrame) -> SociogramSlice:
        """Draw the ties of one period."""
        import polars as pl  # noqa: PLC0415

        names = self.scope.evidence.findings["finding"]
        held: dict[tuple[ActorId, ActorId], dict[Sign, list[tuple[str, FindingId]]]] = {}
        place = {actor: number for number, actor in enumerate(self.order)}
        rows = frame.select("one", "other", "sign", "state", finding=names.gather(frame["key"])).unique().sort(pl.all())
        for one, other, sign, state, finding in rows.iter_rows():
            pair = (ActorId(one), ActorId(other)) if place[one] < place[other] else (ActorId(other), ActorId(one))
            held.setdefault(pair, {}).setdefault(_SIGNS[sign], []).append((state, FindingId(finding)))
        pairs = sorted(held, key=lambda pair: (place[pair[0]], place[pair[1]]))
        ties = tuple(self._tie(pair, held[pair], period) for pair in pairs)
        tied = {actor for tie in ties for actor in (tie.one, tie.other)}
        return SociogramSlice(period, _told(period, ties), ties, tuple(actor for actor in self.order if actor in tied))

    def _tie(
        self, pair: tuple[ActorId, ActorId], held: Mapping[Sign, list[tuple[str, FindingId]]], period: str
    ) -> SociogramTie:
        signs = [sign for sign in Sign if sign in held and (sign is not Sign.NEUTRAL or len(held) == 1)]
        strands = tuple(self._strand(sign, held[sign]) for sign in signs)
        label = " and ".join(self.scope.name(actor) for actor in pair)
        told = [f"{strand.sign}, {strand.state} ({listed(strand.findings)})" for strand in strands]
        return SociogramTie(
            one=pair[0],
            other=pair[1],
            label=label,
            sentence=f"{label}, {period}: {'mixed: ' if len(strands) > 1 else ''}{'; '.join(told)}.",
            strands=strands,
            is_mixed=len(strands) > 1,
            findings=tuple(dict.fromkeys(finding for strand in strands for finding in strand.findings)),
            claims=tuple(dict.fromkeys(claim for strand in strands for claim in strand.claims)),
        )

    def _strand(self, sign: Sign, held: Sequence[tuple[str, FindingId]]) -> Strand:
        is_sure = any(state == CellState.REPORTED.value for state, _ in held)
        findings = tuple(sorted({finding for _, finding in held}))
        claims = tuple(dict.fromkeys(claim for finding in findings for claim in self.findings[finding].claims))
        return Strand(sign, CellState.REPORTED if is_sure else CellState.POSSIBLE, findings, claims)


def _told(period: str, ties: Sequence[SociogramTie]) -> str:
    if not ties:
        return f"{period}: no tie between the actors shown."
    counts = Counter("mixed" if tie.is_mixed else str(tie.strands[0].sign) for tie in ties)
    told = [f"{counts[sort]} {sort}" for sort in ("hostile", "friendly", "mixed", "neutral") if counts[sort]]
    possible = sum(all(strand.state is CellState.POSSIBLE for strand in tie.strands) for tie in ties)
    open_ones = f"; {possible} of them no more than possible" if possible else ""
    return f"{period}: {counted(len(ties), 'tie')}, {each(told)}{open_ones}."


def _nodes(cast: Sequence[Standing], whole: SociogramSlice) -> Iterator[SociogramNode]:
    places = _places(cast)
    for number, (one, (x, y)) in enumerate(zip(cast, places, strict=True), start=1):
        ties = [tie for tie in whole.ties if one.actor in (tie.one, tie.other)]
        yield SociogramNode(
            actor=one.actor,
            number=number,
            label=one.label,
            group=one.group,
            sentence=f"{number} {one.label} ({one.group}): {counted(len(ties), 'tie')} to actors shown.",
            is_focal=one.is_focal,
            is_rival=one.is_rival,
            x=x,
            y=y,
            findings=tuple(dict.fromkeys(finding for tie in ties for finding in tie.findings)),
            claims=tuple(dict.fromkeys(claim for tie in ties for claim in tie.claims)),
        )


def _places(cast: Sequence[Standing]) -> list[tuple[float, float]]:
    """Put the focal actor in the middle and the others on a ring around it, camp by camp, clockwise from the top."""
    ring = [one for one in cast if not one.is_focal]
    turns = sum(one.group != before.group for before, one in pairwise(ring)) + (len(ring) > 1)
    length = len(ring) + _GAP * turns
    places, at = [], 0.0
    for number, one in enumerate(cast):
        if one.is_focal:
            places.append((0.0, 0.0))
            continue
        before = cast[number - 1] if number else one
        at += (_GAP if not before.is_focal and before.group != one.group else 0.0) + (0.0 if before.is_focal else 1.0)
        angle = 2 * math.pi * at / length
        places.append((round(math.sin(angle), _PLACES), round(-math.cos(angle), _PLACES)))
    return places


def caption(scene: SociogramScene) -> str:
    """Write the caption: who is shown, what a line means, what is left out, and what not to make of it.

    Returns:
        Sentences in one paragraph.
    """
    if not scene.nodes:
        return scene.sentence
    told = [scene.sentence, scene.whole.sentence]
    if any(tie.is_mixed for held in scene.slices or (scene.whole,) for tie in held.ties):
        told.append("Two lines side by side are a mixed tie, hostile and friendly at once.")
    if scene.n_disputed:
        told.append(f"Disputed, and so no tie: {counted(scene.n_disputed, 'finding')}.")
    if scene.left_out:
        told.append(f"Left to ties.csv: {counted(len(scene.left_out), 'more actor')} with ties.")
    return " ".join([*told, scene.caution])


def alternative(scene: SociogramScene) -> str:
    """Describe the network for a reader who cannot see it.

    Returns:
        The title, every slice in words, and the ties of the whole window one by one where there are no more than 60.
    """
    if not scene.nodes:
        return f"{scene.title}. {scene.sentence}"
    told = [f"{scene.title}.", f"{counted(len(scene.nodes), 'actor')}.", *(held.sentence for held in scene.slices)]
    told += [tie.sentence for tie in scene.whole.ties] if len(scene.whole.ties) <= 60 else [scene.whole.sentence]
    return " ".join(told)


def rows(scene: SociogramScene) -> Iterator[dict[str, str | bool | tuple[str, ...] | None]]:
    """Lay the scene out as a table: one row a slice, pair and sign, the window as a whole first.

    Yields:
        Rows of figures/network.csv, or of figures/ego.csv.
    """
    names = {node.actor: node.label for node in scene.nodes}
    for held in (scene.whole, *scene.slices):
        for tie, strand in _strands(held.ties):
            yield {
                "period": held.period,
                "one": tie.one,
                "one_label": names[tie.one],
                "other": tie.other,
                "other_label": names[tie.other],
                "sign": str(strand.sign),
                "state": str(strand.state),
                "mixed": tie.is_mixed,
                "findings": strand.findings,
                "claims": strand.claims,
            }


def _strands(ties: Iterable[SociogramTie]) -> Iterator[tuple[SociogramTie, Strand]]:
    return ((tie, strand) for tie in ties for strand in tie.strands)
