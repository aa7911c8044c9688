"""What the study of `report_factory` argues beyond its figures, drawn by hand: a little of everything."""

import dataclasses
from datetime import date

import polars as pl

from report_factory import a_content
from riven.analysis.argument import Argued, Arguments
from riven.analysis.balance import SignedGraph, Triads
from riven.analysis.completions import complete
from riven.analysis.configurations import Configuration
from riven.analysis.divergence import ALL, Apart, Coded, Divergence
from riven.analysis.factors import FactorVerdict, StatedFactor
from riven.analysis.frustration import Frustration, Method
from riven.analysis.lineage import Circle, Lineage, LineageEvent
from riven.analysis.network import Network, Place, Slice
from riven.analysis.outlook import FirstReport, Looked, Outlook, Timing
from riven.analysis.pluralism import CellVoices, Share
from riven.analysis.rivalry import Dyads
from riven.analysis.scoring import reliability, score
from riven.analysis.sensitivity import NO_ROW, Alternative, Flip, Sort, Tested
from riven.analysis.survival import turnbull
from riven.analysis.ties import Ties
from riven.analysis.truth_table import Cutoffs, to_cases
from riven.dates import ALWAYS, Period, parse
from riven.evidence.frames import Evidence
from riven.model.argument import (
    Argument,
    Event,
    FactorRule,
    Judgement,
    LineageRule,
    NetworkRule,
    ProfileRule,
    QcaRule,
    Scale,
    TieRule,
)
from riven.model.codebook import DateRole
from riven.model.condition import Condition
from riven.model.expectation import Expectation, Outcome
from riven.model.panel import CellState
from riven.report.argument.references import References
from riven.report.evidence import Evidence as EvidenceWords

WHOLE = "2014–2017"
YEARS = ("2014", "2015", "2016", "2017")
RIVALS = ("council", "elders", "riders")
FINDINGS = ("f-1", "f-2", "f-3", "f-lineage")


def argument_rules(text=""):
    """Build rules of everything that can be argued; `text` replaces what people write."""
    return Argument(
        factors={
            "turf": FactorRule("turf", text or "Turf", text or "Both want the valley.", (Condition(("criticism",)),)),
            "kin": FactorRule("kin", text or "Older kin", text or "Kin to others.", (Condition(("criticism",)),)),
        },
        profiles={
            "goals": ProfileRule(
                "goals", text or "Goals", text or "What {focal} and others want.", "statement", (), "act", Scale.SET
            )
        },
        ties={
            "words": TieRule("words", text or "Words", "", "statement", ("speaker",), ("target",), -1, level="words"),
            "bond": TieRule("bond", text or "Bond", "", "lineage", ("child",), ("child",), 1, directed=False),
        },
        network=NetworkRule(text or "Ties of the valley.", 1, ("words", "blows")),
        lineage=LineageRule(text or "Where groups come from.", "lineage", "child", "parent", "act", {}),
        configurations={"split": a_question(text)},
    )


def a_question(text=""):
    """Build the question which factors go with divided loyalties."""
    return QcaRule("split", text or "Which factors divide?", "divided", ("turf", "kin"))


def an_arguing_content(text="", **changes):
    """Build the content of `report_factory` with rules for everything that can be argued."""
    content = a_content(**changes)
    return dataclasses.replace(content, rules=dataclasses.replace(content.rules, argument=argument_rules(text)))


def some_arguments(content, text="", **changes):
    """Build what the study argues; `text` replaces what the analysis and people write, `changes` parts of it."""
    factors = some_verdicts(text)
    argued = Argued(
        factors=factors,
        stated=some_statements(factors, text),
        divergence=a_divergence(),
        ties=some_ties(),
        dyads=some_dyads(),
        network=a_network(text),
        lineage=a_lineage(text),
        configurations=(a_configuration(text),),
        voices=some_voices(content),
        shares=(Share("criticised", "source", 1, 3, 3), Share("criticised", "country", 0, 0, 3)),
    )
    evidence = Evidence(pl.DataFrame({"finding": FINDINGS}), *(pl.DataFrame() for _ in range(4)))
    whole = Arguments(
        argued,
        an_outlook(content, text),
        (a_timing(),),
        content.findings,
        evidence,
        WHOLE,
        tested=some_tested(text),
        robustness=(text or "2 alternatives tried.",),
    )
    inside = {name: value for name, value in changes.items() if hasattr(argued, name)}
    outside = {name: value for name, value in changes.items() if name not in inside}
    return dataclasses.replace(whole, argued=dataclasses.replace(argued, **inside), **outside)


