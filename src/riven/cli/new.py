"""`riven new`: a study to begin with."""

from pathlib import Path
from typing import Annotated

import typer

from riven.cli.options import DryRunOption


def new(
    path: Annotated[Path, typer.Argument(metavar="PATH", help="The folder to make.")],
    *,
    template: Annotated[
        str, typer.Option("--template", metavar="NAME", help="Which template.")
    ] = "armed-group-rivalry",
    own: Annotated[
        str, typer.Option("--id", metavar="ID", help="Identifier of the study; made of the folder's name if left out.")
    ] = "",
    dry_run: DryRunOption = False,
) -> None:
    """Make a study folder from a template.

    It holds a codebook, rules, and a small invented example to replace, and passes riven check.
    """
    from riven.cli.show import note, say
    from riven.folder.templates import template_files, write_template
    from riven.ids import nearest_id

    study_id = own or nearest_id(path.absolute().name) or "new-study"
    if dry_run:
        for name in template_files(template, path, study_id=study_id):
            say(str(path / name))
        note(f"Would write study {study_id} to {path}")
        return
    write_template(template, path, study_id=study_id)
    note(f"Wrote study {study_id} to {path}. Next: riven check {path}, then riven build {path}")
