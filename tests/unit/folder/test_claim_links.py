"""Claims that refer to claims."""

from pathlib import Path

import pytest

from folder_factory import problems_in, tiny_files

ROWS = "claims/defection.csv"


def defection(own, *, coder="ann", finding="", supersedes="", settles="", verdict=""):
    """Write a defection."""
    return f"{own},{coder},,1,river-brigade,covenant,,,,,,,,,p-2,,,{finding},{supersedes},{settles},{verdict}\n"


def check(folder, *rows):
    """Read the tiny study with more defections: what is wrong, without the places."""
    files = tiny_files()
    files[ROWS] += "".join(rows)
    found = problems_in(folder, files)

    assert all(problem.startswith(f"{ROWS}:") for problem in found)
    return [problem.partition("  ")[2] for problem in found]


def test_corrections_and_adjudications_of_other_claims_are_no_problem(tmp_path: Path) -> None:
    """Chains of corrections, and judgements on judgements."""
    assert [] == check(
        tmp_path,
        defection("e", supersedes="d-2"),
        defection("f", supersedes="e"),
        defection("g", settles="f; d-1", verdict="accepted"),
        defection("h", settles="g", verdict="rejected"),
    )


@pytest.mark.parametrize(
    ("row", "problem"),
    [
        (
            defection("e", supersedes="d-9"),
            "unknown claim 'd-9'  Expected ids of claims, separated by '; '.  Did you mean 'd-",
        ),
        (defection("e", supersedes="e"), "claim 'e' refers to itself  Expected another claim."),
        (defection("e", supersedes="d-2; d-2"), "a claim is named twice"),
        (defection("e", supersedes="d-2;"), "an item of the list is empty  Expected items separated by '; '."),
        (
            defection("e", settles="c-1", verdict="accepted"),
            "claim 'c-1' is of kind 'statement'  Expected claims of kind",
        ),
        (defection("e", settles="d-2"), "a claim that settles others has no verdict"),
        (defection("e", verdict="accepted"), "a verdict settles no claim"),
        (
            defection("e", coder="bot", settles="d-2", verdict="accepted"),
            "coder 'bot' is a model  Expected a person: only",
        ),
        (defection("e", finding="f-d-1"), "'f-d-1' is the name riven gives to what claim 'd-1' says  Expected another"),
    ],
    ids=lambda text: text[:40],
)
def test_a_reference_that_cannot_be_is_told(row: str, problem: str, tmp_path: Path) -> None:
    """Once."""
    found = check(tmp_path, row)

    assert 1 == len(found)
    assert problem in found[0]


@pytest.mark.parametrize("column", ["supersedes", "settles"])
def test_claims_do_not_refer_to_each_other_in_a_circle(column: str, tmp_path: Path) -> None:
    """Told once, where the circle is entered."""
    verdict = {"verdict": "accepted"} if column == "settles" else {}
    rows = [defection(own, **{column: other}, **verdict) for own, other in (("e", "f"), ("f", "g"), ("g", "e"))]

    assert ["the claims run in a circle: 'e' -> 'f' -> 'g' -> 'e'  Expected a claim written earlier."] == check(
        tmp_path, *rows
    )


def test_a_claim_of_another_kind_can_be_corrected(tmp_path: Path) -> None:
    """A coder may have taken a defection for a statement."""
    assert [] == check(tmp_path, defection("e", supersedes="c-1"))


def test_nothing_is_unknown_while_a_sheet_is_in_doubt(tmp_path: Path) -> None:
    """The claim may stand in it."""
    (problem,) = check(tmp_path, defection("e", supersedes="d-9"), '"')

    assert "quotation mark is not closed" in problem


def test_a_name_that_begins_like_a_derived_one_is_free_when_no_claim_has_it(tmp_path: Path) -> None:
    """Nothing else would be called so."""
    assert [] == check(tmp_path, defection("e", finding="f-x"))
