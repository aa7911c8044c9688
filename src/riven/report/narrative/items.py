"""CSL-JSON items as a processor can take them: odd shapes straightened, what is no field of CSL left out."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from riven.report.safety import isolated

_TYPES = frozenset(
    (
        *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast"),
        *("chapter", "dataset", "document", "entry-dictionary", "entry-encyclopedia", "figure", "interview"),
        *("legal_case", "legislation", "manuscript", "map", "motion_picture", "pamphlet", "paper-conference"),
        *("patent", "personal_communication", "post", "post-weblog", "report", "review", "review-book", "song"),
        *("speech", "thesis", "treaty", "webpage"),
    )
)
_TEXTS = (
    "title",
    "title-short",
    "container-title",
    "container-title-short",
    "collection-title",
    "publisher",
    "publisher-place",
    "volume",
    "issue",
    "page",
    "edition",
    "genre",
    "number",
    "event",
    "DOI",
    "URL",
    "ISBN",
)
_NAMES = ("author", "editor", "translator", "container-author")
_PARTS = ("family", "given", "non-dropping-particle", "dropping-particle", "suffix")
_MARKUP = re.compile(r"</?(?:i|b|sub|sup|sc|span)(?:\s[^<>]*)?>", re.IGNORECASE)
_PRIVATE = re.compile("[\ue000-\uf8ff]")
_YEAR = re.compile(r"\d{4}")


def to_item(own: str, csl: Mapping[str, Any]) -> dict[str, Any]:
    """Straighten an item.

    Args:
        own: Its id.
        csl: The item as read; every field may be missing or oddly shaped.

    Returns:
        An item of known fields: texts, lists of names with parts, dates with numbers.
    """
    kind = _text(csl.get("type"))
    item: dict[str, Any] = {"id": own, "type": kind if kind in _TYPES else "document"}
    item |= {field: text for field in _TEXTS if (text := _text(csl.get(field)))}
    for field in _NAMES:
        names = list(_names(csl.get(field)))
        if names:
            item[field] = names
    if parts := _date(csl.get("issued")):
        item["issued"] = {"date-parts": [parts]}
    if [name.get("literal") for name in item.get("author", ())] == [item.get("publisher", "")]:
        del item["publisher"]  # a body that published its own work is named once
    if "title" not in item and not any(field in item for field in _NAMES):
        item["title"] = _text(csl.get("URL")) or own
    return item


def _names(value: object) -> Iterator[dict[str, str]]:
    for person in value if isinstance(value, list | tuple) else [value] if value else []:
        if not isinstance(person, Mapping):
            if text := _text(person):
                yield {"literal": text}
            continue
        literal = _text(person.get("literal"))
        parts = {part: text for part in _PARTS if (text := _text(person.get(part)))}
        if literal or not parts.get("family"):
            told = literal or parts.get("given", "")
            if told:
                yield {"literal": told}
        else:
            yield parts


def _date(value: object) -> list[int]:
    """Read the first date of a field: year, and month and day where they are numbers that can be."""
    if not isinstance(value, Mapping):
        found = _YEAR.search(_text(value))
        return [int(found[0])] if found else []
    held = value.get("date-parts")
    first = held[0] if isinstance(held, list | tuple) and held else None
    numbers = [
        int(text) for part in (first if isinstance(first, list | tuple) else []) if (text := _text(part)).isdecimal()
    ]
    if numbers and numbers[0] > 0:
        return (
            numbers[:3]
            if all(0 < each <= most for each, most in zip(numbers[1:3], (12, 31), strict=False))
            else numbers[:1]
        )
    found = _YEAR.search(f"{_text(value.get('raw'))} {_text(value.get('literal'))}")
    return [int(found[0])] if found else []


def _text(value: object) -> str:
    if isinstance(value, list | tuple):
        return _text(value[0]) if value else ""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return isolated(_PRIVATE.sub("\ufffd", _MARKUP.sub("", str(value))))
