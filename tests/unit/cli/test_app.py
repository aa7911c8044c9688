"""The commands put together: help, version, and how an error ends."""

import gc

import pytest

from command_line import typed
from riven.cli import app as door
from riven.cli.app import COMMANDS


def test_help_names_every_command_and_every_exit_code(capsys) -> None:
    """A person sees at once what there is."""
    told = " ".join(typed(capsys, "--help").out.split())

    assert all(command.__name__ in told for command in COMMANDS)
    assert all(word in told for word in ("0 ok", "2 bad input", "70 defect"))


def test_the_version_is_told(capsys) -> None:
    """It is that of the installed package."""
    assert typed(capsys, "--version").out.startswith("riven 0.")


def test_an_unknown_command_is_bad_input(capsys) -> None:
    """With a near one."""
    done = typed(capsys, "biuld")

    assert 2 == done.code
    assert "build" in done.err


def test_every_error_ends_in_a_message_and_a_code(tmp_path, capsys) -> None:
    """A folder that is none, a file in its place, a folder without a study."""
    (tmp_path / "file").write_text("")
    (tmp_path / "empty").mkdir()

    for name, told in {"nowhere": "does not exist", "file": "is not a folder", "empty": "is missing"}.items():
        done = typed(capsys, "check", tmp_path / name)
        assert (2, True, False) == (done.code, told in done.err, "Traceback" in done.err)


def test_a_command_leaves_the_interpreter_as_it_found_it(capsys) -> None:
    """It looks for no circles among its objects while it runs, and a notebook goes on as before."""
    assert gc.isenabled()
    typed(capsys, "--version")
    assert gc.isenabled()


def test_a_defect_is_told_as_one(monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    """What went wrong, where, and what to do about it; never a bare traceback."""
    monkeypatch.delenv("RIVEN_TRACEBACK", raising=False)
    with pytest.raises(SystemExit) as ended:
        door._report_defect(KeyError, KeyError("lost"), None)

    told = capsys.readouterr().err
    assert 70 == ended.value.code
    assert "a defect in riven itself" in told
    assert "KeyError" in told
    assert "Please report it" in told
