"""References that lead back to where they started."""

import pytest

from riven.folder.references import circles, told


@pytest.mark.parametrize(
    ("references", "expected"),
    [
        ({}, []),
        ({"a": ("b",), "b": ("c",)}, []),
        ({"a": ("a",)}, [("a",)]),
        ({"a": ("b",), "b": ("a",)}, [("a", "b")]),
        ({"x": ("a",), "a": ("b",), "b": ("a",)}, [("a", "b")]),
        ({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}, []),
        ({"a": ("b", "c"), "b": ("a",), "c": ("a",)}, [("a", "b"), ("a", "c")]),
        ({"a": ("nowhere",)}, []),
    ],
)
def test_each_circle_is_found_once(references: dict[str, tuple[str, ...]], expected: list[tuple[str, ...]]) -> None:
    """Chains, forks and references to nothing are no circles."""
    assert expected == list(circles(references))


def test_long_chains_are_walked() -> None:
    """A claim may be corrected ten thousand times."""
    chain = {str(number): (str(number + 1),) for number in range(10_000)}

    assert [] == list(circles(chain))
    assert [10_001] == [len(circle) for circle in circles(chain | {"10000": ("0",)})]


def test_a_circle_is_told_as_it_goes_round() -> None:
    """Of a long one some stops are enough."""
    assert "'a' -> 'b' -> 'a'" == told(("a", "b"), " -> ")
    assert "'0' of '1' of '2' of '3' of '4' of '5' of 14 more of '0'" == told(tuple(map(str, range(20))), " of ")
