"""The whole site: every page, script and style, by path below its root."""

from collections.abc import Iterator
from itertools import chain

from riven.report.safety import isolated
from riven.report.site.desk import Desk, Told
from riven.report.site.evidence import evidence_scripts
from riven.report.site.findings import claim_pages, finding_pages, register
from riven.report.site.flips import Flips
from riven.report.site.genealogy import genealogy_page
from riven.report.site.groups import group_pages
from riven.report.site.method import argument_pages, codebook_page, downloads_page, effort_page, rules_page
from riven.report.site.network import network_page
from riven.report.site.overview import figure_pages, first_page, groups_page
from riven.report.site.pages import Page
from riven.report.site.paging import paged
from riven.report.site.placebook import Spot, period_pages, place_pages, spots
from riven.report.site.places_map import map_page
from riven.report.site.search import search
from riven.report.site.setting import Setting, script, style
from riven.report.site.sources import source_pages
from riven.report.site.timeline import timeline_page

MENU = (
    ("index.html", "Overview"),
    ("groups.html", "Groups"),
    ("findings.html", "Findings"),
    ("sources.html", "Sources"),
    ("places.html", "Places"),
    ("periods.html", "Periods"),
    ("argument.html", "Argument"),
    ("timeline.html", "Timeline"),
    ("network.html", "Network"),
    ("genealogy.html", "Genealogy"),
    ("map.html", "Map"),
    ("rules.html", "Rules"),
    ("codebook.html", "Codebook"),
    ("effort.html", "Effort and limits"),
    ("search.html", "Search"),
    ("downloads.html", "Downloads"),
)


def site(told: Told) -> Iterator[tuple[str, bytes]]:
    """Write the site of a study.

    Args:
        told: Everything it shows.

    Yields:
        Paths below the root of the site and their content, each path once; equal inputs give equal bytes.
    """
    desk = Desk(told)
    flips = Flips(desk)
    places = spots(desk)
    form, index = search(desk, places)
    setting = Setting(desk.addresses, isolated(told.content.about.title), MENU)
    lined = [sheet for page in _lined(desk) for sheet in paged(page)]
    for page in lined:
        _learn(desk, page)
    for page in lined:
        yield page.path, setting.page(page)
    for whole in chain(_pages(desk, flips, places), (form,)):  # one at a time: a large study has thousands
        for page in paged(whole):
            yield page.path, setting.page(page)
    yield from evidence_scripts(desk, flips, setting)
    yield "index.js", index
    yield "site.css", style()
    yield "site.js", script()


def _lined(desk: Desk) -> Iterator[Page]:
    """Write the pages that hold lines which other pages lead to."""
    yield effort_page(desk)
    yield network_page(desk)
    yield from argument_pages(desk)


def _pages(desk: Desk, flips: Flips, places: dict[str, Spot]) -> Iterator[Page]:
    yield first_page(desk)
    yield from figure_pages(desk)
    yield groups_page(desk)
    yield from group_pages(desk, flips)
    yield register(desk)
    yield from finding_pages(desk)
    yield from claim_pages(desk)
    yield from source_pages(desk, flips)
    yield from place_pages(desk, places)
    yield from period_pages(desk)
    yield timeline_page(desk)
    yield genealogy_page(desk)
    yield map_page(desk)
    yield rules_page(desk, flips)
    yield codebook_page(desk)
    yield downloads_page(desk)


def _learn(desk: Desk, page: Page) -> None:
    """Let links find lines that may have come to stand on another sheet."""
    for part in page.parts:
        for row in getattr(part, "rows", ()):
            if anchor := getattr(row, "anchor", ""):
                desk.addresses.anchors[anchor] = page.path
