"""Panels as columns: the state of every cell, and under every cell its findings, claims and sources."""

import pytest

from factories import (
    NEGATED,
    RUMOURED,
    a_kinship,
    a_measure,
    a_move,
    a_scope,
    a_search,
    a_source,
    a_speech,
    an_actor,
    some_actors,
)
from riven.analysis.panels import panel
from riven.dates import Step, Window, periods
from riven.model.panel import CellState

REPORTED, POSSIBLE, DISPUTED = CellState.REPORTED, CellState.POSSIBLE, CellState.DISPUTED
COPIES = (a_source("s1"), a_source("s2", copy_of="s1"), a_source("s3"))


def frames_of(*claims, measure=None, rows=("hill", "moor"), columns=None, **given):
    """Compute a panel, with its scope."""
    scope = a_scope(*claims, **given)
    return panel(scope, measure or a_measure(), rows=rows, columns=columns), scope


def cells(*claims, **given):
    """List the cells of a panel as plain rows."""
    frames, _ = frames_of(*claims, **given)
    return frames.cells.to_dicts()


def cell(*claims, actor="hill", period="2015", **given):
    """Take one cell."""
    (found,) = [row for row in cells(*claims, **given) if (row["actor"], row["period"]) == (actor, period)]
    return found


def states(*claims, **given):
    """Name the states of the hill's cells."""
    return [row["state"] for row in cells(*claims, rows=("hill",), **given)]


def test_every_row_has_a_cell_in_every_period():
    """In the order asked for, numbered from 0, whatever the evidence."""
    found = [(row["cell"], row["actor"], row["period"]) for row in cells(rows=("moor", "hill"), window="2014/2015")]

    assert [(0, "moor", "2014"), (1, "moor", "2015"), (2, "hill", "2014"), (3, "hill", "2015")] == found


def test_a_cell_without_evidence_says_who_looked():
    """And a cell with evidence remembers what it would have said."""
    searches = [a_search(covers="2014/2015", documents=3)]
    actors = some_actors(hill=an_actor("hill", ends="2016"))
    found = cells(a_speech("a"), rows=("hill",), searches=searches, actors=actors)

    assert ["none_found", "reported", "not_searched", "outside"] == [row["state"] for row in found]
    assert ["none_found", "none_found", "not_searched", "outside"] == [row["blank"] for row in found]
    assert [3, 3, None, None] == [row["documents_searched"] for row in found]


def test_a_measure_of_two_kinds_is_searched_when_both_are():
    """Half an effort finds nothing for sure."""
    measure = a_measure(selectors="scolding moving", dates="published happened")

    assert ["not_searched"] * 4 == states(measure=measure, searches=[a_search(kinds="speech")])
    assert ["none_found"] * 4 == states(
        measure=measure, searches=[a_search("a", kinds="speech"), a_search("b", kinds="move")]
    )


def test_the_strongest_finding_decides_a_cell():
    """A report outweighs a dispute, and a dispute what is only possible."""
    report, rumour = a_speech("a", date="published=2015-01"), a_speech("b", date="published=2015-02", modality=RUMOURED)
    quarrel = [
        a_speech("c", finding="x", coder="ann"),
        a_speech("d", finding="x", coder="bob", values="tone=warn heard=yes"),
    ]

    assert "possible" == cell(rumour)["state"]
    assert "disputed" == cell(rumour, *quarrel)["state"]
    assert "reported" == cell(rumour, *quarrel, report)["state"]


def test_support_is_listed_strongest_first():
    """Under each cell, each finding with what it alone would make of it."""
    frames, scope = frames_of(
        a_speech("a", date="published=2015-01", modality=RUMOURED),
        a_speech("b", date="published=2015-02"),
        rows=("hill",),
    )
    names = scope.evidence.findings["finding"].gather(frames.support["key"])

    assert [("f-b", "reported"), ("f-a", "possible")] == list(zip(names, frames.support["state"], strict=True))
    assert [1, 1] == frames.support["cell"].to_list()


