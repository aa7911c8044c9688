"""Properties of the statistics that hold for every set of cases, network, forecast and range of days."""

from itertools import combinations, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from riven.analysis.balance import split_by_sign, to_signed_graph, triads, walk_balance
from riven.analysis.completions import complete
from riven.analysis.distance import Scale, Variable, gower, jaccard
from riven.analysis.frustration import Effort, frustration
from riven.analysis.minimise import Term, prime_implicants, smallest_covers
from riven.analysis.qca import analyse
from riven.analysis.scoring import score
from riven.analysis.survival import turnbull
from riven.analysis.truth_table import Cutoffs, to_cases

ACTORS = "abcdefg"
PAIRS = list(combinations(ACTORS, 2))

tables = st.lists(st.sampled_from("10?"), min_size=8, max_size=8)
memberships = st.sampled_from([0.0, 0.1, 0.3, 0.49, 0.51, 0.7, 0.95, 1.0])
fuzzy_rows = st.lists(st.tuples(memberships, memberships, memberships, memberships), min_size=1, max_size=8)
networks = st.dictionaries(st.sampled_from(PAIRS), st.sampled_from([1, -1]), max_size=len(PAIRS)).map(
    lambda ties: to_signed_graph(ACTORS, [(*pair, sign) for pair, sign in ties.items()])
)
codes = st.one_of(st.none(), st.frozensets(st.sampled_from("xyz")))
forecasts = st.lists(st.tuples(st.sampled_from([0.0, 0.1, 0.25, 0.6, 0.9, 1.0]), st.sampled_from([0, 1, None])))
day_ranges = st.lists(
    st.tuples(st.integers(0, 20), st.integers(0, 8), st.booleans()).map(
        lambda drawn: (drawn[0], None if drawn[2] else drawn[0] + drawn[1])
    ),
    min_size=1,
    max_size=10,
)


def rows_of(outputs, sign):
    return {number for number, output in enumerate(outputs) if output == sign}


@given(tables)
def test_every_cover_covers_all_rows_and_nothing_that_contradicts(outputs):
    """Whatever rows show the outcome, lack it or were never observed."""
    present, absent, free = (rows_of(outputs, sign) for sign in "10?")
    for model in smallest_covers(prime_implicants(present, free, width=3), present):
        assert all(any(term.covers(row) for term in model) for row in present)
        assert not any(term.covers(row) for term in model for row in absent)


@given(tables)
def test_prime_implicants_are_those_found_by_trying_every_term(outputs):
    """All 27 terms over three conditions: the valid ones that cannot lose a condition."""
    present, absent, free = (rows_of(outputs, sign) for sign in "10?")
    every = [Term(value, left) for left in range(8) for value in range(8) if not value & left]
    valid = [term for term in every if not any(term.covers(row) for row in absent)]
    largest = {
        term
        for term in valid
        if not any(
            term != other and term.open | other.open == other.open and other.covers(term.value) for other in valid
        )
    }
    expected = {term for term in largest if any(term.covers(row) for row in present)}
    assert expected == set(prime_implicants(present, free, width=3))


@given(tables)
def test_no_smaller_cover_exists_and_none_of_the_smallest_is_missed(outputs):
    """Every combination of prime implicants is tried."""
    present, free = rows_of(outputs, "1"), rows_of(outputs, "?")
    primes = prime_implicants(present, free, width=3)
    covers = [
        set(chosen)
        for size in range(1, len(present) + 1)
        for chosen in combinations(primes, size)
        if all(any(term.covers(row) for term in chosen) for row in present)
    ]
    fewest = min(map(len, covers), default=0)
    expected = {frozenset(cover) for cover in covers if len(cover) == fewest}
    assert expected == {frozenset(model) for model in smallest_covers(primes, present)}


