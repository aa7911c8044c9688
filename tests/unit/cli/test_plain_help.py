"""Help pages are plain text, and show what may be typed."""

import pytest
import typer

from command_line import typed
from riven.cli.app import COMMANDS, app

WIDTH = 80


@pytest.mark.parametrize("name", [command.__name__ for command in COMMANDS])
def test_a_usage_line_shows_arguments_as_they_are_typed(capsys, name) -> None:
    """Those that may be left out stand in brackets; no name of a type stands among them."""
    arguments = [p for p in typer.main.get_command(app).commands[name].params if p.param_type_name == "argument"]
    told = typed(capsys, name, "--help").out

    assert f"Usage: riven {name} {arguments[0].metavar} [OPTIONS]" == told.splitlines()[0]
    assert f"  {arguments[0].metavar}  {arguments[0].help.partition(' ')[0]}" in told
    assert "<" not in told


def test_every_command_says_in_one_line_what_it_does(capsys) -> None:
    """Nothing is cut short in the list of commands."""
    told = typed(capsys, "--help").out.partition("Commands:\n")[2].partition("\n\n")[0].splitlines()

    assert [command.__name__ for command in COMMANDS] == [line.split()[0] for line in told]
    assert [] == [line for line in told if not line.endswith(".") or line.endswith("...") or len(line) > WIDTH]
