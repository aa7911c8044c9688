"""One table of exit codes."""

import pytest

from riven import errors
from riven.cli.exits import BAD_INPUT, CANNOT_WRITE, DEFECT, EXITS, NO_EVIDENCE, UNKNOWN, exit_for


def test_no_two_ends_share_a_code_or_a_word() -> None:
    """A script can tell them apart."""
    assert len(EXITS) == len({entry.code for entry in EXITS}) == len({entry.word for entry in EXITS})


@pytest.mark.parametrize(
    ("error", "entry"),
    [
        (errors.StudyFolderError([]), BAD_INPUT),
        (errors.DocumentError([]), BAD_INPUT),
        (errors.DateError("x", "y"), BAD_INPUT),
        (errors.UnknownTermError("x", "actor"), UNKNOWN),
        (errors.AmbiguousNameError("x", ["a"]), UNKNOWN),
        (errors.OutputError("x", "y"), CANNOT_WRITE),
        (errors.EvidenceError("x"), NO_EVIDENCE),
        (errors.UntraceableCellError("a", "2015", "x"), DEFECT),
        (ValueError("x"), DEFECT),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_error_has_its_end(error, entry) -> None:
    """An error no entry names is a defect of riven."""
    assert entry is exit_for(error)
