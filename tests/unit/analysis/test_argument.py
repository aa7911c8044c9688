"""Everything a study argues, gathered in one call; what its rules do not declare is empty."""

from dataclasses import replace

from argument_factory import a_descent, a_factor, a_wide_codebook, some_selectors
from factories import a_kinship, a_move, a_speech, some_inputs, some_rules
from riven.analysis.argument import Outcome, argue
from riven.analysis.results import analyse
from riven.analysis.scope import to_scope
from riven.model.argument import Argument

CLAIMS = a_move("move"), a_speech("scold"), a_kinship("split", "moor", "hill", "splinter-of")


def gathered(argument):
    """Gather what the invented study argues, in which the hill is a rival."""
    rules = replace(some_rules(), selectors=some_selectors(), argument=argument)
    given = some_inputs(*CLAIMS, rules=rules, codebook=a_wide_codebook())
    held = analyse(given, effort=0)
    outcome = Outcome(held.findings, held.rivals, held.camps, held.panels)
    return argue(to_scope(held.evidence, given.setting), outcome, given.sources)


def test_parts_that_the_rules_do_not_declare_are_empty():
    """However much the findings would give."""
    held = gathered(Argument())

    assert ((), (), (), ()) == (held.factors, held.stated, held.divergence.coded, held.configurations)
    assert ((), ()) == (held.lineage.events, held.network.slices)
    assert held.ties.frame.is_empty()


def test_factors_are_judged_for_rivals_alone():
    """Over the window and by period."""
    factor = a_factor("holding")

    assert {"hill"} == {verdict.actor for verdict in gathered(Argument(factors={factor.id: factor})).factors}


def test_descent_is_told_where_the_rules_ask_for_it():
    """From the same findings."""
    assert ["f-split"] == [event.finding for event in gathered(a_descent()).lineage.events]


def test_voices_are_counted_whatever_the_rules_argue():
    """They belong to the cells of the panels."""
    held = gathered(Argument())

    assert held.voices
    assert held.shares
