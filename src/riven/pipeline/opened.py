"""A study opened from Python: asked in the words of the field, answered with frames, cells and sentences."""

from dataclasses import dataclass, field
from functools import cached_property
from os import PathLike
from pathlib import Path

import polars as pl

from riven.analysis.results import Analysis
from riven.errors import OutputError, UnknownTermError
from riven.folder import read_study
from riven.model.panel import Cell
from riven.model.panel import Panel as PanelCells
from riven.model.study import Study
from riven.pipeline.columns import PANEL, columns_of
from riven.pipeline.content import content_of
from riven.pipeline.overview import summary
from riven.pipeline.questions import Bearing, Explanation, bearing_of, explain
from riven.pipeline.results import analyse_study, with_option, without_claims, without_sources
from riven.pipeline.sensitivity import Sensitivity, sensitivity_of
from riven.pipeline.sheets import to_frame
from riven.pipeline.tables import TABLES, cell_row, panel_rows
from riven.pipeline.terms import find_actor, find_id, find_measure
from riven.pipeline.words import explanation_lines
from riven.report.cells import Figures
from riven.report.evidence import Evidence
from riven.report.spoken import evidence_lines


class OpenPanel:
    """The cells of one measure: actors by periods.

    Attributes:
        cells: Title, rule, rows by camp, periods, and every cell with its evidence.
    """

    def __init__(self, cells: PanelCells) -> None:
        self.cells = cells

    def to_polars(self) -> pl.DataFrame:
        """Give the panel as its figure shows it.

        Returns:
            One row an actor: actor, label, group (its camp), and the state of each period as text. No state is
            missing: a period nobody searched says `not_searched`.
        """
        return to_frame(columns_of(PANEL, self.cells.periods), panel_rows(self.cells))

    def to_long(self) -> pl.DataFrame:
        """Give the panel with one row a cell, and what each rests on.

        Returns:
            The columns of cells.csv: state, findings, claims and sources (joined by `; `, null where there are none),
            independent_sources, documents_searched, fragility, why.
        """
        rows = [cell_row(self.cells.cells[actor, each]) for actor in self.cells.actors for each in self.cells.periods]
        return to_frame(columns_of("cells.csv"), rows)


