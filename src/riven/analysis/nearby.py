"""Which claims bear on a row of a measure: those about acts that can reach it, and those that carry them there."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from riven.analysis.inputs import Inputs
from riven.dates import DayRange
from riven.evidence.grouping import group
from riven.evidence.independence import independent_of
from riven.evidence.readings import sources_of
from riven.ids import ActorId, ClaimId, KindId, RoleId, RuleId, SourceId
from riven.model.claim import Claim, Polarity
from riven.model.codebook import DateRole
from riven.model.rule import Measure

Member = TypeVar("Member", bound=Hashable)
Loss = frozenset[SourceId]
_OPPOSITE = {Polarity.AFFIRMED: Polarity.NEGATED, Polarity.NEGATED: Polarity.AFFIRMED}


@dataclass(frozen=True, eq=False)
class Bundle:
    """Claims that may be settled together: about one act, or tied to it because they correct or settle.

    Every claim is in one bundle, so a bundle is equal to itself alone.

    Attributes:
        claims: The claims.
        sources: Sources they rest on, copies of one story counted once.
    """

    claims: tuple[Claim, ...]
    sources: frozenset[SourceId]

    @property
    def is_mutable(self) -> bool:
        """Whether a loss can leave part of it, so that the act may be settled otherwise."""
        return len(self.sources) > 1

    def says(self, polarities: Collection[Polarity]) -> bool:
        """Whether one of its claims has one of these polarities."""
        return any(claim.polarity in polarities for claim in self.claims)

    def names(self, roles: Mapping[KindId, Collection[RoleId]]) -> set[ActorId]:
        """Actors its claims name in the roles asked for, by kind."""
        return {actor for c in self.claims for role in roles.get(c.kind, ()) for actor in c.roles.get(role, ())}

    def may_lie_in(self, days: DayRange, roles: Collection[DateRole]) -> bool:
        """Whether one of its claims has no date in these roles, or one that meets these days."""
        return any(
            all(role not in claim.dates for role in roles)
            or any(claim.dates[role].value.hull.meets(days) for role in roles if role in claim.dates)
            for claim in self.claims
        )


@dataclass(frozen=True)
class Nearby:
    """What bears on one row.

    Attributes:
        acts: Bundles of acts that can reach the row.
        paths: Sources of what can be walked to the row, or to the focal actor.
        turning: Sources of those links that can carry more, or make others of actors, when part of them falls.
        unsettled: Sources of those acts and links that are settled otherwise when part of them falls.
        denying: Sources of those of them that can come to deny an act of the row.
    """

    acts: tuple[Bundle, ...]
    paths: Loss
    turning: Loss
    unsettled: Loss
    denying: Loss


class Neighbourhood:
    """The bundles of a study, and who can reach whom through them."""

    def __init__(self, inputs: Inputs, measure: Measure) -> None:
        """Bundle the claims, and join the actors that links may join."""
        rules, found = inputs.setting.rules, bundles(inputs)
        merges = rules.rollups[rules.rollup].merges
        self.of: Mapping[ClaimId, Bundle] = {claim.id: bundle for bundle in found for claim in bundle.claims}
        self._acts = _Named(found, _acting(inputs, measure))
        self._to_row = _Named(found, _walked(inputs, (*measure.attribution, *merges)))
        self._to_focal = _Named(found, _walked(inputs, (*rules.family, *merges)))
        self._merging = _walked(inputs, merges).keys()
        walked = _walked(inputs, (*measure.attribution, *rules.family, *merges))
        self.links = tuple(bundle for bundle in found if bundle.names(walked))
        self._denials = {_OPPOSITE[rules.selectors[selector].polarity] for selector in measure.selectors}
        self._focal = inputs.setting.focal

    @property
    def sources(self) -> Loss:
        """Every source a claim rests on, copies of one story counted once."""
        return _sources(self.of.values())

    def around(self, row: ActorId) -> Nearby:
        """Find what bears on a row."""
        circle = self._to_row.circle(row)
        acts = self._acts.naming(circle)
        links = {**self._to_row.naming(circle), **self._to_focal.naming(self._to_focal.circle(self._focal))}
        who = _sources(b for b in links.values() if any(claim.kind in self._merging for claim in b.claims))
        mutable = [bundle for bundle in acts.values() if bundle.is_mutable]
        turning = who | _sources(bundle for bundle in links.values() if bundle.is_mutable)
        return Nearby(
            acts=tuple(acts.values()),
            paths=_sources(links.values()),
            turning=turning,
            unsettled=turning | _sources(mutable),
            denying=who | _sources(bundle for bundle in mutable if bundle.says(self._denials)),
        )


class _Named:
    """Bundles by the actors they name in certain roles."""

    def __init__(self, found: Iterable[Bundle], roles: Mapping[KindId, Collection[RoleId]]) -> None:
        names = [(bundle, bundle.names(roles)) for bundle in found]
        self._bundles: dict[ActorId, list[Bundle]] = {}
        for bundle, actors in names:
            for actor in actors:
                self._bundles.setdefault(actor, []).append(bundle)
        self._circles = joined(actors for _, actors in names)

    def circle(self, actor: ActorId) -> set[ActorId]:
        """Find the actors that bundles join to this one, and itself."""
        return self._circles.get(actor, {actor})

    def naming(self, actors: Iterable[ActorId]) -> dict[int, Bundle]:
        """Find the bundles that name one of these actors."""
        return {id(bundle): bundle for actor in sorted(actors) for bundle in self._bundles.get(actor, ())}


def _sources(found: Iterable[Bundle]) -> Loss:
    return frozenset(source for bundle in found for source in bundle.sources)


def _acting(inputs: Inputs, measure: Measure) -> Mapping[KindId, set[RoleId]]:
    roles: dict[KindId, set[RoleId]] = {}
    for selector in (inputs.setting.rules.selectors[name] for name in measure.selectors):
        roles.setdefault(selector.kind, set()).update(selector.row)
    return roles


def _walked(inputs: Inputs, links: Iterable[RuleId]) -> Mapping[KindId, set[RoleId]]:
    roles: dict[KindId, set[RoleId]] = {}
    for link in (inputs.setting.rules.links[name] for name in links):
        roles.setdefault(link.kind, set()).update((link.start, link.to))
    return roles


def bundles(inputs: Inputs) -> tuple[Bundle, ...]:
    """Put claims together that are settled together, be it as they stand or after some have fallen.

    Args:
        inputs: The inputs.

    Returns:
        Bundles in the order of their first claims; every claim is in one.
    """
    rules = inputs.setting.rules
    tying = [claim for claim in inputs.claims.values() if claim.supersedes or claim.settles]
    loose = {**inputs.claims, **{claim.id: replace(claim, supersedes=(), settles=()) for claim in tying}}
    acts = group(loose.values(), codebook=inputs.setting.codebook, by_key=rules.group_by_key)
    tied = [{claim.id for claim in act.claims} for act in acts]
    tied += [{claim.id, *claim.supersedes, *claim.settles} & inputs.claims.keys() for claim in tying]
    together: dict[int, list[Claim]] = {}
    groups = joined(tied)
    for claim in inputs.claims.values():
        together.setdefault(id(groups[claim.id]), []).append(claim)
    independent = independent_of(inputs.sources, rules.independence)
    return tuple(
        Bundle(
            tuple(claims),
            frozenset(independent[source] for claim in claims for source in sources_of(claim, inputs.passages)),
        )
        for claims in together.values()
    )


def joined(groups: Iterable[Collection[Member]]) -> Mapping[Member, set[Member]]:
    """Join groups that share a member.

    Returns:
        The joined group of every member.
    """
    found: dict[Member, set[Member]] = {}
    for members in groups:
        whole = set(members)
        for member in members:
            whole |= found.get(member, set())
        found |= dict.fromkeys(whole, whole)
    return found
