"""Vocabularies: the identifiers one file declares, as every other file checks its references against them."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The identifiers of one sort that a study declares.

    Attributes:
        word: What an identifier of this sort names, such as `actor`.
        terms: The identifiers, those of broken rows included: one mistake is reported once.
        whole: False when the declaring file could not be read to its end, so that nothing can be called unknown.
        place: The file that declares them, for messages.
    """

    word: str
    terms: Collection[str]
    place: str
    whole: bool = True

    def lacks(self, term: str) -> bool:
        """Say whether a term is certainly not declared."""
        return self.whole and term not in self.terms
