"""The fast ties equal the slow ones of `reference_ties`, row for row, on small studies of every shape."""

from dataclasses import replace

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from argument_factory import a_network, a_tie, a_wide_codebook
from random_studies import a_random_study, some_random_rules
from reference_ties import reference
from riven.analysis.inputs import settled
from riven.analysis.ties import ties
from riven.model.claim import Modality
from riven.model.panel import CellState

TONES = a_tie("tones", "speech", "for who", "at", sign_of="tone", where={"tone": ("scold", "praise")})
RULES = [
    TONES,
    a_tie("any-tone", "speech", "who", "at", sign_of="tone", directed=False),
    a_tie("unfriendly", "speech", "for who", "at", without={"tone": ("praise",)}, sign=0),
    a_tie("denied", "speech", "who", "at", sign=1, modalities=(Modality.DENIED, Modality.RUMOURED)),
    a_tie("moves", "move", "from", "to", sign=1),
    a_tie("bonds", "bond", "one", "other", directed=False),
    a_tie("ends", "kin", "child parent", "parent child"),
    a_tie("personal", "bond", "one", "other", own=True),
]
LINKS = ("leader-of-group", "part-of-group", "splinter-of-group")


@st.composite
def some_studies(draw, largest=12):
    """Build a small study that has ties; fewer claims are simpler."""
    size, rng = draw(st.integers(0, largest)), draw(st.randoms(use_true_random=True))
    network = a_network(
        *rng.sample(RULES, rng.randrange(1, len(RULES))),
        persistence=rng.choice([0, 1, 1, 2, 5]),
        attribution=tuple(rng.sample(LINKS, rng.randrange(4))),
    )
    inputs = a_random_study(rng, size, replace(some_random_rules(rng), argument=network))
    return replace(inputs, setting=replace(inputs.setting, codebook=a_wide_codebook()))


@given(some_studies())
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow])
def test_the_fast_ties_equal_the_slow_ones(inputs) -> None:
    """State and persistence of every tie, by layer, pair, period, finding and sign, each of which has one row."""
    scope = settled(inputs).scope
    names = scope.evidence.findings["finding"]
    found = [
        ((layer, start, to, period, names[key], sign), (CellState(state), carried))
        for layer, start, to, period, sign, key, state, carried in ties(scope).frame.iter_rows()
    ]

    assert reference(inputs) == dict(found)
    assert len(found) == len(dict(found))
