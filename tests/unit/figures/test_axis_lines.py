"""An axis drawn: lines at every tick, names as far as they fit."""

from datetime import date

from riven.analysis.scenes.axis import axis
from riven.figures.axis_lines import draw_axis
from riven.figures.canvas import Canvas
from scene_factory import Letters


def named(monkeypatch, width):
    """Name the ticks of ten years on an axis of a width."""
    letters = Letters(monkeypatch)
    canvas = Canvas(width)
    draw_axis(canvas, axis(date(2010, 1, 1), date(2017, 12, 31)), (2.0, width - 2.0), (5.0, 20.0))
    canvas.finish(22.0)
    return letters


def test_every_tick_is_named_where_there_is_room(monkeypatch):
    """From left to right."""
    assert [str(year) for year in range(2010, 2018)] == named(monkeypatch, 120.0).texts


def test_names_that_would_touch_are_left_out_evenly(monkeypatch):
    """A reader counts on without them."""
    letters = named(monkeypatch, 50.0)

    assert ["2010", "2012", "2014", "2016"] == letters.texts
    assert ([], []) == (letters.overlapping(), letters.cut())
