"""`riven explain`: plain sentences about a group and its cells."""

import json

from command_line import typed
from folder_factory import write_tiny


def test_a_group_is_explained_whole(tmp_path, capsys) -> None:
    """In or out and why, then every cell of every measure."""
    done = typed(capsys, "explain", write_tiny(tmp_path / "study"), "river-brigade")

    assert 0 == done.code, done.err
    assert "River Brigade (river-brigade)" in done.out
    assert "A rival." in done.out
    assert "River Brigade, 2015: reported" in done.out
    assert "River Brigade, 2016: none found" in done.out


def test_a_name_in_any_case_will_do(tmp_path, capsys) -> None:
    """Identifier, preferred name and spelling all mean the same actor."""
    folder = write_tiny(tmp_path / "study")
    spoken = {
        typed(capsys, "explain", folder, name).out for name in ("river-brigade", "RIVER brigade", "Brigade, River")
    }

    assert 1 == len(spoken)


def test_one_period_and_one_measure_are_enough(tmp_path, capsys) -> None:
    """What was not asked about is not told."""
    done = typed(capsys, "explain", write_tiny(tmp_path / "study"), "river-brigade", "2015", "--measure", "criticised")

    assert "River Brigade, 2015" in done.out
    assert "River Brigade, 2016" not in done.out


def test_an_actor_without_a_row_is_told_why(tmp_path, capsys) -> None:
    """It is not a blank answer."""
    done = typed(capsys, "explain", write_tiny(tmp_path / "study"), "old-man")

    assert "Not a rival." in done.out
    assert "has no row in" in done.out


def test_a_script_can_read_an_explanation(tmp_path, capsys) -> None:
    """Verdicts and cells under the names of the tables' columns."""
    told = json.loads(typed(capsys, "explain", write_tiny(tmp_path / "study"), "river-brigade", "2015", "--json").out)

    assert ("river-brigade", True) == (told["actor"], told["rival"])
    assert {"reported"} == {support["state"] for cell in told["cells"] for support in cell["support"]}


def test_an_unknown_actor_is_answered_with_near_ones(tmp_path, capsys) -> None:
    """The code says that the study holds no such thing."""
    done = typed(capsys, "explain", write_tiny(tmp_path / "study"), "rivr-brigade")

    assert 3 == done.code
    assert "Did you mean 'river-brigade'" in done.err


def test_too_many_words_are_a_wrong_call(tmp_path, capsys) -> None:
    """The message says what to type."""
    done = typed(capsys, "explain", write_tiny(tmp_path / "study"), "river", "brigade", "2015")

    assert 2 == done.code
    assert "quotation marks" in " ".join(done.err.replace("│", " ").split())
