"""Everything that can go wrong, drawn at the top.

```
RivenError
├── InputError(problems)              a person wrote something wrong; every problem at once, path:line:column
│   ├── StudyFolderError              a study folder does not read as a study
│   └── DocumentError                 a file that should become a frozen document cannot be read
├── DateError(text, reason)           a string that is not a date riven can read
├── UnknownTermError(term, kind, suggestions)   an actor, measure, period, claim ... that the study does not hold
├── AmbiguousNameError(term, actors)  one spelling, several actors
├── StyleError                        a style of citations that riven cannot follow
├── EvidenceError                     what the study holds does not bear the computation asked of it
├── UntraceableCellError(actor, period)         a cell that claims a finding but names none: a defect of riven
└── OutputError(path)                 a file or folder that cannot be written
```

The command line maps this tree to exit codes in one table (`riven.cli.exits`).
"""

from collections.abc import Iterable
from dataclasses import dataclass

_SHOWN = 80
_LISTED = 8


def quote(text: str) -> str:
    """Put a value into an error message, however it came to be.

    Returns:
        The value in single quotes: cut after 80 characters, and with every character that would act on a terminal or
        hide in it (controls, direction marks) written as its escape.
    """
    return f"'{_printable(text if len(text) <= _SHOWN else text[: _SHOWN - 3] + '...')}'"


def _printable(text: str) -> str:
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in text)


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One defect in what a person wrote: where it is, what it is, what was expected, what may be meant.

    Attributes:
        path: File, as the person would name it (relative to the study folder where it lies in one).
        line: Line in the file, from 1; 0 when the problem is the file as a whole.
        column: Character in the line, from 1; 0 when the problem is the line as a whole.
        what: What is wrong, with the offending value in single quotes.
        expected: What would have been right; empty when `what` already says it.
        hint: The nearest known term, or what to do next; empty when there is nothing to add.
    """

    path: str
    line: int
    column: int
    what: str
    expected: str = ""
    hint: str = ""

    def __str__(self) -> str:
        where = ":".join([self.path, *(str(n) for n in (self.line, self.column) if n)])
        parts = [f"{where}  {self.what}"]
        if self.expected:
            parts.append(f"Expected {self.expected}.")
        if self.hint:
            parts.append(self.hint)
        return _printable("  ".join(parts))


class RivenError(Exception):
    """Root of every error riven raises on purpose."""


class InputError(RivenError):
    """A person wrote something wrong; carries every problem found, in file order.

    Attributes:
        problems: At least one problem, sorted by path, line and column.
    """

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


class StudyFolderError(InputError):
    """A study folder does not read as a study."""


class DocumentError(InputError):
    """A file that should become a frozen document cannot be read."""


class DateError(RivenError, ValueError):
    """A string that is not a date riven can read.

    Attributes:
        text: The string as written.
        reason: What is wrong with it and what would be right.
    """

    def __init__(self, text: str, reason: str) -> None:
        self.text = text
        self.reason = reason
        super().__init__(f"{quote(text)} is not a date riven can read: {reason}")


class UnknownTermError(RivenError, LookupError):
    """A name that the study does not hold.

    Attributes:
        term: The name as asked for.
        kind: What it was taken for, e.g. `actor`, `measure`, `period`.
        suggestions: Known names that come near, best first; may be empty.
    """

    def __init__(self, term: str, kind: str, suggestions: Iterable[str] = (), known: Iterable[str] = ()) -> None:
        self.term = term
        self.kind = kind
        self.suggestions: tuple[str, ...] = tuple(suggestions)
        meant = f" Did you mean {' or '.join(quote(s) for s in self.suggestions)}?" if self.suggestions else _all(known)
        super().__init__(f"unknown {kind} {quote(term)}.{meant}")


def _all(known: Iterable[str]) -> str:
    """List what there is, where nothing comes near: the first few, and how many more."""
    held = list(known)
    more = f" and {len(held) - _LISTED} more" if len(held) > _LISTED else ""
    return f" Known: {', '.join(quote(name) for name in held[:_LISTED])}{more}." if held else ""


class AmbiguousNameError(RivenError, LookupError):
    """A spelling that belongs to several actors of the study.

    Attributes:
        term: The spelling as asked for.
        actors: Identifiers of the actors it may mean, in the order of the study.
    """

    def __init__(self, term: str, actors: Iterable[str]) -> None:
        self.term = term
        self.actors: tuple[str, ...] = tuple(actors)
        meant = ", ".join(quote(actor) for actor in self.actors)
        super().__init__(f"{quote(term)} is a name of several actors: {meant}. Ask for one of these ids.")


class StyleError(RivenError, ValueError):
    """A style of citations that is not CSL, or that cites in notes and not in the text; the message says which."""


class EvidenceError(RivenError):
    """What the study holds does not bear the computation asked of it; the message says what would."""


class UntraceableCellError(RivenError):
    """A cell that claims evidence but names no finding (a defect in riven, never in a study).

    Attributes:
        actor: Row of the cell.
        period: Column of the cell.
    """

    def __init__(self, actor: str, period: str, reason: str) -> None:
        self.actor = actor
        self.period = period
        super().__init__(f"cell {actor} {period}: {reason}")


class OutputError(RivenError):
    """A file or folder that cannot be written.

    Attributes:
        path: The file or folder.
    """

    def __init__(self, path: str, reason: str) -> None:
        self.path = path
        super().__init__(f"{path}: {reason}")
