"""Texts of the researchers in the account: how each stands, one to start from, and fingerprints after a review.

No text of a person is ever written over: a new file is only made where there is none, and a review changes the head.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from riven.errors import OutputError, UnknownTermError
from riven.folder.account import FENCE, edit_text, split_head
from riven.folder.canonical import toml_text
from riven.folder.layout import ACCOUNT
from riven.model.account import EditedText
from riven.model.study import Study
from riven.pipeline.argument import argue_study
from riven.pipeline.content import content_of
from riven.pipeline.narrative import assemble, edits_of
from riven.pipeline.results import analyse_study
from riven.pipeline.terms import near
from riven.report.narrative.assembly import Assembly
from riven.report.narrative.edits import Standing, State
from riven.report.narrative.sentences import Block
from riven.report.narrative.subset import written_block


def account_of(study: Study) -> Assembly:
    """Tell the account of a study, with the texts of its researchers beside it.

    Args:
        study: The study.

    Returns:
        The account.
    """
    analysis = analyse_study(study)
    arguments = argue_study(study, analysis)
    return assemble(content_of(study, analysis), arguments, arguments.robustness, edits_of(study), {})


def edit_flags(study: Study) -> tuple[str, ...]:
    """Say which texts of the researchers need a look.

    Args:
        study: The study.

    Returns:
        Sentences; none, and nothing worked out, where the study holds no such text.
    """
    if not study.edits:
        return ()
    return tuple(each.flag for each in account_of(study).standings if each.flag)


def start_block(folder: Path, account: Assembly, name: str, *, dry_run: bool = False) -> Path:
    """Write a generated block as a file to start from.

    Args:
        folder: The study folder.
        account: The account.
        name: The block.
        dry_run: Only make sure that it could be written.

    Returns:
        The file.

    Raises:
        UnknownTermError: The account has no such block.
        OutputError: There is a text already, or the file cannot be written.
    """
    block = _block(account, name)
    path = folder / ACCOUNT / f"{block.id}.md"
    if path.exists() or path.is_symlink():
        raise OutputError(str(path), "is there already, and a text of yours is never written over")
    edit = EditedText(block.id, account.prints.of(block), written_block(block).rstrip("\n"))
    if not dry_run:
        _write(path, edit_text(edit), is_new=True)
    return path


def review_block(folder: Path, account: Assembly, name: str, *, dry_run: bool = False) -> Path:
    """Put today's fingerprints into the head of a text; the text itself stays as it is.

    Args:
        folder: The study folder.
        account: The account.
        name: The block.
        dry_run: Only make sure that it could be written.

    Returns:
        The file.

    Raises:
        UnknownTermError: The account has no such block.
        OutputError: There is no text for it, or the file cannot be written.
    """
    block = _block(account, name)
    path = folder / ACCOUNT / f"{block.id}.md"
    if block.id not in account.edits:
        raise OutputError(str(path), f"is not there; 'riven account STUDY {block.id}' writes one to start from")
    try:
        _, text = split_head(path.read_bytes().decode("utf-8-sig"))
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error
    head = toml_text({"block": block.id, "evidence": account.prints.of(block)})
    if not dry_run:
        _write(path, f"{FENCE}\n{head}{FENCE}\n{text}", is_new=False)
    return path


def _block(account: Assembly, name: str) -> Block:
    blocks = {block.id: block for block in account.told.blocks}
    if name not in blocks:
        raise UnknownTermError(name, "block", near(name, blocks), blocks)
    return blocks[name]


def _write(path: Path, text: str, *, is_new: bool) -> None:
    """Write a file whole, beside its place first; a new one only where there still is none."""
    beside = path.with_name(f".{path.name}.part")
    try:
        if path.parent.is_symlink():
            raise OutputError(str(path.parent), "is a link; put the folder itself here")
        path.parent.mkdir(exist_ok=True)
        beside.unlink(missing_ok=True)  # it may be a link that leads elsewhere
        beside.write_bytes(text.encode("utf-8", "backslashreplace"))
        if is_new:
            os.link(beside, path)
            beside.unlink()
        else:
            beside.replace(path)
    except OSError as error:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
        raise OutputError(str(path), error.strerror or str(error)) from error


def standing_lines(standings: Sequence[Standing]) -> Iterator[str]:
    """Say how blocks stand.

    Args:
        standings: How each stands.

    Yields:
        A line a block, then what changed under those that need a look.
    """
    width = max((len(each.block) for each in standings), default=0)
    for each in standings:
        yield f"{each.block:{width}}  {each.state}{f'  {each.title}' if each.state is State.GENERATED else ''}"
        yield from (f"    {change}" for change in each.changes)
