"""What a command prints is text, whatever a study holds."""

import io
import json
import sys

from riven.cli.show import complain, complain_of_path, note, printable, say, say_json, say_lines, working, wrapped
from riven.errors import Problem, StudyFolderError, UnknownTermError


def test_control_characters_are_written_out() -> None:
    """Nothing in a study can act on a terminal or hide in it; line feeds and tabs stay."""
    assert "a\\x1b[31mred\\u202e\n\tb" == printable("a\x1b[31mred\u202e\n\tb")


def test_a_name_from_right_to_left_stays_in_its_isolate() -> None:
    """What keeps the words around it in order is no secret sign; what reorders them is."""
    assert "\u2068طالبان\u2069, 2015: \\u2067reported" == printable("\u2068طالبان\u2069, 2015: \u2067reported")


def test_results_and_remarks_do_not_mix(capsys) -> None:
    """A pipe gets the result alone."""
    say("result")
    note("remark")
    told = capsys.readouterr()

    assert ("result\n", "remark\n") == (told.out, told.err)


def test_prose_in_a_pipe_keeps_its_lines(capsys) -> None:
    """However long they are: a script counts on them."""
    say_lines(["  " + "word " * 100, ""])

    assert "  " + "word " * 100 + "\n\n" == capsys.readouterr().out


def test_prose_on_a_terminal_is_wrapped_under_its_indent() -> None:
    """Never inside a word, so that an identifier can be copied; an empty line stays one."""
    assert ["  one two three four five six seven", "      eight nine"] == wrapped(
        "  one two three four five six seven eight nine", 40
    )
    assert ["  Finding", f"      {'x' * 60}", "      was published"] == wrapped(
        f"  Finding {'x' * 60} was published", 50
    )
    assert [""] == wrapped("", 80)


def test_json_is_all_there_is(capsys) -> None:
    """Letters of any script come through."""
    say_json({"name": "طالبان"})

    assert {"name": "طالبان"} == json.loads(capsys.readouterr().out)


def test_every_problem_has_a_line_and_all_are_counted(capsys) -> None:
    """The count agrees with its noun."""
    complain(StudyFolderError([Problem("a.csv", 1, 2, "x"), Problem("b.csv", 0, 0, "y")]))
    complain(StudyFolderError([Problem("a.csv", 1, 2, "x")]))
    complain(UnknownTermError("x", "actor"))
    told = capsys.readouterr().err.splitlines()

    assert ["a.csv:1:2  x", "b.csv  y", "riven: 2 problems found, nothing written."] == told[:3]
    assert "riven: 1 problem found, nothing written." == told[4]
    assert "riven: unknown actor 'x'." == told[5]


def test_a_path_the_machine_refuses_is_named(capsys) -> None:
    """With the reason the machine gave."""
    complain_of_path(OSError(36, "File name too long", "xxx"))

    assert "riven: xxx: File name too long\n" == capsys.readouterr().err


def test_progress_is_silent_where_nobody_sees_it(capsys) -> None:
    """A pipe and a log stay clean."""
    with working("first") as tell:
        tell("second")

    assert ("", "") == tuple(capsys.readouterr())


class Terminal(io.StringIO):
    """Where a person looks."""

    def isatty(self) -> bool:
        """A person sees it."""
        return True


def test_progress_is_told_where_a_person_sees_it(monkeypatch) -> None:
    """Step by step, and as text: a name that looks like markup stays what it is."""
    watched = Terminal()
    monkeypatch.setattr(sys, "stderr", watched)
    monkeypatch.setenv("TERM", "xterm")
    with working("Reading [red]study") as tell:
        tell("Filling \x1bcells")

    assert "Filling \\x1bcells" in watched.getvalue()
    assert "Reading [red]study" in watched.getvalue()
