"""How long a person waits before anything happens: the help page, and the import in a notebook."""

import sys

from benchmarks.measure import RIVEN, Result, Table, wall

HELP_BUDGET_S = 0.3


def table(*, runs: int) -> Table:
    """Measure whole processes, start of Python included."""
    results = (
        Result("riven --help", wall([RIVEN, "--help"], runs=runs), budget=HELP_BUDGET_S),
        Result("riven build --help", wall([RIVEN, "build", "--help"], runs=runs), budget=HELP_BUDGET_S),
        Result("python -c 'import riven'", wall([sys.executable, "-c", "import riven"], runs=runs)),
        Result("python -c 'pass'", wall([sys.executable, "-c", "pass"], runs=runs)),
    )
    return Table(f"startup: whole processes, median of {runs}", results)