@given(fuzzy_rows, st.randoms(use_true_random=False))
def test_the_order_of_cases_changes_no_model_and_no_fit(rows, random):
    """Cases have names, not places."""
    named = {f"c{number}": row for number, row in enumerate(rows)}
    shuffled = dict(random.sample(list(named.items()), len(named)))
    found, again = (
        analyse(to_cases(some, conditions="ABC", outcome="Y"), Cutoffs(consistency=0.75)) for some in (named, shuffled)
    )
    for one, other in ((found.conservative, again.conservative), (found.parsimonious, again.parsimonious)):
        assert [model.written for model in one] == [model.written for model in other]
        assert [model.fit for model in one] == [model.fit for model in other]
    assert found.needs == again.needs


@given(fuzzy_rows)
def test_fit_stays_within_its_bounds_and_unique_coverage_within_the_raw(rows):
    """Shares are shares."""
    named = {f"c{number}": row for number, row in enumerate(rows)}
    found = analyse(to_cases(named, conditions="ABC", outcome="Y"), Cutoffs(consistency=0.75))
    for model in found.parsimonious:
        assert all(0 <= value <= 1 for value in (model.fit.consistency, model.fit.coverage) if value is not None)
        for part in model.parts:
            if part.unique is not None:
                assert -1e-9 <= part.unique <= part.fit.coverage + 1e-9


@given(st.lists(st.tuples(*[st.sampled_from([0, 1, None])] * 3), min_size=1, max_size=3))
def test_every_completion_is_an_analysis_of_settled_cases(rows):
    """Two to the power of the disputed scores, and nobody holds more often than that."""
    named = {f"c{number}": row for number, row in enumerate(rows)}
    found = complete(to_cases(named, conditions="AB", outcome="Y"), Cutoffs(consistency=1.0))
    assert 2 ** len(found.disputed) == len(found.each) == len({run.scores for run in found.each})
    standings = (*found.models(lambda run: run.parsimonious), *found.terms(lambda run: run.conservative))
    assert all(0 < standing.held <= standing.of == len(found.each) for standing in standings)


@given(networks)
def test_the_frustration_index_is_that_of_the_best_of_all_partitions(graph):
    """By enumeration and by MaxSAT, with the partition to show for it."""
    every = (dict(zip(ACTORS, camps, strict=True)) for camps in product((0, 1), repeat=len(ACTORS)))
    best = min(len(split_by_sign(graph, camps)) for camps in every)
    for effort in (Effort(), Effort(enumerated=0)):
        found = frustration(graph, effort=effort)
        assert (best, best) == (found.upper, found.lower)
        assert found.frustrated == split_by_sign(graph, found.camps)


@given(networks)
def test_three_camps_are_solved_exactly(graph):
    """Against all partitions into three."""
    every = (dict(zip(ACTORS, camps, strict=True)) for camps in product((0, 1, 2), repeat=len(ACTORS)))
    best = min(len(split_by_sign(graph, camps)) for camps in every)
    found = frustration(graph, camps=3)
    assert (best, best) == (found.upper, found.lower)


@given(networks)
def test_a_search_never_falls_below_the_index_nor_its_lower_bound_above(graph):
    """What is labelled a bound is one."""
    exact = frustration(graph).upper
    searched = frustration(graph, effort=Effort(enumerated=0, conflicts=0, restarts=2))
    assert searched.lower <= exact <= searched.upper


@given(networks, st.sampled_from(ACTORS))
def test_turning_all_ties_of_one_actor_changes_neither_balance_nor_frustration(graph, actor):
    """Switching equivalence: signs of cycles stay."""
    turned = to_signed_graph(ACTORS, [(*pair, -sign if actor in pair else sign) for pair, sign in graph.ties.items()])
    assert frustration(graph).upper == frustration(turned).upper
    assert triads(graph).balanced == triads(turned).balanced


