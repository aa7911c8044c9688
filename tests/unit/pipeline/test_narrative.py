"""The account as files of a build."""

from dataclasses import replace
from pathlib import Path

import pytest

from narrative_factory import block, worked
from riven.model.account import CitationStyle, EditedText
from riven.pipeline import narrative
from riven.pipeline.narrative import NAMES, Drawn, Edits, assemble, edits_of, fonts, narrative_files, write_account

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><path d="M0 0h9v9z"/></svg>'


def written(edits=None, drawn=None):
    """Write the account of the invented study."""
    held = worked()
    return write_account(held.content, held.arguments, ("It holds.",), edits or Edits(), drawn or {})


def test_the_account_is_written_in_four_forms() -> None:
    """The same bytes again."""
    held = worked()
    files = narrative_files(held.content, held.arguments, ("It holds.",), Edits(), {})

    assert sorted(NAMES) == sorted(files)
    assert files == written().files
    assert () == written().notes


def test_what_is_not_installed_is_left_out_and_said(monkeypatch: pytest.MonkeyPatch) -> None:
    """With how to get it."""
    monkeypatch.setattr(narrative, "find_spec", lambda _: None)
    made = written()

    assert ["account.html", "account.md"] == sorted(made.files)
    assert made.notes == (
        "The account was not written as Word and PDF: the extra that does so is not installed "
        "(pip install 'riven[account]').",
    )
    assert "the extra that follows a style is not installed" in made.files["account.md"].decode()


def test_sources_are_cited_as_the_study_asks() -> None:
    """A style that cannot be followed is told of, and a short form stands in."""
    chicago = written(Edits(style=CitationStyle("chicago-author-date"))).files["account.md"].decode()
    broken = written(Edits(style=CitationStyle("account/house.csl", "<style/>"))).files["account.md"].decode()

    assert "cited as in Chicago author-date" in chicago
    assert "the style 'account/house.csl' was not followed" in broken.replace("\\", "")


def test_a_text_whose_evidence_changed_is_told_of() -> None:
    """After the files are written."""
    edit = EditedText("heron-command.said", {"claim gone": "0"}, "Ours.")
    made = written(Edits({edit.block: edit}))

    assert 1 == len(made.notes)
    assert made.notes[0].startswith("The evidence changed since the researchers wrote this text (heron-command.said)")
    assert b"Edited by the researchers" in made.files["account.html"]


def test_figures_are_numbered_as_the_text_calls_them() -> None:
    """Others keep their captions."""
    drawn = {
        "map": Drawn("figures/map.svg", SVG, b"", "A map.", "Where it is."),
        "crossed-over": Drawn("figures/crossed-over.svg", SVG, b"", "Who left.", "Cells."),
    }
    text = written(drawn=drawn).files["account.md"].decode()

    assert "![Where it is.](figures/map.svg)\n\nA map." in text
    assert "Figure 2. Who left." in text


def test_a_study_hands_over_its_texts_and_its_style() -> None:
    """As they are."""
    edit = EditedText("heron-command.said", {}, "Ours.")
    study = replace(worked().study, edits={edit.block: edit}, citation_style=CitationStyle("chicago-author-date"))

    assert Edits({edit.block: edit}, CitationStyle("chicago-author-date")) == edits_of(study)


def test_an_account_can_be_told_without_being_written() -> None:
    """For a list of its blocks."""
    held = worked()
    told = assemble(held.content, held.arguments, (), Edits(), {})

    assert "What was said" == block(told, "heron-command.said").title


def test_the_fonts_lie_where_they_are_looked_for() -> None:
    """Letters of many scripts among them."""
    assert (fonts() / "DejaVuSans.ttf").is_file()
    assert isinstance(fonts(), Path)
