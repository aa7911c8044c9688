"""A tiny, valid study folder of invented groups, as texts by file name: tests change one thing and read it.

Every text is in canonical form, so that writing the study gives the same bytes.
"""

from hashlib import sha256
from pathlib import Path

from riven.errors import StudyFolderError
from riven.folder import read_study
from riven.folder.files import TextFile
from riven.folder.problems import Problems
from riven.folder.sheets import Columns, Row, open_sheet
from riven.folder.table import Table
from riven.folder.tree import read_toml

TEXT = (
    "The River Brigade condemned the Covenant on 6 August 2015.\n"
    "Twelve of its fighters joined the Covenant in 2016.\n"
    "The Brigade hosts the Salt Road Movement.\n"
)
SPANS = {"p-1": (0, 58), "p-2": (59, 110), "p-3": (111, 152)}


def digest(text: str) -> str:
    """The SHA-256 of a text, as the study folder writes it."""
    return sha256(text.encode()).hexdigest()


STUDY = """\
[study]
id = "tiny"
title = "Rivals of the Covenant"
version = "1.0"
description = "An invented example."
licence = "CC0-1.0"
focal = "covenant"
window = "2015/2016"

[[coder]]
id = "ann"
type = "person"
name = "Ann"

[[coder]]
id = "bot"
type = "model"
"""

CODEBOOK = """\
[codebook]
id = "tiny"
title = "A tiny codebook"
revision = "1"

[[kind]]
id = "statement"
label = "Statement"
rule = "Code what is said in public."
dates = ["made", "reported"]
variables = ["act", "remark"]
required = ["act"]
positive = ["The Brigade condemns the Covenant."]

[[kind.role]]
id = "speaker"
label = "Speaker"
rule = "Who speaks."
required = true

[[kind.role]]
id = "target"
label = "Target"
rule = "Whom it is about."
required = true
many = true

[[kind]]
id = "defection"
label = "Defection"
rule = "Code who changes sides."
dates = ["happened"]
variables = ["count"]

[[kind.role]]
id = "from"
label = "From"
rule = "Whom they leave."
required = true
actors = ["organisation", "faction"]

[[kind.role]]
id = "to"
label = "To"
rule = "Whom they join."
required = true
actors = ["organisation", "faction"]

[[kind]]
id = "tie"
label = "Tie"
rule = "Code who is bound to whom."
lasting = true
dates = ["happened", "reported"]
variables = ["type", "cooperation"]

[[kind.role]]
id = "actor"
label = "Actor"
rule = "One side."
required = true

[[kind.role]]
id = "partner"
label = "Partner"
rule = "The other side."
required = true
identifies = false

[[variable]]
id = "act"
label = "Act"
rule = "What the words do."
type = "category"
identifies = true

[[variable.category]]
id = "condemn"
label = "Condemn"
rule = "Says that it is wrong."
sign = -1

[[variable.category]]
id = "endorse"
label = "Endorse"
rule = "Says that it is right."
sign = 1

[[variable]]
id = "remark"
label = "Remark"
rule = "What else there is to say."
type = "text"
scored = false

[[variable]]
id = "count"
label = "Count"
rule = "How many."
type = "count"

[[variable]]
id = "type"
label = "Type"
rule = "What binds them."
type = "category"

[[variable.category]]
id = "host"
label = "Host"
rule = "One houses the other."

[[variable.category]]
id = "leadership"
label = "Leadership"
rule = "One leads the other."

[[variable]]
id = "cooperation"
label = "Cooperation"
rule = "What they do together."
type = "set"

[[variable.category]]
id = "training"
label = "Training"
rule = "They train together."

[[variable.category]]
id = "financial"
label = "Financial"
rule = "One pays the other."
"""

RULES = """\
[rules]
id = "tiny"
revision = "1"
sentence = "Who became a rival of {focal} in {window}."
step = "year"
rollup = "plain"
group_by_key = true
independence = "story"
undated = "possible"
publication_bound = true
coders = ["person"]
family = ["leader"]

[[selector]]
id = "criticism"
sentence = "A statement against the focal group."
kind = "statement"
row = ["speaker"]
against = ["target"]
where = { act = ["condemn"] }

[[selector]]
id = "defection"
sentence = "A defection to the focal group."
kind = "defection"
row = ["from"]
against = ["to"]

[[link]]
id = "leader"
sentence = "What a leader does counts for the group."
kind = "tie"
start = "actor"
to = "partner"
where = { type = ["leadership"] }

[[rollup]]
id = "plain"
sentence = "Every group is an actor of its own."

[[measure]]
id = "criticised"
title = "Years in which leaders criticised {focal}"
sentence = "A cell is reported when a leader criticised {focal}."
selectors = ["criticism"]
rows = "affiliated"
dates = ["made", "reported"]
attribution = ["leader"]
reported = ["asserted", "reported"]
possible = ["believed", "rumoured"]

[rival]
sentence = "A rival is a group that criticised {focal}."
types = ["organisation"]
hostility = "criticised"
states = ["reported", "possible"]
minimum = 1

[rival.affiliation]
any = ["defection"]
states = ["reported"]

[[camp]]
id = "opposed"
label = "Opposed"
sentence = "The leadership criticised {focal}."

[[camp.needs]]
any = ["criticism"]
states = ["reported"]

[[camp.lacks]]
any = ["defection"]
states = ["reported"]

[[switch]]
id = "leaders"
sentence = "Do leaders count for the group?"
chosen = "Yes."

[[switch.option]]
id = "no"
sentence = "Only the group itself counts."

[[switch.option.edit]]
table = "measure"
id = "criticised"
attribute = "attribution"
value = []
"""

