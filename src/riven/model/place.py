"""Places: boundaries that can be drawn, and where a study puts the places its sources name."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

Outline = tuple[tuple[float, float], ...]
"""A closed line in degrees, (longitude, latitude), without its first point again; crosses the date line unbroken."""


class Level(StrEnum):
    """What a boundary encloses: a country, or a province of one."""

    COUNTRY = "country"
    PROVINCE = "province"


class Degrees(NamedTuple):
    """A rectangle in degrees; the east may lie beyond 180."""

    west: float
    south: float
    east: float
    north: float

    def meets(self, other: "Degrees") -> bool:
        """Say whether two rectangles have ground in common, as they lie, without going around the world."""
        across = self.west < other.east and other.west < self.east
        return across and self.south < other.north and other.south < self.north


@dataclass(frozen=True, slots=True)
class Boundary:
    """A country or province that can be drawn.

    Attributes:
        id: Identifier: three letters for a country, such as `NOR`, and for a province its name behind them.
        name: Printed name.
        level: Country or province.
        country: Identifier of the country it is, or lies in.
    """

    id: str
    name: str
    level: Level
    country: str


@dataclass(frozen=True, slots=True)
class Placement:
    """Where a study puts a place that its sources name, as far as they name it and no finer.

    Attributes:
        place: The place as sources name it. One that is several areas or points has a row for each.
        boundary: The country or province it is, or lies in; empty for a point, and for a place that cannot be put on
            a map.
        longitude: Degrees east of Greenwich, west of it negative, to two decimals at most; None without a point.
        latitude: Degrees north of the equator, south of it negative, to two decimals at most; None without a point.
        note: What it was placed by, or why it cannot be.
    """

    place: str
    boundary: str = ""
    longitude: float | None = None
    latitude: float | None = None
    note: str = ""
