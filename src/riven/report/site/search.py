"""The index of the search: who, what, where and by whom, as a script that is loaded on the page of the search."""

from collections.abc import Iterator, Mapping

from riven.report.citation import cite
from riven.report.safety import clean
from riven.report.site.desk import Desk
from riven.report.site.evidence import called
from riven.report.site.pages import Page, SearchForm
from riven.report.site.placebook import Spot

MOST = 900_000
"""Bytes the index may come to; what goes beyond is left out, findings last, and the page says so."""
_LONGEST = 160
Entry = tuple[str, str, str, str]


def search(desk: Desk, spots: Mapping[str, Spot]) -> tuple[Page, bytes]:
    """Write the page of the search and its index.

    Args:
        desk: The study in words.
        spots: Its places.

    Returns:
        The page and the script.
    """
    held: list[Entry] = []
    used = left = 0
    for entry in _entries(desk, spots):
        used += sum(len(part.encode("utf-8", "replace")) for part in entry) + 20
        if used > MOST:
            left += 1
        else:
            held.append(entry)
    said = f"{len(held)} entries: actors by every name, places, sources and findings."
    if left:
        said += f" {left} further findings are not in it, to keep it small; the register of findings lists them all."
    page = Page("search.html", "Search", (SearchForm(said),), within="search.html")
    return page, called("index", held)


def _entries(desk: Desk, spots: Mapping[str, Spot]) -> Iterator[Entry]:
    names: dict[str, list[str]] = {}
    for name in desk.content.names:
        names.setdefault(name.actor, []).append(name.text)
    path = desk.addresses.page
    for actor in desk.content.actors.values():
        others = dict.fromkeys(name for name in names.get(actor.id, ()) if name != actor.name)
        yield _entry(str(actor.type), path(f"actor-{actor.id}"), actor.name, " · ".join((*others, actor.id)))
    for spot in spots.values():
        rest = (wording for wording in spot.wordings if wording != spot.label)
        yield _entry("place", path(f"place-{spot.key}"), spot.label, " · ".join(rest))
    for source in desk.content.sources.values():
        yield _entry("source", path(f"source-{source.id}"), cite(source.csl, with_link=False), source.id)
    for finding in desk.content.findings:
        view = desk.evidence.finding(finding)
        when = ", ".join(dict.fromkeys(date.text for date in view.dates))
        yield _entry(
            "finding", path(f"finding-{finding}"), view.headline[:_LONGEST], f"{view.kind} · {when} · {finding}"
        )


def _entry(sort: str, path: str, label: str, rest: str) -> Entry:
    return sort, path, clean(label), clean(rest)
