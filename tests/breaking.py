"""How to break a study folder: one case is one defect in the tiny valid study of `folder_factory`."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from folder_factory import write_tiny

Break = Callable[[Path], None]
WHOLE_FILE = ""


@dataclass(frozen=True)
class Broken:
    """One defect.

    Attributes:
        id: Name of the case.
        breaks: Breaks a valid folder.
        file: File the problem must name.
        at: Text of the broken file with a bar where the problem must point; empty for the file as a whole.
        gist: What the message must say.
        whole_line: Whether the problem is a line as a whole, without a column.
    """

    id: str
    breaks: Break
    file: str
    at: str
    gist: str
    whole_line: bool = False

    def write(self, folder: Path) -> Path:
        """Write the broken folder."""
        self.breaks(write_tiny(folder))
        return folder

    def place(self, folder: Path) -> tuple[int, int]:
        """Line and column the problem must point to."""
        if not self.at:
            return 0, 0
        before, _, after = self.at.partition("|")
        text = (folder / self.file).read_bytes().decode("utf-8", "replace").removeprefix("\ufeff")
        offset = text.index(before + after) + len(before)
        line = text.count("\n", 0, offset) + 1
        return line, 0 if self.whole_line else offset - text.rfind("\n", 0, offset)


def swap(file: str, old: str, new: str) -> Break:
    """Replace the first occurrence of a text in a file."""

    def breaks(folder: Path) -> None:
        text = (folder / file).read_bytes().decode()
        if old not in text:
            raise ValueError(f"{file} does not hold {old!r}")
        (folder / file).write_bytes(text.replace(old, new, 1).encode())

    return breaks


def append(file: str, text: str) -> Break:
    """Add text at the end of a file."""

    def breaks(folder: Path) -> None:
        (folder / file).write_bytes((folder / file).read_bytes() + text.encode())

    return breaks


def put(file: str, data: bytes) -> Break:
    """Give a file other bytes, or make it."""

    def breaks(folder: Path) -> None:
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_bytes(data)

    return breaks


def recode(file: str, encoding: str) -> Break:
    """Save a file in another encoding."""

    def breaks(folder: Path) -> None:
        (folder / file).write_bytes((folder / file).read_bytes().decode().encode(encoding))

    return breaks


def drop(file: str) -> Break:
    """Delete a file."""
    return lambda folder: (folder / file).unlink()


def then(*steps: Break) -> Break:
    """Several steps that make one defect."""

    def breaks(folder: Path) -> None:
        for step in steps:
            step(folder)

    return breaks


def link_outside(file: str) -> Break:
    """Replace a file by a link to the same text outside the folder."""

    def breaks(folder: Path) -> None:
        outside = folder.parent / f"outside-{folder.name}.txt"
        outside.write_bytes((folder / file).read_bytes())
        (folder / file).unlink()
        (folder / file).symlink_to(outside)

    return breaks


def link_folder_outside(name: str) -> Break:
    """Replace a folder by a link to the same folder outside."""

    def breaks(folder: Path) -> None:
        outside = folder.parent / f"outside-{folder.name}"
        (folder / name).rename(outside)
        (folder / name).symlink_to(outside)

    return breaks


def make_folder(name: str) -> Break:
    """Put a folder where a file should be."""

    def breaks(folder: Path) -> None:
        (folder / name).unlink()
        (folder / name).mkdir()

    return breaks


def make_pipe(name: str) -> Break:
    """Put a named pipe where a file should be; reading it would wait for ever."""

    def breaks(folder: Path) -> None:
        (folder / name).unlink()
        os.mkfifo(folder / name)

    return breaks


def stretch(name: str, size_bytes: int) -> Break:
    """Make a file very large without writing it."""

    def breaks(folder: Path) -> None:
        with (folder / name).open("r+b") as file:
            file.truncate(size_bytes)

    return breaks
