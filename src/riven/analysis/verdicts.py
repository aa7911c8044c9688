"""Verdicts in a word: every result of one actor, decided by the same rules as in full, without the sentences."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from riven.analysis.camps import camp_of
from riven.analysis.conditions import Answer, of_condition
from riven.analysis.counts import strongest
from riven.analysis.effort import Blank, blanks
from riven.analysis.factors import case_of, judgement
from riven.analysis.question import Question, of_measure
from riven.analysis.rivals import is_affiliated, is_barred, is_hostile_affiliate, may_have_row
from riven.analysis.scope import Scope
from riven.analysis.sensitivity import Place, rival_word
from riven.ids import ActorId, FindingId, MeasureId
from riven.model.argument import FactorRule
from riven.model.condition import Condition
from riven.model.finding import Finding
from riven.model.panel import CellState
from riven.model.rule import Measure, Rows, Rules

Topic = tuple[str | tuple[str, ...], ...]
"""Names a question: a measure by its id, a condition by its selectors and its links."""

Answers = Callable[[Topic, ActorId, int], Answer]
"""What the evidence says to a question about an actor in a period, by number."""


@dataclass(frozen=True)
class Docket:
    """Everything that verdicts turn on under one set of rules.

    Attributes:
        scope: The scope.
        questions: Questions by topic; the rows of each are all actors that stand for themselves.
        blanks: What cells say without evidence, by measure: a list a row, a blank a period.
    """

    scope: Scope
    questions: Mapping[Topic, Question] = field(hash=False)
    blanks: Mapping[MeasureId, list[list[Blank]]] = field(hash=False)

    @property
    def rows(self) -> tuple[ActorId, ...]:
        """Actors that stand for themselves."""
        return self.scope.standing


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
    for condition in conditions(rules):
        if topic(condition) not in questions:
            questions[topic(condition)] = of_condition(scope, condition, rows=rows, columns=(scope.whole,))
    empty = {
        measure.id: blanks(scope, kinds=scope.kinds(measure), rows=rows, columns=columns)
        for measure in rules.measures.values()
    }
    return Docket(scope, questions, empty)


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
    """Decides every result of an actor from answers."""

    def __init__(self, docket: Docket, answers: Answers, findings: Mapping[FindingId, Finding]) -> None:
        """Prepare to judge.

        Args:
            docket: What verdicts turn on.
            answers: What the evidence says.
            findings: Findings by id, those that answers name.
        """
        self._docket, self._answers, self._findings = docket, answers, findings
        self._row = {actor: number for number, actor in enumerate(docket.rows)}

    def results(self, actor: ActorId) -> Iterator[tuple[Place, str]]:
        """Decide everything about one actor of the study.

        Args:
            actor: The actor.

        Yields:
            Whether it is a rival; of a rival its camp and its factors; its cells in measures it has a row in.
        """
        scope = self._docket.scope
        is_rival = self._is_rival(actor)
        yield Place("rival", "", actor, ""), rival_word(is_rival=is_rival)
        if is_rival:
            yield Place("camp", "", actor, ""), camp_of(scope.rules.camps, lambda held: self._to(held, actor))
        for measure in scope.rules.measures.values():
            if self._has_row(measure, actor, is_rival=is_rival):
                for period, state in zip(scope.columns, self._states(measure, actor), strict=True):
                    yield Place("cell", measure.id, actor, period.label), str(state)
        if is_rival:
            for factor in scope.rules.argument.factors.values():
                yield Place("factor", factor.id, actor, ""), str(self._judgement(factor, actor))

    def _to(self, condition: Condition, actor: ActorId) -> Answer:
        return self._answers(topic(condition), actor, 0) if actor in self._row else Answer()

    def _is_rival(self, actor: ActorId) -> bool:
        scope = self._docket.scope
        if actor not in self._row or is_barred(scope, actor):
            return False
        rule = scope.rules.rival
        states = self._states(scope.rules.measures[rule.hostility], actor)
        return is_hostile_affiliate(scope, actor, self._to(rule.affiliation, actor), states)

    def _has_row(self, measure: Measure, actor: ActorId, *, is_rival: bool) -> bool:
        if measure.rows is Rows.ACTORS:
            return actor in self._row
        if is_rival or measure.rows is Rows.RIVALS:
            return is_rival
        scope = self._docket.scope
        affiliation = self._to(scope.rules.rival.affiliation, actor)
        return may_have_row(scope, actor) and is_affiliated(scope, actor, affiliation)

    def _states(self, measure: Measure, actor: ActorId) -> tuple[CellState, ...]:
        empty = self._docket.blanks[measure.id][self._row[actor]]
        answers = [self._answers(topic_of(measure), actor, period) for period in range(len(empty))]
        return tuple(strongest(answer) or blank.state for answer, blank in zip(answers, empty, strict=True))

    def _judgement(self, factor: FactorRule, actor: ActorId) -> str:
        focal = self._docket.scope.focal
        case = case_of(
            factor, lambda held: self._to(held, actor), lambda held: self._to(held, focal), findings=self._findings
        )
        return str(judgement(case))
