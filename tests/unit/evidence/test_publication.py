"""How late an act may lie when its source was published on a known date."""

from datetime import date

import pytest

from factories import a_passage, a_source, a_speech
from riven.evidence.publication import bound_of, latest_days
from riven.model.claim import Modality
from riven.model.source import Source

EARLY, LATE = date(2014, 6, 30), date(2016, 6, 30)
DAYS = {"early": EARLY, "late": LATE}
PASSAGES = {f"p-{name}": a_passage(f"p-{name}", name) for name in ("early", "late", "never")}


def last_day(issued):
    """Find the last day on which a source with this CSL date can have been published."""
    return latest_days({"s": Source("s", {"issued": issued})}).get("s")


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2016, 12, 1]]}, date(2016, 12, 1)),
        ({"date-parts": [[2016, 2]]}, date(2016, 2, 29)),
        ({"date-parts": [[2016]]}, date(2016, 12, 31)),
        ({"date-parts": [["2016", "3"]]}, date(2016, 3, 31)),
        ({"date-parts": [[2016, 11], [2017, 1]]}, date(2017, 1, 31)),
        ({"date-parts": [[2016]], "season": 1}, date(2016, 12, 31)),
        ({"edtf": "2016-06"}, date(2016, 6, 30)),
        ({"raw": "2016-06-02"}, date(2016, 6, 2)),
        ({"literal": "2015/2016"}, date(2016, 12, 31)),
    ],
    ids=str,
)
def test_a_source_was_published_by_the_last_day_its_date_allows(issued: dict[str, object], expected: date) -> None:
    """In whichever of its forms CSL-JSON holds the date."""
    assert expected == last_day(issued)


@pytest.mark.parametrize(
    "issued",
    [
        None,
        "2016",
        {},
        {"literal": "in the spring"},
        {"raw": "2016", "literal": "not before May"},
        {"date-parts": [[2016]], "circa": True},
        {"edtf": "2016~"},
        {"edtf": "2016/.."},
        {"date-parts": [[2016], ["soon"]]},
        {"date-parts": [[2016], 2017]},
        {"date-parts": 2016},
        {"date-parts": [[]]},
        {"date-parts": [[2016, 13]]},
        {"date-parts": [[-44]]},
        {"date-parts": [[2016, 1, 1, 1]]},
    ],
    ids=str,
)
def test_a_date_that_is_not_sure_bounds_nothing(issued: object) -> None:
    """An approximate date, or one that only people can read, may lie later than it says."""
    assert last_day(issued) is None


def test_a_source_without_a_date_is_absent() -> None:
    """The others are there."""
    sources = {source.id: source for source in (a_source("a", issued="2016"), a_source("b"))}

    assert {"a": date(2016, 12, 31)} == latest_days(sources)


def bound(*claims, fills=False):
    """Bound what claims report."""
    return bound_of(claims, passages=PASSAGES, days=DAYS, fills=fills)


def test_every_claim_bounds_an_act_so_the_earliest_counts() -> None:
    """An act that a source of 2014 reports had happened by then, whatever others say."""
    assert EARLY == bound(a_speech("a", source="early"), a_speech("b", source="late"), a_speech("c", source="never"))


def test_a_state_may_have_gone_on_until_the_latest_source() -> None:
    """And without end when a source has no date."""
    claims = a_speech("a", source="early"), a_speech("b", source="late")

    assert LATE == bound(*claims, fills=True)
    assert bound(*claims, a_speech("c", source="never"), fills=True) is None


def test_a_claim_that_rests_on_several_sources_may_rest_on_the_last() -> None:
    """One of them without a date leaves it open."""
    assert LATE == bound(a_speech("a", source="early late"))
    assert bound(a_speech("a", source="early never")) is None


def test_a_forecast_bounds_nothing() -> None:
    """It is about days to come."""
    assert bound(a_speech("a", source="early", modality=Modality.FORECAST)) is None
    assert LATE == bound(a_speech("a", source="early", modality=Modality.FORECAST), a_speech("b", source="late"))


@pytest.mark.parametrize("fills", [False, True])
def test_no_claim_and_no_passage_bound_nothing(fills: bool) -> None:
    """There is nothing to go by."""
    assert bound(fills=fills) is None
    assert bound(a_speech("a", source=""), fills=fills) is None
