"""Open a study for a question, and show that work goes on while its results are worked out.

Commands import this module when they run: what it imports is not needed for help.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from riven.cli.show import working
from riven.pipeline.opened import OpenStudy


@contextmanager
def opened(folder: Path) -> Iterator[OpenStudy]:
    """Read a study and work out its results.

    Args:
        folder: The study folder.

    Yields:
        The study; work on an answer goes on being shown until the block ends.

    Raises:
        StudyFolderError: The folder does not read as a study.
    """
    with working(f"Reading {folder}") as tell:
        study = OpenStudy.from_folder(folder)
        tell("Settling claims and filling cells")
        _ = study.analysis  # kept by the study; worked out here, where it is told
        tell("Looking for the answer")
        yield study
