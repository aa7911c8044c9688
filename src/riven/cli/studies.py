"""Which study a command means: the folder or the study named, the current one, or the only one under studies/."""

import os
from collections.abc import Sequence
from pathlib import Path

import typer

from riven.errors import Problem, StudyFolderError
from riven.folder.layout import STUDY

STUDIES = Path("studies")


def default_study() -> Path:
    """Find the study a person means who names none.

    Returns:
        The current folder if it is a study, else the only study under studies/.

    Raises:
        StudyFolderError: There is none, or more than one.
    """
    if Path(STUDY).is_file():
        return Path()
    found = sorted(path.parent for path in STUDIES.glob(f"*/{STUDY}"))
    if len(found) == 1:
        return found[0]
    hint = f"Name one: {', '.join(map(str, found[:6]))}." if found else "Begin one with 'riven new NAME'."
    what = f"there are {len(found)} studies here" if found else f"no {STUDY} here, and no study under {STUDIES}/"
    raise StudyFolderError([Problem(".", 0, 0, what, "a study folder as first argument", hint)])


def chosen_study(path: Path | None) -> Path:
    """Take the study a person named, or find it.

    Args:
        path: The folder as typed; a name that is no path here may be that of a study under studies/.

    Returns:
        The study folder.

    Raises:
        StudyFolderError: No study is named, and there is none or more than one here.
    """
    if path is None:
        return default_study()
    shelved = STUDIES / path
    return shelved if (shelved / STUDY).is_file() and not path.exists() else path


def split_study(words: Sequence[str], most: int) -> tuple[Path, list[str]]:
    """Part the study from the words that follow it, where it may be left out.

    Args:
        words: What was typed.
        most: How many words may follow the study.

    Returns:
        The study folder and the words after it. The first word is the study when it is one, when it is written as a
        path, or when there are too many words otherwise.

    Raises:
        StudyFolderError: No study is named, and there is none or more than one here.
    """
    rest = list(words)
    if rest and (len(rest) > most or _is_path(rest[0])):
        return chosen_study(Path(rest[0])), rest[1:]
    return default_study(), rest


def actor_and_period(words: Sequence[str]) -> tuple[Path, str, str]:
    """Part study, actor and period, of which the first and the last may be left out.

    Args:
        words: What was typed.

    Returns:
        The study folder, the actor, and the period; empty when none was given.

    Raises:
        BadParameter: No actor is named, or there are too many words.
        StudyFolderError: No study is named, and there is none or more than one here.
    """
    folder, rest = split_study(words, most=2)
    if not 1 <= len(rest) <= 2:
        raise typer.BadParameter("name an actor, in quotation marks if its name has blanks, and perhaps a period")
    return folder, rest[0], rest[1] if len(rest) == 2 else ""


def _is_path(word: str) -> bool:
    separators = {os.sep, os.altsep or os.sep}
    if (chosen_study(Path(word)) / STUDY).is_file() or word in {".", ".."}:
        return True
    return any(sign in word for sign in separators) and not Path(word).is_file()
