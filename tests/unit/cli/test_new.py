"""`riven new`: a study to begin with."""

from command_line import typed
from riven.folder import read_study


def test_a_new_study_passes_the_check(tmp_path, capsys) -> None:
    """From an empty folder to a sound study in one command."""
    done = typed(capsys, "new", tmp_path / "My Study")

    assert 0 == done.code, done.err
    assert 0 == typed(capsys, "check", tmp_path / "My Study").code
    assert "my-study" == read_study(tmp_path / "My Study").id


def test_an_identifier_can_be_chosen(tmp_path, capsys) -> None:
    """One that leaves the alphabet is refused with one that would do."""
    typed(capsys, "new", tmp_path / "one", "--id", "sahel-2020")
    refused = typed(capsys, "new", tmp_path / "two", "--id", "Sahel 2020")

    assert "sahel-2020" == read_study(tmp_path / "one").id
    assert 2 == refused.code
    assert "'sahel-2020' would do" in refused.err


def test_a_dry_run_names_the_files(tmp_path, capsys) -> None:
    """And writes none of them."""
    done = typed(capsys, "new", tmp_path / "study", "--dry-run")

    assert "codebook.toml" in done.out
    assert not (tmp_path / "study").exists()


def test_a_folder_that_holds_something_is_left_alone(tmp_path, capsys) -> None:
    """Nothing of it is touched."""
    (tmp_path / "notes.txt").write_text("mine")
    done = typed(capsys, "new", tmp_path)

    assert 4 == done.code
    assert ["notes.txt"] == [path.name for path in tmp_path.iterdir()]


def test_an_unknown_template_is_answered_with_the_known_ones(tmp_path, capsys) -> None:
    """The study holds no such thing."""
    done = typed(capsys, "new", tmp_path / "study", "--template", "armed-groups")

    assert 3 == done.code
    assert "armed-group-rivalry" in done.err
