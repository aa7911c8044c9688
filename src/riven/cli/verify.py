"""`riven verify`: does every passage still stand where it stood?"""

from typing import Annotated

import typer

from riven.cli.options import JsonOption, SourceOption


def verify(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STUDY] [FILE]", help="The study folder; a text to check against."),
    ] = None,
    *,
    source: SourceOption = "",
    json: JsonOption = False,
) -> None:
    """Check that every passage still stands where it stood.

    Each is a match, moved (and where to) or missing. Without FILE the texts attached to the study are checked.
    Nothing is written; a passage that moved is found again by its hash, and its new place is told. Ends with exit
    code 1 when a passage moved or is missing.
    """
    from pathlib import Path

    from riven.cli.exits import FOUND
    from riven.cli.show import say_json, say_lines, working
    from riven.cli.studies import split_study
    from riven.folder import read_study
    from riven.pipeline.terms import find_id
    from riven.pipeline.verify import (
        Verification,
        choose_source,
        read_document,
        verification_json,
        verification_lines,
        verify_attached,
        verify_text,
    )

    folder, files = split_study(words or [], most=1)
    study = read_study(folder)
    with working("Checking passages"):
        if files:
            path = Path(files[0])
            data = read_document(path)
            found: tuple[Verification, ...] = (
                verify_text(study, choose_source(study, data, path, source), data, str(path)),
            )
        else:
            asked = (find_id(source, study.sources, "source"),) if source else ()
            found = verify_attached(study, asked)
    if json:
        say_json([verification_json(one) for one in found])
    else:
        for one in found:
            say_lines(verification_lines(one))
    if not all(one.is_clean for one in found):
        raise typer.Exit(FOUND.code)
