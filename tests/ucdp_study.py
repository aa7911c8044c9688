"""Files of UCDP as a study folder: non-state dyad-years as fighting, the actor list as descent; no code of riven's.

Each row of a file is one claim on the passage where it stands. What the files put in scales becomes a range of days:
`start_prec` and `ep_end_prec` count back from the date given, which is the *last* day of its period. Relations in the
actor list are undated and stay so. Identifiers are UCDP's own behind a letter; ids from before release 17.1 do not
join and are not read.
"""

import csv
import io
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

WINDOW = (1989, 2021)
LISTING = "ucdp-actor"
ISSUED = {"17.1": 2017, "21.1": 2021, "22.1": 2022}
TYPES = {"1": "organisation", "2": "organisation", "3": "population", "4": "state"}
BLANK = ("", "n/a")
DAYS_BACK = {"1": 0, "2": 5, "3": 29}
RELATIONS = {  # relation: the flag in the actor list, the name and the id of the other
    "split-from": ("Splinter", "NamePrev", "ActorIdPrev"),
    "split-for-a-time": ("SplitTemp", "NameSplitTemp", "ActorIdSplitTemp"),
    "allied-into": ("Alliance", "NameAlliance", "ActorIdAlliance"),
    "joined": ("JoinGroup", "GroupName", "ActorIdGroup"),
}
OLD_NAMES = {  # columns of release 17.1 under the names they have since 19.1
    "dyadid": "dyad_id",
    "sideaname": "side_a_name",
    "sideaid": "side_a_id",
    "sidebname": "side_b_name",
    "sidebid": "side_b_id",
    "startdate": "start_date",
    "startprec": "start_prec",
    "epend": "ep_end",
    "ependdate": "ep_end_date",
    "ependprec": "ep_end_prec",
    "fatbest": "best_fatality_estimate",
    "fatlow": "low_fatality_estimate",
    "fathigh": "high_fatality_estimate",
}
HOW = ["id", "coder", "coded_on", "codebook_revision"]
REST = [
    "place",
    "polarity",
    "modality",
    "confidence",
    "passages",
    "paraphrase",
    "note",
    "finding",
    "supersedes",
    "settles",
    "verdict",
]

CODEBOOK = """\
[codebook]
id = "ucdp"
title = "Non-state fighting and descent, after UCDP"
revision = "1"

[[kind]]
id = "fighting"
label = "Fighting"
rule = "One dyad of organised groups and one year with at least 25 deaths."
dates = ["happened"]
variables = ["best", "low", "high"]
required = ["best"]

[[kind.role]]
id = "sides"
label = "Sides"
rule = "The two groups."
required = true
many = true

[[kind]]
id = "turn"
label = "Turn"
rule = "The first death of a dyad, and the last of an episode."
dates = ["happened"]
variables = ["turn"]
required = ["turn"]

[[kind.role]]
id = "sides"
label = "Sides"
rule = "The two groups."
required = true
many = true

[[kind]]
id = "descent"
label = "Descent"
rule = "What the actor list says of where a group comes from, and where it went."
dates = ["happened"]
variables = ["relation"]
required = ["relation"]

[[kind.role]]
id = "child"
label = "Child"
rule = "The actor of the row."
required = true

[[kind.role]]
id = "parent"
label = "Parent"
rule = "The other actors of the row."
required = true
many = true

[[variable]]
id = "best"
label = "Best estimate"
rule = "Deaths in the dyad and year, best estimate."
type = "count"

[[variable]]
id = "low"
label = "Low estimate"
rule = "Deaths, low estimate."
type = "count"

[[variable]]
id = "high"
label = "High estimate"
rule = "Deaths, high estimate."
type = "count"

[[variable]]
id = "turn"
label = "Turn"
rule = "Which of the two it is."
type = "category"

[[variable.category]]
id = "began"
label = "Began"
rule = "The first death."

[[variable.category]]
id = "ended"
label = "Ended"
rule = "The last death of an episode that is over."

[[variable]]
id = "relation"
label = "Relation"
rule = "What happened between them."
type = "category"
""" + "".join(
    f'\n[[variable.category]]\nid = "{relation}"\nlabel = "{relation}"\nrule = "Column {flag}."\n'
    for relation, (flag, *_) in RELATIONS.items()
)

