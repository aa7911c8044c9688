"""Sentences before they are set."""

from riven.report.blocks import Look, Piece, Prose
from riven.report.narrative.sentences import Block, Cite, Sentence, free, name, remark, set_line, set_prose

TOLD = Sentence((free("They left"), Piece(" "), Cite(("p-1", "p-2")), Piece(".")), ("f-1",))


def cite(passages):
    """Set a citation of passages."""
    return (Piece(f"({'+'.join(passages)})"),)


def test_a_paragraph_is_set_with_its_citations_in_place() -> None:
    """A space between sentences."""
    line = set_line((TOLD, remark("That is all.")), cite)

    assert "They left (p-1+p-2). That is all." == "".join(piece.text for piece in line)


def test_an_empty_paragraph_is_left_out() -> None:
    """And each paragraph begins its citations anew."""
    begun = []

    def begin():
        begun.append(1)
        return cite

    assert (Prose((Piece("One."),)),) == set_prose([(remark("One."),), ()], begin)
    assert 2 == len(begun)


def test_a_sentence_knows_what_it_cites_and_says() -> None:
    """Its text is what a reader sees but for citations."""
    assert ("p-1", "p-2") == TOLD.passages
    assert "They left ." == TOLD.text
    assert () == remark("One.").findings


def test_a_block_knows_what_it_rests_on() -> None:
    """Once each."""
    expected = Sentence((free("Will they?"),), (), ("q-1",))
    block = Block("a.said", "Said", ((TOLD, TOLD), (expected,)), evidence=("f-2",))

    assert ("f-1", "f-2") == block.findings
    assert ("q-1",) == block.expectations


def test_names_and_free_texts_keep_their_own_direction() -> None:
    """Each by its look."""
    assert (Look.NAME, Look.FREE) == (name("A").look, free("A").look)
