"""What git tracks holds no place of one machine, no download host, and no promise to write something later."""

import re
from pathlib import Path

import pytest

from checkout import tracked_texts

OWN = Path("tests/house/test_tracked_files.py")  # it has to name what it looks for
MACHINE_PATH = re.compile(
    r"(?<![\w.~-])/(?:work|farm|home/\w+|root|Users/\w+|tmp/bash_jobs|mnt|private)/|[A-Z]:\\Users\\"
)
DOWNLOAD_HOST = re.compile(
    r"pythonhosted|pypi\.org|test\.pypi|registry\.npmjs|(?:deb|security)\.debian\.org|archive\.ubuntu|"
    r"anaconda\.org|conda\.io|crates\.io|unpkg\.com|jsdelivr|cdnjs|googleapis|ghcr\.io|docker\.io",
    re.IGNORECASE,
)
PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD)\b|lorem ipsum|coming soon|work in progress|fill (?:this )?in later",
)


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    """List the tracked lines in which a pattern is found."""
    return [
        f"{path}:{number}: {line.strip()[:100]}"
        for path, text in tracked_texts().items()
        if path != OWN and pattern.search(text)
        for number, line in enumerate(text.splitlines(), start=1)
        if pattern.search(line)
    ]


@pytest.mark.parametrize("pattern", [MACHINE_PATH, DOWNLOAD_HOST, PLACEHOLDER], ids=["path", "host", "placeholder"])
def test_no_tracked_line_holds_what_belongs_elsewhere(pattern: re.Pattern[str]) -> None:
    """A checkout says the same on every machine, and says only what is done."""
    assert [] == lines_with(pattern)


def test_the_patterns_find_what_they_are_for() -> None:
    """A pattern that finds nothing would pass for ever."""
    assert MACHINE_PATH.search("see /home/ann/study")
    assert DOWNLOAD_HOST.search("".join(["https://files.python", "hosted.org/x"]))
    assert PLACEHOLDER.search("# TODO: later")
    assert not PLACEHOLDER.search("2015-XX-25")
