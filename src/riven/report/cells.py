"""Panels as tables, and every cell with all that stands behind it."""

import base64
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from riven.dates import Period, periods
from riven.errors import UnknownTermError
from riven.ids import ActorId, MeasureId
from riven.model.finding import Finding
from riven.model.panel import Cell, CellState, Panel, PathStep, Support
from riven.model.rule import Measure, Selector
from riven.model.source import Search
from riven.model.wording import INHERITED_MEANING, INHERITED_SIGN, STATE_WORDS, is_inherited
from riven.report.citation import cite
from riven.report.content import Content, held
from riven.report.evidence import Evidence, FindingView
from riven.report.rulebook import filled
from riven.report.safety import isolated

OWN_SECTION_MOST = 4000


@dataclass(frozen=True, slots=True)
class KeyView:
    """One line of the key: class of the mark, sign, label, meaning."""

    state: str
    sign: str
    label: str
    meaning: str


@dataclass(frozen=True, slots=True)
class SupportView:
    """A finding under a cell, how strong it is there and how it got there.

    Attributes:
        finding: The finding.
        state: Label of what it alone would make of the cell.
        reason: Why it has this strength.
        path: Steps from the actor that acted to the row, in plain words.
    """

    finding: FindingView
    state: str
    reason: str
    path: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CellView:
    """A cell with all that stands behind it.

    Attributes:
        anchor: Id of its evidence.
        at: Id of its place in the table.
        has_section: Whether it has a section of its own; in very large panels empty cells have none.
        title: Actor, period and state.
        measure: The measure's title.
        state: Identifier of the state.
        sign: The state's sign, and the number of independent sources where there are any.
        words: What a listener hears in the table.
        label: Label of the state.
        meaning: What the state says.
        inherited: Whether it rests only on another actor's acts.
        why: Why the cell is what it is.
        rules: The rules that count findings here, in plain words.
        supports: Findings that count.
        against: Findings that say it was not so.
        sources: Independent sources, cited.
        weight: How many sources there are and how many must fall before the state changes; empty without evidence.
        documents: How many documents were searched.
        searches: Searches that touch the cell, each with what keeps it from settling the cell, if anything.
    """

    anchor: str
    at: str
    has_section: bool
    title: str
    measure: str
    state: str
    sign: str
    words: str
    label: str
    meaning: str
    inherited: bool
    why: str
    rules: tuple[str, ...]
    supports: tuple[SupportView, ...]
    against: tuple[FindingView, ...]
    sources: tuple[str, ...]
    weight: str
    documents: str
    searches: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One row of a table: its name, its cells, and what its name leads to, if anything."""

    name: str
    cells: tuple[CellView, ...]
    target: str = ""


@dataclass(frozen=True, slots=True)
class FigureView:
    """A figure as a table.

    Attributes:
        anchor: Id of its section.
        measure: Identifier of its measure.
        number: Its number, from 1.
        title: Its title.
        caption: Its caption; the rule alone when no figure was drawn.
        alternative: What it shows, in words; empty when no figure was drawn.
        pictures: The drawn sheets as addresses that hold their own data.
        periods: Column labels.
        groups: Rows by the label of their camp.
        key: The states that occur, and the marks.
    """

    anchor: str
    measure: MeasureId
    number: int
    title: str
    caption: str
    alternative: str
    pictures: tuple[str, ...]
    periods: tuple[str, ...]
    groups: tuple[tuple[str, tuple[RowView, ...]], ...]
    key: tuple[KeyView, ...]


class Figures:
    """Turns the panels of one report into tables with addressable cells."""

    def __init__(self, content: Content, evidence: Evidence, most: int | None = None) -> None:
        """Take a report; in panels of more than `most` cells (None: 4000) those without evidence have no section."""
        self._content = content
        self._evidence = evidence
        self._most = OWN_SECTION_MOST if most is None else most
        self._periods = {period.label: period for period in periods(content.about.window, content.rules.step)}
        self._anchors: dict[tuple[MeasureId, ActorId, str], str] = {}
        self._taken: set[str] = set()

    def views(self) -> tuple[FigureView, ...]:
        """Put every panel in words.

        Returns:
            One view a panel, in order.

        Raises:
            UnknownTermError: A panel lacks a cell, or the content lacks what a cell rests on.
        """
        return tuple(self._figure(panel, number) for number, panel in enumerate(self._content.panels.values(), start=1))

    def view(self, cell: Cell) -> CellView:
        """Put one cell in words.

        Returns:
            The view.

        Raises:
            UnknownTermError: The content lacks the cell's panel, or what the cell rests on.
        """
        panel = held(self._content.panels, cell.measure, "measure")
        return self._cell(panel, isolated(panel.labels.get(cell.actor, cell.actor)), cell)

    def anchor(self, cell: Cell) -> str:
        """Give the id of a cell's evidence, such as `cell-criticised-ttp-2015`; no two cells share one."""
        key = (cell.measure, cell.actor, cell.period)
        if key not in self._anchors:
            wanted = candidate = f"{cell.measure}-{cell.actor}-{cell.period}"
            number = 1
            while candidate in self._taken:
                number += 1
                candidate = f"{wanted}--{number}"
            self._taken.add(candidate)
            self._anchors[key] = candidate
        return f"cell-{self._anchors[key]}"

    def _figure(self, panel: Panel, number: int) -> FigureView:
        drawn = self._content.figures.get(panel.measure)
        groups = tuple(
            (isolated(label), tuple(self._row(panel, actor) for actor in actors))
            for label, actors in panel.groups
            if actors
        )
        return FigureView(
            anchor=f"figure-{panel.measure}",
            measure=panel.measure,
            number=number,
            title=filled(panel.title, self._content),
            caption=drawn.caption if drawn else filled(panel.sentence, self._content),
            alternative=drawn.alternative if drawn else "",
            pictures=tuple(_address(svg) for svg in drawn.svg) if drawn else (),
            periods=panel.periods,
            groups=groups,
            key=_key(panel.cells.values()),
        )

    def _row(self, panel: Panel, actor: ActorId) -> RowView:
        name = isolated(panel.labels.get(actor, actor))
        cells = []
        for period in panel.periods:
            cell = panel.cells.get((actor, period))
            if cell is None:
                raise UnknownTermError(f"{actor} {period}", f"cell of measure '{panel.measure}'")
            cells.append(self._cell(panel, name, cell))
        return RowView(name, tuple(cells))

    def _cell(self, panel: Panel, name: str, cell: Cell) -> CellView:
        words = STATE_WORDS[cell.state]
        anchor = self.anchor(cell)
        inherited = is_inherited(cell)
        measure = self._content.rules.measures.get(cell.measure)
        return CellView(
            anchor=anchor,
            at=f"at-{anchor.removeprefix('cell-')}",
            has_section=bool(cell.support or cell.against) or len(panel.cells) <= self._most,
            title=f"{name}, {cell.period}: {words.label}",
            measure=filled(panel.title, self._content),
            state=str(cell.state),
            sign=_sign(cell, inherited=inherited),
            words=f"{name}, {cell.period}: {_spoken(cell, inherited=inherited)}",
            label=words.label,
            meaning=words.meaning,
            inherited=inherited,
            why=cell.why,
            rules=tuple(self._rules(panel, measure, cell)),
            supports=tuple(self._support(support) for support in cell.support),
            against=tuple(self._evidence.finding(finding) for finding in cell.against),
            sources=tuple(cite(held(self._content.sources, id_, "source").csl) for id_ in cell.independent),
            weight=_weight(cell),
            documents=_documents(cell),
            searches=tuple(self._searches(cell, measure)),
        )

    def _support(self, support: Support) -> SupportView:
        return SupportView(
            finding=self._evidence.finding(support.finding),
            state=STATE_WORDS[support.state].label,
            reason=support.reason,
            path=tuple(self._step(step) for step in support.path),
        )

    def _step(self, step: PathStep) -> str:
        link = self._content.rules.links.get(step.link)
        rule = filled(link.sentence, self._content) if link else f"Rule {step.link}."
        start, to = self._evidence.name(step.actor), self._evidence.name(step.to)
        return f"from {start} to {to}, as finding {step.finding} shows. {rule}"

    def _rules(self, panel: Panel, measure: Measure | None, cell: Cell) -> Iterator[str]:
        yield filled(measure.sentence if measure else panel.sentence, self._content)
        if measure is None:
            return
        findings = [held(self._content.findings, support.finding, "finding") for support in cell.support]
        for id_ in measure.selectors:
            selector = self._content.rules.selectors.get(id_)
            if selector and any(_picks(selector, finding) for finding in findings):
                yield filled(selector.sentence, self._content)

    def _searches(self, cell: Cell, measure: Measure | None) -> Iterator[tuple[str, str]]:
        period = self._periods.get(cell.period)
        selectors = [self._content.rules.selectors.get(id_) for id_ in measure.selectors] if measure else []
        kinds = {str(selector.kind) for selector in selectors if selector}
        for search in self._content.searches:
            about = not search.actors or cell.actor in search.actors
            what = not search.kinds or not kinds or bool(kinds & set(search.kinds))
            if about and what and _touches(search, period):
                yield search.id, _shortfall(search, period, kinds)


