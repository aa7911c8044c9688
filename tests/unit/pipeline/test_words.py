"""Answers in plain sentences."""

from folder_factory import write_tiny
from riven.analysis.sensitivity import NO_ROW, Flip
from riven.folder import read_study
from riven.pipeline.questions import bearing_of, explain
from riven.pipeline.results import analyse_study
from riven.pipeline.words import bearing_lines, explanation_lines, flip_text, row_missing


def test_an_explanation_begins_with_the_name_and_the_verdict(tmp_path) -> None:
    """Then the camp, then the cells."""
    study = read_study(write_tiny(tmp_path / "study"))
    analysis = analyse_study(study)
    lines = list(explanation_lines(study, analysis, explain(study, analysis, "river-brigade")))

    assert "River Brigade (river-brigade)" == lines[0]
    assert lines[1].startswith("  A rival.")


def test_a_missing_row_is_explained_by_the_rule_of_the_measure(tmp_path) -> None:
    """A sentence about the actor, not about the software."""
    study = read_study(write_tiny(tmp_path / "study"))
    answer = explain(study, analyse_study(study), "old-man")

    assert row_missing(study, answer, "criticised").startswith("The Old Man has no row in 'criticised': only ")


def test_what_rests_on_nothing_is_said_in_full(tmp_path) -> None:
    """No cell and no result, in words."""
    study = read_study(write_tiny(tmp_path / "study"))
    lines = list(bearing_lines(study, bearing_of(study, analyse_study(study), "gazette-2")))

    expected = ["Source gazette-2 bears on no cells.", "Without it, no results would come out otherwise."]
    assert expected == lines


def test_a_flip_reads_as_before_and_after() -> None:
    """States by their printed names."""
    flips = {
        ("cell", "criticised", "ttp", "2015", "reported", "none_found"): "2015, criticised: reported, then none found",
        ("cell", "criticised", "ttp", "2015", "reported", NO_ROW): "criticised: the whole row falls away",
        ("cell", "criticised", "ttp", "2015", NO_ROW, "possible"): "criticised: the whole row appears",
        ("camp", "", "ttp", "", "divided", "opposed"): "camp: divided, then opposed",
        ("camp", "", "ttp", "", "divided", NO_ROW): "camp: divided, then in none",
    }

    assert [f"TTP, {told}" for told in flips.values()] == [flip_text(Flip(*facts), "TTP") for facts in flips]
    assert "TTP: rival, then no rival" == flip_text(Flip("rival", "", "ttp", "", "rival", "no rival"), "TTP")


def test_a_cell_is_told_once_with_all_that_bears_on_it(tmp_path) -> None:
    """Findings of one sort stand together, and the verb agrees with their number."""
    study = read_study(write_tiny(tmp_path / "study"))
    lines = list(bearing_lines(study, bearing_of(study, analyse_study(study), "gazette-1")))
    cells = lines[1 : lines.index(next(line for line in lines if line.startswith("Without it")))]

    assert len(cells) == len({line.partition(": ")[0] for line in cells})
    assert "  River Brigade, 2015, criticised: letter supports it" in cells


def test_a_row_that_falls_away_is_told_once(tmp_path) -> None:
    """Not once for each of its cells."""
    study = read_study(write_tiny(tmp_path / "study"))
    lines = list(bearing_lines(study, bearing_of(study, analyse_study(study), "gazette-1")))

    assert 1 == lines.count("  River Brigade, criticised: the whole row falls away")


def test_the_rules_of_a_measure_are_told_once(tmp_path) -> None:
    """However many cells are explained under them."""
    study = read_study(write_tiny(tmp_path / "study"))
    analysis = analyse_study(study)
    lines = list(explanation_lines(study, analysis, explain(study, analysis, "river-brigade")))
    rules = [line for line in lines if line.startswith("  Rule: ")]

    assert rules
    assert len(rules) == len(set(rules))
