"""Small builders for claims, sources, codebooks and rules of an invented study, and for its results.

The invented world: `river` is the focal group and `delta` the organisation it is a branch of. Kinds are a public
`speech` (who, for, at; tone, heard), a `move` of people (from, to; rank), a `bond` that lasts (one, other; sort) and a
`kin`ship (child, parent; sort).
"""

from dataclasses import replace
from types import MappingProxyType

from riven.analysis.inputs import Inputs
from riven.analysis.results import analyse
from riven.analysis.scope import Setting, to_scope
from riven.dates import Basis, StatedDate, Step, Window, parse
from riven.evidence.frames import to_evidence
from riven.evidence.settle import settle
from riven.model.actor import Actor, ActorType
from riven.model.claim import Claim, Coder, CoderType, Modality, Polarity
from riven.model.codebook import Category, Codebook, DateRole, Entry, Kind, Role, ValueType, Variable
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import (
    CampRule,
    Independence,
    Link,
    Measure,
    RivalRule,
    Rollup,
    Rows,
    Rules,
    Selector,
    Undated,
)
from riven.model.source import Passage, Search, Source

ANY = (CellState.REPORTED, CellState.POSSIBLE)


def an_entry(label="label"):
    """Build what a coder reads about an element of a codebook."""
    return Entry(label, f"When to code {label}.", ("yes",), ("no",), ("maybe",))


def a_role(name, **given):
    """Build a role."""
    return Role(name, an_entry(name), **given)


def a_variable(name, categories="", **given):
    """Build a variable from a line of category names, signed as in `scold-`; none makes it a text unless typed."""
    signs = {"-": -1, "0": 0, "+": 1}
    held = tuple(
        Category(category.rstrip("-0+"), an_entry(category.rstrip("-0+")), signs.get(category[-1]))
        for category in categories.split()
    )
    given.setdefault("type", ValueType.CATEGORY if held else ValueType.TEXT)
    return Variable(name, an_entry(name), categories=held, **given)


def a_kind(name, roles, variables="", dates="happened", **given):
    """Build a kind; roles are names or roles, variables and dates are lines of names."""
    held = tuple(a_role(role) if isinstance(role, str) else role for role in roles)
    when = tuple(DateRole(date) for date in dates.split())
    return Kind(name, an_entry(name), held, tuple(variables.split()), dates=when, **given)


def a_codebook():
    """Build the codebook of the invented world."""
    variables = [
        a_variable("tone", "warn scold praise", identifies=True),
        a_variable("heard", "yes no"),
        a_variable("by", "chief crowd recruit", type=ValueType.SET),
        a_variable("rank", "recruits chiefs", scored=True),
        a_variable("sort", "branch-of part-of splinter-of name-of wing-of leads", identifies=True),
        a_variable("remark", scored=False),
    ]
    kinds = [
        a_kind("speech", ["who", "for", a_role("at", many=True)], "tone heard by remark", "made published reported"),
        a_kind("move", ["from", "to"], "rank", "happened reported"),
        a_kind("bond", ["one", "other"], "sort", "happened reported", lasting=True),
        a_kind("kin", ["child", "parent"], "sort", "happened"),
    ]
    return Codebook(
        "invented",
        "Invented world",
        "1",
        "For tests.",
        MappingProxyType({kind.id: kind for kind in kinds}),
        MappingProxyType({variable.id: variable for variable in variables}),
    )


def a_selector(name, kind, row, against="", **given):
    """Build a selector; rows and targets are lines of role names."""
    return Selector(name, f"Picks {name}.", kind, tuple(row.split()), tuple(against.split()), **given)


def a_link(name, kind, start, to, sort, **given):
    """Build a link along kinships or bonds of one sort."""
    return Link(name, f"Walks {name}.", kind, start, to, {"sort": (sort,)}, **given)


def a_measure(name="scolded", selectors="scolding", rows=Rows.ACTORS, dates="published made reported", **given):
    """Build a measure."""
    return Measure(
        name,
        f"Periods in which {{focal}} was {name}, {{window}}",
        f"A source says that {{focal}} was {name}.",
        tuple(selectors.split()),
        rows,
        tuple(DateRole(date) for date in dates.split()),
        **given,
    )


