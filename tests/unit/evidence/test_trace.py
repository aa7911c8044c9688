"""From a cell back to its passages, and from a source on to its cells."""

import pytest

from factories import NEGATED, a_bond, a_kinship, a_passage, a_speech, settled, some_inputs
from riven.evidence.trace import Bearing, cells_of, trace
from riven.model.panel import Cell, CellState, PathStep, Support

SUPPORTS, AGAINST, CARRIES = Bearing.SUPPORTS, Bearing.AGAINST, Bearing.CARRIES
CLAIMS = (
    a_speech("a", source="s1"),
    a_bond("lead", "chief", "hill", source="s2"),
    a_speech("b", "chief", source="s3"),
    a_speech("c", at="delta", date="published=2016", source="s4"),
    a_kinship("branch", "river", "delta", "branch-of", source="s5"),
    a_speech("n", date="published=2014", polarity=NEGATED, source="s6"),
)
LED = (PathStep("chief", "hill", "leader-of-group", "f-lead"),)
FAMILY = {"f-c": ("f-branch",)}


def a_cell(period, *findings, against=(), path=()):
    """Build a cell that rests on findings."""
    if not findings:
        return Cell("scolded", "hill", period, CellState.NOT_SEARCHED, against=against)
    return Cell(
        "scolded",
        "hill",
        period,
        CellState.REPORTED,
        support=tuple(Support(finding, CellState.REPORTED, path, "It says so.") for finding in findings),
        against=against,
        claims=("a",),
        sources=("s1",),
        independent=("s1",),
        fragility=1,
    )


def traced(*cells, claims=CLAIMS, family=FAMILY, **given):
    """Trace cells."""
    inputs = some_inputs(*claims)
    return trace(
        cells,
        findings={finding.id: finding for finding in settled(*claims)},
        claims=inputs.claims,
        passages=given.get("passages", inputs.passages),
        family=family,
    )


def bearings(cell, **given):
    """Say how findings bear on a cell."""
    threads = traced(cell, **given).back(cell.measure, cell.actor, cell.period)
    return [(thread.bearing, thread.finding) for thread in threads]


def test_a_cell_leads_back_to_the_claims_passages_and_sources_it_rests_on() -> None:
    """One thread for each way."""
    (thread,) = traced(a_cell("2015", "f-a")).threads

    assert ("scolded", "hill", "2015") == (thread.measure, thread.actor, thread.period)
    assert (SUPPORTS, "f-a") == (thread.bearing, thread.finding)
    assert ("a", "p-s1", "s1") == (thread.claim, thread.passage, thread.source)


def test_what_carries_an_act_to_the_row_is_under_the_cell() -> None:
    """A leadership by which a chief's speech is that of the group."""
    assert [(SUPPORTS, "f-b"), (CARRIES, "f-lead")] == bearings(a_cell("2015", "f-b", path=LED))


def test_what_puts_the_target_into_the_focal_family_is_under_the_cell() -> None:
    """A lineage by which a speech against the parent is one against the branch."""
    assert [(SUPPORTS, "f-c"), (CARRIES, "f-branch")] == bearings(a_cell("2016", "f-c"))
    assert [(SUPPORTS, "f-a")] == bearings(a_cell("2015", "f-a"))


def test_what_speaks_against_a_cell_is_under_it_with_or_without_evidence() -> None:
    """A negative is evidence."""
    assert [(AGAINST, "f-n")] == bearings(a_cell("2014", against=("f-n",)))
    assert [(SUPPORTS, "f-a"), (AGAINST, "f-n")] == bearings(a_cell("2014", "f-a", against=("f-n",)))


def test_a_cell_that_rests_on_nothing_has_no_thread() -> None:
    """Nor has one that is not in the trace."""
    assert [] == bearings(a_cell("2014"))
    assert () == traced(a_cell("2015", "f-a")).back("scolded", "moor", "2015")


def test_a_finding_that_carries_several_others_is_named_once_under_a_cell() -> None:
    """One leadership, two speeches."""
    assert [(SUPPORTS, "f-a"), (SUPPORTS, "f-b"), (CARRIES, "f-lead")] == bearings(
        a_cell("2015", "f-a", "f-b", path=LED)
    )


def test_each_passage_of_each_claim_has_a_thread() -> None:
    """In the order of the claims, and of the passages of each."""
    claims = a_speech("a"), a_speech("b", coder="bob", source="s3 s2")
    threads = traced(a_cell("2015", "f-a"), claims=claims).threads

    assert [("a", "p-s1"), ("b", "p-s3"), ("b", "p-s2")] == [(thread.claim, thread.passage) for thread in threads]


def test_a_source_leads_on_to_every_cell_it_touches() -> None:
    """So do a passage, a claim and a finding, each cell once."""
    found = traced(a_cell("2014", "f-b", path=LED), a_cell("2015", "f-a", "f-b", path=LED), a_cell("2016", "f-c"))
    cells = ("scolded", "hill", "2014"), ("scolded", "hill", "2015")

    assert cells == cells_of(found.from_source("s2"))
    assert cells == cells_of(found.from_passage("p-s2"))
    assert cells == cells_of(found.from_claim("lead"))
    assert cells == cells_of(found.from_finding("f-lead"))
    assert cells[1:] == cells_of(found.from_source("s1"))
    assert () == cells_of(found.from_source("s9"))


@pytest.mark.parametrize("family", [{}, FAMILY])
def test_no_cells_have_no_threads(family: dict[str, tuple[str, ...]]) -> None:
    """Whatever the findings."""
    assert () == traced(family=family).threads


def test_a_passage_names_its_own_source() -> None:
    """Whatever the claim is called."""
    passages = some_inputs(*CLAIMS).passages | {"p-s1": a_passage("p-s1", "s9")}
    (thread,) = traced(a_cell("2015", "f-a"), passages=passages).threads

    assert "s9" == thread.source
