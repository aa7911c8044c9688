"""Rules as data: what counts as what, each with an id, a sentence in plain words, and its alternatives.

The rules name kinds, roles, variables and categories of the study's own codebook; code never does.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from riven.dates import Step
from riven.ids import KindId, MeasureId, RoleId, RuleId, VariableId
from riven.model.actor import ActorType
from riven.model.argument import Argument
from riven.model.claim import CoderType, Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.condition import Condition
from riven.model.panel import CellState


class Rows(StrEnum):
    """Which actors are the rows of a measure."""

    ACTORS = "actors"
    AFFILIATED = "affiliated"
    RIVALS = "rivals"


class Independence(StrEnum):
    """Which sources count once: copies of one story, or everything from one outlet."""

    STORY = "story"
    OUTLET = "outlet"


class Undated(StrEnum):
    """What an undated act does to the cells it may fall in."""

    POSSIBLE = "possible"
    IGNORED = "ignored"


@dataclass(frozen=True, slots=True)
class Selector:
    """Picks findings, and says whose row they are.

    Attributes:
        id: Identifier.
        sentence: The rule in plain words.
        kind: Kind of finding.
        row: Roles whose actor is the row, in order of preference: the first role that is filled decides.
        against: Roles of which one actor must belong to the focal family; empty means no condition.
        apart: Roles of which no actor may belong to the focal family; empty means no condition.
        where: Variables that must have one of the categories given.
        without: Variables that must have none of the categories given.
        modalities: Modalities that count at all; empty means all but `denied` and `forecast`.
        polarity: Whether affirmed or negated findings are meant.
    """

    id: RuleId
    sentence: str
    kind: KindId
    row: tuple[RoleId, ...]
    against: tuple[RoleId, ...] = ()
    where: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    without: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    modalities: tuple[Modality, ...] = ()
    polarity: Polarity = Polarity.AFFIRMED
    apart: tuple[RoleId, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Lets what one actor did count for another, along a finding such as a lineage or a membership.

    Attributes:
        id: Identifier.
        sentence: The rule in plain words.
        kind: Kind of the finding walked along.
        start: Role of the actor that acted.
        to: Role of the actor it counts for.
        where: Variables of the walked finding that must have one of the categories given.
        only: Variables of the *passed* finding that must have one of the categories given (a collective statement,
            say); a variable the passed finding's kind lacks is no obstacle.
        gives: `reported` when what is passed keeps its strength, `possible` when inheritance weakens it.
    """

    id: RuleId
    sentence: str
    kind: KindId
    start: RoleId
    to: RoleId
    where: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    only: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    gives: CellState = CellState.REPORTED


@dataclass(frozen=True, slots=True)
class Rollup:
    """A declared scheme of which actors count as one.

    Attributes:
        id: Identifier.
        sentence: The scheme in plain words.
        merges: Links whose `start` is merged into their `to`; empty keeps every actor apart.
    """

    id: RuleId
    sentence: str
    merges: tuple[RuleId, ...] = ()


@dataclass(frozen=True, slots=True)
class Measure:
    """A rule that turns findings into a row of cells.

    Attributes:
        id: Identifier; the name of its panel and figure files.
        title: Title; `{focal}` and `{window}` are filled in.
        sentence: The rule in plain words; becomes the caption.
        selectors: Findings that count, by selector.
        rows: Which actors are rows.
        dates: Date roles in order of preference: the first that is given decides the period.
        attribution: Links along which findings reach other rows.
        reported: Modalities that can make a cell `reported`.
        possible: Modalities that make a cell at most `possible`; modalities in neither list do not count.
    """

    id: MeasureId
    title: str
    sentence: str
    selectors: tuple[RuleId, ...]
    rows: Rows
    dates: tuple[DateRole, ...]
    attribution: tuple[RuleId, ...] = ()
    reported: tuple[Modality, ...] = (Modality.ASSERTED, Modality.REPORTED)
    possible: tuple[Modality, ...] = (Modality.BELIEVED, Modality.RUMOURED)


@dataclass(frozen=True, slots=True)
class RivalRule:
    """Who is a rival of the focal actor.

    Attributes:
        sentence: The rule in plain words.
        types: Types of actor that can be rivals; others are counted under the groups they belong to.
        affiliation: What counts as any affiliation with the focal actor.
        hostility: The measure of which a rival needs a cell.
        states: States of such a cell that are enough.
        minimum: How many such cells are needed.
    """

    sentence: str
    types: tuple[ActorType, ...]
    affiliation: Condition
    hostility: MeasureId
    states: tuple[CellState, ...] = (CellState.REPORTED, CellState.POSSIBLE)
    minimum: int = 1


@dataclass(frozen=True, slots=True)
class CampRule:
    """One camp of rivals; camps are tried in order, and a rival in none is `unclassified`.

    Attributes:
        id: Identifier.
        label: Label of the rows in figures.
        sentence: The rule in plain words.
        needs: Conditions that must all hold.
        lacks: Conditions none of which may hold.
    """

    id: RuleId
    label: str
    sentence: str
    needs: tuple[Condition, ...] = ()
    lacks: tuple[Condition, ...] = ()


@dataclass(frozen=True, slots=True)
class Edit:
    """One change to the rules.

    Attributes:
        table: `selector`, `link`, `measure`, `rival`, `focal`, `dates`, `independence`, `grouping` or `rollup`.
        id: Which entry of the table; empty for tables with one entry.
        attribute: Attribute that changes.
        value: New value, as written in TOML (strings, lists, numbers, tables).
    """

    table: str
    id: str
    attribute: str
    value: object = field(hash=False)


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a switch.

    Attributes:
        id: Identifier, unique in its switch.
        sentence: The alternative in plain words.
        edits: What it changes in the rules.
    """

    id: RuleId
    sentence: str
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Switch:
    """A decision another researcher might take differently.

    Attributes:
        id: Identifier.
        sentence: The decision in plain words.
        chosen: What the rules as written do, in plain words.
        options: The alternatives.
    """

    id: RuleId
    sentence: str
    chosen: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Rules:
    """Everything that decides what a study's claims amount to.

    Attributes:
        id: Identifier.
        revision: Revision of the rules.
        sentence: What the rules implement, in plain words.
        step: Length of a panel's periods.
        rollup: The scheme of identity in force.
        family: Links from other actors to the focal one: acts against their starts count as against it.
        undated: What an undated act does.
        publication_bound: Whether an act is taken to lie before its source was published.
        independence: Which sources count once.
        group_by_key: Whether claims without a finding label are grouped when all that identifies an act is equal.
        coders: Types of coder whose claims count without a person accepting them.
        selectors: Selectors by id.
        links: Links by id.
        rollups: Rollups by id.
        measures: Measures by id, in order.
        rival: Who is a rival.
        camps: Camps in the order they are tried.
        switches: Decisions with alternatives.
        argument: What the study argues beyond its figures.
    """

    id: str
    revision: str
    sentence: str
    step: Step
    rollup: RuleId
    family: tuple[RuleId, ...]
    undated: Undated
    publication_bound: bool
    independence: Independence
    group_by_key: bool
    coders: tuple[CoderType, ...]
    selectors: Mapping[RuleId, Selector] = field(hash=False)
    links: Mapping[RuleId, Link] = field(hash=False)
    rollups: Mapping[RuleId, Rollup] = field(hash=False)
    measures: Mapping[MeasureId, Measure] = field(hash=False)
    rival: RivalRule
    camps: tuple[CampRule, ...]
    switches: tuple[Switch, ...] = ()
    argument: Argument = field(default_factory=Argument)
