"""What every analysis is asked within: whose rivals, when, under which rules, on which evidence."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from riven.analysis.timing import DatePolicy
from riven.dates import Period, Window, periods
from riven.evidence.attribution import Edge, Path, Scheme, edges_of, family_of, scheme_of
from riven.evidence.frames import Evidence
from riven.ids import ActorId, KindId, RuleId
from riven.model.actor import Actor
from riven.model.codebook import Codebook
from riven.model.finding import Finding
from riven.model.rule import Measure, Rules
from riven.model.source import Search
from riven.model.wording import window_words


@dataclass(frozen=True)
class Scope:
    """Evidence with everything that decides how it is counted.

    Attributes:
        evidence: The evidence.
        focal: The actor that stands for the focal one under the scheme in force.
        window: Observation period.
        codebook: Kinds of claim.
        rules: What counts as what.
        actors: Actors by id, in file order.
        searches: Records of effort.
        edges: Findings along which links can be walked, by link.
        scheme: Which actors count as one.
        family: The focal actor and those that count as it when something is done to them, with the paths.
        policy: What becomes of findings whose dates leave a period open.
    """

    evidence: Evidence
    focal: ActorId
    window: Window
    codebook: Codebook
    rules: Rules
    actors: Mapping[ActorId, Actor] = field(hash=False)
    searches: tuple[Search, ...]
    edges: Mapping[RuleId, tuple[Edge, ...]] = field(hash=False)
    scheme: Scheme
    family: Mapping[ActorId, Path] = field(hash=False)
    policy: DatePolicy = DatePolicy.OPEN

    @property
    def standing(self) -> tuple[ActorId, ...]:
        """Actors that stand for themselves under the scheme in force, in file order."""
        return tuple(actor for actor in self.actors if actor not in self.scheme.into)

    @property
    def whole(self) -> Period:
        """The window as one period."""
        return Period(window_words(self.window), self.window.days)

    @property
    def columns(self) -> tuple[Period, ...]:
        """The periods of the study's panels."""
        return periods(self.window, self.rules.step)

    def name(self, actor: ActorId) -> str:
        """Printed name of an actor."""
        return self.actors[actor].name if actor in self.actors else actor

    def kinds(self, measure: Measure) -> tuple[KindId, ...]:
        """Kinds of claim a measure rests on."""
        return tuple(dict.fromkeys(self.rules.selectors[selector].kind for selector in measure.selectors))

    def kin(self, finding: Finding) -> tuple[ActorId, ...]:
        """Members of the focal family a finding is directed at; none when it names the focal actor itself."""
        selectors = self.rules.selectors.values()
        roles = {role for selector in selectors if selector.kind == finding.kind for role in selector.against}
        named = [actor for role, actors in finding.roles.items() if role in roles for actor in actors]
        if self.focal in named:  # one merged into it is carried by the findings of the merge, and has to be told
            return ()
        return tuple(actor for actor in dict.fromkeys(named) if actor in self.family)

    def filled(self, text: str) -> str:
        """Fill `{focal}` and `{window}` into a sentence of the rules."""
        return text.replace("{focal}", self.name(self.focal)).replace("{window}", window_words(self.window))


@dataclass(frozen=True)
class Setting:
    """The part of a scope that does not come from the evidence.

    Attributes:
        focal: The actor whose rivals are studied.
        window: Observation period.
        codebook: Kinds of claim.
        rules: What counts as what.
        actors: Actors by id, in file order.
        searches: Records of effort.
        policy: What becomes of findings whose dates leave a period open.
    """

    focal: ActorId
    window: Window
    codebook: Codebook
    rules: Rules
    actors: Mapping[ActorId, Actor] = field(hash=False)
    searches: tuple[Search, ...] = ()
    policy: DatePolicy = DatePolicy.OPEN


def to_scope(evidence: Evidence, setting: Setting) -> Scope:
    """Work out who counts as whom, once for all questions.

    Args:
        evidence: The evidence.
        setting: Everything else.

    Returns:
        The scope: links found, scheme of identity applied, focal family closed.
    """
    return scope_along(edges_of(evidence, setting.rules.links.values()), evidence, setting)


def scope_along(edges: Mapping[RuleId, tuple[Edge, ...]], evidence: Evidence, setting: Setting) -> Scope:
    """Work out who counts as whom along links that are found already.

    Args:
        edges: Findings along which links can be walked, by link.
        evidence: The evidence.
        setting: Everything else.

    Returns:
        The scope: scheme of identity applied, focal family closed.
    """
    rules, order = setting.rules, tuple(setting.actors)
    scheme = scheme_of(rules.rollups[rules.rollup].merges, edges, focal=setting.focal, order=order)
    family = family_of(setting.focal, rules.family, actors=order, edges=edges, scheme=scheme)
    return Scope(
        evidence=evidence,
        focal=scheme.of(setting.focal),
        window=setting.window,
        codebook=setting.codebook,
        rules=rules,
        actors=setting.actors,
        searches=setting.searches,
        edges=edges,
        scheme=scheme,
        family=family,
        policy=setting.policy,
    )
