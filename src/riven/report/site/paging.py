"""Long pages cut into several, so that none takes long to open: between parts, and between the rows of a table."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeVar

from riven.report.blocks import Line, Listing, Row, Table
from riven.report.site.pages import CellPart, Drawing, Matrix, Page, PanelPart, Part

Item = TypeVar("Item")
MOST = 450_000
"""Roughly as many characters as the parts of one page may come to; a page of a browser stays quick below it."""
_PIECE, _LINK, _CELL, _ROW, _PART = 50, 90, 330, 60, 14


def paged(page: Page, most: int = MOST) -> tuple[Page, ...]:
    """Cut a page where it is too long.

    Args:
        page: The page.
        most: Roughly the characters a page may come to.

    Returns:
        The page, or several with numbers behind its path, each of which names the others.
    """
    sheets = list(_sheets(page.parts, most))
    if len(sheets) < 2:
        return (page,)
    paths = [_path(page.path, number) for number in range(1, len(sheets) + 1)]
    turns = tuple((str(number), path) for number, path in enumerate(paths, start=1))
    return tuple(replace(page, path=path, parts=parts, turns=turns) for path, parts in zip(paths, sheets, strict=True))


def _path(path: str, number: int) -> str:
    return path if number == 1 else f"{path.removesuffix('.html')}--{number}.html"


def _sheets(parts: Iterable[Part], most: int) -> Iterator[tuple[Part, ...]]:
    sheet: list[Part] = []
    used = 0
    for part in parts:
        for piece in _cut(part, most):
            size = size_of(piece)
            if sheet and used + size > most:
                kept = [sheet.pop()] if sheet[-1].sort == "heading" and len(sheet) > 1 else []  # goes with what follows
                yield tuple(sheet)
                sheet, used = kept, 0
            sheet.append(piece)
            used += size
    yield tuple(sheet)


def _cut(part: Part, most: int) -> Iterator[Part]:
    if size_of(part) <= most:
        yield part
    elif isinstance(part, Table):
        yield from (replace(part, rows=rows) for rows in _runs(part.rows, _row, most))
    elif isinstance(part, Listing):
        yield from (replace(part, items=items) for items in _runs(part.items, _line, most))
    elif isinstance(part, Matrix):
        figure = part.figure
        rows = [(label, row) for label, held in figure.groups for row in held]
        for run in _runs(rows, lambda each: _CELL * len(each[1].cells), most):
            labels = dict.fromkeys(label for label, _ in run)
            groups = tuple((label, tuple(row for other, row in run if other == label)) for label in labels)
            yield replace(part, figure=replace(figure, groups=groups))
    else:
        yield part


def _runs(items: Iterable[Item], size: Callable[[Item], int], most: int) -> Iterator[tuple[Item, ...]]:
    run: list[Item] = []
    used = 0
    for item in items:
        more = size(item)
        if run and used + more > most:
            yield tuple(run)
            run, used = [], 0
        run.append(item)
        used += more
    yield tuple(run)


def size_of(part: Part) -> int:
    """Estimate how many characters a part comes to when it is set."""
    if isinstance(part, Table):
        return sum(_row(row) for row in part.rows)
    if isinstance(part, Listing):
        return sum(map(_line, part.items))
    if isinstance(part, Matrix):
        return sum(_CELL * len(row.cells) for _, rows in part.figure.groups for row in rows)
    if isinstance(part, PanelPart):
        return sum(size_of(block) for block in part.panel.blocks) + _CELL
    if isinstance(part, CellPart):
        held = (*(support.finding for support in part.cell.supports), *part.cell.against)
        return 1200 + sum(400 + len(finding.headline) for finding in held) + sum(map(_line, part.flips))
    return len(part.svg) if isinstance(part, Drawing) else 1000


def _row(row: Row) -> int:
    return _ROW + _line(row.head) + sum(_PART + sum(map(_line, cell)) for cell in row.cells)


def _line(line: Line) -> int:
    return sum(_PIECE + len(piece.text) + (_LINK if piece.target else 0) for piece in line)
