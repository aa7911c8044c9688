"""The panel worked out slowly, by plain loops over findings, periods and days: what the fast one must equal."""

from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import combinations, product
from types import MappingProxyType

from riven.analysis.scope import Setting
from riven.dates import DayRange, Fit, fit, periods
from riven.evidence.attribution import Edge, family_of, reach, scheme_of
from riven.evidence.independence import independent_of
from riven.evidence.publication import bound_of, latest_days
from riven.evidence.readings import speaks_for
from riven.evidence.settle import settle
from riven.model.claim import Modality, Polarity, Verdict
from riven.model.finding import Status
from riven.model.panel import CellState
from riven.model.rule import Undated

REPORTED, DISPUTED, POSSIBLE = CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE
CARRIES = {Modality.ASSERTED, Modality.REPORTED, Modality.BELIEVED}
BY_DEFAULT = (Modality.ASSERTED, Modality.REPORTED, Modality.BELIEVED, Modality.RUMOURED)


@dataclass(frozen=True)
class Expected:
    """What a cell must hold; everything but the state is a set, or None where nothing is known."""

    state: CellState
    findings: frozenset = frozenset()
    against: frozenset = frozenset()
    claims: frozenset = frozenset()
    sources: frozenset = frozenset()
    independent: frozenset = frozenset()
    documents: int | None = None
    fragility: int | None = None


class World:
    """A study settled, with who counts for whom."""

    def __init__(self, inputs) -> None:
        setting: Setting = inputs.setting
        self.inputs, self.setting, self.rules, self.codebook = inputs, setting, setting.rules, setting.codebook
        self.findings = settle(
            inputs.claims.values(),
            codebook=setting.codebook,
            rules=setting.rules,
            sources=inputs.sources,
            passages=inputs.passages,
            coders=inputs.coders,
        )
        self.independent = independent_of(inputs.sources, self.rules.independence)
        self.edges = {link.id: self._edges(link, rank) for rank, link in enumerate(self.rules.links.values())}
        order = tuple(setting.actors)
        merges = self.rules.rollups[self.rules.rollup].merges
        self.scheme = scheme_of(merges, self.edges, focal=setting.focal, order=order)
        self.family = family_of(setting.focal, self.rules.family, actors=order, edges=self.edges, scheme=self.scheme)

    def _edges(self, link, rank):
        found = []
        for finding in self.findings:
            if finding.kind != link.kind or finding.status is not Status.ACCEPTED:
                continue
            if finding.polarity is not Polarity.AFFIRMED or finding.modality not in CARRIES:
                continue
            if not has_values(finding, link.where):
                continue
            weak = finding.modality is Modality.BELIEVED or link.gives is POSSIBLE
            pairs = product(finding.roles.get(link.start, ()), finding.roles.get(link.to, ()))
            found += [Edge(weak, rank, finding.id, start, to, link.id) for start, to in pairs if start != to]
        return tuple(sorted(found))

    def lasting(self, finding):
        """Say whether a finding fills its dates: a state of affairs does, and so does the absence of an act."""
        return self.codebook.kinds[finding.kind].lasting or finding.polarity is Polarity.NEGATED

    def before(self, finding):
        """Find the last day on which a finding can lie; None when nothing bounds it."""
        if not self.rules.publication_bound:
            return None
        claims = [self.inputs.claims[claim] for claim in finding.claims]
        days = latest_days(self.inputs.sources)
        return bound_of(claims, passages=self.inputs.passages, days=days, fills=self.lasting(finding))

    def voices(self, finding):
        """List the claims that speak for a finding; all of them where they dispute it."""
        claims = [self.inputs.claims[claim] for claim in finding.claims]
        if finding.status is Status.DISPUTED:
            return claims
        return [claim for claim in claims if speaks_for(claim, finding.polarity, finding.modality)]

    def sources(self, claim):
        """List the sources a claim rests on."""
        return {self.inputs.passages[passage].source for passage in claim.passages}


def has_values(finding, wanted):
    """Say whether every variable has one of the categories."""
    return all(set(finding.values.get(variable, ())) & set(categories) for variable, categories in wanted.items())


def excluded(finding, unwanted):
    """Say whether a variable has a category that is ruled out; a dispute with another reading is not."""
    for variable, categories in unwanted.items():
        values = set(finding.values.get(variable, ()))
        open_reading = finding.status is Status.DISPUTED and values - set(categories)
        if values & set(categories) and not open_reading:
            return True
    return False


@dataclass(frozen=True)
class Way:
    """How one finding bears on one row: its path, and whether its target leaves it open."""

    finding: object
    path: object
    is_family_weak: bool


