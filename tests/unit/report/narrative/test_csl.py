"""Citations by a style in CSL."""

import re

import pytest

from riven.errors import StyleError
from riven.model.account import STYLES, CitationStyle
from riven.model.source import Source
from riven.report.blocks import Look
from riven.report.narrative.citing import Place
from riven.report.narrative.csl import StyleCiter

TRIO = [{"family": "Stone", "given": "Ann"}, {"family": "Reed", "given": "Bo"}, {"family": "Vale", "given": "Cy"}]
CSL = {
    "journal": {
        "type": "article-journal",
        "title": "Rivals",
        "author": TRIO,
        "issued": {"date-parts": [[2018, 4]]},
        "container-title": "Invented Quarterly",
        "volume": "11",
        "issue": "4",
        "page": "23-29",
    },
    "again": {
        "type": "article-journal",
        "title": "A sequel",
        "author": TRIO,
        "issued": {"date-parts": [[2018]]},
        "container-title": "Invented Quarterly",
    },
    "four": {
        "type": "article-journal",
        "title": "Four",
        "author": [*TRIO, {"family": "Dow", "given": "Di"}],
        "issued": {"date-parts": [[2019]]},
    },
    "book": {
        "type": "book",
        "title": "A Book",
        "author": [{"family": "Hill", "given": "Eve"}],
        "issued": {"date-parts": [[2001]]},
        "publisher": "Invented Press",
        "publisher-place": "Town",
    },
    "chapter": {
        "type": "chapter",
        "title": "A chapter",
        "author": [{"family": "Moor", "given": "Fay"}],
        "editor": [{"family": "Hill", "given": "Eve"}, {"family": "Dale", "given": "Gus"}],
        "container-title": "A Volume",
        "page": "10-30",
        "issued": {"date-parts": [[2003]]},
        "publisher": "Invented Press",
        "publisher-place": "Town",
    },
    "report": {
        "type": "report",
        "title": "A Report",
        "author": [{"literal": "Institute of Rivers"}],
        "publisher": "Institute of Rivers",
        "genre": "Working paper",
        "number": "7",
        "issued": {"date-parts": [[2020, 5, 3]]},
    },
    "page": {
        "type": "webpage",
        "title": "A page?",
        "container-title": "Site",
        "issued": {"date-parts": [[2022, 1, 2]]},
    },
    "news": {
        "type": "article-newspaper",
        "title": "Shots",
        "container-title": "Daily Fog",
        "issued": {"date-parts": [[2021, 2, 9]]},
    },
    "undated": {"type": "book", "title": "Undated", "author": [{"family": "Fen", "given": "Io"}]},
    "bare": {},
    "turned": {"type": "book", "title": "الماء", "author": [{"literal": "هيئة تحرير"}]},
    "hostile": {"type": "book", "title": "<script>x</script>\ue001", "author": [{"family": "A & B", "given": "<b>"}]},
}
SOURCES = {own: Source(own, csl) for own, csl in CSL.items()}


def citer(name="apsa"):
    """Read a style of ours."""
    return StyleCiter(SOURCES, CitationStyle(name))


def reference(own, name="apsa"):
    """Give a source in full, what is in italics between asterisks."""
    (found,) = citer(name).references([own])
    return "".join(f"*{each.text}*" if each.look is Look.EMPHASIS else each.text for each in found.line)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("own", "label", "locator", "expected"),
    [
        ("journal", "page", "24", "(Stone, Reed, and Vale 2018b, 24)"),
        ("again", "page", "24–25", "(Stone, Reed, and Vale 2018a, 24–25)"),
        ("four", "page", "24", "(Stone et al. 2019, 24)"),
        ("book", "paragraph", "3", "(Hill 2001, para. 3)"),
        ("book", "paragraph", "3, 7 n. 2", "(Hill 2001, paras. 3, 7 n. 2)"),
        ("book", "note", "12", "(Hill 2001, n. 12)"),
        ("book", "", "", "(Hill 2001)"),
        ("report", "page", "2018", "(Institute of Rivers 2020, 2018)"),
        ("page", "", "", "(“A page?” 2022)"),
        ("news", "page", "1", "(Daily Fog 2021, 1)"),
        ("undated", "page", "9", "(Fen n.d., 9)"),
        ("turned", "page", "9", "(\u2068هيئة تحرير\u2069 n.d., 9)"),
    ],
)
def test_a_place_is_cited_as_the_style_asks(style: str, own: str, label: str, locator: str, expected: str) -> None:
    """With its locator, whoever made the source, and told apart from others of the name and year."""
    assert expected == citer(style).cited([Place(own, label, locator)])


