"""From a panel as columns to a panel of cells: plain objects, each with its reasons in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from riven.analysis.doubts import Doubt
from riven.analysis.panels import PanelFrames
from riven.analysis.scope import Scope
from riven.analysis.wording import reason, why_blank, why_evidence
from riven.evidence.attribution import Path
from riven.evidence.frames import Evidence
from riven.ids import ActorId, ClaimId, FindingId, SourceId
from riven.model.finding import Finding
from riven.model.panel import Cell, CellState, Panel, Support
from riven.model.rule import Measure

Groups = Sequence[tuple[str, tuple[ActorId, ...]]]


def to_panel(
    frames: PanelFrames, scope: Scope, measure: Measure, *, findings: Mapping[FindingId, Finding], groups: Groups
) -> Panel:
    """Put a panel into words.

    Args:
        frames: The panel as frames.
        scope: The scope it was computed in.
        measure: The measure it was computed for.
        findings: Findings by id.
        groups: Rows in display order, by group label; rows of the frames that are in no group are left out.

    Returns:
        The panel, title and sentence filled in.
    """
    rows = [actor for _, actors in groups for actor in actors]
    taken = frames.cells.filter(pl.col("actor").cast(pl.String).is_in(rows))
    sheaf = _sheaf(frames, scope.evidence, taken.select("cell"))
    cells = [_cell(row, sheaf, scope, measure, findings) for row in taken.iter_rows(named=True)]
    return Panel(
        measure=measure.id,
        title=scope.filled(measure.title),
        sentence=scope.filled(measure.sentence),
        groups=tuple((label, tuple(actors)) for label, actors in groups if actors),
        labels={actor: scope.name(actor) for actor in rows},
        periods=tuple(str(label) for label in frames.cells["period"].unique(maintain_order=True)),
        cells={(cell.actor, cell.period): cell for cell in cells},
    )


@dataclass(frozen=True, slots=True)
class _Sheaf:
    """The trace of the cells taken: under each cell its rows, in order."""

    support: Mapping[int, list[tuple[FindingId, str, int, int]]]
    claims: Mapping[int, list[tuple[ClaimId, SourceId, SourceId]]]
    against: Mapping[int, list[tuple[FindingId]]]
    paths: tuple[Path, ...]


def _sheaf(frames: PanelFrames, evidence: Evidence, taken: pl.DataFrame) -> _Sheaf:
    names = evidence.findings["finding"]
    support, claims, against = (
        part.join(taken, on="cell", how="semi", maintain_order="left")
        for part in (frames.support, frames.claims, frames.against)
    )
    support = support.with_columns(finding=names.gather(support["key"]))
    against = against.with_columns(finding=names.gather(against["key"]))
    return _Sheaf(
        _by_cell(support, "finding", "state", "path", "doubt"),
        _by_cell(claims, "claim", "source", "independent"),
        _by_cell(against, "finding"),
        frames.paths,
    )


def _by_cell(frame: pl.DataFrame, *columns: str) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for cell, *row in frame.select("cell", *columns).iter_rows():
        found.setdefault(cell, []).append(tuple(row))
    return found


def _cell(
    row: Mapping[str, Any], sheaf: _Sheaf, scope: Scope, measure: Measure, findings: Mapping[FindingId, Finding]
) -> Cell:
    against = tuple(finding for (finding,) in sheaf.against.get(row["cell"], ()))
    blank = Cell(
        measure=measure.id,
        actor=ActorId(row["actor"]),
        period=row["period"],
        state=CellState.NOT_SEARCHED,
        against=against,
        documents_searched=row["documents_searched"],
    )
    state = CellState(row["state"])
    if not state.has_evidence:
        told = why_blank(scope, replace(blank, state=state), measure, against=against)
        return replace(blank, state=state, why=told)
    support = tuple(
        Support(
            finding,
            CellState(strength),
            sheaf.paths[path].steps,
            reason(scope, findings[finding], Doubt(doubt), path=sheaf.paths[path], dates=measure.dates),
        )
        for finding, strength, path, doubt in sheaf.support[row["cell"]]
    )
    voices = sheaf.claims[row["cell"]]
    told = why_evidence(state, support, independent=row["independent"], against=against)
    if row["blank"] == CellState.OUTSIDE.value:
        told += f" By its life dates, {scope.name(blank.actor)} did not exist in {blank.period}."
    return replace(
        blank,
        state=state,
        support=support,
        claims=tuple(dict.fromkeys(claim for claim, _, _ in voices)),
        sources=tuple(dict.fromkeys(source for _, source, _ in voices)),
        independent=tuple(dict.fromkeys(witness for _, _, witness in voices)),
        fragility=row["fragility"],
        why=told,
    )
