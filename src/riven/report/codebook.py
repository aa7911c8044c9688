"""A codebook in lines of plain text: what it holds, and one element of it with its rule and examples."""

from collections.abc import Iterator
from dataclasses import dataclass

from riven.model.codebook import Codebook, Entry

_SIGNS = {-1: "hostile", 0: "neutral", 1: "friendly"}


@dataclass(frozen=True, slots=True)
class Element:
    """One element of a codebook.

    Attributes:
        kind: `kind`, `role`, `variable` or `category`.
        id: Its identifier.
        within: Kind of a role, variable of a category; empty otherwise.
        entry: Label, rule and examples.
        facts: What else is fixed about it, in plain words.
    """

    kind: str
    id: str
    within: str
    entry: Entry
    facts: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, object]:
        """Write it as plain values, for JSON."""
        entry = self.entry
        return {
            "element": self.kind,
            "id": self.id,
            "within": self.within,
            "label": entry.label,
            "rule": entry.rule,
            "positive": list(entry.positive),
            "negative": list(entry.negative),
            "borderline": list(entry.borderline),
            "facts": list(self.facts),
        }


def elements(book: Codebook) -> Iterator[Element]:
    """List everything a codebook holds.

    Yields:
        Kinds, each followed by its roles; then variables, each followed by its categories.
    """
    for kind in book.kinds.values():
        facts = ["a state of affairs that fills its dates" if kind.lasting else "an act"]
        facts.append(f"dates: {', '.join(kind.dates) or 'none'}")
        facts.append(f"variables: {', '.join(kind.variables) or 'none'}")
        yield Element("kind", kind.id, "", kind.entry, tuple(facts))
        for role in kind.roles:
            told = ["required" if role.required else "may be blank", "several actors" if role.many else "one actor"]
            told += [f"of type {' or '.join(role.actors)}"] if role.actors else []
            yield Element("role", role.id, kind.id, role.entry, tuple(told))
    for variable in book.variables.values():
        used = [kind.id for kind in book.kinds.values() if variable.id in kind.variables]
        told = [str(variable.type), f"used by {', '.join(used)}", *([] if variable.scored else ["not scored"])]
        yield Element("variable", variable.id, "", variable.entry, tuple(told))
        for category in variable.categories:
            sign = () if category.sign is None else (_SIGNS[category.sign],)
            yield Element("category", category.id, variable.id, category.entry, sign)


def overview_lines(book: Codebook) -> Iterator[str]:
    """List what a codebook holds, one line an element.

    Yields:
        Lines: title, then kinds with their roles and variables with their categories.
    """
    yield f"{book.title} ({book.id}, revision {book.revision})"
    for element in elements(book):
        indent = "    " if element.within else "  "
        facts = f" [{'; '.join(element.facts)}]" if element.facts else ""
        yield f"{indent}{element.kind} {element.id}: {element.entry.label}{facts}"


def entry_lines(element: Element) -> Iterator[str]:
    """Show one element with its rule and examples.

    Yields:
        Lines.
    """
    within = f" of {element.within}" if element.within else ""
    yield f"{element.kind.capitalize()} {element.id}{within}: {element.entry.label}"
    if element.facts:
        yield f"  {'; '.join(element.facts)}"
    yield f"  {element.entry.rule}"
    examples = (
        ("Yes", element.entry.positive),
        ("No", element.entry.negative),
        ("Hard", element.entry.borderline),
    )
    for word, held in examples:
        yield from (f"    {word}: {example}" for example in held)
