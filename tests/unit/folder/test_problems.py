"""Problems are collected, told harmlessly, and never too many."""

import pytest

from folder_factory import told
from riven.errors import StudyFolderError
from riven.folder.problems import MAX_LISTED, WHOLE_FILE, Problems, listed, quoted


def test_every_problem_is_told_at_once() -> None:
    """In file order, whatever the order of finding."""
    problems = Problems()
    assert not problems
    problems.add("b.csv", (2, 3), "is wrong", "right", "Mend it.")
    problems.add("a.csv", WHOLE_FILE, "is missing")

    error = StudyFolderError(problems.found())
    assert "a.csv  is missing\nb.csv:2:3  is wrong  Expected right.  Mend it." == str(error)
    assert 2 == len(problems)
    assert problems.has("a.csv")
    assert not problems.has("c.csv")


def test_of_very_many_problems_in_one_file_the_rest_is_counted() -> None:
    """A person mends the first thousand first; other files are told in full."""
    problems = Problems()
    for line in range(MAX_LISTED + 500):
        problems.add("a.csv", (line + 1, 0), "is wrong")
    problems.add("b.csv", WHOLE_FILE, "is wrong")

    assert MAX_LISTED + 501 == len(problems)
    assert MAX_LISTED + 2 == len(problems.found())
    assert "a.csv  500 more problems are not listed  Mend the ones that are." == told(problems)[-1]


def test_a_near_term_is_proposed() -> None:
    """Case and blanks do not matter; nothing near proposes nothing."""
    problems = Problems()

    assert "Did you mean 'covenant'?" == problems.nearest("actor", " Covenent", ["brigade", "covenant"])
    assert "" == problems.nearest("actor", "xyz", ["brigade", "covenant"])
    assert "" == problems.nearest("actor", "c" * 61, ["c" * 60])


def test_a_proposal_is_worked_out_once() -> None:
    """The same mistake in a thousand rows costs as much as in one."""
    problems = Problems()
    first = problems.nearest("actor", "covenent", ["covenant"])

    assert first == problems.nearest("actor", "covenent", [])
    assert "" == problems.nearest("source", "covenent", [])


def test_proposals_end_after_many_mistakes() -> None:
    """A folder full of mistakes is told quickly."""
    problems = Problems()
    for number in range(100):
        problems.nearest("actor", f"covenant-{number}", [])

    assert "" == problems.nearest("actor", "covenent", ["covenant"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "'plain'"),
        ("a\nb\tc\rd", "'a\\nb\\tc\\rd'"),
        ("\x1b[31m", "'<U+001B>[31m'"),
        ("abc\u202edcba", "'abc<U+202E>dcba'"),
        ("zero\u200bwidth", "'zero<U+200B>width'"),
        ("\ud800", "'<U+D800>'"),
        ("عربي", "'عربي'"),
        ("x" * 61, "'" + "x" * 60 + "…'"),
    ],
)
def test_what_a_person_wrote_is_shown_harmless_and_short(text: str, shown: str) -> None:
    """A terminal obeys none of it."""
    assert shown == quoted(text)


def test_terms_to_choose_from_are_listed_and_the_rest_is_counted() -> None:
    """A long list helps nobody."""
    assert "a, b" == listed(["a", "b"])
    assert "a, b and 2 more" == listed(["a", "b", "c", "d"], 2)
    assert "" == listed([])
