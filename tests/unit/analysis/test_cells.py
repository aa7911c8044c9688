"""Cells in words: what supports each, what speaks against it, and why it is what it is."""

import pytest

from factories import (
    BELIEVED,
    NEGATED,
    a_bond,
    a_kinship,
    a_search,
    a_source,
    a_speech,
    an_actor,
    some_actors,
    some_inputs,
)
from riven.analysis import inputs
from riven.analysis.cells import to_panel
from riven.analysis.panels import panel
from riven.model.panel import CellState


def drawn(*claims, groups=(("", ("hill",)),), rows=("hill", "moor"), **given):
    """Put the panel of scoldings into words."""
    held = inputs.settled(some_inputs(*claims, **given))
    measure = held.scope.rules.measures["scolded"]
    frames = panel(held.scope, measure, rows=rows)
    return to_panel(frames, held.scope, measure, findings=held.findings, groups=groups)


def cell(*claims, period="2015", **given):
    """Put the hill's cell of a year into words."""
    return drawn(*claims, **given).cells["hill", period]


def test_a_panel_has_its_title_and_sentence_filled_in():
    """With the printed name of the focal actor and the window."""
    held = drawn()

    assert "scolded" == held.measure
    assert "Periods in which River was scolded, 2014–2017" == held.title
    assert "A source says that River was scolded." == held.sentence


def test_a_panel_holds_a_cell_for_every_row_and_period():
    """Whatever is known of it, with the printed name of each row."""
    held = drawn(groups=(("A", ("moor",)), ("B", ("hill",))))

    assert ("2014", "2015", "2016", "2017") == held.periods
    assert {(row, year) for row in ("hill", "moor") for year in held.periods} == set(held.cells)
    assert {"moor": "Moor", "hill": "Hill"} == held.labels


def test_rows_stand_in_the_order_of_their_groups():
    """Groups without a row are left out, and so are rows without a group."""
    held = drawn(groups=(("A", ("moor",)), ("Empty", ()), ("B", ("hill",))), rows=("lake", "hill", "moor"))

    assert (("A", ("moor",)), ("B", ("hill",))) == held.groups
    assert ("moor", "hill") == held.actors
    assert "lake" not in {actor for actor, _ in held.cells}


def test_a_panel_of_no_groups_has_no_cells():
    """Its columns are there all the same."""
    held = drawn(a_speech("a"), groups=())

    assert ((), {}, 4) == (held.groups, held.cells, len(held.periods))


def test_a_cell_with_evidence_carries_its_whole_trace():
    """Findings, claims and sources, with copies of one story counted once."""
    held = cell(
        a_speech("a", finding="act"),
        a_speech("b", finding="act", source="s2"),
        sources=(a_source("s1"), a_source("s2", copy_of="s1")),
    )

    assert (CellState.REPORTED, ["act"]) == (held.state, [item.finding for item in held.support])
    assert (("a", "b"), ("s1", "s2"), ("s1",), 1) == (held.claims, held.sources, held.independent, held.fragility)


def test_support_comes_strongest_first():
    """Each finding with the state it alone would give."""
    held = cell(a_speech("a", modality=BELIEVED), a_speech("b", values="tone=warn heard=yes by=chief"))

    assert [("f-b", CellState.REPORTED), ("f-a", CellState.POSSIBLE)] == [
        (item.finding, item.state) for item in held.support
    ]


def test_every_finding_says_why_it_is_as_strong_as_it_is():
    """Its date and its wording, by the dates the measure asks for."""
    (support,) = cell(a_speech("a", modality=BELIEVED)).support

    assert "published 2015; only believed" == support.reason


def test_a_finding_that_another_actor_made_tells_its_path():
    """Step by step, with the finding each step rests on."""
    leader = a_bond("leads", "chief", "hill", date="happened=2014/2017")
    own, inherited = (cell(a_speech("a", who), leader).support[0] for who in ("hill", "chief"))

    assert () == own.path
    assert [("chief", "hill", "leader-of-group", "f-leads")] == [
        (step.actor, step.to, step.link, step.finding) for step in inherited.path
    ]
    assert "Chief counts for Hill (leader of group, f-leads)" in inherited.reason


def test_a_cell_with_evidence_says_what_decides_it():
    """And how many independent sources it has."""
    assert "Reported: f-a (published 2015; asserted). 1 independent source." == cell(a_speech("a")).why


def test_findings_that_say_it_was_not_so_stand_beside_a_cell():
    """With evidence and without."""
    none = a_speech("none", values="tone=warn heard=yes by=chief", polarity=NEGATED)
    disputed, blank = cell(a_speech("a"), none), cell(none)

    assert (CellState.DISPUTED, ("f-none",)) == (disputed.state, disputed.against)
    assert (CellState.NOT_SEARCHED, ("f-none",)) == (blank.state, blank.against)
    assert disputed.why.endswith(" Against it: f-none.")
    assert blank.why.endswith(" Against it: f-none.")


BLANKS = [
    pytest.param({}, CellState.NOT_SEARCHED, None, "Not searched: ", id="nobody looked"),
    pytest.param({"searches": [a_search(documents=7)]}, CellState.NONE_FOUND, 7, "None found: ", id="searched"),
    pytest.param(
        {"actors": some_actors(hill=an_actor("hill", begins="2016"))},
        CellState.OUTSIDE,
        None,
        "Outside: Hill did not exist in 2015.",
        id="not there yet",
    ),
]


@pytest.mark.parametrize(("given", "state", "documents", "told"), BLANKS)
def test_a_cell_without_evidence_says_why_it_is_empty(given, state, documents, told):
    """It rests on nothing, and nothing can make it fall."""
    held = cell(**given)

    assert (state, documents) == (held.state, held.documents_searched)
    assert held.why.startswith(told)
    assert ((), (), (), None) == (held.support, held.claims, held.sources, held.fragility)


def test_evidence_outside_an_actors_life_is_shown_with_a_warning():
    """A contradiction is for a person to see."""
    held = cell(a_speech("a"), actors=some_actors(hill=an_actor("hill", begins="2016")))

    assert CellState.REPORTED == held.state
    assert held.why.endswith(" By its life dates, Hill did not exist in 2015.")


def test_documents_searched_stand_beside_evidence_too():
    """Who looked is not forgotten once something is found."""
    assert 7 == cell(a_speech("a"), searches=[a_search(documents=7)]).documents_searched


def test_only_the_findings_of_a_cell_stand_under_it():
    """Other rows and years have their own."""
    held = drawn(
        a_speech("a"),
        a_speech("b", date="published=2016"),
        a_speech("c", "moor"),
        a_kinship("k", "moor", "lake", "part-of"),
        groups=(("", ("hill", "moor")),),
    )

    found = {key: [item.finding for item in one.support] for key, one in held.cells.items() if one.support}
    assert {("hill", "2015"): ["f-a"], ("hill", "2016"): ["f-b"], ("moor", "2015"): ["f-c"]} == found
