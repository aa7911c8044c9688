"""Everything a report needs, unpacked: plain objects of the model and of the analysis.

Nothing is read and nothing is decided while the page is made.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from riven.dates import Window
from riven.errors import UnknownTermError
from riven.ids import ActorId, ClaimId, CoderId, FindingId, MeasureId, PassageId, SourceId, StudyId
from riven.model.actor import Actor, ActorType, Name
from riven.model.claim import Claim, Coder
from riven.model.codebook import Codebook
from riven.model.finding import Finding
from riven.model.panel import Panel
from riven.model.rule import Rules
from riven.model.source import Document, Passage, Search, Source

Key = TypeVar("Key", bound=str)
Value = TypeVar("Value")


class RivalVerdict(Protocol):
    """Whether an actor is a rival, and why: the part of `riven.analysis.rivals.RivalVerdict` a report shows."""

    @property
    def actor(self) -> ActorId:
        """Who is judged."""
        ...

    @property
    def label(self) -> str:
        """Printed name."""
        ...

    @property
    def type(self) -> ActorType:
        """Sort of actor."""
        ...

    @property
    def affiliated(self) -> bool:
        """Whether any affiliation with the focal actor was found."""
        ...

    @property
    def rival(self) -> bool:
        """Whether it is a rival."""
        ...

    @property
    def n_reported(self) -> int:
        """Reported cells of the hostility measure."""
        ...

    @property
    def n_possible(self) -> int:
        """Possible cells of the hostility measure."""
        ...

    @property
    def why(self) -> str:
        """The reason, in plain words."""
        ...

    @property
    def affiliation(self) -> tuple[FindingId, ...]:
        """Findings of affiliation."""
        ...


class CampVerdict(Protocol):
    """Which camp a rival is in, and why: the part of `riven.analysis.camps.CampVerdict` a report shows."""

    @property
    def actor(self) -> ActorId:
        """Who is judged."""
        ...

    @property
    def camp(self) -> str:
        """Identifier of the camp, or `unclassified`."""
        ...

    @property
    def label(self) -> str:
        """Printed name of the rival."""
        ...

    @property
    def why(self) -> str:
        """The reason, in plain words."""
        ...

    @property
    def claims_for(self) -> tuple[ClaimId, ...]:
        """Claims that put it there."""
        ...

    @property
    def claims_against(self) -> tuple[ClaimId, ...]:
        """Claims that speak against it."""
        ...


@dataclass(frozen=True, slots=True)
class About:
    """What the study says about itself.

    Attributes:
        id: Identifier.
        title: Title as printed.
        version: Version of the study's data.
        description: What it is about.
        citation: How to cite it; empty when not given.
        licence: Licence of its data; empty when not given.
        focal: The actor whose rivals are studied.
        window: Observation period.
    """

    id: StudyId
    title: str
    version: str
    description: str
    citation: str
    licence: str
    focal: ActorId
    window: Window


@dataclass(frozen=True, slots=True)
class DrawnFigure:
    """A figure as it was drawn for print.

    Attributes:
        svg: The SVG of each sheet.
        caption: Its caption.
        alternative: What it shows, in words.
    """

    svg: tuple[str, ...]
    caption: str
    alternative: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything a report needs.

    Attributes:
        about: What the study says about itself.
        rivals: A verdict for every actor of the study.
        camps: A verdict for every rival.
        panels: Panels by measure, in the order of the figures.
        figures: Drawn figures by measure; a panel without one is shown as a table only.
        findings: Findings by id.
        claims: Claims by id, those that were superseded included.
        coders: Coders by id.
        passages: Passages by id.
        sources: Sources by id.
        actors: Actors by id.
        codebook: Kinds of claim, for their labels.
        rules: The rules in force.
        searches: Records of effort.
        documents: Frozen texts attached on this machine; leave it empty for a page that is going to be published.
        names: Spellings and names of the actors, as sources write them.
    """

    about: About
    rivals: tuple[RivalVerdict, ...] = field(hash=False)
    camps: tuple[CampVerdict, ...] = field(hash=False)
    panels: Mapping[MeasureId, Panel] = field(hash=False)
    figures: Mapping[MeasureId, DrawnFigure] = field(hash=False)
    findings: Mapping[FindingId, Finding] = field(hash=False)
    claims: Mapping[ClaimId, Claim] = field(hash=False)
    coders: Mapping[CoderId, Coder] = field(hash=False)
    passages: Mapping[PassageId, Passage] = field(hash=False)
    sources: Mapping[SourceId, Source] = field(hash=False)
    actors: Mapping[ActorId, Actor] = field(hash=False)
    codebook: Codebook = field(hash=False)
    rules: Rules = field(hash=False)
    searches: tuple[Search, ...] = field(hash=False)
    documents: Mapping[SourceId, Document] = field(hash=False)
    names: tuple[Name, ...] = field(default=(), hash=False)


def held(items: Mapping[Key, Value], key: Key, kind: str) -> Value:
    """Look up what a report refers to.

    Args:
        items: Items by id.
        key: The id.
        kind: What it names, for the error.

    Returns:
        The item.

    Raises:
        UnknownTermError: The content refers to something it does not hold.
    """
    try:
        return items[key]
    except KeyError:
        raise UnknownTermError(key, kind) from None
