"""The page on the Python API, read off docstrings."""

import inspect
from collections.abc import Iterator
from functools import cached_property

import riven
from generator.markdown import Doc, bullets, code
from riven.analysis.camps import CampVerdict
from riven.analysis.results import Analysis
from riven.analysis.rivals import RivalVerdict
from riven.analysis.sensitivity import Flip
from riven.evidence.trace import Thread
from riven.model.finding import Finding
from riven.model.panel import Cell, Panel, PathStep, Support
from riven.pipeline.opened import OpenPanel, OpenStudy
from riven.pipeline.questions import Bearing, Explanation

SECTIONS = {"Attributes": "Has", "Args": "Takes", "Raises": "Raises"}
HANDED_OUT = (
    Panel,
    Cell,
    Support,
    PathStep,
    Explanation,
    RivalVerdict,
    CampVerdict,
    Bearing,
    Flip,
    Thread,
    Analysis,
    Finding,
)


def api_page() -> str:
    """Write the page on the Python API."""
    parts = ["# Python\n", f"{Doc(riven).body}\n", "## riven.open(path)\n", *_doc(riven.open)]
    for cls in (OpenStudy, OpenPanel):
        parts += [f"## {cls.__name__}\n", *_doc(cls)]
        for name, held in members(cls):
            parts += [f"### {name}{_signature(held)}\n", *_doc(held)]
    parts.append("## What is handed out\n")
    for cls in HANDED_OUT:
        parts += [f"### {cls.__name__}\n", *_doc(cls)]
    named = ", ".join(code(f"riven.{name}") for name in riven.__all__)
    parts += ["## The front door\n", f"`import riven` offers {named}. Errors are explained [here](errors.md).\n"]
    return "\n".join(parts)


def members(cls: type) -> list[tuple[str, object]]:
    """List the public methods and properties of a class, in the order of the code."""
    held = [(name, thing) for name, thing in vars(cls).items() if not name.startswith("_") and _is_shown(thing)]
    return [(name, _plain(thing)) for name, thing in held]


def _is_shown(thing: object) -> bool:
    return callable(_plain(thing)) or isinstance(thing, property | cached_property)


def _plain(thing: object) -> object:
    return getattr(thing, "__func__", thing)


def _signature(thing: object) -> str:
    if not callable(thing):
        return ""
    taken = [p for p in inspect.signature(thing).parameters.values() if p.name not in {"self", "cls"}]
    return f"({', '.join(str(p.replace(annotation=p.empty)) for p in taken)})"


def _doc(thing: object) -> Iterator[str]:
    doc = Doc(thing)
    yield f"{doc.summary}\n"
    if doc.body:
        yield f"{doc.body}\n"
    for section, word in SECTIONS.items():
        items = doc.items(section)
        if items:
            yield f"{word}:\n"
            yield bullets(f"{code(name)}: {meaning}" for name, meaning in items.items())
    for section in ("Returns", "Yields"):
        if doc.text(section):
            yield f"Gives: {doc.text(section)}\n"
    if doc.sections.get("Example"):
        yield f"```python\n{doc.sections['Example']}\n```\n"
