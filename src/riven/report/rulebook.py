"""The rules, the alternatives to them and the effort, in plain words."""

from dataclasses import dataclass

from riven.ids import KindId
from riven.model.argument import Argument
from riven.model.rule import Independence, Link, Undated
from riven.model.source import Search
from riven.model.wording import window_words
from riven.report.content import Content
from riven.report.evidence import said
from riven.report.safety import isolated


@dataclass(frozen=True, slots=True)
class RuleView:
    """One rule: its id, what it decides, and its sentence."""

    id: str
    about: str
    sentence: str


@dataclass(frozen=True, slots=True)
class SwitchView:
    """A decision another researcher might take differently: question, what is done here, and the alternatives."""

    id: str
    question: str
    chosen: str
    options: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class SearchView:
    """A record of effort in words."""

    id: str
    about: str
    kinds: str
    covers: str
    documents: str
    query: str
    coder: str
    counts: str
    note: str


def filled(sentence: str, content: Content) -> str:
    """Fill the focal actor and the window into a sentence of the rules.

    Returns:
        The sentence; other braces stay as they are.
    """
    focal = content.actors.get(content.about.focal)
    name = isolated(focal.name) if focal else content.about.focal
    return sentence.replace("{focal}", name).replace("{window}", window_words(content.about.window))


def rules_in_words(content: Content) -> tuple[RuleView, ...]:
    """List the rules in force, from the widest to the narrowest.

    Returns:
        One view a rule.
    """
    rules = content.rules
    views = [
        RuleView(rules.id, f"revision {rules.revision}", rules.sentence),
        RuleView("rival", "who is a rival", rules.rival.sentence),
        *(RuleView(camp.id, f"camp: {camp.label}", camp.sentence) for camp in rules.camps),
        *(RuleView(id_, f"figure: {measure.title}", measure.sentence) for id_, measure in rules.measures.items()),
        *(RuleView(id_, "what counts", selector.sentence) for id_, selector in rules.selectors.items()),
        *(RuleView(link.id, "what counts for whom", link.sentence) for link in _links(content)),
        *_argued(rules.argument),
        *(
            RuleView(id_, "who counts as one", rules.rollups[id_].sentence)
            for id_ in rules.rollups
            if id_ == rules.rollup
        ),
        *_conventions(content),
    ]
    return tuple(RuleView(view.id, filled(view.about, content), filled(view.sentence, content)) for view in views)


def _links(content: Content) -> list[Link]:
    rules = content.rules
    used = {*rules.family, *rules.rival.affiliation.attribution}
    used |= {link for measure in rules.measures.values() for link in measure.attribution}
    conditions = [condition for camp in rules.camps for condition in (*camp.needs, *camp.lacks)]
    argument = rules.argument
    conditions += [c for factor in argument.factors.values() for c in (*factor.present, *factor.focal, *factor.absent)]
    used |= {link for profile in argument.profiles.values() for link in profile.attribution}
    used |= set(argument.network.attribution) if argument.network else set()
    used |= {link for condition in conditions for link in condition.attribution}
    return [link for id_, link in rules.links.items() if id_ in used]


def _argued(argument: Argument) -> list[RuleView]:
    """List the rules of what is argued beyond the figures."""
    views = [RuleView(id_, f"factor: {factor.label}", factor.sentence) for id_, factor in argument.factors.items()]
    views += [RuleView(id_, f"compared: {rule.label}", rule.sentence) for id_, rule in argument.profiles.items()]
    views += [RuleView(id_, f"tie: {tie.label}", tie.sentence) for id_, tie in argument.ties.items()]
    views += [RuleView("network", "ties in time", argument.network.sentence)] if argument.network else []
    views += [RuleView("lineage", "where groups come from", argument.lineage.sentence)] if argument.lineage else []
    return views + [RuleView(id_, "question", rule.sentence) for id_, rule in argument.configurations.items()]


def _conventions(content: Content) -> list[RuleView]:
    rules = content.rules
    undated = {
        Undated.POSSIBLE: "An act without a date makes a cell possible, never reported.",
        Undated.IGNORED: "An act without a date fills no cell.",
    }
    independence = {
        Independence.STORY: "Copies of one story count as one source.",
        Independence.OUTLET: "Everything from one outlet counts as one source.",
    }
    bound = "An act is taken to lie before the day its source was published."
    coders = ", ".join(str(coder) for coder in rules.coders)
    views = [
        RuleView("undated", "dates", undated[rules.undated]),
        RuleView("independence", "sources", independence[rules.independence]),
        RuleView("coders", "coders", f"Claims count when they were coded by: {coders}."),
    ]
    return [*views, RuleView("publication-bound", "dates", bound)] if rules.publication_bound else views


def switches_in_words(content: Content) -> tuple[SwitchView, ...]:
    """List the decisions that could be taken differently.

    Returns:
        One view a switch.
    """
    return tuple(
        SwitchView(
            switch.id,
            filled(switch.sentence, content),
            filled(switch.chosen, content),
            tuple((option.id, filled(option.sentence, content)) for option in switch.options),
        )
        for switch in content.rules.switches
    )


def searches_in_words(content: Content) -> tuple[SearchView, ...]:
    """List what was searched.

    Returns:
        One view a search.
    """
    return tuple(_search(search, content) for search in content.searches)


def _search(search: Search, content: Content) -> SearchView:
    names = {str(id_): isolated(actor.name) for id_, actor in content.actors.items()}
    labels = {str(id_): kind.entry.label for id_, kind in content.codebook.kinds.items()}
    coder = next((coder.name or coder.id for id_, coder in content.coders.items() if id_ == search.coder), search.coder)
    counted = search.documents if search.documents is not None else len(search.sources) or None
    return SearchView(
        id=search.id,
        about=", ".join(names.get(actor, actor) for actor in search.actors) or "every actor",
        kinds=", ".join(labels.get(KindId(kind), kind) for kind in search.kinds) or "every kind",
        covers=said(search.covers),
        documents="not counted" if counted is None else str(counted),
        query=search.query,
        coder=isolated(coder) if coder else "reported by the source itself",
        counts="yes" if search.counts else "no",
        note=search.note,
    )
