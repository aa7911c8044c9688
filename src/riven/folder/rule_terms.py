"""What entries of rules.toml are made of: codes of the codebook, sentences with placeholders, conditions."""

import re
from collections.abc import Collection, Mapping
from types import MappingProxyType

from riven.folder.codebook import Draft
from riven.folder.layout import CODEBOOK
from riven.folder.problems import quoted
from riven.folder.table import Table
from riven.folder.vocabulary import Vocabulary
from riven.ids import KindId, RuleId, VariableId
from riven.model.codebook import Kind, Variable
from riven.model.condition import Condition
from riven.model.panel import CellState

EVIDENCE = Vocabulary("state of evidence", [state.value for state in CellState if state.has_evidence], "")
PLACEHOLDERS = ("{focal}", "{window}")
_BRACES = re.compile(r"\{[^}]*\}?|\}")


class Codes:
    """What rules may name of a codebook; where the codebook cannot be relied on nothing can be unknown."""

    def __init__(self, draft: Draft | None) -> None:
        self._draft = draft
        kinds = draft.codebook.kinds if draft else ()
        variables = draft.codebook.variables if draft else ()
        whole = draft is not None and draft.whole
        self.kinds = Vocabulary("kind", kinds, CODEBOOK, whole=whole)
        self.every_variable = Vocabulary("variable", variables, CODEBOOK, whole=whole)

    def kind(self, own: str) -> Kind | None:
        """The kind of this name, if there is a sound one."""
        draft = self._draft
        return draft.codebook.kinds[KindId(own)] if draft is not None and own in draft.kinds else None

    def roles(self, kind: Kind | None) -> Vocabulary:
        """Roles of a kind."""
        names = [role.id for role in kind.roles] if kind else []
        return Vocabulary("role", names, f"kind {quoted(kind.id)}" if kind else "", whole=kind is not None)

    def variables(self, kind: Kind | None) -> Vocabulary:
        """Variables of a kind."""
        return Vocabulary("variable", kind.variables if kind else (), "", whole=kind is not None)

    def categories(self, name: str) -> Vocabulary:
        """Categories of a variable."""
        variable = self._variable(name)
        names = [category.id for category in variable.categories] if variable else []
        return Vocabulary(f"category of {quoted(name)}", names, CODEBOOK, whole=variable is not None)

    def unsigned(self, name: str) -> tuple[str, ...]:
        """Categories of a variable that have no sign."""
        variable = self._variable(name)
        return tuple(category.id for category in variable.categories if category.sign is None) if variable else ()

    def _variable(self, name: str) -> Variable | None:
        draft = self._draft
        return draft.codebook.variables[VariableId(name)] if draft is not None and name in draft.variables else None


def where(table: Table, key: str, variables: Vocabulary, codes: Codes) -> Mapping[VariableId, tuple[str, ...]]:
    """Read variables with the categories they must, or must not, have."""
    inner = table.table(key)
    found: dict[VariableId, tuple[str, ...]] = {}
    for name in inner.data if inner else ():
        if inner is not None and variables.lacks(name):
            hint = table.tree.nearest(f"variable {sorted(variables.terms)}", name, variables.terms)
            inner.wrong(
                name, f"unknown variable {quoted(name)}", f"one of {', '.join(variables.terms)}", hint, key=True
            )
        elif inner is not None:
            found[VariableId(name)] = inner.terms(name, codes.categories(name), required=True)
    return MappingProxyType(found)


def sentence(table: Table, key: str = "sentence") -> str:
    """Read a text that may hold placeholders."""
    text = table.text(key)
    for braces in dict.fromkeys(_BRACES.findall(text)):
        if braces not in PLACEHOLDERS:
            table.wrong(key, f"unknown placeholder {quoted(braces)}", " or ".join(PLACEHOLDERS))
    return text


def states(table: Table, default: tuple[CellState, ...]) -> tuple[CellState, ...]:
    """Read how strong evidence must be."""
    if "states" not in table.data:
        return default
    return tuple(CellState(state) for state in table.terms("states", EVIDENCE, required=True))


def condition(table: Table, selectors: Collection[str], links: Collection[str]) -> Condition:
    """Read a condition.

    Args:
        table: The table.
        selectors: Selectors it may name.
        links: Links it may name.

    Returns:
        The condition.
    """
    found = Condition(
        tuple(
            RuleId(name)
            for name in table.terms("any", Vocabulary("selector", selectors, "[[selector]]"), required=True)
        ),
        states(table, (CellState.REPORTED,)),
        attribution(table, links),
    )
    table.done()
    return found


def attribution(table: Table, links: Collection[str], key: str = "attribution") -> tuple[RuleId, ...]:
    """Read a list of links."""
    return tuple(RuleId(name) for name in table.terms(key, Vocabulary("link", links, "[[link]]")))
