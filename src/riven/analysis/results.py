"""Everything a study's claims amount to under its rules, in one call.

Cost, measured: 200 claims take about 0.1 s.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from riven.analysis.camps import UNCLASSIFIED, CampVerdict, judge_camps
from riven.analysis.cells import to_panel
from riven.analysis.panels import PanelFrames, panel
from riven.analysis.rivals import RivalVerdict, judge_rivals
from riven.analysis.scope import Scope, Setting, to_scope
from riven.evidence.attribution import Path, Scheme
from riven.evidence.frames import Evidence, to_evidence
from riven.evidence.settle import settle
from riven.ids import ActorId, ClaimId, CoderId, FindingId, MeasureId, PassageId, SourceId
from riven.model.claim import Claim, Coder
from riven.model.finding import Finding
from riven.model.panel import Panel
from riven.model.rule import Measure, Rows
from riven.model.source import Passage, Source

NOT_RIVALS = "Affiliated, but no rivals"
NO_CAMP = "Unclassified"


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
class Analysis:
    """What a study's claims amount to.

    Attributes:
        findings: Findings by id.
        rivals: A verdict on every actor, in file order.
        camps: A verdict on every rival, in file order.
        panels: Panels by measure, in the order of the rules.
        family: Actors that count as the focal one when something is done to them, with the path to it.
        carried: Findings that put the target of a finding into the focal family, by finding.
        scheme: Which actors count as one.
        evidence: The findings as columns.
    """

    findings: Mapping[FindingId, Finding] = field(hash=False)
    rivals: tuple[RivalVerdict, ...]
    camps: tuple[CampVerdict, ...]
    panels: Mapping[MeasureId, Panel] = field(hash=False)
    family: Mapping[ActorId, Path] = field(hash=False)
    carried: Mapping[FindingId, tuple[FindingId, ...]] = field(hash=False)
    scheme: Scheme
    evidence: Evidence


def analyse(inputs: Inputs) -> Analysis:
    """Work out rivals, camps and panels.

    Args:
        inputs: Claims with their passages, sources and coders, and the setting they are judged in.

    Returns:
        The results, every one with its reasons.
    """
    setting = inputs.setting
    settled = settle(
        inputs.claims.values(),
        codebook=setting.codebook,
        rules=setting.rules,
        sources=inputs.sources,
        passages=inputs.passages,
        coders=inputs.coders,
    )
    findings = {finding.id: finding for finding in settled}
    evidence = to_evidence(
        settled,
        inputs.claims,
        inputs.passages,
        sources=inputs.sources,
        rules=setting.rules,
        codebook=setting.codebook,
    )
    scope = to_scope(evidence, setting)
    frames = {measure.id: panel(scope, measure, rows=scope.standing) for measure in setting.rules.measures.values()}
    rivals = judge_rivals(scope, frames[setting.rules.rival.hostility])
    camps = judge_camps(scope, [verdict.actor for verdict in rivals if verdict.rival], findings=findings)
    panels = {
        measure.id: _panel(frames[measure.id], scope, measure, findings, groups(scope, measure, rivals, camps))
        for measure in setting.rules.measures.values()
    }
    return Analysis(
        findings=MappingProxyType(findings),
        rivals=rivals,
        camps=camps,
        panels=MappingProxyType(panels),
        family=scope.family,
        carried=MappingProxyType(_carried(scope, settled)),
        scheme=scope.scheme,
        evidence=evidence,
    )


def _carried(scope: Scope, findings: Iterable[Finding]) -> dict[FindingId, tuple[FindingId, ...]]:
    steps = {
        finding.id: [step for kin in scope.kin(finding) for step in scope.family[kin].steps] for finding in findings
    }
    return {finding: tuple(dict.fromkeys(step.finding for step in held)) for finding, held in steps.items() if held}


def _panel(
    frames: PanelFrames,
    scope: Scope,
    measure: Measure,
    findings: Mapping[FindingId, Finding],
    rows: Sequence[tuple[str, tuple[ActorId, ...]]],
) -> Panel:
    return to_panel(frames, scope, measure, findings=findings, groups=rows)


def groups(
    scope: Scope, measure: Measure, rivals: Iterable[RivalVerdict], camps: Iterable[CampVerdict]
) -> tuple[tuple[str, tuple[ActorId, ...]], ...]:
    """Sort the rows of a panel into groups.

    Args:
        scope: The scope.
        measure: The measure; says which actors are rows.
        rivals: A verdict on every actor.
        camps: A verdict on every rival.

    Returns:
        Rivals by camp in the order of the rules, then unclassified ones, then, where the measure asks for affiliated
        actors, those that are no rivals. A measure of all actors has one group without a label.
    """
    if measure.rows is Rows.ACTORS:
        return (("", scope.standing),)
    held = {verdict.actor: verdict.camp for verdict in camps}
    labels = {camp.id: scope.filled(camp.label) for camp in scope.rules.camps} | {UNCLASSIFIED: NO_CAMP}
    found = [(label, tuple(actor for actor, camp in held.items() if camp == name)) for name, label in labels.items()]
    if measure.rows is Rows.AFFILIATED:
        found.append((NOT_RIVALS, tuple(_others(scope, rivals))))
    return tuple((label, actors) for label, actors in found if actors)


def _others(scope: Scope, rivals: Iterable[RivalVerdict]) -> Iterable[ActorId]:
    """Keep affiliated actors of a type that can be a rival; the focal family has no row of its own."""
    for verdict in rivals:
        is_row = verdict.type in scope.rules.rival.types and verdict.actor not in scope.family
        if verdict.affiliated and not verdict.rival and is_row:
            yield verdict.actor
