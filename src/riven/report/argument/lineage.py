"""The section on lineage: where groups come from and what they are part of, with dates as uncertain as they are."""

from collections.abc import Iterator

from riven.analysis.lineage import Lineage, LineageEvent
from riven.model.argument import LineageRule
from riven.model.codebook import DateRole
from riven.model.wording import STATE_WORDS
from riven.report.argument.references import References, soft
from riven.report.blocks import Block, Line, Look, Piece, Prose, Row, Section, Table, line
from riven.report.evidence import said
from riven.report.safety import isolated

TITLE = "Lineage: where groups come from"


def lineage(held: Lineage, rule: LineageRule | None, names: References) -> Section:
    """Tell where groups come from.

    Args:
        held: Events, and circles among them.
        rule: Which findings tell it; None when the rules do not say.
        names: How actors and evidence are named.

    Returns:
        The section.
    """
    return Section("lineage", TITLE, "Lineage", tuple(_blocks(held, rule, names)))


def _blocks(held: Lineage, rule: LineageRule | None, names: References) -> Iterator[Block]:
    if rule is None:
        yield Prose(line("The rules do not say which findings tell where groups come from."))
        return
    yield Prose(names.filled(rule.sentence))
    for circle in held.circles:
        yield Prose(line(Piece(circle.why, Look.FREE), " See ", names.findings(circle.findings), "."), is_warning=True)
    if not held.events:
        yield Prose(line("No finding tells where a group comes from."))
        return
    yield Table(
        caption="Earliest first, undated ones last. A date is as uncertain as the sources leave it.",
        columns=("When", "What", "Group", "From, or part of", "How sure", "Finding"),
        rows=tuple(_row(event, rule, names) for event in held.events),
    )


def _row(event: LineageEvent, rule: LineageRule, names: References) -> Row:
    parent = soft("nobody named") if event.parent is None else _named(event.parent, event.parent_as, names)
    return Row(
        head=_when(event),
        cells=(
            (line(str(event.event), soft(f" ({names.categories(rule.variable, (event.relation,))})")),),
            (_named(event.child, event.child_as, names),),
            (parent,),
            (line(STATE_WORDS[event.state].label),),
            (names.finding(event.finding),),
        ),
    )


def _when(event: LineageEvent) -> Line:
    if event.date is None:
        return soft("undated")
    told = "" if event.role in {None, DateRole.HAPPENED} else f"{event.role} "
    text = said(event.date)
    return line(f"{told}{text}", soft(f" {event.date.edtf}") if event.date.edtf != text else ())


def _named(actor: str, counts_as: str | None, names: References) -> Line:
    name = line(Piece(names.name(actor), Look.NAME))
    if counts_as is None or counts_as == actor:
        return name
    return line(name, soft(f" counts as {isolated(names.name(counts_as))}"))
