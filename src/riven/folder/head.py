"""study.toml: what the study is, whose rivals it is about, over which time, and who coded."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from riven.dates import Window
from riven.errors import DateError
from riven.folder.account import is_style_file
from riven.folder.problems import listed, quoted
from riven.folder.table import Table
from riven.folder.vocabulary import Vocabulary
from riven.ids import ActorId, CoderId, StudyId
from riven.model.account import STYLES, CitationStyle
from riven.model.claim import Coder, CoderType
from riven.model.study import Study

_STYLES = f"{listed(STYLES)}, or a CSL file such as account/house.csl"


@dataclass(frozen=True, slots=True)
class Head:
    """What study.toml says.

    Attributes:
        window: None when the text is no window.
        coders: Coders by id, in file order.
        citation_style: A style of citations riven brings, or a CSL file in account/; empty for the usual one.
        whole: False when the file has problems, so that a coder may be missing by mistake.
    """

    id: StudyId
    title: str
    version: str
    description: str
    citation: str
    licence: str
    focal: ActorId
    window: Window | None
    coders: Mapping[CoderId, Coder]
    citation_style: str
    whole: bool


def read_head(root: Table, actors: Vocabulary) -> Head | None:
    """Read study.toml.

    Args:
        root: The file.
        actors: Actors that can be the focal one.

    Returns:
        What it says; None when it has no [study].
    """
    before = len(root.tree.problems)
    coders = _coders(root.tables("coder"))
    study = root.table("study", required=True)
    root.done()
    if study is None:
        return None
    head = Head(
        id=StudyId(study.id("study")),
        title=study.text("title"),
        version=study.text("version"),
        description=study.text("description", required=False),
        citation=study.text("citation", required=False),
        licence=study.text("licence", required=False),
        focal=ActorId(study.term("focal", actors)),
        window=_window(study),
        coders=coders,
        citation_style=_style(study),
        whole=len(root.tree.problems) == before,
    )
    study.done()
    return head


def _style(study: Table) -> str:
    name = study.text("citation_style", required=False)
    if name and name not in STYLES and not is_style_file(name):
        hint = study.tree.nearest("style of citations", name, STYLES)
        study.wrong("citation_style", f"unknown style of citations {quoted(name)}", _STYLES, hint)
    return name


def _window(study: Table) -> Window | None:
    text = study.text("window")
    if not text:
        return None
    try:
        return Window.from_edtf(text)
    except DateError as error:
        study.wrong("window", f"{quoted(text)} is not a window: {error.reason}")
    return None


def _coders(tables: list[Table]) -> dict[CoderId, Coder]:
    coders: dict[CoderId, Coder] = {}
    for table in tables:
        own = CoderId(table.id("coder", coders))
        kind = table.choice("type", CoderType, CoderType.PERSON) or CoderType.PERSON
        name, note = table.text("name", required=False), table.text("note", required=False)
        if own:
            coders[own] = Coder(own, kind, name, note)
        table.done()
    return coders


def head_document(study: Study) -> dict[str, Any]:
    """Say what study.toml holds, in canonical order.

    Returns:
        The document.
    """
    table: dict[str, Any] = {"id": study.id, "title": study.title, "version": study.version}
    about = {"description": study.description, "citation": study.citation, "licence": study.licence}
    table |= {key: text for key, text in about.items() if text}
    table |= {"focal": study.focal, "window": _window_text(study.window)}
    if study.citation_style.name != CitationStyle().name:
        table["citation_style"] = study.citation_style.name
    return {"study": table, "coder": [_coder(coder) for coder in study.coders.values()]}


def _window_text(window: Window) -> str:
    """Write a window as whole years or months where it is one, so that `2014/2017` stays what it is."""
    first, last = window.start, window.end - timedelta(days=1)
    if first.day == 1 and window.end.day == 1:
        length = 4 if first.month == 1 and window.end.month == 1 else 7
        return f"{first.isoformat()[:length]}/{last.isoformat()[:length]}"
    return f"{first.isoformat()}/{last.isoformat()}"


def _coder(coder: Coder) -> dict[str, Any]:
    table = {"id": coder.id, "type": coder.type.value}
    return table | {key: text for key, text in (("name", coder.name), ("note", coder.note)) if text}
