"""What the map shows: the places that claims name, where they could be found, and those that could not.

A scene holds plain values only. Figures and pages draw the same scene, so they cannot tell different stories. A place
is found by its name, or by the study's own word; what neither finds is listed and never guessed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from riven.analysis.scenes.frames import Frame, Shown, Target, frames
from riven.analysis.wording import counted, each
from riven.ids import ClaimId, FindingId
from riven.model.claim import Claim
from riven.model.finding import Finding, Status
from riven.model.place import Boundary, Level, Placement

if TYPE_CHECKING:  # a process that only draws scenes reads no study
    from riven.folder.atlas import Atlas

TITLE = "Places that claims name"
NOTHING_NAMED = "No claim names a place."
NOTHING_PLACED = "No place that claims name could be put on a map."
MOST_READ_OUT = 60
MOST_NAMED = 12
BOUNDARIES = (
    "Boundaries: Natural Earth, about 2013, simplified, in the public domain. They show who held what in practice, and "
    "say nothing about who should."
)

Row = dict[str, str | int | float | tuple[str, ...] | None]


@dataclass(frozen=True, slots=True)
class PlaceMark:
    """One area or point that claims name.

    Attributes:
        id: Identifier, safe in a link: that of the boundary, or one made from the coordinates.
        number: Number on the map, from 1; countries first, then provinces and points, the most named first.
        label: Printed name.
        sentence: What the mark says, as it would be read out.
        shown: A country, a province or a point.
        places: The place as sources name it, every wording.
        longitude: Degrees east of the point; None for an area.
        latitude: Degrees north of the point; None for an area.
        notes: What the study says about how it was placed; empty where its name alone was matched.
        findings: Findings that name it.
        claims: Claims that name it.
    """

    id: str
    number: int
    label: str
    sentence: str
    shown: Shown
    places: tuple[str, ...]
    longitude: float | None
    latitude: float | None
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
        frames: The whole, then a closer view where marks crowd; none where nothing is placed.
        marks: What is on the map, by number. Where each stands is told by the spots of the frames.
        unplaced: Places that are not on the map, the most named first.
        boundaries: Whose boundaries these are, and what they do not say; empty where there is no map.
    """

    title: str
    sentence: str
    frames: tuple[Frame, ...]
    marks: tuple[PlaceMark, ...]
    unplaced: tuple[Unplaced, ...]
    boundaries: str


@dataclass(slots=True)
class _Site:
    """A boundary or point, with all that names it."""

    boundary: Boundary | None
    point: tuple[float, float] | None
    places: dict[str, None] = field(default_factory=dict)
    notes: dict[str, None] = field(default_factory=dict)


def places_scene(
    claims: Mapping[ClaimId, Claim],
    findings: Mapping[FindingId, Finding],
    placements: Sequence[Placement],
    atlas: Atlas,
) -> PlacesScene:
    """Put the places that claims name on a map.

    Args:
        claims: Claims by id; those that were superseded or belong to rejected findings are left out.
        findings: Findings by id.
        placements: Where the study puts places that their names do not find; these go before names.
        atlas: Boundaries by name.

    Returns:
        The scene. Areas are no finer than sources name them.
    """
    named = _named(claims, findings)
    sites, unplaced = _sites(tuple(named), placements, atlas)
    marks = tuple(_marks(sites, named))
    lost = tuple(_unplaced(place, why, named[place]) for place, why in unplaced.items())
    return PlacesScene(
        title=TITLE,
        sentence=_sentence(named, marks),
        frames=frames([Target(own, _shown(site), site.point) for own, site in sites.items()], atlas),
        marks=marks,
        unplaced=tuple(sorted(lost, key=lambda each: -len(each.claims))),
        boundaries=BOUNDARIES if marks else "",
    )


_Naming = tuple[tuple[ClaimId, FindingId], ...]


