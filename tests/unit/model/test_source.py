"""Sources, documents, passages and searches."""

from riven.dates import parse
from riven.model.source import Document, Passage, Search, Source, Tier


def test_three_tiers_say_how_much_text_may_be_shown():
    """Full text, a short excerpt, or the citation alone."""
    assert ["full", "excerpt", "citation"] == [str(tier) for tier in Tier]


def test_a_source_shows_its_citation_only_and_is_an_original_unless_said_otherwise():
    """Text is private and stories are independent until declared."""
    source = Source("s-1", {"type": "article"})
    assert (Tier.CITATION, None, "", 0) == (source.tier, source.copy_of, source.sha256, source.characters)


def test_sources_that_differ_in_their_citation_are_not_equal():
    """The CSL item is part of the source, though it is not part of the hash."""
    assert Source("s-1", {"title": "One"}) != Source("s-1", {"title": "Two"})
    assert hash(Source("s-1", {"title": "One"})) == hash(Source("s-1", {"title": "Two"}))


def test_a_passage_needs_no_page_note_or_excerpt():
    """Offsets and hash are enough; a source without pages has no page."""
    passage = Passage("p-1", "s-1", 0, 5, "0" * 64)
    assert ("", 0, "", "") == (passage.page, passage.paragraph, passage.note, passage.excerpt)


def test_a_search_is_counted_and_covers_everyone_unless_said_otherwise():
    """No actors means every actor, no kinds every kind; an unknown number of documents is not zero."""
    search = Search("q-1", (), (), parse("2014/2017"))
    assert (True, None, ()) == (search.counts, search.documents, search.sources)


def test_a_document_holds_its_text_as_imported():
    """Line ends and odd characters stay."""
    assert "a\r\n\u200fb" == Document("s-1", "a\r\n\u200fb", "").text
