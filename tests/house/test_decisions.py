"""Decision records are complete, short and numbered."""

import re

import pytest

from checkout import REPOSITORY

RECORDS = sorted((REPOSITORY / "docs" / "decisions").glob("[0-9]*.md"))
SECTIONS = ("Context", "Decision", "Consequences")


def test_records_are_numbered_from_1_without_gaps() -> None:
    """A number is never used twice and never left out."""
    assert RECORDS
    assert [f"{number:04d}" for number in range(1, len(RECORDS) + 1)] == [path.name[:4] for path in RECORDS]


@pytest.mark.parametrize("record", RECORDS, ids=lambda path: path.stem)
def test_a_record_is_whole_and_fits_on_a_page(record) -> None:
    """Title with its number, date, status, context, decision, consequences; at most 80 lines."""
    text = record.read_text(encoding="utf-8")
    assert text.startswith(f"# {int(record.name[:4])}. ")
    assert re.search(r"^Date: \d{4}-\d\d-\d\d$", text, flags=re.MULTILINE)
    assert re.search(r"^Status: (accepted|superseded by \[\d{4}\]\(.+\.md\))$", text, flags=re.MULTILINE)
    assert len(text.splitlines()) <= 80
    parts = dict(re.findall(r"^## (\w+)\n+(.*?)(?=^## |\Z)", text, flags=re.MULTILINE | re.DOTALL))
    assert list(SECTIONS) == [name for name in parts if name in SECTIONS]
    assert [] == [name for name, body in parts.items() if len(body.split()) < 10]


def test_the_index_lists_every_record() -> None:
    """A reader finds them all from one page."""
    index = (REPOSITORY / "docs" / "decisions" / "README.md").read_text(encoding="utf-8")
    assert [] == [path.name for path in RECORDS if f"({path.name})" not in index]
