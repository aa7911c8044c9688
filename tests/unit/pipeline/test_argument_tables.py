"""The tables of what a study argues: one row a fact, with its claims."""

import pytest

from riven.folder import read_study, template_path
from riven.pipeline.argument import argue_study
from riven.pipeline.argument_tables import ARGUMENT_TABLES
from riven.pipeline.columns import columns_of
from riven.pipeline.results import analyse_study
from riven.pipeline.sheets import to_csv, to_frame

CLAIMS = {"claims", "claims_for", "claims_against"}


@pytest.fixture(scope="module")
def told():
    """What the study of the template argues."""
    study = read_study(template_path("armed-group-rivalry"))
    return study, argue_study(study, analyse_study(study))


@pytest.mark.parametrize("file", ARGUMENT_TABLES)
def test_every_row_fits_its_table(told, file: str) -> None:
    """No column is missing, and none is undocumented."""
    for row in ARGUMENT_TABLES[file](told[1]):
        assert set(columns_of(file)) == set(row)


@pytest.mark.parametrize("file", ARGUMENT_TABLES)
def test_every_table_names_the_claims_of_its_rows(told, file: str) -> None:
    """And every one of them is a claim of the study."""
    study, arguments = told

    assert CLAIMS & set(columns_of(file))
    for row in ARGUMENT_TABLES[file](arguments):
        for column in CLAIMS & set(row):
            assert set(row[column] or ()) <= set(study.claims)


@pytest.mark.parametrize("file", ARGUMENT_TABLES)
def test_a_table_is_written_as_csv_and_as_a_frame(told, file: str) -> None:
    """Whatever it holds; both have its columns."""
    rows = list(ARGUMENT_TABLES[file](told[1]))
    header = to_csv(columns_of(file), rows).decode().splitlines()[0]

    assert header.split(",") == list(columns_of(file)) == to_frame(columns_of(file), rows).columns


def test_the_example_of_the_template_argues_what_it_shows(told) -> None:
    """One rival, poached; a denouncement and a defection between it and the focal group."""
    rows = {file: list(table(told[1])) for file, table in ARGUMENT_TABLES.items()}
    factors = {(row["factor"], row["period"]): row["judgement"] for row in rows["factors.csv"]}

    assert ("present", "not_coded") == (factors["poaching", "2016"], factors["poaching", "2015"])
    assert {("criticism", -1), ("defection", 0)} == {(row["tie"], row["sign"]) for row in rows["ties.csv"]}
    assert ["denouncement"] == [row["level"] for row in rows["dyads.csv"] if row["period"] == "2015"]
    assert [1] == [row["last_day"] is not None for row in rows["first_reports.csv"]]
