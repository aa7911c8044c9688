"""When something was: the opening of a sentence, and what has to be said about the date besides."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from riven.analysis.wording import each, either
from riven.dates import Basis, DayRange, FuzzyDate
from riven.evidence.dating import text_of
from riven.model.claim import Claim
from riven.model.codebook import DateRole, Kind
from riven.model.finding import Finding
from riven.model.wording import day_words
from riven.report.evidence import MOST_SPANS, said

TOLD = {DateRole.PUBLISHED: "published", DateRole.REPORTED: "reported"}
_WORD = re.compile(r"[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_SMALL = frozenset(
    (
        *("a", "an", "the", "this", "that", "these", "those", "it", "its", "they", "their", "he", "his", "she", "her"),
        *("some", "many", "most", "no", "none", "nobody", "several", "both", "all", "each", "every", "another"),
        *("at", "by", "for", "from", "in", "of", "on", "to", "under", "with", "within", "without", "after", "before"),
        *("as", "if", "when", "while", "there", "one", "two", "three", "four", "five", "six", "seven", "eight"),
        *("nine", "ten", "eleven", "twelve", "dozens", "hundreds", "members", "fighters", "commanders", "leaders"),
    )
)
"""Words that are no name at the beginning of a sentence."""
_BASIS = {
    Basis.DERIVED: "date inferred",
    Basis.PUBLICATION_BOUND: "dated only by when the source appeared",
}


def deciding(finding: Finding, kind: Kind | None) -> DateRole | None:
    """Pick the date a finding is told under.

    Returns:
        The first date in the order of the codebook that the finding has; None when it is undated.
    """
    order = kind.dates if kind else tuple(finding.dates)
    return next((role for role in order if role in finding.dates), next(iter(finding.dates), None))


def told_date(finding: Finding, role: DateRole, claims: Iterable[Claim]) -> FuzzyDate:
    """Give a date as the claims give it where they agree: what a finding cuts at publication says more than they do."""
    values = {claim.dates[role].value for claim in claims if role in claim.dates}
    return values.pop() if len(values) == 1 else finding.dates[role]


def opening(value: FuzzyDate, role: DateRole, *, lasting: bool) -> str:
    """Open a sentence with a date.

    Args:
        value: The date.
        role: Which date it is.
        lasting: Whether a state of affairs fills it, rather than an act lying somewhere in it.

    Returns:
        Such as `In 2015`, `On 6 August 2015`, `Between May and July 2021` or `Reported in 2016:`.
    """
    text = _phrase(value, lasting=lasting and role not in TOLD)
    return f"{TOLD[role].capitalize()} {text}:" if role in TOLD else text[:1].upper() + text[1:]


def _phrase(value: FuzzyDate, *, lasting: bool) -> str:
    if len(value.spans) > MOST_SPANS:
        often = "again and again" if value.each else "at some time"
        return f"{often} {_span(value.hull, lasting=False)}"
    if len(value.spans) == 1:
        return _span(value.spans[0], lasting=lasting)
    told = [day_words(text_of((span,)).partition("/")[0]) for span in value.spans if span.first]
    return f"in {each(told) if value.each else either(told)}" if told else f"in {said(value)}"


def _span(span: DayRange, *, lasting: bool) -> str:
    first, _, last = text_of((span,)).partition("/")
    if not last:
        return f"{'on' if span.first == span.last else 'in'} {day_words(first)}"
    if first == "..":
        return f"by {day_words(last)}"
    if last == "..":
        return (
            f"from {day_words(first)} on"
            if lasting
            else f"{'on' if len(first) > 7 else 'in'} {day_words(first)} or later"
        )
    first, last = _ends(first, last)
    return f"from {first} to {last}" if lasting else f"between {first} and {last}"


def _ends(first: str, last: str) -> tuple[str, str]:
    """Say a year once where both ends share it, as in `April and June 2021`."""
    one, other = day_words(first), day_words(last)
    shared = first[:4] == last[:4] and len(first) > 4 and len(last) > 4
    return (one.rsplit(" ", 1)[0], other) if shared else (one, other)


def reservations(finding: Finding, role: DateRole | None, claims: Iterable[Claim]) -> Iterator[str]:
    """Say what is open about a date, and which other dates there are.

    Args:
        finding: The finding.
        role: The date it is told under; None when undated.
        claims: Its claims.

    Yields:
        Clauses.
    """
    if role is None:
        return
    value = finding.dates[role]
    if value.qualifier:
        yield f"date {value.qualifier}"
    bases = {claim.dates[role].basis for claim in claims if role in claim.dates}
    if len(bases) == 1:
        yield from (_BASIS[basis] for basis in bases if basis in _BASIS)
    for other, date in finding.dates.items():
        if other is not role:
            yield f"{other} {_phrase(date, lasting=False)}"


class Openings:
    """Puts a date in front of a sentence of others, whose first word may or may not be a name."""

    def __init__(self, texts: Iterable[str], names: Iterable[str]) -> None:
        """Learn from the sentences of a study which words begin with a capital wherever they stand.

        Args:
            texts: Sentences.
            names: Names of actors.
        """
        self._lower: Counter[str] = Counter()
        self._upper: Counter[str] = Counter()
        for text in texts:
            for match in _WORD.finditer(text):
                if match.start() and text[: match.start()].rstrip()[-1:] not in {".", "!", "?", ":", "“", '"'}:
                    self._count(match[0])
        for name in names:
            self._upper.update(_WORD.findall(name))

    def _count(self, word: str) -> None:
        if word[:1].islower():
            self._lower[word] += 1
        else:
            self._upper[word] += 1

    def joined(self, lead: str, text: str) -> tuple[str, str]:
        """Put a lead in front of a sentence.

        Args:
            lead: The lead, without punctuation; empty for none.
            text: The sentence.

        Returns:
            What stands before the sentence, and the sentence. Its first word loses its capital where it is known not
            to be a name; where that is not known, a colon keeps it right.
        """
        if not lead:
            return "", text
        if lead.endswith(":"):
            return f"{lead} ", text
        match = _WORD.match(text)
        word = match[0] if match else ""
        low = word[:1].lower() + word[1:]
        if low in _SMALL or (self._lower[low] and self._lower[low] >= self._upper[word]):
            return f"{lead}, ", low + text[len(word) :]
        known = self._upper[word] or self._upper[re.sub(r"['’]s?$", "", word)] or word[1:] != word[1:].lower()
        return (f"{lead}, ", text) if known or not word[:1].isupper() else (f"{lead}: ", text)
