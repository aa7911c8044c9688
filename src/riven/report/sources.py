"""Sources, and the way back: which cells rest on each."""

from collections import defaultdict
from dataclasses import dataclass

from riven.ids import ClaimId, SourceId
from riven.model.source import Tier
from riven.report.cells import FigureView
from riven.report.citation import cite, link
from riven.report.content import Content


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source with what rests on it.

    Attributes:
        id: Identifier.
        citation: Citation without address.
        link: Address; empty when there is none that is safe.
        facts: Reach, country, language of the text, terms, whether it repeats another source.
        attached: Whether its text is attached to this report.
        cells: Cells that rest on it, as (label, anchor).
        claims: Claims that rest on it.
    """

    id: SourceId
    citation: str
    link: str
    facts: tuple[str, ...]
    attached: bool
    cells: tuple[tuple[str, str], ...]
    claims: tuple[ClaimId, ...]


def sources(content: Content, figures: tuple[FigureView, ...]) -> tuple[SourceView, ...]:
    """List the sources with the cells and claims that rest on each.

    Args:
        content: The report's content.
        figures: Its figures as tables, which hold the anchors of the cells.

    Returns:
        One view a source, in the order of the study.
    """
    cells = _cells_by_source(content, figures)
    claims: dict[SourceId, list[ClaimId]] = defaultdict(list)
    for claim in content.claims.values():
        for source in dict.fromkeys(content.passages[id_].source for id_ in claim.passages if id_ in content.passages):
            claims[source].append(claim.id)
    return tuple(
        SourceView(
            id=id_,
            citation=cite(source.csl, with_link=False),
            link=link(source.csl),
            facts=tuple(_facts(content, id_)),
            attached=id_ in content.documents,
            cells=tuple(cells[id_]),
            claims=tuple(claims[id_]),
        )
        for id_, source in content.sources.items()
    )


def _cells_by_source(content: Content, figures: tuple[FigureView, ...]) -> defaultdict[SourceId, list[tuple[str, str]]]:
    found: defaultdict[SourceId, list[tuple[str, str]]] = defaultdict(list)
    for figure in figures:
        panel = content.panels[figure.measure]
        rows = [row for _, group in figure.groups for row in group]
        for actor, row in zip(panel.actors, rows, strict=True):
            for period, view in zip(panel.periods, row.cells, strict=True):
                for source in panel.cells[actor, period].sources:
                    found[source].append((f"Figure {figure.number}, {view.title}", view.anchor))
    return found


def _facts(content: Content, id_: SourceId) -> list[str]:
    source = content.sources[id_]
    facts = [fact for fact in (source.scale, source.country, source.licence) if fact]
    if source.copy_of:
        facts.append(f"repeats the story of {source.copy_of} and counts as one source with it")
    return facts


def private_sources(content: Content) -> tuple[SourceId, ...]:
    """Name the attached sources whose text may not be passed on.

    Returns:
        Sources that are attached and whose tier is not `full`.
    """
    return tuple(
        id_ for id_ in content.documents if id_ in content.sources and content.sources[id_].tier is not Tier.FULL
    )