def some_rules(**given):
    """Build the rules of the invented world; keywords replace attributes."""
    selectors = [
        a_selector("scolding", "speech", "for who", "at", where={"tone": ("warn", "scold"), "heard": ("yes",)}),
        a_selector("praise", "speech", "for who", "at", where={"tone": ("praise",)}),
        a_selector("moving", "move", "from", "to"),
        a_selector("bonding", "bond", "one", "other"),
    ]
    links = [
        a_link("parent-of-focal", "kin", "parent", "child", "branch-of"),
        a_link("leader-of-group", "bond", "one", "other", "leads"),
        a_link("part-of-group", "kin", "child", "parent", "part-of"),
        a_link("splinter-of-group", "kin", "child", "parent", "splinter-of", gives=CellState.POSSIBLE),
        a_link("crowd-of-group", "kin", "parent", "child", "part-of", only={"by": ("crowd",)}),
        a_link("name", "kin", "child", "parent", "name-of"),
        a_link("wing", "kin", "child", "parent", "wing-of"),
    ]
    followers = ("leader-of-group", "part-of-group")
    rollups = [Rollup("apart", "Everybody apart."), Rollup("together", "Names and wings.", ("name", "wing"))]
    measures = [
        a_measure(rows=Rows.AFFILIATED, attribution=(*followers, "crowd-of-group")),
        a_measure("left", "moving", Rows.RIVALS, "happened reported", attribution=followers),
    ]
    rules = Rules(
        id="invented",
        revision="1",
        sentence="For tests.",
        step=Step.YEAR,
        rollup="apart",
        family=("parent-of-focal", "leader-of-group"),
        undated=Undated.POSSIBLE,
        publication_bound=False,
        independence=Independence.STORY,
        group_by_key=True,
        coders=(CoderType.PERSON,),
        selectors={selector.id: selector for selector in selectors},
        links={link.id: link for link in links},
        rollups={rollup.id: rollup for rollup in rollups},
        measures={measure.id: measure for measure in measures},
        rival=RivalRule(
            "A rival was affiliated and scolded {focal}.",
            (ActorType.ORGANISATION,),
            Condition(("moving", "bonding"), ANY, followers),
            "scolded",
        ),
        camps=(
            CampRule(
                "split",
                "Split",
                "Some praised, some scolded.",
                needs=(Condition(("praise",), attribution=followers), Condition(("scolding",), attribution=followers)),
            ),
            CampRule(
                "firm",
                "Firm",
                "Scolded, and nobody praised.",
                needs=(Condition(("scolding",), ANY, followers),),
                lacks=(Condition(("praise",), attribution=followers),),
            ),
        ),
    )
    return replace(rules, **given)


def an_actor(name, kind=ActorType.ORGANISATION, *, begins=None, ends=None):
    """Build an actor; dates are EDTF."""
    return Actor(name, name.title(), kind, begins and parse(begins), ends and parse(ends))


def some_actors(*names, **given):
    """Build the actors of the invented world and any others; a chief is a person."""
    actors = [an_actor(name) for name in ("river", "delta", "hill", "moor", "lake", *names)]
    actors += [an_actor("chief", ActorType.PERSON)]
    return {actor.id: actor for actor in actors} | given


def a_source(name, *, issued=None, outlet="", copy_of=None, **csl):
    """Build a source; `issued` is a date such as 2015-06 in CSL's date parts."""
    item = {"id": name, "type": "article", "title": name.title(), **csl}
    if issued:
        item["issued"] = {"date-parts": [[int(part) for part in issued.split("-")]]}
    if outlet:
        item["container-title"] = outlet
    return Source(name, item, copy_of=copy_of)


def a_passage(name, source):
    """Build a passage."""
    return Passage(name, source, 0, 10, "0" * 64)


