"""study.toml."""

from dataclasses import replace
from pathlib import Path

import pytest

from folder_factory import STUDY, a_table, told, write_tiny
from riven.dates import Window
from riven.folder import read_study
from riven.folder.canonical import toml_text
from riven.folder.head import head_document, read_head
from riven.folder.vocabulary import Vocabulary
from riven.model.claim import CoderType

ACTORS = Vocabulary("actor", ("covenant",), "actors.csv")


def read(text):
    """Read a head: what it says, and what is wrong with it."""
    root = a_table(text, "study.toml")
    return read_head(root, ACTORS), told(root.tree.problems)


def test_a_head_says_what_the_study_is_and_who_coded() -> None:
    """What it does not say is empty."""
    head, problems = read(STUDY)

    assert [] == problems
    assert ("tiny", "1.0", "CC0-1.0", "") == (head.id, head.version, head.licence, head.citation)
    assert Window.from_edtf("2015/2016") == head.window
    assert {"ann": CoderType.PERSON, "bot": CoderType.MODEL} == {own: coder.type for own, coder in head.coders.items()}
    assert head.whole


def test_a_file_without_a_study_says_nothing() -> None:
    """One problem is enough."""
    head, problems = read("")

    assert head is None
    assert ["study.toml  missing key 'study'  Expected a table [study]."] == problems


def test_a_head_with_a_problem_leaves_its_coders_in_doubt() -> None:
    """One may be missing by mistake."""
    head, problems = read(STUDY.replace('id = "bot"', 'id = "The Bot"'))

    assert not head.whole
    assert ["ann"] == list(head.coders)
    assert 1 == len(problems)


@pytest.mark.parametrize(
    ("text", "gist"),
    [
        ("soon", "'soon' is not a window"),
        ("2015/..", "a window needs a first and a last day"),
        ("2016/2015", "runs backwards"),
        ("{2015,2017}", "a window needs a first and a last day"),
        ("2015/9999", "a window ends before 9999-12-31"),
    ],
)
def test_a_window_has_two_ends(text: str, gist: str) -> None:
    """In the calendar."""
    head, (problem,) = read(STUDY.replace("2015/2016", text))

    assert head.window is None
    assert problem.startswith("study.toml:8:10  ")
    assert gist in problem


def test_a_missing_window_is_told_once() -> None:
    """There is nothing to observe."""
    head, problems = read(STUDY.replace('window = "2015/2016"\n', ""))

    assert head.window is None
    assert ["study.toml:1:1  missing key 'window'  Expected a text in quotes."] == problems


@pytest.mark.parametrize("window", ["2015/2016", "2015/2015", "2015-02/2016-11", "2015-02-03/2015-02-03", "0500/0501"])
def test_a_window_is_written_as_whole_years_or_months_where_it_is_one(window: str, tmp_path: Path) -> None:
    """And reads back as itself."""
    study = replace(read_study(write_tiny(tmp_path)), window=Window.from_edtf(window))
    document = head_document(study)

    assert window == document["study"]["window"]
    assert study.window == read(toml_text(document))[0].window


def test_a_head_is_written_as_it_was_read(tmp_path: Path) -> None:
    """What is empty is left out."""
    assert STUDY == toml_text(head_document(read_study(write_tiny(tmp_path))))
