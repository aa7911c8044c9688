"""Switches: decisions another researcher might take differently, as edits of the rules.

An edit names a table, an entry of it and an attribute, as rules.toml writes them. Applying an option means editing the
document the rules are written as, and reading it again with the same reader and the same checks.
"""

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from riven.errors import Problem, StudyFolderError
from riven.folder.codebook import Draft
from riven.folder.files import TextFile
from riven.folder.layout import RULES
from riven.folder.places import Path, Places
from riven.folder.problems import Problems, listed, quoted
from riven.folder.rule_document import rules_document
from riven.folder.rules import read_rules
from riven.folder.table import Table
from riven.folder.tree import Tree
from riven.model.rule import Edit, Option, Rules

ENTRIES = ("selector", "link", "rollup", "measure", "camp", "factor", "profile", "tie", "configuration")
SETTINGS = {
    "focal": ("family",),
    "dates": ("step", "undated", "publication_bound"),
    "independence": ("independence",),
    "grouping": ("group_by_key", "coders"),
    "rollup": ("rollup",),
}
WHOLE = ("rival", "network", "lineage")
TABLES = tuple(dict.fromkeys((*ENTRIES, *WHOLE, *SETTINGS)))


@dataclass(frozen=True, slots=True)
class _Miss:
    """Why an edit has no place to go: which of its own keys is wrong, and what would be right."""

    key: str
    what: str
    expected: str


def apply_option(rules: Rules, option: Option) -> Rules:
    """Apply one alternative of a switch to the rules.

    Args:
        rules: The rules as chosen.
        option: The alternative, from `rules.switches`.

    Returns:
        The rules with every edit of the option made; its switches are kept.

    Raises:
        StudyFolderError: An edit names nothing, or its value is not one the attribute can take.
    """
    problems = Problems()
    document = rules_document(rules)
    for edit in option.edits:
        miss = _apply(document, edit)
        if miss is not None:
            problems.add(RULES, (0, 0), f"option {quoted(option.id)}: {miss.what}", miss.expected)
    edited = read_rules(_rooted(document, problems), None)
    if edited is None or problems.found():
        raise StudyFolderError(problems.found())
    return edited


def check_switches(root: Table, rules: Rules, draft: Draft | None) -> None:
    """Apply every option of every switch, and record those that do not apply.

    Args:
        root: The file, for places.
        rules: What it says.
        draft: The codebook, for what rules may name.
    """
    if not rules.switches:
        return
    already = set(_problems(rules_document(rules), draft))
    for number, switch in enumerate(rules.switches):
        for index, option in enumerate(switch.options):
            document = rules_document(rules)
            place: Path = ("switch", number, "option", index)
            if _apply_all(root.tree, place, document, option):
                _record(root.tree, place, option, [p for p in _problems(document, draft) if p not in already])


def _apply_all(tree: Tree, place: Path, document: dict[str, Any], option: Option) -> bool:
    if any(edit.value is None for edit in option.edits):  # a value that is missing has been recorded already
        return False
    misses = [(index, miss) for index, edit in enumerate(option.edits) if (miss := _apply(document, edit)) is not None]
    for index, miss in misses:
        tree.wrong((*place, "edit", index, miss.key), miss.what, miss.expected)
    return not misses


def _record(tree: Tree, place: Path, option: Option, problems: list[Problem]) -> None:
    where: Path = (*place, "edit", 0, "value") if len(option.edits) == 1 else place
    for problem in problems:
        what = f"option {quoted(option.id)} does not apply: {problem.what}"
        tree.wrong(where, what, problem.expected, problem.hint)


def _problems(document: dict[str, Any], draft: Draft | None) -> list[Problem]:
    problems = Problems()
    read_rules(_rooted(document, problems), draft)
    return problems.found()


def _rooted(document: dict[str, Any], problems: Problems) -> Table:
    return Table(Tree(TextFile(RULES, ""), problems, lambda _: Places()), document, ())


def _apply(document: dict[str, Any], edit: Edit) -> _Miss | None:
    """Make one edit in a document, or say why it has no place there."""
    if edit.table not in TABLES:
        return _Miss("table", f"unknown table {quoted(edit.table)}", f"one of {listed(TABLES, 20)}")
    if edit.table in SETTINGS and not edit.id:
        if edit.attribute not in SETTINGS[edit.table]:
            return _Miss("attribute", f"unknown attribute {quoted(edit.attribute)}", listed(SETTINGS[edit.table]))
        document["rules"][edit.attribute] = deepcopy(edit.value)
        return None
    target = document.get(edit.table) if edit.table in WHOLE and not edit.id else _entry(document, edit)
    if target is None:
        known = [entry["id"] for entry in document.get(edit.table, ())] if edit.table in ENTRIES else []
        expected = f"one of {listed(known)}" if known else "an empty id"
        return _Miss("id", f"there is no {edit.table} {quoted(edit.id)}", expected)
    return _set(target, edit)


def _entry(document: dict[str, Any], edit: Edit) -> dict[str, Any] | None:
    entries = document.get(edit.table, ()) if edit.table in ENTRIES else ()
    return next((entry for entry in entries if entry["id"] == edit.id), None)


def _set(target: dict[str, Any], edit: Edit) -> _Miss | None:
    *parents, last = edit.attribute.split(".")
    place: Any = target
    for part in parents:
        if isinstance(place, list):
            place = dict(zip(map(str, range(len(place))), place, strict=True)).get(part)
        elif isinstance(place, dict):
            place = place.setdefault(part, {})
    if not isinstance(place, dict) or edit.attribute == "id":
        return _Miss("attribute", f"{quoted(edit.attribute)} cannot be edited", f"an attribute of [{edit.table}]")
    place[last] = deepcopy(edit.value)
    return None
