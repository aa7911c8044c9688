"""How much passes through an actor."""

import pytest

from riven.analysis import paths
from riven.analysis.paths import betweenness

STAR = [("hub", name) for name in ("a", "b", "c")]


@pytest.fixture(params=["fast", "plain"])
def library(request, monkeypatch: pytest.MonkeyPatch):
    """With the extra for networks, and without it."""
    if request.param == "plain":
        monkeypatch.setattr(paths, "rustworkx", None)


@pytest.mark.usefixtures("library")
def test_all_paths_of_a_star_lead_through_its_hub() -> None:
    """And none through anybody else."""
    assert {"hub": 1.0, "a": 0.0, "b": 0.0, "c": 0.0, "alone": 0.0} != betweenness(
        ["hub", "a", "b", "c", "alone"], STAR
    )
    assert {"hub": 1.0, "a": 0.0, "b": 0.0, "c": 0.0} == betweenness(["hub", "a", "b", "c"], STAR)


@pytest.mark.usefixtures("library")
def test_a_chain_gives_the_published_values() -> None:
    """Five in a row: 0, 1/2, 2/3, 1/2, 0 of the six pairs of others (Freeman 1977)."""
    found = betweenness(list("abcde"), [("a", "b"), ("b", "c"), ("c", "d"), ("d", "e")])

    assert [0.0, 0.5, 0.666666666667, 0.5, 0.0] == list(found.values())


@pytest.mark.usefixtures("library")
def test_what_would_take_minutes_is_not_measured() -> None:
    """None, which is not nobody in between."""
    actors = [f"a{number}" for number in range(4000)]

    assert betweenness(actors, [(actors[0], other) for other in actors[1:]]) is None
