"""How marks on a map are framed: ground laid flat, clipped to a frame, and no finer than the frame can show.

A map is laid out by equal steps of longitude and latitude, the first shrunk so that shapes are true at its middle
parallel: plain, true enough for a region, and readable for the whole world.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from riven.model.place import Degrees, Outline

if TYPE_CHECKING:  # a process that only draws scenes reads no study
    from riven.folder.atlas import Atlas

Ring = tuple[tuple[float, float], ...]
"""A closed line without its first point again, as (x, y) in the units of the frame, y growing downwards."""

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]  # without numpy.typing, which takes 50 ms to load

WIDTH = 1000.0
FLATTEST, TALLEST = 0.42, 1.1  # height of a frame as a share of its width
MARGIN = 0.06  # room around marks, as a share of their extent
LEAST_DEGREES = 4.0
CLOSER = 1.8  # a closer view is drawn where it is so many times as close
LEAST_RING = 6.0  # square units; a smaller outline would be a speck
MAIN_SHARE = 0.1  # islands smaller than this share of the largest do not widen a frame


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
        room: Width of the ground there, in units of the frame.
    """

    id: str
    label: str
    level: Shown
    rings: tuple[Ring, ...]
    centre: tuple[float, float]
    room: float


class Target(NamedTuple):
    """What is to be framed.

    Attributes:
        id: The mark; that of an area is the identifier of its boundary.
        shown: A country, a province or a point.
        point: Longitude and latitude of a point, in degrees; None for an area.
    """

    id: str
    shown: Shown
    point: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a mark stands in a frame.

    Attributes:
        id: The mark.
        shown: A country, a province or a point.
        rings: Outlines of an area, clipped to the frame; empty for a point, and for an area too small to be seen.
        centre: Inside the area, or the point, in units of the frame.
    """

    id: str
    shown: Shown
    rings: tuple[Ring, ...]
    centre: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """One view of the map.

    Attributes:
        width: Width in units of the frame.
        height: Height in the same units.
        degrees: What it shows.
        land: Countries, then the provinces of those in which something finer than a country is marked.
        spots: Marks that lie in it, areas before points, larger ones first, so that they can be drawn in this order.
        closer: Where the closer view lies in this one, as (left, top, right, bottom); None without one.
    """

    width: float
    height: float
    degrees: Degrees
    land: tuple[Land, ...]
    spots: tuple[Spot, ...]
    closer: tuple[float, float, float, float] | None = None


def frames(targets: Sequence[Target], atlas: Atlas) -> tuple[Frame, ...]:
    """Frame marks.

    Args:
        targets: What is to be framed.
        atlas: Boundaries.

    Returns:
        A frame around all of them and, where those finer than countries crowd in it, a closer one around these; none
        without marks.
    """
    if not targets:
        return ()
    boxes = {target.id: _box(target, atlas) for target in targets}
    whole = _plane(list(boxes.values()))
    fine = [boxes[target.id] for target in targets if target.shown is not Shown.COUNTRY]
    close = _plane(fine) if len(fine) > 1 else None
    if close is None or close.unit * CLOSER > whole.unit:
        return (_frame(whole, targets, atlas, with_provinces=True),)
    first = _frame(whole, targets, atlas, with_provinces=False, closer=close)
    return first, _frame(close, targets, atlas, with_provinces=True)


@dataclass(frozen=True, slots=True)
class _Plane:
    """From degrees to units of a frame."""

    degrees: Degrees
    unit: float  # degrees of latitude a unit
    shrink: float  # of a degree of longitude, at the middle parallel

    @property
    def height(self) -> float:
        return (self.degrees.north - self.degrees.south) / self.unit

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        across = (longitude - self.degrees.west) * self.shrink / self.unit
        return across, (self.degrees.north - latitude) / self.unit


def _box(target: Target, atlas: Atlas) -> Degrees:
    """Bound a mark; far islands of a country do not count."""
    if target.point is not None:
        return Degrees(*target.point, *target.point)
    boxes = [_bounds(outline) for outline in atlas.outlines(target.id)]
    largest = max(_extent(box) for box in boxes)
    main = [box for box in boxes if _extent(box) >= MAIN_SHARE * largest]
    return Degrees(*(f(box[side] for box in main) for side, f in enumerate((min, min, max, max))))


def _bounds(points: Outline) -> Degrees:
    xs, ys = zip(*points, strict=True)
    return Degrees(min(xs), min(ys), max(xs), max(ys))


def _extent(box: Degrees) -> float:
    return (box.east - box.west) * (box.north - box.south)


def _plane(boxes: Sequence[Degrees]) -> _Plane:
    """Lay a plane around boxes, on whichever side of the date line most of the ground between them is not."""
    starts = sorted(box.west % 360 for box in boxes)
    gaps = [later - start for start, later in zip(starts, [*starts[1:], starts[0] + 360], strict=True)]
    first = starts[(gaps.index(max(gaps)) + 1) % len(starts)]
    wests = [first + (box.west - first) % 360 for box in boxes]
    easts = [west + box.east - box.west for west, box in zip(wests, boxes, strict=True)]
    west, east = min(wests), max(easts)
    turn = 360 * math.floor(((west + east) / 2 + 180) / 360)
    south, north = min(box.south for box in boxes), max(box.north for box in boxes)
    shrink = max(0.2, math.cos(math.radians((south + north) / 2)))
    width = max((east - west) * (1 + 2 * MARGIN), LEAST_DEGREES / shrink, (north - south) / TALLEST / shrink)
    width = min(width, 360.0)
    height = max((north - south) * (1 + 2 * MARGIN), FLATTEST * width * shrink)
    middle_x, middle_y = (west + east) / 2 - turn, (south + north) / 2
    bottom = max(-90.0, min(middle_y - height / 2, 90 - height))
    frame = Degrees(middle_x - width / 2, bottom, middle_x + width / 2, min(90.0, bottom + height))
    return _Plane(frame, width * shrink / WIDTH, shrink)


def _frame(
    plane: _Plane, targets: Sequence[Target], atlas: Atlas, *, with_provinces: bool, closer: _Plane | None = None
) -> Frame:
    placed = [spot for target in targets if (spot := _spot(target, plane, atlas)) is not None]
    order = list(Shown)
    placed.sort(key=lambda spot: (order.index(spot.shown), -sum(_area(np.array(ring)) for ring in spot.rings), spot.id))
    return Frame(
        width=WIDTH,
        height=round(plane.height, 1),
        degrees=plane.degrees,
        land=tuple(_land(plane, placed, atlas, with_provinces=with_provinces)),
        spots=tuple(placed),
        closer=_inside(closer, plane) if closer else None,
    )


def _inside(inner: _Plane, outer: _Plane) -> tuple[float, float, float, float]:
    left, top = outer.place(inner.degrees.west, inner.degrees.north)
    right, bottom = outer.place(inner.degrees.east, inner.degrees.south)
    return round(left, 1), round(top, 1), round(right, 1), round(bottom, 1)


def _spot(target: Target, plane: _Plane, atlas: Atlas) -> Spot | None:
    if target.point is None:
        rings = _rings(atlas.outlines(target.id), plane)
        if rings:
            return Spot(target.id, target.shown, rings, _middle(rings)[0])
        box = _box(target, atlas)
        return _dot(target, ((box.west + box.east) / 2, (box.south + box.north) / 2), plane)
    return _dot(target, target.point, plane)


def _dot(target: Target, point: tuple[float, float], plane: _Plane) -> Spot | None:
    west, south, east, north = plane.degrees
    longitude = west + (point[0] - west) % 360
    if longitude > east or not south <= point[1] <= north:
        return None
    x, y = plane.place(longitude, point[1])
    return Spot(target.id, target.shown, (), (round(x, 1), round(y, 1)))


def _land(plane: _Plane, spots: Sequence[Spot], atlas: Atlas, *, with_provinces: bool) -> Iterator[Land]:
    countries = atlas.countries_in(plane.degrees)
    yield from _lands(countries, Shown.COUNTRY, plane, atlas)
    if with_provinces:
        homes = {spot.id.partition(".")[0] for spot in spots if spot.shown is Shown.PROVINCE}
        for country in countries:
            if country in homes:
                yield from _lands(atlas.provinces_of(country), Shown.PROVINCE, plane, atlas)


def _lands(ids: Iterable[str], level: Shown, plane: _Plane, atlas: Atlas) -> Iterator[Land]:
    for own in ids:
        if rings := _rings(atlas.outlines(own), plane):
            yield Land(own, atlas.boundary(own).name, level, rings, *_middle(rings))


def _rings(outlines: Iterable[Outline], plane: _Plane) -> tuple[Ring, ...]:
    """Lay outlines flat, clip them to the frame and leave out what is too small to be seen."""
    west, south, east, north = plane.degrees
    scale = np.array([plane.shrink / plane.unit, -1 / plane.unit])
    rings = []
    for outline in outlines:
        degrees = np.array(outline)
        (left, bottom), (right, top) = degrees.min(axis=0), degrees.max(axis=0)
        for turn in (0.0, -360.0, 360.0):
            if not Degrees(left + turn, bottom, right + turn, top).meets(plane.degrees):
                continue
            ring = (degrees - (west - turn, north)) * scale
            if not (west <= left + turn and right + turn <= east and south <= bottom and top <= north):
                ring = np.array(_clipped(_near(ring, WIDTH, plane.height).tolist(), WIDTH, plane.height))
            if len(ring) > 2 and len(kept := _thinned(ring)) > 2 and (size := _area(kept)) >= LEAST_RING:
                rings.append((-size, tuple(map(tuple, kept.tolist()))))
    return tuple(ring for _, ring in sorted(rings))


def _thinned(ring: Floats) -> Floats:
    """Round points to whole units, and leave out those that fall on the one before or between two on a line."""
    rounded = np.round(ring)
    moved = rounded[(rounded != np.roll(rounded, 1, axis=0)).any(axis=1)]
    before = moved - np.roll(moved, 1, axis=0)
    after = np.roll(before, -1, axis=0)
    turned: Floats = moved[before[:, 0] * after[:, 1] != before[:, 1] * after[:, 0]]
    return turned


def _near(ring: Floats, width: float, height: float) -> Floats:
    """Leave out points that lie beyond one side of a rectangle together with both their neighbours."""
    for axis, beyond, limit in ((0, np.less, 0.0), (0, np.greater, width), (1, np.less, 0.0), (1, np.greater, height)):
        out = beyond(ring[:, axis], limit)
        ring = ring[~(out & np.roll(out, 1) & np.roll(out, -1))]
    return ring


def _clipped(ring: list[tuple[float, float]], width: float, height: float) -> list[tuple[float, float]]:
    """Clip a polygon to a rectangle, side by side (Sutherland and Hodgman 1974, Communications of the ACM 17:32-42)."""
    for axis, limit, sign in ((0, 0.0, 1), (0, width, -1), (1, 0.0, 1), (1, height, -1)):
        clipped: list[tuple[float, float]] = []
        for before, point in zip([*ring[-1:], *ring[:-1]], ring, strict=True):
            is_in, was_in = sign * (point[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
            if is_in != was_in:
                share = (limit - before[axis]) / (point[axis] - before[axis])
                crossed = [before[side] + share * (point[side] - before[side]) for side in (0, 1)]
                crossed[axis] = limit
                clipped.append((crossed[0], crossed[1]))
            if is_in:
                clipped.append(point)
        ring = clipped
    return ring


def _area(ring: Floats) -> float:
    x, y = ring[:, 0], ring[:, 1]
    return abs(float(np.dot(x, np.roll(y, -1)) - np.dot(np.roll(x, -1), y))) / 2


def _middle(rings: Sequence[Ring]) -> tuple[tuple[float, float], float]:
    """Find a point well inside the largest ring, and how wide the ground is there.

    Returns:
        The middle of the widest stretch on one of several level lines near the middle of the ring, and its width.
    """
    ring = np.array(rings[0])
    after = np.roll(ring, -1, axis=0)
    low, high = float(ring[:, 1].min()), float(ring[:, 1].max())
    best, room = rings[0][0], 0.0
    for share in (0.5, 0.42, 0.58, 0.34, 0.66, 0.25, 0.75):
        y = low + share * (high - low)
        crossings = _crossings(ring, after, y)
        for left, right in zip(crossings[::2], crossings[1::2], strict=False):
            if right - left > room * 1.15:  # a line farther from the middle must be clearly wider
                best, room = (round((left + right) / 2, 1), round(y, 1)), round(right - left, 1)
    return best, room


def _crossings(ring: Floats, after: Floats, y: float) -> list[float]:
    """List where a level line crosses a ring, from left to right; `after` has the point after each of the ring."""
    crosses = (ring[:, 1] > y) != (after[:, 1] > y)
    (x0, y0), (x1, y1) = ring[crosses].T, after[crosses].T
    return sorted((x0 + (y - y0) / (y1 - y0) * (x1 - x0)).tolist())