def test_several_places_stand_in_one_pair_of_brackets() -> None:
    """In the order given."""
    places = [Place("book", "page", "4"), Place("four", "", ""), Place("book", "page", "4")]
    assert "(Hill 2001, 4; Stone et al. 2019)" == citer().cited(places)


@pytest.mark.parametrize(
    ("own", "expected"),
    [
        ("journal", "Stone, Ann, Bo Reed, and Cy Vale. 2018b. “Rivals.” *Invented Quarterly* 11 (4): 23–29."),
        ("book", "Hill, Eve. 2001. *A Book*. Town: Invented Press."),
        (
            "chapter",
            "Moor, Fay. 2003. “A chapter.” In *A Volume*, eds. Eve Hill and Gus Dale. Town: Invented Press, 10–30.",
        ),
        ("report", "Institute of Rivers. 2020. *A Report*. Working paper 7."),
        ("page", "“A page?” 2022. Site, January 2."),
        ("news", "*Daily Fog*. 2021. “Shots.” February 9."),
        ("undated", "Fen, Io. n.d. *Undated*."),
        ("bare", "“bare.” n.d."),
    ],
)
def test_a_source_is_listed_as_political_scientists_do(own: str, expected: str) -> None:
    """Articles, books, chapters, reports, pages of the web, newspapers; with and without dates and authors."""
    assert expected == reference(own)


def test_the_other_style_differs_where_its_manual_does() -> None:
    """Editors and pages of a volume."""
    assert (
        "Moor, Fay. 2003. “A chapter.” In *A Volume*, edited by Eve Hill and Gus Dale, 10–30. Town: Invented Press."
        == reference("chapter", "chicago-author-date")
    )


def test_references_stand_by_name_year_and_title() -> None:
    """Marks and quotation marks do not count."""
    order = [each.source for each in citer().references(["news", "journal", "book", "page", "again"])]
    assert ["page", "news", "book", "again", "journal"] == order


def test_hostile_texts_show_as_themselves() -> None:
    """No mark of ours comes out of a source."""
    assert "A & B, <b>" not in reference("book")
    assert "*<script>x</script>�*" in reference("hostile")


def test_the_account_says_which_style_it_follows() -> None:
    """A style of ones own by its file."""
    own = StyleCiter(SOURCES, CitationStyle("account/house.csl", _ours()))

    assert "as in APSA" in citer().remark
    assert "the style in account/house.csl" in own.remark
    assert citer().cited([Place("book", "page", "4")]) == own.cited([Place("book", "page", "4")])


def _ours():
    from riven.report.narrative import csl

    return csl._brought("apsa")


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<style", "does not read as CSL"),
        ("<!DOCTYPE x [<!ENTITY a 'b'>]><style/>", "declares entities"),
        ("<style xmlns='http://purl.org/net/xbiblio/csl' class='note'/>", "cites in notes"),
        (f"<style>{'x' * 600_000}</style>", "too large"),
    ],
)
def test_what_is_no_style_is_refused(text: str, reason: str) -> None:
    """Before anything is cited."""
    with pytest.raises(StyleError, match=re.escape(reason)):
        StyleCiter(SOURCES, CitationStyle("account/house.csl", text))


def test_a_style_riven_does_not_bring_is_refused_by_name() -> None:
    """With those it brings."""
    with pytest.raises(StyleError, match="apsa and chicago-author-date"):
        StyleCiter(SOURCES, CitationStyle("mla"))