RULES = """\
[rules]
id = "ucdp"
revision = "1"
sentence = "Whom {focal} fought in {window}."
step = "year"
rollup = "plain"
group_by_key = false
independence = "story"
undated = "possible"
publication_bound = false
coders = ["rule"]
family = []

[[selector]]
id = "fighting"
sentence = "Fighting with the focal group."
kind = "fighting"
row = ["sides"]
against = ["sides"]

[[rollup]]
id = "plain"
sentence = "Actors as UCDP counts them."

[[measure]]
id = "fought"
title = "Years in which rivals fought {focal}, {window}"
sentence = "A cell is reported when UCDP lists the dyad in that year."
selectors = ["fighting"]
rows = "affiliated"
dates = ["happened"]
reported = ["asserted"]
possible = ["reported"]

[rival]
sentence = "A rival is a group that fought {focal}."
types = ["organisation"]
hostility = "fought"

[rival.affiliation]
any = ["fighting"]
states = ["reported"]

[[camp]]
id = "foes"
label = "Foes"
sentence = "They fought {focal}."

[[camp.needs]]
any = ["fighting"]
states = ["reported"]

[network]
sentence = "Groups that fought each other in a year."
levels = ["violence"]

[[tie]]
id = "fighting"
label = "Fighting"
sentence = "A dyad and year of UCDP."
kind = "fighting"
start = ["sides"]
to = ["sides"]
sign = -1
level = "violence"
directed = false
counts = ["best", "low", "high"]

[lineage]
sentence = "Splinters, alliances under a new name, and groups that joined others."
kind = "descent"
child = "child"
parent = "parent"
variable = "relation"
means = { split-from = "split", split-for-a-time = "split", allied-into = "merge", joined = "merge" }
"""


@dataclass(frozen=True)
class Row:
    """One row of a file, and where it stands in the text.

    Attributes:
        cells: Values by column, under today's names.
        start: First code point.
        end: The code point after the last.
    """

    cells: dict[str, str]
    start: int
    end: int


def text_of(path: Path) -> str:
    """Read a file as text: without a mark of byte order, with plain line ends."""
    return path.read_text(encoding="utf-8-sig").replace("\r\n", "\n")


def rows_of(text: str) -> Iterator[Row]:
    """Read the rows of a file; one with a line break inside quotes is one row."""
    ends = [0]
    for line in text.splitlines(keepends=True):
        ends.append(ends[-1] + len(line))
    reader = csv.reader(io.StringIO(text, newline=""))
    head = [OLD_NAMES.get(name, name) for name in next(reader)]
    before = reader.line_num
    for values in reader:
        start, end = ends[before], ends[reader.line_num]
        before = reader.line_num
        yield Row(dict(zip(head, values, strict=True)), start, start + len(text[start:end].rstrip("\n")))


def days(given: str, precision: str) -> str:
    """Turn a date and its precision into EDTF: 1 the day, 2 within 6 days, 3 within 30, 4 the month, 5 the year.

    The date given is the last day of its period; of a month or year that is not known better it says no more.
    """
    last = date.fromisoformat(given)
    if precision in DAYS_BACK:
        first = last - timedelta(days=DAYS_BACK[precision])
        return given if first == last else f"{first}/{last}"
    if precision == "4":
        return f"{last:%Y-%m}"
    if precision == "5":
        return f"{last.year:04d}"
    raise ValueError(f"a precision of {precision!r} is none of UCDP's")


def listed(cell: str) -> list[str]:
    """Split a list in a cell, as in '204, 1067'."""
    return [part for part in (part.strip() for part in cell.split(",")) if part not in BLANK]


def ucdp_files(fights: str, actors: str, *, release: str, focal: str) -> dict[str, str]:
    """Turn UCDP's files into those of a study folder.

    Args:
        fights: Text of the Non-State file.
        actors: Text of the actor list.
        release: Release of the Non-State file, such as `22.1`.
        focal: UCDP's id of the focal group.

    Returns:
        Texts by file name.
    """
    study = _Study(release)
    for row in rows_of(actors):
        study.list_actor(row)
    for row in rows_of(fights):
        study.list_fight(row)
    source = f"ucdp-nonstate-{release}"
    texts = {source: fights, LISTING: actors}
    return {
        "study.toml": _head(release, focal),
        "codebook.toml": CODEBOOK,
        "rules.toml": RULES,
        "actors.csv": _sheet(["id", "name", "type", "begins", "ends", "external", "note"], study.actors.values()),
        "names.csv": _sheet(["actor", "name", "type", "language", "script", "valid", "source", "note"], study.names),
        "sources.json": json.dumps([_source(name, release, text) for name, text in texts.items()], indent=2) + "\n",
        "passages.csv": _sheet(
            ["id", "source", "start", "end", "sha256", "page", "paragraph", "note", "excerpt"], study.passages(texts)
        ),
        "searches.csv": _sheet(
            ["id", "actors", "kinds", "covers", "sources", "documents", "query", "coder", "counts", "note"],
            [{"id": "all", "covers": f"{WINDOW[0]}/{WINDOW[1]}", "sources": source, "coder": "ucdp", "counts": "yes"}],
        ),
        "claims/fighting.csv": _claims(["sides", "best", "low", "high"], study.fights),
        "claims/turn.csv": _claims(["sides", "turn"], study.turns.values()),
        "claims/descent.csv": _claims(["child", "parent", "relation"], study.descents),
    } | {f"text/{name}.txt": text for name, text in texts.items()}


