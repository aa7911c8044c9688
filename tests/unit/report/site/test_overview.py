"""The first page, the figures, and the list of groups."""

import dataclasses

from report_argument import said
from report_factory import a_panel
from report_hostile import a_hostile_content
from riven.report.content import DrawnFigure
from riven.report.site import overview as module
from riven.report.site.overview import citation, figure_pages, first_page, groups_page
from site_desk import a_bare_desk, a_desk, plain_parts


def matrices(page):
    """Take the figures of a page."""
    return [part.figure for part in page.parts if part.sort == "matrix"]


def test_the_first_page_asks_answers_and_shows_every_figure():
    """Question, result in sentences, figures."""
    page = first_page(a_desk())
    lines = said(plain_parts(page))
    assert {"# The question", "# What was found", "# How to cite"} <= set(lines)
    assert ["criticised", "defected"] == [figure.measure for figure in matrices(page)]


def test_texts_that_may_not_be_passed_on_are_warned_of():
    """Before anything else."""
    assert said(plain_parts(first_page(a_desk())))[0].startswith("! For your own use.")
    assert not said(plain_parts(first_page(a_desk(documents={}))))[0].startswith("!")


def test_of_large_figures_the_first_page_shows_the_first_rows_and_says_how_many_follow():
    """The page stays quick; the whole figure has its own."""
    rows = {f"g{number}": "." * 20 for number in range(100)}
    desk = a_bare_desk(panels={"criticised": a_panel(rows, periods=[str(2000 + n) for n in range(20)])})
    page = first_page(desk)
    assert 60 == sum(len(held) for _, held in matrices(page)[0].groups)
    assert "40 more rows: the whole figure." in said(plain_parts(page))
    assert 100 == sum(len(held) for _, held in matrices(next(figure_pages(desk)))[0].groups)


def test_a_study_without_figures_says_so():
    """An honest empty state."""
    assert "The rules declare no figure." in said(plain_parts(first_page(a_desk(panels={}))))


def test_the_list_of_groups_tells_rivals_by_camp_and_why_others_are_out():
    """Every actor that was judged."""
    lines = said(plain_parts(groups_page(a_desk())))
    assert {"# Rivals", "# Not rivals"} <= set(lines)
    assert any("No tie to the newcomers was found." in line for line in lines)


def test_without_rivals_the_list_says_so():
    """Nobody is made up."""
    lines = said(plain_parts(groups_page(a_desk(rivals=(), camps=()))))
    assert "There is no rival to put into a camp." in lines
    assert 2 == lines.count("Nobody.")


def test_a_study_that_gives_no_citation_gets_one():
    """Title, version and id."""
    assert "Rivals in the valley. Version 1.0. Study valley, made with riven." == citation(a_desk())


def test_hostile_names_stay_names():
    """Nothing in a title is left out or acted upon."""
    content = a_hostile_content("<b>")
    desk = a_desk(about=dataclasses.replace(content.about, title="<b>"))
    assert "<b>" == first_page(desk).title


def test_sheets_too_large_for_a_page_are_left_to_the_files_beside_it(monkeypatch):
    """The page stays quick and says where they are."""
    figures = {"criticised": DrawnFigure(("<svg/>",), "Caption", "Alternative")}
    kept, _ = figure_pages(a_desk(figures=figures))
    assert 1 == len(matrices(kept)[0].pictures)
    monkeypatch.setattr(module, "MOST_DRAWN", 10)
    cut, _ = figure_pages(a_desk(figures=figures))
    assert ((), ["As drawn for print, it is among the downloads."]) == (
        matrices(cut)[0].pictures,
        said(plain_parts(cut)),
    )
