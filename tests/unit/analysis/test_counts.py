"""Tests of `riven.analysis.counts`: findings of one sort are interchangeable, and a verdict only sees sorts."""

import polars as pl
import pytest

from factories import BELIEVED, NEGATED, a_kinship, a_measure, a_scope, a_speech, settled, some_rules
from riven.analysis.counts import AGAINST, Register, strongest, swings
from riven.analysis.question import Asked, of_measure
from riven.model.panel import CellState

ROWS = ("hill", "moor")


def counted(*claims, measure=None, told_apart=False, shared=()):
    """Count what the cells of a measure hold, each claim on an act of its own; gives the register and the counts."""
    rules = some_rules(group_by_key=False)
    scope, findings = a_scope(*claims, rules=rules), settled(*claims, rules=rules)
    asked = Asked(scope, of_measure(scope, measure or a_measure(), rows=ROWS, columns=scope.columns))
    register = Register(scope.evidence, list(findings), shared)
    return register, register.counts([asked], told_apart=[told_apart])


def states(*claims, **given):
    """Name the state of each cell with evidence, by its number."""
    register, counts = counted(*claims, **given)
    return {cell: strongest(register.answer(sorts)) for cell, sorts in counts.standing(len(claims))[0].items()}


def test_a_cell_holds_the_findings_that_count_in_it():
    """Cells are numbered row by row: hill 2015 is the second."""
    assert {1: CellState.REPORTED} == states(a_speech("a"))


def test_findings_of_one_sort_count_once():
    """Two plain statements leave the same open, a belief leaves more."""
    _, counts = counted(a_speech("a"), a_speech("b"), a_speech("c", modality=BELIEVED))
    assert 3 == len(counts.each[0].pairs(1))
    assert 2 == len(counts.standing(3)[0][1])
    assert {1: counts.standing(3)[0][1]} == counts.each[0].sorts(pl.Series([True] * 3))


def test_findings_that_are_not_there_are_no_sort():
    """Keys from the given number on do not stand."""
    _, counts = counted(a_speech("a"), a_speech("b", "moor"))
    assert [1] == list(counts.standing(1)[0])
    assert [5] == list(counts.each[0].sorts(pl.Series([False, True])))


def test_what_speaks_against_is_a_sort_of_its_own():
    """It gives no state."""
    register, counts = counted(a_speech("a", polarity=NEGATED))
    (sorts,) = counts.standing(1)[0].values()
    assert {AGAINST} >= {max(sort, AGAINST) for sort in sorts}
    assert strongest(register.answer(sorts)) is None


def test_a_denial_disputes_what_is_surely_dated():
    """As in the panel."""
    denied = a_speech("b", polarity=NEGATED, source="s2")
    assert {1: CellState.DISPUTED} == states(a_speech("a"), denied)


def test_acts_along_a_link_are_another_sort_than_own_acts():
    """A verdict may ask for own acts only."""
    measure = a_measure(attribution=("part-of-group",))
    _, counts = counted(
        a_speech("a"), a_speech("b", "moor"), a_kinship("k", "moor", "hill", "part-of"), measure=measure
    )
    assert 2 == len(counts.standing(3)[0][1])


def test_actors_named_tell_findings_apart_only_where_asked():
    """Factors compare who is named; cells do not."""
    claims = a_speech("a"), a_speech("b", at="river+delta")
    assert 1 == len(counted(*claims, shared=["at"])[1].standing(2)[0][1])
    assert 2 == len(counted(*claims, shared=["at"], told_apart=True)[1].standing(2)[0][1])


@pytest.mark.parametrize(
    ("moves", "expected"),
    [
        ([(0, 0, -1)], []),  # another of the sort is left
        ([(0, 0, -1), (0, 1, -1)], [(0, 1, False)]),  # the last of the sort goes
        ([(0, 2, 1)], [(0, 5, True)]),  # the first of a sort comes
        ([(0, 0, -1), (0, 1, 1)], []),  # one goes, one of the sort comes
    ],
)
def test_only_a_sort_that_appears_or_vanishes_swings(moves, expected):
    """Everything else is left as it was."""
    _, counts = counted(a_speech("a"), a_speech("b"), a_speech("c", "moor"))
    touched = pl.DataFrame(moves, schema={"change": pl.Int64, "key": pl.UInt32, "sign": pl.Int64}, orient="row")
    swung = swings(counts, touched, n_questions=1, n_standing=2)
    assert expected == swung.select("change", "cell", "comes").rows()


def test_an_answer_shows_one_finding_for_each_sort():
    """So that factors can ask whom it names."""
    register, counts = counted(a_speech("a"), a_speech("b"))
    (sorts,) = counts.standing(2)[0].values()
    (ground,) = register.answer(sorts).grounds
    assert register.shown[ground.finding].id in {"f-a", "f-b"}
