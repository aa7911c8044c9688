"""places.csv: where a study puts places that a name alone does not find. A study may have none."""

import re
from collections.abc import Iterable

from riven.folder import cells
from riven.folder.atlas import read_atlas
from riven.folder.problems import quoted
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.model.place import Placement

PLACE_COLUMNS = Columns(("place", "boundary", "longitude", "latitude", "note"), ("place",))
SHIPPED = "the boundaries that ship with riven"
_DEGREES = re.compile(r"-?\d{1,3}(?:\.(\d+))?", re.ASCII)
_FURTHEST = {"longitude": 180, "latitude": 90}


def read_places(sheet: Sheet) -> tuple[Placement, ...]:
    """Read places.csv.

    Args:
        sheet: The sheet.

    Returns:
        Placements in file order.
    """
    found: dict[Placement, None] = {}
    known = Vocabulary("boundary", read_atlas().ids, SHIPPED, whole=True)

    def read(row: Row) -> None:
        before = len(sheet.problems)
        placement = _placement(row, known)
        if len(sheet.problems) == before:
            _check(row, placement, found)
            found[placement] = None

    each_row(sheet, read)
    return tuple(found)


def _placement(row: Row, known: Vocabulary) -> Placement:
    return Placement(
        place=cells.text(row, "place", required=True).strip(),
        boundary=cells.term(row, "boundary", known),
        longitude=_degrees(row, "longitude"),
        latitude=_degrees(row, "latitude"),
        note=cells.text(row, "note"),
    )


def _degrees(row: Row, column: str) -> float | None:
    cell = row.get(column).strip()
    if not cell:
        return None
    furthest = _FURTHEST[column]
    match = _DEGREES.fullmatch(cell)
    if match is None or abs(float(cell)) > furthest:
        row.wrong(column, f"{quoted(cell)} is no {column}", f"degrees from -{furthest} to {furthest}, such as 12.5")
        return None
    if len(match.group(1) or "") > 2:
        hint = "Two decimals are about a kilometre; sources that name a place are not more exact than that."
        row.wrong(column, f"{quoted(cell)} is finer than a place", "at most two decimals", hint)
        return None
    return float(cell)


def _check(row: Row, placement: Placement, found: Iterable[Placement]) -> None:
    east, north = placement.longitude, placement.latitude
    if (east is None) != (north is None):
        missing = "longitude" if east is None else "latitude"
        row.wrong(missing, "half a point is given", "longitude and latitude, or neither")
    elif east is not None and placement.boundary:
        row.wrong("boundary", "both a boundary and a point are given", "one of the two")
    elif east is None and not placement.boundary and not placement.note.strip():
        row.wrong("note", "a place that is put nowhere gives no reason", "why it cannot be put on a map")
    elif any(_where(placement) == _where(other) for other in found):
        row.wrong("place", f"{quoted(placement.place)} is put here twice", "one row for each area or point")


def _where(placement: Placement) -> tuple[object, ...]:
    return placement.place, placement.boundary, placement.longitude, placement.latitude


def place_rows(places: Iterable[Placement]) -> Iterable[list[str]]:
    """Write placements as rows of places.csv.

    Yields:
        Cells in canonical order.
    """
    for held in places:
        yield [held.place, held.boundary, _written(held.longitude), _written(held.latitude), held.note]


def _written(degrees: float | None) -> str:
    return "" if degrees is None else f"{degrees:g}"
