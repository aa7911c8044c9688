"""The pages on rules: the words rules.toml is written in, and the rules that come with riven."""

from collections.abc import Iterable, Iterator

from generator.fields import default_of, in_words, meanings, types_of
from generator.markdown import Doc, bullets, code, table
from riven.folder import read_study
from riven.folder.switches import TABLES
from riven.folder.templates import template_names, template_path
from riven.model.argument import (
    AccountRule,
    FactorRule,
    LineageRule,
    NetworkRule,
    ProfileRule,
    QcaRule,
    Resolution,
    StatedRule,
    TieRule,
)
from riven.model.condition import Condition
from riven.model.rule import CampRule, Edit, Link, Measure, Option, RivalRule, Rollup, Rules, Selector, Switch

HEAD = (
    *("id", "revision", "sentence", "step", "rollup", "family", "undated", "publication_bound", "independence"),
    *("group_by_key", "coders"),
)
WORDS: tuple[tuple[str, type, tuple[str, ...]], ...] = (
    ("[rules]", Rules, HEAD),
    ("[[selector]]", Selector, ()),
    ("[[link]]", Link, ()),
    ("[[rollup]]", Rollup, ()),
    ("[[measure]]", Measure, ()),
    ("[rival]", RivalRule, ()),
    ("[rival.affiliation], [[camp.needs]], [[camp.lacks]] and the like", Condition, ()),
    ("[[camp]]", CampRule, ()),
    ("[[switch]]", Switch, ("id", "sentence", "chosen")),
    ("[[switch.option]]", Option, ("id", "sentence")),
    ("[[switch.option.edit]]", Edit, ()),
    ("[[factor]]", FactorRule, ()),
    ("[factor.stated]", StatedRule, ()),
    ("[[profile]]", ProfileRule, ()),
    ("[network]", NetworkRule, ()),
    ("[[tie]]", TieRule, ()),
    ("[lineage]", LineageRule, ()),
    ("[[configuration]]", QcaRule, ()),
    ("[[resolution]]", Resolution, ()),
    ("[account]", AccountRule, ()),
)  # fmt: skip
"""Each table of rules.toml, the class that says what its keys mean, and the keys; none stands for every attribute."""

ABOUT = """\
# The words of rules.toml

What counts as what. Rules name kinds, roles, variables and categories of the study's own [codebook](codebook.md);
code never does. Every entry has a sentence in plain words, in which `{focal}` and `{window}` are filled in. The rules
that come with riven stand under [default rules](default-rules.md).
"""


def rules_page() -> str:
    """Write the page on the vocabulary of rules."""
    parts = [ABOUT]
    for heading, cls, keys in WORDS:
        parts += [f"## {code(heading)}\n", f"{Doc(cls).summary}\n"]
        if Doc(cls).body:
            parts.append(f"{Doc(cls).body}\n")
        parts.append(table(("key", "meaning", "value", "if missing"), _rows(cls, keys)))
    parts += ["## What an edit can change\n", f"Tables: {', '.join(code(name) for name in TABLES)}.\n"]
    return "\n".join(parts)


def _rows(cls: type, keys: Iterable[str]) -> Iterator[tuple[str, ...]]:
    about, hints = meanings(cls, "missing"), types_of(cls)
    for key in keys or about:
        yield code(key), about[key], in_words(hints[key], "`true` or `false`"), default_of(cls, key)


def default_rules_page() -> str:
    """Write the page on the rules that come with each template."""
    parts = ["# Default rules\n"]
    for name in template_names():
        rules = read_study(template_path(name)).rules
        parts += [f"## Template {code(name)}\n", f"{rules.sentence}\n", *_rules(rules)]
    return "\n".join(parts)


def _rules(rules: Rules) -> Iterator[str]:
    yield from ("### Rival\n", f"{rules.rival.sentence}\n")
    yield from ("### Camps\n", "Tried in this order; a rival in none is `unclassified`.\n")
    yield table(("camp", "label", "rule"), ((code(c.id), c.label, c.sentence) for c in rules.camps))
    yield from ("### Measures\n", _told(rules.measures.values()))
    yield from ("### Selectors: what counts\n", _told(rules.selectors.values()))
    yield from ("### Links: what counts for whom\n", _told(rules.links.values()))
    yield from ("### Rollups: who counts as one\n", f"In force: {code(rules.rollup)}.\n", _told(rules.rollups.values()))
    argument = rules.argument
    for heading, entries in (
        ("Factors: what sets groups apart", argument.factors),
        ("Profiles: in what groups are compared", argument.profiles),
        ("Ties: what makes a network", argument.ties),
        ("Configurations: questions put to factors", argument.configurations),
    ):
        if entries:
            yield from (f"### {heading}\n", _told(entries.values()))
    yield from ("### Switches: what others might decide differently\n", *_switches(rules))


def _told(entries: Iterable[object]) -> str:
    return table(("id", "rule"), ((code(entry.id), entry.sentence) for entry in entries))


def _switches(rules: Rules) -> Iterator[str]:
    for switch in rules.switches:
        yield f"**{switch.sentence}** ({code(switch.id)}) {switch.chosen}\n"
        yield bullets(f"{code(option.id)}: {option.sentence}" for option in switch.options)
