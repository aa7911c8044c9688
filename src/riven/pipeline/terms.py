"""What a person types, resolved to what the study holds: actors by any of their names, measures, periods.

A name is compared without regard to case, accents of composition and outer blanks. It resolves when it means one
actor; a name of several is an error that lists them, since choosing one in silence would be worse.
"""

import difflib
import unicodedata
from collections.abc import Collection, Iterable, Mapping
from typing import TypeVar

from riven.dates import Period
from riven.errors import AmbiguousNameError, UnknownTermError
from riven.ids import ActorId, MeasureId
from riven.model.actor import Actor, Name
from riven.model.codebook import Codebook
from riven.model.rule import Measure
from riven.report.codebook import Element, elements

Key = TypeVar("Key", bound=str)


def find_actor(text: str, actors: Mapping[ActorId, Actor], names: Iterable[Name]) -> ActorId:
    """Resolve an id, a preferred name or any recorded spelling to an actor.

    Args:
        text: What a person typed.
        actors: Actors of the study.
        names: Their spellings.

    Returns:
        The one actor meant: by id first, then by preferred name, then by any spelling.

    Raises:
        UnknownTermError: No actor has this name; carries near ones.
        AmbiguousNameError: Several actors have it.
    """
    spellings = [(name.text, name.actor) for name in names]
    preferred = [(actor.name, actor.id) for actor in actors.values()]
    wanted = _folded(text)
    for candidates in ([(str(actor), actor) for actor in actors], preferred, spellings):
        meant = {actor for spelling, actor in candidates if _folded(spelling) == wanted}
        if len(meant) > 1:
            raise AmbiguousNameError(text, [actor for actor in actors if actor in meant])
        if meant:
            return meant.pop()
    known = dict.fromkeys([*actors, *(spelling for spelling, _ in [*preferred, *spellings])])
    raise UnknownTermError(text, "actor", near(text, known), [actor.name for actor in actors.values()])


def find_measure(text: str, measures: Mapping[MeasureId, Measure]) -> MeasureId:
    """Resolve the id of a measure, in any case.

    Returns:
        The measure.

    Raises:
        UnknownTermError: The rules hold no such measure; carries near ones, or the first few when none does.
    """
    return find_id(text, measures, "measure")


def find_period(text: str, periods: Iterable[Period]) -> str:
    """Resolve the label of a period, in any case.

    Returns:
        The label.

    Raises:
        UnknownTermError: The window holds no such period; carries near ones, or the first few when none does.
    """
    return find_id(text, [period.label for period in periods], "period")


def find_id(text: str, known: Collection[Key], kind: str) -> Key:
    """Resolve one of a few identifiers, in any case.

    Args:
        text: What a person typed.
        known: The identifiers there are.
        kind: What they name, for the message.

    Returns:
        The identifier.

    Raises:
        UnknownTermError: There is no such one; carries near ones, or the first few when none does.
    """
    for key in known:
        if _folded(key) == _folded(text):
            return key
    raise UnknownTermError(text, kind, near(text, known), known)


def find_elements(text: str, book: Codebook) -> list[Element]:
    """Resolve the identifier or label of a kind, role, variable or category; several may share one.

    Args:
        text: What a person typed; `kind.role` and `variable.category` name one of several.
        book: The codebook.

    Returns:
        Every element of this name, in the order of the codebook.

    Raises:
        UnknownTermError: The codebook holds none; carries near ones.
    """
    wanted, held = _folded(text), list(elements(book))
    found = [each for each in held if wanted in _names(each)]
    if not found:
        raise UnknownTermError(
            text, "term of the codebook", near(text, [name for each in held for name in _names(each)])
        )
    return found


def _names(element: Element) -> list[str]:
    own = [f"{element.within}.{element.id}"] if element.within else []
    return [_folded(name) for name in (element.id, element.entry.label, *own)]


def near(text: str, known: Iterable[str]) -> list[str]:
    """Propose known terms a person may have meant.

    Returns:
        At most three terms, best first.
    """
    by_folded = {_folded(term): term for term in known}
    return [by_folded[match] for match in difflib.get_close_matches(_folded(text), by_folded, n=3, cutoff=0.6)]


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())
