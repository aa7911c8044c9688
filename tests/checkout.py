"""The files of the checkout as the house tests see them: what git tracks, and the modules of `src`."""

import ast
import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parent.parent
SOURCE = REPOSITORY / "src" / "riven"


@cache
def tracked_files() -> tuple[Path, ...]:
    """List what git tracks and what is there, relative to the checkout."""
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout
    names = [Path(name) for name in listed.decode().split("\0") if name]
    return tuple(name for name in names if (REPOSITORY / name).is_file())


@cache
def tracked_texts() -> dict[Path, str]:
    """Read every tracked file that is text in UTF-8."""
    texts = {}
    for name in tracked_files():
        try:
            texts[name] = (REPOSITORY / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
    return texts


@cache
def modules() -> dict[Path, ast.Module]:
    """Parse every module of `src/riven`, by path relative to it."""
    found = sorted(SOURCE.rglob("*.py"))
    return {path.relative_to(SOURCE): ast.parse(path.read_text(encoding="utf-8")) for path in found}


def functions(tree: ast.AST):
    """List the functions and methods below a node, with those inside them."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def classes(tree: ast.AST):
    """List the classes below a node."""
    return [node for node in ast.walk(tree) if isinstance(node, ast.ClassDef)]
