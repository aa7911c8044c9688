"""The fast panel equals the slow one of `reference_panel`, cell for cell, on small studies of every shape."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from random_studies import STEPS, a_random_study, some_random_rules
from reference_panel import Expected, by_force, reference
from riven.analysis.fragility import with_fragility
from riven.analysis.inputs import settled
from riven.analysis.panels import panel
from riven.dates import Step
from riven.model.panel import CellState


@st.composite
def some_studies(draw, largest=12, steps=STEPS):
    """Build a small study of any shape; fewer claims are simpler."""
    size, rng = draw(st.integers(0, largest)), draw(st.randoms(use_true_random=True))
    return a_random_study(rng, size, some_random_rules(rng, steps))


def computed(inputs, *, fragile=False):
    """Compute the panel of the study's measure the fast way: its rows, and its cells as they are expected."""
    scope, measure = settled(inputs).scope, inputs.setting.rules.measures["scolded"]
    frames = panel(scope, measure, rows=scope.standing)
    names = scope.evidence.findings["finding"]
    if fragile:
        frames = with_fragility(frames, inputs, measure, rows=scope.standing)
    cells = {(row["actor"], row["period"]): _cell(row, frames, names) for row in frames.cells.to_dicts()}
    return scope.standing, cells if fragile else {at: replace(cell, fragility=None) for at, cell in cells.items()}


def _cell(row, frames, names):
    under = {part: getattr(frames, part) for part in ("support", "claims", "against")}
    under = {part: frame.filter(frame["cell"] == row["cell"]) for part, frame in under.items()}
    found = Expected(
        CellState(row["state"]),
        findings=frozenset(names.gather(under["support"]["key"])),
        against=frozenset(names.gather(under["against"]["key"])),
        claims=frozenset(under["claims"]["claim"]),
        sources=frozenset(under["claims"]["source"].cast(str)),
        independent=frozenset(under["claims"]["independent"].cast(str)),
        documents=row["documents_searched"],
        fragility=row["fragility"],
    )
    counts = [len(part) for part in (found.findings, found.claims, found.sources, found.independent, found.against)]
    assert counts == [row[name] for name in ("findings", "claims", "sources", "independent", "against")]
    return found


def expected(inputs, rows, work_out):
    """Work out the panel of the study's measure the slow way."""
    return work_out(inputs, inputs.setting.rules.measures["scolded"], rows)


@given(some_studies())
@settings(max_examples=100, suppress_health_check=[HealthCheck.too_slow])
def test_the_fast_panel_equals_the_slow_one(inputs) -> None:
    """State, findings, denials, claims, sources, independent sources and documents of every cell."""
    rows, cells = computed(inputs)
    assert expected(inputs, rows, reference) == cells


@given(some_studies(steps=(Step.YEAR,)))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_fragility_is_what_taking_away_sources_shows(inputs) -> None:
    """No smaller set of independent sources changes the state when what is left is settled anew, and one does."""
    rows, cells = computed(inputs, fragile=True)
    assert expected(inputs, rows, by_force) == cells
