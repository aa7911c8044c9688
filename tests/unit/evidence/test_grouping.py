"""Which claims are about one act."""

import pytest

from factories import NEGATED, RUMOURED, a_claim, a_codebook, a_kinship, a_move, a_speech
from riven.evidence.grouping import group
from riven.model.claim import Verdict

ACCEPTED, REJECTED = Verdict.ACCEPTED, Verdict.REJECTED


def acts(*claims, by_key=True, suggesting=()):
    """Group claims; the claims of each act, by its name."""
    found = group(claims, codebook=a_codebook(), by_key=by_key, suggesting=suggesting)
    return {act.id: [claim.id for claim in act.claims] for act in found}


def test_a_label_makes_claims_one_act_whatever_they_say() -> None:
    """Coders know best what belongs together."""
    claims = a_speech("a", date="published=2015", finding="letter"), a_speech("b", "moor", finding="letter")

    assert {"letter": ["a", "b"]} == acts(*claims)


def test_claims_that_agree_on_what_identifies_an_act_are_one() -> None:
    """An unlabelled act is named after its first claim."""
    claims = a_speech("b", values="tone=scold heard=yes"), a_speech("a", values="tone=scold remark=odd")

    assert {"f-a": ["a", "b"]} == acts(*claims)


def test_polarity_and_modality_do_not_set_acts_apart() -> None:
    """Otherwise a source could not contradict another."""
    assert {"f-a": ["a", "b", "c"]} == acts(
        a_speech("a"), a_speech("b", polarity=NEGATED), a_speech("c", modality=RUMOURED)
    )


@pytest.mark.parametrize(
    "other",
    [
        {"who": "moor"},
        {"date": "published=2016"},
        {"date": "made=2015"},
        {"date": ""},
        {"values": "tone=warn"},
        {"at": "river+delta"},
        {"place": "ford"},
    ],
    ids=str,
)
def test_claims_that_differ_in_what_identifies_an_act_are_two(other: dict[str, str]) -> None:
    """Roles, identifying variables, dates and place."""
    assert {"f-a": ["a"], "f-b": ["b"]} == acts(a_speech("a"), a_speech("b", **other))


def test_kinds_are_never_one_act() -> None:
    """A label used for two kinds names the second with its kind."""
    claims = a_speech("a", finding="x"), a_move("b", finding="x")

    assert {"x": ["b"], "x.speech": ["a"]} == acts(*claims)


def test_a_date_written_differently_and_a_place_spelt_differently_are_the_same() -> None:
    """Days count, not letters."""
    one = a_speech("a", date="published=2015", place="The  Ford")
    other = a_speech("b", date="published=2015-01/2015-12", place="the ford ")

    assert {"f-a": ["a", "b"]} == acts(one, other)


def test_without_grouping_by_key_each_unlabelled_claim_is_an_act() -> None:
    """The rules of a study may leave grouping to coders."""
    assert {"f-a": ["a"], "f-b": ["b"], "l": ["c", "d"]} == acts(
        a_speech("a"), a_speech("b"), a_speech("c", finding="l"), a_speech("d", finding="l"), by_key=False
    )


def test_a_correction_takes_the_place_of_what_it_corrects() -> None:
    """Chains of corrections end in the last one."""
    claims = a_speech("a"), a_speech("b", "moor", supersedes=("a",)), a_speech("c", "lake", supersedes=("b",))

    assert {"f-c": ["c"]} == acts(*claims)


def test_withdrawing_a_correction_brings_back_what_it_corrected() -> None:
    """Claims are never deleted, so nothing is lost."""
    claims = a_speech("a"), a_speech("b", "moor", supersedes=("a",))

    assert {"f-a": ["a"]} == acts(claims[0])
    assert {"f-b": ["b"]} == acts(*claims)


def test_claims_that_correct_or_settle_each_other_in_a_circle_leave_nothing() -> None:
    """A folder with such a circle does not read; here it does not hang."""
    assert {} == acts(a_speech("a", supersedes=("b",)), a_speech("b", supersedes=("a",)))
    assert {} == acts(a_speech("a", settles=("b",), verdict=ACCEPTED), a_speech("b", settles=("a",), verdict=ACCEPTED))


def test_a_model_corrects_models_and_nobody_else() -> None:
    """A suggestion cannot remove what a person coded."""
    person, model = a_speech("a"), a_speech("m", "lake", coder="bot")
    over_person = a_speech("n", "moor", coder="bot", supersedes=("a",))
    over_model = a_speech("o", "moor", coder="bot", supersedes=("m",))

    assert {"f-a": ["a"], "f-n": ["n"]} == acts(person, over_person, suggesting={"bot"})
    assert {"f-o": ["o"]} == acts(model, over_model, suggesting={"bot"})
    assert {"f-n": ["n"]} == acts(person, over_person)


