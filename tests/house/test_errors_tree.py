"""The tree drawn at the top of `errors.py` is the tree of its classes."""

import inspect
import re

from riven import errors


def drawn() -> dict[str, str]:
    """Read the drawing: the class above each class; the roots have none."""
    above: dict[str, str] = {}
    path: list[str] = []
    for line in errors.__doc__.partition("```")[2].partition("```")[0].splitlines():
        match = re.match(r"([│├└─\s]*)([A-Z]\w+)", line)
        if match:
            depth = len(match[1]) // 4
            path[depth:] = [match[2]]
            above[match[2]] = path[depth - 1] if depth else ""
    return above


def built() -> dict[str, str]:
    """Name the class above each error and warning that `errors` defines."""
    held = [cls for _, cls in inspect.getmembers(errors, inspect.isclass) if issubclass(cls, Exception)]
    names = {cls.__name__ for cls in held}
    return {cls.__name__: next((b.__name__ for b in cls.__bases__ if b.__name__ in names), "") for cls in held}


def test_the_drawing_equals_the_classes() -> None:
    """A reader may trust the first screen of the file."""
    assert built() == drawn()


def test_every_error_says_what_it_is_in_its_name() -> None:
    """Errors end in `Error`, warnings in `Warning`."""
    wrong = [name for name in built() if not name.endswith("Warning" if "Warning" in name else "Error")]
    assert [] == wrong


def test_no_other_module_defines_an_error() -> None:
    """One root, one file."""
    from checkout import classes, modules

    found = [
        f"{path}: {held.name}"
        for path, tree in modules().items()
        if path.name != "errors.py"
        for held in classes(tree)
        if held.name.endswith(("Error", "Warning"))
    ]
    assert [] == found
