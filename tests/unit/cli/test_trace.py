"""`riven trace`: from a cell to its passages, and on from a source to its cells."""

import json

from command_line import typed
from folder_factory import write_tiny


def test_a_cell_is_walked_back_to_its_passage(tmp_path, capsys) -> None:
    """Finding, claim, passage with citation and locator, and the words when the text is at hand."""
    done = typed(capsys, "trace", write_tiny(tmp_path / "study"), "river-brigade", "2015", "--measure", "criticised")

    assert 0 == done.code, done.err
    for told in ("Finding letter", "Claim c-3", "Passage p-1", "Three notes from the valley", "[The River Brigade"):
        assert told in done.out


def test_a_cell_that_rests_on_nothing_says_so(tmp_path, capsys) -> None:
    """An empty answer would look like a defect."""
    done = typed(capsys, "trace", write_tiny(tmp_path / "study"), "river-brigade", "2016", "--measure", "criticised")

    assert "nothing to walk to" in done.out


def test_a_source_is_walked_on_to_its_cells(tmp_path, capsys) -> None:
    """And what would come out otherwise without it is told."""
    done = typed(capsys, "trace", write_tiny(tmp_path / "study"), "--of", "gazette-1")

    assert 0 == done.code, done.err
    assert "Source gazette-1 bears on" in done.out
    assert "River Brigade, criticised: the whole row falls away" in done.out
    assert "River Brigade: rival, then no rival" in done.out


def test_passages_claims_and_findings_are_walked_on_as_well(tmp_path, capsys) -> None:
    """The sort of thing is found by its identifier."""
    folder = write_tiny(tmp_path / "study")

    for own, told in {
        "p-1": "Passage p-1",
        "c-3": "Claim c-3",
        "letter": "Finding letter",
        "claim:c-3": "Claim c-3",
    }.items():
        assert f"{told} bears on 1 cell." in typed(capsys, "trace", folder, "--of", own).out


def test_a_script_can_read_both_ways(tmp_path, capsys) -> None:
    """Threads name cell, finding, claim, passage and source."""
    folder = write_tiny(tmp_path / "study")
    (cell,) = json.loads(typed(capsys, "trace", folder, "river-brigade", "2015", "-m", "criticised", "--json").out)
    on = json.loads(typed(capsys, "trace", folder, "--of", "letter", "--json").out)

    assert ["gazette-1"] == [thread["source"] for thread in cell["threads"]]
    assert ("finding", "letter") == (on["kind"], on["id"])
    assert {"cell", "rival"} <= {flip["what"] for flip in on["flips"]}


def test_what_the_study_does_not_hold_is_answered_with_near_ones(tmp_path, capsys) -> None:
    """A misspelled source is no empty answer."""
    done = typed(capsys, "trace", write_tiny(tmp_path / "study"), "--of", "gazete-1")

    assert 3 == done.code
    assert "gazette-1" in done.err


def test_half_a_question_is_a_wrong_call(tmp_path, capsys) -> None:
    """A cell needs an actor and a period; the way on needs neither."""
    folder = write_tiny(tmp_path / "study")

    assert 2 == typed(capsys, "trace", folder, "river-brigade").code
    assert 2 == typed(capsys, "trace", folder, "river-brigade", "2015", "--of", "p-1").code
