"""The main job: from a study folder to every file of a build, in memory first and on disk only when all is well.

Equal inputs give equal bytes: nothing here reads a clock, a place on this machine or a random number.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from riven.analysis.argument import Arguments
from riven.analysis.results import Analysis
from riven.folder import read_study
from riven.model.study import Study
from riven.pipeline.argument import argue_as_it_stands, with_alternatives
from riven.pipeline.argument_tables import ARGUMENT_TABLES
from riven.pipeline.columns import PANEL, columns_of
from riven.pipeline.content import content_of
from riven.pipeline.drawing import Pictures, easel
from riven.pipeline.manifest import read_inputs, to_manifest
from riven.pipeline.narrative import Drawn, edits_of, write_account
from riven.pipeline.overview import summary
from riven.pipeline.pictures import (
    Scenes,
    captioned,
    data_files,
    panel_figures,
    picture_files,
    scene_figures,
    scenes_of,
)
from riven.pipeline.results import analyse_study
from riven.pipeline.sheets import to_csv, to_parquet
from riven.pipeline.site import site_files
from riven.pipeline.tables import TABLES, panel_rows
from riven.pipeline.target import MANIFEST, check_target, write_folder
from riven.report.html import html
from riven.report.markdown import markdown

Tell = Callable[[str], None]

_IN_ACCOUNT = ("factors", "ego")


@dataclass(frozen=True, slots=True)
class Build:
    """A finished build that is not written yet.

    Attributes:
        folder: The study folder.
        study: The study.
        analysis: What follows from it.
        files: Content of every file, the manifest last, by path inside the build.
        notes: What was left out for want of an extra, and which texts of the researchers need a look, in sentences.
    """

    folder: Path
    study: Study
    analysis: Analysis
    files: Mapping[str, bytes] = field(hash=False)
    notes: tuple[str, ...] = ()

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
        first = drawing.begin(analysis.panels)
        begun = argue_as_it_stands(study, analysis)
        scenes = scenes_of(study, analysis, begun)
        rest = drawing.begin({}, captioned(scenes))
        tell("Trying what could have been decided otherwise")
        arguments = with_alternatives(study, analysis, begun)
        files = dict(_tables(study, analysis, arguments)) | data_files(analysis.panels, scenes)
        tell("Writing the report")
        content = content_of(study, analysis, figures=panel_figures(analysis.panels), with_text=with_text)
        files["report.md"] = _encoded(markdown(content, arguments))  # shows no pictures, and does not wait for them
        tell("Drawing figures")
        drawn = first() | rest()
    files |= picture_files(analysis.panels, drawn)
    content = replace(content, figures=panel_figures(analysis.panels, drawn))
    files["report.html"] = _encoded(html(content, arguments))
    tell("Writing account and site")
    written = write_account(
        content, arguments, arguments.robustness, edits_of(study), _account_figures(analysis, scenes, drawn)
    )
    files |= {**written.files, **site_files(content, arguments, drawn, scenes, besides=written.files)}
    files[MANIFEST] = to_manifest(study, inputs, files)
    return Build(folder, study, analysis, MappingProxyType(files), written.notes)


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


def _account_figures(analysis: Analysis, scenes: Scenes, drawn: Pictures) -> Mapping[str, Drawn]:
    """Choose what the account shows: the panels, the factors and the ties of the focal actor; one sheet of each."""
    told = panel_figures(analysis.panels, drawn) | {
        name: held for name, held in scene_figures(scenes, drawn).items() if name in _IN_ACCOUNT
    }
    found = {}
    for name, held in told.items():
        files = drawn.get(name, {})
        sheet = next((end.removesuffix(".svg") for end in files if end.endswith(".svg")), None)
        if sheet is not None:
            svg, png = files[f"{sheet}.svg"], files[f"{sheet}.png"]
            found[name] = Drawn(f"figures/{name}{sheet}.svg", svg, png, held.caption, held.alternative)
    return found


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "backslashreplace")
