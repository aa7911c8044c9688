"""Ties worked out slowly, by plain loops over findings, actors and periods: what the fast ones must equal."""

from itertools import product

from reference_panel import (
    BY_DEFAULT,
    DISPUTED,
    POSSIBLE,
    REPORTED,
    World,
    excluded,
    has_values,
    lies_elsewhere,
    placed,
)
from riven.dates import Fit, periods
from riven.evidence.attribution import reach
from riven.model.claim import Modality, Polarity
from riven.model.finding import Status

PLAIN = {Modality.ASSERTED, Modality.REPORTED}
RANK = [REPORTED, DISPUTED, POSSIBLE]


def reference(inputs):
    """Work out every tie: its state, and whether it only goes on, by layer, pair, period, finding and sign."""
    world = World(inputs)
    argument = inputs.setting.rules.argument
    across = periods(inputs.setting.window, world.rules.step)
    own = {}
    for rule in argument.ties.values():
        for finding in world.findings:
            for pair, is_weak in _pairs(world, rule, finding, argument.network.attribution).items():
                for number, period in enumerate(across):
                    state = _state(world, finding, pair, period, is_weak=is_weak)
                    for sign in _signs(world, rule, finding) if state else ():
                        own[rule.id, *pair, number, finding.id, sign] = (state, False)
    acts = {rule.id for rule in argument.ties.values() if not world.codebook.kinds[rule.kind].lasting}
    return _with_carried(own, acts, argument.network.persistence, len(across))


def _pairs(world, rule, finding, links):
    """Pair those a finding ties: whether both of them only weakly count for somebody."""
    if finding.kind != rule.kind or finding.status not in {Status.ACCEPTED, Status.DISPUTED}:
        return {}
    if finding.polarity is Polarity.NEGATED or finding.modality not in (rule.modalities or BY_DEFAULT):
        return {}
    if not has_values(finding, rule.where) or excluded(finding, rule.without):
        return {}
    found = {}
    starts = _homes(world, finding, rule.start, None if rule.own else links)
    ends = _homes(world, finding, rule.to, links)
    for start, to in product(starts, ends):
        if start != to:
            pair = (start, to) if rule.directed else tuple(sorted((start, to)))
            found[pair] = found.get(pair, True) and (starts[start] or ends[to])
    return found


def _homes(world, finding, roles, links):
    """Name whom the actors of the first role that is filled are tied as, and whether only weakly so.

    Without links each is tied as itself.
    """
    found = {}
    for actor in next((finding.roles[role] for role in roles if finding.roles.get(role)), ()):
        for home, path in _ends(world, actor, links).items():
            found[home] = found.get(home, True) and path.weak
    return found


def _ends(world, actor, links):
    if links is None:
        return {world.scheme.of(actor): world.scheme.path(actor)}
    if actor in world.family:
        return {world.scheme.of(world.setting.focal): world.family[actor]}
    ways = _reach(world, actor, links)
    ends = {home: path for home, path in ways.items() if set(_reach(world, home, links)) == {home}}
    own = world.scheme.of(actor)
    return ends or {own: ways[own]}


def _reach(world, actor, links):
    return reach((actor,), links, edges=world.edges, scheme=world.scheme)[actor]


def _signs(world, rule, finding):
    if rule.sign_of is None:
        return {rule.sign}
    asked = rule.where.get(rule.sign_of)
    signs = {
        category.id: category.sign
        for category in world.codebook.variables[rule.sign_of].categories
        if asked is None or category.id in asked
    }
    return {signs[value] for value in finding.values.get(rule.sign_of, ()) if signs.get(value) is not None}


def _state(world, finding, pair, period, *, is_weak):
    """Say how a tie stands in a period; None where it does not."""
    sits, value = placed(world, finding, world.codebook.kinds[finding.kind].dates, period)
    if sits is Fit.NO or any(lies_elsewhere(world, actor, value, period) for actor in pair):
        return None
    if finding.status is Status.DISPUTED:
        return DISPUTED
    return REPORTED if sits is Fit.INSIDE and not is_weak and finding.modality in PLAIN else POSSIBLE


def _with_carried(own, acts, persistence, width):
    found = dict(own)
    for (layer, start, to, period, finding, sign), (state, _) in own.items():
        if layer not in acts:
            continue
        against = {
            (when, held)
            for (other, *ends, when, _, opposite), (held, _) in own.items()
            if other in acts and {start, to} == set(ends) and sign and opposite == -sign
        }
        for after in range(period + 1, min(period + 1 + persistence, width)):
            met = {held for when, held in against if period < when <= after}
            place = (layer, start, to, after, finding, sign)
            if REPORTED not in met and place not in own:
                goes_on = POSSIBLE if met and state is REPORTED else state
                found[place] = min(
                    found.get(place, (goes_on, True)), (goes_on, True), key=lambda one: RANK.index(one[0])
                )
    return found
