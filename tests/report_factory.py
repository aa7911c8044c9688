"""Small builders for panels, and for everything a report needs, drawn by hand."""

import dataclasses
import hashlib
import re
from datetime import date

from riven.dates import Basis, StatedDate, Step, Window, parse
from riven.model.actor import Actor, ActorType
from riven.model.claim import Claim, Coder, CoderType, Modality, Polarity
from riven.model.codebook import Category, Codebook, DateRole, Entry, Kind, Role, Variable
from riven.model.condition import Condition
from riven.model.finding import Finding, Settlement, Status
from riven.model.panel import Cell, CellState, Panel, PathStep, Support
from riven.model.rule import (
    CampRule,
    Independence,
    Link,
    Measure,
    Option,
    RivalRule,
    Rollup,
    Rows,
    Rules,
    Selector,
    Switch,
    Undated,
)
from riven.model.source import Document, Passage, Search, Source, Tier
from riven.report.content import About, Content, DrawnFigure

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


TEXT = (
    "First paragraph, about something else. " * 12
    + "In March the council said that the newcomers had no place in the valley."
    + " And the story goes on with other matters." * 12
)
QUOTED = "In March the council said that the newcomers had no place in the valley."


@dataclasses.dataclass(frozen=True)
class AVerdict:
    """What the analysis says about one actor."""

    actor: str
    label: str
    type: ActorType = ActorType.ORGANISATION
    affiliated: bool = True
    rival: bool = True
    n_reported: int = 1
    n_possible: int = 0
    why: str = "One reported cell is enough."
    affiliation: tuple = ()


@dataclasses.dataclass(frozen=True)
class ACamp:
    """What the analysis says about one rival's camp."""

    actor: str
    camp: str
    label: str
    why: str = "The council spoke with one voice."
    claims_for: tuple = ()
    claims_against: tuple = ()


def an_actor(id_, name, type_=ActorType.ORGANISATION):
    """Build an actor."""
    return Actor(id_, name, type_)


def a_source(id_, title="A valley divided", *, tier=Tier.CITATION, **csl):
    """Build a source from CSL-JSON fields."""
    author = [{"family": "Rahim", "given": "Sana"}]
    return Source(id_, {"id": id_, "type": "article", "title": title, "author": author, **csl}, tier=tier)


def a_passage(id_, source, text=TEXT, quoted=QUOTED, **place):
    """Build a passage over words of a text."""
    start = text.index(quoted)
    digest = hashlib.sha256(quoted.encode()).hexdigest()
    return Passage(id_, source, start, start + len(quoted), digest, **place)


def a_claim(id_, passages, **changes):
    """Build a claim of a council speaking against the focal group."""
    claim = Claim(
        id=id_,
        kind="statement",
        coder="ada",
        coded_on=date(2026, 3, 1),
        codebook_revision="1",
        roles={"speaker": ("council",), "target": ("newcomers",)},
        values={"act": ("condemn",)},
        dates={DateRole.MADE: StatedDate(parse("2015-03"), Basis.STATED, "in March")},
        passages=tuple(passages),
        paraphrase="The council told the newcomers to leave.",
    )
    return dataclasses.replace(claim, **changes)


def a_finding(id_, claims, sources, **changes):
    """Build an accepted finding."""
    finding = Finding(
        id=id_,
        kind="statement",
        status=Status.ACCEPTED,
        settled=Settlement.SINGLE,
        polarity=Polarity.AFFIRMED,
        modality=Modality.ASSERTED,
        roles={"speaker": ("council",), "target": ("newcomers",)},
        values={"act": ("condemn",)},
        dates={DateRole.MADE: parse("2015-03")},
        place="",
        claims=tuple(claims),
        sources=tuple(sources),
        independent=tuple(sources),
        reason="One coder coded it.",
    )
    return dataclasses.replace(finding, **changes)


def a_codebook():
    """Build a codebook of one kind."""
    act = Variable(
        "act",
        Entry("Act", "What was done."),
        categories=(Category("condemn", Entry("Condemns", "Speaks against."), -1),),
    )
    roles = (Role("speaker", Entry("Speaker", "Who spoke.")), Role("target", Entry("Against", "Against whom.")))
    kinds = {
        "statement": Kind("statement", Entry("Statement", "Words."), roles, ("act",)),
        "lineage": Kind("lineage", Entry("Lineage", "Descent."), (Role("child", Entry("Child", "Who.")),), ()),
    }
    return Codebook("valley", "Valley", "1", "For tests.", kinds, {"act": act})


