"""Findings: what a study holds about one act or tie."""

import pytest

from riven.model.claim import Modality, Polarity
from riven.model.finding import Finding, Settlement, Status


@pytest.mark.parametrize(
    ("expected", "words"),
    [
        (["accepted", "disputed", "rejected", "suggested"], Status),
        (["adjudicated", "unanimous", "single", "disputed"], Settlement),
    ],
)
def test_the_words_of_a_finding_are_those_of_the_table(expected, words):
    """findings.csv prints these values and no others."""
    assert expected == [str(word) for word in words]


def test_findings_can_be_kept_in_sets():
    """Equal findings have equal hashes, though they hold tables."""

    def finding():
        return Finding(
            id="f-1",
            kind="statement",
            status=Status.ACCEPTED,
            settled=Settlement.SINGLE,
            polarity=Polarity.AFFIRMED,
            modality=Modality.ASSERTED,
            roles={"speaker": ("ttp",)},
            values={},
            dates={},
            place="",
            claims=("c-1",),
            sources=("s-1",),
            independent=("s-1",),
            reason="one coder",
        )

    assert {finding()} == {finding(), finding()}
