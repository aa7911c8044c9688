"""Claims that refer to claims: corrections, adjudications, and the acts that coders named."""

from collections.abc import Mapping

from riven.folder.claims import DERIVED, Claims
from riven.folder.problems import quoted
from riven.folder.references import circles, told
from riven.folder.sheets import Row
from riven.ids import ClaimId, CoderId
from riven.model.claim import Claim, Coder, CoderType


def check_links(claims: Claims, coders: Mapping[CoderId, Coder]) -> None:
    """Check what claims say about other claims, once all of them are read.

    Args:
        claims: All claims.
        coders: Who may adjudicate.
    """
    for row, claim in claims.linking:
        for column, others in (("supersedes", claim.supersedes), ("settles", claim.settles)):
            _check_others(row, column, claim, others, claims)
        _check_adjudication(row, claim, coders.get(claim.coder))
    _check_circles(claims, "supersedes")
    _check_circles(claims, "settles")
    _check_names(claims)


def _check_others(row: Row, column: str, claim: Claim, others: tuple[ClaimId, ...], claims: Claims) -> None:
    for other in dict.fromkeys(others):
        if not other:
            row.wrong(column, "an item of the list is empty", "items separated by '; '")
        elif other == claim.id:
            row.wrong(column, f"claim {quoted(other)} refers to itself", "another claim")
        elif other not in claims.found and claims.whole:
            hint = row.problems().nearest("claim", other, claims.found)
            row.wrong(column, f"unknown claim {quoted(other)}", "ids of claims, separated by '; '", hint)
        elif column == "settles":
            settled = claims.found.get(other)
            if settled is not None and settled.kind != claim.kind:
                row.wrong(
                    column,
                    f"claim {quoted(other)} is of kind {quoted(settled.kind)}",
                    f"claims of kind {quoted(claim.kind)}",
                )
    if len(set(others)) < len(others):
        row.wrong(column, "a claim is named twice")


def _check_adjudication(row: Row, claim: Claim, coder: Coder | None) -> None:
    if claim.settles and claim.verdict is None and not row.get("verdict").strip():
        row.wrong("verdict", "a claim that settles others has no verdict", "accepted or rejected")
    if claim.verdict is not None and not row.get("settles").strip():
        row.wrong("settles", "a verdict settles no claim", "ids of the claims it settles, separated by '; '")
    if claim.settles and coder is not None and coder.type is not CoderType.PERSON:
        row.wrong("coder", f"coder {quoted(coder.id)} is a {coder.type}", "a person: only people adjudicate")


def _check_circles(claims: Claims, column: str) -> None:
    rows = {claim.id: row for row, claim in claims.linking if claim.id}
    references = {}
    for _, claim in claims.linking:
        others = claim.supersedes if column == "supersedes" else claim.settles
        if claim.id:
            references[claim.id] = tuple(other for other in others if other != claim.id)
    for circle in circles(references):
        what = f"the claims run in a circle: {told(circle, ' -> ')}"
        rows[circle[0]].wrong(column, what, "a claim written earlier")


def _check_names(claims: Claims) -> None:
    """A finding nobody named is called after its first claim; nobody may give that name to another."""
    for row, finding in claims.named:
        own = finding.removeprefix(DERIVED)
        if ClaimId(own) in claims.found:
            row.wrong(
                "finding", f"{quoted(finding)} is the name riven gives to what claim {quoted(own)} says", "another name"
            )