def test_an_act_is_named_after_its_first_claim_that_counts() -> None:
    """Suggestions come and go without renaming what people coded."""
    person, model = a_speech("b"), a_speech("a", coder="bot")

    assert {"f-b": ["a", "b"]} == acts(person, model, suggesting={"bot"})
    assert {"f-a": ["a"]} == acts(model, suggesting={"bot"})


def test_an_adjudication_joins_what_it_settles_and_stands_for_it() -> None:
    """What it settles is no longer counted by itself."""
    claims = a_speech("a"), a_speech("b", "moor", coder="bob"), a_speech("j", settles=("a", "b"), verdict=ACCEPTED)
    (act,) = group(claims, codebook=a_codebook(), by_key=True)

    assert ("f-a", ["j"], ["j"]) == (act.id, [c.id for c in act.claims], [c.id for c in act.adjudications])


def test_claims_like_one_that_was_settled_are_about_the_same_act() -> None:
    """They stand beside the adjudication."""
    claims = a_speech("a"), a_speech("j", "moor", settles=("a",), verdict=ACCEPTED), a_speech("s", source="s2")

    assert {"f-a": ["j", "s"]} == acts(*claims)


def test_claims_like_what_an_adjudication_accepts_are_about_the_same_act() -> None:
    """A third source that says just that is not another act."""
    claims = a_speech("a"), a_speech("j", "moor", settles=("a",), verdict=ACCEPTED), a_speech("s", "moor", source="s2")

    assert {"f-a": ["j", "s"]} == acts(*claims)


def test_what_a_rejection_repeats_joins_nothing() -> None:
    """It says that something was not so, and nothing of what else was."""
    claims = a_speech("a"), a_speech("j", "moor", settles=("a",), verdict=REJECTED), a_speech("s", "moor", source="s2")

    assert {"f-a": ["j"], "f-s": ["s"]} == acts(*claims)


def test_an_adjudication_that_is_settled_itself_gives_way_and_keeps_what_it_settled() -> None:
    """The last word is that of the last adjudication."""
    claims = (
        a_speech("a"),
        a_speech("j", settles=("a",), verdict=REJECTED),
        a_speech("k", settles=("j",), verdict=ACCEPTED),
    )
    (act,) = group(claims, codebook=a_codebook(), by_key=True)

    assert (["k"], ["k"]) == ([c.id for c in act.claims], [c.id for c in act.adjudications])


def test_an_adjudication_that_is_corrected_no_longer_settles() -> None:
    """Its successor decides what it settles."""
    claims = (
        a_speech("a"),
        a_speech("b", "moor"),
        a_speech("j", settles=("a", "b"), verdict=ACCEPTED),
        a_speech("k", settles=("a",), supersedes=("j",), verdict=ACCEPTED),
    )

    assert {"f-a": ["k"], "f-b": ["b"]} == acts(*claims)


def test_a_model_settles_nothing() -> None:
    """Only people adjudicate."""
    claims = a_speech("a"), a_speech("m", "moor", coder="bot", settles=("a",), verdict=ACCEPTED)

    assert {"f-a": ["a"], "f-m": ["m"]} == acts(*claims, suggesting={"bot"})


def test_an_adjudication_of_a_claim_that_was_withdrawn_still_stands() -> None:
    """It is a judgement on the act in its own right."""
    assert {"f-j": ["j"]} == acts(a_speech("j", settles=("gone",), verdict=ACCEPTED))


def test_an_act_joined_from_several_labels_bears_that_of_the_adjudication() -> None:
    """Else that of its first claim."""
    claims = a_speech("a", finding="one"), a_speech("b", "moor", finding="two")
    named = a_speech("j", settles=("a", "b"), verdict=ACCEPTED, finding="two")
    unnamed = a_speech("j", settles=("a", "b"), verdict=ACCEPTED)

    assert {"two": ["j"]} == acts(*claims, named)
    assert {"one": ["j"]} == acts(*claims, unnamed)


def test_no_two_acts_bear_one_name() -> None:
    """Labels come first; what is derived gives way."""
    claims = (
        a_speech("a", finding="x"),
        a_move("b", finding="x"),
        a_kinship("c", "hill", "moor", "part-of", finding="x"),
        a_speech("d", "lake", finding="x.speech"),
        a_claim("e"),
        a_move("f", "lake", finding="f-e"),
        a_move("g", "moor", finding="f-f-e"),
    )

    assert {
        "x": ["c"],
        "x.move": ["b"],
        "x.speech": ["a"],
        "x.speech.speech": ["d"],
        "f-e": ["f"],
        "f-f-e": ["g"],
        "f-f-e2": ["e"],
    } == acts(*claims)


def test_acts_come_by_kind_as_the_codebook_has_them_and_by_name() -> None:
    """Whatever the order of the claims."""
    claims = [a_kinship("k", "hill", "moor", "part-of"), a_move("m"), a_speech("s"), a_speech("a", "moor")]

    assert ["f-a", "f-s", "f-m", "f-k"] == list(acts(*claims))
    assert acts(*claims) == acts(*reversed(claims))
