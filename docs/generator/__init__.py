"""The reference, made from the code: one module a page, each a pure function that gives Markdown."""

from collections.abc import Callable, Mapping

from generator.api import api_page
from generator.codebook import codebook_page
from generator.commands import commands_page
from generator.dates import dates_page
from generator.errors import errors_page, exit_codes_page
from generator.folder import folder_page
from generator.outputs import outputs_page
from generator.rules import default_rules_page, rules_page

NOTE = "<!-- Written by `make docs` from the code: change it there. -->\n\n"

PAGES: Mapping[str, Callable[[], str]] = {
    "commands.md": commands_page,
    "exit-codes.md": exit_codes_page,
    "errors.md": errors_page,
    "study-folder.md": folder_page,
    "dates.md": dates_page,
    "codebook.md": codebook_page,
    "rules.md": rules_page,
    "default-rules.md": default_rules_page,
    "outputs.md": outputs_page,
    "api.md": api_page,
}


def pages() -> dict[str, str]:
    """Write every page of the reference.

    Returns:
        Markdown by file name, the index included.
    """
    written = {name: NOTE + page().rstrip() + "\n" for name, page in PAGES.items()}
    return {"README.md": NOTE + _index(written), **written}


def _index(written: Mapping[str, str]) -> str:
    lines = [
        "# Reference\n",
        "What there is, complete and in order. These pages are written by `make docs` from the code.\n",
    ]
    for name, text in written.items():
        title = next(line for line in text.splitlines() if line.startswith("# "))
        lines.append(f"- [{title.removeprefix('# ')}]({name})")
    return "\n".join(lines) + "\n"
