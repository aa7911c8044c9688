"""Tests of `riven.analysis.placing`: many questions put at once give what each gives alone."""

from dataclasses import replace

from factories import NEGATED, a_kinship, a_measure, a_scope, a_selector, a_speech, some_rules
from riven.analysis.placing import Side, aims, place
from riven.analysis.question import Asked, of_measure
from riven.analysis.timing import DatePolicy
from riven.model.claim import Modality

ROWS = ("hill", "moor")
CLAIMS = (a_speech("a"), a_speech("b", "moor", date="published=2014/2015"), a_kinship("k", "moor", "hill", "part-of"))


def some_asked(*measures, scope=None, rows=ROWS):
    """Put measures in one scope."""
    held = scope or a_scope(*CLAIMS)
    return [Asked(held, of_measure(held, measure, rows=rows, columns=held.columns)) for measure in measures]


def placed(asked):
    """Place findings: number of the question, side, row, period and how the finding came."""
    found = place(asked)
    rows = (
        found.frame.sort("asker", "row", "period", "key").select("asker", "side", "row", "period", "path").iter_rows()
    )
    return [
        (asker, Side(side).name, asked[asker].question.rows[row], period, bool(found.paths[path].steps))
        for asker, side, row, period, path in rows
    ]


def test_each_question_has_its_own_rows_and_links():
    """What counts along a link under one question does not under another."""
    alone, along = a_measure(), a_measure(attribution=("part-of-group",))
    found = placed(some_asked(alone, along))
    assert [
        (0, "SUPPORTS", "hill", 1, False),
        (0, "SUPPORTS", "moor", 0, False),
        (0, "SUPPORTS", "moor", 1, False),
    ] == [line for line in found if line[0] == 0]
    assert (1, "SUPPORTS", "hill", 0, True) in found


def test_questions_put_together_give_what_each_gives_alone():
    """Sharing is for speed only."""
    measures = a_measure(), a_measure(attribution=("part-of-group",)), a_measure(dates="made")
    asked = some_asked(*measures)
    together = placed(asked)
    apart = [(number, *line[1:]) for number, one in enumerate(asked) for line in placed([one])]
    assert apart == together


def test_questions_in_scopes_with_other_readings_of_dates_keep_them_apart():
    """Strict drops what is open, generous takes it for certain."""
    scope = a_scope(*CLAIMS)
    asked = [
        Asked(replace(scope, policy=policy), of_measure(scope, a_measure(), rows=ROWS, columns=scope.columns))
        for policy in (DatePolicy.OPEN, DatePolicy.STRICT, DatePolicy.GENEROUS)
    ]
    found = place(asked).frame
    doubts = [found.filter(asker=number).sort("row", "period")["doubt"].to_list() for number in range(3)]
    assert [3, 1, 3] == [len(held) for held in doubts]
    assert any(doubts[0])
    assert not any(doubts[1] + doubts[2])


def test_what_says_that_it_was_not_so_does_not_travel_along_links():
    """A part that denies speaks for itself."""
    claims = a_speech("a", "moor", polarity=NEGATED), a_kinship("k", "moor", "hill", "part-of")
    found = placed(some_asked(a_measure(attribution=("part-of-group",)), scope=a_scope(*claims)))
    assert [(0, "NEGATES", "moor", 1, False)] == found


def test_nothing_that_fits_is_an_empty_answer():
    """With the columns of any other."""
    found = place(some_asked(a_measure(selectors="moving"), scope=a_scope(a_speech("a"))))
    assert found.frame.is_empty()
    assert "doubt" in found.frame.columns


def test_denials_are_asked_for_apart_unless_they_count():
    """A selector that counts them takes them as saying so."""
    plain, denying = a_measure(), a_measure(reported=(Modality.DENIED,))
    held = some_rules().selectors["scolding"]
    scope = a_scope()
    sides = [
        [aim.side for aim in aims(of_measure(scope, measure, rows=ROWS, columns=scope.columns), selector)]
        for measure, selector in (
            (plain, held),
            (denying, a_selector("denying", "speech", "who", modalities=(Modality.DENIED,))),
        )
    ]
    assert [[Side.SUPPORTS, Side.NEGATES, Side.DENIES], [Side.SUPPORTS, Side.NEGATES]] == sides
