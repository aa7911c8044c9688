"""What every test shares: no network, steady property tests, and a plain list of what was left out.

Three things may be missing on a machine: the reference text of the worked study (it is under copyright and never part
of the repository), data sets of others, and a chromium browser. Tests that need them are marked `reference`,
`shared_data` and `browser`; where a thing is missing its tests are left out, and the end of the run says which thing
that was and how to get it. With RIVEN_CI_STRICT=1 a missing browser fails instead.
"""

import ipaddress
import os
import shutil
import socket
from pathlib import Path

import pytest
from hypothesis import settings

REPOSITORY = Path(__file__).resolve().parent.parent
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
HOW_TO_GET = {
    "the reference text is not here": "put article.txt into ../shared/reference, or name the file in RIVEN_REFERENCE",
    "the data sets of others are not here": "put UCDP's files into ../shared/data/ucdp, or name the folder above it in "
    "RIVEN_DATA",
    "no chromium on this machine": "apt-get install chromium",
}
NO_REFERENCE, NO_DATA, NO_CHROMIUM = HOW_TO_GET

# The same examples on every run and machine; a slow machine is not a failure.
settings.register_profile("riven", derandomize=True, deadline=None, database=None)
settings.load_profile("riven")


def find_reference() -> Path | None:
    """Find the reference text: where RIVEN_REFERENCE points, else beside the checkout."""
    named = os.environ.get("RIVEN_REFERENCE")
    path = Path(named) if named else REPOSITORY.parent / "shared" / "reference" / "article.txt"
    return path if path.is_file() else None


def find_data() -> Path | None:
    """Find the folder of others' data sets: where RIVEN_DATA points, else beside the checkout."""
    named = os.environ.get("RIVEN_DATA")
    path = Path(named) if named else REPOSITORY.parent / "shared" / "data"
    return path if path.is_dir() else None


def find_chromium() -> str | None:
    """Find a chromium on the search path."""
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def is_strict() -> bool:
    """Say whether a missing browser must fail the run."""
    return os.environ.get("RIVEN_CI_STRICT") == "1"


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture(scope="session")
def article_path() -> Path:
    """The reference text of the worked study; the test is left out where it is missing."""
    path = find_reference()
    if path is None:
        pytest.skip(NO_REFERENCE)
    return path


@pytest.fixture(scope="session")
def data_path() -> Path:
    """The folder of others' data sets; the test is left out where it is missing."""
    path = find_data()
    if path is None:
        pytest.skip(NO_DATA)
    return path


@pytest.fixture(scope="session")
def chromium_path() -> str:
    """A chromium to drive; the test is left out where there is none, and fails where nothing may be left out."""
    path = find_chromium()
    if path is None:
        (pytest.fail if is_strict() else pytest.skip)(NO_CHROMIUM)
    return path


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Leave out what this machine cannot run, before any fixture of the test is made."""
    if item.get_closest_marker("reference") and find_reference() is None:
        pytest.skip(NO_REFERENCE)
    if item.get_closest_marker("shared_data") and find_data() is None:
        pytest.skip(NO_DATA)
    if item.get_closest_marker("browser") and find_chromium() is None:
        (pytest.fail if is_strict() else pytest.skip)(NO_CHROMIUM)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Name what was left out, and how to get it."""
    skipped = terminalreporter.stats.get("skipped", [])
    if not skipped:
        return
    reasons: dict[str, int] = {}
    for report in skipped:
        reason = str(report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr)
        reason = reason.removeprefix("Skipped: ")
        reasons[reason] = reasons.get(reason, 0) + 1
    terminalreporter.section("left out")
    for reason, count in sorted(reasons.items()):
        how = HOW_TO_GET.get(reason)
        terminalreporter.line(f"{count} test{'s' * (count != 1)}: {reason}" + (f"; to get it: {how}" if how else ""))


class NetworkForbiddenError(RuntimeError):
    """A test reached for the network."""


def _is_local(address: object) -> bool:
    """Loopback addresses and sockets of this machine (which have no address tuple) are allowed."""
    if not isinstance(address, tuple):
        return True
    host = str(address[0])
    if host in {"localhost", ""}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _guarded(name: str):
    original = getattr(socket.socket, name)

    def guard(self: socket.socket, address: object, *rest: object) -> object:
        if not _is_local(address):
            raise NetworkForbiddenError(f"a test tried to reach {address}: riven needs no network, nor do its tests")
        return original(self, address, *rest)

    return guard


def pytest_configure() -> None:
    """Put the guard in front of every way out of a socket, for the whole run."""
    for name in ("connect", "connect_ex"):
        setattr(socket.socket, name, _guarded(name))
