"""Versions: constraints.txt pins every declared dependency and no address; the citation names the code's own."""

import re
import tomllib

import riven
from checkout import REPOSITORY

PIN = re.compile(r"([A-Za-z0-9][A-Za-z0-9._-]*)==([0-9][0-9A-Za-z.+!-]*)")


def plain(name: str) -> str:
    """Write the name of a package the way packages are compared."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins() -> list[str]:
    """Read the lines of constraints.txt."""
    return (REPOSITORY / "constraints.txt").read_text(encoding="utf-8").splitlines()


def declared() -> set[str]:
    """Name what pyproject.toml asks for: to build, to run and to develop."""
    config = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    groups = [*config["dependency-groups"].values(), *config["project"].get("optional-dependencies", {}).values()]
    asked = [*config["build-system"]["requires"], *config["project"]["dependencies"], *(n for g in groups for n in g)]
    return {plain(re.match(r"[A-Za-z0-9._-]+", requirement)[0]) for requirement in asked}


def test_every_line_is_one_exact_pin() -> None:
    """Name and version; no address, no hash, no option."""
    assert [] == [line for line in pins() if not PIN.fullmatch(line)]


def test_every_declared_dependency_is_pinned() -> None:
    """Two installs months apart hold the same."""
    pinned = {plain(match[1]) for line in pins() if (match := PIN.fullmatch(line))}
    assert set() == declared() - pinned


def test_pins_are_sorted_and_unique() -> None:
    """A change of one pin is a change of one line."""
    names = [line.partition("==")[0].lower() for line in pins()]
    assert sorted(set(names)) == sorted(names)
    assert sorted(pins(), key=str.lower) == pins()


def test_the_citation_names_the_version_of_the_code() -> None:
    """The version is written in one more place, since a citation is read without running anything."""
    text = (REPOSITORY / "CITATION.cff").read_text(encoding="utf-8")
    assert [riven.__version__] == re.findall(r"^version: (.+)$", text, flags=re.MULTILINE)
