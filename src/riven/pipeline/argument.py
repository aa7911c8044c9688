"""What a study argues beyond its figures, worked out from an analysis of it."""

from dataclasses import replace

from riven.analysis.argument import Arguments, Outcome, argue
from riven.analysis.outlook import first_reports, look
from riven.analysis.results import Analysis
from riven.model.rule import Rows
from riven.model.study import Study
from riven.pipeline.results import scope_of
from riven.pipeline.sensitivity import sensitivity_of


def argue_study(study: Study, analysis: Analysis) -> Arguments:
    """Work out what a study argues beyond its figures.

    Args:
        study: The study.
        analysis: Its analysis.

    Returns:
        The arguments; parts its rules do not declare are empty.
    """
    return with_alternatives(study, analysis, argue_as_it_stands(study, analysis))


def with_alternatives(study: Study, analysis: Analysis, arguments: Arguments) -> Arguments:
    """Try every alternative, which takes longer than all the rest.

    Args:
        study: The study.
        analysis: Its analysis.
        arguments: What it argues as it stands.

    Returns:
        The arguments with the alternatives, and what holds under them.
    """
    tried = sensitivity_of(study, analysis)
    return replace(arguments, tested=tried.tested, robustness=tried.robustness)


def argue_as_it_stands(study: Study, analysis: Analysis) -> Arguments:
    """Work out what a study argues, no alternative tried.

    Args:
        study: The study.
        analysis: Its analysis.

    Returns:
        The arguments.
    """
    scope = scope_of(study, analysis)
    outcome = Outcome(analysis.findings, analysis.rivals, analysis.camps, analysis.panels)
    days = {period.label: period.days for period in scope.columns}
    timed = [measure for measure in study.rules.measures.values() if measure.rows is Rows.RIVALS]
    return Arguments(
        argued=argue(scope, outcome, study.sources),
        outlook=look(study.expectations, analysis.panels, days),
        timings=tuple(
            first_reports(analysis.panels[measure.id], analysis.findings, measure.dates, study.window.days)
            for measure in timed
        ),
        findings=analysis.findings,
        evidence=analysis.evidence,
        whole=scope.whole.label,
    )
