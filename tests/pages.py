"""Pages of Markdown as tests see them: their links, and their code blocks, which are run where they stand.

A block of language `console` is typed line by line and its output compared; `...` alone on a line stands for any lines.
`exit=2` behind the language says how its last command ends. A block with a file name behind the language is written to
that file. Blocks of language `python` are run, one after the other, in one namespace for each page.
"""

import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from checkout import REPOSITORY, tracked_texts

READ_ONLY = {"sh", "r", "stata", "text", "toml", "csv", "json", "html", "bibtex"}
_FENCE = re.compile(r"^```(\w*) ?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what stands behind it, its text, and the line it begins on."""

    language: str
    info: str
    text: str
    line: int


def pages() -> dict[Path, str]:
    """Read every tracked page of Markdown that people read, by path in the checkout."""
    return {path: text for path, text in tracked_texts().items() if path.suffix == ".md" and path.parts[0] != "tests"}


def blocks(text: str) -> list[Block]:
    """List the fenced blocks of a page."""
    found = _FENCE.finditer(text)
    return [Block(m[1], m[2].strip(), m[3], text.count("\n", 0, m.start()) + 1) for m in found]


def links(text: str) -> list[str]:
    """List the targets of a page's links; code is no link."""
    return _LINK.findall(re.sub(r"`[^`\n]*`", "", _FENCE.sub("", text)))


def anchors(text: str) -> set[str]:
    """Name the headings of a page the way GitHub does."""
    held = _HEADING.findall(_FENCE.sub("", text))
    return {re.sub(r"[^\w\- ]", "", re.sub(r"&\w+;", "", h)).strip().lower().replace(" ", "-") for h in held}


def run_page(text: str, folder: Path) -> None:
    """Do what a page says, in a folder, and fail where it does not come out as the page shows."""
    runner = _Runner(folder)
    for block in blocks(text):
        runner.do(block)


class _Runner:
    """One reader at work: a current folder, and a namespace of Python."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.names: dict[str, object] = {}

    def do(self, block: Block) -> None:
        if block.language == "console":
            self._type(block)
        elif block.language == "python":
            self._run(block)
        elif block.info:
            path = self.folder / block.info
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text, encoding="utf-8")
        else:
            assert block.language in READ_ONLY, f"line {block.line}: nobody knows what to do with '{block.language}'"

    def _type(self, block: Block) -> None:
        typed = re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block.text, re.MULTILINE)
        assert typed, f"line {block.line}: a console block needs a line that begins with '$ '"
        wanted = int(match[1]) if (match := re.search(r"exit=(\d+)", block.info)) else 0
        for number, (command, shown) in enumerate(typed, start=1):
            done = self._shell(command)
            assert (wanted if number == len(typed) else 0) == done.returncode, f"$ {command}\n{done.stdout}"
            assert _fits(shown, done.stdout), (
                f"line {block.line}: $ {command}\n{done.stdout}\n--- the page shows\n{shown}"
            )

    def _shell(self, command: str) -> subprocess.CompletedProcess[str]:
        if command.startswith("cd "):
            self.folder = (self.folder / command[3:].strip()).resolve()
            assert self.folder.is_dir(), command
            return subprocess.CompletedProcess(command, 0, "", "")
        search = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
        around = {"PATH": search, "HOME": str(self.folder), "LC_ALL": "C.UTF-8", "PYTHONUTF8": "1"}
        return subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=around,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )

    def _run(self, block: Block) -> None:
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            exec(compile(block.text, f"line {block.line} of the page", "exec"), self.names)  # noqa: S102 -- our own pages
        finally:
            os.chdir(before)


def _fits(shown: str, printed: str) -> bool:
    lines = [".*" if line.strip() == "..." else re.escape(line.rstrip()) for line in shown.splitlines()]
    plain = "\n".join(line.rstrip() for line in printed.splitlines())
    return re.fullmatch("\n".join(lines), plain, re.DOTALL) is not None


def copy_studies(folder: Path) -> None:
    """Put the studies of the checkout into a folder, as git tracks them."""
    for path, text in tracked_texts().items():
        if path.parts[0] == "studies":
            target = folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")


def page(name: str) -> str:
    """Read one page."""
    return (REPOSITORY / name).read_text(encoding="utf-8")
