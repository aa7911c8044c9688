"""What is left of the claims of a study when some of them, or what they rest on, are withdrawn."""

from collections.abc import Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from types import MappingProxyType

from riven.ids import ClaimId, PassageId
from riven.model.claim import Claim, Verdict


def without_claims(claims: Mapping[ClaimId, Claim], withdrawn: Collection[ClaimId]) -> Mapping[ClaimId, Claim]:
    """Take claims out, as if they had never been coded.

    Args:
        claims: Claims by id.
        withdrawn: Claims to take out.

    Returns:
        The others. What a withdrawn claim corrected or settled stands again, and a verdict that rejected nothing but
        withdrawn claims falls with them: on its own it would say that what it rejects is so.
    """
    kept = {claim.id: _forget(claim, withdrawn) for claim in claims.values() if claim.id not in withdrawn}
    idle = {name for name, claim in kept.items() if claim.verdict is Verdict.REJECTED and not claim.settles}
    return without_claims(kept, idle) if idle else MappingProxyType(kept)


def without_passages(claims: Mapping[ClaimId, Claim], withdrawn: AbstractSet[PassageId]) -> Mapping[ClaimId, Claim]:
    """Take passages out, and with them the claims that rest on nothing else.

    Args:
        claims: Claims by id.
        withdrawn: Passages to take out.

    Returns:
        The claims that are left, with the passages they have left.
    """
    touched = [claim for claim in claims.values() if not withdrawn.isdisjoint(claim.passages)]
    fallen = {claim.id for claim in touched if withdrawn >= set(claim.passages)}
    left = {
        claim.id: replace(claim, passages=tuple(name for name in claim.passages if name not in withdrawn))
        for claim in touched
        if claim.id not in fallen
    }
    return without_claims({**claims, **left}, fallen)


def _forget(claim: Claim, withdrawn: Collection[ClaimId]) -> Claim:
    supersedes = tuple(other for other in claim.supersedes if other not in withdrawn)
    settles = tuple(other for other in claim.settles if other not in withdrawn)
    if (supersedes, settles) == (claim.supersedes, claim.settles):
        return claim
    return replace(claim, supersedes=supersedes, settles=settles)
