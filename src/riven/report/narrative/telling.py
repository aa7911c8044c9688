"""A finding in a sentence: when, what its claims say, where each says it, and what is open about it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from riven.evidence.independence import independent_of
from riven.ids import ActorId, ClaimId, FindingId, KindId, PassageId, SourceId
from riven.model.claim import Claim, Confidence, Modality
from riven.model.finding import Finding, Status
from riven.model.panel import PathStep
from riven.report.blocks import Look, Piece
from riven.report.content import Content, held
from riven.report.evidence import Evidence
from riven.report.narrative.sentences import Cite, Paragraph, Sentence, Spoken, free, name, remark
from riven.report.narrative.when import Openings, deciding, opening, reservations, told_date
from riven.report.rulebook import filled
from riven.report.safety import isolated

MODALITIES = {
    Modality.REPORTED: "told on the word of others",
    Modality.BELIEVED: "believed, not known",
    Modality.RUMOURED: "no more than a rumour",
    Modality.DENIED: "coded as a denial",
    Modality.FORECAST: "a forecast",
}
_END = re.compile(r"[\s.。]+$")
_BOLD = Look.STRONG


@dataclass(frozen=True, slots=True)
class Version:
    """What one voice says about an act: a paraphrase, and the passages it rests on."""

    text: str
    source: SourceId | None
    passages: tuple[PassageId, ...]


class Telling:
    """Tells the findings of one study."""

    def __init__(self, content: Content, evidence: Evidence) -> None:
        """Prepare to tell.

        Args:
            content: Everything an account needs.
            evidence: Its findings in words, for those whose claims have no paraphrase.
        """
        self._content = content
        self._evidence = evidence
        self._by_claim = {claim: own for own, each in content.findings.items() for claim in each.claims}
        self._places = {own: place for place, own in enumerate(content.findings)}
        self._independent = independent_of(content.sources, content.rules.independence)
        self._openings = Openings(
            (claim.paraphrase for claim in content.claims.values()), (each.name for each in content.actors.values())
        )

    def name(self, actor: ActorId) -> str:
        """Give the printed name of an actor, safe inside a sentence."""
        known = self._content.actors.get(actor)
        return isolated(known.name) if known else actor

    def passages(self, findings: Iterable[FindingId]) -> tuple[PassageId, ...]:
        """Give the passages that findings rest on, once each."""
        told = (self._content.findings[own] for own in findings if own in self._content.findings)
        return tuple(
            dict.fromkeys(own for finding in told for claim in self._claims(finding) for own in claim.passages)
        )

    def sentence(self, own: FindingId, *, dated: bool = True) -> Sentence:
        """Tell a finding.

        Args:
            own: The finding.
            dated: Whether it begins with its date.

        Returns:
            Everything its claims say, each voice with its citation, then what is open about it.
        """
        finding = held(self._content.findings, own, "finding")
        kind = self._content.codebook.kinds.get(finding.kind)
        role = deciding(finding, kind)
        claims = self._claims(finding)
        lead = ""
        if role and dated:
            lead = opening(told_date(finding, role, claims), role, lasting=bool(kind and kind.lasting))
        first, *others = self._versions(finding, claims)
        said: list[Spoken] = list(self._version(first, lead))
        for other in others:
            said += [Piece(". In another reading: " if finding.status is Status.DISPUTED else ". Another source: ")]
            said += self._version(other, "")
        open_ = [*reservations(finding, role, claims), *_qualifiers(finding, claims)]
        said += [Piece(f" – {'; '.join(open_)}")] if open_ else []
        said.append(Piece("."))
        if finding.status is Status.DISPUTED:
            said.append(free(f" {finding.reason}"))
        return Sentence(tuple(said), (own,))

    def _claims(self, finding: Finding) -> list[Claim]:
        return [self._content.claims[own] for own in finding.claims if own in self._content.claims]

    def _versions(self, finding: Finding, claims: Sequence[Claim]) -> list[Version]:
        """Tell each voice once: every reading of a disputed act, else one paraphrase a source that is no copy."""
        told: dict[object, Version] = {}
        texts: dict[str, object] = {}
        for claim in claims:
            source = self._source(claim)
            text = _END.sub("", " ".join(claim.paraphrase.split()))
            key: object = claim.id if finding.status is Status.DISPUTED else self._origin(source)
            key = texts.get(text, key) if text else key
            before = told.get(key)
            if before is None and not text and told:
                key, before = next(iter(told.items()))
            if before is None:
                told[key] = Version(text, source, claim.passages)
                texts[text] = key
            else:
                told[key] = Version(before.text or text, before.source, (*before.passages, *claim.passages))
        spoken = [version for version in told.values() if version.text]
        return spoken or [Version(self._headline(finding), None, self.passages((finding.id,)))]

    def _headline(self, finding: Finding) -> str:
        view = self._evidence.finding(finding.id)
        return f"{view.kind}: {view.headline}" if view.headline else view.kind

    def _source(self, claim: Claim) -> SourceId | None:
        found = (self._content.passages[own].source for own in claim.passages if own in self._content.passages)
        return next(found, None)

    def _origin(self, source: SourceId | None) -> SourceId | None:
        return self._independent.get(source, source) if source else source

    def _version(self, version: Version, lead: str) -> Iterator[Spoken]:
        day = lead.rstrip(":").partition(" ")[2].removesuffix(" on")
        before, text = self._openings.joined("" if day and day in version.text else lead, version.text)
        if before:
            yield Piece(before)
        yield free(text)
        yield Piece(" ")
        yield Cite(tuple(dict.fromkeys(version.passages)))

    def paragraphs(
        self, findings: Iterable[FindingId], *, labelled: bool, first: Sequence[KindId] = ()
    ) -> Iterator[Paragraph]:
        """Tell findings, kind by kind in the order of the codebook, dated ones first.

        Args:
            findings: Findings.
            labelled: Whether a paragraph begins with the name of its kind.
            first: Kinds that come before the others.

        Yields:
            Paragraphs.
        """
        order = {kind: place for place, kind in enumerate(dict.fromkeys((*first, *self._content.codebook.kinds)))}
        by_kind: dict[KindId, list[Finding]] = {}
        for own in dict.fromkeys(findings):
            finding = held(self._content.findings, own, "finding")
            by_kind.setdefault(finding.kind, []).append(finding)
        for kind in sorted(by_kind, key=lambda own: order.get(own, len(order))):
            label = self._kind_label(kind)
            head = (remark(Piece(f"{label}.", _BOLD)),) if labelled else ()
            yield (*head, *self._told(by_kind[kind]))

    def _kind_label(self, kind: KindId) -> str:
        known = self._content.codebook.kinds.get(kind)
        return isolated(known.entry.label) if known else kind

    def _told(self, findings: Sequence[Finding]) -> Iterator[Sentence]:
        dated = sorted((each for each in findings if each.dates), key=self._day)
        undated = [each for each in findings if not each.dates]
        yield from (self.sentence(each.id) for each in dated)
        if undated:
            yield remark("No source dates what follows." if dated else "Undated in the sources:")
        yield from (self.sentence(each.id) for each in undated)

    def _day(self, finding: Finding) -> tuple[str, str]:
        role = deciding(finding, self._content.codebook.kinds.get(finding.kind))
        hull = finding.dates[role].hull if role else None
        day = (hull.first or hull.last) if hull else None
        return (day.isoformat() if day else "~", finding.id)

    def path(self, steps: Sequence[PathStep], to: ActorId) -> Sentence:
        """Say by which rules what one actor did counts for another, and on which findings that rests.

        Args:
            steps: At least one step.
            to: Whose account it is.

        Returns:
            A sentence with the rules in words, each cited with the finding it rests on.
        """
        said: list[Spoken] = [
            Piece("Inherited from "),
            name(self.name(steps[0].actor)),
            Piece(", whose acts count for "),
            name(self.name(to)),
            Piece(" by this rule: "),
        ]
        for number, step in enumerate(steps):
            rule = self._content.rules.links.get(step.link)
            said += [Piece("; then: ")] if number else []
            said += [free(f"“{_END.sub('', filled(rule.sentence, self._content))}”" if rule else step.link), Piece(" ")]
            said.append(Cite(self.passages((step.finding,))))
        return Sentence((*said, Piece(".")), tuple(dict.fromkeys(step.finding for step in steps)))

    def support(self, findings: Sequence[FindingId]) -> Sentence | None:
        """Say how many sources stand behind a text.

        Returns:
            A remark; None where nothing is told.
        """
        told = [self._content.findings[own] for own in dict.fromkeys(findings) if own in self._content.findings]
        if not told:
            return None
        single = [each for each in told if len(each.independent) <= 1]
        sources = {own for each in told for own in each.independent}
        if len(single) < len(told):
            return remark("Where nothing else is said, a finding rests on the word of one source.") if single else None
        if len(told) == 1 or len(sources) == 1:
            return remark(f"{'This rests' if len(told) == 1 else 'All of this rests'} on the word of one source.")
        return remark("Each of these findings rests on the word of one source.")

    def claims_findings(self, claims: Iterable[ClaimId]) -> tuple[FindingId, ...]:
        """Name the findings that hold given claims."""
        found = dict.fromkeys(self._by_claim[own] for own in claims if own in self._by_claim)
        return tuple(sorted(found, key=self._places.__getitem__))


def _qualifiers(finding: Finding, claims: Sequence[Claim]) -> Iterator[str]:
    if finding.modality in MODALITIES:
        yield MODALITIES[finding.modality]
    if claims and all(claim.confidence is Confidence.LOW for claim in claims):
        yield "read with low confidence"
    sources, independent = len(finding.sources), len(finding.independent)
    if independent > 1:
        yield f"told by {independent} sources independently"
    elif sources > 1:
        yield f"told by {sources} sources that repeat one story, and count as one"