class _Study:
    """Collects actors, names, claims and passages."""

    def __init__(self, release: str) -> None:
        self.source = f"ucdp-nonstate-{release}"
        self.actors: dict[str, dict[str, str]] = {}
        self.names: list[dict[str, str]] = []
        self.fights: list[dict[str, str]] = []
        self.turns: dict[str, dict[str, str]] = {}
        self.descents: list[dict[str, str]] = []
        self._spans: dict[str, tuple[str, int, int]] = {}

    def list_actor(self, row: Row) -> None:
        """Take an actor, its older name and its descent."""
        cells, own = row.cells, f"a{row.cells['ActorId']}"
        self._actor(own, cells["NameData"], TYPES[cells["Org"]])
        self._spans[f"row-{own}"] = (LISTING, row.start, row.end)
        if cells["NameOrigFullEng"].strip() not in (*BLANK, cells["NameData"].strip()):
            self.names.append({"actor": own, "name": cells["NameOrigFullEng"].strip(), "type": "name"})
        for relation, (flag, name, other) in RELATIONS.items():
            parents = [f"a{number}" for number in listed(cells[other])]
            if cells[flag] == "1" and parents:
                for parent in parents:
                    self._actor(parent, cells[name], "organisation")
                claim = self._claim(f"{own}-{relation}", f"row-{own}", f"{own}-{relation}")
                self.descents.append(claim | {"child": own, "parent": "; ".join(parents), "relation": relation})

    def list_fight(self, row: Row) -> None:
        """Take a dyad and year, and when the dyad began and its episode ended."""
        cells, own = row.cells, f"d{row.cells['dyad_id']}"
        sides = {f"a{cells[f'side_{end}_id']}": cells[f"side_{end}_name"] for end in "ab"}
        for actor, name in sides.items():
            self._actor(actor, name, TYPES[cells["org"]])
        year = f"{own}-{cells['year']}"
        self._spans[year] = (self.source, row.start, row.end)
        both = {"sides": "; ".join(sides)}
        deaths = {end: cells[f"{end}_fatality_estimate"] for end in ("best", "low", "high")}
        self.fights.append(self._claim(year, year, year) | both | deaths | {"happened": cells["year"]})
        self._turn(f"{own}-began", year, both | {"turn": "began"}, cells["start_date"], cells["start_prec"])
        if cells["ep_end"] == "1":
            end = cells["ep_end_date"]
            self._turn(f"{own}-ended-{end}", year, both | {"turn": "ended"}, end, cells["ep_end_prec"])

    def _turn(self, own: str, passage: str, values: dict[str, str], given: str, precision: str) -> None:
        if given and own not in self.turns:
            self.turns[own] = self._claim(own, passage, own) | values | {"happened": days(given, precision)}

    def _actor(self, own: str, name: str, kind: str) -> None:
        listing = {"id": own, "name": name.strip(), "type": kind, "external": f"ucdp:{own[1:]}"}
        self.actors.setdefault(own, listing)

    def _claim(self, own: str, passage: str, finding: str) -> dict[str, str]:
        says = {"polarity": "affirmed", "modality": "asserted", "confidence": "high", "happened_basis": ""}
        return {"id": own, "coder": "ucdp", "codebook_revision": "1", "passages": passage, "finding": finding} | says

    def passages(self, texts: dict[str, str]) -> Iterator[dict[str, str]]:
        """List the passages that claims rest on."""
        used = {claim["passages"] for claim in (*self.fights, *self.turns.values(), *self.descents)}
        for own, (source, start, end) in self._spans.items():
            if own in used:
                digest = sha256(texts[source][start:end].encode()).hexdigest()
                yield {"id": own, "source": source, "start": str(start), "end": str(end), "sha256": digest}


def _claims(values: list[str], claims: Iterable[dict[str, str]]) -> str:
    dates = ["happened", "happened_basis", "happened_phrase"]
    dated = (claim | {"happened_basis": "stated" if claim.get("happened") else ""} for claim in claims)
    return _sheet([*HOW, *values, *dates, *REST], dated)


def _sheet(columns: list[str], rows: Iterable[dict[str, str]]) -> str:
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def _head(release: str, focal: str) -> str:
    return f"""\
[study]
id = "ucdp-nonstate-{release}"
title = "Rivals of actor {focal} among non-state groups"
version = "{release}"
description = "Non-state dyad-years of UCDP, release {release}, and the actor list, as a study."
licence = "CC-BY-4.0"
focal = "a{focal}"
window = "{WINDOW[0]}/{WINDOW[1]}"

[[coder]]
id = "ucdp"
type = "rule"
name = "Uppsala Conflict Data Program"
"""


def _source(name: str, release: str, text: str) -> dict[str, object]:
    title = "UCDP Actor Dataset" if name == LISTING else f"UCDP Non-State Conflict Dataset {release}"
    issued = {"date-parts": [[ISSUED["22.1" if name == LISTING else release]]]}
    frozen = {"tier": "citation", "sha256": sha256(text.encode()).hexdigest(), "characters": len(text)}
    return {"id": name, "type": "dataset", "title": title, "issued": issued, "custom": {"riven": frozen}}
