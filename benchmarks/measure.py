"""What every benchmark shares: a result with its budget, processes measured from outside, and tables of plain text."""

import importlib
import json
import os
import platform
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any

CHECKOUT = Path(__file__).resolve().parent.parent
RIVEN = Path(sys.executable).with_name("riven")


@dataclass(frozen=True, slots=True)
class Result:
    """One measured figure.

    Attributes:
        what: What was measured.
        value: The figure.
        unit: Its unit: s, GB or x (times as fast).
        budget: What it may be at most, or for `x` has to be at least; None for a figure without a budget.
    """

    what: str
    value: float
    unit: str = "s"
    budget: float | None = None

    @property
    def ratio(self) -> float | None:
        """Share of the budget that is used up; above 1 it is missed."""
        if self.budget is None:
            return None
        return self.budget / self.value if self.unit == "x" else self.value / self.budget

    @property
    def missed(self) -> bool:
        """Whether there is a budget and it is not kept."""
        return self.ratio is not None and self.ratio > 1


@dataclass(frozen=True, slots=True)
class Table:
    """The results of one benchmark under a title, with what has to be said about them."""

    title: str
    results: tuple[Result, ...]
    notes: tuple[str, ...] = ()


def machine() -> str:
    """Name what the figures depend on."""
    libraries = ", ".join(f"{name} {version(name)}" for name in ("polars", "matplotlib", "pandas"))
    busy = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{os.cpu_count()} cores{busy}, {platform.system()}, Python {platform.python_version()}, {libraries}"


def shown(table: Table, *, judged: bool = True) -> str:
    """Write a table as plain text; a budget that is not kept is marked MISSED."""
    head = ("", "measured", "budget", "ratio", "")
    rows = [_row(result, judged=judged) for result in table.results]
    widths = [max(len(row[place]) for row in (head, *rows)) for place in range(len(head))]
    lines = [table.title, *(_line(row, widths) for row in (head, *rows)), *(f"  {note}" for note in table.notes)]
    return "\n".join(line.rstrip() for line in lines)


def _row(result: Result, *, judged: bool) -> tuple[str, ...]:
    if result.budget is None or result.ratio is None:
        return result.what, _amount(result.value, result.unit), "-", "-", ""
    word = "at least" if result.unit == "x" else "under"
    mark = "MISSED" if result.missed and judged else ""
    budget = f"{word} {_amount(result.budget, result.unit)}"
    return result.what, _amount(result.value, result.unit), budget, f"{result.ratio:.2f}", mark


def _line(row: Sequence[str], widths: Sequence[int]) -> str:
    first, *rest = (
        text.ljust(width) if not place else text.rjust(width) for place, (text, width) in _cells(row, widths)
    )
    return "  ".join(("", first, *rest))


def _cells(row: Sequence[str], widths: Sequence[int]) -> Iterable[tuple[int, tuple[str, int]]]:
    return enumerate(zip(row, widths, strict=True))


def _amount(value: float, unit: str) -> str:
    digits = 3 if unit == "s" and value < 1 else 2 if value < 10 else 0
    return f"{value:.{digits}f} {unit}"


@dataclass(frozen=True, slots=True)
class Spent:
    """What a command took: seconds on the clock, and seconds of processor, which a busy machine changes less."""

    wall: float
    processor: float


def spent(command: Sequence[str | Path], *, runs: int, environment: Mapping[str, str] | None = None) -> Spent:
    """Measure a command from outside.

    Args:
        command: Program and arguments.
        runs: How often to run it.
        environment: Variables to set beside those of this process.

    Returns:
        Medians of the runs.
    """
    found = [_run(command, environment or {}) for _ in range(runs)]
    return Spent(median(run.wall for run in found), median(run.processor for run in found))


def _run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Spent:
    before, begun = os.times(), time.perf_counter()
    done = subprocess.run(command, env=os.environ | environment, capture_output=True, text=True, check=False)
    wall, after = time.perf_counter() - begun, os.times()
    if done.returncode:
        raise SystemExit(f"{' '.join(map(str, command))} ended with {done.returncode}:\n{done.stderr}")
    processor = after.children_user + after.children_system - before.children_user - before.children_system
    return Spent(wall, processor)


def clock(work: Callable[[], Any]) -> float:
    """Measure one call, in seconds."""
    begun = time.perf_counter()
    work()
    return time.perf_counter() - begun


def in_child(module: str, function: str, *arguments: str | int) -> dict[str, Any]:
    """Call a function of this package in a fresh process.

    Args:
        module: Module of this package.
        function: Function that returns what JSON can hold, by name.
        arguments: What to call it with.

    Returns:
        What the function returned, and, unless it says so itself, `peak_gb`: the most memory the process held at once.
    """
    command = [sys.executable, "-m", "benchmarks.measure", module, function, json.dumps(arguments)]
    done = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(f"{module}.{function} ended with {done.returncode}:\n{done.stderr}")
    return json.loads(done.stdout.splitlines()[-1])


def peak_gb() -> float:
    """Say how much memory this process has held at most, in gigabytes."""
    status = Path("/proc/self/status")
    if status.exists():  # unlike getrusage this forgets the process it was forked from
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) * 1024 / 1e9
    import resource  # noqa: PLC0415 -- not there on every system

    scale = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale / 1e9


def _child(module: str, function: str, arguments: str) -> None:
    answer = getattr(importlib.import_module(f"benchmarks.{module}"), function)(*json.loads(arguments))
    print(json.dumps({"peak_gb": peak_gb()} | answer))


if __name__ == "__main__":
    _child(*sys.argv[1:])
