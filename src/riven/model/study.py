"""A study: one research project, whole. Opened at the top and unpacked there."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from riven.dates import Window
from riven.ids import ActorId, ClaimId, CoderId, PassageId, SourceId, StudyId
from riven.model.account import CitationStyle, EditedText
from riven.model.actor import Actor, Name
from riven.model.claim import Claim, Coder
from riven.model.codebook import Codebook
from riven.model.expectation import Expectation
from riven.model.place import Placement
from riven.model.rule import Rules
from riven.model.source import Document, Passage, Search, Source


@dataclass(frozen=True, slots=True)
class Study:
    """One research project: focal actor, window, codebook, rules, actors, sources, claims.

    Attributes:
        id: Identifier.
        title: Title as printed.
        version: Version of the study's data, e.g. `1.0`.
        description: What it is about; one paragraph.
        citation: How to cite the study; empty when not given.
        licence: Licence of the study's own data.
        focal: The actor whose rivals are studied.
        window: Observation period.
        coders: Who coded, by id.
        codebook: Kinds of claim.
        rules: What counts as what.
        actors: Actors by id, in file order.
        names: Spellings of actors, in file order.
        sources: Sources by id, in file order.
        passages: Passages by id, in file order.
        claims: Claims by id, in codebook and file order.
        searches: Records of effort, in file order.
        documents: Frozen texts attached on this machine, by source; may be empty.
        expectations: What was expected, in file order; may be empty.
        edits: Texts of the researchers in the account, by block, in order of their files; may be empty.
        citation_style: How sources are cited in the account.
        places: Where places are that a name alone does not find, in file order; may be empty.
    """

    id: StudyId
    title: str
    version: str
    description: str
    citation: str
    licence: str
    focal: ActorId
    window: Window
    coders: Mapping[CoderId, Coder] = field(hash=False)
    codebook: Codebook = field(hash=False)
    rules: Rules = field(hash=False)
    actors: Mapping[ActorId, Actor] = field(hash=False)
    names: tuple[Name, ...] = field(hash=False)
    sources: Mapping[SourceId, Source] = field(hash=False)
    passages: Mapping[PassageId, Passage] = field(hash=False)
    claims: Mapping[ClaimId, Claim] = field(hash=False)
    searches: tuple[Search, ...] = field(hash=False)
    documents: Mapping[SourceId, Document] = field(hash=False)
    expectations: tuple[Expectation, ...] = field(hash=False)
    places: tuple[Placement, ...] = field(hash=False, default=())
    edits: Mapping[str, EditedText] = field(hash=False, default_factory=lambda: MappingProxyType({}))
    citation_style: CitationStyle = field(default_factory=CitationStyle)
