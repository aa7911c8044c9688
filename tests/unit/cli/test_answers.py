"""Answers as JSON use the words of the tables' columns."""

from dataclasses import replace

from folder_factory import write_tiny
from riven.cli.answers import cell_json, thread_json, verdict_json
from riven.pipeline.opened import OpenStudy
from riven.pipeline.questions import threads_of


def test_cells_verdicts_and_threads_are_plain_values(tmp_path) -> None:
    """Nothing has to be looked up to read them."""
    opened = OpenStudy.from_folder(write_tiny(tmp_path / "study"))
    answer = opened.explanation("river-brigade", "2015", "criticised")
    cell = cell_json(answer.cells[0])
    (thread,) = threads_of(opened.study, opened.analysis).back("criticised", "river-brigade", "2015")

    assert ("reported", ["letter"]) == (cell["state"], cell["findings"])
    assert [("letter", "reported", [])] == [(s["finding"], s["state"], s["path"]) for s in cell["support"]]
    assert ("supports", "p-1") == (thread_json(thread)["bearing"], thread_json(thread)["passage"])
    assert True is verdict_json(answer)["rival"]


def test_an_actor_in_no_camp_has_none(tmp_path) -> None:
    """Null, not an empty text."""
    answer = OpenStudy.from_folder(write_tiny(tmp_path / "study")).explanation("old-man")

    assert (None, None) == (verdict_json(replace(answer, camp=None))["camp"], verdict_json(answer)["camp_why"])
