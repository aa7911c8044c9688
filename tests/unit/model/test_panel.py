"""Cells: six honest states, and no way to build one that claims what nothing supports."""

import pytest

from riven.errors import UntraceableCellError
from riven.model.panel import Cell, CellState, Panel, PathStep, Support

EVIDENCE = {"claims": ("c-1",), "sources": ("s-1",), "independent": ("s-1",), "fragility": 1}


def support(state=CellState.REPORTED, **changes):
    """One finding under a cell."""
    return Support(**{"finding": "f-1", "state": state, "path": (), "reason": "dated inside the period"} | changes)


def cell(state, **changes):
    """A cell of TTP in 2015."""
    return Cell("criticised", "ttp", "2015", state, **changes)


def test_there_are_six_states_in_order_of_display():
    """No bool, no 0, no default."""
    expected = ["reported", "possible", "disputed", "none_found", "not_searched", "outside"]
    assert expected == [str(state) for state in CellState]


@pytest.mark.parametrize("state", ["reported", "possible", "disputed"])
def test_three_states_rest_on_findings(state):
    """Reported, possible and disputed cells have evidence, the others have none."""
    assert CellState(state).has_evidence


@pytest.mark.parametrize("state", ["none_found", "not_searched", "outside"])
def test_three_states_rest_on_no_finding(state):
    """What was not found, not sought or could not be has no evidence."""
    assert not CellState(state).has_evidence


@pytest.mark.parametrize("state", ["reported", "possible", "disputed"])
def test_a_cell_with_evidence_is_built_from_it(state):
    """Finding, claim, source and fragility make a cell."""
    built = cell(CellState(state), support=(support(CellState(state)),), **EVIDENCE)
    assert CellState(state) is built.state


@pytest.mark.parametrize("state", ["none_found", "not_searched", "outside"])
def test_a_cell_without_evidence_may_know_the_effort_and_what_speaks_against(state):
    """Documents searched and explicit negatives are no support."""
    built = cell(CellState(state), documents_searched=12, against=("f-2",))
    assert (12, ("f-2",)) == (built.documents_searched, built.against)


@pytest.mark.parametrize("state", ["reported", "possible", "disputed"])
@pytest.mark.parametrize("missing", ["support", "claims", "sources", "independent"])
def test_a_cell_that_claims_evidence_and_names_none_cannot_be_built(state, missing):
    """Every cell walks back to a finding, a claim and a source."""
    parts = {"support": (support(CellState(state)),), **EVIDENCE} | {missing: ()}
    with pytest.raises(UntraceableCellError, match="needs a finding, a claim and a source"):
        cell(CellState(state), **parts)


@pytest.mark.parametrize("state", ["none_found", "not_searched", "outside"])
@pytest.mark.parametrize("extra", ["support", "claims", "sources", "independent", "fragility"])
def test_a_cell_without_evidence_cannot_carry_any(state, extra):
    """Nothing found means nothing named."""
    parts = {"support": (support(),), **EVIDENCE}
    with pytest.raises(UntraceableCellError, match="cannot rest on findings"):
        cell(CellState(state), **{extra: parts[extra]})


def test_some_finding_must_give_the_state_of_the_cell():
    """A possible finding alone cannot make a cell reported."""
    with pytest.raises(UntraceableCellError, match="no finding gives the state 'reported'"):
        cell(CellState.REPORTED, support=(support(CellState.POSSIBLE),), **EVIDENCE)


def test_copies_cannot_outnumber_sources():
    """Independent sources are some of the sources."""
    with pytest.raises(UntraceableCellError, match="more independent sources than sources"):
        cell(CellState.REPORTED, support=(support(),), **EVIDENCE | {"independent": ("s-1", "s-2")})


@pytest.mark.parametrize("fragility", [None, 0])
def test_a_cell_with_evidence_falls_only_when_a_source_does(fragility):
    """No cell with evidence can fall with all its sources standing."""
    with pytest.raises(UntraceableCellError, match="fragility is at least 1"):
        cell(CellState.REPORTED, support=(support(),), **EVIDENCE | {"fragility": fragility})


def test_the_refusal_names_the_cell():
    """Row and column are in the message."""
    with pytest.raises(UntraceableCellError, match="cell ttp 2015"):
        cell(CellState.REPORTED)


def test_a_path_step_names_both_actors_the_rule_and_the_finding():
    """What one actor did counts for another by a rule, on a finding."""
    step = PathStep("rasul-faction", "afghan-taliban", "faction-of-group", "f-9")
    assert (step,) == support(path=(step,)).path


def test_a_panel_lists_its_rows_group_by_group():
    """Rows come in the order of the groups they are printed under."""
    cells = {(actor, "2015"): Cell("criticised", actor, "2015", CellState.NOT_SEARCHED) for actor in ("a", "b", "c")}
    panel = Panel(
        measure="criticised",
        title="Years",
        sentence="A cell is reported when a source says so.",
        groups=(("Opposed", ("b",)), ("Divided", ("a", "c"))),
        labels={"a": "A", "b": "B", "c": "C"},
        periods=("2015",),
        cells=cells,
    )
    assert ("b", "a", "c") == panel.actors
