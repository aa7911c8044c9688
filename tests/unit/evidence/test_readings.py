"""What coders make of one act, and where they disagree."""

import pytest

from factories import BELIEVED, DENIED, NEGATED, RUMOURED, a_claim, a_codebook, a_move, a_passage, a_speech
from riven.evidence.readings import coding_conflict, position_conflict, read, sources_of, speaks_for
from riven.model.claim import Modality, Polarity

PASSAGES = {f"p-{source}": a_passage(f"p-{source}", source) for source in ("s1", "s2", "s3")}
SCORED = {variable.id for variable in a_codebook().variables.values() if variable.scored}


def conflict(*claims, fills=False):
    """Compare the coders of some claims."""
    return coding_conflict(claims, SCORED, PASSAGES, fills=fills)


def test_one_claim_reads_as_it_was_coded() -> None:
    """There is nothing to merge."""
    claim = a_speech("c")
    reading = read([claim], fills=False)

    assert (claim.roles, claim.values, "") == (reading.roles, reading.values, reading.conflict)
    assert {"published": "2015"} == {role: str(date) for role, date in reading.dates.items()}


def test_claims_complete_each_other() -> None:
    """What one source names and another does not is kept, each once."""
    claims = [
        a_claim("a", roles="who=hill at=river", values="tone=warn"),
        a_claim("b", roles="who=hill at=river+delta for=moor", values="tone=warn+scold heard=yes"),
    ]
    reading = read(claims, fills=False)

    assert {"who": ("hill",), "at": ("river", "delta"), "for": ("moor",)} == reading.roles
    assert {"tone": ("warn", "scold"), "heard": ("yes",)} == reading.values


def test_an_act_is_dated_by_what_all_claims_allow() -> None:
    """A year and a month of it are the month."""
    reading = read([a_move("a", date="happened=2015"), a_move("b", date="happened=2015-06")], fills=False)

    assert ("2015-06", "") == (str(reading.dates["happened"]), reading.conflict)


def test_dates_that_share_no_day_are_a_conflict_and_all_stay_open() -> None:
    """The conflict names the date and every version of it."""
    reading = read([a_move("a", date="happened=2015"), a_move("b", date="happened=2016-02")], fills=False)

    assert "no day suits every date given for when it was happened: '2015; 2016-02'" == reading.conflict
    assert "[2015,2016-02]" == str(reading.dates["happened"])


def test_a_state_fills_the_dates_of_every_claim() -> None:
    """What one source says of 2014 and another of 2016 is no contradiction."""
    reading = read([a_move("a", date="happened=2014"), a_move("b", date="happened=2016")], fills=True)

    assert ("{2014,2016}", "") == (str(reading.dates["happened"]), reading.conflict)


def test_each_report_has_a_day_of_its_own_and_the_first_counts() -> None:
    """That newspapers print a story on different days is no contradiction."""
    claims = [a_move("a", date="reported=2015-03-02", source="s1"), a_move("b", date="reported=2016", source="s2")]
    reading = read(claims, fills=False)

    assert ("2015-03-02", "") == (str(reading.dates["reported"]), reading.conflict)


def test_only_the_first_conflict_of_dates_is_told() -> None:
    """One sentence is enough to see that somebody must look."""
    claims = [a_speech("a", date="made=2014 published=2014"), a_speech("b", date="made=2015 published=2015")]

    assert "when it was made" in read(claims, fills=False).conflict


@pytest.mark.parametrize(
    ("ours", "theirs", "expected"),
    [
        ({}, {}, ""),
        ({}, {"polarity": NEGATED}, "a affirm it, b say that it is not so"),
        ({"modality": RUMOURED}, {"polarity": NEGATED}, "a affirm it, b say that it is not so"),
        ({}, {"modality": DENIED}, "a say so, b deny it"),
        ({"modality": Modality.REPORTED}, {"modality": DENIED}, "a say so, b deny it"),
        ({"modality": RUMOURED}, {"modality": DENIED}, ""),
        ({"modality": BELIEVED}, {"modality": DENIED}, ""),
        ({"modality": DENIED}, {"modality": DENIED}, ""),
    ],
)
def test_sources_contradict_each_other_when_one_says_so_and_one_does_not(
    ours: dict[str, object], theirs: dict[str, object], expected: str
) -> None:
    """The denial of a rumour contradicts nobody, since nobody said that it is so."""
    assert expected == position_conflict([a_speech("a", **ours), a_speech("b", **theirs)])


