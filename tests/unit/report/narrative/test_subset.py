"""The part of Markdown that a text of the researchers may use."""

import pytest

from narrative_factory import shown
from riven.report.blocks import Listing, Look, Piece, Prose
from riven.report.narrative.sentences import Block, Cite, Sentence, free, remark
from riven.report.narrative.subset import read_text, written_block

KNOWN = {"p-1": ("p-1",), "p-2": ("p-2",), "claim.x": ("p-1", "p-2")}


def read(text):
    """Read a text: its blocks, and what it cites in vain."""
    found = read_text(text, lambda name: KNOWN.get(name, ()), lambda passages: (Piece(f"<{'+'.join(passages)}>"),))
    return found.blocks, found.unknown


def looks(text):
    """Read one paragraph as texts with their looks."""
    ((block,), _) = read(text)
    return [(piece.text, piece.look) for piece in block.line]


def test_paragraphs_and_lists_are_read() -> None:
    """Lines of a paragraph are joined; an indented line goes on with its item."""
    blocks, _ = read("One\ntwo.\n\n- a\n  b\n- c\nThree.\n\n\n* d")

    assert [Prose, Listing, Prose, Listing] == [type(block) for block in blocks]
    assert "One two." == shown(blocks[0].line)
    assert ["a b", "c"] == [shown(item) for item in blocks[1].items]
    assert ["d"] == [shown(item) for item in blocks[3].items]


def test_strong_and_emphasis_are_read() -> None:
    """And a mark that is meant as itself."""
    assert [
        ("A ", Look.FREE),
        ("b", Look.STRONG),
        (" and ", Look.FREE),
        ("c d", Look.EMPHASIS),
        (" 2*3 [x] *y*.", Look.FREE),
    ] == looks(r"A **b** and *c d* 2\*3 [x] \*y\*.")


def test_citations_are_set_and_unknown_ones_told() -> None:
    """Of passages, claims and findings."""
    ((block,), unknown) = read("Said [@p-1; @p-2], twice [@claim.x; @gone].")

    assert "Said <p-1+p-2>, twice [@gone?]<p-1+p-2>." == shown(block.line)
    assert ("gone",) == unknown


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "[x](javascript:alert(1))",
        "![x](http://example.org/x.png)",
        "# no heading",
        "`code` ~~no~~ $x$ #let @x",
        "| a | b |",
        "1. one",
        "&lt;b&gt;",
        "** a ** * b *",
        "[@not an id]",
    ],
)
def test_everything_else_is_text(text: str) -> None:
    """It shows as itself."""
    ((block,), unknown) = read(text)

    assert text == shown(block.line)
    assert {Look.FREE} == {piece.look for piece in block.line}
    assert () == unknown


def test_a_generated_block_reads_back_as_the_same_words_and_citations() -> None:
    """Whatever marks its texts hold."""
    paragraph = (
        remark(Piece("Kind.", Look.STRONG)),
        Sentence((free("- A *star* [@p-1] \\ b"), Piece(" "), Cite(("p-1", "p-2")), Piece(".")), ("f",)),
    )
    block = Block("a.said", "Said", ((Sentence((free("- dash"),)),), paragraph))
    blocks, unknown = read(written_block(block))

    assert ["- dash", "Kind. - A *star* [@p-1] \\ b <p-1+p-2>."] == [shown(each.line) for each in blocks]
    assert () == unknown


def test_a_list_is_written_as_a_list() -> None:
    """One line an item."""
    block = Block("limits", "Limits", ((remark("One."),), (remark("Two."),)), listed=True)

    assert "- One.\n- Two.\n" == written_block(block)
