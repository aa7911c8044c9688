"""What changes when something else does: the cells, rivals and camps in which two analyses of one study differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from riven.analysis.results import Analysis

NO_ROW = "no row"


@dataclass(frozen=True, slots=True)
class Flip:
    """One result that comes out otherwise.

    Attributes:
        what: `cell`, `rival` or `camp`.
        measure: Measure of a cell; empty otherwise.
        actor: Whose result it is.
        period: Period of a cell; empty otherwise.
        before: The result as it stands.
        after: The result under the alternative.
    """

    what: str
    measure: str
    actor: str
    period: str
    before: str
    after: str


def compare(base: Analysis, other: Analysis) -> tuple[Flip, ...]:
    """List every result in which two analyses differ.

    Args:
        base: The analysis as it stands.
        other: The analysis under an alternative.

    Returns:
        Flips: rivals first, then camps, then cells by measure, actor and period. A row that only one of the two has
        says `no row` on the other side.
    """
    before, after = _outcome(base), _outcome(other)
    keys = dict.fromkeys([*before, *after])
    return tuple(
        Flip(*key, before.get(key, NO_ROW), after.get(key, NO_ROW))
        for key in keys
        if before.get(key, NO_ROW) != after.get(key, NO_ROW)
    )


def _outcome(analysis: Analysis) -> Mapping[tuple[str, str, str, str], str]:
    return dict(_results(analysis))


def _results(analysis: Analysis) -> Iterator[tuple[tuple[str, str, str, str], str]]:
    for verdict in analysis.rivals:
        yield ("rival", "", verdict.actor, ""), "rival" if verdict.rival else "no rival"
    for camp in analysis.camps:
        yield ("camp", "", camp.actor, ""), camp.camp
    for measure, panel in analysis.panels.items():
        for (actor, period), cell in panel.cells.items():
            yield ("cell", measure, actor, period), str(cell.state)
