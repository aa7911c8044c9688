"""The boundaries that ship with riven: countries and provinces of the world, found by name and drawn by outline.

They are Natural Earth's, in the public domain; `boundaries/NOTICE` says which and how the file was made. Outlines are
kept as the stretches of border between neighbours, and only those of the countries asked for are decoded.
"""

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path

from riven.model.place import Boundary, Degrees, Level, Outline

FILE = Path(__file__).parent / "boundaries" / "boundaries.json"
STEPS_A_DEGREE = 200
_DIGITS = {letter: at for at, letter in enumerate("0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_")}
_PLAIN = str.maketrans({"ı": "i", "ł": "l", "đ": "d", "ø": "o", "-": " ", "‐": " ", "–": " "})
_DROPPED = {"P", "M", "C"}
_ASCII = _PLAIN | str.maketrans(dict.fromkeys("!\"#%&'()*,./:;?@[\\]_{}"))


class _Country:
    """One country as it stands in the file."""

    def __init__(self, held: dict[str, object]) -> None:
        self.id = str(held["id"])
        self.name = str(held["name"])
        self.names: list[str] = held["names"]  # type: ignore[assignment]
        self.box = Degrees(*(value / STEPS_A_DEGREE for value in held["box"]))  # type: ignore[attr-defined]
        self.rings: dict[str, list[list[int]]] = {}
        self.provinces: dict[str, str] = {}
        self._coded: list[str] = held["arcs"]  # type: ignore[assignment]
        self._arcs: dict[int, Outline] = {}
        for own, name, rings in held["provinces"]:  # type: ignore[attr-defined]
            self.rings[own] = rings
            if own:
                self.provinces[own] = name

    def outlines(self, province: str = "") -> tuple[Outline, ...]:
        """Join stretches of border to outlines, of a province or of the whole country."""
        rings = self.rings[province] if province else self._border()
        return tuple(self._joined(ring) for ring in rings)

    def _border(self) -> Iterator[list[int]]:
        """Follow the stretches that belong to one province only around the country."""
        used = Counter(_number(arc) for rings in self.rings.values() for ring in rings for arc in ring)
        outer = [arc for rings in self.rings.values() for ring in rings for arc in ring if used[_number(arc)] == 1]
        starts: dict[tuple[float, float], list[int]] = {}
        for arc in outer:
            starts.setdefault(self._arc(arc)[0], []).append(arc)
        left = dict.fromkeys(outer)
        while left:
            ring = [next(iter(left))]
            del left[ring[0]]
            while following := [arc for arc in starts.get(self._arc(ring[-1])[-1], ()) if arc in left]:
                ring.append(following[0])
                del left[following[0]]
            yield ring

    def _joined(self, ring: Sequence[int]) -> Outline:
        points = [point for arc in ring for point in self._arc(arc)[:-1]]
        return tuple(points) or self._arc(ring[0])

    def _arc(self, arc: int) -> Outline:
        number = _number(arc)
        if number not in self._arcs:
            self._arcs[number] = _decoded(self._coded[number])
        return self._arcs[number] if arc >= 0 else self._arcs[number][::-1]


def _number(arc: int) -> int:
    return arc if arc >= 0 else ~arc  # the complement is the same stretch the other way


class _Numbers(dict[str, int]):
    """Numbers by the letters they are written in, each worked out once."""

    def __missing__(self, letters: str) -> int:
        number = sum((_DIGITS[letter] & 31) << 5 * place for place, letter in enumerate(letters))
        self[letters] = read = -((number + 1) >> 1) if number & 1 else number >> 1
        return read


_NUMBERS = _Numbers()
_NUMBER = re.compile("[w-zA-Z_-]*[0-9a-v]")  # letters of 32 and more go on, one below ends a number