@pytest.mark.parametrize(
    ("claim", "modality", "expected"),
    [
        ({}, Modality.ASSERTED, True),
        ({"polarity": NEGATED}, Modality.ASSERTED, False),
        ({"modality": DENIED}, RUMOURED, False),
        ({"modality": DENIED}, DENIED, True),
    ],
)
def test_a_claim_speaks_for_a_finding_it_does_not_contradict(
    claim: dict[str, object], modality: Modality, expected: bool
) -> None:
    """Its polarity is that of the finding, and it denies nothing that others say."""
    assert expected is speaks_for(a_speech("c", **claim), Polarity.AFFIRMED, modality)


def test_a_claim_rests_on_the_sources_of_its_passages() -> None:
    """Each once, in order."""
    passages = PASSAGES | {"p-again": a_passage("p-again", "s2")}
    claim = a_speech("c", source="s2 s1 again")

    assert ("s2", "s1") == sources_of(claim, passages)


def test_coders_who_code_alike_agree() -> None:
    """The same roles, values and days; the order of a set is nothing."""
    one = a_speech("a", values="tone=warn+scold", at="river+delta")
    other = a_speech("b", values="tone=scold+warn", at="delta+river", coder="bob")

    assert "" == conflict(one, other)


def test_a_blank_is_no_disagreement() -> None:
    """Who left a cell empty has said nothing about it."""
    one = a_claim("a", roles="who=hill at=river", values="tone=warn")
    other = a_claim("b", roles="who=hill for=moor", values="heard=yes", coder="bob")

    assert "" == conflict(one, other)


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (a_speech("b", "moor", coder="bob"), "ann coded who as 'hill', bob as 'moor'"),
        (a_speech("b", values="tone=warn", coder="bob"), "ann coded tone as 'scold', bob as 'warn'"),
        (
            a_speech("b", date="published=2016", coder="bob"),
            "ann coded the date it was published as '2015', bob as '2016'",
        ),
        (a_speech("b", values="tone=scold remark=odd", coder="bob"), ""),
    ],
)
def test_coders_disagree_on_roles_scored_variables_and_days(other: object, expected: str) -> None:
    """Free remarks are not scored."""
    assert expected == conflict(a_speech("a", values="tone=scold remark=plain"), other)


def test_coders_are_compared_on_the_sources_both_read() -> None:
    """What one of them found in a source of his own the other could not code."""
    ours = a_speech("a", at="river", source="s1")
    theirs = [a_speech("b", at="river", source="s1", coder="bob"), a_speech("c", at="delta", source="s2", coder="bob")]

    assert "" == conflict(ours, *theirs)
    assert "" == conflict(*theirs, ours)


def test_coders_who_disagree_on_a_source_both_read_disagree_whatever_else_they_read() -> None:
    """A second source does not cover up the first."""
    ours = [a_speech("a", at="river"), a_speech("x", at="delta", source="s2")]

    assert "ann coded at as 'river', bob as 'delta'" == conflict(*ours, a_speech("b", at="delta", coder="bob"))


def test_coders_who_read_nothing_in_common_are_compared_on_what_they_read() -> None:
    """Two sources that name different actors for one act are worth a look."""
    ours, theirs = a_speech("a", source="s1"), a_speech("b", "moor", source="s2", coder="bob")

    assert "ann coded who as 'hill', bob as 'moor'" == conflict(ours, theirs)


def test_days_of_different_sources_are_no_disagreement_of_coders() -> None:
    """Two sources may report on two days; two coders of one source may not."""
    ours = a_move("a", date="reported=2015-01-02", source="s1")
    elsewhere = a_move("b", date="reported=2015-01-03", source="s2", coder="bob")
    same = a_move("b", date="reported=2015-01-03", source="s1", coder="bob")

    assert "" == conflict(ours, elsewhere)
    assert "the date it was reported" in conflict(ours, same)


def test_spells_of_a_state_are_a_disagreement_only_in_one_source() -> None:
    """What a source says of 2014 cannot be coded as 2016 by another coder."""
    ours = a_move("a", date="happened=2014", source="s1")

    assert "" == conflict(ours, a_move("b", date="happened=2016", source="s2", coder="bob"), fills=True)
    assert "happened" in conflict(ours, a_move("b", date="happened=2016", source="s1", coder="bob"), fills=True)
