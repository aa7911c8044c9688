"""`riven build`: from a study folder to everything that follows from it."""

from pathlib import Path
from typing import Annotated

import typer

from riven.cli.options import DryRunOption, StudyArgument


def build(
    study: StudyArgument = None,
    *,
    out: Annotated[
        Path | None,
        typer.Option(
            "--out", "-o", metavar="FOLDER", help="Folder to write; STUDY/build when left out.", show_default=False
        ),
    ] = None,
    without_text: Annotated[
        bool, typer.Option("--without-text", help="Leave attached texts out of the report, for publishing it.")
    ] = False,
    dry_run: DryRunOption = False,
) -> None:
    """Derive rivals and panels; write figures, tables and pages.

    The folder is written whole or not at all, and replaces an older build; equal input gives equal bytes. A folder
    that holds anything riven did not write is left alone.
    """
    from riven.cli.show import note, say, working
    from riven.cli.studies import chosen_study
    from riven.pipeline.build import Build, read_build, write_build

    folder = chosen_study(study)
    target = out or folder / "build"
    with working(f"Reading {folder}") as tell:
        result: Build = read_build(folder, with_text=not without_text, tell=tell)
        if not dry_run:
            tell(f"Writing {target}")
        write_build(result, target, dry_run=dry_run)
    say(result.summary())
    for remark in result.notes:
        note(remark)
    if dry_run:
        for name, content in result.files.items():
            say(f"{len(content):>10}  {target / name}")
    note(f"{'Would write' if dry_run else 'Wrote'} {len(result.files)} files to {target}")
