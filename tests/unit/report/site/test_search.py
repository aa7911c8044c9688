"""The index of the search: everything by every name, and honest about its limits."""

import json

from riven.model.actor import Name
from riven.report.site import search as module
from riven.report.site.placebook import spots
from riven.report.site.search import search
from site_desk import a_desk


def index_of(**changes):
    """Write the page and the entries of the index."""
    desk = a_desk(**changes)
    page, text = search(desk, spots(desk))
    return page, json.loads(text.decode().removeprefix("riven.index(").removesuffix(");\n"))


def test_actors_places_sources_and_findings_are_in_it():
    """With the page each has."""
    _, entries = index_of()
    paths = {path for _, path, _, _ in entries}
    assert {"groups/council.html", "sources/book.html", "findings/f-1.html"} <= paths
    assert {"place", "source", "finding", "organisation"} <= {sort for sort, _, _, _ in entries}


def test_an_actor_is_found_by_every_name_it_has():
    """In any script."""
    _, entries = index_of(names=(Name("council", "مجلس الوادي"), Name("council", "Rat des Tals")))
    rest = next(rest for _, path, _, rest in entries if path == "groups/council.html")
    assert "مجلس الوادي · Rat des Tals · council" == rest


def test_what_does_not_fit_is_left_out_last_and_counted(monkeypatch):
    """A large study says what its search misses."""
    monkeypatch.setattr(module, "MOST", 900)
    page, entries = index_of()
    assert "further findings are not in it" in page.parts[0].left_out
    assert "finding" not in {sort for sort, _, _, _ in entries}
