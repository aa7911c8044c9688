"""Findings and their claims as columns."""

from datetime import date

import polars as pl
import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    a_bond,
    a_move,
    a_source,
    a_speech,
    some_evidence,
    some_rules,
)
from riven.evidence.frames import categories_of, enumeration
from riven.model.claim import Modality, Verdict
from riven.model.panel import CellState

EARLY, LATE = a_source("early", issued="2014-06-30"), a_source("late", issued="2016-06-30")
BOUND = {"sources": [EARLY, LATE], "rules": some_rules(publication_bound=True)}


def test_findings_are_numbered_in_order() -> None:
    """Every other frame refers to that number."""
    evidence = some_evidence(a_speech("b", "moor"), a_speech("a"), a_move("m"))

    assert [(0, "f-a"), (1, "f-b"), (2, "f-m")] == evidence.findings.select("key", "finding").rows()
    assert [0, 0, 1, 1, 2, 2] == evidence.roles["key"].to_list()


def test_a_finding_is_one_row_with_all_that_is_one_word() -> None:
    """Status, how it was settled, polarity, modality, place and reason."""
    (row,) = some_evidence(a_speech("a", modality=BELIEVED, polarity=NEGATED, place="ford")).findings.rows(named=True)

    assert {
        "key": 0,
        "finding": "f-a",
        "kind": "speech",
        "status": "accepted",
        "settled": "single",
        "polarity": "negated",
        "modality": "believed",
        "place": "ford",
        "reason": "Coded by one coder (ann), 1 claim.",
        "before": date.max,
    } == row


def test_roles_and_values_have_a_row_for_each_actor_and_category() -> None:
    """One named twice is one."""
    evidence = some_evidence(a_speech("a", at="river+delta", values="tone=scold by=chief+crowd+chief"))

    assert {("who", "hill"), ("at", "river"), ("at", "delta")} == set(
        evidence.roles.select("role", "actor").iter_rows()
    )
    assert [("tone", "scold"), ("by", "chief"), ("by", "crowd")] == evidence.values.select("variable", "value").rows()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("2015", [(0, "2015-01-01", "2015-12-31", "2015-01-01", "2015-12-31")]),
        (
            "[2014,2016]",
            [
                (0, "2014-01-01", "2014-12-31", "2014-01-01", "2016-12-31"),
                (0, "2016-01-01", "2016-12-31", "2014-01-01", "2016-12-31"),
            ],
        ),
        (
            "{2014,2016}",
            [
                (0, "2014-01-01", "2014-12-31", "2014-01-01", "2014-12-31"),
                (1, "2016-01-01", "2016-12-31", "2016-01-01", "2016-12-31"),
            ],
        ),
        ("../2015", [(0, "0001-01-01", "2015-12-31", "0001-01-01", "2015-12-31")]),
        ("2015/..", [(0, "2015-01-01", "9999-12-31", "2015-01-01", "9999-12-31")]),
    ],
)
def test_dates_are_spans_of_days_each_with_the_hull_of_its_occurrence(text: str, rows: list[object]) -> None:
    """Open ends are the ends of the calendar."""
    frame = some_evidence(a_move("m", date=f"happened={text}")).dates
    shown = frame.select(
        "occurrence", *(pl.col(c).cast(pl.String) for c in ("first", "last", "hull_first", "hull_last"))
    )

    assert rows == shown.rows()
    assert ["happened"] * len(rows) == frame["role"].to_list()


def test_support_has_a_row_for_each_claim_and_source() -> None:
    """Those of one claim together, each source with the one it counts as."""
    sources = [a_source("wire"), a_source("paper", copy_of="wire"), a_source("radio")]
    evidence = some_evidence(
        a_speech("b", source="paper radio paper"), a_speech("a", coder="bob", source="wire"), sources=sources
    )

    assert [
        (0, "a", "wire", "wire", "bob", 0),
        (0, "b", "paper", "wire", "ann", 0),
        (0, "b", "radio", "radio", "ann", 0),
    ] == evidence.support.rows()


