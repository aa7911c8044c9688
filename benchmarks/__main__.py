"""Run every benchmark and print its table; ends with 1 when a budget is missed.

make bench                                     everything at full size: some minutes
python -m benchmarks panel read                only these
python -m benchmarks --tiny                    everything at tiny sizes: seconds, and no budget is judged
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence

from benchmarks import build, network, network_slices, panel, read, sensitivity, startup, ucdp, verify
from benchmarks.measure import Table, machine, shown

FULL: dict[str, Callable[[], Table]] = {
    "startup": lambda: startup.table(runs=9),
    "build": lambda: build.table(n_claims=10_000, runs=5),
    "panel": lambda: panel.table(n_findings=1_000_000, runs=3),
    "network": lambda: network.table(n_actors=200, n_ties=1_000, runs=5),
    "network_slices": lambda: network_slices.table(n_actors=5_000, n_ties=100_000),
    "read": lambda: read.table(n_claims=100_000),
    "sensitivity": lambda: sensitivity.table(n_claims=100_000, n_groups=200, n_sources=1_000, runs=3),
    "ucdp": ucdp.table,
    "verify": lambda: verify.table(n_passages=200, n_characters=32_000, n_missing=20),
}
TINY: dict[str, Callable[[], Table]] = {
    "startup": lambda: startup.table(runs=1),
    "build": lambda: build.table(n_claims=30, runs=1),
    "panel": lambda: panel.table(n_findings=600, runs=1),
    "network": lambda: network.table(n_actors=6, n_ties=12, runs=1),
    "network_slices": lambda: network_slices.table(n_actors=12, n_ties=40),
    "read": lambda: read.table(n_claims=30),
    "sensitivity": lambda: sensitivity.table(n_claims=300, n_groups=5, n_sources=12, runs=1),
    "ucdp": lambda: ucdp.table(n_invented=20),
    "verify": lambda: verify.table(n_passages=5, n_characters=2_000, n_missing=1),
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what the command line asks for; see `run` for what is returned."""
    parser = argparse.ArgumentParser(prog="benchmarks", description="Measure riven against its budgets.")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of {', '.join(FULL)}; all when left out")
    parser.add_argument("--tiny", action="store_true", help="tiny sizes, no budget judged: does everything still run?")
    given = parser.parse_args(arguments)
    if unknown := [name for name in given.names if name not in FULL]:
        parser.error(f"no benchmark {unknown[0]!r}; there are {', '.join(FULL)}")
    print(machine())
    if given.tiny:
        print("Tiny sizes: budgets are shown and not judged.")
    tables = TINY if given.tiny else FULL
    return run([tables[name] for name in given.names or FULL], judged=not given.tiny)


def run(benchmarks: Iterable[Callable[[], Table]], *, judged: bool) -> int:
    """Run benchmarks and print their tables.

    Args:
        benchmarks: What makes a table each.
        judged: Whether a missed budget counts.

    Returns:
        Exit code: 1 when a budget is missed, else 0.
    """
    missed = []
    for benchmark in benchmarks:
        table = benchmark()
        print(f"\n{shown(table, judged=judged)}", flush=True)
        missed += [result.what for result in table.results if judged and result.missed]
    if missed:
        print(f"\nMISSED: {', '.join(missed)}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
