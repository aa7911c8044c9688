"""Boolean minimisation: prime implicants, all smallest covers, and honest limits."""

import pytest

from riven.analysis.minimise import MOST_CONDITIONS, Term, prime_implicants, smallest_covers
from riven.errors import EvidenceError

ABC = ("A", "B", "C")


def written(terms, conditions=ABC):
    return [term.written(conditions) for term in terms]


def test_a_term_is_written_as_the_field_writes_it() -> None:
    """The first condition is the highest bit; an open one is not written."""
    assert ["A*~C", "~A*~B*~C", "1"] == written([Term(0b100, 0b010), Term(0, 0), Term(0, 0b111)])


def test_a_term_covers_the_rows_that_agree_with_it() -> None:
    """Open bits do not matter."""
    assert [4, 6] == [row for row in range(8) if Term(0b100, 0b010).covers(row)]


def test_rows_that_differ_in_one_condition_are_joined() -> None:
    """A*B*~C and A*B*C make A*B."""
    assert ["A*B"] == written(prime_implicants({6, 7}, (), width=3))


def test_free_rows_shorten_terms_but_need_no_cover() -> None:
    """With all other combinations with A unobserved, A alone is enough."""
    assert ["A"] == written(prime_implicants({7}, {4, 5, 6}, width=3))


def test_a_term_that_only_covers_free_rows_is_no_implicant() -> None:
    """It would explain nothing that was seen."""
    assert ["A*B*C"] == written(prime_implicants({7}, {0}, width=3))


def test_rows_without_any_opposite_reduce_to_everything() -> None:
    """When no combination lacks the outcome, no condition is left."""
    assert ["1"] == written(prime_implicants({0, 1}, {2, 3}, width=2), ("A", "B"))


def test_nothing_to_cover_has_no_implicant_and_no_cover() -> None:
    """An outcome nobody has gets no model, not an empty one."""
    assert ((), ()) == (prime_implicants((), {1, 2}, width=3), smallest_covers((), ()))


def test_a_row_no_term_covers_leaves_no_cover() -> None:
    """Half a cover would hide the row."""
    assert () == smallest_covers([Term(0b111, 0)], {7, 0})


def test_all_covers_of_the_cyclic_chart_are_found() -> None:
    """The textbook example of a chart without an essential term: two covers of three terms."""
    rows = {0, 1, 2, 5, 6, 7}
    primes = prime_implicants(rows, (), width=3)
    assert 6 == len(primes)
    assert [["A*B", "~A*~C", "~B*C"], ["A*C", "B*~C", "~A*~B"]] == sorted(
        sorted(written(cover)) for cover in smallest_covers(primes, rows)
    )


def test_more_conditions_than_can_be_minimised_exactly_are_refused() -> None:
    """The message says how many there may be and what to do."""
    with pytest.raises(EvidenceError, match=f"at most {MOST_CONDITIONS} can be minimised exactly. Leave conditions"):
        prime_implicants({1}, (), width=MOST_CONDITIONS + 1)


def test_more_models_than_anyone_could_read_are_refused() -> None:
    """Twelve pairs of interchangeable terms make 4,096 models, thirteen 8,192."""
    twins = [Term(place, extra) for place in range(0, 26, 2) for extra in (0, 1)]
    with pytest.raises(EvidenceError, match="More than 5000 models fit these rows equally well"):
        smallest_covers(twins, range(0, 26, 2))
    assert 4096 == len(smallest_covers(twins[:24], range(0, 24, 2)))
