"""Pictures drawn beside the rest of a build, in a process of their own.

Loading matplotlib and drawing two figures take more than a second, and nothing else of a build has to wait for them
but the page. On a machine with two cores they cost little time that anybody waits for.
"""

import pickle
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from riven.figures.caption import caption
from riven.ids import MeasureId
from riven.model.panel import Panel

Panels = Mapping[MeasureId, Panel]
_CHILD = "from riven.pipeline.drawing import draw_for_parent; draw_for_parent()"


Pictures = dict[MeasureId, dict[str, bytes]]
"""Files of each figure, by the end of their names, such as `.svg` or `-2.png`."""


class Easel:
    """Draws panels, beside other work where another process stands ready; the bytes are the same either way."""

    def __init__(self, process: "subprocess.Popen[bytes] | None", beside: Executor) -> None:
        """Take a process that draws for this one; None has everything drawn here."""
        self._process = process
        self._beside = beside

    def begin(self, panels: Panels) -> Callable[[], Pictures]:
        """Begin to draw panels.

        Args:
            panels: The panels.

        Returns:
            A function that waits for the pictures of each panel; what the other process could not draw it draws itself.
        """
        if self._process is None:
            return lambda: draw(panels)
        begun = self._beside.submit(_drawn_by, self._process, panels)
        return lambda: begun.result() or draw(panels)


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


def _started(python: str) -> "subprocess.Popen[bytes] | None":
    command = [python, "-P", "-c", _CHILD]  # -P: nothing in the folder a person works in is taken for a module
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    try:
        return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere)  # noqa: S603
    except OSError:
        return None


def _drawn_by(process: "subprocess.Popen[bytes]", panels: Panels) -> Pictures | None:
    made, _ = process.communicate(pickle.dumps(dict(panels)))
    if process.returncode:
        return None
    pictures: Pictures = pickle.loads(made)  # noqa: S301 -- from a process of our own
    return pictures


def draw(panels: Panels) -> Pictures:
    """Draw panels in this process.

    Args:
        panels: The panels.

    Returns:
        The pictures of each.
    """
    from riven.figures.files import render  # noqa: PLC0415 -- a process that lets another draw loads no plotting
    from riven.figures.panel import draw_panel  # noqa: PLC0415

    return {measure: dict(render(draw_panel(panel, caption=caption(panel)))) for measure, panel in panels.items()}


def draw_for_parent() -> None:
    """Draw the panels on standard input, and write their pictures to standard output."""
    import riven.figures.files  # noqa: F401, PLC0415 -- loaded while the panels are still worked out

    panels = pickle.load(sys.stdin.buffer)  # noqa: S301 -- from the process that started this one
    pickle.dump(draw(panels), sys.stdout.buffer)
