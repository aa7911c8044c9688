"""What rules.toml holds, in canonical order: the form rules are written in, and the form switches edit."""

from typing import Any

from riven.folder.argument_document import argument_document
from riven.folder.condition_document import condition_document, filled, lists
from riven.model.claim import Polarity
from riven.model.panel import CellState
from riven.model.rule import CampRule, Edit, Link, Measure, RivalRule, Rules, Selector, Switch

INLINE = frozenset({"where", "without", "only", "value", "means", "shared"})


def rules_document(rules: Rules) -> dict[str, Any]:
    """Say what rules.toml holds; what equals its default and adds nothing is left out.

    Args:
        rules: The rules.

    Returns:
        A document of fresh tables and lists, as a TOML reader would give it.
    """
    document: dict[str, Any] = {"rules": _head(rules)}
    document["selector"] = [_selector(entry) for entry in rules.selectors.values()]
    document["link"] = [_link(entry) for entry in rules.links.values()]
    document["rollup"] = [
        filled({"id": entry.id, "sentence": entry.sentence}, merges=list(entry.merges))
        for entry in rules.rollups.values()
    ]
    document["measure"] = [_measure(entry) for entry in rules.measures.values()]
    document["rival"] = _rival(rules.rival)
    document["camp"] = [_camp(entry) for entry in rules.camps]
    document |= argument_document(rules.argument)
    document["switch"] = [_switch(entry) for entry in rules.switches]
    return {key: value for key, value in document.items() if value}


def _head(rules: Rules) -> dict[str, Any]:
    return {
        "id": rules.id,
        "revision": rules.revision,
        "sentence": rules.sentence,
        "step": rules.step.value,
        "rollup": rules.rollup,
        "group_by_key": rules.group_by_key,
        "independence": rules.independence.value,
        "undated": rules.undated.value,
        "publication_bound": rules.publication_bound,
        "coders": [coder.value for coder in rules.coders],
        "family": list(rules.family),
    }


def _selector(entry: Selector) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "sentence": entry.sentence, "kind": entry.kind, "row": list(entry.row)}
    return filled(
        table,
        against=list(entry.against),
        apart=list(entry.apart),
        where=lists(entry.where),
        without=lists(entry.without),
        modalities=[modality.value for modality in entry.modalities],
        polarity="" if entry.polarity is Polarity.AFFIRMED else entry.polarity.value,
    )


def _link(entry: Link) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "sentence": entry.sentence, "kind": entry.kind}
    return filled(
        table | {"start": entry.start, "to": entry.to},
        where=lists(entry.where),
        only=lists(entry.only),
        gives="" if entry.gives is CellState.REPORTED else entry.gives.value,
    )


def _measure(entry: Measure) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "title": entry.title, "sentence": entry.sentence}
    table |= {
        "selectors": list(entry.selectors),
        "rows": entry.rows.value,
        "dates": [role.value for role in entry.dates],
    }
    return filled(table, attribution=list(entry.attribution)) | {
        "reported": [modality.value for modality in entry.reported],
        "possible": [modality.value for modality in entry.possible],
    }


def _rival(rule: RivalRule) -> dict[str, Any]:
    return {
        "sentence": rule.sentence,
        "types": [kind.value for kind in rule.types],
        "hostility": rule.hostility,
        "states": [state.value for state in rule.states],
        "minimum": rule.minimum,
        "affiliation": condition_document(rule.affiliation),
    }


def _camp(camp: CampRule) -> dict[str, Any]:
    return filled(
        {"id": camp.id, "label": camp.label, "sentence": camp.sentence},
        needs=[condition_document(condition) for condition in camp.needs],
        lacks=[condition_document(condition) for condition in camp.lacks],
    )


def _switch(switch: Switch) -> dict[str, Any]:
    options = [
        {"id": option.id, "sentence": option.sentence, "edit": [_edit(edit) for edit in option.edits]}
        for option in switch.options
    ]
    return {"id": switch.id, "sentence": switch.sentence, "chosen": switch.chosen, "option": options}


def _edit(edit: Edit) -> dict[str, Any]:
    return {"table": edit.table, "id": edit.id, "attribute": edit.attribute, "value": edit.value}
