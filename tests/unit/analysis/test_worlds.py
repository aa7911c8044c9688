"""Tests of `riven.analysis.worlds`."""

import polars as pl

from riven.analysis.counts import Tally
from riven.analysis.worlds import Board, Patch

TALLY = Tally(pl.DataFrame({"cell": [0, 0, 2], "key": [4, 5, 4], "sort": [1, 3, 1]}))
SORTS = {0: frozenset({1, 3}), 2: frozenset({1})}


def test_a_cell_without_findings_has_no_sorts():
    """It is looked up like any other."""
    board = Board(TALLY, SORTS)
    assert [frozenset({1, 3}), frozenset(), frozenset({1})] == [board.at(cell) for cell in range(3)]
    assert [] == board.pairs(1)


def test_what_changed_stands_before_what_stood():
    """Also where nothing is left."""
    board = Board(TALLY, SORTS, changed={0: frozenset(), 1: frozenset({7})})
    assert [frozenset(), frozenset({7}), frozenset({1})] == [board.at(cell) for cell in range(3)]


def test_findings_of_cells_that_were_asked_about_again_are_the_new_ones():
    """Numbered as they were asked, shown as they stand among all."""
    again = Tally(pl.DataFrame({"cell": [1], "key": [9], "sort": [3]}))
    board = Board(TALLY, SORTS, patch=Patch(again, {0: 1}))
    assert [(9, 3)] == board.pairs(0)
    assert [(4, 1)] == board.pairs(2)
