"""What two matrices show: factors derived beside factors stated, and how far groups are apart.

A scene holds plain values only. Figures and pages draw the same scene, so they cannot tell different stories.
"""

from dataclasses import dataclass
from enum import StrEnum

from riven.ids import ActorId, ClaimId, FindingId, RuleId
from riven.model.argument import Judgement

OVER_ALL = RuleId("all")
"""The column of the mean over all respects."""


class Agreement(StrEnum):
    """How a derived judgement stands to what authors state."""

    SAME = "same"
    DIFFERENT = "different"
    ONLY_DERIVED = "only_derived"
    ONLY_STATED = "only_stated"
    NEITHER = "neither"


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a matrix.

    Attributes:
        id: The factor or profile; `all` for the mean over all profiles.
        label: Printed name.
        sentence: What it asks, in plain words.
    """

    id: RuleId
    label: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a matrix.

    Attributes:
        actor: The group.
        label: Printed name.
        group: Label of the camp it stands under; empty for none.
    """

    actor: ActorId
    label: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class FactorMark:
    """One factor of one group.

    Attributes:
        actor: Row.
        factor: Column.
        label: Group and factor, such as `Delta Front, Turf`.
        sentence: What the mark says, as it would be read out.
        derived: What the rules derive over the whole window.
        is_open: Whether what decides leaves its date, its wording or whom it concerns open.
        stated: What authors say; None where the rules do not ask.
        agreement: How the two stand to each other.
        why: Why it was derived so, in sentences that name findings.
        difference: How a difference comes; empty where there is none.
        findings: Findings behind the mark, for it, against it, and those of the authors' judgement, each once.
        claims: Their claims.
    """

    actor: ActorId
    factor: RuleId
    label: str
    sentence: str
    derived: Judgement
    is_open: bool
    stated: Judgement | None
    agreement: Agreement
    why: str
    difference: str
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class FactorScene:
    """Rivals by factors.

    Attributes:
        title: Title.
        sentence: What the matrix shows, or why there is none.
        columns: Factors, in the order of the rules.
        rows: Rivals by camp, in order.
        marks: One mark a row and column, row by row; empty where there is nothing to show.
    """

    title: str
    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    marks: tuple[FactorMark, ...]


@dataclass(frozen=True, slots=True)
class DistanceMark:
    """How far two groups are apart in one respect, or over all.

    Attributes:
        one: A group; the focal actor where it is one of the two.
        other: The other group.
        profile: The respect; `all` for the mean over those in which both are coded.
        label: Both groups and the respect.
        sentence: What the mark says, as it would be read out.
        distance: 0 (alike) to 1 (nothing in common); None where it cannot be told.
        counted: How many respects it rests on.
        shared: Labels of what both have.
        only_one: Labels of what only the first has.
        only_other: Labels of what only the second has.
        missing: Why it cannot be told; empty where it can.
        findings: Findings behind it.
        claims: Their claims.
    """

    one: ActorId
    other: ActorId
    profile: RuleId
    label: str
    sentence: str
    distance: float | None
    counted: int
    shared: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]
    missing: str
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class DivergenceScene:
    """The focal actor and its rivals, and how far they are apart.

    Attributes:
        title: Title.
        sentence: What the matrix shows, or why there is none.
        columns: Respects in the order of the rules, then `all`.
        rows: The focal actor first, then rivals by camp.
        from_focal: One mark a rival and column, row by row: rivals against the focal actor.
        between: One mark a pair of rivals and column, in the order of the rows; none where rivals are too many.
    """

    title: str
    sentence: str
    columns: tuple[Column, ...]
    rows: tuple[Line, ...]
    from_focal: tuple[DistanceMark, ...]
    between: tuple[DistanceMark, ...]
