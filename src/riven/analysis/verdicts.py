"""Verdicts in a word: every result of one actor, decided by the same rules as in full, without the sentences."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from riven.analysis.camps import camp_of
from riven.analysis.conditions import Answer, of_condition
from riven.analysis.counts import Register, Sorts, strongest
from riven.analysis.effort import Blank, blanks
from riven.analysis.factors import case_of, judgement, named_by_group
from riven.analysis.question import Question, of_measure
from riven.analysis.rivals import is_affiliated, is_barred, is_hostile_affiliate, may_have_row
from riven.analysis.scope import Scope
from riven.analysis.sensitivity import Place, rival_word
from riven.dates import Period
from riven.ids import ActorId, MeasureId
from riven.model.argument import FactorRule
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import Measure, Rows, Rules

Topic = tuple[str | tuple[str, ...], ...]
"""Names a question: a measure by its id, a condition by its selectors and its links."""

Sorting = Callable[[Topic, ActorId, int], Sorts]
"""Names the sorts of findings that bear on an actor and a period, by number, under a question."""


@dataclass(frozen=True)
class Docket:
    """Everything that verdicts turn on under one set of rules.

    Attributes:
        scope: The scope.
        rows: Actors that stand for themselves.
        columns: Periods of the measures.
        questions: Questions by topic; each asks about all rows.
        blanks: What cells say without evidence, by measure: a list a row, a blank a period.
        known: Verdicts that were reached already, by the sorts of findings they turn on.
        named: Actors of whom one must be shared, by factor and by the sorts of findings on a group.
    """

    scope: Scope
    rows: tuple[ActorId, ...]
    columns: tuple[Period, ...]
    questions: Mapping[Topic, Question] = field(hash=False)
    blanks: Mapping[MeasureId, list[list[Blank]]] = field(hash=False)
    known: dict[Hashable, str] = field(default_factory=dict, hash=False)
    named: dict[Hashable, frozenset[ActorId] | None] = field(default_factory=dict, hash=False)

    @cached_property
    def row(self) -> Mapping[ActorId, int]:
        """Number of the row of each actor that has one."""
        return {actor: number for number, actor in enumerate(self.rows)}

    @cached_property
    def told_apart(self) -> frozenset[Topic]:
        """Questions whose findings are told apart by the actors they name: factors compare these."""
        factors = [held for held in self.scope.rules.argument.factors.values() if held.shared]
        return frozenset(topic(held) for own in factors for held in (*own.present, *own.focal, *own.absent))

    def width(self, own: Topic) -> int:
        """Number of periods a question asks about."""
        return len(self.questions[own].columns)


def docket_of(scope: Scope) -> Docket:
    """List everything that verdicts turn on.

    Args:
        scope: The scope.

    Returns:
        The docket.
    """
    rows, columns, rules = scope.standing, scope.columns, scope.rules
    questions = {
        topic_of(measure): of_measure(scope, measure, rows=rows, columns=columns) for measure in rules.measures.values()
    }
    whole = (scope.whole,)
    for condition in conditions(rules):
        if topic(condition) not in questions:
            questions[topic(condition)] = of_condition(scope, condition, rows=rows, columns=whole)
    empty = {
        measure.id: blanks(scope, kinds=scope.kinds(measure), rows=rows, columns=columns)
        for measure in rules.measures.values()
    }
    return Docket(scope, rows, columns, questions, empty)


def topic_of(measure: Measure) -> Topic:
    """Name the question a measure asks."""
    return (measure.id,)


def topic(condition: Condition) -> Topic:
    """Name the question a condition asks."""
    return condition.any, condition.attribution


def conditions(rules: Rules) -> Iterator[Condition]:
    """List the conditions of the rival rule, of the camps and of the factors.

    Yields:
        Conditions, some of them more than once.
    """
    yield rules.rival.affiliation
    for camp in rules.camps:
        yield from (*camp.needs, *camp.lacks)
    for factor in rules.argument.factors.values():
        yield from (*factor.present, *factor.focal, *factor.absent)


class Judge:
    """Decides every result of an actor from the sorts of findings that bear on it."""

    def __init__(self, docket: Docket, sorts: Sorting, register: Register) -> None:
        """Prepare to judge.

        Args:
            docket: What verdicts turn on.
            sorts: What the evidence says.
            register: What sorts amount to.
        """
        self._docket, self._sorts, self._register = docket, sorts, register

    def results(self, actor: ActorId) -> Iterator[tuple[Place, str]]:
        """Decide everything about one actor of the study.

        Args:
            actor: The actor.

        Yields:
            Whether it is a rival; of a rival its camp and its factors; its cells in measures it has a row in.
        """
        rules = self._docket.scope.rules
        is_rival = self._is_rival(actor)
        yield Place("rival", "", actor, ""), rival_word(is_rival=is_rival)
        if is_rival:
            yield Place("camp", "", actor, ""), self._camp(actor)
        for measure in rules.measures.values():
            if self._has_row(measure, actor, is_rival=is_rival):
                for period, state in zip(self._docket.columns, self._states(measure, actor), strict=True):
                    yield Place("cell", measure.id, actor, period.label), str(state)
        if is_rival:
            yield from self.factors(actor, rules.argument.factors.values())

    def factors(self, rival: ActorId, rules: Iterable[FactorRule]) -> Iterator[tuple[Place, str]]:
        """Decide factors of a rival.

        Args:
            rival: The rival.
            rules: The factors.

        Yields:
            Judgements.
        """
        for factor in rules:
            yield Place("factor", factor.id, rival, ""), self._judgement(factor, rival)

    def _on(self, condition: Condition, actor: ActorId) -> Sorts:
        return self._sorts(topic(condition), actor, 0) if actor in self._docket.row else frozenset()

    def _to(self, condition: Condition, actor: ActorId) -> Answer:
        return self._register.answer(self._on(condition, actor))

    def _is_rival(self, actor: ActorId) -> bool:
        scope = self._docket.scope
        if actor not in self._docket.row or is_barred(scope, actor):
            return False
        rule = scope.rules.rival
        states = self._states(scope.rules.measures[rule.hostility], actor)
        return is_hostile_affiliate(scope, actor, self._to(rule.affiliation, actor), states)

    def _has_row(self, measure: Measure, actor: ActorId, *, is_rival: bool) -> bool:
        if measure.rows is Rows.ACTORS:
            return actor in self._docket.row
        if is_rival or measure.rows is Rows.RIVALS:
            return is_rival
        scope = self._docket.scope
        affiliation = self._to(scope.rules.rival.affiliation, actor)
        return may_have_row(scope, actor) and is_affiliated(scope, actor, affiliation)

    def _states(self, measure: Measure, actor: ActorId) -> tuple[CellState, ...]:
        empty, own = self._docket.blanks[measure.id][self._docket.row[actor]], topic_of(measure)
        held = (self._register.answer(self._sorts(own, actor, period)) for period in range(len(empty)))
        return tuple(strongest(answer) or blank.state for answer, blank in zip(held, empty, strict=True))

    def _camp(self, actor: ActorId) -> str:
        camps = self._docket.scope.rules.camps
        asked = [held for camp in camps for held in (*camp.needs, *camp.lacks)]
        turns_on = ("camp", *(self._on(held, actor) for held in asked))
        if turns_on not in self._docket.known:
            self._docket.known[turns_on] = camp_of(camps, lambda held: self._to(held, actor))
        return self._docket.known[turns_on]

    def _judgement(self, factor: FactorRule, actor: ActorId) -> str:
        on_group = [self._on(held, actor) for held in (*factor.present, *factor.absent)]
        on_focal = self._on_focal(factor, on_group[: len(factor.present)])
        turns_on = (factor.id, *on_group, *on_focal)
        if turns_on not in self._docket.known:
            of_focal = dict(zip(factor.focal, map(self._register.answer, on_focal), strict=True))
            case = case_of(
                factor, lambda held: self._to(held, actor), of_focal.__getitem__, findings=self._register.shown
            )
            self._docket.known[turns_on] = str(judgement(case))
        return self._docket.known[turns_on]

    def _on_focal(self, factor: FactorRule, present: list[Sorts]) -> list[Sorts]:
        """Name the sorts on the focal actor; where they must share an actor with the group's, only those that may."""
        on_focal = [self._on(held, self._docket.scope.focal) for held in factor.focal]
        roles = factor.shared.get("focal", ())
        if not roles:
            return on_focal
        key = (factor.id, *present)
        if key not in self._docket.named:
            answers = tuple(map(self._register.answer, present))
            self._docket.named[key] = named_by_group(factor, answers, self._register.shown)
        named = self._docket.named[key]
        return on_focal if named is None else [self._register.about(sorts, roles, named) for sorts in on_focal]
