"""A codebook in lines, plain or Markdown: what it holds, and its elements with their rules and examples."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riven.model.codebook import Codebook, Entry
from riven.report.safety import escape_markdown

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

    def examples(self) -> Iterator[tuple[str, str]]:
        """List its examples.

        Yields:
            `Yes`, `No` or `Hard`, and an example.
        """
        groups = (("Yes", self.entry.positive), ("No", self.entry.negative), ("Hard", self.entry.borderline))
        yield from ((word, example) for word, held in groups for example in held)

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
    yield from (f"    {word}: {example}" for word, example in element.examples())


def markdown_lines(book: Codebook, chosen: Iterable[Element] = ()) -> Iterator[str]:
    """Set a codebook in Markdown, to be printed and handed to coders.

    Args:
        book: The codebook.
        chosen: Elements of it; empty for the whole, with its title and description.

    Yields:
        Lines: a heading for each element, its rule, and its examples as a list.
    """
    held = list(chosen)
    if not held:
        yield f"# {escape_markdown(book.title)}"
        yield ""
        yield f"Codebook `{book.id}`, revision {escape_markdown(book.revision)}. {escape_markdown(book.description)}"
    for element in held or elements(book):
        within = f" of `{element.within}`" if element.within else ""
        yield from ("", f"{'###' if within else '##'} {element.kind.capitalize()} `{element.id}`{within}", "")
        yield f"**{escape_markdown(element.entry.label)}.** {escape_markdown(element.entry.rule)}"
        if element.facts:
            yield from ("", f"{escape_markdown('; '.join(element.facts))}.")
        yield ""
        yield from (f"- {word}: {escape_markdown(example)}" for word, example in element.examples())
