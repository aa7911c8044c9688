"""The site of a build: a folder of pages on which a reader can check everything."""

from collections.abc import Iterator, Mapping

from riven.analysis.argument import Arguments, Outcome
from riven.analysis.results import Analysis
from riven.analysis.scenes.genealogy import genealogy
from riven.analysis.scenes.places import places_scene
from riven.analysis.scenes.sociogram import sociogram
from riven.analysis.scenes.timeline import timeline
from riven.analysis.scope import Setting, to_scope
from riven.folder.atlas import read_atlas
from riven.model.study import Study
from riven.pipeline.argument_tables import ARGUMENT_TABLES
from riven.pipeline.drawing import Pictures
from riven.pipeline.sensitivity import Sensitivity
from riven.pipeline.tables import TABLES
from riven.report.content import Content
from riven.report.site.desk import Download, Told
from riven.report.site.folder import site
from riven.report.site.pictures import Scenes, SomeScenes


def site_files(
    content: Content,
    arguments: Arguments,
    sensitivity: Sensitivity | None,
    drawn: Pictures,
    scenes: Scenes | None,
) -> Mapping[str, bytes]:
    """Make every file of the site.

    Args:
        content: Everything the report shows, with its figures where they were drawn.
        arguments: What the study argues beyond its figures.
        sensitivity: What its results depend on; None takes the alternatives the arguments hold.
        drawn: Files of each figure, for the page of downloads.
        scenes: What the pictures show; None leaves them out.

    Returns:
        Content by path inside the build, all under `site/`; equal inputs give equal bytes.
    """
    told = Told(
        content,
        arguments,
        tested=sensitivity.tested if sensitivity else arguments.tested,
        scenes=scenes or SomeScenes(),
        downloads=tuple(_downloads(content, drawn)),
    )
    return {f"site/{path}": held for path, held in site(told)}


def scenes_shown(study: Study, analysis: Analysis, arguments: Arguments) -> Scenes:
    """Set the scenes that the pictures of the site show.

    Args:
        study: The study.
        analysis: What follows from it.
        arguments: What it argues.

    Returns:
        The scenes, the same that figures are drawn from.
    """
    setting = Setting(
        focal=study.focal,
        window=study.window,
        codebook=study.codebook,
        rules=study.rules,
        actors=study.actors,
        searches=study.searches,
    )
    scope = to_scope(analysis.evidence, setting)
    outcome = Outcome(analysis.findings, analysis.rivals, analysis.camps, analysis.panels)
    return SomeScenes(
        timeline=timeline(scope, outcome),
        network=sociogram(scope, outcome, arguments.argued),
        genealogy=genealogy(scope, outcome, arguments.argued),
        map=places_scene(study.claims, analysis.findings, study.places, read_atlas()),
    )


def _downloads(content: Content, drawn: Pictures) -> Iterator[tuple[str, tuple[Download, ...]]]:
    yield (
        "The whole report",
        (
            Download("report.html", "The whole study as one page that needs no other file."),
            Download("report.md", "The same as plain text."),
        ),
    )
    titles = {str(measure): panel.title for measure, panel in content.panels.items()}
    yield (
        "Figures",
        tuple(
            Download(f"figures/{measure}{end}", titles.get(measure, str(measure)))
            for measure, files in drawn.items()
            for end in files
        ),
    )
    yield (
        "Panels",
        tuple(
            Download(f"panels/{measure}{end}", title)
            for measure, title in titles.items()
            for end in (".csv", ".parquet")
        ),
    )
    yield (
        "Tables",
        tuple(Download(name, "Its columns are explained in columns.csv.") for name in (*TABLES, *ARGUMENT_TABLES)),
    )
    yield "What was read and written", (Download("manifest.json", "SHA-256 and size of every file, and versions."),)
