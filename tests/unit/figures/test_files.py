"""Tests of `riven.figures.files`."""

import os
import subprocess
import sys
import xml.etree.ElementTree as ET
from io import BytesIO
from pathlib import Path

import matplotlib as mpl
import pytest
from PIL import Image

from report_factory import a_panel
from riven.errors import OutputError
from riven.figures.files import render, write_figure
from riven.figures.panel import draw_panel

SVG = "{http://www.w3.org/2000/svg}"


def a_drawing(rows=None, **panel):
    """Draw a small panel."""
    return draw_panel(a_panel(rows or {"ttp": "R2 P' D N . X"}, **panel), caption="Below & <beside>.")


def test_three_files_are_written_and_named(tmp_path):
    """Journals take one of the three."""
    paths = write_figure(a_drawing(), tmp_path / "criticised")
    assert ["criticised.pdf", "criticised.png", "criticised.svg"] == [path.name for path in paths]
    assert all(path.stat().st_size > 1000 for path in paths)


def test_a_name_with_a_full_stop_keeps_it(tmp_path):
    """Measures may be called `v1.2`."""
    assert (tmp_path / "v1.2.svg") in write_figure(a_drawing(), tmp_path / "v1.2")


def test_equal_drawings_give_equal_bytes():
    """Two runs cannot be told apart."""
    assert dict(render(a_drawing())) == dict(render(a_drawing()))


def test_one_drawing_saved_twice_gives_equal_bytes():
    """Saving leaves nothing behind in a drawing."""
    drawing = a_drawing()
    assert dict(render(drawing)) == dict(render(drawing))


def test_another_process_with_another_configuration_gives_equal_bytes(tmp_path):
    """Neither hash seeds nor a user's matplotlibrc nor the clock leak into a file."""
    (tmp_path / "matplotlibrc").write_text("text.color: red\nsavefig.bbox: tight\nfont.size: 30\n", encoding="utf-8")
    code = (
        "import sys, hashlib; sys.path[:0] = sys.argv[1:];"
        "from report_factory import a_panel; from riven.figures.panel import draw_panel;"
        "from riven.figures.files import render;"
        "d = draw_panel(a_panel({'ttp': \"R2 P' D N . X\"}), caption='Below & <beside>.');"
        "print(sorted((k, hashlib.sha256(v).hexdigest()) for k, v in render(d).items()))"
    )
    runs = []
    for seed, extra in (("1", {}), ("2", {"MATPLOTLIBRC": str(tmp_path / "matplotlibrc"), "SOURCE_DATE_EPOCH": "1"})):
        environment = {**os.environ, "PYTHONHASHSEED": seed, **extra}
        command = [sys.executable, "-c", code, str(Path(a_panel.__code__.co_filename).parent)]
        runs.append(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
    assert runs[0] == runs[1]
    assert ".svg" in runs[0]


def test_the_svg_has_a_title_a_description_and_a_role():
    """A screen reader announces the figure."""
    drawing = a_drawing(title="Who spoke & <when>")
    root = ET.fromstring(render(drawing)[".svg"])  # noqa: S314 (our own file)
    assert "img" == root.get("role")
    assert "Who spoke & <when>" == root.findtext(f"{SVG}title")
    assert root.findtext(f"{SVG}desc") == f"Below & <beside>. {drawing.alternative}"


def test_the_svg_loads_nothing_and_names_no_date():
    """A figure is complete in itself."""
    text = render(a_drawing())[".svg"].decode()
    assert "<image" not in text
    assert 'href="http' not in text
    assert "dc:date" not in text


def test_the_png_has_300_dots_an_inch_and_its_texts():
    """Print quality, and words for those who cannot see it."""
    drawing = a_drawing()
    picture = Image.open(BytesIO(render(drawing)[".png"]))
    assert (300, 300) == tuple(round(number) for number in picture.info["dpi"])
    assert drawing.title == picture.text["Title"]
    assert drawing.alternative in picture.text["Description"]
    assert 88 == round(picture.width / 300 * 25.4)


def test_the_pdf_has_its_title_and_no_date():
    """Document information without a clock."""
    content = render(a_drawing(title="Who spoke"))[".pdf"]
    assert b"/Title (Who spoke)" in content
    assert b"/Subject" in content
    assert b"CreationDate" not in content


def test_several_sheets_are_several_pictures_and_one_pdf(tmp_path):
    """A long panel keeps together in the PDF."""
    drawing = a_drawing({f"group-{number}": "R." for number in range(40)})
    names = [path.name for path in write_figure(drawing, tmp_path / "long")]
    assert 2 == len(drawing.sheets)
    assert ["long-2.png", "long-2.svg", "long.pdf", "long.png", "long.svg"] == names
    assert b"/Count 2" in (tmp_path / "long.pdf").read_bytes()


def test_a_folder_that_is_not_there_is_named_in_the_error(tmp_path):
    """The reader learns which file could not be written."""
    with pytest.raises(OutputError, match=r"missing.*No such file"):
        write_figure(a_drawing(), tmp_path / "missing" / "criticised")


def test_pyplot_is_not_imported():
    """No window system and no global figures: importing it costs time and state."""
    code = "import riven.figures.files, sys; print('matplotlib.pyplot' in sys.modules)"
    assert (
        "False"
        == subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip()
    )
    assert mpl.rcParams["svg.hashsalt"] is None
