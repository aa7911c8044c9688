"""Life dates: what may lie within an actor's life does, and what lies wholly outside it stays to be seen."""

from datetime import date

import polars as pl
import pytest

from factories import a_kinship, a_scope, a_speech, an_actor, some_actors, some_rules
from riven.analysis.lives import lives, lives_of, living
from riven.analysis.timing import Calendar
from riven.dates import ALWAYS
from riven.model.codebook import DateRole

WING = a_kinship("wing", "moor", "hill", "wing-of")


def lived(**given):
    """List when the hill, or what it stands for, may have existed."""
    return [str(life) for life in lives_of(a_scope(**given), "hill")]


LIVES = [
    pytest.param({}, "../..", id="nothing is known"),
    pytest.param({"begins": "2015"}, "2015-01-01/..", id="a beginning"),
    pytest.param({"ends": "2016-05"}, "../2016-05-31", id="an end"),
    pytest.param({"begins": "[2013,2015]", "ends": "[2016,2018]"}, "2013-01-01/2018-12-31", id="one of several years"),
    pytest.param({"begins": "../2014"}, "../..", id="some day up to one"),
]


@pytest.mark.parametrize(("given", "expected"), LIVES)
def test_a_life_runs_from_its_earliest_beginning_to_its_latest_end(given, expected):
    """What is not known bounds nothing."""
    assert [expected] == lived(actors=some_actors(hill=an_actor("hill", **given)))


def test_a_row_that_stands_for_several_actors_has_a_life_of_each():
    """Its own first."""
    actors = some_actors(hill=an_actor("hill", begins="2015"), moor=an_actor("moor", ends="2014"))
    rules = some_rules(rollup="together")
    scope = a_scope(WING, actors=actors, rules=rules)

    assert ["2015-01-01/..", "../2014-12-31"] == [str(life) for life in lives_of(scope, "hill")]
    assert ["2015-01-01/.."] == lived(actors=actors)


def test_an_actor_that_the_study_does_not_list_may_always_have_existed():
    """Nothing bounds its life."""
    assert (ALWAYS,) == lives_of(a_scope(), "nobody")


def known(rows=("hill", "moor"), **given):
    """Find the lives of rows over the years 2014 to 2017."""
    scope = a_scope(**given)
    return lives(scope, rows, scope.columns)


def test_rows_that_may_always_have_existed_need_no_look():
    """A life that meets every period bounds none of them."""
    assert known() is None
    assert known(actors=some_actors(hill=an_actor("hill", begins="2014-12-31", ends="2017"))) is None


def test_the_periods_outside_a_life_are_marked_row_by_row():
    """A year that a life only touches is within it."""
    found = known(actors=some_actors(moor=an_actor("moor", begins="2015-12", ends="2016-01-01")))

    assert 4 == found.width
    assert [False] * 4 + [True, False, False, True] == found.outside.to_list()


def test_every_row_has_its_spans_with_open_ends_closed():
    """One that is not bounded lives from the first day to the last there are."""
    found = known(actors=some_actors(moor=an_actor("moor", begins="2015")))

    assert [(0, date.min, date.max), (1, date(2015, 1, 1), date.max)] == found.spans.rows()
    assert {"row": pl.UInt32, "born": pl.Date, "died": pl.Date} == dict(found.spans.schema)


def test_a_row_is_outside_only_where_none_of_its_actors_existed():
    """One of them is enough, and each has its span."""
    actors = some_actors(hill=an_actor("hill", begins="2016"), moor=an_actor("moor", begins="2014", ends="2014"))
    scope = a_scope(WING, actors=actors, rules=some_rules(rollup="together"))
    found = lives(scope, ("hill",), scope.columns)

    assert [False, True, False, False] == found.outside.to_list()
    assert [0, 0] == found.spans["row"].to_list()


def left(speech, years="2014 2015 2016 2017", hill=None):
    """Say in which of the years a speech of the hill is left, which lives from 2016 unless told."""
    scope = a_scope(speech, actors=some_actors(hill=hill or an_actor("hill", begins="2016")))
    labels = [column.label for column in scope.columns]
    numbers = [labels.index(year) for year in years.split()]
    schema = {"key": pl.UInt32, "row": pl.UInt32, "period": pl.UInt32, "told": pl.String}
    placed = pl.DataFrame([(0, 0, number, "as it was") for number in numbers], schema=schema, orient="row")
    calendar = Calendar((DateRole.PUBLISHED, DateRole.MADE), scope.columns, lasting=False, undated=True)
    found = living(scope.evidence, placed, lives(scope, ("hill",), scope.columns), calendar)
    assert placed.schema == found.schema
    return sorted(labels[number] for number in found["period"])


def test_an_act_that_may_lie_within_a_life_is_dropped_from_the_years_outside_it():
    """It stays in the others."""
    assert ["2016"] == left(a_speech("a", date="published=2015/2016"), "2015 2016")


def test_an_act_that_lies_wholly_outside_a_life_stays():
    """The contradiction is for a person to see."""
    assert ["2014", "2015"] == left(a_speech("a", date="published=2014/2015"), "2014 2015")


def test_an_act_within_a_life_stays_where_it_is():
    """Nothing is late."""
    assert ["2016", "2017"] == left(a_speech("a", date="published=2016/2017"), "2016 2017")


def test_an_undated_act_always_may_lie_within_a_life():
    """It is dropped from every year outside."""
    assert ["2016", "2017"] == left(a_speech("a", date=""))


def test_one_day_within_a_life_is_enough():
    """The last of the act and the first of the life, and the other way round."""
    assert ["2016"] == left(a_speech("a", date="published=2015/2016-01-01"), "2015 2016")
    early = an_actor("hill", ends="2015-12-31")
    assert ["2015"] == left(a_speech("a", date="published=2015-12-31/2016-06"), "2015 2016", hill=early)


def test_each_of_several_occurrences_is_judged_by_itself():
    """What happened in 2014 and in 2016 contradicts a life from 2016; what happened in one of them does not."""
    assert ["2014", "2016"] == left(a_speech("a", date="published={2014,2016}"), "2014 2016")
    assert ["2016"] == left(a_speech("a", date="published=[2014,2016]"), "2014 2016")


def test_the_date_that_decides_is_the_first_that_is_asked_for():
    """One that comes later in the order is not looked at."""
    assert ["2016"] == left(a_speech("a", date="published=2015/2016 made=2014"), "2015 2016")
    assert ["2014"] == left(a_speech("a", date="made=2014 reported=2016"), "2014")
