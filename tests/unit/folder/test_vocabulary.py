"""What a study declares, as other files refer to it."""

from riven.folder.vocabulary import Vocabulary


def test_a_term_is_unknown_when_the_whole_file_does_not_declare_it() -> None:
    """Not before: what a broken file would have declared is not known."""
    assert not Vocabulary("actor", ["a"], "actors.csv").lacks("a")
    assert Vocabulary("actor", ["a"], "actors.csv").lacks("b")
    assert not Vocabulary("actor", ["a"], "actors.csv", whole=False).lacks("b")
