"""Fragility: the fewest independent sources whose loss changes a cell, when what is left is settled anew."""

import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_kinship,
    a_measure,
    a_source,
    a_speech,
    some_inputs,
    some_rules,
)
from riven.analysis.fragility import EFFORT, with_fragility
from riven.analysis.inputs import settled
from riven.analysis.panels import panel
from riven.model.claim import Polarity, Verdict

LINKS = ("part-of-group", "leader-of-group")
COPIES = (a_source("s1"), a_source("s2"), a_source("s3"), a_source("copy", copy_of="s1"))


def panels(*claims, measure=None, rows=("hill",), effort=EFFORT, **given):
    """Compute a panel with its fragility as counted at first, and as found by taking sources away."""
    inputs, asked = some_inputs(*claims, **given), measure or a_measure(attribution=LINKS)
    before = panel(settled(inputs).scope, asked, rows=("hill", "moor"))
    return before, with_fragility(before, inputs, asked, rows=rows, effort=effort)


def fragility(*claims, period="2015", **given):
    """Take the number of one cell of the hill."""
    cells = panels(*claims, **given)[1].cells
    return {(row["actor"], row["period"]): row["fragility"] for row in cells.to_dicts()}["hill", period]


def said(name, source, **given):
    """Build a claim about one act, the same for all."""
    return a_speech(name, source=source, finding="x", **given)


FALLS = [
    pytest.param([said("a", "s1")], 1, id="one witness"),
    pytest.param([said("a", "s1"), said("b", "s2")], 2, id="two witnesses of one act"),
    pytest.param([said("a", "s1"), said("b", "copy")], 1, id="a witness and its copy"),
    pytest.param([said("a", "s1 s2")], 2, id="a claim on two sources"),
    pytest.param([said("a", "s1"), a_speech("b", source="s2", date="published=2015-05")], 2, id="two acts"),
    pytest.param(
        [said("a", "s1"), said("b", "s2", modality=RUMOURED)], 1, id="without the report only a rumour is left"
    ),
    pytest.param(
        [said("a", "s1"), said("b", "s2", date="published=2015/2016")], 1, id="without the year only two years are left"
    ),
    pytest.param(
        [said("a", "s1", values="heard=yes"), said("b", "s2", values="tone=scold")],
        1,
        id="without either source the act is none that counts",
    ),
    pytest.param(
        [said("a", "s1"), said("b", "s2"), said("c", "s3", modality=BELIEVED)], 2, id="two reports and a belief"
    ),
]


@pytest.mark.parametrize(("claims", "expected"), FALLS)
def test_a_report_falls_when_what_is_left_does_not_report_it(claims, expected):
    """A finding need not fall as a whole."""
    assert expected == fragility(*claims, sources=COPIES)


DISPUTES = [
    pytest.param([said("a", "s1"), said("b", "s2", modality=DENIED)], 1, id="one against one"),
    pytest.param(
        [said("a", "s1"), said("b", "s2"), said("c", "s3", modality=DENIED), said("d", "s4", modality=DENIED)],
        2,
        id="two against two",
    ),
    pytest.param(
        [
            said("a", "s1"),
            said("b", "s2", polarity=NEGATED),
            a_speech("c", source="s3", finding="y"),
            a_speech("d", source="s4", finding="y", polarity=NEGATED),
        ],
        1,
        id="two disputes: the cell is reported once one of them is settled for it",
    ),
]


@pytest.mark.parametrize(("claims", "expected"), DISPUTES)
def test_a_dispute_ends_when_a_side_falls_silent(claims, expected):
    """Whichever is the weaker."""
    assert expected == fragility(*claims)


ON_RUMOURS = a_measure(reported=(), possible=(RUMOURED,), attribution=LINKS)


def quarrels(*findings):
    """Dispute acts of which only rumours tell, each on two sources of its own."""
    return [
        a_speech(f"{finding}{number}", source=f"{finding}{number}", finding=finding, polarity=side, modality=RUMOURED)
        for finding in findings
        for number, side in enumerate(Polarity)
    ]


def test_disputes_of_rumours_end_with_the_last_of_them():
    """Where one is settled, the others still dispute the cell."""
    assert 2 == fragility(*quarrels("x", "y"), measure=ON_RUMOURS)
    assert 3 == fragility(*quarrels("x", "y", "z"), measure=ON_RUMOURS)


def test_a_contradiction_ends_with_what_affirms_or_with_what_denies():
    """A denial for the whole period disputes a report of an act."""
    denials = [a_speech(f"d{n}", source=f"s{n}", finding=f"d{n}", polarity=NEGATED) for n in (7, 8)]

    assert 1 == fragility(said("a", "s1"), *denials)
    assert 2 == fragility(said("a", "s1"), said("b", "s2"), *denials)
    assert 1 == fragility(said("a", "s1"), said("b", "s2"), denials[0])


