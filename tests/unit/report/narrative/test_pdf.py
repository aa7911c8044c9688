"""The account as a PDF."""

import pypdfium2
import pytest

from narrative_factory import document_text, hostile, worked
from report_hostile import HOSTILE
from riven.pipeline.narrative import fonts
from riven.report.blocks import Heading, Listing, Look, Piece, Prose
from riven.report.narrative.document import Bibliography, Chapter, Document, Entry, Passus, Picture
from riven.report.narrative.pdf import has_uncovered, pdf

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'
PICTURE = Picture("figure-1", "figures/1.svg", SVG, b"", "A caption.", "What it shows.")


def read(document):
    """Set a document and read its words back."""
    made = pypdfium2.PdfDocument(pdf(document, fonts()))
    return " ".join(" ".join(page.get_textpage().get_text_range() for page in made).split())


def one(*blocks):
    """Build a document of one chapter."""
    return Document("Title", (Piece("About"),), (), (Chapter("one", "One", blocks, (Passus("two", "Two", ()),)),))


def test_every_sort_of_block_is_set() -> None:
    """And read back in order."""
    line = (Piece("bold", Look.STRONG), Piece(" "), Piece("leads", target="source-x"))
    entry = Entry("source-x", (Piece("In full."),), "https://example.org/")
    document = one(Prose(line, is_warning=True), Listing((line, line)), PICTURE, Bibliography((entry,)))

    assert (
        "Title About One bold leads • bold leads • bold leads A caption. In full. https://example.org/ Two 1"
        == read(document)
    )
    assert b"What it shows." in pdf(document, fonts()).replace(b"\x00", b"") or b"/Alt" in pdf(document, fonts())


def test_headings_go_one_level_down_at_a_time() -> None:
    """The standard of accessible documents asks for it."""
    sections = (Passus("two", "Two", (Heading("Three"),)),)

    assert "One Two Three" in read(Document("Title", (), (), (Chapter("one", "One", (), sections),)))


def test_it_is_tagged_titled_and_the_same_on_every_day() -> None:
    """As the standard of accessible documents asks."""
    data = pdf(one(), fonts())

    assert data == pdf(one(), fonts())
    assert b"/StructTreeRoot" in data
    assert b"/Lang" in data
    assert "Title" == pypdfium2.PdfDocument(data).get_metadata_dict()["Title"]


def test_a_title_that_cannot_be_seen_is_called_untitled() -> None:
    """The standard admits no empty heading."""
    assert "Untitled Untitled 1" == read(Document(" ", (), (), (Chapter("one", "\u200b", ()),)))


def test_letters_no_font_covers_are_told_of() -> None:
    """So that nobody takes a box for a text."""
    covered, bare = one(Prose((Piece("жук, عائلات, Ombará"),))), one(Prose((Piece("九埠社"),)))

    assert [False, True] == [has_uncovered(covered), has_uncovered(bare)]
    assert "has no font for some letters" in read(bare)
    assert has_uncovered(one(Listing(((Piece("九"),),))))
    assert has_uncovered(one(Bibliography((Entry("x", (Piece("九"),), ""),))))


def test_nothing_is_missing_that_the_page_shows() -> None:
    """Word by word, where no line breaks it."""
    document = worked().assembly().document()
    text = read(document)

    assert [] == [
        word for word in document_text(document).split() if word.isascii() and word.isalpha() and word not in text
    ]


@pytest.mark.parametrize("text", [*HOSTILE, "#let x = 1", '"); #panic("x")', "\\", "$x$ @y <z>"])
def test_hostile_texts_are_set_as_text(text: str) -> None:
    """None of them is read as markup."""
    told = read(one(Prose((Piece(text),)), Prose((Piece("The end."),))))

    assert "The end." in told
    if text.isascii() and text.isprintable():
        assert "".join(text.split()) in "".join(told.split())


def test_a_hostile_study_is_set() -> None:
    """With such a text in every field."""
    assert read(hostile('"); #panic("x") \\').assembly().document())


def test_a_figure_of_any_size_fits_its_page() -> None:
    """A tall one is made smaller."""
    tall = SVG.replace(b'height="9"', b'height="4000" viewBox="0 0 9 4000"').replace(b"v9z", b"v4000z")
    document = one(Picture("figure-1", "figures/1.svg", tall, b"", "A caption.", "What it shows."))

    first, _ = pypdfium2.PdfDocument(pdf(document, fonts()))
    assert "About One A caption. 1" in " ".join(first.get_textpage().get_text_range().split())
    assert [] == [each for each in first.get_objects() if each.get_bounds()[1] < 0]
