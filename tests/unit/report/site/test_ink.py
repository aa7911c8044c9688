"""Pieces of pictures: escaped, linked, and found by what they are about."""

from riven.report.site.ink import by, link, number, shortened, svg, text
from site_desk import a_desk


def test_texts_in_a_picture_are_escaped_and_cleaned():
    """A name cannot draw."""
    assert ">&lt;b&gt;\ufffd</text>" in text(1, 2, "<b>\u202e")


def test_a_mark_is_a_link_that_says_what_it_is():
    """To its page, with the mark of the root in front."""
    made = link(a_desk().addresses, "finding-f-1", 'A "finding"', ["<rect/>"], by(["council"], ["2015-Q3"]))
    expected = '<a href="\x02findings/f-1.html" data-actors="council" data-periods="2015-q3">'
    assert f"{expected}<title>A &#34;finding&#34;</title><rect/></a>" == made


def test_a_mark_of_no_period_is_never_narrowed_by_period():
    """An actor stands through all of them."""
    assert ' data-actors="council"' == by(["council"])


def test_numbers_are_short():
    """A tenth is enough for an eye."""
    assert ["1", "1.2", "-0.5"] == [number(value) for value in (1.0, 1.23, -0.5)]


def test_a_long_text_is_cut_with_an_ellipsis():
    """A short one is not."""
    assert ["short", "a long n…"] == [shortened("short", 100), shortened("a long name of a group", 60)]


def test_a_picture_has_its_own_units():
    """It grows with the page."""
    assert '<svg viewBox="0 0 10 5"><g/></svg>' == svg(10, 5, ["<g/>"])
