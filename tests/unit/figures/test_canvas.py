"""A sheet to draw on in millimetres."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from riven.figures.canvas import Canvas, Stroke, Words
from riven.figures.drawing import Drawing
from riven.figures.files import render
from riven.figures.marks import Box, Shape
from scene_factory import Letters

PER_MM = 300 / 25.4


def picture(canvas, height=20.0):
    """Draw a sheet and look at its darkness, 0 white to 1 black."""
    drawn = render(Drawing((canvas.finish(height),), "Title", "", ""))[".png"]
    return 1 - np.asarray(Image.open(BytesIO(drawn)).convert("L"), dtype=float) / 255


def dark(looked, left, right, top=0.0, bottom=20.0):
    """Say how dark a part of a picture is, in millimetres."""
    return float(
        looked[round(top * PER_MM) : round(bottom * PER_MM), round(left * PER_MM) : round(right * PER_MM)].mean()
    )


def test_a_sheet_is_as_large_as_it_says():
    """In millimetres at 300 dots an inch."""
    assert (pytest.approx(20 * PER_MM, abs=1), pytest.approx(40 * PER_MM, abs=1)) == picture(Canvas(40.0)).shape


def test_shapes_lie_where_they_are_put_from_the_top_left_corner():
    """Also where a layer above hides them."""
    canvas = Canvas(40.0)
    canvas.fill((Shape(Box(5, 5, 10, 10).corners, "#000000"),), 1)
    canvas.fill((Shape(Box(10, 5, 10, 10).corners, "#ffffff"),), 2)
    looked = picture(canvas)

    assert [1.0, 0.0, 0.0] == [
        pytest.approx(dark(looked, left, left + 4, 6, 14), abs=0.02) for left in (5.5, 10.5, 25.0)
    ]


def test_a_dashed_line_leaves_gaps_as_long_as_it_says_whatever_its_width():
    """Half drawn, half left out."""
    for wide in (0.5, 2.0):
        canvas = Canvas(40.0)
        canvas.stroke(Stroke(((5.0, 10.0), (35.0, 10.0)), points_wide=wide, dash=(3.0, 3.0)))
        row = picture(canvas)[round(10 * PER_MM)] > 0.3
        assert 0.5 == pytest.approx(float(row[round(6 * PER_MM) : round(34 * PER_MM)].mean()), abs=0.1)


@pytest.mark.parametrize("text", ["Hill", "عائلات"])
@pytest.mark.parametrize(("align", "inked"), [("left", (20, 32)), ("center", (14, 26)), ("right", (8, 20))])
def test_text_stands_left_of_right_of_or_around_its_place(text, align, inked):
    """Whichever way it runs."""
    canvas = Canvas(40.0)
    canvas.write(Words(text, 20.0, 10.0, 12.0, align=align))
    looked = picture(canvas)

    assert dark(looked, *inked) > 0.01
    assert 0.0 == pytest.approx(dark(looked, 0, inked[0] - 0.5) + dark(looked, inked[1] + 0.5, 40))


def test_a_title_numbers_its_sheet_where_there_are_several(monkeypatch):
    """And a caption stands at the foot."""
    letters = Letters(monkeypatch)
    for number in ((1, 1), (2, 3)):
        canvas = Canvas(88.0)
        canvas.foot("Below.", canvas.title("Ties", number))

    assert ["Ties", "Below.", "Ties (2 of 3)", "Below."] == letters.texts
    assert ([], []) == (letters.overlapping(), letters.cut())
