"""What an analysis starts from, and the first stretch of its way: from claims to findings in a scope."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from riven.analysis.scope import Scope, Setting, to_scope
from riven.evidence.frames import to_evidence
from riven.evidence.settle import settle
from riven.ids import ClaimId, CoderId, FindingId, PassageId, SourceId
from riven.model.claim import Claim, Coder
from riven.model.finding import Finding
from riven.model.source import Passage, Source


@dataclass(frozen=True)
class Inputs:
    """What an analysis starts from.

    Attributes:
        setting: Focal actor, window, codebook, rules, actors and searches.
        claims: Claims by id.
        passages: Passages by id.
        sources: Sources by id.
        coders: Coders by id; one who is not listed is a person.
    """

    setting: Setting
    claims: Mapping[ClaimId, Claim] = field(hash=False)
    passages: Mapping[PassageId, Passage] = field(hash=False)
    sources: Mapping[SourceId, Source] = field(hash=False)
    coders: Mapping[CoderId, Coder] = field(default_factory=lambda: MappingProxyType({}), hash=False)


@dataclass(frozen=True)
class Settled:
    """What claims amount to before any question is asked.

    Attributes:
        findings: Findings by id, in the order of the evidence.
        scope: The evidence, with everything that decides how it is counted.
    """

    findings: Mapping[FindingId, Finding] = field(hash=False)
    scope: Scope


def settled(inputs: Inputs) -> Settled:
    """Settle the claims, and put the findings into columns and into their scope.

    Args:
        inputs: Claims with their passages, sources and coders, and the setting they are judged in.

    Returns:
        Findings and scope.
    """
    setting = inputs.setting
    findings = settle(
        inputs.claims.values(),
        codebook=setting.codebook,
        rules=setting.rules,
        sources=inputs.sources,
        passages=inputs.passages,
        coders=inputs.coders,
    )
    evidence = to_evidence(
        findings,
        inputs.claims,
        inputs.passages,
        sources=inputs.sources,
        rules=setting.rules,
        codebook=setting.codebook,
    )
    return Settled(MappingProxyType({finding.id: finding for finding in findings}), to_scope(evidence, setting))
