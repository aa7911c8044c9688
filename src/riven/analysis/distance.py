"""How far apart actors are: by coded sets such as goals, and over variables of mixed scale.

Missing stays missing. A variable counts for a pair only where both are coded, every component can be seen beside the
index, and a pair that shares no coded variable has no distance at all.
"""

import math
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from riven.analysis.inclusion import ratio
from riven.errors import EvidenceError, quote

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]  # without numpy.typing, which takes 50 ms to load
Value = float | str | AbstractSet[str]


def jaccard(one: AbstractSet[str] | None, other: AbstractSet[str] | None) -> float | None:
    """Measure how little two coded sets share: 1 - |A and B| / |A or B|.

    Args:
        one: Codes of one actor; None where it is not coded, empty where it is coded as having none.
        other: Codes of the other.

    Returns:
        0 (the same) to 1 (nothing shared); None where either is not coded, and where both are empty, since nothing
        then says whether they agree.

    Source:
        Jaccard (1901), Bulletin de la Société Vaudoise des Sciences Naturelles 37:547-579.
    """
    if one is None or other is None:
        return None
    share = ratio(len(one & other), len(one | other))
    return None if share is None else round(1 - share, 12)


class Scale(StrEnum):
    """What the values of a variable mean, and so how far apart two of them are."""

    NOMINAL = "nominal"
    ORDINAL = "ordinal"
    INTERVAL = "interval"
    SYMMETRIC = "symmetric binary"
    ASYMMETRIC = "asymmetric binary"
    SET = "set"


@dataclass(frozen=True, slots=True)
class Variable:
    """One variable, coded for every actor.

    Attributes:
        name: Name of the variable.
        scale: Nominal and symmetric binary: same or not. Asymmetric binary (0 or 1): the same, but two absences say
            nothing and do not count. Ordinal: steps between levels over the steps observed. Interval: difference
            over the range observed. Set: Jaccard distance.
        values: One value an actor, None where not coded; shape (actors,).
        weight: How much the variable counts, above 0.
        levels: All levels of an ordinal variable, lowest first; empty for other scales.
    """

    name: str
    scale: Scale
    values: tuple[Value | None, ...]
    weight: float = 1.0
    levels: tuple[Value, ...] = ()


@dataclass(frozen=True)
class Distances:
    """Distances between all pairs of actors, with what each variable adds.

    Attributes:
        total: Weighted mean of the components that count, 0 to 1, shape (actors, actors), symmetric; NaN where no
            variable counts for a pair.
        components: Distance by each variable, 0 to 1, shape (variables, actors, actors); NaN where it does not count.
        names: Names of the variables, in the order of the components.
        counted: How many variables count for a pair; shape (actors, actors).
    """

    total: Floats
    components: Floats
    names: tuple[str, ...]
    counted: np.ndarray[tuple[int, ...], np.dtype[np.int64]]


def gower(variables: Sequence[Variable]) -> Distances:
    """Measure distances between actors over variables of mixed scale.

    Args:
        variables: At least one; all coded for the same actors in the same order.

    Returns:
        For each pair sum(w d) / sum(w) over the variables that count for it, where w is the weight and d the
        component, and every component beside it. Equal to R's `cluster::daisy`; sets are an addition.

    Raises:
        EvidenceError: No variable, different numbers of actors, a weight not above 0, or a value that does not fit
            its scale. All of it at once.

    Source:
        Gower (1971), Biometrics 27:857-871; ordinal variables as in Kaufman and Rousseeuw (1990), Finding Groups in
        Data, ch. 1, and `cluster::daisy`: the level's position over the positions observed.
    """
    flaws = [flaw for variable in variables for flaw in _flaws(variable, len(variables[0].values))]
    if not variables or flaws:
        raise EvidenceError("These variables give no distance: " + (" ".join(flaws) or "there is none."))
    components = np.stack([_component(variable) for variable in variables])
    counts = ~np.isnan(components)
    weights = np.array([variable.weight for variable in variables])[:, None, None] * counts
    with np.errstate(invalid="ignore"):
        total = (weights * np.nan_to_num(components)).sum(axis=0) / weights.sum(axis=0)
    return Distances(total, components, tuple(variable.name for variable in variables), counts.sum(axis=0))


def _flaws(variable: Variable, n_actors: int) -> list[str]:
    where = quote(variable.name)
    flaws = []
    if len(variable.values) != n_actors:
        flaws.append(f"{where} has {len(variable.values)} values, expected {n_actors}.")
    if not variable.weight > 0:
        flaws.append(f"{where} has the weight {variable.weight}, expected one above 0.")
    wrong = [value for value in variable.values if value is not None and not _fits(variable, value)]
    return flaws + [f"{where}: {quote(str(value))} is not {_expected(variable)}." for value in wrong[:1]]


def _fits(variable: Variable, value: Value) -> bool:
    match variable.scale:
        case Scale.INTERVAL:
            return isinstance(value, int | float) and math.isfinite(value)
        case Scale.ASYMMETRIC:
            return value in {0, 1} if isinstance(value, int | float) else False
        case Scale.ORDINAL:
            return value in variable.levels
        case Scale.SET:
            return isinstance(value, AbstractSet)
        case _:
            return not isinstance(value, AbstractSet)


def _expected(variable: Variable) -> str:
    told = {
        Scale.INTERVAL: "a number",
        Scale.ASYMMETRIC: "0 or 1",
        Scale.ORDINAL: f"one of its levels ({', '.join(str(level) for level in variable.levels)})",
        Scale.SET: "a set of codes",
    }
    return told.get(variable.scale, "one category")


def _component(variable: Variable) -> Floats:
    if variable.scale is Scale.SET:
        sets = [value if isinstance(value, AbstractSet) else None for value in variable.values]
        return np.array([[jaccard(one, other) for other in sets] for one in sets], dtype=np.float64)
    codes = _codes(variable)
    if variable.scale in {Scale.INTERVAL, Scale.ORDINAL}:
        known = codes[~np.isnan(codes)]
        width = float(np.ptp(known)) if len(known) else 0.0
        return np.abs(codes[:, None] - codes[None, :]) / (width or 1.0)
    differ = np.where(codes[:, None] == codes[None, :], 0.0, 1.0)
    differ[np.isnan(codes[:, None] + codes[None, :])] = np.nan
    if variable.scale is Scale.ASYMMETRIC:
        differ[(codes[:, None] == 0) & (codes[None, :] == 0)] = np.nan
    return differ


def _codes(variable: Variable) -> Floats:
    """Turn values into numbers: positions of levels and categories, numbers as they are, NaN where not coded."""
    match variable.scale:
        case Scale.INTERVAL | Scale.ASYMMETRIC:
            return np.array([np.nan if value is None else value for value in variable.values], dtype=np.float64)
        case _:
            order = variable.levels or tuple(dict.fromkeys(value for value in variable.values if value is not None))
            place = {level: at for at, level in enumerate(order)}
            return np.array([np.nan if value is None else place[value] for value in variable.values], dtype=np.float64)
