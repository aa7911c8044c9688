"""Which sources count once."""

import pytest

from factories import a_source
from riven.evidence.independence import independent_of
from riven.model.rule import Independence

STORY, OUTLET = Independence.STORY, Independence.OUTLET


def witnesses(how, *sources):
    """Name for each source the one it counts as."""
    return dict(independent_of({source.id: source for source in sources}, how))


def test_a_copy_counts_as_its_original() -> None:
    """However many papers print it, and through however many hands."""
    sources = a_source("wire"), a_source("paper", copy_of="wire"), a_source("blog", copy_of="paper"), a_source("own")

    assert {"wire": "wire", "paper": "wire", "blog": "wire", "own": "own"} == witnesses(STORY, *sources)


def test_an_original_that_is_no_source_of_the_study_still_joins_its_copies() -> None:
    """Two papers that print one story from elsewhere are one witness."""
    sources = a_source("one", copy_of="wire"), a_source("two", copy_of="wire")

    assert {"one": "wire", "two": "wire"} == witnesses(STORY, *sources)
    assert {"one": "wire", "two": "wire"} == witnesses(OUTLET, *sources)


def test_copies_that_name_each_other_in_a_circle_are_one() -> None:
    """The first id of the circle stands for it, wherever one enters."""
    circle = a_source("b", copy_of="c"), a_source("c", copy_of="b"), a_source("a", copy_of="c")

    assert {"a": "b", "b": "b", "c": "b"} == witnesses(STORY, *circle)


def test_an_outlet_counts_once_under_its_rule_only() -> None:
    """Names are compared without regard to case and blanks."""
    sources = a_source("z", outlet="The  Herald"), a_source("y", outlet="the herald"), a_source("x", outlet="Radio")

    assert {"x": "x", "y": "y", "z": "z"} == witnesses(STORY, *sources)
    assert {"x": "x", "y": "y", "z": "y"} == witnesses(OUTLET, *sources)


def test_a_copy_counts_as_the_outlet_of_its_original() -> None:
    """The agency is the witness, not the paper that prints it."""
    sources = (
        a_source("a-wire", outlet="Agency"),
        a_source("b-wire", outlet="Agency"),
        a_source("c-paper", outlet="Herald", copy_of="b-wire"),
        a_source("d-own", outlet="Herald"),
    )

    assert {"a-wire": "a-wire", "b-wire": "a-wire", "c-paper": "a-wire", "d-own": "d-own"} == witnesses(
        OUTLET, *sources
    )


@pytest.mark.parametrize("nothing", [{}, {"publisher": " "}, {"publisher": 0}])
def test_a_source_without_an_outlet_stands_alone(nothing: dict[str, object]) -> None:
    """What is not known joins nothing."""
    assert {"a": "a", "b": "b"} == witnesses(OUTLET, a_source("a", **nothing), a_source("b", **nothing))


def test_a_publisher_is_the_outlet_of_what_appears_in_nothing_else() -> None:
    """A report has no container."""
    sources = a_source("a", publisher="Institute"), a_source("b", publisher="institute")

    assert {"a": "a", "b": "a"} == witnesses(OUTLET, *sources)
