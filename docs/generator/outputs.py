"""The page on what a build writes: its files, and every column of every table."""

from itertools import groupby

from generator.markdown import code, table
from riven.model.panel import CellState
from riven.model.wording import STATE_WORDS
from riven.pipeline.columns import columns

ABOUT = """\
# What a build writes

`riven build` writes one folder, whole or not at all. Equal inputs give equal bytes.

| file | what it is |
|---|---|
| `report.html` | the whole study as one page; a cell opens its evidence |
| `report.md` | the same as plain text |
| `site/index.html` | the study as pages on which a reader can check everything, from a disk or a server |
| `account.html`, `.md`, `.docx`, `.pdf` | every rival in running text, cited; the last two by the extra `account` |
| `figures/<measure>.svg`, `.pdf`, `.png` | the figure of each measure; further sheets end in `-2`, `-3` ... |
| `figures/<name>.svg`, `.pdf`, `.png` | the figures named below; one with nothing to show is left out |
| `figures/<name>.csv` | what each of these shows, mark by mark |
| `panels/<measure>.csv`, `.parquet` | the panel of each measure |
| the tables below | CSV |
| `manifest.json` | SHA-256 and size of everything read and written, and the versions of riven and its libraries |

## How tables are written

CSV in UTF-8, one header row, line feeds. A list is joined by `; `. A blank cell means what the column's row below says,
and nothing else. A text that a spreadsheet would run as a formula begins with one apostrophe that is not part of it;
a number below zero is written as it is. The table `columns.csv` holds this page as data.
"""


def outputs_page() -> str:
    """Write the page on the files of a build."""
    parts = [ABOUT, "## States\n", _states()]
    for file, held in groupby(columns(), key=lambda column: column.file):
        rows = [(code(c.name), c.meaning, c.type, c.missing or "never blank") for c in held]
        parts += [f"## {file}\n", table(("column", "meaning", "type", "blank means"), rows)]
    return "\n".join(parts)


def _states() -> str:
    rows = [(code(s.value), STATE_WORDS[s].sign, STATE_WORDS[s].label, STATE_WORDS[s].meaning) for s in CellState]
    return table(("in tables", "sign", "in words", "what it says"), rows)
