"""The whole report in words, before it is set as HTML or Markdown: one account, two forms."""

from dataclasses import dataclass

from riven.analysis.argument import Arguments
from riven.ids import SourceId
from riven.model.wording import window_words
from riven.report.argument.sections import ArgumentView, argument
from riven.report.cells import CellView, Figures, FigureView
from riven.report.content import About, Content
from riven.report.evidence import ClaimView, Evidence, FindingView
from riven.report.rulebook import (
    RuleView,
    SearchView,
    SwitchView,
    filled,
    rules_in_words,
    searches_in_words,
    switches_in_words,
)
from riven.report.sources import SourceView, private_sources, sources
from riven.report.verdicts import CampView, VerdictView, camps, summary, verdicts

LIMITATIONS = (
    "The absence of reports is not the absence of the act: an empty cell says what was looked for and found, "
    "not what happened.",
    "“None found” holds for the searches listed here and no further; “not searched” says nothing about a group.",
    "Open sources report some groups, places and years more than others; numbers of sources measure reporting as "
    "well as events.",
    "Coders read what sources say; whether the sources are right is a question this page cannot settle.",
)


@dataclass(frozen=True, slots=True)
class Account:
    """A report in words.

    Attributes:
        about: What the study says about itself.
        description: Its description, with the focal actor and the window filled in.
        focal: Name of the focal actor.
        window: The window in words.
        summary: What was found, in sentences.
        rivals: Rivals with reasons.
        others: Everyone else with reasons.
        rival_rule: The rule that decides.
        camps: Camps with their members.
        figures: Figures as tables.
        argument: What the study argues beyond them, as sections.
        findings: All findings by label of their kind.
        other_claims: Claims that are part of no finding: corrected or settled by others.
        sources: Sources with what rests on them.
        private: Attached sources whose text may not be passed on.
        rules: Rules in force.
        switches: Decisions that could be taken differently.
        searches: Records of effort.
        limitations: What the reader must not conclude.
        citation: How to cite the study.
    """

    about: About
    description: str
    focal: str
    window: str
    summary: tuple[str, ...]
    rivals: tuple[VerdictView, ...]
    others: tuple[VerdictView, ...]
    rival_rule: str
    camps: tuple[CampView, ...]
    figures: tuple[FigureView, ...]
    argument: ArgumentView
    findings: tuple[tuple[str, tuple[FindingView, ...]], ...]
    other_claims: tuple[ClaimView, ...]
    sources: tuple[SourceView, ...]
    private: tuple[SourceId, ...]
    rules: tuple[RuleView, ...]
    switches: tuple[SwitchView, ...]
    searches: tuple[SearchView, ...]
    limitations: tuple[str, ...]
    citation: str

    @property
    def cells(self) -> tuple[CellView, ...]:
        """The cells that have a section of their own, figure by figure and row by row."""
        rows = (row for figure in self.figures for _, group in figure.groups for row in group)
        return tuple(cell for row in rows for cell in row.cells if cell.has_section)


def account(content: Content, told: Arguments | None = None) -> Account:
    """Put a report in words.

    Args:
        content: Everything the report needs.
        told: What the study argues beyond its figures; None leaves it out.

    Returns:
        The account; equal contents give equal accounts.

    Raises:
        UnknownTermError: The content refers to something it does not hold.
    """
    evidence = Evidence(content)
    drawing = Figures(content, evidence)
    figures = drawing.views()
    return Account(
        about=content.about,
        description=filled(content.about.description, content),
        focal=filled("{focal}", content),
        window=window_words(content.about.window),
        summary=summary(content),
        rivals=verdicts(content, rival=True),
        others=verdicts(content, rival=False),
        rival_rule=filled(content.rules.rival.sentence, content),
        camps=camps(content),
        figures=figures,
        argument=argument(told, content, evidence, drawing) if told else ArgumentView(),
        findings=_findings(content, evidence),
        other_claims=_other_claims(content, evidence),
        sources=sources(content, figures),
        private=private_sources(content),
        rules=rules_in_words(content),
        switches=switches_in_words(content),
        searches=searches_in_words(content),
        limitations=LIMITATIONS,
        citation=content.about.citation or _citation(content),
    )


def _findings(content: Content, evidence: Evidence) -> tuple[tuple[str, tuple[FindingView, ...]], ...]:
    by_kind: dict[str, list[FindingView]] = {}
    for id_ in content.findings:
        view = evidence.finding(id_)
        by_kind.setdefault(view.kind, []).append(view)
    return tuple((kind, tuple(views)) for kind, views in by_kind.items())


def _other_claims(content: Content, evidence: Evidence) -> tuple[ClaimView, ...]:
    placed = {claim for finding in content.findings.values() for claim in finding.claims}
    return tuple(evidence.claim(id_) for id_ in content.claims if id_ not in placed)


def _citation(content: Content) -> str:
    about = content.about
    version = f" Version {about.version}." if about.version else ""
    return f"{about.title}.{version} Study {about.id}, made with riven."
