"""rules.toml: what counts as what. Each entry is checked against the codebook and against the entries it names.

Entries are read in the order they depend on each other: links, selectors, rollups, measures, the rival rule, camps.
"""

from types import MappingProxyType
from typing import TypeVar

from riven.dates import Step
from riven.folder.argument import read_argument
from riven.folder.codebook import Draft
from riven.folder.problems import quoted
from riven.folder.rule_terms import Codes, attribution, condition, sentence, states, where
from riven.folder.table import Table
from riven.folder.vocabulary import Vocabulary
from riven.ids import KindId, MeasureId, RoleId, RuleId
from riven.model.actor import ActorType
from riven.model.claim import CoderType, Modality, Polarity
from riven.model.codebook import DateRole
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import (
    CampRule,
    Edit,
    Independence,
    Link,
    Measure,
    Option,
    RivalRule,
    Rollup,
    Rows,
    Rules,
    Selector,
    Switch,
    Undated,
)

Entry = TypeVar("Entry")
Own = TypeVar("Own", bound=str)


def read_rules(root: Table, draft: Draft | None) -> Rules | None:
    """Read rules.toml.

    Args:
        root: The file, or a document in its form.
        draft: The codebook, for what the rules may name; None to leave those names unchecked.

    Returns:
        The rules, as much of them as can be read; None when [rules] or [rival] is missing.
    """
    reader = _Reader(Codes(draft))
    links = reader.links(root)
    selectors = reader.selectors(root)
    rollups = reader.rollups(root)
    measures = reader.measures(root)
    rival, camps, switches = reader.rival(root), reader.camps(root), _switches(root)
    argument = read_argument(root, reader.codes, links=links, selectors=selectors, camps=[camp.id for camp in camps])
    head = root.table("rules", required=True)
    root.done()
    if head is None or rival is None:
        return None
    rules = Rules(
        id=head.id("set of rules"),
        revision=head.text("revision"),
        sentence=sentence(head),
        step=head.choice("step", Step) or Step.YEAR,
        rollup=RuleId(head.term("rollup", reader.known_rollups())),
        family=attribution(head, reader.known_links, "family"),
        undated=head.choice("undated", Undated) or Undated.POSSIBLE,
        publication_bound=head.flag("publication_bound", default=None),
        independence=head.choice("independence", Independence) or Independence.STORY,
        group_by_key=head.flag("group_by_key", default=None),
        coders=head.choices("coders", CoderType),
        selectors=MappingProxyType(selectors),
        links=MappingProxyType(links),
        rollups=MappingProxyType(rollups),
        measures=MappingProxyType(measures),
        rival=rival,
        camps=camps,
        switches=switches,
        argument=argument,
    )
    head.done()
    return rules