def _touches(search: Search, period: Period | None) -> bool:
    return period is None or any(span.meets(period.days) for span in search.covers.spans)


def _shortfall(search: Search, period: Period | None, kinds: set[str]) -> str:
    parts = []
    if not search.counts:
        parts.append("does not count")
    if period and not any(period.days.is_within(span) for span in search.covers.spans):
        parts.append("part of the period only")
    if search.kinds and not kinds <= set(search.kinds):
        parts.append("some kinds of claim only")
    return ", ".join(parts)


def _picks(selector: Selector, finding: Finding) -> bool:
    """Say whether a selector's kind and categories fit a finding; who acted against whom was settled before."""
    if selector.kind != finding.kind:
        return False
    for variable, allowed in selector.where.items():
        if not set(finding.values.get(variable, ())) & set(allowed):
            return False
    return not any(set(finding.values.get(variable, ())) & set(barred) for variable, barred in selector.without.items())


def _sign(cell: Cell, *, inherited: bool) -> str:
    sign = STATE_WORDS[cell.state].sign
    if not cell.state.has_evidence:
        return sign
    return f"{sign} {len(cell.independent)}{' ' + INHERITED_SIGN if inherited else ''}"


def _spoken(cell: Cell, *, inherited: bool) -> str:
    parts = [STATE_WORDS[cell.state].label]
    if cell.state.has_evidence:
        parts.append(_counted(len(cell.independent), "independent source"))
    if inherited:
        parts.append("inherited")
    return ", ".join(parts)


