"""Arguments and options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

StudyArgument = Annotated[
    Path | None,
    typer.Argument(metavar="[STUDY]", help="The study folder.", show_default=False),
]
JsonOption = Annotated[bool, typer.Option("--json", help="Print the answer as JSON.")]
DryRunOption = Annotated[bool, typer.Option("--dry-run", help="Say what would be written, and write nothing.")]
SourceOption = Annotated[
    str, typer.Option("--source", metavar="ID", help="The source that is meant.", show_default=False)
]
MeasureOption = Annotated[
    str,
    typer.Option("--measure", "-m", metavar="ID", help="The measure; every measure when left out.", show_default=False),
]
