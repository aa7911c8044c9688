"""Which claims are about one act or tie.

A label that coders gave decides. Without one, claims are about one act when all that identifies it is equal: kind,
identifying roles and variables, dates and place. An adjudication joins everything that it settles; one that rejects is
about nothing else, so its own roles and dates join nothing.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from riven.dates import FuzzyDate
from riven.ids import ClaimId, CoderId, FindingId, KindId, RoleId, VariableId
from riven.model.claim import Claim, Verdict
from riven.model.codebook import Codebook

_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Act:
    """The claims about one act or tie.

    Attributes:
        id: Identifier of the finding to be.
        kind: Kind of claim.
        claims: Claims that nobody superseded and no adjudication settled, by id.
        adjudications: Claims that settle others, by id; they are among `claims`.
    """

    id: FindingId
    kind: KindId
    claims: tuple[Claim, ...]
    adjudications: tuple[Claim, ...]


def group(
    claims: Iterable[Claim], *, codebook: Codebook, by_key: bool, suggesting: Collection[CoderId] = ()
) -> tuple[Act, ...]:
    """Group claims into acts.

    Args:
        claims: All claims of a study, in any order.
        codebook: Says what identifies an act of each kind.
        by_key: Whether claims without a label are grouped when all that identifies an act is equal.
        suggesting: Coders whose claims do not count by themselves; they neither supersede nor settle those of others.

    Returns:
        Acts by kind (in codebook order) and id. The order of the claims changes nothing.
    """
    ordered = sorted(claims, key=lambda claim: claim.id)
    dead = _superseded(ordered, suggesting)
    live = [claim for claim in ordered if claim.id not in dead]
    keyer = _Keyer(codebook, by_key=by_key)
    keys = {claim.id: keyer.key(claim) for claim in ordered}
    settling = [claim for claim in live if claim.settles and claim.coder not in suggesting]
    root = _joined(settling, keys)
    settled = {target for claim in settling for target in claim.settles}
    members: dict[_Key, list[Claim]] = {}
    for claim in live:
        members.setdefault(_find(root, keys[claim.id]), []).append(claim)
    kinds = {kind: number for number, kind in enumerate(codebook.kinds)}
    acts = _named(members.values(), settled, {claim.id for claim in settling}, suggesting)
    return tuple(sorted(acts, key=lambda act: (kinds.get(act.kind, len(kinds)), act.id)))


def _superseded(claims: Iterable[Claim], suggesting: Collection[CoderId]) -> set[ClaimId]:
    coders = {claim.id: claim.coder for claim in claims}
    return {
        target
        for claim in claims
        for target in claim.supersedes
        if claim.coder not in suggesting or coders.get(target) in suggesting
    }


class _Keyer:
    """Says what identifies a claim's act."""

    def __init__(self, codebook: Codebook, *, by_key: bool) -> None:
        self._by_key = by_key
        self._codebook = codebook
        self._parts: dict[KindId, tuple[list[RoleId], list[VariableId]]] = {}

    def _identifying(self, kind: KindId) -> tuple[list[RoleId], list[VariableId]]:
        if kind not in self._parts:
            held, variables = self._codebook.kinds[kind], self._codebook.variables
            roles = [role.id for role in held.roles if role.identifies]
            self._parts[kind] = roles, [variable for variable in held.variables if variables[variable].identifies]
        return self._parts[kind]

    def key(self, claim: Claim) -> _Key:
        if claim.finding is not None:
            return ("label", claim.kind, claim.finding)
        if not self._by_key or claim.verdict is Verdict.REJECTED:
            return ("claim", claim.id)
        roles, variables = self._identifying(claim.kind)
        return (
            "equal",
            claim.kind,
            tuple(tuple(sorted(claim.roles.get(role, ()))) for role in roles),
            tuple(tuple(sorted(claim.values.get(variable, ()))) for variable in variables),
            tuple(sorted((role, _days(held.value)) for role, held in claim.dates.items())),
            " ".join(claim.place.casefold().split()),
        )


def _days(value: FuzzyDate) -> tuple[object, ...]:
    """Reduce a date to its days: `2015` and `2015-01/2015-12` are the same date written differently."""
    return value.each, *((span.first or date.min, span.last or date.max) for span in value.spans)


def _joined(settling: Iterable[Claim], keys: Mapping[ClaimId, _Key]) -> dict[_Key, _Key]:
    """Join the acts that one adjudication settles."""
    root: dict[_Key, _Key] = {}
    for claim in settling:
        own = _find(root, keys[claim.id])
        for target in claim.settles:
            other = _find(root, keys[target]) if target in keys else own
            if other != own:
                root[other] = own
    return root


def _find(root: Mapping[_Key, _Key], key: _Key) -> _Key:
    while key in root:
        key = root[key]
    return key


def _named(
    groups: Iterable[list[Claim]],
    settled: Collection[ClaimId],
    settling: Collection[ClaimId],
    suggesting: Collection[CoderId],
) -> Iterable[Act]:
    """Name each group after its label, else after its first claim that counts; no two alike, suggestions last."""
    drafts = []
    for claims in groups:
        adjudications = tuple(claim for claim in claims if claim.id in settling and claim.id not in settled)
        standing = tuple(claim for claim in claims if claim.id not in settled)
        counting = [claim for claim in claims if claim.coder not in suggesting]
        naming = (*adjudications, *(counting or claims))
        labels = [claim.finding for claim in naming if claim.finding is not None]
        if standing:
            kind = (adjudications or standing)[0].kind
            order = (not labels, not counting, kind, (counting or claims)[0].id)
            drafts.append((order, labels[0] if labels else None, standing, adjudications))
    taken: set[str] = set()
    for (_, _, kind, first), label, standing, adjudications in sorted(drafts, key=lambda draft: draft[0]):
        name = _free(label, f"{label}.{kind}", taken) if label else _free(f"f-{first}", f"f-f-{first}", taken)
        taken.add(name)
        yield Act(FindingId(name), kind, standing, adjudications)


def _free(wanted: str, instead: str, taken: Collection[str]) -> str:
    if wanted not in taken:
        return wanted
    number = 2
    while instead in taken:
        instead, number = f"{instead.rstrip('0123456789')}{number}", number + 1
    return instead
