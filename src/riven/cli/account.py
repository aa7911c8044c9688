"""`riven account`: which parts of the account researchers wrote themselves, and a text to start from."""

from pathlib import Path
from typing import Annotated

import typer

from riven.cli.options import DryRunOption, JsonOption


def account(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STUDY] [BLOCK]", help="The study folder, and a block of its account."),
    ] = None,
    *,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Take your text of this block as read again on today's evidence.")
    ] = False,
    dry_run: DryRunOption = False,
    json: JsonOption = False,
) -> None:
    """List the blocks of the account, or write one out to edit.

    Without BLOCK, every block is listed with its state: generated, edited, or edited on evidence that changed since.
    With BLOCK, the generated text is written to account/BLOCK.md in the study folder, unless a text is there already.
    """
    from dataclasses import asdict

    from riven.cli.show import note, say_json, say_lines, working
    from riven.folder import read_study
    from riven.pipeline.editing import account_of, review_block, standing_lines, start_block

    folder, block = _study_and_block(words or [])
    if reviewed and not block:
        raise typer.BadParameter("--reviewed needs a block")
    with working(f"Reading {folder}") as tell:
        study = read_study(folder)
        tell("Telling the account")
        told = account_of(study)
        standings = told.standings
    if block:
        path = (review_block if reviewed else start_block)(folder, told, block, dry_run=dry_run)
        note(f"{'Would write' if dry_run else 'Wrote'} {path}")
    elif json:
        say_json([asdict(each) for each in standings])
    else:
        say_lines(standing_lines(standings))


def _study_and_block(words: list[str]) -> tuple[Path, str]:
    from riven.cli.studies import split_study

    folder, rest = split_study(words, most=1)
    if len(rest) > 1:
        raise typer.BadParameter("name a study, and perhaps one block of its account")
    return folder, rest[0] if rest else ""
