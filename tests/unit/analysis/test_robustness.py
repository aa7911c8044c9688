"""Tests of `riven.analysis.robustness`: what is said about how far results hold, and what is not claimed."""

import pytest

from riven.analysis import sensitivity
from riven.analysis.robustness import Words, label, robustness
from riven.analysis.sensitivity import NO_ROW, Alternative, Flip, Place, Sort

HILL, MOOR = Place("rival", "", "hill", ""), Place("rival", "", "moor", "")
CAMP = Place("camp", "", "hill", "")
CELL, OTHER = Place("cell", "scolded", "hill", "2015"), Place("cell", "scolded", "hill", "2016")
TURF = Place("factor", "turf", "hill", "")
SOLUTION = Place("solution", "split conservative", "", "")
RESULTS = {
    HILL: "rival",
    MOOR: "rival",
    CAMP: "firm",
    CELL: "reported",
    OTHER: "none_found",
    TURF: "present",
    SOLUTION: "turf",
}
WORDS = Words({"hill": "Hill", "moor": "Moor"}, {"scolded": "Figure 1"}, {"turf": "Turf"}, {"split": "Split"})


def tried(own, *flips, sort=Sort.SWITCH, sentence="Something else."):
    """Build an alternative with the results it changes."""
    held = tuple(Flip(*place, RESULTS.get(place, NO_ROW), after) for place, after in flips)
    return sensitivity.Tested(Alternative(f"{sort}:{own}", sort, sentence), held)


def told(*tested):
    """Say how far results hold."""
    return robustness(RESULTS, tested, WORDS)


def test_nothing_tried_is_said():
    """Silence would look like robustness."""
    assert "No alternative was tried." == robustness({}, (), WORDS)[0]


def test_what_was_tried_is_counted_by_sort():
    """What is decided otherwise, then what is left out."""
    tested = (tried("a=b"), tried("c=d"), tried("s", sort=Sort.SOURCE), tried("strict", sort=Sort.DATES))
    expected = (
        "4 alternatives tried: 2 decisions of the rules taken otherwise; 1 other reading of open dates; leaving out "
        "1 source, one at a time."
    )
    assert expected == told(*tested)[0]


def test_a_cell_that_moves_is_named_with_what_it_would_be_and_under_what():
    """The cell that stays is counted."""
    lines = told(tried("a=b", (CELL, "possible")))
    assert "Of 2 cells of Figure 1, 1 is the same under all these rules, schemes and readings of dates." in lines
    assert "1 is not: Hill 2015, reported, would be possible under a=b." in lines


def test_a_cell_that_only_goes_with_its_row_is_told_apart():
    """It holds wherever its group is a rival."""
    lines = told(tried("a=b", (HILL, "no rival"), (CELL, NO_ROW), (OTHER, NO_ROW)))
    assert "2 are the same wherever the group keeps its row." in lines


@pytest.mark.parametrize(
    ("flips", "expected"),
    [
        ((), "All of 2 rivals stay so under every one of them."),
        (((HILL, "no rival"),), "1 of 2 rivals stays so under every one of them: Moor."),
        (((HILL, "no rival"), (MOOR, "no rival")), "None of 2 rivals stay so under every one of them."),
    ],
)
def test_rivals_that_stay_are_counted_and_named(flips, expected):
    """All, some or none of them."""
    assert expected in told(tried("a=b", *flips))


def test_a_rival_that_falls_is_named_with_what_fells_it():
    """And one that would come as well."""
    lake = Place("rival", "", "lake", "")
    lines = told(tried("a=b", (HILL, "no rival")), tried("c=d", (lake, "rival")))
    assert "Hill is none under a=b." in lines
    assert "lake would be a rival under c=d." in lines


def test_a_camp_that_changes_is_called_by_its_label():
    """And where none does, that is said."""
    assert "Hill would be Split under a=b." in told(tried("a=b", (CAMP, "split")))
    assert "No group that stays a rival changes its camp." in told(tried("a=b"))


def test_judgements_and_solutions_are_told():
    """Under what each comes out otherwise."""
    lines = told(tried("a=b", (TURF, "not_coded"), (SOLUTION, "no model")))
    assert "1 is not: Turf of Hill, present, would be not coded under a=b." in lines
    assert "The solution of 'split conservative' comes out otherwise under a=b." in lines
    assert "The solution of 'split conservative' is always the same." in told(tried("c=d"))


def test_alternatives_that_change_nothing_are_named():
    """They were tried all the same."""
    assert "Nothing changes under a=b and strict dates." in told(tried("a=b"), tried("strict", sort=Sort.DATES))


def test_one_source_says_nothing_about_support():
    """The trap of a study that codes one document."""
    lines = told(tried("s1", (CELL, NO_ROW), sort=Sort.SOURCE))
    assert any(line.startswith("Everything rests on one source") for line in lines)


def test_of_several_sources_the_one_that_moves_most_is_named():
    """With how many cells stand whichever is lost."""
    one = tried("s1", (CELL, "none_found"), sort=Sort.SOURCE, sentence="Without the Ledger.")
    lines = told(one, tried("s2", sort=Sort.SOURCE))
    assert "Of 1 cell with evidence, none is the same whichever source is left out." in lines
    assert "Without the Ledger, 1 cell changes; no other source moves more." in lines


def test_a_group_whose_absence_changes_others_is_named():
    """And where none does, that is said."""
    moving = tried("moor", (CELL, "none_found"), sort=Sort.GROUP, sentence="Without Moor.")
    assert "Without Moor, 1 result of Hill comes out otherwise." in told(moving)
    assert "Leaving out any one group changes nothing about the others." in told(tried("moor", sort=Sort.GROUP))


@pytest.mark.parametrize(
    ("own", "sort", "expected"),
    [("a=b", Sort.SWITCH, "a=b"), ("ucdp", Sort.ROLLUP, "scheme ucdp"), ("strict", Sort.DATES, "strict dates")],
)
def test_alternatives_are_called_by_what_they_change(own, sort, expected):
    """Short enough for running text."""
    assert expected == label(Alternative(f"{sort}:{own}", sort, "Sentence."))
