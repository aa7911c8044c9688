"""The sections of the argument in order, as the design goes: factors, goals, ties, descent, configurations, outlook."""

from dataclasses import dataclass

from riven.analysis.argument import Arguments
from riven.ids import MeasureId, RuleId
from riven.model.panel import Cell
from riven.report.argument.configurations import configurations
from riven.report.argument.divergence import divergence
from riven.report.argument.factors import factors
from riven.report.argument.lineage import lineage
from riven.report.argument.network import network
from riven.report.argument.outlook import Links, outlook
from riven.report.argument.plurality import plurality
from riven.report.argument.references import References
from riven.report.argument.rivalry import Around, rivalry
from riven.report.argument.robustness import robustness
from riven.report.blocks import Line, Look, Panel, Piece, Section, line
from riven.report.cells import Figures
from riven.report.content import Content
from riven.report.evidence import Evidence
from riven.report.rulebook import filled


@dataclass(frozen=True, slots=True)
class ArgumentView:
    """The argument of a report.

    Attributes:
        sections: Its sections, in order.
        panels: What its cells open, by the heading they stand under among the evidence.
    """

    sections: tuple[Section, ...] = ()
    panels: tuple[tuple[str, tuple[Panel, ...]], ...] = ()


def argument(told: Arguments, content: Content, evidence: Evidence, figures: Figures) -> ArgumentView:
    """Put the argument of a study in words.

    Args:
        told: What the study argues.
        content: Everything else the report needs.
        evidence: Its findings in words.
        figures: Its figures, for links to their cells.

    Returns:
        The argument; a part the rules do not declare says so.
    """
    rules, names, focal = content.rules.argument, References(content, evidence), content.about.focal
    rivals = tuple(verdict.actor for verdict in content.rivals if verdict.rival)
    of_factors, by_factor = factors(told, rules.factors, names)
    of_rivalry, by_tie = rivalry(told, rules, names, Around(focal, rivals))
    held = told.argued
    return ArgumentView(
        sections=(
            of_factors,
            divergence(held.divergence, rules.profiles, names, focal),
            of_rivalry,
            network(held.network, names, whole=told.whole, declared=rules.network is not None),
            lineage(held.lineage, rules.lineage, names),
            configurations(held.configurations, names, _labels(content)),
            plurality(held.voices, held.shares, content.panels, names),
            robustness(told, names, _labels(content)),
            outlook(told.outlook, told.timings, content.about.window, names, _links(content, figures)),
        ),
        panels=tuple((title, panels) for title, panels in (("By factor", by_factor), ("By tie", by_tie)) if panels),
    )


def _labels(content: Content) -> dict[str, str]:
    rules = content.rules
    labels: dict[RuleId, str] = {camp.id: camp.label for camp in rules.camps}
    labels |= {factor.id: factor.label for factor in rules.argument.factors.values()}
    labels |= {RuleId(measure): f"Figure {number}" for number, measure in enumerate(content.panels, start=1)}
    return {str(name): filled(label, content) for name, label in labels.items()}


def _links(content: Content, figures: Figures) -> Links:
    def cell(held: Cell) -> Line:
        view = figures.view(held)
        return line(Piece(view.title, Look.NAME, view.anchor if view.has_section else ""))

    def title(measure: MeasureId) -> str:
        panel = content.panels.get(measure)
        return filled(panel.title, content) if panel else str(measure)

    return Links(cell, title)
