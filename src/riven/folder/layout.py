"""What a study folder holds: the names of its files, and what may lie beside them."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from riven.folder.problems import WHOLE_FILE, Problems, quoted

STUDY = "study.toml"
CODEBOOK = "codebook.toml"
RULES = "rules.toml"
ACTORS = "actors.csv"
NAMES = "names.csv"
SOURCES = "sources.json"
PASSAGES = "passages.csv"
SEARCHES = "searches.csv"
EXPECTATIONS = "expectations.csv"
PLACES = "places.csv"
CLAIMS = "claims"
TEXT = "text"
ACCOUNT = "account"
REQUIRED = (STUDY, CODEBOOK, RULES, ACTORS, NAMES, SOURCES, PASSAGES, SEARCHES)
FILES = (*REQUIRED, EXPECTATIONS, PLACES)

_BESIDE = {"build", ACCOUNT, TEXT, "Thumbs.db", "desktop.ini"}
_ELSEWHERE = "Keep files of your own under a hidden name, in build/ or outside the study."


@dataclass(frozen=True, slots=True)
class Listing:
    """The files of a study folder.

    Attributes:
        files: Those of `FILES` that are there.
        sheets: Names of the files in claims/, without `.csv`, in order.
        texts: Names of the files in text/, without `.txt`, in order.
        edits: Names of the files in account/, without `.md`, in order.
    """

    files: frozenset[str]
    sheets: tuple[str, ...]
    texts: tuple[str, ...]
    edits: tuple[str, ...] = ()


def list_folder(folder: Path, problems: Problems) -> Listing:
    """List a study folder and report what is missing from it and what does not belong.

    Args:
        folder: The study folder.
        problems: Where missing and unknown files are recorded.

    Returns:
        What there is to read.
    """
    if amiss := _no_folder(folder):
        problems.add(str(folder), WHOLE_FILE, amiss, f"a study folder, with {STUDY} in it")
        return Listing(frozenset(), (), ())
    entries = _entries(folder, "", problems)
    if entries is None:
        return Listing(frozenset(), (), ())
    for name in entries:
        if name not in FILES and name != CLAIMS and not _may_lie_beside(name):
            _unknown(problems, name, [*FILES, CLAIMS])
    for name in (*REQUIRED, CLAIMS):
        if name not in entries:
            problems.add(
                name, WHOLE_FILE, "is missing", "a file of this name" if name != CLAIMS else "a folder of this name"
            )
    return Listing(
        frozenset(entries) & set(FILES),
        _sheets(folder, entries, problems),
        _texts(folder, entries, problems),
        _edits(folder, entries, problems),
    )


def _no_folder(folder: Path) -> str:
    """Say why a path is no folder; empty when it is one."""
    try:
        if folder.is_dir():
            return ""
        return "is not a folder" if folder.exists() else "does not exist"
    except OSError as error:  # such as a name that is too long
        return f"cannot be read: {error.strerror}"


def _sheets(folder: Path, entries: Iterable[str], problems: Problems) -> tuple[str, ...]:
    if CLAIMS not in entries or not _is_folder(folder, CLAIMS, problems):
        return ()
    listed = _entries(folder / CLAIMS, f"{CLAIMS}/", problems) or []
    names = [name for name in listed if not _may_lie_beside(name)]
    for name in names:
        if not name.endswith(".csv"):
            _unknown(problems, f"{CLAIMS}/{name}", (), "a sheet of claims, such as claims/statement.csv")
    return tuple(name.removesuffix(".csv") for name in names if name.endswith(".csv"))


def _texts(folder: Path, entries: Iterable[str], problems: Problems) -> tuple[str, ...]:
    if TEXT not in entries or not _is_folder(folder, TEXT, problems):
        return ()
    names = _entries(folder / TEXT, f"{TEXT}/", problems) or []
    return tuple(name.removesuffix(".txt") for name in names if name.endswith(".txt") and not name.startswith("."))


def _edits(folder: Path, entries: Iterable[str], problems: Problems) -> tuple[str, ...]:
    if ACCOUNT not in entries or not _is_folder(folder, ACCOUNT, problems):
        return ()
    listed = _entries(folder / ACCOUNT, f"{ACCOUNT}/", problems) or []
    names = [name for name in listed if not _may_lie_beside(name) and not name.endswith(".csl")]
    for name in names:
        if not name.endswith(".md"):
            _unknown(problems, f"{ACCOUNT}/{name}", (), "a text of the account, such as account/GROUP.said.md")
    return tuple(name.removesuffix(".md") for name in names if name.endswith(".md"))


def _is_folder(folder: Path, name: str, problems: Problems) -> bool:
    path = folder / name
    if amiss := _no_folder(path):
        problems.add(name, WHOLE_FILE, amiss, "a folder of this name")
        return False
    if not path.resolve().is_relative_to(folder.resolve()):
        problems.add(
            name, WHOLE_FILE, "is a link to a place outside the study folder", "", "Put the folder itself here."
        )
        return False
    return True


def _entries(folder: Path, inside: str, problems: Problems) -> list[str] | None:
    """Names in a folder, sorted, those that are not UTF-8 with a replacement character; None when nobody may look."""
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        problems.add(inside or str(folder), WHOLE_FILE, f"cannot be listed: {error.strerror}")
        return None
    return [os.fsencode(name).decode("utf-8", "replace") for name in names]


def _may_lie_beside(name: str) -> bool:
    return name in _BESIDE or name.startswith((".", "~$", "README", "LICENSE"))


def _unknown(problems: Problems, name: str, known: Iterable[str], expected: str = "") -> None:
    shown = quoted(name)[1:-1]
    hint = problems.nearest("file", name, list(known)) or _ELSEWHERE
    problems.add(shown, WHOLE_FILE, f"unknown file {quoted(name)}", expected, hint)
