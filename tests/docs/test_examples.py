"""What pages show is what happens: every block of the front page and of the guides is run."""

import pytest

from checkout import REPOSITORY
from pages import blocks, copy_studies, page, pages, run_page
from riven.pipeline.build import read_build

GUIDES = sorted(path.as_posix() for path in pages() if path.parts[:2] == ("docs", "how-to"))
TARGETS = {line.partition(":")[0] for line in (REPOSITORY / "Makefile").read_text().splitlines() if ":.*##" not in line}


def test_the_front_page_keeps_its_word(tmp_path) -> None:
    """Its taste of Python and of the command line, on the worked study."""
    copy_studies(tmp_path)
    run_page(page("README.md"), tmp_path)


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_does_what_it_says(guide, tmp_path) -> None:
    """Each begins in an empty folder beside the worked study."""
    copy_studies(tmp_path)
    run_page(page(guide), tmp_path)


def test_every_make_target_that_a_page_names_exists() -> None:
    """Blocks for setting up a machine are not run, so their targets are looked up."""
    named = {
        line.split()[1]
        for text in pages().values()
        for block in blocks(text)
        for line in block.text.splitlines()
        if block.language == "sh" and line.startswith("make ")
    }
    assert set() == named - TARGETS


def test_the_picture_of_the_front_page_is_what_riven_draws_today() -> None:
    """Compared by what it says, which is what could mislead; `make figures` draws it again."""
    drawn = read_build(REPOSITORY / "studies" / "isk-2018").files["figures/criticised.svg"].decode()
    assert said(drawn) == said((REPOSITORY / "docs" / "images" / "figure-1.svg").read_text(encoding="utf-8"))


def said(svg: str) -> str:
    """Read what a figure says to those who cannot see it."""
    return svg.partition("<desc>")[2].partition("</desc>")[0]
