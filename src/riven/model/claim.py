"""Claims: what one coder says one source says.

Claims are append-only. A correction is a new claim that supersedes; an adjudication is a claim that settles others.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from riven.dates import StatedDate
from riven.ids import ActorId, ClaimId, CoderId, FindingId, KindId, PassageId, RoleId, VariableId
from riven.model.codebook import DateRole


class CoderType(StrEnum):
    """Who codes; a model is one more coder, never an oracle."""

    PERSON = "person"
    RULE = "rule"
    MODEL = "model"


@dataclass(frozen=True, slots=True)
class Coder:
    """A person, a rule or a model.

    Attributes:
        id: Identifier; a pseudonym in published packages.
        type: Person, rule or model.
        name: Name as the coder wants to be credited; may be empty.
        note: Training, version, prompt hash and the like.
    """

    id: CoderId
    type: CoderType = CoderType.PERSON
    name: str = ""
    note: str = ""


class Modality(StrEnum):
    """How the source puts it: in its own voice, on others' word, as belief, as rumour, as denial, as forecast."""

    ASSERTED = "asserted"
    REPORTED = "reported"
    BELIEVED = "believed"
    RUMOURED = "rumoured"
    DENIED = "denied"
    FORECAST = "forecast"


class Polarity(StrEnum):
    """Whether the source says that it is so, or that it is not so (an explicit negative)."""

    AFFIRMED = "affirmed"
    NEGATED = "negated"


class Confidence(StrEnum):
    """How sure the coder is of the coding (not of the fact)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Verdict(StrEnum):
    """What an adjudication decides about the claims it settles."""

    ACCEPTED = "accepted"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class Claim:
    """What one coder says one source says.

    Attributes:
        id: Identifier.
        kind: Kind of claim, from the codebook.
        coder: Who coded it.
        coded_on: Day of coding; None when not recorded.
        codebook_revision: Revision of the codebook it was coded under.
        roles: Actors by role; a role without an actor is absent.
        values: Categories (one or several), a count or a text, by variable; a variable without a value is absent.
        dates: Dates by date role; an undated claim has none.
        place: Place as the source names it; empty when none is named.
        polarity: Whether the source affirms or negates it.
        modality: How the source puts it.
        confidence: How sure the coder is.
        passages: The passages it rests on; at least one.
        paraphrase: What the passages say, in the coder's own words.
        note: Free text; never scored.
        finding: The act or tie this claim is about, where coders named it; None to group by rule.
        supersedes: Earlier claims this one corrects.
        settles: Claims this adjudication decides.
        verdict: What the adjudication decides; None for a claim that settles nothing.
    """

    id: ClaimId
    kind: KindId
    coder: CoderId
    coded_on: date | None
    codebook_revision: str
    roles: Mapping[RoleId, tuple[ActorId, ...]] = field(hash=False)
    values: Mapping[VariableId, tuple[str, ...]] = field(hash=False)
    dates: Mapping[DateRole, StatedDate] = field(hash=False)
    passages: tuple[PassageId, ...]
    place: str = ""
    polarity: Polarity = Polarity.AFFIRMED
    modality: Modality = Modality.ASSERTED
    confidence: Confidence = Confidence.HIGH
    paraphrase: str = ""
    note: str = ""
    finding: FindingId | None = None
    supersedes: tuple[ClaimId, ...] = ()
    settles: tuple[ClaimId, ...] = ()
    verdict: Verdict | None = None
