"""Wording: plain sentences that name findings, and actors by their printed names."""

import pytest

from factories import (
    BELIEVED,
    DENIED,
    RUMOURED,
    a_bond,
    a_kinship,
    a_measure,
    a_scope,
    a_speech,
    some_inputs,
)
from riven.analysis import inputs
from riven.analysis.doubts import Doubt
from riven.analysis.wording import (
    columns_text,
    counted,
    date_text,
    each,
    either,
    listed,
    path_text,
    reason,
    selectors_text,
    why_blank,
    why_evidence,
    words,
)
from riven.dates import parse
from riven.evidence.attribution import DIRECT, Path
from riven.model.claim import Modality
from riven.model.codebook import DateRole
from riven.model.panel import Cell, CellState, PathStep, Support

LED = PathStep("chief", "hill", "leader-of-group", "f-12")
PART = PathStep("hill", "moor", "part_of", "f-3")
ASKED = (DateRole.PUBLISHED, DateRole.MADE)


def told(speech, doubt=Doubt.NONE, *more, path=DIRECT):
    """Say what a speech leaves open."""
    held = inputs.settled(some_inputs(speech, *more))
    return reason(held.scope, held.findings["f-a"], doubt, path=path, dates=ASKED)


DATED = [
    pytest.param("published=2015", Doubt.NONE, "published 2015; asserted", id="in the period"),
    pytest.param(
        "published=2015/2016", Doubt.DATE, "published 2015 to 2016, which leaves the period open; asserted", id="open"
    ),
    pytest.param("made=2014 published=2015", Doubt.NONE, "published 2015; asserted", id="the first asked for"),
    pytest.param("made=2014", Doubt.NONE, "made 2014; asserted", id="the next asked for"),
    pytest.param("reported=2015", Doubt.UNDATED, "no date for when it was published or made; asserted", id="another"),
    pytest.param("", Doubt.UNDATED, "undated; asserted", id="none"),
]


@pytest.mark.parametrize(("date", "doubt", "expected"), DATED)
def test_a_reason_begins_with_the_date_that_decides(date, doubt, expected):
    """And says whether it leaves the period open."""
    assert expected == told(a_speech("a", date=date), doubt)


MODALITIES = [
    pytest.param(Modality.ASSERTED, "asserted", id="asserted"),
    pytest.param(Modality.REPORTED, "on others' word", id="reported"),
    pytest.param(BELIEVED, "believed", id="believed"),
    pytest.param(RUMOURED, "rumoured", id="rumoured"),
    pytest.param(DENIED, "denied", id="denied"),
    pytest.param(Modality.FORECAST, "forecast", id="forecast"),
]


@pytest.mark.parametrize(("modality", "expected"), MODALITIES)
def test_a_reason_says_how_sure_its_sources_are(modality, expected):
    """Only that, where it leaves the cell open."""
    speech = a_speech("a", modality=modality)

    assert f"published 2015; {expected}" == told(speech)
    assert f"published 2015; only {expected}" == told(speech, Doubt.MODALITY)


def test_a_reason_tells_how_a_finding_came_to_the_row():
    """And whether the way leaves it open."""
    way = "Chief counts for Hill (leader of group, f-12)"

    assert f"published 2015; asserted; {way}" == told(a_speech("a"), path=Path((LED,)))
    assert f"published 2015; asserted; {way}, which leaves it open" == told(
        a_speech("a"), Doubt.LINK, path=Path((LED,), weak=True)
    )


def test_a_reason_says_who_was_meant_in_place_of_the_focal_actor():
    """With the findings that make them count as it, and whether these leave it open."""
    branch = a_kinship("branch", "river", "delta", "branch-of")
    leads = a_bond("leads", "chief", "river")
    way = "Delta counts for River (parent of focal, f-branch)"

    assert f"published 2015; asserted; directed at Delta: {way}" == told(a_speech("a", at="delta"), Doubt.NONE, branch)
    assert (
        f"published 2015; asserted; directed at Delta and Chief: {way}, "
        "Chief counts for River (leader of group, f-leads), which leaves it open"
    ) == told(a_speech("a", at="delta+chief"), Doubt.FAMILY, branch, leads)


def test_a_reason_ends_with_what_conflicts():
    """Coders in the words of the finding, within the sentence; sources among each other."""
    held = inputs.settled(some_inputs(a_speech("a")))
    own = held.findings["f-a"].reason

    assert f"published 2015; asserted; {own[0].lower()}{own[1:].rstrip('.')}" == told(a_speech("a"), Doubt.DISPUTED)
    assert "published 2015; asserted; a finding for the whole period says that it was not so" == told(
        a_speech("a"), Doubt.CONTRADICTED
    )


