"""A study folder read and checked: CSV, TOML and JSON into the model, with every cross-reference looked up."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from benchmarks.measure import Result, Table, clock, in_child, peak_gb

SECONDS_BUDGET, MEMORY_BUDGET_GB = 5.0, 2.0


def table(*, n_claims: int) -> Table:
    """Measure reading in a process of its own."""
    with TemporaryDirectory() as place:
        in_child("read", "write", place, n_claims)
        read = in_child("read", "time_read", place)
    return Table(
        f"read: a study folder of {n_claims:,} claims",
        (
            Result("read and check", read["seconds"], budget=SECONDS_BUDGET),
            Result("peak memory", read["peak_gb"], "GB", MEMORY_BUDGET_GB),
        ),
    )


def write(folder: str, n_claims: int) -> dict[str, Any]:
    """Write the folder to be read."""
    from benchmarks.synthetic_folder import write_large  # noqa: PLC0415 -- not part of what is measured

    write_large(Path(folder), n_claims)
    return {}


def time_read(folder: str) -> dict[str, Any]:
    """Time one reading."""
    from riven.folder import read_study  # noqa: PLC0415 -- not part of what is measured

    return {"seconds": clock(lambda: read_study(Path(folder))), "peak_gb": peak_gb()}