def test_findings_claims_and_sources_are_counted_once():
    """A claim on two sources is one claim, and copies of one story are one independent source."""
    found = cell(
        a_speech("a", source="s1 s3", date="published=2015-01"),
        a_speech("b", source="s2", date="published=2015-02"),
        a_speech("c", source="s3", date="published=2015-02"),
        sources=COPIES,
    )

    assert (2, 3, 3, 2) == tuple(found[name] for name in ("findings", "claims", "sources", "independent"))


def test_the_trace_names_every_claim_and_source_under_a_cell():
    """One row a claim and source."""
    frames, _ = frames_of(a_speech("a", source="s1 s3"), a_speech("b", "moor", source="s2"), sources=COPIES)
    rows = frames.claims.select("cell", "claim", "source", "independent").iter_rows()

    assert [(1, "a", "s1", "s1"), (1, "a", "s3", "s3"), (5, "b", "s2", "s1")] == list(rows)


def test_denials_are_counted_whether_or_not_anything_supports_a_cell():
    """They leave an empty cell empty."""
    denial = a_speech("d", polarity=NEGATED, finding="d")

    assert (1, "not_searched") == tuple(cell(denial)[name] for name in ("against", "state"))
    assert (1, "disputed") == tuple(cell(denial, a_speech("a"))[name] for name in ("against", "state"))
    assert 0 == cell(a_speech("a"))["against"]


def test_a_path_says_how_a_finding_reaches_the_row():
    """Number 0 is the actor's own act."""
    measure = a_measure(attribution=("part-of-group",))
    frames, _ = frames_of(a_speech("a", "moor"), a_kinship("k", "moor", "hill", "part-of"), measure=measure)
    walked = [[step.finding for step in frames.paths[path].steps] for path in frames.support["path"]]

    assert [["f-k"], []] == walked


def test_other_columns_may_be_asked_for():
    """The periods of the study are only the default."""
    columns = periods(Window.from_edtf("2015"), Step.QUARTER)
    found = cells(a_speech("a", date="published=2015-05"), columns=columns, rows=("hill",))

    assert ["not_searched", "reported", "not_searched", "not_searched"] == [row["state"] for row in found]


def test_a_panel_without_rows_has_no_cells():
    """That is an answer, not an error."""
    assert [] == cells(a_speech("a"), rows=())


FRAGILE = [
    pytest.param([a_speech("a", source="s1")], 1, id="one source"),
    pytest.param([a_speech("a", source="s1"), a_speech("b", source="s2")], 1, id="a source and its copy"),
    pytest.param([a_speech("a", source="s1"), a_speech("b", source="s3")], 2, id="two sources of one finding"),
    pytest.param(
        [a_speech("a", source="s1"), a_speech("b", source="s3", date="published=2015-05")], 2, id="two findings"
    ),
    pytest.param(
        [a_speech("a", source="s1"), a_speech("b", source="s3", date="published=2015-05", modality=RUMOURED)],
        1,
        id="a report and a rumour",
    ),
    pytest.param(
        [a_speech("a", source="s1"), a_speech("b", source="s3", finding="d", polarity=NEGATED)], 1, id="a contradiction"
    ),
    pytest.param(
        [
            a_speech("a", finding="x", source="s1 s3"),
            a_speech("b", finding="x", source="s4", coder="bob", polarity=NEGATED),
        ],
        1,
        id="a dispute with a weaker side",
    ),
]


@pytest.mark.parametrize(("claims", "expected"), FRAGILE)
def test_a_panel_counts_what_must_fall_were_all_settled_as_it_is(claims, expected):
    """All sources of what decides, or either side of a dispute."""
    assert expected == cell(*claims, sources=COPIES)["fragility"]


def test_a_cell_without_evidence_has_no_fragility():
    """There is nothing to lose."""
    assert [None] * 8 == [row["fragility"] for row in cells(a_move("a"))]


def test_measures_do_not_share_evidence():
    """A panel holds only what its own selectors pick."""
    left = a_measure("left", "moving", dates="happened")

    assert ["not_searched", "reported", "not_searched", "not_searched"] == states(
        a_move("a"), a_speech("b"), measure=left
    )
    assert ["b"] == frames_of(a_move("a"), a_speech("b"))[0].claims["claim"].to_list()
