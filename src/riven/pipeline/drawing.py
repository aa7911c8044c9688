"""Pictures drawn beside the rest of a build, in a process of their own.

Loading matplotlib and drawing the figures take more than a second, and nothing else of a build has to wait for them
but the page. On a machine with two cores they cost little time that anybody waits for.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from typing import TYPE_CHECKING

from riven.figures.caption import caption
from riven.ids import MeasureId
from riven.model.panel import Panel

if TYPE_CHECKING:
    from riven.figures.drawing import Drawing

Panels = Mapping[MeasureId, Panel]
Shown = tuple[object, str]
"""A scene, and the caption below it."""

Scenes = Mapping[str, Shown]
"""Scenes by the name of their figure, such as `map`."""

Pictures = dict[str, dict[str, bytes]]
"""Files of each figure, by measure or name, and the end of their names, such as `.svg` or `-2.png`."""

Job = tuple[dict[MeasureId, Panel], dict[str, Shown]]
_CHILD = "from riven.pipeline.drawing import draw_for_parent; draw_for_parent()"


class Easel:
    """Draws panels and scenes, beside other work where another process stands ready; the bytes are the same."""

    def __init__(self, process: "subprocess.Popen[bytes] | None", beside: Executor) -> None:
        """Take a process that draws for this one; None has everything drawn here."""
        self._process = process
        self._beside = beside

    def begin(self, panels: Panels, scenes: Scenes | None = None) -> Callable[[], Pictures]:
        """Begin to draw. It may be begun several times, with what is ready first.

        Args:
            panels: Panels by measure.
            scenes: Scenes with their captions, by the name of their figure.

        Returns:
            A function that waits for these pictures; what the other process could not draw it draws itself. A scene
            with nothing to show gives none.
        """
        job = (dict(panels), dict(scenes or {}))
        if self._process is None:
            return lambda: draw(*job)
        begun = self._beside.submit(_drawn_by, self._process, job)

        def wait() -> Pictures:
            made = begun.result()
            return draw(*job) if made is None else made

        return wait


@contextmanager
def easel(python: str | None = None) -> Iterator[Easel]:
    """Make ready to draw: let another process load matplotlib.

    Args:
        python: The interpreter to start; where it cannot be started, everything is drawn here. None takes the one that
            runs now, and starts nothing where matplotlib is loaded already.

    Yields:
        The easel. The other process is gone afterwards, whether it came to its end or not.
    """
    is_needed = python is not None or "matplotlib" not in sys.modules
    process = _started(python or sys.executable) if is_needed else None
    with ThreadPoolExecutor(max_workers=1) as beside:
        if process is None:
            yield Easel(None, beside)
            return
        with process:
            try:
                yield Easel(process, beside)
            finally:
                process.kill()
                beside.shutdown()
                _let_go(process)


def _started(python: str) -> "subprocess.Popen[bytes] | None":
    command = [python, "-P", "-c", _CHILD]  # -P: nothing in the folder a person works in is taken for a module
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603
    except OSError:
        return None


def _let_go(process: "subprocess.Popen[bytes]") -> None:
    """Close the pipe to a process that may be gone, with what it never read still in it."""
    try:
        if process.stdin is not None:
            process.stdin.close()
    except OSError:
        pass


def _drawn_by(process: "subprocess.Popen[bytes]", job: Job) -> Pictures | None:
    """Hand a job over and wait for what comes back; None where the process is gone or in trouble."""
    if process.stdin is None or process.stdout is None:
        return None
    try:
        pickle.dump(job, process.stdin)
        process.stdin.flush()
        pictures: Pictures = pickle.load(process.stdout)  # noqa: S301 -- from a process of our own
    except (OSError, EOFError, pickle.UnpicklingError):
        return None
    return pictures


def draw(panels: Panels, scenes: Scenes | None = None) -> Pictures:
    """Draw panels and scenes in this process.

    Args:
        panels: Panels by measure.
        scenes: Scenes with their captions, by the name of their figure.

    Returns:
        The pictures of each; none of a scene with nothing to show.
    """
    from riven.figures.files import render  # noqa: PLC0415 -- a process that lets another draw loads no plotting
    from riven.figures.panel import draw_panel  # noqa: PLC0415

    pictures: Pictures = {}
    for measure, panel in panels.items():
        pictures[measure] = dict(render(draw_panel(panel, caption=caption(panel))))
    drawers = _drawers() if scenes else {}
    for name, (scene, below) in (scenes or {}).items():
        drawing = drawers[name](scene, caption=below)
        if drawing is not None:
            pictures[name] = dict(render(drawing))
    return pictures


def _drawers() -> "Mapping[str, Callable[..., Drawing | None]]":
    """Say what draws the scene of each name."""
    from riven.figures.divergence import draw_divergence  # noqa: PLC0415
    from riven.figures.effort import draw_effort  # noqa: PLC0415
    from riven.figures.factors import draw_factors  # noqa: PLC0415
    from riven.figures.genealogy import draw_genealogy  # noqa: PLC0415
    from riven.figures.map import draw_map  # noqa: PLC0415
    from riven.figures.network import draw_ego_network, draw_network  # noqa: PLC0415
    from riven.figures.timeline import draw_timeline  # noqa: PLC0415

    return {
        "factors": draw_factors,
        "divergence": draw_divergence,
        "network": draw_network,
        "ego": draw_ego_network,
        "genealogy": draw_genealogy,
        "timeline": draw_timeline,
        "map": draw_map,
        "effort": draw_effort,
    }


def draw_for_parent() -> None:
    """Draw every job that comes in on standard input, and write its pictures to standard output."""
    draw({})  # loads the plotting library while the panels are still worked out
    _drawers()
    while True:
        try:
            panels, scenes = pickle.load(sys.stdin.buffer)  # noqa: S301 -- from the process that started this one
        except EOFError:
            return
        pickle.dump(draw(panels, scenes), sys.stdout.buffer)
        sys.stdout.buffer.flush()
