"""Claims: what one coder says one source says."""

from dataclasses import FrozenInstanceError

import pytest

from riven.model.claim import Claim, Coder, CoderType, Confidence, Modality, Polarity, Verdict


def claim(**changes):
    """A claim with nothing optional filled in."""
    parts = {
        "id": "c-1",
        "kind": "statement",
        "coder": "ab",
        "coded_on": None,
        "codebook_revision": "1",
        "roles": {"speaker": ("ttp",)},
        "values": {"act": ("reject",)},
        "dates": {},
        "passages": ("p-1",),
    }
    return Claim(**parts | changes)


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (["person", "rule", "model"], CoderType),
        (["asserted", "reported", "believed", "rumoured", "denied", "forecast"], Modality),
        (["affirmed", "negated"], Polarity),
        (["high", "medium", "low"], Confidence),
        (["accepted", "rejected"], Verdict),
    ],
)
def test_the_words_of_a_claim_are_those_of_the_sheets(expected, words):
    """Columns take these values and no others, strongest first."""
    assert expected == [str(word) for word in words]


def test_a_plain_claim_is_affirmed_asserted_undated_and_corrects_nothing():
    """What is not said is not assumed: no date, no place, no finding, no verdict."""
    plain = claim()
    assert (Polarity.AFFIRMED, Modality.ASSERTED, Confidence.HIGH) == (plain.polarity, plain.modality, plain.confidence)
    assert ({}, "", None, (), (), None) == (
        plain.dates, plain.place, plain.finding, plain.supersedes, plain.settles, plain.verdict,
    )  # fmt: skip


def test_a_claim_cannot_be_changed():
    """A correction is a new claim that supersedes."""
    with pytest.raises(FrozenInstanceError):
        claim().note = "changed"


def test_claims_can_be_kept_in_sets():
    """Equal claims have equal hashes, though they hold tables."""
    assert {claim()} == {claim(), claim()}


def test_a_coder_is_a_person_unless_said_otherwise():
    """Models and rules are declared."""
    assert CoderType.PERSON is Coder("ab").type
