"""searches.csv: records of effort, without which an empty cell says nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from riven.folder import cells
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.ids import SourceId
from riven.model.source import Search

SEARCH_COLUMNS = Columns(
    ("id", "actors", "kinds", "covers", "sources", "documents", "query", "coder", "counts", "note"),
    ("id", "covers"),
)


class Counts(StrEnum):
    """Whether a search turns an empty cell into `none_found`."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What a search may refer to."""

    actors: Vocabulary
    kinds: Vocabulary
    sources: Vocabulary
    coders: Vocabulary


def read_searches(sheet: Sheet, known: SearchTerms) -> tuple[Search, ...]:
    """Read searches.csv.

    Args:
        sheet: The sheet.
        known: What a search may refer to.

    Returns:
        Searches in file order.
    """
    found: dict[str, Search | None] = {}

    def read(row: Row) -> None:
        own = cells.declare(row, found, "search")
        found[own] = _search(row, own, known)

    each_row(sheet, read)
    return tuple(search for search in found.values() if search is not None)


def _search(row: Row, own: str, known: SearchTerms) -> Search | None:
    covers = cells.fuzzy_date(row, "covers", required=True)
    counts = cells.choice(row, "counts", Counts, Counts.YES)
    actors, kinds = cells.terms(row, "actors", known.actors), cells.terms(row, "kinds", known.kinds)
    sources = cells.terms(row, "sources", known.sources)
    documents, coder = cells.number(row, "documents"), cells.term(row, "coder", known.coders)
    if covers is None:
        return None
    return Search(
        id=own,
        actors=actors,
        kinds=kinds,
        covers=covers,
        sources=tuple(SourceId(source) for source in sources),
        documents=documents,
        query=cells.text(row, "query"),
        coder=coder,
        counts=counts is Counts.YES,
        note=cells.text(row, "note"),
    )


def search_rows(searches: Iterable[Search]) -> Iterable[list[str]]:
    """Write searches as rows of searches.csv.

    Yields:
        Cells in canonical order.
    """
    for search in searches:
        lists = [cells.JOINT.join(listing) for listing in (search.actors, search.kinds)]
        read = [cells.JOINT.join(search.sources), "" if search.documents is None else str(search.documents)]
        counts = Counts.YES if search.counts else Counts.NO
        yield [search.id, *lists, str(search.covers), *read, search.query, search.coder, counts, search.note]
