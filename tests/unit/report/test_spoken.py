"""Tests of `riven.report.spoken`."""

import dataclasses

import pytest

from report_factory import a_content
from riven.report import spoken
from riven.report.cells import Figures
from riven.report.evidence import Evidence


def cells(**changes):
    """Put every cell of the first figure in words, by actor and period."""
    content = a_content(**changes)
    made = Figures(content, Evidence(content))
    panel = next(iter(content.panels.values()))
    return {key: made.view(cell) for key, cell in panel.cells.items()}


@pytest.fixture(scope="module")
def reported():
    """A reported cell with a finding for it and one against it."""
    return cells()["council", "2015"]


@pytest.fixture(scope="module")
def blank():
    """A cell that rests on nothing."""
    return next(view for view in cells().values() if not view.supports and not view.against)


def test_a_cell_is_told_by_its_state_its_reason_and_what_was_found(reported):
    """What a claim says, in the coder's words, with the place it is read at."""
    title, why, *rest = spoken.cell_lines(reported)
    assert ("Council of the Valley, 2015: reported", f"  {reported.why}") == (title, why)
    claim = reported.supports[0].finding.claims[0]
    assert rest[0].startswith(f"  f-1: {claim.paraphrase} ({claim.passages[0].short}")


def test_what_speaks_against_a_cell_is_marked(reported):
    """It must not be taken for support."""
    assert [True] == [line.startswith("  f-3 (against): ") for line in spoken.cell_lines(reported) if "f-3" in line]


def test_a_cell_that_rests_on_nothing_tells_its_reason_alone(blank):
    """No finding is made up."""
    assert [blank.title, f"  {blank.why}"] == list(spoken.cell_lines(blank))[:2]


def test_places_in_one_source_name_it_once(reported):
    """Locators follow, each once."""
    claim = reported.supports[0].finding.claims[0]
    first = dataclasses.replace(claim.passages[0], short="Rahim 2016", locator="para. 2")
    other = dataclasses.replace(first, locator="para. 7")
    elsewhere = dataclasses.replace(first, short="Noor 2017", locator="")
    told = dataclasses.replace(claim, passages=(first, other, first, elsewhere))
    finding = dataclasses.replace(reported.supports[0].finding, claims=(told,))
    view = dataclasses.replace(reported, supports=(dataclasses.replace(reported.supports[0], finding=finding),))
    assert any(line.endswith("(Rahim 2016, para. 2; para. 7; Noor 2017)") for line in spoken.cell_lines(view))


def test_a_measure_tells_its_rules_once(reported, blank):
    """Then every cell, each after a blank line."""
    lines = list(spoken.measure_lines("criticised", [reported, blank]))
    assert f"{reported.measure} (criticised)" == lines[0]
    assert list(reported.rules) == [line.removeprefix("  Rule: ") for line in lines if line.startswith("  Rule: ")]
    assert [f"  {reported.title}", f"  {blank.title}"] == [lines[at + 1] for at, line in enumerate(lines) if not line]


def test_a_cell_is_walked_back_step_by_step(reported):
    """Each step stands further in: finding, strength, claim, passage; the source in full comes last."""
    lines = list(spoken.evidence_lines(reported))
    claim = reported.supports[0].finding.claims[0]
    passage = claim.passages[0]
    starts = [
        f"  Finding {reported.supports[0].finding.id} (",
        f"    Counts as {reported.supports[0].state}: ",
        f"    Claim {claim.id}, coded by ",
        f"      Passage {passage.id}: {passage.short}",
        f"  {passage.short}: {passage.full}",
    ]
    found = [next(at for at, line in enumerate(lines) if line.startswith(start)) for start in starts]
    assert sorted(found) == found


def test_what_speaks_against_a_cell_is_walked_back_as_well(reported):
    """Under words of its own."""
    lines = list(spoken.evidence_lines(reported))
    assert lines[lines.index("  Against it:") + 1].startswith("    Finding f-3 (")


def test_a_cell_that_rests_on_nothing_has_no_way_back(blank):
    """An empty answer would look like a defect."""
    assert "  No finding bears on this cell, so there is nothing to walk to." in list(spoken.evidence_lines(blank))


def test_a_passage_shows_its_words_in_context_when_the_text_is_at_hand(reported):
    """The words themselves stand in brackets."""
    passage = next(
        passage
        for support in reported.supports
        for claim in support.finding.claims
        for passage in claim.passages
        if passage.context
    )
    assert f"[{passage.context.text}]" in list(spoken.passage_lines(passage))[1]


def test_without_its_text_a_passage_shows_its_excerpt_and_how_to_attach_it():
    """Which text is missing is told once."""
    view = cells(documents={})["council", "2015"]
    lines = list(spoken.evidence_lines(view))
    absent = {p.source for s in view.supports for c in s.finding.claims for p in c.passages}
    (told,) = [line for line in lines if line.startswith("  Not attached: ")]
    assert absent <= set(told.removeprefix("  Not attached: ").partition(". ")[0].split(", "))
    assert "riven attach" in told
    bare = dataclasses.replace(view.supports[0].finding.claims[0].passages[0], excerpt="no place")
    assert "  “no place”" == list(spoken.passage_lines(bare))[1]
