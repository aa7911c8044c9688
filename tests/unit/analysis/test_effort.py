"""Effort: only recorded searches that cover every day, every kind and every actor make an empty cell empty."""

import pytest

from factories import a_kinship, a_scope, a_search, an_actor, some_actors, some_rules
from riven.analysis.effort import Blank, blanks
from riven.model.panel import CellState

NONE_FOUND, NOT_SEARCHED, OUTSIDE = CellState.NONE_FOUND, CellState.NOT_SEARCHED, CellState.OUTSIDE
MERGED = a_kinship("wing", "moor", "hill", "wing-of")


def looked(*searches, claims=(), kinds=("speech",), rows=("hill",), **given):
    """Say what the cells of rows hold before any evidence."""
    scope = a_scope(*claims, searches=searches, **given)
    return blanks(scope, kinds=kinds, rows=rows, columns=scope.columns)


def years(*searches, **given):
    """Name the states of the hill's cells, 2014 to 2017."""
    return [blank.state for blank in looked(*searches, **given)[0]]


def documents(*searches, **given):
    """Count the documents screened for the hill, 2014 to 2017."""
    return [blank.documents for blank in looked(*searches, **given)[0]]


def test_nobody_looked_where_no_search_is_recorded():
    """And nobody counted what was read."""
    assert [[Blank(NOT_SEARCHED, None)] * 4] == looked()


def test_a_search_of_everything_covers_every_cell():
    """It names no actor and no kind, so that it was about all of them."""
    assert [[Blank(NONE_FOUND, None)] * 4] * 2 == looked(a_search(), rows=("hill", "moor"))


def test_a_search_covers_only_the_periods_it_fills():
    """A year of which a day is missing is not searched."""
    assert [NOT_SEARCHED, NONE_FOUND, NOT_SEARCHED, NOT_SEARCHED] == years(a_search(covers="2015/2016-12-30"))


def test_searches_cover_a_period_together():
    """Whatever their order; they may overlap, and one may lie within another."""
    halves = a_search("b", covers="2015-07/2015-12"), a_search("a", covers="2015-01/2015-06")
    within = a_search("c", covers="2015-02/2015-03")

    assert NONE_FOUND is years(*halves)[1]
    assert NONE_FOUND is years(*halves, within, a_search("d", covers="2015-05/2015-08"))[1]


def test_a_day_that_no_search_covers_leaves_a_period_open():
    """However little is missing, at the start, in the middle or at the end."""
    for gap in ("2015-01-02/2015-12-31", "2015-01-01/2015-12-30"):
        assert NOT_SEARCHED is years(a_search(covers=gap))[1]
    assert NOT_SEARCHED is years(a_search("a", covers="2015-01/2015-06"), a_search("b", covers="2015-07-02/2015-12"))[1]


def test_a_search_without_an_end_covers_all_that_follows():
    """And one without a beginning all that came before."""
    assert [NOT_SEARCHED, NONE_FOUND, NONE_FOUND, NONE_FOUND] == years(a_search(covers="2015/.."))
    assert [NONE_FOUND, NONE_FOUND, NOT_SEARCHED, NOT_SEARCHED] == years(a_search(covers="../2015"))


SETS = [
    pytest.param("{2014,2016}", [NONE_FOUND, NOT_SEARCHED, NONE_FOUND, NOT_SEARCHED], id="all of them"),
    pytest.param("[2014,2016]", [NOT_SEARCHED] * 4, id="one of them"),
]


@pytest.mark.parametrize(("covers", "expected"), SETS)
def test_one_of_several_spans_covers_nothing_for_sure(covers, expected):
    """Nobody knows which; where all are meant, each is covered."""
    assert expected == years(a_search(covers=covers))


def test_a_search_about_other_actors_covers_nothing_here():
    """Each row has its own searches."""
    hill, moor = looked(a_search(actors="moor lake", documents=3), rows=("hill", "moor"))

    assert [Blank(NOT_SEARCHED, None)] * 4 == hill
    assert [Blank(NONE_FOUND, 3)] * 4 == moor


def test_every_kind_of_a_measure_must_be_searched():
    """One search for both will do, or one for each."""
    both = ("speech", "move")

    assert [NOT_SEARCHED] * 4 == years(a_search(kinds="speech"), kinds=both)
    assert [NONE_FOUND] * 4 == years(a_search(kinds="speech move"), kinds=both)
    assert [NONE_FOUND] * 4 == years(a_search("a", kinds="speech"), a_search("b", kinds="move bond"), kinds=both)


def test_a_search_that_does_not_count_covers_nothing():
    """Nor do its documents count."""
    assert [[Blank(NOT_SEARCHED, None)] * 4] == looked(a_search(documents=9, counts=False))


def test_documents_of_all_searches_that_meet_a_period_are_added_up():
    """Whether they cover it or not."""
    searches = a_search("a", documents=3), a_search("b", covers="2015-03", documents=4)

    assert [3, 7, 3, 3] == documents(*searches)


def test_a_search_that_lists_what_it_read_is_counted_by_its_list():
    """Each source once; one that counts its documents is not counted by its list too."""
    assert [5] * 4 == documents(
        a_search("a", sources="s1 s2"), a_search("b", sources="s2 s3"), a_search("c", documents=2)
    )
    assert [9] * 4 == documents(a_search("a", documents=9, sources="s1 s2"))


def test_a_search_that_counted_nothing_found_nothing_to_read():
    """No documents is a number, as opposed to nobody counted."""
    assert [0] * 4 == documents(a_search(documents=0))
    assert [None] * 4 == documents(a_search())


def test_documents_of_searches_for_other_kinds_are_not_counted():
    """Those of a search for several kinds are, once."""
    assert [2] * 4 == documents(
        a_search("a", kinds="speech bond", documents=2),
        a_search("b", kinds="move", documents=5),
        kinds=("speech", "bond"),
    )


def test_a_merged_row_is_searched_when_all_its_actors_are():
    """Its documents are those of all of them, each search once."""
    together = some_rules(rollup="together")
    hill, moor = a_search("a", actors="hill", documents=2), a_search("b", actors="moor", documents=3)

    assert [[Blank(NOT_SEARCHED, 2)] * 4] == looked(hill, claims=[MERGED], rules=together)
    assert [[Blank(NONE_FOUND, 5)] * 4] == looked(hill, moor, claims=[MERGED], rules=together)
    assert [[Blank(NONE_FOUND, 7)] * 4] == looked(a_search(documents=7), claims=[MERGED], rules=together)


def test_where_an_actor_did_not_exist_no_search_is_needed():
    """The cell is outside, searched or not; what was read is told all the same."""
    actors = some_actors(hill=an_actor("hill", begins="2015-06", ends="2016"))

    assert [OUTSIDE, NOT_SEARCHED, NOT_SEARCHED, OUTSIDE] == years(actors=actors)
    assert [OUTSIDE, NONE_FOUND, NONE_FOUND, OUTSIDE] == years(a_search(), actors=actors)
    assert [4] * 4 == documents(a_search(documents=4), actors=actors)


def test_a_merged_row_is_outside_only_where_none_of_its_actors_existed():
    """One of them is enough."""
    actors = some_actors(hill=an_actor("hill", begins="2016"), moor=an_actor("moor", begins="2015", ends="2015"))

    assert [OUTSIDE, NOT_SEARCHED, NOT_SEARCHED, NOT_SEARCHED] == years(
        claims=[MERGED], actors=actors, rules=some_rules(rollup="together")
    )


def test_no_rows_have_no_blanks():
    """Nobody is asked about."""
    assert [] == looked(a_search(), rows=())
