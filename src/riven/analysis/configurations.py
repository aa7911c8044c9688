"""Questions put to configurations of factors: which combinations go with membership in a camp.

The cases are the rivals, the conditions factors, the outcome a camp. A factor that is present scores 1, one that is
absent 0; what holds for some factions only, is disputed or not coded has no score, and every way of settling it is run.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from riven.analysis.camps import UNCLASSIFIED, CampVerdict
from riven.analysis.completions import MOST_DISPUTED, Completions, complete, lasting
from riven.analysis.factors import FactorVerdict
from riven.analysis.qca import Analysis, Solved
from riven.analysis.sensitivity import Place, Results
from riven.analysis.truth_table import Cases, Cutoffs, to_cases
from riven.errors import EvidenceError
from riven.ids import ActorId, RuleId
from riven.model.argument import Judgement, QcaRule
from riven.model.rule import Rules

Scores = Mapping[ActorId, tuple[float | None, ...]]

PARSIMONIOUS = "parsimonious"
SOLUTIONS: Mapping[str, Callable[[Analysis], tuple[Solved, ...]]] = {
    "conservative": lambda analysis: analysis.conservative,
    PARSIMONIOUS: lambda analysis: analysis.parsimonious,
}
"""How the models of each solution are read off an analysis."""

_SCORES = {Judgement.PRESENT: 1.0, Judgement.ABSENT: 0.0}


@dataclass(frozen=True, slots=True)
class Configuration:
    """What the cases say to one question.

    Attributes:
        rule: The question.
        scores: Scores by rival: the conditions in the order of the rule, then the outcome; None where there is none.
        completions: The analysis under every way of settling missing scores; None where it could not be run.
        refusal: Why it could not be run, in plain words; empty when it was.
    """

    rule: QcaRule
    scores: Mapping[ActorId, tuple[float | None, ...]]
    completions: Completions | None
    refusal: str


def configure(
    rules: Iterable[QcaRule], verdicts: Iterable[FactorVerdict], camps: Iterable[CampVerdict], *, whole: str
) -> tuple[Configuration, ...]:
    """Put every question of the rules to the rivals of a study.

    Args:
        rules: The questions.
        verdicts: Verdicts on factors, of the rivals at least.
        camps: A verdict on every rival; an unclassified one has no score on the outcome.
        whole: Label of the window as a whole: only verdicts over it count.

    Returns:
        One answer a question.
    """
    judged = {(held.actor, held.factor): held.judgement for held in verdicts if held.period == whole}
    placed = {verdict.actor: verdict.camp for verdict in camps}
    return tuple(_configuration(rule, _scores(rule, judged, placed)) for rule in rules)


def solutions(rules: Rules, results: Results) -> Iterator[tuple[Place, str]]:
    """Say what every question comes to, given results on factors and camps (a `Further` of sensitivity).

    Args:
        rules: The rules.
        results: Results by place.

    Yields:
        A place a question and solution, with the models that hold in every way of settling missing scores.
    """
    if not rules.argument.configurations:
        return
    judged = {
        (ActorId(place.actor), RuleId(place.measure)): Judgement(held)
        for place, held in results.items()
        if place.what == "factor"
    }
    placed = {ActorId(place.actor): held for place, held in results.items() if place.what == "camp"}
    for rule in rules.argument.configurations.values():
        scores = _scores(rule, judged, placed)
        for solution in SOLUTIONS:
            yield Place("solution", f"{rule.id} {solution}", "", ""), _in_a_word(rule, scores, solution)


def _in_a_word(rule: QcaRule, scores: Scores, solution: str) -> str:
    if not scores or sum(score is None for row in scores.values() for score in row) > MOST_DISPUTED:
        return "not run"
    try:
        kept = lasting(_cases(rule, scores), _cutoffs(rule), is_parsimonious=solution == PARSIMONIOUS)
    except EvidenceError:
        return "not run"
    return " or ".join(kept) if kept else "no model"


def _scores(rule: QcaRule, judged: Mapping[tuple[ActorId, RuleId], Judgement], camps: Mapping[ActorId, str]) -> Scores:
    scores: dict[ActorId, tuple[float | None, ...]] = {}
    for actor, camp in camps.items():
        conditions = [_SCORES.get(judged.get((actor, name), Judgement.NOT_CODED)) for name in rule.conditions]
        outcome = None if camp == UNCLASSIFIED else float(camp == rule.camp)
        scores[actor] = (*conditions, outcome)
    return scores


def _cases(rule: QcaRule, scores: Scores) -> Cases:
    rows = {str(actor): row for actor, row in scores.items()}
    return to_cases(rows, conditions=rule.conditions, outcome=rule.camp)


def _cutoffs(rule: QcaRule) -> Cutoffs:
    return Cutoffs(frequency=rule.frequency, consistency=rule.consistency / 100)


def _configuration(rule: QcaRule, scores: Scores) -> Configuration:
    if not scores:
        return Configuration(rule, scores, None, "There is no rival, so there is nothing to compare.")
    try:
        done = complete(_cases(rule, scores), _cutoffs(rule))
    except EvidenceError as error:
        return Configuration(rule, scores, None, str(error))
    return Configuration(rule, scores, done, "")
