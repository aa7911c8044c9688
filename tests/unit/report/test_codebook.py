"""Tests of `riven.report.codebook`."""

import dataclasses

import pytest

from riven.folder import read_study, template_path
from riven.report.codebook import elements, entry_lines, markdown_lines, overview_lines


@pytest.fixture(scope="module")
def book():
    """The codebook that comes with the template."""
    return read_study(template_path("armed-group-rivalry")).codebook


def element(book, kind, own, within=""):
    """Find one element."""
    return next(each for each in elements(book) if (kind, own, within) == (each.kind, each.id, each.within))


def test_everything_a_codebook_holds_is_listed_once(book):
    """A kind before its roles, a variable before its categories."""
    found = [(each.kind, each.within, each.id) for each in elements(book)]
    roles = sum(len(kind.roles) for kind in book.kinds.values())
    categories = sum(len(variable.categories) for variable in book.variables.values())
    assert len(book.kinds) + len(book.variables) + roles + categories == len(found) == len(set(found))
    assert found.index(("kind", "", "pledge")) < found.index(("role", "pledge", "by"))
    assert found.index(("variable", "", "act")) < found.index(("category", "act", "warn"))


def test_what_is_fixed_about_an_element_is_said_in_words(book):
    """Not in the names of fields."""
    assert "a state of affairs that fills its dates" in element(book, "kind", "tie").facts
    assert ("required", "several actors") == element(book, "role", "target", "statement").facts[:2]
    assert ("hostile",) == element(book, "category", "condemn", "act").facts


def test_the_overview_has_a_title_and_a_line_for_each_element(book):
    """Elements that lie in others stand further in."""
    title, *lines = overview_lines(book)
    assert f"{book.title} ({book.id}, revision {book.revision})" == title
    assert len(list(elements(book))) == len(lines)
    assert "    category warn: Warn [hostile]" in lines


def test_an_element_is_shown_with_its_rule_and_every_example(book):
    """What belongs, what does not, and what was hard."""
    warn = element(book, "category", "warn", "act")
    lines = list(entry_lines(warn))
    assert ["Category warn of act: Warn", "  hostile", f"  {warn.entry.rule}"] == lines[:3]
    assert {"Yes", "No", "Hard"} == {line.strip().partition(":")[0] for line in lines[3:]}
    assert len(list(warn.examples())) == len(lines) - 3


def test_in_markdown_every_element_has_a_heading_and_the_whole_a_title(book):
    """Roles and categories stand one level below what they lie in."""
    lines = list(markdown_lines(book))
    headings = [line for line in lines if line.startswith("#")]
    assert f"# {book.title}" == headings[0]
    assert len(list(elements(book))) + 1 == len(headings)
    assert "### Category `warn` of `act`" in headings
    assert "## Kind `statement`" in headings


def test_in_markdown_a_rule_shows_as_it_is_written(book):
    """Nothing in it is read as markup."""
    warn = element(book, "category", "warn", "act")
    odd = dataclasses.replace(warn, entry=dataclasses.replace(warn.entry, rule="Not <b>*this*</b>."))
    assert r"**Warn.** Not &lt;b&gt;\*this\*&lt;/b&gt;." in list(markdown_lines(book, [odd]))


def test_an_element_as_plain_values_holds_what_its_lines_say(book):
    """For scripts."""
    warn = element(book, "category", "warn", "act")
    plain = warn.to_dict()
    assert ("category", "warn", "act", "Warn", ["hostile"]) == tuple(
        plain[name] for name in ("element", "id", "within", "label", "facts")
    )
    assert [example for _, example in warn.examples()] == [
        *plain["positive"], *plain["negative"], *plain["borderline"],
    ]  # fmt: skip
