"""account/: texts of the researchers, one file a block of the account, and a citation style of the study's own.

A file begins with a head in TOML between two lines of `+++`: the block it stands for, and fingerprints of the evidence
it was written on. What follows is the text.
"""

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from riven.folder.canonical import toml_text
from riven.folder.files import TextFile, read_text
from riven.folder.layout import ACCOUNT
from riven.folder.problems import Problems, quoted
from riven.folder.table import Table
from riven.folder.tree import read_toml
from riven.model.account import CitationStyle, EditedText

FENCE = "+++"
_BLOCK = re.compile(r"[a-z0-9][a-z0-9._-]{0,127}")
_HEAD = re.compile(r"\+\+\+[ \t\r]*\n(?P<head>.*?)^\+\+\+[ \t\r]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
_STYLE = re.compile(rf"{ACCOUNT}/[A-Za-z0-9][A-Za-z0-9._-]*\.csl")
_START = "Write one with 'riven account STUDY BLOCK', and change its text."


def read_edits(folder: Path, names: Iterable[str], problems: Problems) -> dict[str, EditedText]:
    """Read the texts of the researchers.

    Args:
        folder: The study folder.
        names: Names of the files in account/, without `.md`.
        problems: Where defects are recorded.

    Returns:
        The texts by block, those that are broken left out.
    """
    found: dict[str, EditedText] = {}
    for name in names:
        file = read_text(folder, f"{ACCOUNT}/{name}.md", problems)
        edit = _edit(file, name, problems) if file is not None else None
        if edit is not None:
            found[edit.block] = edit
    return found


def split_head(text: str) -> tuple[str, str]:
    """Part the head of a text from what follows it.

    Args:
        text: The file, line ends as they are.

    Returns:
        The head without its fences, empty when there is none, and the text behind it.
    """
    match = _HEAD.match(text)
    return (match["head"], text[match.end() :]) if match else ("", text)


def _edit(file: TextFile, name: str, problems: Problems) -> EditedText | None:
    match = _HEAD.match(file.text)
    if match is None:
        problems.add(file.name, (1, 1), "has no head", f"a first line {FENCE}, then the block, then {FENCE}", _START)
        return None
    read = read_toml(TextFile(file.name, f"\n{match['head']}"), problems)  # the fence was the first line
    if read is None:
        return None
    tree, data = read
    before = len(problems)
    root = Table(tree, data, ())
    block = root.text("block")
    if block and (block != name or not _BLOCK.fullmatch(block)):
        root.wrong("block", f"the block {quoted(block)} is not the name of the file", f"block = {quoted(name)}")
    evidence = _evidence(root.table("evidence"))
    root.done()
    text = file.text[match.end() :].strip("\n")
    return EditedText(block, evidence, text) if len(problems) == before else None


def _evidence(table: Table | None) -> Mapping[str, str]:
    return {key: table.text(key) for key in table.data} if table is not None else {}


def read_style(folder: Path, name: str, problems: Problems) -> CitationStyle:
    """Read the style of citations.

    Args:
        folder: The study folder.
        name: What study.toml says: a style riven brings, or a file in account/; empty for the usual one.
        problems: Where a style that cannot be read is recorded.

    Returns:
        The style.
    """
    if not name:
        return CitationStyle()
    if not _STYLE.fullmatch(name):
        return CitationStyle(name)
    file = read_text(folder, name, problems)
    return CitationStyle(name, file.text) if file is not None else CitationStyle()


def is_style_file(name: str) -> bool:
    """Say whether a citation style names a file of the study folder."""
    return bool(_STYLE.fullmatch(name))


def edit_document(edit: EditedText) -> dict[str, Any]:
    """Say what the head of a text holds, in canonical order.

    Returns:
        The document.
    """
    return {"block": edit.block, "evidence": dict(edit.evidence)}


def edit_text(edit: EditedText) -> str:
    """Write a text of the researchers as its file.

    Returns:
        The canonical text: head, an empty line, the text.
    """
    return f"{FENCE}\n{toml_text(edit_document(edit))}{FENCE}\n\n{edit.text}\n"


def account_files(edits: Mapping[str, EditedText], style: CitationStyle) -> dict[str, str]:
    """Say what account/ holds.

    Args:
        edits: Texts by block.
        style: The style of citations.

    Returns:
        Texts by path in the study folder.
    """
    files = {f"{ACCOUNT}/{block}.md": edit_text(edit) for block, edit in edits.items()}
    return files | ({style.name: style.csl} if style.csl else {})
