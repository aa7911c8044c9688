"""The command line as a person meets it: from an empty folder to a trace, every end, every way to type it wrong."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import typer

import riven
from command_line import typed
from folder_factory import TEXT, write_tiny
from riven.cli.app import COMMANDS, app
from riven.cli.exits import DEFECT, EXITS, INTERRUPTED
from riven.errors import EvidenceError
from riven.pipeline import overview

NAMES = [command.__name__ for command in COMMANDS]
TOO_LONG = "x" * 300


@pytest.fixture
def study(tmp_path) -> Path:
    """A small invented study in a folder of its own."""
    return write_tiny(tmp_path / "study")


@pytest.fixture
def edition(tmp_path) -> Path:
    """Another edition of the text of its source."""
    path = tmp_path / "edition.txt"
    path.write_text("Preface. " + TEXT, encoding="utf-8")
    return path


def run(code: str, *words: object) -> subprocess.CompletedProcess[str]:
    """Run riven with these words in a process of its own, after some Python."""
    script = f"{code}\nfrom riven.cli import main\nmain()"
    environment = {name: value for name, value in os.environ.items() if name != "RIVEN_TRACEBACK"}
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, words)], capture_output=True, text=True, check=False, env=environment
    )


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def options(name: str) -> set[str]:
    """Name the options of a command."""
    return {option for held in typer.main.get_command(app).commands[name].params for option in held.opts}


def test_a_person_gets_from_an_empty_folder_to_a_passage(tmp_path, capsys, monkeypatch) -> None:
    """Every command once, typed in the folder of the study, with nothing named that can be left out."""
    assert 0 == typed(capsys, "new", tmp_path / "mine").code
    monkeypatch.chdir(tmp_path / "mine")

    assert "is sound" in typed(capsys, "check").out
    assert "1 of 2 actors are rivals" in typed(capsys, "build").out
    assert "A rival." in typed(capsys, "explain", "Northern Front").out
    assert "Passage p-1:" in typed(capsys, "trace", "northern-front", "2015", "-m", "criticised").out
    assert "bears on" in typed(capsys, "trace", "--of", "herald-2016").out
    assert "2 match" in typed(capsys, "verify").out
    assert "2 match" in typed(capsys, "attach", "text/herald-2016.txt").out
    assert "p-3,herald-2016" in typed(capsys, "passage", "herald-2016", "for practice only").out
    assert "Kind statement" in typed(capsys, "codebook", "statement").out
    assert f"riven {riven.__version__}" in typed(capsys, "cite").out


def test_every_end_in_the_table_can_be_met_and_no_other(study, edition, tmp_path, capsys, monkeypatch) -> None:
    """0 to 5 here; a defect, a stop and a closed pipe in processes of their own, below."""

    def too_little(_: object) -> None:
        raise EvidenceError("two coders are needed")

    met = {
        typed(capsys, *words).code
        for words in (
            ("check", study),
            ("verify", study, edition),
            ("check", tmp_path / "nowhere"),
            ("explain", study, "nobody"),
            ("build", study, "--out", edition),
        )
    }
    monkeypatch.setattr(overview, "counts", too_little)
    met.add(typed(capsys, "check", study).code)
    assert {entry.code for entry in EXITS} == met | {70, 130, 141}


@pytest.mark.parametrize("name", NAMES)
def test_every_command_reads_as_json_or_can_be_tried_dry(name) -> None:
    """A command that answers has `--json`; one that writes has `--dry-run`, or writes only with `--add`."""
    assert options(name) & {"--json", "--dry-run"}


@pytest.mark.parametrize(
    "words",
    [
        ("check",),
        ("explain", "river-brigade"),
        ("trace", "river-brigade", "2015"),
        ("trace", "--of", "gazette-1"),
        ("verify",),
        ("codebook",),
        ("codebook", "statement"),
        ("cite",),
        ("passage", "gazette-1", TEXT.split(".")[0]),
    ],
    ids=" ".join,
)
def test_an_answer_in_json_is_json_and_nothing_else(study, capsys, monkeypatch, words) -> None:
    """So that a script can read it."""
    monkeypatch.chdir(study)
    done = typed(capsys, *words, "--json")
    assert 0 == done.code
    assert json.loads(done.out)


def test_a_dry_run_leaves_everything_as_it_is(study, edition, tmp_path, capsys) -> None:
    """Not one byte more or less below the folder, whatever is tried."""
    before = contents(tmp_path)
    for words in (
        ("build", study),
        ("build", study, "--out", tmp_path / "out"),
        ("attach", study, edition, "--anyway"),
        ("new", tmp_path / "new"),
    ):
        assert 0 == typed(capsys, *words, "--dry-run").code
    assert before == contents(tmp_path)
    assert {"study", "edition.txt"} == {path.name for path in tmp_path.iterdir()}


def test_two_builds_are_the_same_to_the_byte(study, tmp_path, capsys) -> None:
    """Tables, Parquet, pictures, pages and manifest, wherever they are written."""
    typed(capsys, "build", study, "--out", tmp_path / "one")
    typed(capsys, "build", study, "--out", tmp_path / "two" / "deep")
    first = contents(tmp_path / "one")
    kinds = ".csv .parquet .svg .pdf .png .html .md .docx .js .css .json"
    assert set(kinds.split()) == {Path(name).suffix for name in first}
    assert first == contents(tmp_path / "two" / "deep")


def test_a_broken_study_leaves_no_folder_behind(study, tmp_path, capsys) -> None:
    """Its problems are located, and nothing is written."""
    (study / "study.toml").write_text("title = 3\nfocl = 'x'\n")
    done = typed(capsys, "build", study, "--out", tmp_path / "out")
    assert (2, "") == (done.code, done.out)
    assert "study.toml:2:1  unknown key 'focl'" in done.err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (("biuld",), "build"),
        (("build", "{study}", "--otu", "x"), "--out"),
        (("explain", "{study}", "rivr brigade"), "River Brigade"),
        (("explain", "{study}", "river-brigade", "-m", "critcised"), "criticised"),
        (("explain", "{study}", "river-brigade", "2051"), "2015"),
        (("trace", "{study}", "--of", "gazete-1"), "gazette-1"),
        (("verify", "{study}", "--source", "gazzette-1"), "gazette-1"),
        (("passage", "{study}", "gazet-1", "words"), "gazette-1"),
        (("codebook", "{study}", "condem"), "condemn"),
        (("new", "x", "--template", "armed-group-rivalries"), "armed-group-rivalry"),
    ],
)
def test_a_slip_is_answered_with_what_may_be_meant(study, capsys, words, meant) -> None:
    """Whatever was misspelled; the code is that of a wrong call or of an unknown name."""
    done = typed(capsys, *(str(study) if word == "{study}" else word for word in words))
    assert done.code in {2, 3}
    assert meant in done.err
    assert "" == done.out


@pytest.mark.parametrize("path", ["file", "file/x", "loop", "dangling", TOO_LONG, "", "a\nb", "\x1b[31m"])
@pytest.mark.parametrize("name", NAMES)
def test_no_path_however_odd_leads_to_a_traceback(study, tmp_path, capsys, monkeypatch, name, path) -> None:
    """A file, a path through a file, links to nowhere and to themselves, names no machine takes, no name at all."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "dangling").symlink_to("nowhere")
    wanted = {
        "new": [path, "--dry-run"] if path in {"", "a\nb", "\x1b[31m"} else [path],
        "explain": [f"./{path}", "x"],
        "trace": [f"./{path}", "x", "2015"],
        "passage": [f"./{path}", "x", "y"],
        "codebook": [f"./{path}", "x"],
        "attach": [study, path],
        "verify": [study, path],
        "build": [study, "--out", path] if path else [path],
    }
    done = typed(capsys, name, *wanted.get(name, [path]))
    assert done.code in {0, 1, 2, 4}
    assert "Traceback" not in done.err
    assert "defect" not in done.err
    assert "\x1b" not in done.out + done.err


