"""The account in Markdown."""

import pytest

from narrative_factory import document_text, hostile, worked
from report_hostile import HOSTILE
from riven.report.blocks import Heading, Listing, Look, Piece, Prose
from riven.report.narrative.document import Chapter, Document, Picture
from riven.report.narrative.markdown import markdown

PICTURE = Picture("figure-1", "figures/1.svg", b"<svg/>", b"", "A caption.", "What it [shows].")


def test_every_sort_of_block_is_set() -> None:
    """With its look."""
    line = (Piece("a", Look.STRONG), Piece(" "), Piece("b", Look.EMPHASIS), Piece(" c*"), Piece("d", target="source-x"))
    blocks = (Heading("Head"), Prose(line, is_warning=True), Listing((line, line)), PICTURE)
    text = markdown(Document("Title", (), (), (Chapter("one", "One", blocks),)))

    assert "**Warning.** **a** *b* c\\*[d](#source-x)\n" in text
    assert "\n- **a** *b* c\\*[d](#source-x)\n- **a**" in text
    assert '<a id="figure-1"></a>![What it \\[shows\\].](figures/1.svg)' in text
    assert '## <a id="one"></a>One' in text
    assert "#### Head" in text


def test_nothing_is_missing_that_the_page_shows() -> None:
    """Word by word."""
    document = worked().assembly().document()
    text = markdown(document).replace("\\", "")

    assert [] == [word for word in document_text(document).split() if word.isalpha() and word not in text]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_begin_no_element_and_no_heading(text: str) -> None:
    """Only our own anchors, links and headings are markup."""
    plain, held = markdown(worked().assembly().document()), markdown(hostile(text).assembly().document())

    assert held.count("<a id=") == plain.count("<a id=")
    assert held.replace("<a id=", "").replace("</a>", "").count("<") <= held.count(" <http")
    assert [line.split(" ")[0] for line in held.split("\n") if line.startswith("#")] == [
        line.split(" ")[0] for line in plain.split("\n") if line.startswith("#")
    ]
