"""What a study argues, worked out from its analysis."""

from folder_factory import write_tiny
from riven.folder import read_study, template_path
from riven.pipeline.argument import argue_study
from riven.pipeline.results import analyse_study


def test_a_study_that_declares_nothing_argues_nothing(tmp_path) -> None:
    """Every part is empty, and nothing fails."""
    study = read_study(write_tiny(tmp_path / "study"))
    told = argue_study(study, analyse_study(study))

    assert ((), (), ()) == (told.argued.factors, told.argued.network.slices, told.argued.lineage.events)
    assert ((), None) == (told.outlook.expectations, told.outlook.score.brier)


def test_measures_of_rivals_are_timed(tmp_path) -> None:
    """The others have rows that nobody waits for."""
    study = read_study(template_path("armed-group-rivalry"))
    told = argue_study(study, analyse_study(study))

    assert ["defected"] == [timing.measure for timing in told.timings]
    assert "2014–2017" == told.whole
