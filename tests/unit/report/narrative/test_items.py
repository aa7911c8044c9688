"""CSL-JSON items, straightened."""

from typing import Any

import pytest

from riven.report.narrative.items import to_item


@pytest.mark.parametrize(
    ("csl", "expected"),
    [
        ({}, {"type": "document", "title": "own"}),
        ({"type": ["book"], "title": ["A", "B"]}, {"type": "book", "title": "A"}),
        ({"type": "poem", "title": "A <i>B</i>"}, {"type": "document", "title": "A B"}),
        ({"title": "A", "volume": 11, "custom": {"x": 1}, "issue": True}, {"title": "A", "volume": "11"}),
        ({"author": "Ann Stone"}, {"author": [{"literal": "Ann Stone"}]}),
        ({"author": {"family": "Stone"}}, {"author": [{"family": "Stone"}]}),
        ({"author": [{"given": "Ann"}, {}, None]}, {"author": [{"literal": "Ann"}]}),
        (
            {"title": "A", "issued": {"date-parts": [["2015", "4"]]}},
            {"title": "A", "issued": {"date-parts": [[2015, 4]]}},
        ),
        ({"title": "A", "issued": {"date-parts": [[2015, 13]]}}, {"title": "A", "issued": {"date-parts": [[2015]]}}),
        ({"title": "A", "issued": {"raw": "spring 1999"}}, {"title": "A", "issued": {"date-parts": [[1999]]}}),
        ({"title": "A", "issued": "c. 1999"}, {"title": "A", "issued": {"date-parts": [[1999]]}}),
        ({"title": "A", "issued": {"date-parts": []}}, {"title": "A"}),
        ({"author": [{"literal": "Body"}], "publisher": "Body"}, {"author": [{"literal": "Body"}]}),
        ({"title": "A\x00\ue001\u202eB"}, {"title": "A���B"}),
        ({"title": "الماء"}, {"title": "\u2068الماء\u2069"}),
    ],
)
def test_an_item_keeps_what_a_processor_can_take(csl: dict[str, Any], expected: dict[str, Any]) -> None:
    """Nothing of another shape, no marks, and no name reorders what is around it."""
    assert {"id": "own", "type": "document"} | expected == to_item("own", csl)
