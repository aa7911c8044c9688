"""Texts of the researchers: a file to start from, a review, and what needs a look."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from narrative_factory import INVENTED, block, worked
from riven.errors import OutputError, UnknownTermError
from riven.folder import read_study
from riven.model.account import EditedText
from riven.pipeline.editing import account_of, edit_flags, review_block, standing_lines, start_block
from riven.pipeline.narrative import Edits, assemble
from riven.report.narrative.edits import Standing, State

BLOCK = "heron-command.said"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the invented study."""
    shutil.copytree(INVENTED, tmp_path / "study")
    return tmp_path / "study"


def account(edits=None):
    """Tell the account of the invented study."""
    held = worked()
    return assemble(held.content, held.arguments, held.arguments.robustness, Edits(edits or {}), {})


def test_a_generated_block_becomes_a_text_to_start_from(folder: Path) -> None:
    """It reads back with the study, on today's evidence."""
    path = start_block(folder, account(), BLOCK)
    study = read_study(folder)
    (standing,) = [each for each in account(study.edits).standings if each.block == BLOCK]

    assert folder / "account" / f"{BLOCK}.md" == path
    assert "announced that the Consortium's next barge will burn [@" in study.edits[BLOCK].text
    assert State.CURRENT is standing.state


def test_a_text_that_is_there_is_never_written_over(folder: Path) -> None:
    """Nor is what a link leads to."""
    path = start_block(folder, account(), BLOCK)
    path.write_text("Mine.")
    with pytest.raises(OutputError, match="never written over"):
        start_block(folder, account(), BLOCK)

    assert "Mine." == path.read_text()
    path.unlink()
    path.symlink_to(folder / "elsewhere.md")
    with pytest.raises(OutputError, match="never written over"):
        start_block(folder, account(), BLOCK)


def test_a_dry_run_writes_nothing(folder: Path) -> None:
    """It says where it would."""
    path = start_block(folder, account(), BLOCK, dry_run=True)

    assert not path.parent.exists()


def test_a_folder_that_cannot_be_written_is_told(folder: Path) -> None:
    """Nothing half written stays behind."""
    (folder / "account").write_text("A file in the way.")
    with pytest.raises(OutputError):
        start_block(folder, account(), BLOCK)

    (folder / "account").unlink()
    (folder / "account").symlink_to(folder / "claims")
    with pytest.raises(OutputError, match="is a link"):
        start_block(folder, account(), BLOCK)
    assert [] == list((folder / "claims").glob(".*.part"))


def test_a_block_is_asked_for_by_its_name(folder: Path) -> None:
    """With those that come near."""
    with pytest.raises(UnknownTermError, match=r"Did you mean 'heron-command\.said'"):
        start_block(folder, account(), "heron-command.sayd")


def test_a_review_changes_the_head_and_leaves_the_text(folder: Path) -> None:
    """To the byte."""
    (folder / "account").mkdir()
    path = folder / "account" / f"{BLOCK}.md"
    path.write_bytes(f'+++\nblock = "{BLOCK}"\n[evidence]\n"claim gone" = "0"\n+++\n\n  My own\r\ntext. \n'.encode())
    before = account(read_study(folder).edits)

    assert path == review_block(folder, before, BLOCK)
    after = account(read_study(folder).edits)
    assert path.read_bytes().endswith(b"+++\n\n  My own\r\ntext. \n")
    assert [State.CHANGED, State.CURRENT] == [
        next(each.state for each in told.standings if each.block == BLOCK) for told in (before, after)
    ]


def test_a_review_needs_a_text(folder: Path) -> None:
    """It says how to begin one."""
    with pytest.raises(OutputError, match=r"riven account STUDY heron-command\.said"):
        review_block(folder, account(), BLOCK)


def test_a_study_without_texts_needs_no_look() -> None:
    """Nothing is worked out for it."""
    assert () == edit_flags(worked().study)


def test_texts_that_need_a_look_are_told() -> None:
    """One whose evidence changed, and one without a place."""
    edits = {own: EditedText(own, {"claim gone": "0"}, "Ours.") for own in (BLOCK, "gone.said")}
    study = replace(worked().study, edits=edits)
    flags = edit_flags(study)

    assert ["The evidence changed", "The text of the researchers"] == [
        next(opening for opening in ("The evidence changed", "The text of the researchers") if flag.startswith(opening))
        for flag in flags
    ]
    assert block(account_of(study), BLOCK)


def test_blocks_are_listed_with_their_state() -> None:
    """And what changed under it."""
    standings = (
        Standing("a.said", "What was said", State.GENERATED),
        Standing("long.said", "What was said", State.CHANGED, ("claim c is new",)),
    )

    assert [
        "a.said     generated  What was said",
        "long.said  evidence changed",
        "    claim c is new",
    ] == list(standing_lines(standings))
