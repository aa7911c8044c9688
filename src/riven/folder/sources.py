"""sources.json: citable publications as CSL-JSON items, with riven's own part under `custom.riven`."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any

from riven.folder import csl_terms
from riven.folder.cells import is_sha256
from riven.folder.places import Path
from riven.folder.problems import listed, quoted
from riven.folder.references import circles, told
from riven.folder.table import Table
from riven.folder.tree import Tree
from riven.folder.vocabulary import Vocabulary
from riven.ids import SourceId
from riven.model.source import Document, Source, Tier

OWN = "riven"
_WEB = ("http://", "https://")


def read_sources(tree: Tree, data: object) -> dict[SourceId, Source | None]:
    """Read sources.json.

    Args:
        tree: The file, for places.
        data: Its root value.

    Returns:
        Sources by id in file order; None for an item that is broken, whose id is still known.
    """
    if not isinstance(data, list):
        tree.wrong((), "the file is not a list", "a JSON array of CSL-JSON items: [ {...}, {...} ]")
        return {}
    found: dict[SourceId, Source | None] = {}
    places: dict[SourceId, Path] = {}
    for index, item in enumerate(data):
        before = len(tree.problems)
        if not isinstance(item, dict):
            tree.wrong((index,), "an item is not an object", "a CSL-JSON item: {...}")
            continue
        source = _source(Table(tree, item, (index,)), found)
        if source.id:
            places[source.id] = (index, "custom", OWN, "copy_of")
            found[source.id] = source if len(tree.problems) == before else None
        elif isinstance(item.get("id"), str):
            found.setdefault(SourceId(item["id"]), None)
    _check_copies(tree, found, places)
    return found


def check_lengths(
    tree: Tree, data: object, found: Mapping[SourceId, Source | None], documents: Mapping[SourceId, Document]
) -> None:
    """Check the length of each frozen text that is attached against the one its source records.

    Args:
        tree: The file, for places.
        data: Its root value.
        found: What was read of it.
        documents: Attached texts; one with another hash than the frozen text is another edition.
    """
    if not isinstance(data, list) or not say_their_ids(data):
        return
    places = {item["id"]: index for index, item in enumerate(data)}
    for own, document in documents.items():
        source = found.get(own)
        if source is None or document.sha256 != source.sha256 or len(document.text) == source.characters:
            continue
        what = f"the frozen text of {quoted(own)} does not have {source.characters} characters"
        tree.wrong((places[own], "custom", OWN, "characters"), what, str(len(document.text)))


def say_their_ids(data: object) -> bool:
    """Whether every item of sources.json says what it is called, so that other names are certainly unknown."""
    return isinstance(data, list) and all(isinstance(item, dict) and isinstance(item.get("id"), str) for item in data)


def _source(table: Table, found: Mapping[SourceId, Source | None]) -> Source:
    own = SourceId(table.id("source", found))
    _check_item(table)
    custom = table.table("custom")
    riven = None if custom is None else custom.table(OWN)
    if riven is None:
        return Source(own, _csl(table.data))
    copied = riven.text("copy_of", required=False)
    source = Source(
        id=own,
        csl=_csl(table.data),
        scale=riven.text("scale", required=False),
        country=riven.text("country", required=False),
        tier=riven.choice("tier", Tier, Tier.CITATION) or Tier.CITATION,
        licence=riven.text("licence", required=False),
        copy_of=SourceId(copied) if copied else None,
        sha256=riven.text("sha256", required=False),
        characters=riven.integer("characters", low=0, default=0) or 0,
    )
    riven.done()
    _check_frozen(riven, source)
    return source


def _csl(item: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep an item as it is, without riven's own part."""
    custom = {key: value for key, value in item.get("custom", {}).items() if key != OWN} if _has_custom(item) else {}
    kept = {key: custom if key == "custom" else value for key, value in item.items() if key != "custom" or custom}
    return MappingProxyType(kept)


def _has_custom(item: Mapping[str, Any]) -> bool:
    return isinstance(item.get("custom"), dict)


def _check_frozen(riven: Table, source: Source) -> None:
    if source.sha256 and not is_sha256(source.sha256):
        riven.wrong("sha256", f"{quoted(source.sha256)} is not a SHA-256", "64 digits 0-9 a-f, in lower case")
    if bool(source.sha256) != bool(source.characters):
        missing = "characters" if source.sha256 else "sha256"
        riven.wrong(
            None, f"a frozen text has both a hash and a length; {quoted(missing)} is missing", "both or neither"
        )


def _check_copies(tree: Tree, found: Mapping[SourceId, Source | None], places: Mapping[SourceId, Path]) -> None:
    known = Vocabulary("source", found, "sources.json")
    copies = {source.id: (source.copy_of,) for source in found.values() if source is not None and source.copy_of}
    for own, (original,) in copies.items():
        if known.lacks(original):
            hint = tree.nearest("source", original, known.terms)
            tree.wrong(
                places[own], f"unknown source {quoted(original)}", "the id of the source this one reprints", hint
            )
    for circle in circles(copies):
        what = f"sources are copies of each other: {told(circle, ' of ')}"
        tree.wrong(places[circle[0]], what, "one original")


