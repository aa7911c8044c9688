"""Tests of `riven.report.html`."""

import base64
import dataclasses
import hashlib
import re
import time
from html.parser import HTMLParser

import pytest

from report_argument import an_arguing_content, no_arguments, some_arguments
from report_factory import AVerdict, a_claim, a_content, a_finding, a_source, an_actor, drawn
from report_hostile import HOSTILE, a_hostile_report
from riven.report.html import html


class Page(HTMLParser):
    """Reads a page into tags with attributes, and texts."""

    def __init__(self, text):
        super().__init__()
        self.tags = []
        self.texts = []
        self.inside = ""
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Keep a tag."""
        self.tags.append((tag, dict(attrs)))
        self.inside = tag

    def handle_endtag(self, tag):
        """Leave a tag."""
        self.inside = ""

    def handle_data(self, data):
        """Keep a text."""
        self.texts.append((self.inside, data))

    def all(self, tag):
        """List the attributes of every such tag."""
        return [attributes for name, attributes in self.tags if name == tag]


@pytest.fixture(scope="module")
def page():
    """The page of the plain content, with all that it argues."""
    content = an_arguing_content()
    return Page(html(content, some_arguments(content)))


def test_equal_contents_give_equal_pages():
    """Byte for byte."""
    first, second = an_arguing_content(), an_arguing_content()
    assert html(first, some_arguments(first)) == html(second, some_arguments(second))


def test_every_cell_is_a_link_to_a_section_that_exists(page):
    """Works without any script."""
    cells = [attributes for attributes in page.all("a") if attributes.get("class") == "cell"]
    sections = {article.get("id") for article in page.all("article") if "evidence" in article.get("class", "").split()}
    assert 24 + 6 == len(cells)
    assert all(cell["href"].removeprefix("#") in sections for cell in cells)


def test_every_link_inside_the_page_leads_somewhere(page):
    """No dead ends."""
    ids = {attributes["id"] for _, attributes in page.tags if "id" in attributes}
    inside = {link["href"][1:] for link in page.all("a") if link["href"].startswith("#")}
    assert set() == inside - ids


def test_no_two_elements_share_an_id(page):
    """An address means one place."""
    ids = [attributes["id"] for _, attributes in page.tags if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_figures_are_real_tables(page):
    """Captions, and headers with a scope for columns, rows and camps."""
    assert {"col", "row", "rowgroup"} == {header.get("scope") for header in page.all("th")}
    assert len(page.all("table")) == len(page.all("caption"))


def test_the_page_loads_nothing_from_anywhere():
    """No address but in links a reader may follow."""
    content = a_content()
    made = Page(html(dataclasses.replace(content, figures=drawn(content.panels))))
    assert set() == {tag for tag, _ in made.tags} & {"link", "iframe", "object", "embed", "base", "form", "video"}
    sources = [attributes.get("src", "") for tag, attributes in made.tags if "src" in attributes]
    assert 2 == len(sources)
    assert all(source.startswith("data:image/svg+xml;base64,") for source in sources)
    style = "".join(text for inside, text in made.texts if inside == "style")
    assert "url(" not in style
    assert "@import" not in style


def test_the_policy_admits_only_this_pages_own_style_and_script():
    """By hash, and nothing inline besides."""
    text = html(a_content())
    policy = next(meta["content"] for meta in Page(text).all("meta") if meta.get("http-equiv"))
    for tag in ("style", "script"):
        inner = re.search(f"<{tag}>(.*?)</{tag}>", text, re.DOTALL)[1]
        digest = base64.b64encode(hashlib.sha256(inner.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'; img-src data:; ")
    assert "unsafe" not in policy


def test_the_page_has_no_inline_style_and_no_inline_handler(page):
    """The policy would block them, and a reader would see a broken page."""
    names = {name for _, attributes in page.tags for name in attributes}
    assert "style" not in names
    assert not any(name.startswith("on") for name in names)


def test_a_passage_is_marked_in_its_context(page):
    """The sentence itself, highlighted."""
    assert ("mark", "In March the council said that the newcomers had no place in the valley.") in page.texts


def test_a_passage_says_its_language_and_finds_its_direction():
    """So that its letters are drawn and read out as they should be."""
    sources = a_content().sources
    report = dataclasses.replace(sources["report"], csl={**sources["report"].csl, "language": "ar"})
    quoted = Page(html(a_content(sources={**sources, "report": report}))).all("blockquote")
    assert {"ar"} == {quote["lang"] for quote in quoted if "lang" in quote}
    assert {"auto"} == {quote["dir"] for quote in quoted}


def test_a_cell_with_nothing_for_or_against_it_is_marked_as_blank(page):
    """It opens from its table only; on paper the table says all of it."""
    blank = [article["id"] for article in page.all("article") if "blank" in article.get("class", "").split()]
    shown = {article["id"] for article in page.all("article") if article.get("class") == "evidence"}
    assert "cell-criticised-council-2015" in shown
    assert 24 + 6 + 2 == len(blank) + len(shown)
    assert 3 <= len(blank)


def test_sentences_about_a_source_are_kept_apart(page):
    """A full stop is followed by a blank."""
    told = "".join(text for _, text in page.texts)
    assert not re.search(r"[a-z)]\.\d+ claims?", told)
    assert re.search(r"\. \d+ claims?", told)


def test_a_missing_text_is_said_and_how_to_attach_it(page):
    """An honest line."""
    assert any("riven attach valley FILE" in text for _, text in page.texts)


def test_a_page_with_private_texts_warns_before_it_is_published(page):
    """Copyright stays with its owners."""
    assert any("that may not be passed on" in text for _, text in page.texts)


def test_a_page_without_texts_has_no_such_warning():
    """Ready to publish."""
    assert "may not be passed on" not in html(a_content(documents={}))


def test_pictures_carry_their_description():
    """A screen reader hears the figure."""
    content = a_content()
    made = Page(html(dataclasses.replace(content, figures=drawn(content.panels))))
    assert all(image["alt"].startswith("Years in which") for image in made.all("img"))


def test_an_empty_study_is_a_page_too():
    """Nothing coded yet is a state, not an error."""
    empty = a_content(
        rivals=(), camps=(), panels={}, findings={}, claims={}, passages={}, sources={}, searches=(), documents={}
    )
    text = html(empty, no_arguments(empty))
    assert "No actor of the study is a rival under this rule." in text
    assert "No search is recorded." in text
    assert "The rules declare no factors." in text


def test_what_is_argued_is_left_out_where_it_was_not_asked_for():
    """No section, and no entry among the contents."""
    made = Page(html(a_content()))
    assert not [attributes for attributes in made.all("a") if attributes["href"] == "#factors"]
    assert not [attributes for attributes in made.all("section") if attributes.get("id") == "factors"]


def test_every_section_of_the_argument_is_among_the_contents(page):
    """In the order of the page, after the figures."""
    sections = [attributes["id"] for attributes in page.all("section") if "id" in attributes]
    listed = [attributes["href"][1:] for attributes in page.all("a") if attributes["href"][1:] in sections]
    argued = ["factors", "goals", "rivalry", "network", "lineage", "configurations", "plurality"]
    argued += ["robustness", "outlook"]
    at = sections.index("factors")
    assert argued == sections[at : at + len(argued)] == [anchor for anchor in listed if anchor in argued]
    assert "figure-defected" == sections[at - 1]


def test_what_is_unknown_is_said_in_words_to_those_who_listen(page):
    """A dash would be silent."""
    assert ("span", "nothing found") in page.texts


def test_nothing_unknown_is_printed_as_none(page):
    """Not the word of the machine."""
    assert not [text for _, text in page.texts if re.search(r"\bNone\b(?! found)|\bnan\b", text)]


def test_only_rivals_is_a_page_too():
    """Nobody is left out."""
    assert "Every actor of the study is a rival." in html(a_content(rivals=(AVerdict("council", "Council"),)))


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_any_field_stays_text(hostile):
    """Scripts, handlers, broken markup, direction overrides: shown, never run."""
    plain, made = Page(html(*a_hostile_report(""))), Page(html(*a_hostile_report(hostile)))
    assert {tag for tag, _ in made.tags} <= {tag for tag, _ in plain.tags} | {
        "mark",
        "blockquote",
        "h3",
        "p",
        "dd",
        "div",
    }
    assert 1 == len(made.all("script"))
    assert 1 == len(made.all("style"))
    assert set() == {name for _, attributes in made.tags for name in attributes if name.startswith("on")}
    assert all(link["href"].startswith(("#", "https://")) for link in made.all("a"))


def test_hostile_text_is_shown_as_written():
    """Nothing is dropped in silence."""
    made = Page(html(*a_hostile_report("<script>alert(1)</script>")))
    assert sum("<script>alert(1)</script>" in text for _, text in made.texts) > 20


def test_directional_overrides_and_nulls_reach_no_page():
    """They are replaced in plain sight."""
    text = html(*a_hostile_report("\u202eabc\x00\ud800"))
    assert set() == set("\u202e\x00\ud800") & set(text)
    assert "\ufffdabc\ufffd\ufffd" in text
    assert text.encode()


def test_two_hundred_claims_take_less_than_a_third_of_a_second():
    """A build must not wait for its report."""
    content = a_content()
    ids = [f"c-{number}" for number in range(10, 210)]
    claims = {id_: a_claim(id_, ["p-1", "p-2"]) for id_ in ids}
    findings = {f"f-{id_}": a_finding(f"f-{id_}", (id_,), ("report", "letter")) for id_ in ids}
    sources = {f"s-{number}": a_source(f"s-{number}") for number in range(100)}
    big = dataclasses.replace(
        content,
        claims={**content.claims, **claims},
        findings={**content.findings, **findings},
        sources={**content.sources, **sources},
        actors={**content.actors, "extra": an_actor("extra", "Extra")},
    )
    html(content)
    best = min(_timed(big) for _ in range(3))
    assert best < 0.3, f"{best:.2f} s"


def _timed(content):
    start = time.perf_counter()
    html(content)
    return time.perf_counter() - start
