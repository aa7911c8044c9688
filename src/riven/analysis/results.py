"""Everything a study's claims amount to under its rules, in one call.

Cost, measured: 200 claims take about 0.1 s.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from riven.analysis.camps import UNCLASSIFIED, CampVerdict, judge_camps
from riven.analysis.cells import to_panel
from riven.analysis.fragility import EFFORT, with_fragility
from riven.analysis.inputs import Inputs, settled
from riven.analysis.panels import panel
from riven.analysis.rivals import RivalVerdict, judge_rivals, may_have_row
from riven.analysis.scope import Scope
from riven.evidence.attribution import Path, Scheme
from riven.evidence.frames import Evidence
from riven.ids import ActorId, FindingId, MeasureId
from riven.model.finding import Finding
from riven.model.panel import Panel
from riven.model.rule import Measure, Rows

NOT_RIVALS = "Affiliated, but no rivals"
NO_CAMP = "Unclassified"


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


def analyse(inputs: Inputs, *, effort: int = EFFORT) -> Analysis:
    """Work out rivals, camps and panels.

    Args:
        inputs: Claims with their passages, sources and coders, and the setting they are judged in.
        effort: How many losses of sources to try for each measure to find the fragility of its cells (see
            `riven.analysis.fragility`); 0 takes every finding to stand or fall as a whole, which is fast.

    Returns:
        The results, every one with its reasons.
    """
    held = settled(inputs)
    scope, findings = held.scope, held.findings
    measures = scope.rules.measures.values()
    frames = {measure.id: panel(scope, measure, rows=scope.standing) for measure in measures}
    rivals = judge_rivals(scope, frames[scope.rules.rival.hostility])
    camps = judge_camps(scope, [verdict.actor for verdict in rivals if verdict.rival], findings=findings)
    panels = {}
    for measure in measures:
        rows = groups(scope, measure, rivals, camps)
        shown = [actor for _, actors in rows for actor in actors]
        exact = with_fragility(frames[measure.id], inputs, measure, rows=shown, effort=effort)
        panels[measure.id] = to_panel(exact, scope, measure, findings=findings, groups=rows)
    return Analysis(
        findings=findings,
        rivals=rivals,
        camps=camps,
        panels=MappingProxyType(panels),
        family=scope.family,
        carried=MappingProxyType(_carried(scope, findings.values())),
        scheme=scope.scheme,
        evidence=scope.evidence,
    )


def _carried(scope: Scope, findings: Iterable[Finding]) -> dict[FindingId, tuple[FindingId, ...]]:
    steps = {
        finding.id: [step for kin in scope.kin(finding) for step in scope.family[kin].steps] for finding in findings
    }
    return {finding: tuple(dict.fromkeys(step.finding for step in held)) for finding, held in steps.items() if held}


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
        if verdict.affiliated and not verdict.rival and may_have_row(scope, verdict.actor):
            yield verdict.actor
