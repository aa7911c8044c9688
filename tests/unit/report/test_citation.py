"""Tests of `riven.report.citation`."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from riven.model.source import Passage
from riven.report.citation import cite, language, link, locator, short, year

ARTICLE = {
    "id": "rahim-2018",
    "type": "article-journal",
    "author": [
        {"family": "Rahim", "given": "Sana"},
        {"family": "Berg", "given": "Jan", "non-dropping-particle": "van den"},
        {"literal": "Valley Observatory"},
    ],
    "title": "A valley divided",
    "container-title": "Journal of Valleys",
    "volume": 11,
    "issue": "4",
    "page": "23-29",
    "issued": {"date-parts": [[2018, 4]]},
    "DOI": "https://doi.org/10.1000/valley.7",
}


def test_an_article_is_cited_by_author_year_title_container_and_locator():
    """Everything a reader needs to find it."""
    expected = (
        "Rahim, Sana, Jan van den Berg and Valley Observatory. 2018. “A valley divided.” "
        "Journal of Valleys 11 (4): 23–29, p. 24, note 3. https://doi.org/10.1000/valley.7"
    )
    assert expected == cite(ARTICLE, "p. 24, note 3")


def test_a_link_can_be_left_off():
    """A page sets it apart."""
    assert cite(ARTICLE, with_link=False).endswith("23–29.")


@pytest.mark.parametrize(
    ("expected", "csl"),
    [
        ("Untitled source. n.d.", {}),
        ("s-1. n.d.", {"id": "s-1"}),
        ("A valley. n.d.", {"title": "A valley"}),
        ("Rahim. 2018. A valley.", {"author": "Rahim", "issued": "2018", "title": "A valley"}),
        ("Rahim. n.d.", {"author": {"family": "Rahim"}}),
        ("Hill Press. 2018. A valley.",
         {"publisher": "Hill Press", "title": "A valley", "issued": {"raw": "May 2018"}}),
        ("The Herald. n.d. “A valley.”", {"container-title": "The Herald", "title": "A valley"}),
        ("Rahim, Sana, ed. n.d. A valley.", {"editor": [{"family": "Rahim", "given": "Sana"}], "title": "A valley"}),
        ("Rahim. n.d. Who won?", {"author": [{"family": "Rahim"}], "title": "Who won?"}),
        ("Rahim. n.d. A valley. Hill: Press.",
         {"author": ["Rahim"], "title": "<i>A</i> valley", "publisher": "Press", "publisher-place": "Hill"}),
        ("Untitled source. n.d.", {"author": 7, "issued": [], "title": None, "DOI": {}, "page": []}),
        ("Rahim. n.d. A valley. pp. 3–4.", {"author": ["Rahim"], "title": "A valley", "page": "3-4"}),
        ("Rahim. n.d. A valley. p. 3.", {"author": ["Rahim"], "title": "A valley", "page": 3}),
    ],
)  # fmt: skip
def test_whatever_is_missing_is_left_out(expected, csl):
    """A poor record is still cited."""
    assert expected == cite(csl)


def test_many_authors_become_one_and_others():
    """A line stays a line."""
    people = [{"family": f"Author{number}", "given": "A"} for number in range(9)]
    assert "Author0, A et al. 2018. A valley." == cite({"author": people, "issued": "2018", "title": "A valley"})


@pytest.mark.parametrize(
    ("expected", "csl"),
    [
        ("Rahim, van den Berg and Valley Observatory 2018", ARTICLE),
        ("Rahim n.d.", {"author": [{"family": "Rahim"}]}),
        ("Rahim and Berg n.d.", {"author": [{"family": "Rahim"}, {"family": "Berg"}]}),
        ("A et al. n.d.", {"author": ["A", "B", "C", "D"]}),
        ("A long title of seven or… n.d.", {"title": "A long title of seven or more words"}),
        ("Untitled source n.d.", {}),
    ],
)
def test_a_source_has_a_short_name(expected, csl):
    """Running text needs a few words only."""
    assert expected == short(csl)


@pytest.mark.parametrize(
    ("expected", "issued"),
    [
        ("2018", {"date-parts": [["2018", "4", 26]]}),
        ("2017–2018", {"date-parts": [[2017, 12], [2018, 1]]}),
        ("2018", {"date-parts": [[2018, 1], [2018, 2]]}),
        ("2018", {"raw": "26 April 2018"}),
        ("spring", {"literal": "spring"}),
        ("n.d.", {"date-parts": [[None]]}),
        ("n.d.", {"date-parts": "2018"}),
        ("n.d.", None),
        ("2018", 2018),
    ],
)
def test_the_year_is_read_from_every_form_of_date(expected, issued):
    """CSL-JSON allows many."""
    assert expected == year({"issued": issued})


@pytest.mark.parametrize(
    ("expected", "csl"),
    [
        ("https://doi.org/10.1000/a(1)", {"DOI": "10.1000/a(1)", "URL": "https://example.org"}),
        ("https://example.org/a?b=1", {"URL": "https://example.org/a?b=1"}),
        ("", {"URL": "javascript:alert(1)"}),
        ("", {"URL": 'https://example.org/" onclick="x'}),
        ("", {"URL": "https://example.org/ https://other.example"}),
        ("", {"URL": "data:text/html,x"}),
        ("", {"DOI": "javascript:alert(1)"}),
        ("", {}),
    ],
)
def test_only_a_safe_address_becomes_a_link(expected, csl):
    """A source cannot smuggle a script into a page."""
    assert expected == link(csl)


@pytest.mark.parametrize(
    ("expected", "place"),
    [
        ("p. 24, para. 3, note 12", {"page": "24", "paragraph": 3, "note": "12"}),
        ("pp. 4-5", {"page": "4-5"}),
        ("note 2", {"note": "2"}),
        ("", {}),
    ],
)
def test_a_locator_says_where_a_passage_lies(expected, place):
    """As far as it was recorded."""
    assert expected == locator(Passage("p", "s", 0, 1, "", **place))


@pytest.mark.parametrize(
    ("expected", "given"),
    [
        ("ar", "ar"),
        ("zh-Hant", "zh-Hant"),
        ("", "Arabic"),
        ("", "العربية"),
        ("", 'en" onload="x'),
        ("", None),
        ("", ["x"]),
    ],
)
def test_only_a_tag_names_a_language(expected, given):
    """Words for a language are for people; a browser would not know them."""
    assert expected == language({"language": given})


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=6,
)
FIELDS = st.sampled_from(["author", "editor", "title", "issued", "page", "volume", "DOI", "URL", "publisher", "id"])


@given(st.dictionaries(FIELDS, JSON, max_size=6))
def test_no_record_is_too_odd_to_cite(csl):
    """Whatever JSON holds, a citation is a line with a year."""
    assert "\n" not in cite(csl)
    assert year(csl)
    assert short(csl)
