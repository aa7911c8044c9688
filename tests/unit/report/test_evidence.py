"""Tests of `riven.report.evidence`."""

import dataclasses

import pytest

from report_factory import QUOTED, TEXT, a_claim, a_content
from riven.dates import parse
from riven.errors import UnknownTermError
from riven.model.claim import Verdict
from riven.model.source import Document
from riven.report.evidence import DateView, Evidence, Field, said


def evidence(**changes):
    """Build the evidence of a report."""
    return Evidence(a_content(**changes))


def test_a_passage_whose_text_is_attached_is_shown_in_context():
    """The sentence itself."""
    view = evidence().passage("p-1")
    assert QUOTED == view.context.text
    assert "" == view.missing


def test_a_passage_whose_text_is_not_attached_says_how_to_attach_it():
    """An honest line instead of a gap."""
    view = evidence().passage("p-2")
    assert view.context is None
    assert "riven attach valley FILE" in view.missing


def test_a_passage_is_in_the_language_of_its_source():
    """Where the source says which."""
    sources = a_content().sources
    report = dataclasses.replace(sources["report"], csl={**sources["report"].csl, "language": "ps"})
    assert "ps" == evidence(sources={**sources, "report": report}).passage("p-1").language
    assert "" == evidence().passage("p-2").language


@pytest.mark.parametrize(
    ("expected", "edtf"),
    [
        ("2015", "2015"),
        ("April 2015 to June 2015", "2015-34"),
        ("6 August 2015 (uncertain)", "2015-08-06?"),
        ("2014 and 2016", "{2014,2016}"),
        ("{2001..2009}", "{2001..2009}"),
    ],
)
def test_a_date_is_said_as_people_say_it_unless_it_is_a_long_list(expected, edtf):
    """Nobody has to know what month 34 is."""
    assert expected == said(parse(edtf))


def test_a_passage_that_moved_says_how_to_find_out_more():
    """The attached text is another one."""
    view = evidence(documents={"report": Document("report", f"New. {TEXT}", "")}).passage("p-1")
    assert view.context is None
    assert "riven verify valley" in view.missing


def test_a_passage_is_cited_with_its_locator():
    """Page, paragraph, note."""
    assert "Rahim, Sana. 2015. A valley divided, p. 12, para. 3, note 7." == evidence().passage("p-1").citation


def test_a_claim_is_put_in_the_words_of_the_codebook():
    """Labels, not identifiers."""
    view = evidence().claim("c-1")
    assert "Statement" == view.kind
    assert (Field("Speaker", ("Council of the Valley",)), Field("Against", ("The Newcomers",))) == view.roles
    assert (Field("Act", ("Condemns",)),) == view.values
    assert (DateView("made", "March 2015", "2015-03", ("2015-03", "stated", "“in March”")),) == view.dates
    assert "Ada (person), on 2026-03-01, under revision 1 of the codebook" == view.coder


def test_a_negated_claim_says_so():
    """An explicit no is a fact of its own."""
    assert Field("The source", ("says it is not so",)) in evidence().claim("c-4").facts


def test_a_coder_without_a_name_goes_by_its_identifier_and_type():
    """A model is recognisable as one."""
    assert evidence().claim("c-2").coder.startswith("bot (model)")


def test_a_claim_tells_what_it_corrects_and_settles():
    """Nothing is overwritten in silence."""
    claim = a_claim("c-9", ["p-1"], supersedes=("c-0",), settles=("c-1",), verdict=Verdict.ACCEPTED, finding="act-1")
    history = evidence(claims={"c-9": claim}).claim("c-9").history
    assert ("corrects c-0", "settles c-1: accepted", "coded as being about the act act-1") == history


def test_unknown_kinds_and_categories_keep_their_identifiers():
    """A codebook that lost an entry loses no claim."""
    claim = a_claim("c-9", ["p-1"], kind="gone", values={"act": ("new",), "odd": ("x",)})
    view = evidence(claims={"c-9": claim}).claim("c-9")
    assert "gone" == view.kind
    assert (Field("Act", ("new",)), Field("odd", ("x",))) == view.values


def test_a_finding_has_its_claims_and_counts_its_sources():
    """Two sources, two independent."""
    view = evidence().finding("f-1")
    assert ["c-1", "c-2"] == [claim.id for claim in view.claims]
    assert "2 sources, 2 independent" == view.sources
    assert "Speaker: Council of the Valley; Against: The Newcomers; Act: Condemns" == view.headline


def test_views_are_made_once():
    """A claim under many cells costs once."""
    made = evidence()
    assert made.claim("c-1") is made.claim("c-1")
    assert made.finding("f-1") is made.finding("f-1")
    assert made.passage("p-1") is made.passage("p-1")


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"claims": {}}, "unknown claim"),
        ({"passages": {}}, "unknown passage"),
        ({"sources": {}}, "unknown source"),
        ({"findings": {}}, "unknown finding"),
        ({"actors": {}}, "unknown actor"),
    ],
)
def test_a_reference_into_nothing_is_an_error(changes, message):
    """A report never shows half a trace."""
    with pytest.raises(UnknownTermError, match=message):
        evidence(**changes).finding("f-1")


def test_a_place_is_named():
    """As the source names it."""
    assert Field("Place", ("The ford",)) in evidence().claim("c-3").facts
    content = a_content()
    placed = dataclasses.replace(content.findings["f-1"], place="The ford")
    assert Field("Place", ("The ford",)) in evidence(findings={"f-1": placed}).finding("f-1").facts
