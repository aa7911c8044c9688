"""Every column of every table is documented once."""

import pytest

from riven.errors import UnknownTermError
from riven.pipeline.columns import PANEL, columns, columns_of
from riven.pipeline.tables import TABLES


def test_every_column_says_what_it_means() -> None:
    """Meaning and type are never blank."""
    assert [] == [column for column in columns() if not (column.meaning and column.type)]


def test_every_table_is_documented() -> None:
    """And no column twice."""
    for file in TABLES:
        names = columns_of(file)
        assert len(names) == len(set(names)) > 0


def test_periods_stand_where_the_panel_says() -> None:
    """One column a period."""
    assert ("actor", "label", "group", "2014", "2015") == columns_of(PANEL, ("2014", "2015"))


def test_an_undocumented_table_cannot_be_written() -> None:
    """The error lists those that are documented."""
    with pytest.raises(UnknownTermError, match="rivals"):
        columns_of("rival.csv")
