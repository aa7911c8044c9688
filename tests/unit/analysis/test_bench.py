"""Tests of `riven.analysis.bench`: one alternative at a time, on a study small enough to follow.

That alternatives give what analysing each from its claims gives is held by `tests/properties/test_sensitivity.py`.
"""

from dataclasses import replace

from factories import a_bond, a_move, a_speech, some_inputs, some_rules
from riven.analysis.bench import Agenda, Bench
from riven.analysis.inputs import settled
from riven.analysis.resettling import Records, Withdrawal
from riven.analysis.sensitivity import NO_ROW, Place
from riven.analysis.timing import DatePolicy

OPEN = {"date": "published=2015/2016"}


def a_bench(*claims, changes=(), settings=(), groups=(), further=()):
    """Set a study up; changes are sets of claims withdrawn, settings change the one in force."""
    inputs = some_inputs(*claims)
    findings = list(settled(inputs).findings.values())
    records = Records(inputs, findings)
    agenda = Agenda(
        [change(inputs.setting) for change in settings],
        [records.without(Withdrawal(claims=frozenset(held))) for held in changes],
        groups,
    )
    return Bench(inputs, findings, agenda, further=further)


def told(flips):
    """Write flips short."""
    return [(flip.what, flip.actor, flip.before, flip.after) for flip in flips if flip.after != NO_ROW]


def test_an_alternative_that_changes_nothing_flips_nothing():
    """The same rules once more."""
    bench = a_bench(a_move("m"), a_speech("s"), settings=[lambda setting: setting])
    assert () == bench.under(0)
    assert "rival" == bench.results[Place("rival", "", "hill", "")]


def test_another_reading_of_dates_flips_what_they_leave_open():
    """And the claims that count otherwise are named."""
    strict, generous = (lambda s, p=policy: replace(s, policy=p) for policy in (DatePolicy.STRICT, DatePolicy.GENEROUS))
    bench = a_bench(a_move("m"), a_speech("sure"), a_speech("open", **OPEN), settings=[strict, generous])
    assert [("cell", "hill", "possible", "not_searched")] == told(bench.under(0))
    assert [("cell", "hill", "possible", "reported")] == told(bench.under(1))
    assert {("open",)} == {flip.claims for flip in bench.under(1)}


def test_a_withdrawn_claim_takes_its_results_along():
    """The rival falls with the only hostility there is, and its row with it."""
    bench = a_bench(a_move("m"), a_speech("s"), changes=[{"s"}, {"m"}])
    assert ("rival", "hill", "rival", "no rival") == told(bench.after(0))[0]
    assert [("rival", "hill", "rival", "no rival")] == told(bench.after(1))
    assert {NO_ROW} == {flip.after for flip in bench.after(1)[1:]}


def test_a_link_that_goes_takes_what_came_along_it():
    """The leader still speaks, but for himself."""
    claims = a_move("m"), a_speech("own", date="published=2014"), a_speech("led", "chief"), a_bond("b", "chief", "hill")
    bench = a_bench(*claims, changes=[{"b"}])
    assert [("cell", "hill", "reported", "not_searched")] == told(bench.after(0))


def test_a_group_left_out_has_no_results_and_carries_nothing():
    """Its own results are not told as flips."""
    bench = a_bench(a_move("m"), a_speech("s"), a_move("n", "moor"), a_speech("t", "moor"), groups=("hill", "moor"))
    assert ((), ()) == (bench.without(0), bench.without(1))


def test_what_follows_from_results_flips_with_them():
    """A further result is handed camps and factors, and names the claims behind those that flipped."""

    def tally(rules, results):
        number = sum(place.what == "camp" for place in results)
        yield Place("solution", f"camps of {rules.id}", "", ""), str(number)

    bench = a_bench(a_move("m"), a_speech("s"), changes=[{"s"}], further=(tally,))
    last = bench.after(0)[-1]
    assert ("solution", "1", "0", ("s",)) == (last.what, last.before, last.after, last.claims)


def test_rules_that_ask_for_something_else_are_asked_anew():
    """Praise is no scolding."""
    rules = some_rules()
    other = replace(rules.measures["scolded"], selectors=("praise",))

    def praising(setting):
        return replace(setting, rules=replace(setting.rules, measures={**setting.rules.measures, "scolded": other}))

    bench = a_bench(a_move("m"), a_speech("s"), settings=[praising])
    assert ("rival", "hill", "rival", "no rival") in told(bench.under(0))
