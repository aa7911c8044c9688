"""Actors and their names.

An actor row says who is meant, never who belongs to whom: membership, factions, splits and aliases are claims
(kind `lineage` in the default codebook), because sources differ about them.
"""

from dataclasses import dataclass
from enum import StrEnum

from riven.dates import FuzzyDate
from riven.ids import ActorId, SourceId


class ActorType(StrEnum):
    """What sort of actor is meant."""

    ORGANISATION = "organisation"
    UMBRELLA = "umbrella"
    WING = "wing"
    BRANCH = "branch"
    FACTION = "faction"
    STATE = "state"
    AGENCY = "agency"
    LEADER = "leader"
    PERSON = "person"
    POPULATION = "population"


class NameType(StrEnum):
    """How a name relates to the actor's own."""

    NAME = "name"
    SPELLING = "spelling"
    ACRONYM = "acronym"
    EXONYM = "exonym"
    DESCRIPTION = "description"


@dataclass(frozen=True, slots=True)
class Actor:
    """An organisation, umbrella, faction, wing, branch, state, agency, leader or other public figure.

    Attributes:
        id: Identifier, used as row of every panel.
        name: Preferred name, as printed in figures.
        type: What sort of actor this is.
        begins: When it came into being; None when not known. Cells before it are `outside`.
        ends: When it ceased to be; None when it did not, or it is not known. Cells after it are `outside`.
        external: Identifiers in other data sets, such as (("ucdp", "234"),), sorted.
        note: Free text of the researchers.
    """

    id: ActorId
    name: str
    type: ActorType
    begins: FuzzyDate | None = None
    ends: FuzzyDate | None = None
    external: tuple[tuple[str, str], ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Name:
    """A spelling, transliteration, acronym or exonym of an actor.

    Attributes:
        actor: Whose name it is.
        text: The name exactly as sources write it.
        type: How it relates to the actor's own name.
        language: BCP 47 tag such as `en`, `ur`; empty when not known.
        script: ISO 15924 code such as `Latn`, `Arab`; empty when not known.
        valid: When the name was in use; None when not bounded.
        source: Where it was read; empty when not recorded.
        note: Free text of the researchers.
    """

    actor: ActorId
    text: str
    type: NameType = NameType.NAME
    language: str = ""
    script: str = ""
    valid: FuzzyDate | None = None
    source: SourceId | None = None
    note: str = ""
