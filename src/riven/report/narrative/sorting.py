"""Which finding goes into which part of a rival's account: decided by the rules of the study, never by names of ours.

What the measure of hostility counts was said; what a measure on rivals counts, and acts of affiliation, are who left;
authors' judgements, what decides a camp and hostile ties to the focal actor are why; forecasts are the outlook;
everything else about a group is who it is. Each finding is told once in an account.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from riven.analysis.argument import Arguments
from riven.analysis.scope import Scope
from riven.ids import ActorId, ClaimId, FindingId, KindId, MeasureId
from riven.model.claim import Modality
from riven.model.finding import Finding, Status
from riven.model.panel import PathStep
from riven.model.rule import Rows
from riven.report.content import CampVerdict, Content

_STANDING = (Status.ACCEPTED, Status.DISPUTED)


class Part(StrEnum):
    """The parts of a rival's account, in order."""

    IDENTITY = "identity"
    SAID = "said"
    LEFT = "left"
    WHY = "why"
    OUTLOOK = "outlook"


@dataclass(frozen=True)
class Sorted:
    """The findings of one rival.

    Attributes:
        parts: Findings by part, in the order of the study.
        paths: How findings of measures reach the rival that are acts of others.
    """

    parts: Mapping[Part, tuple[FindingId, ...]] = field(hash=False)
    paths: Mapping[FindingId, tuple[PathStep, ...]] = field(hash=False)


