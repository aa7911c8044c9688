"""Every figure of a build: scenes, words, data files and pictures, by name."""

import pickle

import pytest

from checkout import REPOSITORY
from report_factory import a_panel
from riven.folder import read_study
from riven.pipeline.argument import argue_study
from riven.pipeline.columns import columns_of
from riven.pipeline.pictures import (
    FIGURES,
    captioned,
    data_files,
    panel_figures,
    picture_files,
    scene_figures,
    scenes_of,
    scope_of,
    stem,
)
from riven.pipeline.results import analyse_study


@pytest.fixture(scope="module")
def made():
    """The invented study, its analysis and its scenes."""
    study = read_study(REPOSITORY / "tests" / "studies" / "ombara-2022")
    analysis = analyse_study(study)
    return study, analysis, scenes_of(study, analysis, argue_study(study, analysis))


def test_every_figure_has_words_rows_and_columns(made) -> None:
    """What a figure shows can be read without it, and its data file is documented."""
    _, _, scenes = made

    assert list(FIGURES) == list(scenes.named())
    for name, scene in scenes.named().items():
        told = FIGURES[name]
        assert told.caption(scene)
        assert told.alternative(scene).startswith(scene.title)
        for row in told.rows(scene):
            assert set(columns_of(f"figures/{name}.csv")) == set(row)


def test_scenes_are_plain_values(made) -> None:
    """They pass between processes, and come out the same."""
    _, _, scenes = made

    assert scenes == pickle.loads(pickle.dumps(scenes))  # noqa: S301 -- made a moment ago


def test_every_mark_names_findings_and_claims_of_the_study(made) -> None:
    """From any mark of any figure to its evidence."""
    study, analysis, scenes = made
    marks = [
        *scenes.factors.marks,
        *scenes.divergence.from_focal,
        *scenes.divergence.between,
        *(mark for part in scenes.effort.parts for mark in part.marks),
        *scenes.map.marks,
        *scenes.map.unplaced,
    ]

    assert marks
    assert {finding for mark in marks for finding in mark.findings} <= set(analysis.findings)
    assert {claim for mark in marks for claim in mark.claims} <= set(study.claims)
    assert all(mark.sentence for mark in marks)


def test_the_scope_is_that_of_the_analysis(made) -> None:
    """Whoever counts as the focal actor there counts as it here."""
    study, analysis, _ = made

    assert analysis.family == scope_of(study, analysis).family


def test_a_figure_named_like_a_measure_gives_way(made) -> None:
    """No file is written twice."""
    _, _, scenes = made
    panels = {"map": a_panel({"hill": "R"}, measure="map")}
    pictures = {"map": {".svg": b"panel"}, "effort": {".svg": b"effort", "-2.svg": b"more"}}

    assert ("map.figure", "effort") == (stem("map", panels), stem("effort", panels))
    assert {"figures/map.svg", "figures/effort.svg", "figures/effort-2.svg"} == set(picture_files(panels, pictures))
    assert "figures/map.figure.csv" in data_files(panels, scenes)


def test_captions_go_with_scenes_and_sheets_come_back(made) -> None:
    """A figure with nothing to show has no sheet, and its caption says why."""
    _, analysis, scenes = made
    figures = scene_figures(scenes, {"effort": {".svg": b"<svg/>", ".pdf": b"", "-2.svg": b"<svg>2</svg>"}})

    assert captioned(scenes)["map"] == (scenes.map, figures["map"].caption)
    assert ("<svg/>", "<svg>2</svg>") == figures["effort"].svg
    assert () == figures["map"].svg
    assert "could be put on a map" in figures["map"].caption
    assert list(analysis.panels) == list(panel_figures(analysis.panels))
