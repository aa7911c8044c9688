"""The evidence of a study as columns: what every count, panel and trace is computed from.

Findings are numbered from 0 in order; every other frame refers to that number (`key`) and is sorted by it. Names with
few different values are enumerations, so they are stored and compared as integers. Open ends of dates are the first
and the last day of the calendar, so that comparisons need no exception.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

import polars as pl

from riven.dates import FuzzyDate
from riven.evidence.independence import independent_of
from riven.evidence.publication import bound_of, latest_days
from riven.evidence.readings import sources_of, speaks_for
from riven.ids import ActorId, ClaimId, PassageId, RoleId, SourceId, VariableId
from riven.model.claim import Claim, Modality, Polarity
from riven.model.codebook import Codebook, DateRole
from riven.model.finding import Finding, Settlement, Status
from riven.model.rule import Rules
from riven.model.source import Passage, Source

Name = TypeVar("Name", RoleId, VariableId)
Item = TypeVar("Item", ActorId, str)


@dataclass(frozen=True)
class Evidence:
    """Findings, what they say, when, and whose claims they rest on.

    Attributes:
        findings: One row a finding: key (u32, 0 to n-1), finding, kind, status, settled, polarity, modality, place,
            reason, before (last day the act can lie, because its source was published then).
        roles: key, role, actor; one row an actor in a role.
        values: key, variable, value; one row a value.
        dates: key, role, occurrence (u16), first, last, hull_first, hull_last; one row a span of days. The hull is
            that of the occurrence: the act of one occurrence lies in one of its spans.
        support: key, claim, source, independent, coder, side; one row a claim and
            source, those of one claim together; claims that a finding overrules are left out. Sides number the
            positions in a dispute: those who affirm and those who do not, else the coders, else the claims.
    """

    findings: pl.DataFrame
    roles: pl.DataFrame
    values: pl.DataFrame
    dates: pl.DataFrame
    support: pl.DataFrame


def to_evidence(
    findings: Iterable[Finding],
    claims: Mapping[ClaimId, Claim],
    passages: Mapping[PassageId, Passage],
    *,
    sources: Mapping[SourceId, Source],
    rules: Rules,
    codebook: Codebook,
) -> Evidence:
    """Put findings and their claims into columns.

    Args:
        findings: Findings of `settle`.
        claims: Claims by id; every claim of every finding.
        passages: Passages by id.
        sources: Sources by id.
        rules: Independence of sources, and whether publication bounds an undated act.
        codebook: Says which kinds are states that last.

    Returns:
        The evidence. Categories of the enumerations are the names seen, in alphabetical order.
    """
    held = tuple(findings)
    days = latest_days(sources) if rules.publication_bound else {}
    voices = [[claims[claim] for claim in finding.claims] for finding in held]
    lasting = {kind.id for kind in codebook.kinds.values() if kind.lasting}
    fills = [finding.kind in lasting or finding.polarity is Polarity.NEGATED for finding in held]
    bounds = [
        bound_of(heard, passages=passages, days=days, fills=filled) if days else None
        for heard, filled in zip(voices, fills, strict=True)
    ]
    return Evidence(
        findings=_findings(held, [bound or date.max for bound in bounds]),
        roles=_pairs(("role", "actor"), [finding.roles for finding in held]),
        values=_pairs(("variable", "value"), [finding.values for finding in held]),
        dates=_dates(held),
        support=_support(held, voices, passages, independent_of(sources, rules.independence)),
    )


def enumeration(kind: type[StrEnum]) -> pl.Enum:
    """Turn an enumeration of the model into a column type.

    Returns:
        The column type, with the members in their order.
    """
    return pl.Enum([member.value for member in kind])


def categories_of(column: pl.Series) -> tuple[str, ...]:
    """List the names an enumerated column may hold, in order.

    Args:
        column: A column of the evidence.

    Returns:
        The names; of a column that is no enumeration those it does hold.
    """
    if isinstance(column.dtype, pl.Enum):
        return tuple(column.dtype.categories)
    return tuple(column.cast(pl.String).unique().sort())


def _names(values: Sequence[str]) -> pl.Series:
    return pl.Series(values, dtype=pl.Enum(sorted(set(values))))


def _keys(values: Sequence[int]) -> pl.Series:
    return pl.Series(values, dtype=pl.UInt32)


def _findings(findings: Sequence[Finding], before: Sequence[date]) -> pl.DataFrame:
    return pl.DataFrame(
        {
            "key": _keys(range(len(findings))),
            "finding": pl.Series([finding.id for finding in findings], dtype=pl.String),
            "kind": _names([finding.kind for finding in findings]),
            "status": pl.Series([finding.status.value for finding in findings], dtype=enumeration(Status)),
            "settled": pl.Series([finding.settled.value for finding in findings], dtype=enumeration(Settlement)),
            "polarity": pl.Series([finding.polarity.value for finding in findings], dtype=enumeration(Polarity)),
            "modality": pl.Series([finding.modality.value for finding in findings], dtype=enumeration(Modality)),
            "place": pl.Series([finding.place for finding in findings], dtype=pl.String),
            "reason": pl.Series([finding.reason for finding in findings], dtype=pl.String),
            "before": pl.Series(before, dtype=pl.Date),
        }
    )


def _pairs(columns: tuple[str, str], rows: Iterable[Mapping[Name, tuple[Item, ...]]]) -> pl.DataFrame:
    keys, names, items = [], [], []
    for key, row in enumerate(rows):
        for name, members in row.items():
            for member in dict.fromkeys(members):
                keys.append(key)
                names.append(str(name))
                items.append(str(member))
    return pl.DataFrame({"key": _keys(keys), columns[0]: _names(names), columns[1]: _names(items)})


def _dates(findings: Sequence[Finding]) -> pl.DataFrame:
    rows = [
        (key, role.value, *row)
        for key, finding in enumerate(findings)
        for role, value in finding.dates.items()
        for row in _spans(value)
    ]
    schema: dict[str, pl.DataType] = {
        "key": pl.UInt32(),
        "role": enumeration(DateRole),
        "occurrence": pl.UInt16(),
        "first": pl.Date(),
        "last": pl.Date(),
        "hull_first": pl.Date(),
        "hull_last": pl.Date(),
    }
    return pl.DataFrame(rows, schema=schema, orient="row")


def _spans(value: FuzzyDate) -> Iterable[tuple[int, date, date, date, date]]:
    for number, spans in enumerate(value.occurrences()):
        days = [(span.first or date.min, span.last or date.max) for span in spans]
        hull = min(first for first, _ in days), max(last for _, last in days)
        for first, last in days:
            yield number, first, last, *hull


def _support(
    findings: Sequence[Finding],
    voices: Sequence[Sequence[Claim]],
    passages: Mapping[PassageId, Passage],
    independent: Mapping[SourceId, SourceId],
) -> pl.DataFrame:
    rows: list[tuple[int, str, str, str, str, int]] = []
    for key, (finding, heard) in enumerate(zip(findings, voices, strict=True)):
        for claim, side in _sides(finding, heard):
            found = sources_of(claim, passages)
            rows += [(key, claim.id, source, independent.get(source, source), claim.coder, side) for source in found]
    columns = [list(column) for column in zip(*rows, strict=True)] or [[] for _ in range(6)]
    return pl.DataFrame(
        {
            "key": pl.Series(columns[0], dtype=pl.UInt32),
            "claim": pl.Series(columns[1], dtype=pl.String),
            "source": _names(columns[2]),
            "independent": _names(columns[3]),
            "coder": _names(columns[4]),
            "side": pl.Series(columns[5], dtype=pl.UInt16),
        }
    )


def _sides(finding: Finding, claims: Sequence[Claim]) -> Iterable[tuple[Claim, int]]:
    """Number the positions of a dispute; what is not disputed has one, and those it overrules have no voice."""
    if finding.status is not Status.DISPUTED:
        return [(claim, 0) for claim in claims if speaks_for(claim, finding.polarity, finding.modality)]
    affirms = [speaks_for(claim, Polarity.AFFIRMED, Modality.ASSERTED) for claim in claims]
    coders = [claim.coder for claim in claims]
    positions: list[object] = next(
        (list(side) for side in (affirms, coders) if len(set(side)) > 1), [claim.id for claim in claims]
    )
    numbers = {position: number for number, position in enumerate(dict.fromkeys(positions))}
    return [(claim, numbers[position]) for claim, position in zip(claims, positions, strict=True)]
