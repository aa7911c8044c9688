"""The exit codes of every command, and which error leads to which: one table, used by the code and by the manual."""

from dataclasses import dataclass

from riven.errors import (
    AmbiguousNameError,
    DateError,
    EvidenceError,
    InputError,
    OutputError,
    StyleError,
    UnknownTermError,
)


@dataclass(frozen=True, slots=True)
class Exit:
    """One way a command may end.

    Attributes:
        code: The exit code.
        word: One word for it.
        meaning: When a command ends so.
        errors: Errors that lead to it, with all that derive from them.
    """

    code: int
    word: str
    meaning: str
    errors: tuple[type[BaseException], ...] = ()


OK = Exit(0, "ok", "The command did what it was asked for.")
FOUND = Exit(1, "found", "A check found something: `riven verify` met passages that moved or are missing.")
BAD_INPUT = Exit(
    2,
    "bad-input",
    "The study folder, a file or the command line is not as it should be; nothing was written.",
    (InputError, DateError, StyleError),
)
UNKNOWN = Exit(
    3,
    "unknown",
    "The study holds no such actor, period, measure, claim, passage or source, or a name belongs to several actors.",
    (UnknownTermError, AmbiguousNameError),
)
CANNOT_WRITE = Exit(4, "cannot-write", "The result cannot be written where it was asked for.", (OutputError,))
NO_EVIDENCE = Exit(
    5, "no-evidence", "What the study holds does not bear the computation asked of it.", (EvidenceError,)
)
DEFECT = Exit(70, "defect", "riven itself went wrong; the message says how to report it.")
INTERRUPTED = Exit(130, "interrupted", "The person stopped the command.", (KeyboardInterrupt,))
CLOSED_PIPE = Exit(141, "closed-pipe", "What read the output stopped reading, as `head` does; the signal ends riven.")

EXITS = (OK, FOUND, BAD_INPUT, UNKNOWN, CANNOT_WRITE, NO_EVIDENCE, DEFECT, INTERRUPTED, CLOSED_PIPE)


def exit_for(error: BaseException) -> Exit:
    """Find how a command ends after an error.

    Returns:
        The entry of the table; `defect` for an error no entry names.
    """
    return next((entry for entry in EXITS if isinstance(error, entry.errors)), DEFECT)
