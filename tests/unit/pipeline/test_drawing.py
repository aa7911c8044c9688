"""Figures drawn here or in a process of their own: the same bytes, and no process left behind."""

import subprocess
import sys
from xml.sax.saxutils import escape

import pytest

from drawn_scenes import a_factor_scene, a_places_scene, an_effort_scene
from report_factory import a_panel
from riven.figures.caption import caption
from riven.pipeline.drawing import draw, easel


def panels():
    """Two measures of one group."""
    return {measure: a_panel({"ttp": "R2 P' D N . X"}, title=measure) for measure in ("criticised", "defected")}


def scenes():
    """A figure with something to show, and one without."""
    return {"effort": (an_effort_scene(), "Effort."), "factors": (a_factor_scene(lines=()), "No rival.")}


def a_program(folder, does):
    """Write a program that stands in for the interpreter."""
    program = folder / "python"
    program.write_text(f"#!/bin/sh\n{does}\n")
    program.chmod(0o755)
    return str(program)


def test_a_process_of_its_own_draws_the_same_bytes() -> None:
    """Whether a build drew beside its other work cannot be seen in what it writes."""
    with easel(sys.executable) as drawing:
        figures, others = drawing.begin(panels()), drawing.begin({}, scenes())
        assert draw(panels()) == figures()
        assert draw({}, scenes()) == others()


def test_a_scene_with_nothing_to_show_gives_no_picture() -> None:
    """Only its sentence."""
    assert ["effort"] == list(draw({}, {**scenes(), "map": (a_places_scene(), "No claim names a place.")}))


def test_a_process_that_only_draws_loads_no_frames() -> None:
    """It is ready before the panels are."""
    code = "import sys; from riven.pipeline.drawing import _drawers, draw; draw({}); _drawers();"
    code += "print(sorted({'polars', 'networkx', 'jinja2', 'typer'} & set(sys.modules)))"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout

    assert "[]" == told.strip()


def test_every_panel_is_drawn_in_three_formats_with_its_caption() -> None:
    """By measure, in the order of the panels."""
    found = draw(panels())
    assert ["criticised", "defected"] == list(found)
    assert {".svg", ".png", ".pdf"} == set(found["defected"])
    assert escape(caption(panels()["defected"])) in found["defected"][".svg"].decode()


def test_where_no_process_can_be_started_everything_is_drawn_here(tmp_path) -> None:
    """Some machines start none."""
    with easel(str(tmp_path / "nothing")) as drawing:
        assert draw(panels()) == drawing.begin(panels())()


def test_what_a_process_could_not_draw_is_drawn_here(tmp_path) -> None:
    """It may run out of memory, or not find what this process finds."""
    with easel(a_program(tmp_path, "exit 3")) as drawing:
        assert draw(panels()) == drawing.begin(panels())()


def test_where_matplotlib_is_loaded_no_process_is_started() -> None:
    """Nothing would be gained by loading it once more."""
    draw({})
    with easel() as drawing:
        assert None is drawing._process


@pytest.mark.parametrize("begins", [False, True])
def test_no_process_is_left_behind_when_something_goes_wrong(tmp_path, begins) -> None:
    """A study that does not read, or a person who stops the build, stops the drawing too."""

    def stopped():
        with easel(a_program(tmp_path, "exec tail -f /dev/null")) as drawing:
            held.append(drawing._process)
            if begins:
                drawing.begin(panels())
            raise KeyboardInterrupt

    held = []
    with pytest.raises(KeyboardInterrupt):
        stopped()
    assert held[0].returncode < 0
