"""Fewest costs under constraints, with proof: core-guided MaxSAT over a SAT solver.

Needs the extra `network` (python-sat). Effort is limited in conflicts of the solver, not in seconds, so that the same
study gives the same bytes on a slow machine; a thousand conflicts take some 50 ms.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

try:
    from pysat.card import ITotalizer
    from pysat.solvers import Solver
except ImportError:
    ITotalizer = Solver = None

AVAILABLE = Solver is not None
_SOLVER = "cadical195"
_SHORT_CORE = 12  # longer cores cost more to shorten than they save
_TRIAL = 50


@dataclass(frozen=True, slots=True)
class Bound:
    """What the solver could prove.

    Attributes:
        lower: Fewer true costs than this are impossible.
        model: Variables that are true in an assignment with exactly `lower` true costs; None when the search ended
            before it met one, because of the limit or because `enough` was reached.
        conflicts: Conflicts spent.
    """

    lower: int
    model: frozenset[int] | None
    conflicts: int


def fewest(clauses: Iterable[Sequence[int]], costs: Sequence[int], *, enough: int, conflicts: int) -> Bound:
    """Bound from below how many of some variables have to be true.

    Args:
        clauses: Constraints, satisfiable together: lists of variables, negative where the variable is false.
        costs: Variables of which as few as possible should be true.
        enough: Number of true costs known to be possible; proving it necessary ends the search.
        conflicts: Conflicts after which the search ends.

    Returns:
        The best bound proven.

    Source:
        Morgado, Dodaro and Marques-Silva (2014), Principles and Practice of Constraint Programming, LNCS 8656:564-573
        (algorithm OLL); solver and totalizers of Ignatiev, Morgado and Marques-Silva (2018), PySAT.
    """
    with Solver(name=_SOLVER, bootstrap_with=list(clauses)) as solver:
        search = _Search(solver, conflicts, top=max(solver.nof_vars(), *costs), hopes=dict.fromkeys(-c for c in costs))
        return search.run(enough)


@dataclass(slots=True)
class _Search:
    """The state of the search: `hopes` are the literals assumed true; a refuted set of them is a core."""

    solver: Any
    limit: int
    top: int
    hopes: dict[int, None]
    lower: int = 0
    counters: dict[int, tuple[Any, int]] = field(default_factory=dict)

    def run(self, enough: int) -> Bound:
        while self.lower < enough:
            left = self.limit - self._spent()
            verdict = self._try(list(self.hopes), left) if left > 0 else None
            if verdict is None:
                break
            if verdict:
                model = frozenset(literal for literal in self.solver.get_model() if literal > 0)
                return Bound(self.lower, model, self._spent())
            self._relax(self._shorten(self.solver.get_core()))
            self.lower += 1
        return Bound(self.lower, None, self._spent())

    def _spent(self) -> int:
        return int(self.solver.accum_stats()["conflicts"])

    def _try(self, assumed: list[int], conflicts: int) -> bool | None:
        self.solver.conf_budget(conflicts)
        verdict: bool | None = self.solver.solve_limited(assumptions=assumed)
        return verdict

    def _shorten(self, core: list[int]) -> list[int]:
        """Drop literals a core does not need, as far as that is cheap."""
        place = 0
        while place < len(core) <= _SHORT_CORE:
            rest = core[:place] + core[place + 1 :]
            if self._try(rest, _TRIAL) is False:
                needed = set(self.solver.get_core())
                core = [literal for literal in rest if literal in needed]
            else:
                place += 1
        return core

    def _relax(self, core: list[int]) -> None:
        """Allow one literal of the core to fail, and count those that fail beyond it."""
        for literal in core:
            del self.hopes[literal]
            if literal in self.counters:
                self._raise(*self.counters[literal])
        self.solver.add_clause([-literal for literal in core])
        if len(core) > 1:
            counter = ITotalizer(lits=[-literal for literal in core], ubound=1, top_id=self.top)
            self._add(counter, counter.cnf.clauses)
            self._hope(counter, 1)

    def _raise(self, counter: Any, failed: int) -> None:  # noqa: ANN401 -- pysat has no types
        """Hope that no more than one further literal of an earlier core fails."""
        if failed + 1 < len(counter.lits):
            counter.increase(ubound=failed + 1, top_id=self.top)
            self._add(counter, counter.cnf.clauses[-counter.nof_new :] if counter.nof_new else [])
            self._hope(counter, failed + 1)

    def _add(self, counter: Any, clauses: list[list[int]]) -> None:  # noqa: ANN401
        self.top = max(self.top, counter.top_id)
        for clause in clauses:
            self.solver.add_clause(clause)

    def _hope(self, counter: Any, failed: int) -> None:  # noqa: ANN401
        hope = -counter.rhs[failed]
        self.hopes[hope] = None
        self.counters[hope] = (counter, failed)
