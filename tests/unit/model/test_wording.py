"""Tests of `riven.model.wording`."""

import pytest

from report_factory import a_cell
from riven.dates import Window
from riven.model.panel import CellState, PathStep, Support
from riven.model.wording import STATE_WORDS, day_words, is_inherited, window_words


def test_every_state_has_its_own_name_sign_and_meaning():
    """No two states share a word or a sign."""
    assert list(CellState) == list(STATE_WORDS)
    for attribute in ("label", "sign", "meaning"):
        assert len(CellState) == len({getattr(words, attribute) for words in STATE_WORDS.values()})


def test_a_cell_is_inherited_when_all_that_decides_it_came_along_a_path():
    """A single act of another actor makes an inherited cell."""
    assert is_inherited(a_cell("jud", "2015", "P", inherited=True))


def test_a_cell_with_one_direct_act_of_its_own_strength_is_not_inherited():
    """One direct finding of the cell's strength is enough."""
    inherited = a_cell("jud", "2015", "R", inherited=True)
    direct = Support("f-own", CellState.REPORTED, (), "")
    both = type(inherited)(**{**_attributes(inherited), "support": (*inherited.support, direct)})
    assert not is_inherited(both)


def test_weaker_direct_evidence_does_not_hide_that_the_state_is_inherited():
    """What decides the state is what counts."""
    reported = a_cell("jud", "2015", "R", inherited=True)
    weaker = Support("f-own", CellState.POSSIBLE, (), "")
    path = (PathStep("elder", "jud", "link", "f-lineage"),)
    both = type(reported)(
        **{**_attributes(reported), "support": (Support("f", CellState.REPORTED, path, ""), weaker)},
    )
    assert is_inherited(both)


def test_an_empty_cell_is_not_inherited():
    """Nothing cannot be passed on."""
    assert not is_inherited(a_cell("jud", "2015", "N"))


@pytest.mark.parametrize(
    ("expected", "iso"), [("6 August 2015", "2015-08-06"), ("December 2015", "2015-12"), ("987", "0987")]
)
def test_a_day_is_said_as_people_say_it(expected, iso):
    """In English, whatever the machine speaks."""
    assert expected == day_words(iso)


@pytest.mark.parametrize(
    ("expected", "edtf"),
    [
        ("2014–2017", "2014/2017"),
        ("2014", "2014"),
        ("March 2014 to February 2015", "2014-03/2015-02"),
        ("March 2014", "2014-03"),
        ("6 August 2015 to 3 May 2017", "2015-08-06/2017-05-03"),
        ("6 August 2015", "2015-08-06"),
    ],
)
def test_a_window_is_said_without_days_where_it_holds_whole_months_or_years(expected, edtf):
    """Days only where they are needed."""
    assert expected == window_words(Window.from_edtf(edtf))


def _attributes(cell):
    return {name: getattr(cell, name) for name in type(cell).__dataclass_fields__}
