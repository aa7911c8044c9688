"""Packaged templates: a codebook, rules and a small invented example that reads as a study from the first minute."""

from dataclasses import replace
from pathlib import Path

from riven.errors import InputError, OutputError, Problem, UnknownTermError
from riven.folder.layout import CODEBOOK, STUDY
from riven.folder.read import read_study
from riven.folder.write import study_files, write_study
from riven.ids import ALPHABET, StudyId, is_id, nearest_id
from riven.model.study import Study

_TEMPLATES = Path(__file__).parent / "templates"
_IGNORED = """\
# Texts of sources may be under copyright, and results are generated: neither belongs in version control.
text/
build/
"""


def template_names() -> tuple[str, ...]:
    """List the packaged templates.

    Returns:
        Their names, sorted.
    """
    return tuple(sorted(folder.name for folder in _TEMPLATES.iterdir() if (folder / CODEBOOK).is_file()))


def template_path(name: str) -> Path:
    """Find a packaged template.

    Args:
        name: Its name.

    Returns:
        Its folder, which reads as a study.

    Raises:
        UnknownTermError: There is no such template.
    """
    names = template_names()
    if name not in names:
        raise UnknownTermError(name, "template", names)
    return _TEMPLATES / name


def codebook_path(name: str) -> Path:
    """Find the codebook of a packaged template.

    Args:
        name: Name of the template.

    Returns:
        Its codebook.toml.

    Raises:
        UnknownTermError: There is no such template.
    """
    return template_path(name) / CODEBOOK


def template_files(name: str, path: Path | str, *, study_id: str) -> tuple[str, ...]:
    """Say which files `write_template` would write.

    Args:
        name: Name of the template.
        path: The folder; it must be empty or not there yet.
        study_id: Identifier of the new study.

    Returns:
        Paths inside the folder, in the order they are written.

    Raises:
        UnknownTermError: There is no such template.
        InputError: The identifier leaves the alphabet of identifiers.
        OutputError: The folder is not empty.
    """
    return (*study_files(_prepared(name, Path(path), study_id)), ".gitignore")


def write_template(name: str, path: Path | str, *, study_id: str) -> None:
    """Begin a study: write a template as a new study folder.

    Args:
        name: Name of the template.
        path: The folder; it must be empty or not there yet.
        study_id: Identifier of the new study.

    Raises:
        UnknownTermError: There is no such template.
        InputError: The identifier leaves the alphabet of identifiers.
        OutputError: The folder is not empty, or cannot be written.
    """
    folder = Path(path)
    write_study(_prepared(name, folder, study_id), folder)
    (folder / ".gitignore").write_text(_IGNORED, encoding="utf-8")


def _prepared(name: str, folder: Path, study_id: str) -> Study:
    template = template_path(name)
    if not is_id(study_id):
        near = nearest_id(study_id)
        hint = f"'{near}' would do." if near else ""
        raise InputError([Problem(STUDY, 0, 0, f"'{study_id}' cannot serve as study id", ALPHABET, hint)])
    if folder.is_symlink() or folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
        raise OutputError(str(folder), "is there already and is not an empty folder; name a new one")
    return replace(read_study(template), id=StudyId(study_id))
