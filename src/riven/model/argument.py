"""What a study argues beyond its figures, as data: factors, profiles, ties, lineage, configurations, resolved dates.

Like every rule these name kinds, roles, variables and categories of the study's own codebook; code never does. Each
part may be missing: a study that declares no factors has none.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from riven.dates import FuzzyDate
from riven.ids import FindingId, KindId, RoleId, RuleId, VariableId
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.condition import Condition


class Judgement(StrEnum):
    """Whether a factor sets a group apart from the focal actor, in order of display."""

    PRESENT = "present"
    SOME_FACTIONS = "some_factions"
    ABSENT = "absent"
    DISPUTED = "disputed"
    NOT_CODED = "not_coded"


class Scale(StrEnum):
    """How two groups are compared on what is coded about them."""

    SET = "set"
    NOMINAL = "nominal"
    ORDINAL = "ordinal"


class Event(StrEnum):
    """What a lineage says happened to groups, or how one stands to another."""

    FOUNDING = "founding"
    SPLIT = "split"
    MERGE = "merge"
    RENAME = "rename"
    REVIVAL = "revival"
    PART = "part"
    SAME = "same"


@dataclass(frozen=True, slots=True)
class StatedRule:
    """Where authors' direct judgements on a factor stand.

    Attributes:
        selector: Picks the findings; its row is the group judged.
        variable: The variable that holds the judgement.
        means: Judgement each category stands for; a category that is not named stands for none.
    """

    selector: RuleId
    variable: VariableId
    means: Mapping[str, Judgement] = field(hash=False)


@dataclass(frozen=True, slots=True)
class FactorRule:
    """One incompatibility between a group and the focal actor, derived from findings.

    Attributes:
        id: Identifier.
        label: Printed name.
        sentence: The rule in plain words.
        present: Conditions on the group that must all hold for the factor to be present.
        focal: Conditions on the focal actor that must all hold as well; empty when the group decides alone.
        absent: Conditions on the group any of which speaks against the factor.
        partial: Links; evidence that reaches the group along these only concerns some of its factions.
        shared: Roles that must name one and the same actor, by part of the rule: a state whose favour the group has,
            say, and the state that the focal actor attacks or denounces. A finding that names nobody in these roles
            may be about any, and is never more than possible.
        stated: Where the authors' own judgement stands; None when the study codes none.
    """

    id: RuleId
    label: str
    sentence: str
    present: tuple[Condition, ...]
    focal: tuple[Condition, ...] = ()
    absent: tuple[Condition, ...] = ()
    partial: tuple[RuleId, ...] = ()
    shared: Mapping[str, tuple[RoleId, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    stated: StatedRule | None = None


@dataclass(frozen=True, slots=True)
class ProfileRule:
    """One respect in which groups are compared: what they want, whom they attack.

    Attributes:
        id: Identifier.
        label: Printed name.
        sentence: The rule in plain words.
        kind: Kind of finding.
        row: Roles whose actor is described, in order of preference.
        variable: The variable compared.
        scale: `set` compares sets of categories, `nominal` one category, `ordinal` its place in the codebook's order.
        where: Variables of the finding that must have one of the categories given.
        attribution: Links along which findings reach a group.
    """

    id: RuleId
    label: str
    sentence: str
    kind: KindId
    row: tuple[RoleId, ...]
    variable: VariableId
    scale: Scale
    where: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    attribution: tuple[RuleId, ...] = ()


@dataclass(frozen=True, slots=True)
class TieRule:
    """One sort of tie between two actors, read off findings.

    Attributes:
        id: Identifier; the layer of the network.
        label: Printed name.
        sentence: The rule in plain words.
        kind: Kind of finding.
        start: Roles whose actors the tie goes out from, in order of preference.
        to: Roles whose actors it goes to. A role named on both sides ties every two of its actors.
        sign: -1 hostile, 0 neutral, 1 friendly; None takes the sign of the finding's category in `sign_of`.
        sign_of: Variable whose category has the sign; empty when `sign` is given.
        directed: Whether the tie has a direction.
        own: Whether it starts from the actor named, even where that actor counts for a group: the body that somebody
            belongs to is not thereby tied to the group he leads.
        level: Step of the scale of rivalry the tie stands for; empty when for none.
        where: Variables that must have one of the categories given.
        without: Variables that must have none of the categories given.
        counts: Variables whose categories are counted in dyads and periods.
        modalities: Modalities that count; empty means all but `denied` and `forecast`.
    """

    id: RuleId
    label: str
    sentence: str
    kind: KindId
    start: tuple[RoleId, ...]
    to: tuple[RoleId, ...]
    sign: int | None = None
    sign_of: VariableId | None = None
    directed: bool = True
    own: bool = False
    level: str = ""
    where: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    without: Mapping[VariableId, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    counts: tuple[VariableId, ...] = ()
    modalities: tuple[Modality, ...] = ()


@dataclass(frozen=True, slots=True)
class NetworkRule:
    """How ties become a network in time.

    Attributes:
        sentence: The rule in plain words.
        persistence: How many periods a tie that rests on an act goes on after the period of the act, unless an act of
            the opposite sign ends it; 0 keeps it in its own period. Lasting states fill their own dates.
        levels: Steps of the scale of rivalry, lowest first.
        attribution: Links along which what an actor did ties the group it counts for.
    """

    sentence: str
    persistence: int = 0
    levels: tuple[str, ...] = ()
    attribution: tuple[RuleId, ...] = ()


@dataclass(frozen=True, slots=True)
class LineageRule:
    """Which findings tell where groups come from.

    Attributes:
        sentence: The rule in plain words.
        kind: Kind of finding.
        child: Role of the group that came to be.
        parent: Role of the group it came from.
        variable: Variable that says what happened.
        means: What each of its categories stands for; a category that is not named stands for none.
    """

    sentence: str
    kind: KindId
    child: RoleId
    parent: RoleId
    variable: VariableId
    means: Mapping[str, Event] = field(hash=False)


@dataclass(frozen=True, slots=True)
class QcaRule:
    """One question put to the configurations of factors.

    Attributes:
        id: Identifier.
        sentence: The question in plain words.
        camp: Camp whose members have the outcome.
        conditions: Factors that are the conditions.
        frequency: Fewest cases of an observed configuration.
        consistency: Least consistency, in hundredths, for a configuration to count as sufficient.
    """

    id: RuleId
    sentence: str
    camp: RuleId
    conditions: tuple[RuleId, ...]
    frequency: int = 1
    consistency: int = 80


@dataclass(frozen=True, slots=True)
class Resolution:
    """A date a researcher decided on where sources leave it open; used only under the policy that asks for it.

    Attributes:
        finding: The finding.
        role: Which of its dates.
        date: The date decided on.
        reason: Why.
    """

    finding: FindingId
    role: DateRole
    date: FuzzyDate
    reason: str


@dataclass(frozen=True, slots=True)
class AccountRule:
    """How the parts of a rival's account are called, and which rivals are divided in it.

    Which finding stands in which part follows from the other rules.

    Attributes:
        identity: Title of where a rival comes from, what it wants and how it stands to others.
        said: Title of what the measure of hostility counts.
        left: Title of what measures on rivals count, and acts of affiliation.
        why: Title of the reasons of a rival whose leadership is of one mind.
        divided: Title of the reasons of one that is divided.
        outlook: Title of expectations and forecasts.
        camps: Camps whose rivals are divided; empty takes those whose rule needs evidence of more than one sort.
    """

    identity: str = "Who they are"
    said: str = "What was said"
    left: str = "Who left"
    why: str = "Why they do not get along"
    divided: str = "Why they are divided"
    outlook: str = "What to expect"
    camps: tuple[RuleId, ...] = ()


@dataclass(frozen=True, slots=True)
class Argument:
    """Everything a study argues beyond its figures.

    Attributes:
        factors: Factors by id, in order.
        profiles: Respects in which groups are compared, by id.
        ties: Sorts of tie, by id.
        network: How ties become a network; None without ties.
        lineage: Which findings tell where groups come from; None when the study does not say.
        configurations: Questions put to configurations of factors, by id.
        resolutions: Dates researchers decided on.
        account: How the parts of the account are called.
    """

    factors: Mapping[RuleId, FactorRule] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    profiles: Mapping[RuleId, ProfileRule] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    ties: Mapping[RuleId, TieRule] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    network: NetworkRule | None = None
    lineage: LineageRule | None = None
    configurations: Mapping[RuleId, QcaRule] = field(default_factory=lambda: MappingProxyType({}), hash=False)
    resolutions: tuple[Resolution, ...] = ()
    account: AccountRule = field(default_factory=AccountRule)
