"""Make a passage of a study from words of an attached text, and add it to the sheet."""

import csv
import io
import re
from pathlib import Path

from riven.errors import DocumentError, InputError, OutputError, Problem, quote
from riven.evidence.marking import GAP, Span, mark
from riven.folder.canonical import csv_text
from riven.folder.layout import PASSAGES, SOURCES, TEXT
from riven.folder.passages import PASSAGE_COLUMNS, passage_rows
from riven.ids import ALPHABET, PassageId, SourceId, is_id
from riven.model.source import Passage
from riven.model.study import Study

_NUMBERED = re.compile(r"p-(\d+)")
_SHOWN = 6


def mark_passage(study: Study, source_id: SourceId, words: str, *, own: str = "") -> Passage:
    """Make a passage from words of the attached text of a source.

    Args:
        study: The study.
        source_id: The source.
        words: The words as copied; `...` stands for what lies between the first and the last ones.
        own: Identifier of the new passage; empty for the next free number.

    Returns:
        The passage; the one that is there already when it is the same span, whatever identifier was asked for.

    Raises:
        DocumentError: The text is not attached or is not the frozen one, or the words stand in it nowhere or in
            several places.
        InputError: The identifier is malformed, or names another passage.
    """
    document = study.documents.get(source_id)
    name = f"{TEXT}/{source_id}.txt"
    if document is None:
        raise DocumentError(
            [Problem(name, 0, 0, "no text of this source is attached", "", f"Put it there, in UTF-8, as {name}.")]
        )
    if study.sources[source_id].sha256 not in {"", document.sha256}:
        hint = "Attach the frozen text, or see with 'riven verify' what has moved."
        raise DocumentError([Problem(name, 0, 0, "is not the frozen text, so its offsets would be wrong", "", hint)])
    spans = mark(words, document.text)
    if not spans:
        hint = f"Copy them from the text itself; '{GAP}' may stand for what lies between the first and the last ones."
        raise DocumentError([Problem(name, 0, 0, "these words do not stand in the text", "", hint)])
    if len(spans) > 1:
        lines = ", ".join(str(span.paragraph) for span in spans[:_SHOWN])
        what = f"these words stand in {len(spans)} places, on lines {lines}{' ...' if len(spans) > _SHOWN else ''}"
        raise DocumentError(
            [Problem(name, spans[0].paragraph, 0, what, "", "Give more words, so that one place is meant.")]
        )
    return _passage(study, source_id, spans[0], own)


def _passage(study: Study, source_id: SourceId, span: Span, own: str) -> Passage:
    place = (source_id, span.start, span.end)
    for held in study.passages.values():
        if (held.source, held.start, held.end) == place:
            return held
    free = _next(study)
    if own in study.passages:
        what = f"passage {quote(own)} is there already, and is another one"
        raise InputError([Problem(PASSAGES, 0, 0, what, "an id of its own", f"'{free}' is free.")])
    if own and not is_id(own):
        raise InputError([Problem(PASSAGES, 0, 0, f"{quote(own)} cannot serve as passage id", ALPHABET)])
    return Passage(PassageId(own or free), *place, span.sha256, paragraph=span.paragraph)


def _next(study: Study) -> str:
    numbers = [int(match[1]) for passage in study.passages if (match := _NUMBERED.fullmatch(passage))]
    return f"p-{max(numbers, default=0) + 1}"


def unfrozen(study: Study, source_id: SourceId) -> str:
    """Say what to write where the text of a source is attached and not yet frozen.

    Returns:
        What to add to the source; empty when its text is frozen or not attached.
    """
    document = study.documents.get(source_id)
    if document is None or study.sources[source_id].sha256:
        return ""
    keys = f'"sha256": "{document.sha256}", "characters": {len(document.text)}'
    return f'To freeze this text, write in {SOURCES}, in the item of {source_id}: "custom": {{"riven": {{{keys}}}}}'


def written(passage: Passage, *, header: bool = False) -> str:
    """Write a passage as passages.csv has it.

    Args:
        passage: The passage.
        header: Whether the names of the columns come first.

    Returns:
        One line, or two, each with its line feed.
    """
    lines = csv_text(PASSAGE_COLUMNS.names, passage_rows([passage])).splitlines(keepends=True)
    return "".join(lines if header else lines[1:])


def add_passage(folder: Path, passage: Passage) -> Path:
    """Add a passage as the last row of passages.csv; every row that is there stays as it is.

    Args:
        folder: The study folder.
        passage: The passage. Cells for columns the sheet does not have are left out.

    Returns:
        The sheet.

    Raises:
        OutputError: The sheet cannot be written.
    """
    path = folder / PASSAGES
    try:
        old = path.read_bytes().decode("utf-8-sig", "replace")
        columns = next(csv.reader(io.StringIO(old)), [])
        cells = dict(zip(PASSAGE_COLUMNS.names, next(iter(passage_rows([passage]))), strict=True))
        break_ = "\r\n" if "\r\n" in old else "\n"
        row = csv_text([cells[column] for column in columns], []).rstrip("\n")
        with path.open("a", encoding="utf-8", newline="") as sheet:
            sheet.write(("" if old.endswith(("\n", "\r")) else break_) + row + break_)
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error
    return path
