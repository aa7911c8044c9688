"""The page on the study folder: its files, and every column and key."""

from collections.abc import Iterable, Mapping

from generator.fields import default_of, in_words, meanings, types_of
from generator.markdown import code, table
from riven.dates import StatedDate
from riven.folder import layout
from riven.folder.actors import ACTOR_COLUMNS, NAME_COLUMNS
from riven.folder.codebook import BACK, FRONT
from riven.folder.expectations import EXPECTATION_COLUMNS
from riven.folder.gazetteer import PLACE_COLUMNS
from riven.folder.passages import PASSAGE_COLUMNS
from riven.folder.searches import SEARCH_COLUMNS
from riven.folder.sheets import Columns
from riven.ids import ALPHABET
from riven.model.account import STYLES, CitationStyle
from riven.model.actor import Actor, Name
from riven.model.claim import Claim, Coder
from riven.model.codebook import DateRole
from riven.model.expectation import Expectation
from riven.model.place import Placement
from riven.model.source import Passage, Search, Source
from riven.model.study import Study

SHEETS: Mapping[str, tuple[Columns, type, Mapping[str, str]]] = {
    layout.ACTORS: (ACTOR_COLUMNS, Actor, {}),
    layout.NAMES: (NAME_COLUMNS, Name, {"name": "text"}),
    layout.PASSAGES: (PASSAGE_COLUMNS, Passage, {}),
    layout.SEARCHES: (SEARCH_COLUMNS, Search, {}),
    layout.EXPECTATIONS: (EXPECTATION_COLUMNS, Expectation, {}),
    layout.PLACES: (PLACE_COLUMNS, Placement, {}),
}
"""Each sheet with its columns, the class that says what they mean, and columns named otherwise there."""

OWN_WORDS = {layout.ACTORS: {"external": "Identifiers in other data sets, as `scheme:value`, such as `ucdp:234`."}}

HEAD = ("id", "title", "version", "description", "citation", "licence", "focal", "window")
OPTIONAL_HEAD = {"description", "citation", "licence"}
OWN_SOURCE_KEYS = ("scale", "country", "tier", "licence", "copy_of", "sha256", "characters")

ABOUT = f"""\
# The study folder

A study is a folder of plain files: readable in a spreadsheet, comparable in git, complete. `riven check` reads it and
lists every problem of every file; `riven new` begins one.

| file | what it holds |
|---|---|
| [`study.toml`](#studytoml) | what the study is about, and who coded |
| [`codebook.toml`](codebook.md) | kinds of claim, roles, variables, categories, coding rules, examples |
| [`rules.toml`](rules.md) | what counts as what |
| [`actors.csv`](#actorscsv) | who can act or be acted upon |
| [`names.csv`](#namescsv) | how sources write them |
| [`sources.json`](#sourcesjson) | citable publications, as CSL-JSON |
| [`passages.csv`](#passagescsv) | spans of their texts |
| [`claims/<kind>.csv`](#claimskindcsv) | what coders say sources say, one sheet a kind |
| [`searches.csv`](#searchescsv) | who looked for what |
| [`expectations.csv`](#expectationscsv) | what was expected, and what came of it; may be missing |
| [`places.csv`](#placescsv) | where places are that a name alone does not find; may be missing |
| `account/<block>.md` | [texts of the researchers](../how-to/edit-the-account.md) in the account; may be missing |
| `text/<source>.txt` | texts of sources; may be missing, and is not for publishing |
| `build/` | what `riven build` writes; never edited |

Files whose names begin with `.`, `~$`, `README` or `LICENSE` may lie beside them. Any other file is a problem, so that
a misspelt name is never passed over.

## How sheets are written

CSV with commas, in UTF-8, one header row. A byte order mark and any line ends are read. Columns may stand in any order;
unknown ones are problems. A list is joined by `; `. A cell that begins like a formula is a problem. When riven writes a
sheet it writes one canonical form, so that a study read and written again is the same to the byte.

An identifier is made of {ALPHABET}.
"""


def folder_page() -> str:
    """Write the page on the study folder."""
    parts = [ABOUT, "## study.toml\n", "Table `[study]`:\n", _keys(Study, HEAD, OPTIONAL_HEAD)]
    parts += [STYLE]
    parts += ["Tables `[[coder]]`, one a coder:\n", _keys(Coder, ("id", "type", "name", "note"))]
    for name in (layout.ACTORS, layout.NAMES):
        parts += [f"## {name}\n", _sheet(name)]
    parts += ["## sources.json\n", SOURCES, _keys(Source, OWN_SOURCE_KEYS)]
    parts += [f"## {layout.PASSAGES}\n", _sheet(layout.PASSAGES)]
    parts += ["## claims/&lt;kind&gt;.csv\n", CLAIMS, _claims()]
    for name in (layout.SEARCHES, layout.EXPECTATIONS, layout.PLACES):
        parts += [f"## {name}\n", _sheet(name)]
    return "\n".join(parts)


STYLE = f"""\
`citation_style` names the style in which the account cites sources: {" or ".join(f"`{style}`" for style in STYLES)}, or
a CSL file inside the study such as `account/house.csl`. If missing: `{CitationStyle().name}`.
"""
SOURCES = """\
A list of CSL-JSON items, as Zotero and other citation managers write them. Every variable and type of CSL is allowed;
an unknown key is a problem. The `id` of an item is the id of the source. riven's own part stands under
`"custom": {"riven": {...}}`:
"""
CLAIMS = """\
The columns of a kind's sheet are, in this order: those that open every sheet, the kind's roles, its variables, three
for each of its dates, and those that close every sheet. Roles, variables and dates of each kind stand in the
[codebook](codebook.md).
"""


def _keys(cls: type, names: Iterable[str], optional: Iterable[str] = ()) -> str:
    about, hints = meanings(cls, "missing"), types_of(cls)
    rows = []
    for name in names:
        missing = "empty" if name in optional else default_of(cls, name)
        rows.append((code(name), about[name], in_words(hints[name]), missing))
    return table(("key", "meaning", "value", "if missing"), rows)


def _sheet(name: str) -> str:
    columns, cls, renamed = SHEETS[name]
    about, hints = meanings(cls, "blank") | OWN_WORDS.get(name, {}), types_of(cls)
    rows = []
    for column in columns.names:
        own = renamed.get(column, column)
        rows.append((code(column), about[own], in_words(hints[own]), "yes" if column in columns.required else ""))
    return table(("column", "meaning", "value", "required"), rows)


def _claims() -> str:
    about, hints = meanings(Claim, "blank"), types_of(Claim)
    needed = {"id", "coder", "passages"}

    def rows(names: Iterable[str]) -> list[tuple[str, ...]]:
        return [(code(n), about[n], in_words(hints[n]), "yes" if n in needed else "") for n in names]

    stated = meanings(StatedDate, "blank")
    dates = [
        ("`<date>`", f"{stated['value']} One of {_roles()}.", "[date](dates.md)", ""),
        ("`<date>_basis`", stated["basis"], in_words(types_of(StatedDate)["basis"]), ""),
        ("`<date>_phrase`", stated["phrase"], "text", ""),
    ]
    between = [
        ("`<role>`", "The actor, or actors, in this role.", "list of actor ids", "as the codebook says"),
        ("`<variable>`", "Its value.", "category, list of categories, count or text", "as the codebook says"),
    ]
    return table(("column", "meaning", "value", "required"), [*rows(FRONT), *between, *dates, *rows(BACK)])


def _roles() -> str:
    return ", ".join(code(role.value) for role in DateRole)
