"""What a command prints. Text from a study is printed as text: no markup in it is obeyed, and no control character.

Sentences go to standard output as they are, so that a pipe gets whole lines; progress is drawn only where somebody can
see it.
"""

import json
import shutil
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import typer

from riven.errors import InputError, RivenError

_NARROWEST = 40
_KEPT = "\n\t\u2068\u2069"


def say(text: str = "") -> None:
    """Print a line of text to standard output."""
    typer.echo(printable(text))


def say_lines(lines: Iterable[str]) -> None:
    """Print lines of prose to standard output: whole in a pipe, wrapped under their indent on a terminal."""
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else 0
    for line in lines:
        say("\n".join(wrapped(line, width)) if width else line)


def wrapped(line: str, width: int) -> list[str]:
    """Break a line at its blanks, and let what follows stand further in than its beginning.

    Args:
        line: The line; blanks at its beginning are its indent.
        width: Most characters in a line; a longer word is left whole, so that it can be copied.

    Returns:
        At least one line.
    """
    indent = line[: len(line) - len(line.lstrip())]
    broken = textwrap.wrap(
        line.strip(),
        max(width, _NARROWEST),
        initial_indent=indent,
        subsequent_indent=f"{indent}    ",
        break_long_words=False,
        break_on_hyphens=False,
    )
    return broken or [""]


def say_json(value: Any) -> None:  # noqa: ANN401 -- whatever JSON can hold
    """Print a value as JSON to standard output, and nothing else."""
    plain = (sys.stdout.encoding or "").lower().replace("-", "") != "utf8"
    typer.echo(json.dumps(value, ensure_ascii=plain, indent=2))


def note(text: str) -> None:
    """Print a line about the work itself to standard error, so that it never mixes with a result."""
    typer.echo(printable(text), err=True)


def complain(error: RivenError) -> None:
    """Print an error to standard error: every problem on a line of its own, then how many there are."""
    if not isinstance(error, InputError):
        typer.echo(f"riven: {printable(str(error))}", err=True)
        return
    for problem in error.problems:
        typer.echo(printable(str(problem)), err=True)
    count = len(error.problems)
    typer.echo(f"riven: {count} problem{'s' * (count != 1)} found, nothing written.", err=True)


def complain_of_path(error: OSError) -> None:
    """Print to standard error which file or folder the machine refused, and why."""
    typer.echo(printable(f"riven: {error.filename}: {error.strerror}"), err=True)


@contextmanager
def working(task: str) -> Iterator[Callable[[str], None]]:
    """Show that work goes on, where somebody can see it.

    Args:
        task: What is being done first.

    Yields:
        A function that tells the next step.
    """
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    parts = (SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn())
    with Progress(*parts, console=Console(stderr=True), transient=True) as progress:
        shown = progress.add_task(task, total=None)
        yield lambda step: progress.update(shown, description=printable(step))


def printable(text: str) -> str:
    """Write characters that would act on a terminal, or hide in it, as their escapes.

    Returns:
        The text; line feeds and tabs are kept, and so are the isolates that keep a right-to-left name from reordering
        the words around it: they never reach beyond their line.
    """
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign in _KEPT else sign.encode("unicode_escape").decode("ascii") for sign in text
    )
