"""Rows of a matrix under the headings of their camps."""

from drawn import texts_on
from drawn_scenes import CAMPS, some_lines
from riven.analysis.scenes.matrix import Line
from riven.figures.canvas import Canvas
from riven.figures.rows import first_sheets, label_width, sheets, strips, write_strip


def test_a_heading_stands_above_the_rows_of_its_camp() -> None:
    """Once each."""
    laid = strips(some_lines(4), 40.0, 6.0, 80.0)

    assert [CAMPS[0], "House 0", "House 1", CAMPS[1], "House 2", "House 3"] == [" ".join(strip.lines) for strip in laid]
    assert [True, False, False] * 2 == [strip.line is None for strip in laid]


def test_a_long_name_makes_a_tall_row() -> None:
    """Nothing is cut off."""
    short, long = strips((Line("one", "House"), Line("two", "A house whose name is long " * 3)), 30.0, 6.0, 80.0)

    assert 6.0 == short.height < long.height
    assert 30.0 == label_width((Line("two", "A house whose name is long " * 3),), 30.0)


def test_sheets_repeat_the_heading_and_never_end_on_one() -> None:
    """A sheet can be read by itself."""
    cut = sheets(strips(some_lines(8), 40.0, 6.0, 80.0), 30.0)

    assert 8 == sum(strip.line is not None for held in cut for strip in held)
    assert len(cut) > 1
    assert all(held[0].line is None for held in cut)
    assert all(held[-1].line is not None for held in cut)


def test_a_row_higher_than_a_sheet_gets_one_of_its_own() -> None:
    """Rather than none."""
    laid = strips((Line("a", "A"), Line("b", "B")), 40.0, 6.0, 80.0)

    assert [1, 1] == [len(held) for held in sheets(laid, 3.0)]


def test_what_does_not_fit_six_sheets_is_left_to_the_data_file() -> None:
    """And the caption says how much that is."""
    cut = sheets(strips(some_lines(80), 40.0, 6.0, 80.0), 60.0)
    kept, caption = first_sheets(cut, "Below.")
    shown = sum(strip.line is not None for held in kept for strip in held)

    assert 6 == len(kept) < len(cut)
    assert f"Below. Left to the data file: the last {80 - shown} rows." == caption
    assert (cut[:2], "Below.") == first_sheets(cut[:2], "Below.")


def test_a_label_is_written_and_a_heading_has_a_rule() -> None:
    """In the left margin."""
    canvas = Canvas(88.0)
    for number, strip in enumerate(strips(some_lines(1), 40.0, 6.0, 80.0)):
        write_strip(canvas, strip, 8.0 * number + 1, 80.0)
    figure = canvas.finish(20.0)

    assert [CAMPS[0], "House 0"] == texts_on(figure)
    assert 2 == len(figure.artists)  # the rule, and the letters
