"""Small builders for panels, and for everything a report needs, drawn by hand."""

import re

from riven.model.panel import Cell, CellState, Panel, PathStep, Support

LETTERS = {
    "R": CellState.REPORTED,
    "P": CellState.POSSIBLE,
    "D": CellState.DISPUTED,
    "N": CellState.NONE_FOUND,
    ".": CellState.NOT_SEARCHED,
    "X": CellState.OUTSIDE,
}


def a_cell(actor, period, letter, *, measure="criticised", sources=1, inherited=False, documents=None):
    """Build one cell from a letter: R P D N . X (reported, possible, disputed, none found, not searched, outside)."""
    state = LETTERS[letter]
    if not state.has_evidence:
        return Cell(measure, actor, period, state, documents_searched=documents, why=f"It is {state}.")
    path = (PathStep("elder", actor, "collective-statement", "f-lineage"),) if inherited else ()
    names = tuple(f"source-{number}" for number in range(1, sources + 1))
    return Cell(
        measure,
        actor,
        period,
        state,
        support=(Support(f"f-{actor}-{period}", state, path, "the date lies in the period"),),
        claims=tuple(f"c-{actor}-{period}-{number}" for number in range(1, sources + 1)),
        sources=names,
        independent=names,
        documents_searched=documents,
        fragility=sources,
        why=f"It is {state}.",
    )


def a_panel(rows, *, periods=None, groups=None, labels=None, title="Years in which leaders spoke", **cell):
    """Build a panel from a drawing, one line of letters a row.

    `rows` maps actors to letters; a digit after a letter is its number of sources, an apostrophe marks inheritance.
    """
    drawn = {actor: _tokens(line) for actor, line in rows.items()}
    length = max((len(tokens) for tokens in drawn.values()), default=0)
    periods = tuple(periods or (str(2014 + index) for index in range(length)))
    cells = {
        (actor, period): a_cell(actor, period, token[0], sources=token[1], inherited=token[2], **cell)
        for actor, tokens in drawn.items()
        for period, token in zip(periods, tokens, strict=True)
    }
    return Panel(
        measure=cell.get("measure", "criticised"),
        title=title,
        sentence="A cell is reported when a source says that a leader spoke against the focal group",
        groups=tuple(groups) if groups is not None else (("", tuple(rows)),),
        labels=labels or {actor: actor.replace("-", " ").title() for actor in rows},
        periods=periods,
        cells=cells,
    )


def _tokens(line):
    return [
        (letter, int(number or 1), bool(inherited))
        for letter, number, inherited in re.findall(r"([RPDN.X])(\d*)('?)", line)
    ]
