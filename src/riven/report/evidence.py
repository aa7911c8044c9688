"""Passages, claims and findings in words, each made once however many cells show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riven.analysis.wording import date_text
from riven.dates import FuzzyDate
from riven.ids import ActorId, ClaimId, FindingId, KindId, PassageId, RoleId, SourceId, VariableId
from riven.model.claim import Claim, Polarity
from riven.model.codebook import Codebook, DateRole, Kind
from riven.model.finding import Finding
from riven.report.citation import cite, language, link, locator, short
from riven.report.content import Content, held
from riven.report.context import Context, find_context
from riven.report.safety import isolated

MOST_SPANS = 4


@dataclass(frozen=True, slots=True)
class Field:
    """A label and what is said under it."""

    label: str
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DateView:
    """One date of a claim or finding.

    Attributes:
        role: Which date it is.
        text: The date as people say it, with its reservations.
        edtf: The date in EDTF.
        notes: The EDTF where it says more than the text, basis and the source's own phrase, as far as given.
    """

    role: str
    text: str
    edtf: str
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageView:
    """Where a claim is read.

    Attributes:
        id: Identifier.
        source: Source it lies in.
        short: Source in brief.
        full: Source in full, with its address.
        citation: Source in full, with the locator, without address.
        link: Address of the source; empty when there is none that is safe.
        locator: Page, paragraph, note.
        language: Language of the text; empty when not known.
        excerpt: Short excerpt for readers without the text; may be empty.
        context: The passage in its context; None when it cannot be shown.
        missing: Why the context is not shown, and what to do; empty when it is shown.
    """

    id: PassageId
    source: SourceId
    short: str
    full: str
    citation: str
    link: str
    locator: str
    language: str
    excerpt: str
    context: Context | None
    missing: str


@dataclass(frozen=True, slots=True)
class ClaimView:
    """A claim in words.

    Attributes:
        id: Identifier.
        kind: Label of its kind.
        coder: Who coded it, what sort of coder, when, under which revision.
        facts: Modality, polarity, confidence and the like.
        roles: Actors by role.
        values: Categories by variable.
        dates: Its dates; empty for an undated claim.
        paraphrase: What the passages say, in the coder's words.
        note: The coder's note.
        history: What it corrects or settles, in plain words.
        passages: Its passages.
    """

    id: ClaimId
    kind: str
    coder: str
    facts: tuple[Field, ...]
    roles: tuple[Field, ...]
    values: tuple[Field, ...]
    dates: tuple[DateView, ...]
    paraphrase: str
    note: str
    history: tuple[str, ...]
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class FindingView:
    """A finding in words.

    Attributes:
        id: Identifier.
        kind: Label of its kind.
        headline: Who did what, from roles and values, in one line.
        facts: Status, settlement, polarity, modality.
        dates: Its dates.
        reason: Why it has its status.
        sources: How many sources, and how many of them are independent.
        claims: Its claims.
    """

    id: FindingId
    kind: str
    headline: str
    facts: tuple[Field, ...]
    dates: tuple[DateView, ...]
    reason: str
    sources: str
    claims: tuple[ClaimView, ...]


class Evidence:
    """Turns passages, claims and findings of one report into words, and remembers them."""

    def __init__(self, content: Content) -> None:
        self._content = content
        self._passages: dict[PassageId, PassageView] = {}
        self._claims: dict[ClaimId, ClaimView] = {}
        self._findings: dict[FindingId, FindingView] = {}

    def name(self, actor: ActorId) -> str:
        """Give the printed name of an actor, safe inside a sentence."""
        return isolated(held(self._content.actors, actor, "actor").name)

    def passage(self, id_: PassageId) -> PassageView:
        """Put a passage in words.

        Returns:
            The view.

        Raises:
            UnknownTermError: The content lacks the passage or its source.
        """
        if id_ not in self._passages:
            self._passages[id_] = self._read_passage(id_)
        return self._passages[id_]

    def claim(self, id_: ClaimId) -> ClaimView:
        """Put a claim in words.

        Returns:
            The view.

        Raises:
            UnknownTermError: The content lacks the claim or something it refers to.
        """
        if id_ not in self._claims:
            self._claims[id_] = self._read_claim(held(self._content.claims, id_, "claim"))
        return self._claims[id_]

    def finding(self, id_: FindingId) -> FindingView:
        """Put a finding in words.

        Returns:
            The view.

        Raises:
            UnknownTermError: The content lacks the finding or something it refers to.
        """
        if id_ not in self._findings:
            self._findings[id_] = self._read_finding(held(self._content.findings, id_, "finding"))
        return self._findings[id_]

    def _read_passage(self, id_: PassageId) -> PassageView:
        passage = held(self._content.passages, id_, "passage")
        source = held(self._content.sources, passage.source, "source")
        document = self._content.documents.get(source.id)
        context = find_context(passage, document) if document else None
        where = locator(passage)
        return PassageView(
            id=id_,
            source=source.id,
            short=short(source.csl),
            full=cite(source.csl),
            citation=cite(source.csl, where, with_link=False),
            link=link(source.csl),
            locator=where,
            language=language(source.csl),
            excerpt=passage.excerpt,
            context=context,
            missing="" if context else self._missing(source.id, attached=document is not None),
        )

    def _missing(self, source: SourceId, *, attached: bool) -> str:
        study = self._content.about.id
        if attached:
            return (
                "The attached text does not hold this passage at its recorded place. "
                f"Run: riven verify {study}, which says whether it moved or is missing."
            )
        return (
            f"The text of source {source} is not attached to this report, so the passage cannot be shown. "
            f"With a lawful copy, run: riven attach {study} FILE, and build again."
        )

    def _read_claim(self, claim: Claim) -> ClaimView:
        codebook = self._content.codebook
        facts = [
            Field("How the source puts it", (str(claim.modality),)),
            Field(
                "The source", ("says that it is so" if claim.polarity is Polarity.AFFIRMED else "says it is not so",)
            ),
            Field("Coder’s confidence", (str(claim.confidence),)),
        ]
        if claim.place:
            facts.append(Field("Place", (claim.place,)))
        return ClaimView(
            id=claim.id,
            kind=_kind_label(codebook, claim.kind),
            coder=self._coder(claim),
            facts=tuple(facts),
            roles=self._roles(codebook.kinds.get(claim.kind), claim.roles),
            values=_values(codebook, claim.values),
            dates=tuple(
                _date(role, date.value, (str(date.basis), _quoted(date.phrase))) for role, date in claim.dates.items()
            ),
            paraphrase=claim.paraphrase,
            note=claim.note,
            history=tuple(_history(claim)),
            passages=tuple(self.passage(passage) for passage in claim.passages),
        )

    def _coder(self, claim: Claim) -> str:
        coder = self._content.coders.get(claim.coder)
        name = isolated(coder.name or coder.id) if coder else claim.coder
        parts = [f"{name} ({coder.type})" if coder else name]
        if claim.coded_on:
            parts.append(f"on {claim.coded_on.isoformat()}")
        if claim.codebook_revision:
            parts.append(f"under revision {claim.codebook_revision} of the codebook")
        return ", ".join(parts)

    def _roles(self, kind: Kind | None, roles: Mapping[RoleId, tuple[ActorId, ...]]) -> tuple[Field, ...]:
        labels = {role.id: role.entry.label for role in kind.roles} if kind else {}
        return tuple(
            Field(labels.get(role, role), tuple(self.name(actor) for actor in actors)) for role, actors in roles.items()
        )

    def _read_finding(self, finding: Finding) -> FindingView:
        codebook = self._content.codebook
        roles = self._roles(codebook.kinds.get(finding.kind), finding.roles)
        values = _values(codebook, finding.values)
        facts = [
            Field("Status", (f"{finding.status}, settled: {finding.settled}",)),
            Field("Held to be", ("so" if finding.polarity is Polarity.AFFIRMED else "not so",)),
            Field("How sources put it", (str(finding.modality),)),
        ]
        if finding.place:
            facts.append(Field("Place", (finding.place,)))
        return FindingView(
            id=finding.id,
            kind=_kind_label(codebook, finding.kind),
            headline="; ".join(f"{part.label}: {', '.join(part.texts)}" for part in (*roles, *values)),
            facts=tuple(facts),
            dates=tuple(_date(role, date) for role, date in finding.dates.items()),
            reason=finding.reason,
            sources=_sources(len(finding.sources), len(finding.independent)),
            claims=tuple(self.claim(claim) for claim in finding.claims),
        )


def _kind_label(codebook: Codebook, kind: KindId) -> str:
    return codebook.kinds[kind].entry.label if kind in codebook.kinds else kind


def _values(codebook: Codebook, values: Mapping[VariableId, tuple[str, ...]]) -> tuple[Field, ...]:
    fields = []
    for id_, held_values in values.items():
        variable = codebook.variables.get(id_)
        labels = {str(category.id): category.entry.label for category in variable.categories} if variable else {}
        label = variable.entry.label if variable else id_
        fields.append(Field(label, tuple(labels.get(value, value) for value in held_values)))
    return tuple(fields)


def _date(role: DateRole, value: FuzzyDate, notes: Iterable[str] = ()) -> DateView:
    text = said(value)
    written = value.edtf if value.edtf != text else ""
    return DateView(str(role), text, value.edtf, tuple(note for note in (written, *notes) if note))


def said(value: FuzzyDate) -> str:
    """Say a date as people do.

    Returns:
        The date in words, with its reservations; the EDTF of a date with more spans than a reader can follow.
    """
    return date_text(value) if len(value.spans) <= MOST_SPANS else value.edtf


def _quoted(phrase: str) -> str:
    return f"“{isolated(phrase)}”" if phrase else ""


def _history(claim: Claim) -> Iterable[str]:
    if claim.supersedes:
        yield f"corrects {', '.join(claim.supersedes)}"
    if claim.settles:
        yield f"settles {', '.join(claim.settles)}: {claim.verdict}"
    if claim.finding:
        yield f"coded as being about the act {claim.finding}"


def _sources(sources: int, independent: int) -> str:
    said = f"{sources} source" + "s" * (sources != 1)
    return f"{said}, {independent} independent" if sources > 1 else said
