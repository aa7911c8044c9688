"""A cell, a finding, a claim as lines of plain text: what the command line prints and reads aloud."""

from collections.abc import Iterable, Iterator

from riven.report.cells import CellView, SupportView
from riven.report.evidence import ClaimView, FindingView, PassageView

STEP = "  "


def cell_lines(view: CellView) -> Iterator[str]:
    """Say what a cell is and why.

    Args:
        view: The cell in words.

    Yields:
        Lines: the state, the reason, the rule, how much it rests on.
    """
    yield f"{view.title} ({view.measure})"
    yield f"{STEP}{view.why}"
    for rule in view.rules:
        yield f"{STEP}Rule: {rule}"
    for line in (view.weight, view.documents):
        if line:
            yield f"{STEP}{line}"
    for name, shortfall in view.searches:
        yield f"{STEP}Search {name}" + (f" ({shortfall})" if shortfall else "")


def evidence_lines(view: CellView) -> Iterator[str]:
    """Walk from a cell to its passages.

    Args:
        view: The cell in words.

    Yields:
        Lines, indented by step: findings, their claims, their passages.
    """
    yield f"{view.title} ({view.measure})"
    yield f"{STEP}{view.why}"
    for support in view.supports:
        yield from _indented(support_lines(support), 1)
    for finding in view.against:
        yield f"{STEP}Against it:"
        yield from _indented(finding_lines(finding), 2)
    if not view.supports and not view.against:
        yield f"{STEP}No finding bears on this cell, so there is nothing to walk to."
        yield from _indented((f"Search {name}" + (f" ({short})" if short else "") for name, short in view.searches), 1)


def support_lines(support: SupportView) -> Iterator[str]:
    """Say how a finding supports a cell, then what it rests on.

    Yields:
        Lines.
    """
    first, *rest = finding_lines(support.finding)
    yield f"{first} [{support.state}: {support.reason}]"
    for step in support.path:
        yield f"{STEP}Counts {step}"
    yield from rest


def finding_lines(finding: FindingView) -> Iterator[str]:
    """Say what a finding is and which claims it rests on.

    Yields:
        Lines.
    """
    dates = ", ".join(f"{date.role} {date.edtf}" for date in finding.dates) or "undated"
    yield f"Finding {finding.id} ({finding.kind}; {dates}): {finding.headline}"
    yield f"{STEP}{finding.reason} Rests on {finding.sources}."
    for claim in finding.claims:
        yield from _indented(claim_lines(claim), 1)


def claim_lines(claim: ClaimView) -> Iterator[str]:
    """Say what a claim says, who coded it, and where it is read.

    Yields:
        Lines.
    """
    yield f"Claim {claim.id}, coded by {claim.coder}"
    if claim.paraphrase:
        yield f"{STEP}{claim.paraphrase}"
    for line in (*claim.history, *((f"Note: {claim.note}",) if claim.note else ())):
        yield f"{STEP}{line}"
    for passage in claim.passages:
        yield from _indented(passage_lines(passage), 1)


def passage_lines(passage: PassageView) -> Iterator[str]:
    """Say where a passage stands, and what stands there when its text is at hand.

    Yields:
        Lines.
    """
    yield f"Passage {passage.id}: {passage.citation}"
    if passage.context is not None:
        shown = f"{passage.context.before}[{passage.context.text}]{passage.context.after}"
        yield f"{STEP}{' '.join(shown.split())}"
    elif passage.excerpt:
        yield f"{STEP}“{passage.excerpt}”"


def _indented(lines: Iterable[str], steps: int) -> Iterator[str]:
    yield from (f"{STEP * steps}{line}" for line in lines)
