"""The command line: one file a command, one table of exit codes, and errors as lines a person can act on."""

from riven.cli.app import main

__all__ = ["main"]
