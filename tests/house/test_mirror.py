"""The unit tests mirror `src`: whoever changes a module knows where its tests are."""

from checkout import REPOSITORY, functions, modules

UNIT = REPOSITORY / "tests" / "unit"
# The parts of trying alternatives only mean something together: their result is held equal, place by place, to
# analysing each alternative from its claims.
TOGETHER = {
    **{
        f"analysis/test_{name}.py": "properties/test_sensitivity.py"
        for name in ("bench", "counts", "resettling", "roll", "verdicts", "worlds", "sensitivity", "robustness")
    },
    "pipeline/test_alternatives.py": "properties/test_sensitivity.py",
    "pipeline/test_sensitivity.py": "properties/test_sensitivity.py",
    "cli/test_sensitivity.py": "properties/test_sensitivity.py",
}


def test_every_module_with_logic_has_its_tests() -> None:
    """A module with a function of its own has `tests/unit/<same path>/test_<module>.py`."""
    wanted = [_mirror(path) for path, tree in modules().items() if functions(tree) and not path.name.startswith("__")]
    missing = [path for path in wanted if not (UNIT / path).is_file() and path not in TOGETHER]
    assert [] == missing, "tests/unit lacks\n" + "\n".join(missing)


def test_what_is_tested_together_is_tested() -> None:
    """The test that stands in for a module's own is there."""
    assert [] == [path for path in set(TOGETHER.values()) if not (REPOSITORY / "tests" / path).is_file()]


def test_every_unit_test_has_its_module() -> None:
    """A module that was renamed or removed takes its tests along."""
    mirrors = {_mirror(path) for path in modules()}
    found = {path.relative_to(UNIT).as_posix() for path in UNIT.rglob("test_*.py")}
    assert set() == found - mirrors


def _mirror(path) -> str:
    return (path.parent / f"test_{path.name}").as_posix()
