"""The account as a Word document."""

import io
import zipfile

import docx as library
import pytest
from PIL import Image

from narrative_factory import document_text, hostile, worked
from report_hostile import HOSTILE
from riven.report.blocks import Heading, Listing, Look, Piece, Prose
from riven.report.narrative.document import Bibliography, Chapter, Document, Entry, Passus, Picture
from riven.report.narrative.docx import docx

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
PICTURE = Picture("figure-1", "figures/1.svg", b"<svg/>", PNG, "A caption.", "What it shows.")


def read(document):
    """Write a document and read it back."""
    return library.Document(io.BytesIO(docx(document)))


def one(*blocks):
    """Build a document of one chapter."""
    return Document("Title", (Piece("About"),), (), (Chapter("one", "One", blocks, (Passus("two", "Two", ()),)),))


def body(document):
    """Give the XML of a document's text."""
    return read(document).element.body.xml


def test_headings_are_headings_and_lists_are_lists() -> None:
    """By the styles of the word processor."""
    made = read(one(Heading("Head"), Prose((Piece("Warned"),), is_warning=True), Listing(((Piece("Item"),),))))

    assert [
        ("Title", "Title"),
        ("About", "Normal"),
        ("One", "Heading 1"),
        ("Head", "Heading 3"),
        ("Warned", "Intense Quote"),
        ("Item", "List Bullet"),
        ("Two", "Heading 2"),
    ] == [(each.text, each.style.name) for each in made.paragraphs]


def test_looks_links_and_entries_are_set() -> None:
    """A citation leads to the bookmark of its entry."""
    line = (Piece("a", Look.STRONG), Piece("b", Look.EMPHASIS), Piece("c", target="source-x"))
    xml = body(one(Prose(line), Bibliography((Entry("source-x", (Piece("In full"),), "https://example.org/"),))))

    assert '<w:hyperlink w:anchor="source_x_1">' in xml
    assert 'w:name="source_x_1"' in xml
    assert "https://example.org/" in xml
    assert xml.count("<w:b/>") == xml.count("<w:i/>") == 1


def test_right_to_left_text_is_marked_run_by_run() -> None:
    """And a paragraph that begins so is one; invisible isolates are left out."""
    xml = body(one(Prose((Piece("By \u2068عائلات المنارة\u2069 alone"),)), Prose((Piece("عائلات"),))))

    assert "<w:rtl/>" in xml
    assert 1 == xml.count("<w:bidi/>")
    assert "\u2068" not in xml


def test_a_figure_has_its_alternative_text() -> None:
    """Without a picture its words stand for it."""
    made = read(one(PICTURE))
    bare = read(one(Picture("figure-1", "figures/1.svg", b"<svg/>", b"", "A caption.", "What it shows.")))

    assert 'descr="What it shows."' in made.element.body.xml
    assert "What it shows." in [each.text for each in bare.paragraphs]
    assert "A caption." == made.paragraphs[-2].text


def test_no_clock_is_in_it() -> None:
    """Properties and archive are the same on every day."""
    data = docx(one())
    about = library.Document(io.BytesIO(data)).core_properties

    assert data == docx(one())
    assert ("Title", "", "en", 1980) == (about.title, about.author, about.language, about.created.year)
    assert {(1980, 1, 1, 0, 0, 0)} == {each.date_time for each in zipfile.ZipFile(io.BytesIO(data)).infolist()}


def test_nothing_is_missing_that_the_page_shows() -> None:
    """Word by word."""
    document = worked().assembly().document()
    text = "\n".join(each.text for each in read(document).paragraphs)

    assert [] == [word for word in document_text(document).split() if word.isalpha() and word not in text]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_read_back(text: str) -> None:
    """The file opens, and holds as many paragraphs as ever."""
    assert len(read(worked().assembly().document()).paragraphs) == len(
        read(hostile(text).assembly().document()).paragraphs
    )


@pytest.mark.parametrize("size", [(4000, 10), (10, 4000)])
def test_a_figure_of_any_size_fits_its_page(size: tuple[int, int]) -> None:
    """A wide or tall one is made smaller, in proportion."""
    held = io.BytesIO()
    Image.new("1", size).save(held, "png", dpi=(72, 72))
    made = read(one(Picture("figure-1", "f.svg", b"", held.getvalue(), "A caption.", "What it shows.")))
    (shown,) = made.inline_shapes

    assert shown.width.mm <= 150
    assert shown.height.mm <= 200
    assert shown.width * size[1] == pytest.approx(shown.height * size[0], rel=0.01)
