"""Why a rival and the focal actor do not get along: camp, factors as derived and as authors state them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from riven.analysis.argument import Arguments
from riven.analysis.factors import FactorVerdict, StatedFactor
from riven.ids import ActorId, FindingId, RuleId
from riven.model.argument import Judgement
from riven.report.blocks import Look, Piece
from riven.report.content import CampVerdict, Content
from riven.report.narrative.sentences import Cite, Paragraph, Sentence, Spoken, free, name, remark
from riven.report.narrative.sorting import Sorting
from riven.report.narrative.telling import Telling
from riven.report.rulebook import filled
from riven.report.safety import isolated

DERIVED = {
    Judgement.PRESENT: "by the rules it sets them apart",
    Judgement.SOME_FACTIONS: "by the rules it sets some factions of the group apart",
    Judgement.DISPUTED: "by the rules the evidence is in conflict",
    Judgement.ABSENT: "by the rules it does not set them apart",
    Judgement.NOT_CODED: "the study holds nothing from which the rules could derive it",
}
STATED = {
    Judgement.PRESENT: "present",
    Judgement.SOME_FACTIONS: "present for some factions",
    Judgement.DISPUTED: "present and absent, against each other",
    Judgement.ABSENT: "absent",
    Judgement.NOT_CODED: "open",
}
_OPEN = "what decides leaves its date, its wording or whom it concerns open"


@dataclass(frozen=True)
class Reasons:
    """What the reasons of a rival are told from.

    Attributes:
        content: Everything an account needs.
        told: What the study argues.
        sorting: Which findings go where.
        telling: How findings are told.
    """

    content: Content
    told: Arguments
    sorting: Sorting
    telling: Telling

    def camp(self, verdict: CampVerdict | None) -> Paragraph:
        """Say which camp a rival is in, by which rule, on what evidence.

        Returns:
            A paragraph; empty without a verdict.
        """
        if verdict is None:
            return ()
        known = next((camp for camp in self.content.rules.camps if camp.id == verdict.camp), None)
        if known is None:
            return (remark("The rules put it in no camp: the evidence does not decide between them."),)
        found = self.telling.claims_findings(verdict.claims_for)
        said: list[Spoken] = [
            Piece("By the rules it belongs to: "),
            Piece(isolated(known.label), Look.STRONG),
            Piece(". "),
            free(filled(known.sentence, self.content)),
        ]
        if passages := self.telling.passages(found):
            said += [Piece(" The evidence: "), Cite(passages), Piece(".")]
        against = self.telling.claims_findings(verdict.claims_against)
        if passages := self.telling.passages(against):
            said += [Piece(" What speaks against it: "), Cite(passages), Piece(".")]
        return (Sentence(tuple(said), (*found, *against)),)

    def factors(self, actor: ActorId, findings: Sequence[FindingId]) -> Iterator[Paragraph]:
        """Go through the factors of the rules.

        Args:
            actor: The rival.
            findings: Findings this part has to tell.

        Yields:
            A paragraph a factor on which anything is coded; one on all the others; then what no factor takes up.
        """
        left = dict.fromkeys(findings)
        silent: list[str] = []
        for own, rule in self.content.rules.argument.factors.items():
            verdict, stated = self._verdicts.get((own, actor)), self._stated.get((own, actor))
            if verdict is None:
                continue
            if verdict.judgement is Judgement.NOT_CODED and not (stated and stated.findings):
                silent.append(isolated(rule.label))
            else:
                yield tuple(self._factor(isolated(rule.label), verdict, stated, left))
        if silent:
            yield (remark(f"Nothing is coded on: {'; '.join(silent)}. That is not to say that it plays no part."),)
        yield from self.telling.paragraphs(left, labelled=True)

    def judgements(self, actor: ActorId) -> tuple[str, ...]:
        """Say in short what the rules make of every factor for a rival."""
        verdicts = ((own, self._verdicts.get((own, actor))) for own in self.content.rules.argument.factors)
        return tuple(f"{own}: {each.judgement}" for own, each in verdicts if each)

    @cached_property
    def _verdicts(self) -> Mapping[tuple[RuleId, ActorId], FactorVerdict]:
        whole = self.told.whole
        return {(each.factor, each.actor): each for each in self.told.argued.factors if each.period == whole}

    @cached_property
    def _stated(self) -> Mapping[tuple[RuleId, ActorId], StatedFactor]:
        return {(each.factor, each.actor): each for each in self.told.argued.stated}

    def _factor(
        self, label: str, verdict: FactorVerdict, stated: StatedFactor | None, left: dict[FindingId, None]
    ) -> Iterator[Sentence]:
        open_ = f"; {_OPEN}" if verdict.is_open else ""
        found = (*verdict.findings_for, *verdict.findings_against)
        head = (Piece(f"{label}:", Look.STRONG), Piece(f" {DERIVED[verdict.judgement]}{open_}"))
        yield Sentence((*head, *self._cited(verdict.actor, found), Piece(".")), found)
        for own in found:
            if own in left:
                left.pop(own)
                yield self.telling.sentence(own)
        if stated and stated.findings:
            agrees = {True: ", as the rules do", False: ", unlike the rules", None: ""}[stated.agrees]
            lead = Piece(f"Authors judge it {STATED[stated.stated]}{agrees}: ")
            for own in stated.findings:
                left.pop(own, None)
                sentence = self.telling.sentence(own)
                yield replace(sentence, said=(lead, *sentence.said)) if own == stated.findings[0] else sentence

    def _cited(self, actor: ActorId, findings: Sequence[FindingId]) -> Iterator[Spoken]:
        """Cite what decides: the rival's side, then what concerns the focal actor alone."""
        known = {own: self.content.findings[own] for own in findings if own in self.content.findings}
        sort = self.sorting
        focal = [own for own, each in known.items() if sort.is_focal(each) and not sort.concerns(each, actor)]
        rival = [own for own in known if own not in focal]
        if passages := self.telling.passages(rival):
            yield from (Piece(" "), Cite(passages))
        if focal and (passages := self.telling.passages(focal)):
            yield Piece("; on the side of " if rival else " ")
            if rival:
                yield from (name(self.telling.name(self.content.about.focal)), Piece(" "))
            yield Cite(passages)