def test_a_report_is_disputed_when_a_loss_makes_a_denial_surer():
    """The loss of a source can also add something."""
    denials = [
        a_speech("d", source="s7", finding="d", polarity=NEGATED, modality=RUMOURED),
        a_speech("e", source="s8", finding="d", settles=("d",), verdict=Verdict.REJECTED),
        a_speech("f", source="s7", finding="d", polarity=NEGATED),
    ]
    claims = said("a", "s1"), said("b", "s2"), said("c", "s3")

    assert 3 == fragility(*claims)
    assert 1 == fragility(*claims, *denials)


RUMOURS = (
    a_speech("r1", source="s1", finding="r1", modality=RUMOURED),
    a_speech("r2", source="s2", finding="r2", modality=RUMOURED),
)


def test_a_possible_cell_changes_when_a_loss_makes_it_sure():
    """A report that was rejected stands again when the source of the rejection falls."""
    rejected = said("a", "s3"), said("b", "s4", settles=("a",), verdict=Verdict.REJECTED)

    assert 2 == fragility(*RUMOURS)
    assert 1 == fragility(*RUMOURS, *rejected)


def test_a_link_that_a_loss_settles_brings_its_acts_along():
    """Whether one is part of the other is disputed, until a side falls silent."""
    disputed = [
        a_kinship("k", "moor", "hill", "part-of", finding="k", source="s4"),
        a_kinship("l", "moor", "hill", "part-of", finding="k", source="s5", polarity=NEGATED),
    ]

    assert 1 == fragility(*RUMOURS, a_speech("a", "moor", source="s3"), *disputed)


def test_a_correction_that_falls_brings_back_what_it_corrected():
    """So the cell stands until both fall."""
    assert 2 == fragility(said("a", "s1"), said("b", "s2", supersedes=("a",)))


def test_what_comes_along_a_link_falls_with_the_link():
    """However many sources report the act."""
    acts = [a_speech(f"a{n}", "moor", source=f"s{n}") for n in range(4)]
    part = a_kinship("k", "moor", "hill", "part-of", source="s9")
    chain = (
        a_kinship("k", "moor", "lake", "part-of", source="s8"),
        a_kinship("l", "lake", "hill", "part-of", source="s9"),
    )

    assert 1 == fragility(*acts, part)
    assert 1 == fragility(*acts, *chain)
    assert 2 == fragility(*acts, part, a_kinship("m", "moor", "hill", "part-of", source="s7"))
    assert 2 == fragility(*acts, part, said("own", "s5"))


def test_what_is_said_to_the_family_falls_with_the_kinship():
    """A branch is criticised with its parent only as long as it is its branch."""
    acts = [a_speech(f"a{n}", at="delta", source=f"s{n}") for n in range(3)]

    assert 1 == fragility(*acts, a_kinship("k", "river", "delta", "branch-of", source="s9"))


def test_who_is_who_is_lost_with_the_source_that_says_so():
    """Under a scheme that takes two names for one actor."""
    acts = [a_speech(f"a{n}", "moor", source=f"s{n}") for n in range(3)]
    name = a_kinship("k", "moor", "hill", "name-of", source="s9")

    assert 1 == fragility(*acts, name, rules=some_rules(rollup="together"))


def test_cells_without_evidence_have_none():
    """Nor has a study without claims."""
    assert fragility(said("a", "s1"), said("b", "s2"), period="2014") is None
    assert fragility() is None


def test_a_study_that_rests_on_one_source_needs_no_search():
    """Every cell falls with it; the panel is the very same."""
    before, after = panels(said("a", "s1"), a_speech("b", "moor", source="copy"), sources=COPIES)

    assert before is after


def test_only_the_rows_asked_about_are_searched():
    """Others keep what was counted at first."""
    claims = said("a", "s1"), said("b", "s2", modality=RUMOURED)
    before, after = panels(*claims, rows=("moor",))

    assert before.cells["fragility"].to_list() == after.cells["fragility"].to_list()
    assert [None, 2, None, None] == after.cells["fragility"].to_list()[:4]


EFFORTS = [
    pytest.param(0, 3, id="none"),
    pytest.param(2, 3, id="less than there are claims"),
    pytest.param(4, 3, id="too little to begin"),
    pytest.param(EFFORT, 2, id="enough"),
]


@pytest.mark.parametrize(("effort", "expected"), EFFORTS)
def test_where_the_effort_is_too_little_a_cell_keeps_what_was_counted_at_first(effort, expected):
    """As if every finding stood or fell as a whole."""
    claims = said("a", "s1"), said("b", "s2"), said("c", "s3", modality=RUMOURED)

    assert expected == fragility(*claims, effort=effort)


def test_where_the_effort_ends_early_it_takes_more_than_all_that_was_tried():
    """With some effort all losses of one source are tried, with more all losses of two."""
    found = [fragility(*quarrels("x", "y", "z"), measure=ON_RUMOURS, effort=effort) for effort in range(0, 200, 3)]

    assert [1, 2, 3] == list(dict.fromkeys(found))