def ways(world, selector, finding, links):
    """List the rows a finding reaches under a selector, each by the best path."""
    if finding.kind != selector.kind or finding.status not in {Status.ACCEPTED, Status.DISPUTED}:
        return {}
    if not has_values(finding, selector.where) or excluded(finding, selector.without):
        return {}
    targets = [actor for role in selector.against for actor in finding.roles.get(role, ()) if actor in world.family]
    if selector.against and not targets:
        return {}
    if any(actor in world.family for role in selector.apart for actor in finding.roles.get(role, ())):
        return {}
    weak = bool(targets) and all(world.family[actor].weak for actor in targets)
    acting = next((finding.roles[role] for role in selector.row if finding.roles.get(role)), ())
    variables = world.codebook.kinds[finding.kind].variables
    passable = [
        link
        for link in links
        if has_values(finding, {v: c for v, c in world.rules.links[link].only.items() if v in variables})
    ]
    found = {}
    for actor in acting:
        for row, path in reach((actor,), passable, edges=world.edges, scheme=world.scheme)[actor].items():
            if row not in found or (bool(path.steps), path.order) < (
                bool(found[row].path.steps),
                found[row].path.order,
            ):
                found[row] = Way(finding, path, weak)
    return found


def placed(world, finding, roles, period):
    """Say how a finding sits in a period, and whether it is dated; the first date role that is given decides."""
    value = next((finding.dates[role] for role in roles if role in finding.dates), None)
    if value is not None:
        return fit(value, period.days, lasting=world.lasting(finding)), value
    bound = world.before(finding)
    is_late = bound is not None and period.days.first > bound
    if world.rules.undated is Undated.IGNORED or is_late:
        return Fit.NO, None
    return Fit.MEETS, None


def lies_elsewhere(world, row, value, period):
    """Say whether a finding lies in another period, because the row did not exist in this one."""
    lives = [life(world.setting.actors[member]) for member in _members(world, row)]
    if any(own.meets(period.days) for own in lives):
        return False
    if value is None:
        return True
    return all(
        any(span.meets(own) for span in spans for own in lives)
        for spans in value.occurrences()
        if any(span.meets(period.days) for span in spans)
    )


def life(actor):
    """Say when an actor may have existed."""
    return DayRange(actor.begins and actor.begins.hull.first, actor.ends and actor.ends.hull.last)


def covers(value, period):
    """Say whether a date surely takes up every day of a period."""
    if value is None:
        return False
    return any(len(spans) == 1 and period.days.is_within(spans[0]) for spans in value.occurrences())


def reference(inputs, measure, rows, columns=None):
    """Work out every cell, without fragility: expected cells by row and period."""
    world = World(inputs)
    across = columns or periods(inputs.setting.window, world.rules.step)
    reached = [
        (selector, finding, ways(world, selector, finding, measure.attribution))
        for selector in (world.rules.selectors[name] for name in measure.selectors)
        for finding in world.findings
    ]
    return {(row, period.label): _cell(world, measure, reached, row, period) for row in rows for period in across}


def _cell(world, measure, reached, row, period):
    support, against, is_denied = {}, set(), False
    for selector, finding, found in reached:
        way = found.get(row)
        sits, value = placed(world, finding, measure.dates, period)
        if way is None or sits is Fit.NO or lies_elsewhere(world, row, value, period):
            continue
        leaves_open = finding.modality not in measure.reported or way.is_family_weak or way.path.weak
        counts = finding.modality in [m for m in selector.modalities or BY_DEFAULT if m in _known(measure)]
        if counts and finding.polarity is selector.polarity:
            is_open = leaves_open or sits is not Fit.INSIDE
            rank = (is_open, way.is_family_weak, bool(way.path.steps), way.path.order)
            held = (rank, finding, is_open, sits is Fit.INSIDE and not way.path.inherited)
            support[finding.id] = min(support.get(finding.id, held), held, key=lambda one: one[0])
        elif not way.path.inherited and speaks_against(selector, finding, counts=counts):
            against.add(finding.id)
            is_plain = counts and not leaves_open and finding.status is Status.ACCEPTED
            is_denied |= is_plain and covers(value, period)
    return _expected(world, measure, (row, period), support, against, is_denied=is_denied)


def _known(measure):
    return (*measure.reported, *measure.possible)


def speaks_against(selector, finding, *, counts):
    """Say whether a finding says that it was not so, or denies what others may say."""
    if finding.polarity is not selector.polarity:
        return counts
    return finding.modality is Modality.DENIED and not counts


