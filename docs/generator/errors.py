"""The pages on errors, and on the exit codes they lead to."""

import inspect

from generator.markdown import Doc, bullets, codes, table
from riven import errors
from riven.cli.exits import EXITS


def errors_page() -> str:
    """Write the page on errors: the tree, then every class with what it carries."""
    drawing = errors.__doc__.partition("```")[2].partition("```")[0].strip("\n")
    lines = ["# Errors and warnings\n"]
    lines.append("Everything that riven raises on purpose. `except riven.RivenError` catches all of it.\n")
    lines += [f"```text\n{drawing}\n```\n"]
    held = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if cls.__module__ == errors.__name__]
    for cls in sorted(held, key=_place):
        doc = Doc(cls)
        lines += [f"## {cls.__name__}\n", f"{doc.summary}\n"]
        if doc.body:
            lines.append(f"{doc.body}\n")
        carried = doc.items("Attributes")
        if carried:
            lines += ["Carries:\n", bullets(f"`{name}`: {meaning}" for name, meaning in carried.items())]
    return "\n".join(lines)


def _place(cls: type) -> int:
    return inspect.getsourcelines(cls)[1]


def exit_codes_page() -> str:
    """Write the page on exit codes."""
    rows = [
        (str(entry.code), entry.word, entry.meaning, codes(error.__name__ for error in entry.errors)) for entry in EXITS
    ]
    about = (
        "How a command of riven ends. Errors on the right include all that derive from them; see [errors](errors.md).\n"
    )
    return f"# Exit codes\n\n{about}\n{table(('code', 'word', 'when', 'errors'), rows)}"
