"""The whole account as a document: every rival in turn, then how it was done, how far it holds, and what it cites."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from riven.analysis.argument import Arguments
from riven.analysis.scope import Setting, to_scope
from riven.ids import ActorId, ClaimId, FindingId, PassageId, SourceId
from riven.model.account import EditedText
from riven.model.wording import window_words
from riven.report.blocks import Line, Listing, Look, Piece, Prose, line
from riven.report.content import Content
from riven.report.evidence import Evidence
from riven.report.narrative import method
from riven.report.narrative.citing import Citer, entries, places_of, spot
from riven.report.narrative.document import Bibliography, Chapter, Document, Part, Passus, Picture
from riven.report.narrative.edits import Fingerprints, Standing, State, standing
from riven.report.narrative.group import GroupAccount
from riven.report.narrative.sentences import Block, set_line, set_prose
from riven.report.narrative.sorting import Sorting
from riven.report.narrative.subset import read_text
from riven.report.narrative.telling import Telling
from riven.report.narrative.why import Reasons
from riven.report.rulebook import filled
from riven.report.safety import isolated

Cites = Callable[[Sequence[PassageId]], Line]
Begin = Callable[[], Cites]
"""Begins a paragraph."""

EDITED = "Edited by the researchers."


@dataclass
class _Paragraph:
    """Sets the citations of one paragraph: a source just cited is not named again, only where in it."""

    content: Content
    citer: Citer
    cited: dict[SourceId, None]
    before: SourceId | None = None

    def cite(self, passages: Sequence[PassageId]) -> Line:
        """Set a citation."""
        places = places_of(passages, self.content.passages)
        if not places:
            return ()
        self.cited.update(dict.fromkeys(place.source for place in places))
        sources = {place.source for place in places}
        is_again = sources == {self.before} and all(place.locator for place in places)
        self.before = places[0].source if len(sources) == 1 else None
        text = f"({'; '.join(spot(place) for place in places)})" if is_again else self.citer.cited(places)
        return (Piece(text, Look.NAME, f"source-{places[0].source}"),)


@dataclass(frozen=True)
class Told:
    """Chapters of an account before they are set.

    Attributes:
        chapters: Anchor, title and blocks of each, in order.
    """

    chapters: tuple[tuple[str, str, tuple[Block, ...]], ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, in order."""
        return tuple(block for _, _, blocks in self.chapters for block in blocks)


def tell(content: Content, told: Arguments, robustness: Sequence[str]) -> Told:
    """Generate every block of an account.

    Args:
        content: Everything an account needs.
        told: What the study argues.
        robustness: What trying other decisions showed, in sentences.

    Returns:
        Introduction, focal actor, every rival, methods, limitations and robustness.
    """
    groups = GroupAccount(_reasons(content, told))
    focal = content.about.focal
    last = [method.limitations(), method.robust(robustness), method.decisions(content)]
    parts = [
        (f"group-{focal}", _name(content, focal), groups.focal()),
        *((f"group-{own}", _name(content, own), groups.blocks(own)) for own in groups.rivals()),
    ]
    found = {own for _, _, blocks in parts for block in blocks for own in block.findings}
    return Told(
        (
            ("introduction", "Introduction", (method.introduction(content),)),
            *parts,
            ("method", "How it was done", (method.methods(content, found), method.effort(content))),
            ("limits", "How far it goes", tuple(block for block in last if block.paragraphs)),
        )
    )


def _reasons(content: Content, told: Arguments) -> Reasons:
    setting = Setting(
        focal=content.about.focal,
        window=content.about.window,
        codebook=content.codebook,
        rules=content.rules,
        actors=content.actors,
        searches=content.searches,
    )
    scope = to_scope(told.evidence, setting)
    return Reasons(content, told, Sorting(content, told, scope), Telling(content, Evidence(content)))


def _name(content: Content, actor: ActorId) -> str:
    held = content.actors.get(actor)
    return isolated(held.name) if held else actor


