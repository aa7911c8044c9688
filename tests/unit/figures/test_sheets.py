"""Headings of columns, and keys."""

import pytest

from drawn import boxes_on, cut_off, overlapping, texts_on
from riven.figures.canvas import Canvas
from riven.figures.sheets import Entry, Headings, key


def test_headings_stand_level_where_they_fit_and_are_turned_where_they_do_not() -> None:
    """A long word in a narrow column is read from the side."""
    level, turned = Headings.of(("Turf", "Older oaths"), 11.0), Headings.of(("Transnationalism", "Turf"), 8.0)

    assert (False, ("Older", "oaths")) == (level.turned, level.lines[1])
    assert (True, ("Transnationalism",)) == (turned.turned, turned.lines[0])
    assert level.height < 8 < turned.height


@pytest.mark.parametrize("cell", [8.0, 11.0, 14.0])
def test_headings_keep_to_their_columns(cell: float) -> None:
    """None is cut off, and none touches its neighbour."""
    headings = Headings.of(("Sectarian or transnational against nationalist",) * 5, cell)
    canvas = Canvas(5 * cell + 4)
    headings.write(canvas, 2.0, headings.height + 1.0, cell)
    figure = canvas.finish(headings.height + 2.0)

    assert [] == cut_off(figure)
    assert [] == overlapping(figure)


def test_a_key_has_one_column_on_a_narrow_sheet_and_two_on_a_wide_one() -> None:
    """Samples are drawn beside what they mean."""
    drawn = []
    entries = [Entry(f"entry {n}", lambda _, box: drawn.append(box)) for n in range(4)] + [Entry("words alone")]
    lefts = []
    for width in (88.0, 180.0):
        canvas = Canvas(width)
        height = key(canvas, entries, 1.0)
        figure = canvas.finish(height)
        lefts.append({round(left) for text, left, *_ in boxes_on(figure) if text != "words alone"})
        assert 5 == len(texts_on(figure))
        assert [] == overlapping(figure)

    assert [1, 2] == [len(held) for held in lefts]
    assert 8 == len(drawn)
