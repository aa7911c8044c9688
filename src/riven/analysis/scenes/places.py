"""What the map shows: the places that claims name, where they could be found, and those that could not.

A scene holds plain values only. Figures and pages draw the same scene, so they cannot tell different stories.
"""

from dataclasses import dataclass
from enum import StrEnum

from riven.ids import ClaimId, FindingId

Ring = tuple[tuple[float, float], ...]
"""A closed line without its last point again, as (x, y) in the units of the scene, y growing downwards."""


class Shown(StrEnum):
    """How a mark stands on the map: a country, a part of one, or a point."""

    COUNTRY = "country"
    PROVINCE = "province"
    POINT = "point"


@dataclass(frozen=True, slots=True)
class Land:
    """Ground that nothing is said about: what makes a map readable.

    Attributes:
        id: Identifier of the boundary.
        label: Printed name.
        level: Country or province.
        rings: Outlines, clipped to the frame; a ring inside another is a hole (fill by even and odd).
        centre: Where its name may stand, inside the frame.
    """

    id: str
    label: str
    level: Shown
    rings: tuple[Ring, ...]
    centre: tuple[float, float]


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One area or point that claims name.

    Attributes:
        id: Identifier, safe in a link: that of the boundary, or one made from the coordinates.
        label: Printed name.
        sentence: What the mark says, as it would be read out.
        shown: A country, a province or a point.
        places: The place as sources name it, every wording.
        rings: Outlines of an area; empty for a point.
        centre: Middle of the area, or the point, in the units of the scene.
        longitude: The same in degrees, east positive.
        latitude: The same in degrees, north positive.
        notes: What the study says about how it was placed; empty where its name alone was matched.
        findings: Findings that name it.
        claims: Claims that name it.
    """

    id: str
    label: str
    sentence: str
    shown: Shown
    places: tuple[str, ...]
    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    longitude: float
    latitude: float
    notes: tuple[str, ...]
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A place that could not be found and was not guessed.

    Attributes:
        place: The place as sources name it.
        sentence: Why it is not on the map.
        findings: Findings that name it.
        claims: Claims that name it.
    """

    place: str
    sentence: str
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class PlacesScene:
    """The map.

    Attributes:
        title: Title.
        sentence: What the map shows, or why there is none.
        width: Width of the frame in units of the scene.
        height: Height of the frame; 0 where there is no map.
        land: What lies in the frame, countries before provinces.
        marks: Areas before points, larger ones first, so that they can be drawn in this order.
        unplaced: Places that are not on the map.
        boundaries: Whose boundaries these are, and what they do not say.
    """

    title: str
    sentence: str
    width: float
    height: float
    land: tuple[Land, ...]
    marks: tuple[PlaceMark, ...]
    unplaced: tuple[Unplaced, ...]
    boundaries: str
