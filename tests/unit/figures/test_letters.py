"""Text laid out once and drawn thrice."""

import xml.etree.ElementTree as ET
from io import BytesIO

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.transforms import Affine2D

from riven.figures.lettering import font, width_mm
from riven.figures.letters import Letters, Line, is_plain, laid_out, plain_width_mm
from riven.figures.style import plain_style

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def a_figure(*lines: Line) -> Figure:
    """A figure of 50 by 20 millimetres that holds lines."""
    figure = Figure(figsize=(50 / 25.4, 20 / 25.4), dpi=300, facecolor="white")
    place = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, 20 / 25.4) + figure.dpi_scale_trans
    figure.add_artist(Letters(lines, place))
    return figure


def painted(figure: Figure) -> np.ndarray:
    """Where a figure is dark."""
    canvas = FigureCanvasAgg(figure)
    canvas.draw()
    return 255 - np.asarray(canvas.buffer_rgba())[..., 0].astype(int)


@pytest.mark.parametrize(
    ("text", "plain"), [("Rivals, 2014", True), ("Côte d’Ivoire", True), ("بيت", False), ("e\u0301", False)]
)
def test_text_that_needs_joining_or_ordering_is_not_plain(text: str, plain: bool) -> None:
    """It is left to the library."""
    assert plain == is_plain(text)


def test_letters_follow_each_other_and_pairs_move_closer() -> None:
    """A drawn text is never wider than it was measured."""
    letters, width = laid_out("AVA To", bold=False)

    assert sorted(letters, key=lambda letter: letter.x) == list(letters)
    assert list("AVA To") == [letter.character for letter in letters]
    assert 0 < plain_width_mm("AVA To", 7.0, bold=False) < width_mm("AVA To", 7.0)
    assert width > letters[-1].x


def test_the_picture_is_that_of_the_library() -> None:
    """Ink lies where a text of the library has it, within a pixel or two."""
    ours = painted(a_figure(Line("Harbour 2015", 5.0, 12.0, 8.0)))
    theirs = Figure(figsize=(50 / 25.4, 20 / 25.4), dpi=300, facecolor="white")
    place = Affine2D().scale(1 / 25.4, -1 / 25.4).translate(0, 20 / 25.4) + theirs.dpi_scale_trans
    with plain_style():
        theirs.add_artist(
            Text(5.0, 12.0, "Harbour 2015", fontproperties=font(bold=False), fontsize=8.0, transform=place)
        )
        wanted = painted(theirs)

    for axis in (0, 1):
        here, there = (dark.sum(axis=axis).nonzero()[0] for dark in (ours, wanted))
        assert abs(here[0] - there[0]) <= 2
        assert abs(here[-1] - there[-1]) <= 2


def test_an_svg_holds_each_outline_once() -> None:
    """Letters are used where they occur."""
    buffer = BytesIO()
    FigureCanvasSVG(a_figure(Line("noon", 5.0, 8.0, 7.0), Line("on", 5.0, 12.0, 9.0))).print_svg(buffer)
    root = ET.fromstring(buffer.getvalue())  # noqa: S314 -- our own file
    used = [use.get(HREF) for use in root.iter(f"{SVG}use")]

    assert 6 == len(used)
    assert {f"#{path.get('id')}" for path in root.iter(f"{SVG}path") if path.get("id", "").startswith("DejaVu")} == set(
        used
    )
    assert 2 == len(set(used))


def test_a_pdf_keeps_text_as_text() -> None:
    """A reader can search and copy it."""
    buffer = BytesIO()
    with plain_style():
        FigureCanvasPdf(a_figure(Line("noon", 5.0, 8.0, 7.0))).print_pdf(buffer)

    assert b"/Type3" in buffer.getvalue()


def test_a_figure_without_plain_text_is_drawn() -> None:
    """Nothing to write is no error."""
    assert 0 == painted(a_figure()).sum()