def _decoded(letters: str) -> Outline:
    """Read differences from letters: five bits a letter, lowest first, 32 added while more follow; 0, -1, 1, -2, ..."""
    steps = [_NUMBERS[held] for held in _NUMBER.findall(letters)]
    across, up = accumulate(steps[::2]), accumulate(steps[1::2])
    return tuple([(x / STEPS_A_DEGREE, y / STEPS_A_DEGREE) for x, y in zip(across, up, strict=True)])


class Atlas:
    """Countries and provinces by identifier and by name."""

    def __init__(self, countries: Iterable[dict[str, object]]) -> None:
        """Take what the file holds."""
        self._countries = {held.id: held for held in map(_Country, countries)}
        self._home = {own: held for held in self._countries.values() for own in (held.id, *held.provinces)}
        self._outlines: dict[str, tuple[Outline, ...]] = {}
        self._named: dict[str, list[str]] = {}
        for held in self._countries.values():
            for name in (held.name, *held.names):
                self._file(name, held.id)
        self._country_names = {name: tuple(held) for name, held in self._named.items()}
        for held in self._countries.values():
            for own, name in held.provinces.items():
                self._file(name, own)

    def _file(self, name: str, own: str) -> None:
        held = self._named.setdefault(folded(name), [])
        if own not in held:
            held.append(own)

    @property
    def ids(self) -> tuple[str, ...]:
        """Identifiers of every country and province."""
        return tuple(self._home)

    def boundary(self, own: str) -> Boundary:
        """Look a boundary up by its identifier; asking for one that is not there is a defect."""
        home = self._home[own]
        if own == home.id:
            return Boundary(own, home.name, Level.COUNTRY, own)
        return Boundary(own, home.provinces[own], Level.PROVINCE, home.id)

    def find(self, name: str) -> tuple[Boundary, ...]:
        """Find boundaries by name: case, accents and punctuation aside the name must be the same.

        Args:
            name: A name, or a province and its country with a comma between.

        Returns:
            Every boundary of the name, so that two leave it open which is meant. A name that is a country's means the
            country, whatever provinces bear it as well.
        """
        found = self._named.get(folded(name), ())
        province, comma, country = name.rpartition(",")
        if not found and comma:
            homes = self._country_names.get(folded(country), ())
            found = [own for own in self._named.get(folded(province), ()) if self._home[own].id in homes]
        countries = [own for own in found if own == self._home[own].id]
        return tuple(self.boundary(own) for own in countries or found)

    def outlines(self, own: str) -> tuple[Outline, ...]:
        """Give the outlines of a country or province, islands and holes among them, in no order."""
        if own not in self._outlines:
            home = self._home[own]
            self._outlines[own] = home.outlines("" if own == home.id else own)
        return self._outlines[own]

    def countries_in(self, frame: Degrees) -> tuple[str, ...]:
        """List the countries some of whose ground may lie in a frame."""
        return tuple(
            held.id for held in self._countries.values() if any(turned.meets(frame) for turned in _turned(held))
        )

    def provinces_of(self, country: str) -> tuple[str, ...]:
        """List the provinces of a country."""
        return tuple(self._countries[country].provinces)


def _turned(held: _Country) -> Iterator[Degrees]:
    west, south, east, north = held.box
    for turn in (0, -360, 360):
        yield Degrees(west + turn, south, east + turn, north)


def folded(name: str) -> str:
    """Fold a name for comparison.

    Returns:
        The name in small letters without accents and punctuation, hyphens and runs of blanks as one blank.
    """
    if name.isascii():  # most are, and this is ten times as fast
        return " ".join(name.casefold().translate(_ASCII).split())
    letters = unicodedata.normalize("NFKD", name.casefold().translate(_PLAIN))
    return " ".join("".join(letter for letter in letters if unicodedata.category(letter)[0] not in _DROPPED).split())


@cache
def read_atlas() -> Atlas:
    """Read the boundaries that ship with riven, once.

    Returns:
        The atlas.
    """
    return Atlas(json.loads(FILE.read_text(encoding="utf-8")))
