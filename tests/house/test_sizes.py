"""Nothing in `src` grows beyond what can be read in one sitting."""

import ast

from checkout import SOURCE, classes, functions, modules

FILE_LINES, BODY_LINES, PARAMETERS, PUBLIC_METHODS, DEPTH = 500, 50, 6, 15, 2
FORBIDDEN = {"utils", "util", "helpers", "helper", "common", "base", "manager", "managers", "misc", "handler"}


def test_no_file_is_longer_than_500_lines() -> None:
    """A longer one is split along a noun of the field."""
    long = {
        path.relative_to(SOURCE).as_posix(): lines
        for path in SOURCE.rglob("*")
        if path.suffix in {".py", ".pyi", ".j2", ".css", ".js"}
        and (lines := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    }
    assert {} == long


def test_no_body_is_longer_than_50_lines() -> None:
    """Docstrings are not counted: they explain."""
    assert {} == {place: size for place, size in _measured(_body_lines) if size > BODY_LINES}


def test_no_function_takes_more_than_6_parameters() -> None:
    """Not counting `self`; more belong into a frozen object. A command has one for each of its options."""
    found = {place: size for place, size in _measured(_parameters) if size > PARAMETERS}
    assert {} == {place: size for place, size in found.items() if not place.startswith("cli/")}


def test_no_class_has_more_than_15_public_methods() -> None:
    """A class with more is two classes."""
    found = {
        f"{path}: {held.name}": count
        for path, tree in modules().items()
        for held in classes(tree)
        if (count := sum(not node.name.startswith("_") for node in _methods(held))) > PUBLIC_METHODS
    }
    assert {} == found


def test_no_class_has_more_than_2_levels_of_our_own_classes_above_it() -> None:
    """Composition comes first."""
    bases = {
        held.name: [base.id for base in held.bases if isinstance(base, ast.Name)]
        for tree in modules().values()
        for held in classes(tree)
    }
    assert {} == {name: depth for name in bases if (depth := _depth(name, bases)) > DEPTH}


def test_no_module_has_a_name_that_says_nothing() -> None:
    """A name such as `utils` collects what nobody could name."""
    parts = {part for path in modules() for part in path.with_suffix("").parts}
    assert set() == parts & FORBIDDEN


def _measured(measure):
    return [(f"{path}: {held.name}", measure(held)) for path, tree in modules().items() for held in functions(tree)]


def _body_lines(held: ast.FunctionDef) -> int:
    body = held.body[1:] if ast.get_docstring(held) is not None else held.body
    return body[-1].end_lineno - body[0].lineno + 1 if body else 0


def _parameters(held: ast.FunctionDef) -> int:
    taken = [*held.args.posonlyargs, *held.args.args, *held.args.kwonlyargs]
    return sum(argument.arg not in {"self", "cls"} for argument in taken)


def _methods(held: ast.ClassDef):
    return [node for node in held.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def _depth(name: str, bases: dict[str, list[str]]) -> int:
    above = [base for base in bases[name] if base in bases and base != name]
    return max((1 + _depth(base, bases) for base in above), default=0)
