"""The studies of the checkout, and how to read what a build of one wrote."""

import csv
import re
import struct
from pathlib import Path

from checkout import REPOSITORY
from riven.pipeline.sheets import plain

STUDIES = tuple(
    path.parent for root in ("studies", "tests/studies") for path in sorted((REPOSITORY / root).glob("*/study.toml"))
)
"""Every study of the checkout, the worked one and the invented one."""

LETTERS = {"reported": "R", "possible": "P", "disputed": "D", "none_found": "N", "not_searched": ".", "outside": "X"}
EVIDENCE = "RPD"
METRE_PER_INCH = 0.0254


def rows(path: Path) -> list[dict[str, str]]:
    """Read a table as a spreadsheet would, the guard against formulas undone."""
    with path.open(encoding="utf-8", newline="") as sheet:
        return [{name: plain(cell) for name, cell in row.items()} for row in csv.DictReader(sheet)]


def columns(path: Path) -> tuple[str, ...]:
    """Read the header of a table."""
    with path.open(encoding="utf-8", newline="") as sheet:
        return tuple(next(csv.reader(sheet)))


def listed(cell: str) -> list[str]:
    """Split a list in a cell."""
    return cell.split("; ") if cell else []


def drawn(path: Path) -> dict[str, str]:
    """Read a panel as one line of letters an actor: R P D N . X, as in `report_factory`."""
    held = [name for name in columns(path) if re.match(r"\d{4}", name)]
    return {row["actor"]: "".join(LETTERS[row[name]] for name in held) for row in rows(path)}


def dots_per_inch(png: bytes) -> int:
    """Read the resolution a PNG says it has, the same across and down."""
    place = png.index(b"pHYs") + 4
    across, down, unit = struct.unpack(">IIB", png[place : place + 9])
    assert (across, 1) == (down, unit)
    return round(across * METRE_PER_INCH)
