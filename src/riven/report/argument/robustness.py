"""The section on robustness: what was tried otherwise, what of the results holds, and what falls under what."""

from collections.abc import Iterable, Iterator, Sequence

from riven.analysis.argument import Arguments
from riven.analysis.sensitivity import NO_ROW, Flip, Tested
from riven.model.wording import STATE_WORDS
from riven.report.argument.references import References, counted, nothing
from riven.report.blocks import Block, Heading, Line, Listing, Look, Piece, Prose, Row, Section, Table, joined, line

SHOWN = 12
TITLE = "Robustness: what would come out otherwise"


def robustness(told: Arguments, names: References, labels: dict[str, str]) -> Section:
    """Say how far the results hold, and list every alternative with what it changes.

    Args:
        told: What the study argues, with the alternatives that were tried.
        names: How actors are named.
        labels: Printed names of measures, factors and camps.

    Returns:
        The section.
    """
    return Section("robustness", TITLE, "Robustness", tuple(_blocks(told, names, labels)))


def _blocks(told: Arguments, names: References, labels: dict[str, str]) -> Iterator[Block]:
    if not told.tested:
        yield Prose(line("No alternative was tried."))
        return
    yield Listing(tuple(line(Piece(sentence, Look.FREE)) for sentence in told.robustness))
    ruled = [one for one in told.tested if not one.alternative.sort.leaves_out]
    yield Heading("Decided otherwise")
    yield _table(
        "Every decision of the rules taken otherwise, other schemes of identity, and other readings of dates."
        " Each is tried alone.",
        ruled,
        names,
        labels,
    )
    out = [one for one in told.tested if one.alternative.sort.leaves_out]
    yield Heading("Left out")
    moving = [one for one in out if one.flips]
    idle = len(out) - len(moving)
    rest = f" Leaving out {counted(idle, 'other')} changes nothing." if idle else ""
    yield _table(
        f"Sources with their copies, outlets, coders and groups, each left out alone.{rest}",
        moving[:SHOWN],
        names,
        labels,
    )
    if len(moving) > SHOWN:
        yield Prose(line(f"{len(moving) - SHOWN} more change something; they are in alternatives.csv."))


def _table(caption: str, tested: Sequence[Tested], names: References, labels: dict[str, str]) -> Table:
    return Table(
        caption=f"{caption} What goes with a group that is no rival any more is counted and not "
        "listed; sensitivity.csv has every result that changes.",
        columns=("Alternative", "Results that change", "Which"),
        rows=tuple(
            Row(
                line(Piece(one.alternative.sentence, Look.FREE)),
                (
                    (line(str(len(one.flips))),),
                    tuple(_flips(one.flips, names, labels)) or (nothing("nothing changes"),),
                ),
            )
            for one in tested
        ),
    )


def _flips(flips: Iterable[Flip], names: References, labels: dict[str, str]) -> Iterator[Line]:
    """Tell what changes; what only goes with a group that is no rival any more is not told apart from that."""
    found = list(flips)
    turned = {flip.actor for flip in found if flip.what == "rival"}
    told = [flip for flip in found if flip.actor not in turned or NO_ROW not in {flip.before, flip.after}]
    yield from (_flip(flip, names, labels) for flip in told[:SHOWN])
    if len(told) > SHOWN:
        yield line(f"and {len(told) - SHOWN} more")


def _flip(flip: Flip, names: References, labels: dict[str, str]) -> Line:
    about = [
        line(Piece(text, Look.NAME)) for text in (names.name(flip.actor) if flip.actor else "", flip.period) if text
    ]
    if flip.what not in {"rival", "camp"}:
        about.append(line(Piece(labels.get(flip.measure, flip.measure), Look.NAME)))
    return line(joined(about), ": ", _word(flip.before, labels), " becomes ", _word(flip.after, labels))


def _word(result: str, labels: dict[str, str]) -> str:
    states = {str(state): words.label.lower() for state, words in STATE_WORDS.items()}
    return states.get(result) or labels.get(result) or result.replace("_", " ")
