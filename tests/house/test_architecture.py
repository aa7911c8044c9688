"""ARCHITECTURE.md tells what the import contract enforces."""

import re
import tomllib

from checkout import REPOSITORY, SOURCE


def contract() -> list[set[str]]:
    """Read the layers import-linter enforces, the highest first."""
    config = tomllib.loads((REPOSITORY / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(c for c in config["tool"]["importlinter"]["contracts"] if c["type"] == "layers")
    assert ["riven"] == layers["containers"]
    return [{part.strip() for part in layer.split("|")} for layer in layers["layers"]]


def told() -> list[set[str]]:
    """Read the layers of the table in ARCHITECTURE.md, which starts at the lowest; the highest first."""
    text = (REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| *\d+ *\|([^|]*)\|", text, flags=re.MULTILINE)
    return [{name.removesuffix(".py").rstrip("/") for name in re.findall(r"`([\w./]+)`", row)} for row in rows[::-1]]


def test_the_table_of_layers_equals_the_contract() -> None:
    """The same rooms in the same order."""
    assert contract() == told()


def test_every_room_of_the_house_is_in_the_table() -> None:
    """A new folder is given its place before it is filled."""
    rooms = {path.stem for path in SOURCE.iterdir() if path.suffix == ".py" or (path / "__init__.py").is_file()}
    assert rooms - {"__init__"} == set().union(*told())


def test_the_page_is_one_page() -> None:
    """Who needs more than 120 lines to explain the house should tidy the house."""
    assert len((REPOSITORY / "ARCHITECTURE.md").read_text(encoding="utf-8").splitlines()) <= 120
