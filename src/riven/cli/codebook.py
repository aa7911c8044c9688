"""`riven codebook`: what coders code, with rules and examples."""

from typing import Annotated

import typer

from riven.cli.options import JsonOption


def codebook(
    words: Annotated[
        list[str] | None,
        typer.Argument(metavar="[STUDY] [TERM]", help="The study folder; a kind, role, variable or category."),
    ] = None,
    *,
    template: Annotated[
        str, typer.Option("--template", metavar="NAME", help="Show the codebook of a template instead of a study's.")
    ] = "",
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print it as Markdown, in full, to hand to coders.")
    ] = False,
    json: JsonOption = False,
) -> None:
    """Show what coders code, with rules and examples.

    Without TERM, a list of what the codebook holds; with one, a kind, role, variable or category in full. The whole in
    full comes with --markdown or --json.
    """
    from riven.cli.show import say, say_json, say_lines
    from riven.cli.studies import split_study
    from riven.folder import read_study
    from riven.folder.codebook import codebook_document
    from riven.folder.templates import template_path
    from riven.pipeline.terms import find_elements
    from riven.report.codebook import entry_lines, markdown_lines, overview_lines

    if template:
        folder, terms = template_path(template), list(words or [])
    else:
        folder, terms = split_study(words or [], most=1)
    if markdown and json:
        raise typer.BadParameter("choose --markdown or --json")
    held = read_study(folder).codebook
    if json and not terms:
        say_json(codebook_document(held))
        return
    entries = [entry for term in terms for entry in find_elements(term, held)]
    if json:
        say_json([entry.to_dict() for entry in entries])
        return
    if markdown:
        say("\n".join(markdown_lines(held, entries)))
    elif terms:
        say_lines(line for entry in entries for line in entry_lines(entry))
    else:
        say_lines(overview_lines(held))
