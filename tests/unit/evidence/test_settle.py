"""What a study holds after settling its claims."""

import pytest

from factories import (
    BELIEVED,
    DENIED,
    NEGATED,
    RUMOURED,
    a_bond,
    a_move,
    a_source,
    a_speech,
    settled,
    some_rules,
)
from riven.evidence.settle import suggesting_coders
from riven.model.claim import Coder, CoderType, Modality, Polarity, Verdict
from riven.model.finding import Settlement, Status
from riven.model.rule import Independence

BOUND = some_rules(publication_bound=True)
LABEL = {"finding": "x"}


def only(*claims, **given):
    """Settle claims on one act."""
    (finding,) = settled(*claims, **given)
    return finding


def verdict(*claims, **given):
    """Settle claims on one act: its status and how it was settled."""
    finding = only(*claims, **given)
    return finding.status, finding.settled


def judged(*settles, by="cat", **given):
    """Build an adjudication; it accepts unless told otherwise."""
    given.setdefault("verdict", Verdict.ACCEPTED)
    return a_speech("j", coder=by, settles=settles, **given)


def test_one_coder_is_accepted_as_a_single_coding() -> None:
    """The reason names the coder and counts the claims."""
    finding = only(a_speech("a"))

    assert (Status.ACCEPTED, Settlement.SINGLE) == (finding.status, finding.settled)
    assert "Coded by one coder (ann), 1 claim." == finding.reason


def test_coders_who_agree_are_unanimous() -> None:
    """Two coders, three claims."""
    finding = only(a_speech("a"), a_speech("b", coder="bob"), a_speech("c", source="s2"))

    assert (Status.ACCEPTED, Settlement.UNANIMOUS) == (finding.status, finding.settled)
    assert "Coders agree (ann, bob), 3 claims." == finding.reason


@pytest.mark.parametrize(
    ("other", "gist"),
    [
        ({"coder": "bob", "values": "tone=scold by=crowd"}, "ann coded by as 'chief', bob as 'crowd'"),
        ({"polarity": NEGATED}, "say that it is not so"),
        ({"modality": DENIED}, "b deny it"),
        ({"date": "published=2016"}, "no day suits every date given for when it was published"),
    ],
    ids=str,
)
def test_coders_or_sources_that_conflict_leave_it_disputed(other: dict[str, object], gist: str) -> None:
    """The reason says who conflicts with whom."""
    finding = only(a_speech("a", **LABEL), a_speech("b", **LABEL, **other))

    assert (Status.DISPUTED, Settlement.DISPUTED) == (finding.status, finding.settled)
    assert gist in finding.reason


def test_an_adjudication_beats_agreement_and_dispute() -> None:
    """What it says counts, not what it settles."""
    claims = a_speech("a"), a_speech("b", coder="bob", polarity=NEGATED)
    finding = only(*claims, judged("a", "b", values="tone=praise heard=no"))

    assert (Status.ACCEPTED, Settlement.ADJUDICATED) == (finding.status, finding.settled)
    assert "Accepted by adjudication (j by cat)." == finding.reason
    assert {"tone": ("praise",), "heard": ("no",)} == finding.values
    assert ("j",) == finding.claims


def test_a_rejection_rejects() -> None:
    """Even what every coder agreed on."""
    claims = a_speech("a"), a_speech("b", coder="bob")
    finding = only(*claims, judged("a", "b", verdict=Verdict.REJECTED))

    assert (Status.REJECTED, Settlement.ADJUDICATED) == (finding.status, finding.settled)
    assert "Rejected by adjudication (j by cat)." == finding.reason


def test_adjudications_that_contradict_each_other_settle_nothing() -> None:
    """One accepts and one rejects, or both accept different things."""
    claim = a_speech("a")
    rejection = a_speech("k", coder="dan", settles=("a",), verdict=Verdict.REJECTED)
    other = a_speech("k", "moor", coder="dan", settles=("a",), verdict=Verdict.ACCEPTED)

    assert (Status.DISPUTED, Settlement.DISPUTED) == verdict(claim, judged("a"), rejection)
    assert (Status.DISPUTED, Settlement.DISPUTED) == verdict(claim, judged("a"), other)
    assert "contradict each other" in only(claim, judged("a"), rejection).reason
    assert "cat coded who as 'hill', dan as 'moor'" in only(claim, judged("a"), other).reason