ACTORS = """\
id,name,type,begins,ends,external,note
covenant,The Covenant,organisation,2014,,ucdp:999,The focal group
river-brigade,River Brigade,organisation,2003,,,
salt-road,Salt Road Movement,faction,,,,
old-man,The Old Man,leader,1950~,2016-05,,
"""

NAMES = """\
actor,name,type,language,script,valid,source,note
covenant,the Covenant,name,en,Latn,,gazette-1,
river-brigade,"Brigade, River",spelling,en,Latn,2003/..,,
"""

SOURCES = """\
[
  {
    "id": "gazette-1",
    "type": "article-newspaper",
    "title": "Three notes from the valley",
    "author": [
      {
        "family": "Doe",
        "given": "Jo"
      }
    ],
    "issued": {
      "date-parts": [
        [
          2016,
          12,
          1
        ]
      ]
    },
    "custom": {
      "riven": {
        "scale": "national",
        "tier": "full",
        "sha256": "<sha256>",
        "characters": <characters>
      }
    }
  },
  {
    "id": "gazette-2",
    "type": "article-newspaper",
    "title": "The same three notes",
    "custom": {
      "riven": {
        "copy_of": "gazette-1"
      }
    }
  }
]
""".replace("<sha256>", digest(TEXT)).replace("<characters>", str(len(TEXT)))

EXCERPTS = {"p-1": "condemned the Covenant", "p-2": "", "p-3": ""}
PASSAGES = "id,source,start,end,sha256,page,paragraph,note,excerpt\n" + "".join(
    f"{own},gazette-1,{start},{end},{digest(TEXT[start:end])},,{own[2:]},,{EXCERPTS[own]}\n"
    for own, (start, end) in SPANS.items()
)

SEARCHES = """\
id,actors,kinds,covers,sources,documents,query,coder,counts,note
s-1,river-brigade,statement; defection,2015/2016,gazette-1,1,the whole text,ann,yes,
"""

HOW = "place,polarity,modality,confidence,passages,paraphrase,note,finding,supersedes,settles,verdict"
STATEMENTS = f"""\
id,coder,coded_on,codebook_revision,speaker,target,act,remark,made,made_basis,made_phrase,\
reported,reported_basis,reported_phrase,{HOW}
c-1,ann,2024-02-03,1,river-brigade,covenant,condemn,,2015-08-06,stated,on 6 August 2015,\
,,,,affirmed,asserted,high,p-1,"They called it wrong,
in public.",,letter,,,
c-2,bot,2024-02-04,1,river-brigade,covenant,endorse,,2015-08-06,stated,,\
,,,,affirmed,asserted,low,p-1,,,letter,,,
c-3,ann,2024-02-05,1,river-brigade,covenant; old-man,condemn,,2015-08-06,stated,,\
,,,,affirmed,asserted,high,p-1,,,letter,,c-1; c-2,accepted
"""

DEFECTIONS = f"""\
id,coder,coded_on,codebook_revision,from,to,count,happened,happened_basis,happened_phrase,{HOW}
d-1,ann,,1,river-brigade,covenant,12,2016,stated,in 2016,,affirmed,reported,high,p-2,,,,,,
d-2,ann,,1,river-brigade,covenant,10..15,2016,derived,,,affirmed,reported,medium,p-2,,,,d-1,,
"""

TIES = f"""\
id,coder,coded_on,codebook_revision,actor,partner,type,cooperation,happened,happened_basis,happened_phrase,\
reported,reported_basis,reported_phrase,{HOW}
t-1,ann,,1,river-brigade,salt-road,host,training; financial,,,,\
2016,stated,,the valley,affirmed,asserted,high,p-3,,,,,,
"""


def tiny_files() -> dict[str, str]:
    """The tiny study as texts by file name."""
    return {
        "study.toml": STUDY,
        "codebook.toml": CODEBOOK,
        "rules.toml": RULES,
        "actors.csv": ACTORS,
        "names.csv": NAMES,
        "sources.json": SOURCES,
        "passages.csv": PASSAGES,
        "searches.csv": SEARCHES,
        "claims/statement.csv": STATEMENTS,
        "claims/defection.csv": DEFECTIONS,
        "claims/tie.csv": TIES,
        "text/gazette-1.txt": TEXT,
    }


def write_files(folder: Path, files: dict[str, str]) -> Path:
    """Write texts as the files of a folder, byte for byte."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(text.encode())
    return folder


def write_tiny(folder: Path) -> Path:
    """Write the tiny study as a folder."""
    return write_files(folder, tiny_files())


def folder_bytes(folder: Path) -> dict[str, bytes]:
    """Every file of a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def a_sheet(columns, text, name="sheet.csv"):
    """Open a text as a sheet."""
    return open_sheet(TextFile(name, text), columns, Problems())


def a_row(columns, line, name="sheet.csv"):
    """Build the one row of a sheet with these columns, in this order."""
    names = tuple(columns.split(","))
    sheet = a_sheet(Columns(names, names[:1]), f"{columns}\n{line}\n", name)
    ((start, cells),) = sheet.rows()
    return Row(sheet, start, cells)


def a_table(text, name="table.toml"):
    """Read a TOML text as a table."""
    tree, data = read_toml(TextFile(name, text), Problems())
    return Table(tree, data, ())


def told(problems):
    """Tell problems as a person reads them, one a line."""
    return [str(problem) for problem in problems.found()]


def problems_in(folder, files):
    """Read texts as a folder: every problem, as a person reads it."""
    try:
        read_study(write_files(folder, files))
    except StudyFolderError as error:
        return [str(problem) for problem in error.problems]
    return []
