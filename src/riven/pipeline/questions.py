"""What people ask of a finished study: why is this so, what does it rest on, and what would fall with it."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from riven.analysis.camps import CampVerdict
from riven.analysis.results import Analysis
from riven.analysis.rivals import RivalVerdict
from riven.analysis.sensitivity import Flip, compare
from riven.dates import periods
from riven.errors import AmbiguousNameError, UnknownTermError
from riven.evidence.trace import Thread, Trace, cells_of, trace
from riven.ids import ActorId, ClaimId, FindingId, MeasureId, PassageId, SourceId
from riven.model.panel import Cell
from riven.model.study import Study
from riven.pipeline.results import analyse_study, without_claims, without_passages, without_sources
from riven.pipeline.tables import cells
from riven.pipeline.terms import find_actor, find_id, find_measure, find_period, near


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a study says what it says about one actor.

    Attributes:
        actor: The actor.
        rival: Whether it is a rival, and why.
        camp: Its camp, and why; None for an actor that is no rival.
        cells: Its cells that were asked about, by measure and period.
        no_row: Measures in which it has no row.
    """

    actor: ActorId
    rival: RivalVerdict
    camp: CampVerdict | None
    cells: tuple[Cell, ...]
    no_row: tuple[MeasureId, ...]


@dataclass(frozen=True, slots=True)
class Bearing:
    """What rests on one source, passage, claim or finding.

    Attributes:
        kind: `source`, `passage`, `claim` or `finding`.
        id: Which one.
        threads: Every way from a cell to it.
        flips: Results that come out otherwise without it.
    """

    kind: str
    id: str
    threads: tuple[Thread, ...]
    flips: tuple[Flip, ...]

    @property
    def cells(self) -> tuple[tuple[MeasureId, ActorId, str], ...]:
        """Cells it bears on, once each: measure, actor, period."""
        return cells_of(self.threads)


def explain(study: Study, analysis: Analysis, actor: str, *, period: str = "", measure: str = "") -> Explanation:
    """Say why a group is in or out, in which camp, and why its cells are what they are.

    Args:
        study: The study.
        analysis: Its analysis.
        actor: Id or any name of an actor.
        period: One period; empty for all.
        measure: One measure; empty for all.

    Returns:
        The explanation.

    Raises:
        UnknownTermError: The study holds no such actor, period or measure.
        AmbiguousNameError: Several actors have this name.
    """
    who = find_actor(actor, study.actors, study.names)
    measures = [find_measure(measure, study.rules.measures)] if measure else list(study.rules.measures)
    label = find_period(period, periods(study.window, study.rules.step)) if period else ""
    found: list[Cell] = []
    no_row: list[MeasureId] = []
    for own in measures:
        panel = analysis.panels[own]
        if who not in panel.actors:
            no_row.append(own)
            continue
        found += [panel.cells[who, each] for each in panel.periods if label in {"", each}]
    return Explanation(
        actor=who,
        rival=next(verdict for verdict in analysis.rivals if verdict.actor == who),
        camp=next((verdict for verdict in analysis.camps if verdict.actor == who), None),
        cells=tuple(found),
        no_row=tuple(no_row),
    )


def threads_of(study: Study, analysis: Analysis) -> Trace:
    """Lay every thread from the cells of a study to their sources.

    Returns:
        The trace.
    """
    return trace(
        cells(analysis.panels.values()),
        findings=analysis.findings,
        claims=study.claims,
        passages=study.passages,
        family=analysis.carried,
    )


def bearing_of(study: Study, analysis: Analysis, asked: str) -> Bearing:
    """Say which cells rest on something, and what would come out otherwise without it.

    Args:
        study: The study.
        analysis: Its analysis.
        asked: Id of a source, passage, claim or finding; `source:ID` and the like where one id names several.

    Returns:
        The cells it bears on and the results that flip when it is withdrawn.

    Raises:
        UnknownTermError: The study holds no such thing.
        AmbiguousNameError: It holds several of this id.
    """
    kind, own = _sort_of(study, analysis, asked)
    threads = getattr(threads_of(study, analysis), f"from_{kind}")(own)
    rest = {
        "source": lambda: without_sources(study, {SourceId(own)}),
        "passage": lambda: without_passages(study, {PassageId(own)}),
        "claim": lambda: without_claims(study, {ClaimId(own)}),
        "finding": lambda: without_claims(study, _whole_act(study, analysis.findings[FindingId(own)].claims)),
    }[kind]()
    return Bearing(kind, own, threads, compare(analysis, analyse_study(rest)))


def _whole_act(study: Study, claims: Iterable[ClaimId]) -> set[ClaimId]:
    """Add what the claims of a finding corrected or settled, which would stand again without them."""
    found, open_ = set(claims), list(claims)
    while open_:
        claim = study.claims[open_.pop()]
        more = {*claim.supersedes, *claim.settles} - found
        found |= more
        open_ += more
    return found


def _sort_of(study: Study, analysis: Analysis, asked: str) -> tuple[str, str]:
    """Say what an id names: the sort of thing, and the id."""
    held: dict[str, Collection[str]] = {
        "source": study.sources,
        "passage": study.passages,
        "claim": study.claims,
        "finding": analysis.findings,
    }
    sort, colon, own = asked.partition(":")
    if colon:
        kind = find_id(sort, held, "sort of thing")
        return kind, find_id(own, held[kind], kind)
    kinds = [kind for kind, known in held.items() if asked in known]
    if len(kinds) > 1:
        raise AmbiguousNameError(asked, [f"{kind}:{asked}" for kind in kinds])
    if not kinds:
        known = [own for every in held.values() for own in every]
        raise UnknownTermError(asked, "source, passage, claim or finding", near(asked, known))
    return kinds[0], asked
