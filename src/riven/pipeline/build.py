"""The main job: from a study folder to every file of a build, in memory first and on disk only when all is well.

Equal inputs give equal bytes: nothing here reads a clock, a place on this machine or a random number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from riven.analysis.argument import Arguments
from riven.analysis.results import Analysis
from riven.figures.caption import alternative_text, caption
from riven.folder import read_study
from riven.ids import MeasureId
from riven.model.study import Study
from riven.pipeline.argument import argue_study
from riven.pipeline.argument_tables import ARGUMENT_TABLES
from riven.pipeline.columns import PANEL, columns_of
from riven.pipeline.content import content_of
from riven.pipeline.drawing import Pictures, easel
from riven.pipeline.manifest import read_inputs, to_manifest
from riven.pipeline.overview import summary
from riven.pipeline.results import analyse_study
from riven.pipeline.sheets import to_csv, to_parquet
from riven.pipeline.tables import TABLES, panel_rows
from riven.pipeline.target import MANIFEST, check_target, write_folder
from riven.report.content import DrawnFigure
from riven.report.html import html
from riven.report.markdown import markdown

Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build that is not written yet.

    Attributes:
        folder: The study folder.
        study: The study.
        analysis: What follows from it.
        files: Content of every file, the manifest last, by path inside the build.
    """

    folder: Path
    study: Study
    analysis: Analysis
    files: Mapping[str, bytes] = field(hash=False)

    def summary(self) -> str:
        """Tell the outcome in a few lines: rivals by camp, and the cells of each measure."""
        return summary(self.study, self.analysis)


def build(folder: Path | str, out: Path | str, *, with_text: bool = True) -> Build:
    """Build a study: read it, work out its results, and write them as a folder.

    Args:
        folder: The study folder.
        out: The folder to write; an older build there is replaced, anything else is left alone.
        with_text: Whether the report shows passages of attached texts in context. Leave them out of a report that is
            going to be published.

    Returns:
        The build.

    Raises:
        StudyFolderError: The folder does not read as a study; nothing is written.
        OutputError: The result cannot be written; whatever was there before is still there.
    """
    result = read_build(Path(folder), with_text=with_text)
    write_build(result, Path(out))
    return result


def read_build(folder: Path, *, with_text: bool = True, tell: Tell = lambda _: None) -> Build:
    """Make every file of a build in memory.

    Args:
        folder: The study folder.
        with_text: Whether the report shows passages of attached texts in context.
        tell: Told what is done next.

    Returns:
        The build, not yet written.

    Raises:
        StudyFolderError: The folder does not read as a study.
    """
    with easel() as drawing:
        study = read_study(folder)
        inputs = read_inputs(folder)
        tell("Settling claims and filling cells")
        analysis = analyse_study(study)
        pictures = drawing.begin(analysis.panels)
        arguments = argue_study(study, analysis)
        files = dict(_tables(study, analysis, arguments))
        tell("Writing the report")
        content = content_of(study, analysis, figures=_figures(analysis), with_text=with_text)
        text = markdown(content, arguments)  # which shows no pictures, and does not wait for them
        tell("Drawing figures")
        drawn = pictures()
    files |= {f"figures/{measure}{end}": made for measure, held in drawn.items() for end, made in held.items()}
    page = html(replace(content, figures=_figures(analysis, drawn)), arguments)
    files["report.html"] = page.encode("utf-8", "backslashreplace")
    files["report.md"] = text.encode("utf-8", "backslashreplace")
    files[MANIFEST] = to_manifest(study, inputs, files)
    return Build(folder, study, analysis, MappingProxyType(files))


def write_build(result: Build, out: Path, *, dry_run: bool = False) -> None:
    """Write a build as a folder, whole or not at all.

    Args:
        result: The build.
        out: The folder.
        dry_run: Only make sure that it could be written.

    Raises:
        OutputError: The folder may not or cannot be written; whatever was there before is still there.
    """
    if dry_run:
        check_target(out, result.folder)
    else:
        write_folder(result.files, out, result.folder)


def _tables(study: Study, analysis: Analysis, arguments: Arguments) -> Mapping[str, bytes]:
    files = {name: to_csv(columns_of(name), rows(study, analysis)) for name, rows in TABLES.items()}
    for name, told in ARGUMENT_TABLES.items():
        held = list(told(arguments))
        files[name] = to_csv(columns_of(name), held)
        files[name.replace(".csv", ".parquet")] = to_parquet(columns_of(name), held)
    for measure, panel in analysis.panels.items():
        names = columns_of(PANEL, panel.periods)
        files[f"panels/{measure}.csv"] = to_csv(names, panel_rows(panel))
        files[f"panels/{measure}.parquet"] = to_parquet(names, panel_rows(panel))
    return files


def _figures(analysis: Analysis, drawn: Pictures | None = None) -> dict[MeasureId, DrawnFigure]:
    return {
        measure: DrawnFigure(_sheets(drawn[measure]) if drawn else (), caption(panel), alternative_text(panel))
        for measure, panel in analysis.panels.items()
    }


def _sheets(files: Mapping[str, bytes]) -> tuple[str, ...]:
    return tuple(content.decode() for end, content in files.items() if end.endswith(".svg"))
