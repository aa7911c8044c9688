"""The unit tests mirror `src`: whoever changes a module knows where its tests are."""

from checkout import REPOSITORY, functions, modules

UNIT = REPOSITORY / "tests" / "unit"


def test_every_module_with_logic_has_its_tests() -> None:
    """A module with a function of its own has `tests/unit/<same path>/test_<module>.py`."""
    wanted = [_mirror(path) for path, tree in modules().items() if functions(tree) and not path.name.startswith("__")]
    missing = [path for path in wanted if not (UNIT / path).is_file()]
    assert [] == missing, "tests/unit lacks\n" + "\n".join(missing)


def test_every_unit_test_has_its_module() -> None:
    """A module that was renamed or removed takes its tests along."""
    mirrors = {_mirror(path) for path in modules()}
    found = {path.relative_to(UNIT).as_posix() for path in UNIT.rglob("test_*.py")}
    assert set() == found - mirrors


def _mirror(path) -> str:
    return (path.parent / f"test_{path.name}").as_posix()
