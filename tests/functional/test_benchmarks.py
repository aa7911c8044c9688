"""The benchmarks keep running: tiny sizes, no figure judged."""

import subprocess
import sys

import pytest

EVERY = ("startup", "build", "panel", "network", "network_slices", "read", "sensitivity", "ucdp", "verify")


@pytest.fixture(autouse=True)
def _benchmarks_can_be_imported(repository, monkeypatch):
    monkeypatch.syspath_prepend(repository)


@pytest.mark.parametrize("name", EVERY)
def test_every_benchmark_still_runs_and_prints_its_table(name, repository) -> None:
    """At tiny sizes the whole way is walked, riven's and pandas' cells are compared, and no budget is judged."""
    command = [sys.executable, "-m", "benchmarks", "--tiny", name]
    done = subprocess.run(command, cwd=repository, capture_output=True, text=True, check=False)
    assert (0, "") == (done.returncode, done.stderr)
    titles = [line for line in done.stdout.splitlines() if line.startswith(f"{name}: ")]
    assert 1 == len(titles)


def test_all_benchmarks_are_run_when_none_is_named() -> None:
    """The names above are every benchmark there is, at full size and at tiny ones."""
    from benchmarks.__main__ import FULL, TINY

    assert (EVERY, EVERY) == (tuple(FULL), tuple(TINY))


def test_a_missed_budget_is_marked_and_ends_with_one(capsys) -> None:
    """Too slow, too large or not fast enough by comparison: each is marked, and the command fails."""
    from benchmarks.__main__ import run
    from benchmarks.measure import Result, Table

    results = (
        Result("slow", 3.0, budget=2.0),
        Result("large", 3.0, "GB", 2.0),
        Result("no faster", 10.0, "x", 20.0),
        Result("kept", 1.0, budget=2.0),
        Result("measured only", 99.0),
    )
    assert 1 == run([lambda: Table("some figures", results)], judged=True)
    printed = capsys.readouterr().out
    assert 3 == sum(line.endswith("MISSED") for line in printed.splitlines())
    assert "MISSED: slow, large, no faster" in printed


def test_kept_budgets_end_with_zero(capsys) -> None:
    """A figure at its budget keeps it, and one at twice the least speed asked for as well."""
    from benchmarks.__main__ import run
    from benchmarks.measure import Result, Table

    results = (Result("just kept", 2.0, budget=2.0), Result("twice as fast as asked", 40.0, "x", 20.0))
    assert 0 == run([lambda: Table("some figures", results)], judged=True)
    assert "MISSED" not in capsys.readouterr().out


def test_an_unknown_benchmark_is_named_with_those_there_are(capsys) -> None:
    """A name that is none runs nothing."""
    from benchmarks.__main__ import main

    with pytest.raises(SystemExit):
        main(["penguin"])
    assert f"no benchmark 'penguin'; there are {', '.join(EVERY)}" in capsys.readouterr().err


def test_the_pandas_yardsticks_give_every_cell_that_riven_gives() -> None:
    """All five states that evidence and searches can give occur, and each cell's trace is the same in all three."""
    from benchmarks import plain_pandas
    from benchmarks.panel import MEASURE, riven_cells
    from benchmarks.synthetic import SEARCHED_YEARS, a_setting, actor_names, some_evidence

    from riven.analysis.panels import panel
    from riven.analysis.scope import to_scope

    evidence, setting = some_evidence(1500), a_setting()
    scope = to_scope(evidence, setting)
    expected = riven_cells(scope, panel(scope, setting.rules.measures[MEASURE], rows=actor_names()))
    tables = plain_pandas.to_tables(evidence)
    for by_row in (True, False):
        found = plain_pandas.panel(tables, rows=actor_names(), searched=SEARCHED_YEARS, by_row=by_row)
        assert expected == plain_pandas.to_cells(found, tables)
    assert {"reported", "possible", "disputed", "none_found", "not_searched"} == {cell[2] for cell in expected}
