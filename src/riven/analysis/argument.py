"""Everything a study argues beyond its figures, in one call: all from the same findings, each part with its claims."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from riven.analysis.camps import CampVerdict
from riven.analysis.configurations import Configuration, configure
from riven.analysis.divergence import Divergence, diverge
from riven.analysis.factors import FactorVerdict, StatedFactor, compare_stated, judge_factors
from riven.analysis.lineage import Lineage, lineage
from riven.analysis.network import Network, network
from riven.analysis.outlook import Outlook, Timing
from riven.analysis.pluralism import CellVoices, Share, shares, voices
from riven.analysis.rivalry import Dyads, dyads
from riven.analysis.rivals import RivalVerdict
from riven.analysis.scope import Scope
from riven.analysis.sensitivity import Tested
from riven.analysis.ties import Ties, ties
from riven.evidence.frames import Evidence
from riven.ids import ActorId, FindingId, MeasureId, SourceId
from riven.model.finding import Finding
from riven.model.panel import Panel
from riven.model.source import Source


@dataclass(frozen=True)
class Argued:
    """What a study argues beyond its figures; parts its rules do not declare are empty.

    Attributes:
        factors: Verdicts on factors, by factor and rival, over the window and by period.
        stated: What authors state, beside what was derived.
        divergence: What the focal actor and its rivals want and attack, and how far they are apart.
        ties: Ties in time.
        dyads: Directed dyads in time.
        network: The network, slice by slice.
        lineage: Where groups come from.
        configurations: Answers to questions put to configurations of factors.
        voices: How many voices each cell rests on.
        shares: How many cells of each measure rest on a single voice.
    """

    factors: tuple[FactorVerdict, ...]
    stated: tuple[StatedFactor, ...]
    divergence: Divergence
    ties: Ties
    dyads: Dyads
    network: Network
    lineage: Lineage
    configurations: tuple[Configuration, ...]
    voices: tuple[CellVoices, ...]
    shares: tuple[Share, ...]


@dataclass(frozen=True)
class Arguments:
    """What a study argues, with what its tables and its report need.

    Attributes:
        argued: Factors, divergence, ties, network, lineage, configurations and voices.
        outlook: Expectations with their score.
        timings: How long first reports took, for every measure whose rows are rivals.
        findings: Findings by id.
        evidence: The findings as columns.
        whole: Label of the window as a whole.
        tested: Every other way in which the study could have been done, with the results it changes.
        robustness: What of the results holds, in plain sentences.
    """

    argued: Argued
    outlook: Outlook
    timings: tuple[Timing, ...]
    findings: Mapping[FindingId, Finding] = field(hash=False)
    evidence: Evidence
    whole: str
    tested: tuple[Tested, ...] = ()
    robustness: tuple[str, ...] = ()


@dataclass(frozen=True)
class Outcome:
    """What the argument starts from.

    Attributes:
        findings: Findings by id.
        rivals: A verdict on every actor.
        camps: A verdict on every rival.
        panels: Panels by measure.
    """

    findings: Mapping[FindingId, Finding] = field(hash=False)
    rivals: tuple[RivalVerdict, ...]
    camps: tuple[CampVerdict, ...]
    panels: Mapping[MeasureId, Panel] = field(hash=False)


def argue(scope: Scope, outcome: Outcome, sources: Mapping[SourceId, Source]) -> Argued:
    """Work out everything a study argues beyond its figures.

    Args:
        scope: The scope.
        outcome: Findings, rivals, camps and panels in that scope.
        sources: Sources by id.

    Returns:
        The argument.
    """
    rivals = tuple(verdict.actor for verdict in outcome.rivals if verdict.rival)
    factors = judge_factors(scope, rivals, findings=outcome.findings)
    held = ties(scope)
    counted = voices(outcome.panels.values(), sources)
    return Argued(
        factors=factors,
        stated=compare_stated(scope, factors, findings=outcome.findings),
        divergence=diverge(scope, _compared(scope, rivals), findings=outcome.findings),
        ties=held,
        dyads=dyads(scope, held),
        network=network(scope, held),
        lineage=lineage(scope, outcome.findings),
        configurations=configure(
            scope.rules.argument.configurations.values(), factors, outcome.camps, whole=scope.whole.label
        ),
        voices=counted,
        shares=shares(counted),
    )


def _compared(scope: Scope, rivals: tuple[ActorId, ...]) -> tuple[ActorId, ...]:
    return tuple(actor for actor in scope.actors if actor == scope.focal or actor in rivals)
