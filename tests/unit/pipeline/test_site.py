"""The site as files of a build."""

from report_argument import an_arguing_content, some_arguments
from riven.pipeline.site import site_files
from site_desk import INVENTED
from site_files import built_site, pages_of


def test_every_file_lies_below_the_folder_of_the_site():
    """Beside the tables and figures of the build."""
    content = an_arguing_content()
    files = site_files(content, some_arguments(content), {"criticised": {".svg": b"", ".png": b""}}, None)
    assert {"site"} == {path.partition("/")[0] for path in files}
    found = pages_of(files)["site/downloads.html"].addresses
    assert {
        "../figures/criticised.svg",
        "../figures/criticised.png",
        "../panels/defected.parquet",
        "../cells.csv",
    } <= set(found)


def test_the_alternatives_of_the_argument_are_shown():
    """What was tried is told beside the results it changes."""
    content = an_arguing_content()
    files = site_files(content, some_arguments(content), {}, None)
    assert b"Denials do not count." in files["site/groups/council.html"]


def test_figures_of_scenes_are_offered_with_their_data_under_their_titles():
    """What a picture shows can be had as numbers."""
    page = built_site(INVENTED)["site/downloads.html"]
    assert "../figures/timeline.csv" in pages_of({"site/downloads.html": page})["site/downloads.html"].addresses
    assert "Timeline of findings" in page.decode()


def test_further_files_of_the_build_are_offered():
    """The account, as far as it was written."""
    content = an_arguing_content()
    files = site_files(content, some_arguments(content), {}, None, ("account.docx",))
    assert "../account.docx" in pages_of(files)["site/downloads.html"].addresses
