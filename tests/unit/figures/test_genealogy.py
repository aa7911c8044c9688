"""The genealogy drawn for print."""

import pytest

from factories import BELIEVED, a_claim, a_kinship, some_actors
from riven.analysis.scenes.genealogy import caption, genealogy
from riven.figures import genealogy as module
from riven.figures.files import render
from riven.figures.genealogy import draw_genealogy
from scene_factory import Letters, staged

NAMES = [f"a-group-with-quite-a-long-name-{number}" for number in range(16)]
SORTS = ("splinter-of", "joined", "renamed", "revived", "part-of", "name-of")


def drawn(*claims, **given):
    """Set the scene."""
    return genealogy(*staged(*claims, **given))


def kin(name, child, parent, sort, when=""):
    """Tell where a group comes from, and when it happened."""
    return a_kinship(name, child, parent, sort, date=f"happened={when}" if when else "")


def a_crowd():
    """Set a scene of large families, dated in every way."""
    dates = ("2015-03-01", "2015", "", "2014-05/2016-02", "[2014,2016]", "../2013", "1850")
    claims = [
        kin(f"the-finding-number-{n}", name, NAMES[n // 3], SORTS[n % 6], dates[n % 7])
        for n, name in enumerate(NAMES)
        if n
    ]
    founded = a_claim("founded", "kin", f"child={NAMES[0]}", "sort=founded", "happened=2009")
    open_one = a_kinship("open", "moor", NAMES[2], "part-of", modality=BELIEVED)
    return drawn(*claims, founded, open_one, kin("k", "river", "delta", "part-of"), actors=some_actors(*NAMES))


def test_a_study_without_lineage_is_not_drawn():
    """The scene says why."""
    assert draw_genealogy(drawn(), caption="") is None


@pytest.mark.parametrize("width", [88.0, 180.0])
def test_no_letters_lie_on_others_and_none_are_cut(monkeypatch, width):
    """At the width of a journal column and of a page."""
    letters = Letters(monkeypatch)
    scene = a_crowd()
    drawing = draw_genealogy(scene, caption=caption(scene), width=width)

    assert width == pytest.approx(drawing.sheets[0].get_size_inches()[0] * 25.4)
    assert ([], []) == (letters.overlapping(), letters.cut())


def test_every_link_is_told_with_its_date_and_its_finding(monkeypatch):
    """Also the undated one."""
    letters = Letters(monkeypatch)
    draw_genealogy(
        drawn(kin("a", "moor", "hill", "splinter-of", "2015"), kin("b", "lake", "hill", "part-of")), caption=""
    )

    assert {"splinter-of Hill, 2015 (f-a)", "part-of Hill, undated (f-b)", "undated"} <= set(letters.texts)


def test_the_legend_explains_what_occurs_and_nothing_else(monkeypatch):
    """So a reader looks for no letter that is not there."""
    letters = Letters(monkeypatch)
    draw_genealogy(drawn(kin("a", "moor", "hill", "splinter-of", "2015-03-01")), caption="")

    assert ("split" in letters.texts, "from its parent" in letters.texts) == (True, True)
    assert ("merger" in letters.texts, "undated" in letters.texts) == (False, False)


ENDS = [
    pytest.param("joined", "2015", True, id="inside the axis"),
    pytest.param("joined", "1850", False, id="before it"),
    pytest.param("part-of", "2015", False, id="never"),
]


@pytest.mark.parametrize(("sort", "when", "expected"), ENDS)
def test_where_a_group_ended_is_explained_where_it_is_drawn(monkeypatch, sort, when, expected):
    """A line that stops at the edge of the axis would date the end to it."""
    letters = Letters(monkeypatch)
    draw_genealogy(drawn(kin("a", "moor", "hill", sort, when)), caption="")

    assert expected == ("ended" in letters.texts)


def test_a_long_finding_is_broken_at_its_hyphens_and_kept_whole(monkeypatch):
    """In a narrow column too."""
    letters = Letters(monkeypatch)
    name = "-".join(["long"] * 12)
    draw_genealogy(drawn(kin(name, "moor", "hill", "splinter-of", "2015")), caption="", width=88.0)

    assert f"(f-{name})" in "".join(letters.texts)


def test_families_that_do_not_fit_go_on_further_sheets_and_the_rest_is_told(monkeypatch):
    """Nothing is dropped in silence."""
    monkeypatch.setattr(module, "SHEET_MM", 20.0)
    monkeypatch.setattr(module, "MOST_SHEETS", 2)
    pairs = [("hill", "moor"), ("lake", "delta"), ("a", "b"), ("c", "d")]
    claims = [kin(f"k-{one}", one, other, "part-of") for one, other in pairs]
    drawing = draw_genealogy(drawn(*claims, actors=some_actors("a", "b", "c", "d")), caption="Below.")

    assert 2 == len(drawing.sheets)
    assert drawing.caption.startswith("Below. Left to the data file:")
    assert drawing.caption.endswith("groups for which there is no room.")


def test_equal_genealogies_give_equal_bytes():
    """Two runs cannot be told apart."""
    one, other = (draw_genealogy(a_crowd(), caption="Below.") for _ in range(2))

    assert dict(render(one)) == dict(render(other))