def _named(claims: Mapping[ClaimId, Claim], findings: Mapping[FindingId, Finding]) -> dict[str, _Naming]:
    """Gather the claims that name each place, with their findings, in the order of the claims."""
    home = {
        claim: finding.id
        for finding in findings.values()
        if finding.status is not Status.REJECTED
        for claim in finding.claims
    }
    named: dict[str, list[tuple[ClaimId, FindingId]]] = {}
    for claim in claims.values():
        place = " ".join(claim.place.split())
        if place and claim.id in home:
            named.setdefault(place, []).append((claim.id, home[claim.id]))
    return {place: tuple(held) for place, held in named.items()}


def _sites(
    names: Iterable[str], placements: Sequence[Placement], atlas: Atlas
) -> tuple[dict[str, _Site], dict[str, str]]:
    told: dict[str, list[Placement]] = {}
    for placement in placements:
        told.setdefault(" ".join(placement.place.split()), []).append(placement)
    sites: dict[str, _Site] = {}
    unplaced: dict[str, str] = {}
    for place in names:
        found = atlas.find(place) if place not in told else ()
        rows = told.get(place) or [Placement(place, boundary.id) for boundary in found]
        placed = [row for row in rows if row.boundary or row.longitude is not None]
        if not placed or len(found) > 1:
            unplaced[place] = _why(rows, found)
            continue
        for row in placed:
            own, site = _site(row, atlas)
            held = sites.setdefault(own, site)
            held.places[place] = None
            held.notes |= {row.note: None} if row.note else {}
    return sites, unplaced


def _why(rows: Sequence[Placement], found: Sequence[Boundary]) -> str:
    if len(found) > 1:
        return f"several boundaries have this name ({', '.join(boundary.id for boundary in found[:4])})"
    notes = [row.note for row in rows if row.note]
    return notes[0] if notes else "no boundary has this name"


def _site(row: Placement, atlas: Atlas) -> tuple[str, _Site]:
    if row.longitude is None or row.latitude is None:
        return row.boundary, _Site(atlas.boundary(row.boundary), None)
    point = (row.longitude, row.latitude)
    sides = f"{'ew'[row.longitude < 0]}", f"{'ns'[row.latitude < 0]}"
    return f"at-{abs(row.longitude):.2f}{sides[0]}-{abs(row.latitude):.2f}{sides[1]}", _Site(None, point)


def _marks(sites: Mapping[str, _Site], named: Mapping[str, _Naming]) -> Iterable[PlaceMark]:
    order = list(Shown)
    naming = {own: [held for place in site.places for held in named[place]] for own, site in sites.items()}
    ranked = sorted(sites, key=lambda own: (order.index(_shown(sites[own])), -len(naming[own]), own))
    for number, own in enumerate(ranked, start=1):
        site = sites[own]
        claims = tuple(dict.fromkeys(claim for claim, _ in naming[own]))
        findings = tuple(dict.fromkeys(finding for _, finding in naming[own]))
        label = site.boundary.name if site.boundary else _point_label(site)
        yield PlaceMark(
            id=own,
            number=number,
            label=label,
            sentence=_told(label, site, len(claims), len(findings)),
            shown=_shown(site),
            places=tuple(site.places),
            longitude=site.point[0] if site.point else None,
            latitude=site.point[1] if site.point else None,
            notes=tuple(site.notes),
            findings=findings,
            claims=claims,
        )


def _shown(site: _Site) -> Shown:
    if site.boundary is None:
        return Shown.POINT
    return Shown.COUNTRY if site.boundary.level is Level.COUNTRY else Shown.PROVINCE


def _point_label(site: _Site) -> str:
    """Name a point as sources name it; of a wording that stands for several, as the study's note begins."""
    notes, places = list(site.notes), list(site.places)
    lead = notes[0].partition(",")[0] if notes else ""
    return lead if lead and len(lead.split()) == 1 and lead.casefold() in places[0].casefold() else places[0]