def some_rules():
    """Build rules with one measure, one camp, one link and one switch."""
    against = Selector("criticism", "A public statement against {focal}.", "statement", ("speaker",), ("target",))
    passed = Link("collective-statement", "What the movement says counts for its parts.", "lineage", "parent", "child")
    measure = Measure(
        "criticised",
        "Years in which leaders criticised {focal}, {window}",
        "A cell is reported when a source says that a leader spoke against {focal}.",
        ("criticism",),
        Rows.ACTORS,
        (DateRole.MADE,),
        ("collective-statement",),
    )
    return Rules(
        id="valley-rules",
        revision="1",
        sentence="Who stood against {focal} in {window}.",
        step=Step.YEAR,
        rollup="plain",
        family=(),
        undated=Undated.POSSIBLE,
        publication_bound=True,
        independence=Independence.STORY,
        group_by_key=True,
        coders=(CoderType.PERSON,),
        selectors={"criticism": against},
        links={"collective-statement": passed},
        rollups={"plain": Rollup("plain", "Everybody is an actor of its own.")},
        measures={"criticised": measure, "defected": dataclasses.replace(measure, id="defected")},
        rival=RivalRule(
            "A rival is affiliated with {focal} and criticised it at least once.",
            (ActorType.ORGANISATION,),
            Condition(("criticism",)),
            "criticised",
        ),
        camps=(
            CampRule("divided", "Divided loyalties", "Leaders took both sides."),
            CampRule("opposed", "Leadership opposed", "No leader took the side of {focal}."),
        ),
        switches=(Switch("denial", "Does a denial count?", "Yes.", (Option("no", "A denial is not criticism.", ()),)),),
    )


def a_content(*, panels=None, figures=None, **changes):
    """Build everything a report needs: two figures, three rivals, seven actors, four sources, one text attached."""
    panels = panels if panels is not None else _panels()
    content = Content(
        about=_about(),
        rivals=_verdicts(),
        camps=(
            ACamp("council", "opposed", "Council of the Valley", claims_for=("c-1",)),
            ACamp("elders", "opposed", "مجلس الشيوخ"),
            ACamp(
                "riders",
                "divided",
                "Riders of the Ford and of Both Banks",
                claims_for=("c-3",),
                claims_against=("c-2",),
            ),
        ),
        panels=panels,
        figures=figures or {},
        findings={
            "f-1": a_finding("f-1", ("c-1", "c-2"), ("report", "letter"), settled=Settlement.UNANIMOUS),
            "f-2": a_finding("f-2", ("c-3",), ("book",), status=Status.DISPUTED, roles={"speaker": ("riders",)}),
            "f-3": a_finding("f-3", ("c-4",), ("radio",), polarity=Polarity.NEGATED, dates={}),
            "f-lineage": a_finding("f-lineage", ("c-5",), ("book",), kind="lineage", roles={}, values={}, dates={}),
        },
        claims={
            "c-1": a_claim("c-1", ["p-1"]),
            "c-2": a_claim("c-2", ["p-2"], coder="bot", modality=Modality.REPORTED, note="Same day as the letter."),
            "c-3": a_claim(
                "c-3", ["p-3"], roles={"speaker": ("riders",)}, modality=Modality.BELIEVED, place="The ford"
            ),
            "c-4": a_claim("c-4", ["p-4"], polarity=Polarity.NEGATED, dates={}),
            "c-5": a_claim("c-5", ["p-3"], kind="lineage", roles={"child": ("elders",)}, values={}, dates={}),
            "c-0": a_claim("c-0", ["p-1"]),
        },
        coders={"ada": Coder("ada", CoderType.PERSON, "Ada"), "bot": Coder("bot", CoderType.MODEL)},
        passages={
            "p-1": a_passage("p-1", "report", page="12", paragraph=3, note="7"),
            "p-2": a_passage("p-2", "letter", excerpt="no place in the valley"),
            "p-3": a_passage("p-3", "book", page="4-5"),
            "p-4": a_passage("p-4", "radio"),
        },
        sources={
            "report": a_source("report", issued={"date-parts": [[2015, 4]]}, DOI="10.1000/valley.7"),
            "letter": a_source("letter", "Letter of the council", **{"container-title": "The Ford Herald"}),
            "book": a_source("book", "The ford and the hill", publisher="Hill Press", URL="https://example.org/book"),
            "radio": a_source("radio", "Evening bulletin", author=[]),
        },
        actors={
            "newcomers": an_actor("newcomers", "The Newcomers"),
            "council": an_actor("council", "Council of the Valley"),
            "elders": an_actor("elders", "مجلس الشيوخ"),
            "riders": an_actor("riders", "Riders of the Ford and of Both Banks"),
            "movement": an_actor("movement", "The Movement", ActorType.UMBRELLA),
            "bystanders": an_actor("bystanders", "Bystanders"),
        },
        codebook=a_codebook(),
        rules=some_rules(),
        searches=(
            Search("s-1", (), ("statement",), parse("2014/2017"), documents=40, query="valley AND (council)"),
            Search("s-2", ("council",), (), parse("2016"), coder="ada", counts=False, note="Only headlines."),
        ),
        documents={"report": Document("report", TEXT, hashlib.sha256(TEXT.encode()).hexdigest())},
    )
    return dataclasses.replace(content, **changes)


