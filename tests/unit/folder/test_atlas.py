"""The boundaries that ship with riven."""

import json

import pytest

from riven.folder.atlas import FILE, Atlas, folded, read_atlas
from riven.model.place import Boundary, Degrees, Level


def letters(*steps: tuple[int, int]) -> str:
    """Write a stretch of border as the file does."""
    digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
    told, last = "", (0, 0)
    for step in steps:
        for new, old in zip(step, last, strict=True):
            number = (new - old) * 2 if new >= old else (old - new) * 2 - 1
            while number >= 32:
                told, number = told + digits[32 + number % 32], number // 32
            told += digits[number]
        last = step
    return told


@pytest.fixture
def atlas() -> Atlas:
    """An invented country of two provinces, west and east, and another with a province of a name of the first's."""
    arcs = [
        letters((200, 0), (0, 0), (0, 200), (200, 200)),
        letters((200, 200), (200, 0)),
        letters((200, 200), (400, 200), (400, 0), (200, 0)),
    ]
    provinces = [["INV.east", "East", [[2, -2]]], ["INV.west", "Wëst-Shore", [[0, 1]]]]
    inventia = {"id": "INV", "name": "Inventia", "names": ["Republic of Inventia"], "box": [0, 0, 400, 200]}
    island = letters((36100, 0), (35900, 0), (35900, 200), (36100, 200), (36100, 0))
    isle = {"id": "ISL", "name": "Isle", "names": [], "box": [35900, 0, 36100, 200], "arcs": [island]}
    return Atlas([
        {**inventia, "arcs": arcs, "provinces": provinces},
        {**isle, "provinces": [["ISL.east", "East", [[0]]], ["ISL.isle", "Isle", [[0]]]]},
    ])  # fmt: skip


def test_a_name_is_found_without_its_accents_case_and_punctuation(atlas: Atlas) -> None:
    """What is folded away never tells two places apart."""
    assert (Boundary("INV.west", "Wëst-Shore", Level.PROVINCE, "INV"),) == atlas.find("west shore.")
    assert (Boundary("INV", "Inventia", Level.COUNTRY, "INV"),) == atlas.find("REPUBLIC OF INVENTIA")
    assert "cote divoire" == folded("Côte d’Ivoire") == folded("Cote d'Ivoire")


def test_a_name_that_is_only_like_another_is_not_found(atlas: Atlas) -> None:
    """Places are never guessed."""
    assert () == atlas.find("Inventias")


def test_a_name_of_two_provinces_leaves_it_open_unless_the_country_is_named(atlas: Atlas) -> None:
    """Both are given, so that nobody picks the first."""
    assert ["INV.east", "ISL.east"] == [found.id for found in atlas.find("East")]
    assert ["INV.east"] == [found.id for found in atlas.find("East, Inventia")]
    assert () == atlas.find("East, Nowhere")


def test_a_name_that_is_a_countrys_means_the_country() -> None:
    """The wider of the two is never finer than the source; a province is named with its country."""
    atlas = read_atlas()

    assert ["MLI"] == [found.id for found in atlas.find("Mali")]
    assert ["GIN.mali"] == [found.id for found in atlas.find("Mali, Guinea")]
    assert ["LUX"] == [found.id for found in atlas.find("Luxembourg")]


def test_an_outline_joins_the_stretches_of_border(atlas: Atlas) -> None:
    """A province is drawn along the stretches it shares, in either direction."""
    assert {((1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0))} == set(atlas.outlines("INV.east"))


def test_the_outline_of_a_country_leaves_out_what_provinces_share(atlas: Atlas) -> None:
    """The border between two provinces is none of the country's."""
    (outline,) = atlas.outlines("INV")

    assert {(0.0, 0.0), (0.0, 1.0), (1.0, 1.0), (2.0, 1.0), (2.0, 0.0), (1.0, 0.0)} == set(outline)


def test_countries_are_found_on_both_sides_of_the_date_line(atlas: Atlas) -> None:
    """A country at 180 degrees lies in a frame at -180 as well."""
    assert ("INV",) == atlas.countries_in(Degrees(0.5, 0.5, 0.6, 0.6))
    assert ("ISL",) == atlas.countries_in(Degrees(-180.4, 0.0, -179.8, 1.0))
    assert ("INV.east", "INV.west") == atlas.provinces_of("INV")


def test_what_ships_is_whole() -> None:
    """Every boundary has a name of its own and an outline inside the world."""
    held = json.loads(FILE.read_text(encoding="utf-8"))
    atlas = read_atlas()

    assert len(atlas.ids) == len(
        {own for each in held for own in (each["id"], *(p[0] for p in each["provinces"] if p[0]))}
    )
    for own in ("AFG", "PAK.fata", "FJI", "RUS", "ATA"):
        for outline in atlas.outlines(own):
            assert len(outline) > 2
            assert all(-200 <= x <= 200 and -90 <= y <= 90 for x, y in outline)
    assert FILE.stat().st_size < 1_500_000
