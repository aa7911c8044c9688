"""Questions put to configurations of factors: which combinations go with membership in a camp.

The cases are the rivals, the conditions factors, the outcome a camp. A factor that is present scores 1, one that is
absent 0; what holds for some factions only, is disputed or not coded has no score, and every way of settling it is run.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from riven.analysis.camps import UNCLASSIFIED, CampVerdict
from riven.analysis.completions import Completions, complete
from riven.analysis.factors import FactorVerdict
from riven.analysis.truth_table import Cutoffs, to_cases
from riven.errors import EvidenceError
from riven.ids import ActorId, RuleId
from riven.model.argument import Judgement, QcaRule

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
    held = tuple(camps)
    return tuple(_configuration(rule, judged, held) for rule in rules)


def _configuration(
    rule: QcaRule, judged: Mapping[tuple[ActorId, RuleId], Judgement], camps: Iterable[CampVerdict]
) -> Configuration:
    scores: dict[ActorId, tuple[float | None, ...]] = {}
    for verdict in camps:
        conditions = [_SCORES.get(judged.get((verdict.actor, name), Judgement.NOT_CODED)) for name in rule.conditions]
        outcome = None if verdict.camp == UNCLASSIFIED else float(verdict.camp == rule.camp)
        scores[verdict.actor] = (*conditions, outcome)
    if not scores:
        return Configuration(rule, scores, None, "There is no rival, so there is nothing to compare.")
    try:
        cases = to_cases(
            {str(actor): row for actor, row in scores.items()}, conditions=rule.conditions, outcome=rule.camp
        )
        done = complete(cases, Cutoffs(frequency=rule.frequency, consistency=rule.consistency / 100))
    except EvidenceError as error:
        return Configuration(rule, scores, None, str(error))
    return Configuration(rule, scores, done, "")