def _about():
    return About(
        id="valley",
        title="Rivals in the valley",
        version="1.0",
        description="An invented study of {focal}.",
        citation="",
        licence="CC-BY-4.0",
        focal="newcomers",
        window=Window.from_edtf("2014/2017"),
    )


def _verdicts():
    return (
        AVerdict("council", "Council of the Valley", affiliation=("f-1",)),
        AVerdict("elders", "مجلس الشيوخ", n_reported=0, n_possible=1),
        AVerdict("riders", "Riders of the Ford and of Both Banks"),
        AVerdict("movement", "The Movement", ActorType.UMBRELLA, rival=False, why="It made no statement of its own."),
        AVerdict("bystanders", "Bystanders", affiliated=False, rival=False, why="No tie to the newcomers was found."),
    )


def evidence(state, findings, sources, *, path=(), **cell):
    """Build the evidence part of a cell."""
    support = tuple(Support(finding, state, path, "The date lies in the period.") for finding in findings)
    claims = {"f-1": ("c-1", "c-2"), "f-2": ("c-3",)}
    return {
        "state": state,
        "support": support,
        "claims": tuple(claim for finding in findings for claim in claims[finding]),
        "sources": tuple(sources),
        "independent": tuple(sources),
        "fragility": len(sources),
        **cell,
    }


def _panels():
    path = (PathStep("council", "elders", "collective-statement", "f-lineage"),)
    reported, possible, disputed = CellState.REPORTED, CellState.POSSIBLE, CellState.DISPUTED
    special = {
        ("council", "2015"): evidence(reported, ["f-1"], ["report", "letter"], against=("f-3",), documents_searched=40),
        ("elders", "2015"): evidence(possible, ["f-1"], ["report", "letter"], path=path),
        ("riders", "2016"): evidence(disputed, ["f-2"], ["book"]),
        ("council", "2014"): {"state": CellState.NONE_FOUND, "documents_searched": 40},
        ("riders", "2014"): {"state": CellState.OUTSIDE},
    }
    return {
        measure: _panel(measure, title, special if measure == "criticised" else {})
        for measure, title in (
            ("criticised", "Years in which leaders criticised The Newcomers, 2014–2017"),
            ("defected", "Years in which members joined The Newcomers, 2014–2017"),
        )
    }


def _panel(measure, title, special):
    periods = ("2014", "2015", "2016", "2017")
    groups = (("Leadership opposed", ("council", "elders")), ("Divided loyalties", ("riders",)))
    labels = {
        "council": "Council of the Valley",
        "elders": "مجلس الشيوخ",
        "riders": "Riders of the Ford and of Both Banks",
    }
    empty = {"state": CellState.NOT_SEARCHED}
    cells = {
        (actor, period): Cell(
            measure=measure, actor=actor, period=period, why="Because.", **special.get((actor, period), empty)
        )
        for actor in labels
        for period in periods
    }
    return Panel(measure, title, "A cell is reported when a source says so.", groups, labels, periods, cells)


def drawn(panels):
    """Draw the panels of a report, as the pipeline does."""
    from riven.figures.caption import alternative_text, caption
    from riven.figures.files import render
    from riven.figures.panel import draw_panel

    figures = {}
    for measure, panel in panels.items():
        files = render(draw_panel(panel, caption=caption(panel)))
        svg = tuple(content.decode() for ending, content in files.items() if ending.endswith(".svg"))
        figures[measure] = DrawnFigure(svg, caption(panel), alternative_text(panel))
    return figures
