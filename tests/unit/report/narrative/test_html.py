"""The account as a page."""

import re

import pytest

from narrative_factory import hostile, worked
from report_hostile import HOSTILE
from riven.report.blocks import Heading, Listing, Look, Piece, Prose
from riven.report.narrative.document import Chapter, Document, Picture
from riven.report.narrative.html import html

PICTURE = Picture("figure-1", "figures/1.svg", b"<svg/>", b"", "A caption.", "What it shows.")


def test_every_sort_of_block_is_set() -> None:
    """With its look."""
    line = (Piece("a", Look.STRONG), Piece("b", Look.EMPHASIS), Piece("c", Look.CODE), Piece("d", target="source-x"))
    blocks = (Heading("Head"), Prose(line, is_warning=True), Listing((line,)), PICTURE)
    page = html(Document("Title", (), (), (Chapter("one", "One", blocks),)))

    assert '<p class="notice" role="note"><strong><bdi>a</bdi></strong><em><bdi>b</bdi></em><code>c</code>' in page
    assert '<a href="#source-x">d</a>' in page
    assert '<img src="data:image/svg+xml;base64,PHN2Zy8+" alt="What it shows.">' in page
    assert "<h3><bdi>Head</bdi></h3>" in page
    assert page.startswith("<!doctype html>")


def test_every_link_leads_somewhere() -> None:
    """And every id is its own."""
    page = html(worked().assembly().document())
    ids = re.findall(r'\bid="([^"]+)"', page)

    assert sorted(set(ids)) == sorted(ids)
    assert set(re.findall(r'href="#([^"]+)"', page)) <= set(ids)


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_show_as_themselves(text: str) -> None:
    """No element, attribute or address comes out of a study."""
    plain, held = html(worked().assembly().document()), html(hostile(text).assembly().document())

    tags = r"<(?!/?(?:bdi|span|p|em|strong|a|li|h[1-4])\b)/?[a-z][^>]*>"
    assert set(re.findall(tags, held)) <= set(re.findall(tags, plain))
    assert "javascript:" not in "".join(re.findall(r'(?:href|src)="([^"]*)"', held))
    assert not re.search(r"\son\w+=", re.sub(r">[^<]*<", "><", held))