def no_arguments(content):
    """Build what a study argues whose rules declare nothing and that has no figure."""
    return some_arguments(
        content,
        factors=(),
        stated=(),
        divergence=Divergence((), ()),
        ties=dataclasses.replace(some_ties(), frame=some_ties().frame.clear()),
        dyads=Dyads(some_dyads().periods.clear(), pl.DataFrame()),
        network=Network((), ()),
        lineage=Lineage((), ()),
        configurations=(),
        voices=(),
        shares=(),
        outlook=Outlook((), score(()), ()),
        timings=(),
        tested=(),
        robustness=(),
    )


def some_tested(text=""):
    """Build two alternatives, one of which takes the council out, and one that changes nothing."""
    flips = (
        Flip("rival", "", "council", "", "rival", "no rival", ("a",)),
        Flip("camp", "", "council", "", "divided", NO_ROW),
        Flip("cell", "criticised", "order", "2015", "possible", "reported"),
        Flip("factor", "turf", "order", "", "present", "not_coded"),
        Flip("solution", "split conservative", "", "", "no model", "not run"),
    )
    return (
        Tested(Alternative("switch:denial=no", Sort.SWITCH, text or "Denials do not count."), flips),
        Tested(Alternative("dates:strict", Sort.DATES, text or "Only certain dates."), ()),
        Tested(Alternative("group:order", Sort.GROUP, text or "Without the Order."), flips[:1]),
        Tested(Alternative("group:council", Sort.GROUP, text or "Without the Council."), ()),
    )


def a_verdict(factor, actor, judgement, *, period=WHOLE, held=(), against=(), is_open=False, why="Because."):
    """Build a verdict on a factor."""
    return FactorVerdict(factor, actor, period, Judgement(judgement), is_open, held, against, (), (), why)


def some_verdicts(text=""):
    """Build verdicts of every sort, and two years of one of them."""
    why = text or "Because."
    return (
        a_verdict("turf", "council", "present", held=("f-1",), against=("f-3",), why=why),
        a_verdict("turf", "council", "present", period="2014", held=("f-1",), why=why),
        a_verdict("turf", "council", "disputed", period="2015", held=("f-1",), against=("f-3",), why=why),
        a_verdict("turf", "elders", "disputed", held=("f-2",), is_open=True, why=why),
        a_verdict("turf", "riders", "not_coded", why=why),
        a_verdict("kin", "council", "absent", against=("f-3",), why=why),
        a_verdict("kin", "elders", "some_factions", held=("f-2",), why=why),
        a_verdict("kin", "riders", "not_coded", why=why),
    )


def some_statements(verdicts, text=""):
    """Build what authors state on turf: the same, something else, and nothing on what was not derived either."""
    derived = {verdict.actor: verdict for verdict in verdicts if verdict.factor == "turf" and verdict.period == WHOLE}
    differs = f"{text or 'Authors say absent, derived disputed.'} {derived['elders'].why}"
    return (
        StatedFactor("turf", "council", derived["council"], Judgement.PRESENT, ("f-1",), ("c-1",), True, ""),
        StatedFactor("turf", "elders", derived["elders"], Judgement.ABSENT, ("f-2",), ("c-3",), False, differs),
        StatedFactor("turf", "riders", derived["riders"], Judgement.NOT_CODED, (), (), None, ""),
    )


def a_divergence():
    """Build profiles in which one group is not coded, and the distances between every two."""
    coded = (
        Coded("goals", "newcomers", ("condemn",), (), ("f-1",), ("c-1",)),
        Coded("goals", "council", (), ("condemn",), ("f-3",), ("c-4",)),
        Coded("goals", "riders", (), (), (), ()),
    )
    apart = (
        Apart("goals", "newcomers", "council", 1.0, (), ("condemn",), (), 1, ()),
        Apart("goals", "newcomers", "riders", None, (), ("condemn",), (), 0, ()),
        Apart("goals", "council", "riders", None, (), (), (), 0, ()),
        Apart(ALL, "newcomers", "council", 1.0, (), (), (), 1, ()),
        Apart(ALL, "newcomers", "riders", None, (), (), (), 0, ()),
        Apart(ALL, "council", "riders", None, (), (), (), 0, ()),
    )
    return Divergence(coded, apart)


