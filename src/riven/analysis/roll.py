"""All findings that any alternative may turn on, numbered once: those that stand, then those that a change brings."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import polars as pl

from riven.analysis.inputs import Inputs
from riven.analysis.resettling import Change
from riven.evidence.attribution import Edge
from riven.evidence.frames import Evidence, to_evidence
from riven.ids import ClaimId, FindingId, RuleId
from riven.model.claim import Claim
from riven.model.finding import Finding

Edges = Mapping[RuleId, tuple[Edge, ...]]
_MARK = "\0"  # follows the id of a finding that a change brings; it sorts before any other character


@dataclass(frozen=True)
class Keys:
    """What a change does, by key.

    Attributes:
        going: Findings that go.
        coming: Findings that come.
        n_standing: Number of findings that stand before it; they have the lowest keys.
    """

    going: frozenset[int]
    coming: frozenset[int]
    n_standing: int

    def is_there(self, key: int) -> bool:
        """Whether a finding is there after the change."""
        return key in self.coming or (key < self.n_standing and key not in self.going)

    @property
    def touched(self) -> frozenset[int]:
        """Findings that come or go."""
        return self.going | self.coming

    def marks(self, number: int) -> pl.Series:
        """Mark which of a number of findings are there after the change."""
        marks = (
            pl.Series([True])
            .new_from_index(0, self.n_standing)
            .extend(pl.Series([False]).new_from_index(0, number - self.n_standing))
        )
        for keys, is_there in ((self.going, False), (self.coming, True)):
            if keys:
                marks = marks.scatter(sorted(keys), is_there)
        return marks


class Roll:
    """Findings that stand, and those that changes bring.

    Attributes:
        evidence: All of them as columns.
        findings: All of them, by key; a mark follows the id of those that a change brings.
        n_standing: Number of those that stand.
        changes: What each change does.
    """

    def __init__(self, inputs: Inputs, findings: Iterable[Finding], changes: Sequence[Change]) -> None:
        """Number the findings.

        Args:
            inputs: The study.
            findings: Findings that stand, in the order of their evidence.
            changes: Changes of them.
        """
        listed = list(findings)
        claims: dict[ClaimId, Claim] = dict(inputs.claims)
        self.n_standing = len(listed)
        key = {finding.id: number for number, finding in enumerate(listed)}
        self.changes: list[Keys] = []
        for change in changes:
            first = len(listed)
            for restated in change.standing:
                mark = f"{_MARK}{len(listed)}"
                own = tuple(ClaimId(claim + mark) for claim in restated.finding.claims)
                claims |= {ClaimId(claim + mark): restated.claims[claim] for claim in restated.finding.claims}
                listed.append(replace(restated.finding, id=FindingId(restated.finding.id + mark), claims=own))
            going = frozenset(key[finding] for finding in change.fallen)
            self.changes.append(Keys(going, frozenset(range(first, len(listed))), self.n_standing))
        self.findings = tuple(listed)
        self._key = {finding.id: number for number, finding in enumerate(listed)}
        self.evidence: Evidence = to_evidence(
            listed,
            claims,
            inputs.passages,
            sources=inputs.sources,
            rules=inputs.setting.rules,
            codebook=inputs.setting.codebook,
        )

    @property
    def standing(self) -> Keys:
        """The change that changes nothing."""
        return Keys(frozenset(), frozenset(), self.n_standing)

    def touched(self) -> pl.DataFrame:
        """Say which findings each change takes and brings.

        Returns:
            change (i64), key (u32), sign (i64: 1 comes, -1 goes).
        """
        rows = [
            (number, key, sign)
            for number, change in enumerate(self.changes)
            for keys, sign in ((change.going, -1), (change.coming, 1))
            for key in keys
        ]
        return pl.DataFrame(rows, schema={"change": pl.Int64, "key": pl.UInt32, "sign": pl.Int64}, orient="row")

    def keys_of(self, findings: Iterable[FindingId]) -> frozenset[int]:
        """Number findings."""
        return frozenset(self._key[finding] for finding in findings)

    def claims(self, keys: Iterable[int]) -> tuple[ClaimId, ...]:
        """Name the claims of findings, each once, in the order of the findings."""
        held = (claim for key in sorted(keys) for claim in self.findings[key].claims)
        return tuple(dict.fromkeys(ClaimId(claim.partition(_MARK)[0]) for claim in held))

    def walkable(self, edges: Edges, is_there: Callable[[int], bool]) -> Edges:
        """Keep the links whose findings are there."""
        return {link: tuple(edge for edge in held if is_there(self._key[edge.finding])) for link, held in edges.items()}


def unmarked(edges: Edges) -> Edges:
    """Tell links apart by what they say, not by which change brought them."""
    return {
        link: tuple(replace(edge, finding=FindingId(edge.finding.partition(_MARK)[0])) for edge in held)
        for link, held in edges.items()
    }
