"""Scenes drawn by hand, for figures and pages: small, with something of everything. All of it is invented."""

from report_factory import a_panel
from riven.analysis.divergence import ALL
from riven.analysis.scenes.effort import EffortScene, effort_scene
from riven.analysis.scenes.matrix import (
    Agreement,
    Column,
    DistanceMark,
    DivergenceScene,
    FactorMark,
    FactorScene,
    Line,
)
from riven.analysis.scenes.places import PlacesScene, places_scene
from riven.folder.atlas import read_atlas
from riven.model.argument import Judgement
from riven.model.claim import Claim
from riven.model.finding import Finding, Polarity, Settlement, Status
from riven.model.place import Placement

CAMPS = ("Houses of two minds", "Houses with closed ranks")


def some_lines(count=4, name="House"):
    """Rows of a matrix in two camps."""
    return tuple(Line(f"house-{n}", f"{name} {n}", CAMPS[n * 2 >= count]) for n in range(count))


def a_factor_scene(lines=None, labels=("Turf", "Older oaths"), judgements=tuple(Judgement)):
    """A matrix in which judgements follow each other, and authors always state that a factor is present."""
    lines = some_lines() if lines is None else lines
    columns = tuple(Column(f"factor-{n}", label, f"Asks for {label}.") for n, label in enumerate(labels))
    marks = []
    for place, (line, column) in enumerate((line, column) for line in lines for column in columns):
        derived = judgements[place % len(judgements)]
        stated = Judgement.PRESENT
        agreement = Agreement.SAME if derived is stated else Agreement.DIFFERENT
        if derived is Judgement.NOT_CODED:
            agreement = Agreement.ONLY_STATED
        label = f"{line.label}, {column.label}"
        told = f"{label}: derived {derived.value}."
        held = (line.actor, column.id, label, told, derived, place % 3 == 0, stated, agreement, "Why.", "")
        marks.append(FactorMark(*held, (f"f-{place}",), (f"c-{place}",)))
    return FactorScene("What sets rivals apart", "Each factor.", columns, lines, tuple(marks))


def a_divergence_scene(count=4, labels=("Goals", "Targets")):
    """A matrix of distances, some of them missing."""
    lines = (Line("river", "River", "Focal actor"), *some_lines(count))
    columns = (*(Column(f"profile-{n}", label, label) for n, label in enumerate(labels)), Column(ALL, "Over all", ""))
    pairs = [(lines[0], line) for line in lines[1:]]
    among = [(one, other) for n, one in enumerate(lines[1:]) for other in lines[n + 2 :]]
    made = [[_distance(*pair, column, n) for column in columns] for n, pair in enumerate((*pairs, *among))]
    marks = [mark for held in made for mark in held]
    first = len(pairs) * len(columns)
    return DivergenceScene("How far apart", "Distances.", columns, lines, tuple(marks[:first]), tuple(marks[first:]))


def _distance(one, other, column, place):
    distance = None if place % 4 == 3 else round((place % 5) / 4, 2)
    missing = "cannot be told" if distance is None else ""
    told = f"{one.label} and {other.label}, {column.label}: {missing or distance}."
    held = (one.actor, other.actor, column.id, told, told, distance, 0 if missing else 1 + place % 2)
    return DistanceMark(*held, ("Timber",), (), ("Salt",), missing, (f"f-{place}",), (f"c-{place}",))


def an_effort_scene(rows=None, **panel) -> EffortScene:
    """Two measures of the same groups: one searched, the other not."""
    rows = rows or {"hill": "R P N", "moor": "D . X"}
    searched = a_panel(rows, documents=120, measure="spoke", **panel)
    return effort_scene([searched, a_panel(rows, measure="crossed", title="Years in which people crossed", **panel)])


def a_places_scene(*places, placements=()) -> PlacesScene:
    """A map of places that claims name, one claim and finding a place."""
    claims, findings = {}, {}
    for number, place in enumerate(places):
        own = f"c-{number}"
        claims[own] = Claim(own, "speech", "ann", None, "1", {}, {}, {}, (), place=place)
        kept = (
            Status.ACCEPTED,
            Settlement.SINGLE,
            Polarity.AFFIRMED,
            "asserted",
            {},
            {},
            {},
            place,
            (own,),
            (),
            (),
            "",
        )
        findings[f"f-{number}"] = Finding(f"f-{number}", "speech", *kept)
    return places_scene(claims, findings, placements, read_atlas())


SOME_PLACES = ("Norway", "Sweden", "Telemark", "Hedmark", "the mill", "the hills", "the mill")
SOME_PLACEMENTS = (
    Placement("the mill", longitude=10.5, latitude=60.2, note="Its village"),
    Placement("the hills", note="Which hills is not told."),
)