def a_claim(name, kind="speech", roles="", values="", date="", **given):
    """Build a claim from lines of `role=actor+actor`, `variable=value+value` and `date-role=EDTF`.

    The passages of a claim are named after its sources: source `s1` has the passage `p-s1`.
    """
    sources = given.pop("source", "s1").split()
    return Claim(
        id=name,
        kind=kind,
        coder=given.pop("coder", "ann"),
        coded_on=None,
        codebook_revision="1",
        roles=_table(roles),
        values=_table(values),
        dates={DateRole(role): StatedDate(parse(text), Basis.STATED) for role, (text,) in _table(date, "|").items()},
        passages=tuple(f"p-{source}" for source in sources),
        **given,
    )


def _table(line, separator="+"):
    pairs = (part.partition("=") for part in line.split())
    return {name: tuple(held.split(separator)) for name, _, held in pairs}


def a_speech(name, who="hill", date="published=2015", **given):
    """Build a public scolding of the focal group."""
    values = given.pop("values", "tone=scold heard=yes by=chief")
    return a_claim(name, "speech", f"who={who} at={given.pop('at', 'river')}", values, date, **given)


def a_move(name, who="hill", date="happened=2015", **given):
    """Build a move to the focal group."""
    return a_claim(name, "move", f"from={who} to={given.pop('to', 'river')}", "rank=recruits", date, **given)


def a_kinship(name, child, parent, sort, **given):
    """Build a kinship."""
    return a_claim(name, "kin", f"child={child} parent={parent}", f"sort={sort}", **given)


def a_bond(name, one, other, sort="leads", **given):
    """Build a bond."""
    return a_claim(name, "bond", f"one={one} other={other}", f"sort={sort}", **given)


def a_search(name="look", *, actors="", kinds="", covers="2014/2017", documents=None, sources="", counts=True):
    """Build a record of effort from lines of names."""
    return Search(
        name,
        tuple(actors.split()),
        tuple(kinds.split()),
        parse(covers),
        tuple(sources.split()),
        documents,
        counts=counts,
    )


def some_inputs(
    *claims, sources=(), actors=None, rules=None, searches=(), window="2014/2017", coders=(), codebook=None
):
    """Build the inputs of an analysis; sources that only claims name are made up, with one passage each."""
    held = {source.id: source for source in sources}
    for claim in claims:
        for passage in claim.passages:
            name = passage.removeprefix("p-")
            held.setdefault(name, a_source(name))
    setting = Setting(
        focal="river",
        window=Window.from_edtf(window),
        codebook=codebook or a_codebook(),
        rules=rules or some_rules(),
        actors=actors or some_actors(),
        searches=tuple(searches),
    )
    return Inputs(
        setting,
        claims={claim.id: claim for claim in claims},
        passages={f"p-{name}": a_passage(f"p-{name}", name) for name in held},
        sources=held,
        coders={coder.id: coder for coder in (*coders, Coder("bot", CoderType.MODEL))},
    )


def settled(*claims, **given):
    """Settle claims."""
    inputs = some_inputs(*claims, **given)
    return settle(
        inputs.claims.values(),
        codebook=inputs.setting.codebook,
        rules=inputs.setting.rules,
        sources=inputs.sources,
        passages=inputs.passages,
        coders=inputs.coders,
    )


def some_evidence(*claims, **given):
    """Put claims into columns."""
    inputs = some_inputs(*claims, **given)
    return to_evidence(
        settled(*claims, **given),
        inputs.claims,
        inputs.passages,
        sources=inputs.sources,
        rules=inputs.setting.rules,
        codebook=inputs.setting.codebook,
    )


def a_scope(*claims, **given):
    """Build the scope of an analysis."""
    return to_scope(some_evidence(*claims, **given), some_inputs(*claims, **given).setting)


def analysed(*claims, **given):
    """Analyse claims."""
    return analyse(some_inputs(*claims, **given))


RUMOURED, BELIEVED, DENIED = Modality.RUMOURED, Modality.BELIEVED, Modality.DENIED
NEGATED = Polarity.NEGATED
