"""Tests of `riven.report.argument.robustness`."""

from report_argument import an_arguing_content, names_of, no_arguments, said, some_arguments, some_tested
from riven.analysis import sensitivity
from riven.analysis.sensitivity import Alternative, Flip, Sort
from riven.report.argument.robustness import SHOWN, robustness

LABELS = {"criticised": "Figure 1", "turf": "Turf"}


def shown(**changes):
    """Set the section, with other alternatives where given."""
    content = an_arguing_content()
    return said(robustness(some_arguments(content, **changes), names_of(content), LABELS).blocks)


def test_sentences_come_first_then_what_is_decided_otherwise_then_what_is_left_out():
    """Every alternative of the first sort has a row, also one that changes nothing."""
    told = shown()
    assert "- 2 alternatives tried." == told[0]
    assert ["# Decided otherwise", "# Left out"] == [line for line in told if line.startswith("#")]
    assert any(line.startswith("Only certain dates. | 0 | ") for line in told)


def test_what_changes_nothing_when_left_out_is_counted():
    """It needs no row."""
    content = an_arguing_content()
    section = robustness(some_arguments(content), names_of(content), LABELS)
    assert "Leaving out 1 other changes nothing." in section.blocks[-1].caption
    assert 1 == len(section.blocks[-1].rows)


def test_what_only_goes_with_a_rival_that_falls_is_counted_and_not_listed():
    """The rest is told with the names that the report uses."""
    (line,) = [line for line in shown() if line.startswith("Denials do not count.")]
    assert " | 5 | " in line
    assert "Council of the Valley: rival becomes no rival" in line
    assert "camp" not in line.split(" | ")[2]
    assert "2015, Figure 1: possible becomes reported" in line
    assert "Turf: present becomes not coded" in line
    assert "split conservative: no model becomes not run" in line


def test_very_many_results_that_change_are_left_to_the_table_of_the_build():
    """A page stays readable."""
    flips = tuple(Flip("cell", "criticised", "order", str(1000 + n), "possible", "reported") for n in range(SHOWN + 3))
    tested = (sensitivity.Tested(Alternative("dates:generous", Sort.DATES, "Generous."), flips),)
    (line,) = [line for line in shown(tested=tested) if line.startswith("Generous.")]
    assert f" | {SHOWN + 3} | " in line
    assert line.endswith("and 3 more")


def test_very_many_things_left_out_are_left_to_the_table_of_the_build():
    """Those shown all change something."""
    one = some_tested()[2]
    told = shown(tested=(one,) * (SHOWN + 2))
    assert "2 more change something; they are in alternatives.csv." == told[-1]


def test_a_study_in_which_nothing_was_tried_says_so():
    """An honest empty state."""
    content = an_arguing_content()
    held = robustness(no_arguments(content), names_of(content), LABELS)
    assert ["No alternative was tried."] == said(held.blocks)