@dataclass(eq=False, repr=False)
class OpenStudy:
    """A study, read and checked; results are worked out when first asked for and then kept.

    Attributes:
        study: The study as plain objects.
        folder: Where it was read from.
        altered: Whether something was withdrawn or decided another way since, so that the folder holds another study.
    """

    study: Study
    folder: Path
    altered: bool = field(default=False, kw_only=True)

    @classmethod
    def from_folder(cls, path: str | PathLike[str]) -> "OpenStudy":
        """Read a study folder.

        Args:
            path: The folder that holds `study.toml`.

        Returns:
            The study.

        Raises:
            StudyFolderError: The folder does not read as a study; carries every problem of every file.
        """
        folder = Path(path)
        return cls(read_study(folder), folder)

    @cached_property
    def analysis(self) -> Analysis:
        """Findings, rivals, camps and panels as plain objects."""
        return analyse_study(self.study)

    @property
    def measures(self) -> tuple[str, ...]:
        """Identifiers of the measures, in the order of the figures."""
        return tuple(self.study.rules.measures)

    def panel(self, measure: str) -> OpenPanel:
        """Give the panel of one measure.

        Args:
            measure: Identifier of the measure, such as `criticised`.

        Returns:
            The panel.

        Raises:
            UnknownTermError: The rules hold no such measure.
        """
        return OpenPanel(self.analysis.panels[find_measure(measure, self.study.rules.measures)])

    def table(self, name: str) -> pl.DataFrame:
        """Give one of the tables a build writes.

        Args:
            name: `rivals`, `camps`, `cells`, `support`, `findings`, `claims`, `passages`, `sources` or `columns`.

        Returns:
            The table; lists are joined by `; `, null where there is nothing. `columns` says what each column means.

        Raises:
            UnknownTermError: There is no such table.
        """
        file = f"{find_id(name, [each.removesuffix('.csv') for each in TABLES], 'table')}.csv"
        return to_frame(columns_of(file), TABLES[file](self.study, self.analysis))

    def cell(self, actor: str, period: str, measure: str) -> Cell:
        """Give one cell with its evidence.

        Args:
            actor: Id or any name of an actor.
            period: Label of a period, such as `2015`.
            measure: Identifier of a measure.

        Returns:
            The cell.

        Raises:
            UnknownTermError: The study holds no such actor, period or measure, or the actor has no row in it.
            AmbiguousNameError: Several actors have this name.
        """
        cells = self.panel(measure).cells
        who = find_actor(actor, self.study.actors, self.study.names)
        label = find_id(period, cells.periods, "period")
        if who not in cells.actors:
            raise UnknownTermError(who, f"row of '{cells.measure}'", cells.actors)
        return cells.cells[who, label]

    def explain(self, actor: str, period: str = "", measure: str = "") -> str:
        """Say in plain sentences why a group is in or out, in which camp, and why its cells are what they are.

        Args:
            actor: Id or any name of an actor.
            period: One period; empty for all.
            measure: One measure; empty for all.

        Returns:
            Lines of text.

        Raises:
            UnknownTermError: The study holds no such actor, period or measure.
            AmbiguousNameError: Several actors have this name.
        """
        answer = self.explanation(actor, period, measure)
        return "\n".join(explanation_lines(self.study, self.analysis, answer))

    def explanation(self, actor: str, period: str = "", measure: str = "") -> Explanation:
        """Give what `explain` tells, as plain objects.

        Args:
            actor: Id or any name of an actor.
            period: One period; empty for all.
            measure: One measure; empty for all.

        Returns:
            The verdicts on the actor, and its cells.

        Raises:
            UnknownTermError: The study holds no such actor, period or measure.
            AmbiguousNameError: Several actors have this name.
        """
        return explain(self.study, self.analysis, actor, period=period, measure=measure)

    def trace(self, actor: str, period: str, measure: str) -> str:
        """Walk from a cell to the passages it rests on.

        Args:
            actor: Id or any name of an actor.
            period: Label of a period.
            measure: Identifier of a measure.

        Returns:
            Lines of text: findings, their claims, their passages, with the text in context where it is attached.

        Raises:
            UnknownTermError: The study holds no such cell.
            AmbiguousNameError: Several actors have this name.
        """
        content = content_of(self.study, self.analysis)
        view = Figures(content, Evidence(content)).view(self.cell(actor, period, measure))
        return "\n".join(evidence_lines(view))

    def bearing(self, of: str) -> Bearing:
        """Say which cells rest on something, and what would come out otherwise without it.

        Args:
            of: Id of a source, passage, claim or finding.

        Returns:
            Cells, threads, and the results that flip.

        Raises:
            UnknownTermError: The study holds no such thing.
            AmbiguousNameError: It holds things of several sorts by this id.
        """
        return bearing_of(self.study, self.analysis, of)

    def sensitivity(self) -> Sensitivity:
        """Try every alternative: other rules, schemes and readings of dates, and leaving out what the study rests on.

        Returns:
            Alternatives with the results they change, the alternatives each result depends on, and what holds in
            plain sentences.
        """
        return sensitivity_of(self.study, self.analysis)

    def without(self, *, claims: tuple[str, ...] = (), sources: tuple[str, ...] = ()) -> "OpenStudy":
        """Withdraw claims or sources, as if they had never been read.

        Args:
            claims: Claims to take out.
            sources: Sources to take out.

        Returns:
            The study without them; this one stays as it is.

        Raises:
            UnknownTermError: The study holds no such claim or source.
        """
        dropped = {find_id(own, self.study.claims, "claim") for own in claims}
        rest = without_claims(self.study, dropped) if dropped else self.study
        gone = {find_id(own, self.study.sources, "source") for own in sources}
        return OpenStudy(without_sources(rest, gone) if gone else rest, self.folder, altered=True)

    def switched(self, switch: str, option: str) -> "OpenStudy":
        """Decide one switch of the rules another way.

        Args:
            switch: Identifier of the switch.
            option: Identifier of the alternative.

        Returns:
            The study under the changed rules; this one stays as it is.

        Raises:
            UnknownTermError: The rules hold no such switch or alternative.
        """
        switches = {held.id: held for held in self.study.rules.switches}
        chosen = switches[find_id(switch, switches, "switch")]
        options = {held.id: held for held in chosen.options}
        decided = with_option(self.study, options[find_id(option, options, "option")])
        return OpenStudy(decided, self.folder, altered=True)

    def build(self, out: str | PathLike[str]) -> Path:
        """Write rivals, camps, panels, figures and report of the folder as a build.

        Args:
            out: The folder to write; an older build there is replaced, anything else is left alone.

        Returns:
            The folder written.

        Raises:
            OutputError: The result cannot be written, or the study was altered since it was read, so that its manifest
                would name a folder that holds another study; whatever was there before is still there.
        """
        if self.altered:
            raise OutputError(
                str(out), "not written: the study was altered since it was read. Change its folder first."
            )
        from riven.pipeline.build import build  # drawing takes long to load, and questions do not need it

        build(self.folder, Path(out))
        return Path(out)

    def __str__(self) -> str:
        return summary(self.study, self.analysis)
