"""A study opened from Python answers in the words of the field."""

import polars as pl
import pytest

import riven
from folder_factory import write_tiny
from riven.errors import AmbiguousNameError, OutputError, UnknownTermError
from riven.pipeline.build import read_build
from riven.pipeline.opened import OpenStudy


@pytest.fixture
def study(tmp_path) -> OpenStudy:
    """The tiny study, opened through the front door."""
    return riven.open(write_tiny(tmp_path / "study"))


def test_a_panel_comes_as_its_figure_shows_it(study: OpenStudy) -> None:
    """One row an actor, one column a period, states as words."""
    frame = study.panel("criticised").to_polars()

    assert ["actor", "label", "group", "2015", "2016"] == frame.columns
    assert ("river-brigade", "reported", "none_found") == frame.select("actor", "2015", "2016").row(0)


def test_a_panel_comes_long_with_what_each_cell_rests_on(study: OpenStudy) -> None:
    """Claims are named, and a cell without any has none."""
    frame = study.panel("criticised").to_long()

    assert ["c-3", None] == frame["claims"].to_list()


def test_every_table_of_a_build_is_there(study: OpenStudy) -> None:
    """With its documented columns."""
    assert isinstance(study.table("rivals"), pl.DataFrame)
    assert ["river-brigade"] == study.table("rivals").filter(pl.col("rival") == "yes")["actor"].to_list()
    with pytest.raises(UnknownTermError, match="rivals"):
        study.table("rival")


def test_a_cell_is_an_object_with_its_evidence(study: OpenStudy) -> None:
    """Any name of the actor will do; an actor without a row is an error."""
    assert ("letter",) == tuple(held.finding for held in study.cell("River Brigade", "2015", "criticised").support)
    with pytest.raises(UnknownTermError, match="row of 'criticised'"):
        study.cell("old-man", "2015", "criticised")
    with pytest.raises(UnknownTermError, match="period"):
        study.cell("river-brigade", "1999", "criticised")


def test_an_explanation_is_plain_sentences_or_plain_objects(study: OpenStudy) -> None:
    """The same answer, to be read or to be worked with."""
    told = study.explain("River Brigade", "2015", "criticised").splitlines()
    answer = study.explanation("River Brigade", "2015", "criticised")

    assert ["River Brigade (river-brigade)", f"  {answer.rival.why}"] == told[:2]
    assert f"    {answer.cells[0].why}" in told


def test_the_trace_is_text_and_the_bearing_is_data(study: OpenStudy) -> None:
    """Back to passages, and on to cells."""
    assert "Passage p-1" in study.trace("river-brigade", "2015", "criticised")
    assert (("criticised", "river-brigade", "2015"),) == study.bearing("p-1").cells


def test_withdrawing_leaves_the_study_as_it_was(study: OpenStudy) -> None:
    """An alternative is another study."""
    rest = study.without(sources=("gazette-1",))

    assert 0 == sum(verdict.rival for verdict in rest.analysis.rivals)
    assert 1 == sum(verdict.rival for verdict in study.analysis.rivals)
    assert "c-1" not in study.without(claims=("c-1",)).study.claims


def test_a_switch_can_be_decided_another_way(study: OpenStudy) -> None:
    """By its name and that of the option."""
    assert () == study.switched("leaders", "no").study.rules.measures["criticised"].attribution
    with pytest.raises(UnknownTermError, match="switch"):
        study.switched("leader", "maybe")


def test_a_build_from_python_is_the_build_of_the_command(study: OpenStudy, tmp_path) -> None:
    """Written where it was asked to be."""
    assert tmp_path / "out" == study.build(tmp_path / "out")

    made = read_build(study.folder).files
    assert dict(made) == {name: (tmp_path / "out" / name).read_bytes() for name in made}


def test_an_altered_study_is_not_built(study: OpenStudy, tmp_path) -> None:
    """Its manifest would name a folder that says otherwise."""
    for altered in (study.without(sources=("gazette-1",)), study.switched("leaders", "no")):
        with pytest.raises(OutputError, match="altered since it was read"):
            altered.build(tmp_path / "out")
    assert not (tmp_path / "out").exists()
    assert not study.altered


def test_printed_it_tells_its_outcome(study: OpenStudy) -> None:
    """Rivals, camps, cells."""
    assert "1 of 4 actors are rivals of The Covenant." in str(study)
    assert ("criticised", "defected")[: len(study.measures)] == study.measures


def test_an_id_of_two_sorts_must_be_told_apart(study: OpenStudy) -> None:
    """`claim:x` and `finding:x` are different questions."""
    with pytest.raises(UnknownTermError, match="sort of thing"):
        study.bearing("clam:c-1")
    assert issubclass(AmbiguousNameError, riven.RivenError)