def some_ties():
    """Build ties: the council denounces the newcomers and is felt a year longer; elders and newcomers are bound."""
    rows = [
        ("bond", "elders", "newcomers", 2, 1, 3, "possible", False),
        ("words", "council", "newcomers", 1, -1, 0, "reported", False),
        ("words", "council", "newcomers", 2, -1, 0, "reported", True),
        ("words", "council", "riders", 1, -1, 1, "reported", False),
    ]
    names = ["layer", "start", "to", "period", "sign", "key", "state", "carried"]
    frame = pl.DataFrame(rows, schema=names, orient="row")
    return Ties(frame, tuple(Period(year, parse(year).hull) for year in YEARS), ("bond",), {})


def some_dyads():
    """Build dyads: words reported and blows possible in 2015, a hostile tie without a step in 2016."""
    rows = [
        ("council", "newcomers", "2015", "words", "blows", 1),
        ("council", "newcomers", "2016", None, None, 1),
        ("elders", "newcomers", "2016", None, None, None),
    ]
    names = ["start", "to", "period", "level", "level_possible", "hostile"]
    return Dyads(pl.DataFrame(rows, schema=names, orient="row"), pl.DataFrame())


def a_slice(period, reading, ties, *, mixed=(), neutral=(), frustration=None):
    """Build a slice of a network."""
    graph = SignedGraph(("newcomers", *RIVALS), ties, mixed)
    plain = Frustration(0, 0, Method.DIRECT, (), {}, len(ties))
    walk = 0.75 if ties else None
    return Slice(period, reading, graph, neutral, Triads(0, 1, 0, 0), None, walk, frustration or plain, ("f-1",))


def a_network(text=""):
    """Build a network with a hostile, a mixed and a neutral tie, and a tie that no two camps explain."""
    hostile, friendly = {("newcomers", "council"): -1}, {("newcomers", "elders"): 1}
    stuck = Frustration(1, 0, Method.LOCAL_SEARCH, (("newcomers", "council"),), {}, 2)
    mixed = (("newcomers", "riders"),)
    wide = "reported or possible"
    return Network(
        slices=(
            a_slice(WHOLE, "reported", hostile),
            a_slice("2014", "reported", {}),
            a_slice("2015", "reported", hostile),
            a_slice(WHOLE, wide, hostile | friendly, mixed=mixed, frustration=stuck),
            a_slice("2015", wide, hostile, neutral=(("newcomers", "elders"),)),
            a_slice("2016", wide, friendly, mixed=mixed),
        ),
        places=(
            Place(WHOLE, wide, "newcomers", 1, 1, 1, 0, 2, 0.5, 1, 2, ego=True),
            Place(WHOLE, wide, "council", 0, 1, 0, 1, 0, None, None, None, ego=True),
            Place(WHOLE, wide, "bystanders", 0, 0, 0, 0, 0, 0.0, None, None, ego=False),
        ),
        **({"caution": text} if text else {}),
    )


def an_event(event, child, parent, when=None, **changes):
    """Build an event of lineage."""
    stated = None if when is None else parse(when)
    made = LineageEvent(
        event=event,
        relation="condemn",
        child=child,
        parent=parent,
        child_as=child,
        parent_as=parent,
        date=stated,
        role=None if when is None else DateRole.HAPPENED,
        days=ALWAYS if stated is None else stated.hull,
        state=CellState.REPORTED,
        finding="f-lineage",
        claims=("c-5",),
    )
    return dataclasses.replace(made, **changes)


def a_lineage(text=""):
    """Build a founding, a split with a date that is only bounded, a belonging told in a year, and a circle."""
    return Lineage(
        events=(
            an_event(Event.FOUNDING, "council", None, "2002"),
            an_event(Event.SPLIT, "riders", "council", "../2015", state=CellState.POSSIBLE),
            an_event(Event.PART, "elders", "movement", "2016", role=DateRole.REPORTED, child_as="council"),
            an_event(Event.SAME, "movement", "elders"),
        ),
        circles=(Circle(("riders", "council"), ("f-lineage",), text or "Descent runs in a circle: Riders, Council."),),
    )