@given(st.lists(st.sampled_from([0, 1]), min_size=7, max_size=7), st.sets(st.sampled_from(PAIRS)))
def test_two_camps_at_odds_are_balanced_by_every_measure(camps, pairs):
    """Friends inside, enemies across."""
    camp = dict(zip(ACTORS, camps, strict=True))
    graph = to_signed_graph(ACTORS, [(a, b, 1 if camp[a] == camp[b] else -1) for a, b in pairs])
    assert 0 == frustration(graph).upper
    assert triads(graph).balanced in {1.0, None}
    assert walk_balance(graph) in {1.0, None}


@given(networks)
def test_triads_are_those_of_all_triples(graph):
    """Counted by trying every three actors."""
    counts = [0, 0, 0, 0]
    for triple in combinations(ACTORS, 3):
        signs = [graph.ties.get(pair) for pair in combinations(triple, 2)]
        if None not in signs:
            counts[signs.count(-1)] += 1
    found = triads(graph)
    assert counts == [found.all_friends, found.common_friend, found.common_enemy, found.all_enemies]


@given(codes, codes)
def test_jaccard_is_a_symmetric_share(one, other):
    """Between 0 and 1, or undefined either way round."""
    found = jaccard(one, other)
    assert found == jaccard(other, one)
    assert found is None or 0 <= found <= 1


@given(
    st.lists(
        st.tuples(
            st.one_of(st.none(), st.sampled_from("pq")),
            st.one_of(st.none(), st.integers(-5, 5)),
            st.one_of(st.none(), st.sampled_from([0, 1])),
            codes,
        ),
        min_size=2,
        max_size=6,
    ),
    st.randoms(use_true_random=False),
)
def test_distances_are_symmetric_bounded_and_follow_the_actors(rows, random):
    """Whatever is missing, and in whatever order actors come."""

    def distances(order):
        columns = zip(*(rows[place] for place in order), strict=True)
        scales = (Scale.NOMINAL, Scale.INTERVAL, Scale.ASYMMETRIC, Scale.SET)
        return gower([Variable(scale, scale, tuple(values)) for scale, values in zip(scales, columns, strict=True)])

    found = distances(range(len(rows))).total
    order = random.sample(range(len(rows)), len(rows))
    assert np.array_equal(found, found.T, equal_nan=True)
    assert np.nanmax(found, initial=0) <= 1 + 1e-12
    assert np.nanmin(found, initial=0) >= 0
    assert np.allclose(distances(order).total, found[np.ix_(order, order)], equal_nan=True)


@given(forecasts)
def test_the_parts_of_the_brier_score_add_up(stated):
    """Reliability minus resolution plus uncertainty."""
    found = score(stated)
    assert len(stated) == found.n_resolved + found.n_open
    if found.brier is not None:
        assert abs(found.brier - (found.reliability - found.resolution + found.uncertainty)) < 1e-9
        assert 0 <= found.brier <= 1
        assert found.resolution <= found.uncertainty + 1e-9


@given(day_ranges, st.integers(-300, 300))
def test_probability_over_days_sums_to_one_and_moves_with_the_calendar(ranges, shift):
    """Counting days from another date changes nothing else."""
    found = turnbull(ranges).masses
    assert abs(sum(mass.probability for mass in found) - 1) < 1e-6
    moved = turnbull([(first + shift, None if last is None else last + shift) for first, last in ranges]).masses
    assert [mass.probability for mass in found] == [mass.probability for mass in moved]
    assert [mass.first + shift for mass in found] == [mass.first for mass in moved]


@given(day_ranges)
def test_probability_lies_only_where_some_case_may_lie(ranges):
    """Every innermost range is inside a case's range, and every case meets one."""

    def inside(mass, case):
        return case[0] <= mass.first and (case[1] is None or (mass.last is not None and mass.last <= case[1]))

    masses = turnbull(ranges).masses
    assert all(any(inside(mass, case) for case in ranges) for mass in masses)
    assert all(any(inside(mass, case) for mass in masses) for case in ranges)