def _told(label: str, site: _Site, claims: int, findings: int) -> str:
    told = f"{label}: named by {counted(claims, 'claim')} in {counted(findings, 'finding')}"
    others = [place for place in site.places if place != label]
    if others:
        told += f", as {each(others)}"
    notes = "".join(f" {note.rstrip('.')}." for note in site.notes)
    return f"{told}.{notes}"


def _unplaced(place: str, why: str, naming: _Naming) -> Unplaced:
    claims = tuple(claim for claim, _ in naming)
    why = why[:1].lower() + why[1:].rstrip(".")
    return Unplaced(
        place=place,
        sentence=f"{place}: named by {counted(len(claims), 'claim')}; not on the map, as {why}."
        if why.startswith(("no ", "several "))
        else f"{place}: named by {counted(len(claims), 'claim')}; not on the map: {why}.",
        findings=tuple(dict.fromkeys(finding for _, finding in naming)),
        claims=claims,
    )


def _sentence(named: Mapping[str, _Naming], marks: Sequence[PlaceMark]) -> str:
    if not named:
        return NOTHING_NAMED
    claims = len({claim for naming in named.values() for claim, _ in naming})
    if not marks:
        return f"{NOTHING_PLACED} {_amount(claims, len(named))}"
    return f"Where claims say that something happened or is so. {_amount(claims, len(named))}"


def _amount(claims: int, places: int) -> str:
    return f"{counted(claims, 'claim')} {'names' if claims == 1 else 'name'} {counted(places, 'place')}."


def caption(scene: PlacesScene) -> str:
    """Write the caption: what is on the map, whose boundaries it has, and which places are not on it.

    Returns:
        Sentences in one paragraph.
    """
    told = [scene.sentence]
    if scene.marks:
        counts = [sum(mark.shown is shown for mark in scene.marks) for shown in Shown]
        nouns = (("country", "countries"), ("province", "provinces"), ("point", "points"))
        parts = [f"{n} {one if n == 1 else many}" for n, (one, many) in zip(counts, nouns, strict=True) if n]
        told.append(f"On the map: {each(parts)}.")
        if counts[-1]:
            told.append("A point is an approximate middle.")
    if scene.unplaced:
        named = "; ".join(lost.place for lost in scene.unplaced[:MOST_NAMED])
        rest = len(scene.unplaced) - MOST_NAMED
        told.append(f"Not on the map: {named}{f'; and {rest} more' if rest > 0 else ''}.")
    return " ".join([*told, scene.boundaries]).rstrip()


def alternative(scene: PlacesScene) -> str:
    """Describe the map for a reader who cannot see it.

    Returns:
        The title, and every mark and every place that is not on the map in words.
    """
    if not scene.marks:
        return " ".join([f"{scene.title}.", scene.sentence, *(lost.sentence for lost in scene.unplaced)])
    told = [mark.sentence for mark in scene.marks[:MOST_READ_OUT]]
    rest = len(scene.marks) - MOST_READ_OUT
    more = [f"And {rest} more."] if rest > 0 else []
    return " ".join(
        [f"{scene.title}, as a map.", *told, *more, *(lost.sentence for lost in scene.unplaced[:MOST_NAMED])]
    )


def rows(scene: PlacesScene) -> Iterator[Row]:
    """Lay the scene out as a table: one row a mark, then one a place that is not on the map.

    Yields:
        Rows of figures/map.csv.
    """
    for mark in scene.marks:
        yield {
            "number": mark.number,
            "place": mark.id,
            "label": mark.label,
            "shown": mark.shown.value,
            "named_as": mark.places,
            "longitude": mark.longitude,
            "latitude": mark.latitude,
            "note": "; ".join(mark.notes) or None,
            "findings": mark.findings,
            "claims": mark.claims,
        }
    for lost in scene.unplaced:
        yield {
            "number": None,
            "place": None,
            "label": lost.place,
            "shown": "unplaced",
            "named_as": (lost.place,),
            "longitude": None,
            "latitude": None,
            "note": lost.sentence,
            "findings": lost.findings,
            "claims": lost.claims,
        }
