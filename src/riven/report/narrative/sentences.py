"""Sentences before they are set: pieces of text with citations between them, and what each rests on."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from riven.ids import FindingId, PassageId
from riven.report.blocks import Line, Look, Piece, Prose


@dataclass(frozen=True, slots=True)
class Cite:
    """Passages cited at a place of a sentence."""

    passages: tuple[PassageId, ...]


Spoken = Piece | Cite


@dataclass(frozen=True, slots=True)
class Sentence:
    """Something the account says.

    Attributes:
        said: Pieces and citations.
        findings: Findings it states; empty for a remark on the evidence itself.
        expectations: Expectations it states.
    """

    said: tuple[Spoken, ...]
    findings: tuple[FindingId, ...] = ()
    expectations: tuple[str, ...] = ()

    @property
    def passages(self) -> tuple[PassageId, ...]:
        """Every passage it cites."""
        return tuple(own for each in self.said if isinstance(each, Cite) for own in each.passages)

    @property
    def text(self) -> str:
        """Its text without citations."""
        return "".join(each.text for each in self.said if isinstance(each, Piece))


Paragraph = tuple[Sentence, ...]


@dataclass(frozen=True, slots=True)
class Block:
    """A part of the account that researchers may replace by a text of their own.

    Attributes:
        id: Its identifier, such as `GROUP.said`.
        title: Its title.
        paragraphs: Its paragraphs; one of a single sentence may be a line of a list.
        evidence: Findings and expectations it rests on, told or not.
        rules: What the rules make of it, in words; for a part that tells of no finding all that it says.
        listed: Whether its paragraphs are the lines of a list.
    """

    id: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    evidence: tuple[FindingId, ...] = ()
    rules: tuple[str, ...] = ()
    listed: bool = False

    @property
    def findings(self) -> tuple[FindingId, ...]:
        """Findings that it states, once each."""
        told = (own for paragraph in self.paragraphs for sentence in paragraph for own in sentence.findings)
        return tuple(dict.fromkeys((*told, *self.evidence)))

    @property
    def expectations(self) -> tuple[str, ...]:
        """Expectations that it states."""
        told = (own for paragraph in self.paragraphs for sentence in paragraph for own in sentence.expectations)
        return tuple(dict.fromkeys(told))


def remark(*said: Piece | str, findings: Sequence[FindingId] = ()) -> Sentence:
    """Say something about the evidence.

    Returns:
        A sentence that states no finding.
    """
    return Sentence(tuple(Piece(each) if isinstance(each, str) else each for each in said), tuple(findings))


def set_line(paragraph: Iterable[Sentence], cite: Callable[[Sequence[PassageId]], Line]) -> Line:
    """Set a paragraph.

    Args:
        paragraph: Sentences.
        cite: Sets a citation.

    Returns:
        One line, sentences a space apart.
    """
    return tuple(_pieces(paragraph, cite))


def _pieces(paragraph: Iterable[Sentence], cite: Callable[[Sequence[PassageId]], Line]) -> Iterator[Piece]:
    for number, sentence in enumerate(paragraph):
        if number:
            yield Piece(" ")
        for each in sentence.said:
            if isinstance(each, Piece):
                yield each
            else:
                yield from cite(each.passages)


def set_prose(
    paragraphs: Iterable[Paragraph], begin: Callable[[], Callable[[Sequence[PassageId]], Line]]
) -> tuple[Prose, ...]:
    """Set paragraphs.

    Args:
        paragraphs: Paragraphs; one that holds nothing is left out.
        begin: Gives what sets the citations of the next paragraph.

    Returns:
        A block a paragraph.
    """
    return tuple(Prose(line) for line in (set_line(paragraph, begin()) for paragraph in paragraphs) if line)


def name(text: str) -> Piece:
    """Set a name of a study, which keeps its own direction of writing."""
    return Piece(text, Look.NAME)


def free(text: str) -> Piece:
    """Set a free text of a study."""
    return Piece(text, Look.FREE)
