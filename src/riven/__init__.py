"""Map rivalries and divided loyalties between armed groups, every cell walkable back to its passage.

    import riven

    study = riven.open("studies/isk-2018")
    study.panel("criticised").to_polars()

The import is light: frames and plotting are loaded when a study is opened. Nothing inside riven imports this module.
The types of what is handed out stand in `__init__.pyi`, so that readers of types need not wait for frames either.
"""

from riven.errors import (
    AmbiguousNameError,
    DateError,
    DocumentError,
    InputError,
    OutputError,
    Problem,
    RivenError,
    StudyFolderError,
    UnknownTermError,
)

__all__ = [
    "AmbiguousNameError",
    "DateError",
    "DocumentError",
    "InputError",
    "OutputError",
    "Problem",
    "RivenError",
    "StudyFolderError",
    "UnknownTermError",
    "__version__",
    "open",
]

__version__ = "0.1.0"


def open(path):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN201 -- typed in __init__.pyi
    """Open a study folder.

    Args:
        path: The folder that holds `study.toml`.

    Returns:
        The study, read and checked, as `riven.pipeline.opened.OpenStudy`; its results are worked out when first
        asked for.

    Raises:
        StudyFolderError: The folder does not read as a study; carries every problem of every file.
    """
    from riven.pipeline.opened import OpenStudy

    return OpenStudy.from_folder(path)
