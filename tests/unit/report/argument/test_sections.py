"""Tests of `riven.report.argument.sections`."""

from report_argument import an_arguing_content, no_arguments, said, some_arguments, targets
from report_factory import a_content
from riven.report.argument.sections import argument
from riven.report.cells import Figures
from riven.report.evidence import Evidence


def shown(content, told):
    """Set the argument of a report."""
    evidence = Evidence(content)
    return argument(told, content, evidence, Figures(content, evidence))


def test_sections_come_in_the_order_of_the_design():
    """Factors, goals, ties, network, descent, configurations, voices, robustness, outlook."""
    content = an_arguing_content()
    expected = "factors goals rivalry network lineage configurations plurality robustness outlook"
    assert expected.split() == [section.anchor for section in shown(content, some_arguments(content)).sections]


def test_panels_stand_by_factor_and_by_tie():
    """Among the evidence."""
    content = an_arguing_content()
    panels = shown(content, some_arguments(content)).panels
    assert [("By factor", 6), ("By tie", 2)] == [(title, len(held)) for title, held in panels]


def test_a_study_that_declares_nothing_has_sections_that_say_so_and_no_panel():
    """Silence would look like a result."""
    content = a_content()
    view = shown(content, no_arguments(content))
    assert 9 == len(view.sections)
    assert () == view.panels
    assert all(len(said(section.blocks)) == 1 for section in view.sections)


def test_a_cell_that_bears_on_an_expectation_is_a_link_to_its_evidence():
    """Figure and outlook rest on the same cells."""
    content = an_arguing_content()
    assert "cell-criticised-council-2015" in targets(shown(content, some_arguments(content)).sections[-1].blocks)


def test_factors_and_camps_are_called_by_their_labels():
    """Columns of configurations are read by people."""
    content = an_arguing_content()
    section = next(s for s in shown(content, some_arguments(content)).sections if s.anchor == "configurations")
    table = next(block for block in section.blocks if block.sort == "table")
    assert ("Case", "Turf", "Older kin", "Divided loyalties") == table.columns
