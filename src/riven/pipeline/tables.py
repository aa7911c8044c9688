"""The tables a build writes: what the study holds and what follows from it, row by row.

Pure functions from the study and its analysis to rows. Which columns a table has, and what they mean, stands in
`columns.toml`; a row that does not fit its table cannot be written.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

from riven.analysis.results import Analysis
from riven.model.claim import Claim
from riven.model.panel import Cell, Panel, PathStep
from riven.model.study import Study
from riven.pipeline.columns import columns
from riven.pipeline.sheets import Row
from riven.report.citation import cite, locator, short

Rows = Iterator[Row]
Name = TypeVar("Name", bound=str)
Item = TypeVar("Item", bound=str)


def rival_rows(study: Study, analysis: Analysis) -> Rows:
    """One row an actor of the study: rival or not, and why.

    Yields:
        Rows of rivals.csv.
    """
    for verdict in analysis.rivals:
        yield {
            "actor": verdict.actor,
            "label": study.actors[verdict.actor].name,
            "affiliated": verdict.affiliated,
            "rival": verdict.rival,
            "reported_cells": verdict.n_reported,
            "possible_cells": verdict.n_possible,
            "why": verdict.why,
        }


def camp_rows(_: Study, analysis: Analysis) -> Rows:
    """One row a rival: its camp, why, and the claims on both sides.

    Yields:
        Rows of camps.csv.
    """
    for verdict in analysis.camps:
        yield {
            "actor": verdict.actor,
            "camp": verdict.camp,
            "why": verdict.why,
            "claims_for": verdict.claims_for,
            "claims_against": verdict.claims_against,
        }


def cell_rows(_: Study, analysis: Analysis) -> Rows:
    """One row a cell of any measure.

    Yields:
        Rows of cells.csv.
    """
    for cell in cells(analysis.panels.values()):
        yield cell_row(cell)


def cell_row(cell: Cell) -> Row:
    """Write one cell as a row of cells.csv.

    Returns:
        The row.
    """
    return {
        "measure": cell.measure,
        "actor": cell.actor,
        "period": cell.period,
        "state": str(cell.state),
        "findings": [support.finding for support in cell.support],
        "claims": cell.claims,
        "sources": cell.sources,
        "independent_sources": len(cell.independent) if cell.state.has_evidence else None,
        "documents_searched": cell.documents_searched,
        "fragility": cell.fragility,
        "why": cell.why,
    }


def cells(panels: Iterable[Panel]) -> Iterator[Cell]:
    """Walk the cells of panels in the order of their figures.

    Yields:
        Cells, row by row.
    """
    for panel in panels:
        yield from (panel.cells[actor, period] for actor in panel.actors for period in panel.periods)


def support_rows(_: Study, analysis: Analysis) -> Rows:
    """One row a finding under a cell, for or against it.

    Yields:
        Rows of support.csv.
    """
    for cell in cells(analysis.panels.values()):
        place = {"measure": cell.measure, "actor": cell.actor, "period": cell.period}
        for support in cell.support:
            facts = {"state": str(support.state), "path": written_path(support.path), "reason": support.reason}
            yield {**place, "finding": support.finding, "side": "for", **facts}
        for finding in cell.against:
            yield {**place, "finding": finding, "side": "against", "state": None, "path": None, "reason": None}


def written_path(path: Iterable[PathStep]) -> list[str]:
    """Write the steps by which a finding reaches a row.

    Returns:
        One text a step.
    """
    return [f"{step.actor} > {step.to} ({step.link}, {step.finding})" for step in path]


def panel_rows(panel: Panel) -> Rows:
    """One row an actor, one column a period.

    Yields:
        Rows of a panel's table.
    """
    for group, actors in panel.groups:
        for actor in actors:
            states = {period: str(panel.cells[actor, period].state) for period in panel.periods}
            yield {"actor": actor, "label": panel.labels[actor], "group": group, **states}


def finding_rows(_: Study, analysis: Analysis) -> Rows:
    """One row a finding.

    Yields:
        Rows of findings.csv.
    """
    for finding in analysis.findings.values():
        yield {
            "finding": finding.id,
            "kind": finding.kind,
            "status": str(finding.status),
            "settled": str(finding.settled),
            "polarity": str(finding.polarity),
            "modality": str(finding.modality),
            "place": finding.place,
            "roles": _pairs(finding.roles),
            "values": _pairs(finding.values),
            "dates": [f"{role}: {date}" for role, date in finding.dates.items()],
            "claims": finding.claims,
            "sources": finding.sources,
            "independent": finding.independent,
            "reason": finding.reason,
        }


def claim_rows(study: Study, analysis: Analysis) -> Rows:
    """One row a claim of any kind.

    Yields:
        Rows of claims.csv.
    """
    counted = defaultdict(list)
    for finding in analysis.findings.values():
        for claim_id in finding.claims:
            counted[claim_id].append(finding.id)
    for claim in study.claims.values():
        yield {"counts_in": counted[claim.id], **_claim_row(study, claim)}


def _claim_row(study: Study, claim: Claim) -> Row:
    return {
        "claim": claim.id,
        "kind": claim.kind,
        "coder": claim.coder,
        "coded_on": str(claim.coded_on) if claim.coded_on else None,
        "codebook_revision": claim.codebook_revision,
        "roles": _pairs(claim.roles),
        "values": _pairs(claim.values),
        "dates": [f"{role}: {date.value}" for role, date in claim.dates.items()],
        "place": claim.place,
        "polarity": str(claim.polarity),
        "modality": str(claim.modality),
        "confidence": str(claim.confidence),
        "passages": claim.passages,
        "sources": sources_of(study, claim),
        "paraphrase": claim.paraphrase,
        "note": claim.note,
        "supersedes": claim.supersedes,
        "settles": claim.settles,
        "verdict": str(claim.verdict) if claim.verdict else None,
    }


def sources_of(study: Study, claim: Claim) -> tuple[str, ...]:
    """Name the sources a claim rests on.

    Returns:
        Sources of its passages, each once, in the order of the passages.
    """
    return tuple(dict.fromkeys(study.passages[passage].source for passage in claim.passages))


def passage_rows(study: Study, _: Analysis) -> Rows:
    """One row a passage.

    Yields:
        Rows of passages.csv.
    """
    resting = defaultdict(list)
    for claim in study.claims.values():
        for passage_id in claim.passages:
            resting[passage_id].append(claim.id)
    for passage in study.passages.values():
        where = locator(passage)
        named = short(study.sources[passage.source].csl)
        yield {
            "passage": passage.id,
            "source": passage.source,
            "citation": f"{named}, {where}" if where else named,
            "start": passage.start,
            "end": passage.end,
            "sha256": passage.sha256,
            "page": passage.page,
            "paragraph": passage.paragraph or None,
            "note": passage.note,
            "excerpt": passage.excerpt,
            "claims": resting[passage.id],
        }


def source_rows(study: Study, _: Analysis) -> Rows:
    """One row a source.

    Yields:
        Rows of sources.csv.
    """
    resting: dict[str, int] = defaultdict(int)
    for claim in study.claims.values():
        for source_id in sources_of(study, claim):
            resting[source_id] += 1
    for source in study.sources.values():
        yield {
            "source": source.id,
            "citation": cite(source.csl),
            "tier": str(source.tier),
            "licence": source.licence,
            "copy_of": source.copy_of,
            "sha256": source.sha256,
            "claims": resting[source.id],
        }


def column_rows(_: Study, __: Analysis) -> Rows:
    """One row a column of these tables.

    Yields:
        Rows of columns.csv.
    """
    for column in columns():
        yield {
            "file": column.file,
            "column": column.name,
            "meaning": column.meaning,
            "type": column.type,
            "missing": column.missing,
        }


def _pairs(values: Mapping[Name, tuple[Item, ...]]) -> list[str]:
    return [f"{name}: {value}" for name, held in values.items() for value in held]


TABLES: Mapping[str, Callable[[Study, Analysis], Rows]] = {
    "rivals.csv": rival_rows,
    "camps.csv": camp_rows,
    "cells.csv": cell_rows,
    "support.csv": support_rows,
    "findings.csv": finding_rows,
    "claims.csv": claim_rows,
    "passages.csv": passage_rows,
    "sources.csv": source_rows,
    "columns.csv": column_rows,
}
