"""`riven build`: a folder with everything, or nothing."""

from command_line import typed
from folder_factory import folder_bytes, write_tiny


def test_a_build_goes_where_it_was_asked_to(tmp_path, capsys) -> None:
    """The outcome is told on standard output, the work on standard error."""
    done = typed(capsys, "build", write_tiny(tmp_path / "study"), "--out", tmp_path / "out")

    assert 0 == done.code, done.err
    assert "rivals of The Covenant" in done.out
    assert "Wrote" in done.err
    assert (tmp_path / "out" / "manifest.json").is_file()


def test_without_a_place_it_goes_into_the_study(tmp_path, capsys) -> None:
    """STUDY/build is the one folder of a study that is generated."""
    typed(capsys, "build", write_tiny(tmp_path / "study"))

    assert (tmp_path / "study" / "build" / "report.html").is_file()


def test_a_dry_run_names_every_file_and_writes_none(tmp_path, capsys) -> None:
    """Nothing is there afterwards that was not there before."""
    folder = write_tiny(tmp_path / "study")
    before = folder_bytes(tmp_path)
    done = typed(capsys, "build", folder, "--out", tmp_path / "out", "--dry-run")

    assert 0 == done.code
    assert "manifest.json" in done.out
    assert "Would write" in done.err
    assert before == folder_bytes(tmp_path)


def test_a_report_to_publish_leaves_texts_out(tmp_path, capsys) -> None:
    """The words of an attached text do not stand in it."""
    folder = write_tiny(tmp_path / "study")
    typed(capsys, "build", folder, "--out", tmp_path / "with")
    typed(capsys, "build", folder, "--out", tmp_path / "without", "--without-text")

    assert "hosts the Salt Road" in (tmp_path / "with" / "report.html").read_text(encoding="utf-8")
    assert "hosts the Salt Road" not in (tmp_path / "without" / "report.html").read_text(encoding="utf-8")


def test_a_folder_of_somebody_else_is_left_alone(tmp_path, capsys) -> None:
    """The code says that the result cannot be written there."""
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "thesis.txt").write_text("years of work")
    done = typed(capsys, "build", write_tiny(tmp_path / "study"), "--out", tmp_path / "out")

    assert 4 == done.code
    assert "thesis.txt" in done.err
    assert ["thesis.txt"] == [path.name for path in (tmp_path / "out").iterdir()]
