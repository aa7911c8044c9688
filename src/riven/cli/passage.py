"""`riven passage`: from words of a text to a row of passages.csv."""

from pathlib import Path
from typing import Annotated

import typer

from riven.cli.options import JsonOption


def passage(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[STUDY] SOURCE WORDS", help="The study folder, a source, and words of its text."),
    ],
    *,
    own: Annotated[
        str, typer.Option("--id", metavar="ID", help="Its identifier; the next free number if left out.")
    ] = "",
    add: Annotated[bool, typer.Option("--add", help="Add the row to passages.csv as well.")] = False,
    json: JsonOption = False,
) -> None:
    """Make a passage from words of a source's text.

    Offsets, hash and paragraph are worked out. The text must lie in text/SOURCE.txt. Put the words in quotation
    marks; ... stands for what lies between the first and the last ones. Without --add nothing is written.
    """
    from dataclasses import asdict

    from riven.cli.show import note, say, say_json
    from riven.cli.studies import split_study
    from riven.folder import read_study
    from riven.pipeline.marking import add_passage, mark_passage, unfrozen, written
    from riven.pipeline.terms import find_id

    folder, (source, quoted) = _two(split_study(words, most=2))
    study = read_study(folder)
    made = mark_passage(study, find_id(source, study.sources, "source"), quoted, own=own)
    is_new = made.id not in study.passages
    if json:
        say_json(asdict(made) | {"new": is_new})
    else:
        say(written(made, header=not add).rstrip("\n"))
    if not is_new:
        note(f"This passage is there already: {made.id}.")
    elif add:
        note(f"Added to {add_passage(folder, made)}")
    if missing := unfrozen(study, made.source):
        note(missing)


def _two(split: tuple[Path, list[str]]) -> tuple[Path, list[str]]:
    if len(split[1]) != 2:
        raise typer.BadParameter("name a source, then give words of its text in quotation marks")
    return split
