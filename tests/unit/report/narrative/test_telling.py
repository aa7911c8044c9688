"""A finding in a sentence."""

from dataclasses import replace

from report_factory import a_claim, a_content, a_finding
from riven.dates import parse
from riven.model.claim import Confidence, Modality
from riven.model.codebook import DateRole
from riven.model.finding import Status
from riven.model.panel import PathStep
from riven.report.evidence import Evidence
from riven.report.narrative.sentences import Cite
from riven.report.narrative.telling import Telling


def telling(content=None):
    """Prepare to tell."""
    content = content or a_content()
    return Telling(content, Evidence(content))


def content_with(claims, **finding):
    """Build a study of one finding."""
    held = {each.id: each for each in claims}
    found = a_finding("f", tuple(held), finding.pop("sources", ("report",)), **finding)
    return a_content(claims=held, findings={"f": found})


def told(claims, **finding):
    """Tell one finding; citations are shown as passages in braces."""
    sentence = telling(content_with(claims, **finding)).sentence("f")
    return "".join(f"{{{' '.join(e.passages)}}}" if isinstance(e, Cite) else e.text for e in sentence.said)


def test_a_finding_is_told_with_its_date_its_words_and_its_place() -> None:
    """The words are the coder's."""
    assert "In March 2015, the council told the newcomers to leave {p-1}." == told([a_claim("c", ["p-1"])])


def test_claims_of_one_source_are_told_once_and_cited_all() -> None:
    """Two readings of one place are no two events."""
    claims = [a_claim("c", ["p-1"]), a_claim("d", ["p-1"], paraphrase="It told them so.")]

    assert "In March 2015, the council told the newcomers to leave {p-1}." == told(claims)


def test_another_source_is_heard_in_its_own_words() -> None:
    """And whether it is independent is said."""
    claims = [a_claim("c", ["p-1"]), a_claim("d", ["p-2"], paraphrase="A letter says so.")]
    text = told(claims, sources=("report", "letter"))

    assert (
        "In March 2015, the council told the newcomers to leave {p-1}. Another source: A letter says so {p-2} – told "
        "by 2 sources independently." == text
    )


def test_sources_that_say_the_same_words_are_told_once() -> None:
    """Both are cited; a copy counts as the story it repeats."""
    claims = [a_claim("c", ["p-1"]), a_claim("d", ["p-2"])]
    text = told(claims, sources=("report", "letter"), independent=("report",))

    assert text.endswith("to leave {p-1 p-2} – told by 2 sources that repeat one story, and count as one.")


def test_every_reading_of_a_disputed_act_is_told() -> None:
    """With the reason."""
    claims = [a_claim("c", ["p-1"]), a_claim("d", ["p-1"], paraphrase="It kept silent.")]
    text = told(claims, status=Status.DISPUTED, reason="Disputed: one reads this, one reads that.")

    assert "In another reading: It kept silent {p-1}. Disputed: one reads this" in text


def test_how_a_source_puts_it_is_said() -> None:
    """In words, for each way but its own voice."""
    for modality, words in (
        (Modality.REPORTED, "told on the word of others"),
        (Modality.BELIEVED, "believed, not known"),
        (Modality.RUMOURED, "no more than a rumour"),
        (Modality.DENIED, "coded as a denial"),
        (Modality.FORECAST, "a forecast"),
    ):
        assert told([a_claim("c", ["p-1"])], modality=modality).endswith(f" – {words}.")
    low = told([a_claim("c", ["p-1"], confidence=Confidence.LOW)])
    assert low.endswith(" – read with low confidence.")


def test_a_date_the_words_give_themselves_is_not_told_twice() -> None:
    """The sentence has it."""
    text = told([a_claim("c", ["p-1"], paraphrase="In March 2015 the council spoke.")])

    assert "In March 2015 the council spoke {p-1}." == text


def test_a_finding_without_words_is_told_by_its_roles() -> None:
    """In the words of the codebook."""
    text = told([a_claim("c", ["p-1"], paraphrase="")], dates={})

    assert "Statement: Speaker: Council of the Valley; Against: The Newcomers; Act: Condemns {p-1}." == text


def test_findings_stand_by_kind_and_date_and_undated_ones_last() -> None:
    """Kinds in the order of the codebook, or as asked."""
    content = a_content()
    content = replace(
        content,
        findings={
            **content.findings,
            "f-0": a_finding("f-0", ("c-0",), ("report",), dates={DateRole.MADE: parse("2014")}),
        },
    )
    teller = telling(content)

    def order(**asked):
        paragraphs = teller.paragraphs(["f-lineage", "f-3", "f-1", "f-0"], labelled=True, **asked)
        return [[own for sentence in paragraph for own in sentence.findings] for paragraph in paragraphs]

    assert [["f-0", "f-1", "f-3"], ["f-lineage"]] == order()
    assert [["f-lineage"], ["f-0", "f-1", "f-3"]] == order(first=("lineage",))
    texts = [sentence.text for paragraph in teller.paragraphs(["f-1", "f-3"], labelled=True) for sentence in paragraph]
    assert ["Statement.", "No source dates what follows."] == [texts[0], texts[2]]
    (alone,) = teller.paragraphs(["f-3"], labelled=False)
    assert "Undated in the sources:" == alone[0].text


def test_inheritance_is_told_with_its_rule_and_cited() -> None:
    """Each step by the finding it rests on."""
    step = PathStep("movement", "council", "collective-statement", "f-lineage")
    sentence = telling().path((step,), "council")

    assert sentence.text.startswith("Inherited from The Movement, whose acts count for Council of the Valley by this")
    assert "“What the movement says counts for its parts”" in sentence.text
    assert ("p-3",) == sentence.passages
    assert ("f-lineage",) == sentence.findings


def test_how_many_sources_stand_behind_a_text_is_said_once() -> None:
    """One, one each, or where it is said."""
    teller = telling()
    assert "This rests on the word of one source." == teller.support(["f-2"]).text
    assert "All of this rests on the word of one source." == teller.support(["f-2", "f-lineage"]).text
    assert "Each of these findings rests on the word of one source." == teller.support(["f-2", "f-3"]).text
    assert teller.support(["f-1", "f-3"]).text.startswith("Where nothing else is said")
    assert None is teller.support(["f-1"])
    assert None is teller.support([])


def test_passages_and_findings_are_found_by_each_other() -> None:
    """Once each."""
    assert ("p-1", "p-2") == telling().passages(["f-1", "f-1", "gone"])
    assert ("f-1", "f-2") == telling().claims_findings(["c-3", "c-1", "c-2"])
    assert "gone" == telling().name("gone")
