"""How late an act may lie when its source was published on a known date."""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache

from riven.dates import parse
from riven.errors import DateError
from riven.ids import PassageId, SourceId
from riven.model.claim import Claim, Modality
from riven.model.source import Passage, Source

_WRITTEN = ("edtf", "raw", "literal")


def latest_days(sources: Mapping[SourceId, Source]) -> Mapping[SourceId, date]:
    """Find the last day on which each source can have been published.

    Args:
        sources: Sources by id, with their CSL-JSON.

    Returns:
        The day by source. A source without a date, or with one that only people can read, is absent.
    """
    days = {source: _latest_day(held.csl.get("issued")) for source, held in sources.items()}
    return {source: day for source, day in days.items() if day is not None}


def bound_of(
    claims: Iterable[Claim], *, passages: Mapping[PassageId, Passage], days: Mapping[SourceId, date], fills: bool
) -> date | None:
    """Find the last day on which what these claims report can lie.

    A claim that rests on several sources may rest on the last of them, so its bound is the latest of their days. A
    forecast is about days to come and bounds nothing. Every claim bounds an act, so the earliest bound holds. A state
    that several sources attest may have gone on until the last of them was published.

    Args:
        claims: Claims about one act or state.
        passages: Passages by id.
        days: Last possible day of publication by source.
        fills: Whether what they report fills its dates, as a state of affairs does, and not one day of them.

    Returns:
        The day, or None when nothing bounds it.
    """
    bounds = [_bound(claim, passages, days) for claim in claims]
    known = [day for day in bounds if day is not None]
    if fills:
        return max(known) if known and len(known) == len(bounds) else None
    return min(known, default=None)


def _bound(claim: Claim, passages: Mapping[PassageId, Passage], days: Mapping[SourceId, date]) -> date | None:
    if claim.modality is Modality.FORECAST:
        return None
    read = [days.get(passages[passage].source) for passage in claim.passages]
    known = [day for day in read if day is not None]
    return max(known) if known and len(known) == len(read) else None


def _latest_day(issued: object) -> date | None:
    if not isinstance(issued, Mapping) or issued.get("circa"):
        return None
    parts = issued.get("date-parts")
    texts = _texts(parts) if parts else [str(issued[key]) for key in _WRITTEN if issued.get(key)]
    lasts = [_last_day(text) for text in texts]
    known = [day for day in lasts if day is not None]
    return max(known) if known and len(known) == len(texts) else None


@lru_cache(maxsize=100_000)
def _last_day(text: str) -> date | None:
    """Find the last day of a date; one that is uncertain, or that only people can read, has none."""
    try:
        value = parse(text)
    except DateError:
        return None
    return None if value.qualifier else value.hull.last


def _texts(parts: object) -> list[str]:
    """Write date parts as EDTF; CSL-JSON in the wild writes numbers as text, too."""
    rows = parts if isinstance(parts, list) else [parts]
    return ["-".join(str(n).zfill(2 if place else 4) for place, n in enumerate(_numbers(row))) for row in rows]


def _numbers(row: object) -> list[object]:
    return row if isinstance(row, list) else []
