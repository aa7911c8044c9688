"""A study set up once, so that many alternatives can be tried on it, each only where it can make a difference.

Three sorts of alternative are tried. Other rules ask other questions: a question that is asked as before, of the same
findings along the same links, keeps its answer. Changed findings (a source withdrawn, a date resolved) are subtracted
from counts and added to them, and a verdict is looked at again only where a sort of finding appeared or vanished. A
group left out closes the links through it. Where links change, questions are asked again for the rows that the links
reach; where identity or the focal family changes, everything is asked again.

The results are those of analysing each alternative from its claims, place by place; a property test holds them equal.
Cost, measured: see `benchmarks/sensitivity.py`.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import polars as pl

from riven.analysis.counts import Register, Sorts, Tally, swings
from riven.analysis.inputs import Inputs
from riven.analysis.question import Question
from riven.analysis.resettling import Change
from riven.analysis.roll import Edges, Keys, Roll, unmarked
from riven.analysis.scope import Scope, Setting, scope_along
from riven.analysis.sensitivity import WHATS, Flip, Further, Place, Results, differences
from riven.analysis.verdicts import Topic, docket_of
from riven.analysis.weighing import weigh
from riven.analysis.worlds import Board, World
from riven.evidence.attribution import Path, edges_of, reach
from riven.ids import ActorId, ClaimId, RuleId
from riven.model.finding import Finding
from riven.model.rule import Rules

Changed = Mapping[Topic, Mapping[int, Sorts]]


@dataclass(frozen=True)
class Trial:
    """What an alternative makes of a study.

    Attributes:
        world: The study under the alternative.
        actors: Whose results may differ.
    """

    world: World
    actors: Collection[ActorId]


class Bench:
    """A study with its results, and with everything announced that is going to be tried on it."""

    def __init__(
        self,
        inputs: Inputs,
        findings: Iterable[Finding],
        *,
        changes: Sequence[Change] = (),
        further: Sequence[Further] = (),
    ) -> None:
        """Set a study up.

        Args:
            inputs: The study.
            findings: Everything its claims are settled into, in the order of their evidence.
            changes: Changes of findings that are going to be tried.
            further: What yields results that follow from others.
        """
        self._setting, self._further = inputs.setting, further
        self._roll = Roll(inputs, findings, changes)
        factors = self._setting.rules.argument.factors.values()
        shared = {role for factor in factors for roles in factor.shared.values() for role in roles}
        self._register = Register(self._roll.evidence, self._roll.findings, shared)
        self._links = edges_of(self._roll.evidence, self._setting.rules.links.values())
        standing = self._roll.standing
        self._base = self._world(self._scope(self._setting, self._links, standing), standing, known=None)
        self._own = {actor: self._base.results(actor) for actor in self._setting.actors}
        self._base_ways: dict[tuple[RuleId, ...], Mapping[ActorId, Mapping[ActorId, Path]]] = {}

    @property
    def results(self) -> Results:
        """Every result as it stands, by place."""
        return {**self._plain, **self._solutions}

    @property
    def scope(self) -> Scope:
        """Who counts as whom, as it stands."""
        return self._base.docket.scope

    def under(self, setting: Setting) -> tuple[Flip, ...]:
        """Try other rules on the same findings.

        Args:
            setting: The setting with its rules.

        Returns:
            The results that come out otherwise.
        """
        links = setting.rules.links
        edges = self._links if links == self._setting.rules.links else edges_of(self._roll.evidence, links.values())
        scope = self._scope(setting, edges, self._roll.standing)
        return self._flips(Trial(self._world(scope, self._roll.standing, known=self._base), setting.actors))

    def changed(self, number: int) -> tuple[Flip, ...]:
        """Try a change of findings.

        Args:
            number: Number of the change among those announced.

        Returns:
            The results that come out otherwise.
        """
        keys, base = self._roll.changes[number], self._base.docket.scope
        trial = self._with_counts(self._changed.get(number, {}), keys)
        if self._is_linking.isdisjoint(keys.going | keys.coming):
            return self._flips(trial)
        scope = self._scope(self._setting, self._links, keys)
        if unmarked(scope.edges) == base.edges:
            return self._flips(trial)
        if scope.scheme.into != base.scheme.into or scope.scheme.paths != base.scheme.paths:
            return self._flips(Trial(self._world(scope, keys, known=self._base), self._setting.actors))
        return self._flips(self._with_links(trial, scope, keys))

    def without_group(self, group: ActorId) -> tuple[Flip, ...]:
        """Try to leave a group out: it has no results, its acts count for nobody, and nothing counts through it.

        What was decided about identity and about the focal family stays.

        Args:
            group: An actor that stands for itself.

        Returns:
            The results of others that come out otherwise.
        """
        base = self._base.docket.scope
        out = set(base.scheme.members(group))
        edges = {link: tuple(e for e in held if not out & {e.start, e.to}) for link, held in base.edges.items()}
        trial = Trial(replace(self._base, gone=out), out)
        if edges != base.edges:
            trial = self._with_links(trial, replace(base, edges=edges), self._roll.standing)
        return self._flips(trial)

    def _scope(self, setting: Setting, edges: Edges, keys: Keys) -> Scope:
        return scope_along(self._roll.walkable(edges, keys.is_there), self._roll.evidence, setting)

    def _world(self, scope: Scope, keys: Keys, *, known: World | None) -> World:
        """Ask everything, but what is asked as in a known world of the same findings."""
        docket = docket_of(scope)
        boards = {}
        for own, question in docket.questions.items():
            asked = None if known is None else known.docket.questions.get(own)
            if known is None or asked is None or _turns_on(scope, question) != _turns_on(known.docket.scope, asked):
                boards[own] = self._board(scope, question, keys)
            elif keys == self._roll.standing:
                boards[own] = known.boards[own]
            else:
                tally = known.boards[own].tally
                boards[own] = Board(tally, tally.sorts(keys.is_there))
        return World(docket, boards, keys.is_there, self._register)

    def _board(self, scope: Scope, question: Question, keys: Keys) -> Board:
        tally = self._register.tally(weigh(scope, question), question)
        return Board(tally, tally.sorts(keys.is_there))

    @cached_property
    def _is_linking(self) -> frozenset[int]:
        return self._roll.keys_of(edge.finding for held in self._links.values() for edge in held)

    @cached_property
    def _changed(self) -> Mapping[int, Changed]:
        """Work out for every change, all at once, the cells in which sorts of findings come or go."""
        boards = self._base.boards
        topics = list(boards)
        tallies = [board.tally for board in boards.values()]
        swung = swings(tallies, self._roll.touched(), n_standing=self._roll.n_standing)
        found: dict[int, dict[Topic, dict[int, Sorts]]] = {}
        for change, number, cell, sort, comes in swung.iter_rows():
            own = topics[number]
            cells = found.setdefault(change, {}).setdefault(own, {})
            held = cells[cell] if cell in cells else boards[own].at(cell)
            cells[cell] = held | {sort} if comes else held - {sort}
        return found

    def _with_counts(self, changed: Changed, keys: Keys) -> Trial:
        """Change the counts where sorts of findings come or go."""
        boards = {
            own: replace(board, changed=changed[own]) if own in changed else board
            for own, board in self._base.boards.items()
        }
        rows = self._base.docket.rows
        actors = {rows[cell // self._width(own)] for own, cells in changed.items() for cell in cells}
        return Trial(replace(self._base, boards=boards, is_there=keys.is_there), actors)

    def _with_links(self, trial: Trial, scope: Scope, keys: Keys) -> Trial:
        """Ask again what links that changed can reach; who is who stays."""
        base = self._base.docket
        actors = set(trial.actors)
        if _weak(scope) != _weak(base.scope):
            actors |= set(self._setting.actors)
        boards = dict(trial.world.boards)
        for own, question in base.questions.items():
            if _turns_on(scope, question) == _turns_on(base.scope, question):
                continue
            if _weak(scope) != _weak(base.scope) and _asks_family(question):
                boards[own] = self._board(scope, question, keys)
                continue
            rows = self._reached(scope, question)
            if rows:
                boards[own] = self._patched(boards[own], scope, replace(question, rows=rows), keys)
                actors |= set(rows)
        docket = replace(base, scope=scope)
        return Trial(replace(trial.world, docket=docket, boards=boards, is_there=keys.is_there), actors)

    def _reached(self, scope: Scope, question: Question) -> tuple[ActorId, ...]:
        """List the rows to which acts come along other paths than before."""
        rows: set[ActorId] = set()
        for links in _open_links(scope, question):
            before, after = self._ways(self._base.docket.scope, links), self._ways(scope, links)
            for actor, ways in after.items():
                if ways != before[actor]:
                    rows |= {row for row in {*ways, *before[actor]} if ways.get(row) != before[actor].get(row)}
        return tuple(row for row in question.rows if row in rows)

    def _ways(self, scope: Scope, links: tuple[RuleId, ...]) -> Mapping[ActorId, Mapping[ActorId, Path]]:
        if scope is not self._base.docket.scope:
            return reach(scope.actors, links, edges=scope.edges, scheme=scope.scheme)
        if links not in self._base_ways:
            self._base_ways[links] = reach(scope.actors, links, edges=scope.edges, scheme=scope.scheme)
        return self._base_ways[links]

    def _patched(self, board: Board, scope: Scope, question: Question, keys: Keys) -> Board:
        """Ask a question again for some rows."""
        width, row = len(question.columns), self._base.row
        asked = self._register.tally(weigh(scope, question), question).frame
        places = pl.Series([row[actor] for actor in question.rows], dtype=pl.Int64)
        cell = places.gather(asked["cell"] // width) * width + asked["cell"] % width
        patch = Tally(asked.with_columns(cell=cell))
        cells = frozenset(place * width + period for place in places for period in range(width))
        sorts = dict.fromkeys(cells, frozenset[int]()) | patch.sorts(keys.is_there)
        return replace(board, changed={**board.changed, **sorts}, patch=patch, patched=cells)

    def _width(self, own: Topic) -> int:
        return len(self._base.docket.questions[own].columns)

    def _flips(self, trial: Trial) -> tuple[Flip, ...]:
        """Compare results: those of actors, then those that follow from them."""
        world, actors = trial.world, set(trial.actors)
        if self._base.docket.scope.focal in actors:  # the factors of every rival may turn on it
            actors |= {ActorId(place.actor) for place in self._plain if place.what == "camp"}
        before: dict[Place, str] = {}
        after: dict[Place, str] = {}
        for actor in actors:
            own, other = self._own.get(actor, {}), world.results(actor)
            before |= own
            after |= other
        compared = {place: held for place, held in before.items() if place.actor not in world.gone}
        flips = sorted(differences(compared, after), key=self._rank(world))
        told = tuple(replace(flip, claims=self._claims(world, flip.place)) for flip in flips)
        if not self._further or not (told or world.gone):
            return told
        rest = {place: held for place, held in self._plain.items() if place not in before}
        return told + self._solved(world, rest | after, told)

    def _solved(self, world: World, results: Results, flips: Iterable[Flip]) -> tuple[Flip, ...]:
        """Compare what follows from results."""
        solved = differences(self._solutions, self._following(world.docket.scope.rules, results))
        claims = tuple(dict.fromkeys(claim for flip in flips for claim in flip.claims))
        return tuple(replace(flip, claims=claims) for flip in solved)

    @cached_property
    def _plain(self) -> Results:
        return {place: held for own in self._own.values() for place, held in own.items()}

    @cached_property
    def _solutions(self) -> Results:
        return self._following(self._setting.rules, self._plain)

    def _following(self, rules: Rules, results: Results) -> Results:
        return {place: held for follow in self._further for place, held in follow(rules, results)}

    def _claims(self, world: World, place: Place) -> tuple[ClaimId, ...]:
        """Name the claims that count otherwise for a result; of a row that comes or goes, those that decide on it."""
        pairs = self._base.pairs(place) ^ world.pairs(place)
        if not pairs:
            decides = Place("rival", "", place.actor, "")
            pairs = self._base.pairs(decides) ^ world.pairs(decides)
        return self._roll.claims({key for key, _ in pairs})

    def _rank(self, world: World) -> Callable[[Flip], tuple[int, ...]]:
        """Order flips by sort of result, measure, actor and period, as the rules and the study list them."""
        rules = self._setting.rules
        measures = {own: number for number, own in enumerate((*rules.measures, *rules.argument.factors))}
        actors = {actor: number for number, actor in enumerate(self._setting.actors)}
        labels = [*self._base.docket.scope.columns, *world.docket.scope.columns]
        columns = {period.label: number for number, period in enumerate(labels)}
        return lambda flip: (
            WHATS.index(flip.what),
            measures.get(flip.measure, len(measures)),
            actors[ActorId(flip.actor)],
            columns.get(flip.period, -1),
        )


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
    links = question.attribution
    found: list[tuple[RuleId, ...]] = [()]
    for link in links:
        taken = [(*held, link) for held in found]
        found = [*found, *taken] if scope.rules.links[link].only else taken
    return found
