"""`riven account`: which parts researchers wrote themselves, and a text to start from."""

import json
import shutil

import pytest
import typer
from typer.testing import CliRunner

from narrative_factory import INVENTED
from riven.cli.account import account


@pytest.fixture
def folder(tmp_path):
    """A copy of the invented study."""
    shutil.copytree(INVENTED, tmp_path / "study")
    return tmp_path / "study"


def typed(*words):
    """Type the command."""
    app = typer.Typer()
    app.command()(account)
    return CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)


def test_blocks_are_written_listed_and_reviewed(folder) -> None:
    """One after the other."""
    assert "Wrote" in typed(folder, "heron-command.said").stderr
    path = folder / "account" / "heron-command.said.md"
    path.write_text(path.read_text().replace('"claim d-lantern-2022" = "', '"claim d-lantern-2022" = "0'))
    listed = typed(folder).stdout
    states = {each["block"]: each["state"] for each in json.loads(typed(folder, "--json").stdout)}
    typed(folder, "heron-command.said", "--reviewed")

    assert "  evidence changed\n    claim d-lantern-2022 reads otherwise\n" in listed
    assert ("evidence changed", "generated") == (states["heron-command.said"], states["heron-command.left"])
    assert ["heron-command.said"] == [
        line.split()[0] for line in typed(folder).stdout.splitlines() if " edited" in line
    ]


def test_a_dry_run_writes_nothing(folder) -> None:
    """It names the file."""
    done = typed(folder, "heron-command.said", "--dry-run")

    assert done.stderr.startswith("Would write")
    assert not (folder / "account").exists()


@pytest.mark.parametrize("words", [("--reviewed",), ("a", "b")])
def test_a_command_line_that_means_nothing_is_refused(words, folder) -> None:
    """Before anything is read."""
    assert 2 == typed(folder, *words).exit_code
