"""The account of the worked study, sentence by sentence."""

from dataclasses import replace

import pytest

from narrative_factory import WORKED, block, document_text, text_of, worked
from riven.model.account import EditedText
from riven.report.narrative.assembly import Assembly
from riven.report.narrative.edits import State
from riven.report.narrative.sorting import Part

RIVALS = ("afghan-taliban", "haqqani-network", "let", "jud", "imu", "ttp")


@pytest.fixture(scope="module")
def account() -> Assembly:
    """The account, without a text of the researchers."""
    return worked(WORKED).assembly()


def test_each_of_the_six_rivals_has_the_five_parts_in_order(account: Assembly) -> None:
    """Those of one mind first, then those that are divided."""
    expected = [f"{rival}.{part}" for rival in RIVALS for part in Part]

    assert expected == [each.id for each in account.told.blocks if each.id.partition(".")[0] in RIVALS]


def test_the_divided_are_those_of_the_article(account: Assembly) -> None:
    """The others do not get along."""
    titles = {rival: block(account, f"{rival}.why").title for rival in RIVALS}

    assert ["imu", "ttp"] == [rival for rival, title in titles.items() if title == "Why they are divided"]
    assert {"Why they do not get along"} == {titles[rival] for rival in RIVALS[:4]}


def test_every_sentence_that_states_something_is_cited(account: Assembly) -> None:
    """With a place in a source of the study."""
    sentences = [each for one in account.told.blocks for paragraph in one.paragraphs for each in paragraph]
    stating = [each for each in sentences if each.findings or each.expectations]

    assert len(stating) > 300
    assert [] == [each.text for each in stating if not set(each.passages) & set(account.content.passages)]


def test_every_finding_is_told_somewhere_once(account: Assembly) -> None:
    """In the account of one rival or of the focal actor; one that names several rivals in that of each."""
    told = {own for each in account.told.blocks for own in each.findings}
    findings = account.content.findings
    sorting = worked(WORKED).sorting()
    concerned = {
        own
        for own, each in findings.items()
        if sorting.is_focal(each) or any(sorting.concerns(each, rival) for rival in RIVALS)
    }

    assert concerned <= told


def test_what_is_said_of_a_group_reads_as_english(account: Assembly) -> None:
    """Dates in front, what is open behind, inheritance with its rule."""
    assert text_of(block(account, "haqqani-network.said")).startswith(
        "Statement. Undated in the sources: The Haqqani Network put out no text of its own against ISK . "
        "Inherited from Afghan Taliban, whose acts count for Haqqani Network by this rule: “A statement made for a "
        "movement as a whole may be counted for its components; it is never more than possible”"
    )
    assert text_of(block(account, "haqqani-network.left")).startswith(
        "Defection. Reported in 2016: Word came out that commanders of rank in the Haqqani Network had thrown in their "
        "lot with ISK  – told on the word of others. This rests on the word of one source. In Figure 2"
    )


def test_a_finding_that_is_taken_out_takes_its_sentence_along(account: Assembly) -> None:
    """And nothing else says it."""
    held = worked(WORKED)
    claims = {own: each for own, each in held.study.claims.items() if own != "de-taliban-fighters-2015"}
    without = document_text(held.changed(claims=claims).assembly().document())

    assert "Taliban fighters went over to Baghdadi" in document_text(account.document())
    assert "Taliban fighters went over to Baghdadi" not in without


def test_a_text_is_kept_and_flagged_when_a_claim_is_read_anew(account: Assembly) -> None:
    """With the claim by name."""
    held = worked(WORKED)
    name = "afghan-taliban.left"
    edit = EditedText(name, account.prints.of(block(account, name)), "In our own words [@de-hekmetullah].")
    reread = replace(held.study.claims["de-hekmetullah"], paraphrase="Hekmetullah changed sides.")
    after = held.changed(claims={**held.study.claims, reread.id: reread}).assembly([edit])
    (standing,) = [each for each in after.standings if each.block == name]

    assert (State.CHANGED, ("claim de-hekmetullah reads otherwise",)) == (standing.state, standing.changes)
    assert "In our own words (Jadoon, Jahanbani and Willis 2018, para. 5 n. 7)." in document_text(after.document())
