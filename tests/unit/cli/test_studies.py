"""Which study a command means."""

from pathlib import Path

import pytest
import typer

from folder_factory import write_tiny
from riven.cli.studies import actor_and_period, chosen_study, default_study, split_study
from riven.errors import StudyFolderError


@pytest.fixture
def here(tmp_path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_a_named_study_is_meant(here) -> None:
    """Whatever lies around."""
    assert Path("x") == chosen_study(Path("x"))


def test_the_current_folder_is_meant_when_it_is_a_study(here) -> None:
    """Nothing needs to be typed."""
    write_tiny(here)

    assert Path() == default_study()


def test_the_only_study_under_studies_is_meant(here) -> None:
    """As in a checkout with one worked study."""
    write_tiny(here / "studies" / "one")

    assert Path("studies/one") == chosen_study(None)


def test_of_several_studies_one_must_be_named(here) -> None:
    """All of them are listed."""
    write_tiny(here / "studies" / "one")
    write_tiny(here / "studies" / "two")

    with pytest.raises(StudyFolderError, match=r"there are 2 studies here.*studies/one, studies/two"):
        default_study()


def test_without_a_study_the_way_to_one_is_told(here) -> None:
    """The next command to type."""
    with pytest.raises(StudyFolderError, match="riven new"):
        default_study()


def test_the_first_word_is_the_study_when_it_is_one(here) -> None:
    """By what it holds, by how it is written, or because there are too many words otherwise."""
    write_tiny(here / "studies" / "one")
    write_tiny(here / "mine")

    assert (Path("mine"), ["ttp"]) == split_study(["mine", "ttp"], most=2)
    assert (Path("x/y"), ["ttp"]) == split_study(["x/y", "ttp"], most=2)
    assert (Path("x"), ["ttp", "2015"]) == split_study(["x", "ttp", "2015"], most=2)
    assert (Path("studies/one"), ["ttp", "2015"]) == split_study(["ttp", "2015"], most=2)


def test_a_study_under_studies_may_be_named_by_its_name_alone(here) -> None:
    """As reports name it; a path that is there comes first."""
    write_tiny(here / "studies" / "one")
    write_tiny(here / "studies" / "two")

    assert Path("studies/two") == chosen_study(Path("two"))
    assert (Path("studies/two"), ["ttp"]) == split_study(["two", "ttp"], most=2)
    write_tiny(here / "two")
    assert Path("two") == chosen_study(Path("two"))


def test_a_file_is_no_study(here) -> None:
    """A text to verify may be named with its path."""
    write_tiny(here / "studies" / "one")
    (here / "texts").mkdir()
    (here / "texts" / "a.txt").write_text("")

    assert (Path("studies/one"), ["texts/a.txt"]) == split_study(["texts/a.txt"], most=1)


def test_an_actor_is_needed_and_a_period_may_follow(here) -> None:
    """Too few and too many words are wrong calls."""
    write_tiny(here)

    assert (Path(), "ttp", "") == actor_and_period(["ttp"])
    assert (Path(), "ttp", "2015") == actor_and_period(["ttp", "2015"])
    for words in ([], ["x", "haqqani", "network", "2015"]):
        with pytest.raises(typer.BadParameter, match="name an actor"):
            actor_and_period(words)
