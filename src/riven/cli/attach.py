"""`riven attach`: link a lawful copy of a source's text to a study."""

from pathlib import Path
from typing import Annotated

import typer

from riven.cli.options import DryRunOption, SourceOption


def attach(
    words: Annotated[
        list[str],
        typer.Argument(metavar="[STUDY] FILE", help="The study folder, and a text in UTF-8."),
    ],
    *,
    source: SourceOption = "",
    anyway: Annotated[
        bool, typer.Option("--anyway", help="Attach a text in which passages moved or are missing.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Link your own lawful copy of a source to a study.

    Passages are then shown in context. The copy goes into text/, which stays private. It is checked first: a text
    in which a passage moved or is missing is another edition, and is refused unless you say --anyway.
    """
    from riven.cli.show import note, say_lines
    from riven.cli.studies import split_study
    from riven.errors import DocumentError, Problem
    from riven.folder import read_study
    from riven.pipeline.marking import unfrozen
    from riven.pipeline.verify import attach as put
    from riven.pipeline.verify import choose_source, frozen_form, read_document, verification_lines, verify_text

    folder, files = split_study(words, most=1)
    if not files:
        raise typer.BadParameter("name the file with the text")
    path = Path(files[0])
    study, copy = read_study(folder), read_document(path)
    chosen = choose_source(study, copy, path, source)
    data = frozen_form(study.sources[chosen], copy)
    if data != copy:
        note("Line ends and byte order mark are brought into the form of the frozen text.")
    outcome = verify_text(study, chosen, data, str(path))
    say_lines(verification_lines(outcome))
    if not outcome.is_clean and not anyway:
        hint = "Attach the edition that was coded, or say --anyway."
        raise DocumentError(
            [Problem(str(path), 0, 0, f"is not the text that was coded for source '{chosen}'", "", hint)]
        )
    if dry_run:
        note(f"Would attach it as {folder / 'text' / f'{chosen}.txt'}")
        return
    note(f"Attached as {put(folder, study.sources[chosen], data)}")
    if missing := unfrozen(read_study(folder), chosen):
        note(missing)