@dataclass(frozen=True)
class Assembly:
    """Sets what was told, with the texts of the researchers in place.

    Attributes:
        content: Everything an account needs.
        told: The generated blocks.
        edits: Texts of the researchers, by block.
        citer: Sets citations.
        prints: Takes fingerprints.
        pictures: Figures.
    """

    content: Content
    told: Told
    edits: Mapping[str, EditedText] = field(hash=False)
    citer: Citer
    prints: Fingerprints
    pictures: tuple[Picture, ...] = ()

    @cached_property
    def standings(self) -> tuple[Standing, ...]:
        """How every block stands, those of texts without a place last."""
        held = {block.id for block in self.told.blocks}
        found = [standing(block, self.edits.get(block.id), self._print(block)) for block in self.told.blocks]
        homeless = [Standing(own, "", State.HOMELESS) for own in self.edits if own not in held]
        return (*found, *homeless)

    def _print(self, block: Block) -> Mapping[str, str]:
        return self.prints.of(block) if block.id in self.edits else {}

    def document(self) -> Document:
        """Set the account.

        Returns:
            The document; equal contents give equal documents.
        """
        cited: dict[SourceId, None] = {}

        def cite() -> Cites:
            return _Paragraph(self.content, self.citer, cited).cite

        chapters = [
            Chapter(anchor, title, (), tuple(self._passus(block, cite) for block in blocks))
            for anchor, title, blocks in self.told.chapters
        ]
        chapters += self._homeless(cite)
        if self.pictures:
            chapters.append(Chapter("figures", "Figures", self.pictures))
        references = entries(self.citer.references(tuple(cited)), self.content.sources)
        head = Prose(line(self.citer.remark))
        chapters.append(Chapter("references", "References", (head, Bibliography(references))))
        about = self.content.about
        version = f", version {about.version}" if about.version else ""
        return Document(
            title=f"{isolated(about.title)}: the account",
            about=line(
                f"Study {about.id}{version}; focal group ",
                Piece(_name(self.content, about.focal), Look.NAME),
                f"; {window_words(about.window)}",
            ),
            blocks=tuple(self._opening()),
            chapters=tuple(chapters),
        )

    def _opening(self) -> Iterator[Prose]:
        rivals = any(verdict.rival for verdict in self.content.rivals)
        if not rivals:
            rule = filled(self.content.rules.rival.sentence, self.content)
            yield Prose(line("No group of the study is a rival. ", Piece(rule, Look.FREE)))
        yield from (Prose(line(each.flag), is_warning=True) for each in self.standings if each.flag)

    def _passus(self, block: Block, cite: Begin) -> Passus:
        edit = self.edits.get(block.id)
        if edit is None:
            return Passus(f"block-{block.id}", block.title, self._generated(block, cite))
        state = next(each for each in self.standings if each.block == block.id)
        return Passus(f"block-{block.id}", block.title, tuple(self._edited(edit, state, cite)))

    def _generated(self, block: Block, cite: Begin) -> tuple[Part, ...]:
        if block.listed:
            return (Listing(tuple(set_line(paragraph, cite()) for paragraph in block.paragraphs)),)
        return set_prose(block.paragraphs, cite)

    def _edited(self, edit: EditedText, state: Standing, cite: Begin) -> Iterator[Part]:
        def in_full(passages: Sequence[PassageId]) -> Line:
            return cite()(passages)  # a person may move sentences about, so each names its source

        read = read_text(edit.text, self._passages, in_full)
        yield Prose(line(Piece(EDITED, Look.EMPHASIS)))
        if state.flag:
            yield Prose(line(state.flag), is_warning=True)
        if read.unknown:
            names = ", ".join(read.unknown)
            yield Prose(line(f"It cites what the study does not hold: {names}."), is_warning=True)
        yield from read.blocks

    def _homeless(self, cite: Begin) -> Iterator[Chapter]:
        found = [each for each in self.standings if each.state is State.HOMELESS]
        if found:
            sections = (
                Passus(f"block-{each.block}", each.block, tuple(self._edited(self.edits[each.block], each, cite)))
                for each in found
            )
            yield Chapter("homeless", "Texts of the researchers without a place", (), tuple(sections))

    def _passages(self, own: str) -> Sequence[PassageId]:
        """Give the passages of what a text cites: a passage, a claim or a finding."""
        if own in self.content.passages:
            return (PassageId(own),)
        claims: Iterable[ClaimId] = (ClaimId(own),)
        if own in self.content.findings:
            claims = self.content.findings[FindingId(own)].claims
        held = (self.content.claims[each] for each in claims if each in self.content.claims)
        return tuple(dict.fromkeys(passage for claim in held for passage in claim.passages))
