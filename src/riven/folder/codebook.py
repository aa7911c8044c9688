"""codebook.toml: kinds of claim, their roles and variables, categories with sign, coding rules and examples."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

from riven.folder.problems import listed, quoted
from riven.folder.table import Table
from riven.folder.vocabulary import Vocabulary
from riven.ids import CategoryId, KindId, RoleId, VariableId
from riven.model.actor import ActorType
from riven.model.codebook import Category, Codebook, DateRole, Entry, Kind, Role, ValueType, Variable

FRONT = ("id", "coder", "coded_on", "codebook_revision")
BACK = (
    *("place", "polarity", "modality", "confidence", "passages", "paraphrase"),
    *("note", "finding", "supersedes", "settles", "verdict"),
)
_DATES = tuple(column for role in DateRole for column in (role, f"{role}_basis", f"{role}_phrase"))
RESERVED = frozenset((*FRONT, *BACK, *_DATES))
_CODED = (ValueType.CATEGORY, ValueType.SET)


@dataclass(frozen=True, slots=True)
class Draft:
    """A codebook as far as it could be read, and what of it can be relied on.

    Against the rest nothing can be called unknown: the mistake is in the codebook, and is reported there, once.

    Attributes:
        codebook: The codebook.
        kinds: Kinds that are as their author meant them, variables included.
        variables: Variables that are as their author meant them.
        whole: Whether every kind and variable the author wrote is known by its name.
    """

    codebook: Codebook
    kinds: frozenset[KindId]
    variables: frozenset[VariableId]
    whole: bool


def read_codebook(root: Table) -> Draft | None:
    """Read codebook.toml.

    Args:
        root: The file.

    Returns:
        The codebook, as much of it as can be read; None when it has no [codebook].
    """
    head = root.table("codebook", required=True)
    variables = _Variables(root.tables("variable"))
    kinds = _Kinds(root.tables("kind", required=True), variables)
    before = len(root.tree.problems)
    root.done()
    whole = kinds.whole and variables.whole and len(root.tree.problems) == before
    if head is None:
        return None
    codebook = Codebook(
        id=head.id("codebook"),
        title=head.text("title"),
        revision=head.text("revision"),
        description=head.text("description", required=False),
        kinds=MappingProxyType(kinds.found),
        variables=MappingProxyType(variables.found),
    )
    head.done()
    return Draft(codebook, frozenset(kinds.sound), frozenset(variables.sound), whole)


def _entry(table: Table) -> Entry:
    examples = (table.texts("positive"), table.texts("negative"), table.texts("borderline"))
    return Entry(table.text("label"), table.text("rule"), *examples)


class _Variables:
    """Variables as they are read, the sound ones marked."""

    def __init__(self, tables: Sequence[Table]) -> None:
        self.found: dict[VariableId, Variable] = {}
        self.sound: set[VariableId] = set()
        for table in tables:
            before = len(table.tree.problems)
            variable = self._read(table)
            if variable.id:
                self.found[variable.id] = variable
            if len(table.tree.problems) == before:
                self.sound.add(variable.id)
        self.whole = len(self.found) == len(tables)

    def _read(self, table: Table) -> Variable:
        variable = Variable(
            id=VariableId(table.id("variable", self.found)),
            entry=_entry(table),
            type=table.choice("type", ValueType, ValueType.CATEGORY) or ValueType.CATEGORY,
            categories=_categories(table.tables("category")),
            scored=table.flag("scored", default=True),
            identifies=table.flag("identifies", default=False),
        )
        table.done()
        _check_variable(table, variable)
        return variable


def _check_variable(table: Table, variable: Variable) -> None:
    if variable.id in RESERVED:
        table.wrong("id", f"{quoted(variable.id)} is a column of every sheet", "another id")
    if variable.type in _CODED and not variable.categories:
        table.wrong(None, f"variable {quoted(variable.id)} has no categories", "at least one [[variable.category]]")
    if variable.type not in _CODED and variable.categories:
        table.wrong(
            None, f"a variable of type {variable.type} has categories", "type category or set, or no categories"
        )


def _categories(tables: Iterable[Table]) -> tuple[Category, ...]:
    categories: dict[str, Category] = {}
    for table in tables:
        own = CategoryId(table.id("category", categories))
        category = Category(own, _entry(table), table.integer("sign", low=-1, high=1))
        table.done()
        if own:
            categories[own] = category
    return tuple(categories.values())


class _Kinds:
    """Kinds as they are read, the sound ones marked."""

    def __init__(self, tables: Sequence[Table], variables: _Variables) -> None:
        self.found: dict[KindId, Kind] = {}
        self.sound: set[KindId] = set()
        self._known = Vocabulary("variable", variables.found, "[[variable]]", whole=variables.whole)
        for table in tables:
            before = len(table.tree.problems)
            kind = self._read(table)
            if kind.id:
                self.found[kind.id] = kind
            if len(table.tree.problems) == before and variables.sound.issuperset(kind.variables):
                self.sound.add(kind.id)
        self.whole = len(self.found) == len(tables)

    def _read(self, table: Table) -> Kind:
        own = KindId(table.id("kind", self.found))
        used = tuple(VariableId(name) for name in table.terms("variables", self._known))
        own_variables = Vocabulary(f"variable of kind {quoted(own)}", used, "", whole=self._known.whole)
        kind = Kind(
            id=own,
            entry=_entry(table),
            roles=_roles(table.tables("role", required=True), used),
            variables=used,
            required=tuple(VariableId(name) for name in table.terms("required", own_variables)),
            dates=table.choices("dates", DateRole, (DateRole.HAPPENED,)),
            lasting=table.flag("lasting", default=False),
        )
        table.done()
        return kind


def _roles(tables: Iterable[Table], variables: Collection[str]) -> tuple[Role, ...]:
    roles: dict[RoleId, Role] = {}
    for table in tables:
        own = RoleId(table.id("role", roles))
        role = Role(
            id=own,
            entry=_entry(table),
            required=table.flag("required", default=False),
            many=table.flag("many", default=False),
            actors=table.choices("actors", ActorType, ()),
            identifies=table.flag("identifies", default=True),
        )
        table.done()
        if own in RESERVED or own in variables:
            taken = "a column of every sheet" if own in RESERVED else "a variable of this kind"
            table.wrong("id", f"{quoted(own)} is {taken}", f"another id than {listed(sorted(RESERVED), 40)}")
        if own:
            roles[own] = role
    return tuple(roles.values())


def codebook_document(codebook: Codebook) -> dict[str, Any]:
    """Say what codebook.toml holds, in canonical order; what equals its default is left out.

    Returns:
        The document.
    """
    head = {"id": codebook.id, "title": codebook.title, "revision": codebook.revision}
    if codebook.description:
        head["description"] = codebook.description
    kinds = [_kind_table(kind) for kind in codebook.kinds.values()]
    return {"codebook": head, "kind": kinds, "variable": [_variable_table(v) for v in codebook.variables.values()]}


def _kind_table(kind: Kind) -> dict[str, Any]:
    table: dict[str, Any] = {"id": kind.id, "label": kind.entry.label, "rule": kind.entry.rule}
    if kind.lasting:
        table["lasting"] = True
    table |= {"dates": list(kind.dates), "variables": list(kind.variables)}
    if kind.required:
        table["required"] = list(kind.required)
    return table | _examples(kind.entry) | {"role": [_role_table(role) for role in kind.roles]}


def _role_table(role: Role) -> dict[str, Any]:
    table: dict[str, Any] = {"id": role.id, "label": role.entry.label, "rule": role.entry.rule}
    table |= {key: True for key, flag in (("required", role.required), ("many", role.many)) if flag}
    if role.actors:
        table["actors"] = list(role.actors)
    if not role.identifies:
        table["identifies"] = False
    return table | _examples(role.entry)


def _variable_table(variable: Variable) -> dict[str, Any]:
    table: dict[str, Any] = {"id": variable.id, "label": variable.entry.label, "rule": variable.entry.rule}
    table["type"] = variable.type.value
    if not variable.scored:
        table["scored"] = False
    if variable.identifies:
        table["identifies"] = True
    table |= _examples(variable.entry)
    if variable.categories:
        table["category"] = [_category_table(category) for category in variable.categories]
    return table


def _category_table(category: Category) -> dict[str, Any]:
    table: dict[str, Any] = {"id": category.id, "label": category.entry.label, "rule": category.entry.rule}
    if category.sign is not None:
        table["sign"] = category.sign
    return table | _examples(category.entry)


def _examples(entry: Entry) -> dict[str, Any]:
    lists = (("positive", entry.positive), ("negative", entry.negative), ("borderline", entry.borderline))
    return {key: list(examples) for key, examples in lists if examples}
