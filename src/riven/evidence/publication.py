"""How late an act may lie when its source was published on a known date."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from datetime import date

from riven.dates import parse
from riven.errors import DateError
from riven.ids import PassageId, SourceId
from riven.model.claim import Claim, Modality
from riven.model.source import Passage, Source


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
    claims: Iterable[Claim], *, passages: Mapping[PassageId, Passage], days: Mapping[SourceId, date]
) -> date | None:
    """Find the last day on which an act can lie that these claims report.

    A claim that rests on several sources may rest on the last of them, so its bound is the latest of their days.
    Every claim bounds the act, so the earliest bound holds. A forecast is about days to come and bounds nothing.

    Args:
        claims: Claims about one act.
        passages: Passages by id.
        days: Last possible day of publication by source.

    Returns:
        The day, or None when no claim bounds the act.
    """
    bounds = []
    for claim in claims:
        if claim.modality is Modality.FORECAST:
            continue
        known = [days.get(passages[passage].source) for passage in claim.passages]
        bounds += [max(day for day in known if day is not None)] if known and None not in known else []
    return min(bounds, default=None)


def _latest_day(issued: object) -> date | None:
    if not isinstance(issued, Mapping):
        return None
    parts = issued.get("date-parts")
    texts = ["-".join(f"{int(n):04d}" if i == 0 else f"{int(n):02d}" for i, n in enumerate(p)) for p in _numbers(parts)]
    texts += [str(issued[field]) for field in ("raw", "literal") if issued.get(field)] if not texts else []
    lasts = []
    for text in texts:
        with suppress(DateError):  # a date only people can read bounds nothing
            lasts.append(parse(text).hull.last)
    known = [day for day in lasts if day is not None]
    return max(known) if known and len(known) == len(texts) else None


def _numbers(parts: object) -> list[list[str]]:
    """List the date parts that are numbers; CSL-JSON in the wild writes them as text, too."""
    if not isinstance(parts, list):
        return []
    rows = [[str(number) for number in row] for row in parts if isinstance(row, list) and row]
    return [row for row in rows if all(number.isdecimal() for number in row)]
