"""Files of a study folder as text: size, links, encoding and unprintable characters are settled here.

Line breaks are read as one line feed, so that a checkout with other line ends is the same study.
"""

import re
import stat
from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path

from riven.folder.problems import WHOLE_FILE, Problems, Where

MAX_FILE_BYTES = 64 * 1024 * 1024
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_UTF16 = {b"\xff\xfe": "UTF-16 (little-endian)", b"\xfe\xff": "UTF-16 (big-endian)"}
_SAVE_AS = "Save the file as UTF-8 (in Excel: 'CSV UTF-8')."


class TextFile:
    """One file of a study folder, decoded, able to say where a character stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self.text = text
        self._starts: list[int] = []

    def where(self, offset: int) -> Where:
        """Line and column of a character, both from 1."""
        line = bisect_right(self._line_starts(), offset)
        return line, offset - self._line_starts()[line - 1] + 1

    def line_start(self, line: int) -> int:
        """Offset of the first character of a line, counted from 1."""
        return self._line_starts()[line - 1]

    def _line_starts(self) -> list[int]:
        if not self._starts:
            self._starts = [0, *(match.end() for match in re.finditer("\n", self.text))]
        return self._starts


def read_bytes(folder: Path, name: str, problems: Problems) -> bytes | None:
    """Read one file whole, unless it is missing, too large, not a file, or lies outside the folder.

    Args:
        folder: The study folder.
        name: Path of the file inside it, with forward slashes.
        problems: Where a reason not to read it is recorded.

    Returns:
        Its bytes; None when it was not read.
    """
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            problems.add(
                name, WHOLE_FILE, "is a link to a place outside the study folder", "", "Put the file itself here."
            )
            return None
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            problems.add(name, WHOLE_FILE, "is not a file", "a regular file of this name")
            return None
        if status.st_size > MAX_FILE_BYTES:
            problems.add(name, WHOLE_FILE, f"is {status.st_size / 2**20:.0f} MB large", "at most 64 MB")
            return None
        return path.read_bytes()
    except (OSError, RuntimeError) as error:  # RuntimeError: a loop of links
        problems.add(
            name, WHOLE_FILE, f"cannot be read: {getattr(error, 'strerror', None) or 'the link leads nowhere'}"
        )
        return None


def read_text(folder: Path, name: str, problems: Problems) -> TextFile | None:
    """Read one of a study's own files (not a frozen text) as UTF-8.

    Args:
        folder: The study folder.
        name: Path of the file inside it, with forward slashes.
        problems: Where defects are recorded.

    Returns:
        The file without byte order mark and with line feeds only; None when it has no usable text.
    """
    data = read_bytes(folder, name, problems)
    text = None if data is None else decode(data, name, problems)
    if text is None:
        return None
    file = TextFile(name, text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n"))
    for offset, message in unprintable(file.text):
        problems.add(name, file.where(offset), message, "", "Delete it.")
    return file


def decode(data: bytes, name: str, problems: Problems) -> str | None:
    """Decode bytes as UTF-8, or say which byte is in the way and what the file seems to be instead.

    Args:
        data: The bytes of the file.
        name: Its name, for messages.
        problems: Where a wrong encoding is recorded.

    Returns:
        The text, exactly; None when the bytes are not UTF-8 text.
    """
    if encoding := _UTF16.get(data[:2]):
        problems.add(name, WHOLE_FILE, f"is encoded in {encoding}", "UTF-8", _SAVE_AS)
        return None
    nul = data.find(0)
    if nul >= 0:
        problems.add(name, _where(data, nul), f"NUL byte at byte {nul + 1}", "text", _nul_hint(data))
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        problems.add(name, _where(data, error.start), _wrong_byte(data, error.start), "UTF-8", _SAVE_AS)
        return None


def unprintable(text: str) -> Iterator[tuple[int, str]]:
    """Find characters that no page, figure or spreadsheet can show.

    Yields:
        Offset and description of each.
    """
    for match in _UNPRINTABLE.finditer(text):
        yield match.start(), f"control character U+{ord(match[0]):04X}"


def _where(data: bytes, offset: int) -> Where:
    """Line and column of a byte whose predecessors are UTF-8."""
    start = data.rfind(b"\n", 0, offset) + 1
    before = data[start:offset].decode("utf-8", "replace")
    column = len(before.removeprefix("\ufeff") if start == 0 else before) + 1
    return data.count(b"\n", 0, offset) + 1, column


def _wrong_byte(data: bytes, offset: int) -> str:
    likely = data[offset : offset + 1].decode("cp1252", "ignore")
    meant = f" (it would be '{likely}' in Windows-1252)" if likely.isprintable() and likely else ""
    return f"byte 0x{data[offset]:02X} at byte {offset + 1} is not UTF-8{meant}"


def _nul_hint(data: bytes) -> str:
    sample = data[:1000]
    if sample.count(0) * 3 > len(sample):
        return f"The file looks like UTF-16 or UTF-32. {_SAVE_AS}"
    return "The file is damaged or is not a text file."