def sides(*claims, **given):
    """Say on which side of a dispute each claim stands."""
    return dict(some_evidence(*claims, **given).support.select("claim", "side").iter_rows())


def test_what_is_not_disputed_has_one_side() -> None:
    """Whoever coded it."""
    assert {"a": 0, "b": 0} == sides(a_speech("a"), a_speech("b", coder="bob"))


def test_a_dispute_whether_it_is_so_has_two_sides() -> None:
    """Those who say so, and those who negate or deny it."""
    claims = a_speech("a"), a_speech("b", polarity=NEGATED), a_speech("c", source="s2"), a_speech("d", modality=DENIED)

    assert {"a": 0, "b": 1, "c": 0, "d": 1} == sides(*claims)


def test_a_dispute_of_coders_has_a_side_for_each() -> None:
    """Each coder's claims stand together."""
    claims = (
        a_speech("a", finding="x"),
        a_speech("b", "moor", coder="bob", finding="x"),
        a_speech("c", source="s2", finding="x"),
    )

    assert {"a": 0, "b": 1, "c": 0} == sides(*claims)


def test_a_dispute_of_dates_within_one_coders_claims_has_a_side_for_each_claim() -> None:
    """Nothing else sets them apart."""
    claims = a_speech("a", finding="x"), a_speech("b", date="published=2016", finding="x")

    assert {"a": 0, "b": 1} == sides(*claims)


def test_what_a_finding_overrules_does_not_support_it() -> None:
    """Neither the contrary beside an adjudication nor the denial of a rumour."""
    judged = a_speech("a"), a_speech("j", settles=("a",), verdict=Verdict.ACCEPTED), a_speech("n", polarity=NEGATED)

    assert {"j": 0} == sides(*judged)
    assert {"a": 0} == sides(a_speech("a", modality=BELIEVED), a_speech("b", modality=DENIED))


def before(*claims, **given):
    """Say by which day an act must have happened."""
    return some_evidence(*claims, **given).findings["before"].to_list()


def test_publication_bounds_an_act_by_its_earliest_source_if_the_rules_say_so() -> None:
    """Without the rule, nothing does."""
    claims = a_move("a", date="", source="early"), a_move("b", date="", source="late")

    assert [date(2014, 6, 30)] == before(*claims, **BOUND)
    assert [date.max] == before(*claims, sources=[EARLY, LATE])


def test_publication_bounds_a_state_by_its_latest_source() -> None:
    """It may have gone on until then; so may the absence of an act."""
    states = [a_bond(name, "hill", "moor", source=name) for name in ("early", "late")]
    negatives = [a_move(name, date="", polarity=NEGATED, source=name) for name in ("early", "late")]

    assert [date(2016, 6, 30)] == before(*states, **BOUND)
    assert [date(2016, 6, 30)] == before(*negatives, **BOUND)


def test_names_are_enumerated_in_alphabetical_order() -> None:
    """So they are stored and compared as numbers."""
    evidence = some_evidence(a_speech("a", "moor"), a_speech("b", "hill"))

    assert ("hill", "moor", "river") == categories_of(evidence.roles["actor"])
    assert ("x", "y") == categories_of(pl.Series(["y", "x", "y"]))


def test_words_of_the_model_keep_their_order() -> None:
    """Sorting by state sorts by strength."""
    states = pl.Series(["outside", "reported"], dtype=enumeration(CellState))

    assert ["reported", "outside"] == states.sort().to_list()
    assert [modality.value for modality in Modality] == list(categories_of(states.clear().cast(enumeration(Modality))))


def test_a_study_without_claims_has_empty_columns_of_the_same_types() -> None:
    """Nothing has to be treated as an exception."""
    empty, filled = some_evidence(), some_evidence(a_speech("a"))

    for name in ("findings", "roles", "values", "dates", "support"):
        mine, theirs = getattr(empty, name).schema, getattr(filled, name).schema
        assert list(mine) == list(theirs)
        assert [kind.base_type() for kind in mine.values()] == [kind.base_type() for kind in theirs.values()]
