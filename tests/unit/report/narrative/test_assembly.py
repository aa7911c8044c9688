"""The whole account as a document."""

from dataclasses import replace

import pytest

from narrative_factory import WORKED, block, document_text, shown, text_of, worked
from riven.model.account import EditedText
from riven.report.narrative.assembly import EDITED, tell
from riven.report.narrative.document import Picture
from riven.report.narrative.edits import State


def sections(document):
    """Find the sections of a document by their anchors."""
    return {each.anchor: each for chapter in document.chapters for each in chapter.sections}


def edited(name="heron-command.said", text="The Herons spoke [@heron-threat].", **evidence):
    """Assemble the invented study with a text of the researchers."""
    held = worked()
    now = held.assembly()
    prints = now.prints.of(block(now, name))
    return held.assembly([EditedText(name, prints | evidence, text)])


def test_an_account_goes_from_the_question_over_every_rival_to_its_sources() -> None:
    """In the order of the argument."""
    document = worked().assembly().document()

    assert [
        "introduction",
        "group-consortium",
        "group-heron-command",
        "group-salt-militia",
        "group-copper-brotherhood",
        "group-lighthouse-families",
        "method",
        "limits",
        "references",
    ] == [chapter.anchor for chapter in document.chapters]


@pytest.mark.parametrize("path", [WORKED, None])
def test_every_citation_leads_to_a_reference(path) -> None:
    """And every reference is cited."""
    document = (worked(path) if path else worked()).assembly().document()
    blocks = [each for chapter in document.chapters for section in chapter.sections for each in section.blocks]
    lines = [line for each in blocks for line in (each.items if each.sort == "listing" else (each.line,))]
    cited = {piece.target for line in lines for piece in line if piece.target}
    entries = {entry.anchor for entry in document.chapters[-1].blocks[-1].entries}

    assert cited <= entries
    assert entries


def test_a_source_is_named_once_in_a_paragraph_as_long_as_it_goes_on() -> None:
    """After that only the place in it is given."""
    text = document_text(worked().assembly().document())

    assert "The northern cell belongs to the Brotherhood (p. 5). It has a seat in the League (p. 8)." in text


def test_a_text_of_the_researchers_stands_where_the_generated_one_would() -> None:
    """Marked as theirs, its citations set, and nothing else changed."""
    document = edited().document()
    blocks = sections(document)["block-heron-command.said"].blocks
    generated = worked().assembly().document()
    others = {own: each for own, each in sections(document).items() if own != "block-heron-command.said"}

    assert [EDITED, "The Herons spoke (Boletín de las siete (inventado) 2021, para. 5"] == [
        shown(blocks[0].line),
        shown(blocks[1].line).partition("; Amenaza")[0],
    ]
    assert others == {own: each for own, each in sections(generated).items() if own in others}


def test_a_text_whose_evidence_changed_is_flagged_there_and_at_the_head() -> None:
    """With what changed; the text stays."""
    assembly = edited(**{"claim gone": "0"})
    document = assembly.document()
    blocks = sections(document)["block-heron-command.said"].blocks

    assert "claim gone is gone" in shown(document.blocks[0].line)
    assert blocks[1].is_warning
    assert shown(blocks[2].line).startswith("The Herons spoke (")
    assert [State.CHANGED] == [each.state for each in assembly.standings if each.block == "heron-command.said"]


def test_a_text_without_a_place_is_kept_at_the_end() -> None:
    """Nothing of a person is lost."""
    assembly = worked().assembly([EditedText("gone.said", {}, "Kept all the same.")])
    document = assembly.document()

    assert "Kept all the same." in document_text(document)
    assert "homeless" == document.chapters[-2].anchor
    assert "has no place in this account any more" in shown(document.blocks[0].line)


def test_what_a_text_cites_in_vain_is_flagged() -> None:
    """Where it stands."""
    blocks = sections(edited(text="Said [@nobody].").document())["block-heron-command.said"].blocks

    assert "It cites what the study does not hold: nobody." == shown(blocks[1].line)


def test_a_passage_a_claim_and_a_finding_may_be_cited() -> None:
    """Each leads to the same places."""
    texts = {
        own: document_text(edited(text=f"Said [@{own}].").document()).partition("Said ")[2].partition("\n")[0]
        for own in ("p-br-quarry", "k-quarry", "f-k-quarry")
    }

    assert {"(Institute of Invented Rivers 2022, p. 4)."} == set(texts.values())


def test_a_study_without_rivals_says_so() -> None:
    """With the rule that decides."""
    held = worked()
    none = tuple(replace(verdict, rival=False) for verdict in held.content.rivals)
    bare = replace(held, content=replace(held.content, rivals=none, camps=()))
    text = document_text(bare.assembly().document())

    assert "No group of the study is a rival. A rival is a house with any tie to Ombará Consortium" in text


def test_figures_have_a_chapter_of_their_own() -> None:
    """Before the references."""
    picture = Picture("figure-1", "figures/1.svg", b"<svg/>", b"", "A caption.", "What it shows.")
    document = replace(worked().assembly(), pictures=(picture,)).document()

    assert (picture,) == document.chapters[-2].blocks


def test_generating_again_gives_the_same() -> None:
    """Block by block."""
    held = worked()

    assert tell(held.content, held.arguments, ()) == tell(held.content, held.arguments, ())
    assert text_of(held.assembly().told.blocks[0])
