"""A study and its analysis, unpacked for a report."""

from collections.abc import Mapping

from riven.analysis.results import Analysis
from riven.ids import MeasureId
from riven.model.study import Study
from riven.report.content import About, Content, DrawnFigure


def content_of(
    study: Study, analysis: Analysis, *, figures: Mapping[MeasureId, DrawnFigure] | None = None, with_text: bool = True
) -> Content:
    """Unpack a study for a report.

    Args:
        study: The study.
        analysis: What follows from it.
        figures: Drawn figures by measure; None leaves tables only.
        with_text: Whether passages of attached texts may be shown in context.

    Returns:
        Everything a report needs.
    """
    drawn = figures or {}
    return Content(
        about=About(
            id=study.id,
            title=study.title,
            version=study.version,
            description=study.description,
            citation=study.citation,
            licence=study.licence,
            focal=study.focal,
            window=study.window,
        ),
        rivals=analysis.rivals,
        camps=analysis.camps,
        panels=analysis.panels,
        figures={measure: drawn[measure] for measure in analysis.panels if measure in drawn},
        findings=analysis.findings,
        claims=study.claims,
        coders=study.coders,
        passages=study.passages,
        sources=study.sources,
        actors=study.actors,
        codebook=study.codebook,
        rules=study.rules,
        searches=study.searches,
        documents=study.documents if with_text else {},
        names=study.names,
    )
