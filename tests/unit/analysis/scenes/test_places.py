"""The places that claims name, put on a map or listed as lost."""

from dataclasses import replace

from factories import a_speech, settled
from riven.analysis.scenes.places import (
    NOTHING_NAMED,
    NOTHING_PLACED,
    PlacesScene,
    Shown,
    alternative,
    caption,
    places_scene,
    rows,
)
from riven.folder.atlas import read_atlas
from riven.model.finding import Status
from riven.model.place import Placement


def the_map(*places: str, placements: tuple[Placement, ...] = (), rejected: tuple[str, ...] = ()) -> PlacesScene:
    """Map claims that name these places."""
    claims = [a_speech(f"c-{number}", place=place) for number, place in enumerate(places, start=1)]
    findings = {
        finding.id: replace(finding, status=Status.REJECTED) if set(finding.claims) & set(rejected) else finding
        for finding in settled(*claims)
    }
    return places_scene({claim.id: claim for claim in claims}, findings, placements, read_atlas())


def test_a_study_that_names_no_place_says_so() -> None:
    """An honest empty state."""
    scene = the_map("", "")

    assert (NOTHING_NAMED, (), (), "") == (scene.sentence, scene.frames, scene.marks, scene.boundaries)


def test_a_place_is_found_by_its_name_and_counts_its_claims_and_findings() -> None:
    """Every mark can be walked back."""
    (mark,) = the_map("Norway", "NORWAY", "").marks

    assert ("NOR", Shown.COUNTRY, 1, ("Norway", "NORWAY")) == (mark.id, mark.shown, mark.number, mark.places)
    assert ("c-1", "c-2") == mark.claims
    assert ("f-c-1",) == mark.findings
    assert mark.sentence.startswith("Norway: named by 2 claims in 1 finding")


def test_what_is_not_found_is_listed_and_never_guessed() -> None:
    """Not by a similar name, and not by the first of several."""
    scene = the_map("Norweg", "Punjab")

    assert ((), ()) == (scene.frames, scene.marks)
    assert ["Norweg", "Punjab"] == [lost.place for lost in scene.unplaced]
    assert "no boundary has this name" in scene.unplaced[0].sentence
    assert "IND.punjab, PAK.punjab" in scene.unplaced[1].sentence
    assert scene.sentence.startswith(NOTHING_PLACED)


def test_the_study_goes_before_names() -> None:
    """A place of several areas stands in each, and a note goes with it."""
    placements = (
        Placement("Norway", "SWE", note="Invented"),
        Placement("Norway", "FIN", note="Invented"),
        Placement("the mill", longitude=10.5, latitude=60.0, note="Its village"),
    )
    scene = the_map("Norway", "the mill", placements=placements)

    assert ["FIN", "SWE", "at-10.50e-60.00n"] == [mark.id for mark in scene.marks]
    assert ("the mill", 10.5, 60.0, ("Its village",)) == (
        scene.marks[2].label,
        scene.marks[2].longitude,
        scene.marks[2].latitude,
        scene.marks[2].notes,
    )


def test_a_place_the_study_will_not_place_says_why() -> None:
    """A reason is better than a place that is merely near."""
    (lost,) = the_map("Norway", placements=(Placement("Norway", note="Which one is not told."),)).unplaced

    assert "Norway: named by 1 claim; not on the map: which one is not told." == lost.sentence


def test_rejected_findings_name_no_place() -> None:
    """What the study does not hold is not shown as having happened somewhere."""
    assert ["SWE"] == [mark.id for mark in the_map("Norway", "Sweden", rejected=("c-1",)).marks]


def test_marks_are_numbered_from_the_coarsest_and_the_most_named() -> None:
    """Numbers on the map and in its list agree."""
    placements = (Placement("the mill", longitude=10.5, latitude=60.0),)
    scene = the_map("the mill", "Norway", "Sweden", "Sweden", "Oslo", placements=placements)

    assert [("SWE", 1), ("NOR", 2)] == [(mark.id, mark.number) for mark in scene.marks][:2]
    assert [1, 2, 3, 4] == [mark.number for mark in scene.marks]
    assert {mark.id for mark in scene.marks} == {spot.id for frame in scene.frames for spot in frame.spots}


def test_caption_and_description_name_what_is_on_the_map_and_what_is_not() -> None:
    """A reader who cannot see the map misses nothing."""
    placements = (Placement("the mill", longitude=10.5, latitude=60.0, note="Its village"),)
    scene = the_map("Norway", "Telemark", "the mill", "Norweg", placements=placements)

    assert "On the map: 1 country, 1 province and 1 point. A point is an approximate middle." in caption(scene)
    assert "Not on the map: Norweg." in caption(scene)
    assert "Natural Earth" in caption(scene)
    assert all(mark.sentence in alternative(scene) for mark in (*scene.marks, *scene.unplaced))
    assert NOTHING_PLACED in alternative(the_map("Norweg"))


def test_the_data_file_lists_marks_and_then_what_is_not_on_the_map() -> None:
    """Coordinates only where a point was given."""
    placements = (Placement("the mill", longitude=10.5, latitude=60.0, note="Its village"),)
    told = [
        (row["number"], row["label"], row["shown"], row["longitude"], row["note"])
        for row in rows(the_map("Norway", "the mill", "Norweg", placements=placements))
    ]

    assert [
        (1, "Norway", "country", None, None),
        (2, "the mill", "point", 10.5, "Its village"),
        (None, "Norweg", "unplaced", None, "Norweg: named by 1 claim; not on the map, as no boundary has this name."),
    ] == told
