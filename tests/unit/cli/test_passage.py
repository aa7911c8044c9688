"""`riven passage`: what it prints, and what it writes."""

import json

import pytest
import typer
from typer.testing import CliRunner

from riven.cli.passage import passage
from riven.folder import read_study, write_template

SOURCE = "herald-2016"


@pytest.fixture
def folder(tmp_path):
    """A study begun from the template."""
    write_template("armed-group-rivalry", tmp_path / "study", study_id="study")
    return tmp_path / "study"


def typed(*words):
    """Type the command."""
    app = typer.Typer()
    app.command()(passage)
    return CliRunner().invoke(app, list(map(str, words)), catch_exceptions=False)


def test_words_become_a_row_with_its_header(folder) -> None:
    """Nothing is written without being asked for."""
    before = (folder / "passages.csv").read_bytes()
    done = typed(folder, SOURCE, "On 12 March ... in which")
    header, row = done.stdout.splitlines()
    assert "id,source,start,end,sha256,page,paragraph,note,excerpt" == header
    assert row.startswith("p-3,herald-2016,80,")
    assert before == (folder / "passages.csv").read_bytes()


def test_a_row_is_added_when_asked_for(folder) -> None:
    """The study still reads, and holds it."""
    typed(folder, SOURCE, "On 12 March ... in which", "--add", "--id", "p-letter")
    assert 3 == read_study(folder).passages["p-letter"].paragraph


def test_a_passage_that_is_there_is_not_added_again(folder) -> None:
    """It is named instead."""
    before = (folder / "passages.csv").read_bytes()
    done = typed(folder, SOURCE, "In the spring ... Covenant.", "--add")
    assert "This passage is there already: p-2." in done.stderr
    assert before == (folder / "passages.csv").read_bytes()


def test_a_script_can_read_it(folder) -> None:
    """JSON on standard output, and nothing else."""
    told = json.loads(typed(folder, SOURCE, "for practice only", "--json").stdout)
    assert ("p-3", 1, True) == (told["id"], told["paragraph"], told["new"])


def test_a_missing_word_is_a_wrong_call(folder) -> None:
    """The code is that of bad input."""
    assert 2 == typed(folder, SOURCE).exit_code
