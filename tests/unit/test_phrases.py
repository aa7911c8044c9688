"""Phrases of sources and the EDTF proposed for them."""

import pytest

from riven.dates import parse
from riven.phrases import FRAMES, STRETCHES, propose


@pytest.mark.parametrize(
    ("expected", "phrase"),
    [
        ("2016-37", "early 2016"),
        ("2017-38", "mid-2017"),
        ("2017-38", "mid\N{EN DASH}2017"),
        ("2017-38", "in the middle of 2017"),
        ("2015-39", "late 2015"),
        ("[..2016-06]", "by June 2016"),
        ("[..2016-37]", "by early 2016"),
        ("2015", "in 2015"),
        ("2015-08-06", "August 6, 2015"),
        ("2015-08-06", "on the 6th of August 2015"),
        ("2015-09-01", "1 Sept. 2015"),
        ("2016-06", "early June 2016"),
        ("2015-21", "the spring of 2015"),
        ("2015-40", "the first half of 2015"),
        ("2015-36", "the last quarter of 2015"),
        ("2014/2015", "between 2014 and 2015"),
        ("2014-11/2015-03", "from November 2014 to March 2015"),
        ("[2014-39,2015-37]", "late 2014 or early 2015"),
        ("[2015,2016]", "in 2015 or 2016"),
        ("2015-03~", "around March 2015"),
        ("2015-38/..", "since mid-2015"),
        ("../2014-10", "until October 2014"),
    ],
)
def test_a_phrase_of_the_table_has_its_edtf(expected, phrase):
    """The table proposes what a coder would write."""
    assert expected == propose(phrase)


@pytest.mark.parametrize(
    "phrase",
    [
        "",
        "a week later",
        "Ramadan 2015",
        "recently",
        "February 30, 2015",
        "between 2016 and 2014",
        "between June and August",
        "June",
        "2015 " * 50,
    ],
)
def test_a_phrase_that_needs_a_person_has_no_proposal(phrase):
    """Context, calendars, impossible days and backward ranges are left to the coder."""
    assert None is propose(phrase)


def test_case_blanks_and_a_final_stop_do_not_matter():
    """A phrase is read as a reader reads it."""
    assert "2016-37" == propose("  Early   2016. ")


def _spoken(template):
    return (
        template.replace("{y}", "2015").replace("{m}", "may").replace("{d}", "3")
        .replace(",? ", " ").replace("(?: of)?", "").replace("(?:the )?", "").replace("(?: in)?", "")
        .replace("(?:of )?", "").replace("[ -]", " ").replace("(?:early|mid|late)", "late")
        .replace("(?:autumn|fall)", "fall").replace("(?:fourth|last)", "last")
        .replace("(?:in|on|during|throughout)", "during").replace("(?:around|about|circa|c[.])", "circa")
        .replace("(?:to|until|through)", "through").replace("(?:in |on |either )?", "either ")
    )  # fmt: skip


@pytest.mark.parametrize(("template", "edtf"), STRETCHES)
def test_every_stretch_of_the_table_is_reachable_and_readable(template, edtf):
    """No row of the table is dead, and every row yields a date riven reads."""
    expected = edtf.replace("{y}", "2015").replace("{m}", "05").replace("{d}", "03")
    assert expected == propose(_spoken(template))
    parse(expected)


@pytest.mark.parametrize(("template", "edtf"), FRAMES)
def test_every_frame_of_the_table_is_reachable(template, edtf):
    """No frame is shadowed by one before it."""
    expected = edtf.replace("{a}", "2014-37").replace("{b}", "2015-39")
    assert expected == propose(_spoken(template).replace("{a}", "early 2014").replace("{b}", "late 2015"))
