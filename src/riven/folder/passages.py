"""passages.csv and text/: spans of frozen documents, their hashes, and the texts where they are attached."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

from riven.folder import cells
from riven.folder.files import decode, read_bytes
from riven.folder.layout import TEXT
from riven.folder.problems import WHOLE_FILE, Problems, quoted
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.ids import PassageId, SourceId
from riven.model.source import Document, Passage, Source

PASSAGE_COLUMNS = Columns(
    ("id", "source", "start", "end", "sha256", "page", "paragraph", "note", "excerpt"),
    ("id", "source", "start", "end", "sha256"),
)


def read_documents(
    folder: Path, texts: Iterable[str], sources: Vocabulary, problems: Problems
) -> dict[SourceId, Document]:
    """Read the frozen texts that are attached on this machine.

    Args:
        folder: The study folder.
        texts: Names of the files in text/, without `.txt`.
        sources: Sources that can have a text.
        problems: Where defects are recorded.

    Returns:
        Documents by source, in the order of the file names.
    """
    documents = {}
    for source in texts:
        name = f"{TEXT}/{source}.txt"
        if sources.lacks(source):
            hint = problems.nearest(sources.word, source, sources.terms)
            problems.add(
                name,
                WHOLE_FILE,
                f"unknown source {quoted(source)}",
                f"a text is named after a source in {sources.place}",
                hint,
            )
            continue
        data = read_bytes(folder, name, problems)
        text = None if data is None else decode(data, name, problems)
        if data is not None and text is not None:
            documents[SourceId(source)] = Document(SourceId(source), text, sha256(data).hexdigest())
    return documents


def read_passages(
    sheet: Sheet, known: Vocabulary, sources: Mapping[SourceId, Source], documents: Mapping[SourceId, Document]
) -> dict[PassageId, Passage | None]:
    """Read passages.csv, and check each passage against the frozen text where that text is attached.

    An attached text that is not the frozen one is no problem here: `riven verify` says what became of its passages.

    Args:
        sheet: The sheet.
        known: Sources that can hold passages, those of broken items included.
        sources: The sources that could be read.
        documents: Attached texts.

    Returns:
        Passages by id in file order; None for a row that is broken, whose id is still known.
    """
    found: dict[PassageId, Passage | None] = {}

    def read(row: Row) -> None:
        before = len(sheet.problems)
        own = PassageId(cells.declare(row, found, "passage"))
        passage = _passage(row, own, known)
        source = sources.get(passage.source)
        if len(sheet.problems) == before and source is not None:
            _check_span(row, passage, source, documents.get(passage.source))
        if own:
            found[own] = passage if len(sheet.problems) == before else None

    each_row(sheet, read)
    return found | {PassageId(own): None for own in sheet.unsure if own not in found}


def _passage(row: Row, own: PassageId, sources: Vocabulary) -> Passage:
    start, end = cells.number(row, "start", required=True), cells.number(row, "end", required=True)
    if start is not None and end is not None and start >= end:
        row.wrong("end", f"the passage ends at {end}, and starts at {start}", "an end after the start")
    return Passage(
        id=own,
        source=SourceId(cells.term(row, "source", sources, required=True)),
        start=start or 0,
        end=end or 0,
        sha256=cells.sha256(row, "sha256"),
        page=cells.text(row, "page"),
        paragraph=cells.number(row, "paragraph") or 0,
        note=cells.text(row, "note"),
        excerpt=cells.short_text(row, "excerpt"),
    )


def _check_span(row: Row, passage: Passage, source: Source, document: Document | None) -> None:
    if source.characters and passage.end > source.characters:
        what = f"the passage ends at {passage.end}, the text of {quoted(source.id)} at {source.characters}"
        row.wrong("end", what, "a span inside the text")
        return
    if document is None or document.sha256 != source.sha256:
        return
    actual = sha256(document.text[passage.start : passage.end].encode()).hexdigest()
    if actual != passage.sha256:
        what = f"the hash is not that of characters {passage.start} to {passage.end} of {TEXT}/{source.id}.txt"
        row.wrong("sha256", what, quoted(actual), "Check the offsets, then the hash.")


def passage_rows(passages: Iterable[Passage]) -> Iterable[list[str]]:
    """Write passages as rows of passages.csv.

    Yields:
        Cells in canonical order.
    """
    for passage in passages:
        span = [str(passage.start), str(passage.end), passage.sha256]
        locator = [passage.page, str(passage.paragraph or ""), passage.note]
        yield [passage.id, passage.source, *span, *locator, passage.excerpt]
