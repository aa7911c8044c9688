"""The page on the codebook that comes with riven: kinds, roles, variables, categories, rules and examples."""

from collections.abc import Iterable, Iterator

from generator.markdown import bullets, code, codes, table
from riven.folder import read_study
from riven.folder.templates import template_names, template_path
from riven.model.codebook import Category, Codebook, Entry, Kind, Role, Variable

ABOUT = """\
# Codebook

What coders code, with rules and examples. All groups, persons and places in the examples are invented. A study may
bring a codebook of its own in `codebook.toml`; the kinds, roles and variables below are those of the template.
"""
SIGNS = {-1: "hostile", 0: "neutral", 1: "friendly", None: ""}


def codebook_page() -> str:
    """Write the page on the codebook of each template."""
    books = [read_study(template_path(name)).codebook for name in template_names()]
    return "\n".join([ABOUT, *(part for book in books for part in _codebook(book))])


def _codebook(book: Codebook) -> Iterator[str]:
    yield f"## {book.title}\n"
    yield f"Codebook {code(book.id)}, revision {book.revision}. {book.description}\n"
    yield table(
        ("kind", "what it records", "a state of affairs", "dates"),
        (
            (f"[{k.entry.label}](#kind-{k.id})", _first(k.entry.rule), _yes(k.lasting), codes(k.dates))
            for k in _kinds(book)
        ),
    )
    for kind in _kinds(book):
        yield from _kind(kind)
    for variable in book.variables.values():
        yield from _variable(variable, book)


def _kinds(book: Codebook) -> Iterable[Kind]:
    return book.kinds.values()


def _kind(kind: Kind) -> Iterator[str]:
    yield f"### Kind `{kind.id}`\n"
    yield from _entry(kind.entry)
    yield f"Dates: {codes(kind.dates)}. Variables: {_variables(kind)}.\n"
    yield table(("role", "required", "several", "actors allowed", "identifies the act"), map(_role_row, kind.roles))
    for role in kind.roles:
        yield f"#### Role `{role.id}` of `{kind.id}`\n"
        yield from _entry(role.entry)


def _variables(kind: Kind) -> str:
    return ", ".join(code(name) + (" (required)" if name in kind.required else "") for name in kind.variables) or "none"


def _role_row(role: Role) -> tuple[str, ...]:
    return (code(role.id), _yes(role.required), _yes(role.many), codes(role.actors) or "any", _yes(role.identifies))


def _variable(variable: Variable, book: Codebook) -> Iterator[str]:
    yield f"### Variable `{variable.id}`\n"
    yield from _entry(variable.entry)
    used = codes(kind.id for kind in _kinds(book) if variable.id in kind.variables)
    facts = [f"Type: {variable.type}", f"used by {used}", "" if variable.scored else "not scored"]
    facts.append("identifies the act" if variable.identifies else "")
    yield "; ".join(fact for fact in facts if fact) + ".\n"
    for category in variable.categories:
        yield from _category(category, variable)


def _category(category: Category, variable: Variable) -> Iterator[str]:
    sign = f" ({SIGNS[category.sign]})" if category.sign is not None else ""
    yield f"#### `{variable.id}` = `{category.id}`{sign}\n"
    yield from _entry(category.entry)


def _entry(entry: Entry) -> Iterator[str]:
    yield f"**{entry.label}.** {entry.rule}\n"
    groups = (("Yes", entry.positive), ("No", entry.negative), ("Hard", entry.borderline))
    yield bullets(f"{word}: {example}" for word, examples in groups for example in examples)


def _first(rule: str) -> str:
    return rule.partition(". ")[0].rstrip(".") + "."


def _yes(value: bool) -> str:  # noqa: FBT001 -- the value itself is what is shown
    return "yes" if value else ""
