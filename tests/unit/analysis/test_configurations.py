"""Questions put to configurations of factors: cases from rivals, scores from verdicts."""

from riven.analysis.camps import UNCLASSIFIED, CampVerdict
from riven.analysis.configurations import configure
from riven.analysis.factors import FactorVerdict
from riven.model.argument import Judgement, QcaRule

RULE = QcaRule("why", "Why divided?", "divided", ("turf", "faith"))
PRESENT, ABSENT, OPEN = Judgement.PRESENT, Judgement.ABSENT, Judgement.NOT_CODED


def a_verdict(actor, factor, judgement, period="all"):
    """Judge a factor of a group."""
    return FactorVerdict(factor, actor, period, judgement, False, (), (), (), (), "")


def a_camp(actor, camp):
    """Put a group in a camp."""
    return CampVerdict(actor, camp, actor, "", (), ())


def asked(judgements, camps):
    """Put the question to groups given as (turf, faith) and camp."""
    verdicts = [
        a_verdict(actor, factor, judged)
        for actor, pair in judgements.items()
        for factor, judged in zip(RULE.conditions, pair, strict=True)
    ]
    (answer,) = configure([RULE], verdicts, [a_camp(*item) for item in camps.items()], whole="all")
    return answer


def test_present_and_absent_are_scores_and_the_camp_is_the_outcome() -> None:
    """The model that sets the camps apart is found."""
    answer = asked({"hill": (PRESENT, ABSENT), "moor": (ABSENT, ABSENT)}, {"hill": "divided", "moor": "opposed"})
    (run,) = answer.completions.each

    assert {"hill": (1.0, 0.0, 1.0), "moor": (0.0, 0.0, 0.0)} == dict(answer.scores)
    assert ["turf"] == [model.written for model in run.analysis.parsimonious]


def test_what_is_not_settled_is_run_every_way() -> None:
    """Some factions, disputed and not coded have no score, and none is guessed."""
    answer = asked(
        {"hill": (PRESENT, Judgement.SOME_FACTIONS), "moor": (Judgement.DISPUTED, OPEN)},
        {"hill": "divided", "moor": UNCLASSIFIED},
    )

    assert ((1.0, None, 1.0), (None, None, None)) == (answer.scores["hill"], answer.scores["moor"])
    assert 2**4 == len(answer.completions.each)


def test_only_verdicts_over_the_whole_window_count() -> None:
    """A year's verdict is no score."""
    verdicts = [a_verdict("hill", "turf", PRESENT, "2015")]
    (answer,) = configure([RULE], verdicts, [a_camp("hill", "divided")], whole="all")

    assert (None, None, 1.0) == answer.scores["hill"]


def test_a_study_without_rivals_says_so() -> None:
    """In words, not as an empty table."""
    answer = asked({}, {})

    assert (None, "There is no rival, so there is nothing to compare.") == (answer.completions, answer.refusal)


def test_too_many_open_scores_are_refused_with_what_to_do() -> None:
    """Rather than run for hours, or guessed."""
    groups = {f"g{number}": (OPEN, OPEN) for number in range(6)}
    answer = asked(groups, dict.fromkeys(groups, "divided"))

    assert answer.completions is None
    assert "12 scores are disputed" in answer.refusal
