"""Who is a rival of the focal actor, who is not, and why."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from riven.analysis.conditions import Answer, ask, grounds_text
from riven.analysis.panels import PanelFrames
from riven.analysis.scope import Scope
from riven.analysis.wording import columns_text, counted, either, listed, path_text, selectors_text
from riven.ids import ActorId, FindingId
from riven.model.actor import ActorType
from riven.model.panel import CellState
from riven.model.rule import RivalRule


@dataclass(frozen=True, slots=True)
class HostileCell:
    """One period in which an actor has, or lacks, a cell of the hostility measure.

    Attributes:
        period: Column.
        state: State of the cell.
        findings: Findings that give it this state; empty without evidence.
    """

    period: str
    state: CellState
    findings: tuple[FindingId, ...]


@dataclass(frozen=True, slots=True)
class RivalVerdict:
    """Whether an actor is a rival, and why.

    Attributes:
        actor: Who is judged.
        label: Printed name.
        type: Sort of actor.
        affiliated: Whether there is strong enough evidence of any affiliation with the focal actor; the focal actor
            itself, and actors merged into others, are judged by no evidence of their own.
        rival: Whether it is a rival.
        n_reported: Reported cells of the hostility measure.
        n_possible: Possible cells of the hostility measure.
        why: Why it is in, or why it is out, in plain sentences that name findings.
        affiliation: Findings of affiliation that are strong enough.
        hostility: Its cells of the hostility measure, by period.
    """

    actor: ActorId
    label: str
    type: ActorType
    affiliated: bool
    rival: bool
    n_reported: int
    n_possible: int
    why: str
    affiliation: tuple[FindingId, ...]
    hostility: tuple[HostileCell, ...]


def judge_rivals(scope: Scope, hostility: PanelFrames) -> tuple[RivalVerdict, ...]:
    """Judge every actor of the study by the rival rule.

    Args:
        scope: The scope.
        hostility: The panel of the hostility measure over all actors that stand for themselves.

    Returns:
        One verdict an actor, in file order; actors merged into others by the scheme of identity included.
    """
    rule = scope.rules.rival
    answers = ask(scope, rule.affiliation, rows=scope.standing)
    cells = _hostile_cells(scope, hostility)
    return tuple(_verdict(scope, rule, actor, answers.get(actor, Answer()), cells) for actor in scope.actors)


def _hostile_cells(scope: Scope, hostility: PanelFrames) -> Mapping[ActorId, tuple[HostileCell, ...]]:
    names = scope.evidence.findings["finding"]
    states = hostility.cells.select("cell", "state")
    deciding = hostility.support.join(states, on=["cell", "state"], how="semi", maintain_order="left")
    deciding = deciding.with_columns(finding=names.gather(deciding["key"]))
    grouped = deciding.group_by("cell", maintain_order=True).agg("finding")
    findings = {cell: tuple(named) for cell, named in grouped.iter_rows()}
    found: dict[ActorId, list[HostileCell]] = {}
    rows = hostility.cells.select("cell", pl.col("actor", "period", "state").cast(pl.String))
    for cell, actor, period, state in rows.iter_rows():
        found.setdefault(actor, []).append(HostileCell(period, CellState(state), findings.get(cell, ())))
    return {actor: tuple(cells) for actor, cells in found.items()}


def _verdict(
    scope: Scope,
    rule: RivalRule,
    actor: ActorId,
    answer: Answer,
    cells: Mapping[ActorId, tuple[HostileCell, ...]],
) -> RivalVerdict:
    own = cells.get(actor, ())
    stands = _stands(scope, actor)
    enough = answer.enough(rule.affiliation.states) if stands else ()
    barred = _barred(scope, rule, actor)
    is_rival = not barred and is_hostile_affiliate(scope, actor, answer, [cell.state for cell in own])
    parts = [barred, *((_affiliation(scope, rule, answer), _hostility(scope, rule, own)) if stands else ())]
    return RivalVerdict(
        actor=actor,
        label=scope.name(actor),
        type=scope.actors[actor].type,
        affiliated=bool(enough),
        rival=is_rival,
        n_reported=sum(cell.state is CellState.REPORTED for cell in own),
        n_possible=sum(cell.state is CellState.POSSIBLE for cell in own),
        why=" ".join(["A rival." if is_rival else "Not a rival.", *(part for part in parts if part)]),
        affiliation=tuple(ground.finding for ground in enough),
        hostility=own,
    )


def _stands(scope: Scope, actor: ActorId) -> bool:
    """Whether evidence of its own can make an actor a rival: the focal actor and merged ones are not asked."""
    return actor != scope.focal and actor not in scope.scheme.into


def is_affiliated(scope: Scope, actor: ActorId, answer: Answer) -> bool:
    """Say whether there is strong enough evidence that an actor is affiliated with the focal one.

    Args:
        scope: The scope.
        actor: Who is judged.
        answer: What the evidence says to the condition of affiliation.

    Returns:
        False as well for the focal actor itself and for actors merged into others.
    """
    return _stands(scope, actor) and bool(answer.enough(scope.rules.rival.affiliation.states))


def is_hostile_affiliate(scope: Scope, actor: ActorId, answer: Answer, states: Iterable[CellState]) -> bool:
    """Say whether evidence makes an actor a rival, if nothing bars it.

    Args:
        scope: The scope.
        actor: Who is judged.
        answer: What the evidence says to the condition of affiliation.
        states: States of its cells of the hostility measure.

    Returns:
        Whether it is affiliated and has enough hostile cells.
    """
    rule = scope.rules.rival
    return is_affiliated(scope, actor, answer) and sum(state in rule.states for state in states) >= rule.minimum


def is_barred(scope: Scope, actor: ActorId) -> bool:
    """Say whether an actor is no rival whatever it did: the focal family, merged actors, actors of another type."""
    return bool(_barred(scope, scope.rules.rival, actor))


def may_have_row(scope: Scope, actor: ActorId) -> bool:
    """Say whether an affiliated actor that is no rival has a row: of a type that can be one, and not of the family."""
    return scope.actors[actor].type in scope.rules.rival.types and actor not in scope.family


def _barred(scope: Scope, rule: RivalRule, actor: ActorId) -> str:
    """Say what keeps an actor out whatever it did; empty when nothing does."""
    focal, name = scope.name(scope.focal), scope.name(actor)
    if actor == scope.focal:
        return f"{name} is the focal actor itself."
    if actor in scope.scheme.into:
        stands = scope.name(scope.scheme.into[actor])
        steps = path_text(scope, scope.scheme.path(actor).steps)
        return f"Under the scheme of identity '{scope.rules.rollup}' {name} counts as {stands}: {steps}."
    if actor in scope.family:
        steps = path_text(scope, scope.family[actor].steps)
        return f"What is said or done to {name} counts as said or done to {focal}: {steps}."
    kind = scope.actors[actor].type
    if kind not in rule.types:
        return f"{name} is of type {kind}, and a rival is of type {either(rule.types)}."
    return ""


def _affiliation(scope: Scope, rule: RivalRule, answer: Answer) -> str:
    focal = scope.name(scope.focal)
    enough = answer.enough(rule.affiliation.states)
    against = f" Against it: {listed(answer.against)}." if answer.against else ""
    if enough:
        told = grounds_text(scope, enough)
        return f"Affiliated with {focal} by {counted(len(enough), 'finding')}: {told}.{against}"
    if answer.grounds:
        weak, needed = grounds_text(scope, answer.grounds), either(rule.affiliation.states)
        return f"Whether there is an affiliation with {focal} is open: {weak}, where {needed} is needed.{against}"
    looked = selectors_text(rule.affiliation.any)
    return f"No affiliation with {focal} in {scope.whole.label}: no finding of {looked}.{against}"


def _hostility(scope: Scope, rule: RivalRule, cells: Iterable[HostileCell]) -> str:
    own = tuple(cells)
    if not own:
        return ""
    enough = [cell for cell in own if cell.state in rule.states]
    if enough:
        told = "; ".join(f"{cell.period} {cell.state} ({listed(cell.findings)})" for cell in enough)
        short = "" if len(enough) >= rule.minimum else f", where {rule.minimum} are needed"
        return f"Cells of '{rule.hostility}' that count: {told}{short}."
    states = {cell.period: cell.state for cell in own}
    return f"No cell of '{rule.hostility}' counts: {columns_text(scope.columns, states)}."
