"""Every figure of a build: what each shows, what it says in words, its data file, and its files once it is drawn.

Nothing here loads the plotting library; `drawing` does, in a process of its own.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from riven.analysis.argument import Arguments, Outcome
from riven.analysis.results import Analysis
from riven.analysis.scenes import divergence_matrix, effort, factor_matrix, genealogy, places, sociogram, timeline
from riven.analysis.scenes.effort import EffortScene
from riven.analysis.scenes.genealogy import GenealogyScene
from riven.analysis.scenes.matrix import DivergenceScene, FactorScene
from riven.analysis.scenes.places import PlacesScene
from riven.analysis.scenes.sociogram import SociogramScene
from riven.analysis.scenes.timeline import TimelineScene
from riven.figures.caption import alternative_text, caption
from riven.folder.atlas import read_atlas
from riven.ids import MeasureId
from riven.model.panel import Panel
from riven.model.study import Study
from riven.pipeline.columns import columns_of
from riven.pipeline.drawing import Pictures, Shown
from riven.pipeline.results import scope_of
from riven.pipeline.sheets import Row, to_csv
from riven.report.content import DrawnFigure

Scene = FactorScene | DivergenceScene | SociogramScene | GenealogyScene | TimelineScene | PlacesScene | EffortScene
Telling = Callable[[Any], str]


@dataclass(frozen=True, slots=True)
class Scenes:
    """What every figure but the panels shows.

    Attributes:
        factors: Rivals by factors.
        divergence: How far groups are apart.
        network: Ties, period by period.
        ego: Ties of the focal actor.
        genealogy: Where groups come from.
        timeline: Findings in time.
        map: Places that claims name.
        effort: What was searched beside what was found.
    """

    factors: FactorScene
    divergence: DivergenceScene
    network: SociogramScene
    ego: SociogramScene
    genealogy: GenealogyScene
    timeline: TimelineScene
    map: PlacesScene
    effort: EffortScene

    def named(self) -> dict[str, Scene]:
        """List the scenes by the name of their figure, in the order of the report."""
        return {name: getattr(self, name) for name in FIGURES}


@dataclass(frozen=True, slots=True)
class Told:
    """How a scene is put into words and rows.

    Attributes:
        caption: Writes the text below the figure.
        alternative: Describes it for a reader who cannot see it.
        rows: Lays it out as a table.
    """

    caption: Telling
    alternative: Telling
    rows: Callable[[Any], Iterator[Row]]


FIGURES: Mapping[str, Told] = {
    "factors": Told(factor_matrix.caption, factor_matrix.alternative, factor_matrix.rows),
    "divergence": Told(divergence_matrix.caption, divergence_matrix.alternative, divergence_matrix.rows),
    "network": Told(sociogram.caption, sociogram.alternative, sociogram.rows),
    "ego": Told(sociogram.caption, sociogram.alternative, sociogram.rows),
    "genealogy": Told(genealogy.caption, genealogy.alternative, genealogy.rows),
    "timeline": Told(timeline.caption, timeline.alternative, timeline.rows),
    "map": Told(places.caption, places.alternative, places.rows),
    "effort": Told(effort.caption, effort.alternative, effort.rows),
}
"""Figures by name, in the order of the report."""


def scenes_of(study: Study, analysis: Analysis, arguments: Arguments) -> Scenes:
    """Set every scene.

    Args:
        study: The study.
        analysis: What follows from it.
        arguments: What it argues.

    Returns:
        The scenes; one with nothing to show says so in its sentence.
    """
    scope, outcome, argued = scope_of(study, analysis), _outcome(analysis), arguments.argued
    return Scenes(
        factors=factor_matrix.factor_matrix(scope, outcome, argued),
        divergence=divergence_matrix.divergence_matrix(scope, outcome, argued),
        network=sociogram.sociogram(scope, outcome, argued),
        ego=sociogram.ego_network(scope, outcome, argued),
        genealogy=genealogy.genealogy(scope, outcome, argued),
        timeline=timeline.timeline(scope, outcome),
        map=places.places_scene(study.claims, analysis.findings, study.places, read_atlas()),
        effort=effort.effort_scene(analysis.panels.values()),
    )


def _outcome(analysis: Analysis) -> Outcome:
    return Outcome(analysis.findings, analysis.rivals, analysis.camps, analysis.panels)


def captioned(scenes: Scenes) -> dict[str, Shown]:
    """Set scenes with their captions, as the easel draws them.

    Returns:
        Scene and caption by the name of the figure.
    """
    return {name: (scene, FIGURES[name].caption(scene)) for name, scene in scenes.named().items()}


def stem(name: str, measures: Mapping[MeasureId, Panel]) -> str:
    """Name the files of a figure; one that has the name of a measure gives way to the measure's.

    Returns:
        The beginning of the files' names, such as `map`.
    """
    return f"{name}.figure" if MeasureId(name) in measures else name


def data_files(panels: Mapping[MeasureId, Panel], scenes: Scenes) -> dict[str, bytes]:
    """Write the data behind every figure; those behind a panel stand in panels/.

    Args:
        panels: Panels by measure.
        scenes: The scenes.

    Returns:
        CSV by path inside the build; a figure with nothing to show has a header alone.
    """
    return {
        f"figures/{stem(name, panels)}.csv": to_csv(columns_of(f"figures/{name}.csv"), FIGURES[name].rows(scene))
        for name, scene in scenes.named().items()
    }


def picture_files(panels: Mapping[MeasureId, Panel], pictures: Pictures) -> dict[str, bytes]:
    """Name the files of figures that were drawn.

    Args:
        panels: Panels by measure.
        pictures: Files of each figure, as the easel gives them.

    Returns:
        Content by path inside the build.
    """
    return {
        f"figures/{name if name in panels else stem(name, panels)}{end}": content
        for name, held in pictures.items()
        for end, content in held.items()
    }


def panel_figures(panels: Mapping[MeasureId, Panel], pictures: Pictures | None = None) -> dict[MeasureId, DrawnFigure]:
    """Set panels as figures of a report.

    Args:
        panels: Panels by measure.
        pictures: Their files; None where they are not drawn yet.

    Returns:
        Caption and alternative text of each, and its sheets where they are drawn.
    """
    return {
        measure: DrawnFigure(_sheets(pictures, measure), caption(panel), alternative_text(panel))
        for measure, panel in panels.items()
    }


def scene_figures(scenes: Scenes, pictures: Pictures | None = None) -> dict[str, DrawnFigure]:
    """Set scenes as figures of a report.

    Args:
        scenes: The scenes.
        pictures: Their files; None where they are not drawn yet.

    Returns:
        By name; a figure with nothing to show has no sheets, and its caption says why.
    """
    return {
        name: DrawnFigure(_sheets(pictures, name), FIGURES[name].caption(scene), FIGURES[name].alternative(scene))
        for name, scene in scenes.named().items()
    }


def _sheets(pictures: Pictures | None, name: str) -> tuple[str, ...]:
    files = (pictures or {}).get(name, {})
    return tuple(content.decode() for end, content in files.items() if end.endswith(".svg"))
