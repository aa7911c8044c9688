"""How long a person waits before anything happens: the help page, and the import in a notebook."""

import sys

from benchmarks.measure import RIVEN, Result, Table, spent

HELP_BUDGET_S = 0.3


def table(*, runs: int) -> Table:
    """Measure whole processes, start of Python included."""
    root = spent([RIVEN, "--help"], runs=runs)
    command = spent([RIVEN, "build", "--help"], runs=runs)
    results = (
        Result("riven --help", root.wall, budget=HELP_BUDGET_S),
        Result("of it processor time", root.processor),
        Result("riven build --help", command.wall, budget=HELP_BUDGET_S),
        Result("python -c 'import riven'", spent([sys.executable, "-c", "import riven"], runs=runs).wall),
        Result("python -c 'pass'", spent([sys.executable, "-c", "pass"], runs=runs).wall),
    )
    return Table(f"startup: whole processes, median of {runs}", results)
