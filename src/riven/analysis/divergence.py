"""How far groups diverge in what they want and whom they attack: every profile by itself, and all of them together.

A profile compares what is coded; what is not coded is missing and counts for nothing, which is not the same as alike.
Every distance names what the two share, what only one of them has, and the findings behind both.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from riven.analysis.distance import Scale, Value, Variable, gower
from riven.analysis.scope import Scope
from riven.dates import Fit, fit
from riven.evidence.attribution import reach
from riven.evidence.selection import DEFAULT_MODALITIES
from riven.ids import ActorId, ClaimId, FindingId, RuleId
from riven.model.argument import ProfileRule
from riven.model.argument import Scale as Comparison
from riven.model.claim import Polarity
from riven.model.finding import Finding, Status

_SCALES = {
    Comparison.SET: Scale.SET,
    Comparison.NOMINAL: Scale.NOMINAL,
    Comparison.ORDINAL: Scale.ORDINAL,
}


@dataclass(frozen=True, slots=True)
class Coded:
    """What is coded about one group in one respect.

    Attributes:
        profile: The profile.
        actor: The group.
        categories: Categories affirmed, in the order of the codebook; empty where nothing is coded.
        denied: Categories that a source says are not so, and that none affirms.
        findings: Findings of the categories affirmed and denied.
        claims: Their claims.
    """

    profile: RuleId
    actor: ActorId
    categories: tuple[str, ...]
    denied: tuple[str, ...]
    findings: tuple[FindingId, ...]
    claims: tuple[ClaimId, ...]

    @property
    def is_coded(self) -> bool:
        """Whether anything is known; a group of which only denials are known is known to have none of these."""
        return bool(self.categories or self.denied)


@dataclass(frozen=True, slots=True)
class Apart:
    """How far two groups are apart in one respect.

    Attributes:
        profile: The profile; `all` for the mean over the profiles in which both are coded.
        one: A group.
        other: Another group, later in the order of the study.
        distance: 0 (alike) to 1 (nothing in common); None where it cannot be told.
        shared: Categories both have.
        only_one: Categories only the first has.
        only_other: Categories only the second has.
        counted: Profiles the distance rests on.
        claims: Claims behind it.
    """

    profile: RuleId
    one: ActorId
    other: ActorId
    distance: float | None
    shared: tuple[str, ...]
    only_one: tuple[str, ...]
    only_other: tuple[str, ...]
    counted: int
    claims: tuple[ClaimId, ...]


@dataclass(frozen=True, slots=True)
class Divergence:
    """What is coded about groups, and how far they are apart.

    Attributes:
        coded: One entry a profile and group.
        apart: One entry a profile and pair of groups, then one a pair over all profiles.
    """

    coded: tuple[Coded, ...]
    apart: tuple[Apart, ...]


ALL = RuleId("all")


def diverge(scope: Scope, actors: Sequence[ActorId], *, findings: Mapping[FindingId, Finding]) -> Divergence:
    """Compare groups in every profile of the rules.

    Args:
        scope: The scope.
        actors: Groups to compare, the focal actor among them, in order.
        findings: Findings by id.

    Returns:
        The divergence; empty without profiles or with fewer than two groups. Over all profiles it is Gower's
        distance, each profile counting once where both groups are coded.

    Source:
        Gower (1971), Biometrics 27:857-871; sets by Jaccard (1901).
    """
    rules = scope.rules.argument.profiles
    if not rules or len(actors) < 2:
        return Divergence((), ())
    coded = {rule.id: _coded(scope, rule, actors, findings) for rule in rules.values()}
    variables = [_variable(scope, rule, [coded[rule.id][actor] for actor in actors]) for rule in rules.values()]
    distances = gower(variables)
    apart: list[Apart] = []
    for number, profile in enumerate(rules):
        apart += [
            _pair(coded[profile][one], coded[profile][other], float(distances.components[number, i, j]))
            for (i, one), (j, other) in combinations(enumerate(actors), 2)
        ]
    for (i, one), (j, other) in combinations(enumerate(actors), 2):
        total, counted = float(distances.total[i, j]), int(distances.counted[i, j])
        claims = [claim for each in coded.values() for actor in (one, other) for claim in each[actor].claims]
        apart.append(Apart(ALL, one, other, _known(total), (), (), (), counted, tuple(dict.fromkeys(claims))))
    return Divergence(tuple(held for each in coded.values() for held in each.values()), tuple(apart))


@dataclass
class _Found:
    """Findings by category, while they are collected."""

    affirmed: dict[str, list[FindingId]] = field(default_factory=dict)
    denied: dict[str, list[FindingId]] = field(default_factory=dict)


def _coded(
    scope: Scope, rule: ProfileRule, actors: Sequence[ActorId], findings: Mapping[FindingId, Finding]
) -> dict[ActorId, Coded]:
    found = {actor: _Found() for actor in actors}
    picked = [finding for finding in findings.values() if _is_picked(scope, rule, finding)]
    named = {actor for finding in picked for actor in _named(rule, finding)}
    ways = reach(sorted(named), rule.attribution, edges=scope.edges, scheme=scope.scheme)
    for finding in picked:
        rows = {row for actor in _named(rule, finding) for row in ways[actor]}
        rows |= {scope.focal for actor in _named(rule, finding) if actor in scope.family}
        for row in rows & set(actors):
            kind = found[row].denied if finding.polarity is Polarity.NEGATED else found[row].affirmed
            for category in finding.values.get(rule.variable, ()):
                kind.setdefault(category, []).append(finding.id)
    order = [category.id for category in scope.codebook.variables[rule.variable].categories]
    return {actor: _entry(rule, actor, found[actor], order, findings) for actor in actors}


def _is_picked(scope: Scope, rule: ProfileRule, finding: Finding) -> bool:
    """Say whether a finding tells something for the window; one that surely lies outside it does not."""
    if finding.kind != rule.kind or finding.status not in {Status.ACCEPTED, Status.DISPUTED}:
        return False
    if finding.modality not in DEFAULT_MODALITIES:
        return False
    if any(not set(finding.values.get(name, ())) & set(wanted) for name, wanted in rule.where.items()):
        return False
    kind = scope.codebook.kinds[rule.kind]
    date = next((finding.dates[role] for role in kind.dates if role in finding.dates), None)
    return fit(date, scope.window.days, lasting=kind.lasting) is not Fit.NO


def _named(rule: ProfileRule, finding: Finding) -> tuple[ActorId, ...]:
    return next((finding.roles[role] for role in rule.row if finding.roles.get(role)), ())


def _entry(
    rule: ProfileRule,
    actor: ActorId,
    found: _Found,
    order: Sequence[str],
    findings: Mapping[FindingId, Finding],
) -> Coded:
    denied = tuple(category for category in order if category in found.denied and category not in found.affirmed)
    categories = tuple(category for category in order if category in found.affirmed)
    held = [name for category in categories for name in found.affirmed[category]]
    held += [name for category in denied for name in found.denied[category]]
    named = tuple(dict.fromkeys(held))
    claims = tuple(dict.fromkeys(claim for name in named for claim in findings[name].claims))
    return Coded(rule.id, actor, categories, denied, named, claims)


def _variable(scope: Scope, rule: ProfileRule, coded: Iterable[Coded]) -> Variable:
    """Put a profile into the form distances are measured on.

    A group with several categories of an ordinal variable counts with the highest: who wants something in one country
    and something everywhere wants something everywhere. Several of a nominal one count as a category of their own.

    Returns:
        One value a group, None where nothing is coded.
    """
    order = tuple(category.id for category in scope.codebook.variables[rule.variable].categories)
    values: list[Value | None] = []
    for held in coded:
        if not held.is_coded:
            values.append(None)
        elif rule.scale is Comparison.SET:
            values.append(frozenset(held.categories))
        elif not held.categories:
            values.append(None)
        else:
            values.append(held.categories[-1] if rule.scale is Comparison.ORDINAL else "; ".join(held.categories))
    levels = order if rule.scale is Comparison.ORDINAL else ()
    return Variable(rule.id, _SCALES[rule.scale], tuple(values), levels=levels)


def _pair(one: Coded, other: Coded, distance: float) -> Apart:
    ours, theirs = set(one.categories), set(other.categories)
    return Apart(
        profile=one.profile,
        one=one.actor,
        other=other.actor,
        distance=_known(distance),
        shared=tuple(category for category in one.categories if category in theirs),
        only_one=tuple(category for category in one.categories if category not in theirs),
        only_other=tuple(category for category in other.categories if category not in ours),
        counted=0 if _known(distance) is None else 1,
        claims=tuple(dict.fromkeys((*one.claims, *other.claims))),
    )


def _known(distance: float) -> float | None:
    """Turn what is no number into what is not known."""
    return None if distance != distance else round(distance, 12)  # noqa: PLR0124 -- only NaN differs from itself
