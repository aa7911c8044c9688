"""Write a study folder in its canonical form: what is read back is the same study, and writing it again the same bytes.

Comments in TOML files and the order of columns are a person's own and are not part of a study; they are not kept.
Every file is written beside its place and then moved there, so that a reader never meets half a file.
"""

from collections.abc import Mapping
from pathlib import Path

from riven.errors import OutputError
from riven.folder import layout
from riven.folder.account import account_files
from riven.folder.actors import ACTOR_COLUMNS, NAME_COLUMNS, actor_rows, name_rows
from riven.folder.canonical import csv_text, json_text, toml_text
from riven.folder.claims import claim_columns, claim_rows
from riven.folder.codebook import codebook_document
from riven.folder.expectations import EXPECTATION_COLUMNS, expectation_rows
from riven.folder.gazetteer import PLACE_COLUMNS, place_rows
from riven.folder.head import head_document
from riven.folder.passages import PASSAGE_COLUMNS, passage_rows
from riven.folder.problems import listed, quoted
from riven.folder.rule_document import INLINE, rules_document
from riven.folder.searches import SEARCH_COLUMNS, search_rows
from riven.folder.sources import source_items
from riven.model.codebook import Codebook
from riven.model.rule import Rules
from riven.model.study import Study


def write_study(study: Study, path: Path | str) -> None:
    """Write a study as a folder.

    The folder may be there already; its files are replaced. A study with line breaks other than line feeds in its
    texts is written with line feeds, as it would be read.

    Args:
        study: The study.
        path: The folder; it is made when it is not there.

    Raises:
        OutputError: The folder cannot be written, holds sheets of kinds that the study does not have, or a claim holds
            what its sheet has no column for.
    """
    folder = Path(path)
    files = study_files(study)
    try:
        _refuse_links(folder)
        _refuse_strays(folder, files)
        for name, text in files.items():
            _write(folder / name, text.encode("utf-8"))
    except OSError as error:
        raise OutputError(str(error.filename or folder), error.strerror or "cannot be written") from error
    except UnicodeEncodeError as error:
        raise OutputError(str(folder), f"a text holds half of a surrogate pair: {error.reason}") from error


def study_files(study: Study) -> dict[str, str]:
    """Say what a study folder holds.

    Args:
        study: The study.

    Returns:
        The canonical text of each file by its path in the folder, with forward slashes.

    Raises:
        OutputError: A claim holds what its sheet has no column for.
    """
    _refuse_homeless(study)
    files = {
        layout.STUDY: toml_text(head_document(study)),
        layout.CODEBOOK: codebook_text(study.codebook),
        layout.RULES: rules_text(study.rules),
        layout.ACTORS: csv_text(ACTOR_COLUMNS.names, actor_rows(study.actors.values())),
        layout.NAMES: csv_text(NAME_COLUMNS.names, name_rows(study.names)),
        layout.SOURCES: json_text(source_items(study.sources.values())),
        layout.PASSAGES: csv_text(PASSAGE_COLUMNS.names, passage_rows(study.passages.values())),
        layout.SEARCHES: csv_text(SEARCH_COLUMNS.names, search_rows(study.searches)),
    }
    for kind in study.codebook.kinds.values():
        own = (claim for claim in study.claims.values() if claim.kind == kind.id)
        files[f"{layout.CLAIMS}/{kind.id}.csv"] = csv_text(claim_columns(kind).names, claim_rows(own, kind))
    if study.expectations:
        files[layout.EXPECTATIONS] = csv_text(EXPECTATION_COLUMNS.names, expectation_rows(study.expectations))
    if study.places:
        files[layout.PLACES] = csv_text(PLACE_COLUMNS.names, place_rows(study.places))
    files |= account_files(study.edits, study.citation_style)
    return files | {f"{layout.TEXT}/{source}.txt": document.text for source, document in study.documents.items()}


def codebook_text(codebook: Codebook) -> str:
    """Write a codebook as the canonical text of codebook.toml.

    Returns:
        The text.
    """
    return toml_text(codebook_document(codebook))


def rules_text(rules: Rules) -> str:
    """Write rules as the canonical text of rules.toml.

    Returns:
        The text.
    """
    return toml_text(rules_document(rules), INLINE)


def _refuse_homeless(study: Study) -> None:
    """Refuse to drop in silence what the codebook has no sheet or column for."""
    kinds = study.codebook.kinds.values()
    columns = {kind.id: {*(role.id for role in kind.roles), *kind.variables, *kind.dates} for kind in kinds}
    for claim in study.claims.values():
        sheet = f"{layout.CLAIMS}/{claim.kind}.csv"
        if claim.kind not in columns:
            raise OutputError(sheet, f"claim {quoted(claim.id)} is of a kind the codebook does not have")
        lost = sorted({*claim.roles, *claim.values, *claim.dates} - columns[claim.kind])
        if lost:
            raise OutputError(sheet, f"claim {quoted(claim.id)} holds {listed(lost)}: the sheet has no such column")


def _refuse_links(folder: Path) -> None:
    """Refuse to write through a link to a place outside the folder."""
    for name in (layout.CLAIMS, layout.TEXT, layout.ACCOUNT):
        if (folder / name).is_symlink():
            raise OutputError(str(folder / name), "is a link; put the folder itself here")


def _refuse_strays(folder: Path, files: Mapping[str, str]) -> None:
    """Refuse to leave sheets of another codebook beside the ones written: the folder would not read."""
    for sheet in sorted((folder / layout.CLAIMS).glob("*.csv")):
        if f"{layout.CLAIMS}/{sheet.name}" not in files:
            raise OutputError(str(sheet), "is a sheet of a kind this study does not have; move it away first")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.part")
    beside.unlink(missing_ok=True)  # it may be a link that leads elsewhere
    try:
        beside.write_bytes(data)
        beside.replace(path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
