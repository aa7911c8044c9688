"""The tables a build writes."""

import pytest

from folder_factory import write_tiny
from riven.folder import read_study
from riven.ids import ActorId, FindingId, RuleId
from riven.model.panel import PathStep
from riven.pipeline.columns import columns_of
from riven.pipeline.results import analyse_study
from riven.pipeline.tables import TABLES, cells, panel_rows, sources_of, written_path


@pytest.fixture
def study(tmp_path):
    """The tiny study."""
    return read_study(write_tiny(tmp_path / "study"))


@pytest.mark.parametrize("file", TABLES)
def test_every_row_fits_its_table(study, file: str) -> None:
    """No column is missing, and none is undocumented."""
    for row in TABLES[file](study, analyse_study(study)):
        assert set(columns_of(file)) == set(row)


def test_every_claim_has_a_row_and_says_where_it_counts(study) -> None:
    """One that was corrected counts nowhere."""
    rows = {row["claim"]: row["counts_in"] for row in TABLES["claims.csv"](study, analyse_study(study))}

    assert set(study.claims) == set(rows)
    assert (["letter"], []) == (rows["c-3"], rows["c-1"])


def test_a_cell_without_evidence_counts_no_sources(study) -> None:
    """Missing, not zero."""
    rows = {
        row["period"]: row for row in TABLES["cells.csv"](study, analyse_study(study)) if row["measure"] == "criticised"
    }

    assert (1, None) == (rows["2015"]["independent_sources"], rows["2016"]["independent_sources"])


def test_a_panel_has_a_row_an_actor_and_its_camp(study) -> None:
    """In the order of the figure."""
    panel = analyse_study(study).panels["criticised"]

    assert [("river-brigade", "reported")] == [(row["actor"], row["2015"]) for row in panel_rows(panel)]
    assert 2 == len(list(cells([panel])))


def test_a_path_is_written_step_by_step() -> None:
    """From whom to whom, by which rule, on which finding."""
    step = PathStep(ActorId("old-man"), ActorId("river-brigade"), RuleId("leader"), FindingId("f-1"))

    assert ["old-man > river-brigade (leader, f-1)"] == written_path([step])


def test_a_claim_names_each_source_once(study) -> None:
    """In the order of its passages."""
    assert ("gazette-1",) == sources_of(study, study.claims["c-1"])
