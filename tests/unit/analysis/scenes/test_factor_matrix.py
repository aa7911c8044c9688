"""Factors derived beside factors stated."""

from dataclasses import replace
from types import SimpleNamespace

from argument_factory import a_factor
from factories import a_scope, some_rules
from riven.analysis.argument import Outcome
from riven.analysis.camps import CampVerdict
from riven.analysis.factors import FactorVerdict, StatedFactor
from riven.analysis.scenes.factor_matrix import (
    NO_FACTORS,
    NO_RIVALS,
    alternative,
    caption,
    factor_matrix,
    judgement_words,
    rows,
)
from riven.analysis.scenes.matrix import Agreement
from riven.model.argument import Argument, Judgement

WHOLE = "2014–2017"


def a_scene(*pairs, rivals=("hill",), factors=True):
    """A matrix of one factor; each pair is what is derived and what is stated about a rival, None for no rule."""
    rule = a_factor("scolding")
    rules = replace(some_rules(), argument=Argument(factors={"turf": rule} if factors else {}))
    camps = tuple(CampVerdict(rival, "unclassified", rival.title(), "", (), ()) for rival in rivals)
    verdicts, stated = [], []
    for rival, (derived, said) in zip(rivals, pairs, strict=False):
        found = (("f-1",), ("f-2",), ("c-1",), ("c-2",))
        verdict = FactorVerdict("turf", rival, WHOLE, derived, True, *found, "Why.")
        verdicts += [verdict, replace(verdict, period="2014", judgement=Judgement.DISPUTED)]
        if said is not None:
            stated.append(StatedFactor("turf", rival, verdict, said, ("f-2", "f-3"), ("c-3",), None, "How."))
    argued = SimpleNamespace(factors=tuple(verdicts), stated=tuple(stated))
    return factor_matrix(a_scope(rules=rules), Outcome({}, (), camps, {}), argued)


def test_agreement_tells_who_says_something_and_whether_it_is_the_same() -> None:
    """What is not coded neither agrees nor differs."""
    pairs = {
        (Judgement.PRESENT, Judgement.PRESENT): Agreement.SAME,
        (Judgement.PRESENT, Judgement.ABSENT): Agreement.DIFFERENT,
        (Judgement.PRESENT, Judgement.NOT_CODED): Agreement.ONLY_DERIVED,
        (Judgement.PRESENT, None): Agreement.ONLY_DERIVED,
        (Judgement.NOT_CODED, Judgement.ABSENT): Agreement.ONLY_STATED,
        (Judgement.NOT_CODED, Judgement.NOT_CODED): Agreement.NEITHER,
    }

    assert pairs == {pair: a_scene(pair).marks[0].agreement for pair in pairs}


def test_a_mark_takes_the_window_as_a_whole_and_names_all_its_evidence_once() -> None:
    """For it, against it, and what authors state."""
    (mark,) = a_scene((Judgement.PRESENT, Judgement.ABSENT)).marks

    assert (Judgement.PRESENT, Judgement.ABSENT, True) == (mark.derived, mark.stated, mark.is_open)
    assert ("f-1", "f-2", "f-3") == mark.findings
    assert ("c-1", "c-2", "c-3") == mark.claims
    assert mark.sentence.endswith("derived present, open; authors state which differs: absent.")


def test_the_caption_counts_how_often_the_two_agree() -> None:
    """And says where authors are not asked."""
    scene = a_scene((Judgement.PRESENT, Judgement.ABSENT))

    assert "Of 1 judgement, both say the same in 0 and differ in 1" in caption(scene)
    assert "do not ask what authors state" in caption(a_scene((Judgement.PRESENT, None)))
    assert "not thereby absent" in caption(a_scene((Judgement.NOT_CODED, None)))


def test_without_factors_or_rivals_only_a_sentence_is_left() -> None:
    """An honest empty state."""
    assert (NO_FACTORS, ()) == (a_scene(rivals=("hill",), factors=False).sentence, a_scene(factors=False).marks)
    assert NO_RIVALS == a_scene(rivals=()).sentence
    assert NO_RIVALS in alternative(a_scene(rivals=()))


def test_the_data_file_has_a_row_a_rival_and_factor() -> None:
    """In the words of the rules."""
    (row,) = rows(a_scene((Judgement.SOME_FACTIONS, None)))

    assert ("hill", "some_factions", None, "only_derived") == (
        row["actor"],
        row["derived"],
        row["stated"],
        row["agreement"],
    )
    assert "some factions" == judgement_words(Judgement.SOME_FACTIONS)