def test_a_path_is_told_step_by_step():
    """Each with its rule in words and its finding."""
    assert "Chief counts for Hill (leader of group, f-12), and so for Moor (part of, f-3)" == path_text(
        a_scope(), (LED, PART)
    )


DATES = [
    ("2015", "2015"),
    ("2015-08", "August 2015"),
    ("2015-08-06", "6 August 2015"),
    ("[2014,2016]", "2014 or 2016"),
    ("{2014,2016}", "2014 and 2016"),
    ("2014/2015", "2014 to 2015"),
    ("2015?", "2015 (uncertain)"),
    ("2015~", "2015 (approximate)"),
    ("2015/..", "2015 or later"),
    ("../2016-06", "up to June 2016"),
]


@pytest.mark.parametrize(("edtf", "expected"), DATES)
def test_a_date_is_said_as_people_do(edtf, expected):
    """With its reservations."""
    assert expected == date_text(parse(edtf))


def test_a_few_things_are_listed_and_the_rest_is_counted():
    """None are left out where they are few."""
    assert "a, b, c" == listed("abc")
    assert "a, b, c and 2 more" == listed("abcde")
    assert "a; b and 1 more" == listed("abc", 2, separator="; ")
    assert "" == listed([])


def test_alternatives_are_joined_by_or_and_things_that_are_all_meant_by_and():
    """One alone needs neither."""
    assert ("a", "a or b", "a, b or c") == (either("a"), either("ab"), either("abc"))
    assert ("a", "a and b", "a, b and c") == (each("a"), each("ab"), each("abc"))


def test_identifiers_are_read_as_words():
    """Alone, and as alternatives."""
    assert "leader of group" == words("leader-of_group")
    assert "public pledge or defection" == selectors_text(["public-pledge", "defection"])


def test_a_noun_has_an_s_unless_there_is_one():
    """None are several."""
    assert ["0 sources", "1 source", "2 sources"] == [counted(number, "source") for number in range(3)]


STATES = [
    (CellState.REPORTED, "Reported: f-a (so it is). 1 independent source."),
    (CellState.POSSIBLE, "Possible, not more: f-a (so it is). 1 independent source."),
    (CellState.DISPUTED, "Disputed: f-a (so it is). 1 independent source."),
]


@pytest.mark.parametrize(("state", "expected"), STATES)
def test_a_cell_with_evidence_names_what_decides_it(state, expected):
    """With the reason of each finding."""
    assert expected == why_evidence(state, [Support("f-a", state, (), "so it is")], independent=1, against=())


def test_findings_that_do_not_decide_are_named_apart():
    """By their state; the sources are those of all, and what is against comes last."""
    support = [Support("f-a", CellState.REPORTED, (), "a"), Support("f-b", CellState.POSSIBLE, (), "b")]

    assert (
        "Reported: f-a (a). Not deciding: f-b (possible). 2 independent sources in all. Against it: f-c."
    ) == why_evidence(CellState.REPORTED, support, independent=2, against=["f-c"])


BLANKS = [
    pytest.param(CellState.OUTSIDE, 3, "Outside: Hill did not exist in 2015.", id="outside"),
    pytest.param(
        CellState.NONE_FOUND,
        3,
        "None found: recorded searches about Hill for 'speech' and 'move' cover all of 2015 (3 documents), "
        "and nothing counts.",
        id="searched and counted",
    ),
    pytest.param(
        CellState.NONE_FOUND,
        None,
        "None found: recorded searches about Hill for 'speech' and 'move' cover all of 2015, and nothing counts.",
        id="searched",
    ),
    pytest.param(
        CellState.NOT_SEARCHED,
        None,
        "Not searched: no recorded search about Hill for 'speech' and 'move' covers all of 2015.",
        id="not searched",
    ),
]


@pytest.mark.parametrize(("state", "documents", "expected"), BLANKS)
def test_a_cell_without_evidence_says_what_was_looked_for(state, documents, expected):
    """And what speaks against it, if anything does."""
    measure = a_measure(selectors="scolding moving")
    cell = Cell("scolded", "hill", "2015", state, documents_searched=documents)

    assert expected == why_blank(a_scope(), cell, measure, against=())
    assert f"{expected} Against it: f-a." == why_blank(a_scope(), cell, measure, against=("f-a",))


def test_periods_are_listed_with_their_states_in_words():
    """In the order of the columns."""
    columns = a_scope(window="2014/2015").columns
    states = {"2015": CellState.NOT_SEARCHED, "2014": CellState.NONE_FOUND}

    assert "2014 none found, 2015 not searched" == columns_text(columns, states)