def test_claims_beside_an_adjudication_are_sources_and_do_not_decide() -> None:
    """A second source that says the same is counted."""
    finding = only(a_speech("a"), judged("a"), a_speech("s", source="s2", values="tone=scold by=crowd"))

    assert (Status.ACCEPTED, Settlement.ADJUDICATED) == (finding.status, finding.settled)
    assert (("j", "s"), ("s1", "s2")) == (finding.claims, finding.sources)
    assert {"by": ("chief",)}.items() <= dict(finding.values).items()


def test_a_source_that_says_the_contrary_is_named_and_not_counted_as_support() -> None:
    """It is overruled by the adjudication, in plain sight."""
    finding = only(a_speech("a"), judged("a"), a_speech("n", source="s2", polarity=NEGATED))

    assert "Accepted by adjudication (j by cat). Against it: n." == finding.reason
    assert (("j", "n"), ("s1",), ("s1",)) == (finding.claims, finding.sources, finding.independent)


def test_a_denied_rumour_is_a_rumour_and_the_denial_is_no_support() -> None:
    """Nobody asserts it, so nobody is contradicted."""
    finding = only(a_speech("a", modality=RUMOURED), a_speech("b", modality=DENIED, source="s2"))

    assert (Status.ACCEPTED, RUMOURED, ("s1",)) == (finding.status, finding.modality, finding.sources)
    assert finding.reason.endswith(" Against it: b.")


def test_what_only_a_model_coded_is_suggested() -> None:
    """Nobody whose claims count has coded it."""
    finding = only(a_speech("m", coder="bot"))

    assert (Status.SUGGESTED, Settlement.SINGLE) == (finding.status, finding.settled)
    assert "Only suggested by bot" in finding.reason


def test_models_that_disagree_suggest_a_dispute() -> None:
    """It is no better than a suggestion."""
    coders = [Coder("bit", CoderType.MODEL)]
    claims = a_speech("m", coder="bot"), a_speech("n", coder="bit", polarity=NEGATED)

    assert (Status.SUGGESTED, Settlement.DISPUTED) == verdict(*claims, coders=coders)


def test_a_model_beside_people_changes_nothing_but_the_count_of_what_was_left_out() -> None:
    """It neither disputes nor confirms."""
    claims = a_speech("a"), a_speech("m", coder="bot", polarity=NEGATED), a_speech("n", coder="bot", source="s2")
    finding = only(*claims)

    assert (Status.ACCEPTED, Settlement.SINGLE) == (finding.status, finding.settled)
    assert (("a",), ("s1",)) == (finding.claims, finding.sources)
    assert finding.reason.endswith(" 2 suggested claims left out.")
    assert only(a_speech("a"), claims[1]).reason.endswith(" 1 suggested claim left out.")


def test_the_rules_say_whose_claims_count() -> None:
    """A study may count models; a coder nobody listed is a person."""
    rules = some_rules(coders=(CoderType.MODEL,))
    coders = {coder.id: coder for coder in (Coder("bot", CoderType.MODEL), Coder("ann"), Coder("r", CoderType.RULE))}

    assert Status.ACCEPTED is only(a_speech("m", coder="bot"), rules=rules).status
    assert frozenset({"ann", "r"}) == suggesting_coders(coders, (CoderType.MODEL,))
    assert Status.SUGGESTED is only(a_speech("a"), rules=rules, coders=[Coder("ann")]).status


@pytest.mark.parametrize(
    ("modalities", "strongest"),
    [
        ([RUMOURED, Modality.ASSERTED], Modality.ASSERTED),
        ([BELIEVED, Modality.REPORTED], Modality.REPORTED),
        ([RUMOURED, BELIEVED], BELIEVED),
        ([Modality.FORECAST, RUMOURED], RUMOURED),
    ],
)
def test_the_strongest_modality_counts(modalities: list[Modality], strongest: Modality) -> None:
    """A rumour that a source asserts is no rumour."""
    claims = [a_speech(f"c{number}", modality=modality) for number, modality in enumerate(modalities)]

    assert strongest is only(*claims).modality


def test_what_every_source_negates_is_a_negative_finding() -> None:
    """A dispute on that point is affirmed, and disputed."""
    assert Polarity.NEGATED is only(a_speech("a", polarity=NEGATED)).polarity
    assert Polarity.AFFIRMED is only(a_speech("a", polarity=NEGATED), a_speech("b")).polarity