def _weight(cell: Cell) -> str:
    if cell.fragility is None:
        return ""
    said = _counted(len(cell.sources), "source")
    if len(cell.sources) > 1:
        said = f"{said}, {len(cell.independent)} of them independent"
    return f"{said}. The state would change with the loss of {_counted(cell.fragility, 'independent source')}."


def _documents(cell: Cell) -> str:
    if cell.state is CellState.OUTSIDE:
        return ""
    if cell.documents_searched is None:
        return "How many documents were searched for this cell is not recorded."
    return f"{_counted(cell.documents_searched, 'document')} searched for this cell."


def _key(cells: Iterable[Cell]) -> tuple[KeyView, ...]:
    shown = list(cells)
    present = {cell.state for cell in shown}
    lines = [
        KeyView(str(state), STATE_WORDS[state].sign, STATE_WORDS[state].label, STATE_WORDS[state].meaning)
        for state in CellState
        if state in present
    ]
    if any(state.has_evidence for state in present):
        lines.append(KeyView("number", "2", "number", "independent sources"))
    if any(is_inherited(cell) for cell in shown):
        lines.append(KeyView("inherited", INHERITED_SIGN, "inherited", INHERITED_MEANING))
    return tuple(lines)


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" + "s" * (number != 1)


def _address(svg: str) -> str:
    return f"data:image/svg+xml;base64,{base64.b64encode(svg.encode()).decode()}"
