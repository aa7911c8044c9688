"""What bundles of claims say of cells, whole or after the loss of some of their sources.

A bundle is settled anew from what is left of it, and weighed under what is left of the links. Nothing of that depends
on other acts, so each question is worked out once, and many at a time.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from riven.analysis.conditions import state_of
from riven.analysis.doubts import Doubt
from riven.analysis.inputs import Inputs
from riven.analysis.nearby import Bundle, Loss, Neighbourhood
from riven.analysis.question import of_measure
from riven.analysis.scope import Scope, to_scope
from riven.analysis.weighing import Weighed, deniable, weigh
from riven.evidence.attribution import Path
from riven.evidence.frames import Evidence, to_evidence
from riven.evidence.settle import Court
from riven.evidence.withdrawal import without_passages
from riven.ids import ActorId, ClaimId, FindingId, PassageId, SourceId
from riven.model.claim import Claim
from riven.model.finding import Finding
from riven.model.panel import CellState
from riven.model.rule import Measure

Cell = tuple[int, int]


@dataclass(frozen=True)
class Question:
    """A bundle after a loss.

    Attributes:
        bundle: The bundle.
        lost: Sources of the bundle that are lost.
        cut: Sources of links that are lost.
    """

    bundle: Bundle
    lost: Loss
    cut: Loss = frozenset()


@dataclass(frozen=True, slots=True)
class Voice:
    """One finding that supports a cell.

    Attributes:
        state: What it alone makes of the cell as long as nothing denies it.
        is_deniable: Whether a denial contradicts it.
        own: Sources of its bundle.
        carried: Sources of what carries it to the row and to the focal actor.
    """

    state: CellState
    is_deniable: bool
    own: Loss
    carried: Loss

    @property
    def under(self) -> Loss:
        """Every source it rests on."""
        return self.own | self.carried


@dataclass(frozen=True, slots=True)
class Saying:
    """What a bundle says.

    Attributes:
        voices: By row and period, what supports the cell.
        denials: Rows and periods for which it says that there was none.
    """

    voices: dict[Cell, list[Voice]] = field(default_factory=dict)
    denials: set[Cell] = field(default_factory=set)


@dataclass(frozen=True)
class _Links:
    """What is left of the links: who counts for whom, and the finding each step rests on."""

    scope: Scope
    findings: Mapping[FindingId, Finding]


class Sayings:
    """Asks what bundles say about the rows of a measure, each question once."""

    def __init__(self, inputs: Inputs, measure: Measure, rows: Iterable[ActorId], around: Neighbourhood) -> None:
        """Prepare to ask.

        Args:
            inputs: The study.
            measure: The measure.
            rows: Rows asked about.
            around: What bears on them.
        """
        self._inputs, self._measure, self._rows, self._around = inputs, measure, tuple(rows), around
        self._court = Court.of(
            codebook=inputs.setting.codebook,
            rules=inputs.setting.rules,
            sources=inputs.sources,
            passages=inputs.passages,
            coders=inputs.coders,
        )
        self._passages: dict[SourceId, set[PassageId]] = {}
        for passage in inputs.passages.values():
            self._passages.setdefault(self._court.independent[passage.source], set()).add(passage.id)
        self._known: dict[Question, Saying] = {}

    def __getitem__(self, question: Question) -> Saying:
        return self._known[question]

    def __contains__(self, question: Question) -> bool:
        return question in self._known

    def learn(self, questions: Iterable[Question]) -> None:
        """Work out what is not known yet, all that the same links carry at once."""
        by_cut: dict[Loss, list[Question]] = {}
        for question in questions:
            by_cut.setdefault(question.cut, []).append(question)
        for cut, asked in by_cut.items():
            self._known |= self._heard(self._linked(cut), asked)

    def _left(self, claims: Iterable[Claim], lost: Loss) -> Mapping[ClaimId, Claim]:
        passages = {passage for source in lost for passage in self._passages[source]}
        return without_passages({claim.id: claim for claim in claims}, passages)

    def _evidence(self, findings: Iterable[Finding], claims: Mapping[ClaimId, Claim]) -> Evidence:
        rules, codebook = self._inputs.setting.rules, self._inputs.setting.codebook
        passages, sources = self._inputs.passages, self._inputs.sources
        return to_evidence(findings, claims, passages, sources=sources, rules=rules, codebook=codebook)

    def _linked(self, cut: Loss) -> _Links:
        claims = self._left((claim for bundle in self._around.links for claim in bundle.claims), cut)
        findings = self._court.settle(claims.values())
        scope = to_scope(self._evidence(findings, claims), self._inputs.setting)
        return _Links(scope, {finding.id: finding for finding in findings})

    def _heard(self, links: _Links, asked: Iterable[Question]) -> Mapping[Question, Saying]:
        findings: list[Finding] = []
        claims: dict[ClaimId, Claim] = {}
        questions: list[Question] = []
        for number, question in enumerate(asked):
            left = self._left(question.bundle.claims, question.lost)
            for finding in self._court.settle(left.values()):
                marked = {
                    ClaimId(f"{number}/{claim}"): left[claim] for claim in finding.claims
                }  # one claim, many losses
                findings.append(replace(finding, claims=tuple(marked)))
                claims |= marked
                questions.append(question)
        scope = replace(links.scope, evidence=self._evidence(findings, claims))
        weighed = weigh(scope, of_measure(scope, self._measure, rows=self._rows, columns=scope.columns))
        said = {question: Saying() for question in asked}
        for key, cell, voice in self._voices(links, findings, questions, weighed):
            said[questions[key]].voices.setdefault(cell, []).append(voice)
        for row, period, key in weighed.against.filter("covers").select("row", "period", "key").iter_rows():
            said[questions[key]].denials.add((row, period))
        return said

    def _voices(
        self, links: _Links, findings: Sequence[Finding], questions: Sequence[Question], weighed: Weighed
    ) -> Iterator[tuple[int, Cell, Voice]]:
        carried: dict[tuple[int, int], Loss] = {}
        support = weighed.support.with_columns(deniable=deniable(weighed.support, weighed.paths))
        columns = support.select("row", "period", "key", "path", "doubt", "deniable")
        for row, period, key, path, doubt, is_deniable in columns.iter_rows():
            if (key, path) not in carried:
                carried[key, path] = self._carried(links, findings[key], weighed.paths[path])
            state = state_of(Doubt(doubt) & ~Doubt.CONTRADICTED)
            yield key, (row, period), Voice(state, is_deniable, questions[key].bundle.sources, carried[key, path])

    def _carried(self, links: _Links, finding: Finding, path: Path) -> Loss:
        kin = [step for actor in links.scope.kin(finding) for step in links.scope.family[actor].steps]
        walked = [links.findings[step.finding].claims[0] for step in (*path.steps, *kin)]
        return frozenset(source for claim in walked for source in self._around.of[claim].sources)
