"""Selectors at work: which findings count, and whose row they are.

Everything is a mask over the numbered findings, so picking from a million costs milliseconds, not joins.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from riven.evidence.frames import Evidence
from riven.ids import ActorId, RoleId, VariableId
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status
from riven.model.rule import Selector

_NOT_BY_DEFAULT = {Modality.DENIED, Modality.FORECAST}
DEFAULT_MODALITIES = tuple(modality for modality in Modality if modality not in _NOT_BY_DEFAULT)


@dataclass(frozen=True)
class Picked:
    """The findings a selector picks.

    Attributes:
        rows: key (u32) and actor; one row a finding and actor that fills the deciding role.
        weak: Mask over all findings: those directed only at actors whose place in the focal family is left open.
    """

    rows: pl.DataFrame
    weak: pl.Series


def mask(evidence: Evidence, keys: pl.Series) -> pl.Series:
    """Mark the findings with these keys.

    Args:
        evidence: The evidence.
        keys: Keys of findings, any number of times.

    Returns:
        One Boolean a finding, in order of the keys.
    """
    marks = pl.Series([False]).new_from_index(0, evidence.findings.height)
    return marks if keys.is_empty() else marks.scatter(keys, values=True)


def has_values(evidence: Evidence, variable: VariableId, categories: Collection[str]) -> pl.Series:
    """Mark the findings whose variable has one of these categories."""
    hit = evidence.values.filter((pl.col("variable") == variable) & pl.col("value").is_in(list(categories)))
    return mask(evidence, hit["key"])


def pick(
    evidence: Evidence,
    selector: Selector,
    *,
    family: Mapping[ActorId, bool],
    polarity: Polarity,
    modalities: Iterable[Modality],
) -> Picked:
    """Pick the findings a selector means.

    Args:
        evidence: The evidence.
        selector: The selector.
        family: The focal family; true where an actor's place in it is left open.
        polarity: The selector's own polarity, or the other one to find what speaks against it.
        modalities: Modalities that count.

    Returns:
        The findings, accepted and disputed ones alike. A disputed finding is picked when all that any of its readings
        says would be; what speaks against it is for the dispute to show, not for a selector to decide.
    """
    marks = evidence.findings.select(
        (pl.col("kind") == selector.kind)
        & (pl.col("polarity") == polarity.value)
        & pl.col("status").is_in([Status.ACCEPTED.value, Status.DISPUTED.value])
        & pl.col("modality").is_in([modality.value for modality in modalities])
    ).to_series()
    weak = mask(evidence, evidence.findings["key"].clear())
    if not marks.any():
        return Picked(evidence.roles.select("key", "actor").clear(), weak)
    for variable, categories in selector.where.items():
        marks &= has_values(evidence, variable, categories)
    for variable, categories in selector.without.items():
        marks &= ~_excluded(evidence, variable, categories)
    if selector.against:
        certain = _directed(evidence, selector.against, [actor for actor, is_weak in family.items() if not is_weak])
        weak = _directed(evidence, selector.against, [actor for actor, is_weak in family.items() if is_weak])
        weak &= ~certain
        marks &= certain | weak
    if selector.apart:
        marks &= ~_directed(evidence, selector.apart, list(family))
    return Picked(_rows(evidence, selector.row, marks), weak)


def _excluded(evidence: Evidence, variable: VariableId, categories: Collection[str]) -> pl.Series:
    """Mark findings with a value that is ruled out; of disputed ones only those with no other value."""
    excluded = has_values(evidence, variable, categories)
    others = evidence.values.filter((pl.col("variable") == variable) & ~pl.col("value").is_in(list(categories)))
    disputed = evidence.findings["status"] == Status.DISPUTED.value
    return excluded & ~(disputed & mask(evidence, others["key"]))


def _directed(evidence: Evidence, roles: Sequence[RoleId], actors: Collection[ActorId]) -> pl.Series:
    hit = evidence.roles.filter(pl.col("role").is_in(list(roles)) & pl.col("actor").is_in(list(actors)))
    return mask(evidence, hit["key"])


def _rows(evidence: Evidence, preference: Sequence[RoleId], marks: pl.Series) -> pl.DataFrame:
    """Take the actors of the first role that is filled, finding by finding."""
    parts = []
    for role in preference:
        part = evidence.roles.filter((pl.col("role") == role) & marks.gather(evidence.roles["key"]))
        parts.append(part.select("key", "actor"))
        marks &= ~mask(evidence, part["key"])
    return pl.concat(parts) if len(parts) > 1 else parts[0]
