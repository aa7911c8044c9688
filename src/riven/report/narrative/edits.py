"""Texts of researchers in place of generated ones: what each was written on, and whether that is still so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from hashlib import sha256

from riven.ids import PassageId
from riven.model.account import EditedText
from riven.model.claim import Claim
from riven.model.expectation import Expectation
from riven.model.finding import Finding
from riven.model.source import Passage
from riven.report.content import Content
from riven.report.narrative.sentences import Block

SHOWN = 12
RULES = "what the rules make of it"
_LENGTH = 12


class State(StrEnum):
    """Whether a block is generated or edited, and whether its evidence is still what it was."""

    GENERATED = "generated"
    CURRENT = "edited"
    CHANGED = "evidence changed"
    HOMELESS = "no such block"


@dataclass(frozen=True)
class Standing:
    """How a block stands.

    Attributes:
        block: Its id.
        title: Its title; empty for a text whose block the account no longer has.
        state: Its state.
        changes: What changed since its text was written, in words.
    """

    block: str
    title: str
    state: State
    changes: tuple[str, ...] = ()

    @property
    def flag(self) -> str:
        """What to tell a person, in a sentence; empty where nothing changed."""
        if self.state is State.HOMELESS:
            return f"The text of the researchers for '{self.block}' has no place in this account any more."
        if self.state is not State.CHANGED:
            return ""
        more = len(self.changes) - SHOWN
        told = "; ".join(self.changes[:SHOWN]) + (f" and {more} more" if more > 0 else "")
        return f"The evidence changed since the researchers wrote this text ({self.block}): {told}."


@dataclass(frozen=True)
class Fingerprints:
    """Makes fingerprints of what a block rests on."""

    content: Content
    expectations: Mapping[str, Expectation] = field(hash=False)

    def of(self, block: Block) -> dict[str, str]:
        """Take the fingerprint of everything a block rests on.

        Returns:
            A short hash for each finding, claim and expectation, and one for what the rules make of them, by what
            it names.
        """
        found = dict(self._findings(block))
        found |= {
            f"expectation {own}": _hash(_expectation(self.expectations[own]))
            for own in block.expectations
            if own in self.expectations
        }
        return found | ({RULES: _hash(block.rules)} if block.rules else {})

    def _findings(self, block: Block) -> Iterator[tuple[str, str]]:
        for own in block.findings:
            finding = self.content.findings.get(own)
            if finding is None:
                continue
            yield f"finding {own}", _hash(_finding(finding))
            for each in finding.claims:
                if claim := self.content.claims.get(each):
                    yield f"claim {each}", _hash(_claim(claim, self.content.passages))


def standing(block: Block, edit: EditedText | None, now: Mapping[str, str]) -> Standing:
    """Compare what a text was written on with what there is.

    Args:
        block: The block.
        edit: The text of the researchers; None when there is none.
        now: Fingerprints of the block's evidence.

    Returns:
        How the block stands.
    """
    if edit is None:
        return Standing(block.id, block.title, State.GENERATED)
    changes = tuple(_changes(edit.evidence, now))
    return Standing(block.id, block.title, State.CHANGED if changes else State.CURRENT, changes)


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[str]:
    yield from (f"{own} is new" for own in now if own not in before)
    yield from (f"{own} reads otherwise" for own in now if own in before and before[own] != now[own])
    yield from (f"{own} is gone" for own in before if own not in now)


def _hash(parts: Iterable[str]) -> str:
    return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:_LENGTH]


def _finding(each: Finding) -> Iterator[str]:
    yield from (each.kind, each.status, each.polarity, each.modality, each.place, each.reason)
    yield from (f"{role}={'|'.join(actors)}" for role, actors in sorted(each.roles.items()))
    yield from (f"{own}={'|'.join(values)}" for own, values in sorted(each.values.items()))
    yield from (f"{role}={date.edtf}" for role, date in sorted(each.dates.items()))
    yield from (*each.claims, *each.independent)


def _claim(each: Claim, passages: Mapping[PassageId, Passage]) -> Iterator[str]:
    yield from (each.kind, each.polarity, each.modality, each.confidence, each.place, each.paraphrase)
    yield from (f"{role}={'|'.join(actors)}" for role, actors in sorted(each.roles.items()))
    yield from (f"{own}={'|'.join(values)}" for own, values in sorted(each.values.items()))
    yield from (f"{role}={date.value.edtf} {date.basis}" for role, date in sorted(each.dates.items()))
    for own in each.passages:
        held = passages.get(own)
        yield f"{own} {held.source} {held.page} {held.paragraph} {held.note} {held.sha256}" if held else own


def _expectation(each: Expectation) -> Iterator[str]:
    yield from (each.sealed(), each.outcome, str(each.resolved_on or ""), each.reason, *each.resolution_passages)
