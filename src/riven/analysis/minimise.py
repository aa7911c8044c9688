"""Boolean minimisation, exact: prime implicants by Quine and McCluskey, and every smallest cover of the rows.

Rows of a truth table are numbers: the first condition is the highest bit. A term is a number and a mask of the bits
it leaves open. Nothing here is heuristic, and ties are all returned, because a tie is a result of its own.

Cost: up to 3 to the power of the conditions. 5 conditions take under a millisecond, 10 a fifth of a second, 12 four.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from riven.errors import EvidenceError

MOST_CONDITIONS = 12
MOST_MODELS = 5000


@dataclass(frozen=True, order=True, slots=True)
class Term:
    """A conjunction of conditions and negated conditions.

    Attributes:
        value: The bits of the conditions named: 1 present, 0 absent; 0 where a condition is left open.
        open: The bits of the conditions the term does not name.
    """

    value: int
    open: int

    def covers(self, row: int) -> bool:
        """Say whether a row of the truth table lies in the term."""
        return row & ~self.open == self.value

    def literals(self, conditions: Sequence[str]) -> tuple[tuple[str, bool], ...]:
        """Name the conditions of the term, each with whether it is present.

        Args:
            conditions: Names of all conditions, the highest bit first.

        Returns:
            Pairs in the order of the conditions; empty for the term that holds everywhere.
        """
        places = zip(conditions, reversed(range(len(conditions))), strict=True)
        return tuple((name, bool(self.value >> bit & 1)) for name, bit in places if not self.open >> bit & 1)

    def written(self, conditions: Sequence[str]) -> str:
        """Write the term the way the field does, as in `DEV*~URB`; `1` for the term that holds everywhere."""
        return "*".join(name if present else f"~{name}" for name, present in self.literals(conditions)) or "1"


Model = tuple[Term, ...]


def prime_implicants(rows: Iterable[int], free: Iterable[int], *, width: int) -> tuple[Term, ...]:
    """Find every term that covers some row, none outside rows and free rows, and cannot lose a condition.

    Args:
        rows: Rows that have to be covered.
        free: Rows that may be covered (remainders, for the parsimonious solution).
        width: Number of conditions.

    Returns:
        The prime implicants that cover at least one row, fewest conditions first, then by value.

    Raises:
        EvidenceError: More conditions than can be minimised exactly.

    Source:
        Quine (1952), American Mathematical Monthly 59; McCluskey (1956), Bell System Technical Journal 35.
    """
    if width > MOST_CONDITIONS:
        what = f"{width} conditions make {2**width} rows; at most {MOST_CONDITIONS} can be minimised exactly."
        raise EvidenceError(f"{what} Leave conditions out, or join some into one.")
    wanted = frozenset(rows)
    level = {(row, 0) for row in wanted.union(free)}
    primes: set[tuple[int, int]] = set()
    while level:
        joined, used = _join(level, width)
        primes |= level - used
        level = joined
    terms = (Term(*prime) for prime in primes)
    useful = (term for term in terms if any(term.covers(row) for row in wanted))
    return tuple(sorted(useful, key=lambda term: (-term.open.bit_count(), -term.value, term.open)))


def _join(level: set[tuple[int, int]], width: int) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """Join all pairs of terms that differ in one bit; name the terms that went into a pair."""
    joined: set[tuple[int, int]] = set()
    used: set[tuple[int, int]] = set()
    bits = [1 << place for place in range(width)]
    for value, left_open in level:
        for bit in bits:
            other = (value | bit, left_open)
            if not (value | left_open) & bit and other in level:
                joined.add((value, left_open | bit))
                used.update(((value, left_open), other))
    return joined, used


def smallest_covers(primes: Sequence[Term], rows: Iterable[int]) -> tuple[Model, ...]:
    """Find every set of terms that covers all rows with as few terms as possible.

    Args:
        primes: The terms to choose from.
        rows: Rows that have to be covered.

    Returns:
        All covers with the smallest number of terms, terms in the order of `primes`; no cover when there is no row,
        or when some row lies in no term. More than one is model ambiguity: the data cannot tell them apart. Terms are
        counted, not their conditions, as R's QCA does by default.

    Raises:
        EvidenceError: So many covers fit equally well that listing them says nothing.

    Source:
        Petrick (1956) on the prime implicant chart; Baumgartner and Thiem (2017), Sociological Methods & Research 46,
        on reporting every model.
    """
    wanted = sorted(set(rows))
    chart = [[place for place, term in enumerate(primes) if term.covers(row)] for row in wanted]
    if not chart or not all(chart):
        return ()
    covered = [sum(1 << at for at, row in enumerate(wanted) if term.covers(row)) for term in primes]
    search = _Search(chart, covered)
    size = next(size for size in range(1, len(wanted) + 1) if search.covers(size))
    return tuple(tuple(primes[place] for place in cover) for cover in sorted(search.covers(size)))


@dataclass(slots=True)
class _Search:
    """The prime implicant chart: for each row the terms that cover it, for each term its rows as bits."""

    chart: list[list[int]]
    covered: list[int]

    def covers(self, size: int) -> set[tuple[int, ...]]:
        """List the covers of a size."""
        found: set[tuple[int, ...]] = set()
        self._extend((), (1 << len(self.chart)) - 1, size, found)
        return found

    def _extend(self, chosen: tuple[int, ...], left: int, room: int, found: set[tuple[int, ...]]) -> None:
        if not left:
            found.add(tuple(sorted(chosen)))
            if len(found) > MOST_MODELS:
                raise EvidenceError(
                    f"More than {MOST_MODELS} models fit these rows equally well, so none of them can be told from the"
                    " others. Use fewer conditions, or more cases."
                )
            return
        widest = max((self.covered[place] & left).bit_count() for place in range(len(self.covered)))
        if room * widest < left.bit_count():
            return
        open_rows = (at for at in range(len(self.chart)) if left >> at & 1)
        for place in self.chart[min(open_rows, key=lambda at: len(self.chart[at]))]:
            self._extend((*chosen, place), left & ~self.covered[place], room - 1, found)
