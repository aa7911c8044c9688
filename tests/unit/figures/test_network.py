"""The network drawn for print."""

import pytest

from factories import some_actors
from riven.analysis.scenes.sociogram import caption, ego_network, sociogram
from riven.figures import network as module
from riven.figures.files import render
from riven.figures.network import draw_ego_network, draw_network, shape_of_groups
from scene_factory import Letters, a_rivalry, a_word, an_alliance, staged

GROUPS = [f"group-with-a-long-name-{number:02d}" for number in range(14)]


def scenes(*claims, **given):
    """Set both scenes of the network."""
    stage = staged(*claims, **given)
    return sociogram(*stage), ego_network(*stage)


def a_crowd(**given):
    """Set scenes of many rivals with long names, each allied with the next."""
    allied = [
        an_alliance(f"a{number}", one, GROUPS[number - 1], date="happened=2015")
        for number, one in enumerate(GROUPS)
        if number
    ]
    return scenes(*a_rivalry(*GROUPS), *allied, actors=some_actors(*GROUPS), **given)


def width_mm(drawing):
    """Measure the width of a figure."""
    return drawing.sheets[0].get_size_inches()[0] * 25.4


def test_a_network_of_nobody_is_not_drawn():
    """The scene says why."""
    for scene, draw in zip(scenes(), (draw_network, draw_ego_network), strict=True):
        assert draw(scene, caption="") is None


@pytest.mark.parametrize("width", [88.0, 180.0])
@pytest.mark.parametrize("figure", [0, 1])
def test_no_letters_lie_on_others_and_none_are_cut(monkeypatch, width, figure):
    """At the width of a journal column and of a page."""
    letters = Letters(monkeypatch)
    scene, draw = a_crowd()[figure], (draw_network, draw_ego_network)[figure]
    drawing = draw(scene, caption=caption(scene), width=width)

    assert width == pytest.approx(width_mm(drawing))
    assert ([], []) == (letters.overlapping(), letters.cut())
    assert 0 < len(letters.texts)


def test_every_period_has_a_picture_and_every_actor_a_place_in_each(monkeypatch):
    """Numbers stand for names, which the key tells."""
    letters = Letters(monkeypatch)
    draw_network(scenes(*a_rivalry("hill", "moor"))[0], caption="")

    assert {"2014", "2015", "2016", "2017"} <= set(letters.texts)
    assert [5, 5, 5] == [letters.texts.count(number) for number in "123"]
    assert {"River", "Hill", "Moor"} <= set(letters.texts)


def test_a_period_without_a_tie_says_so(monkeypatch):
    """An empty ring alone could be a mistake."""
    letters = Letters(monkeypatch)
    draw_network(scenes(*a_rivalry("hill"))[0], caption="")

    assert 3 == letters.texts.count("no tie")


def test_the_legend_explains_what_occurs_and_nothing_else(monkeypatch):
    """So a reader looks for no sign that is not there."""
    letters = Letters(monkeypatch)
    draw_network(scenes(*a_rivalry("hill"))[0], caption="")
    assert ("hostile, reported" in letters.texts, "friendly, reported" in letters.texts) == (True, False)

    mixed = Letters(monkeypatch)
    draw_network(scenes(*a_rivalry("hill"), a_word("w", "hill", "river", "praise"))[0], caption="")
    assert "mixed: hostile and friendly, side by side" in mixed.texts


def test_many_periods_go_on_further_sheets_and_the_rest_is_told(monkeypatch):
    """Nothing is dropped in silence."""
    monkeypatch.setattr(module, "MOST_SHEETS", 1)
    monkeypatch.setattr(module, "SHEET_MM", 40.0)
    drawing = draw_network(a_crowd()[0], caption="Below.", width=88.0)

    assert 1 == len(drawing.sheets)
    assert "Below. Left to the data file: the last 2 periods." == drawing.caption


def test_ties_between_too_many_others_are_left_to_the_data_file(monkeypatch):
    """Those of the focal actor stay legible."""
    monkeypatch.setattr(module, "MOST_BETWEEN", 5)

    assert "Left to the data file: 13 ties between the others." in draw_ego_network(a_crowd()[1], caption="").caption


def test_few_actors_fit_a_column_and_many_take_a_page():
    """The width follows from what is shown."""
    few, many = scenes(*a_rivalry("hill"))[1], a_crowd()[1]

    assert [88.0, 180.0] == [pytest.approx(width_mm(draw_ego_network(scene, caption=""))) for scene in (few, many)]


def test_camps_have_shapes_of_their_own_and_others_are_round():
    """As far as there are shapes."""
    nodes = scenes(*a_rivalry("hill", "moor"), a_word("p", "moor", "river", "praise"), an_alliance("a", "lake", "hill"),
                   an_alliance("b", "lake", "moor"))[0].nodes  # fmt: skip

    assert {"Focal actor": "circle", "Split": "square", "Firm": "diamond", "Other actors": "circle"} == shape_of_groups(
        nodes
    )


def test_equal_networks_give_equal_bytes():
    """Two runs cannot be told apart."""
    for number, draw in enumerate((draw_network, draw_ego_network)):
        one, other = (draw(scenes(*a_rivalry("hill", "moor"))[number], caption="Below.") for _ in range(2))
        assert dict(render(one)) == dict(render(other))
