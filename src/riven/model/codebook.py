"""The codebook: kinds of claim, their roles and variables, categories with sign, coding rules and examples.

Kinds, roles, variables and categories are data. Code never names one of them.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType

from riven.ids import CategoryId, KindId, RoleId, VariableId
from riven.model.actor import ActorType


class DateRole(StrEnum):
    """Which of its dates a claim gives: these are different dates, not imprecise versions of one."""

    HAPPENED = "happened"
    MADE = "made"
    PUBLISHED = "published"
    REPORTED = "reported"


class ValueType(StrEnum):
    """What a variable holds."""

    CATEGORY = "category"
    SET = "set"
    COUNT = "count"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Entry:
    """What a coder reads about an element of the codebook.

    Attributes:
        label: Name on forms and in figures.
        rule: When to code it, and when not.
        positive: Examples that belong; at least one.
        negative: Examples that do not belong; at least one.
        borderline: Hard cases with their decision; at least one.
    """

    label: str
    rule: str
    positive: tuple[str, ...] = ()
    negative: tuple[str, ...] = ()
    borderline: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Category:
    """One value of a variable.

    Attributes:
        id: Identifier, unique in its variable.
        entry: Label, coding rule and examples.
        sign: -1 hostile, 0 neutral, 1 friendly towards the target; None when the category has no sign.
    """

    id: CategoryId
    entry: Entry
    sign: int | None = None


@dataclass(frozen=True, slots=True)
class Variable:
    """One property of a claim.

    Attributes:
        id: Identifier, unique in the codebook; the column in every sheet that uses it.
        entry: Label, coding rule and examples.
        type: One category, a set of categories, a count (whole number or `low..high`), or free text.
        categories: Allowed categories in order; empty for counts and text.
        scored: Whether coders who differ on it disagree; notes and free text are not scored.
        identifies: Whether two claims must agree on it to be about one act.
    """

    id: VariableId
    entry: Entry
    type: ValueType = ValueType.CATEGORY
    categories: tuple[Category, ...] = ()
    scored: bool = True
    identifies: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """One part an actor may play in a claim.

    Attributes:
        id: Identifier, unique in its kind; the column in the kind's sheet.
        entry: Label, coding rule and examples.
        required: Whether a claim of this kind must name an actor here.
        many: Whether several actors may be named.
        actors: Types of actor allowed; empty means any.
        identifies: Whether two claims must agree on it to be about one act.
    """

    id: RoleId
    entry: Entry
    required: bool = False
    many: bool = False
    actors: tuple[ActorType, ...] = ()
    identifies: bool = True


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of claim: what a sheet of claims holds.

    Attributes:
        id: Identifier; the name of its sheet.
        entry: Label, coding rule and examples.
        roles: Parts actors play, in column order.
        variables: Variables coded, in column order.
        required: Variables that must have a value.
        dates: Dates a claim of this kind may carry, in column order.
        lasting: True for a state of affairs that fills its dates, false for an act that happened once in them.
    """

    id: KindId
    entry: Entry
    roles: tuple[Role, ...]
    variables: tuple[VariableId, ...]
    required: tuple[VariableId, ...] = ()
    dates: tuple[DateRole, ...] = (DateRole.HAPPENED,)
    lasting: bool = False


@dataclass(frozen=True, slots=True)
class Codebook:
    """All kinds of claim of a study.

    Attributes:
        id: Identifier.
        title: Title as printed.
        revision: Revision stamped on every claim coded under it.
        description: What the codebook is for and where it comes from.
        kinds: Kinds of claim by id, in order.
        variables: Variables by id, in order; kinds share them.
    """

    id: str
    title: str
    revision: str
    description: str
    kinds: Mapping[KindId, Kind] = field(default_factory=lambda: MappingProxyType({}))
    variables: Mapping[VariableId, Variable] = field(default_factory=lambda: MappingProxyType({}))
