"""The small part of Markdown that a text of the researchers may use, read and written.

Paragraphs, lists with `-`, `**strong**`, `*emphasis*`, a backslash before a mark that is meant as itself, and
citations such as `[@p-12; @p-14]` of passages, claims or findings. Everything else is text and shows as itself.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from riven.ids import PassageId
from riven.report.blocks import Line, Listing, Look, Piece, Prose
from riven.report.narrative.sentences import Block, Cite, Paragraph

_ITEM = re.compile(r"[ \t]*[-*+][ \t]+(?=\S)")
_INLINE = re.compile(
    r"\\(?P<itself>[\\*\[\]+-])"
    r"|\[(?P<cited>@[a-z0-9._-]+(?:\s*;\s*@[a-z0-9._-]+)*)\]"
    r"|\*\*(?P<strong>[^*\\\[\]\s](?:[^*\\\[\]]*[^*\\\[\]\s])?)\*\*"
    r"|\*(?P<emphasis>[^*\\\[\]\s](?:[^*\\\[\]]*[^*\\\[\]\s])?)\*"
)
_MARKS = re.compile(r"([\\*\[\]])")
_STARTS = re.compile(r"^([-+])")


@dataclass(frozen=True, slots=True)
class Read:
    """A text that was read.

    Attributes:
        blocks: Its paragraphs and lists.
        unknown: What it cites and the study does not hold.
    """

    blocks: tuple[Prose | Listing, ...]
    unknown: tuple[str, ...]


def read_text(
    text: str, known: Callable[[str], Sequence[PassageId]], cite: Callable[[Sequence[PassageId]], Line]
) -> Read:
    """Read a text of the researchers.

    Args:
        text: The text.
        known: Passages of what is cited, a passage, a claim or a finding; none when the study does not hold it.
        cite: Sets a citation.

    Returns:
        Blocks, in which nothing but the marks above is markup.
    """
    unknown: dict[str, None] = {}

    def line(written: str) -> Line:
        return tuple(_pieces(written, known, cite, unknown))

    found = tuple(block for chunk in re.split(r"\n[ \t]*\n", text) for block in _chunk(chunk, line))
    return Read(found, tuple(unknown))


def _chunk(chunk: str, line: Callable[[str], Line]) -> Iterator[Prose | Listing]:
    """Read lines without an empty one between them: text, then a list, as often as they change."""
    for is_list, texts in _parts(chunk):
        if is_list:
            yield Listing(tuple(line(text) for text in texts))
        else:
            yield Prose(line(" ".join(texts)))


def _parts(chunk: str) -> list[tuple[bool, list[str]]]:
    """Gather the lines of paragraphs and the items of lists; an indented line goes on with its item."""
    parts: list[tuple[bool, list[str]]] = []
    for written in filter(str.strip, chunk.split("\n")):
        marked = _ITEM.match(written)
        is_in_list = bool(parts) and parts[-1][0]
        if is_in_list and not marked and written[0].isspace():
            parts[-1][1][-1] += f" {written.strip()}"
            continue
        if not parts or is_in_list is not bool(marked):
            parts.append((bool(marked), []))
        parts[-1][1].append(written[marked.end() :] if marked else written.strip())
    return parts


def _pieces(
    written: str,
    known: Callable[[str], Sequence[PassageId]],
    cite: Callable[[Sequence[PassageId]], Line],
    unknown: dict[str, None],
) -> Iterator[Piece]:
    place, plain = 0, ""
    for match in _INLINE.finditer(written):
        plain += written[place : match.start()]
        place = match.end()
        if match["itself"]:
            plain += match["itself"]
            continue
        if plain:
            yield Piece(plain, Look.FREE)
            plain = ""
        if match["cited"]:
            yield from _cited(match["cited"], known, cite, unknown)
        else:
            yield Piece(match["strong"] or match["emphasis"], Look.STRONG if match["strong"] else Look.EMPHASIS)
    if plain + written[place:]:
        yield Piece(plain + written[place:], Look.FREE)


def _cited(
    written: str,
    known: Callable[[str], Sequence[PassageId]],
    cite: Callable[[Sequence[PassageId]], Line],
    unknown: dict[str, None],
) -> Iterator[Piece]:
    passages: dict[PassageId, None] = {}
    for name in (part.strip().removeprefix("@") for part in written.split(";")):
        held = known(name)
        passages |= dict.fromkeys(held)
        if not held:
            unknown[name] = None
            yield Piece(f"[@{name}?]", Look.CODE)
    if passages:
        yield from cite(tuple(passages))


def written_block(block: Block) -> str:
    """Write a generated block as a text to start from.

    Args:
        block: The block.

    Returns:
        Text in the part of Markdown above, which reads back as the same words and citations.
    """
    lines = [_written(paragraph, listed=block.listed) for paragraph in block.paragraphs]
    return ("\n" if block.listed else "\n\n").join(lines) + "\n"


def _written(paragraph: Paragraph, *, listed: bool) -> str:
    told = " ".join("".join(_marked(each) for each in sentence.said) for sentence in paragraph)
    return f"- {told}" if listed else _STARTS.sub(r"\\\1", told)


def _marked(each: Piece | Cite) -> str:
    if isinstance(each, Cite):
        return f"[{'; '.join(f'@{own}' for own in each.passages)}]"
    text = " ".join(each.text.split()) if each.text.strip() else each.text
    head, tail = each.text[: len(each.text) - len(each.text.lstrip())], each.text[len(each.text.rstrip()) :]
    escaped = _MARKS.sub(r"\\\1", text)
    if each.look in {Look.STRONG, Look.EMPHASIS} and text.strip() and escaped == text:
        mark = "**" if each.look is Look.STRONG else "*"
        return f"{head and ' '}{mark}{escaped}{mark}{tail and ' '}"
    return f"{head and ' '}{escaped}{tail and ' '}" if text.strip() else text
