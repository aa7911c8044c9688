"""The part of rules.toml that argues beyond the figures: factors, profiles, ties, lineage, configurations, dates.

All of it may be missing. Each entry is checked against the codebook and against the entries it names.
"""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import TypeVar

from riven.dates import parse
from riven.errors import DateError
from riven.folder.problems import quoted
from riven.folder.rule_terms import Codes, attribution, condition, sentence, where
from riven.folder.table import Table
from riven.folder.vocabulary import Vocabulary
from riven.ids import FindingId, KindId, RoleId, RuleId, VariableId, is_id
from riven.model.argument import (
    AccountRule,
    Argument,
    Event,
    FactorRule,
    Judgement,
    LineageRule,
    NetworkRule,
    ProfileRule,
    QcaRule,
    Resolution,
    Scale,
    StatedRule,
    TieRule,
)
from riven.model.claim import Modality
from riven.model.codebook import DateRole, Kind
from riven.model.condition import Condition
from riven.model.rule import Link, Selector

ACCOUNT_TITLES = ("identity", "said", "left", "why", "divided", "outlook")
Entry = TypeVar("Entry")
Word = TypeVar("Word", Judgement, Event)


def read_argument(
    root: Table,
    codes: Codes,
    *,
    links: Mapping[RuleId, Link],
    selectors: Mapping[RuleId, Selector],
    camps: Collection[RuleId],
) -> Argument:
    """Read what a study argues beyond its figures.

    Args:
        root: The file.
        codes: What may be named of the codebook.
        links: Links by id.
        selectors: Selectors by id.
        camps: Camps a configuration may explain.

    Returns:
        The argument; parts that are missing are empty.
    """
    reader = _Reader(codes, links, selectors)
    factors = reader.factors(root)
    network = reader.network(root)
    return Argument(
        factors=MappingProxyType(factors),
        profiles=MappingProxyType(reader.profiles(root)),
        ties=MappingProxyType(reader.ties(root, network)),
        network=network,
        lineage=reader.lineage(root),
        configurations=MappingProxyType(_configurations(root, factors, camps)),
        resolutions=_resolutions(root),
        account=_account(root, camps),
    )


