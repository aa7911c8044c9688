"""Pieces of Markdown, and docstrings taken apart."""

import inspect
import re
import textwrap
from collections.abc import Iterable, Sequence

SECTIONS = ("Attributes", "Args", "Returns", "Yields", "Raises", "Source", "Example")
_SECTION = re.compile(rf"({'|'.join(SECTIONS)}):")
_ITEM = re.compile(r"(\*{0,2}\w+(?:\[[^\]]*\])?):\s+(.*)")


def table(headers: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Write a table; a bar or a line break in a cell is written so that it stays in the cell.

    Returns:
        The table, or a sentence when it would have no row.
    """
    body = ["| " + " | ".join(cell(value) for value in row) + " |" for row in rows]
    if not body:
        return "None.\n"
    head = ["| " + " | ".join(headers) + " |", "|" + "---|" * len(headers)]
    return "\n".join([*head, *body]) + "\n"


def cell(text: str) -> str:
    """Write text so that it fits into a cell of a table."""
    return " ".join(text.replace("|", "\\|").split())


def code(text: object) -> str:
    """Set text as code; nothing for empty text."""
    return f"`{text}`" if str(text) else ""


def codes(items: Iterable[object]) -> str:
    """Set items as code, joined by commas."""
    return ", ".join(code(item) for item in items)


def bullets(items: Iterable[str]) -> str:
    """Write a list, one item a line."""
    return "".join(f"- {' '.join(item.split())}\n" for item in items)


class Doc:
    """A docstring in the Google style, taken apart.

    Attributes:
        summary: Its first paragraph.
        body: The paragraphs before the first section.
        sections: Text of each section by name.
    """

    def __init__(self, thing: object) -> None:
        text = thing if isinstance(thing, str) else inspect.getdoc(thing) or ""
        parts: dict[str, list[str]] = {"": []}
        held = parts[""]
        for line in text.splitlines():
            match = _SECTION.fullmatch(line)
            held = parts.setdefault(match[1], []) if match else held
            if not match:
                held.append(line)
        before = "\n".join(parts.pop("")).strip("\n")
        self.summary, _, self.body = before.partition("\n\n")
        self.summary = " ".join(self.summary.split())
        self.body = self.body.strip("\n")
        self.sections = {name: textwrap.dedent("\n".join(lines)).strip() for name, lines in parts.items()}

    def items(self, section: str) -> dict[str, str]:
        """Read a section of `name: text` items."""
        found: dict[str, str] = {}
        name = ""
        for line in self.sections.get(section, "").splitlines():
            match = _ITEM.fullmatch(line)
            if match and not line.startswith(" "):
                name, found[match[1]] = match[1], match[2]
            elif name:
                found[name] = f"{found[name]} {line.strip()}".strip()
        return found

    def text(self, section: str) -> str:
        """Read a section as one paragraph."""
        return " ".join(self.sections.get(section, "").split())