class _Reader:
    """Reads entries in the order they depend on each other, remembering what later ones may name."""

    def __init__(self, codes: Codes) -> None:
        self.codes = codes
        self.known_links: dict[RuleId, Link] = {}
        self.known_selectors: dict[RuleId, Selector] = {}
        self._rollups: dict[RuleId, Rollup] = {}
        self._measures: dict[MeasureId, Measure] = {}

    def known_rollups(self) -> Vocabulary:
        """The rollups read so far."""
        return Vocabulary("rollup", self._rollups, "[[rollup]]")

    def _picked(self, table: Table, key: str) -> tuple[RuleId, ...]:
        known = Vocabulary("selector", self.known_selectors, "[[selector]]")
        return tuple(RuleId(name) for name in table.terms(key, known, required=True))

    def links(self, root: Table) -> dict[RuleId, Link]:
        """Read [[link]]."""
        for table in root.tables("link"):
            own = RuleId(table.id("link", self.known_links))
            kind = self.codes.kind(name := table.term("kind", self.codes.kinds))
            roles, start = self.codes.roles(kind), table.term("start", self.codes.roles(kind))
            link = Link(
                id=own,
                sentence=sentence(table),
                kind=KindId(name),
                start=RoleId(start),
                to=RoleId(table.term("to", roles)),
                where=where(table, "where", self.codes.variables(kind), self.codes),
                only=where(table, "only", self.codes.every_variable, self.codes),
                gives=_gives(table),
            )
            if link.start and link.start == link.to:
                table.wrong("to", f"a link from role {quoted(link.start)} to itself", "two different roles")
            self._keep(table, self.known_links, own, link)
        return self.known_links

    def selectors(self, root: Table) -> dict[RuleId, Selector]:
        """Read [[selector]]."""
        for table in root.tables("selector"):
            own = RuleId(table.id("selector", self.known_selectors))
            kind = self.codes.kind(name := table.term("kind", self.codes.kinds))
            roles, variables = self.codes.roles(kind), self.codes.variables(kind)
            selector = Selector(
                id=own,
                sentence=sentence(table),
                kind=KindId(name),
                row=tuple(RoleId(role) for role in table.terms("row", roles, required=True)),
                against=tuple(RoleId(role) for role in table.terms("against", roles)),
                apart=tuple(RoleId(role) for role in table.terms("apart", roles)),
                where=where(table, "where", variables, self.codes),
                without=where(table, "without", variables, self.codes),
                modalities=table.choices("modalities", Modality, ()),
                polarity=table.choice("polarity", Polarity, Polarity.AFFIRMED) or Polarity.AFFIRMED,
            )
            self._keep(table, self.known_selectors, own, selector)
        return self.known_selectors

    def rollups(self, root: Table) -> dict[RuleId, Rollup]:
        """Read [[rollup]]."""
        for table in root.tables("rollup"):
            own = RuleId(table.id("rollup", self._rollups))
            self._keep(
                table, self._rollups, own, Rollup(own, sentence(table), attribution(table, self.known_links, "merges"))
            )
        return self._rollups

    def measures(self, root: Table) -> dict[MeasureId, Measure]:
        """Read [[measure]]."""
        for table in root.tables("measure", required=True):
            own = MeasureId(table.id("measure", self._measures))
            measure = Measure(
                id=own,
                title=sentence(table, "title"),
                sentence=sentence(table),
                selectors=self._picked(table, "selectors"),
                rows=table.choice("rows", Rows) or Rows.ACTORS,
                dates=table.choices("dates", DateRole),
                attribution=attribution(table, self.known_links),
                reported=table.choices("reported", Modality, (Modality.ASSERTED, Modality.REPORTED)),
                possible=table.choices("possible", Modality, (Modality.BELIEVED, Modality.RUMOURED)),
            )
            self._check_dates(table, measure)
            self._keep(table, self._measures, own, measure)
        return self._measures

    def _check_dates(self, table: Table, measure: Measure) -> None:
        kinds = [self.codes.kind(self.known_selectors[name].kind) for name in measure.selectors]
        carried = {role for kind in kinds if kind is not None for role in kind.dates}
        for role in measure.dates:
            if role not in carried and None not in kinds and kinds:
                index = list(table.data["dates"]).index(role)
                expected = f"one of {', '.join(sorted(carried))}" if carried else ""
                table.wrong(("dates", index), f"no kind this measure counts carries the date {quoted(role)}", expected)

    def rival(self, root: Table) -> RivalRule | None:
        """Read [rival]."""
        table = root.table("rival", required=True)
        if table is None:
            return None
        affiliation = table.table("affiliation", required=True)
        hostility = table.term("hostility", Vocabulary("measure", self._measures, "[[measure]]"))
        rule = RivalRule(
            sentence=sentence(table),
            types=table.choices("types", ActorType),
            affiliation=Condition(()) if affiliation is None else self._condition(affiliation),
            hostility=MeasureId(hostility),
            states=states(table, (CellState.REPORTED, CellState.POSSIBLE)),
            minimum=table.integer("minimum", low=1, default=1) or 1,
        )
        measure = self._measures.get(rule.hostility)
        if measure is not None and measure.rows is Rows.RIVALS:
            table.wrong(
                "hostility", f"measure {quoted(measure.id)} has only rivals as rows, so it cannot decide who is one"
            )
        table.done()
        return rule

    def _condition(self, table: Table) -> Condition:
        return condition(table, self.known_selectors, self.known_links)

    def camps(self, root: Table) -> tuple[CampRule, ...]:
        """Read [[camp]]."""
        camps: dict[RuleId, CampRule] = {}
        for table in root.tables("camp"):
            own = RuleId(table.id("camp", camps))
            camp = CampRule(
                id=own,
                label=table.text("label"),
                sentence=sentence(table),
                needs=tuple(self._condition(inner) for inner in table.tables("needs")),
                lacks=tuple(self._condition(inner) for inner in table.tables("lacks")),
            )
            if not (camp.needs or camp.lacks):
                table.wrong(None, f"camp {quoted(own)} has no condition", "[[camp.needs]] or [[camp.lacks]]")
            self._keep(table, camps, own, camp)
        return tuple(camps.values())

    @staticmethod
    def _keep(table: Table, found: dict[Own, Entry], own: Own, entry: Entry) -> None:
        table.done()
        if own:
            found[own] = entry


def _gives(table: Table) -> CellState:
    given = table.choice("gives", CellState, CellState.REPORTED) or CellState.REPORTED
    if given not in {CellState.REPORTED, CellState.POSSIBLE}:
        table.wrong("gives", f"a link cannot give {quoted(given)}", "reported or possible")
    return given


def _switches(root: Table) -> tuple[Switch, ...]:
    switches: list[Switch] = []
    for table in root.tables("switch"):
        own = RuleId(table.id("switch", [switch.id for switch in switches]))
        switches.append(Switch(own, sentence(table), sentence(table, "chosen"), _options(table)))
        table.done()
    return tuple(switches)


def _options(switch: Table) -> tuple[Option, ...]:
    options: list[Option] = []
    for table in switch.tables("option", required=True):
        own = RuleId(table.id("option", [option.id for option in options]))
        edits = tuple(_edit(edit) for edit in table.tables("edit", required=True))
        options.append(Option(own, sentence(table), edits))
        table.done()
    return tuple(options)


def _edit(table: Table) -> Edit:
    edit = Edit(table.text("table"), table.text("id", required=False), table.text("attribute"), table.value("value"))
    table.done()
    return edit
