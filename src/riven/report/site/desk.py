"""What every page of the site is written from: the content of the study put in words once, and looked up many times."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from riven.analysis.argument import Arguments
from riven.analysis.sensitivity import Tested
from riven.ids import ActorId, FindingId, SourceId
from riven.model.finding import Finding
from riven.report.argument.references import References
from riven.report.argument.sections import ArgumentView, argument
from riven.report.blocks import Line, Look, Panel, Piece, joined, line
from riven.report.cells import CellView, Figures, FigureView
from riven.report.content import Content
from riven.report.evidence import Evidence
from riven.report.rulebook import filled
from riven.report.site.addresses import Addresses
from riven.report.site.pictures import Scenes, SomeScenes


@dataclass(frozen=True, slots=True)
class Download:
    """A file of the build, for those who want the numbers or a figure.

    Attributes:
        path: Its path inside the build.
        about: What it holds.
    """

    path: str
    about: str


@dataclass(frozen=True)
class Told:
    """Everything the site shows.

    Attributes:
        content: What the report on one page shows, too.
        arguments: What the study argues beyond its figures.
        tested: Alternatives with the results they change; empty where none were tried.
        scenes: What the pictures show.
        downloads: Other files of the build, by heading.
    """

    content: Content
    arguments: Arguments
    tested: tuple[Tested, ...] = ()
    scenes: Scenes = field(default_factory=SomeScenes)
    downloads: tuple[tuple[str, tuple[Download, ...]], ...] = ()


class Desk:
    """Puts a study in words once for all pages.

    Attributes:
        told: Everything the site shows.
        content: The content of the study.
        evidence: Findings, claims and passages in words.
        names: How lines name actors and evidence.
        figures: The figures as tables.
        argument: What the study argues, as sections, and what its marks open.
        addresses: Where everything stands.
    """

    def __init__(self, told: Told) -> None:
        content = told.content
        self.told = told
        self.content = content
        self._lines: dict[FindingId, Line] = {}
        self.evidence = Evidence(content)
        self.names = References(content, self.evidence)
        drawing = Figures(content, self.evidence, most=_every_cell(content))
        self.figures = tuple(_linked(view, content) for view in drawing.views())
        self.argument: ArgumentView = argument(told.arguments, content, self.evidence, drawing)
        self.addresses = Addresses(
            cells={
                drawing.anchor(cell): (cell.actor, cell.period, cell.measure)
                for panel in content.panels.values()
                for cell in panel.cells.values()
            },
            claims={claim: finding.id for finding in content.findings.values() for claim in finding.claims},
        )

    @cached_property
    def cells(self) -> Mapping[ActorId, tuple[tuple[FigureView, tuple[CellView, ...]], ...]]:
        """The cells of every actor, figure by figure."""
        found: dict[ActorId, list[tuple[FigureView, tuple[CellView, ...]]]] = defaultdict(list)
        for figure in self.figures:
            rows = (row for _, group in figure.groups for row in group)
            for actor, row in zip(self.content.panels[figure.measure].actors, rows, strict=True):
                found[actor].append((figure, row.cells))
        return {actor: tuple(held) for actor, held in found.items()}

    @cached_property
    def panels(self) -> Mapping[str, tuple[Panel, ...]]:
        """What judgements and ties rest on, by the actor they are about."""
        found: dict[str, list[Panel]] = defaultdict(list)
        for _, panels in self.argument.panels:
            for panel in panels:
                name = panel.anchor.partition("-")[2]
                found[name.split(":", 1)[-1]].append(panel)
        return {actor: tuple(held) for actor, held in found.items()}

    @cached_property
    def findings_of(self) -> Mapping[ActorId, tuple[FindingId, ...]]:
        """The findings in which each actor has a role."""
        found: dict[ActorId, dict[FindingId, None]] = defaultdict(dict)
        for finding in self.content.findings.values():
            for actors in finding.roles.values():
                for actor in actors:
                    found[actor][finding.id] = None
        return {actor: tuple(held) for actor, held in found.items()}

    @cached_property
    def findings_from(self) -> Mapping[SourceId, tuple[FindingId, ...]]:
        """The findings that rest on each source."""
        found: dict[SourceId, list[FindingId]] = defaultdict(list)
        for finding in self.content.findings.values():
            for source in dict.fromkeys(finding.sources):
                found[source].append(finding.id)
        return {source: tuple(held) for source, held in found.items()}

    @cached_property
    def rests_on(self) -> Mapping[FindingId, tuple[CellView, ...]]:
        """The cells that rest on each finding, or that it speaks against."""
        found: dict[FindingId, list[CellView]] = defaultdict(list)
        for figure in self.figures:
            for _, rows in figure.groups:
                for row in rows:
                    for cell in row.cells:
                        held = (*(support.finding for support in cell.supports), *cell.against)
                        for finding in dict.fromkeys(view.id for view in held):
                            found[finding].append(cell)
        return {finding: tuple(held) for finding, held in found.items()}

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """Printed names of measures, factors and camps by id."""
        rules = self.content.rules
        held: dict[str, str] = {str(camp.id): camp.label for camp in rules.camps}
        held |= {str(factor.id): factor.label for factor in rules.argument.factors.values()}
        held |= {str(figure.measure): f"Figure {figure.number}" for figure in self.figures}
        return {name: filled(label, self.content) for name, label in held.items()}

    def actor(self, actor: str) -> Line:
        """Name an actor, linked to its page."""
        known = actor in self.content.actors
        return line(Piece(self.names.name(actor), Look.NAME, f"actor-{actor}" if known else ""))

    def finding(self, finding: FindingId) -> Line:
        """Name a finding by its dates and its headline, linked to its page."""
        if finding not in self._lines:
            self._lines[finding] = self._told(finding)
        return self._lines[finding]

    def _told(self, finding: FindingId) -> Line:
        view = self.evidence.finding(finding)
        when = ", ".join(dict.fromkeys(date.text for date in view.dates)) or "undated"
        return line(
            Piece(f"{when}: ", Look.SOFT),
            Piece(f"{view.kind}. ", Look.NAME),
            Piece(finding, target=f"finding-{finding}"),
            " ",
            Piece(view.headline, Look.FREE),
        )

    def finding_links(self, findings: Iterable[FindingId]) -> tuple[Line, ...]:
        """Name findings, one a line."""
        return tuple(self.finding(finding) for finding in findings)

    def cell_links(self, cells: Iterable[CellView]) -> Line:
        """Name cells in one line, linked to their evidence."""
        return joined((line(Piece(cell.title, Look.NAME, cell.anchor)) for cell in cells), "; ")


def _linked(figure: FigureView, content: Content) -> FigureView:
    """Let the name of every row lead to the page of its actor."""
    actors = iter(content.panels[figure.measure].actors)
    groups = tuple(
        (label, tuple(replace(row, target=f"actor-{next(actors)}") for row in rows)) for label, rows in figure.groups
    )
    return replace(figure, groups=groups)


def _every_cell(content: Content) -> int:
    return max((len(panel.cells) for panel in content.panels.values()), default=0)


def actors_of(finding: Finding) -> Iterator[ActorId]:
    """List the actors of a finding, each once."""
    yield from dict.fromkeys(actor for actors in finding.roles.values() for actor in actors)
