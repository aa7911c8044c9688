"""How a study was done, what must not be concluded, and how much of it holds: blocks made from its rules and effort."""

from collections.abc import Collection, Iterable, Iterator

from riven.ids import FindingId
from riven.report.account import LIMITATIONS
from riven.report.blocks import Look, Piece
from riven.report.content import Content
from riven.report.narrative.sentences import Block, Paragraph, Sentence, free, name, remark
from riven.report.rulebook import SearchView, filled, rules_in_words, searches_in_words, switches_in_words
from riven.report.verdicts import summary

INTRODUCTION, METHODS, EFFORT = "introduction", "methods", "effort"
LIMITS, ROBUSTNESS, SWITCHES = "limitations", "robustness", "decisions"
_UNTRIED = "No alternative was tried for this account; riven sensitivity tries every one and tells what changes."


def introduction(content: Content) -> Block:
    """Say what the study asks and what it found."""
    found = tuple(remark(free(each)) for each in summary(content))
    question = remark(free(filled(content.rules.sentence, content)))
    about = remark(free(filled(content.about.description, content))) if content.about.description else None
    return _block(INTRODUCTION, "What was asked, and what was found", [(question,), (about,) if about else (), found])


def methods(content: Content, told: Collection[FindingId] = ()) -> Block:
    """Say by which rules the account was made.

    Args:
        content: Everything an account needs.
        told: Findings that it tells.

    Returns:
        A list: how sentences came about, how many findings are told, then every rule.
    """
    coders = [name(each.name or each.id) for each in content.coders.values()]
    said: list[Piece] = [Piece("Claims were coded under ")]
    said += [name(content.codebook.title or content.codebook.id), Piece(f", revision {content.codebook.revision}, by ")]
    for number, coder in enumerate(coders):
        said += [Piece(", "), coder] if number else [coder]
    said.append(
        Piece(
            ". Claims about one act were settled into one finding. Every sentence on a group above was made from "
            "findings by the rules below and cites the passages they rest on; the words are the coders’ paraphrases. "
            "A dash after a citation brings in what is open: the date, how the source puts it, how many sources "
            "tell it."
        )
    )
    rules = [_labelled(view.about, view.sentence) for view in rules_in_words(content)]
    total = remark(
        f"Of {len(content.findings)} findings {len(told)} are told. The others are about other actors only, were "
        "rejected, or were only suggested by coders whose claims do not count by themselves."
    )
    opening = [(Sentence(tuple(said)),), (total,)]
    return _block(METHODS, "Methods", [*opening, *((each,) for each in rules)], listed=True)


def _labelled(label: str, text: str) -> Sentence:
    return remark(Piece(f"{label[:1].upper()}{label[1:]}:", Look.STRONG), Piece(" "), free(text))


def effort(content: Content) -> Block:
    """Say what was searched."""
    told = [(_search(view),) for view in searches_in_words(content)]
    if not told:
        told = [(remark("The study records no search, so an empty cell says nothing about a group."),)]
    return _block(EFFORT, "What was searched", told, listed=len(told) > 1)


def _search(view: SearchView) -> Sentence:
    counts = "" if view.counts == "yes" else " It does not turn an empty cell into “none found”."
    said: list[Piece] = [Piece("About "), free(view.about), Piece("; for "), free(view.kinds)]
    said += [Piece(f"; over {view.covers}; documents: {view.documents}; by "), free(view.coder), Piece(".")]
    said += [Piece(" Searched: "), free(view.query), Piece(".")] if view.query else []
    said += [Piece(counts)] if counts else []
    said += [Piece(" "), free(view.note)] if view.note else []
    return Sentence(tuple(said))


def limitations() -> Block:
    """Say what must not be concluded."""
    return _block(LIMITS, "Limitations", [(remark(each),) for each in LIMITATIONS], listed=True)


def robust(sentences: Iterable[str]) -> Block:
    """Say how much holds under other decisions.

    Args:
        sentences: What trying the alternatives showed; none when they were not tried.

    Returns:
        A list, or one sentence that says that nothing was tried.
    """
    told = [(remark(free(each)),) for each in sentences] or [(remark(_UNTRIED),)]
    return _block(ROBUSTNESS, "How much of it holds", told, listed=len(told) > 1)


def decisions(content: Content) -> Block:
    """List the decisions another researcher might take differently."""
    return _block(SWITCHES, "Decisions that could be taken differently", list(_decisions(content)), listed=True)


def _decisions(content: Content) -> Iterator[Paragraph]:
    for view in switches_in_words(content):
        told = " ".join(f"{own}: {sentence}" for own, sentence in view.options)
        yield (
            remark(free(view.question), Piece(" "), free(view.chosen)),
            remark(Piece(f"Otherwise ({view.id}): "), free(told)),
        )


def _block(own: str, title: str, paragraphs: Iterable[Paragraph], *, listed: bool = False) -> Block:
    held = tuple(paragraph for paragraph in paragraphs if paragraph)
    return Block(
        own,
        title,
        held,
        rules=tuple(sentence.text for paragraph in held for sentence in paragraph),
        listed=listed,
    )