def _expected(world, measure, place, support, against, *, is_denied):
    row, period = place
    states = {
        _state(finding, is_open, can_be_denied and is_denied) for _, finding, is_open, can_be_denied in support.values()
    }
    state = next((s for s in (REPORTED, DISPUTED, POSSIBLE) if s in states), _blank(world, measure, row, period))
    voices = [claim for _, finding, *_ in support.values() for claim in world.voices(finding)]
    sources = {source for claim in voices for source in world.sources(claim)}
    return Expected(
        state,
        findings=frozenset(support),
        against=frozenset(against),
        claims=frozenset(claim.id for claim in voices),
        sources=frozenset(sources),
        independent=frozenset(world.independent[source] for source in sources),
        documents=_documents(world, measure, row, period),
    )


def _state(finding, is_open, is_denied):
    if finding.status is Status.DISPUTED or is_denied:
        return DISPUTED
    return POSSIBLE if is_open else REPORTED


def _members(world, row):
    return [row, *(actor for actor, into in world.scheme.into.items() if into == row)]


def _about(world, member):
    return [
        search for search in world.setting.searches if search.counts and (not search.actors or member in search.actors)
    ]


def _kinds(world, measure):
    return {world.rules.selectors[name].kind for name in measure.selectors}


def _blank(world, measure, row, period):
    members = _members(world, row)
    actors = [world.setting.actors[member] for member in members if member in world.setting.actors]
    if actors and not any(lived(actor, period) for actor in actors):
        return CellState.OUTSIDE
    for member in members:
        for kind in _kinds(world, measure):
            for day in days(period):
                if not any(_covers_day(search, kind, day) for search in _about(world, member)):
                    return CellState.NOT_SEARCHED
    return CellState.NONE_FOUND


def lived(actor, period):
    """Say whether an actor may have lived on a day of the period."""
    first = actor.begins.hull.first if actor.begins else None
    last = actor.ends.hull.last if actor.ends else None
    return any((first is None or first <= day) and (last is None or day <= last) for day in days(period))


def days(period):
    """List the days of a period."""
    length = (period.days.last - period.days.first).days + 1
    return [period.days.first + timedelta(days=number) for number in range(length)]


def _covers_day(search, kind, day):
    if search.kinds and kind not in search.kinds:
        return False
    if len(search.covers.spans) > 1 and not search.covers.each:
        return False
    return any((s.first is None or s.first <= day) and (s.last is None or day <= s.last) for s in search.covers.spans)


def _documents(world, measure, row, period):
    kinds = _kinds(world, measure)
    met = {
        search.id: search
        for member in _members(world, row)
        for search in _about(world, member)
        if (not search.kinds or kinds & set(search.kinds)) and any(s.meets(period.days) for s in search.covers.spans)
    }
    numbers = [search.documents for search in met.values() if search.documents is not None]
    listed = {source for search in met.values() if search.documents is None for source in search.sources}
    return sum(numbers) + len(listed) if numbers or listed else None


def without(inputs, lost):
    """Take sources away, with the claims that rest on nothing else and the verdicts that rejected nothing else."""
    left = {}
    for claim in inputs.claims.values():
        passages = tuple(name for name in claim.passages if inputs.passages[name].source not in lost)
        if passages:
            left[claim.id] = replace(claim, passages=passages)
    while True:
        left = {name: replace(claim, **_ties(claim, left)) for name, claim in left.items()}
        idle = {name for name, claim in left.items() if claim.verdict is Verdict.REJECTED and not claim.settles}
        if not idle:
            return replace(inputs, claims=MappingProxyType(left))
        left = {name: claim for name, claim in left.items() if name not in idle}


def _ties(claim, left):
    return {tie: tuple(name for name in getattr(claim, tie) if name in left) for tie in ("supersedes", "settles")}


def by_force(inputs, measure, rows, columns=None):
    """Work out every cell with its fragility, by taking away every set of independent sources, smallest first."""
    base = reference(inputs, measure, rows, columns)
    independent = independent_of(inputs.sources, inputs.setting.rules.independence)
    groups = sorted(set(independent.values()))
    pending = {place for place, cell in base.items() if cell.state.has_evidence}
    found = {}
    for size in range(1, len(groups) + 1):
        for chosen in combinations(groups, size):
            if not pending:
                return _filled(base, found)
            lost = {source for source, stands in independent.items() if stands in chosen}
            after = reference(without(inputs, lost), measure, rows, columns)
            flipped = {place for place in pending if after[place].state is not base[place].state}
            found |= dict.fromkeys(flipped, size)
            pending -= flipped
    return _filled(base, found)


def _filled(base, found):
    return {place: replace(cell, fragility=found.get(place)) for place, cell in base.items()}
