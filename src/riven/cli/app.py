"""The commands put together, and the one place where an error becomes a message and an exit code."""

import contextlib
import gc
import os
import signal
import sys
from collections.abc import Iterator
from types import TracebackType
from typing import Annotated

import typer

from riven.cli.account import account
from riven.cli.attach import attach
from riven.cli.build import build
from riven.cli.check import check
from riven.cli.cite import cite
from riven.cli.codebook import codebook
from riven.cli.exits import BAD_INPUT, DEFECT, EXITS, INTERRUPTED, exit_for
from riven.cli.explain import explain
from riven.cli.new import new
from riven.cli.passage import passage
from riven.cli.plain_help import PlainHelp
from riven.cli.sensitivity import sensitivity
from riven.cli.show import complain, complain_of_path, say
from riven.cli.trace import trace
from riven.cli.verify import verify
from riven.errors import RivenError

COMMANDS = (build, check, explain, sensitivity, trace, verify, attach, passage, account, new, codebook, cite)
"""Every command, in the order of the help page."""

app = typer.Typer(
    name="riven",
    add_completion=False,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(value: bool) -> None:  # noqa: FBT001 -- the form a callback of an option has
    if value:
        from riven.pipeline.manifest import riven_version

        say(f"riven {riven_version()}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: " + ", ".join(f"{entry.code} {entry.word.replace('-', ' ')}" for entry in EXITS) + "."
)
def riven(
    *,
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and stop.")
    ] = False,
) -> None:
    """Map rivalries and divided loyalties between armed groups, every cell walkable back to its passage.

    Where STUDY may be left out, riven takes the current folder, or the only study under studies/; one that lies there
    may be named by its name alone.
    """


for command in COMMANDS:
    app.command(cls=PlainHelp)(command)


def main() -> None:
    """Run the command line; every error ends in a message without a traceback, and in a code of the table."""
    sys.excepthook = _report_defect
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that cannot show a letter is no reason to stop
    try:
        with _ending_with_its_reader(), _collecting_nothing():
            typer.main.get_command(app)(prog_name="riven")
    except RivenError as error:
        end = exit_for(error)
        if end is DEFECT:
            raise
        complain(error)
        sys.exit(end.code)
    except OSError as error:
        if not error.filename:
            raise
        complain_of_path(error)
        sys.exit(BAD_INPUT.code)
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED.code)


@contextlib.contextmanager
def _ending_with_its_reader() -> Iterator[None]:
    """End without a word when what reads the output stops reading, as in `riven ... | head`."""
    if not hasattr(signal, "SIGPIPE"):
        yield
        return
    before = signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    try:
        yield
    finally:
        signal.signal(signal.SIGPIPE, before)


@contextlib.contextmanager
def _collecting_nothing() -> Iterator[None]:
    """Look for no circles among objects: a command makes millions of them that all stay, and then it ends.

    Measured on a study of 30 000 claims: a fifth less time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _report_defect(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Say what went wrong in riven itself, where, and what to do about it."""
    if os.environ.get("RIVEN_TRACEBACK"):
        sys.__excepthook__(kind, error, trace)
    place = ""
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        place = f" in {module}, line {trace.tb_lineno}" if module.startswith("riven.") else place
        trace = trace.tb_next
    sys.stderr.write(f"riven: a defect in riven itself{place}: {kind.__name__}: {error}\n")
    sys.stderr.write("Please report it, with the command you ran; RIVEN_TRACEBACK=1 shows more to send along.\n")
    raise SystemExit(DEFECT.code)
