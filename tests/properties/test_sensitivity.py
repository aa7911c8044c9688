"""Alternatives tried only where they can make a difference give what analysing each from its claims gives."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factories import ANY, a_claim, a_measure
from random_studies import LINKS, NAMES, SOURCES, a_random_study, some_random_rules
from riven.analysis.bench import Agenda, Bench
from riven.analysis.camps import judge_camps
from riven.analysis.factors import judge_factors
from riven.analysis.inputs import settled
from riven.analysis.panels import panel
from riven.analysis.resettling import Change, Records, Restated, Withdrawal
from riven.analysis.results import groups
from riven.analysis.rivals import judge_rivals
from riven.analysis.sensitivity import Place, differences, rival_word
from riven.analysis.timing import DatePolicy
from riven.dates import Step
from riven.evidence.withdrawal import without_claims, without_passages
from riven.model.argument import Argument, FactorRule
from riven.model.condition import Condition
from riven.model.panel import CellState
from riven.model.rule import Rows

STATES = [ANY, (CellState.REPORTED,), (CellState.REPORTED, CellState.POSSIBLE, CellState.DISPUTED)]


def a_random_condition(rng, most=2):
    """Choose selectors, links and strengths."""
    return Condition(tuple(rng.sample(NAMES, rng.randint(1, most))), rng.choice(STATES), tuple(rng.sample(LINKS, 2)))


def a_random_factor(rng, number):
    """Choose what a factor turns on."""
    return FactorRule(
        f"factor-{number}",
        "Factor",
        "A factor.",
        present=tuple(a_random_condition(rng) for _ in range(rng.randint(1, 2))),
        focal=tuple(a_random_condition(rng) for _ in range(rng.randrange(2))),
        absent=tuple(a_random_condition(rng) for _ in range(rng.randrange(2))),
        partial=tuple(rng.sample(LINKS, rng.randrange(2))),
        shared=rng.choice([{}, {}, {"present": "at", "absent": "at", "focal": "at"}]),
    )


def some_verdict_rules(rng):
    """Choose rules under which everything a verdict can turn on comes up."""
    rules = some_random_rules(rng, [Step.YEAR])
    scolded = replace(
        rules.measures["scolded"],
        rows=rng.choice([Rows.ACTORS, Rows.AFFILIATED, Rows.AFFILIATED]),
        selectors=("scolding", *rng.sample(NAMES[1:], rng.randrange(3))),
    )
    left = a_measure(
        "left", rng.choice(NAMES), Rows.RIVALS, "published happened", attribution=tuple(rng.sample(LINKS, 2))
    )
    return replace(
        rules,
        measures={"scolded": scolded, "left": left},
        family=rng.choice([(), ("parent-of-focal", "leader-of-group"), ("part-of-group",)]),
        rival=replace(rules.rival, affiliation=a_random_condition(rng, most=6), minimum=rng.choice([1, 1, 1, 2])),
        camps=tuple(
            replace(camp, needs=(a_random_condition(rng),), lacks=tuple(a_random_condition(rng) for _ in camp.lacks))
            for camp in rules.camps
        ),
        argument=Argument(factors={f"factor-{number}": a_random_factor(rng, number) for number in range(2)}),
    )


@st.composite
def some_studies(draw):
    """Build a small study with rules that decide rivals, camps and factors; fewer claims are simpler."""
    size, rng = draw(st.integers(0, 20)), draw(st.randoms(use_true_random=True))
    return a_random_study(rng, size, some_verdict_rules(rng)), rng


def concluded(scope, findings):
    """Work every result out in full."""
    frames = {measure.id: panel(scope, measure, rows=scope.standing) for measure in scope.rules.measures.values()}
    rivals = judge_rivals(scope, frames[scope.rules.rival.hostility])
    held = [verdict.actor for verdict in rivals if verdict.rival]
    camps = judge_camps(scope, held, findings=findings)
    found = {Place("rival", "", verdict.actor, ""): rival_word(is_rival=verdict.rival) for verdict in rivals}
    found |= {Place("camp", "", camp.actor, ""): camp.camp for camp in camps}
    for measure in scope.rules.measures.values():
        rows = {actor for _, actors in groups(scope, measure, rivals, camps) for actor in actors}
        cells = frames[measure.id].cells.select("actor", "period", "state").iter_rows()
        found |= {Place("cell", measure.id, actor, period): state for actor, period, state in cells if actor in rows}
    for verdict in judge_factors(scope, held, findings=findings):
        if verdict.period == scope.whole.label:
            found[Place("factor", verdict.factor, verdict.actor, "")] = str(verdict.judgement)
    return found


def in_full(inputs):
    """Analyse a study from its claims."""
    held = settled(inputs)
    return concluded(held.scope, held.findings)


def told(flips):
    """Flips without the claims they rest on, in any order."""
    return {(flip.place, flip.before, flip.after) for flip in flips}


@given(some_studies())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_other_rules_are_tried_as_if_the_study_had_been_made_with_them(drawn) -> None:
    """Questions that are asked as before keep their answers, and nothing else does."""
    inputs, rng = drawn
    setting, other = inputs.setting, some_verdict_rules(rng)
    rules = replace(setting.rules, **{name: getattr(other, name) for name in rng.choice(PARTS)})
    changed = [replace(setting, rules=rules), *(replace(setting, policy=policy) for policy in DatePolicy)]
    bench, before = Bench(inputs, settled(inputs).findings.values(), Agenda(changed)), in_full(inputs)
    assert before == bench.results
    for number, other in enumerate(changed):
        expected = differences(before, in_full(replace(inputs, setting=other)))
        assert told(expected) == told(bench.under(number))


PARTS = [
    ("rollup",),
    ("measures",),
    ("rival",),
    ("camps", "argument"),
    ("family",),
    ("undated",),
    ("measures", "rival", "camps", "argument", "family", "rollup", "undated"),
]


@given(some_studies())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_what_is_withdrawn_is_taken_out_as_if_it_had_never_been_read(drawn) -> None:
    """Only acts that rest on it are settled again, and only what they reach is looked at again."""
    inputs, _ = drawn
    findings = settled(inputs).findings
    records = Records(inputs, findings.values())
    passages = [{f"p-{source.id}"} for source in SOURCES] + [{"p-s1", "p-copy"}, {"p-copy", "p-s4"}]
    coded = [{claim.id for claim in inputs.claims.values() if claim.coder == coder} for coder in ("ann", "bob", "bot")]
    changes = [records.without(Withdrawal(passages=frozenset(held))) for held in passages]
    changes += [records.without(Withdrawal(claims=frozenset(held))) for held in coded]
    left = [without_passages(inputs.claims, held) for held in passages]
    left += [without_claims(inputs.claims, held) for held in coded]
    bench, before = Bench(inputs, findings.values(), Agenda(changes=changes)), in_full(inputs)
    for number, claims in enumerate(left):
        expected = differences(before, in_full(replace(inputs, claims=claims)))
        assert told(expected) == told(bench.after(number))


@given(some_studies())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_a_group_that_is_left_out_carries_nothing_to_others(drawn) -> None:
    """Its results are gone, its acts count for nobody, and who is who stays as it was decided."""
    inputs, _ = drawn
    held = settled(inputs)
    agenda = Agenda(groups=held.scope.standing)
    bench, before = Bench(inputs, held.findings.values(), agenda), concluded(held.scope, held.findings)
    for number, actor in enumerate(held.scope.standing):
        out = set(held.scope.scheme.members(actor))
        edges = {
            link: tuple(edge for edge in edges if not out & {edge.start, edge.to})
            for link, edges in held.scope.edges.items()
        }
        after = concluded(replace(held.scope, edges=edges), held.findings)
        kept = [{place: own for place, own in results.items() if place.actor not in out} for results in (before, after)]
        assert told(differences(*kept)) == told(bench.without(number))


@given(some_studies())
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_a_resolved_date_counts_as_if_the_finding_had_it(drawn) -> None:
    """The date of a finding is replaced, and everything follows from that."""
    inputs, rng = drawn
    held = settled(inputs)
    if not held.findings:
        return
    finding = rng.choice(list(held.findings.values()))
    dates = {
        role: value
        for own in a_claim("x", date="published=2015-03 happened=2016").dates.items()
        for role, value in [own]
    }
    dated = replace(finding, dates={role: stated.value for role, stated in dates.items()})
    change = Change((finding.id,), (Restated(dated, inputs.claims),))
    bench = Bench(inputs, held.findings.values(), Agenda(changes=[change]))
    again = Bench(inputs, [dated if own is finding else own for own in held.findings.values()], Agenda())
    assert told(differences(bench.results, again.results)) == told(bench.after(0))
