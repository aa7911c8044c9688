"""Tests of `riven.report.markdown`."""

import dataclasses
import re

import pytest
from markdown_it import MarkdownIt

from report_argument import an_arguing_content, some_arguments
from report_factory import a_content, drawn
from report_hostile import HOSTILE, a_hostile_report
from riven.report.markdown import markdown


def rendered(text):
    """Render as the common renderers do, tables and raw HTML included."""
    return MarkdownIt("commonmark", {"html": True}).enable("table").render(text)


def made():
    """Set the plain content, with all that it argues."""
    content = an_arguing_content()
    return markdown(content, some_arguments(content))


def test_equal_contents_give_equal_texts():
    """Byte for byte."""
    assert made() == made()


def test_figures_are_tables_of_signs_with_a_key():
    """Readable as plain text."""
    text = markdown(a_content())
    assert "| Group | 2014 | 2015 | 2016 | 2017 |\n| --- | :---: | :---: | :---: | :---: |\n" in text
    assert "[● 2](#cell-criticised-council-2015)" in text
    assert "Key: ● reported: a source says so, and the date lies in the period; ◐ possible:" in text


def test_all_tables_are_whole():
    """Every row of a table has as many cells as its header."""
    html = rendered(made())
    assert 5 + 26 == html.count("<table>")
    for table in re.findall(r"<table>.*?</table>", html, re.DOTALL):
        assert 1 == len({row.count("<t") for row in re.findall(r"<tr>.*?</tr>", table, re.DOTALL)})


def test_every_link_inside_the_text_leads_to_an_anchor():
    """No dead ends."""
    text = made()
    anchors = set(re.findall(r'<a id="([^"]+)"></a>', text))
    assert set() == set(re.findall(r"\]\(#([^)]+)\)", text)) - anchors


def test_what_is_argued_is_told_as_on_the_page():
    """The same sections, with their tables, warnings, and links to the evidence."""
    text = made()
    assert '## <a id="factors"></a>Factors: what sets rivals apart' in text
    assert "[≠ disputed ?](#factor-turf:elders)<br>authors differ: absent" in text
    assert "**Warning.** These numbers describe the ties that sources report." in text
    assert "- [f-1](#finding-f-1): The council told the newcomers to leave." in text
    assert "Council of the Valley](#tie-council) | – | ● words, ◐ blows | hostile, no step | – |" in text


def test_the_passage_stands_out_in_its_context():
    """As on the page."""
    assert "**In March the council said that the newcomers had no place in the valley.**" in markdown(a_content())


def test_a_missing_text_is_said_and_how_to_attach_it():
    """As on the page."""
    assert "riven attach valley FILE" in markdown(a_content())


def test_drawn_figures_are_shown_with_their_description():
    """Beside the tables."""
    content = a_content()
    text = markdown(dataclasses.replace(content, figures=drawn(content.panels)))
    assert "](figures/criticised.svg)" in text


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_text_in_any_field_stays_text(hostile):
    """No tag, link, picture or list but the report's own."""
    plain, made = (rendered(markdown(*a_hostile_report(text))) for text in ("x", hostile))
    assert _tags(made) <= _tags(plain)
    assert plain.count("<li>") == made.count("<li>")
    assert plain.count("<h") == made.count("<h")
    assert plain.count("<tr>") == made.count("<tr>")
    assert all(address.startswith("#") for address in re.findall(r'href="([^"]*)"', made))


def _tags(html):
    return set(re.findall(r"<[a-zA-Z/][a-zA-Z0-9]*", html))


def test_overrides_and_nulls_reach_no_text():
    """They are replaced in plain sight."""
    text = markdown(*a_hostile_report("\u202eabc\x00\ud800"))
    assert set() == set("\u202e\x00\ud800") & set(text)
    assert text.encode()
