"""`riven check`: every problem of a study folder, at once."""

from typing import TYPE_CHECKING

from riven.cli.options import JsonOption, StudyArgument

if TYPE_CHECKING:
    from riven.model.study import Study


def check(study: StudyArgument = None, *, json: JsonOption = False) -> None:
    """List every problem of a study folder.

    Each with its file, line and column, with what was expected, and with the nearest known word. Of a sound study it
    also says which texts of yours in the account rest on evidence that changed.
    """
    from dataclasses import asdict

    from riven.cli.show import say, say_json, working
    from riven.cli.studies import chosen_study
    from riven.errors import StudyFolderError
    from riven.folder import read_study
    from riven.pipeline.overview import counted, counts

    folder = chosen_study(study)
    try:
        with working(f"Reading {folder}"):
            held = read_study(folder)
    except StudyFolderError as error:
        if json:
            say_json({"ok": False, "problems": [asdict(problem) for problem in error.problems]})
        raise
    numbers, flags = counts(held), _flags(held)
    if json:
        say_json({"ok": True, "study": held.id, "problems": [], "counts": numbers, "to_review": flags})
        return
    say(f"{folder} is sound: " + ", ".join(counted(number, word) for word, number in numbers.items()) + ".")
    for flag in flags:
        say(flag)


def _flags(study: "Study") -> tuple[str, ...]:
    """Say which texts of the researchers need a look; a study without one costs nothing to ask."""
    if not study.edits:
        return ()
    from riven.pipeline.editing import edit_flags

    return edit_flags(study)
