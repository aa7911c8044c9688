"""Where passages lie, and the short form of citations."""

from report_factory import a_passage, a_source
from riven.report.narrative.citing import (
    Place,
    Reference,
    ShortCiter,
    entries,
    is_plural,
    places_of,
    spot,
    suffixes,
)

PASSAGES = {
    "p-1": a_passage("p-1", "report", page="12"),
    "p-2": a_passage("p-2", "report", page="4", note="7"),
    "p-3": a_passage("p-3", "report", paragraph=3),
    "p-4": a_passage("p-4", "letter", note="9"),
    "p-5": a_passage("p-5", "radio"),
}
SOURCES = {
    "report": a_source("report", issued={"date-parts": [[2015]]}),
    "again": a_source("again", "Another valley", issued={"date-parts": [[2015]]}),
    "letter": a_source("letter", "A letter", author=[], issued={"date-parts": [[2016]]}),
}


def test_passages_of_one_source_and_sort_are_cited_together() -> None:
    """In the order of the source; a note stands behind its page; what is not held is left out."""
    assert (
        Place("report", "page", "4 n. 7, 12"),
        Place("report", "paragraph", "3"),
        Place("letter", "note", "9"),
        Place("radio", "", ""),
    ) == places_of(("p-1", "p-2", "p-3", "p-1", "p-4", "p-5", "gone"), PASSAGES)


def test_a_place_is_said_in_words() -> None:
    """One page or several."""
    assert "p. 4 n. 7" == spot(Place("report", "page", "4 n. 7"))
    assert "paras. 3, 12" == spot(Place("report", "paragraph", "3, 12"))
    assert "" == spot(Place("report", "", ""))
    assert [False, True, True] == [is_plural(each) for each in ("24 n. 2", "3, 5", "24–25")]


def test_the_short_form_cites_and_lists() -> None:
    """Sources of one name and year are told apart."""
    citer = ShortCiter(SOURCES, "No style.")

    cited = citer.cited([Place("again", "page", "24"), Place("letter", "", "")])
    assert "(Rahim 2015b, p. 24; A letter 2016)" == cited
    references = citer.references(["report", "again", "letter"])
    assert ["letter", "report", "again"] == [each.source for each in references]
    assert "Rahim, Sana. 2015b. Another valley." in "".join(piece.text for piece in references[2].line)
    assert "No style." == citer.remark


def test_letters_go_on_after_z() -> None:
    """A name that is its own gets none."""
    found = suffixes({f"s-{number}": "Same 2015" for number in range(28)} | {"own": "Own 2015"})

    assert ["a", "z", "aa", "ab", ""] == [found[own] for own in ("s-0", "s-25", "s-26", "s-27", "own")]


def test_references_become_places_to_lead_to() -> None:
    """With a safe address, and the language of the text."""
    sources = {"book": a_source("book", URL="https://example.org/book", language="ar")}
    (entry,) = entries([Reference("book", ())], sources)

    assert ("source-book", "https://example.org/book", "ar") == (entry.anchor, entry.link, entry.language)