def test_the_first_place_given_is_the_place() -> None:
    """A claim without a place leaves it to others."""
    assert "ford" == only(a_speech("a", **LABEL), a_speech("b", place="ford", **LABEL)).place


def test_copies_of_one_story_are_one_independent_source() -> None:
    """Sources are listed whole, and counted once."""
    sources = [a_source("wire"), a_source("paper", copy_of="wire"), a_source("radio", outlet="Radio")]
    claims = [a_speech(name, source=name) for name in ("paper", "radio", "wire")]
    finding = only(*claims, sources=sources)

    assert (("paper", "radio", "wire"), ("wire", "radio")) == (finding.sources, finding.independent)


def test_one_outlet_may_count_once() -> None:
    """If the rules say so."""
    sources = [a_source("one", outlet="Radio"), a_source("two", outlet="radio")]
    claims = [a_speech(name, source=name) for name in ("one", "two")]

    assert ("one", "two") == only(*claims, sources=sources).independent
    assert ("one",) == only(*claims, sources=sources, rules=some_rules(independence=Independence.OUTLET)).independent


def published(claims, **given):
    """Settle claims on sources of 2014 and 2016, and date the finding."""
    sources = [a_source("early", issued="2014-06-30"), a_source("late", issued="2016-06-30")]
    finding = only(*claims, sources=sources, **given)
    return {role: [str(span) for span in date.spans] for role, date in finding.dates.items()}, finding.status


def test_an_act_lies_before_its_first_source_was_published() -> None:
    """If the rules say so."""
    claims = a_move("a", date="happened=2014", source="early"), a_move("b", date="happened=2014", source="late")

    assert ({"happened": ["2014-01-01/2014-06-30"]}, Status.ACCEPTED) == published(claims, rules=BOUND)
    assert ({"happened": ["2014-01-01/2014-12-31"]}, Status.ACCEPTED) == published(claims)


def test_a_date_after_publication_is_left_for_a_person_to_see() -> None:
    """A rule does not hide a contradiction."""
    claim = a_move("a", date="happened=2015", source="early")

    assert ({"happened": ["2015-01-01/2015-12-31"]}, Status.ACCEPTED) == published([claim], rules=BOUND)


def test_a_state_lasts_as_long_as_the_latest_source_says() -> None:
    """An early source neither ends a bond nor contradicts a later one."""
    since = {"date": "happened=2013/..", **LABEL}
    claims = a_bond("a", "hill", "moor", source="early", **since), a_bond("b", "hill", "moor", source="late", **since)

    assert ({"happened": ["2013-01-01/2016-06-30"]}, Status.ACCEPTED) == published(claims, rules=BOUND)


def test_spells_of_a_state_in_several_sources_are_no_dispute() -> None:
    """Each says of its own time that it was so."""
    claims = [a_bond(f"b{year}", "hill", "moor", date=f"happened={year}", **LABEL) for year in (2014, 2016)]
    finding = only(*claims)

    assert (Status.ACCEPTED, "{2014,2016}") == (finding.status, str(finding.dates["happened"]))


def test_negatives_of_several_times_are_no_dispute() -> None:
    """That it was not so in one year does not contradict that it was not so in another."""
    claims = [a_speech(f"c{year}", date=f"published={year}", polarity=NEGATED, **LABEL) for year in (2014, 2015)]
    finding = only(*claims)

    assert (Status.ACCEPTED, "2014/2015") == (finding.status, str(finding.dates["published"]))


def test_papers_that_report_an_act_on_different_days_do_not_dispute_it() -> None:
    """The first report dates it."""
    claims = [
        a_move("a", date="reported=2015-12-30", source="s1", **LABEL),
        a_move("b", date="reported=2016-01-02", source="s2", coder="bob", **LABEL),
    ]
    finding = only(*claims)

    assert (Status.ACCEPTED, "2015-12-30") == (finding.status, str(finding.dates["reported"]))


def test_a_second_coder_who_read_less_does_not_dispute_what_a_first_found_elsewhere() -> None:
    """Confirming one source of two leaves the finding accepted."""
    first = a_move("a", source="s1", **LABEL), a_move("b", "hill+moor", source="s2", **LABEL)
    second = a_move("c", source="s1", coder="bob", **LABEL)

    assert (Status.ACCEPTED, Settlement.SINGLE) == verdict(*first)
    assert (Status.ACCEPTED, Settlement.UNANIMOUS) == verdict(*first, second)
