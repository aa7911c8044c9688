"""How to cite a study and everything it was made with."""

from typing import TypedDict

from riven.model.study import Study
from riven.pipeline.manifest import riven_version
from riven.report.citation import cite


class SourceCitation(TypedDict):
    """One source a study rests on."""

    id: str
    citation: str


class Citations(TypedDict):
    """What a user of a study has to name."""

    study: str
    software: str
    codebook: str
    sources: list[SourceCitation]


def citations(study: Study) -> Citations:
    """Say how to cite a study.

    Args:
        study: The study.

    Returns:
        The study, the software, the codebook and the rules with their revisions, and every source a claim rests on.
    """
    quoted = {study.passages[passage].source for claim in study.claims.values() for passage in claim.passages}
    version = f" Version {study.version}." if study.version else ""
    book, rules = study.codebook, study.rules
    return Citations(
        study=study.citation or f"{study.title}.{version} Study {study.id}.",
        software=f"Made with riven {riven_version()}.",
        codebook=f"Codebook {book.id}, revision {book.revision}; rules {rules.id}, revision {rules.revision}.",
        sources=[
            SourceCitation(id=source.id, citation=cite(source.csl))
            for source in study.sources.values()
            if source.id in quoted
        ],
    )
