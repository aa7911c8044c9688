"""A study and its outcome in a few lines."""

from collections import Counter

from riven.analysis.results import Analysis
from riven.model.panel import CellState, Panel
from riven.model.study import Study
from riven.model.wording import STATE_WORDS


def counts(study: Study) -> dict[str, int]:
    """Count what a study holds.

    Returns:
        Numbers by word, in the order the words are explained in.
    """
    return {
        "actors": len(study.actors),
        "names": len(study.names),
        "sources": len(study.sources),
        "passages": len(study.passages),
        "claims": len(study.claims),
        "searches": len(study.searches),
    }


def counted(number: int, words: str) -> str:
    """Write a number and what it counts.

    Args:
        number: The number.
        words: What is counted, in the plural, as `counts` names it.

    Returns:
        Such as `1 source` or `3 searches`.
    """
    one = {"searches": "search"}.get(words, words.removesuffix("s"))
    return f"{number} {one if number == 1 else words}"


def summary(study: Study, analysis: Analysis) -> str:
    """Tell the outcome of a study: its rivals by camp, and the cells of each measure.

    Returns:
        Lines of text without a line feed at the end.
    """
    focal, rivals = study.actors[study.focal].name, [verdict for verdict in analysis.rivals if verdict.rival]
    lines = [f"{study.title}", f"{len(rivals)} of {len(analysis.rivals)} actors are rivals of {focal}."]
    labels = {str(camp.id): camp.label for camp in study.rules.camps}
    for camp in dict.fromkeys([*labels, *(verdict.camp for verdict in analysis.camps)]):
        held = [verdict.label for verdict in analysis.camps if verdict.camp == camp]
        if held:
            lines.append(f"  {labels.get(camp, 'Unclassified')} ({camp}): {', '.join(held)}")
    lines += [f"  {measure}: {_tally(panel)}" for measure, panel in analysis.panels.items()]
    return "\n".join(lines)


def _tally(panel: Panel) -> str:
    found = Counter(cell.state for cell in panel.cells.values())
    told = [f"{found[state]} {STATE_WORDS[state].label}" for state in CellState if found[state]]
    size = f"{counted(len(panel.actors), 'rows')}, {counted(len(panel.periods), 'periods')}"
    return f"{size}: {', '.join(told) or 'no cells'}"
