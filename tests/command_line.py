"""Type a command as a person would, and see what comes out."""

import sys
from dataclasses import dataclass

import pytest

from riven.cli import main


@dataclass(frozen=True)
class Typed:
    """What came of a command.

    Attributes:
        code: Exit code.
        out: Standard output.
        err: Standard error.
    """

    code: int
    out: str
    err: str


def typed(capsys: pytest.CaptureFixture[str], *words: object) -> Typed:
    """Run riven with these words, in this process."""
    capsys.readouterr()
    before, hook = sys.argv, sys.excepthook
    sys.argv = ["riven", *map(str, words)]
    try:
        main()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
    finally:
        sys.argv, sys.excepthook = before, hook
    told = capsys.readouterr()
    return Typed(code, told.out, told.err)
