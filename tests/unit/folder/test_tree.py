"""TOML and JSON files as trees."""

import pytest

from folder_factory import told
from riven.folder.files import TextFile
from riven.folder.problems import Problems
from riven.folder.tree import MAX_DEPTH, is_deep, read_json, read_toml


def read(text, name="x.toml"):
    """Read a text: its data, and what is wrong with it."""
    problems = Problems()
    found = (read_toml if name.endswith("toml") else read_json)(TextFile(name, text), problems)
    return found and found[1], told(problems)


def test_toml_and_json_are_read() -> None:
    """As the parsers of the standard library read them."""
    assert ({"a": 1, "b": {"c": [True]}}, []) == read("a = 1\n[b]\nc = [true]\n")
    assert ([{"a": 1.5}], []) == read('[{"a": 1.5}]', "x.json")
    assert ({}, []) == read("null", "x.json")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("a = ", "x.toml:1:5  is not TOML: Invalid value"),
        ("a = 1\na = 2", "x.toml:2:6  is not TOML: Cannot overwrite a value"),
        ("a = 1\nb = [", "x.toml:2:6  is not TOML: "),
        ("[a\n", "x.toml:1:3  is not TOML: "),
        ("a = 2015-02-30", "x.toml:1:5  is not TOML: "),
        ("a = " + "9" * 5000, "x.toml  is not TOML: Exceeds the limit"),
        ("a = " + "[" * 9999, "x.toml  values are nested too deeply  Expected at most 32 levels."),
        ("a = " + "[" * 33 + "]" * 33, "x.toml  values are nested too deeply"),
        ("a = 1\n" + "b." * 99999 + "c = 1", "x.toml:2:1  values are nested too deeply"),
        ("['b'" + '."b"' * 99 + "]", "x.toml:1:1  values are nested too deeply"),
        ("['b'" + ' . "b"' * 99 + "]", "x.toml  values are nested too deeply"),
        ('a = "\\u0007"', "x.toml:1:5  control character U+0007  Delete it."),
        ('"\\u0007" = 1', "x.toml:1:1  control character U+0007  Delete it."),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_toml_is_told_once_at_its_place(text: str, problem: str) -> None:
    """Whatever the parser makes of it."""
    data, problems = read(text)

    assert 1 == len(problems)
    assert problems[0].startswith(problem)
    assert data is None or "control" in problem


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "x.json:1:1  is not JSON: Expecting value"),
        ('{"a" 1}', "x.json:1:6  is not JSON: Expecting ':' delimiter"),
        ("[1,]", "x.json:1:4  is not JSON: "),
        ("[NaN]", "x.json  is not JSON: NaN is no number"),
        ("[-Infinity]", "x.json  is not JSON: -Infinity is no number"),
        ("[1e999]", "x.json  is not JSON: the number '1e999' is too large"),
        ("[" + "9" * 5000 + "]", "x.json  is not JSON: Exceeds the limit"),
        ("[" * 99999, "x.json  values are nested too deeply"),
        ("[" * 40 + "]" * 40, "x.json  values are nested too deeply"),
        ('{"a": 1,\n"b": 2, "a": 3}', "x.json:2:9  key 'a' is given twice"),
        ('["\\ud800"]', "x.json:1:2  half of a surrogate pair  Expected a whole character."),
        ('{"\\udc00": 1}', "x.json:1:2  half of a surrogate pair"),
        ('["\\u0000"]', "x.json:1:2  control character U+0000"),
    ],
    ids=lambda text: text[:20],
)
def test_what_is_no_json_is_told_once_at_its_place(text: str, problem: str) -> None:
    """Strictly: numbers are finite, and no key hides another."""
    _, problems = read(text, "x.json")

    assert 1 == len(problems)
    assert problems[0].startswith(problem)


def test_a_sentence_of_many_dots_is_no_deep_key() -> None:
    """Only keys are counted."""
    text = 'a = """\n' + "One. Two. Three. " * 30 + '\n..........................................\n"""'

    assert [] == read(text)[1]


def test_a_whole_pair_of_surrogates_is_a_character() -> None:
    """As JSON writes it."""
    assert (["🌊"], []) == read('["\\ud83c\\udf0a"]', "x.json")


def test_depth_counts_tables_and_lists() -> None:
    """What a study needs is far below the limit."""
    deep: object = "x"
    for number in range(MAX_DEPTH - 1):
        deep = [deep] if number % 2 else {"a": deep}

    assert not is_deep(deep)
    assert is_deep([deep])


def test_a_tree_says_where_its_parts_are() -> None:
    """A part that is not there is the one around it; a whole file has no place."""
    tree, _ = read_toml(TextFile("x.toml", "[a]\nb = 1\n"), Problems())

    assert (2, 5) == tree.where(("a", "b"))
    assert (2, 1) == tree.where(("a", "b"), key=True)
    assert (1, 1) == tree.where(("a", "c"), key=True)
    assert (0, 0) == tree.where(())
