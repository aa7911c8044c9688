"""Re-check the passages of a study against a text: the attached one, or a reader's own lawful copy."""

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from hashlib import sha256
from pathlib import Path

from riven.errors import DocumentError, OutputError, Problem
from riven.evidence.anchor import Check, Standing, check_passages
from riven.folder.files import decode
from riven.folder.layout import TEXT
from riven.folder.problems import Problems
from riven.ids import SourceId
from riven.model.source import Passage, Source
from riven.model.study import Study
from riven.pipeline.terms import find_id

MAX_BYTES = 256 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Verification:
    """What became of the passages of one source in one text.

    Attributes:
        source: The source.
        text: Name of the text that was checked.
        checks: One check a passage, in the order of the frozen text.
        same_text: Whether the text is the frozen one, to the byte.
        frozen: Whether the study records the hash of the frozen text at all.
        hint: What else may explain the outcome, such as other line ends; may be empty.
    """

    source: SourceId
    text: str
    checks: tuple[Check, ...]
    same_text: bool
    frozen: bool
    hint: str = ""

    @property
    def is_clean(self) -> bool:
        """Whether every passage stands where it stood."""
        return all(check.standing is Standing.MATCH for check in self.checks)

    def count(self, standing: Standing) -> int:
        """Count the passages of one standing.

        Returns:
            Their number.
        """
        return Counter(check.standing for check in self.checks)[standing]


def verify_text(study: Study, source_id: SourceId, data: bytes, name: str) -> Verification:
    """Check the passages of one source against a text.

    Args:
        study: The study.
        source_id: The source.
        data: The bytes of the text.
        name: Its name, for messages.

    Returns:
        The outcome.

    Raises:
        DocumentError: The bytes are not UTF-8 text.
    """
    return _verify(study, source_id, _decoded(data, name), sha256(data).hexdigest(), name)


def verify_attached(study: Study, source_ids: Iterable[SourceId] = ()) -> tuple[Verification, ...]:
    """Check passages against the texts attached to the study.

    Args:
        study: The study.
        source_ids: Sources to check; empty means every source with an attached text and a passage.

    Returns:
        One outcome a source, in the order of sources.json.

    Raises:
        DocumentError: A source asked for has no attached text, or no source has one.
    """
    quoted = sources_with_passages(study)
    wanted = tuple(source_ids) or tuple(source for source in quoted if source in study.documents)
    if not wanted:
        hint = "Name a file to check against, or attach one with 'riven attach'."
        raise DocumentError([Problem(f"{TEXT}/", 0, 0, "no text is attached to this study", "", hint)])
    return tuple(_verify_document(study, source_id) for source_id in wanted)


def _verify_document(study: Study, source_id: SourceId) -> Verification:
    name = f"{TEXT}/{source_id}.txt"
    document = study.documents.get(source_id)
    if document is None:
        hint = f"Attach one with 'riven attach', or name a file: 'riven verify FILE --source {source_id}'."
        raise DocumentError([Problem(name, 0, 0, "no text of this source is attached", "", hint)])
    return _verify(study, source_id, document.text, document.sha256, name)


def _verify(study: Study, source_id: SourceId, text: str, digest: str, name: str) -> Verification:
    source, passages = study.sources[source_id], passages_of(study, source_id)
    checks = check_passages(passages, text)
    same = bool(source.sha256) and digest == source.sha256
    hint = "" if same else _other_form(passages, text, checks)
    return Verification(source_id, name, checks, same, bool(source.sha256), hint)


def _other_form(passages: tuple[Passage, ...], text: str, checks: tuple[Check, ...]) -> str:
    """Say whether line ends or a byte order mark are all that is different."""
    plain = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if plain == text or all(check.standing is Standing.MATCH for check in checks):
        return ""
    matching = sum(check.standing is Standing.MATCH for check in check_passages(passages, plain, effort=0))
    if matching <= sum(check.standing is Standing.MATCH for check in checks):
        return ""
    return (
        f"{matching} of {len(passages)} passages match once the byte order mark is dropped and line ends are single "
        "line feeds: save the text as UTF-8 without a mark and with Unix line ends."
    )


def verification_lines(found: Verification) -> Iterator[str]:
    """Tell what became of the passages of one source.

    Args:
        found: The outcome.

    Yields:
        Lines: the count of each standing, then every passage that moved or is missing.
    """
    numbers = ", ".join(f"{found.count(standing)} {standing}" for standing in Standing if found.count(standing))
    edition = "the frozen text" if found.same_text else "another text than the frozen one"
    edition = edition if found.frozen else "no frozen text is on record to compare with"
    yield f"{found.source} in {found.text} ({edition}): {numbers or 'no passages'}."
    for check in found.checks:
        if check.standing is Standing.MOVED:
            copies = f", one of {check.places} copies" if check.places > 1 else ""
            yield f"  {check.passage} moved by {check.shift:+d} characters, to {check.start}-{check.end}{copies}"
        elif check.standing is Standing.MISSING:
            sure = "" if check.exhaustive else " (looked for at the edges of words only)"
            yield f"  {check.passage} is missing{sure}"
    if found.hint:
        yield f"  {found.hint}"


