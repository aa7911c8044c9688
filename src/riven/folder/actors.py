"""actors.csv and names.csv: who may be meant, and how sources write them."""

import re
from collections.abc import Iterable

from riven.folder import cells
from riven.folder.problems import quoted
from riven.folder.sheets import Columns, Row, Sheet, each_row
from riven.folder.vocabulary import Vocabulary
from riven.ids import ActorId, SourceId, is_id
from riven.model.actor import Actor, ActorType, Name, NameType

ACTOR_COLUMNS = Columns(("id", "name", "type", "begins", "ends", "external", "note"), ("id", "name", "type"))
NAME_COLUMNS = Columns(
    ("actor", "name", "type", "language", "script", "valid", "source", "note"),
    ("actor", "name"),
)
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", re.ASCII)
_SCRIPT = re.compile(r"[A-Z][a-z]{3}", re.ASCII)


def read_actors(sheet: Sheet) -> dict[ActorId, Actor | None]:
    """Read actors.csv.

    Returns:
        Actors by id in file order; None for a row that is broken, whose id is still known.
    """
    found: dict[ActorId, Actor | None] = {}

    def read(row: Row) -> None:
        before = len(sheet.problems)
        own = ActorId(cells.declare(row, found, "actor"))
        actor = _actor(row, own)
        if own:
            found[own] = actor if len(sheet.problems) == before else None

    each_row(sheet, read)
    return found | {ActorId(own): None for own in sheet.unsure if own not in found}


def _actor(row: Row, own: ActorId) -> Actor | None:
    name = cells.text(row, "name", required=True)
    kind = cells.choice(row, "type", ActorType)
    begins, ends = cells.fuzzy_date(row, "begins"), cells.fuzzy_date(row, "ends")
    if begins is not None and ends is not None:
        first, last = begins.hull.first, ends.hull.last
        if first is not None and last is not None and first > last:
            row.wrong("ends", f"the actor ends in {quoted(ends.edtf)}, before it begins in {quoted(begins.edtf)}")
    external = _external(row)
    if kind is None:
        return None
    return Actor(own, name, kind, begins, ends, external, cells.text(row, "note"))


def _external(row: Row) -> tuple[tuple[str, str], ...]:
    pairs = []
    for item in cells.items(row.get("external")):
        scheme, colon, value = item.partition(":")
        if not (colon and is_id(scheme) and value.strip()):
            row.wrong(
                "external", f"{quoted(item)} is not an identifier elsewhere", "scheme and value, as in 'ucdp:234'"
            )
            continue
        pairs.append((scheme, value.strip()))
    if len(set(pairs)) < len(pairs):
        row.wrong("external", "an identifier is given twice")
    return tuple(sorted(pairs))


def actor_rows(actors: Iterable[Actor]) -> Iterable[list[str]]:
    """Write actors as rows of actors.csv.

    Yields:
        Cells in canonical order.
    """
    for actor in actors:
        external = cells.JOINT.join(f"{scheme}:{value}" for scheme, value in actor.external)
        dates = [str(actor.begins or ""), str(actor.ends or "")]
        yield [actor.id, actor.name, actor.type, *dates, external, actor.note]


def read_names(sheet: Sheet, actors: Vocabulary, sources: Vocabulary) -> tuple[Name, ...]:
    """Read names.csv.

    Args:
        sheet: The sheet.
        actors: Actors that can have names.
        sources: Sources a name can have been read in.

    Returns:
        Names in file order.
    """
    found: dict[Name, int] = {}

    def read(row: Row) -> None:
        name = _name(row, actors, sources)
        if name in found:
            row.wrong("name", f"the same name is already given on line {found[name]}")
        found.setdefault(name, row.line)

    each_row(sheet, read)
    return tuple(found)


def _name(row: Row, actors: Vocabulary, sources: Vocabulary) -> Name:
    language, script = row.get("language").strip(), row.get("script").strip()
    if language and not _LANGUAGE.fullmatch(language):
        row.wrong("language", f"{quoted(language)} is not a language tag", "BCP 47, as in 'en', 'ur' or 'ps'")
    if script and not _SCRIPT.fullmatch(script):
        row.wrong("script", f"{quoted(script)} is not a script code", "ISO 15924, as in 'Latn' or 'Arab'")
    source = cells.term(row, "source", sources)
    return Name(
        actor=ActorId(cells.term(row, "actor", actors, required=True)),
        text=cells.text(row, "name", required=True),
        type=cells.choice(row, "type", NameType, NameType.NAME) or NameType.NAME,
        language=language,
        script=script,
        valid=cells.fuzzy_date(row, "valid"),
        source=SourceId(source) if source else None,
        note=cells.text(row, "note"),
    )


def name_rows(names: Iterable[Name]) -> Iterable[list[str]]:
    """Write names as rows of names.csv.

    Yields:
        Cells in canonical order.
    """
    for name in names:
        found = [str(name.valid or ""), name.source or "", name.note]
        yield [name.actor, name.text, name.type, name.language, name.script, *found]
