"""In which order groups stand in every scene: the focal actor, its rivals by camp, then everybody else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from riven.ids import ActorId

if TYPE_CHECKING:  # a process that only draws scenes loads no frames
    from riven.analysis.argument import Outcome
    from riven.analysis.scope import Scope

FOCAL = "Focal actor"
OTHERS = "Other actors"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where an actor stands among the others.

    Attributes:
        actor: The actor, as it counts under the scheme of identity in force.
        label: Printed name.
        group: Label of the camp of a rival; `Focal actor` or `Other actors` for everybody else.
        is_focal: Whether it is the focal actor.
        is_rival: Whether it is a rival.
    """

    actor: ActorId
    label: str
    group: str
    is_focal: bool = False
    is_rival: bool = False


def lineup(scope: Scope, outcome: Outcome) -> tuple[Standing, ...]:
    """Line up the actors that stand for themselves.

    Args:
        scope: The scope.
        outcome: Rivals and camps in that scope.

    Returns:
        The focal actor, rivals by camp in the order of the rules, unclassified ones, then others in file order.
    """
    return tuple(_standings(scope, outcome))


def _standings(scope: Scope, outcome: Outcome) -> Iterator[Standing]:
    from riven.analysis.camps import UNCLASSIFIED  # noqa: PLC0415 -- a process that only draws needs neither
    from riven.analysis.results import NO_CAMP  # noqa: PLC0415

    yield Standing(scope.focal, scope.name(scope.focal), FOCAL, is_focal=True)
    camp_of = {verdict.actor: verdict.camp for verdict in outcome.camps if verdict.actor != scope.focal}
    labels = {camp.id: scope.filled(camp.label) for camp in scope.rules.camps} | {UNCLASSIFIED: NO_CAMP}
    for camp, label in labels.items():
        for actor, held in camp_of.items():
            if held == camp:
                yield Standing(actor, scope.name(actor), label, is_rival=True)
    for actor in _others(scope, camp_of):
        yield Standing(actor, scope.name(actor), OTHERS)


def _others(scope: Scope, rivals: Iterable[ActorId]) -> Iterator[ActorId]:
    taken = {scope.focal, *rivals}
    return (actor for actor in scope.standing if actor not in taken)
