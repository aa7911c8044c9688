"""Tests of `riven.analysis.resettling`."""

from factories import a_claim, a_speech, some_inputs
from riven.analysis.inputs import settled
from riven.analysis.resettling import Change, Records, Withdrawal


def records(*claims, **given):
    """Bundle claims with what they are settled into."""
    inputs = some_inputs(*claims, **given)
    return Records(inputs, settled(inputs).findings.values())


def test_a_finding_whose_only_claim_goes_falls():
    """And nothing stands in its place."""
    change = records(a_speech("a"), a_speech("b", "moor")).without(Withdrawal(claims=frozenset({"a"})))
    assert (("f-a",), ()) == (change.fallen, change.standing)


def test_a_claim_that_loses_all_its_passages_goes():
    """One that rests on another passage as well stays, and nothing changes."""
    held = records(a_speech("a", source="s1"), a_speech("b", "moor", source="s1 s2"))
    change = held.without(Withdrawal(passages=frozenset({"p-s1"})))
    assert ("f-a",) == change.fallen
    assert () == change.standing


def test_a_correction_that_is_withdrawn_brings_back_what_it_corrected():
    """Only the act that is touched is settled again."""
    held = records(a_speech("old"), a_speech("new", "moor", supersedes=("old",)), a_speech("other", "lake"))
    change = held.without(Withdrawal(claims=frozenset({"new"})))
    assert ("f-new",) == change.fallen
    assert [("old",)] == [restated.finding.claims for restated in change.standing]


def test_a_finding_that_says_less_afterwards_is_restated():
    """Two claims on one act, of which one carried the date."""
    one = a_speech("a", date="published=2015", source="s1", finding="act")
    two = a_claim("b", "speech", "who=hill at=river", "tone=scold heard=yes by=chief", "", source="s2", finding="act")
    change = records(one, two).without(Withdrawal(passages=frozenset({"p-s1"})))
    assert 1 == len(change.fallen) == len(change.standing)
    assert {} == dict(change.standing[0].finding.dates)


def test_nothing_withdrawn_changes_nothing():
    """Nor does a passage that no claim rests on."""
    held = records(a_speech("a"))
    assert Change() == held.without(Withdrawal())
    assert Change() == held.without(Withdrawal(passages=frozenset({"p-elsewhere"})))


def test_the_same_loss_is_settled_once():
    """A source and its outlet often lose the same claims."""
    held = records(a_speech("a"), a_speech("b", "moor"))
    loss = Withdrawal(claims=frozenset({"a"}))
    assert held.without(loss) == held.without(loss)