def verification_json(found: Verification) -> dict[str, object]:
    """Write an outcome as plain values, for JSON.

    Returns:
        Source, text, counts by standing, and one entry a passage.
    """
    return {
        "source": found.source,
        "text": found.text,
        "same_text": found.same_text,
        "frozen": found.frozen,
        "counts": {str(standing): found.count(standing) for standing in Standing},
        "passages": [asdict(check) for check in found.checks],
        "hint": found.hint,
    }


def passages_of(study: Study, source_id: SourceId) -> tuple[Passage, ...]:
    """List the passages of one source.

    Returns:
        Its passages, in file order; may be empty.
    """
    return tuple(passage for passage in study.passages.values() if passage.source == source_id)


def sources_with_passages(study: Study) -> tuple[SourceId, ...]:
    """List the sources that claims can rest on.

    Returns:
        Sources that hold a passage, in the order of sources.json.
    """
    held = {passage.source for passage in study.passages.values()}
    return tuple(source for source in study.sources if source in held)


def choose_source(study: Study, data: bytes, path: Path, asked: str = "") -> SourceId:
    """Decide which source a file is a copy of.

    Args:
        study: The study.
        data: The bytes of the file.
        path: The file; a file named after a source is taken for it.
        asked: The source a person named; empty to find it.

    Returns:
        The source: the one named, else the one whose frozen text this is, else the one the file is named after, else
        the only one with passages.

    Raises:
        UnknownTermError: The study holds no source of that name.
        DocumentError: Nothing says which of several sources it is.
    """
    if asked:
        return find_id(asked, study.sources, "source")
    quoted = sources_with_passages(study)
    digests = {sha256(data).hexdigest(), sha256(_plain(data)).hexdigest()}
    same = [source.id for source in study.sources.values() if source.sha256 in digests]
    named = [source for source in study.sources if source == path.stem]
    for candidates in (same, named, quoted):
        if len(candidates) == 1:
            return candidates[0]
    hint = f"Name it with --source: {', '.join(quoted[:6])}." if quoted else "No source of the study has passages."
    raise DocumentError([Problem(str(path), 0, 0, "nothing says which source this is a copy of", "", hint)])


def read_document(path: Path) -> bytes:
    """Read a file that may be the text of a source.

    Args:
        path: The file.

    Returns:
        Its bytes.

    Raises:
        DocumentError: It is not a file, is too large, or cannot be read.
    """
    try:
        if not path.is_file():
            there = "is not a file" if path.exists() else "there is no such file"
            raise DocumentError([Problem(str(path), 0, 0, there, "a text file in UTF-8")])
        if path.stat().st_size > MAX_BYTES:
            raise DocumentError([Problem(str(path), 0, 0, "is too large", f"at most {MAX_BYTES >> 20} MB")])
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a name no file can have
        reason = getattr(error, "strerror", None) or "no file can have this name"
        raise DocumentError([Problem(str(path), 0, 0, f"cannot be read: {reason}")]) from error


def frozen_form(source: Source, data: bytes) -> bytes:
    """Undo what an editor does to the ends of lines, where that gives the frozen text.

    Args:
        source: The source.
        data: The bytes of a copy of its text.

    Returns:
        The frozen text without byte order mark and with line feeds, when that is what was frozen; else the bytes as
        they are.
    """
    plain = _plain(data)
    return plain if sha256(plain).hexdigest() == source.sha256 else data


def _plain(data: bytes) -> bytes:
    return data.removeprefix(BOM_UTF8).replace(b"\r\n", b"\n").replace(b"\r", b"\n")


def attach(folder: Path, source: Source, data: bytes) -> Path:
    """Put a copy of a source's text where the study expects it.

    Args:
        folder: The study folder.
        source: The source.
        data: The bytes of the text; they are kept as they are.

    Returns:
        The file written, which replaces an older one.

    Raises:
        OutputError: It cannot be written.
    """
    path = folder / TEXT / f"{source.id}.txt"
    fresh = path.with_name(f".{path.name}.new")
    try:
        path.parent.mkdir(exist_ok=True)
        fresh.write_bytes(data)
        fresh.replace(path)
    except OSError as error:
        raise OutputError(str(path), error.strerror or str(error)) from error
    return path


def _decoded(data: bytes, name: str) -> str:
    problems = Problems()
    text = decode(data, name, problems)
    if text is None:
        raise DocumentError(problems.found())
    return text
