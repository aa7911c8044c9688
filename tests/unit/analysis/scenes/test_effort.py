"""What was searched beside what was found."""

from report_factory import a_panel
from riven.analysis.scenes.effort import NO_ROWS, alternative, caption, effort_scene, effort_words, rows
from riven.model.panel import CellState


def a_scene(letters="R N .", documents=None):
    """One measure of one group."""
    return effort_scene([a_panel({"hill": letters}, documents=documents)])


def test_every_cell_is_a_mark_with_its_state_its_effort_and_its_evidence() -> None:
    """Row by row, in the order of the panel."""
    scene = a_scene(documents=12)
    (part,) = scene.parts
    reported = part.marks[0]

    assert [CellState.REPORTED, CellState.NONE_FOUND, CellState.NOT_SEARCHED] == [mark.state for mark in part.marks]
    assert {12} == {mark.documents for mark in part.marks}
    assert 12 == scene.most
    assert reported.findings
    assert reported.claims
    assert reported.sentence.endswith("Hill, 2014: reported; 12 documents searched.")


def test_effort_that_nobody_recorded_is_missing_and_not_none() -> None:
    """No number is made up."""
    scene = a_scene()

    assert None is scene.most
    assert {None} == {mark.documents for mark in scene.parts[0].marks}
    assert "For 3 of 3 cells effort is not recorded." in caption(scene)
    assert "how much was searched is not recorded" in scene.parts[0].marks[0].sentence


def test_where_there_was_nothing_to_search_nothing_is_missing() -> None:
    """A group that did not exist is no gap."""
    assert "nothing to search" == effort_words(CellState.OUTSIDE, None)
    assert "1 document searched" == effort_words(CellState.NONE_FOUND, 1)
    assert "effort" not in caption(a_scene("X X")).lower()


def test_the_caption_warns_of_cells_that_nobody_searched() -> None:
    """An unsearched cell is not a quiet one."""
    assert "1 is not searched" in caption(a_scene(documents=3))
    assert "not searched" not in caption(a_scene("R N", documents=3))


def test_many_rows_are_not_read_out() -> None:
    """The table serves a listener better."""
    few, many = (effort_scene([a_panel({f"g-{n}": "R N" for n in range(size)})]) for size in (3, 60))

    assert 6 == alternative(few).count("how much was searched")
    assert 0 == alternative(many).count("how much was searched")
    assert "60 groups by 2 periods" in alternative(many)


def test_without_a_row_only_a_sentence_is_left() -> None:
    """An honest empty state."""
    scene = effort_scene([])

    assert (NO_ROWS, (), []) == (scene.sentence, scene.parts, list(rows(scene)))
    assert NO_ROWS == caption(scene)


def test_the_data_file_has_a_row_a_cell() -> None:
    """With the label of its group."""
    assert [("Hill", "2014"), ("Hill", "2015"), ("Hill", "2016")] == [
        (row["label"], row["period"]) for row in rows(a_scene())
    ]