def _check_item(table: Table) -> None:
    """Check an item against the vocabulary of CSL-JSON."""
    kind = table.text("type")
    if kind and kind not in csl_terms.TYPES:
        hint = table.tree.nearest("CSL type", kind, sorted(csl_terms.TYPES))
        table.wrong("type", f"unknown type {quoted(kind)}", "a CSL type, such as report or article-newspaper", hint)
    for key, value in table.data.items():
        if key in csl_terms.NAMES:
            _check_names(table, key, value)
        elif key in csl_terms.DATES:
            _check_date(table, key, value)
        elif key in csl_terms.TEXTS:
            _check_text(table, key, value)
        elif key == "categories":
            table.texts(key)
        elif key not in csl_terms.VARIABLES:
            hint = table.tree.nearest("CSL variable", key, sorted(csl_terms.VARIABLES))
            expected = "a CSL variable; data of your own go under 'custom'"
            table.wrong(key, f"unknown key {quoted(key)}", expected, hint, key=True)


def _check_text(table: Table, key: str, value: object) -> None:
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        table.wrong(key, f"{quoted(key)} is neither text nor number", "a text in quotes")
    elif key == "URL" and not str(value).startswith(_WEB):
        table.wrong(key, f"{quoted(str(value))} is not an address on the web", "http:// or https://")


def _check_names(table: Table, key: str, value: object) -> None:
    if not isinstance(value, list):
        table.wrong(key, f"{quoted(key)} is not a list", 'names, as in [{"family": "...", "given": "..."}]')
        return
    for index, name in enumerate(value):
        if not isinstance(name, dict) or not name:
            table.wrong(
                (key, index), "a name is not an object", '{"family": "...", "given": "..."} or {"literal": "..."}'
            )
            continue
        for part in name:
            if part not in csl_terms.NAME_PARTS:
                place = (*table.path, key, index, part)
                hint = table.tree.nearest("part of a name", part, sorted(csl_terms.NAME_PARTS))
                table.tree.wrong(
                    place, f"unknown key {quoted(part)}", listed(sorted(csl_terms.NAME_PARTS)), hint, key=True
                )
            elif not isinstance(name[part], str | bool | int):
                table.tree.wrong((*table.path, key, index, part), f"{quoted(part)} is not a text", "a text in quotes")


def _check_date(table: Table, key: str, value: object) -> None:
    if not isinstance(value, dict) or not value:
        table.wrong(key, f"{quoted(key)} is not a date", 'a CSL date, as in {"date-parts": [[2018, 9, 1]]}')
        return
    for part in value:
        if part not in csl_terms.DATE_PARTS:
            hint = table.tree.nearest("part of a date", part, sorted(csl_terms.DATE_PARTS))
            where = (*table.path, key, part)
            table.tree.wrong(where, f"unknown key {quoted(part)}", listed(sorted(csl_terms.DATE_PARTS)), hint, key=True)
    if "date-parts" in value:
        _check_date_parts(table, (*table.path, key, "date-parts"), value["date-parts"])


def _check_date_parts(table: Table, place: Path, value: object) -> None:
    expected = "one or two dates of year, month and day: [[2018, 9, 1]]"
    if not isinstance(value, list) or len(value) not in {1, 2}:
        table.tree.wrong(place, "'date-parts' is not a list of dates", expected)
        return
    days = []
    for index, parts in enumerate(value):
        numbers = _numbers(parts)
        if not numbers or not _is_day(numbers):
            table.tree.wrong((*place, index), f"{quoted(str(parts))} is not a date", expected)
        else:
            days.append(numbers)
    if len(days) == 2 and days[0] > days[1]:
        table.tree.wrong(place, "the range runs backwards", "the earlier date first")


def _numbers(parts: object) -> list[int]:
    """Year, month and day; reference managers write them as numbers or as digits in quotes."""
    if not isinstance(parts, list) or not 1 <= len(parts) <= 3:
        return []
    texts = [str(part) for part in parts if isinstance(part, str | int) and not isinstance(part, bool)]
    return [int(text) for text in texts if text.isdecimal() and len(text) <= 4] if len(texts) == len(parts) else []


def _is_day(numbers: list[int]) -> bool:
    year, month, day = (*numbers, 1, 1)[:3]
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def source_items(sources: Iterable[Source]) -> list[dict[str, Any]]:
    """Say what sources.json holds, in canonical order.

    Returns:
        CSL-JSON items, riven's part under `custom.riven` where it says anything.
    """
    items = []
    for source in sources:
        item = {"id": source.id, **source.csl}
        own = _own_part(source)
        if own:
            item["custom"] = {**item.get("custom", {}), OWN: own}
        items.append(item)
    return items


def _own_part(source: Source) -> dict[str, Any]:
    part = {
        "scale": source.scale,
        "country": source.country,
        "tier": "" if source.tier is Tier.CITATION else source.tier.value,
        "licence": source.licence,
        "copy_of": source.copy_of or "",
        "sha256": source.sha256,
        "characters": source.characters,
    }
    return {key: value for key, value in part.items() if value}
