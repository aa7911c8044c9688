"""The site of a build: a folder of pages on which a reader can check everything."""

from collections.abc import Iterable, Iterator, Mapping

from riven.analysis.argument import Arguments
from riven.pipeline.argument_tables import ARGUMENT_TABLES
from riven.pipeline.drawing import Pictures
from riven.pipeline.pictures import Scenes, picture_files, stem
from riven.pipeline.tables import TABLES
from riven.report.content import Content
from riven.report.site.desk import Download, Told
from riven.report.site.folder import site
from riven.report.site.pictures import SomeScenes


def site_files(
    content: Content,
    arguments: Arguments,
    drawn: Pictures,
    scenes: Scenes | None,
    besides: Iterable[str] = (),
) -> Mapping[str, bytes]:
    """Make every file of the site.

    Args:
        content: Everything the report shows, with its figures where they were drawn.
        arguments: What the study argues beyond its figures.
        drawn: Files of each figure, for the page of downloads.
        scenes: What the pictures show; None leaves them out.
        besides: Paths of further files of the build, such as those of the account.

    Returns:
        Content by path inside the build, all under `site/`; equal inputs give equal bytes.
    """
    told = Told(
        content,
        arguments,
        tested=arguments.tested,
        scenes=scenes or SomeScenes(),
        downloads=tuple(_downloads(content, drawn, scenes, besides)),
    )
    return {f"site/{path}": held for path, held in site(told)}


def _downloads(
    content: Content, drawn: Pictures, scenes: Scenes | None, besides: Iterable[str]
) -> Iterator[tuple[str, tuple[Download, ...]]]:
    yield (
        "The whole report",
        (
            Download("report.html", "The whole study as one page that needs no other file."),
            Download("report.md", "The same as plain text."),
            *(Download(path, "The account in running text, each sentence cited.") for path in besides),
        ),
    )
    titles = {str(measure): panel.title for measure, panel in content.panels.items()}
    scenic = {stem(name, content.panels): scene.title for name, scene in scenes.named().items()} if scenes else {}
    named = titles | scenic
    figures = sorted(picture_files(content.panels, drawn))
    data = [f"figures/{name}.csv" for name in scenic]
    if figures or data:
        yield "Figures", tuple(Download(path, _title(path, named)) for path in (*figures, *data))
    yield (
        "Panels",
        tuple(Download(f"panels/{name}{end}", title) for name, title in titles.items() for end in (".csv", ".parquet")),
    )
    yield (
        "Tables",
        tuple(Download(name, "Its columns are explained in columns.csv.") for name in (*TABLES, *ARGUMENT_TABLES)),
    )
    yield "What was read and written", (Download("manifest.json", "SHA-256 and size of every file, and versions."),)


def _title(path: str, titles: Mapping[str, str]) -> str:
    """Find the title of the figure a file shows: that of the longest name its own begins with."""
    name = path.removeprefix("figures/")
    fits = [known for known in titles if name.startswith(known)]
    return titles[max(fits, key=len)] if fits else "A figure."
