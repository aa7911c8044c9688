"""The map to move in: places that claims name, on shipped boundaries, each mark a link to the page of its place."""

from collections.abc import Iterator

from markupsafe import Markup

from riven.analysis.scenes.frames import Frame, Land, Ring, Shown, Spot
from riven.analysis.scenes.places import PlaceMark, PlacesScene
from riven.report.blocks import Heading, Look, Piece, Prose, Row, Table, line
from riven.report.site.desk import Desk
from riven.report.site.ink import link, number, shortened, svg, text
from riven.report.site.pages import Drawing, Page, Part

DOT = 7.0
_LETTERS = 13.0


def map_page(desk: Desk) -> Page:
    """Write the map and its twin as a table.

    Args:
        desk: The study in words.

    Returns:
        The page.
    """
    scene = desk.told.scenes.map
    parts = tuple(_parts(desk, scene)) if scene else (Prose(line("This copy of the site was made without a map.")),)
    return Page("map.html", "Map", parts, within="map.html")


def _parts(desk: Desk, scene: PlacesScene) -> Iterator[Part]:
    yield Prose(line(Piece(scene.sentence, Look.FREE)))
    marks = {mark.id: mark for mark in scene.marks}
    for place, frame in enumerate(scene.frames):
        yield Drawing(_draw(desk, frame, marks), "Map" if place == 0 else "Map, a closer view", is_round=True)
    if scene.boundaries:
        yield Prose(line(Piece(scene.boundaries, Look.SOFT)))
    if scene.marks:
        yield Heading("The same as a table")
        yield Table(
            "Places on the map",
            ("Place", "Number", "Shown as", "Findings", "What is known"),
            tuple(
                Row(
                    line(Piece(mark.label, Look.NAME, f"place-{mark.id}")),
                    (
                        (line(str(mark.number)),),
                        (line(str(mark.shown)),),
                        (line(str(len(mark.findings))),),
                        (line(Piece(mark.sentence, Look.FREE)), *(line(Piece(note, Look.FREE)) for note in mark.notes)),
                    ),
                )
                for mark in scene.marks
            ),
        )
    if scene.unplaced:
        yield Heading("Not on the map")
        yield Table(
            "Places that could not be found, and were not guessed",
            ("Place", "Findings", "Why"),
            tuple(
                Row(
                    line(Piece(lost.place, Look.NAME, f"place-{lost.place}")),
                    ((line(str(len(lost.findings))),), (line(Piece(lost.sentence, Look.FREE)),)),
                )
                for lost in scene.unplaced
            ),
        )


def _draw(desk: Desk, frame: Frame, marks: dict[str, PlaceMark]) -> Markup:
    return svg(frame.width, frame.height, _elements(desk, frame, marks))


def _elements(desk: Desk, frame: Frame, marks: dict[str, PlaceMark]) -> Iterator[str]:
    for land in frame.land:
        yield _outline(land.rings, f"land {land.level}")
    for spot in frame.spots:
        yield _spot(desk, spot, marks[spot.id])
    yield from (_name(land) for land in frame.land if land.room > len(land.label) * _LETTERS * 0.6)
    if frame.closer:
        left, top, right, bottom = frame.closer
        yield (
            f'<rect class="rule" x="{number(left)}" y="{number(top)}" width="{number(right - left)}" '
            f'height="{number(bottom - top)}" stroke-dasharray="4 3"/>'
        )


def _name(land: Land) -> str:
    x, y = land.centre
    size = _LETTERS if land.level is Shown.COUNTRY else _LETTERS - 3
    return text(x, y, shortened(land.label, land.room + 4, size), size=size, look="soft under", anchor="middle")


def _outline(rings: tuple[Ring, ...], look: str) -> str:
    path = "".join("M" + "L".join(f"{number(x)} {number(y)}" for x, y in ring) + "Z" for ring in rings)
    return f'<path class="{look}" fill-rule="evenodd" d="{path}"/>'


def _spot(desk: Desk, spot: Spot, mark: PlaceMark) -> str:
    x, y = spot.centre
    shapes = [_outline(spot.rings, "mark-shape area")] if spot.rings else []
    shapes.append(f'<circle class="mark-shape hollow" cx="{number(x)}" cy="{number(y)}" r="{number(DOT + 3)}"/>')
    shapes.append(text(x, y + 4, str(mark.number), size=10, anchor="middle"))
    return link(desk.addresses, f"place-{mark.id}", f"{mark.number}. {mark.sentence}", shapes)
