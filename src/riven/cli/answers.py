"""Answers as JSON: the same words as the columns of a build's tables."""

from dataclasses import asdict
from typing import Any

from riven.evidence.trace import Thread
from riven.model.panel import Cell
from riven.pipeline.questions import Explanation
from riven.pipeline.tables import cell_row, written_path


def cell_json(cell: Cell) -> dict[str, Any]:
    """Write a cell as JSON: the columns of cells.csv, and each supporting finding with its path and reason."""
    support = [
        {
            "finding": held.finding,
            "state": str(held.state),
            "path": written_path(held.path),
            "reason": held.reason,
        }
        for held in cell.support
    ]
    return {**cell_row(cell), "support": support, "against": list(cell.against)}


def thread_json(thread: Thread) -> dict[str, Any]:
    """Write a thread as JSON."""
    return {name: str(value) for name, value in asdict(thread).items()}


def verdict_json(answer: Explanation) -> dict[str, Any]:
    """Write the verdicts on an actor as JSON; the camp of an actor that is no rival is null."""
    rival, camp = answer.rival, answer.camp
    return {
        "actor": answer.actor,
        "label": rival.label,
        "affiliated": rival.affiliated,
        "rival": rival.rival,
        "why": rival.why,
        "camp": None if camp is None else camp.camp,
        "camp_why": None if camp is None else camp.why,
        "no_row": list(answer.no_row),
    }
