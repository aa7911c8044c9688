"""Tests of `riven.analysis.sensitivity`."""

from factories import a_move, a_speech, analysed
from riven.analysis.sensitivity import NO_ROW, Flip, Place, Sort, compare, differences, results_of, rival_word

HILL = Place("rival", "", "hill", "")
CELL = Place("cell", "scolded", "hill", "2015")
MOOR = Place("cell", "scolded", "moor", "2015")


def test_results_that_agree_are_no_difference():
    """Nothing is listed that stays."""
    assert () == differences({HILL: "rival"}, {HILL: "rival"})


def test_a_row_that_only_one_side_has_says_so_on_the_other():
    """What is gone and what is new are told alike, those that stood first."""
    before, after = {HILL: "rival", CELL: "reported"}, {HILL: "rival", MOOR: "possible"}
    assert (Flip(*CELL, "reported", NO_ROW), Flip(*MOOR, NO_ROW, "possible")) == differences(before, after)


def test_two_analyses_differ_in_rivals_camps_and_cells():
    """In this order."""
    base, other = analysed(a_move("m"), a_speech("s")), analysed(a_move("m"))
    flips = compare(base, other)
    assert ["rival", "camp", "cell"] == list(dict.fromkeys(flip.what for flip in flips))
    assert ("rival", "no rival") == (flips[0].before, flips[0].after)


def test_an_analysis_is_read_off_as_words():
    """One word a place."""
    found = dict(results_of(analysed(a_move("m"), a_speech("s"))))
    assert "rival" == found[HILL]
    assert "reported" == found[CELL]


def test_words_for_rivals():
    """Yes and no."""
    assert ("rival", "no rival") == (rival_word(is_rival=True), rival_word(is_rival=False))


def test_a_flip_knows_its_place():
    """For those that look results up."""
    assert CELL == Flip(*CELL, "reported", "possible").place


def test_some_alternatives_decide_otherwise_and_some_leave_out():
    """A reader must be able to tell them apart."""
    assert ["source", "outlet", "coder", "group"] == [sort.value for sort in Sort if sort.leaves_out]
