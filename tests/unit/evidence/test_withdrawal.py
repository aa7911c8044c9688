"""What is left when claims, or the passages they rest on, are withdrawn."""

from factories import a_speech
from riven.evidence.withdrawal import without_claims, without_passages
from riven.model.claim import Verdict


def by_id(*claims):
    """Put claims under their ids."""
    return {claim.id: claim for claim in claims}


def test_what_a_withdrawn_claim_corrected_or_settled_stands_again() -> None:
    """Claims are append-only, so what it pointed at is still there; others forget it."""
    claims = by_id(
        a_speech("a"),
        a_speech("b", supersedes=("a",)),
        a_speech("c", settles=("a", "b"), verdict=Verdict.ACCEPTED),
    )
    left = without_claims(claims, {"b"})

    assert ["a", "c"] == list(left)
    assert (("a",), ()) == (left["c"].settles, left["c"].supersedes)


def test_a_rejection_of_withdrawn_claims_falls_with_them() -> None:
    """On its own it would say that what it rejects is so; and so on, for the rejection of the rejection."""
    claims = by_id(
        a_speech("a"),
        a_speech("b", settles=("a",), verdict=Verdict.REJECTED),
        a_speech("c", settles=("b",), verdict=Verdict.REJECTED),
        a_speech("d", settles=("a", "e"), verdict=Verdict.REJECTED),
        a_speech("e", settles=("a",), verdict=Verdict.ACCEPTED),
    )
    left = without_claims(claims, {"a"})

    assert {"d": ("e",), "e": ()} == {name: claim.settles for name, claim in left.items()}


def test_a_claim_falls_with_its_last_passage() -> None:
    """Others keep the passages they have left, and claims that lose none are the very same."""
    claims = by_id(a_speech("a", source="s1"), a_speech("b", source="s1 s2"), a_speech("c", source="s3"))
    left = without_passages(claims, {"p-s1"})

    assert {"b": ("p-s2",), "c": ("p-s3",)} == {name: claim.passages for name, claim in left.items()}
    assert claims["c"] is left["c"]