def a_configuration(text="", scores=None):
    """Build the answer to a question over cases of which one score is missing."""
    rows = scores or {"council": (1.0, 0.0, 0.0), "elders": (None, 1.0, 0.0), "riders": (1.0, 1.0, 1.0)}
    cases = to_cases(rows, conditions=("turf", "kin"), outcome="divided")
    return Configuration(a_question(text), rows, complete(cases, Cutoffs(frequency=1, consistency=0.8)), "")


def some_voices(content):
    """Build the voices of every cell of a content."""
    return tuple(
        CellVoices(
            measure,
            cell.actor,
            cell.period,
            cell.state,
            cell.documents_searched,
            {"source": len(cell.independent) if cell.state.has_evidence else None},
            cell.claims,
        )
        for measure, panel in content.panels.items()
        for cell in panel.cells.values()
    )


def an_expectation(id_, text="", **changes):
    """Build an expectation that is open and has neither number nor words."""
    question = text or "Will the council come to terms?"
    made = Expectation(id_, question, text or "By any source.", parse("2018/2019"), text or "Sana Rahim")
    return dataclasses.replace(made, **changes)


def an_outlook(content, text=""):
    """Build an open expectation, and one that came true, with a cell that bears on it."""
    came_true = an_expectation(
        "q-2",
        text,
        stated=parse("2017-12"),
        term=text or "likely",
        percent=70,
        passages=("p-1",),
        lock="0" * 64,
        outcome=Outcome.YES,
        resolved_on=date(2020, 1, 2),
        resolution_passages=("p-3",),
        reason=text or "Two sources say so.",
    )
    cells = tuple(panel.cells["council", "2015"] for panel in list(content.panels.values())[:1])
    looked = (Looked(an_expectation("q-1", text), (), scored=False), Looked(came_true, cells, scored=True))
    forecasts = [(0.7, 1), (0.2, 0), (0.4, None)]
    return Outlook(looked, score(forecasts), reliability(forecasts))


def a_timing(measure="criticised"):
    """Build first reports: one in a range, one on a day, one by a day, and one that never came."""
    reports = (
        FirstReport(measure, "council", 365, 395, ("f-1",), ("c-1",)),
        FirstReport(measure, "elders", 31, 31, ("f-2",), ("c-3",)),
        FirstReport(measure, "movement", None, 59, ("f-2",), ("c-3",)),
        FirstReport(measure, "riders", None, None, (), ()),
    )
    return Timing(measure, reports, turnbull([(365, 395), (31, 31), (None, 59), (1461, None)]))


def names_of(content):
    """Name actors and evidence as the sections of a report do."""
    return References(content, EvidenceWords(content))


def said(blocks):
    """Write blocks as plain lines: `#` heading, `!` warning, `-` item, and the rows of tables and grids."""
    lines = []
    for block in blocks:
        match block.sort:
            case "heading":
                lines.append(f"# {block.text}")
            case "prose":
                lines.append(("! " if block.is_warning else "") + plain(block.line))
            case "listing":
                lines += [f"- {plain(item)}" for item in block.items]
            case "table":
                lines += [" | ".join([plain(row.head), *map(_cell, row.cells)]) for row in block.rows]
            case _:
                lines += [" | ".join([name, *map(_mark, marks)]) for name, marks in block.rows]
    return lines


def plain(line):
    """Write a line without looks and links."""
    return "".join(piece.text for piece in line)


def _cell(lines):
    return " / ".join(plain(line) for line in lines)


def _mark(mark):
    return f"{mark.shown} / {mark.below}" if mark.below else mark.shown


def targets(blocks):
    """List the places on the page that blocks lead to."""
    lines = []
    for block in blocks:
        if block.sort == "prose":
            lines.append(block.line)
        elif block.sort == "listing":
            lines += block.items
        elif block.sort == "table":
            lines += [line for row in block.rows for line in (row.head, *(part for cell in row.cells for part in cell))]
    return {piece.target for line in lines for piece in line if piece.target}