class Sorting:
    """Sorts the findings of a study into the parts of its account."""

    def __init__(self, content: Content, told: Arguments, scope: Scope) -> None:
        """Read off the rules which kinds belong where.

        Args:
            content: Everything an account needs.
            told: What the study argues.
            scope: Who counts as whom.
        """
        self._content, self._scope = content, scope
        rules = content.rules
        self.hostility = rules.rival.hostility
        self.losses = tuple(own for own, each in rules.measures.items() if each.rows is Rows.RIVALS)
        self._said = self._kinds((self.hostility,))
        lasting = {own for own, kind in content.codebook.kinds.items() if kind.lasting}
        affiliated = {rules.selectors[own].kind for own in rules.rival.affiliation.any if own in rules.selectors}
        self._left = (self._kinds(self.losses) | affiliated) - lasting - self._said
        stated = (each.stated for each in rules.argument.factors.values())
        self._judged = {rules.selectors[each.selector].kind for each in stated if each}
        argument = rules.argument
        self._own = {each.kind for held in (argument.profiles, argument.ties) for each in held.values()}
        self._own |= {argument.lineage.kind} if argument.lineage else set()
        self._standing = {own: each for own, each in content.findings.items() if each.status in _STANDING}
        self._rivals = {each.actor: each for each in content.rivals}
        self._order = {own: place for place, own in enumerate(self._standing)}
        self._by_actor: dict[ActorId, dict[FindingId, None]] = {}
        self._by_claim: dict[ClaimId, FindingId] = {}
        for own, finding in self._standing.items():
            for actor in _actors(finding):
                self._by_actor.setdefault(self.stands_for(actor), {})[own] = None
            self._by_claim |= dict.fromkeys(finding.claims, own)
        self._weighed: dict[ActorId, dict[FindingId, None]] = {}
        for verdict in (each for each in told.argued.factors if each.period == told.whole):
            found = dict.fromkeys((*verdict.findings_for, *verdict.findings_against))
            self._weighed.setdefault(verdict.actor, {}).update(found)
        self._stated: dict[ActorId, dict[FindingId, None]] = {}
        for judged in told.argued.stated:
            self._stated.setdefault(judged.actor, {}).update(dict.fromkeys(judged.findings))

    def _kinds(self, measures: Iterable[MeasureId]) -> set[KindId]:
        rules = self._content.rules
        held = (rules.measures[own] for own in measures if own in rules.measures)
        return {rules.selectors[own].kind for measure in held for own in measure.selectors}

    def is_focal(self, finding: Finding) -> bool:
        """Say whether a finding names the focal actor or one that counts as it."""
        return any(actor in self._scope.family for actor in _actors(finding))

    def is_forecast(self, own: FindingId) -> bool:
        """Say whether a finding says what will be."""
        return self._content.findings[own].modality is Modality.FORECAST

    def stands_for(self, actor: ActorId) -> ActorId:
        """Name the actor that stands for one under the scheme of identity in force."""
        return self._scope.scheme.of(actor)

    def concerns(self, finding: Finding, actor: ActorId) -> bool:
        """Say whether a finding names an actor, or one that is merged into it."""
        return any(self.stands_for(each) == actor for each in _actors(finding))

    def rival(self, actor: ActorId, camp: CampVerdict | None) -> Sorted:
        """Sort the findings of a rival.

        Args:
            actor: The rival.
            camp: Its camp; None when it has no verdict.

        Returns:
            Its findings.
        """
        place: dict[FindingId, Part] = {}
        paths: dict[FindingId, tuple[PathStep, ...]] = {}
        for own, steps in self._counted(actor, (self.hostility,)):
            place.setdefault(own, Part.SAID)
            paths.setdefault(own, steps)
        for own, steps in self._counted(actor, self.losses):
            place.setdefault(own, Part.LEFT)
            paths.setdefault(own, steps)
        weighed = [own for own in self._weighed.get(actor, ()) if own in self._standing]
        deciding = set(weighed)
        for own in (own for own in self._by_actor.get(actor, ()) if own not in place):
            finding = self._standing[own]
            part = self._part(finding)
            is_reason = own in deciding and (self.is_focal(finding) or finding.kind not in self._own)
            place[own] = Part.WHY if part is Part.IDENTITY and is_reason else part
        verdict = self._rivals.get(actor)
        for own in verdict.affiliation if verdict else ():
            is_act = own in self._standing and self._standing[own].kind in self._left
            place.setdefault(own, Part.LEFT if is_act else Part.IDENTITY)
        decided = (*camp.claims_for, *camp.claims_against) if camp else ()
        evidence = [*self._stated.get(actor, ()), *(self._by_claim[own] for own in decided if own in self._by_claim)]
        evidence += [own for own in weighed if not self.is_focal(self._standing[own])]
        for own in evidence:
            place.setdefault(own, Part.WHY)
        held = sorted((own for own in place if own in self._standing), key=lambda own: self._order[own])
        return Sorted(
            {part: tuple(own for own in held if place[own] is part) for part in Part},
            {own: steps for own, steps in paths.items() if steps and not self._names_row(own, actor)},
        )

    def _names_row(self, own: FindingId, actor: ActorId) -> bool:
        return own in self._standing and self.concerns(self._standing[own], actor)

    def _counted(
        self, actor: ActorId, measures: Iterable[MeasureId]
    ) -> Iterator[tuple[FindingId, tuple[PathStep, ...]]]:
        for panel in (self._content.panels[own] for own in measures if own in self._content.panels):
            for cell in (panel.cells[actor, period] for period in panel.periods if (actor, period) in panel.cells):
                yield from ((support.finding, support.path) for support in cell.support)
                yield from ((own, ()) for own in cell.against)

    def _part(self, finding: Finding) -> Part:
        if finding.modality is Modality.FORECAST:
            return Part.OUTLOOK
        if finding.kind in self._judged:
            return Part.WHY
        if not self.is_focal(finding):
            return Part.IDENTITY
        if finding.kind in self._said:
            return Part.SAID
        if finding.kind in self._left:
            return Part.LEFT
        return Part.WHY if self._is_hostile(finding) else Part.IDENTITY

    def _is_hostile(self, finding: Finding) -> bool:
        """Say whether a tie of the rules reads a finding as hostile."""
        for tie in self._content.rules.argument.ties.values():
            if tie.kind != finding.kind:
                continue
            if any(not set(finding.values.get(own, ())) & set(allowed) for own, allowed in tie.where.items()):
                continue
            signs = {tie.sign} if tie.sign_of is None else self._signs(finding, tie.sign_of)
            if -1 in signs:
                return True
        return False

    def _signs(self, finding: Finding, variable: str) -> set[int | None]:
        known = self._content.codebook.variables
        held = {str(own): each for own, each in known.items()}.get(variable)
        values = finding.values.get(held.id, ()) if held else ()
        return {category.sign for category in held.categories if category.id in values} if held else set()

    def focal(self, told: Iterable[FindingId]) -> tuple[FindingId, ...]:
        """Give what is held about the focal actor and told of no rival.

        Args:
            told: Findings told of rivals.

        Returns:
            Findings, in the order of the study.
        """
        taken = set(told)
        return tuple(own for own, each in self._standing.items() if own not in taken and self.is_focal(each))


def _actors(finding: Finding) -> Iterator[ActorId]:
    return (actor for actors in finding.roles.values() for actor in actors)