def test_a_reader_who_stops_reading_ends_riven_without_a_word(study) -> None:
    """As in `riven ... | head -1`: the signal ends it, and nothing is complained of."""
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        [sys.executable, "-m", "riven", "codebook", str(study)],
        stdout=writing, stderr=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    os.close(writing)
    assert (-signal.SIGPIPE, "") == (done.returncode, done.stderr)


def test_a_person_who_stops_riven_sees_no_traceback(study, tmp_path) -> None:
    """The code is that of a stop, and no half-written folder is left."""
    stop = (
        "from riven.pipeline import target\n"
        "def stop(*_): raise KeyboardInterrupt\n"
        "target._swap = stop\n"
    )  # fmt: skip
    done = run(stop, "build", study, "--out", tmp_path / "out")
    assert (INTERRUPTED.code, "", "") == (done.returncode, done.stdout, done.stderr)
    assert ["study"] == [path.name for path in tmp_path.iterdir()]


def test_a_defect_of_riven_is_told_as_one(study) -> None:
    """Where it lies and what to do; the code is not that of bad input, and there is no traceback."""
    broken = "from riven.pipeline import overview\noverview.counts = lambda study: 1 / 0"
    done = run(broken, "check", study)
    assert (DEFECT.code, "") == (done.returncode, done.stdout)
    assert "a defect in riven itself in riven.cli.check, line " in done.stderr
    assert "ZeroDivisionError" in done.stderr
    assert "Traceback" not in done.stderr