class _Reader:
    """Reads entries that name codes of the codebook, links and selectors."""

    def __init__(self, codes: Codes, links: Mapping[RuleId, Link], selectors: Mapping[RuleId, Selector]) -> None:
        self._codes = codes
        self._links = links
        self._selectors = selectors

    def factors(self, root: Table) -> dict[RuleId, FactorRule]:
        """Read [[factor]]."""
        found: dict[RuleId, FactorRule] = {}
        for table in root.tables("factor"):
            own = RuleId(table.id("factor", found))
            parts = {
                part: tuple(
                    condition(inner, self._selectors, self._links)
                    for inner in table.tables(part, required=part == "present")
                )
                for part in ("present", "focal", "absent")
            }
            factor = FactorRule(
                id=own,
                label=table.text("label"),
                sentence=sentence(table),
                **parts,
                partial=attribution(table, self._links, "partial"),
                shared=self._shared(table, parts),
                stated=self._stated(table),
            )
            _keep(table, found, own, factor)
        return found

    def _shared(self, table: Table, parts: Mapping[str, tuple[Condition, ...]]) -> Mapping[str, tuple[RoleId, ...]]:
        inner = table.table("shared")
        found: dict[str, tuple[RoleId, ...]] = {}
        for part in inner.data if inner is not None else ():
            if inner is None or part not in parts:
                table.wrong(("shared", part), f"unknown part {quoted(part)}", f"one of {', '.join(parts)}", key=True)
                continue
            names = {self._selectors[name].kind for condition in parts[part] for name in condition.any}
            kinds = [self._codes.kind(name) for name in names]
            known = {role.id for kind in kinds if kind is not None for role in kind.roles}
            found[part] = _roles(inner, part, Vocabulary("role", sorted(known), "", whole=None not in kinds))
        if inner is not None and "present" not in found and found:
            table.wrong("shared", "no role of 'present' is named", "the role whose actors the others must share")
        return MappingProxyType(found)

    def _stated(self, table: Table) -> StatedRule | None:
        inner = table.table("stated")
        if inner is None:
            return None
        name = RuleId(inner.term("selector", Vocabulary("selector", self._selectors, "[[selector]]")))
        kind = self._codes.kind(self._selectors[name].kind) if name in self._selectors else None
        variable = inner.term("variable", self._codes.variables(kind))
        rule = StatedRule(name, VariableId(variable), _means(inner, self._codes.categories(variable), Judgement))
        inner.done()
        return rule

    def profiles(self, root: Table) -> dict[RuleId, ProfileRule]:
        """Read [[profile]]."""
        found: dict[RuleId, ProfileRule] = {}
        for table in root.tables("profile"):
            own = RuleId(table.id("profile", found))
            kind = self._codes.kind(name := table.term("kind", self._codes.kinds))
            profile = ProfileRule(
                id=own,
                label=table.text("label"),
                sentence=sentence(table),
                kind=KindId(name),
                row=_roles(table, "row", self._codes.roles(kind)),
                variable=VariableId(table.term("variable", self._codes.variables(kind))),
                scale=table.choice("scale", Scale) or Scale.SET,
                where=where(table, "where", self._codes.variables(kind), self._codes),
                attribution=attribution(table, self._links),
            )
            _keep(table, found, own, profile)
        return found

    def network(self, root: Table) -> NetworkRule | None:
        """Read [network]."""
        table = root.table("network")
        if table is None:
            return None
        rule = NetworkRule(
            sentence=sentence(table),
            persistence=table.integer("persistence", low=0, default=0) or 0,
            levels=table.texts("levels"),
            attribution=attribution(table, self._links),
        )
        for link in rule.attribution:
            if link in self._links and self._links[link].only:
                what = f"link {quoted(link)} passes only some findings, and a tie stands for all of them"
                table.wrong("attribution", what, "links without 'only'")
        table.done()
        return rule

    def ties(self, root: Table, network: NetworkRule | None) -> dict[RuleId, TieRule]:
        """Read [[tie]]."""
        found: dict[RuleId, TieRule] = {}
        levels = Vocabulary("level", network.levels if network else (), "[network] levels")
        for table in root.tables("tie"):
            if network is None and not found:
                table.wrong(None, "ties are declared, but no [network]", "a table [network] with a sentence")
            own = RuleId(table.id("tie", found))
            kind = self._codes.kind(name := table.term("kind", self._codes.kinds))
            roles, variables = self._codes.roles(kind), self._codes.variables(kind)
            tie = TieRule(
                id=own,
                label=table.text("label"),
                sentence=sentence(table),
                kind=KindId(name),
                start=_roles(table, "start", roles),
                to=_roles(table, "to", roles),
                sign=table.integer("sign", low=-1, high=1),
                sign_of=VariableId(table.term("sign_of", variables, required=False)) or None,
                directed=table.flag("directed", default=True),
                own=table.flag("own", default=False),
                level=table.term("level", levels, required=False),
                where=where(table, "where", variables, self._codes),
                without=where(table, "without", variables, self._codes),
                counts=tuple(VariableId(variable) for variable in table.terms("counts", variables)),
                modalities=table.choices("modalities", Modality, ()),
            )
            self._check_sign(table, tie)
            _keep(table, found, own, tie)
        return found

    def _check_sign(self, table: Table, tie: TieRule) -> None:
        if ("sign" in table.data) == ("sign_of" in table.data):
            table.wrong(None, f"tie {quoted(tie.id)} needs a sign", "either sign or sign_of")
        if tie.sign_of is None:
            return
        asked = tie.where.get(tie.sign_of)
        lost = [name for name in self._codes.unsigned(tie.sign_of) if asked is None or name in asked]
        if lost:
            names = ", ".join(map(quoted, lost))
            what = f"{names} of {quoted(tie.sign_of)} without a sign would be no tie"
            table.wrong("sign_of", what, "categories with a sign, or a sign for all of them")

    def lineage(self, root: Table) -> LineageRule | None:
        """Read [lineage]."""
        table = root.table("lineage")
        if table is None:
            return None
        kind: Kind | None = self._codes.kind(name := table.term("kind", self._codes.kinds))
        roles = self._codes.roles(kind)
        variable = table.term("variable", self._codes.variables(kind))
        rule = LineageRule(
            sentence=sentence(table),
            kind=KindId(name),
            child=RoleId(table.term("child", roles)),
            parent=RoleId(table.term("parent", roles)),
            variable=VariableId(variable),
            means=_means(table, self._codes.categories(variable), Event),
        )
        table.done()
        return rule


