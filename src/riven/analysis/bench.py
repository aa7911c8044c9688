"""A study set up once, so that many alternatives can be tried on it, each only where it can make a difference.

Three sorts of alternative are tried. Other rules ask other questions: a question that is asked as before, of the same
findings along the same links, keeps its answer. Changed findings (a source withdrawn, a date resolved) are subtracted
from counts and added to them, and a verdict is looked at again only where a sort of finding appeared or vanished. A
group left out closes the links through it. Where links change, questions are asked again for the rows that the links
reach; where identity or the focal family changes, everything that turns on it is asked again. All questions of all
alternatives are put to the evidence at once.

The results are those of analysing each alternative from its claims, place by place; a property test holds them equal.
Cost, measured: see `benchmarks/sensitivity.py`.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from riven.analysis.counts import Pair, Register, Sorts, swings
from riven.analysis.inputs import Inputs
from riven.analysis.question import Asked, Question
from riven.analysis.resettling import Change
from riven.analysis.roll import Edges, Keys, Roll, unmarked
from riven.analysis.scope import Scope, Setting, scope_along
from riven.analysis.sensitivity import ARGUED, WHATS, Flip, Further, Place, Results, differences
from riven.analysis.verdicts import Docket, Topic, docket_of, topic
from riven.analysis.worlds import Board, Patch, World
from riven.evidence.attribution import Path, edges_of, reach
from riven.ids import ActorId, ClaimId, RoleId, RuleId
from riven.model.finding import Finding
from riven.model.rule import Rules

Changed = Mapping[Topic, Mapping[int, Sorts]]
Ways = Mapping[ActorId, Mapping[ActorId, Path]]


@dataclass(frozen=True)
class Agenda:
    """What is going to be tried on a study.

    Attributes:
        settings: Other rules and other readings of dates, on the same findings.
        changes: Changes of findings.
        groups: Groups to leave out, each an actor that stands for itself.
    """

    settings: Sequence[Setting] = ()
    changes: Sequence[Change] = ()
    groups: Sequence[ActorId] = ()


@dataclass(frozen=True)
class _Plan:
    """How one alternative is tried.

    Attributes:
        docket: What verdicts turn on.
        keys: Which findings are there.
        fresh: Questions asked of all rows, by topic: their numbers among all questions.
        patched: Questions asked again of some rows: their numbers.
        actors: Actors whose results may differ, besides those in whose cells sorts of findings come or go.
        gone: Actors without results.
    """

    docket: Docket
    keys: Keys
    fresh: Mapping[Topic, int] = field(default_factory=dict)
    patched: Mapping[Topic, int] = field(default_factory=dict)
    actors: frozenset[ActorId] = frozenset()
    gone: frozenset[ActorId] = frozenset()


class Bench:
    """A study with its results, and with everything that is going to be tried on it."""

    def __init__(
        self, inputs: Inputs, findings: Iterable[Finding], agenda: Agenda, *, further: Sequence[Further] = ()
    ) -> None:
        """Set a study up, and put all questions to its evidence.

        Args:
            inputs: The study.
            findings: Everything its claims are settled into, in the order of their evidence.
            agenda: What is going to be tried.
            further: What yields results that follow from others.
        """
        self._setting, self._further = inputs.setting, further
        self._roll = Roll(inputs, findings, agenda.changes)
        self._links = edges_of(self._roll.evidence, self._setting.rules.links.values())
        self._base_ways: dict[tuple[RuleId, ...], Ways] = {}
        self._asked: list[Asked] = []
        self._told_apart: list[bool] = []
        standing = self._roll.standing
        self._docket = docket_of(self._scope(self._setting, self._links, standing))
        fresh = {own: self._ask(self._docket, own) for own in self._docket.questions}
        plan = _Plan(self._docket, standing, fresh)
        self._under = [self._plan_rules(setting) for setting in agenda.settings]
        self._after = [self._plan_change(keys) for keys in self._roll.changes]
        self._without = [self._plan_group(group) for group in agenda.groups]
        rules = [setting.rules for setting in (self._setting, *agenda.settings)]
        self._register = Register(self._roll.evidence, self._roll.findings, _shared(rules))
        self._counts = self._register.counts(self._asked, told_apart=self._told_apart)
        self._standing = self._counts.standing(self._roll.n_standing)
        self._base = World(self._docket, self._boards(plan, {}), standing, self._register)
        self._known_pairs: dict[Place, frozenset[Pair]] = {}
        self._own = {actor: self._base.results(actor) for actor in self._setting.actors}

    @property
    def results(self) -> Results:
        """Every result as it stands, by place."""
        return {**self._plain, **self._solutions}

    def under(self, number: int) -> tuple[Flip, ...]:
        """Try other rules.

        Args:
            number: Number of their setting on the agenda.

        Returns:
            The results that come out otherwise.
        """
        return self._tried(self._under[number], {})

    def after(self, number: int) -> tuple[Flip, ...]:
        """Try a change of findings.

        Args:
            number: Number of the change on the agenda.

        Returns:
            The results that come out otherwise.
        """
        return self._tried(self._after[number], self._changed.get(number, {}))

    def without(self, number: int) -> tuple[Flip, ...]:
        """Try to leave a group out: it has no results, its acts count for nobody, and nothing counts through it.

        What was decided about identity and about the focal family stays.

        Args:
            number: Number of the group on the agenda.

        Returns:
            The results of others that come out otherwise.
        """
        return self._tried(self._without[number], {})

    def _scope(self, setting: Setting, edges: Edges, keys: Keys) -> Scope:
        return scope_along(self._roll.walkable(edges, keys.is_there), self._roll.evidence, setting)

    def _ask(self, docket: Docket, own: Topic, rows: tuple[ActorId, ...] | None = None) -> int:
        """Put a question down to be asked, of some rows or of all."""
        question = docket.questions[own]
        self._asked.append(Asked(docket.scope, question if rows is None else replace(question, rows=rows)))
        self._told_apart.append(own in docket.told_apart)
        return len(self._asked) - 1

    def _plan_rules(self, setting: Setting) -> _Plan:
        links = setting.rules.links
        edges = self._links if links == self._setting.rules.links else edges_of(self._roll.evidence, links.values())
        return self._plan_anew(self._scope(setting, edges, self._roll.standing), self._roll.standing)

    def _plan_anew(self, scope: Scope, keys: Keys) -> _Plan:
        """Plan to ask everything that is not asked as it stands."""
        docket = docket_of(scope)
        fresh = {}
        for own, question in docket.questions.items():
            known = self._docket.questions.get(own)
            is_alike = (own in docket.told_apart) == (own in self._docket.told_apart)
            if known is None or not is_alike or _turns_on(scope, question) != _turns_on(self._docket.scope, known):
                fresh[own] = self._ask(docket, own)
        return _Plan(docket, keys, fresh, actors=frozenset(scope.actors))

    def _plan_change(self, keys: Keys) -> _Plan:
        plan, base = _Plan(self._docket, keys), self._docket.scope
        if self._linking.isdisjoint(keys.touched):
            return plan
        scope = self._scope(self._setting, self._links, keys)
        if unmarked(scope.edges) == base.edges:
            return plan
        if scope.scheme.into != base.scheme.into or scope.scheme.paths != base.scheme.paths:
            return self._plan_anew(scope, keys)
        return self._plan_links(plan, scope)

    def _plan_group(self, group: ActorId) -> _Plan:
        base = self._docket.scope
        out = frozenset(base.scheme.members(group))
        edges = {link: tuple(e for e in held if not out & {e.start, e.to}) for link, held in base.edges.items()}
        plan = _Plan(self._docket, self._roll.standing, actors=out, gone=out)
        return plan if edges == base.edges else self._plan_links(plan, replace(base, edges=edges))

    def _plan_links(self, plan: _Plan, scope: Scope) -> _Plan:
        """Plan to ask again what links that changed can reach; who is who stays."""
        base = self._docket.scope
        is_family = _weak(scope) != _weak(base)
        fresh, patched = {}, {}
        actors = set(scope.actors) if is_family else set(plan.actors)
        walked: dict[tuple[RuleId, ...], Ways] = {}
        docket = replace(self._docket, scope=scope)
        for own, question in self._docket.questions.items():
            if _turns_on(scope, question) == _turns_on(base, question):
                continue
            if is_family and _asks_family(question):
                fresh[own] = self._ask(docket, own)
                continue
            rows = self._reached(scope, question, walked)
            if rows:
                patched[own] = self._ask(docket, own, rows)
                actors |= set(rows)
        return replace(plan, docket=docket, fresh=fresh, patched=patched, actors=frozenset(actors))

    def _reached(self, scope: Scope, question: Question, walked: dict[tuple[RuleId, ...], Ways]) -> tuple[ActorId, ...]:
        """List the rows to which acts come along other paths than before."""
        rows: set[ActorId] = set()
        for links in _open_links(scope, question):
            before, after = _ways(self._docket.scope, links, self._base_ways), _ways(scope, links, walked)
            for actor, ways in after.items():
                if ways != before[actor]:
                    rows |= {row for row in {*ways, *before[actor]} if ways.get(row) != before[actor].get(row)}
        return tuple(row for row in question.rows if row in rows)

    @cached_property
    def _linking(self) -> frozenset[int]:
        return self._roll.keys_of(edge.finding for held in self._links.values() for edge in held)

    @cached_property
    def _changed(self) -> Mapping[int, Changed]:
        """Work out for every change, all at once, the cells in which sorts of findings come or go."""
        topics, first = list(self._docket.questions), self._counts.first
        swung = swings(self._counts, self._roll.touched(), n_questions=len(topics), n_standing=self._roll.n_standing)
        found: dict[int, dict[Topic, dict[int, Sorts]]] = {}
        number = 0
        for change, place, sort, comes in swung.iter_rows():
            if not first[number] <= place < first[number + 1]:
                number = next(n for n in range(len(topics)) if first[n] <= place < first[n + 1])
            own, cell = topics[number], place - first[number]
            cells = found.setdefault(change, {}).setdefault(own, {})
            held = cells[cell] if cell in cells else self._base.boards[own].at(cell)
            cells[cell] = held | {sort} if comes else held - {sort}
        return found

    def _boards(self, plan: _Plan, changed: Changed) -> dict[Topic, Board]:
        boards = {}
        for own in plan.docket.questions:
            if own in plan.fresh:
                boards[own] = Board(self._counts.each[plan.fresh[own]], self._sorts(plan.fresh[own], plan.keys))
                continue
            board = self._base.boards[own]
            board = replace(board, changed=changed[own]) if own in changed else board
            boards[own] = self._patched(board, plan, own) if own in plan.patched else board
        return boards

    def _patched(self, board: Board, plan: _Plan, own: Topic) -> Board:
        number, width = plan.patched[own], self._docket.width(own)
        places = [self._docket.row[actor] for actor in self._asked[number].question.rows]
        cells = {row * width + period: n * width + period for n, row in enumerate(places) for period in range(width)}
        sorts = self._sorts(number, plan.keys)
        changed = {cell: sorts.get(asked, frozenset()) for cell, asked in cells.items()}
        return replace(board, changed={**board.changed, **changed}, patch=Patch(self._counts.each[number], cells))

    def _sorts(self, number: int, keys: Keys) -> Mapping[int, Sorts]:
        if not keys.touched:
            return self._standing[number]
        return self._counts.each[number].sorts(keys.marks(len(self._roll.findings)))

    def _tried(self, plan: _Plan, changed: Changed) -> tuple[Flip, ...]:
        """Compare results: those of actors, then those that follow from them."""
        world = World(plan.docket, self._boards(plan, changed), plan.keys, self._register, plan.gone)
        actors = set(plan.actors)
        for own, cells in changed.items():
            actors |= {self._docket.rows[cell // self._docket.width(own)] for cell in cells}
        before = {place: held for actor in actors for place, held in self._own.get(actor, {}).items()}
        after = {place: held for actor in actors for place, held in world.results(actor).items()}
        if self._moves_focal(plan, changed):  # the factors of every rival may turn on it
            for rival in self._rivals - actors - set(plan.gone):
                found = world.on_focal(rival)
                after |= found
                before |= {place: self._own[rival][place] for place in found}
        compared = {place: held for place, held in before.items() if place.actor not in world.gone}
        flips = sorted(differences(compared, after), key=self._rank(world))
        told = tuple(replace(flip, claims=self._claims(world, flip.place)) for flip in flips)
        if not self._further or not (world.gone or any(flip.what in ARGUED for flip in told)):
            return told
        rest = {place: held for place, held in self._argued.items() if place not in before}
        return told + self._solved(world, rest | {place: after[place] for place in after if place.what in ARGUED}, told)

    def _moves_focal(self, plan: _Plan, changed: Changed) -> bool:
        """Say whether what factors ask about the focal actor may be answered otherwise."""
        focal = self._docket.row[self._docket.scope.focal]
        factors = self._setting.rules.argument.factors.values()
        asked = {topic(held) for factor in factors for held in factor.focal}
        return any(focal in changed.get(own, ()) or own in plan.patched or own in plan.fresh for own in asked)

    def _solved(self, world: World, results: Results, flips: Iterable[Flip]) -> tuple[Flip, ...]:
        """Compare what follows from results."""
        solved = differences(self._solutions, self._following(world.docket.scope.rules, results))
        claims = tuple(dict.fromkeys(claim for flip in flips for claim in flip.claims))
        return tuple(replace(flip, claims=claims) for flip in solved)

    @cached_property
    def _rivals(self) -> frozenset[ActorId]:
        return frozenset(ActorId(place.actor) for place in self._plain if place.what == "camp")

    @cached_property
    def _plain(self) -> Results:
        return {place: held for own in self._own.values() for place, held in own.items()}

    @cached_property
    def _argued(self) -> Results:
        return {place: held for place, held in self._plain.items() if place.what in ARGUED}

    @cached_property
    def _solutions(self) -> Results:
        return self._following(self._setting.rules, self._argued)

    def _following(self, rules: Rules, results: Results) -> Results:
        return {place: held for follow in self._further for place, held in follow(rules, results)}

    def _claims(self, world: World, place: Place) -> tuple[ClaimId, ...]:
        """Name the claims that count otherwise for a result; of a row that comes or goes, those that decide on it."""
        pairs = self._pairs(place) ^ world.pairs(place)
        if not pairs:
            decides = Place("rival", "", place.actor, "")
            pairs = self._pairs(decides) ^ world.pairs(decides)
        return self._roll.claims({key for key, _ in pairs})

    def _pairs(self, place: Place) -> frozenset[Pair]:
        if place not in self._known_pairs:
            self._known_pairs[place] = self._base.pairs(place)
        return self._known_pairs[place]

    def _rank(self, world: World) -> Callable[[Flip], tuple[int, ...]]:
        """Order flips by sort of result, measure, actor and period, as the rules and the study list them."""
        rules = self._setting.rules
        measures = {own: number for number, own in enumerate((*rules.measures, *rules.argument.factors))}
        columns = {period.label: n for n, period in enumerate((*self._docket.columns, *world.docket.columns))}
        return lambda flip: (
            WHATS.index(flip.what),
            measures.get(flip.measure, len(measures)),
            self._place_of[ActorId(flip.actor)],
            columns.get(flip.period, -1),
        )

    @cached_property
    def _place_of(self) -> Mapping[ActorId, int]:
        return {actor: number for number, actor in enumerate(self._setting.actors)}


def _shared(rules: Iterable[Rules]) -> set[RoleId]:
    """Gather the roles that factors compare, under any rules that are tried."""
    factors = (factor for held in rules for factor in held.argument.factors.values())
    return {role for factor in factors for roles in factor.shared.values() for role in roles}


def _ways(scope: Scope, links: tuple[RuleId, ...], known: dict[tuple[RuleId, ...], Ways]) -> Ways:
    if links not in known:
        known[links] = reach(scope.actors, links, edges=scope.edges, scheme=scope.scheme)
    return known[links]


def _turns_on(scope: Scope, question: Question) -> tuple[object, ...]:
    """Gather everything but the evidence on which the answer to a question turns."""
    links = question.attribution
    return (
        question,
        scope.policy,
        scope.rules.undated,
        scope.scheme.into,
        scope.scheme.paths,
        [scope.rules.links[link] for link in links],
        [scope.edges[link] for link in links],
        _weak(scope) if _asks_family(question) else None,
    )


def _asks_family(question: Question) -> bool:
    return any(selector.against or selector.apart for selector in question.selectors)


def _weak(scope: Scope) -> Mapping[ActorId, bool]:
    """Name the focal family, and say of whom it is left open."""
    return {actor: path.weak for actor, path in scope.family.items()}


def _open_links(scope: Scope, question: Question) -> list[tuple[RuleId, ...]]:
    """List the sets of links along which findings of a question may come: conditional ones are open to some."""
    found: list[tuple[RuleId, ...]] = [()]
    for link in question.attribution:
        taken = [(*held, link) for held in found]
        found = [*found, *taken] if scope.rules.links[link].only else taken
    return found
