"""Findings: what the study holds after settling the claims about one act or tie."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from riven.dates import FuzzyDate
from riven.ids import ActorId, ClaimId, FindingId, KindId, RoleId, SourceId, VariableId
from riven.model.claim import Modality, Polarity
from riven.model.codebook import DateRole


class Status(StrEnum):
    """Whether a finding stands.

    `suggested` means that only coders whose claims do not count by themselves (models, say) coded it: it fills no
    cell until a person accepts it.
    """

    ACCEPTED = "accepted"
    DISPUTED = "disputed"
    REJECTED = "rejected"
    SUGGESTED = "suggested"


class Settlement(StrEnum):
    """How a finding was settled, strongest first."""

    ADJUDICATED = "adjudicated"
    UNANIMOUS = "unanimous"
    SINGLE = "single"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class Finding:
    """What the study holds about one act or tie.

    Attributes:
        id: Identifier: the label coders gave the act, or one derived from its first claim.
        kind: Kind of claim.
        status: Accepted, disputed, rejected or only suggested.
        settled: How it was settled.
        polarity: Whether it is affirmed or negated; a finding disputed on this point is affirmed and disputed.
        modality: The strongest modality among the deciding claims (asserted first).
        roles: Actors by role, from the deciding claims.
        values: Values by variable, from the deciding claims.
        dates: Dates by date role, from the deciding claims.
        place: Place as named; empty when none is.
        claims: Every claim about the act, superseded and settled ones left out.
        sources: Sources of those claims.
        independent: Sources after copies of one story are counted once.
        reason: Why it has its status, in plain words.
    """

    id: FindingId
    kind: KindId
    status: Status
    settled: Settlement
    polarity: Polarity
    modality: Modality
    roles: Mapping[RoleId, tuple[ActorId, ...]] = field(hash=False)
    values: Mapping[VariableId, tuple[str, ...]] = field(hash=False)
    dates: Mapping[DateRole, FuzzyDate] = field(hash=False)
    place: str
    claims: tuple[ClaimId, ...]
    sources: tuple[SourceId, ...]
    independent: tuple[SourceId, ...]
    reason: str