def _account(root: Table, camps: Collection[RuleId]) -> AccountRule:
    """Read [account]; a title that is not given is the usual one."""
    table = root.table("account")
    if table is None:
        return AccountRule()
    titles = {key: sentence(table, key) for key in ACCOUNT_TITLES if table.text(key, required=False)}
    divided = table.terms("camps", Vocabulary("camp", camps, "[[camp]]"))
    table.done()
    return AccountRule(**titles, camps=tuple(RuleId(name) for name in divided))


def _means(table: Table, categories: Vocabulary, words: type[Word]) -> Mapping[str, Word]:
    """Read `means = { category = "word" }`."""
    inner = table.table("means", required=True)
    if inner is None:
        return MappingProxyType({})
    found: dict[str, Word] = {}
    for name in inner.data:
        if categories.lacks(name):
            hint = table.tree.nearest(categories.word, name, categories.terms)
            inner.wrong(name, f"unknown {categories.word} {quoted(name)}", "", hint, key=True)
        word = inner.choice(name, words)
        if word is not None:
            found[name] = word
    return MappingProxyType(found)


def _configurations(root: Table, factors: Collection[RuleId], camps: Collection[RuleId]) -> dict[RuleId, QcaRule]:
    found: dict[RuleId, QcaRule] = {}
    for table in root.tables("configuration"):
        own = RuleId(table.id("configuration", found))
        conditions = table.terms("conditions", Vocabulary("factor", factors, "[[factor]]"), required=True)
        rule = QcaRule(
            id=own,
            sentence=sentence(table),
            camp=RuleId(table.term("camp", Vocabulary("camp", camps, "[[camp]]"))),
            conditions=tuple(RuleId(name) for name in conditions),
            frequency=table.integer("frequency", low=1, default=1) or 1,
            consistency=table.integer("consistency", low=50, high=100, default=80) or 80,
        )
        _keep(table, found, own, rule)
    return found


def _resolutions(root: Table) -> tuple[Resolution, ...]:
    found: dict[tuple[str, DateRole], Resolution] = {}
    for table in root.tables("resolution"):
        finding, text = table.text("finding"), table.text("date")
        if finding and not is_id(finding):
            table.wrong("finding", f"{quoted(finding)} is not the id of a finding", "the id of a finding")
        role, reason = table.choice("role", DateRole), table.text("reason")
        table.done()
        if role is None or not text:
            continue
        if (finding, role) in found:
            table.wrong("finding", f"the date of {quoted(finding)} is already resolved above", "one resolution a date")
        try:
            found[finding, role] = Resolution(FindingId(finding), role, parse(text), reason)
        except DateError as error:
            table.wrong("date", f"{quoted(text)} is not a date riven can read", error.reason)
    return tuple(found.values())


def _roles(table: Table, key: str, known: Vocabulary) -> tuple[RoleId, ...]:
    return tuple(RoleId(role) for role in table.terms(key, known, required=True))


def _keep(table: Table, found: dict[RuleId, Entry], own: RuleId, entry: Entry) -> None:
    table.done()
    if own:
        found[own] = entry
