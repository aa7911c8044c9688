"""The manifest of a build: what went in, what came out, and under which revisions. No clock and no place in it."""

import json
from collections.abc import Mapping
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path

from riven.errors import Problem, StudyFolderError
from riven.folder.layout import ACCOUNT, CLAIMS, FILES, TEXT
from riven.model.study import Study

LIBRARIES = ("jinja2", "matplotlib", "polars")


def read_inputs(folder: Path) -> dict[str, bytes]:
    """Read the files of a study folder as they lie there.

    Args:
        folder: The study folder.

    Returns:
        Content by path inside the folder, sorted; files that are no part of the study are left out.

    Raises:
        StudyFolderError: A file cannot be read.
    """
    parts = ((CLAIMS, "csv"), (TEXT, "txt"), (ACCOUNT, "md"), (ACCOUNT, "csl"))
    sheets = sorted(path for part, ending in parts for path in (folder / part).glob(f"*.{ending}"))
    paths = [*(folder / name for name in FILES if (folder / name).exists()), *sheets]
    return {path.relative_to(folder).as_posix(): _read(path, folder) for path in sorted(paths)}


def to_manifest(study: Study, inputs: Mapping[str, bytes], outputs: Mapping[str, bytes]) -> bytes:
    """Describe a build.

    Args:
        study: The study.
        inputs: Content of every file read, by path inside the study folder.
        outputs: Content of every file written, by path inside the build.

    Returns:
        The manifest as JSON; it stands for the outputs it names, so it does not name itself.
    """
    manifest = {
        "riven": riven_version(),
        "made_with": {name: version(name) for name in LIBRARIES},
        "study": {"id": study.id, "title": study.title, "version": study.version},
        "codebook": {"id": study.codebook.id, "revision": study.codebook.revision},
        "rules": {"id": study.rules.id, "revision": study.rules.revision, "rollup": study.rules.rollup},
        "inputs": _entries(inputs),
        "outputs": _entries(outputs),
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "backslashreplace")


def riven_version() -> str:
    """Say which riven this is.

    Returns:
        The version of the installed package.
    """
    return version("riven")


def _entries(files: Mapping[str, bytes]) -> dict[str, dict[str, str | int]]:
    return {name: {"sha256": sha256(files[name]).hexdigest(), "bytes": len(files[name])} for name in sorted(files)}


def _read(path: Path, folder: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        name = path.relative_to(folder).as_posix()
        raise StudyFolderError([Problem(name, 0, 0, f"cannot be read: {error.strerror}")]) from error
