"""`import riven` is light, offers few names, and asking for help loads no more than it must."""

import subprocess
import sys

import pytest

import riven
from checkout import REPOSITORY

HEAVY = {"jinja2", "matplotlib", "numpy", "polars", "rich", "typer"}


def loaded_by(statement: str) -> set[str]:
    """Name the top-level modules that a fresh Python holds after a statement."""
    code = f"{statement}\nimport sys\nprint(*{{name.partition('.')[0] for name in sys.modules}})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.splitlines()[-1].split())


def test_importing_riven_loads_no_frames_no_plotting_and_no_command_line() -> None:
    """A notebook that only wants an error class does not wait."""
    assert set() == loaded_by("import riven") & HEAVY


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"]])
def test_asking_for_help_loads_no_frames_and_no_plotting(words: list[str]) -> None:
    """A command imports its stages when it runs."""
    statement = f"import sys\nsys.argv = ['riven', *{words}]\nfrom riven.cli import main\ntry:\n    main()\n"
    loaded = loaded_by(f"{statement}except SystemExit:\n    pass")
    assert {"riven", "typer"} <= loaded
    assert set() == loaded & {"jinja2", "matplotlib", "numpy", "polars"}


def test_the_front_door_offers_at_most_15_names_in_order() -> None:
    """Sorted, so that two people who add a name agree where."""
    assert sorted(riven.__all__) == riven.__all__
    assert len(riven.__all__) <= 15


def test_every_name_of_the_front_door_is_there() -> None:
    """`__all__` promises nothing it does not hold."""
    assert [] == [name for name in riven.__all__ if not hasattr(riven, name)]


def test_a_question_loads_no_plotting() -> None:
    """Figures are drawn by a build alone; an answer does not wait for them."""
    study = REPOSITORY / "studies" / "isk-2018"
    loaded = loaded_by(f"import riven\nriven.open({str(study)!r}).explain('TTP')")
    assert {"polars"} == loaded & {"matplotlib", "polars", "rich", "typer"}
