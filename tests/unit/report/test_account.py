"""Tests of `riven.report.account`."""

import dataclasses

from report_factory import a_content
from riven.report.account import account


def test_equal_contents_give_equal_accounts():
    """Nothing is left to chance."""
    assert account(a_content()) == account(a_content())


def test_claims_outside_every_finding_are_kept():
    """A corrected claim is still part of the record."""
    assert ["c-0"] == [claim.id for claim in account(a_content()).other_claims]


def test_findings_are_grouped_by_kind():
    """In the words of the codebook."""
    assert [("Statement", 3), ("Lineage", 1)] == [
        (kind, len(findings)) for kind, findings in account(a_content()).findings
    ]


def test_a_study_without_a_citation_gets_one():
    """Every study can be cited."""
    assert "Rivals in the valley. Version 1.0. Study valley, made with riven." == account(a_content()).citation


def test_a_studys_own_citation_is_kept():
    """The authors decide."""
    content = a_content()
    about = dataclasses.replace(content.about, citation="Cite us so.")
    assert "Cite us so." == account(dataclasses.replace(content, about=about)).citation


def test_all_cells_are_listed_in_the_order_of_the_figures():
    """Two figures of three rows and four periods."""
    cells = account(a_content()).cells
    assert 24 == len(cells)
    assert "cell-criticised-council-2014" == cells[0].anchor
