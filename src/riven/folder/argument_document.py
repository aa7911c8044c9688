"""How the part of rules.toml that argues beyond the figures is written, in canonical order."""

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from riven.folder.condition_document import condition_document, filled, lists
from riven.model.argument import (
    AccountRule,
    Argument,
    FactorRule,
    LineageRule,
    NetworkRule,
    ProfileRule,
    QcaRule,
    Resolution,
    StatedRule,
    TieRule,
)


def argument_document(argument: Argument) -> dict[str, Any]:
    """Say what rules.toml holds of an argument; what is empty is left out.

    Args:
        argument: The argument.

    Returns:
        A document of fresh tables and lists, as a TOML reader would give it.
    """
    document: dict[str, Any] = {
        "factor": [_factor(entry) for entry in argument.factors.values()],
        "profile": [_profile(entry) for entry in argument.profiles.values()],
        "network": _network(argument.network) if argument.network else {},
        "tie": [_tie(entry) for entry in argument.ties.values()],
        "lineage": _lineage(argument.lineage) if argument.lineage else {},
        "configuration": [_configuration(entry) for entry in argument.configurations.values()],
        "resolution": [_resolution(entry) for entry in argument.resolutions],
        "account": _account(argument.account),
    }
    return {key: value for key, value in document.items() if value}


def _factor(entry: FactorRule) -> dict[str, Any]:
    return filled(
        {"id": entry.id, "label": entry.label, "sentence": entry.sentence},
        partial=list(entry.partial),
        shared=lists(entry.shared),
        present=[condition_document(part) for part in entry.present],
        focal=[condition_document(part) for part in entry.focal],
        absent=[condition_document(part) for part in entry.absent],
        stated=_stated(entry.stated) if entry.stated else {},
    )


def _stated(rule: StatedRule) -> dict[str, Any]:
    return {"selector": rule.selector, "variable": rule.variable, "means": _words(rule.means)}


def _profile(entry: ProfileRule) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "label": entry.label, "sentence": entry.sentence, "kind": entry.kind}
    table |= {"row": list(entry.row), "variable": entry.variable, "scale": entry.scale.value}
    return filled(table, where=lists(entry.where), attribution=list(entry.attribution))


def _network(rule: NetworkRule) -> dict[str, Any]:
    table: dict[str, Any] = {"sentence": rule.sentence, "persistence": rule.persistence}
    return filled(table, levels=list(rule.levels), attribution=list(rule.attribution))


def _tie(entry: TieRule) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "label": entry.label, "sentence": entry.sentence, "kind": entry.kind}
    table |= {"start": list(entry.start), "to": list(entry.to)}
    table |= {"sign": entry.sign} if entry.sign is not None else {}
    table = filled(table, sign_of=entry.sign_of, level=entry.level)
    table |= {} if entry.directed else {"directed": False}
    return filled(
        table,
        own=entry.own,
        where=lists(entry.where),
        without=lists(entry.without),
        counts=list(entry.counts),
        modalities=[modality.value for modality in entry.modalities],
    )


def _lineage(rule: LineageRule) -> dict[str, Any]:
    table: dict[str, Any] = {"sentence": rule.sentence, "kind": rule.kind, "child": rule.child, "parent": rule.parent}
    return table | {"variable": rule.variable, "means": _words(rule.means)}


def _configuration(entry: QcaRule) -> dict[str, Any]:
    table: dict[str, Any] = {"id": entry.id, "sentence": entry.sentence, "camp": entry.camp}
    table |= {"conditions": list(entry.conditions)}
    return table | {"frequency": entry.frequency, "consistency": entry.consistency}


def _resolution(entry: Resolution) -> dict[str, Any]:
    return {"finding": entry.finding, "role": entry.role.value, "date": entry.date.edtf, "reason": entry.reason}


def _account(rule: AccountRule) -> dict[str, Any]:
    usual = AccountRule()
    titles = {each.name: getattr(rule, each.name) for each in fields(rule) if each.name != "camps"}
    changed = {name: title for name, title in titles.items() if title != getattr(usual, name)}
    return filled(changed, camps=list(rule.camps))


def _words(means: Mapping[str, Any]) -> dict[str, str]:
    return {name: word.value for name, word in means.items()}
