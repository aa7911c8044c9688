"""Expectations: what somebody expected, when, how surely, by which rule it is decided, and what came of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256

from riven.dates import FuzzyDate
from riven.ids import ActorId, MeasureId, PassageId


class Outcome(StrEnum):
    """What came of an expectation."""

    OPEN = "open"
    YES = "yes"
    NO = "no"
    UNRESOLVABLE = "unresolvable"


@dataclass(frozen=True, slots=True)
class Expectation:
    """One expectation: a question that time answers.

    Attributes:
        id: Identifier.
        question: The exact question, answered by yes or no.
        rule: How it is decided, in plain words.
        covers: The days in question.
        author: Who expected it.
        stated: When it was stated; None when not recorded.
        term: The verbal term of the source, such as `likely`; empty when it gives none.
        percent: Probability of yes in hundredths; None when nobody gave a number.
        passages: Where it was stated.
        actors: Actors it is about; may be empty.
        measure: Measure whose cells bear on it; None when none does.
        lock: SHA-256 of everything above, so that a later change shows; empty for a draft.
        outcome: What came of it.
        resolved_on: When it was resolved; None while it is open.
        resolution_passages: Passages the resolution rests on.
        reason: Why it was resolved so, in plain words.
        note: Free text of the researchers.
    """

    id: str
    question: str
    rule: str
    covers: FuzzyDate
    author: str
    stated: FuzzyDate | None = None
    term: str = ""
    percent: int | None = None
    passages: tuple[PassageId, ...] = ()
    actors: tuple[ActorId, ...] = ()
    measure: MeasureId | None = None
    lock: str = ""
    outcome: Outcome = Outcome.OPEN
    resolved_on: date | None = None
    resolution_passages: tuple[PassageId, ...] = ()
    reason: str = ""
    note: str = ""

    def sealed(self) -> str:
        """Work out the lock of what is expected.

        Returns:
            SHA-256, in hexadecimal, over every attribute that must not change once it is locked.
        """
        parts = (
            self.id,
            self.question,
            self.rule,
            self.covers.edtf,
            self.author,
            "" if self.stated is None else self.stated.edtf,
            self.term,
            "" if self.percent is None else str(self.percent),
            ";".join(self.passages),
            ";".join(self.actors),
            self.measure or "",
        )
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
