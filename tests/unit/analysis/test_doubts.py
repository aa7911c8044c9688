"""What a finding may leave open about a cell."""

import pytest

from riven.analysis.doubts import CONTRADICTION, STRENGTH, Doubt
from riven.model.panel import CellState

CONFLICTS = (Doubt.DISPUTED, Doubt.CONTRADICTED)


@pytest.mark.parametrize("doubt", Doubt, ids=lambda doubt: doubt.name)
def test_only_conflicts_are_contradictions(doubt):
    """To say too little is not to contradict."""
    assert (doubt in CONFLICTS) == doubt.is_contradiction
    assert (doubt in CONFLICTS) == bool(doubt & CONTRADICTION)


def test_a_contradiction_among_other_doubts_is_one_still():
    """An undated rumour that coders dispute is disputed."""
    assert (Doubt.UNDATED | Doubt.MODALITY | Doubt.DISPUTED).is_contradiction
    assert not (Doubt.UNDATED | Doubt.MODALITY).is_contradiction
    assert not Doubt.NONE.is_contradiction


def test_doubts_fit_into_a_byte():
    """They are stored as one."""
    assert sum(Doubt) < 256


def test_the_strongest_state_decides_a_cell():
    """What is reported before what is disputed before what is possible."""
    assert (CellState.REPORTED, CellState.DISPUTED, CellState.POSSIBLE) == STRENGTH
