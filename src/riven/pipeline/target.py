"""Write a folder whole or not at all, and never over something riven did not write.

The new folder is written beside the old one under a hidden name and then takes its place, so a failure or a stop at
any moment leaves either the old folder or the new one, never a mixture.
"""

import contextlib
import json
import secrets
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

from riven.errors import OutputError

MANIFEST = "manifest.json"
GENERATED = "build"
_LITTER = {".DS_Store", "Thumbs.db", "desktop.ini"}


def check_target(out: Path, study: Path) -> None:
    """Make sure that a folder may be written.

    Args:
        out: The folder to write.
        study: The study folder, which must stay as it is.

    Raises:
        OutputError: It is a file, lies where the study lies, or holds files riven did not write.
    """
    with _as_output_error(out):
        target, home = out.resolve(), study.resolve()
    if home.is_relative_to(target):
        raise OutputError(str(out), "is the study folder or holds it. Name another folder for the build.")
    if target.is_relative_to(home) and target.relative_to(home).parts[0] != GENERATED:
        raise OutputError(str(out), f"lies in the study folder. There, only {home.name}/{GENERATED}/ is for builds.")
    with _as_output_error(out):
        if not target.exists():
            return
        if not target.is_dir():
            raise OutputError(str(out), "is a file. Name a folder for the build.")
        foreign = sorted(_foreign(target))
    if foreign:
        names = ", ".join(foreign[:5]) + (f" and {len(foreign) - 5} more" if len(foreign) > 5 else "")
        raise OutputError(
            str(out), f"holds files that no build of riven wrote: {names}. Move them, or name another folder."
        )


def write_folder(files: Mapping[str, bytes], out: Path, study: Path) -> None:
    """Write files as a folder, in the place of an older build if there is one.

    Args:
        files: Content by path inside the folder, with forward slashes.
        out: The folder; folders above it are made.
        study: The study folder, which must stay as it is.

    Raises:
        OutputError: The folder may not or cannot be written; whatever was there before is still there.
    """
    check_target(out, study)
    target = out.resolve()
    with _as_output_error(out), contextlib.ExitStack() as undo:
        for parent in reversed([parent for parent in target.parents if not parent.exists()]):
            undo.callback(_remove_empty, parent)
        fresh = _sibling(target)
        undo.callback(shutil.rmtree, fresh, ignore_errors=True)
        fresh.mkdir(parents=True)
        for name, content in files.items():
            path = fresh / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        _swap(fresh, target)
        undo.pop_all()


def _foreign(target: Path) -> set[str]:
    """Files of a folder that its manifest does not name; all of them when it has no manifest of riven."""
    held = {path.relative_to(target).as_posix() for path in target.rglob("*") if path.is_symlink() or not path.is_dir()}
    held = {name for name in held if name.rpartition("/")[2] not in _LITTER}
    return held - _written(target)


def _written(target: Path) -> set[str]:
    try:
        manifest = json.loads((target / MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return set()
    outputs = manifest.get("outputs") if isinstance(manifest, dict) and "riven" in manifest else None
    return {MANIFEST, *outputs} if isinstance(outputs, dict) else set()


def _remove_empty(folder: Path) -> None:
    with contextlib.suppress(OSError):
        folder.rmdir()


def _sibling(target: Path) -> Path:
    return target.with_name(f".{target.name}.{secrets.token_hex(4)}")


def _swap(fresh: Path, target: Path) -> None:
    if not target.exists():
        fresh.rename(target)
        return
    old = _sibling(target)
    target.rename(old)
    try:
        fresh.rename(target)
    except BaseException:  # a person may stop riven just here
        old.rename(target)
        raise
    shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _as_output_error(out: Path) -> Iterator[None]:
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: links that lead to each other, before Python 3.13
        raise OutputError(str(out), getattr(error, "strerror", None) or str(error)) from error
