"""A cell, a finding, a claim as lines of plain text: what the command line prints and reads aloud."""

from collections.abc import Iterable, Iterator

from riven.report.cells import CellView, SupportView
from riven.report.evidence import ClaimView, FindingView, PassageView

STEP = "  "


def measure_lines(measure: str, views: Iterable[CellView]) -> Iterator[str]:
    """Say what cells of one measure are and why.

    Args:
        measure: Identifier of the measure.
        views: Cells of it, in words.

    Yields:
        Lines: the measure, its rules once, then every cell.
    """
    cells = list(views)
    yield from (f"{cell.measure} ({measure})" for cell in cells[:1])
    for rule in dict.fromkeys(rule for cell in cells for rule in cell.rules):
        yield f"{STEP}Rule: {rule}"
    for cell in cells:
        yield ""
        yield from _indented(cell_lines(cell), 1)


def cell_lines(view: CellView) -> Iterator[str]:
    """Say what a cell is, why, what was found, and how much it rests on.

    Args:
        view: The cell in words.

    Yields:
        Lines.
    """
    yield view.title
    yield f"{STEP}{view.why}"
    sides = [*((support.finding, "") for support in view.supports), *((held, " (against)") for held in view.against)]
    for finding, side in sides:
        for claim in finding.claims:
            yield f"{STEP}{finding.id}{side}: {claim.paraphrase or finding.headline} ({_places(claim)})"
    effort = " ".join(part for part in (view.weight, view.documents, _searches(view)) if part)
    if effort:
        yield f"{STEP}{effort}"


def _places(claim: ClaimView) -> str:
    places: dict[str, dict[str, None]] = {}
    for passage in claim.passages:
        places.setdefault(passage.short, {})[passage.locator] = None
    told = {short: "; ".join(filter(None, locators)) for short, locators in places.items()}
    return "; ".join(f"{short}, {where}" if where else short for short, where in told.items())


def _place(passage: PassageView) -> str:
    return f"{passage.short}, {passage.locator}" if passage.locator else passage.short


def _searches(view: CellView) -> str:
    told = [f"{name} ({short})" if short else name for name, short in view.searches]
    return f"Searches: {', '.join(told)}." if told else ""


def evidence_lines(view: CellView) -> Iterator[str]:
    """Walk from a cell to its passages.

    Args:
        view: The cell in words.

    Yields:
        Lines, indented by step: findings, their claims, their passages; then the sources in full.
    """
    yield f"{view.title} ({view.measure})"
    yield f"{STEP}{view.why}"
    for support in view.supports:
        yield from _indented(support_lines(support), 1)
    for finding in view.against:
        yield f"{STEP}Against it:"
        yield from _indented(finding_lines(finding), 2)
    findings = [*(support.finding for support in view.supports), *view.against]
    if not findings:
        yield f"{STEP}No finding bears on this cell, so there is nothing to walk to."
        yield from _indented([_searches(view)] if view.searches else [], 1)
        return
    yield from _indented(_source_lines(findings), 1)


def support_lines(support: SupportView) -> Iterator[str]:
    """Say how a finding supports a cell, then what it rests on.

    Yields:
        Lines.
    """
    first, *rest = finding_lines(support.finding)
    yield first
    yield f"{STEP}Counts as {support.state}: {support.reason}."
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
        yield f"{STEP}{line[:1].upper()}{line[1:]}"
    for passage in claim.passages:
        yield from _indented(passage_lines(passage), 1)


def passage_lines(passage: PassageView) -> Iterator[str]:
    """Say where a passage stands, and what stands there when its text is at hand.

    Yields:
        Lines.
    """
    yield f"Passage {passage.id}: {_place(passage)}"
    if passage.context is not None:
        shown = f"{passage.context.before}[{passage.context.text}]{passage.context.after}"
        yield f"{STEP}{' '.join(shown.split())}"
    elif passage.excerpt:
        yield f"{STEP}“{passage.excerpt}”"


def _source_lines(findings: Iterable[FindingView]) -> Iterator[str]:
    """Cite each source in full, once, and say which texts are not at hand."""
    passages = [passage for finding in findings for claim in finding.claims for passage in claim.passages]
    for short, source in dict.fromkeys((passage.short, passage.full) for passage in passages):
        yield f"{short}: {source}"
    absent = dict.fromkeys(passage.source for passage in passages if passage.context is None)
    if absent:
        yield f"Not attached: {', '.join(absent)}. With a lawful copy, 'riven attach' lets passages be read in context."


def _indented(lines: Iterable[str], steps: int) -> Iterator[str]:
    yield from (f"{STEP * steps}{line}" if line else "" for line in lines)
